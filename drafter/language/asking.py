"""A slot put to the writer: its question, what is allowed, an answer that could be given."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language.tongue import Tongue
from drafter.model.blueprint import Slot


def question(slot: Slot, tongue: Tongue) -> str:
    """The question, and in brackets what is allowed."""
    words = tongue.brief_words
    notes = [*limits(slot, tongue), *_notes(slot, tongue)]
    text = slot.ask or slot.name
    left, right = words["brackets"][:-1], words["brackets"][-1:]
    return " ".join((text + (left + words["comma"].join(notes) + right if notes else "")).split())


def limits(slot: Slot, tongue: Tongue) -> Iterator[str]:
    """The least and the most that is allowed."""
    words = tongue.brief_words
    unit = words["items" if slot.type == "list" else "size" if slot.type == "text" else "value"]
    for key, limit in (("at_least", slot.min), ("at_most", slot.max)):
        if limit is not None:
            yield (words[key].format(f"{limit:g}") + unit).strip()


def example(slot: Slot, tongue: Tongue) -> str:
    """An answer that could be given, if the blueprint has one."""
    return tongue.brief_words["example"].format(" ".join(slot.example.split())) if slot.example else ""


def _notes(slot: Slot, tongue: Tongue) -> Iterator[str]:
    """What else is allowed."""
    words = tongue.brief_words
    if slot.type == "date":
        yield words["date"]
    if slot.type in tongue.slot_kinds:
        yield words["typed"].format(tongue.slot_kinds[slot.type].examples)
    if slot.form:
        yield words["form"].format(words["form_or"].join(tongue.forms[name] for name in slot.form))
    if slot.type == "flag":
        yield words["flag"]
    if slot.choices:
        yield words["choose"].format(words["or"].join(slot.choices))
    if slot.default is not None:
        yield words["default"].format(slot.default.text)
    if slot.missing == "omit":
        yield words["omit"]
