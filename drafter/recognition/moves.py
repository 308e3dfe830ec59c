"""The rhetorical move of each sentence, by cues and by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.recognition.lexicon import Lexicon
from drafter.recognition.sieve import first

STOPS = re.compile(r"[。！？][。！？…]*[”’」』）]*")


def moves(text: str, zone: str, lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Stretches of a text with the move of each and the words that told it; sentences without a cue go with the one before."""
    candidates = lexicon.moves[zone].among(text)
    start = at = 0
    move = cue = ""
    for end in _ends(text) if candidates else ():
        hit = first(candidates, text[at:end])
        if hit and hit[0] != move:
            if at > start:
                yield text[start:at], move, cue
                start = at
            move, cue = hit[0], hit[1].strip("，；：")
        at = end
    if start < len(text):
        yield text[start:], move, cue


def _ends(text: str) -> list[int]:
    """Where the sentences of a text end."""
    ends = [found.end() for found in STOPS.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends


def move_of(sentence: str, zone: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The move of one sentence and the words that tell it."""
    found = lexicon.moves[zone].first(sentence)
    return (found[0], found[1].strip("，；：")) if found else None
