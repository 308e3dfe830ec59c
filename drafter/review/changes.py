"""What an editor changed in a speech, node by node: facts, words, what went, what came, what stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from drafter.model.manuscript import Heading, Line, key_of, page_text
from drafter.review.align import Pair, aligned
from drafter.review.segments import Became, Extra, became, by_part, numbered, segments

Kind = Literal["fact", "words", "deleted", "added", "moved", "reshaped", "number"]
"""A fact is another; a node's words are; it went; something came; it stands elsewhere; its paragraphs are parted or joined
otherwise; a number that the plan sets is another, which the order decides.
"""


class Change(Struct, frozen=True, kw_only=True):
    """Something that an editor did."""

    kind: Kind
    """What."""
    keys: tuple[str, ...] = ()
    """The nodes that said it, with their occurrences, in order; those beside which it came stand under `anchor`."""
    line: int = -1
    """The line of the draft, from 0; -1 for what came."""
    paragraph: int = -1
    """The line of the edited text, from 0; -1 for what went."""
    before: str = ""
    """As it was."""
    after: str = ""
    """As it is; a blank line parts paragraphs."""
    slot: str = ""
    """The fact."""
    open: bool = False
    """It was a gap."""
    elsewhere: tuple[int, ...] = ()
    """The lines of the draft in which the fact still stands as it was."""
    segments: tuple[Became, ...] = ()
    """Of words: what each segment became, so that facts that stayed can stay facts."""
    anchor: str = ""
    """The node beside which something came."""
    where: Literal["before", "after"] = "after"
    """On which side of it."""
    run_on: bool = False
    """It goes on in the paragraph of its anchor."""
    heading: bool = False
    """It is a heading."""
    whole: str = ""
    """All of the line as it is."""


def changes(
    lines: Sequence[Line], after: Sequence[str], marks: Mapping[int, int] = {}, heads: frozenset[int] = frozenset()
) -> tuple[Change, ...]:
    """What was done to the lines of a draft, in the order of the edited text.

    `marks` are lines of the draft that the edited file names, with where they stand in it; `heads` the lines of it that are headings.
    """
    finder = _Finder(lines, after, heads)
    pairs = aligned([page_text(line) for line in lines], after, marks)
    return _facts_together([one for n in range(len(pairs)) for one in finder.of(pairs, n)], lines)


def with_changes(
    lines: Sequence[Line],
    after: Sequence[str],
    taken: Sequence[Change],
    marks: Mapping[int, int] = {},
    heads: frozenset[int] = frozenset(),
) -> tuple[tuple[str, ...], frozenset[int]]:
    """The lines of a draft with some of the changes that were found, and which of these are headings."""
    was = [page_text(line) for line in lines]
    told: list[tuple[str, bool]] = []
    back: dict[int, list[str]] = {}  # what moved and is to stay, by the line that it followed
    for pair in aligned(was, after, marks):
        here = [one for one in taken if one.line in pair.before or one.paragraph in pair.after]
        if len(pair.before) == len(pair.after) == 1 and not pair.moved:
            text = _partly(lines[pair.before[0]], after[pair.after[0]], here, taken)
            told.append((text, pair.after[0] in heads))
        elif here:
            told += [(after[m], m in heads) for m in pair.after]
        elif pair.moved:
            back.setdefault(pair.before[0] - 1, []).append(was[pair.before[0]])
        else:
            told += [(was[n], False) for n in pair.before]
        for n in pair.before:
            told += [(text, False) for text in back.pop(n, ())]
    told += [(text, False) for texts in back.values() for text in texts]
    return tuple(text for text, _ in told), frozenset(n for n, (_, head) in enumerate(told) if head)


def _partly(line: Line, text: str, here: Sequence[Change], taken: Sequence[Change]) -> str:
    """A line with those of its changes that are taken."""
    every, extras = became(segments(line), text)
    keys = {key for one in here if one.kind in ("words", "deleted") for key in one.keys}
    facts = {(one.slot, one.before, one.after) for one in taken if one.kind == "fact"}
    came = {(one.anchor, one.after) for one in here if one.kind == "added"}
    said, done = "", set[Extra]()
    for n, one in enumerate(every):
        part = one.segment.part
        whole = (one.segment.slot, one.segment.text, one.text)
        new = part < 0 or key_of(line.parts[part]) in keys or whole in facts
        said += one.text if new else one.segment.text
        if n + 1 == len(every) or every[n + 1].segment.part != part:
            for extra in extras:
                if extra.part == part and extra not in done and (key_of(line.parts[part]), extra.text) in came:
                    done.add(extra)
                    said += extra.text
    return said


class _Finder:
    """Finds what was done to each pair of lines."""

    def __init__(self, lines: Sequence[Line], after: Sequence[str], heads: frozenset[int]) -> None:
        self.lines, self.after, self.heads = lines, after, heads
        self._done: set[int] = set()

    def of(self, pairs: Sequence[Pair], n: int) -> Iterator[Change]:
        """What was done to one of the pairs."""
        pair = pairs[n]
        match pair.before, pair.after:
            case (before,), (after,) if not pair.moved:
                yield from self._changed(before, after)
            case (), (after,):
                yield self._came(pairs, n, self.after[after])
            case (before,), ():
                yield from self._gone(pairs, before)
            case (before,), (after,):
                yield from self._elsewhere(pairs, n, before, after)
            case _:
                yield self._reshaped(pair)

    def _changed(self, before: int, after: int) -> Iterator[Change]:
        """What was done within a line."""
        line, text = self.lines[before], self.after[after]
        if page_text(line) == text:
            return
        every, extras = became(segments(line), text)
        for n, own in by_part(every):
            old, new = "".join(one.segment.text for one in own), "".join(one.text for one in own)
            if old != new:
                found = _of_part(key_of(line.parts[n]), own, old, new)
                yield from (replace(one, line=before, paragraph=after, whole=text) for one in found)
        yield from (replace(_said_more(line, extra), line=before, paragraph=after, whole=text) for extra in extras)
        for one in every:
            if one.segment.part < 0 and one.segment.text != one.text:
                was, now = one.segment.text, one.text
                key = key_of(line.parts[0])
                yield Change(kind="number", keys=(key,), line=before, paragraph=after, before=was, after=now)

    def _came(self, pairs: Sequence[Pair], n: int, text: str) -> Change:
        """A line that was added: behind the one before it, or in front of the one after it."""
        paragraph = pairs[n].after[0]
        anchor, where = self._beside(pairs, n)
        return Change(
            kind="added",
            paragraph=paragraph,
            after=text,
            anchor=anchor,
            where=where,
            heading=paragraph in self.heads,
        )

    def _beside(self, pairs: Sequence[Pair], n: int) -> tuple[str, Literal["before", "after"]]:
        """The node beside which a line stands that no node says: not behind a heading, which would be behind its section."""
        last = next((one.before[-1] for one in reversed(pairs[:n]) if one.before and one.after and not one.moved), None)
        following = next((one.before[0] for one in pairs[n:] if one.before and one.after and not one.moved), None)
        heads = bool(pairs[n].after) and pairs[n].after[0] in self.heads  # which stands beside headings alone
        if heads and following is not None and self._heads(following):
            return key_of(self.lines[following].parts[0]), "before"
        if last is not None and not (self._heads(last) and following is not None):
            return key_of(self.lines[last].parts[-1]), "after"
        return (key_of(self.lines[following].parts[0]), "before") if following is not None else ("", "after")

    def _heads(self, n: int) -> bool:
        line = self.lines[n]
        return line.role == "heading" and len(line.parts) == 1

    def _gone(self, pairs: Sequence[Pair], n: int) -> Iterator[Change]:
        """A line that was deleted; with a heading all that stood under it, if that went, too."""
        if n in self._done:
            return
        line = self.lines[n]
        keys = tuple(dict.fromkeys(map(key_of, line.parts)))
        under = self._under(n)
        lost = {one.before[0] for one in pairs if len(one.before) == 1 and not one.after}
        if isinstance(line.parts[0], Heading) and lost.issuperset(under):
            self._done.update(under)
            keys = keys[:1]
        yield Change(kind="deleted", keys=keys, line=n, before=page_text(line))

    def _under(self, n: int) -> range:
        """The lines that stand under a heading."""
        depth = self.lines[n].depth
        end = n + 1
        while end < len(self.lines) and self._is_under(self.lines[end], depth):
            end += 1
        return range(n + 1, end)

    def _is_under(self, line: Line, depth: int) -> bool:
        if line.role in ("opening", "closing"):
            return False
        return line.depth > depth or (line.role != "heading" and line.depth == depth)

    def _elsewhere(self, pairs: Sequence[Pair], n: int, before: int, after: int) -> Iterator[Change]:
        """A line that stands elsewhere."""
        line = self.lines[before]
        anchor, where = self._beside(pairs, n)
        keys = tuple(dict.fromkeys(map(key_of, line.parts)))
        every, _ = became(segments(line), self.after[after])
        yield Change(
            kind="moved",
            keys=keys,
            line=before,
            paragraph=after,
            before=page_text(line),
            after=self.after[after],
            segments=every,
            anchor=anchor,
            where=where,
            heading=after in self.heads,
        )

    def _reshaped(self, pair: Pair) -> Change:
        """Lines that were joined or parted: the first node says all of them."""
        lines = [self.lines[n] for n in pair.before]
        whole = "\n\n".join(self.after[m] for m in pair.after)
        return Change(
            kind="reshaped",
            keys=tuple(dict.fromkeys(key_of(part) for line in lines for part in line.parts)),
            line=pair.before[0],
            paragraph=pair.after[0],
            before="\n\n".join(map(page_text, lines)),
            after=whole.removeprefix(numbered(lines[0])),
            whole=whole,
        )


def _of_part(key: str, own: Sequence[Became], old: str, new: str) -> Iterator[Change]:
    """What was done within what one node says: facts alone are facts, all else is its words."""
    touched = [one for one in own if one.segment.text != one.text]
    if not new.strip():
        yield Change(kind="deleted", keys=(key,), before=old)
    elif all(one.segment.slot and not one.segment.computed and one.text.strip() for one in touched):
        for one in touched:
            yield Change(
                kind="fact",
                keys=(key,),
                before=one.segment.text,
                after=one.text,
                slot=one.segment.slot,
                open=one.segment.open,
                segments=tuple(own),
            )
    else:
        yield Change(kind="words", keys=(key,), before=old, after=new, segments=tuple(own))


def _said_more(line: Line, extra: Extra) -> Change:
    """Sentences that came in the middle of a paragraph, or at its end."""
    return Change(kind="added", after=extra.text, anchor=key_of(line.parts[extra.part]), run_on=True)


def _facts_together(found: Sequence[Change], lines: Sequence[Line]) -> tuple[Change, ...]:
    """A fact that was changed wherever it still stands is one change; one that was not is the words of its place."""
    stands: dict[str, list[tuple[int, str]]] = {}
    for n, line in enumerate(lines):
        for segment in segments(line):
            if segment.slot:
                stands.setdefault(segment.slot, []).append((n, segment.text))
    gone = {one.line for one in found if one.kind == "deleted" and one.paragraph < 0}
    done: dict[tuple[str, str, str], Change] = {}
    every: list[Change] = []
    for one in found:
        if one.kind != "fact":
            every.append(one)
            continue
        key = (one.slot, one.before, one.after)
        if key in done:
            continue
        done[key] = one
        changed = [other.line for other in found if (other.slot, other.before, other.after) == key]
        left = [n for n, text in stands[one.slot] if text == one.before and n not in gone]
        for n in changed:
            if n in left:
                left.remove(n)
        every.append(replace(one, elsewhere=tuple(dict.fromkeys(left))))
    return tuple(every)
