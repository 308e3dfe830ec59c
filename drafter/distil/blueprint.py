"""Speech → Blueprint and the facts that its brief gives."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from drafter.distil.facts import Eagerness, Fact, Finder, finder
from drafter.expression.parse import parse_prose
from drafter.expression.spell import literal
from drafter.language import TONGUES, Tongue
from drafter.language.enumerators import show
from drafter.model.blueprint import Blueprint, Enumeration, Layout, Node, Passage, Section, Slot
from drafter.model.brief import SETTINGS
from drafter.model.enumerator import Enumerator
from drafter.model.expression import Prose
from drafter.model.speech import Block, Headed, Inlines, Listed, Said, Speech, plain
from drafter.problem import Place

MARKS = ("{{", "}}", "{%", "{#", "**", "｛｛", "｝｝", "{｛", "｛{", "}｝", "｝}")
"""What means something in prose, and is written as a text of its own where a speech has it."""
RESERVED = frozenset(
    (*SETTINGS, "and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "emphases", "item")
)
NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Distilled:
    """What an old speech is made of."""

    blueprint: Blueprint
    """Its structure and its words, with slots where its facts stood."""
    facts: tuple[Fact, ...]
    """The facts, in the order in which they stand."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Where each node's words come from, by its id."""


def distil(speech: Speech, name: str, eager: Eagerness = "facts", plain_nodes: Collection[str] = ()) -> Distilled:
    """The blueprint of one speech; the nodes in `plain_nodes` keep their words as they stand."""
    texts = [plain(words) for words in _texts(speech)]
    distiller = _Distiller(speech.language, finder(texts, plain(speech.title), eager, RESERVED), frozenset(plain_nodes))
    front = {
        key: distiller.prose(plain(words), key)
        for key, words in (
            ("title", speech.title),
            ("byline", speech.byline),
            ("date", speech.date),
            ("salutation", speech.salutation),
        )
        if words
    }
    if "title" not in front:
        front["title"] = parse_prose('{{ "" }}', NOWHERE)[0]  # a blueprint has a title, and this one says nothing
    opening = tuple(distiller.nodes(speech.opening, 0))
    emphases = tuple(distiller.nodes(speech.emphases, 0))
    closing = tuple(distiller.nodes(speech.closing, 0))
    facts = tuple(distiller.finder.facts.values())
    slots = {fact.name: Slot(name=fact.name, ask=fact.ask, example=_example(fact), place=NOWHERE) for fact in facts}
    blueprint = Blueprint(
        name=name,
        title=plain(speech.title) or name,
        language=speech.language,
        slots=slots,
        asked=tuple(slots),
        front=front,
        opening=opening,
        emphases=emphases,
        closing=closing,
        place=NOWHERE,
    )
    return Distilled(blueprint, facts, distiller.notes)


def _example(fact: Fact) -> str:
    return "" if fact.why == "placeholder" else fact.value


def _texts(speech: Speech) -> Iterator[Inlines]:
    def below(blocks: Sequence[Block]) -> Iterator[Inlines]:
        for block in blocks:
            match block:
                case Said(inlines=inlines):
                    yield inlines
                case Listed(items=items):
                    yield from items
                case Headed(heading=heading, blocks=inner):
                    yield heading
                    yield from below(inner)

    for zone in (speech.opening, speech.emphases, speech.closing):
        yield from below(zone)


class _Distiller:
    def __init__(self, language: str, facts: Finder, plain_nodes: frozenset[str]) -> None:
        self.tongue: Tongue = TONGUES[language]
        self.finder = facts
        self.plain = plain_nodes
        self.notes: dict[str, str] = {}

    def prose(self, text: str, id: str) -> Prose:
        """A text with slots where its facts stand."""
        done, at = [], 0
        for span in self.finder.spans(text) if id not in self.plain else ():
            done.append(escaped(text[at : span.start]))
            done.append("{{ " + span.name + " }}")
            at = span.end
        done.append(escaped(text[at:]))
        return parse_prose("".join(done), NOWHERE)[0]

    def nodes(self, blocks: Sequence[Block], depth: int) -> Iterator[Node]:
        """Blocks as nodes; headings number themselves where the ladder does so."""
        brothers = [block for block in blocks if isinstance(block, Headed)]
        for n, block in enumerate(blocks):
            first = n == 0
            match block:
                case Said():
                    yield self._passage(block.id, block.move, plain(block.inlines), block.run_on and not first)
                case Listed():
                    yield self._enumeration(block, first)
                case Headed():
                    yield self._section(block, brothers, depth)
                case _:
                    assert_never(block)

    def _passage(self, id: str, move: str, text: str, run_on: bool) -> Passage:
        layout: Layout = "run_on" if run_on else "paragraph"
        return Passage(id=id, move=move, wordings=(self.prose(text, id),), layout=layout, place=NOWHERE)

    def _enumeration(self, block: Listed, first: bool) -> Node:
        """Points under their form; one that the form would not print alike is a passage."""
        words = [without_label(plain(item), block, n, self.tongue) for n, item in enumerate(block.items, 1)]
        layout: Layout = "paragraphs" if block.apart else "run_on" if block.run_on and not first else "paragraph"
        if len(words) < 2 or block.id in self.plain or not all(words) or block.scheme not in self.tongue.schemes:
            text = ("\n\n" if block.apart else "").join(map(plain, block.items))
            return self._passage(block.id, block.move, text, layout == "run_on")
        points = tuple(self.prose(text or "", block.id) for text in words)
        return Enumeration(
            id=block.id, move=block.move, scheme=block.scheme, points=points, layout=layout, place=NOWHERE
        )

    def _section(self, block: Headed, brothers: Sequence[Headed], depth: int) -> Section:
        """A heading with its number, or with its number written out where it would get none or another."""
        ladder = self.tongue.ladder
        usual = ladder[depth] if depth < len(ladder) else ""
        schemes = {one.enumerator.scheme if one.enumerator else "" for one in brothers}
        scheme = block.enumerator.scheme if block.enumerator else ""
        regular = (
            len(brothers) > 1 and len(schemes) == 1 and scheme in self.tongue.schemes and block.id not in self.plain
        )
        text = plain(block.heading) + (block.stop if block.stop in self.tongue.marks.strong else "")
        number = "" if regular and scheme == usual else scheme if regular else "none"
        if not regular:
            text = block.label + text
        return Section(
            id=block.id,
            move=block.move,
            headings=(self.prose(text, block.id),),
            body=tuple(self.nodes(block.blocks, depth + 1)),
            run_in=block.run_in,
            number="" if number == "none" and len(brothers) == 1 else number,
            place=NOWHERE,
        )


def without_label(text: str, block: Listed, n: int, tongue: Tongue) -> str | None:
    """A point without its enumerator; None where the form would print another."""
    if block.scheme not in tongue.schemes:
        return None
    last = bool(tongue.schemes[block.scheme].words) and n == len(block.items)
    label = show(Enumerator(block.scheme, n, last), tongue)
    return text.removeprefix(label) if text.startswith(label) else None


def escaped(text: str) -> str:
    """Words of a speech as prose that says just these."""
    found = [mark for mark in MARKS if mark in text]
    if not found:
        return text
    mark = min(found, key=text.index)
    before, after = text.split(mark, 1)
    # one character at a time: the first }} ends an expression, within quotes too
    return before + "".join("{{ " + literal(char) + " }}" for char in mark) + escaped(after)
