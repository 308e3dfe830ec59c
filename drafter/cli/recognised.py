"""What the commands on old speeches say: what was cut, mended and doubted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import typer

from drafter.catalogue import _, ngettext
from drafter.sentences import WHY, visible

if TYPE_CHECKING:
    from drafter.desk.tidy import Recognised


def told(recognised: Recognised, show_cut: bool, *, err: bool = False) -> None:
    """How many things were cut and mended, and what was cut if that is wanted."""
    cuts, mends = recognised.cuts, recognised.mends
    characters = sum(len(cut.text) for cut in cuts)
    if cuts:
        words = ngettext("{n} cut, {characters} characters", "{n} cuts, {characters} characters", len(cuts))
        hint = "" if show_cut else _(" (--show-cut lists them)")
        typer.echo("  " + words.format(n=len(cuts), characters=f"{characters:,}") + hint, err=err)
    for cut in cuts if show_cut else ():
        typer.echo(visible(f"    {cut.place.line}: {_(WHY[cut.why])}: {cut.text[:200]}"), err=err)
    if mends:
        kinds = Counter(mend.why for mend in mends)
        listed = ", ".join(f"{_(WHY[why])} ×{n}" for why, n in kinds.most_common())
        typer.echo("  " + _("mended: {what}").format(what=listed), err=err)
