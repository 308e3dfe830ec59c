"""Speech → Blueprint and the facts that its brief gives."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.distillation import words
from drafter.distillation.facts import Fact, Facts, Pattern, Span
from drafter.distillation.frames import Hole, Token
from drafter.distillation.gather import NOWHERE, facts_of
from drafter.expression.grammar import WORDS
from drafter.expression.parse import parse_expression, parse_prose, readings
from drafter.expression.spell import escaped, hole, source
from drafter.facts.hit import Eagerness
from drafter.facts.look import Look
from drafter.language import Tongue
from drafter.language.tongue import Mapper
from drafter.model.blueprint import NONE, Blueprint, Enumeration, Layout, Node, Passage, Section, pointed, worded
from drafter.model.brief import SETTINGS
from drafter.model.expression import Expression, Filtered, Prose
from drafter.model.speech import Block, Headed, Listed, Said, Speech, plain

RESERVED = WORDS | {*SETTINGS, "emphases", "item"}


class Distilled(Struct, frozen=True):
    """What an old speech is made of."""

    blueprint: Blueprint
    """Its structure and its words, with slots where its facts stood."""
    facts: tuple[Fact, ...]
    """The facts, in the order in which they stand."""
    left: int = 0
    """How many more facts stay in their sentences, because there are too many."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Which part of the speech a part of the draft gives, by the draft's ids, where they differ."""


def distil(
    speech: Speech, name: str, look: Look, eager: Eagerness = "facts", plain_nodes: Collection[str] = ()
) -> Distilled:
    """The blueprint of one speech; the nodes in `plain_nodes` keep their words as they stand."""
    tongue = look.tongue
    facts = facts_of(speech, eager, look, RESERVED)
    distiller = _Distiller(tongue, facts, frozenset(plain_nodes), numbered(speech, tongue))
    lines = {key: distiller.prose(words, key) for key, words in words.front(speech).items()}
    if "title" not in lines:
        lines["title"] = parse_prose('{{ "" }}', NOWHERE)[0]  # a blueprint has a title, and this one says nothing
    zones = {zone: tuple(distiller.nodes(getattr(speech, zone), 0)) for zone in ("opening", "emphases", "closing")}
    table = tuple(fact for fact in facts.table if fact.name in distiller.used)
    slots = {fact.name: fact.slot for fact in table}
    blueprint = Blueprint(
        name=name,
        title=plain(speech.title) or name,
        language=speech.language,
        slots=slots,
        asked=tuple(slots),
        front={key: worded(line) for key, line in lines.items()},
        opening=zones["opening"],
        emphases=zones["emphases"],
        closing=zones["closing"],
        place=NOWHERE,
    )
    return Distilled(blueprint, table, facts.left, distiller.origins)


