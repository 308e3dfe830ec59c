"""Cues as compiled patterns, made once for each set of cues."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import fields, replace

from drafter.model.cues import Cues, MoveCue
from drafter.recognition.sieve import Sieve

Pattern = re.Pattern[str]
HAN = "\u4e00-\u9fff"
NAME = (
    f"[{HAN}][{HAN}·]{{1,2}}|[{HAN}]{{0,2}}[某×xX*＊○〇]{{1,3}}[{HAN}]{{0,2}}"
    f"|(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木)[{HAN}]{{1,2}}"
)
"""How a person is called."""


class Lexicon:
    """All patterns of one set of cues, each by the name that it has there; one is made when it is first asked for."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self.costs = cues.costs
        one, title = self.any("salutation"), self.any("title")
        ends = "(?=[、，,和及暨 ：:！!])"
        joined = f"[、和及暨][{HAN}]{{2,10}}|，[{HAN}]{{1,8}}(?:负责人|负责同志|代表)"
        more = f"(?>[、，,和及暨 ]{{0,2}}{one}{ends}|(?:{joined}){ends})*+"  # never tried again: linear
        salutation = f"((?>{one}){more})\\s*([：:！!，,])"
        self.title = re.compile(f"{title}$")
        self.titled = re.compile(f"(.{{4,80}}?{title})(?=[（(【\\s\\d]|[{HAN}]{{2,4}}$)")
        """A title that something is glued to."""
        self.salutation = re.compile(salutation + r"\s*")
        """An address at the beginning, with the mark after it."""
        self.addressed = re.compile(f"(.{{4,80}}{title})([^。；！？]{{0,40}}?)(?={salutation})")
        """A title, what may stand below it, and an address, all in one."""
        self.calls = re.compile(f"(?<=[。！？”])(?={one}{more}！)")
        """Where those who listen are called upon inside a paragraph."""
        self.opens = Sieve(("", (*cues.begins, *cues.opens)))
        """What a sentence begins with, or may begin with."""
        self.direction = re.compile(f"{self.any('direction')}$")
        self.summary = re.compile(f"(?<=[。！？]){self.any('summary')}")
        self.caption, self.label, self.hole = (Sieve(("", words)) for words in (cues.caption, cues.label, cues.hole))
        self.noise = Sieve(("page", cues.page), ("line", cues.noise))
        """What a page says of itself, and then what stands in lines that are no sentences."""
        self.inside = Sieve(("inside", cues.inside), ("hole", cues.hole))
        """Noise inside paragraphs, and signs that text is missing."""
        self.moves = {
            zone: Sieve(*((cue.move, cue.words) for cue in cues.moves if zone in cue.zones))
            for zone in ("opening", "body", "heading", "lead", "closing")
        }

    def __getattr__(self, name: str) -> Pattern:
        made = re.compile(self.any(name))
        setattr(self, name, made)
        return made

    def any(self, name: str) -> str:
        """A pattern that finds any of the cues of a name, and nothing if there are none."""
        return f"(?:{'|'.join(getattr(self.cues, name) or ('(?!)',))})"


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
    return replace(cues, moves=moves, **lists)


lexicon = lru_cache(maxsize=8)(Lexicon)
"""The patterns of a set of cues."""
