"""The row that shows how a workbook is filled in: what its blueprint gives as examples, as a brief and as cells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from drafter.desk.library import Library
from drafter.desk.remarks import remarks_wanted
from drafter.language import TONGUES, Tongue
from drafter.language.typed import typed
from drafter.model.blueprint import Blueprint, Slot
from drafter.model.value import Fact
from drafter.notation.brief import read_brief
from drafter.notation.write import data_text
from drafter.yamltext.data import Data, Path
from drafter.yamltext.parse import parse

DAY = date(2026, 3, 18)
"""The day that stands for one where no example is given."""
ONE = 2
"""Steps to an item of a list; a longer path is that of a field."""
Cell = str | float | date | None


def cell_of(slot: Slot, tongue: Tongue) -> Cell:
    """What stands in the column of a slot, typed as its cells are; nothing, where there is no example."""
    open = slot.type in ("choice", "flag") and not slot.example and slot.missing != "error"
    text = (
        "" if open else _text(slot, tongue)
    )  # one of several answers, taken at random, might belie the other examples
    fact = typed(text, slot, tongue) if text and slot.type in ("number", "date") else None
    if isinstance(fact, Fact) and isinstance(fact.value, int | float | date):
        return fact.value
    return text or None


def _text(slot: Slot, tongue: Tongue) -> str:
    """An answer for a slot, as a person would type it; nothing for a text or a number that no example is given of."""
    match slot.type:
        case _ if slot.example:
            return slot.example.strip()
        case "date":
            return DAY.isoformat()
        case "choice":
            return slot.choices[0]
        case "flag":
            return next(word for word, truth in tongue.truth.items() if truth)
        case _:
            return ""


def marks_of(blueprint: Blueprint, library: Library) -> Mapping[Path, tuple[str, ...]]:
    """The remarks that a blueprint looks for, by the place of their fact in a brief that gives one of each."""
    tongue = TONGUES[blueprint.language]
    if not tongue.remark_asks:
        return {}
    said = {"blueprint": blueprint.name, **{name: _said(blueprint.slots[name], tongue) for name in blueprint.asked}}
    brief, _, _ = read_brief(parse(data_text(said), blueprint.name), lambda *_: (blueprint, ()))
    return remarks_wanted(brief, blueprint, library, frozenset(blueprint.asked)) if brief else {}


def _said(slot: Slot, tongue: Tongue) -> Data:
    """A value for a slot, given so that all is looked at that may hang on it."""
    if slot.type != "list":
        return _text(slot, tongue) or ("1" if slot.type == "number" else slot.name)
    if slot.fields:
        return [{one.name: _said(one, tongue) for one in slot.fields}]
    return [slot.example or ("1" if slot.item and slot.item.type == "number" else slot.name)]
