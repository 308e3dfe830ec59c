"""drafter ask BRIEF|BLUEPRINT"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import Packs, no_stdin

if TYPE_CHECKING:
    from drafter.desk.ask import Interview


def ask(
    name: Annotated[
        str, typer.Argument(metavar="BRIEF|BLUEPRINT", help=_("A brief to go on with, or the blueprint of a new one."))
    ],
    output: Annotated[
        Optional[Path],
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=_("Where to write. Default: the brief itself, or BLUEPRINT-brief.yaml here."),
        ),
    ] = None,
    pack: Packs = None,
) -> None:
    """Ask for every slot, and write each answer into the brief."""
    from drafter.desk.ask import begin, begun, is_brief, open_in
    from drafter.desk.library import Library
    from drafter.problem import InputError, Place, Problem

    no_stdin(Path(name))
    library, brief = Library(pack or ()), Path(name)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        open = ", ".join(open_in(name, library))
        raise InputError(
            [Problem("no-terminal" if open else "nothing-open", Place(name), {"name": open} if open else {})]
        )
    target = output or (brief if is_brief(brief, library) else Path(f"{brief.stem}-brief.yaml"))
    begin(name, target, library)
    from drafter.cli.terminal import held

    interview, code = held(begun(target, library))
    _told(interview)
    if code:
        raise typer.Exit(code)


def _told(interview: Interview) -> None:
    """Where the answers are, and what to do next."""
    from drafter.desk.ask import left_open
    from drafter.sentences import visible

    open = len(left_open(interview))
    typer.echo(visible(str(interview.path)))
    if open:
        said = ngettext(
            "{n} is open; to go on, run: drafter ask {file}", "{n} are open; to go on, run: drafter ask {file}", open
        )
    else:
        said = _("nothing is open; to draft it, run: drafter draft {file}")
    typer.echo("  " + visible(said.format(n=open, file=interview.path)))
