"""drafter check FILE…"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.catalogue import _
from drafter.cli.draft import Packs, no_stdin

if TYPE_CHECKING:
    from drafter.desk.library import Library


class Format(str, Enum):
    """Report formats."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


As = Annotated[
    Format, typer.Option("--format", help=_("text, the same as JSON, workflow commands of GitHub, or SARIF."))
]
Fix = Annotated[bool, typer.Option("--fix", help=_("Mend what can be mended for sure, and say what was mended."))]
Shown = Annotated[
    bool,
    typer.Option(
        "--facts", help=_("Show what is read in the facts of briefs, with what their blueprint finds in them.")
    ),
]


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=_("Briefs, blueprints or styles."))],
    format: As = Format.text,
    fix: Fix = False,
    facts: Shown = False,
    pack: Packs = None,
) -> None:
    """Report all problems; exit 1 if one is an error."""
    from drafter.cli import findings
    from drafter.cli.report import no_locks
    from drafter.desk.check import check_file, fix_files
    from drafter.desk.library import Library
    from drafter.sentences import report

    if fix:
        no_stdin(*files)
    library = Library(pack or ())
    kept = no_locks(files)
    if facts:
        _facts(kept, format, fix, library)
        return
    mended, every = (
        fix_files(kept, library) if fix else ((), [one for file in kept for one in check_file(file, library)])
    )
    for problem in mended:
        typer.echo(report(problem, _, fixed=True), err=format is not Format.text)
    found = list(
        {report(problem): problem for problem in every}.values()
    )  # a blueprint's own come once, not with each brief
    if said := getattr(findings, format.value)(found):
        typer.echo(said)
    if any(problem.severity == "error" for problem in found):
        raise typer.Exit(1)


def _facts(files: list[Path], format: Format, fix: bool, library: Library) -> None:
    """What is read in briefs."""
    from drafter.cli.facts import shown

    if fix or format not in (Format.text, Format.json):
        raise typer.BadParameter(_("--facts shows what is read, as text or JSON, and mends nothing"))
    if not shown(files, library, format is Format.json):
        raise typer.Exit(1)
