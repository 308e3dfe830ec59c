"""drafter fit BRIEF"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import Packs, no_stdin
from drafter.cli.lengths import HEADS, lines, minutes_of

if TYPE_CHECKING:
    from drafter.desk.draft import Draft

BAR = 30
"""Columns of the longest bar."""


def fit(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help=_("The brief, a YAML file."))],
    minutes: Annotated[
        Optional[str], typer.Option("--minutes", metavar="N", help=_("The length; else that of the brief."))
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help=_("Write the choice into the brief: minutes, omit, pick, keep."))
    ] = False,
    style: Annotated[
        str, typer.Option("--style", metavar="NAME", help=_("The look whose rate counts; else that of the brief."))
    ] = "",
    pack: Packs = None,
) -> None:
    """Show what stays."""
    from drafter.cli import report
    from drafter.desk.draft import draft_file
    from drafter.desk.length import write_choice
    from drafter.desk.library import Library
    from drafter.sentences import visible

    no_stdin(brief)
    report.no_locks([brief])
    wishes = minutes_of(minutes)
    if len(wishes) > 1:
        raise typer.BadParameter(_("one length at a time; `drafter draft --minutes 5,10,20` writes several"))
    made = draft_file(brief, Library(pack or ()), minutes=wishes[0] if wishes else None, style=style)
    report.problems(made.problems)
    if made.fit is None:
        raise typer.BadParameter(_("no length is wished for; give --minutes, or write `minutes` into the brief"))
    if write:
        write_choice(made, brief)  # before anything is printed: whoever reads it may stop
    for said in (*lines(made, most=None), *_table(made)):
        typer.echo(visible(said))
    if write:
        typer.echo(visible(_("wrote the choice into {file}").format(file=brief)))


def _table(draft: Draft) -> Iterator[str]:
    """The parts with their bars, and what went, by what was done."""
    from drafter.cli.table import clipped, column
    from drafter.desk.length import lost_by, parts

    fit = draft.fit
    assert fit is not None
    rows = parts(fit)
    names = {"opening": _("opening"), "closing": _("closing")}
    longest = max((one.fullest for one in rows), default=0) or 1
    for one in rows:
        full, now = round(BAR * one.fullest / longest), round(BAR * one.minutes / longest)
        bar = "█" * now + "░" * (full - now)
        figures = f"{one.minutes:5.1f} / {one.fullest:.1f}  "
        yield "  " + column(names.get(one.name, one.name), 34) + figures + bar
    for kind, head in HEADS.items():
        cut = [(gone, names) for gone, names in lost_by(fit) if gone.cut.kind == kind]
        if cut:
            yield ngettext("{head}: {n} place", "{head}: {n} places", len(cut)).format(head=_(head), n=len(cut))
        for gone, lost in cut:
            facts = f"  [{_(', ').join(lost)}]" if lost else ""
            yield f"  {column(gone.cut.key, 34)}{max(gone.minutes, 0):5.1f}  {clipped(gone.words, 60)}{facts}"
