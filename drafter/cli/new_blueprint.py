"""drafter blueprint new NAME"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer

from drafter.catalogue import _
from drafter.cli.draft import Force, Packs, is_stdout


class Language(str, Enum):
    """The tongues of prose."""

    zh = "zh"
    en = "en"


def new_blueprint(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("The new blueprint's name."))],
    extends: Annotated[
        Optional[str], typer.Option("--extends", metavar="BLUEPRINT", help=_("Take everything from this one at first."))
    ] = None,
    output: Annotated[
        Optional[str],
        typer.Option(
            "-o", "--output", metavar="FILE", help=_("Where to write; - for standard output. Default: NAME.yaml here.")
        ),
    ] = None,
    title: Annotated[
        Optional[str], typer.Option("--title", metavar="TITLE", help=_("Its title in lists. Default: NAME."))
    ] = None,
    language: Annotated[
        Language, typer.Option("--language", help=_("The language of its prose; a child has its parent's."))
    ] = Language.zh,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Write a small blueprint that drafts as it stands."""
    from drafter.cli import report
    from drafter.desk.library import Library
    from drafter.desk.new import blueprint_text, write_blueprint
    from drafter.sentences import visible

    library = Library(pack or ())
    target = Path(output if output and not is_stdout(output) else f"{name}.yaml")
    made = blueprint_text(title or name, extends or "", language.value, target.parent, library)
    if is_stdout(output):
        report.raw(made.encode())
        return
    failed = write_blueprint(target, made, language.value, library, force=force)
    typer.echo(visible(str(target)))
    said = _("put your own words in, then run: drafter check {file}").format(file=report.with_packs(target, pack))
    typer.echo("  " + visible(said))
    report.failed(failed)
