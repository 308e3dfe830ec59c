"""Rows of parts of speeches → the nodes that give each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.distillation.align import Row
from drafter.distillation.blueprint import sentence
from drafter.distillation.choices import Choices, Part
from drafter.distillation.facts import Pattern, Span
from drafter.distillation.frames import Token
from drafter.distillation.gather import NOWHERE
from drafter.distillation.pool import Pool
from drafter.distillation.shared import alone_in, beginning, covered, patterns
from drafter.distillation.words import heading, points, run_together
from drafter.expression.parse import parse_expression, parse_prose
from drafter.expression.spell import hole
from drafter.facts.hit import Eagerness
from drafter.facts.look import Look
from drafter.model.blueprint import NONE, Enumeration, Layout, Node, Passage, Section, Slot, pointed, worded
from drafter.model.expression import Expression, Prose
from drafter.model.move import MOVES
from drafter.model.speech import Block, Headed, Inlines, Listed, Said, Speech, plain


class Merger:
    def __init__(
        self, speeches: Sequence[Speech], look: Look, eager: Eagerness, apart: frozenset[Part], choices: Choices
    ) -> None:
        self.speeches = speeches
        self.tongue = look.tongue
        self.apart = apart
        self.pool = Pool(speeches, eager, look, apart, choices)
        self.choices = choices
        self.flags: dict[Part, str] = {}
        self.patterns: dict[Part, tuple[Pattern, str]] = {}
        """The rows that are lists, each with the slot that it is."""
        self.ids: set[str] = set()
        self.origins: dict[str, tuple[Part, ...]] = {}
        self.aliases: dict[str, str] = {}

    def front(self) -> Iterator[tuple[str, Prose]]:
        """Title, byline, date and salutation, with slots where they differ."""
        for key, slot in (("title", "标题"), ("byline", "讲话人"), ("date", "日期"), ("salutation", "称谓")):
            lines: list[Inlines] = [getattr(speech, key) for speech in self.speeches]
            texts = [(n, plain(words)) for n, words in enumerate(lines) if words]
            if not texts:
                if key == "title":
                    yield key, parse_prose('{{ "" }}', NOWHERE)[0]
                continue
            frames = self.pool.frames(texts)
            if len(frames) == 1 and len(texts) == len(lines):
                yield key, sentence(self.pool.frames(texts, keep=True)[0].tokens)
                continue
            called = self._whole_line(texts) or slot
            self.pool.slot(called, called, omit=len(texts) < len(lines))
            for n, text in texts:
                self.pool.sources[n].values[called] = text
                self.pool.spans[n, text] = (Span(0, len(text), called),)
            slot = called
            yield key, parse_prose(hole(slot), NOWHERE)[0]

    def _whole_line(self, texts: Sequence[tuple[int, str]]) -> str:
        """What a person calls a line that is all one slot."""
        spans = [self.choices.spans.get((n, text), ()) for n, text in texts]
        return next(
            (one[0].name for one, (_, text) in zip(spans, texts, strict=True) if one and one[0].end == len(text)), ""
        )

    def nodes(self, rows: Sequence[Row], above: frozenset[int], depth: int) -> Iterator[Node]:
        """Rows as nodes; one that not all of those above have stands under a flag."""
        at = 0
        while at < len(rows):
            row = rows[at]
            there = [(n, part) for n, part in enumerate(row.parts) if part is not None]
            shared = patterns(there, self.pool.facts, self.apart)
            if shared and (size := covered(rows, at, shared)):
                yield from self._repeated(there, shared, rows[at : at + size], above, depth)
                at += size
                continue
            at += 1
            alone = any((n, id) in self.apart for n, part in there for id in (part.id, f"#{part.id}"))
            if alone or not self._shares(there):
                for n, part in there:
                    yield self._node([(n, part)], alone_in(row, n), above, depth)
            else:
                yield self._node(there, row.below, above, depth)

    def _shares(self, there: Sequence[tuple[int, Block]]) -> bool:
        """Whether parts may be one node: points only if there are as many, and each can be said in one frame."""
        first = there[0][1]
        if isinstance(first, Listed):
            said = {len(points(part, self.tongue)) for _, part in there if isinstance(part, Listed)}
            if len(said) > 1 or 0 in said:
                return False
            return all(len(self.pool.frames(column)) == 1 for column in self._points(there))
        if isinstance(first, Headed):
            shape = {(p.run_in, p.enumerator.scheme if p.enumerator else "") for _, p in there if isinstance(p, Headed)}
            return len(shape) == 1
        return len({part.run_on for _, part in there if isinstance(part, Said)}) == 1

    def _node(
        self, there: Sequence[tuple[int, Block]], below: Sequence[Row], above: frozenset[int], depth: int
    ) -> Node:
        first = there[0][1]
        id, have = self._id(first.id), frozenset(n for n, _ in there)
        when = self._flag(there) if have != above else None
        self.origins[id] = tuple((n, part.id) for n, part in there)
        match first:
            case Said():
                texts = [(n, plain(part.inlines)) for n, part in there if isinstance(part, Said)]
                layout: Layout = "run_on" if first.run_on else "paragraph"
                return Passage(
                    id=id,
                    move=first.move,
                    when=when,
                    wordings=worded(*self._wordings(id, texts)),
                    layout=layout,
                    place=NOWHERE,
                )
            case Listed():
                return self._enumeration(id, first, there, when)
            case Headed():
                return self._section(id, first, there, below, when, depth)

    def _enumeration(self, id: str, first: Listed, there: Sequence[tuple[int, Block]], when: Expression | None) -> Node:
        layout: Layout = "paragraphs" if first.apart else "run_on" if first.run_on else "paragraph"
        if not points(first, self.tongue) or any((n, part.id) in self.apart for n, part in there):
            texts = [(there[0][0], run_together(first))]
            return Passage(
                id=id, move=first.move, when=when, wordings=worded(*self._wordings(id, texts)),
                layout="run_on" if layout == "run_on" else "paragraph", place=NOWHERE,
            )  # fmt: skip
        said = tuple(sentence(self.pool.frames(column, keep=True)[0].tokens) for column in self._points(there))
        return Enumeration(
            id=id,
            move=first.move,
            when=when,
            scheme=first.scheme,
            points=pointed(id, *said),
            layout=layout,
            place=NOWHERE,
        )

    def _repeated(
        self,
        there: Sequence[tuple[int, Block]],
        shared: Sequence[tuple[int, Pattern]],
        rows: Sequence[Row],
        above: frozenset[int],
        depth: int,
    ) -> Iterator[Node]:
        """Parts that share a sentence, as one that stands for every record; with what is said before and after them."""
        first, (_, pattern) = there[0][1], shared[0]
        id, have = self._id(first.id), frozenset(n for n, _ in there)
        when = self._flag(there) if have != above else None
        self.origins[id] = tuple((n, part.id) for n, part in there)
        self._alias(id, id, pattern)
        name = self.pool.listed(shared)
        self.patterns |= {(n, part.id): (one, name) for (n, part), (_, one) in zip(there, shared, strict=True)}
        each = parse_expression(name)[0]
        if isinstance(first, Headed):
            yield self._headings(id, first, pattern, when, each, depth)
            yield from self.nodes(rows[-1].below[len(first.blocks) :], have, depth)
            return
        if pattern.lead:
            yield self._beside(f"{id}-before", id, [(n, one.lead) for n, one in shared], first.run_on, when)
        yield self._list(id, first, pattern, when, each)
        if pattern.tail:
            yield self._beside(f"{id}-after", id, [(n, one.tail) for n, one in shared], True, when)

    def _list(
        self, id: str, first: Said | Listed, pattern: Pattern, when: Expression | None, each: Expression | None
    ) -> Enumeration:
        """A list of records that is told in one sentence for each."""
        apart = pattern.apart or (isinstance(first, Listed) and first.apart)
        layout: Layout = "paragraphs" if apart else "run_on" if first.run_on or pattern.lead else "paragraph"
        return Enumeration(
            id=id,
            move=first.move,
            when=when,
            scheme=first.scheme if isinstance(first, Listed) else NONE,
            each=each,
            points=(self._each(id, first.move, when, each, pattern.texts[0]),),
            layout=layout,
            place=NOWHERE,
        )

    def _each(
        self, id: str, move: str, when: Expression | None, each: Expression | None, text: Sequence[Token]
    ) -> Passage:
        return Passage(id=id, move=move, when=when, each=each, wordings=worded(sentence(text)), place=NOWHERE)

    def _beside(
        self, wish: str, of: str, texts: Sequence[tuple[int, str]], run_on: bool, when: Expression | None
    ) -> Passage:
        """What is said in the paragraph of a list before it or after it."""
        id = self._id(wish)
        self.aliases[id] = of
        layout: Layout = "run_on" if run_on else "paragraph"
        return Passage(id=id, when=when, wordings=worded(*self._wordings(id, texts)), layout=layout, place=NOWHERE)

    def _headings(
        self, id: str, first: Headed, pattern: Pattern, when: Expression | None, each: Expression | None, depth: int
    ) -> Section:
        """Headings that share a sentence, and what stands below each."""
        one = self._section(id, first, [(0, first)], (), when, depth, pattern.texts[0])
        below = first.blocks[0] if len(pattern.texts) > 1 else None
        if not isinstance(below, Said):
            return replace(one, each=each)
        inner = self._id(below.id)
        self._alias(inner, id, pattern)
        passage = self._each(inner, below.move, None, None, pattern.texts[1])
        return replace(one, each=each, body=(replace(passage, layout="run_on" if below.run_on else "paragraph"),))

    def _alias(self, id: str, of: str, pattern: Pattern) -> None:
        """One part stands for all that a pattern tells, when it is asked which was printed otherwise."""
        self.aliases |= dict.fromkeys(pattern.ids, of)
        self.aliases |= {f"{id}[{n}]": of for n in range(1, len(pattern.records) + 1)} | {id: of}

    def _points(self, there: Sequence[tuple[int, Block]]) -> Iterator[list[tuple[int, str]]]:
        """The points of several enumerations, the first ones together, then the second ones."""
        said = [(n, points(part, self.tongue)) for n, part in there if isinstance(part, Listed)]
        for k in range(len(said[0][1])):
            yield [(n, texts[k]) for n, texts in said]

    def _section(
        self,
        id: str,
        first: Headed,
        there: Sequence[tuple[int, Block]],
        below: Sequence[Row],
        when: Expression | None,
        depth: int,
        tokens: Sequence[Token] = (),
    ) -> Section:
        ladder = self.tongue.ladder
        scheme = first.enumerator.scheme if first.enumerator else ""
        usual = depth < len(ladder) and scheme == ladder[depth]
        written = (there[0][0], f"#{first.id}") in self.apart  # the engine would print none, or another
        label = first.label if written else ""
        texts = [(n, label + heading(part, self.tongue)) for n, part in there if isinstance(part, Headed)]
        return Section(
            id=id,
            move=first.move,
            when=when,
            headings=worded(sentence(tokens)) if tokens else worded(*self._wordings(id, texts)),
            body=tuple(self.nodes(below, frozenset(n for n, _ in there), depth + 1)),
            run_in=first.run_in,
            number="none" if written else "" if usual else scheme if scheme in self.tongue.schemes else "none",
            place=NOWHERE,
        )

    # words

    def _wordings(self, id: str, texts: Sequence[tuple[int, str]]) -> tuple[Prose, ...]:
        """The texts as wordings, each speech picking its own."""
        frames = self.pool.frames(texts, keep=True)
        for k, frame in enumerate(frames, 1):
            for n, _ in frame.values if len(frames) > 1 else ():
                self.pool.sources[n].pick[id] = k
        return tuple(sentence(frame.tokens) for frame in frames)

    # names

    def _flag(self, there: Sequence[tuple[int, Block]]) -> Expression | None:
        """A flag that says whether a part stands; those who have it say so."""
        part = there[0][1]
        words = plain(part.heading) if isinstance(part, Headed) else ""
        stem = "含" + (MOVES.get(part.move, "") or "段落")
        number, name = 1, stem
        while name in self.pool.slots or name in self.choices.facts:
            number += 1
            name = f"{stem}{number}"
        about = f"“{words}”" if words else f"“{beginning(part)}……”"
        settled = {self.choices.flags.get((n, part.id), "") for n, part in there}
        slot = Slot(name=name, type="flag", ask=f"是否讲 {about}", place=NOWHERE)
        if len(settled) == 1 and (one := self.choices.facts.get(*settled)) and one.name not in self.pool.slots:
            slot = one.slot
        name = slot.name
        self.pool.slots[name] = slot
        self.flags |= {(n, part.id): name for n, part in there}
        for n, _ in there:
            self.pool.sources[n].values[name] = "是"
        return parse_expression(name)[0]

    def _id(self, wish: str) -> str:
        id, number = wish, 1
        while id in self.ids:
            number += 1
            id = f"{wish}-{number}"
        self.ids.add(id)
        return id
