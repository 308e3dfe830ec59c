"""Where an entry or an item stands in its file, with the comments that belong to it."""

from __future__ import annotations

import re

from msgspec import Struct

from drafter.yamltext.tree import Mapping, Node, Scalar, Sequence

GAP = re.compile(r"(?:[ \n]|#[^\n]*)*")
"""What may stand between two marks of YAML."""
COMMENT = re.compile(r"( *)#")
KEPT = re.compile(r"[|>][-\d]*\+")
"""The mark of a text whose last blank lines count."""
REST = re.compile(r"[ ]*,?[ ]*(#[^\n]*)?(?=\n|\Z)")
"""What may follow the last item on a line in brackets."""


class Extent(Struct, frozen=True):
    """The stretch of a file that an entry or an item takes."""

    begin: int
    """Where it begins, with the comments directly above."""
    head: int
    """Its key, its dash, or the item itself in brackets."""
    after: int
    """After its colon or dash, where its value may stand."""
    end: int
    """After its value."""
    stop: int
    """After its last line, with the comment on it and those indented below it."""
    alone: bool
    """It has lines of its own."""


def extent(text: str, parent: Mapping | Sequence, n: int) -> Extent | None:
    """The extent of the entry or item number `n`; None where it cannot be told for sure."""
    bound = _end(text, parent, n - 1) if n else 0
    head = _head(text, parent, n, bound)
    after = None if head is None else _after(text, parent, n, head)
    if head is None or after is None:
        return None
    end = max(after, _end(text, parent, n))
    line = text.rfind("\n", 0, head) + 1
    alone = not text[line:head].strip(" ")
    if parent.flow:
        rest = REST.match(text, end)
        alone = alone and rest is not None
        stop = min(rest.end() + 1, len(text)) if alone and rest else end
    else:
        stop = _inner_comments(text, min(line_end(text, end) + 1, len(text)), head - line)
    begin = _comments_above(text, line, bound, head - line) if alone else head
    return Extent(begin, head, after, end, stop, alone)


def last_leaf(node: Node) -> Node:
    """The scalar with which a value ends, or the collection in brackets."""
    while not isinstance(node, Scalar) and not node.flow:
        node = _values(node)[-1]
    return node


def is_block(node: Node) -> bool:
    """Whether a value is a text under `|` or `>`."""
    return isinstance(node, Scalar) and node.style in ("|", ">")


def is_kept(text: str, node: Node) -> bool:
    """Whether blank lines after a value are part of it."""
    leaf = last_leaf(node)
    return is_block(leaf) and bool(KEPT.match(text, leaf.start))


def line_end(text: str, at: int) -> int:
    """The end of the line, without its mark."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def blank_before(text: str, at: int) -> bool:
    """Whether the line before the one that begins here is blank."""
    return at > 1 and text[at - 1] == "\n" and not text[text.rfind("\n", 0, at - 1) + 1 : at - 1].strip(" ")


def blanks_after(text: str, at: int) -> int:
    """Where the blank lines that begin here end."""
    while at < len(text) and not text[at : line_end(text, at)].strip(" "):
        at = min(line_end(text, at) + 1, len(text))
    return at


def _values(parent: Mapping | Sequence) -> tuple[Node, ...]:
    return parent.items if isinstance(parent, Sequence) else tuple(value for _, value in parent.entries)


def _end(text: str, parent: Mapping | Sequence, n: int) -> int:
    """After the value number `n`; blank lines that follow a block are not counted, unless they are text."""
    value = _values(parent)[n]
    leaf = last_leaf(value)
    if is_block(leaf):
        source = text[leaf.start : leaf.end]
        return leaf.start + len(source.removesuffix("\n") if is_kept(text, leaf) else source.rstrip("\n"))
    return leaf.end if isinstance(parent, Sequence) else max(leaf.end, parent.entries[n][0].end)


def _head(text: str, parent: Mapping | Sequence, n: int, bound: int) -> int | None:
    """The key or the dash; None for a key that is marked with `?`."""
    if isinstance(parent, Mapping):
        start = parent.entries[n][0].start
        line = text[text.rfind("\n", 0, start) + 1 : start]
        return None if re.search(r"(^|[ ,{])\? *$", line) else start
    if parent.flow:
        return parent.items[n].start
    if not n:
        return parent.start if text[parent.start : parent.start + 1] == "-" else None
    found = GAP.match(text, bound)
    return found.end() if found and text[found.end() : found.end() + 1] == "-" else None


def _after(text: str, parent: Mapping | Sequence, n: int, head: int) -> int | None:
    """After the colon of an entry or the dash of an item; after the key where brackets have no colon."""
    if isinstance(parent, Sequence):
        return head if parent.flow else head + 1
    found = re.compile(" *:").match(text, parent.entries[n][0].end)
    if found:
        return found.end()
    return parent.entries[n][0].end if parent.flow else None


def _inner_comments(text: str, stop: int, column: int) -> int:
    """Past the comments below that are indented more than a column."""
    while True:
        at = blanks_after(text, stop)
        found = COMMENT.match(text, at)
        if not found or len(found[1]) <= column:
            return stop
        stop = min(line_end(text, at) + 1, len(text))


def _comments_above(text: str, line: int, bound: int, column: int) -> int:
    """Where the comments begin that stand directly above a line, not indented more than it; the head of a file is none."""
    begin = line
    while begin:
        above = text.rfind("\n", 0, begin - 1) + 1
        found = COMMENT.match(text, above)
        if above < bound or not found or len(found[1]) > column:
            return begin
        begin = above
    return line
