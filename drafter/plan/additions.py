"""What a person says in addition: where each text stands among the nodes, and what it may name there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.expression.evaluate import meaning_of
from drafter.expression.names import Names, of_item
from drafter.expression.walk import names_of
from drafter.model.blueprint import Blueprint, Enumeration, Layout, Node, Passage, Section
from drafter.model.brief import Brief, Insert
from drafter.model.expression import Prose
from drafter.model.occurrence import Occurrence, parsed, printed
from drafter.model.outline import Added, Planned
from drafter.model.value import Gap, Listing, Value
from drafter.plan.beside import Zone

KEY = "insert"
"""What the keys of added texts begin with."""
BEHIND = 1 << 40
"""A number behind every item of a list."""
Having = Callable[[Names, Value, Mapping[str, Value]], Names]
"""The names around an item and what it brings → both."""
Spot = tuple[tuple[int, int], ...]
"""Where a node stands: of each node around it and of itself which of its brothers it is, and for which item it stands."""


class Chain(Struct, frozen=True):
    """A node with those around it."""

    zone: int
    """The part of the speech: 0 opening, 1 emphases, 2 closing."""
    steps: tuple[tuple[int, Node], ...]
    """The nodes around it and itself, outermost first, each with its place among its brothers."""


class Addition(Struct, frozen=True):
    """A text and its place."""

    key: str
    """`insert[1]`."""
    of: Insert
    """What is said."""
    scope: Names
    """The values that it may name."""
    zone: int = 0
    """The part of the speech."""
    around: tuple[str, ...] = ()
    """The keys that the nodes around its node may have, and it itself, outermost first."""
    sections: tuple[str, ...] = ()
    """Those of the sections with headings around its node."""
    begin: Spot = ()
    """Where its node begins."""
    end: Spot = ()
    """Where it ends."""


class Additions:
    """The texts that a brief adds to a speech."""

    def __init__(self, blueprint: Blueprint, brief: Brief, scope: Names, having: Having) -> None:
        self.having = having
        zones = enumerate((blueprint.opening, blueprint.emphases, blueprint.closing))
        chains = (chain for n, zone in zones for chain in _chains(zone, Chain(n, ())))
        self.chains = {chain.steps[-1][1].id: chain for chain in chains} if brief.insert or brief.overrides else {}
        self.all = [self._placed(f"{KEY}[{n}]", one, scope) for n, one in enumerate(brief.insert, 1)]
        self.filled = frozenset(key for one in self.all for key in one.sections)
        """The sections in which a text stands."""
        self.headed = any(one.of.heading and one.zone == 1 and not one.sections for one in self.all)
        """Some text has a heading among the points of the speech."""

    def among(self, zones: Sequence[Zone]) -> Sequence[Zone]:
        """The zones with what is added."""
        if not self.all:
            return zones
        return [self._filled(zone, [one for one in self.all if one.zone == n]) for n, zone in enumerate(zones)]

    # where it stands

    def _placed(self, key: str, one: Insert, scope: Names) -> Addition:
        anchor = parsed(one.anchor)
        chain = self.chains.get(anchor.id)
        if chain is None:  # a line of the front
            return Addition(key, one, scope)
        anchor, scope = self._meant(anchor, chain, scope, before=one.before)
        around, sections = _keys(chain, anchor.numbers)
        return Addition(
            key=key,
            of=one,
            scope=_knowing(scope, one, key),
            zone=chain.zone,
            around=around,
            sections=sections,
            begin=_spot(chain, anchor.numbers, -1),
            end=(*_spot(chain, anchor.numbers, BEHIND), (BEHIND, BEHIND)),
        )

    def _meant(self, anchor: Occurrence, chain: Chain, scope: Names, *, before: bool) -> tuple[Occurrence, Names]:
        """An anchor with the items of what stands around it, the first or the last where none is named, and its scope."""
        left, numbers = list(anchor.numbers), list[int]()
        for _, node in chain.steps:
            if node.each is None:
                continue
            if node is chain.steps[-1][1] and not left:
                break
            value = meaning_of(node.each).of(scope)
            items = (*value.items, *value.beyond) if isinstance(value, Listing) else ()
            numbers.append(left.pop(0) if left else 1 if before else max(1, len(items)))
            for item in items[numbers[-1] - 1 : numbers[-1]] if numbers[-1] else ():
                scope = self.having(scope, item, of_item(item, node.each_as))
        return Occurrence(anchor.id, tuple(numbers)), scope

    # among what stands

    def _filled(self, zone: Zone, added: Iterable[Addition]) -> Zone:
        """A list of nodes with what is added among them and below them."""
        by_key = {planned.key: n for n, planned in enumerate(zone)}
        spots = [self._spot_of(planned.key) for planned in zone]
        run_in = _run_in(zone)
        here: dict[int, list[tuple[Spot, Iterator[Planned]]]] = {}
        below: dict[int, list[Addition]] = {}
        for one in added:
            spot = one.begin if one.of.before else one.end
            n = next((by_key[key] for key in one.around if key in by_key), None)
            if n is not None and zone[n].key in one.sections and isinstance(zone[n].node, Section):
                below.setdefault(n, []).append(one)
                continue
            at = bisect_left(spots, spot) if n is None else n if one.of.before else n + 1
            stands = n is not None or (at < len(zone) and spots[at] < one.end)
            here.setdefault(at, []).append((spot, _planned(one, run_in, stands)))
        done: list[Planned] = []
        for n in range(len(zone) + 1):
            done += (each for _, texts in sorted(here.get(n, ()), key=lambda one: one[0]) for each in texts)
            for planned in zone[n : n + 1]:
                inner = self._filled(planned.children, below[n]) if n in below else ()
                done.append(replace(planned, children=tuple(inner)) if inner else planned)
        return done

    def _spot_of(self, key: str) -> Spot:
        """Where a node that stands has its place; what sums up a list stands behind its items."""
        of = parsed(key)
        if of.id in self.chains:
            return _spot(self.chains[of.id], of.numbers, 0)
        return _spot(self.chains[of.id.rpartition("+")[0]], of.numbers, BEHIND - 1)


def _spot(chain: Chain, numbers: Sequence[int], whole: int) -> Spot:
    """Where a node stands; `whole` is the number of one that stands for all items of its list."""
    left = iter(numbers)
    return tuple((n, next(left, whole) if node.each is not None else 0) for n, node in chain.steps)


def _keys(chain: Chain, numbers: tuple[int, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys that a node and those around it may have, a list as a whole too; and those of sections with headings around it."""
    keys, sections, count = list[str](), list[str](), 0
    for _, node in chain.steps:
        if node.each is not None:
            keys.append(printed(Occurrence(node.id, numbers[:count])))
            count += 1
        keys.append(printed(Occurrence(node.id, numbers[:count])))
        if isinstance(node, Section) and node.headings and node is not chain.steps[-1][1]:
            sections.append(keys[-1])
    return tuple(keys), tuple(sections)


