"""Expression + names → Value: a closed match over plain data."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, assert_never

from msgspec import Struct
from msgspec.structs import replace

from drafter.expression.taken import as_needed, as_taken
from drafter.language import Finder, Joiner, Mapper, Tongue
from drafter.language.enumerators import unnumbered
from drafter.language.marks import Atom, joined, settle
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation
from drafter.model.speech import Inlines, Text, leaves
from drafter.model.value import NOTHING, Fact, Gap, Hole, Listing, Record, Value

Scope = Mapping[str, Value]
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": lambda a, b: a in b,
    "not in": lambda a, b: a not in b,
}


class Phrase(Struct, frozen=True):
    """Several values joined into words."""

    inlines: Inlines


def evaluate(expression: Expression, scope: Scope, tongue: Tongue) -> Value | Phrase:
    """The value of an expression whose names have been checked against the scope's slots."""
    match expression:
        case Name(name):
            return scope[name]
        case Field(of, name):
            return _field(evaluate(of, scope, tongue), name, tongue)
        case Filtered(of, name, arguments):
            value, what = evaluate(of, scope, tongue), tongue.filters[name]
            if isinstance(what, Finder):
                return _found(value, what, arguments, scope, tongue)
            return _filtered(value, what, tongue)
        case Literal(value):
            return (
                Fact(value, str(value))
                if not isinstance(value, tuple)
                else Listing(tuple(Fact(one, str(one)) for one in value))
            )
        case Compare(left, sign, right):
            return Fact(_compare(_side(left, scope, tongue), sign, _side(right, scope, tongue)))
        case Both(left, right):
            first = evaluate(left, scope, tongue)
            second = evaluate(right, scope, tongue) if holds(first) else first
            return first if _is_open(first) and holds(second) else second  # what hangs on what is open is open, too
        case Either(left, right):
            first = evaluate(left, scope, tongue)
            return first if holds(first) else evaluate(right, scope, tongue)
        case Negation(of):
            value = evaluate(of, scope, tongue)
            return Fact(_is_open(value) or not holds(value))  # what is open is not there
        case _:
            assert_never(expression)


def _field(item: Value | Phrase, name: str, tongue: Tongue) -> Value | Phrase:
    """A field of an item, or what a fact or an item says beside its words."""
    if isinstance(item, Record) and name in item.fields:
        return item.fields[name]
    reading = tongue.readings.get(name)
    if reading is None or isinstance(item, Phrase) or not given(item):
        return item
    return reading.find(bare(item, tongue), tongue.knows)


def given(value: Value | Phrase) -> bool:
    """Whether there is something to be said: no gap, and not nothing."""
    match value:
        case Fact(value=plain):
            return plain != ""
        case Listing(items):
            return any(map(given, items))
        case Record(fields):
            return any(map(given, fields.values()))
        case Phrase(inlines):
            return bool(inlines) and not any(isinstance(leaf, Gap) for leaf in leaves(inlines))
        case _:
            return False


def bare(value: Value, tongue: Tongue) -> Value:
    """A value whose texts have no number and no weak mark of their own, as it is read and built into sentences."""
    match value:
        case Fact(value=str() as text, holes=()):
            words = _bare(text, tongue.code, tongue.marks.own)
            return value if words == text else replace(value, value=words, text=words)
        case Record(fields):
            inner = {name: bare(one, tongue) for name, one in fields.items()}
            return value if all(one is fields[name] for name, one in inner.items()) else replace(value, fields=inner)
        case Listing(items):
            each = tuple(bare(item, tongue) for item in items)
            return (
                value if all(one is item for one, item in zip(each, items, strict=True)) else replace(value, items=each)
            )
        case _:
            return value


@lru_cache(maxsize=4096)
def _bare(text: str, code: str, own: str) -> str:
    return unnumbered(text, code).strip(f"{own}。；，,;. ")


def _found(
    value: Value | Phrase, what: Finder, arguments: tuple[Expression, ...], scope: Scope, tongue: Tongue
) -> Value | Phrase:
    """What a finder finds; nothing where an argument is not given."""

    def fits(item: Value) -> bool:
        met = evaluate(
            arguments[0], {**scope, "item": item, **(item.fields if isinstance(item, Record) else {})}, tongue
        )
        return given(met) and holds(met)

    if isinstance(value, Gap | Phrase):
        return value
    if isinstance(value, Listing) and (gap := _open(value)):
        return gap
    told: list[object] = []
    for need, argument in zip(what.needs, arguments, strict=True):
        one = fits if need == "condition" else as_needed(_side(argument, scope, tongue), (need,), tongue)
        if isinstance(one, Fact | Gap | Listing | Record) and not given(one):
            return NOTHING
        told.append(one)
    value = as_taken(bare(value, tongue), what, tongue)
    if isinstance(value, Listing) and "list" not in what.takes:
        return replace(value, items=tuple(what.find(item, tongue.knows, *told) for item in value.items if given(item)))
    return what.find(value, tongue.knows, *told) if given(value) else NOTHING