class _Distiller:
    def __init__(self, tongue: Tongue, facts: Facts, plain_nodes: frozenset[str], count: int) -> None:
        self.tongue = tongue
        self.facts = facts
        self.plain = plain_nodes
        self.count = count
        self.origins: dict[str, str] = {}
        self.used: set[str] = set()
        """The slots that stand somewhere."""

    def prose(self, text: str, id: str) -> Prose:
        """A text with slots where its facts stand."""
        if id in self.plain:
            return sentence((text,))
        tokens: list[Token] = []
        at = 0
        spans = self.facts.spans.get(text, ())
        for start, end, name in holes(text, spans, self.count, self.tongue):
            tokens += [text[at:start], Hole(name)]
            at = end
        self.used |= {span.name for span in spans}
        return sentence((*tokens, text[at:]))

    def nodes(self, blocks: Sequence[Block], depth: int) -> Iterator[Node]:
        """Blocks as nodes; headings number themselves where the ladder does so."""
        brothers = [block for block in blocks if isinstance(block, Headed)]
        alike = self._alike(brothers)
        shares = bool(brothers) and brothers[0].id in self.facts.patterns and brothers[0].id not in self.plain
        told: set[str] = set()
        for n, block in enumerate(blocks):
            first = n == 0
            match block:
                case Said(id=id) if id in told:
                    continue
                case Said(id=id) if id in self.facts.patterns and id not in self.plain:
                    shared = self.facts.patterns[id]
                    told |= {one.id for one in blocks[n : n + len(shared.records)]} if shared.apart else set()
                    yield from self._unnumbered(block, shared, first)
                case Said():
                    yield self._passage(block.id, block.move, plain(block.inlines), block.run_on and not first)
                case Listed():
                    yield from self._enumeration(block, first)
                case Headed() if shares:
                    yield from self._repeated(blocks, depth) if block is brothers[0] else ()
                case Headed():
                    yield self._section(block, depth, alike=alike, alone=len(brothers) == 1)
                case _:
                    assert_never(block)

    def _passage(self, id: str, move: str, text: str, run_on: bool) -> Passage:
        layout: Layout = "run_on" if run_on else "paragraph"
        return Passage(id=id, move=move, wordings=worded(self.prose(text, id)), layout=layout, place=NOWHERE)

    def _enumeration(self, block: Listed, first: bool) -> Iterator[Node]:
        """Points under their form, or one sentence for each record; what the form would not print alike is a passage."""
        texts = words.points(block, self.tongue)
        layout: Layout = "paragraphs" if block.apart else "run_on" if block.run_on and not first else "paragraph"
        if not texts or block.id in self.plain:
            yield self._passage(block.id, block.move, words.run_together(block), layout == "run_on")
            return
        shared = self.facts.patterns.get(block.id)
        points = (sentence(shared.texts[0]),) if shared else tuple(self.prose(text, block.id) for text in texts)
        each = parse_expression(shared.name)[0] if shared else None
        self.used |= {shared.name} if shared else set()
        yield Enumeration(
            id=block.id,
            move=block.move,
            scheme=block.scheme,
            each=each,
            points=_pointed(block, each, points),
            layout=layout,
            place=NOWHERE,
        )
        if shared and shared.tail:
            self.origins[f"{block.id}-after"] = block.id
            yield self._passage(f"{block.id}-after", "", shared.tail, True)

    def _unnumbered(self, block: Said, shared: Pattern, first: bool) -> Iterator[Node]:
        """Items that nothing tells off, as one sentence for every record; what is said before and after them."""
        id = block.id
        if shared.lead:
            yield self._passage(f"{id}-before", block.move, shared.lead, block.run_on and not first)
            self.origins[f"{id}-before"] = id
        self.used.add(shared.name)
        each = parse_expression(shared.name)[0]
        layout: Layout = "paragraphs" if shared.apart else "run_on" if shared.lead or block.run_on else "paragraph"
        yield Enumeration(
            id=id,
            move=block.move,
            scheme=NONE,
            each=each,
            points=_pointed(block, each, (sentence(shared.texts[0]),)),
            layout=layout,
            place=NOWHERE,
        )
        if shared.tail:
            self.origins[f"{id}-after"] = id
            yield self._passage(f"{id}-after", "", shared.tail, True)

    def _repeated(self, blocks: Sequence[Block], depth: int) -> Iterator[Node]:
        """Headings that share a sentence, as one that stands for every record; then what is said after them."""
        row = words.row(blocks)
        first = row.heads[0]
        shared = self.facts.patterns[first.id]
        self.used.add(shared.name)
        one = self._section(first, depth, alike=self._alike(row.heads), alone=len(row.heads) == 1)
        below = tuple(
            replace(node, wordings=worded(sentence(shared.texts[1]))) for node in one.body if isinstance(node, Passage)
        )
        for n, block in enumerate(row.heads, 1):
            self.origins[f"{first.id}[{n}]"] = block.id
            self.origins |= {f"{node.id}[{n}]": inner.id for node, inner in zip(below, block.blocks, strict=True)}
        each = parse_expression(shared.name)[0]
        yield replace(one, each=each, headings=worded(sentence(shared.texts[0])), body=below)
        yield from self.nodes(row.rest, depth)

    def _alike(self, brothers: Sequence[Headed]) -> bool:
        """Whether headings are numbered as the tool numbers them, all in one way."""
        schemes = {_scheme(one) for one in brothers}
        return len(brothers) > 1 and len(schemes) == 1 and schemes <= self.tongue.schemes.keys()

    def _section(self, block: Headed, depth: int, *, alike: bool, alone: bool) -> Section:
        """A heading with its number, or with its number written out where it would get none or another than its brothers."""
        ladder = self.tongue.ladder
        usual = ladder[depth] if depth < len(ladder) else ""
        scheme = _scheme(block)
        regular = alike and block.id not in self.plain
        text = words.heading(block, self.tongue)
        number = "" if regular and scheme == usual else scheme if regular else "none"
        if not regular:
            text = block.label + text
        return Section(
            id=block.id,
            move=block.move,
            headings=worded(self.prose(text, block.id)),
            body=tuple(self.nodes(block.blocks, depth + 1)),
            run_in=block.run_in,
            number="" if number == "none" and alone else number,
            place=NOWHERE,
        )


def _scheme(block: Headed) -> str:
    return block.enumerator.scheme if block.enumerator else ""


def numbered(speech: Speech, tongue: Tongue) -> int:
    """How many points the speech numbers at its first level."""
    schemes = [_scheme(one) for one in speech.emphases if isinstance(one, Headed)]
    return len(schemes) if len(set(schemes)) == 1 and schemes[0] in tongue.schemes else 0


def holes(text: str, spans: Iterable[Span], count: int, tongue: Tongue) -> Iterator[tuple[int, int, str]]:
    """What is put into a text, from left to right and none within another: facts, and the number of points promised."""
    at = 0
    for start, end, name in sorted((*((s.start, s.end, s.name) for s in spans), *_promised(text, count, tongue))):
        if start >= at:
            yield start, end, name
            at = end


def promise(tongue: Tongue) -> str:
    """The expression that says how many points follow."""
    return source(_promise(tongue))


def _promise(tongue: Tongue) -> Expression:
    [(_, reading)] = readings(tongue.usage.promise)
    return reading.expression


def _promised(text: str, count: int, tongue: Tongue) -> Iterator[tuple[int, int, str]]:
    """Where a speaker says how many points follow, and the expression that says it; only if so many do."""
    wanted = _promise(tongue)
    mapper = tongue.filters[wanted.name] if isinstance(wanted, Filtered) else None
    if count < 2 or not isinstance(mapper, Mapper):
        return
    for pattern in (*tongue.usage.promises, *tongue.usage.loose_promises):
        for found in re.finditer(pattern, text):
            if found["number"] == mapper.change(count):
                yield (*found.span("number"), promise(tongue))


def _pointed(block: Listed | Said, each: Expression | None, points: Sequence[Prose]) -> tuple[Passage, ...]:
    """The points, or the one that is said for every item."""
    if each is None:
        return pointed(block.id, *points)
    return (Passage(id=block.id, move=block.move, each=each, wordings=worded(*points), place=NOWHERE),)


def sentence(tokens: Sequence[Token]) -> Prose:
    """Words with holes as prose."""
    done, words = "", ""
    for token in tokens:
        if isinstance(token, str):
            words += token
        else:
            done, words = done + escaped(words) + hole(token.name), ""
    return parse_prose(done + escaped(words), NOWHERE)[0]
