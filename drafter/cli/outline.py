"""drafter outline BRIEF"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from drafter.cli.draft import Packs
from drafter.cli.words import _


class Format(str, Enum):
    """Report formats."""

    text = "text"
    json = "json"


def outline(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help=_("The brief, a YAML file."))],
    format: Annotated[Format, typer.Option("--format", help=_("text, or the same as JSON."))] = Format.text,
    pack: Packs = None,
) -> None:
    """Print the tree of the speech."""
    from drafter.cli import report
    from drafter.cli.table import clipped, column
    from drafter.drafting import draft_file
    from drafter.finding import DEFAULT_STYLE, find_style
    from drafter.formats.json import as_data, write
    from drafter.language import TONGUES
    from drafter.shelf import shelf

    drafted = draft_file(brief, tuple(pack or ()))
    report.problems(drafted.problems)
    if format is Format.json:
        style = find_style(DEFAULT_STYLE, shelf(), drafted.brief.place)
        report.raw(write(drafted.manuscript, style).encode())
        return
    speech = as_data(drafted.speech)
    tongue = TONGUES[drafted.blueprint.language]
    total = speech["characters"] or 1

    def row(depth: int, text: str, move: str, size: int) -> None:
        minutes = drafted.measure.minutes * size / total
        label = f"{move} {MOVES[move]}" if move in MOVES and tongue.code == "zh" else move
        typer.echo(f"{column('  ' * depth + text, 56)}{column(label, 24)}{size:>6,}{minutes:>6.1f}")

    def rows(blocks: list[dict[str, Any]], depth: int) -> None:
        for block in blocks:
            if "heading" in block:
                row(depth, block["enumerator"] + block["heading"], block["move"], block["characters"])
                rows(block["blocks"], depth + 1)
            elif "enumeration" in block:
                listed = block["enumeration"]
                row(depth, f"{listed['scheme'].strip()} ×{listed['count']}", block["move"], block["characters"])
            else:
                row(depth, clipped(block["text"], 40), block["move"], block["characters"])

    from drafter.model.move import MOVES
    from drafter.sentences import visible

    typer.echo(visible(speech["title"]))
    typer.echo(
        column("", 56) + column(_("move"), 24) + column(_("chars"), 6, right=True) + column(_("min"), 6, right=True)
    )
    for name, zone in ((_("opening"), "opening"), (_("emphases"), "emphases"), (_("closing"), "closing")):
        if speech[zone]:
            typer.echo(name)
            rows(speech[zone], 1)
    row(0, _("in all"), "", speech["characters"])
