"""What can be wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Literal

from msgspec import Struct, field

Severity = Literal["error", "warning"]
Span = tuple[int, int]
"""A range of a text: the offset of its first character, and that of the first one after it."""
LONGEST_NAME = 60
MOST_NAMES = 500
MOST_LISTED = 40


class Place(Struct, frozen=True, order=True):
    """A spot in a file, as a person counts: lines and columns from 1."""

    file: str
    line: int = 1
    column: int = 1


class Edit(Struct, frozen=True):
    """A mend: the characters from `start` to `end` (offsets from 0) become `text`."""

    start: int
    end: int
    text: str


class Problem(Struct, frozen=True):
    """One thing wrong, told by rule and facts; `drafter.sentences` makes the sentence."""

    rule: str
    """The rule's name, in words: `unknown-slot`."""
    place: Place
    """Where it is."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the sentence names."""
    severity: Severity = "error"
    """An error stops the work; a warning does not."""
    edit: Edit | None = None
    """The change that mends it, where one is sure."""
    says: tuple[str, str] | None = None
    """What is wrong and what to do, naming facts in braces; none for the rules that `drafter.sentences` knows."""

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
    """The problems as they stand in the text, each once."""
    unique = {(p.place, p.rule, tuple(p.facts.items())): p for p in problems}
    return tuple(sorted(unique.values(), key=lambda p: (p.place, p.rule)))


def listed(choices: Iterable[str]) -> str:
    """Choices for a message: the first of them, where they are many."""
    first = tuple(islice(choices, MOST_LISTED + 1))
    return " ".join(first if len(first) <= MOST_LISTED else (*first[:MOST_LISTED], "…"))


def near_miss(name: str, known: Iterable[str]) -> str:
    """The known name that a person most likely meant by `name`, or nothing; names are short, and not without number."""
    from difflib import get_close_matches

    from drafter.sentences.looks import look

    names = sorted(known)
    if len(name) > LONGEST_NAME or len(names) > MOST_NAMES:
        return ""
    alike = next((one for one in names if look(one) == look(name)), "")
    return alike or (get_close_matches(name, names, n=1, cutoff=0.5) or [""])[0]
