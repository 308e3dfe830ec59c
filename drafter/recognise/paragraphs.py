"""Lines → paragraphs: gaps in a line part it, wraps are joined, page numbers between them are cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.model.sheet import Raw, Sheet
from drafter.problem import Place
from drafter.recognise.trace import Para, Trace

BLANK = " \t\u00a0\u3000\u2002-\u200b\ufeff"
GAP = re.compile("[ \t\u00a0]*\u3000{2,}[ \t\u00a0\u3000]*|[ \t\u00a0\u2002-\u200a]{4,}|\t+")
"""Blanks inside a line as wide as the indentation of a paragraph."""
EDGE = re.compile(f"^[{BLANK}]+|[{BLANK}]+$")
PAGE = re.compile(r"[-—－–·. ]*(?:第\s*)?\d{1,3}\s*(?:页)?\s*(?:[,，/／]?\s*共?\s*\d{1,3}\s*页)?[-—－–·. ]*")
ENDS = "。！？!?…：:；;”’』」）)》"
TERMINAL = "。！？!?…：:"
OPEN_ENDS = "，,、；;"
NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.．，,]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]"
    r"|第?[一二三四五六七八九十]{1,3}[是要]|首先|其次|再次|最后|[①-⑳])"
)
HAN = "\u4e00-\u9fff"
SIDE = f'{HAN}，、；。：！？“”（）《》\\d%％*×,;:!?()"Xx'
WRAPPED_BLANK = re.compile(f"(?<=[{SIDE}]) (?=[{SIDE}])")
SHORTEST = 12
"""Characters; shorter lines say nothing about the width of a page."""


def paragraphs(sheet: Sheet, trace: Trace) -> list[Para]:
    """The paragraphs of a sheet."""
    paras = list(_pieces(sheet.lines))
    paras = [piece for para in paras for piece in _unwrapped(para)]
    paras = _without_page_numbers(paras, trace)
    if sheet.paragraphs and not any(p.text.startswith(tuple("，。；、")) for p in paras):
        return paras
    width = _page_width(paras)
    return _joined(paras, width)


def _pieces(lines: Iterable[Raw]) -> Iterator[Para]:
    """Lines without the blanks at their edges, parted at gaps; empty ones make the next one a beginning."""
    after_empty = False
    for raw in lines:
        text = raw.text
        if not text.strip(" \t\u00a0\u3000\u200b\ufeff\n"):
            after_empty = True
            continue
        starts = after_empty or text[:1] in "\t\u3000" or text[:2] == "  "
        after_empty = False
        at = 0
        for piece in GAP.split(text.replace("\n", "\u3000\u3000")) if GAP.search(text) or "\n" in text else (text,):
            clean = piece.strip(" \t\u00a0\u3000\u200b\ufeff\u2003\u2002")
            if clean:
                column = raw.place.column + max(0, text.find(clean[:20], at))
                at = max(at, text.find(clean[:20], at))
                yield Para(clean, replace(raw.place, column=column), raw.claim, raw.level, starts)
                starts = True


def _unwrapped(para: Para) -> Iterator[Para]:
    """A paragraph whose lines were run together with a blank at each end: lines again, to be joined as lines are."""
    text = para.text
    if len(text) < 200:
        yield para
        return
    blanks = [found.start() for found in WRAPPED_BLANK.finditer(text)]
    if len(blanks) < 4:
        yield para
        return
    pieces = [text[a:b].strip() for a, b in zip([0, *blanks], [*blanks, len(text)], strict=True)]
    width = _usual([_width(piece) for piece in pieces])
    if not width or not 14 <= width <= 70 or sum(abs(_width(p) - width) <= 4 for p in pieces) < len(pieces) * 0.6:
        yield para
        return
    at = para.place.column
    for n, piece in enumerate(pieces):
        ends = n == 0 or _width(pieces[n - 1]) < width - 5
        yield Para(piece, replace(para.place, column=at), para.claim if not n else "", para.level, ends)
        at += len(piece) + 1


def _without_page_numbers(paras: Sequence[Para], trace: Trace) -> list[Para]:
    kept = []
    for para in paras:
        if len(para.text) <= 16 and PAGE.fullmatch(para.text) and para.claim == "":
            trace.cut(para, "page-number")
        else:
            kept.append(para)
    return kept


def _page_width(paras: Sequence[Para]) -> int:
    """The width at which the file breaks its lines, 0 where it breaks none."""
    sizes = [_width(para.text) for para in paras if len(para.text) >= SHORTEST]
    if len(sizes) < 6:
        return 0
    usual = _usual(sizes)
    near = sum(abs(size - usual) <= 3 for size in sizes)
    wider = sum(size > usual + 4 for size in sizes)
    return usual if 14 <= usual <= 70 and near >= len(sizes) * 0.5 and wider <= len(sizes) * 0.08 else 0


def _usual(sizes: Sequence[int]) -> int:
    """The size that most are near to."""
    counts = Counter(sizes)
    best = max(counts, key=lambda size: (sum(counts.get(size + d, 0) for d in (-2, -1, 0, 1, 2)), size), default=0)
    return best


def _joined(paras: Sequence[Para], width: int) -> list[Para]:
    done: list[Para] = []
    last = 0
    for para in paras:
        before = done[-1] if done else None
        if before is not None and _goes_on(before, last, para, width):
            blank = " " if before.text[-1].isascii() and before.text[-1].isalpha() and para.text[0].isascii() else ""
            done[-1] = replace(before, text=before.text + blank + para.text)
        else:
            done.append(para)
        last = _width(para.text)
    return done


def _goes_on(before: Para, last: int, para: Para, width: int) -> bool:
    """Whether a line continues the paragraph before it; `last` is the width of the line before."""
    end = before.text[-1]
    if before.claim in ("title", "heading") or para.claim in ("title", "heading"):
        return False
    if para.text[0] in "，。；、：）》”！？,;":
        return True
    if NUMBERED.match(para.text):
        return False
    if width:
        if para.indented:
            return end in OPEN_ENDS
        if NUMBERED.match(before.text) and not any(mark in before.text for mark in "。！？") and end not in OPEN_ENDS:
            return last >= width - 1 or (last >= width - 4 and "。" in para.text[:8])
        return last >= width - 4
    if end in OPEN_ENDS:
        return not para.indented or len(para.text) > 0
    if end in ENDS or para.indented:
        return False
    return (
        len(before.text) >= 30 and any(mark in before.text for mark in "，。；,;") and not NUMBERED.match(before.text)
    )


def _width(text: str) -> int:
    """Full-width places that a text takes."""
    half = sum(char < "\x7f" for char in text)
    return len(text) - half + (half + 1) // 2


__all__ = ["NUMBERED", "TERMINAL", "Place", "paragraphs"]
