"""What can be wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

Severity = Literal["error", "warning", "info"]
Span = tuple[int, int]
"""A range of a text: the offset of its first character, and that of the first one after it."""
LONGEST_NAME = 60
MOST_NAMES = 500
MOST_LISTED = 40
MOST_TOLD = 500
"""Problems of one rule told of one file, and then how many more there are: nobody reads more."""
MOST_SOUGHT = 50
"""Near misses sought for in one file: who misses so often meant another file."""


class Place(Struct, frozen=True, order=True):
    """A spot in a file, as a person counts: lines and columns from 1."""

    file: str
    line: int = 1
    column: int = 1
    sheet: str = ""
    """Of a workbook; its line is then a row, and its column is told by letters, as spreadsheets do."""


class Edit(Struct, frozen=True):
    """A mend: the characters from `start` to `end` (offsets from 0) become `text`."""

    start: int
    end: int
    text: str


class Related(Struct, frozen=True):
    """Another spot that has to do with what is wrong."""

    place: Place
    """Where it is."""
    words: str
    """What stands there."""


class Problem(Struct, frozen=True):
    """One thing wrong, told by rule and facts; `drafter.sentences` makes the sentence."""

    rule: str
    """The rule's name, in words: `unknown-slot`."""
    place: Place
    """Where it is."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the sentence names."""
    severity: Severity = "error"
    """An error stops the work; a warning does not; an info is told only to who asks for it."""
    edit: Edit | None = None
    """The change that mends it, where one is sure."""
    says: tuple[str, str] | None = None
    """What is wrong and what to do, naming facts in braces; none for the rules that `drafter.sentences` knows."""
    more: int = 0
    """How many of its rule in its file come after it and are not told one by one."""
    words: str = ""
    """The words found fault with, as they stand in a finished text."""
    related: tuple[Related, ...] = ()
    """Other places that it has to do with."""
    said: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The same as somebody wrote it in a language, zh or en: it goes before `says` where the environment speaks that."""

    def __str__(self) -> str:
        """Its line in a report: place, severity, sentence and rule, in the language of the environment."""
        from drafter.catalogue import _
        from drafter.sentences import report

        return report(self, _)


class Ignore(Struct, frozen=True):
    """A remark `# drafter: ignore[rule-a, rule-b]`, which silences these rules on some lines."""

    rules: Mapping[str, Place]
    """The rules, each where it is named."""
    lines: frozenset[int]
    """The lines of the values that it speaks of."""


class DrafterError(Exception):
    """Whatever stops a piece of work; always carries Problems.

    DrafterError
    ├── InputError      a brief, blueprint or style that cannot be used as it stands
    └── OutputError     a file that may not or cannot be written
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(*self.problems)

    def __reduce__(self) -> tuple[type[DrafterError], tuple[tuple[Problem, ...]]]:
        """How it is made again in another process: an exception is by default called with its arguments one by one."""
        return type(self), (self.problems,)

    def __str__(self) -> str:
        """Each problem on a line."""
        return "\n".join(map(str, self.problems))


class InputError(DrafterError):
    """A brief, blueprint or style that cannot be used as it stands."""


class OutputError(DrafterError):
    """A file that may not or cannot be written."""


class Allowance:
    """So much may be made of one brief: a stranger's blueprint must not ask for more than a machine can give."""

    def __init__(self, rule: str, most: int) -> None:
        self.rule, self.most, self.left = rule, most, most

    def take(self, amount: int, place: Place) -> None:
        """Use some of it; raises InputError where too little is left."""
        self.left -= amount
        if self.left < 0:
            raise InputError([Problem(self.rule, place, {"most": f"{self.most:,}"})])


def bad_plug_in(group: str, name: str, reason: str, severity: Severity = "warning") -> Problem:
    """What another distribution offers under a group of entry points and cannot be used: of no file, so no rule sets it."""
    return Problem("bad-plug-in", Place(group), {"name": name, "reason": reason}, severity)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)


def stop_on_errors(problems: Iterable[Problem]) -> None:
    """Raise InputError with all of `problems`, in the order of the text, if any of them is an error."""
    found = tuple(problems)
    if has_errors(found):
        raise InputError(in_order(found))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems as they stand in the text, each once, and of a rule that is broken everywhere the first."""
    unique = {(p.place, p.rule, tuple(p.facts.items())): p for p in problems}
    return counted(sorted(unique.values(), key=lambda p: (p.place, p.rule)), MOST_TOLD)


def counted(problems: Iterable[Problem], most: int) -> tuple[Problem, ...]:
    """The first problems of each rule in each file, at most so many; the last of them says how many more there are."""
    kept: list[Problem] = []
    kinds: dict[tuple[str, str, str], tuple[int, int, int]] = {}  # how many there are, how many more, the last one kept
    for problem in problems:
        kind = (problem.place.file, problem.rule, problem.severity)
        count, more, last = kinds.get(kind, (0, 0, 0))
        if count < most:
            last = len(kept)
            kept.append(replace(problem, more=0) if problem.more else problem)
        kinds[kind] = (count + 1, more + problem.more + (count >= most), last)
    for _, more, last in kinds.values():
        if more:
            kept[last] = replace(kept[last], more=more)
    return tuple(kept)


def listed(choices: Iterable[str]) -> str:
    """Choices for a message: the first of them, where they are many."""
    first = tuple(islice(choices, MOST_LISTED + 1))
    return " ".join(first if len(first) <= MOST_LISTED else (*first[:MOST_LISTED], "…"))


def near_miss(name: str, known: Iterable[str]) -> str:
    """The known name that a person most likely meant by `name`, or nothing; names are short, and not without number."""
    names = tuple(islice(known, MOST_NAMES + 1)) if len(name) <= LONGEST_NAME else ()
    if not 0 < len(names) <= MOST_NAMES:
        return ""
    from difflib import get_close_matches

    from drafter.sentences.looks import look

    alike = next((one for one in sorted(names) if look(one) == look(name)), "")
    return alike or (get_close_matches(name, sorted(names), n=1, cutoff=0.5) or [""])[0]


class Misses:
    """Seeks near misses for one file, until it has been asked so often that another file was meant."""

    def __init__(self) -> None:
        self.sought = 0

    def near(self, name: str, known: Iterable[str]) -> str:
        """The known name that was meant, while one is still sought."""
        self.sought += 1
        return "" if self.spent else near_miss(name, known)

    @property
    def spent(self) -> bool:
        """Whether none is sought any more."""
        return self.sought > MOST_SOUGHT
