"""The rhetorical move of each sentence, by cues and by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.model.cues import Cues

SENTENCE = re.compile(r"[^。！？]*[。！？…]*[”’」』）]*")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, their marks included."""
    return (found[0] for found in SENTENCE.finditer(text) if found[0])


def moves(text: str, zone: str, cues: Cues, first: str = "") -> Iterator[tuple[str, str, str]]:
    """Stretches of a text with the move of each and the words that told it; sentences without a cue go with the one before."""
    words, move, cue = "", first, ""
    for sentence in sentences(text):
        found = move_of(sentence, zone, cues)
        if found and found[0] != move and words:
            yield words, move, cue
            words, (move, cue) = "", found
        elif found and (not move or not words):
            move, cue = found
        words += sentence
    if words:
        yield words, move, cue


def move_of(sentence: str, zone: str, cues: Cues) -> tuple[str, str] | None:
    """The move of one sentence and the words that tell it."""
    pattern, names = _pattern(zone, cues)
    best: tuple[int, str, str] | None = None
    for found in pattern.finditer(sentence):
        assert found.lastgroup is not None
        rank = int(found.lastgroup[1:])
        if best is None or rank < best[0]:
            best = rank, names[rank], found[0]
    return (best[1], best[2].strip("，；：")) if best else None


@lru_cache(maxsize=16)
def _pattern(zone: str, cues: Cues) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern for all moves of a zone, a group each, the surer ones first."""
    chosen = [cue for cue in cues.moves if zone in cue.zones]
    groups = (f"(?P<m{n}>{'|'.join(f'(?:{word})' for word in cue.words)})" for n, cue in enumerate(chosen))
    return re.compile("|".join(groups) or "(?!)"), tuple(cue.move for cue in chosen)
