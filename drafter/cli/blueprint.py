"""drafter blueprint list | show NAME"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.draft import Packs
from drafter.cli.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.blueprint import Blueprint, Node, Slot


def list_all(pack: Packs = None) -> None:
    """Every blueprint with its title and its pack."""
    from drafter.cli.table import column
    from drafter.desk.library import find_blueprint, shown
    from drafter.desk.shelf import shelf
    from drafter.sentences import visible

    packs = tuple(pack or ())
    books = shelf(packs)
    for name, owner in books.names("speeches"):
        blueprint, _problems = find_blueprint(name, books)
        title = (
            blueprint.title
            if blueprint
            else _("(has errors: drafter check {file})").format(file=shown(books.paths("speeches", name)[0]))
        )
        typer.echo(f"{column(name, 22)}{column(owner.name, 12)}{visible(title)}")


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("The blueprint's name."))],
    flat: Annotated[
        bool, typer.Option("--flat", help=_("Print it whole, as one file, and where each node comes from."))
    ] = False,
    pack: Packs = None,
) -> None:
    """The blueprint's tree, moves and slots."""
    from drafter.cli import report
    from drafter.desk.library import find_blueprint
    from drafter.desk.shelf import shelf
    from drafter.problem import stop_on_errors
    from drafter.sentences import visible

    blueprint, problems = find_blueprint(name, shelf(tuple(pack or ()), Path(name).parent))
    stop_on_errors(problems)
    report.problems(problems)
    assert blueprint is not None
    if flat:
        from drafter.notation.write import blueprint_text

        report.raw(blueprint_text(blueprint, dict(_origins(blueprint))).encode())
        return
    typer.echo(visible(f"{blueprint.name}  {blueprint.title}"))
    if blueprint.summary:
        typer.echo("  " + visible(blueprint.summary))
    zones = ((_("opening"), blueprint.opening), (_("emphases"), blueprint.emphases), (_("closing"), blueprint.closing))
    for title, nodes in zones:
        if nodes:
            typer.echo(title)
            _tree(nodes, 1)
    typer.echo(_("slots"))
    for asked in blueprint.asked:
        _slot(blueprint.slots[asked], 1)


def _origins(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    """For each node, where it is written, and where its words are changed."""
    from drafter.model.blueprint import Passage, Section, every

    for node in every((*blueprint.opening, *blueprint.emphases, *blueprint.closing)):
        words = (
            node.wordings if isinstance(node, Passage) else node.headings if isinstance(node, Section) else node.points
        )
        note = _("from {file}:{line}").format(file=node.place.file, line=node.place.line)
        for prose in words[:1]:
            if prose.place.file != node.place.file:
                note += _(", its words from {file}:{line}").format(file=prose.place.file, line=prose.place.line)
        yield node.id, note


def _tree(nodes: tuple[Node, ...], depth: int) -> None:
    from drafter.cli.table import clipped, column
    from drafter.expression.spell import source
    from drafter.model.blueprint import Enumeration, Passage, Section
    from drafter.sentences import visible

    for node in nodes:
        match node:
            case Passage():
                text = node.wordings[0].text if node.wordings else ""
                more = f" (+{len(node.wordings) - 1})" if len(node.wordings) > 1 else ""
            case Section():
                text = node.headings[0].text if node.headings else ""
                more = ""
            case Enumeration():
                text, more = f"{node.scheme.strip()} ×{len(node.points)}" if not node.each else node.scheme.strip(), ""
        marks = [f"each {source(node.each)}"] if node.each else []
        marks += [f"when {source(node.when)}"] if node.when else []
        said = clipped(" ".join(text.split()), 40) + more + (f"  [{', '.join(marks)}]" if marks else "")
        typer.echo(f"{column('  ' * depth + node.id, 30)}{column(node.move, 18)}{visible(said)}")
        if isinstance(node, Section):
            _tree(node.body, depth + 1)


def _slot(slot: Slot, depth: int) -> None:
    from drafter.cli.table import column
    from drafter.sentences import visible

    about: list[str] = [slot.type]
    if slot.missing != "gap":
        about.append(slot.missing)
    if slot.default:
        about.append("= " + slot.default.text)
    if slot.choices:
        about.append("|".join(slot.choices))
    typer.echo(f"{column('  ' * depth + slot.name, 20)}{column(' '.join(about), 24)} {visible(slot.ask)}")
    for inner in slot.fields:
        _slot(inner, depth + 1)
