"""drafter blueprint fmt FILE…"""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.catalogue import _
from drafter.cli.check import Files, Ours
from drafter.cli.draft import Packs, no_stdin
from drafter.cli.edit import DryRun, finish


def fmt(
    files: Files,
    check: Annotated[
        bool, typer.Option("--check", help=_("Name the files that would change; exit 1 if there is one."))
    ] = False,
    ours: Ours = False,
    dry_run: DryRun = False,
    pack: Packs = None,
) -> None:
    """Lay files out evenly; what they say stays, and so does every comment."""
    from drafter.cli import report
    from drafter.desk.edit import formatted
    from drafter.desk.folders import meant, parted
    from drafter.desk.library import Library
    from drafter.problem import stop_on_errors
    from drafter.sentences import visible

    no_stdin(*files)
    library = Library(pack or ())
    named, problems = parted(meant(files if ours else report.no_locks(files), library, ours=ours))
    stop_on_errors(problems)
    revision = formatted(named, library)
    if not check or dry_run:
        finish(revision, _("laid out"), dry_run)
    else:
        for file in revision.files:
            anew = _("would be laid out anew")  # not inside the braces: extractors before Python 3.12 do not look there
            typer.echo(visible(f"{file.path}: {anew}"))
    if check and revision.files:
        raise typer.Exit(1)
