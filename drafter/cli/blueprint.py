"""drafter blueprint list | show NAME"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drafter.catalogue import LANGUAGE, _
from drafter.cli.draft import Packs

if TYPE_CHECKING:
    from drafter.desk.show import Origin


def list_all(pack: Packs = None) -> None:
    """Every blueprint with its title and its pack, by the occasions that they are for."""
    from drafter.cli.table import column
    from drafter.desk.library import Library
    from drafter.desk.show import blueprints
    from drafter.sentences import visible

    rows = tuple(blueprints(Library(pack or ())))
    ours = {row.event for row in rows if row.language == LANGUAGE}
    events = sorted(dict.fromkeys(row.event for row in rows), key=lambda event: (not event, event not in ours))
    for event in events:
        typer.echo(visible(event or _("other occasions")))
        for row in (row for row in rows if row.event == event):
            said = row.title or _("(has errors: drafter check {file})").format(file=row.file)
            typer.echo(f"  {column(row.name, 22)}{column(row.pack, 12)}{visible(said)}")


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("The blueprint's name."))],
    flat: Annotated[
        bool, typer.Option("--flat", help=_("Print it whole, as one file, and where each node comes from."))
    ] = False,
    pack: Packs = None,
) -> None:
    """The blueprint's tree, moves and slots."""
    from drafter.cli import report
    from drafter.cli.table import clipped, column
    from drafter.desk import show as desk
    from drafter.desk.library import Library
    from drafter.sentences import visible

    blueprint, problems = desk.blueprint(name, Library(pack or ()))
    report.problems(problems)
    if flat:
        notes = {origin.id: _origin(origin) for origin in desk.origins(blueprint)}
        report.raw(desk.flat(blueprint, notes).encode())
        return
    typer.echo(visible(f"{blueprint.name}  {blueprint.title}"))
    if blueprint.summary:
        typer.echo("  " + visible(blueprint.summary))
    if occasion := desk.occasion(blueprint):
        typer.echo("  " + visible(_("for: {occasion}").format(occasion=" · ".join(occasion))))
    names = {"opening": _("opening"), "emphases": _("emphases"), "closing": _("closing")}
    for zone, rows in desk.zones(blueprint):
        typer.echo(names[zone])
        for row in rows:
            marks = [f"each {row.each}"] * bool(row.each) + [f"when {row.when}"] * bool(row.when)
            more = f" (+{row.more})" if row.more else ""
            said = clipped(row.text, 40) + more + (f"  [{', '.join(marks)}]" if marks else "")
            typer.echo(f"{column('  ' * row.depth + row.id, 30)}{column(row.move, 18)}{visible(said)}")
    typer.echo(_("slots"))
    for slot in desk.slots(blueprint):
        typer.echo(f"{column('  ' * slot.depth + slot.name, 20)}{column(slot.about, 24)} {visible(slot.ask)}")


def _origin(origin: Origin) -> str:
    """Where a node is written, and where its words are changed."""
    note = _("from {file}:{line}").format(file=origin.node.file, line=origin.node.line)
    if origin.words:
        note += _(", its words from {file}:{line}").format(file=origin.words.file, line=origin.words.line)
    return note
