"""Tracked changes of a part of a Word file, all taken, as Word takes them."""

from __future__ import annotations

from drafter.formats.docx.frame.trees import Tree, local, space, unwrapped, without
from drafter.formats.docx.marks import BETWEEN

CAME = ("ins", "moveTo")
WENT = ("del", "moveFrom")
CELLS = ("cellIns", "cellDel", "cellMerge")
RANGES = frozenset(
    f"{kind}Range{end}"
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)


def accept(root: Tree) -> int:
    """Take every tracked change in a tree; returns how many there were."""
    rows, ends, marks, words = _found(root)
    looks = [one for one in root.iter() if local(one).endswith("Change") and local(one)[:-6].endswith(LOOKS)]
    ranges = [one for one in root.iter() if local(one) in RANGES]
    for one in (*looks, *ranges, *marks):
        without(one)
    for one in words:
        (unwrapped if local(one) in CAME else without)(one)
    for p in reversed(ends):
        _joined(p)
    for row in rows:
        _away(row)
    return len(looks) + len(marks) + len(words)


LOOKS = ("Pr", "Grid", "PrEx", "numbering")
"""How what has a former look is called."""


def _found(root: Tree) -> tuple[list[Tree], list[Tree], list[Tree], list[Tree]]:
    """Rows and cells that go; paragraphs whose ends go; what says so of these, or that something came; what holds words."""
    rows: list[Tree] = []
    ends: list[Tree] = []
    marks: list[Tree] = []
    words: list[Tree] = []
    for one in root.iter():
        name, parent = local(one), one.getparent()
        if name in CELLS or (name in (*CAME, *WENT) and parent is not None and local(parent).endswith("Pr")):
            marks.append(one)
            of = local(parent)
            if (of == "trPr" and name in WENT) or name == "cellDel":
                rows.append(parent.getparent())
            elif of == "rPr" and name in WENT and local(parent.getparent()) == "pPr":
                ends.append(parent.getparent().getparent())
        elif name in (*CAME, *WENT):
            words.append(one)
    return rows, ends, marks, words


def _joined(p: Tree) -> None:
    """Let a paragraph whose end is gone go on in the next one, which keeps its own look."""
    if p.getparent() is None:
        return
    following = next((one for one in p.itersiblings() if local(one) not in BETWEEN), None)
    rest = [one for one in p if local(one) != "pPr"]
    if following is not None and local(following) == "p":
        at = 1 if len(following) and local(following[0]) == "pPr" else 0
        for n, one in enumerate(rest):
            following.insert(at + n, one)
        without(p)
    elif not any(local(one) not in BETWEEN for one in rest) and _spare(p):
        for one in rest:
            p.addprevious(one)
        without(p)


def _spare(p: Tree) -> bool:
    """Whether an empty paragraph may go: a cell ends in one, and a section hangs on one."""
    holds_section = any(local(one) == "sectPr" for one in p.iter())
    others = [one for one in p.getparent() if local(one) == "p" and one is not p]
    last = p.getnext() is None and local(p.getparent()) in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")
    return bool(others) and not holds_section and not last


def _away(row: Tree) -> None:
    """Take away a row or a cell, and the table or the row that has no other."""
    parent, name = row.getparent(), local(row)
    if parent is None:
        return
    without(row)
    if not any(local(one) == name for one in parent.iter() if one is not parent):
        if name == "tc":
            _away(parent)
        elif local(parent.getparent()) == "tc" and parent.getnext() is None:
            parent.addnext(parent.makeelement(f"{{{space(parent)}}}p"))
            without(parent)
        else:
            without(parent)
