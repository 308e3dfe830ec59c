"""Opening, emphases and closing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.recognition.candidates import STOP
from drafter.recognition.ladder import Item
from drafter.recognition.lexicon import Lexicon
from drafter.recognition.moves import move_of
from drafter.recognition.numbers import announced_number
from drafter.recognition.trace import Para, Trace, parted, place_at

CLOSING_REACH = 4
"""Paragraphs at the end among which the closing is looked for."""
GLUED_CLOSING = re.compile("[。！？”](?=(?:同志们[，！]|(?:总之|各位[^。，]{1,8})，))")
SHORT = 240
"""Characters of a closing that is never long."""
LEAST_GLUED, LEAST_CLOSING, LEAST_BODY = 60, 10, 30
"""Characters of a paragraph to which a closing may be glued, and of that."""
NEAR_END = 20
LATE = 200
"""Characters at the end of a text without paragraphs in which a closing may begin that calls upon nobody."""
LAST_WORDS = 60
"""Characters at the end of a paragraph in which it says that points follow."""
Zones = tuple[list[Item], list[Item], list[Item]]


def closing_unglued(body: Sequence[Para], lexicon: Lexicon) -> list[Para]:
    """The body with a closing that is glued to the last paragraph parted from it; the only one, where somebody is addressed."""
    if not body or len(body[-1].text) < LEAST_GLUED:
        return list(body)
    if len(body) > 1 and GLUED_CLOSING.match("。" + body[-1].text[:20]):
        return list(body)
    last = body[-1]
    cuts = [found.end() for found in GLUED_CLOSING.finditer(last.text) if len(last.text) - found.end() >= LEAST_CLOSING]
    if len(body) == 1:
        calls = (found.end() for found in lexicon.calls.finditer(last.text))
        cuts = sorted({*cuts[-1:], *(at for at in calls if len(last.text) - at >= LEAST_CLOSING)})
        late = (found.end() for found in STOP.finditer(last.text, len(last.text) - min(LATE, len(last.text) // 5)))
        cuts = cuts or [at for at in late if lexicon.closing.match(last.text, at)][:1]
    return [*body[:-1], *parted(last, cuts if len(body) == 1 else cuts[-1:])]


def zones(items: Sequence[Item], lexicon: Lexicon, trace: Trace) -> Zones:
    """Opening, emphases and closing; no heading says where the last emphasis ends."""
    first = next((n for n, item in enumerate(items) if item.heading), None)
    if first is None:
        return _unnumbered(items, lexicon, trace)
    opening, emphases = list(items[:first]), list(items[first:])
    tail, owner = emphases, None
    while tail[-1].children:
        owner, tail = tail[-1], tail[-1].children
    loose = _trailing(tail)
    alone = owner is not None and not owner.rest and len(loose) == len(owner.children)
    at = _closing_at([item.para for item in loose], _size(items), lexicon, alone)
    if at is None:
        at = _beyond(tail, emphases)
        if at is None:
            return opening, emphases, []
        trace.doubt("closing-unmarked", loose[at].para.place, text=loose[at].para.text[:16])
    closing = loose[at:]
    del tail[len(tail) - len(closing) :]
    return opening, emphases, closing


def _size(items: Sequence[Item]) -> int:
    """The characters of items and of all below them."""
    return sum(len(item.para.text) + _size(item.children) for item in items)


def recount(opening: Sequence[Item], emphases: Sequence[Item], lexicon: Lexicon, trace: Trace) -> None:
    """Say so where the opening announces more or fewer points than were found."""
    found = sum(bool(item.heading or item.number) for item in emphases)
    for item in reversed(opening):
        told = lexicon.announced.search(item.rest)
        if told:
            said = announced_number(told[0])
            if said > 1 and found and said != found:  # 说一点 announces nothing
                place = place_at(item.para, len(item.para.text) - len(item.rest) + told.start())
                trace.doubt("points-miscounted", place, said=str(said), found=str(found))
            return


def _trailing(items: Sequence[Item]) -> list[Item]:
    """The paragraphs without numbers at the end."""
    n = len(items)
    while n and not items[n - 1].number and not items[n - 1].heading:
        n -= 1
    return list(items[n:])


def _closing_at(
    paras: Sequence[Para], size: int, lexicon: Lexicon, alone: bool = False, signs: bool = True
) -> int | None:
    """Where the closing of a text of that many characters begins among its last paragraphs; if they stand `alone` under a heading,
    hardly with the first of them. In one that only ends as a closing does, if `signs`."""
    costs, left = lexicon.costs, 0
    best, at = costs.no_closing, None
    for n in range(len(paras) - 1, -1, -1):
        left += len(paras[n].text)
        far = max(0.0, (left - max(SHORT, costs.closing_share * size)) / size) * costs.closing_far
        if far >= costs.no_closing:
            break
        cost = far + _unlikely(paras, n, lexicon, signs) + (costs.closing_alone if alone and n == 0 else 0)
        if cost <= best:
            best, at = cost, n
    while at and (at > 1 or not alone) and _unlikely(paras, at - 1, lexicon, signs) < costs.no_closing:
        at -= 1
    return at


def _unlikely(paras: Sequence[Para], n: int, lexicon: Lexicon, signs: bool) -> float:
    """What it costs that the closing begins with a paragraph, by its first words."""
    costs, text = lexicon.costs, paras[n].text
    last = n == len(paras) - 1
    if _addresses(text, lexicon):
        return costs.closing_address
    if lexicon.closing.match(text):
        return costs.closing_cue
    if len(paras) - n <= CLOSING_REACH and lexicon.urges.match(text):
        return costs.closing_urge
    if (last and text.rstrip("”")[-1:] in ("！", "!")) or (
        signs and len(paras) - n <= CLOSING_REACH and _signs_off(text, lexicon)
    ):
        return costs.closing_call
    return costs.no_closing + 1


def _signs_off(text: str, lexicon: Lexicon) -> bool:
    """Whether the last of several sentences is one with which a closing begins."""
    last = max(text.rfind(mark, 0, -2) for mark in "。！？") + 1
    return last > 0 and any(cue.match(text, last) for cue in (lexicon.closing, lexicon.urges))


def _addresses(text: str, lexicon: Lexicon) -> bool:
    """Whether a paragraph begins by addressing those who listen."""
    found = lexicon.salutation.match(text)
    return found is not None and (found[2] in "，！" or found.end() == len(text))


def _beyond(tail: Sequence[Item], emphases: Sequence[Item]) -> int | None:
    """Where a last section has a paragraph more than any of its brothers: that one closes the speech."""
    rows = [emphases]
    while rows[-1][-1].children:
        rows.append(rows[-1][-1].children)
    row = [item for item in rows[-2] if item.heading] if len(rows) > 1 else []
    if len(row) < 2:
        return None
    most = max(len(_trailing(item.children)) for item in row[:-1])
    loose = _trailing(tail)
    if not most and not row[-1].rest and len(loose) == len(row[-1].children):
        return None  # it is all that stands under the heading
    return most if len(loose) == most + 1 < CLOSING_REACH else None


def _unnumbered(items: Sequence[Item], lexicon: Lexicon, trace: Trace) -> Zones:
    """A speech without headings: the opening ends where it says that points follow, or with the first paragraph."""
    rest = list(items)
    half = min(6, len(rest) // 2)
    moves = [move_of(item.para.text[-LAST_WORDS:], "opening", lexicon) for item in rest[:half]]
    says = (lexicon.announced.search(item.rest) for item in rest[:half])
    told = [n for n, found in enumerate(says, 1) if found and len(found.string) - found.end() < NEAR_END]
    at = max((n + 1 for n, move in enumerate(moves) if move and move[0] == "transition"), default=max(told, default=0))
    at = at or (1 if len(rest) > 2 else 0)
    opening, rest = rest[:at], rest[at:]
    tail = rest
    while tail and tail[-1].children:
        tail = tail[-1].children
    loose = _trailing(tail) if len(rest) > 1 or tail is not rest else []
    begin = _closing_at([item.para for item in loose], _size(items), lexicon, signs=False)
    if begin is not None and all(_addresses(one.para.text, lexicon) for one in loose[begin:]):
        begin = len(loose) - 1  # the same address is a refrain
    closing = loose[begin:] if begin is not None and (len(loose) - begin < len(rest) or tail is not rest) else []
    if rest:
        trace.doubt("no-numbered-points", rest[0].para.place)
    del tail[len(tail) - len(closing) :]
    if closing and len(rest) == 1 and not rest[0].number and len(rest[0].rest) < LEAST_BODY:
        return [*opening, *rest], [], closing  # one sentence is no body
    return opening, rest, closing
