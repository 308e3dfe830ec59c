"""drafter blueprint add-slot | remove-slot FILE"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _
from drafter.cli.draft import Packs
from drafter.cli.edit import Blueprint, DryRun, finish

if TYPE_CHECKING:
    from drafter.desk.edit import Data

Name = Annotated[str, typer.Argument(metavar="NAME", help=_("The slot's name."))]


class Type(str, Enum):
    """How a value is read."""

    text = "text"
    number = "number"
    date = "date"
    due = "due"
    quantity = "quantity"
    choice = "choice"
    flag = "flag"


class Missing(str, Enum):
    """What happens if nothing is given."""

    gap = "gap"
    omit = "omit"
    error = "error"


def add_slot(
    file: Blueprint,
    name: Name,
    ask: Annotated[str, typer.Option("--ask", metavar="TEXT", help=_("The question put to whoever fills in a brief."))],
    type: Annotated[Type, typer.Option("--type", help=_("How a value is read."))] = Type.text,
    many: Annotated[bool, typer.Option("--list", help=_("It takes several values of that type."))] = False,
    example: Annotated[
        Optional[str], typer.Option("--example", metavar="TEXT", help=_("An answer as an example."))
    ] = None,
    choice: Annotated[
        Optional[list[str]], typer.Option("--choice", metavar="TEXT", help=_("One of the choices; repeat it."))
    ] = None,
    total: Annotated[
        Optional[str],
        typer.Option("--total", metavar="SLOT", help=_("The slot that says what the items of the list add up to.")),
    ] = None,
    missing: Annotated[Missing, typer.Option("--missing", help=_("What happens if it is not given."))] = Missing.gap,
    dry_run: DryRun = False,
    pack: Packs = None,
) -> None:
    """Add one slot to a blueprint, the last."""
    from drafter.desk.edit_slots import slot_added
    from drafter.desk.library import Library

    if (type is Type.choice) != bool(choice):
        raise typer.BadParameter(_("--type choice and --choice belong together"))
    if many and type in (Type.choice, Type.flag):
        raise typer.BadParameter(_("a list holds texts, numbers or dates"))
    if total and not many:
        raise typer.BadParameter(_("--total goes with --list"))
    of: Data = type.value if many else [*choice] if choice else None
    kind = "list" if many else "" if type is Type.text else type.value
    wanted: dict[str, Data] = {
        "type": kind,
        "ask": ask,
        "example": example,
        "of": of,
        "missing": missing.value,
        "total": total,
    }
    made = {key: value for key, value in wanted.items() if value and (key, value) != ("missing", "gap")}
    revision = slot_added(file, name, made, Library(pack or ()))
    finish(revision, _("added the slot {name}").format(name=name), dry_run)


def remove_slot(file: Blueprint, name: Name, dry_run: DryRun = False, pack: Packs = None) -> None:
    """Remove a slot that nothing in the blueprint uses, and its comments."""
    from drafter.desk.edit_slots import slot_removed
    from drafter.desk.library import Library

    revision = slot_removed(file, name, Library(pack or ()))
    finish(revision, _("removed the slot {name}").format(name=name), dry_run)