def _chains(nodes: Iterable[Node], around: Chain) -> Iterator[Chain]:
    """Every node with those around it."""
    for n, node in enumerate(nodes):
        chain = Chain(around.zone, (*around.steps, (n, node)))
        yield chain
        if isinstance(node, Section):
            yield from _chains(node.body, chain)
        elif isinstance(node, Enumeration) and node.each is None:
            yield from _chains(node.points, chain)


def _knowing(scope: Names, one: Insert, key: str) -> Names:
    """A scope with a gap for what a text names of an item that is not there."""
    texts = (one.heading, *one.say) if one.heading else one.say
    lost = {name.name for prose in texts for name in names_of(prose)} - scope.keys()
    return scope.having({name: Gap(key, name, scope.tongue.gap.format(name)) for name in lost}) if lost else scope


def _run_in(zone: Zone) -> bool:
    """Whether headings here stand in the line of what they are above."""
    sections = [planned.node.run_in for planned in zone if isinstance(planned.node, Section)]
    return bool(sections) and all(sections)


def _planned(one: Addition, run_in: bool, stands: bool) -> Iterator[Planned]:
    """A text as nodes; its heading stands in its line where those beside it do."""
    of = one.of
    side: Added = "before" if of.before else "after"
    if of.heading is not None:
        under = tuple(_passage(one, prose, "", "paragraph") for prose in of.say)
        node = Section(id=KEY, body=(), run_in=run_in, place=of.heading.place)
        yield Planned(node, one.key, one.scope, override=of.heading, children=under, added=side)
        return
    leads = of.before and stands
    joined = -1 if not of.run_on else len(of.say) - 1 if leads else 0
    for n, prose in enumerate(of.say):
        if n == joined:
            yield _passage(one, prose, "before" if leads else "on", "run_on")
        else:
            yield _passage(one, prose, side if leads or not of.run_on else "after", "paragraph")


def _passage(one: Addition, prose: Prose, added: Added, layout: Layout) -> Planned:
    node = Passage(id=KEY, wordings=(), layout=layout, place=prose.place)
    return Planned(node, one.key, one.scope, override=prose, added=added)
