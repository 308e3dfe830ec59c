"""drafter check SPEECH: copies of a finished speech, mended or commented, and the page that shows what was found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from drafter.catalogue import _
from drafter.cli import findings
from drafter.desk.folders import is_text
from drafter.desk.library import Library
from drafter.desk.proof_files import Fixed, commented_file, fixed_file
from drafter.desk.proofread import proofread
from drafter.problem import Problem, has_errors
from drafter.sentences import visible


class Wanted(NamedTuple):
    """What is wanted of the speech."""

    fix: bool
    """Its mends."""
    comments: bool
    """A copy with comments."""
    in_place: bool
    """The mends in the file itself."""
    page: bool
    """A page."""
    notes: bool
    """Small things, too."""
    all: bool
    """Every finding, also where many are alike."""


def one(files: Sequence[Path], wanted: Wanted, output: Path | None, *, force: bool, packs: Sequence[Path]) -> None:
    """What is wanted of one speech; exit 1 if something in it is an error."""
    if len(files) != 1 or not is_text(files[0]):
        raise typer.BadParameter(
            _("--fix of a speech, --comments, --in-place, -o and --format html are for one finished speech at a time")
        )
    if wanted.fix + wanted.comments + wanted.page > 1 or (wanted.in_place and not wanted.fix):
        raise typer.BadParameter(
            _("--fix, --comments and --format html are asked for one at a time; --in-place belongs to --fix")
        )
    path, library = files[0], Library(packs)
    library = library.at(path.parent)
    if wanted.fix:
        _mended(fixed_file(path, library, output=output, in_place=wanted.in_place, force=force))
    elif wanted.comments:
        proof, target = commented_file(path, library, _, notes=wanted.notes, output=output, force=force)
        typer.echo(visible(str(target)))
        _ended(proof.problems)
    else:
        _page(path, library, wanted, output, force=force)


def _mended(fixed: Fixed) -> None:
    """What was mended, each before → after; then what is left."""
    for mend in fixed.made.mends:
        typer.echo(
            visible(
                f"{mend.problem.place.line}:{mend.problem.place.column}: {mend.before} → {mend.after} [{mend.problem.rule}]"
            )
        )
    typer.echo(
        visible(str(fixed.target)) if fixed.made.mends else _("nothing can be mended for sure; no copy is written")
    )
    for problem in fixed.unchanged:
        typer.echo(
            _("not changed in Word, as its words stand in a field or a number: {text}").format(
                text=visible(problem.words)
            )
        )
    _ended(fixed.made.problems)


def _ended(problems: Sequence[Problem]) -> None:
    """What is found, and the exit."""
    typer.echo(findings.text(problems))
    if has_errors(problems):
        raise typer.Exit(1)


def _page(path: Path, library: Library, wanted: Wanted, output: Path | None, *, force: bool) -> None:
    """A page, written where it is wanted, or printed."""
    from drafter.desk.files import save
    from drafter.desk.galley import page

    proof = proofread(path, library, notes=wanted.notes, all=wanted.all)
    made = page(proof.finished, proof.problems, _)
    if output is None:
        typer.echo(made)
    else:
        save(output, made.encode(), force=force, kept=[path])
        typer.echo(visible(str(output)))
    if has_errors(proof.problems):
        raise typer.Exit(1)
