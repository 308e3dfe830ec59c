"""How it is decided what is said: the same search for candidates, and everything that it looks at remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from drafter.expression.evaluate import Phrase, evaluate, given, holds
from drafter.expression.names import Names
from drafter.expression.spell import source
from drafter.expression.walk import asked_in, names_in
from drafter.language import Tongue
from drafter.model.blueprint import Enumeration, Node, Passage, Section, Wording
from drafter.model.brief import Brief
from drafter.model.expression import Expression, Field, Prose
from drafter.model.occurrence import Occurrence, id_of, printed
from drafter.model.outline import Fit, Planned, Term, Weighed, Why, under
from drafter.model.value import Gap, Value
from drafter.plan.candidates import Candidates
from drafter.plan.in_place import shunned, unnamed


class Watching(Candidates):
    """Finds the same candidates, and remembers why others are none."""

    weighs = True

    def __init__(self, brief: Brief, tongue: Tongue, common: frozenset[str]) -> None:
        super().__init__(brief, tongue, common)
        self.nodes: dict[str, tuple[Node, list[Term]]] = {}
        """Every node that was looked at, with what it hangs on, in order."""
        self.weighed: dict[str, tuple[Weighed, ...]] = {}
        """What it could say."""
        self.maxims: set[str] = set()
        """The nodes that could say a maxim."""

    def standing(self, nodes: Iterable[Node], scope: Names, occurrence: tuple[int, ...] = ()) -> tuple[Planned, ...]:
        every = tuple(nodes)
        found: list[Planned] = []
        for node in every:  # one by one, so that all stays in order
            if node.id in self.brief.omit:
                self._note(node.id, node, Term(key="omit", holds=False))
            elif node.each is not None and not isinstance(node, Enumeration) and not self._items(node, scope):
                self._note(node.id, node, self._term("each", node.each, scope, holds=False))
            found += super().standing((node,), scope, occurrence)
        return tuple(found)

    def _one(self, node: Node, scope: Names, occurrence: tuple[int, ...]) -> tuple[Planned, ...]:
        key = printed(Occurrence(node.id, occurrence))
        self._note(key, node)
        if key in self.brief.omit:
            self._note(key, node, Term(key="omit", holds=False))
        elif node.when is not None and not (isinstance(node, Enumeration) and node.each is not None):
            strict = isinstance(node, Passage) and not node.must
            self._note(key, node, self._term("when", node.when, scope, self._holds(node.when, scope, strict=strict)))
        return super()._one(node, scope, occurrence)

    def _fits(self, node: Passage, scope: Names, key: str) -> tuple[Fit, ...]:
        fits = super()._fits(node, scope, key)
        if any(one.maxim for one in fits):
            self.maxims.add(key)
        if node.stock:
            of = () if node.of is None else self._facts(node.of, scope)
            self._note(key, node, Term(key="stock", names=(node.stock,), holds=bool(fits), facts=of))
            self.weighed[key] = tuple(Weighed(number=0, prose=fit.prose, fits=True, weight=fit.weight) for fit in fits)
        return fits

    def _of(self, wordings: tuple[Wording, ...], scope: Names, must: bool, key: str) -> tuple[Fit, ...]:
        fits = super()._of(wordings, scope, must, key)
        by_number = {fit.number: fit for fit in fits}
        self.weighed[key] = tuple(self._weigh(n, one, scope, by_number.get(n)) for n, one in enumerate(wordings, 1))
        return fits

    def _weigh(self, number: int, wording: Wording, scope: Names, fit: Fit | None) -> Weighed:
        terms, knows = [], self.tongue.knows
        if wording.subjects:
            suits = bool(set(wording.subjects) & set(knows.subjects))
            terms.append(Term(key="for", names=wording.subjects, holds=suits))
        for key, condition in (("only", wording.only), ("when", wording.when)):
            if condition is not None:
                terms.append(self._term(key, condition, scope, self._holds(condition, scope, strict=True)))
        if words := tuple(one.words for one in shunned(wording.prose, knows)):
            terms.append(Term(key="shuns", names=words, holds=False))
        if season := unnamed(wording.prose, knows):
            terms.append(Term(key="season", names=(season,), holds=False))
        if fit is not None:  # a sentence that must be said is said whatever its words
            terms = [one for one in terms if one.holds]
        wants = tuple(dict.fromkeys(self._wants(wording.prose, scope))) if all(one.holds for one in terms) else ()
        return Weighed(
            number=number,
            prose=wording.prose,
            terms=tuple(terms),
            wants=wants,
            fits=fit is not None,
            weight=fit.weight if fit else 0,
            facts=fit.facts if fit else 0,
        )

    def _wants(self, prose: Prose, scope: Names) -> Iterator[str]:
        """The slots that a text lacks; where the brief has no such slot, the expression."""
        for piece in prose.pieces:
            if isinstance(piece, Expression) and not given(value := evaluate(piece, scope, self.tongue)):
                yield value.slot if isinstance(value, Gap) else source(piece) + self._of_whom(piece, scope)

    def _of_whom(self, piece: Expression, scope: Names) -> str:
        """The fact whose reading it is, in brackets."""
        of = evaluate(piece.of, scope, self.tongue) if isinstance(piece, Field) else None
        return f" ({of.slot})" if of is not None and not isinstance(of, Phrase) and of.slot else ""

    def _term(self, key: str, condition: Expression, scope: Names, holds: bool) -> Term:
        return Term(key=key, expression=condition, holds=holds, facts=self._facts(condition, scope))

    def _facts(self, expression: Expression, scope: Names) -> tuple[tuple[str, Value], ...]:
        """What an expression asks for; names of items that stand in the brackets of a filter have no value here."""
        here = [one for one in asked_in(expression) if all(name.name in scope for name in names_in(one))]
        values = {source(one): evaluate(one, scope, self.tongue) for one in here}
        return tuple((name, value) for name, value in values.items() if not isinstance(value, Phrase))

    def _holds(self, condition: Expression, scope: Names, *, strict: bool) -> bool:
        """Whether a condition holds; nothing is known of a gap, so strictly it does not."""
        value = evaluate(condition, scope, self.tongue)
        return holds(value) and (not strict or self.gaps or given(value))

    def _note(self, key: str, node: Node, *terms: Term) -> None:
        self.nodes.setdefault(key, (node, []))[1].extend(terms)

    def told(
        self, could: Sequence[Sequence[Planned]], stand: Iterable[Planned], front: Mapping[str, Prose]
    ) -> tuple[Why, ...]:
        """How all was decided: `could` is what could stand, `stand` what does, `front` what the lines of the front say."""
        able = {one.key for zone in could for one in _every(zone)}
        there = {one.key: one for one in _every(stand)}
        ids = {id_of(id) for one in there.values() for id in (one.node.id, *one.inside)}
        lines = [
            Why(
                key=key,
                stands=key in front,
                wordings=self.weighed[key],
                said=front.get(key),
                override=key in self.brief.overrides,
            )
            for key in ("title", "byline", "date", "salutation")
            if key in self.weighed and key not in self.nodes
        ]
        return (*lines, *(self._why(key, key in able, there.get(key), ids) for key in self.nodes if self._tells(key)))

    def _tells(self, key: str) -> bool:
        """Whether there is anything to tell of a node: a group gives way to what it holds, unless it falls as a whole."""
        node, terms = self.nodes[key]
        group = isinstance(node, Section) and not node.headings
        return not group or not all(one.holds for one in terms)

    def _why(self, key: str, able: bool, planned: Planned | None, ids: set[str]) -> Why:
        node, terms = self.nodes[key]
        if planned is not None and isinstance(node, Passage) and node.beside:
            terms = [*terms, Term(key="with", names=node.beside, holds=True)]
        elif planned is None and all(one.holds for one in terms):
            terms = [*terms, *_fallen(node, able, self._could(key), ids, maxim=key in self.maxims)]
        return Why(
            key=key,
            stands=planned is not None,
            terms=tuple(terms),
            wordings=self.weighed.get(key, ()),
            said=(planned.override or planned.said) if planned else None,
            override=planned is not None and planned.override is not None,
        )

    def _could(self, key: str) -> bool:
        """Whether a node has words that fit."""
        return any(one.fits for one in self.weighed.get(key, ()))


def _fallen(node: Node, able: bool, fits: bool, ids: set[str], *, maxim: bool) -> Iterator[Term]:
    """Why a node does not stand whose own conditions hold: what it hangs on, how often it may stand, what it holds."""
    if not isinstance(node, Passage):
        if able or fits or isinstance(node, Enumeration):
            yield Term(key="body", holds=False)
    elif able:
        lost = tuple(id for id in node.beside if id not in ids)
        there = tuple(id for id in node.without if id in ids)
        if lost or there:
            yield from (
                Term(key=key, names=names, holds=False) for key, names in (("with", lost), ("without", there)) if names
            )
        elif maxim:
            yield Term(key="maxim", holds=False)
        elif node.beside:  # which stands for another item
            yield Term(key="with", names=node.beside, holds=False)
        elif node.most is not None:
            yield Term(key="most", names=(str(node.most),), holds=False)
        else:
            yield Term(key="said", holds=False)


def _every(zone: Iterable[Planned]) -> Iterator[Planned]:
    for planned in zone:
        yield planned
        yield from _every(under(planned))
