"""What a speech holds, in figures and headings, as every face tells it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.draft import Draft
from drafter.language import TONGUES
from drafter.language.computed import equation, marked_figures, slots_of
from drafter.language.measure import Measure, measure, rate_of
from drafter.model.fold import nest
from drafter.model.manuscript import Manuscript
from drafter.model.speech import Headed, Speech, plain
from drafter.problem import Place


class Open(Struct, frozen=True):
    """A fact that the brief does not give."""

    name: str
    """Its slot, with the item and field."""
    what: str
    """What is asked, or the placeholder as it was typed."""
    place: Place | None
    """Where it stands in the brief; None where the brief does not name it."""


class Computed(Struct, frozen=True):
    """A figure that no brief holds."""

    what: str
    """The figure and how it was computed: 42天 = 距(6月底, 2026-05-19)."""
    slots: tuple[str, ...]
    """The slots that it was computed from."""


class Summary(Struct, frozen=True, kw_only=True):
    """A speech in figures."""

    characters: int
    """Its length in what its language counts."""
    unit: Literal["characters", "words"]
    """What is counted."""
    minutes: float
    """How long it takes to speak."""
    rate: float
    """Units spoken in a minute."""
    share: int
    """Per cent of it that come from the brief; 0 for an old speech."""
    emphases: int
    """How many emphases it has."""
    headings: tuple[str, ...]
    """Their headings, numbered as in the speech."""
    open: tuple[Open, ...] = ()
    """What is still to be given."""
    unconfirmed: tuple[Open, ...] = ()
    """What may be last year's: each value as it stands in the brief."""
    promised: tuple[Open, ...] = ()
    """What was promised and is not answered for."""
    computed: tuple[Computed, ...] = ()
    """What was computed, each figure once."""
    computed_marks: int = 0
    """How often such figures stand in it."""


def of_draft(draft: Draft) -> Summary:
    """A draft in figures."""
    size = draft.measure
    open = tuple(
        Open(
            gap.slot,
            gap.label if gap.typed else gap.ask,
            gap.place,
        )
        for gap in size.gaps
    )
    computed = tuple(Computed(equation(figure), slots_of(figure)) for figure in draft.figures)
    marks = sum(1 for _ in marked_figures(draft.speech))
    return replace(
        _summary(draft.speech, size, open),
        unconfirmed=tuple(Open(one.slot, " ".join(one.value.split()), one.place) for one in draft.brief.unconfirmed),
        promised=tuple(Open("", one.text, one.place) for one in draft.brief.promised),
        computed=computed,
        computed_marks=marks,
    )


def of_manuscript(manuscript: Manuscript) -> Summary:
    """An old speech in figures."""
    speech = nest(manuscript)
    return _summary(speech, measure(speech), ())


def _summary(speech: Speech, size: Measure, open: tuple[Open, ...]) -> Summary:
    tongue = TONGUES[speech.language]
    headed = (block for block in speech.emphases if isinstance(block, Headed))
    return Summary(
        characters=size.characters,
        unit=tongue.unit,
        minutes=size.minutes,
        rate=rate_of(speech),
        share=round(100 * size.facts / size.characters) if size.characters else 0,
        emphases=size.emphases,
        headings=tuple(block.label + plain(block.heading) for block in headed),
        open=open,
    )
