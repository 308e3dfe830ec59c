"""Select, choose, number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import assert_never

from drafter.expression.evaluate import evaluate, holds
from drafter.language import TONGUES, Tongue
from drafter.language.enumerators import scheme_for
from drafter.language.numerals import MOST
from drafter.model.blueprint import Blueprint, Enumeration, Node, Passage, Section
from drafter.model.brief import Brief
from drafter.model.enumerator import Enumerator
from drafter.model.expression import Expression
from drafter.model.outline import Outline, Planned, Scope
from drafter.model.value import Fact, Listing, Record, Value
from drafter.plan.complete import complete
from drafter.problem import Allowance

MOST_PLANNED = 20_000
"""Nodes and points looked at, those of every item counted; a speech has about a hundred."""
NAMES_A_NODE = 50
"""Names in scope that make a node count once more: every item has a scope of its own."""


def plan(blueprint: Blueprint, brief: Brief) -> Outline:
    """The outline of the speech that the blueprint makes of the brief."""
    tongue = TONGUES[blueprint.language]
    ladder = blueprint.numbering or tongue.ladder
    scope: dict[str, Value] = complete(blueprint, brief, tongue)
    selector = _Selector(brief, tongue)
    opening = selector.standing(blueprint.opening, scope)
    emphases = _numbered(selector.standing(blueprint.emphases, scope), ladder, tongue)
    closing = selector.standing(blueprint.closing, scope)
    count = sum(isinstance(planned.node, Section) for planned in emphases)
    for one in (scope, *selector.scopes):
        one["emphases"] = Fact(count, str(count))  # prose may name it; it is known only now
    return Outline(
        language=blueprint.language,
        front=blueprint.front,
        scope=scope,
        opening=opening,
        emphases=emphases,
        closing=closing,
        wordings=selector.wordings,
    )


class _Selector:
    """Decides which nodes stand and in which wording; remembers the choices."""

    def __init__(self, brief: Brief, tongue: Tongue) -> None:
        self.brief = brief
        self.tongue = tongue
        self.wordings: dict[str, int] = {}
        self.scopes: list[dict[str, Value]] = []
        """The scopes of items."""
        self.patience = Allowance("too-many-nodes-planned", MOST_PLANNED)

    def standing(self, nodes: Iterable[Node], scope: Scope, occurrence: tuple[int, ...] = ()) -> tuple[Planned, ...]:
        """The nodes that stand, once for each item; unheaded groups give way to what they hold."""
        found: list[Planned] = []
        for node in nodes:
            if node.id in self.brief.omit:
                continue
            if node.each is None or isinstance(node, Enumeration):
                found += self._one(node, scope, occurrence)
            else:
                for n, item in enumerate(self._items(node.each, scope), 1):
                    found += self._one(node, self._with_item(scope, item, node.each_as), (*occurrence, n))
        return tuple(found)

    def _one(self, node: Node, scope: Scope, occurrence: tuple[int, ...]) -> tuple[Planned, ...]:
        self.patience.take(1 + len(scope) // NAMES_A_NODE, node.place)
        key = node.id + (f"[{'.'.join(map(str, occurrence))}]" if occurrence else "")
        if key in self.brief.omit:
            return ()
        filters_points = isinstance(node, Enumeration) and node.each is not None
        if node.when is not None and not filters_points and not self._stands(node, scope):
            return ()
        overrides = self.brief.overrides
        override = (overrides.get(key) or overrides.get(node.id)) if overrides else None
        match node:
            case Passage(wordings=wordings):
                return (Planned(node, key, scope, self._choice(node.id, key, len(wordings), occurrence), override),)
            case Section(headings=headings, body=body):
                children = self.standing(body, scope, occurrence)
                if not headings:
                    return children
                wording = self._choice(node.id, key, len(headings), occurrence)
                return (Planned(node, key, scope, wording, override, children=children),)
            case Enumeration():
                points = self._points(node, key, scope)
                return (Planned(node, key, scope, override=override, points=points),) if points or override else ()
            case _:
                assert_never(node)

    def _points(self, node: Enumeration, key: str, scope: Scope) -> tuple[tuple, ...]:  # type: ignore[type-arg]
        if node.each is None:
            return tuple((prose, scope) for prose in node.points)
        points = []
        for n, item in enumerate(self._items(node.each, scope), 1):
            self.patience.take(1 + len(scope) // NAMES_A_NODE, node.place)
            inner = self._with_item(scope, item, node.each_as)
            if self._stands(node, inner):
                points.append((node.points[self._choice(node.id, f"{key}#{n}", len(node.points), (n,))], inner))
        return tuple(points)

    def _stands(self, node: Node, scope: Scope) -> bool:
        return node.when is None or holds(evaluate(node.when, scope, self.tongue))

    def _items(self, each: Expression, scope: Scope) -> tuple[Value, ...]:
        listing = evaluate(each, scope, self.tongue)
        return listing.items if isinstance(listing, Listing) else ()

    def _choice(self, id: str, key: str, count: int, occurrence: tuple[int, ...]) -> int:
        """Which of `count` wordings: the brief's pick, or a hash of seed and id, moved on by the occurrence.

        Moving on, where a hash of the occurrence would be as stable, keeps neighbouring items from
        being said in the same words.
        """
        if count < 2:
            return 0
        picked = self.brief.pick.get(key) or self.brief.pick.get(id)
        chosen = _drawn(self.brief.seed, id) + sum(occurrence)
        choice = min(picked, count) - 1 if picked else chosen % count
        self.wordings[key] = choice + 1
        return choice

    def _with_item(self, scope: Scope, item: Value, name: str) -> Scope:
        inner = {**scope, "item": item}
        if isinstance(item, Record):
            inner |= item.fields
        if name:
            inner[name] = item
        self.scopes.append(inner)
        return inner


@lru_cache(maxsize=4096)
def _drawn(seed: int, id: str) -> int:
    """The lot that falls to a node; the same for every brief."""
    return int.from_bytes(sha256(f"{seed}\0{id}".encode()).digest()[:8], "big")


def _numbered(brothers: Sequence[Planned], ladder: Sequence[str], tongue: Tongue) -> tuple[Planned, ...]:
    """Sections numbered by the ladder, or as one of the brothers says; one alone has no number."""
    sections = [planned for planned in brothers if isinstance(planned.node, Section)]
    if not sections:
        return tuple(brothers)
    named = [planned.node.number for planned in sections if isinstance(planned.node, Section) and planned.node.number]
    scheme = (named or list(ladder[:1]) or ["none"])[0]
    numbered = len(sections) > 1 and scheme != "none" and len(sections) <= MOST
    if numbered:
        scheme = scheme_for(scheme, len(sections), tongue)
    done, ordinal = [], 0
    for planned in brothers:
        if isinstance(planned.node, Section):
            ordinal += 1
            last = bool(tongue.schemes[scheme].words) and ordinal == len(sections) if numbered else False
            planned = Planned(
                planned.node,
                planned.key,
                planned.scope,
                planned.wording,
                planned.override,
                Enumerator(scheme, ordinal, last) if numbered else None,
                _numbered(planned.children, ladder[1:], tongue),
            )
        done.append(planned)
    return tuple(done)