def holds(value: Value | Phrase) -> bool:
    """Whether a `when` with this value lets its node stand; a gap does, so that it is seen."""
    match value:
        case Fact(value=plain):
            return bool(plain)
        case Listing(items):
            return bool(items)
        case Phrase(inlines):
            return bool(inlines)
        case _:
            return True


def _is_open(value: Value | Phrase) -> bool:
    """Whether a value is due and not given, as a whole."""
    return holds(value) and not given(value)


def printed(value: Value | Phrase, tongue: Tongue) -> Inlines:
    """The value as words; an item's fields run together."""
    match value:
        case Fact():
            if value.holes:
                return _around(value.text, value.slot, value.holes)
            text = tongue.date(value.value) if isinstance(value.value, date) else value.text
            return (Text(text, value.slot, figure=value.figure),) if text else ()
        case Phrase(inlines):
            return inlines
        case Gap():
            return (value,)
        case Record(fields):
            atoms: list[Atom] = []
            for part in fields.values():
                words = printed(part, tongue)
                atoms += (Text(tongue.space), *words) if atoms and words else words  # type: ignore[arg-type]
            return settle(atoms, tongue.marks)
        case Listing(items):
            return joined([printed(item, tongue) for item in items], tongue.points, tongue.marks)
        case _:
            assert_never(value)


def holes(text: str, gaps: Iterable[Gap]) -> tuple[Hole, ...]:
    """Where the placeholders that gaps stand for are found in a text, one after the other."""
    found, at = [], 0
    for gap in gaps:
        start = text.find(gap.label, at)
        if start >= 0:
            found.append((start, gap))
            at = start + len(gap.label)
    return tuple(found)


def _around(text: str, slot: str, holes: Iterable[Hole]) -> Inlines:
    """A fact's words with its holes as gaps."""
    done: list[Text | Gap] = []
    at = 0
    for start, gap in holes:
        done += [Text(text[at:start], slot), gap]
        at = start + len(gap.label)
    return tuple(one for one in (*done, Text(text[at:], slot)) if isinstance(one, Gap) or one.text)


def _open(listing: Listing) -> Gap | None:
    """The gap of a list that is open as a whole: how many items it will have is not known."""
    for item in listing.items:
        for part in item.fields.values() if isinstance(item, Record) else (item,):
            if isinstance(part, Gap) and part.slot == listing.slot:
                return part
    return None


def _side(of: Expression, scope: Scope, tongue: Tongue) -> Value | Phrase:
    """What is compared or looked for: a fact without a number and a closing mark of its own."""
    value = evaluate(of, scope, tongue)
    return value if isinstance(of, Literal) or isinstance(value, Phrase) else bare(value, tongue)


def _compare(left: Value | Phrase, sign: str, right: Value | Phrase) -> bool:
    """Nothing is known of a gap: no comparison with it holds."""
    if not isinstance(left, Fact):
        return False
    if isinstance(right, Listing):
        return COMPARISONS[sign](left.value, [item.value for item in right.items if isinstance(item, Fact)])
    if not isinstance(right, Fact):
        return False
    try:
        return COMPARISONS[sign](left.value, right.value)
    except TypeError:  # an omitted number is an empty text, and less than nothing
        return False


def _filtered(value: Value | Phrase, what: Joiner | Mapper, tongue: Tongue) -> Value | Phrase:
    value = as_taken(value, what, tongue)
    match what, value:
        case _, Gap():
            return value
        case _, Fact(text="") if value.value == "":
            return NOTHING
        case Joiner(form), Listing(items):
            phrases = [words for words in (printed(item, tongue) for item in items) if words]
            return Phrase(joined(phrases, form, tongue.marks))
        case Mapper(), Listing() if gap := _open(value):
            return gap
        case Mapper(gives=gives, change=change), Listing(items=items, slot=slot):
            number = change(items)
            assert gives == "number" and isinstance(number, int)
            return Fact(number, str(number), slot)
        case Mapper(takes="number"), Fact(value=float()):  # numerals count in wholes
            return value
        case Mapper(change=change), Fact(value=plain, slot=slot):
            words = str(change(plain if not isinstance(plain, str) else value.text or plain))
            return Fact(words, words, slot, holes(words, (gap for _, gap in value.holes)), figure=value.figure)
        case _:
            return value
