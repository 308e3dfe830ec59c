"""The edits that put a value in, take one out or replace it, in lines and in brackets; nothing here is read again yet."""

from __future__ import annotations

import re

from msgspec import Struct

from drafter.problem import Edit
from drafter.yamltext.data import Data, Path, at, children
from drafter.yamltext.extent import Extent, blank_before, blanks_after, extent, is_block, is_kept, line_end
from drafter.yamltext.tree import Mapping, Node, Scalar, Sequence
from drafter.yamltext.written import Manner, Unwritable, after_colon, after_dash, in_brackets, key, lines, scalar

COMMA = re.compile(" *,")


class Taken(Struct, frozen=True):
    """An entry or an item as it stood somewhere, with its comments."""

    above: tuple[str, ...]
    """The comments above it."""
    source: str
    """From its key or dash to the end of its value."""
    below: str
    """The comment on its last line, and those below that are its own."""
    column: int
    """Where it began in its line."""
    flow: bool
    """It stood in brackets."""


class Item(Struct, frozen=True):
    """An entry or an item to be put somewhere."""

    body: str
    """From its key or dash on; lines after the first have their indentation."""
    above: tuple[str, ...] = ()
    """Comments above it."""
    below: str = ""
    """A comment on its last line, and lines of its own below."""

    def lines(self, pad: str, comma: str = "") -> str:
        """Its lines behind an indentation."""
        return "".join(f"{pad}{line}\n" for line in (*self.above, self.body + comma + self.below))


def in_flow(root: Node | None, path: Path) -> bool:
    """Whether what stands at a path stands in brackets."""
    above = (at(root, path[:n]) for n in range(len(path)))
    return any(isinstance(node, Mapping | Sequence) and node.flow for node in above)


def number(parent: Node, path: Path) -> int:
    """Which of its parent's values stands at a path."""
    return [step for step, _ in children(parent)].index(path[-1])


def measured(text: str, parent: Node | None, n: int) -> Extent:
    """The extent of a value that can be edited for sure."""
    assert isinstance(parent, Mapping | Sequence)
    found = extent(text, parent, n)
    if found is None:
        raise Unwritable
    return found


def taken(text: str, parent: Mapping | Sequence, n: int) -> Taken:
    """An entry or an item with its comments."""
    here = measured(text, parent, n)
    below = text[here.end : here.stop].rstrip("\n")
    return Taken(
        above=tuple(line.strip() for line in text[here.begin : here.head].split("\n")[:-1]),
        source=text[here.head : here.end],
        below=re.sub("^ *,", "", below) if parent.flow else below,
        column=here.head - text.rfind("\n", 0, here.head) - 1,
        flow=parent.flow,
    )


def replacement(text: str, root: Node | None, path: Path, value: Data, manner: Manner) -> Edit:
    """The edit that puts another value in the place of one."""
    parent, node = at(root, path[:-1]), at(root, path)
    if not path or not isinstance(parent, Mapping | Sequence) or node is None:
        raise Unwritable
    here = measured(text, parent, number(parent, path))
    like = node.style if isinstance(node, Scalar) else ""
    typed = node.start < node.end
    if in_flow(root, path):
        new = in_brackets(value) if not isinstance(value, str) else scalar(value, flow=True, like=like)
        colon = text[here.after - 1] == ":" or isinstance(parent, Sequence)
        return (
            Edit(node.start, node.end, new)
            if typed
            else Edit(here.after, here.after, " " + new if colon else ": " + new)
        )
    if isinstance(value, str) and "\n" not in value and isinstance(node, Scalar) and typed and not is_block(node):
        return Edit(node.start, node.end, scalar(value, flow=False, like=like))
    column = parent.place.column - 1
    write = after_colon if isinstance(parent, Mapping) else after_dash
    head, more = write(value, column + (2 if isinstance(parent, Sequence) else 0), manner, like)
    tail, stop = _tail(text, node, here)
    end = "\n" if more and stop == len(text) else ""
    return Edit(here.after, stop, (" " + head if head else "") + tail + "".join("\n" + line for line in more) + end)


def _tail(text: str, node: Node, here: Extent) -> tuple[str, int]:
    """The comment on a value's first line, and where the value ends, comments of its own counted."""
    inline = node.start < node.end and "\n" not in text[here.after : node.start]
    if is_block(node):
        found = re.search(" +#.*", text[node.start : line_end(text, node.start)])
        return found[0] if found else "", here.end
    if inline and (isinstance(node, Scalar) or node.flow):
        return text[node.end : line_end(text, node.end)].rstrip(" "), line_end(text, node.end)
    first = "" if inline else text[here.after : line_end(text, here.after)].rstrip(" ")
    return first, line_end(text, here.after) if node.start == node.end else len(text[: here.stop].removesuffix("\n"))


