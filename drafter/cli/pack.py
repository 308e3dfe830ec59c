"""drafter pack list | show NAME"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.catalogue import _
from drafter.cli.draft import Packs


def list_all(pack: Packs = None) -> None:
    """Every pack in the order in which it is asked, with what it holds and where it is."""
    from drafter.cli.table import column
    from drafter.desk.library import Library
    from drafter.desk.show import packs
    from drafter.sentences import visible

    for row in packs(Library(pack or (), Path())):
        counts = _("{blueprints} blueprints, {fragments} fragments, {styles} styles").format(
            blueprints=len(row.blueprints), fragments=len(row.fragments), styles=len(row.styles)
        )
        typer.echo(f"{column(row.name, 16)}{column(row.version, 8)}{column(row.language, 6)}{counts}")
        typer.echo(visible(f"  {row.about}"))


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("The pack's name."))],
    pack: Packs = None,
) -> None:
    """What one pack holds."""
    from drafter.cli import report
    from drafter.cli.table import column
    from drafter.desk import show as desk
    from drafter.desk.library import Library
    from drafter.sentences import visible

    row, fragments, wrong = desk.pack(name, Library(pack or (), Path()))
    typer.echo(visible(f"{row.name}  {row.root}"))
    for title, names in (
        (_("blueprints"), row.blueprints),
        (_("styles"), row.styles),
        (_("files of words"), row.words),
        (_("files of checks"), row.checks),
    ):
        if names:
            typer.echo(f"{title}: " + visible(" ".join(names)))
    if fragments:
        typer.echo(_("fragments"))
    for said in fragments:
        needs = _("asks for {slots}").format(slots=" ".join(said.slots)) if said.slots else ""
        notes = "  ".join(note for note in (said.register, needs) if note)
        typer.echo(f"  {column(said.name, 26)}{column(said.move, 18)}{column(said.title, 24)}{visible(notes)}")
    report.problems(wrong)
