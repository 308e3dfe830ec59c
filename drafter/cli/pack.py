"""drafter pack list | show NAME"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.draft import Packs
from drafter.cli.words import _


def list_all(pack: Packs = None) -> None:
    """Every pack in the order in which it is asked, with what it holds and where it is."""
    from drafter.cli.table import column
    from drafter.desk.library import about, shown
    from drafter.desk.shelf import shelf
    from drafter.sentences import visible

    for folder in shelf(tuple(pack or ()), Path()).packs:
        said = about(folder)
        counts = _("{blueprints} blueprints, {fragments} fragments, {styles} styles").format(
            blueprints=len(folder.names("speeches")),
            fragments=len(folder.names("fragments")),
            styles=len(folder.names("styles")),
        )
        typer.echo(f"{column(folder.name, 16)}{column(said.version, 8)}{column(said.language, 6)}{counts}")
        typer.echo(visible(f"  {said.description}" if said.description else f"  {shown(folder.root)}"))


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("The pack's name."))],
    pack: Packs = None,
) -> None:
    """What one pack holds."""
    from drafter.cli.table import column
    from drafter.desk.library import fetcher, fragment, pack_of
    from drafter.desk.shelf import shelf
    from drafter.sentences import visible

    books = shelf(tuple(pack or ()), Path())
    folder = pack_of(name, books)
    typer.echo(visible(f"{folder.name}  {folder.root}"))
    for title, kind in ((_("blueprints"), "speeches"), (_("styles"), "styles")):
        if names := folder.names(kind):  # type: ignore[arg-type]
            typer.echo(f"{title}: " + visible(" ".join(names)))
    if folder.names("fragments"):
        typer.echo(_("fragments"))
    for one in folder.names("fragments"):
        said = fragment(folder, one, fetcher(books))
        needs = _("asks for {slots}").format(slots=" ".join(said.slots)) if said.slots else ""
        notes = "  ".join(note for note in (said.register, needs) if note)
        typer.echo(f"  {column(one, 26)}{column(said.move, 18)}{column(said.title, 24)}{visible(notes)}")
