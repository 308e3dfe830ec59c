"""Slots of a blueprint added and removed on disk."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from drafter.desk.edit import (
    Edited,
    Revision,
    blueprint_after,
    blueprint_of,
    chosen,
    holding,
    proved,
    readable,
    revised,
    whole_of,
)
from drafter.desk.library import Library
from drafter.notation import revise_slots
from drafter.notation.scope import hidden
from drafter.problem import InputError, stop_on_errors
from drafter.yamltext.data import Data


def slot_added(name: str, slot: str, made: Mapping[str, Data], library: Library) -> Revision:
    """A blueprint with one more slot."""
    return revised(name, library, lambda doc, whole: revise_slots.slot_added(doc, slot, made, whole))


def slot_removed(name: str, slot: str, library: Library) -> Revision:
    """A blueprint without a slot; raises InputError with every place that uses it, unless a parent has it, too."""
    [file] = readable([chosen(name, library)], library)
    blueprint = blueprint_of(file)
    after = replace(file, after=revise_slots.slot_removed(file.before, slot, whole_of(blueprint)))
    used = revise_slots.uses(file.before, slot, hidden(blueprint, slot))
    if used and not _is_a_parents(after, slot, library):
        stop_on_errors(used)
    return proved([after], library)


def _is_a_parents(file: Edited, slot: str, library: Library) -> bool:
    """Whether the slot is still there once the file has lost it."""
    try:
        return slot in blueprint_after(file, holding(library, [file])).slots
    except InputError:
        return False
