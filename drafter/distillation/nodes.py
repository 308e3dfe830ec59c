"""Rows of parts of speeches → the nodes that give each of them, once the slots have their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from drafter.distillation.align import Row
from drafter.distillation.blueprint import sentence
from drafter.distillation.choices import Part
from drafter.distillation.facts import NOWHERE, Fact, Pattern
from drafter.distillation.frames import Hole, Token
from drafter.distillation.lists import covered, rest
from drafter.distillation.wordings import Wordings
from drafter.distillation.words import heading, points, run_together, whole
from drafter.expression.parse import parse_expression, parse_prose
from drafter.model.blueprint import NONE, Enumeration, Layout, Node, Passage, Section, Slot, Wording, pointed, worded
from drafter.model.expression import Expression, Prose
from drafter.model.move import MOVES
from drafter.model.speech import Block, Headed, Listed, Said, Speech, plain

Names = Mapping[int, str]
"""What slots are called."""
There = Sequence[tuple[int, Block]]
"""A part of each speech that has it."""
Later = Callable[[Names], Node]
"""A node, when names are given."""
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
        settled: Mapping[Part, int],
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
        self.origins: dict[str, tuple[Part, ...]] = {}
        self.aliases: dict[str, str] = {}
        self.lists: dict[Part, Pattern] = {}
        """The rows that became a list."""
        self.flags: dict[Part, int] = {}
        self.ids: set[str] = set()

    def front(self) -> Iterator[tuple[str, Callable[[Names], Prose]]]:
        """Title, byline, date and salutation, with slots where they differ."""
        for key, slot in (("title", "标题"), ("byline", "讲话人"), ("date", "日期"), ("salutation", "称谓")):
            lines = [plain(getattr(speech, key)) for speech in self.speeches]
            texts = [(n, text) for n, text in enumerate(lines) if text]
            if not texts:
                if key == "title":
                    yield key, lambda _: parse_prose('{{ "" }}', NOWHERE)[0]
                continue
            if len(texts) == len(lines) and len(self.wordings.frames(texts)) == 1:
                tokens = self.wordings.kept(texts)[0].tokens
            else:
                tokens = (Hole(self.wordings.whole(slot, texts, len(texts) < len(lines))),)
            yield key, lambda names, tokens=tokens: sentence(tokens, names)  # type: ignore[misc]

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
            said = {len(points(part, self.tongue)) for _, part in there if isinstance(part, Listed)}
            if len(said) > 1 or 0 in said:
                return False
            return all(len(self.wordings.frames(column)) == 1 for column in self._points(there))
        if isinstance(first, Headed):
            shape = {(p.run_in, p.enumerator.scheme if p.enumerator else "") for _, p in there if isinstance(p, Headed)}
            return len(shape) == 1
        return len({part.run_on for _, part in there if isinstance(part, Said)}) == 1

    def _node(self, there: There, below: Sequence[Row], above: frozenset[int], depth: int) -> Later:
        first = there[0][1]
        id, when = self._placed(there, above)
        match first:
            case Said():
                texts = [(n, plain(part.inlines)) for n, part in there if isinstance(part, Said)]
                return self._passage(id, first.move, when, texts, "run_on" if first.run_on else "paragraph")
            case Listed():
                return self._enumeration(id, first, there, when)
            case Headed():
                return self._section(id, first, there, below, when, depth)

    def _placed(self, there: There, above: frozenset[int]) -> tuple[str, int]:
        """The id of a node, and the flag under which it stands; -1 for none."""
        id = self._id(there[0][1].id)
        self.origins[id] = tuple((n, part.id) for n, part in there)
        return id, self._flag(there) if {n for n, _ in there} != above else -1

    def _passage(self, id: str, move: str, when: int, texts: Sequence[tuple[int, str]], layout: Layout) -> Later:
        said = self._said(id, texts)
        return lambda names: Passage(
            id=id, move=move, when=_named(when, names), wordings=said(names), layout=layout, place=NOWHERE
        )

    def _enumeration(self, id: str, first: Listed, there: There, when: int) -> Later:
        layout: Layout = "paragraphs" if first.apart else "run_on" if first.run_on else "paragraph"
        if not points(first, self.tongue) or any((n, part.id) in self.apart for n, part in there):
            texts = [(there[0][0], run_together(first))]
            return self._passage(id, first.move, when, texts, "run_on" if layout == "run_on" else "paragraph")
        frames = [self.wordings.kept(column)[0] for column in self._points(there)]
        return lambda names: Enumeration(
            id=id,
            move=first.move,
            when=_named(when, names),
            scheme=first.scheme,
            points=pointed(id, *(sentence(frame.tokens, names) for frame in frames)),
            layout=layout,
            place=NOWHERE,
        )

    def _repeated(
        self, there: There, shared: Mapping[Part, Pattern], below: Sequence[Row], above: frozenset[int], depth: int
    ) -> list[Later]:
        """Parts that share a sentence, as one that stands for every record; with what is said before and after them."""
        first, pattern = there[0][1], next(iter(shared.values()))
        id, when = self._placed(there, above)
        self.lists |= shared
        for one in shared.values():
            self._alias(id, id, one)
        each = self.slots.use(pattern.key, {n: one.records for (n, _), one in shared.items()})
        if isinstance(first, Headed):
            inside = self.below(below, frozenset(n for n, _ in there), depth)
            return [self._headings(id, first, pattern, when, each, depth), *inside]
        done: list[Later] = []
        if pattern.lead:
            texts = [(n, one.lead) for (n, _), one in shared.items()]
            done.append(self._beside(f"{id}-before", id, texts, when, first.run_on))
        done.append(self._list(id, first, pattern, when, each))
        if pattern.tail:
            done.append(self._beside(f"{id}-after", id, [(n, one.tail) for (n, _), one in shared.items()], when, True))
        return done

    def _list(self, id: str, first: Said | Listed, pattern: Pattern, when: int, each: int) -> Later:
        """A list of records that is told in one sentence for each."""
        apart = pattern.apart or (isinstance(first, Listed) and first.apart)
        layout: Layout = "paragraphs" if apart else "run_on" if first.run_on or pattern.lead else "paragraph"
        scheme = first.scheme if isinstance(first, Listed) else NONE

        def node(names: Names) -> Node:
            flag, items = _named(when, names), _named(each, names)
            said = worded(sentence(pattern.texts[0], names))
            point = Passage(id=id, move=first.move, when=flag, each=items, wordings=said, place=NOWHERE)
            return Enumeration(
                id=id, move=first.move, when=flag, scheme=scheme, each=items, points=(point,), layout=layout, place=NOWHERE
            )  # fmt: skip

        return node

    def _beside(self, wish: str, of: str, texts: Sequence[tuple[int, str]], when: int, run_on: bool) -> Later:
        """What is said in the paragraph of a list before it or after it."""
        id = self._id(wish)
        self.aliases[id] = of
        return self._passage(id, "", when, texts, "run_on" if run_on else "paragraph")

    def _headings(self, id: str, first: Headed, pattern: Pattern, when: int, each: int, depth: int) -> Later:
        """Headings that share a sentence, and what stands below each."""
        head = self._section(id, first, [(0, first)], (), when, depth, pattern.texts[0])
        below = first.blocks[0] if len(pattern.texts) > 1 else None
        inner = self._id(below.id) if below else ""
        self._alias(inner or id, id, pattern)

        def node(names: Names) -> Node:
            body: tuple[Node, ...] = ()
            if isinstance(below, Said):
                said = worded(sentence(pattern.texts[1], names))
                layout: Layout = "run_on" if below.run_on else "paragraph"
                body = (Passage(id=inner, move=below.move, wordings=said, layout=layout, place=NOWHERE),)
            one = head(names)
            assert isinstance(one, Section)
            return replace(one, each=_named(each, names), body=body)

        return node

    def _alias(self, id: str, of: str, pattern: Pattern) -> None:
        """One part stands for all that a pattern tells, when it is asked which was printed otherwise."""
        self.aliases |= dict.fromkeys(pattern.ids, of)
        self.aliases |= {f"{id}[{n}]": of for n in range(1, len(pattern.records) + 1)} | {id: of}

    def _points(self, there: There) -> Iterator[list[tuple[int, str]]]:
        """The points of several enumerations, the first ones together, then the second ones."""
        said = [(n, points(part, self.tongue)) for n, part in there if isinstance(part, Listed)]
        for k in range(len(said[0][1])):
            yield [(n, texts[k]) for n, texts in said]

    def _section(
        self,
        id: str,
        first: Headed,
        there: There,
        below: Sequence[Row],
        when: int,
        depth: int,
        tokens: Sequence[Token] = (),
    ) -> Later:
        ladder = self.tongue.ladder
        scheme = first.enumerator.scheme if first.enumerator else ""
        usual = depth < len(ladder) and scheme == ladder[depth]
        written = (there[0][0], f"#{first.id}") in self.apart  # the engine would print none, or another
        label = first.label if written else ""
        texts = [(n, label + heading(part, self.tongue)) for n, part in there if isinstance(part, Headed)]
        said = (lambda names: worded(sentence(tokens, names))) if tokens else self._said(id, texts)
        body = self.below(below, frozenset(n for n, _ in there), depth + 1)
        return lambda names: Section(
            id=id,
            move=first.move,
            when=_named(when, names),
            headings=said(names),
            body=tuple(one(names) for one in body),
            run_in=first.run_in,
            number="none" if written else "" if usual else scheme if scheme in self.tongue.schemes else "none",
            place=NOWHERE,
        )

    def _said(self, id: str, texts: Sequence[tuple[int, str]]) -> Callable[[Names], tuple[Wording, ...]]:
        """The texts as wordings, each speech picking its own."""
        frames = self.wordings.kept(texts)
        for k, frame in enumerate(frames, 1):
            for n in frame.values if len(frames) > 1 else ():
                self.picks[n][id] = k
        return lambda names: worded(*(sentence(frame.tokens, names) for frame in frames))

    def _flag(self, there: There) -> int:
        """A flag that says whether a part stands; those who have it say so."""
        part = there[0][1]
        words = plain(part.heading) if isinstance(part, Headed) else f"{whole(part)[:BEGINNING]}……"
        name = "含" + (MOVES.get(part.move, "") or "段落")
        slot = Slot(name=name, type="flag", ask=f"是否讲 “{words}”", place=NOWHERE)
        have = {n for n, _ in there}
        marks = "".join("●" if n in have else "○" for n in range(len(self.speeches)))
        settled = {self.settled.get((n, part.id), -1) for n, part in there}
        key = settled.pop() if len(settled) == 1 and settled.isdisjoint(self.slots.used) else -1
        key = self.slots.use(self.slots.new(Fact(slot, marks, "flag"), key), dict.fromkeys(have, "是"))
        self.flags |= {(n, part.id): key for n, part in there}
        return key

    def _id(self, wish: str) -> str:
        id, number = wish, 1
        while id in self.ids:
            number += 1
            id = f"{wish}-{number}"
        self.ids.add(id)
        return id


def _of(row: Row, n: int) -> Row:
    """One speech's part of a row, and what stands below it."""
    alone = tuple(part if k == n else None for k, part in enumerate(row.parts))
    return Row(alone, tuple(_of(inner, n) for inner in row.below if inner.parts[n] is not None))


def _named(key: int, names: Names) -> Expression | None:
    return parse_expression(names[key])[0] if key >= 0 else None
