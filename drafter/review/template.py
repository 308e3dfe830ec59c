"""An edited text as the words of an override: where a fact stands as it stood, it stays the fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from drafter.expression.evaluate import evaluate, printed
from drafter.expression.spell import escaped, hole, source
from drafter.language import Tongue
from drafter.model.expression import Prose, Toggle
from drafter.model.outline import Scope
from drafter.model.speech import plain
from drafter.model.value import Gap
from drafter.review.segments import Became


def templated(own: Sequence[Became], prose: Prose | None, scope: Scope, tongue: Tongue) -> str:
    """What a node says now, with the expressions of its wording around facts that were not touched."""
    holes = dict(_holes(own, prose, scope, tongue)) if prose is not None else {}
    said, n = "", 0
    while n < len(own):
        if n in holes:
            stop, expression = holes[n]
            said += hole(expression)
            n = stop
        else:
            said += escaped(own[n].text)
            n += 1
    return said


def _holes(own: Sequence[Became], prose: Prose, scope: Scope, tongue: Tongue) -> Iterator[tuple[int, tuple[int, str]]]:
    """The expressions whose words stand in a text unchanged: where each begins and ends, in segments, and its source."""
    starts = [0, *accumulate(len(one.segment.text) for one in own)]
    whole = "".join(one.segment.text for one in own)
    at = 0
    for piece in prose.pieces:
        if isinstance(piece, (str, Toggle, Gap)):
            continue
        words = plain(printed(evaluate(piece, scope, tongue), tongue))
        start = whole.find(words, at)
        while words and start >= 0 and (start not in starts or start + len(words) not in starts):
            start = whole.find(words, start + 1)
        if not words or start < 0:
            continue
        first, last = starts.index(start), starts.index(start + len(words))
        at = start + len(words)
        if all(one.text == one.segment.text and one.segment.slot for one in own[first : first + 1]) and all(
            one.text == one.segment.text for one in own[first:last]
        ):
            yield first, (last, source(piece))
