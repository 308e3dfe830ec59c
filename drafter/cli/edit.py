"""drafter blueprint add-node | move-node | remove-node | set FILE"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import Packs

if TYPE_CHECKING:
    from drafter.desk.edit import Data, Goal, Revision

Blueprint = Annotated[
    str, typer.Argument(metavar="FILE", help=_("The blueprint's file, or its name among your own packs."))
]
Id = Annotated[str, typer.Argument(metavar="ID", help=_("The node's id."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Show the change as a diff; write nothing."))]
After = Annotated[Optional[str], typer.Option("--after", metavar="ID", help=_("Behind this node."))]
Before = Annotated[Optional[str], typer.Option("--before", metavar="ID", help=_("In front of this node."))]
Into = Annotated[Optional[str], typer.Option("--into", metavar="ID", help=_("At the end of this section."))]


class Zone(str, Enum):
    """The parts of a speech."""

    opening = "opening"
    emphases = "emphases"
    closing = "closing"


In = Annotated[Optional[Zone], typer.Option("--in", help=_("At the end of this part of the speech."))]


def text(name: str, about: str) -> Any:
    """An option with a text of the node."""
    return typer.Option(name, metavar="TEXT", help=about)


def add_node(
    file: Blueprint,
    id: Annotated[str, typer.Option("--id", metavar="ID", help=_("The new node's id."))],
    after: After = None,
    before: Before = None,
    into: Into = None,
    zone: In = None,
    move: Annotated[Optional[str], typer.Option("--move", metavar="MOVE", help=_("The work that it does."))] = None,
    when: Annotated[Optional[str], text("--when", _("It stands only if this holds."))] = None,
    each: Annotated[Optional[str], text("--each", _("It stands once for every item of this list."))] = None,
    say: Annotated[Optional[str], text("--say", _("What it says."))] = None,
    other: Annotated[Optional[list[str]], text("--or", _("Another wording; may be repeated."))] = None,
    heading: Annotated[Optional[str], text("--heading", _("Makes it a section with this heading."))] = None,
    enumerate: Annotated[
        Optional[str], typer.Option("--enumerate", metavar="SCHEME", help=_("Tells points off: 一是, First …"))
    ] = None,
    point: Annotated[Optional[list[str]], text("--point", _("A point to tell off; may be repeated."))] = None,
    dry_run: DryRun = False,
    pack: Packs = None,
) -> None:
    """Add one node to a blueprint."""
    from drafter.desk.edit import node_added
    from drafter.desk.library import Library

    goal = _goal(after, before, into, zone)
    if heading is not None and say is not None:
        raise typer.BadParameter(_("a section says nothing itself; add what it says with --into {id}").format(id=id))
    if heading is None and enumerate is None and say is None:
        raise typer.BadParameter(_("give what the node says: --say, --heading or --enumerate"))
    given = {
        "id": id, "move": move, "when": when, "each": each, "heading": heading, "enumerate": enumerate, "say": say,
        "or": other, "points": point,
    }  # fmt: skip
    node: dict[str, Data] = {
        key: list(value) if isinstance(value, list) else value for key, value in given.items() if value is not None
    }
    revision = node_added(file, goal, node, Library(pack or ()))
    finish(revision, _("added {id} {where}").format(id=id, where=_place(goal)), dry_run)


def move_node(
    file: Blueprint,
    id: Id,
    after: After = None,
    before: Before = None,
    into: Into = None,
    zone: In = None,
    dry_run: DryRun = False,
    pack: Packs = None,
) -> None:
    """Move a node with all that is in it, and its comments."""
    from drafter.desk.edit import node_moved
    from drafter.desk.library import Library

    goal = _goal(after, before, into, zone)
    revision = node_moved(file, id, goal, Library(pack or ()))
    finish(revision, _("moved {id} {where}").format(id=id, where=_place(goal)), dry_run)


def remove_node(file: Blueprint, id: Id, dry_run: DryRun = False, pack: Packs = None) -> None:
    """Remove a node with all that is in it, and its comments."""
    from drafter.desk.edit import node_removed
    from drafter.desk.library import Library

    revision = node_removed(file, id, Library(pack or ()))
    finish(revision, _("removed {id}").format(id=id), dry_run)


def set_value(
    file: Blueprint,
    key: Annotated[
        str, typer.Argument(metavar="ID.KEY", help=_("A node's key, or one such as slots.会议.ask or speech.title."))
    ],
    value: Annotated[
        list[str], typer.Argument(metavar="VALUE...", help=_('The value; several make a list; "" takes the key away.'))
    ],
    dry_run: DryRun = False,
    pack: Packs = None,
) -> None:
    """Set one value; the rest of the file stays as it is."""
    from drafter.desk.edit import value_set
    from drafter.desk.library import Library

    revision = value_set(file, key, tuple(value), Library(pack or ()))
    said = _("took {key} away") if value == [""] else _("set {key}")
    finish(revision, said.format(key=key), dry_run)


def finish(revision: Revision, said: str, dry_run: bool) -> None:
    """Show what would change, or write it and say so in a line a file."""
    from drafter.cli import report
    from drafter.desk.edit import difference, lines_changed, written
    from drafter.sentences import visible

    report.problems(revision.problems)
    if dry_run:
        lines = [visible(line) for file in revision.files for line in difference(file).splitlines()]
        typer.echo("".join(f"{line}\n" for line in lines), nl=False)
        return
    written(revision)
    if not revision.files:
        typer.echo(_("nothing to change"))
    for file in revision.files:
        count = lines_changed(file)
        size = " (" + ngettext("{n} line", "{n} lines", count).format(n=count) + ")" if count else ""
        typer.echo(visible(f"{file.path}: {said}{size}"))


def _goal(after: str | None, before: str | None, into: str | None, zone: Zone | None) -> Goal:
    from drafter.desk.edit import Goal

    goals = [
        goal
        for goal in (
            Goal("after", after or ""),
            Goal("before", before or ""),
            Goal("into", into or ""),
            Goal("in", zone.value if zone else ""),
        )
        if goal.name
    ]
    if len(goals) != 1:
        raise typer.BadParameter(_("give one of --after, --before, --into and --in"))
    return goals[0]


def _place(goal: Goal) -> str:
    """The place in words."""
    match goal.where:
        case "after":
            words = _("after {name}")
        case "before":
            words = _("before {name}")
        case _:
            words = _("at the end of {name}")
    return words.format(name=goal.name)
