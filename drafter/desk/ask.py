"""A brief filled in by question and answer: what is asked next, what an answer breaks, what is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.files import read_bytes, replace_files, save
from drafter.desk.kinds import other_kind
from drafter.desk.library import Library
from drafter.desk.new import write_brief
from drafter.desk.reading import sound
from drafter.desk.subjects import guessed, subjects
from drafter.language import TONGUES
from drafter.language import Tongue as Tongue
from drafter.language.asking import example as example
from drafter.language.asking import question as question
from drafter.language.pasted import joined as joined
from drafter.language.pasted import parted as parted
from drafter.language.typed import misfit
from drafter.model.blueprint import Blueprint
from drafter.model.blueprint import Slot as Slot
from drafter.model.brief import SETTINGS
from drafter.notation.brief import read_brief
from drafter.notation.unanswered import blank as blank
from drafter.notation.unanswered import needed, open_slots
from drafter.notation.unconfirmed import touched, unconfirmed
from drafter.problem import InputError, Place, Problem, near_miss, stop_on_errors
from drafter.yamltext.data import Data as Data
from drafter.yamltext.data import at, data
from drafter.yamltext.proof import Spot
from drafter.yamltext.source import encoded
from drafter.yamltext.splice import move, put
from drafter.yamltext.tree import Document

SUBJECT = "subject"
"""The setting of a brief that is asked for like a slot."""


class Interview(Struct, frozen=True):
    """A brief that is being filled in."""

    path: Path
    """Its file."""
    raw: bytes
    """What is in it."""
    doc: Document
    """The same, ready for edits."""
    blueprint: Blueprint
    """Its blueprint."""
    library: Library
    """What finds that blueprint, in the folder of the file."""
    subject: Slot | None = None
    """The question for the class of work, where the blueprint looks into facts and there are classes."""

    @property
    def tongue(self) -> Tongue:
        """The language that the questions are in."""
        return TONGUES[self.blueprint.language]

    @property
    def slots(self) -> Mapping[str, Slot]:
        """All that may be asked for."""
        return {**self.blueprint.slots, **({SUBJECT: self.subject} if self.subject else {})}


MENDED_BY_ASKING = frozenset(
    {
        "missing-slot",
        "not-a-number",
        "not-a-date",
        "not-a-due",
        "not-a-quantity",
        "not-a-flag",
        "unknown-choice",
        "text-due",
        "list-due",
        "record-due",
    }
)
"""Errors of a brief that a new answer takes away."""


def begun(path: Path, library: Library) -> Interview:
    """The interview for a brief as it is; raises InputError for all that no answer mends."""
    raw, here = read_bytes(path), library.at(path.parent)
    doc = sound(raw, path)
    _, blueprint, found = read_brief(doc, here.find(path))
    stop_on_errors(one for one in found if one.rule not in MENDED_BY_ASKING)
    assert blueprint is not None
    return Interview(path, raw, doc, blueprint, here, _subject(blueprint, here))


def _subject(blueprint: Blueprint, library: Library) -> Slot | None:
    """The class of work as a choice that may be skipped."""
    classes = subjects(blueprint, library) if blueprint.looks else ()
    ask = TONGUES[blueprint.language].brief_words["subject"]
    slot = Slot(name=SUBJECT, type="choice", choices=classes, ask=ask, missing="omit", place=blueprint.place)
    return slot if classes else None


def proposed(interview: Interview, slot: Slot) -> str:
    """The answer that an Enter gives: the class of work that the facts tell; nothing for what only its writer knows."""
    if slot != interview.subject:
        return ""
    brief, blueprint, _ = read_brief(interview.doc, interview.library.find(interview.path))
    return guessed(brief, blueprint, interview.library) if brief and blueprint else ""


def is_brief(path: Path, library: Library) -> bool:
    """A file that is no blueprint; what is not there at all is taken for what its name looks like; raises InputError."""
    if not path.exists() and path.suffix not in (".yaml", ".yml"):
        return False
    doc = library.at(path.parent).document(path)
    other = other_kind(doc, "brief")
    stop_on_errors(one for one in other if one.facts["kind"] != "blueprint")
    if doc.root is None:
        stop_on_errors(doc.problems)
    return not other


def begin(name: str, target: Path, library: Library) -> None:
    """Begin a file: a copy of the brief `name`, or a new one for that blueprint; one that is there already is gone on
    with, or not touched; raises DrafterError."""
    if is_brief(Path(name), library):
        if target.resolve() != Path(name).resolve():
            save(target, read_bytes(Path(name)), force=False)
    elif not goes_on(target, library.named(name), library):
        stop_on_errors(write_brief(name, target, library))


def open_in(name: str, library: Library) -> tuple[str, ...]:
    """What a brief leaves open or unconfirmed, or what a blueprint asks for."""
    if is_brief(Path(name), library):
        interview = begun(Path(name), library)
        return tuple(
            dict.fromkeys((*left_open(interview), *(one.slot.split("[")[0] for one in unconfirmed(interview.doc))))
        )
    blueprint = library.named(name)
    return tuple(one for one in blueprint.asked if needed(blueprint.slots[one]))


def goes_on(path: Path, blueprint: Blueprint, library: Library) -> bool:
    """A file holds a brief of this blueprint that can be gone on with."""
    try:
        return begun(path, library).blueprint.place == blueprint.place
    except InputError:
        return False


def value(interview: Interview, name: str) -> Data:
    """What the brief holds for a slot; None for nothing."""
    root = data(interview.doc.root)
    found = root.get(name) if isinstance(root, dict) else None
    return None if blank(found) else found


def questions(interview: Interview, only: tuple[str, ...] = ()) -> tuple[Slot, ...]:
    """The slots to ask for: those of these names; else those that are open, wholly or in a field; where none is, all.

    Raises InputError for a name that no slot has.
    """
    last = (interview.subject,) if interview.subject else ()  # the facts tell it, so they come first
    if only:
        return tuple(
            interview.slots[name] for name in _known(only, (*interview.blueprint.asked, *(s.name for s in last)))
        )
    open = {path.split("[")[0] for path, _ in open_slots(interview.blueprint, data(interview.doc.root))}
    broken = {name for name in interview.blueprint.asked if _broken(interview, interview.blueprint.slots[name])}
    asked = [interview.blueprint.slots[name] for name in interview.blueprint.asked]
    due = tuple(slot for slot in asked if slot.name in open | broken)
    if due or unconfirmed(interview.doc):
        return (*due, *(one for one in last if blank(value(interview, one.name))))
    return (*asked, *last)


def _known(names: tuple[str, ...], asked: tuple[str, ...]) -> tuple[str, ...]:
    """Names of slots, each once."""
    stop_on_errors(
        Problem("no-such-question", Place("--only"), {"name": name, "near": near_miss(name, asked)})
        for name in names
        if name not in asked
    )
    return tuple(dict.fromkeys(names))


def all_given(interview: Interview) -> bool:
    """No slot is open."""
    return not any(open_slots(interview.blueprint, data(interview.doc.root)))


def left_open(interview: Interview) -> tuple[str, ...]:
    """The slots and fields that are gaps as long as nobody fills them in."""
    return tuple(path for path, slot in open_slots(interview.blueprint, data(interview.doc.root)) if needed(slot))


def refused(text: str, slot: Slot, tongue: Tongue, path: str) -> Problem | None:
    """Why an answer cannot be taken; an empty one leaves the slot open."""
    wrong = misfit(text, slot, tongue, path) if text.strip() else None
    return Problem(wrong[0], Place(path), wrong[1]) if wrong else None


def answered(interview: Interview, name: str, given: Data) -> Interview:
    """The interview with an answer, written into the file; raises DrafterError, and the file is as it was."""
    return written(interview, touched(interview.doc, with_answer(interview, name, given)))


def written(interview: Interview, doc: Document) -> Interview:
    """The interview with a brief that has become another, written into its file; raises DrafterError."""
    if doc.text == interview.doc.text:
        return interview
    raw = encoded(interview.raw, doc.text)
    if raw is None:
        raise InputError([Problem("unknown-encoding", Place(str(interview.path)))])
    replace_files([(interview.path, interview.raw, raw)])
    return replace(interview, raw=raw, doc=doc)


def with_answer(interview: Interview, name: str, given: Data) -> Document:
    """The brief as it would be with an answer; raises InputError."""
    old, slot = data(at(interview.doc.root, (name,))), interview.slots[name]
    return _put(interview.doc, name, _whole(given, slot, old), interview.blueprint.asked)


def _put(doc: Document, name: str, new: Data, order: tuple[str, ...]) -> Document:
    """The file with a value for a slot; two items that change places take their comments along."""
    old = data(at(doc.root, (name,)))
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        other = [n for n in range(len(old)) if old[n] != new[n]]
        if (
            len(other) == 2
            and other[1] == other[0] + 1
            and [old[n] for n in reversed(other)] == [new[n] for n in other]
        ):
            with suppress(InputError):  # a comment that could belong to either
                return move(doc, (name, other[1]), Spot("before", (name, other[0])))
    return put(doc, (name,), new, (*SETTINGS, *order))


def _whole(given: Data, slot: Slot, old: Data = None) -> Data:
    """An answer as it is written: an open field of a new item has its line, and an empty list its open item."""
    if slot.type != "list":
        return given if not blank(given) else None
    items = [item for item in given if not blank(item)] if isinstance(given, list) else []
    if not slot.fields:
        return items or [None]
    known = old if isinstance(old, list) else []
    return [_record(item, slot) if isinstance(item, dict) and item not in known else item for item in items or [{}]]


def _record(item: dict[str, Data], slot: Slot) -> Data:
    return {one.name: _whole(item.get(one.name), one) for one in slot.fields}


def _broken(interview: Interview, slot: Slot) -> bool:
    """The brief holds something that does not fit the slot."""
    return any(_misfits(value(interview, slot.name), slot, interview.tongue))


def _misfits(given: Data, slot: Slot, tongue: Tongue) -> Iterator[bool]:
    if blank(given):
        return
    if slot.type != "list":
        yield not isinstance(given, str) or misfit(given, slot, tongue) is not None
    elif not isinstance(given, list):
        yield True
    else:
        for item in given:
            if slot.item:
                yield from _misfits(item, slot.item, tongue)
            elif not isinstance(item, dict):
                yield not blank(item)
            else:
                for one in slot.fields:
                    yield from _misfits(item.get(one.name), one, tongue)
