"""drafter ask BRIEF|BLUEPRINT"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import Packs, no_stdin
from drafter.cli.line import before_a_terminal

if TYPE_CHECKING:
    from drafter.desk.ask import Interview


MOST_NAMED = 5
"""Answers named at the end."""


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
    only: Annotated[
        Optional[list[str]],
        typer.Option("--only", metavar="SLOT,...", help=_("Ask for these slots only, answered or not.")),
    ] = None,
    pack: Packs = None,
) -> None:
    """Ask for every slot, and write each answer into the brief; what `drafter check` finds in one is told at once."""
    from drafter.desk.ask import begin, begun, is_brief, open_in, questions
    from drafter.desk.library import Library
    from drafter.problem import InputError, Place, Problem

    no_stdin(Path(name))
    library, brief = Library(pack or ()), Path(name)
    if not before_a_terminal():
        from drafter.cli.labels import label

        open = _(", ").join(map(label, open_in(name, library)))
        raise InputError(
            [Problem("no-terminal" if open else "nothing-open", Place(name), {"name": open} if open else {})]
        )
    target = output or (brief if is_brief(brief, library) else Path(f"{brief.stem}-brief.yaml"))
    begin(name, target, library)
    from drafter.cli.interview import held
    from drafter.cli.last_year import first_of_all

    interview, names = begun(target, library), _names(only or [])
    interview, code = held(interview, questions(interview, names), first_of_all(interview, names))
    _told(interview)
    if code:
        raise typer.Exit(code)


def _names(only: list[str]) -> tuple[str, ...]:
    """The slots that are named, whatever comma parts them."""
    return tuple(name.strip() for names in only for name in re.split("[,，、]", names) if name.strip())


def _told(interview: Interview) -> None:
    """Where the answers are, and what to do next."""
    from drafter.cli.labels import label
    from drafter.cli.last_year import left_of_last_year
    from drafter.desk.answers import left_doubtful, still_open
    from drafter.sentences import visible

    open, doubtful = len(still_open(interview)), left_doubtful(interview)
    typer.echo(visible(str(interview.path)))
    if open:
        said = ngettext(
            "{n} is open; to go on, run: drafter ask {file}", "{n} are open; to go on, run: drafter ask {file}", open
        )
        typer.echo("  " + visible(said.format(n=open, file=interview.path)))
    if doubtful:
        said = ngettext(
            "{n} answer still has findings: {names}; to see them, run: drafter check {file}",
            "{n} answers still have findings: {names}; to see them, run: drafter check {file}",
            len(doubtful),
        )
        names = _(", ").join(map(label, doubtful[:MOST_NAMED])) + (" …" if len(doubtful) > MOST_NAMED else "")
        typer.echo("  " + visible(said.format(n=len(doubtful), names=names, file=interview.path)))
    last = left_of_last_year(interview)
    if not open and not doubtful and not last:
        typer.echo(
            "  " + visible(_("nothing is open; to draft it, run: drafter draft {file}").format(file=interview.path))
        )
