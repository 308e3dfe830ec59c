"""Whether a deadline has gone by when a speech is held, and whether a text says that it was kept, in briefs and in speeches."""

from __future__ import annotations

from datetime import date

from drafter.language.tongue import Tongue
from drafter.model.value import Fact
from drafter.model.words import Knowledge

LONG_PAST = 366
"""Days; a day that lies further back is history: 2000年以前建成的小区."""


def gone_by(due: date, today: date) -> bool:
    """Whether a day is over and no history yet."""
    return 0 < (today - due).days <= LONG_PAST


def says_done(tongue: Tongue, fact: Fact, knows: Knowledge) -> bool:
    """Whether a text says that its work is done; never in a tongue that cannot tell."""
    state = tongue.readings.get(tongue.done[0])
    found = state.find(fact, knows) if state else None
    return isinstance(found, Fact) and found.value == tongue.done[1]
