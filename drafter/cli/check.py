"""drafter check FILE…"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.draft import Packs
from drafter.cli.words import _, ngettext


class Format(str, Enum):
    """Report formats."""

    text = "text"
    json = "json"


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=_("Briefs, blueprints or styles."))],
    format: Annotated[Format, typer.Option("--format", help=_("text, or the same as JSON."))] = Format.text,
    pack: Packs = None,
) -> None:
    """Report all problems; exit 1 if one is an error."""
    from drafter.drafting import check_file
    from drafter.sentences import as_data, report

    every = [problem for file in files for problem in check_file(file, tuple(pack or ()))]
    found = list(
        {report(problem): problem for problem in every}.values()
    )  # a blueprint's own come once, not with each brief
    errors = sum(problem.severity == "error" for problem in found)
    if format is Format.json:
        import json

        typer.echo(json.dumps([as_data(problem, _) for problem in found], ensure_ascii=False, indent=2))
    else:
        for problem in found:
            typer.echo(report(problem, _))
        warnings = len(found) - errors
        typer.echo(
            ngettext("{n} error", "{n} errors", errors).format(n=errors)
            + ", "
            + ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings)
        )
    if errors:
        raise typer.Exit(1)
