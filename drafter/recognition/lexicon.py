"""Cues as compiled patterns, made once for each set of cues."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import fields

from drafter.model.cues import Costs, Cues, MoveCue
from drafter.recognition.sieve import Sieve

Pattern = re.Pattern[str]
HAN = "\u4e00-\u9fff"
NAME = (
    f"[{HAN}][{HAN}·]{{1,2}}|[{HAN}]{{0,2}}[某×xX*＊○〇]{{1,3}}[{HAN}]{{0,2}}"
    f"|(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木)[{HAN}]{{1,2}}"
)
"""How a person is called."""


class Moves(Struct, frozen=True, eq=False):
    """How the moves of one zone are told."""

    sieve: Sieve
    names: tuple[str, ...]
    """The move of each pattern."""


class Lexicon(Struct, frozen=True, eq=False):
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
    page: Sieve
    noise: Sieve
    after: Pattern
    inside: Sieve
    """Noise inside paragraphs, and signs that text is missing."""
    holes: int
    """The number of the first sign that text is missing."""
    hole: Sieve
    emptied: Pattern
    """Where a name was taken out and nothing put in."""
    label: Pattern
    """What a page prints beside a speech, on the same line."""
    caption: Pattern
    """The end of a caption: who took the picture."""
    opens: Pattern
    """What a sentence begins with, or may begin with."""
    begins: Pattern
    """What only a new sentence begins with."""
    other: Pattern
    next: Pattern
    """A mark before the second or a later speech of several."""
    first: Pattern
    """A mark before the first of several."""
    announced: Pattern
    announces: Pattern
    """The same without saying how many."""
    calls: Pattern
    """Where those who listen are called upon inside a paragraph."""
    closing: Pattern
    """A closing at the beginning of a paragraph."""
    urges: Pattern
    """The same, as other paragraphs may begin, too."""
    direction: Pattern
    """A paragraph that is a direction."""
    summary: Pattern
    """A sentence that sums up, inside a paragraph."""
    costs: Costs
    moves: dict[str, Moves]


@lru_cache(maxsize=8)
def traditional(cues: Cues) -> Cues:
    """The cues for a text in traditional characters: each pattern in these too."""
    table = {ord(one): other for pair in cues.variants for one, other in zip(pair[::2], pair[1::2], strict=False)}

    def both(patterns: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for word in patterns for one in dict.fromkeys((word, word.translate(table))))

    lists = {
        one.name: both(getattr(cues, one.name))
        for one in fields(cues)
        if one.name not in ("language", "moves", "costs")
    }
    moves = tuple(MoveCue(move=one.move, zones=one.zones, words=both(one.words)) for one in cues.moves)
    return Cues(language=cues.language, moves=moves, costs=cues.costs, **lists)


@lru_cache(maxsize=8)
def lexicon(cues: Cues) -> Lexicon:
    """The patterns of `cues`."""
    title, one = _any(cues.title), _any(cues.salutation)
    ends = "(?=[、，,和及暨 ：:！!])"
    more = f"(?>[、，,和及暨 ]{{0,2}}{one}{ends}|[、和及暨][{HAN}]{{2,10}}{ends})*+"  # never tried again in other ways: linear
    salutation = f"((?>{one}){more})\\s*([：:！!，,])"
    return Lexicon(
        title=re.compile(f"{title}$"),
        titled=re.compile(f"(.{{4,80}}?{title})(?=[（(【\\s\\d]|[\\u4e00-\\u9fff]{{2,4}}$)"),
        salutation=re.compile(salutation + r"\s*"),
        addressed=re.compile(f"(.{{4,80}}{title})([^。；！？]{{0,40}}?)(?={salutation})"),
        speaker=re.compile(_any(cues.speaker)),
        date=re.compile(_any(cues.date)),
        office=re.compile(_any(cues.office)),
        page=Sieve(cues.page),
        noise=Sieve(cues.noise),
        after=re.compile(_any(cues.after)),
        inside=Sieve((*cues.inside, *cues.hole)),
        holes=len(cues.inside),
        hole=Sieve(cues.hole),
        emptied=re.compile(_any(cues.emptied)),
        label=re.compile(_any(cues.label)),
        caption=re.compile(_any(cues.caption)),
        begins=re.compile(_any(cues.begins)),
        opens=re.compile(_any((*cues.begins, *cues.opens))),
        other=re.compile(_any(cues.other)),
        next=re.compile(_any(cues.next)),
        first=re.compile(_any(cues.first)),
        announced=re.compile(_any(cues.announced)),
        announces=re.compile(_any(cues.announces)),
        calls=re.compile(f"(?<=[。！？”])(?={one}{more}！)"),
        closing=re.compile(_any(cues.closing)),
        urges=re.compile(_any(cues.urges)),
        direction=re.compile(f"{_any(cues.direction)}$"),
        summary=re.compile(f"(?<=[。！？]){_any(cues.summary)}"),
        costs=cues.costs,
        moves={zone: _moves(cues, zone) for zone in ("opening", "body", "heading", "lead", "closing")},
    )


def _any(patterns: tuple[str, ...]) -> str:
    """A pattern that finds any of several, and nothing if there are none."""
    return f"(?:{'|'.join(patterns or ('(?!)',))})"


def _moves(cues: Cues, zone: str) -> Moves:
    chosen = [(word, cue.move) for cue in cues.moves if zone in cue.zones for word in cue.words]
    return Moves(Sieve([word for word, _ in chosen]), tuple(move for _, move in chosen))
