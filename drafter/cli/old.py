"""What the commands on old speeches say: what was cut, mended and doubted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import typer

from drafter.sentences import N_, visible
from drafter.sentences.words import _, ngettext

if TYPE_CHECKING:
    from drafter.desk.tidy import Recognised

WHY = {
    "noise-before": N_("before the speech"),
    "noise-after": N_("after the speech"),
    "noise-inside": N_("a line that is no part of it"),
    "inside": N_("words inside a paragraph"),
    "page-number": N_("a page number"),
    "repeated-title": N_("the title again"),
    "another-speech": N_("another speech"),
    "half-width": N_("half-width marks"),
    "blanks": N_("blanks between characters"),
    "quotes": N_("quotation marks"),
    "doubled-marks": N_("doubled marks"),
    "emptied": N_("names taken out, marked ××"),
    "number": N_("a number"),
    "heading-stop": N_("the stop after a heading"),
}


def told(recognised: Recognised, show_cut: bool, *, err: bool = False) -> None:
    """How many things were cut and mended, and what was cut if that is wanted."""
    cuts, mends = recognised.cuts, recognised.mends
    characters = sum(len(cut.text) for cut in cuts)
    if cuts:
        words = ngettext("{n} cut, {characters} characters", "{n} cuts, {characters} characters", len(cuts))
        hint = "" if show_cut else _(" (--show-cut lists them)")
        typer.echo("  " + words.format(n=len(cuts), characters=f"{characters:,}") + hint, err=err)
    for cut in cuts if show_cut else ():
        typer.echo(visible(f"    {cut.place.line}: {_reason(cut.why)}: {cut.text[:200]}"), err=err)
    if mends:
        kinds = Counter(mend.why for mend in mends)
        listed = ", ".join(f"{_reason(why)} ×{n}" for why, n in kinds.most_common())
        typer.echo("  " + _("mended: {what}").format(what=listed), err=err)


def _reason(why: str) -> str:
    return _(WHY[why]) if why in WHY else why
