"""Lines → paragraphs: gaps in a line part it, wraps are joined, page numbers between them are cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from drafter.language.unseen import unseen
from drafter.model.sheet import Raw, Sheet
from drafter.recognition.furniture import without_furniture
from drafter.recognition.lexicon import Lexicon
from drafter.recognition.noise import LONGEST_LINE, LONGEST_PAGE, PAGE, is_noise, watermarks
from drafter.recognition.numbers import numbered
from drafter.recognition.trace import Para, Trace, parted, piece, place_at, run_together, without

BREAKS = "\t\r\n\x0b\x0c\x85\u2028\u2029"
BLANK = f"[ \u00a0\u3000\u2002-\u200a{BREAKS}]"
GAP = re.compile(f"{BLANK}{BLANK}*")  # one for itself is found faster
"""Blanks inside a line that may be as wide as the indentation of a paragraph."""
WIDE = re.compile(f".{{4}}|[^ \u00a0].?[^ \u00a0]|[{BREAKS}]", re.DOTALL)
"""Those that are."""
ENDS = frozenset("。！？!?…：:；;”’』」）)》")
OPEN_ENDS = frozenset("，,、；;")
STARTS_NONE = frozenset("，。；、：）》”！？,;")
"""Marks with which no paragraph begins."""
PAIRS = (("《", "》"), ("“", "”"), ("（", "）)"))
SHORTEST = 12
"""Characters; shorter lines say nothing about the width of a page."""
LONGEST_GLUED = 40
"""Characters of a heading at the end of a line, behind a sentence."""
LEAST_BROKEN = 30
"""Characters of a line that hardly is a paragraph if no mark ends it."""
NARROWEST, WIDEST = 14, 70
"""Full-width places of a page."""


def paragraphs(sheet: Sheet, lexicon: Lexicon, trace: Trace) -> list[Para]:
    """The paragraphs of a sheet."""
    pieces = list(_pieces(sheet.lines, watermarks(sheet.lines, lexicon), trace))
    paras = without_furniture(pieces, lexicon, trace)
    if sheet.paragraphs and not any(para.text[0] in STARTS_NONE for para in paras):
        return paras
    return _joined(paras, _page_width(paras), lexicon)


def _pieces(lines: Iterable[Raw], marks: Collection[str], trace: Trace) -> Iterator[Para]:
    """Lines without the blanks at their edges, parted at gaps, page numbers cut; empty ones make the next a beginning."""
    after_empty = False
    for raw in lines:
        seen = _seen(raw, trace)
        whole = piece(seen, 0)
        text = whole.text
        if not text:
            after_empty = True
            continue
        if text in marks or (len(text) <= LONGEST_PAGE and not raw.claim and PAGE.fullmatch(text)):
            trace.cut(whole, "watermark" if text in marks else "page-number")
            continue
        whole.indented = after_empty or seen.text.startswith(("\t", "\u3000", "  "))
        after_empty = False
        for n, part in enumerate(parted(whole, _gaps(text))):
            part.indented = part.indented or n > 0
            yield part


def _gaps(text: str) -> Iterator[int]:
    """Where a line goes on behind blanks that part paragraphs; behind a number, or 一是, they part nothing."""
    at = 0
    for found in GAP.finditer(text):
        if WIDE.search(found[0]) and not ((number := numbered(text, at)) and number[1] >= found.start()):
            at = found.end()
            yield at


def _seen(raw: Raw, trace: Trace) -> Para:
    """A line without the characters in it that nobody sees."""
    para = Para(raw.text, raw.place, raw.claim, raw.level)
    if spans := tuple(unseen(raw.text)):
        trace.mend("".join(raw.text[start:end] for start, end in spans), place_at(para, spans[0][0]), "invisible")
        para = without(para, spans)
    return para


def _page_width(paras: Sequence[Para]) -> int:
    """The width at which the file breaks its lines, 0 where it breaks none."""
    if sum(len(para.text) > 3 * WIDEST for para in paras) > 1 + len(paras) * 0.05:
        return 0
    sizes = [
        _width(para.text)
        for para in paras
        if len(para.text) >= SHORTEST and para.text[-1] not in ENDS and not para.claim
    ]
    if len(sizes) < 4:
        return 0
    counts = Counter(sizes)
    usual = max(counts, key=lambda size: (sum(counts[size + d] for d in range(-2, 3)), size))
    near = sum(abs(size - usual) <= 3 for size in sizes)
    wider = sum(_width(para.text) > usual + 4 for para in paras)
    fits = NARROWEST <= usual <= WIDEST and near >= len(sizes) * 0.5 and wider <= len(paras) * 0.08
    return usual if fits and len(sizes) >= len(paras) * 0.3 else 0


def _joined(paras: Sequence[Para], width: int, lexicon: Lexicon) -> list[Para]:
    spaced = sum(para.indented for para in paras) >= 0.9 * len(paras)
    indents = bool(width) and _begins_indented(paras, width)
    rows: list[list[Para]] = []
    for para in paras:
        row = rows[-1] if rows else []
        goes_on = row and _goes_on(row, para, width, para.indented and not (width and spaced), lexicon)
        goes_on = goes_on or (
            indents and row and row[0].indented and not (para.indented or para.claim or row[-1].claim)
        )
        if goes_on and (width or not (_apart(row[-1], lexicon) or _apart(para, lexicon))):
            row.append(para)
        else:
            rows.append([para])
    return [run_together(row) for row in rows]


def _begins_indented(paras: Sequence[Para], width: int) -> bool:
    """Whether every paragraph of a file with lines of this width begins with blanks."""
    pairs = list(pairwise(paras))
    flush = sum(not b.indented and a.text[-1] in ENDS and _width(a.text) < width - 4 for a, b in pairs)
    return not flush and 3 <= sum(b.indented for _, b in pairs) < 0.9 * len(pairs)


def _apart(para: Para, lexicon: Lexicon) -> bool:
    """Whether a line is noise, or says that text is missing, and so belongs to no paragraph."""
    line = len(para.text) <= LONGEST_LINE and "。" not in para.text
    return is_noise(para, lexicon) or (line and lexicon.hole.first(para.text) is not None)


def _goes_on(row: Sequence[Para], para: Para, width: int, indented: bool, lexicon: Lexicon) -> bool:
    """Whether a line continues the paragraph that `row` has of lines so far."""
    before, first = row[-1].text, row[0]
    end = before[-1]
    if before and (row[-1].claim or para.claim) and (para.claim or row[-1].claim in ("title", "heading")):
        return False
    if para.text[0] in STARTS_NONE or (end not in ENDS and _is_open(before) and not numbered(para.text)):
        return True
    if before.isascii() and (indented or (end == "." and not width)):
        return False  # English ends an address in a comma, and its sentences in a dot
    if not width and end not in OPEN_ENDS and (end in ENDS or indented):
        return False
    if numbered(para.text):
        return False
    if width:
        if indented:
            return end in OPEN_ENDS
        last = _width(before)
        if numbered(first.text) and end not in OPEN_ENDS and not any("。" in one.text for one in row):
            return last >= width - 1 or (last >= width - 4 and "。" in para.text[:8])
        return last >= width - 4
    if end in OPEN_ENDS:
        return True
    if numbered(first.text) or lexicon.closing.match(para.text):
        return False
    stop = max(map(before.rfind, "。！？；”")) + 1
    if not stop or len(before) < LEAST_BROKEN:
        return end != "." and lexicon.begins.match(before if stop else first.text, stop) is not None
    return len(before) - stop > LONGEST_GLUED or not numbered(before, stop)  # a heading may be glued to the sentence


def _is_open(text: str) -> bool:
    """Whether a bracket or a quotation is open at the end of a line."""
    return any(text.rfind(opens) > max(map(text.rfind, closes)) for opens, closes in PAIRS)


def _width(text: str) -> int:
    """Full-width places that a text takes."""
    half = len(text.encode("ascii", "ignore"))
    return len(text) - half + (half + 1) // 2
