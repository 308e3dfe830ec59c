"""Rows of parts of speeches → the nodes that give each of them, once the slots have their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from drafter.distillation.align import Row
from drafter.distillation.choices import Part
from drafter.distillation.facts import NOWHERE, Fact, Pattern, unused
from drafter.distillation.frames import Hole, Token
from drafter.distillation.lists import covered, rest
from drafter.distillation.wordings import Wordings
from drafter.distillation.words import Text, ending, front, points, run_together, texts, whole
from drafter.expression.parse import parse_expression, parse_prose
from drafter.expression.spell import escaped, hole
from drafter.model.blueprint import NONE, Enumeration, Layout, Node, Passage, Section, Slot, Wording, pointed, worded
from drafter.model.brief import FRONT
from drafter.model.expression import Expression, Prose
from drafter.model.move import MOVES
from drafter.model.speech import Block, Headed, Listed, Said, Speech, plain

Names = Mapping[int, str]
"""What slots are called."""
There = Sequence[tuple[int, Block]]
"""A part of each speech that has it."""
Later = Callable[[Names], Node]
"""A node, when names are given."""
Words = Callable[[Names], tuple[Wording, ...]]
"""Its wordings."""
BEGINNING = 12
"""Characters that tell a part."""


class Nodes:
    """Lays parts of speeches as nodes, top down."""

    def __init__(
        self,
        speeches: Sequence[Speech],
        wordings: Wordings,
        patterns: Mapping[Part, Pattern],
        apart: frozenset[Part],
        settled: Mapping[Text, int],
    ) -> None:
        self.speeches, self.wordings, self.patterns, self.apart, self.settled = (
            speeches,
            wordings,
            patterns,
            apart,
            settled,
        )
        self.slots, self.tongue = wordings.slots, wordings.look.tongue
        self.picks: tuple[dict[str, int], ...] = tuple({} for _ in speeches)
        self.own: tuple[dict[str, str], ...] = tuple({} for _ in speeches)
        """The lines of the front that a speech says in no way that the blueprint has."""
        self.origins: dict[str, tuple[Part, ...]] = {}
        self.aliases: dict[str, str] = {}
        self.lists: dict[Part, Pattern] = {}
        """The rows that became a list."""
        self.flags: dict[Text, int] = {}
        self.ids: set[str] = set()

    def front(self) -> Iterator[tuple[str, Words]]:
        """Title, byline, date and salutation, with slots where they differ."""
        fronts = [front(n, speech) for n, speech in enumerate(self.speeches)]
        for key, slot in zip(FRONT, ("标题", "讲话人", "日期", "称谓"), strict=True):
            texts = [lines[key] for lines in fronts if key in lines]
            if not texts:
                if key == "title":
                    yield key, _worded([Hole('""')])
                continue
            if len(texts) == len(fronts) and len(self.wordings.frames(texts)) == 1:
                yield key, self._said(key, texts)
                continue
            mark = ending(texts[0].words, self.tongue)  # a fact brings none along
            alike = [text for text in texts if ending(text.words, self.tongue) == mark]
            line = self.wordings.whole(slot, alike, len(alike) < len(fronts))
            for text in texts:
                if text not in alike:
                    self.own[text.speech][key] = text.words
            yield key, _worded((line, mark))

    def below(self, rows: Sequence[Row], above: frozenset[int], depth: int) -> list[Later]:
        """Rows as nodes; one that not all of those above have stands under a flag."""
        done: list[Later] = []
        at = 0
        while at < len(rows):
            row = rows[at]
            there = [(n, part) for n, part in enumerate(row.parts) if part is not None]
            shared = {(n, part.id): one for n, part in there if (one := self.patterns.get((n, part.id)))}
            if len(shared) == len(there) and (size := covered(rows, at, shared)):
                at += size
                done += self._repeated(there, shared, rest(rows[at - 1], shared), above, depth)
                continue
            at += 1
            alone = any((n, id) in self.apart for n, part in there for id in (part.id, f"#{part.id}"))
            if alone or not self._shares(there):
                done += [self._node([one], _of(row, one[0]).below, above, depth) for one in there]
            else:
                done.append(self._node(there, row.below, above, depth))
        return done

    def _shares(self, there: There) -> bool:
        """Whether parts may be one node: points only if there are as many, and each can be said in one frame."""
        first = there[0][1]
        if isinstance(first, Listed):
            said = [self._texts(one) for one in there]
            alike = len({*map(len, said)}) == 1 < len(said[0])
            return alike and all(len(self.wordings.frames(column)) == 1 for column in zip(*said, strict=True))
        if isinstance(first, Headed):
            shape = {(p.run_in, p.enumerator.scheme if p.enumerator else "") for _, p in there if isinstance(p, Headed)}
            return len(shape) == 1
        return len({part.run_on for _, part in there if isinstance(part, Said)}) == 1

    def _node(self, there: There, below: Sequence[Row], above: frozenset[int], depth: int) -> Later:
        first = there[0][1]
        id, when = self._placed(there, above)
        match first:
            case Said():
                texts = [text for one in there for text in self._texts(one)]
                return self._passage(id, first.move, when, texts, "run_on" if first.run_on else "paragraph")
            case Listed():
                return self._enumeration(id, first, there, when)
            case Headed():
                said = self._headings(id, there)
                body = self.below(below, frozenset(n for n, _ in there), depth + 1)
                return self._section(id, first, said, body, depth, when)

    def _placed(self, there: There, above: frozenset[int]) -> tuple[str, int]:
        """The id of a node, and the flag under which it stands; -1 for none."""
        id = self._id(there[0][1].id)
        self.origins[id] = tuple((n, part.id) for n, part in there)
        return id, self._flag(there) if {n for n, _ in there} != above else -1

    def _passage(self, id: str, move: str, when: int, texts: Sequence[Text], layout: Layout) -> Later:
        return _later(Passage, id, move, when, wordings=self._said(id, texts), layout=layout)

    def _enumeration(self, id: str, first: Listed, there: There, when: int) -> Later:
        if not points(first, self.tongue) or any((n, part.id) in self.apart for n, part in there):
            texts = [Text(there[0][0], first.id, run_together(first))]
            return self._passage(id, first.move, when, texts, "run_on" if _layout(first) == "run_on" else "paragraph")
        tokens = [self.wordings.kept(column)[0][0] for column in zip(*map(self._texts, there), strict=True)]

        def told(names: Names) -> tuple[Passage, ...]:
            return pointed(id, *(sentence(one, names) for one in tokens))

        return _later(Enumeration, id, first.move, when, scheme=first.scheme, points=told, layout=_layout(first))

    def _texts(self, one: tuple[int, Block]) -> tuple[Text, ...]:
        return texts(*one, self.tongue)

    def _section(
        self, id: str, first: Headed, headings: Words, body: Sequence[Later], depth: int, when: int, each: int = -1
    ) -> Later:
        scheme = first.enumerator.scheme if first.enumerator else ""
        number = scheme if scheme in self.tongue.schemes else NONE
        if depth < len(self.tongue.ladder) and scheme == self.tongue.ladder[depth]:
            number = ""
        if any((n, f"#{id}") in self.apart for n, id in self.origins[id]):  # the engine would print none, or another
            number = NONE

        def inside(names: Names) -> tuple[Node, ...]:
            return tuple(one(names) for one in body)

        return _later(
            Section, id, first.move, when, each, headings=headings, body=inside, run_in=first.run_in, number=number
        )

    def _headings(self, id: str, there: There) -> Words:
        """The headings of parts, without their numbers where the engine prints them."""
        said = [text for one in there for text in self._texts(one)]
        if any((n, f"#{part.id}") in self.apart for n, part in there):
            labels = [part.label for _, part in there if isinstance(part, Headed)]
            said = [replace(text, words=label + text.words) for text, label in zip(said, labels, strict=True)]
        return self._said(id, said)

    def _repeated(
        self, there: There, shared: Mapping[Part, Pattern], below: Sequence[Row], above: frozenset[int], depth: int
    ) -> Iterator[Later]:
        """Parts that share a sentence, as one that stands for every record; with what is said before and after them."""
        first, pattern = there[0][1], next(iter(shared.values()))
        id, when = self._placed(there, above)
        self.lists |= shared
        self.aliases |= {one: id for pattern in shared.values() for one in pattern.ids}
        self.aliases |= {f"{id}[{n}]": id for one in shared.values() for n in range(1, len(one.records) + 1)} | {id: id}
        told = {n: one.records for (n, _), one in shared.items()}
        each = self.slots.use(self.slots.facts[pattern.key], told, pattern.key)
        said = [_worded(text) for text in pattern.texts]
        if isinstance(first, Headed):
            inner = first.blocks[: len(said) - 1]
            body = [self._told(block, said[1], len(pattern.records), id) for block in inner if isinstance(block, Said)]
            yield self._section(id, first, said[0], body, depth, when, each)
            yield from self.below(below, frozenset(n for n, _ in there), depth)
            return
        if pattern.lead:
            yield self._beside(
                "before", id, [Text(*part, one.lead) for part, one in shared.items()], when, first.run_on
            )
        apart = pattern.apart or (isinstance(first, Listed) and first.apart)
        layout: Layout = "paragraphs" if apart else "run_on" if first.run_on or pattern.lead else "paragraph"
        point = _later(Passage, id, first.move, when, each, wordings=said[0])
        scheme = first.scheme if isinstance(first, Listed) else NONE
        yield _later(
            Enumeration, id, first.move, when, each, scheme=scheme, points=lambda names: (point(names),), layout=layout
        )
        if pattern.tail:
            yield self._beside("after", id, [Text(*part, one.tail) for part, one in shared.items()], when, True)

    def _told(self, block: Said, said: Words, records: int, of: str) -> Later:
        """The passage below every heading of a list."""
        id = self._id(block.id)
        self.aliases |= {f"{id}[{n}]": of for n in range(1, records + 1)} | {id: of}
        return _later(Passage, id, block.move, wordings=said, layout="run_on" if block.run_on else "paragraph")

    def _beside(self, where: str, of: str, texts: Sequence[Text], when: int, run_on: bool) -> Later:
        """What is said in the paragraph of a list before it or after it."""
        id = self._id(f"{of}-{where}")
        self.aliases[id] = of
        return self._passage(id, "", when, texts, "run_on" if run_on else "paragraph")

    def _said(self, id: str, texts: Sequence[Text]) -> Words:
        """The texts as wordings, each speech picking its own."""
        said = self.wordings.kept(texts)
        for k, (_, speeches) in enumerate(said, 1):
            for n in speeches if len(said) > 1 else ():
                self.picks[n][id] = k
        return _worded(*(tokens for tokens, _ in said))

    def _flag(self, there: There) -> int:
        """A flag that says whether a part stands; those who have it say so."""
        part = there[0][1]
        words = plain(part.heading) if isinstance(part, Headed) else f"{whole(part)[:BEGINNING]}……"
        name = "含" + (MOVES.get(part.move, "") or "段落")
        slot = Slot(name=name, type="flag", ask=f"是否讲 “{words}”", place=NOWHERE)
        have = {n for n, _ in there}
        marks = "".join("●" if n in have else "○" for n in range(len(self.speeches)))
        firsts = [self._texts(one)[0] for one in there]
        settled = {self.settled.get(text, -1) for text in firsts}
        key = settled.pop() if len(settled) == 1 and settled.isdisjoint(self.slots.told) else -1
        fact = self.slots.settled.get(key) or Fact(slot, marks, "flag")
        key = self.slots.use(fact, dict.fromkeys(have, "是"), key)
        self.flags |= dict.fromkeys(firsts, key)
        return key

    def _id(self, wish: str) -> str:
        id = unused(wish, self.ids, "-")
        self.ids.add(id)
        return id


def _of(row: Row, n: int) -> Row:
    """One speech's part of a row, and what stands below it."""
    alone = tuple(part if k == n else None for k, part in enumerate(row.parts))
    return Row(alone, tuple(_of(inner, n) for inner in row.below if inner.parts[n] is not None))


def _layout(block: Listed) -> Layout:
    return "paragraphs" if block.apart else "run_on" if block.run_on else "paragraph"


def _worded(*texts: Sequence[Token]) -> Words:
    """Texts as wordings, when names are given."""
    return lambda names: worded(*(sentence(tokens, names) for tokens in texts))


def _later(kind: Callable[..., Node], id: str, move: str, when: int = -1, each: int = -1, **fields: Any) -> Later:
    """A node when names are given; so are its fields that depend on them."""

    def named(key: int, names: Names) -> Expression | None:
        return parse_expression(names[key])[0] if key >= 0 else None

    def node(names: Names) -> Node:
        told = {key: one(names) if callable(one) else one for key, one in fields.items()}
        return kind(id=id, move=move, when=named(when, names), each=named(each, names), place=NOWHERE, **told)

    return node


def sentence(tokens: Sequence[Token], names: Names) -> Prose:
    """Words with holes as prose."""
    done, words = "", ""
    for token in tokens:
        if isinstance(token, str):
            words += token
        else:
            done, words = done + escaped(words) + hole(names[token.of] if isinstance(token.of, int) else token.of), ""
    return parse_prose(done + escaped(words), NOWHERE)[0]
