"""drafter new BLUEPRINT"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from drafter.cli.draft import Force, Packs
from drafter.cli.words import _


def new(
    name: Annotated[
        str, typer.Argument(metavar="BLUEPRINT", help=_("The blueprint's name; `drafter blueprint list` shows them."))
    ],
    output: Annotated[
        Optional[str],
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=_("Where to write; - for standard output. Default: BLUEPRINT-brief.yaml here."),
        ),
    ] = None,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Write a brief with every slot's question, example and limits."""
    from drafter.cli import report
    from drafter.desk.draft import named_blueprint, new_brief
    from drafter.desk.files import save
    from drafter.desk.schemas import brief_line, keep_brief_schema

    blueprint = named_blueprint(name, tuple(pack or ()))
    text = new_brief(blueprint, name)
    if output == "-":
        report.raw(text.encode())
        return
    target = Path(output or f"{Path(name).stem}-brief.yaml")
    save(target, (brief_line(blueprint.name) + text).encode(), force=force)
    typer.echo(str(target))
    typer.echo("  " + _("fill it in, then run: drafter draft {file}").format(file=target))
    keep_brief_schema(target.parent, blueprint)
