"""What a person decides about a distilled blueprint: each choice gives another one, or the Problem that forbids it."""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from msgspec.structs import replace

from drafter.desk.distil import distil_speeches, made_again
from drafter.desk.distil_sentences import Sentence as Sentence
from drafter.desk.distil_sentences import found as found
from drafter.desk.distil_sentences import free, not_there
from drafter.desk.distil_sentences import sentences as sentences
from drafter.desk.distilled import Returned
from drafter.distillation import Fact as Fact
from drafter.distillation import choices as decide
from drafter.distillation.align import aligned
from drafter.distillation.choices import Choices
from drafter.distillation.facts import Span, called, unused
from drafter.distillation.found import sight
from drafter.distillation.lists import Rows as Rows
from drafter.distillation.lists import lists
from drafter.distillation.slots import RESERVED, asked, fact_at, list_fact, reads_as
from drafter.facts.hit import Hit
from drafter.model.blueprint import Slot, SlotType
from drafter.model.sheet import Recognised
from drafter.problem import Place, Problem, near_miss

Made = Returned | Problem
OF_PARTS = ("list", "flag")
"""Types of slots that stand in no sentence."""
OPEN_TYPES = tuple(one for one in get_args(SlotType) if one not in (*OF_PARTS, "choice"))
"""Types that a value by itself can be read as."""


def refused(made: Returned, slot: str, name: str) -> Problem | None:
    """Why a slot, or a new one if it is empty, cannot be called so."""
    if not name.isidentifier():
        return _problem("odd-slot-name", name=name)
    if name in RESERVED:
        return _problem("taken-slot-name", name=name)
    if name not in made.blueprint.slots or name == slot:
        return None
    if not slot:
        return _problem("slot-taken", name=name)
    return None if name in may_join(made, slot) else _problem("slots-differ", name=name)


def may_join(made: Returned, slot: str) -> tuple[str, ...]:
    """The other slots that say the same of the same kind in every speech."""
    one = _fact(made, slot)

    def alike(other: Fact) -> bool:
        same = (other.slot.type, other.slot.fields) == (one.slot.type, one.slot.fields) and other.unit == one.unit
        return same and all(told.get(slot) == told.get(other.name) for told in made.given)

    return tuple(other.name for other in made.facts if other.name != slot and alike(other))


def may_drop(made: Returned, slot: str) -> bool:
    """Whether a slot's words can stand in the sentence itself: all speeches that have it say the same."""
    one = _fact(made, slot).slot
    told = [given[slot] for given in made.given if slot in given]
    return one.type != "flag" and one.missing != "omit" and all(value == told[0] for value in told)


def types(made: Returned, slot: str) -> tuple[SlotType, ...]:
    """The types that all values of a slot read as, its own first."""
    own = _fact(made, slot).slot.type
    return (own, *(one for one in OPEN_TYPES if one != own and _reads(made, slot, one) is None))


def may_list(made: Returned) -> tuple[Rows, ...]:
    """The rows of parts that are no list and can be one."""
    basis = made.basis
    if basis.eager != "facts":
        return ()
    listed = ((n, id) for (n, _), one in made.choices.lists.items() if one for id in one.ids)
    seen = [sight(speech, basis.eager, basis.look) for speech in basis.speeches]
    but = {*basis.apart, *listed}
    return tuple(
        one for rows in aligned(basis.speeches).values() for one in lists(rows, seen, basis.look, but, lax=True)
    )


def renamed(made: Returned, slot: str, name: str) -> Made:
    """A slot called otherwise, or a field as LIST.FIELD; if that is the name of another that says the same, they are one."""
    if "." in slot:
        return _refielded(made, *slot.split(".", 1), name=name)
    if (wrong := _known(made, slot) or refused(made, slot, name)) is not None:
        return wrong
    key, other = made.choices.key(slot), made.choices.key(name)
    if other not in (-1, key):
        return _proved(made, decide.joined(made.choices, key, other), {name})
    return _proved(made, decide.stated(made.choices, key, called(_fact(made, slot), name)), {name})


def _refielded(made: Returned, slot: str, field: str, *, name: str) -> Made:
    if (wrong := _known(made, slot)) is not None:
        return wrong
    fields = [one.name for one in _fact(made, slot).slot.fields]
    if field not in fields:
        return _problem("no-slot-yet", name=f"{slot}.{field}", near=near_miss(field, fields))
    if not name.isidentifier():
        return _problem("odd-slot-name", name=name)
    if name in fields and name != field:
        return _problem("slot-taken", name=name)
    return _proved(made, decide.refielded(made.choices, made.choices.key(slot), field, name))


def joined(made: Returned, slot: str, other: str) -> Made:
    """A slot's places ask for another that says the same."""
    return _known(made, slot) or _known(made, other) or renamed(made, slot, other)


def dropped(made: Returned, slot: str) -> Made:
    """The words of a slot in their sentences; those of a list in its items."""
    if (wrong := _known(made, slot)) is not None:
        return wrong
    if not may_drop(made, slot):
        return _problem("slot-is-needed", name=slot)
    before = made.choices
    if _fact(made, slot).slot.type != "list":
        return _proved(made, decide.dropped(before, {before.key(slot)}, before.spans))
    made_plain = unlisted(made, slot)
    if isinstance(made_plain, Problem):
        return made_plain
    after = made_plain.choices
    told = decide.dropped(after, after.facts.keys() - before.facts.keys(), after.spans.keys() - before.spans.keys())
    return _proved(made_plain, told)


