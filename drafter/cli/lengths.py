"""Lengths in minutes: as they are typed, and what is told of that of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from drafter.catalogue import N_, _, ngettext

if TYPE_CHECKING:
    from drafter.desk.draft import Draft
    from drafter.desk.length import Fitted

HEADS = {
    "item": N_("summed up"),
    "wording": N_("shortened"),
    "passage": N_("left out"),
    "deepening": N_("not taken up"),
}
"""What was done, by the kind of cut, in the order of the table."""

MOST_LOST = 12
"""Facts that are named of those that are not said; `drafter fit` names all."""
LONGEST = 400
"""Minutes that a speech may be wished to take."""


def minutes_of(text: str | None) -> tuple[float, ...]:
    """The lengths that are wished for: 10, or several as 5,10,20."""
    found: list[float] = []
    for one in re.split(r"[,，、]", text) if text is not None else ():
        try:
            number = float(one.strip())
        except ValueError:
            number = 0
        if not 0 < number <= LONGEST:
            said = _("{name} is no length in minutes, such as 10, or 5,10,20")
            raise typer.BadParameter(said.format(name=one.strip() or text))
        found.append(number)
    return tuple(dict.fromkeys(found))


def lines(draft: Draft, most: int | None = MOST_LOST) -> Iterator[str]:
    """What is told of the length of a draft, with so many of the facts that it does not say; nothing where none is wished for."""
    from drafter.desk.length import helps, lost

    fit = draft.fit
    if fit is None:
        return
    counts = {kind: sum(one.cut.kind == kind for one in fit.gone) for kind in HEADS}
    said = _("planned {minutes} min, {wish} wished").format(minutes=f"{fit.form.minutes:.1f}", wish=f"{fit.wish:g}")
    more = (_("; {what}: {n}").format(what=_(HEADS[kind]), n=n) for kind, n in counts.items() if n)
    yield said + "".join(more)
    if names := lost(draft):
        yield _("facts not said for the length's sake: {names}").format(names=some(names, most))
    if not fit.is_near:
        could = helps(draft)
        yield _why(fit, helped=bool(could))
        for one in could:
            yield "  " + _("{name}: about {minutes} min ({about})").format(
                name=one.name, minutes=f"{one.minutes:.1f}", about=one.about
            )


def some(names: Sequence[str], most: int | None) -> str:
    """Some names, and how many more there are."""
    told = _(", ").join(names[:most])
    left = len(names[most:]) if most is not None else 0
    return ngettext("{names} and {n} more", "{names} and {n} more", left).format(names=told, n=left) if left else told


def _why(fit: Fitted, *, helped: bool) -> str:
    """Why a wish is not met, and what the lines that follow name, if any do."""
    if fit.form.minutes < fit.wish and fit.form.minutes >= fit.fullest:
        most = _("nothing more can be said with these facts; these would bring most:")
        return most if helped else _("nothing more can be said with these facts")
    if fit.form.minutes < fit.wish:
        near = _("the nearest length: with one passage more it would be too long; more facts would help:")
        return near if helped else _("the nearest length: with one passage more it would be too long")
    least = _("the nearest length: what is left may not be cut by itself; `omit` could leave out:")
    return least if helped else _("the nearest length: what is left may not be cut by itself")
