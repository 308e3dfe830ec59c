"""drafter blueprint new NAME"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer

from drafter.cli.draft import Force, Packs
from drafter.cli.words import _


class Language(str, Enum):
    """The tongues of prose."""

    zh = "zh"
    en = "en"


def sketch(
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
    from drafter.desk.edit import sketched
    from drafter.desk.files import save
    from drafter.desk.library import find_blueprint
    from drafter.desk.schemas import keep_schema, schema_line
    from drafter.desk.shelf import shelf
    from drafter.sentences import visible

    packs = tuple(pack or ())
    target = Path(output if output and output != "-" else f"{name}.yaml")
    made = sketched(title or name, extends or "", language.value, target.parent, packs)
    if output == "-":
        report.raw(made.encode())
        return
    save(target, (schema_line("blueprint") + made).encode(), force=force)
    typer.echo(visible(str(target)))
    typer.echo("  " + visible(_("put your own words in, then run: drafter check {file}").format(file=target)))
    found, _problems = find_blueprint(target.name, shelf(packs, target.parent), target.parent)
    keep_schema(target.parent, "blueprint", found.language if found else language.value)
