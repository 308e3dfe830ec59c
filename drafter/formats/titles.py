"""Long titles broken where a reader would break them."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, pairwise
from math import ceil

from drafter.formats.seams import IN_WORD, NEVER, OWN_LINE, seams
from drafter.language import Tongue
from drafter.model.speech import Inline, Inlines, Strong, Text, plain

LONGEST, MOST_LINES = 200, 20
"""Characters and lines of a title that is broken by hand; what is longer is no title, and Word may break it."""
SHORTEST = 3
"""Characters that may stand alone on a line."""
LINE, CROOKED, UNEVEN, TOO_LONG = 8, 12, 20, 1000
"""What a line more costs, a line shorter than both its neighbours, lines of unequal length, a character too many."""
SHAPED = 5
"""Lines of a title that has a shape."""
NARROW, WIDE = "ijlftrI.,:;'!|()[] -", "mwMW%@&—"


def broken(title: Inlines, width: int, tongue: Tongue) -> tuple[Inlines, ...]:
    """The title in as many lines as it needs, of `width` characters each, broken between words; no character is added or lost."""
    text, width = plain(title), max(SHORTEST, width)
    own, full = _own(title), measured(text)
    if len(text) > LONGEST or full > MOST_LINES * width or (full <= width and not own):
        return (title,)
    costs = _costs(title, text, tongue)
    own |= {at for at, cost in enumerate(costs) if cost == OWN_LINE}
    cuts: list[int] = []
    for start, end in pairwise((0, *sorted(own), len(text))):
        cuts += [*(start + cut for cut in _cuts(text[start:end], costs[start:end], width)), end]
    lines: list[Inlines] = []
    rest, at = title, 0
    for cut in cuts[:-1]:
        head, rest = _parted(rest, cut - at)
        lines.append(head)
        at = cut
    return (*lines, rest)


def measured(text: str) -> float:
    """How many full-width characters a text is wide, with the space that stands between Han and Latin."""
    width = 0.0
    for char in text:
        if not char.isascii():
            width += 1
        else:
            width += 0.35 if char in NARROW else 0.9 if char in WIDE else 0.7 if char.isupper() else 0.5
    return width + sum(0.25 for one, other in pairwise(text) if _meet(one, other))


def _meet(one: str, other: str) -> bool:
    """Whether a Han character and a letter or digit stand beside each other."""
    return (one.isascii() and one.isalnum() and other.isalpha() and not other.isascii()) or (
        other.isascii() and other.isalnum() and one.isalpha() and not one.isascii()
    )


def _own(title: Inlines) -> set[int]:
    """Where the author of a title broke it: an empty text stands there."""
    at, found = 0, set()
    for inline in title:
        at += len(plain((inline,)))
        if inline == Text(""):
            found.add(at)
    return found - {0, at}


def _costs(title: Inlines, text: str, tongue: Tongue) -> list[float]:
    """What a break costs before each character; a fact begins or ends there, and a gap is not broken."""
    costs = seams(text, tongue.titles)
    at = 0
    for inline in title:
        end = at + len(plain((inline,)))
        if 0 < at < len(text) and costs[at] > 0:
            costs[at] = min(costs[at], max(1.0, costs[at] - 2))
        if not isinstance(inline, Text | Strong):
            costs[at + 1 : end] = [NEVER] * max(0, end - at - 1)
        at = end
    return costs


def _cuts(text: str, costs: list[float], width: int) -> tuple[int, ...]:
    """The places at which the lines of a text end best; a line more is taken if it saves a word."""
    full = measured(text)
    if full <= width:
        return ()
    found: tuple[float, tuple[int, ...]] = (NEVER, ())
    for dearest in (IN_WORD, NEVER):
        places = [0, *(at for at in range(1, len(text)) if costs[at] < dearest), len(text)]
        for more in range(3):
            if found[0] > more * LINE:
                cost, cuts = _best(text, places, costs, width, ceil(full / width) + more)
                found = min(found, (cost + more * LINE, cuts))
        if found[0] < TOO_LONG:
            break
    return found[1]


def _best(text: str, places: list[int], costs: list[float], width: int, count: int) -> tuple[float, tuple[int, ...]]:
    """The cheapest breaks into so many lines, with what they cost."""
    run = _run(text)
    mean = run[-1] / count

    def line(start: int, end: int) -> float:
        long = run[end] - run[start]
        crowded = TOO_LONG * max(0.0, long - width) + (TOO_LONG if long < SHORTEST else 0)
        return crowded + UNEVEN * ((long - mean) / mean) ** 2 + (costs[end] if end < len(text) else 0)

    @cache
    def rest(n: int, left: int, before: float, fell: bool) -> tuple[float, tuple[int, ...]]:
        start = places[n]
        best: tuple[float, tuple[int, ...]] = (NEVER, ())
        if left == 1:
            return line(start, len(text)) + (CROOKED if fell and run[-1] - run[start] > before else 0), ()
        for m in range(n + 1, len(places) - 1):
            end = places[m]
            long = run[end] - run[start]
            if run[-1] - run[end] > (left - 1) * (width + 1) and long < width:
                continue
            if long > width and best[0] < NEVER:
                break
            after = (long, fell or long < before) if count <= SHAPED else (0.0, False)
            more, cuts = rest(m, left - 1, *after)
            cost = line(start, end) + more + (CROOKED if fell and long > before else 0)
            best = min(best, (cost, (end, *cuts)))
        return best

    return rest(0, count, 0.0, False)


def _run(text: str) -> list[float]:
    """How wide a text is up to each of its characters, and as a whole."""
    pairs = (text[max(0, at - 1) : at + 1] for at in range(len(text)))
    return list(accumulate((measured(pair) - measured(pair[:-1]) for pair in pairs), initial=0.0))


def _parted(inlines: Inlines, at: int) -> tuple[Inlines, Inlines]:
    """What stands before a place and what stands after it; what is stressed is stressed on both lines."""
    head: list[Inline] = []
    for n, inline in enumerate(inlines):
        length = len(plain((inline,)))
        if at < length:
            after = inlines[n + 1 :]
            if isinstance(inline, Text) and at:
                return (
                    (*head, Text(inline.text[:at], inline.slot, figure=inline.figure)),
                    (Text(inline.text[at:], inline.slot, figure=inline.figure), *after),
                )
            if isinstance(inline, Strong) and at:
                one, other = _parted(inline.inlines, at)
                return (*head, Strong(one)), (Strong(other), *after)
            return tuple(head), inlines[n:]
        head.append(inline)
        at -= length
    return tuple(head), ()