def split(made: Returned, slot: str, which: int, name: str) -> Made:
    """One place of a slot that asks for a slot of its own, in every speech that says it there."""
    if (wrong := _known(made, slot) or refused(made, slot, name)) is not None:
        return wrong
    places = tuple(decide.places(made.choices, made.choices.key(slot)))
    if not 0 <= which < len(places) or len({span.place for _, span in places}) < 2 or name == slot:
        return _problem("stands-once", name=slot)
    text, span = places[which]
    choices, key = made.choices, made.choices.key(name)
    if key < 0:
        old, key = _fact(made, slot), decide.fresh(choices)
        fact = replace(old, slot=replace(old.slot, name=name, ask=asked(name, text.words, span.start, span.end)))
        choices = decide.stated(choices, key, fact)
    return _proved(made, decide.split(choices, span.place, key), {name, slot})


def added(made: Returned, words: str, name: str, which: int | None = None) -> Made:
    """A new slot wherever words stand outside of slots, or in one of these places."""
    if (wrong := refused(made, "", name)) is not None:
        return wrong
    there = free(made, words)
    chosen = there if which is None else there[which : which + 1]
    if not chosen:
        return not_there(made, words)
    text, span = chosen[0]
    fact, key = (
        fact_at(name, text.words, Hit(span.start, span.end, "added"), made.basis.look),
        decide.fresh(made.choices),
    )
    where = [(text, Span(span.start, span.end - len(fact.unit), key)) for text, span in chosen]
    return _proved(made, decide.added(decide.stated(made.choices, key, fact), where), {name})


def retyped(made: Returned, slot: str, type: SlotType) -> Made:
    """A slot that is read as another type."""
    if (wrong := _known(made, slot) or _reads(made, slot, type)) is not None:
        return wrong
    return _restated(made, slot, replace(_fact(made, slot).slot, type=type))


def reasked(made: Returned, slot: str, ask: str) -> Made:
    """A slot with another question."""
    if (wrong := _known(made, slot)) is not None:
        return wrong
    return _restated(made, slot, replace(_fact(made, slot).slot, ask=" ".join(ask.split()) or slot))


def listed(made: Returned, id: str, name: str = "") -> Made:
    """A row of parts as a list of records."""
    row = next((one for one in may_list(made) if one.id == id), None)
    if row is None:
        return _problem("no-such-row", name=id)
    if name and (wrong := refused(made, "", name)) is not None:
        return wrong
    name = name or unused(row.name, {*made.blueprint.slots, *RESERVED})
    return _proved(
        made, decide.listed(made.choices, row.patterns, list_fact(name, row.records, made.basis.look.tongue)), {name}
    )


def unlisted(made: Returned, slot: str) -> Made:
    """The items of a list one by one, with their facts as slots."""
    if (wrong := _known(made, slot)) is not None:
        return wrong
    if _fact(made, slot).slot.type != "list":
        return _problem("is-no-list", name=slot)
    return _proved(made, decide.unlisted(made.choices, made.choices.key(slot)))


def redone(made: Returned, read: tuple[Recognised, ...]) -> Returned:
    """The same choices where speeches were read in another way."""
    basis = made.basis
    return distil_speeches(read, made.sources, made.blueprint.name, basis.eager, look=basis.look, choices=made.choices)


def _restated(made: Returned, slot: str, fresh: Slot) -> Made:
    return _proved(made, decide.stated(made.choices, made.choices.key(slot), replace(_fact(made, slot), slot=fresh)))


def _proved(made: Returned, choices: Choices, kept: Collection[str] = ()) -> Made:
    """What choices give, if each speech comes back of it and every slot that is to stand does."""
    again = made_again(made, choices)
    if again is None or not again.blueprint.slots.keys() >= set(kept):
        return _problem("comes-out-otherwise")
    return again


def _fact(made: Returned, slot: str) -> Fact:
    return made.choices.facts[made.choices.key(slot)]


def _problem(rule: str, **facts: str) -> Problem:
    return Problem(rule, Place(""), facts)


def _known(made: Returned, slot: str) -> Problem | None:
    """That there is no such slot, if there is none."""
    if slot in made.blueprint.slots:
        return None
    return _problem("no-slot-yet", name=slot, near=near_miss(slot, made.blueprint.slots))


def _reads(made: Returned, slot: str, type: SlotType) -> Problem | None:
    """Why a slot cannot be read as a type."""
    one, look = _fact(made, slot).slot, made.basis.look
    if one.type in OF_PARTS or type not in OPEN_TYPES:
        return _problem("type-is-fixed", name=slot, what=type)
    wish = replace(one, type=type)
    told = (str(given[slot]) for given in made.given if slot in given)
    wrong = next((value for value in told if not reads_as(value, wish, look.tongue)), None)
    return None if wrong is None else _problem("not-of-type", name=slot, value=wrong, what=type)
