"""Which numbered paragraphs are headings, and how deep they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.model.enumerator import Enumerator
from drafter.recognise.numbers import numbered
from drafter.recognise.points import series
from drafter.recognise.trace import Para, Trace

RANKS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4}
WORDY = 5
LONGEST_HEADING = 60
LONGEST_RUN_IN = 48
LEAST_GLUED = 120
"""Characters of a paragraph in which a glued heading is looked for."""
GLUED = re.compile(
    r"(?:(?<=[。！？；：”…])\s*|\s+)(?=[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])"
)
STOP = re.compile(r"[。！？]”?")
HALVES = re.compile(r"(?<=[\u4e00-\u9fff”]) +(?=[\u4e00-\u9fff“])")


@dataclass(slots=True)
class Item:
    """A paragraph with its place in the tree."""

    para: Para
    number: Enumerator | None = None
    """Its number, if it has one that counts."""
    depth: int = 0
    """Numbered paragraphs at or above it."""
    heading: str = ""
    """The words of its heading; none if it is a point or plain."""
    rest: str = ""
    """What follows a heading that runs in, or the whole of a paragraph without one."""
    stop: str = ""
    """The mark that ends a heading which runs in."""
    children: list[Item] = field(default_factory=list)


def unglued(paras: Sequence[Para]) -> list[Para]:
    """Paragraphs parted before a heading that is glued to the sentence before it, where its number is the next one."""
    done: list[Para] = []
    last = {"一、": 0, "（一）": 0}
    for para in paras:
        _count(para.text, last)
        if len(para.text) < LEAST_GLUED:
            done.append(para)
            continue
        at = 0
        for found in GLUED.finditer(para.text):
            number = numbered(para.text[found.end() :])
            if number and _is_next(number[0], last):
                piece = para.text[at : found.start()].strip()
                if piece:
                    done += _halves(replace(para, text=piece, place=replace(para.place, column=para.place.column + at)))
                at = found.end()
                _count(para.text[at:], last)
        done += _halves(replace(para, text=para.text[at:], place=replace(para.place, column=para.place.column + at)))
    return done


def _halves(para: Para) -> Iterator[Para]:
    """A numbered heading and the sentence that is glued to it after a blank."""
    found = HALVES.search(para.text[: LONGEST_HEADING + 8]) if numbered(para.text) else None
    first = para.text[: found.start()] if found else ""
    if found and not STOP.search(first) and len(para.text) > 2 * len(first):
        yield replace(para, text=first)
        yield replace(para, text=para.text[found.end() :])
    else:
        yield para


def _count(text: str, last: dict[str, int]) -> None:
    number = numbered(text)
    if number and number[0].scheme in last and _is_next(number[0], last):
        last[number[0].scheme] = number[0].ordinal
        if number[0].scheme == "一、":
            last["（一）"] = 0


def _is_next(number: Enumerator, last: dict[str, int]) -> bool:
    return number.scheme in last and number.ordinal == last[number.scheme] + 1


def ladder(paras: Sequence[Para], trace: Trace) -> list[Item]:
    """The paragraphs as a tree: numbered ones with what stands below them; repaired numbers are remembered."""
    ranks = _ranks(paras)
    top: list[Item] = []
    stack: list[Item] = []
    for para in paras:
        number = _numbered(para, ranks)
        if number is None:
            item = Item(para, rest=para.text, depth=len(stack))
            (stack[-1].children if stack else top).append(item)
            continue
        enumerator, start = number
        while stack and not _stands_below(enumerator, stack, ranks):
            stack.pop()
        brother = next((one for one in reversed(stack) if one.number and one.number.scheme == enumerator.scheme), None)
        if brother:
            while stack.pop() is not brother:
                pass
        siblings = stack[-1].children if stack else top
        before = [one for one in siblings if one.number and one.number.scheme == enumerator.scheme]
        due = len(before) + 1
        if not before and enumerator.ordinal != 1 and para.claim != "heading":
            item = Item(para, rest=para.text, depth=len(stack))
            siblings.append(item)
            trace.doubt("number-without-first", para.place, number=para.text[:start].strip())
            continue
        if enumerator.ordinal != due and not enumerator.last:
            trace.mend(para.text[:24], para.place, "number")
            trace.doubt("number-out-of-turn", para.place, number=para.text[:start].strip(), due=str(due))
        item = Item(para, Enumerator(enumerator.scheme, due, enumerator.last), len(stack) + 1, rest=para.text[start:])
        siblings.append(item)
        stack.append(item)
    _settle(top, trace)
    return top


def _ranks(paras: Sequence[Para]) -> dict[str, int]:
    """The rank of each scheme: the usual one, unless the text itself uses 第一， or 一是 on its first level."""
    ranks = dict(RANKS)
    first = next((number[0].scheme for para in paras if (number := numbered(para.text)) and number[0].ordinal == 1), "")
    seen = {number[0].scheme for para in paras if (number := numbered(para.text))}
    if first and first not in RANKS and "一、" not in seen:
        ranks[first] = 0
    return ranks


def _numbered(para: Para, ranks: dict[str, int]) -> tuple[Enumerator, int] | None:
    number = numbered(para.text)
    if number is None:
        return None
    told_off = series(para.text)
    if told_off and told_off.start == 0:  # 一是…二是… in one paragraph
        return None
    if number[0].scheme == "首先" and number[0].ordinal > 1 and ranks.get("首先") != 0 and number[0].last:
        return number
    return number


def _stands_below(number: Enumerator, stack: Sequence[Item], ranks: dict[str, int]) -> bool:
    """Whether a number may stand below the innermost of the stack."""
    above = stack[-1].number
    assert above is not None
    if any(one.number and one.number.scheme == number.scheme for one in stack):
        return True
    mine, its = ranks.get(number.scheme, WORDY), ranks.get(above.scheme, WORDY)
    return mine > its or (mine == its == WORDY)


def _settle(items: Sequence[Item], trace: Trace) -> None:
    """Decide of each row of brothers whether they are headings or points, and part headings from what runs on."""
    for row in _rows(items):
        parted = [_parted(item) for item in row]
        headed = any(item.children for item in row) or any(rest for _, _, rest in parted)
        standing = all(not stop for _, stop, _ in parted)
        fits = all(len(head) <= LONGEST_HEADING for head, _, _ in parted)
        if len(row) == 1 and row[0].depth > 1:
            trace.doubt("lone-number", row[0].para.place, text=row[0].para.text[:16])
            if row[0].number and row[0].number.scheme not in RANKS:
                continue
        if (headed or standing or row[0].depth == 1) and fits:
            for item, (head, stop, rest) in zip(row, parted, strict=True):
                runs_in = bool(rest) or (stop and not item.children)
                item.heading, item.rest = head, rest
                item.stop = stop if runs_in else ""
                if stop and not runs_in:
                    trace.mend(item.para.text[:24], item.para.place, "heading-stop")
    for item in items:
        _settle(item.children, trace)


def _rows(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Numbered brothers of one scheme."""
    rows: dict[str, list[Item]] = {}
    for item in items:
        if item.number:
            rows.setdefault(item.number.scheme, []).append(item)
    yield from rows.values()


def _parted(item: Item) -> tuple[str, str, str]:
    """A heading, the mark that ends it, and what runs on."""
    found = STOP.search(item.rest)
    if not found:
        return item.rest.rstrip("；，、："), "", ""
    head, rest = item.rest[: found.start()], item.rest[found.end() :]
    return head, found[0], rest
