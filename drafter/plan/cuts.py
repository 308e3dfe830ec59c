"""How a speech is made shorter, one step after the other: what could go next, what goes, and the brief without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from drafter.expression.evaluate import meaning_of
from drafter.expression.names import Names
from drafter.language import TONGUES, Joiner, Tongue
from drafter.model.blueprint import Blueprint, Node, Passage, every
from drafter.model.brief import Brief
from drafter.model.expression import Expression, Filtered
from drafter.model.occurrence import id_of
from drafter.model.outline import Outline, Planned, below
from drafter.model.value import Listing

Kind = Literal["deepening", "passage", "wording", "item"]
"""What is cut, in the order in which it goes: what deepens, what is optional, long wordings, the last items of lists."""
ENDS = {"opening": 10.0, "closing": 5.0}
"""The share of the time that the opening and the closing have, in per cent; the emphases have the rest."""


class Cut(Struct, frozen=True):
    """A step by which a speech becomes shorter."""

    kind: Kind
    """What goes."""
    key: str
    """The node, with its occurrence; the slot of a list."""
    part: str
    """The part of the speech that becomes shorter: opening, closing, or the key of an emphasis."""
    number: int = 0
    """How soon it goes beside others of its kind; the wording that is taken instead; how many items are left."""


class Parts(Struct, frozen=True):
    """The parts of a speech, with their share of its time."""

    shares: Mapping[str, float]
    """The share of a part, in whatever unit."""

    def over(self, part: str, sizes: Mapping[str, float]) -> float:
        """How much more than its share a part takes, as a quotient: the part with the highest is shortened first."""
        return sizes.get(part, 0.0) / (self.shares.get(part) or 1.0)


def parts_of(outline: Outline) -> Parts:
    """The parts of a speech: the shares that its blueprint gives its emphases, and for the others as much each."""
    heads = {one.key: one.node.share for one in outline.emphases if not one.added}
    given = [share for share in heads.values() if share]
    left = max(100 - sum(ENDS.values()) - sum(given), 1)
    each = left / (len(heads) - len(given) or 1)
    return Parts({**ENDS, **{key: share or each for key, share in heads.items()}})


def cuts(outline: Outline, blueprint: Blueprint, brief: Brief, own: Brief) -> tuple[Cut, ...]:
    """Every cut that the speech of a brief allows, in its order; what its author picked stays, `own` being the brief as it was."""
    finder = _Finder(blueprint, brief, own)
    found = (cut for part, planned in _by_part(outline) for cut in finder.of(planned, part))
    return tuple({(one.kind, one.key): one for one in found}.values())


def next_cut(could: Iterable[Cut], parts: Parts, sizes: Mapping[str, float]) -> Cut | None:
    """The cut that comes first: by kind, then by how soon it is to go, then in the part that is longest for its share, from behind."""
    kinds = get_args(Kind)
    ranked = [
        ((cut.number < 0, kinds.index(cut.kind), -cut.number, -parts.over(cut.part, sizes), -n), cut)
        for n, cut in enumerate(could)
    ]
    return min(ranked)[1] if ranked else None


def without(brief: Brief, cut: Cut) -> Brief:
    """The brief with a cut, in the keys by which its author could have made it: `omit`, `pick`, `keep`."""
    match cut.kind:
        case "wording":
            return replace(brief, pick={**brief.pick, cut.key: cut.number})
        case "item":
            return replace(brief, keep={**brief.keep, cut.key: cut.number})
        case _:
            return replace(brief, omit=(*brief.omit, cut.key))


def _by_part(outline: Outline) -> Iterator[tuple[str, Planned]]:
    """Everything that stands, each with the part that it belongs to."""
    zones = (("opening", outline.opening), ("", outline.emphases), ("closing", outline.closing))
    for zone, planned in zones:
        for one in planned:
            for inner in below((one,)):
                yield zone or one.key, inner


class _Finder:
    """Finds what could be cut at a node."""

    def __init__(self, blueprint: Blueprint, brief: Brief, own: Brief) -> None:
        self.brief, self.own = brief, own
        self.tongue: Tongue = TONGUES[blueprint.language]
        zones = (*blueprint.opening, *blueprint.emphases, *blueprint.closing)
        self.nodes: dict[str, Node] = {node.id: node for node in every(zones)}

    def of(self, planned: Planned, part: str) -> Iterator[Cut]:
        """What could be cut at a node that stands; what a person wrote instead of it stays."""
        for key in (*planned.inside, planned.key):
            node = self.nodes.get(id_of(key))
            if node is not None and (node.deepen or node.optional) and planned.override is None:
                yield Cut("deepening" if node.deepen else "passage", key, part, node.optional)
        if planned.override is None:
            yield from self._shorter(planned, part)
            yield from self._fewer(planned, part)

    def _shorter(self, planned: Planned, part: str) -> Iterator[Cut]:
        """A shorter wording in place of the one that is said."""
        node, key = planned.node, planned.key
        if not isinstance(node, Passage) or not node.short or {key, node.id} & self.own.pick.keys():
            return
        if self.brief.pick.get(key, 0) <= len(node.wordings):
            yield Cut("wording", key, part, len(node.wordings) + 1)

    def _fewer(self, planned: Planned, part: str) -> Iterator[Cut]:
        """One item fewer of the lists that a node tells."""
        for key in (*planned.inside, planned.key):
            node = self.nodes.get(id_of(key))
            if node is None or not node.keep:
                continue
            for expression in (node.each,) if node.each is not None else self._joined(planned):
                listing = self._listing(expression, planned.scope)
                if listing is not None and listing.slot and listing.slot not in self.own.keep:
                    told = len(listing.items)
                    if told > node.keep:
                        yield Cut("item", listing.slot, part, told - 1)

    def _joined(self, planned: Planned) -> Iterator[Expression]:
        """The lists that a wording reads out."""
        for piece in planned.said.pieces if planned.said else ():
            if isinstance(piece, Filtered) and isinstance(self.tongue.filters.get(piece.name), Joiner):
                yield piece.of

    def _listing(self, expression: Expression, scope: object) -> Listing | None:
        found = meaning_of(expression).of(scope) if isinstance(scope, Names) else None
        return found if isinstance(found, Listing) else None
