"""Mends as tracked changes in a copy of a Word file, which whoever opens it takes or refuses one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from drafter.encoding import FORBIDDEN
from drafter.formats.docx.comments import BY
from drafter.formats.docx.copied import copied
from drafter.formats.docx.frame.trees import Tree, local, text_of
from drafter.formats.docx.gate import opened
from drafter.formats.docx.runs import XML_SPACE, Runs
from drafter.formats.docx.sheet import read
from drafter.formats.docx.traced import Line, Spot, Traced, meant

INSERTED = ("ins", "moveTo")
BREAKS = {"\n": "br", "\t": "tab"}
GONE = {"t": "delText", "instrText": "delInstrText"}
"""What words of a run are called when it is deleted."""


class Change(Struct, frozen=True):
    """A mend to be."""

    paragraph: int
    """The number of the paragraph, as the reader of Word files counts."""
    start: int
    """Where in the text of the paragraph, as the reader gives it, what goes begins."""
    end: int
    """Where it ends; nothing goes where that is the same."""
    text: str
    """What comes in its place."""
    words: str = ""
    """What goes: of several paragraphs with one number that which has these words there is meant."""
    onward: bool = False
    """What comes looks as what follows it, where something does; else as what goes or stands before it."""


By = Mapping[str, str]
"""Who tracked a change, and when, as attributes; without a time the same file comes again."""


def tracked(data: bytes, changes: Iterable[Change], author: str = BY) -> tuple[bytes, tuple[Change, ...]]:
    """A copy with the changes tracked, and those that could not be made: in fields, formulas, text boxes, generated numbers,
    or where another change has been made; raises InputError."""
    package = opened(data, "")
    traced = Traced(package)
    runs, lines = Runs(traced.root), traced.by_number(read(data, "").lines)
    left: list[Change] = []
    by = {"author": author}
    least: dict[int, int] = {}  # of each line, how far from its beginning nothing has been changed yet
    for change in sorted(changes, key=lambda one: (one.paragraph, -one.start, -one.end)):
        line = meant(lines, change.paragraph, change.start, change.end, change.words) if lines else None
        free = least.get(id(line), 1 << 60)
        if line and change.paragraph in lines and change.end <= free and change_made(runs, line, change, by):
            least[id(line)] = change.start
        else:
            left.append(change)
    if not least:
        return data, tuple(left)
    return copied(package, data, {package.main: text_of(traced.root)}), tuple(left)


def change_made(runs: Runs, line: Line, change: Change, by: By) -> bool:
    """Make one change, if all of it lies where runs can be parted."""
    if not 0 <= change.start <= change.end <= len(line.text) or FORBIDDEN.search(change.text):
        return False
    gone = line.spots[change.start : change.end]
    around = [spot for spot in line.spots[max(0, change.start - 1) : change.start + 1] if spot and runs.parts(spot)]
    if not all(spot and runs.parts(spot) for spot in gone) or not (gone or around or not line.text):
        return False
    if gone:
        last = _deleted(runs, [spot for spot in gone if spot], by)
    elif not around:
        last = runs.made("r")
        line.root.append(last)
    elif around[0] is line.spots[change.start - 1] and change.start and not (change.onward and len(around) > 1):
        last = runs.end(around[0])
    else:
        last = runs.begin(around[-1])
        _insert(runs, last, change.text, by, before=True)
        return True
    if change.text:
        _insert(runs, last, change.text, by)
    return True


def _deleted(runs: Runs, spots: Sequence[Spot], by: By) -> Tree:
    """Mark the characters as deleted; returns the last run that holds some."""
    nodes: list[list[Spot]] = [list(group) for _, group in groupby(spots, key=lambda spot: id(spot.node))]
    ends = []
    for group in nodes:
        runs.begin(group[0])
        ends.append(runs.end(group[-1]))
    for run in dict.fromkeys(ends):
        struck(runs, run, by)
    return ends[-1]


def struck(runs: Runs, run: Tree, by: By) -> None:
    """Mark a run as deleted."""
    mark = runs.made("del", id=str(next(runs.ids)), **by)
    run.addprevious(mark)
    mark.append(run)
    for name, gone in GONE.items():
        for text in run.findall(runs.name(name)):
            text.tag = runs.name(gone)
            text.set(XML_SPACE, "preserve")


def _insert(runs: Runs, beside: Tree, text: str, by: By, *, before: bool = False) -> None:
    """Put new words behind a run, or before it, set as it is."""
    mark = inserted(runs, text, runs.looks(beside), by)
    at = beside.getparent() if local(beside.getparent()) == "del" else beside
    while local(at.getparent()) in INSERTED:
        at = parted(runs, at, before=before)
    (at.addprevious if before else at.addnext)(mark)


def inserted(runs: Runs, text: str, looks: Sequence[Tree], by: By) -> Tree:
    """New words, tracked, in a run that looks so."""
    mark = runs.made("ins", id=str(next(runs.ids)), **by)
    run = runs.made("r")
    run.extend(looks)
    mark.append(run)
    words = ""
    for char in (*text, ""):
        if char and char not in BREAKS:
            words += char
            continue
        if words:
            run.append(said := runs.made("t"))
            said.text, words = words, ""
            said.set(XML_SPACE, "preserve")
        if char:
            run.append(runs.made(BREAKS[char]))
    return mark


def parted(runs: Runs, at: Tree, *, before: bool) -> Tree:
    """Part somebody's insertion at one of its runs: nobody inserts into another's; returns what now stands there."""
    whole = at.getparent()
    behind = [at, *at.itersiblings()] if before else list(at.itersiblings())
    if len(behind) == (len(whole) if before else 0):
        return whole
    new = runs.made(local(whole))
    for key, value in whole.attrib.items():
        new.set(key, value)
    new.set(runs.name("id"), str(next(runs.ids)))
    whole.addnext(new)
    new.extend(behind)
    return new if before else whole
