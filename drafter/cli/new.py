"""drafter new BLUEPRINT"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from drafter.catalogue import _
from drafter.cli.draft import Force, Packs
from drafter.sentences import visible


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
    from drafter.desk.library import Library
    from drafter.desk.new import brief_text, write_brief

    library = Library(pack or ())
    if output == "-":
        report.raw(brief_text(name, library).encode())
        return
    target = Path(output or f"{Path(name).stem}-brief.yaml")
    failed = write_brief(name, target, library, force=force)
    typer.echo(visible(str(target)))
    typer.echo("  " + visible(_("fill it in, then run: drafter draft {file}").format(file=target)))
    report.failed(failed)
