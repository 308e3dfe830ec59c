"""What is read in the facts of a brief: of each fact, of what its blueprint finds in several, and what belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.check import check_file
from drafter.desk.draft import composed
from drafter.desk.ledger import Entry as Entry
from drafter.desk.ledger import ledger
from drafter.desk.library import Library
from drafter.desk.links import Link as Link
from drafter.desk.links import chooses, links_of
from drafter.desk.overdue import texts_of
from drafter.expression.evaluate import Phrase, Scope, evaluate, given, printed
from drafter.language import Finder, Tongue, knowing
from drafter.language.computed import equation
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Negation
from drafter.model.speech import plain
from drafter.model.value import Fact, Listing, Plain, Value
from drafter.model.words import Words
from drafter.notation.brief import read_brief
from drafter.plan import plan
from drafter.problem import InputError, Problem


class Known(Struct, frozen=True):
    """One thing that is known of a fact."""

    name: str
    """The reading, or the mark of a remark."""
    value: Plain
    """What it says."""
    words: str
    """The same in the words of the fact."""
    remark: bool
    """Its author says so behind a bar."""
    days: int | None = None
    """For a day: how many it is from the meeting; fewer than none, if it is past."""


class Row(Struct, frozen=True):
    """A fact of the brief."""

    slot: str
    """Its place: 任务[2].举措[1]."""
    text: str
    """Its words."""
    known: tuple[Known, ...]
    """What is known of it."""


class Operand(Struct, frozen=True):
    """What something was found in."""

    slot: str
    """Its place in the brief; nothing for what was found itself."""
    words: str
    """Its words."""


class Derived(Struct, frozen=True):
    """A name for what a blueprint finds in facts."""

    name: str
    """The name."""
    slot: str
    """The place of what was found, if it stands in the brief."""
    words: str
    """What was found; nothing where nothing was."""
    operands: tuple[Operand, ...]
    """What it was found in."""
    computed: str = ""
    """How it was computed, if it is a figure that no brief holds."""


class Facts(Struct, frozen=True):
    """All that is read in a brief."""

    language: str
    """The language of its blueprint."""
    readings: tuple[str, ...]
    """What may be known of a fact, in order; nothing in a language whose facts are not read."""
    day: date | None
    """The day of the meeting."""
    subjects: tuple[str, ...]
    """The classes of work that it is about."""
    told: bool
    """The brief names them; else they are told by its facts."""
    rows: tuple[Row, ...]
    """Its facts, in the order of the slots."""
    derived: tuple[Derived, ...]
    """What the blueprint finds in them."""
    links: tuple[Link, ...]
    """Which of them belong together."""
    ledger: tuple[Entry, ...] = ()
    """Every figure, date and name of the speech, with where it comes from."""


def facts_file(path: Path, library: Library) -> tuple[Facts | None, tuple[Problem, ...]]:
    """What is read in a brief, None where it cannot be drafted, and all that `check` finds in it."""
    books = library.at(path.parent)
    doc = books.due(path, "brief")
    if doc.root is None:
        return None, doc.problems
    brief, blueprint, _ = read_brief(doc, books.find(path))
    found = check_file(path, library, notes=True)
    if brief is None or blueprint is None:
        return None, found
    try:
        read = facts_of(brief, blueprint, books.words(blueprint.language))
        return replace(read, ledger=ledger(composed(brief, blueprint, library=books))), found
    except InputError as stop:  # words of a pack that are wrong, more than a speech may hold
        return None, tuple(dict.fromkeys((*found, *stop.problems)))


def facts_of(brief: Brief, blueprint: Blueprint, words: Words) -> Facts:
    """What is read in the facts of a brief."""
    outline = plan(blueprint, brief, words)
    knows, scope = outline.knows, outline.scope
    tongue = knowing(blueprint.language, knows)
    return Facts(
        language=blueprint.language,
        readings=tuple(name for name, reading in tongue.readings.items() if reading.shown),
        day=knows.today,
        subjects=knows.subjects,
        told=bool(brief.subjects),
        rows=tuple(Row(one.slot, one.text, tuple(_known(one, tongue))) for one in texts_of(brief, blueprint)),
        derived=tuple(
            _derived(name, found, scope, tongue)
            for name, found in blueprint.derive.items()
            if not chooses(found, tongue) or not given(scope[name])
        ),
        links=tuple(links_of(blueprint, scope, tongue)),
    )


def _known(fact: Fact, tongue: Tongue) -> Iterator[Known]:
    """What each reading says of a fact, where it says anything beside the fact itself."""
    day = tongue.knows.today
    for name, reading in tongue.readings.items():
        found = reading.find(fact, tongue.knows) if reading.shown else None
        if not isinstance(found, Fact) or found.value in ("", False) or found.value == fact.value:
            continue
        days = (found.value - day).days if isinstance(found.value, date) and day else None
        yield Known(name, found.value, found.text, name in tongue.remarks, days)


def _derived(name: str, expression: Expression, scope: Scope, tongue: Tongue) -> Derived:
    value = scope[name]
    parts = (one for operand in _operands(expression, scope, tongue) for one in _items(operand))
    operands = {(one.slot, words): Operand(one.slot, words) for one in parts if (words := words_of(one, tongue))}
    slot = "" if isinstance(value, Listing | Phrase) else value.slot
    computed = equation(value.figure) if isinstance(value, Fact) and value.figure else ""
    return Derived(name, slot if "[" in slot else "", words_of(value, tongue), tuple(operands.values()), computed)


def _operands(expression: Expression, scope: Scope, tongue: Tongue) -> Iterator[Value]:
    """What goes into the last step of an expression."""
    match expression:
        case Filtered(of, name, arguments):
            what = tongue.filters[name]
            needs = what.needs if isinstance(what, Finder) else ()
            others = [one for need, one in zip(needs, arguments, strict=False) if need != "condition"]
            values = [evaluate(one, scope, tongue) for one in (of, *others) if not isinstance(one, Literal)]
        case Compare(left, _, right) | Both(left, right) | Either(left, right):
            yield from _operands(left, scope, tongue)
            yield from _operands(right, scope, tongue)
            return
        case Negation(of):
            yield from _operands(of, scope, tongue)
            return
        case Literal():
            return
        case Field(of, _):
            values = [evaluate(of, scope, tongue)]
        case _:
            values = [evaluate(expression, scope, tongue)]
    yield from (value for value in values if not isinstance(value, Phrase) and given(value))


def _items(value: Value) -> Iterable[Value]:
    return filter(given, value.items) if isinstance(value, Listing) else (value,)


def words_of(value: Value | Phrase, tongue: Tongue) -> str:
    """A value as it would be printed, a day with its words beside it; nothing where nothing is given."""
    if isinstance(value, Fact) and isinstance(value.value, date):
        day = value.value.isoformat()
        return day if value.text in ("", day) else f"{value.text} {day}"
    return plain(printed(value, tongue)) if given(value) else ""


def as_data(facts: Facts) -> dict[str, Any]:
    """The same as maps, lists, texts and numbers."""
    return {
        "language": facts.language,
        "date": facts.day.isoformat() if facts.day else None,
        "subjects": list(facts.subjects),
        "subjects_given": facts.told,
        "facts": [
            {"slot": row.slot, "text": row.text, "known": {one.name: _data(one) for one in row.known}}
            for row in facts.rows
        ],
        "derived": [
            {
                "name": one.name,
                "slot": one.slot,
                "value": one.words,
                "from": [{"slot": part.slot, "text": part.words} for part in one.operands],
                **({"computed": one.computed} if one.computed else {}),
            }
            for one in facts.derived
        ],
        "links": [
            {"by": one.by, "slot": one.slot, "text": one.words, "to": one.to, "to_text": one.to_words}
            for one in facts.links
        ],
        "ledger": [{"words": one.words, "source": one.source, "of": one.of} for one in facts.ledger],
    }


def _data(known: Known) -> Plain | dict[str, Any]:
    """A day with its words and how far it is; a figure with its words; what else is known as it is."""
    match known.value:
        case date() as day:
            past = known.days is not None and known.days < 0
            return {"date": day.isoformat(), "words": known.words, "days": known.days, "past": past}
        case bool() | str():
            return known.value
        case number:
            return {"number": number, "words": known.words}
