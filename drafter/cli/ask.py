"""drafter ask BRIEF|BLUEPRINT"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.cli.draft import Packs
from drafter.cli.words import _, ngettext

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
    from drafter.desk.ask import begun

    packs = tuple(pack or ())
    brief = Path(name)
    old = _is_brief(brief)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise _refusal(name, old, packs)
    target = output or (brief if old else Path(f"{brief.stem}-brief.yaml"))
    if not old or target.resolve() != brief.resolve():
        _written(name, old, target, packs)
    interview = begun(target, packs)
    from drafter.cli.terminal import held

    interview, code = held(interview)
    _told(interview)
    if code:
        raise typer.Exit(code)


def _is_brief(path: Path) -> bool:
    """A file that is no blueprint; what is not there at all is taken for what its name looks like."""
    from drafter.desk.draft import kind_of
    from drafter.desk.library import read_file
    from drafter.problem import stop_on_errors

    if not path.exists() and path.suffix not in (".yaml", ".yml"):
        return False
    text, problems = read_file(path)
    stop_on_errors(problems)
    return kind_of(text) == "brief"


def _written(name: str, old: bool, target: Path, packs: tuple[Path, ...]) -> None:
    """Begin a file: a copy of the brief, or a new one; one that is there already is gone on with, or not touched."""
    import os

    from drafter.desk.ask import goes_on
    from drafter.desk.draft import named_blueprint, new_brief
    from drafter.desk.files import save
    from drafter.desk.library import read_bytes
    from drafter.desk.schemas import brief_line, keep_brief_schema

    if old:
        save(target, read_bytes(Path(name)), force=False)
        return
    blueprint = named_blueprint(name, packs)
    if goes_on(target, blueprint, packs):
        return
    path = os.path.relpath(name, target.parent).replace(os.sep, "/") if name.endswith((".yaml", ".yml")) else name
    save(target, (brief_line(blueprint.name) + new_brief(blueprint, path)).encode(), force=False)
    keep_brief_schema(target.parent, blueprint)


def _refusal(name: str, old: bool, packs: tuple[Path, ...]) -> Exception:
    """Why nothing can be asked here, with what is open."""
    from drafter.desk.ask import begun, left_open
    from drafter.desk.draft import named_blueprint
    from drafter.notation.unanswered import needed
    from drafter.problem import InputError, Place, Problem

    if old:
        open = left_open(begun(Path(name), packs))
    else:
        blueprint = named_blueprint(name, packs)
        open = tuple(one for one in blueprint.asked if needed(blueprint.slots[one]))
    if not open:
        return InputError([Problem("nothing-open", Place(name))])
    return InputError([Problem("no-terminal", Place(name), {"name": ", ".join(open)})])


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
