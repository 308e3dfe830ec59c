"""drafter outline BRIEF"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from drafter.cli.check import Format
from drafter.cli.draft import Packs
from drafter.cli.words import _


def outline(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help=_("The brief, a YAML file."))],
    format: Annotated[Format, typer.Option("--format", help=_("text, or the same as JSON."))] = Format.text,
    pack: Packs = None,
) -> None:
    """Print the tree of the speech."""
    from drafter.cli import report
    from drafter.drafting import DEFAULT_STYLE, draft_file, find_style
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
        typer.echo(f"{_columns('  ' * depth + visible(text), 56)}{_columns(label, 24)}{size:>6,}{minutes:>6.1f}")

    def rows(blocks: list[dict[str, Any]], depth: int) -> None:
        for block in blocks:
            if "heading" in block:
                row(depth, block["enumerator"] + block["heading"], block["move"], block["characters"])
                rows(block["blocks"], depth + 1)
            elif "enumeration" in block:
                listed = block["enumeration"]
                row(depth, f"{listed['scheme'].strip()} ×{listed['count']}", block["move"], block["characters"])
            else:
                row(depth, _short(block["text"]), block["move"], block["characters"])

    from drafter.model.move import MOVES
    from drafter.sentences import visible

    typer.echo(visible(speech["title"]))
    typer.echo(
        f"{_columns('', 56)}{_columns(_('move'), 24)}{_columns(_('chars'), 6, right=True)}{_columns(_('min'), 6, right=True)}"
    )
    for name, zone in ((_("opening"), "opening"), (_("emphases"), "emphases"), (_("closing"), "closing")):
        if speech[zone]:
            typer.echo(name)
            rows(speech[zone], 1)
    row(0, _("in all"), "", speech["characters"])


def _short(text: str) -> str:
    return text if _width(text) <= 40 else _clipped(text, 38) + "…"


def _width(text: str) -> int:
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def _clipped(text: str, width: int) -> str:
    while _width(text) > width:
        text = text[:-1]
    return text


def _columns(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up to a width on a terminal, where a Chinese character takes two columns."""
    if _width(text) > width - 1 and not right:
        text = _clipped(text, width - 2) + "…"
    fill = " " * max(0, width - _width(text))
    return fill + text if right else text + fill
