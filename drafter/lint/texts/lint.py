"""The rules and norms put to a finished text; what its owner silences is not told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.language import Tongue
from drafter.language.late import late
from drafter.lint.lint import every_rule
from drafter.lint.rule import Finding, Rule
from drafter.lint.settings import default
from drafter.lint.texts.norms import SAYS, faults
from drafter.lint.texts.reading import Fault, Reading
from drafter.lint.words import Words
from drafter.model.expression import Prose
from drafter.model.finished import Finished, Paragraph
from drafter.model.norm import Norm
from drafter.model.words import NO_WORDS
from drafter.model.words import Words as OfPacks
from drafter.problem import Edit, Place, Problem, Related

PARTED = late("；|; ")
"""Parts what is wrong from what to do."""
SEEN_AS_WELL = frozenset(
    ("doubled-mark", "half-width-mark", "odd-quote", "invisible-character", "lost-character", "mistyped-mark")
)
"""Rules about a blueprint's words that hold of any text."""


class Wanted(Struct, frozen=True):
    """What somebody wants to hear of a text."""

    levels: Mapping[str, str] = {}
    """`off`, `info`, `warning` or `error` by rule."""
    allowed: tuple[str, ...] = ()
    """Words in which nothing is wrong, whatever a rule says."""
    notes: bool = False
    """Infos are told, too."""


NO_WISHES = Wanted()


def lint_text(
    finished: Finished, norms: Sequence[Norm] = (), of_packs: OfPacks = NO_WORDS, wanted: Wanted = NO_WISHES
) -> tuple[Problem, ...]:
    """Everything that a strict editor would tell of a text, in its order; of two of one spot that say the same, one."""
    reading = Reading(finished, of_packs)
    told = [one for one in _all(reading, norms, wanted) if not _silent(one, wanted)]
    return tuple(sorted(_parted(told), key=lambda one: (one.place.line, one.place.column, one.rule)))


def _all(reading: Reading, norms: Sequence[Norm], wanted: Wanted) -> Iterator[Problem]:
    texts = [_words(one, reading.tongue) for one in reading.paragraphs]
    for rule in every_rule().values():
        level = wanted.levels.get(rule.name, rule.in_texts or rule.severity)
        if level == "off" or (level == "info" and not wanted.notes):
            continue
        for one in _faults(rule, reading, texts):
            yield _problem(reading.finished, rule.name, level, one, (rule.says, rule.mend) if rule.says else None)
    for norm in norms:
        level = wanted.levels.get(norm.name, norm.level)
        if level != "off" and (level != "info" or wanted.notes):
            for one in faults(norm, reading):
                yield replace(_problem(reading.finished, norm.name, level, one, SAYS[norm.kind]), said=_worded(norm))


def _worded(norm: Norm) -> dict[str, tuple[str, str]]:
    """What a norm says in each language, parted as rules are told: what is wrong, and what to do."""
    parted = {language: PARTED.split(says, maxsplit=1) for language, says in norm.says.items()}
    return {language: (what, mend[0] if mend else SAYS[norm.kind][1]) for language, (what, *mend) in parted.items()}


def _words(one: Paragraph, tongue: Tongue) -> Words:
    """A paragraph as rules about single texts look at it."""
    return Words(Prose(one.text, (one.text,), one.place), one.text, tongue)


def _faults(rule: Rule, reading: Reading, texts: Sequence[Words]) -> Iterable[Fault]:
    if rule.of_text:
        if reading.finished.language != "zh":  # they speak of Chinese sentences
            return
        options = {name: default(rule, name, reading.tongue.usage) for name in rule.options}
        yield from rule.of_text(reading, options)
    elif rule.of_words and rule.name in SEEN_AS_WELL:
        for n, text in enumerate(texts):
            for one in rule.of_words(text, {}):
                yield _as_fault(n, one, reading)


def _as_fault(n: int, finding: Finding, reading: Reading) -> Fault:
    """A finding in a paragraph; where a mark has no partner, with the sentence in which that is missing."""
    facts, at = dict(finding.facts), reading.plain[n].rfind("。", 0, finding.start) + 1
    alone = "mark" in facts and finding.text is None
    return Fault(n, finding.start, finding.end, facts, finding.text, ((n, at, finding.end),) if alone else ())


def _problem(finished: Finished, rule: str, level: str, fault: Fault, says: tuple[str, str] | None) -> Problem:
    paragraph = finished.paragraphs[fault.paragraph]
    edit = None
    if fault.text is not None:
        edit = Edit(paragraph.start + fault.start, paragraph.start + fault.end, fault.text)
    related = tuple(
        Related(_place(finished, n, start), finished.paragraphs[n].text[start:end]) for n, start, end in fault.related
    )
    return Problem(
        rule,
        _place(finished, fault.paragraph, fault.start),
        {"paragraph": str(fault.paragraph + 1), **fault.facts},
        level,  # type: ignore[arg-type]
        edit,
        says,
        words=paragraph.text[fault.start : fault.end],
        related=related,
    )


def _place(finished: Finished, n: int, at: int) -> Place:
    place = finished.paragraphs[n].place
    return Place(place.file, place.line, place.column + at)


def _silent(problem: Problem, wanted: Wanted) -> bool:
    return any(word in problem.words or problem.words in word for word in wanted.allowed)


def _parted(told: Iterable[Problem]) -> Iterator[Problem]:
    """The findings without a second one of the same words by the same rule."""
    seen: set[tuple[str, Place, str]] = set()
    for one in told:
        key = (one.rule, one.place, one.words)
        if key not in seen:
            seen.add(key)
            yield one
