"""drafter schema blueprint | fragment | pack | style | checks | brief NAME"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Optional

import typer

from drafter.catalogue import _
from drafter.cli.draft import Packs


class Kind(str, Enum):
    """The files that have a schema."""

    brief = "brief"
    blueprint = "blueprint"
    fragment = "fragment"
    pack = "pack"
    style = "style"
    checks = "checks"


def schema(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=_("brief, blueprint, fragment, pack, style or checks."))],
    name: Annotated[
        Optional[str], typer.Argument(metavar="BLUEPRINT", help=_("For briefs: the blueprint's name or path."))
    ] = None,
    pack: Packs = None,
) -> None:
    """Print the schema of a kind of file."""
    from drafter.cli import report
    from drafter.desk.library import Library
    from drafter.desk.schemas import schema_of, schema_of_briefs

    if (kind is Kind.brief) != (name is not None):
        raise typer.BadParameter(_("brief needs the name of a blueprint, and nothing else has one"))
    text = schema_of_briefs(name, Library(pack or ())) if name else schema_of(kind.value, _)  # type: ignore[arg-type]
    report.raw(text.encode())
