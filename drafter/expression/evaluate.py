"""Expression + names → Value: each expression is put together from functions once, and asked once for the same names."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, assert_never

from msgspec.structs import replace

from drafter.expression.names import Meaning, Names, of_item, remembered
from drafter.expression.taken import as_needed, as_taken
from drafter.expression.values import Phrase as Phrase
from drafter.expression.values import bare as bare
from drafter.expression.values import gap_of, is_open, is_sure
from drafter.expression.values import given as given
from drafter.expression.values import holds as holds
from drafter.expression.values import holes as holes
from drafter.expression.values import printed as printed
from drafter.language import Finder, Joiner, Mapper, Tongue
from drafter.language.marks import joined, shortened
from drafter.language.once import MOST, once
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation
from drafter.model.value import NOTHING, Fact, Gap, Listing, Record, Value

Scope = Mapping[str, Value]
Scalar = str | int | float | bool
TRUE, FALSE = Fact(True), Fact(False)
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


def evaluate(expression: Expression, scope: Scope, tongue: Tongue) -> Value | Phrase:
    """The value of an expression whose names have been checked against the scope's slots."""
    if not isinstance(scope, Names) or scope.tongue.knows is not tongue.knows or scope.tongue.code != tongue.code:
        scope = Names(scope, tongue)
    return meaning_of(expression).of(scope)


@once
def meaning_of(expression: Expression) -> Meaning:
    """What an expression means, put together when it is first asked for."""
    return _meaning(expression)


def _meaning(expression: Expression) -> Meaning:
    match expression:
        case Name(name):
            return _name(name)
        case Field(of, name):
            return _field(_meaning(of), name)
        case Filtered(of, name, arguments):
            return _filtered(_meaning(of), name, tuple(map(_meaning, arguments)))
        case Literal(value):
            return _list(*value) if isinstance(value, tuple) else _literal(value)
        case Compare(left, sign, right):
            return _compared(_side(_meaning(left)), sign, _side(_meaning(right)))
        case Both():
            return _all(*map(_meaning, _chain(expression, Both)))
        case Either():
            return _any(*map(_meaning, _chain(expression, Either)))
        case Negation(of):
            return _negation(_meaning(of))
        case _:
            assert_never(expression)


@lru_cache(MOST)
def _name(name: str) -> Meaning:
    return Meaning(lambda among: among[name], frozenset((name,)))


@lru_cache(MOST, typed=True)
def _literal(value: Scalar) -> Meaning:
    fact = Fact(value, str(value))
    return Meaning(lambda among: fact, frozenset(), literal=True)


@lru_cache(MOST, typed=True)
def _list(*values: Scalar) -> Meaning:
    listing = Listing(tuple(Fact(one, str(one)) for one in values))
    return Meaning(lambda among: listing, frozenset(), literal=True)


@lru_cache(MOST)
def _bare(meaning: Meaning) -> Meaning:
    """A fact without a number and a closing mark of its own."""
    of = meaning.of

    def work(among: Names) -> Value | Phrase:
        value = of(among)
        return value if isinstance(value, Phrase) else bare(value, among.tongue)

    return remembered(work, meaning.names)


def _side(meaning: Meaning) -> Meaning:
    """What is compared or looked for: bare, unless it is written out."""
    return meaning if meaning.literal else _bare(meaning)


def _chain(expression: Expression, kind: type[Both | Either]) -> Iterator[Expression]:
    """What stands between several `and`, or several `or`."""
    if isinstance(expression, kind):
        yield from _chain(expression.left, kind)
        yield expression.right
    else:
        yield expression


@lru_cache(MOST)
def _all(*parts: Meaning) -> Meaning:
    first, *others = (one.of for one in parts)

    def work(among: Names) -> Value | Phrase:
        value = first(among)
        for other in others:
            if not holds(value):
                break
            after = other(among)
            if not (is_open(value) and holds(after)):  # what hangs on what is open is open, too
                value = after
        return value

    return remembered(work, frozenset().union(*(one.names for one in parts)))


@lru_cache(MOST)
def _any(*parts: Meaning) -> Meaning:
    each = [one.of for one in parts]

    def work(among: Names) -> Value | Phrase:
        for of in each:
            value = of(among)
            if holds(value):
                break
        return value

    return remembered(work, frozenset().union(*(one.names for one in parts)))


@lru_cache(MOST)
def _negation(meaning: Meaning) -> Meaning:
    of = meaning.of

    def work(among: Names) -> Value | Phrase:
        value = of(among)
        return TRUE if is_open(value) or not holds(value) else FALSE  # what is open is not there

    return remembered(work, meaning.names)


