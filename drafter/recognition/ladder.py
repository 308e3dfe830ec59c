"""Which numbered paragraphs are headings, and how deep they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.language import Tongue
from drafter.language.enumerators import show
from drafter.model.enumerator import Enumerator
from drafter.recognition.glue import LONGEST_HEADING, STOP
from drafter.recognition.numbers import RANKS, TABLE, numbered
from drafter.recognition.points import series
from drafter.recognition.trace import Para, Trace

WORDY = 5.0
LONGEST_SHAPED = 24
"""Characters of a line that is taken for a heading by its shape."""
OPEN = "；，、;,"
LABEL = re.compile("[^。！？；，：、“]{2,16}：(?=.{10})")
LABEL_STOP = re.compile("：")
"""A heading that ends in a colon, with its text behind it."""
Number = tuple[Enumerator, int]


class Item(Struct):
    """A paragraph with its place in the tree."""

    para: Para
    number: Enumerator | None = None
    """Its number, if it has one that counts."""
    depth: int = 0
    """Headings and numbers at or above it."""
    rank: float = 9.0
    """How high it stands; a lower rank is nearer to the top."""
    heading: str = ""
    """The words of its heading; none if it is a point or plain."""
    rest: str = ""
    """What follows a heading that runs in, or the whole of a paragraph without one."""
    stop: str = ""
    """The mark that ends a heading which runs in."""
    children: list[Item] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """How many numbers of each scheme stand directly below it."""


def shaped(paras: Sequence[Para], trace: Trace) -> Sequence[Para]:
    """The paragraphs, with short lines between long ones taken for headings where nothing else is one."""
    if any(para.claim == "heading" or numbered(para.text) for para in paras):
        return paras
    found = [
        n
        for n, (para, below) in enumerate(pairwise(paras))
        if n
        and 2 <= len(para.text) <= LONGEST_SHAPED
        and para.text[-1] not in OPEN + "。！？：!?:”）)"
        and len(below.text) > LONGEST_SHAPED
    ]
    if len(found) < 2:
        return paras
    trace.doubt("headings-by-shape", paras[found[0]].place, text=paras[found[0]].text)
    for n in found:
        paras[n].claim, paras[n].level = "heading", 1
    return paras


def ladder(paras: Sequence[Para], tongue: Tongue, trace: Trace) -> list[Item]:
    """The paragraphs as a tree: numbered ones with what stands below them; repaired numbers are remembered."""
    numbers = _usual(_without_loose_words([_numbered(para) for para in paras]))
    ranks, levels = _ranks(paras, numbers)
    root = Item(Para("", paras[0].place)) if paras else None
    stack: list[Item] = []
    for n, para in enumerate(paras):
        assert root is not None
        number = numbers[n]
        if number is None and para.claim == "heading" and len(para.text) <= LONGEST_HEADING:
            rank = levels[para.level]
            while stack and stack[-1].rank >= rank:
                stack.pop()
            item = Item(para, None, len(stack) + 1, rank, heading=para.text)
            (stack[-1] if stack else root).children.append(item)
            stack.append(item)
        elif number is None:
            item = Item(para, rest=para.text, depth=len(stack))
            (stack[-1] if stack else root).children.append(item)
        else:
            _climb(stack, number[0].scheme, ranks)
            item = Item(para)
            _hang(item, number, stack, root, ranks, trace, _is_row(numbers, n))
            if item.number and (said := para.text[: number[1]].strip()) != show(item.number, tongue).strip():
                trace.mend(said, para.place, "number")
    top = root.children if root else []
    _settle(top, trace)
    return top


def _numbered(para: Para) -> Number | None:
    number = numbered(para.text)
    if number is None or (number[0].scheme not in RANKS and (told := series(para.text)) and told.start == 0):
        return None  # 一是…二是… in one paragraph
    return number


def _without_loose_words(numbers: Sequence[Number | None]) -> list[Number | None]:
    """The numbers without 首先 and 最后 where no 其次 or 再次 stands between them."""
    row = any(number and number[0].scheme == "首先" and number[0].ordinal in (2, 3) for number in numbers)
    return [number if row or not number or number[0].scheme != "首先" else None for number in numbers]


def _usual(numbers: Sequence[Number | None]) -> list[Number | None]:
    """The numbers with 壹、 and Ⅰ、 turned into 一、 where the text has none of that: else they stand above it."""
    used = {number[0].scheme for number in numbers if number}
    usual = {scheme: usual for scheme in used if (usual := TABLE[scheme].usual) and usual not in used}
    if not usual:
        return list(numbers)
    return [n and (replace(n[0], scheme=usual.get(n[0].scheme, n[0].scheme)), n[1]) for n in numbers]


def _is_row(numbers: Sequence[Number | None], n: int) -> bool:
    """Whether a number is followed by the next one of its scheme."""
    mine = numbers[n]
    assert mine is not None
    for other in numbers[n + 1 : n + 40]:
        if other and other[0].scheme == mine[0].scheme:
            return other[0].ordinal == mine[0].ordinal + 1
    return False


def _ranks(paras: Sequence[Para], numbers: Sequence[Number | None]) -> tuple[dict[str, float], dict[int, float]]:
    """The rank of each scheme and of each level that the file claims.

    Schemes have their usual ranks, unless the text itself uses 第一， or 一是 on its first level.
    """
    ranks = dict(RANKS)
    found = [number[0] for number in numbers if number]
    first = next((one.scheme for one in found if one.ordinal == 1), "")
    restarts = sum(one.scheme == "一、" and one.ordinal == 1 for one in found)
    goes_on = any(one.scheme == first and one.ordinal == 2 for one in found)
    if first and first not in RANKS and (not restarts or (restarts > 1 and goes_on)):
        ranks[first] = 0.0
    levels: dict[int, float] = {}
    for level in sorted({para.level for para in paras if para.claim == "heading"}):
        schemes = [
            ranks.get(number[0].scheme, WORDY)
            for para, number in zip(paras, numbers, strict=True)
            if number and para.claim == "heading" and para.level == level
        ]
        levels[level] = min(schemes, default=len(levels) + 0.5 if not levels else max(levels.values()) + 0.1)
    return ranks, levels


def _climb(stack: list[Item], scheme: str, ranks: dict[str, float]) -> None:
    """Leave the sections that a number of this scheme cannot stand in."""
    brother = next(
        (n for n in range(len(stack) - 1, -1, -1) if (own := stack[n].number) and own.scheme == scheme), None
    )
    if brother is not None:
        del stack[brother:]
        return
    mine = ranks.get(scheme, WORDY)
    while stack and not (mine > stack[-1].rank or mine == stack[-1].rank == WORDY):
        stack.pop()


def _hang(
    item: Item, number: Number, stack: list[Item], root: Item, ranks: dict[str, float], trace: Trace, row: bool
) -> None:
    """Put a numbered paragraph where it belongs; a number that is out of turn is repaired or, if it stands alone, no number."""
    enumerator, start = number
    para = item.para
    above = stack[-1] if stack else root
    due = above.counts.get(enumerator.scheme, 0) + 1
    said = para.text[:start].strip()
    if due == 1 and enumerator.ordinal != 1 and para.claim != "heading":
        other = _row_that_misses(enumerator.ordinal, [root, *stack])
        if other is not None and STOP.search(para.text) is None:
            above, scheme = other
            while stack and stack[-1] is not above:
                stack.pop()
            enumerator = Enumerator(scheme, enumerator.ordinal)
            due = enumerator.ordinal
            trace.doubt("number-of-another-kind", para.place, number=said, text=para.text[start : start + 16])
        elif not row or enumerator.scheme not in RANKS:
            item.rest, item.depth = para.text, len(stack)
            above.children.append(item)
            if not enumerator.last:
                trace.doubt("number-without-first", para.place, number=said)
            return
    if enumerator.ordinal != due and not enumerator.last:
        trace.doubt("number-out-of-turn", para.place, number=said, due=str(due), text=para.text[start : start + 16])
    above.counts[enumerator.scheme] = above.counts.get(enumerator.scheme, 0) + 1
    item.number = Enumerator(enumerator.scheme, due, enumerator.last)
    item.depth, item.rest = len(stack) + 1, para.text[start:]
    item.rank = ranks.get(enumerator.scheme, WORDY)
    above.children.append(item)
    stack.append(item)


def _row_that_misses(ordinal: int, sections: Sequence[Item]) -> tuple[Item, str] | None:
    """The innermost row of headings whose next number would be this one."""
    for section in reversed(sections):
        for scheme, count in section.counts.items():
            if count == ordinal - 1 and scheme in RANKS:
                return section, scheme
    return None


def _settle(items: Sequence[Item], trace: Trace) -> None:
    """Decide of each row of brothers whether they are headings or points, and part headings from what runs on."""
    for row in _rows(items):
        _settle_row(row, trace)
    for item in items:
        _settle(item.children, trace)


def _settle_row(row: Sequence[Item], trace: Trace) -> None:
    number = row[0].number
    assert number is not None
    wordy = number.scheme not in RANKS
    parted = [_parted(item) for item in row]
    if len(row) == 1 and not row[0].para.claim:
        trace.doubt("lone-number", row[0].para.place, text=row[0].para.text[:16])
        if wordy:
            return
    run_on = any(rest for _, _, rest in parted)
    led = any(item.children for item in row[:-1]) or (
        len(row) == 1 and row[0].children
    )  # the last one's may be what follows
    if not led and not any(item.para.claim for item in row) and not run_on:
        listed = any(stop or item.rest[-1:] in OPEN for item, (_, stop, _) in zip(row, parted, strict=True))
        if listed and (wordy or row[0].depth > 1):
            return
    if all(LABEL.match(item.rest) for item in row) and len(row) > 1:
        parted = [_parted(item, LABEL_STOP) for item in row]
    fitting = sum(len(head) <= LONGEST_HEADING for head, _, _ in parted)
    if fitting < len(row) if wordy else fitting * 2 < len(row):
        return
    for item, (head, stop, rest) in zip(row, parted, strict=True):
        runs_in = bool(rest) or (stop and not item.children)
        item.heading, item.rest = head, rest
        item.stop = stop if runs_in else ""
        if len(head) > LONGEST_HEADING:
            trace.doubt("long-heading", item.para.place, text=head[:24])
        if stop and not runs_in:
            trace.mend(item.para.text[:24], item.para.place, "heading-stop")


def _rows(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Numbered brothers of one scheme."""
    rows: dict[str, list[Item]] = {}
    for item in items:
        if item.number:
            rows.setdefault(item.number.scheme, []).append(item)
    yield from rows.values()


def _parted(item: Item, stops: re.Pattern[str] = STOP) -> tuple[str, str, str]:
    """A heading, the mark that ends it, and what runs on."""
    found = stops.search(item.rest)
    if not found:
        return item.rest.rstrip("；，、："), "", ""
    return item.rest[: found.start()], found[0], item.rest[found.end() :]
