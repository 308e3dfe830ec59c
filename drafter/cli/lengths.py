"""Lengths in minutes: as they are typed, and what is told of that of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from drafter.catalogue import N_, _

if TYPE_CHECKING:
    from drafter.desk.draft import Draft

HEADS = {
    "item": N_("summed up"),
    "wording": N_("shortened"),
    "passage": N_("left out"),
    "deepening": N_("not taken up"),
}
"""What was done, by the kind of cut, in the order of the table."""

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


def lines(draft: Draft) -> Iterator[str]:
    """What is told of the length of a draft; nothing where none is wished for."""
    from drafter.desk.length import helps

    fit = draft.fit
    if fit is None:
        return
    counts = {kind: sum(one.cut.kind == kind for one in fit.gone) for kind in HEADS}
    said = _("planned {minutes} min, {wish} wished").format(minutes=f"{fit.form.minutes:.1f}", wish=f"{fit.wish:g}")
    yield said + "".join(f"; {_(HEADS[kind])}: {count}" for kind, count in counts.items() if count)
    lost = sorted({slot_of(slot) for one in fit.gone for slot in one.slots})
    if lost:
        yield _("facts not said for the length's sake: {names}").format(names=", ".join(lost))
    if not fit.is_near:
        yield _why(draft)
        for one in helps(draft):
            yield "  " + _("{name}: about {minutes} min ({about})").format(
                name=one.name, minutes=f"{one.minutes:.1f}", about=one.about
            )


def _why(draft: Draft) -> str:
    """Why a wish is not met, and what the lines that follow name."""
    fit = draft.fit
    assert fit is not None
    if fit.form.minutes < fit.wish and fit.form.minutes >= fit.fullest:
        return _("nothing more can be said with these facts; these would bring most:")
    if fit.form.minutes < fit.wish:
        return _("the nearest length: with one passage more it would be too long; more facts would help:")
    return _("the nearest length: what is left may not be cut by itself; `omit` could leave out:")


def slot_of(slot: str) -> str:
    """A list's item as a whole: 任务[2] for its fields."""
    return slot.partition(".")[0]
