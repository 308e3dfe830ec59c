"""The rhetorical move of each sentence, by cues and by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.recognise.lexicon import Lexicon

SENTENCE = re.compile(r"[^。！？]*[。！？…]*[”’」』）]*")


def moves(text: str, zone: str, lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Stretches of a text with the move of each and the words that told it; sentences without a cue go with the one before."""
    words, move, cue = "", "", ""
    for sentence in filter(None, SENTENCE.findall(text)):
        found = move_of(sentence, zone, lexicon)
        if found and found[0] != move and words:
            yield words, move, cue
            words, (move, cue) = "", found
        elif found and (not move or not words):
            move, cue = found
        words += sentence
    if words:
        yield words, move, cue


def move_of(sentence: str, zone: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The move of one sentence and the words that tell it."""
    found = lexicon.moves[zone].sieve.first(sentence)
    return (lexicon.moves[zone].names[found[0]], found[1][0].strip("，；：")) if found else None
