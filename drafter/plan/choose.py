"""Which of the wordings that fit is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from msgspec.structs import replace

from drafter.language.once import once
from drafter.model.blueprint import Enumeration, Passage, Section
from drafter.model.brief import Brief
from drafter.model.expression import Prose
from drafter.model.outline import Fit, Planned


class Chooser:
    """Chooses in the order of the speech, so that nothing is said twice as long as there is something else to say."""

    def __init__(self, brief: Brief, seed: int) -> None:
        self.brief = brief
        self.seed = seed
        self.wordings: dict[str, int] = {}
        """The wording chosen for every node that has several, from 1."""
        self.said: dict[str, int] = {}
        self.maxim = False
        """What was said last is a maxim."""
        self.times: Counter[str] = Counter()
        """How often those have stood that may not stand for every item."""
        self.fell = False
        """Whether a node fell that could stand."""

    def chosen(self, planned: Iterable[Planned]) -> tuple[Planned, ...]:
        """The same nodes, each with its words."""
        return tuple(self._one(one) for one in planned if self._stays(one))

    def _stays(self, planned: Planned) -> bool:
        stays = self._may(planned)
        self.fell = self.fell or not stays
        return stays

    def _may(self, planned: Planned) -> bool:
        """Whether a sentence has not yet been said as often as it may be; a person's own words are counted, and stay."""
        node, own = planned.node, planned.override is not None
        if not isinstance(node, Passage) or (own and not planned.fits):
            return True
        if node.stock and all(self.said.get(fit.prose.text) for fit in planned.fits):
            return own
        if node.most is None:
            return True
        self.times[node.id] += 1
        return own or self.times[node.id] <= node.most

    def _one(self, planned: Planned) -> Planned:
        match planned.node:
            case Enumeration():
                return replace(planned, points=self.chosen(planned.points)) if planned.points else planned
            case Section():
                words = self._words(planned)
                return replace(words, children=self.chosen(planned.children))
            case Passage():
                words = self._words(planned)
                return replace(words, children=self.chosen(planned.children)) if planned.children else words

    def _words(self, planned: Planned) -> Planned:
        if not planned.fits:
            return planned
        fit = self.of(planned.node.id, planned.key, planned.fits, _count(planned))
        self.maxim = fit.maxim
        return replace(planned, said=fit.prose, scope=fit.scope, fits=(), maxim=fit.maxim, weight=fit.weight)

    def of(self, id: str, key: str, fits: tuple[Fit, ...], count: int) -> Fit:
        """One that a person picked; else one not said yet, that most speaks for, that names most facts; else by lot."""
        number = (self.brief.pick.get(key) or self.brief.pick.get(id)) if self.brief.pick else None
        picked = [fit for fit in fits if fit.number == number]
        best = picked[0] if picked else fits[0]
        if len(fits) > 1 and not picked:
            best = min(
                fits,
                key=lambda fit: (
                    self.said.get(fit.prose.text, 0),
                    fit.maxim and self.maxim,
                    -fit.weight,
                    -fit.facts,
                    lot(self.seed, id, bare(fit.prose)),
                ),
            )
        if count > 1 and best.number:
            self.wordings[key] = best.number
        if count > 1:
            self.said[best.prose.text] = self.said.get(best.prose.text, 0) + 1
        return best


def _count(planned: Planned) -> int:
    """How many wordings a node has."""
    match planned.node:
        case Section(headings=headings):
            return len(headings)
        case Passage(stock=stock, wordings=wordings, short=short):
            return 2 if stock else len(wordings) + len(short)
        case _:
            return 0


@once
def bare(prose: Prose) -> str:
    """A wording without the names in it: its lot is the same whatever its slots are called."""
    return "\1".join(piece if isinstance(piece, str) else "" for piece in prose.pieces)


@lru_cache(maxsize=1024)
def lot(seed: int, id: str, words: str) -> bytes:
    """The lot that falls to a wording of a node: the same wherever it stands, and whatever stands beside it."""
    return sha256(f"{seed}\0{id}\0{words}".encode()).digest()[:8]