def insertion(text: str, parent: Mapping | Sequence, n: int, after: bool, item: Item) -> list[Edit]:
    """The edits that put an entry or an item beside the one that is number `n`."""
    here = measured(text, parent, n)
    if parent.flow:
        return _insertion_in_brackets(text, here, after, item)
    pad = " " * (parent.place.column - 1)
    apart = "\n" if _apart(text, parent, n, here, after) else ""
    if after:
        return [Edit(here.stop, here.stop, ("" if text[here.stop - 1] == "\n" else "\n") + apart + item.lines(pad))]
    if here.alone:
        return [Edit(here.begin, here.begin, item.lines(pad) + apart)]
    return [Edit(here.head, here.head, item.lines(pad)[len(pad) :] + pad)]


def _insertion_in_brackets(text: str, here: Extent, after: bool, item: Item) -> list[Edit]:
    if not here.alone:
        if item.above or item.below:
            raise Unwritable
        return [Edit(here.end, here.end, ", " + item.body) if after else Edit(here.head, here.head, item.body + ", ")]
    pad = text[text.rfind("\n", 0, here.head) + 1 : here.head]
    at = here.stop if after else here.begin
    if not after or COMMA.match(text, here.end):
        return [Edit(at, at, item.lines(pad, ","))]
    return [Edit(here.end, here.end, ","), Edit(at, at, item.lines(pad))]


def _apart(text: str, parent: Mapping | Sequence, n: int, here: Extent, after: bool) -> bool:
    """Whether a blank line parts the neighbours here."""
    values = [value for _, value in children(parent)]
    if is_kept(text, values[n]) or (n and is_kept(text, values[n - 1])):
        return False
    behind, before = blanks_after(text, here.stop) > here.stop, blank_before(text, here.begin)
    last = n == len(values) - 1
    return behind if not last and (after or not n) else before and n > 0


def removal(text: str, parent: Mapping | Sequence, n: int) -> Edit:
    """The edit that takes an entry or an item out with its comments, and with the blank lines that would then be double."""
    here = measured(text, parent, n)
    many = len(children(parent))
    if here.alone and parent.flow:
        return Edit(here.begin, here.stop, "")
    if here.alone:
        begin, stop = here.begin, blanks_after(text, here.stop)
        before = children(parent)[n - 1][1] if n else None
        if before is None or is_kept(text, before):
            return Edit(begin, stop, "")
        if not blank_before(text, begin):
            return Edit(begin, here.stop, "")
        while stop in (here.stop, len(text)) and n == many - 1 and blank_before(text, begin):
            begin = text.rfind("\n", 0, begin - 1) + 1
        return Edit(begin, stop, "")
    if not parent.flow:  # the first key on the line of a dash
        begin = measured(text, parent, n + 1).begin
        return Edit(here.head, begin + len(text[begin:]) - len(text[begin:].lstrip(" ")), "")
    if n + 1 < many:
        found = re.compile(" *, *").match(text, here.end)
        return Edit(here.head, found.end() if found else here.end, "")
    end = measured(text, parent, n - 1).end if n else here.head
    return Edit(here.head if "#" in text[end : here.head] else end, here.end, "")


def emptying(text: str, parent: Mapping | Sequence, n: int) -> Edit:
    """The edit that takes an entry out and leaves the comments above it and behind it, on lines of their own."""
    here, gone = measured(text, parent, n), removal(text, parent, n)
    behind = [line[line.index("#") :] for line in text[here.end : here.stop].split("\n") if "#" in line]
    if here.alone:
        line = text.rfind("\n", 0, here.head) + 1
        kept = [text[here.begin : line], *(f"{text[line : here.head]}{comment}\n" for comment in behind)]
        return Edit(here.begin, here.stop, "".join(kept)) if any(kept) else gone
    if parent.flow or not behind:
        return gone
    pad = " " * (parent.place.column - 1)
    return Edit(gone.start, gone.end, "".join(f"{comment}\n{pad}" for comment in behind))


def written_out(parent: Mapping | Sequence, n: int, value: Data, name: str, flow: bool, manner: Manner) -> Item:
    """An entry or an item as its brothers are written; `n` is the one beside it."""
    brother = children(parent)[n][1]
    alike = isinstance(value, dict | list) and value and isinstance(brother, Mapping | Sequence) and brother.flow
    if flow or alike:
        mark = f"{key(name, flow=flow)}: " if name else "" if flow else "- "
        return Item(mark + in_brackets(value))
    column = parent.place.column - 1
    whole: Data = {name: value} if name else [value]
    return Item("\n".join(lines(whole, column, manner))[column:])


def moved_out(it: Taken, value: Data, name: str, flow: bool, column: int) -> Item:
    """An entry or an item with its comments, to stand beside others: in brackets, or at a column."""
    if flow:
        mark = f"{key(name, flow=True)}: " if name else ""
        return Item(it.source if it.flow else mark + in_brackets(value), it.above, it.below)
    dash = "- " if it.flow and not name else ""
    whole = _shifted(dash + it.source + it.below, column + len(dash) - it.column)
    return Item(whole, it.above)


def _shifted(source: str, by: int) -> str:
    """Lines after the first indented by more columns, or fewer."""
    first, *rest = source.split("\n")
    return "\n".join([first, *(_shift(line, by) for line in rest)])


def _shift(line: str, by: int) -> str:
    if by >= 0:
        return " " * by + line if line else line
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]
