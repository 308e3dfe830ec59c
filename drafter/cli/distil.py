"""drafter distil FILE"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.cli.draft import Force, Packs
from drafter.cli.tidy import ShowCut
from drafter.cli.words import _

if TYPE_CHECKING:
    from drafter.distil import Fact


class Slots(str, Enum):
    """How eagerly facts become slots."""

    none = "none"
    placeholders = "placeholders"
    facts = "facts"


def distil(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("An old speech: .docx, .txt, .md or .html."))],
    output: Annotated[
        Optional[Path],
        typer.Option(
            "-o", "--output", metavar="FILE", help=_("The blueprint. Default: beside the speech, -blueprint.yaml.")
        ),
    ] = None,
    brief: Annotated[
        Optional[Path],
        typer.Option("--brief", metavar="FILE", help=_("The brief. Default: beside the blueprint, -brief.yaml.")),
    ] = None,
    slots: Annotated[Slots, typer.Option("--slots", help=_("What becomes a slot."))] = Slots.facts,
    show_cut: ShowCut = False,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Read, distil, write both files, report."""
    from drafter.cli import old, report
    from drafter.returning import distil_speech, recognise_file
    from drafter.saving import save_all
    from drafter.sentences import visible
    from drafter.shelf import shelf

    recognised = recognise_file(file, shelf(tuple(pack or ()), file.parent))
    report.problems(recognised.problems)
    target = output or file.with_name(f"{file.stem}-blueprint.yaml")
    facts = brief or target.with_name(f"{file.stem}-brief.yaml")
    if facts.resolve().parent != target.resolve().parent:
        raise typer.BadParameter(_("the blueprint and the brief belong in one folder"))
    made = distil_speech(recognised, target.stem, file.name, slots.value)
    save_all({target: made.blueprint.encode(), facts: made.brief.encode()}, force=force)
    typer.echo(visible(str(target)))
    typer.echo(visible(str(facts)))
    old.told(recognised, show_cut)
    _table(made.distilled.facts)


def _table(facts: tuple[Fact, ...]) -> None:
    """Each slot, its value, how often it stands and why it was taken."""
    from drafter.cli.table import column
    from drafter.distil.facts import WHY

    typer.echo("  " + _("slots"))
    for fact in facts:
        times = f"×{fact.count}" if fact.count > 1 else ""
        typer.echo(f"    {column(fact.name, 22)}{column(fact.value, 36)}{column(times, 6)}{_(WHY[fact.why])}")
