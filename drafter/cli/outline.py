"""drafter outline BRIEF"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _
from drafter.cli.draft import Packs
from drafter.cli.tidy import Ignored

if TYPE_CHECKING:
    from drafter.desk.outline import Outlined, Row


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
    ignore: Ignored = None,
    pack: Packs = None,
) -> None:
    """Print the tree of the speech."""
    from drafter.cli import report
    from drafter.cli.lengths import minutes_of
    from drafter.desk.library import Library
    from drafter.desk.outline import json_of, outlined
    from drafter.sentences import visible

    report.no_locks([file])
    if ignore and file.suffix.lower() in (".yaml", ".yml"):
        raise typer.BadParameter(_("--ignore is for old speeches; in a brief, `checks` says it"))
    wishes = minutes_of(minutes)
    if len(wishes) > 1:
        raise typer.BadParameter(_("one length at a time; `drafter draft --minutes 5,10,20` writes several"))
    made = outlined(file, Library(pack or ()), ignore or (), why=why, minutes=wishes[0] if wishes else None)
    if why and not made.why:
        raise typer.BadParameter(_("--why is for briefs; of an old speech nothing is known but its words"))
    report.problems(made.problems)
    if format is Format.json:
        report.raw(json_of(made).encode())
        return
    for said in _lines(made):
        typer.echo(visible(said))


def _lines(made: Outlined) -> Iterator[str]:
    """The table, each row with how it was decided, where that is told."""
    from drafter.cli.lengths import lines
    from drafter.cli.table import column
    from drafter.cli.why import reasons_of
    from drafter.desk.outline import by_row

    yield made.title
    head = column("", 56) + column(_("move"), 24) + column(_("chars"), 6, right=True) + column(_("min"), 6, right=True)
    yield head + ("  id" if any(row.id for _zone, rows in made.zones for row in rows) else "")
    whys = by_row(made.why, (row.id for _zone, rows in made.zones for row in rows))
    yield from reasons_of(whys[""], "", "  ")
    names = {"opening": _("opening"), "emphases": _("emphases"), "closing": _("closing")}
    for zone, rows in made.zones:
        yield names[zone]
        for row in rows:
            yield _line(row, row.text)
            yield from reasons_of(whys.pop(row.id, ()) if row.id else (), row.id, "  " * row.depth + "    ")
    yield _line(made.whole, _("in all"))
    yield from lines(made.draft) if made.draft else ()
    silent = [one for one in made.why if not one.stands]
    if silent:
        yield _("not said")
        yield from reasons_of(silent, "", "  ")


def _line(row: Row, text: str) -> str:
    """A row of the table."""
    from drafter.cli.table import clipped, column

    words = column("  " * row.depth + (clipped(text, 40) if row.prose else text), 56)
    id = f"  {row.id}" if row.id else ""
    return f"{words}{column(row.move, 24)}{row.characters:>6,}{row.minutes:>6.1f}{id}"
