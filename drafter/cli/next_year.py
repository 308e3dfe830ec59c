"""drafter next BRIEF"""

from __future__ import annotations

from datetime import date as day
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import Force, Packs, is_stdout, named_output

if TYPE_CHECKING:
    from drafter.desk.next_year import NextBrief

MOST_SHOWN = 20
"""Lines of one kind that are told."""
MOST_WIDE = 40
"""Columns of a value in them."""


Output = Annotated[
    Optional[str],
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help=_("Where to write; - for standard output. Default: beside the brief, -next.yaml."),
    ),
]
Day = Annotated[
    Optional[str], typer.Option("--date", metavar="DATE", help=_("The day of this year's speech: 2027-03-18."))
]
Values = Annotated[
    Optional[list[str]],
    typer.Option("--set", metavar="SLOT=VALUE", help=_("A value of this year; may be repeated.")),
]
KeepEdits = Annotated[
    bool,
    typer.Option(
        "--keep-edits", help=_("Keep `seed`, `pick`, `omit`, `overrides` and `insert`; own texts are marked, too.")
    ),
]


def next_year(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help=_("Last year's brief, a YAML file."))],
    output: Output = None,
    date: Day = None,
    set: Values = None,
    keep_edits: KeepEdits = False,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Mark every value, say what may have moved on with the year, and ask after what was promised."""
    from drafter.cli import report
    from drafter.desk.library import Library
    from drafter.desk.next_year import Asked, kept, next_brief

    report.no_locks([brief])
    named_output(brief, output)
    printed = is_stdout(output)
    library = Library(pack or ())
    asked = Asked(date=_day(date), values=dict(map(_given, set or ())), keep_edits=keep_edits)
    made, target = next_brief(brief, Path(output) if output and not printed else None, library, asked)
    if printed:
        report.raw(made.text.encode())
        told(made, "", err=True)
        return
    failed = kept(made, brief, target, library, force=force)
    told(made, str(target))
    typer.echo("  " + report.to_go_through(target, pack))
    report.failed(failed)


def _day(text: str | None) -> day | None:
    if text is None:
        return None
    try:
        return day.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(_("{name} is no day such as 2027-03-18").format(name=text)) from error


def _given(text: str) -> tuple[str, str]:
    slot, mark, value = text.partition("=")
    if not mark or not slot.strip() or not value.strip():
        raise typer.BadParameter(_("{name} is not SLOT=VALUE, such as 会议=全县防汛工作会议").format(name=text))
    return slot.strip(), value.strip()


def told(made: NextBrief, path: str, *, err: bool = False) -> None:
    """Where the brief is, and what is to be done about it."""
    from drafter.cli.table import clipped
    from drafter.sentences import visible

    def row(slot: str, value: str, proposed: str) -> str:
        return f"{slot}: {clipped(value, MOST_WIDE)} → {clipped(proposed, MOST_WIDE)}"

    otherwise = {one.slot for one in made.renamed}
    moved = [one for one in made.unconfirmed if one.proposed and one.slot not in otherwise]
    groups: tuple[tuple[list[str], str], ...] = (
        ([], _marked(len(made.unconfirmed))),
        ([row(one.slot, one.value, one.proposed) for one in moved], _moved(len(moved))),
        ([row(one.slot, one.value, one.proposed) for one in made.renamed], _named_otherwise(len(made.renamed))),
        (
            [f"{one.facts['name']}: {one.facts['what']} ({one.place.file}:{one.place.line})" for one in made.past],
            _past(len(made.past)),
        ),
        ([*made.promised], _promised(len(made.promised))),
    )
    if path:
        typer.echo(visible(path), err=err)
    for n, (lines, head) in enumerate(groups):
        shown = [f"  {head}", *(f"    {line}" for line in lines[:MOST_SHOWN])] if lines or not n else []
        more = [f"    {_('{n} more').format(n=len(lines) - MOST_SHOWN)}"] if len(lines) > MOST_SHOWN else []
        for line in (*shown, *more):
            typer.echo(visible(line), err=err)
    if made.dropped:
        said = _("left out, of last year's speech only: {names}")
        typer.echo("  " + said.format(names=", ".join(made.dropped)), err=err)


def _marked(n: int) -> str:
    return ngettext(
        "{n} value of last year, marked until it is confirmed",
        "{n} values of last year, marked until they are confirmed",
        n,
    ).format(n=n)


def _moved(n: int) -> str:
    return ngettext("{n} may have moved on with the year:", "{n} may have moved on with the year:", n).format(n=n)


def _named_otherwise(n: int) -> str:
    return ngettext("{n} names the old level or place:", "{n} name the old level or place:", n).format(n=n)


def _past(n: int) -> str:
    return ngettext("{n} is due before the speech:", "{n} are due before the speech:", n).format(n=n)


def _promised(n: int) -> str:
    return ngettext(
        "{n} promise of last year to be answered for:", "{n} promises of last year to be answered for:", n
    ).format(n=n)
