"""The tree of a speech in rows: what a brief makes, or what an old file holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, assert_never

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.draft import Draft, draft_file
from drafter.desk.files import STDIN, read_bytes
from drafter.desk.kinds import is_yaml
from drafter.desk.library import Library
from drafter.desk.tidy import recognise_file
from drafter.desk.why import Candidate as Candidate
from drafter.desk.why import Condition as Condition
from drafter.desk.why import Reason as Reason
from drafter.desk.why import as_data as why_data
from drafter.desk.why import by_row as by_row
from drafter.desk.why import reasons
from drafter.formats.json import as_data, as_text
from drafter.language import TONGUES
from drafter.language.marks import characters
from drafter.language.measure import block_inlines
from drafter.model.fold import nest
from drafter.model.move import MOVES
from drafter.model.speech import Block, Headed, Listed, Said, Speech, plain
from drafter.problem import Problem

ZONES = ("opening", "emphases", "closing")


class Row(Struct, frozen=True):
    """A part of a speech."""

    depth: int
    """How many parts it lies in."""
    text: str
    """Its heading, its scheme and count, or its words."""
    prose: bool
    """The text is its words."""
    move: str
    """Its move, with what that is called where the speech's language has words for it."""
    characters: int
    """Its length."""
    minutes: float
    """Its share of the time."""
    id: str = ""
    """Its node, as `omit`, `pick` and `overrides` name it; nothing in an old speech."""
    point: bool = False
    """It is a point of the row above, which counts it, too."""


class Outlined(Struct, frozen=True):
    """A speech in rows."""

    speech: Speech
    """The speech."""
    title: str
    """Its title."""
    zones: tuple[tuple[str, tuple[Row, ...]], ...]
    """The rows of each zone that has some."""
    whole: Row
    """All of it."""
    problems: tuple[Problem, ...]
    """What is doubtful."""
    why: tuple[Reason, ...] = ()
    """How all was decided, in the order of the speech; only where that was asked for."""
    draft: Draft | None = None
    """The draft of a brief."""


def outlined(
    file: Path,
    library: Library,
    ignored: Sequence[str] = (),
    *,
    why: bool = False,
    minutes: float | None = None,
    part: int = 1,
) -> Outlined:
    """The speech that a brief makes, or an old file (or a `part` of several in it, without the doubts of `ignored` rules), in rows.

    Raises InputError.

    With `why`, how all in it was decided is told, too: of an old file nothing is known.
    """
    told: tuple[Reason, ...] = ()
    draft = None
    ours = (not file.exists() and file != STDIN) or is_yaml(read_bytes(file), str(file))
    if ours:
        draft = draft_file(file, library, minutes=minutes)
        speech, problems = draft.speech, draft.problems
        told = reasons(draft) if why else ()
    else:
        recognised = recognise_file(file, library.at(file.parent), ignored, part)
        speech, problems = nest(recognised.manuscript), recognised.problems
    data = as_data(speech)
    each = data["minutes"] / (data["characters"] or 1)
    chinese = TONGUES[speech.language].code == "zh"
    rows = ((zone, tuple(_rows(getattr(speech, zone), each, named=ours, chinese=chinese))) for zone in ZONES)
    whole = Row(0, "", False, "", data["characters"], each * data["characters"])
    zones = tuple((zone, found) for zone, found in rows if found)
    return Outlined(speech, data["title"], zones, whole, problems, told, draft)


def _rows(blocks: Sequence[Block], each: float, depth: int = 1, *, named: bool, chinese: bool) -> Iterator[Row]:
    """The rows of blocks and of what stands under them; `each` is the time of a character."""
    for block in blocks:
        size = sum(characters(plain(words)) for words in block_inlines(block))
        row = Row(
            depth, "", True, named_move(block.move, chinese=chinese), size, each * size, block.id if named else ""
        )
        match block:
            case Said(inlines=inlines):
                yield replace(row, text=plain(inlines))
            case Listed(scheme=scheme, items=items, keys=keys):
                yield replace(row, text=f"{scheme.strip()} ×{len(items)}", prose=False)
                for n, text in enumerate(map(plain, items)):
                    count = characters(text)
                    yield Row(depth + 1, text, True, "", count, each * count, keys[n] if keys else "", point=True)
            case Headed():
                yield replace(row, text=block.label + plain(block.heading), prose=False)
                yield from _rows(block.blocks, each, depth + 1, named=named, chinese=chinese)
            case _:
                assert_never(block)


def named_move(move: str, *, chinese: bool) -> str:
    """A move, with what it is called where the speech's language has words for it."""
    return f"{move} {MOVES[move]}" if chinese and move in MOVES else move


def json_of(outline: Outlined) -> str:
    """The same as JSON."""
    data = as_data(outline.speech)
    if outline.why:
        whys = by_row(outline.why, (row.id for _, rows in outline.zones for row in rows if not row.point))
        for zone in ZONES:
            data[zone] = _with_why(data[zone], whys)
        data["why"] = [why_data(one) for one in whys[""]]
        data["silent"] = [why_data(one) for one in outline.why if not one.stands]
    return as_text(data)


def _with_why(blocks: list[dict[str, Any]], whys: Mapping[str, tuple[Reason, ...]]) -> list[dict[str, Any]]:
    """Blocks, each with how it was decided."""
    return [
        {**block, "why": [why_data(one) for one in whys.get(block["id"], ())]}
        | ({"blocks": _with_why(block["blocks"], whys)} if "blocks" in block else {})
        for block in blocks
    ]
