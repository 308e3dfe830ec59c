"""drafter outline BRIEF"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from drafter.cli.draft import Packs
from drafter.cli.tidy import Ignored
from drafter.cli.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.speech import Speech


class Format(str, Enum):
    """Report formats."""

    text = "text"
    json = "json"


def outline(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=_("A brief (.yaml), or an old speech: .docx, .txt, .md or .html."))
    ],
    format: Annotated[Format, typer.Option("--format", help=_("text, or the same as JSON."))] = Format.text,
    ignore: Ignored = None,
    pack: Packs = None,
) -> None:
    """Print the tree of the speech."""
    from drafter.cli import report
    from drafter.cli.table import clipped, column
    from drafter.formats.json import as_data, as_text
    from drafter.language import TONGUES

    tree = _speech(file, tuple(pack or ()), ignore or ())
    speech = as_data(tree)
    if format is Format.json:
        report.raw(as_text(speech).encode())
        return
    tongue = TONGUES[tree.language]
    total = speech["characters"] or 1

    def row(depth: int, text: str, move: str, size: int) -> None:
        minutes = speech["minutes"] * size / total
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


def _speech(file: Path, packs: tuple[Path, ...], ignore: Sequence[str]) -> Speech:
    """The speech that a brief makes, or that an old file holds; what is doubtful goes to stderr."""
    from drafter.cli import report

    if file.suffix.lower() in (".yaml", ".yml"):
        if ignore:
            raise typer.BadParameter(_("--ignore is for old speeches; in a brief, `checks` says it"))
        from drafter.drafting import draft_file

        drafted = draft_file(file, packs)
        report.problems(drafted.problems)
        return drafted.speech
    from drafter.model.fold import nest
    from drafter.returning import recognise_file
    from drafter.shelf import shelf

    recognised = recognise_file(file, shelf(packs, file.parent), ignore)
    report.problems(recognised.problems)
    return nest(recognised.manuscript)
