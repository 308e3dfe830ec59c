"""Tables of data, which nobody reads aloud: left out as one block, their place in the speech marked as open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from drafter.model.sheet import Raw
from drafter.recognition.lexicon import Lexicon
from drafter.recognition.noise import is_sentence
from drafter.recognition.numbers import numbered
from drafter.recognition.trace import Para, Trace

MARK = "【待补充：表（{}）】"
"""What stands in the place of a table: its first row, as something that its author may put in words."""
ROWS = "；"
"""What stands between its rows where it is told."""
PARTED = re.compile("[ \u3000]*[\t|｜│][ \u3000]*|[ \u3000]{3,}")
"""What parts the cells of a table that was pasted as text: a tab, a stroke, blanks that line up."""
MAY_BE = re.compile("[\t|｜│ \u3000](?:(?<=[\t|｜│])|[ \u3000]{2})")
"""What a text without such a table hardly has."""
LONGEST_CELL = 16
"""Characters of such a cell."""
TWO, FEWEST = 2, 2
"""Cells and lines that make a table; of two cells it takes a line more."""
LONGEST = 30
"""Characters of a first row that are shown."""


def without_tables(lines: Sequence[Raw], lexicon: Lexicon, trace: Trace) -> Sequence[Raw]:
    """The lines with a mark for every table that stands between sentences of the speech; one before or behind it has none."""
    lines = _pasted(lines, trace)
    if not any(line.claim == "table" for line in lines):
        return lines
    said = [n for n, line in enumerate(lines) if line.claim != "table" and _says(line.text.strip(), lexicon)]
    first, last = (said[0], said[-1]) if said else (len(lines), 0)
    done: list[Raw] = []
    for n, line in enumerate(lines):
        rows = [_cells(row) for row in line.text.split("\n")]
        if line.claim != "table":
            done.append(line)
        elif n < first and all(len(row) == 2 for row in rows) and any(lexicon.title.search(row[1]) for row in rows):
            done += (Raw(row[1], line.place) for row in rows)  # a form: 题目, 讲话人, 时间
            trace.cut(Para(ROWS.join(row[0] for row in rows), line.place), "table")
        else:
            trace.cut(Para(line.text.replace("\n", ROWS), line.place), "table")
            head = "、".join(rows[0])
            shown = head if len(head) <= LONGEST else head[:LONGEST] + "…"
            done.append(Raw(MARK.format(shown) if first < n < last else "", line.place))
    return done


def _pasted(lines: Sequence[Raw], trace: Trace) -> Sequence[Raw]:
    """The lines with tables as such that were pasted or typed: lines one after another, parted into as many short cells each."""
    if not any(MAY_BE.search(line.text) for line in lines):
        return lines
    done: list[Raw] = []
    for cells, group in groupby(lines, lambda line: 0 if line.claim else len(_parted(line.text))):
        some = list(group)
        if not cells or len(some) < (FEWEST if cells > TWO else FEWEST + 1):
            done += some
            continue
        rows = [_parted(line.text) for line in some]
        text = "\n".join("\u3000".join(row) for row in rows if set("".join(row)) - set("-: +="))
        shown = text.replace("\n", " ").replace("\u3000", " ")[:LONGEST]
        trace.doubt("left-out", some[0].place, what="tables", text=shown + "…", count="1", characters=f"{len(text):,}")
        done.append(Raw(text, some[0].place, "table"))
    return done


def _parted(line: str) -> list[str]:
    """The cells of a line, if it is nothing but short ones."""
    cells = [cell.strip() or "—" for cell in PARTED.split(line.strip().strip("|｜│"))]
    alone = any(len(cell) > LONGEST_CELL or cell[-1] in "。；！？：:，、" for cell in cells) or numbered(line.strip())
    return [] if len(cells) < TWO or alone else cells


def _cells(row: str) -> list[str]:
    return [cell for cell in row.split("\u3000") if cell]


def _says(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is of the speech and not beside it: an address, a number with its heading, a sentence."""
    return bool(text) and (
        is_sentence(text) or text[-1] in "。！" or bool(lexicon.salutation.match(text) or numbered(text))
    )
