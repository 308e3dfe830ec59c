"""What the commands say."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from drafter.cli.words import _, ngettext
from drafter.language import TONGUES
from drafter.model.speech import Headed, plain
from drafter.problem import OutputError, Place, Problem
from drafter.sentences import report, visible

if TYPE_CHECKING:
    from drafter.drafting import Draft
    from drafter.model.manuscript import Manuscript


def problems(found: Iterable[Problem]) -> None:
    """Problems, one a line, on stderr."""
    typer.echo("".join(f"{report(problem, _)}\n" for problem in found), err=True, nl=False)  # many calls take long


def speech(manuscript: Manuscript, path: str) -> None:
    """Where a speech is, and its headings."""
    from drafter.language.measure import measure
    from drafter.model.fold import nest

    tree = nest(manuscript)
    size, tongue = measure(tree), TONGUES[manuscript.language]
    unit = _("characters") if tongue.unit == "characters" else _("words")
    typer.echo(visible(path))
    said = _("{characters} characters, about {minutes} min at {rate} {unit} a minute")
    typer.echo(
        "  " + said.format(characters=f"{size.characters:,}", minutes=f"{size.minutes:g}", rate=tongue.rate, unit=unit)
    )
    for block in tree.emphases:
        if isinstance(block, Headed):
            typer.echo("    " + visible(block.label + plain(block.heading)))


def drafted(draft: Draft, path: str, *, err: bool = False) -> None:
    """Where the draft is and what it holds."""
    size, tongue = draft.measure, TONGUES[draft.blueprint.language]
    if path:
        typer.echo(visible(path), err=err)
    share = round(100 * size.facts / size.characters) if size.characters else 0
    unit = _("characters") if tongue.unit == "characters" else _("words")
    typer.echo(
        "  "
        + _("{characters} characters, about {minutes} min at {rate} {unit} a minute; {share} % from the brief").format(
            characters=f"{size.characters:,}", minutes=f"{size.minutes:g}", rate=tongue.rate, unit=unit, share=share
        ),
        err=err,
    )
    typer.echo("  " + ngettext("{n} emphasis", "{n} emphases", size.emphases).format(n=size.emphases), err=err)
    for block in draft.speech.emphases:
        if isinstance(block, Headed):
            typer.echo("    " + visible(block.label + plain(block.heading)), err=err)
    if not size.gaps:
        typer.echo("  " + _("no gaps"), err=err)
        return
    typer.echo("  " + ngettext("{n} gap:", "{n} gaps:", len(size.gaps)).format(n=len(size.gaps)), err=err)
    for gap in size.gaps:
        known = gap.place and gap.place != draft.brief.place  # a slot that the brief does not name has no line there
        where = f" ({gap.place.file}:{gap.place.line})" if gap.place and known else ""
        typer.echo("    " + visible(f"{gap.slot}: {gap.label if gap.typed else gap.ask}{where}"), err=err)


def raw(text: bytes) -> None:
    """A document on stdout, byte for byte, whatever the terminal's encoding."""
    if sys.stdout is None:
        raise OutputError([Problem("cannot-write", Place("-"), {"name": "-", "reason": "standard output is closed"})])
    sys.stdout.flush()
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()
