"""Cues as compiled patterns, made once for each set of cues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.model.cues import Cues
from drafter.recognise.sieve import Sieve

Pattern = re.Pattern[str]
NAME = r"[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]?[某×xX*＊○〇]{1,3}[\u4e00-\u9fff]{0,2}"


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """How the moves of one zone are told."""

    sieve: Sieve
    names: tuple[str, ...]
    """The move of each pattern."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All patterns of one set of cues."""

    title: Pattern
    """A title and nothing else."""
    titled: Pattern
    """A title that something is glued to."""
    salutation: Pattern
    """An address at the beginning, with the mark after it."""
    addressed: Pattern
    """A title, what may stand below it, and an address, all in one."""
    speaker: Pattern
    """What stands before a name."""
    date: Pattern
    office: Pattern
    noise: Sieve
    inside: Sieve
    hole: Sieve
    other: Pattern
    next: Pattern
    closing: Pattern
    """A closing at the beginning of a paragraph."""
    summary: Pattern
    """A sentence that sums up, inside a paragraph."""
    moves: dict[str, Moves]


@lru_cache(maxsize=8)
def lexicon(cues: Cues) -> Lexicon:
    """The patterns of `cues`."""
    title, one = _any(cues.title), _any(cues.salutation)
    salutation = f"({one}(?:[、，,和及暨 ]{{0,2}}{one})*)\\s*([：:！!，,])"
    return Lexicon(
        title=re.compile(f"{title}$"),
        titled=re.compile(f"(.{{4,80}}?{title})(?=[（(【\\s\\d]|[\\u4e00-\\u9fff]{{2,4}}$)"),
        salutation=re.compile(salutation + r"\s*"),
        addressed=re.compile(f"(.{{4,80}}?{title})([^。；！？]{{0,40}}?)(?={salutation})"),
        speaker=re.compile(_any(cues.speaker)),
        date=re.compile(_any(cues.date)),
        office=re.compile(_any(cues.office)),
        noise=Sieve(cues.noise),
        inside=Sieve(cues.inside),
        hole=Sieve(cues.hole),
        other=re.compile(_any(cues.other)),
        next=re.compile(_any(cues.next)),
        closing=re.compile(_any(cues.closing)),
        summary=re.compile(f"(?<=[。！？]){_any(cues.summary)}"),
        moves={zone: _moves(cues, zone) for zone in ("opening", "body", "closing")},
    )


def _any(patterns: tuple[str, ...]) -> str:
    """A pattern that finds any of several, and nothing if there are none."""
    return f"(?:{'|'.join(patterns or ('(?!)',))})"


def _moves(cues: Cues, zone: str) -> Moves:
    chosen = [(word, cue.move) for cue in cues.moves if zone in cue.zones for word in cue.words]
    return Moves(Sieve([word for word, _ in chosen]), tuple(move for _, move in chosen))