@lru_cache(MOST)
def _compared(left: Meaning, sign: str, right: Meaning) -> Meaning:
    first_of, second_of, compares = left.of, right.of, COMPARISONS[sign]

    def work(among: Names) -> Value | Phrase:
        return TRUE if _compare(first_of(among), compares, second_of(among)) else FALSE

    return remembered(work, left.names | right.names)


def _compare(left: Value | Phrase, compares: Callable[[Any, Any], bool], right: Value | Phrase) -> bool:
    """Nothing is known of a gap: no comparison with it holds."""
    if not isinstance(left, Fact):
        return False
    if isinstance(right, Listing):
        return compares(left.value, [item.value for item in right.items if isinstance(item, Fact)])
    if not isinstance(right, Fact):
        return False
    try:
        return compares(left.value, right.value)
    except TypeError:  # an omitted number is an empty text, and less than nothing
        return False


@lru_cache(MOST)
def _field(meaning: Meaning, name: str) -> Meaning:
    """A field of an item, or what a fact or an item says beside its words."""
    of, bare_of = meaning.of, _bare(meaning).of

    def work(among: Names) -> Value | Phrase:
        item = of(among)
        if isinstance(item, Record) and name in item.fields:
            return item.fields[name]
        reading = among.tongue.readings.get(name)
        if reading is None or isinstance(item, Phrase) or not given(item):
            return item
        plain = bare_of(among)
        assert not isinstance(plain, Phrase)
        return reading.find(plain, among.tongue.knows)

    return remembered(work, meaning.names)


@lru_cache(MOST)
def _looked_into(meaning: Meaning) -> Meaning:
    """What a finder looks into: bare; the gap of a list that is open as a whole."""
    of = _bare(meaning).of

    def work(among: Names) -> Value | Phrase:
        value = of(among)
        return (gap_of(value) or value) if isinstance(value, Listing) else value

    return remembered(work, meaning.names)


@lru_cache(MOST)
def _filtered(meaning: Meaning, name: str, arguments: tuple[Meaning, ...]) -> Meaning:
    of, looked_into, sides = meaning.of, _looked_into(meaning).of, tuple(map(_side, arguments))

    def told(what: Finder, among: Names) -> Iterator[object]:
        """The arguments as the finder needs them."""
        for need, argument, side in zip(what.needs, arguments, sides, strict=True):
            if need == "condition":
                yield _condition(argument, among)
            else:
                yield as_needed(side.of(among), (need,), among.tongue)

    def work(among: Names) -> Value | Phrase:
        what = among.tongue.filters[name]
        if isinstance(what, Finder):
            return _found(looked_into(among), what, told(what, among), among.tongue)
        return _changed(of(among), what, among.tongue)

    return remembered(work, meaning.names.union(*(one.names for one in arguments)))


def _found(value: Value | Phrase, what: Finder, arguments: Iterable[object], tongue: Tongue) -> Value | Phrase:
    """What a finder finds; nothing where an argument is not given."""
    if isinstance(value, (Gap, Phrase)):
        return value
    told = []
    for one in arguments:
        if isinstance(one, (Fact, Gap, Listing, Record)) and not given(one):
            return NOTHING
        told.append(one)
    value = as_needed(value, what.takes, tongue)
    if isinstance(value, Listing) and "list" not in what.takes:
        found = (
            (what.find(one, tongue.knows, *told) for one in all if given(one)) for all in (value.items, value.beyond)
        )
        items, beyond = map(tuple, found)
        return replace(value, items=items, beyond=beyond)
    return what.find(value, tongue.knows, *told) if given(value) else NOTHING


def _condition(meaning: Meaning, among: Names) -> Callable[[Value], bool]:
    """Whether something holds for an item, and is known of it."""
    return lambda item: is_sure(meaning.of(among.having(of_item(item))))


def _changed(value: Value | Phrase, what: Joiner | Mapper, tongue: Tongue) -> Value | Phrase:
    value = as_taken(value, what, tongue)
    match what, value:
        case _, Gap():
            return value
        case _, Fact(text="") if value.value == "":
            return NOTHING
        case Joiner(form), Listing(items, beyond=beyond):
            phrases = [words for words in (printed(item, tongue) for item in items) if words]
            if beyond and phrases:
                return Phrase(shortened(phrases, len(beyond), form, tongue.marks))
            return Phrase(joined(phrases, form, tongue.marks))
        case Mapper(), Listing() if gap := gap_of(value):
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
