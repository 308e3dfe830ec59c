"""A workbook to be filled in for a blueprint, a row a speech: its sheets and columns, and the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.batch.needs import need
from drafter.desk.batch.specimen import ONE, cell_of, marks_of
from drafter.desk.files import save
from drafter.desk.library import Library
from drafter.desk.subjects import subjects
from drafter.formats.tables.book import workbook
from drafter.language import TONGUES, Tongue
from drafter.language.asking import example, limits, question
from drafter.language.blanks import BLANKS
from drafter.model.blank import Allowed, Between, Blank, BlankColumn, BlankSheet, Named, OneOf
from drafter.model.blueprint import Blueprint, Slot
from drafter.notation.headers import NAME
from drafter.notation.sheet_names import free_name, list_sheets
from drafter.problem import OutputError, Place, Problem
from drafter.sentences.batch import NOT_OVER
from drafter.yamltext.data import Path as At

WEIGHTS = {"error": "must", "gap": "should", "omit": "may"}
Words = Mapping[str, str]


class _Of(Struct, frozen=True):
    """What is known wherever a column is made."""

    tongue: Tongue
    words: Words
    marks: Mapping[At, tuple[str, ...]]
    """The remarks that the blueprint looks for, by the place of their fact."""
    title: str
    """What the sheet of the rows is called."""


def write_template(named: str, target: Path, library: Library) -> None:
    """Write the workbook for a blueprint; raises DrafterError, and then nothing is written."""
    place = Place(str(target))
    if target.suffix.lower() != ".xlsx":
        raise OutputError([Problem("no-workbook-name", place, {"name": str(target)})])
    need("xlsxwriter", place)
    data = workbook(blank(library.named(named), library.called(named), library))
    try:
        save(target, data, force=False, kept=library.sources)
    except OutputError as error:
        told = (replace(one, says=NOT_OVER) if one.rule == "would-overwrite" else one for one in error.problems)
        raise OutputError(told) from error


def blank(blueprint: Blueprint, called: str, library: Library) -> Blank:
    """The workbook for a blueprint, which the next command calls so."""
    slots = [blueprint.slots[name] for name in blueprint.asked]
    sheets = {slot.name: name for name, slot in list_sheets(blueprint.slots.values()).items()}
    title = free_name(blueprint.title, sheets.values())
    words = BLANKS[blueprint.language]
    of = _Of(TONGUES[blueprint.language], words, marks_of(blueprint, library), title)
    lists = [(sheets[slot.name], slot) for slot in slots if slot.type == "list"]
    rows = BlankSheet(title, tuple(_rows(blueprint, slots, called, [name for name, _ in lists], of, library)))
    return Blank(
        (rows, *(_list(name, slot, of) for name, slot in lists)),
        free_name(words["choices"], (title, *sheets.values())),
    )


def _rows(
    blueprint: Blueprint, slots: list[Slot], called: str, lists: list[str], of: _Of, library: Library
) -> Iterator[BlankColumn]:
    """The columns of the rows: the name first, the slots as they are asked for, the class of work last."""
    words = of.words
    notes = (
        words["row_note"],
        words["remark_note"],
        words["weights_note"],
        words["lists_note"].format(of.tongue.brief_words["or"].join(lists)) if lists else "",
        words["next_note"].format(called),
    )
    named = blueprint.slots.get(NAME)
    asked = (_asked(named, (NAME,), of).note,) if named and named.type != "list" else ()
    yield BlankColumn(
        head=NAME if asked or words["name_head"] in blueprint.slots else words["name_head"],
        note="\n".join(filter(None, (*asked, *notes))),
        hint=words["row_note"],
        weight="must",
        example=words["example"],
    )
    yield from (_asked(slot, (slot.name,), of) for slot in slots if slot.type != "list" and slot.name != NAME)
    if blueprint.looks and (known := subjects(blueprint, library)):
        asked_of, choose = words["subject"], words["choose"]
        yield BlankColumn(
            head=words["subject_head"], note=asked_of, hint=asked_of, allowed=OneOf(known), refused=choose
        )


def _list(name: str, slot: Slot, of: _Of) -> BlankSheet:
    """The sheet of a list: the name of the row, and the fields of an item or its text."""
    held = tuple(field for field in slot.fields if not (field.type == "list" and field.fields))
    first = BlankColumn(
        head=of.words["row"],
        note="\n".join(filter(None, _list_notes(slot, held, of))),
        hint=of.words["of_note"].format(of.title),
        weight="must",
        allowed=Named(),
        refused=of.words["named"].format(of.title),
        example=of.words["example"],
    )
    if slot.fields:
        return BlankSheet(name, (first, *(_asked(field, (slot.name, 0, field.name), of) for field in held)))
    one = replace(slot, type=slot.item.type if slot.item else "text", min=None, max=None)
    item = replace(_asked(one, (slot.name, 0), of), note="\n".join(_notes(slot, (slot.name, 0), of)))
    return BlankSheet(name, (first, item))


def _list_notes(slot: Slot, held: Iterable[Slot], of: _Of) -> Iterator[str]:
    """What is said of a list as a whole: its question, which row an item belongs to, how else it may be given."""
    words = of.words
    yield question(slot, of.tongue)
    yield words[WEIGHTS[slot.missing]]
    yield words["of_note"].format(of.title)
    single = [field.name for field in held if field.type != "list"]
    if not slot.fields:
        yield words["texts_note"].format(of.title, slot.name)
    elif single:
        heads = (
            words["parted"].join(words["quoted"].format(f"{slot.name}{n}.{name}") for name in single) for n in (1, 2)
        )
        yield words["records_note"].format(of.title, *heads)
    yield from (words["nested_note"].format(one.name) for one in slot.fields if one not in held)


def _asked(slot: Slot, path: At, of: _Of) -> BlankColumn:
    """The column of a slot or of a field."""
    allowed, refused, strict = _allowed(slot, of)
    asked = question(slot, of.tongue)
    return BlankColumn(
        head=slot.name,
        note="\n".join(_notes(slot, path, of)),
        hint="\n".join(filter(None, (asked, example(slot, of.tongue)))),
        kind="number" if slot.type == "number" else "date" if slot.type == "date" else "text",
        weight=WEIGHTS["omit" if slot.default is not None else slot.missing],  # type: ignore[arg-type]
        allowed=allowed,
        refused=refused,
        strict=strict,
        example=cell_of(slot, of.tongue),
    )


def _notes(slot: Slot, path: At, of: _Of) -> Iterator[str]:
    """What is said of a slot: its question and limits, an example, what comes of leaving it empty, its remarks."""
    words, asks = of.words, of.tongue.remark_asks
    yield question(slot, of.tongue)
    if slot.example:
        yield example(slot, of.tongue)
    if slot.type == "list" and len(path) > ONE:
        yield words["lines_note"]
    if slot.default is None:
        yield words[WEIGHTS[slot.missing]]
    if marks := of.marks.get(path) or (of.marks.get((*path, 0)) if slot.type == "list" else None):
        told = (
            words["remark" if of.tongue.remarks[mark] else "bare_remark"].format(mark, asks[mark]) for mark in marks
        )
        yield words["remarks"].format(words["remark_comma"].join(told))


def _allowed(slot: Slot, of: _Of) -> tuple[Allowed | None, str, bool]:
    """What may stand in a column, what is said of anything else, and whether that is an error of the row."""
    words, told = of.words, of.tongue.brief_words["comma"].join(limits(slot, of.tongue))
    limited = words["limits"].format(told) if told else ""
    match slot.type:
        case "choice":
            return OneOf(slot.choices), words["choose"], True
        case "flag":
            answers = (next(word for word, truth in of.tongue.truth.items() if truth is kind) for kind in (True, False))
            return OneOf(tuple(answers)), words["choose"], True
        case "number":
            return Between("number", slot.min, slot.max), limited or words["number"], not limited
        case "date":
            return Between("date", None, None), words["date"], False
        case "text" if limited:
            return Between("text", slot.min, slot.max, barred=bool(of.tongue.remarks)), limited, False
        case _:
            return None, "", False
