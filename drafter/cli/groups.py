"""The commands of `drafter blueprint` and `drafter pack`."""

from __future__ import annotations

from collections.abc import Callable

import typer

from drafter.catalogue import _
from drafter.cli import blueprint as look
from drafter.cli import edit, edit_slots, fmt, new_blueprint, rename
from drafter.cli import pack as packs
from drafter.cli.help import Command

blueprint = typer.Typer(rich_markup_mode=None)
pack = typer.Typer(rich_markup_mode=None)
COMMANDS: tuple[tuple[typer.Typer, str, str, Callable[..., None]], ...] = (
    (blueprint, "list", _("List the blueprints."), look.list_all),
    (blueprint, "show", _("Show one blueprint: its tree, moves and slots."), look.show),
    (blueprint, "new", _("Write a small blueprint to begin with, or a child of one."), new_blueprint.new_blueprint),
    (blueprint, "add-node", _("Add a node to a blueprint."), edit.add_node),
    (blueprint, "move-node", _("Move a node with its comments."), edit.move_node),
    (blueprint, "remove-node", _("Remove a node with its comments."), edit.remove_node),
    (blueprint, "add-slot", _("Add a slot to a blueprint."), edit_slots.add_slot),
    (blueprint, "remove-slot", _("Remove a slot that nothing uses."), edit_slots.remove_slot),
    (blueprint, "set", _("Set one value; the rest of the file stays as it is."), edit.set_value),
    (blueprint, "rename-slot", _("Rename a slot, in briefs and children too."), rename.rename_slot),
    (blueprint, "rename-node", _("Rename a node, in briefs and children too."), rename.rename_node),
    (blueprint, "fmt", _("Lay files out evenly; words and comments stay."), fmt.fmt),
    (pack, "list", _("List the packs, in the order in which they are asked."), packs.list_all),
    (pack, "show", _("Show what a pack holds."), packs.show),
)
for group, name, about, command in COMMANDS:
    group.command(name, help=about, cls=Command)(command)
