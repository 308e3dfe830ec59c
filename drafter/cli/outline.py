"""drafter outline BRIEF"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.catalogue import _
from drafter.cli.draft import Packs
from drafter.cli.tidy import Ignored

if TYPE_CHECKING:
    from drafter.desk.outline import Row


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
    ignore: Ignored = None,
    pack: Packs = None,
) -> None:
    """Print the tree of the speech."""
    from drafter.cli import report
    from drafter.cli.table import clipped, column
    from drafter.cli.why import reason
    from drafter.desk.library import Library
    from drafter.desk.outline import by_row, json_of, outlined
    from drafter.sentences import visible

    report.no_locks([file])
    if ignore and file.suffix.lower() in (".yaml", ".yml"):
        raise typer.BadParameter(_("--ignore is for old speeches; in a brief, `checks` says it"))
    made = outlined(file, Library(pack or ()), ignore or (), why=why)
    if why and not made.why:
        raise typer.BadParameter(_("--why is for briefs; of an old speech nothing is known but its words"))
    report.problems(made.problems)
    if format is Format.json:
        report.raw(json_of(made).encode())
        return

    def line(row: Row, text: str) -> str:
        words = column("  " * row.depth + (clipped(text, 40) if row.prose else text), 56)
        id = f"  {row.id}" if row.id else ""
        return f"{words}{column(row.move, 24)}{row.characters:>6,}{row.minutes:>6.1f}{id}"

    typer.echo(visible(made.title))
    head = column("", 56) + column(_("move"), 24) + column(_("chars"), 6, right=True) + column(_("min"), 6, right=True)
    typer.echo(head + ("  id" if any(row.id for _zone, rows in made.zones for row in rows) else ""))
    whys = by_row(made.why, (row.id for _zone, rows in made.zones for row in rows)) if made.why else {}
    for one in whys.get("", ()):
        for said in reason(one, named=True):
            typer.echo(visible("  " + said))
    names = {"opening": _("opening"), "emphases": _("emphases"), "closing": _("closing")}
    for zone, rows in made.zones:
        typer.echo(names[zone])
        for row in rows:
            typer.echo(line(row, row.text))
            for one in whys.pop(row.id, ()) if row.id else ():
                for said in reason(one, named=one.key != row.id):
                    typer.echo(visible("  " * row.depth + "    " + said))
    typer.echo(line(made.whole, _("in all")))
    silent = [one for one in made.why if not one.stands]
    typer.echo(_("not said"), nl=bool(silent)) if silent else None
    for one in silent:
        for said in reason(one, named=True):
            typer.echo(visible("  " + said))
