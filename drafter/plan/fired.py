"""Why sentences stand: the conditions that held, each with the facts that made it hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal as Only

from msgspec import Struct
from msgspec.structs import replace

from drafter.expression.evaluate import Phrase, evaluate, given, holds, printed
from drafter.expression.render import Paper, render
from drafter.expression.spell import source
from drafter.expression.walk import names_in
from drafter.language import Tongue, knowing
from drafter.model.blueprint import Blueprint, Enumeration, Node, Passage, Section
from drafter.model.brief import Brief
from drafter.model.expression import Both, Compare, Either, Expression, Literal, Name, Negation
from drafter.model.outline import Outline, Planned, Scope, under
from drafter.model.speech import plain
from drafter.model.value import Fact, Listing, Value
from drafter.model.words import Stock
from drafter.plan.known import telling

NONE = "—"
"""What is printed of a fact that is not given."""
Kind = Only["when", "only", "for", "match", "class"]


class Fired(Struct, frozen=True):
    """A condition that held."""

    kind: Kind
    """The key that it is written under."""
    condition: str
    """The condition as its author writes it; a class, or the words of a stock that matched."""
    facts: tuple[str, ...]
    """What made it hold: `最急 = 5月20日前加固完毕`."""


class Standing(Struct, frozen=True):
    """A sentence that stands under conditions."""

    id: str
    """Its node."""
    key: str
    """The same, with its occurrence."""
    frame: str
    """The wording as its author wrote it."""
    said: str
    """The wording with its facts."""
    fired: tuple[Fired, ...]
    """The conditions that held, those of the passage first."""


def standing(outline: Outline, blueprint: Blueprint, brief: Brief) -> Iterator[Standing]:
    """Every sentence and heading of a speech that stands under a condition, in order."""
    finder = _Finder(outline, blueprint, brief)
    for zone in (outline.opening, outline.emphases, outline.closing):
        yield from finder.of(zone)


class _Finder:
    """Finds the conditions of one speech."""

    def __init__(self, outline: Outline, blueprint: Blueprint, brief: Brief) -> None:
        self.tongue = knowing(outline.language, outline.knows)
        self.told = telling(brief, outline.knows.words) if not brief.subjects else {}
        self.paper = Paper()
        zones = (blueprint.opening, blueprint.emphases, blueprint.closing)
        self.groups = {id: group for zone in zones for id, group in _grouped(zone)}
        self.seen: set[str] = set()
        """The passages whose own conditions have been told, with the occurrence."""

    def of(self, zone: Iterable[Planned]) -> Iterator[Standing]:
        """The sentences of planned nodes, in order."""
        for planned in zone:
            found = tuple(self._conditions(planned))
            if found and planned.override is None:
                yield self._standing(planned, found)
            yield from self.of(under(planned))

    def _standing(self, planned: Planned, found: tuple[Fired, ...]) -> Standing:
        prose = planned.said
        said = plain(render(prose, planned.scope, self.tongue, self.paper)) if prose else ""
        return Standing(planned.node.id, planned.key, prose.text if prose else "", said, found)

    def _conditions(self, planned: Planned) -> Iterator[Fired]:
        node, scope = planned.node, planned.scope
        for group in self.groups.get(node.id, ()):
            name = group.id + planned.key[len(node.id) :]
            if group.when is not None and name not in self.seen:
                self.seen.add(name)
                yield Fired("when", source(group.when), self._facts(group.when, scope))
        if node.when is not None:
            yield Fired("when", source(node.when), self._facts(node.when, scope))
        if isinstance(node, Passage) and node.stock:
            yield from self._of_stock(node, planned)
        wordings = node.wordings if isinstance(node, Passage) else node.headings if isinstance(node, Section) else ()
        said = next((one for one in wordings if one.prose == planned.said), None)
        if said is not None:
            if said.only is not None:
                yield Fired("only", source(said.only), self._facts(said.only, scope))
            if said.when is not None:
                yield Fired("when", source(said.when), self._facts(said.when, scope))
            yield from self._subjects(said.subjects)

    def _of_stock(self, node: Passage, planned: Planned) -> Iterator[Fired]:
        """What a sentence of a stock was matched by."""
        item = planned.scope.get("item")
        rows = self.tongue.knows.words.stocks.get(node.stock, ())
        row = next((one for one in rows if planned.said in one.says), Stock(says=()))
        about = (_words(item, self.tongue),) if item is not None else ()
        if row.match:
            met = [word for word in row.match if about and word in about[0]]
            groups = ("|".join(met or row.match), *("|".join(group) for group in row.beside))
            yield Fired("match", ", ".join(groups), about)
        if row.classes:
            yield Fired("class", ", ".join(row.classes), about)
        yield from self._subjects(row.subjects)

    def _subjects(self, subjects: Iterable[str]) -> Iterator[Fired]:
        """The classes of work for which it is said, with the words that told them."""
        for subject in subjects:
            if subject in self.tongue.knows.subjects:
                yield Fired("for", subject, tuple(self.told.get(subject, ())) or ("subject",))

    def _facts(self, condition: Expression, scope: Scope) -> tuple[str, ...]:
        """The facts that a condition looked at, each with what it found."""
        return tuple(dict.fromkeys(fact for part in self._parts(condition, scope) for fact in self._told(part, scope)))

    def _parts(self, condition: Expression, scope: Scope) -> Iterator[Expression]:
        """The parts of a condition that made it hold: of `or` only the side that does."""
        match condition:
            case Both(left, right):
                yield from self._parts(left, scope)
                yield from self._parts(right, scope)
            case Either(left, right):
                yield from self._parts(left if holds(evaluate(left, scope, self.tongue)) else right, scope)
            case Negation(of):
                yield from self._parts(of, scope)
            case Compare(left, _, right):
                yield from (side for side in (left, right) if not isinstance(side, Literal))
            case _:
                yield condition

    def _told(self, part: Expression, scope: Scope) -> Iterator[str]:
        """One value, and the facts that it was found in."""
        value = evaluate(part, scope, self.tongue)
        if not isinstance(part, Name):
            yield f"{source(part)} = {_words(value, self.tongue)}"
        known = (
            name for name in names_in(part) if name.name in scope
        )  # an item in the brackets of a filter is in none
        for name in known:
            for words in self._items(part, name.name, scope):
                yield f"{name.name} = {words}"

    def _items(self, part: Expression, name: str, scope: Scope) -> Iterable[str]:
        """A fact in words; of a list the items for which what was asked holds of them alone, or else all of it."""
        value, found = scope[name], evaluate(part, scope, self.tongue)
        if not isinstance(value, Listing) or not isinstance(found, Fact) or not isinstance(found.value, bool):
            return (_words(value, self.tongue),)
        alone = [
            item
            for item in value.items
            if given(item) and self._same(part, {**scope, name: replace(value, items=(item,))})
        ]
        return [_words(item, self.tongue) for item in alone or value.items]

    def _same(self, part: Expression, scope: Mapping[str, Value]) -> bool:
        found = evaluate(part, scope, self.tongue)
        return given(found) and holds(found)


def _grouped(nodes: Iterable[Node], above: tuple[Section, ...] = ()) -> Iterator[tuple[str, tuple[Section, ...]]]:
    """Every node with the unheaded groups around it, outermost first, up to a heading: a plan does not have them."""
    for node in nodes:
        yield node.id, above
        if isinstance(node, Section):
            yield from _grouped(node.body, () if node.headings else (*above, node))
        elif isinstance(node, Enumeration) and node.each is None:
            yield from _grouped(node.points, above)


def _words(value: Value | Phrase, tongue: Tongue) -> str:
    """A value in a line."""
    if isinstance(value, Fact) and isinstance(value.value, bool):
        return "true" if value.value else "false"
    if isinstance(value, Listing):
        return " / ".join(_words(item, tongue) for item in value.items) or NONE
    return plain(printed(value, tongue)) or NONE
