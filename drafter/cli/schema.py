"""drafter schema blueprint | fragment | pack | style | brief NAME"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Optional

import typer

from drafter.cli.draft import Packs
from drafter.cli.words import _


class Kind(str, Enum):
    """The files that have a schema."""

    brief = "brief"
    blueprint = "blueprint"
    fragment = "fragment"
    pack = "pack"
    style = "style"


def schema(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=_("brief, blueprint, fragment, pack or style."))],
    name: Annotated[
        Optional[str], typer.Argument(metavar="BLUEPRINT", help=_("For briefs: the blueprint's name or path."))
    ] = None,
    pack: Packs = None,
) -> None:
    """Print the schema of a kind of file."""
    from drafter.cli import report
    from drafter.desk.draft import named_blueprint
    from drafter.schema import FIXED, as_text, brief_schema

    if (kind is Kind.brief) != (name is not None):
        raise typer.BadParameter(_("brief needs the name of a blueprint, and nothing else has one"))
    if name is None:
        report.raw(as_text(FIXED[kind.value](_)).encode())  # type: ignore[index]
        return
    report.raw(as_text(brief_schema(named_blueprint(name, tuple(pack or ())))).encode())
