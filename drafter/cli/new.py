"""drafter new BLUEPRINT"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _
from drafter.cli.draft import Force, Packs, is_stdout, no_stdin
from drafter.cli.line import before_a_terminal

if TYPE_CHECKING:
    from drafter.desk.library import Library

Name = Annotated[
    Optional[str],
    typer.Argument(
        metavar="BLUEPRINT",
        help=_(
            "The blueprint's name; `drafter blueprint list` shows them. Without one you are asked for the occasion."
        ),
    ),
]
Output = Annotated[
    Optional[str],
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help=_("Where to write; - for standard output. Default: BLUEPRINT-brief.yaml here."),
    ),
]


def new(name: Name = None, output: Output = None, force: Force = False, pack: Packs = None) -> None:
    """Write a brief with every slot's question, example and limits."""
    from drafter.cli import report
    from drafter.desk.library import Library
    from drafter.desk.new import brief_text, write_brief
    from drafter.sentences import visible

    library = Library(pack or ())
    name = name or _proposed(library)
    no_stdin(Path(name))
    if is_stdout(output):
        report.raw(brief_text(name, library).encode())
        return
    target = Path(output or f"{Path(library.called(name)).stem}-brief.yaml")
    failed = write_brief(name, target, library, force=force)
    typer.echo(visible(str(target)))
    said = _("fill it in, then run: drafter draft {file}").format(file=report.with_packs(target, pack))
    typer.echo("  " + visible(said))
    report.failed(failed)


def _proposed(library: Library) -> str:
    """The blueprint for an occasion that is asked for."""
    if not before_a_terminal():
        raise typer.BadParameter(_("name a blueprint, or ask before a terminal; `drafter blueprint list` shows them"))
    from drafter.cli.occasion import proposed

    return proposed(library)
