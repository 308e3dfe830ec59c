"""drafter batch template BLUEPRINT"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import typer

from drafter.catalogue import _


def template(named: str, output: Path | None, packs: Iterable[Path]) -> None:
    """Write a workbook to be filled in, a row a speech."""
    from drafter.cli import report
    from drafter.desk.batch.template import write_template
    from drafter.desk.library import Library
    from drafter.sentences import visible

    library = Library(packs)
    called = library.called(named)
    target = output or Path(f"{Path(called).stem}-rows.xlsx")
    write_template(named, target, library)
    typer.echo(visible(str(target)))
    name, file = report.quoted(called), report.with_packs(target, packs)
    said = _("fill in a row a speech, then run: drafter batch {file} --blueprint {name} -o {folder}")
    typer.echo("  " + visible(said.format(file=file, name=name, folder=report.quoted(target.stem))))
