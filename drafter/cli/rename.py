"""drafter blueprint rename-slot | rename-node FILE"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from drafter.catalogue import _
from drafter.cli.draft import Packs
from drafter.cli.edit import Blueprint, DryRun, finish

Old = Annotated[str, typer.Argument(metavar="OLD", help=_("Its name now."))]
New = Annotated[str, typer.Argument(metavar="NEW", help=_("Its new name."))]
Briefs = Annotated[
    Optional[list[Path]],
    typer.Option(
        "--briefs",
        metavar="BRIEF",
        help=_("Briefs, and blueprints that extend this one, in which it is renamed too."),
    ),
]
More = Annotated[Optional[list[Path]], typer.Argument(metavar="[BRIEF]...", help=_("The same as after --briefs."))]


def rename_slot(
    file: Blueprint,
    old: Old,
    new: New,
    more: More = None,
    briefs: Briefs = None,
    dry_run: DryRun = False,
    pack: Packs = None,
) -> None:
    """Rename a slot wherever it is meant: in all files or, if one of them cannot be, in none."""
    from drafter.desk.edit import slot_renamed
    from drafter.desk.library import Library

    revision = slot_renamed(file, old, new, [*(briefs or ()), *(more or ())], Library(pack or ()))
    finish(revision, _("renamed the slot {old} to {new}").format(old=old, new=new), dry_run)


def rename_node(
    file: Blueprint,
    old: Old,
    new: New,
    more: More = None,
    briefs: Briefs = None,
    dry_run: DryRun = False,
    pack: Packs = None,
) -> None:
    """Rename a node wherever its id is meant: in all files or, if one of them cannot be, in none."""
    from drafter.desk.edit import node_renamed
    from drafter.desk.library import Library

    revision = node_renamed(file, old, new, [*(briefs or ()), *(more or ())], Library(pack or ()))
    finish(revision, _("renamed the node {old} to {new}").format(old=old, new=new), dry_run)
