"""What recognising does to a text, remembered: cuts, mends and doubts."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.model.sheet import Claim, Cut
from drafter.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, or what may become one."""

    text: str
    """Its characters, without blanks at the edges."""
    place: Place
    """Where it begins."""
    claim: Claim = ""
    """What the file says that it is."""
    level: int = 0
    """The outline level that the file claims."""
    indented: bool = False
    """It began with blanks, or after an empty line."""


@dataclass(slots=True)
class Trace:
    """Gathers what is cut, mended and doubted, in the order in which it happens."""

    cuts: list[Cut] = field(default_factory=list)
    mends: list[Cut] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def cut(self, para: Para, why: str) -> None:
        """Leave a paragraph out."""
        self.cuts.append(Cut(para.text, para.place, why))

    def cut_words(self, text: str, place: Place, why: str) -> None:
        """Leave words inside a paragraph out."""
        self.cuts.append(Cut(text, place, why))

    def mend(self, text: str, place: Place, why: str) -> None:
        """Remember words as they stood before they were changed."""
        self.mends.append(Cut(text, place, why))

    def doubt(self, rule: str, place: Place, **facts: str) -> None:
        """Something that may be read in another way."""
        self.problems.append(Problem(rule, place, facts, "warning"))
