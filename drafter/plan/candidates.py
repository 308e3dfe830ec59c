"""What could stand: every node with the wordings that fit, before one is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from msgspec.structs import replace

from drafter.expression.evaluate import given, holds, meaning_of
from drafter.expression.names import Names, of_item
from drafter.expression.values import is_sure
from drafter.language import Tongue
from drafter.model.blueprint import REST, Enumeration, Layout, Node, Passage, Section, Wording
from drafter.model.brief import Brief
from drafter.model.expression import Expression, Prose
from drafter.model.occurrence import Occurrence, printed
from drafter.model.outline import Fit, Item, Planned, Silent, Why
from drafter.model.value import Gap, Listing, Value
from drafter.plan.in_place import in_place
from drafter.plan.lacking import lacking, lacking_to_fit
from drafter.plan.ready import Asked, Ready, asked, facts, ready
from drafter.problem import Allowance

MOST_PLANNED = 20_000
"""Nodes and points looked at, those of every item counted; a speech has about a hundred."""
SUMMED_UP = "+rest"
"""What the id of the sentence ends in that sums up a list: no node of a blueprint has it, and every list that has one its own."""
NAMES_A_NODE = 50
"""Names in scope that make a node count once more: every item has a scope of its own."""


class Candidates:
    """Finds the nodes that could stand, and remembers those that are silent."""

    weighs = False
    """Whether what speaks for a wording is told of one alone, too."""

    def __init__(
        self,
        brief: Brief,
        tongue: Tongue,
        common: frozenset[str] = frozenset(),
        *,
        gaps: bool = False,
        scopes: dict[tuple[object, ...], Names] | None = None,
    ) -> None:
        self.brief = brief
        self.tongue = tongue
        self.common = common
        """Names that speak for no wording: they are in many."""
        self.gaps = gaps
        """Gaps are printed everywhere, as in a form to be filled in."""
        self.deepens = brief.minutes is not None
        """A length is wished for: whether what deepens has room in it is seen later."""
        self.silent: list[Silent] = []
        self.scopes: dict[tuple[object, ...], Names] = {} if scopes is None else scopes
        """The scopes of items, by the scope around one, the item, and the names that it brings."""
        self.filled: frozenset[str] = frozenset()
        """The sections in which a person's own text stands."""
        self.patience = Allowance("too-many-nodes-planned", MOST_PLANNED)

    def standing(self, nodes: Iterable[Node], scope: Names, occurrence: tuple[int, ...] = ()) -> tuple[Planned, ...]:
        """The nodes that could stand, once for each item; unheaded groups give way to what they hold."""
        found: list[Planned] = []
        for node in nodes:
            if node.id in self.brief.omit or (node.deepen and not self.deepens):
                continue
            alone = node.each is None or isinstance(node, Enumeration)
            made = (*(self._one if alone else self._each)(node, scope, occurrence),)  # type: ignore[arg-type]
            found += made
            found += self._rest(node, scope, occurrence) if made and node.rest and node.each is not None else ()
        return tuple(found)

    def _rest(self, node: Node, scope: Names, occurrence: tuple[int, ...]) -> tuple[Planned, ...]:
        """What is said of the items of a list that are not told, if something is."""
        assert node.each is not None
        listing = meaning_of(node.each).of(scope)
        if not isinstance(listing, Listing) or not listing.beyond:
            return ()
        names = {REST: replace(listing, items=listing.beyond, beyond=(), slot="")}
        layout: Layout = "paragraph" if isinstance(node, Section) and node.headings else "run_on"
        rest = Passage(id=node.id + SUMMED_UP, move=node.move, wordings=node.rest, layout=layout, place=node.place)
        return self._one(rest, self.having(scope, names[REST], names), occurrence)

    def _each(self, node: Passage | Section, scope: Names, occurrence: tuple[int, ...]) -> Iterable[Planned]:
        """A node for each item of its list; a person's own words may take the place of all of it, where its shape is drawn."""
        key = printed(Occurrence(node.id, occurrence))
        override = self.brief.overrides.get(key) if node.shapes else None
        assert node.each is not None
        items = self._items(node, scope)
        if not items and not override:
            self._quiet(node.id, lacking(node.each, scope))
        found: list[Planned] = []
        for n, item in enumerate(items, 1):
            one = self._one(node, self.having(scope, item, of_item(item, node.each_as)), (*occurrence, n))
            if isinstance(node, Section) and node.headings:
                found += one
            else:
                told = Item(node, key, n, scope)
                found += (replace(each, item=each.item if each.item and not node.shapes else told) for each in one)
        return (_instead(node, key, scope, override, found),) if override else found

    def front(self, key: str, wordings: tuple[Wording, ...], scope: Names) -> tuple[Fit, ...]:
        """The wordings of a line of the front that fit; a title there must be."""
        plain = all(one.only is None and one.when is None for one in wordings)
        return self._of(wordings, scope, key == "title" or (plain and len(wordings) == 1), key)

    def told(
        self, could: Sequence[Sequence[Planned]], stand: Iterable[Planned], front: Mapping[str, Prose]
    ) -> tuple[Why, ...]:
        """How all was decided, which only who watches can tell."""
        return ()

    def _one(self, node: Node, scope: Names, occurrence: tuple[int, ...]) -> tuple[Planned, ...]:
        self.patience.take(1 + len(scope) // NAMES_A_NODE, node.place)
        key = printed(Occurrence(node.id, occurrence))
        if key in self.brief.omit:
            return ()
        of_points = isinstance(node, Enumeration) and node.each is not None
        if node.when is not None and not of_points and not self._stands(node, node.when, scope):
            self._quiet(key, lacking(node.when, scope))
            return ()
        overrides = self.brief.overrides
        override = (overrides.get(key) or overrides.get(node.id)) if overrides else None
        match node:
            case Passage():
                quiet = len(self.silent)
                fits = self._fits(node, scope, key)
                if override:
                    del self.silent[quiet:]
                return (Planned(node, key, scope, override=override, fits=fits),) if fits or override else ()
            case Section():
                return self._section(node, key, scope, occurrence, override)
            case Enumeration():
                points = tuple(one for point in node.points for one in self._point(point, scope, occurrence))
                return (Planned(node, key, scope, override=override, points=points),) if points or override else ()
            case _:
                assert_never(node)

    def _point(self, point: Passage | Section, scope: Names, occurrence: tuple[int, ...]) -> tuple[Planned, ...]:
        """A point; one of several sentences holds them together, unless a person's own words take their place."""
        found = self.standing((point,), scope, occurrence)
        if isinstance(point, Passage):
            return found
        key = printed(Occurrence(point.id, occurrence))
        override = self.brief.overrides.get(key) or self.brief.overrides.get(point.id)
        if override and not {key, point.id} & {*self.brief.omit}:
            return (_instead(point, key, scope, override, found),)
        return (Planned(point, key, scope, children=found),) if found else ()

    def _section(
        self, node: Section, key: str, scope: Names, occurrence: tuple[int, ...], override: Prose | None
    ) -> tuple[Planned, ...]:
        """A section, which falls with all that stands under it; a group gives way to what it holds."""
        children = self.standing(node.body, scope, occurrence)
        if node.layout and override:
            return (_instead(node, key, scope, override, children),)
        if not node.headings:
            passage = (key, node.layout) if node.layout else None
            goes_on = passage and (passage[0], "run_on")
            return tuple(
                [
                    replace(
                        one,
                        inside=(key, *one.inside),
                        passage=(goes_on if one.node.id.endswith(SUMMED_UP) else passage) or one.passage,
                    )
                    for one in children
                ]
            )
        fits = self._of(node.headings, scope, node.must, key)
        filled = key in self.filled
        if not (fits or override) or (node.body and not children and not stands_alone(node) and not filled):
            return ()
        return (Planned(node, key, scope, override=override, children=children, fits=fits, filled=filled),)

    def _fits(self, node: Passage, scope: Names, key: str) -> tuple[Fit, ...]:
        if node.stock:
            fits = tuple(self._of_stock(node, scope))
            if not fits and node.of is not None:
                self._quiet(key, lacking(node.of, scope))
            return fits
        if node.short and self.brief.pick and self._picked(node.id, key) > (before := len(node.wordings)):
            fits = self._of(node.short, scope, node.must, key)
            if fits:
                return tuple(replace(one, number=before + one.number) for one in fits)
        return self._of(node.wordings, scope, node.must, key)

    def _picked(self, id: str, key: str) -> int:
        """The number of the wording that is picked for a node; 0 if none is."""
        return self.brief.pick.get(key) or self.brief.pick.get(id) or 0

    def _of(self, wordings: tuple[Wording, ...], scope: Names, must: bool, key: str) -> tuple[Fit, ...]:
        """The wordings that fit; where none has all its facts, those that may show what is missing."""
        if len(wordings) == 1 and must and wordings[0].only is None and wordings[0].when is None:
            return (Fit(wordings[0].prose, scope, 1, maxim=wordings[0].maxim),)
        suiting = [one for one in ready(wordings) if self._suits(one, scope)]
        if not suiting:
            if wordings:
                self._quiet(key, lacking_to_fit(wordings, scope))
            return ()
        held = [one for one in suiting if in_place(one.prose, self.tongue.knows)] or (suiting if must else [])
        open = [(one, self._open(one.asked, scope)) for one in held]
        told = [one for one, missing in open if not missing or self.gaps] or (held if must else [])
        if not told:
            wants = (slot for _, missing in open for slot in missing) if open else lacking_to_fit(wordings, scope)
            self._quiet(key, wants)
        alone = len(told) == 1 and not self.weighs
        return tuple(
            [
                Fit(one.prose, scope, one.number, one.weight, 0 if alone else facts(one, self.common), one.maxim)
                for one in told
            ]
        )

    def _quiet(self, key: str, slots: Iterable[str]) -> None:
        """Remember that a node says nothing, and for want of what."""
        self.silent.append(Silent(key, tuple(dict.fromkeys(slots))))

    def _suits(self, wording: Ready, scope: Names) -> bool:
        """Whether its conditions hold, and it is for this work."""
        if wording.subjects and wording.subjects.isdisjoint(self.tongue.knows.subjects):
            return False
        for condition in wording.conditions:
            value = condition.of(scope)
            if not (holds(value) if self.gaps else is_sure(value)):
                return False
        return True

    def _open(self, asked: Asked, scope: Names) -> list[str]:
        """The slots for want of which a text cannot be said; an empty one where none is named, or all are given."""
        missing: list[str] = []
        for piece, meaning in asked:
            if not given(value := meaning.of(scope)):
                missing += [value.slot] if isinstance(value, Gap) else [*lacking(piece, scope)] or [""]
        return missing

    def _of_stock(self, node: Passage, scope: Names) -> Iterable[Fit]:
        """The sentences of a stock that fit what they are about."""
        from drafter.plan.stock import fitting

        about = meaning_of(node.of).of(scope) if node.of is not None else None
        inner = scope
        for item, prose, weight, maxim in fitting(self.tongue, node.stock, about, scope.get("item")):
            if not in_place(prose, self.tongue.knows):
                continue
            if item is not None and inner.get("item") is not item:
                inner = self.having(scope, item, {"item": item})
            if not self._open(asked(prose), inner):
                yield Fit(prose, inner, 0, weight, maxim=maxim)

    def _stands(self, node: Node, condition: Expression, scope: Names) -> bool:
        """Whether the condition of a node holds; one that shows what it lacks stands with a gap, too."""
        value = meaning_of(condition).of(scope)
        return holds(value) and (self.gaps or given(value) or _must(node))

    def _items(self, node: Node, scope: Names) -> tuple[Value, ...]:
        assert node.each is not None
        listing = meaning_of(node.each).of(scope)
        if not isinstance(listing, Listing):
            return ()
        return listing.items if _must(node) or self.gaps else tuple(filter(given, listing.items))

    def having(self, scope: Names, item: Value, own: Mapping[str, Value]) -> Names:
        """The names around an item with what it brings: the same for every node that asks."""
        key = (id(scope), id(item), *own)
        inner = self.scopes.get(key)
        if inner is None:
            inner = self.scopes[key] = scope.having(own)
        return inner


def stands_alone(section: Section) -> bool:
    """Whether a section's heading says something by itself: the fact that it stands for, or a sentence with a fact in it."""
    return (section.run_in or section.each is not None) and any(
        meaning.names for one in section.headings for _, meaning in asked(one.prose)
    )


def _instead(node: Passage | Section, key: str, scope: Names, override: Prose, children: Iterable[Planned]) -> Planned:
    """A person's own words in the place of a node and all that it says, which others may hang on."""
    whole = Passage(id=node.id, move=node.move, wordings=(), layout=node.layout or "paragraph", place=node.place)
    return Planned(whole, key, scope, override=override, children=tuple(children))


def _must(node: Node) -> bool:
    """Whether a node shows what it lacks."""
    match node:
        case Passage(must=must):
            return must
        case Section(headings=headings, must=must, body=body):
            return must if headings else all(map(_must, body))
        case Enumeration(points=points):
            return all(point.must for point in points)
