"""drafter outline BRIEF"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _
from drafter.cli.draft import Packs
from drafter.cli.tidy import Ignored, Part

if TYPE_CHECKING:
    from drafter.desk.outline import Outlined, Row


WIDE, MOVE, FIGURES, PROSE = 56, 24, 12, 40
"""Columns of words, move and figures where nobody tells how wide a line may be, and how much of a passage then stands there."""
NARROWEST, NARROW, WIDEST = 28, 48, 72
"""Columns that words need beside the others, need beside moves with both their names, and want."""


class Format(str, Enum):
    """Report formats."""

    text = "text"
    json = "json"


def outline(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=_("A brief (.yaml), or an old speech: .docx, .txt, .md or .html."))
    ],
    format: Annotated[Format, typer.Option("--format", help=_("text, or the same as JSON."))] = Format.text,
    why: Annotated[
        bool,
        typer.Option("--why", help=_("Tell which wording was chosen and why, and what is not said for want of what.")),
    ] = False,
    minutes: Annotated[
        Optional[str], typer.Option("--minutes", metavar="N", help=_("The length in minutes; else that of the brief."))
    ] = None,
    part: Part = 1,
    ignore: Ignored = None,
    pack: Packs = None,
) -> None:
    """Print the tree of the speech."""
    from drafter.cli import report
    from drafter.cli.lengths import minutes_of
    from drafter.desk.library import Library
    from drafter.desk.outline import json_of, outlined

    report.no_locks([file])
    if ignore and file.suffix.lower() in (".yaml", ".yml"):
        raise typer.BadParameter(_("--ignore is for old speeches; in a brief, `checks` says it"))
    wishes = minutes_of(minutes)
    if len(wishes) > 1:
        raise typer.BadParameter(_("one length at a time; `drafter draft --minutes 5,10,20` writes several"))
    made = outlined(file, Library(pack or ()), ignore or (), why=why, minutes=wishes[0] if wishes else None, part=part)
    if why and not made.why:
        raise typer.BadParameter(_("--why is for briefs; of an old speech nothing is known but its words"))
    report.problems(made.problems)
    if format is Format.json:
        report.raw(json_of(made).encode())
        return
    for said in _Table(made).lines():
        typer.echo(said)


class _Table:
    """The tree as rows of words, move, length and id: as wide as the terminal, or in columns of one width where there is none."""

    def __init__(self, made: Outlined) -> None:
        from drafter.cli.table import colours, width

        every = [row for _zone, rows in made.zones for row in rows]
        self.made, self.ink = made, colours()
        self.ids = max((width(row.id) + 2 for row in every if row.id), default=0)
        self.words, self.move, self.short = WIDE, MOVE, False
        if (columns := _columns()) is not None:
            self._fit(columns, max((width(_name(row.move)) + 2 for row in every), default=0))

    def _fit(self, columns: int, short: int) -> None:
        """Columns that a terminal has room for: moves by their names alone, then each row in two lines."""
        for least, move, self.short in ((NARROW, MOVE, False), (NARROWEST, short, True)):
            self.words, self.move = min(WIDEST, columns - move - FIGURES - self.ids), move
            if self.words >= least:
                return
        self.words, self.move = columns, 0

    def lines(self) -> Iterator[str]:
        """All that is printed."""
        from drafter.cli.lengths import lines
        from drafter.cli.table import column
        from drafter.cli.why import reasons_of
        from drafter.desk.outline import by_row
        from drafter.sentences import visible

        made, ink = self.made, self.ink
        yield ink(visible(made.title), "1")
        if self.move:
            names = column(_("move"), self.move) + column(_("chars"), 6, right=True) + column(_("min"), 6, right=True)
            yield column("", self.words) + names + "  id" * bool(self.ids)
        whys = by_row(made.why, (row.id for _zone, rows in made.zones for row in rows))
        yield from map(visible, reasons_of(whys[""], "", "  "))
        zones = {"opening": _("opening"), "emphases": _("emphases"), "closing": _("closing")}
        for zone, rows in made.zones:
            yield ink(zones[zone], "1")
            for row in rows:
                yield from self._row(row, row.text)
                reasons = reasons_of(whys.pop(row.id, ()) if row.id else (), row.id, "  " * row.depth + "    ")
                yield from map(visible, reasons)
        yield from self._row(made.whole, _("in all"))
        yield from map(visible, lines(made.draft) if made.draft else ())
        silent = [one for one in made.why if not one.stands]
        if silent:
            yield _("not said")
            yield from map(visible, reasons_of(silent, "", "  "))

    def _row(self, row: Row, text: str) -> Iterator[str]:
        """A row of the table, in one line or in two; the id is never cut."""
        from drafter.cli.table import clipped, column
        from drafter.sentences import visible

        ink, indent = self.ink, "  " * row.depth
        most = PROSE if self.words == WIDE else self.words - 2 * row.depth - 2
        words = indent + (clipped(visible(text), most) if row.prose else visible(text))
        id, move = visible(row.id), visible(_name(row.move) if self.short else row.move)
        size = f"{row.characters:>6,}{row.minutes:>6.1f}"
        if not self.move:
            yield ink(clipped(words, self.words), "" if row.prose else "1")
            told = "  ".join(filter(None, (move, f"{row.characters:,}", f"{row.minutes:.1f}")))
            yield f"{indent}  " + "  ".join(filter(None, (ink(id, "36"), ink(told, "2"))))
            return
        line = ink(column(words, self.words), "" if row.prose else "1") + ink(column(move, self.move) + size, "2")
        yield line + (f"  {ink(id, '36')}" if id else "")


def _name(move: str) -> str:
    """What a move is called in the language of the speech."""
    return move.split(" ")[-1]


def _columns() -> int | None:
    """How wide the terminal is; None where nobody sits before one."""
    import sys
    from shutil import get_terminal_size

    return get_terminal_size().columns if sys.stdout is not None and sys.stdout.isatty() else None
