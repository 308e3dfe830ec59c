"""The values of a brief that a comment beside them calls unconfirmed; read here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from msgspec import Struct

from drafter.language.next_year import marked, said
from drafter.model.brief import SETTINGS
from drafter.model.value import Unconfirmed
from drafter.problem import Edit
from drafter.yamltext.comments import placed
from drafter.yamltext.data import Path, at, data, walk
from drafter.yamltext.extent import is_block, line_end
from drafter.yamltext.proof import checked, refusing
from drafter.yamltext.tree import Document, Mapping, Node, Scalar, is_empty
from drafter.yamltext.written import Unwritable

SAYING = ("overrides", "insert")
"""Settings whose texts are said."""
SILENT = frozenset(SETTINGS) - {*SAYING}
"""All others."""


class Leaf(Struct, frozen=True):
    """A value that is no list and no map."""

    path: Path
    """The way to it."""
    node: Scalar
    """What is typed."""

    @property
    def slot(self) -> str:
        """The way as problems name it: `任务[2].名称`."""
        return slot_of(self.path)


def slot_of(path: Path) -> str:
    """A way through a brief as problems name it."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def leaves(root: Node | None) -> tuple[Leaf, ...]:
    """The values of a brief that say something in its speech, in the order of the text; settings do not."""
    return tuple(leaf for leaf in _all(root) if leaf.path and leaf.path[0] not in SILENT and not _places(leaf.path))


def _places(path: Path) -> bool:
    """Whether a value only says where an own text stands."""
    return path[0] == "insert" and path[-1] in ("after", "before", "layout")


def _all(root: Node | None) -> tuple[Leaf, ...]:
    found = walk(root) if root is not None else ()
    return tuple(Leaf(path, node) for path, node in found if isinstance(node, Scalar) and not is_empty(node))


def unconfirmed(doc: Document) -> tuple[Unconfirmed, ...]:
    """Every value that a comment calls unconfirmed: on its line, at the key above it, or on a line of its own before it."""
    if not marked(doc.text) or not isinstance(doc.root, Mapping):
        return ()
    found: dict[str, Unconfirmed] = {}
    every = _all(doc.root)
    for start, comment in placed(doc.text):
        told = said(comment)
        if told is None:
            continue
        stretch = (start, start + len(comment.removesuffix(told[2]).rstrip()))
        meant = list(_meant(doc, every, start))
        for leaf in meant:
            alone = len(meant) == 1
            proposed, words = (told[0], told[1]) if alone else ("", "; ".join(filter(None, (told[1], told[0]))))
            found[leaf.slot] = Unconfirmed(leaf.slot, leaf.node.text, leaf.node.place, proposed, words, stretch)
    return tuple(one for leaf in leaves(doc.root) if (one := found.get(leaf.slot)))


def _meant(doc: Document, every: tuple[Leaf, ...], start: int) -> Iterator[Leaf]:
    """The values that a comment speaks of; where nobody could say which, those that are nearest."""
    line, end = doc.text.rfind("\n", 0, start) + 1, line_end(doc.text, start)
    if doc.text[line:start].strip():
        here = [leaf for leaf in every if _on(leaf.node, line, end)]
        yield from here or _below(doc, every, line, end)
    else:
        first = next((leaf for leaf in every if leaf.node.start > start), None)
        yield from _entry(doc, every, first, start) if first else every[-1:]


def _on(node: Scalar, line: int, end: int) -> bool:
    """Whether a value stands on a line: of a text of several lines its last, or the mark that it begins with."""
    return line <= node.start < end if is_block(node) else line <= max(node.start, node.end - 1) < end


def _below(doc: Document, every: tuple[Leaf, ...], line: int, end: int) -> Iterator[Leaf]:
    """What stands under a key or a dash that is alone on a line, or in brackets that close there."""
    assert doc.root is not None
    for path, node in walk(doc.root):
        if path and isinstance(node, Scalar) and is_empty(node) and line <= _begin(doc, path) < end:
            return  # a value that is not there any more
        closes = not isinstance(node, Scalar) and node.flow and line < node.end <= end
        if path and (closes or (not isinstance(node, Scalar) and line <= _begin(doc, path) < end <= node.start)):
            yield from (leaf for leaf in every if leaf.path[: len(path)] == path)
            return
    first = next((leaf for leaf in every if leaf.node.start > end), None)
    yield from _entry(doc, every, first, line) if first else every[-1:]


def _entry(doc: Document, every: tuple[Leaf, ...], first: Leaf, start: int) -> Iterator[Leaf]:
    """All of the outermost entry or item that begins behind a place."""
    for n in range(1, len(first.path) + 1):
        path = first.path[:n]
        if _begin(doc, path) >= start:
            yield from (leaf for leaf in every if leaf.path[:n] == path)
            return
    yield first


def _begin(doc: Document, path: Path) -> int:
    """Where the key of an entry begins, or an item."""
    parent, node = at(doc.root, path[:-1]), at(doc.root, path)
    if isinstance(parent, Mapping):
        return next(key.start for key, _ in parent.entries if key.text == path[-1])
    return node.start if node is not None else 0


def with_marks(doc: Document, wanted: Iterable[Leaf], says: Callable[[Sequence[Leaf]], str]) -> Document:
    """The file with a comment at each line on which one of these values ends, before the comment that is there already;
    above its entry where a line can have none."""
    by_line: dict[int, list[Leaf]] = {}
    for leaf in wanted:
        last = leaf.node.start if is_block(leaf.node) else max(leaf.node.start, leaf.node.end - 1)
        by_line.setdefault(line_end(doc.text, last), []).append(leaf)
    there = {line_end(doc.text, at): at for at, _ in placed(doc.text)} if "#" in doc.text else {}
    edits = {end: _mark(doc.text, end, there.get(end), says(leaves)) for end, leaves in by_line.items()}
    with suppress(ValueError):
        made = checked(doc, edits.values(), data(doc.root))
        known = {one.slot for one in unconfirmed(made)}
        if all(leaf.slot in known for found in by_line.values() for leaf in found):
            return made
    keys = {str(leaf.path[0]): leaf for found in by_line.values() for leaf in found}
    with refusing(doc, ()):
        for name in keys:
            line = doc.text.rfind("\n", 0, _begin(doc, (name,))) + 1
            doc = checked(doc, [Edit(line, line, f"# {says(())}\n")], data(doc.root))
        known = {one.slot for one in unconfirmed(doc)}
        if any(leaf.slot not in known for found in by_line.values() for leaf in found):
            raise Unwritable
    return doc


def _mark(text: str, end: int, comment: int | None, says: str) -> Edit:
    """The comment put at the end of a line."""
    if comment is not None:
        return Edit(comment, comment, f"# {says} ")
    return Edit(end - (len(text[:end]) - len(text[:end].rstrip(" "))), end, f"  # {says}")


def carried(old: Document, new: Document) -> Document:
    """Another file with the comments at the values that it has of one."""
    says = {one.value: old.text[slice(*one.comment)].lstrip("# ") for one in unconfirmed(old)}
    wanted = [leaf for leaf in leaves(new.root) if leaf.node.text in says]
    return with_marks(new, wanted, lambda found: says[(found or wanted)[0].node.text]) if wanted else new


def confirmed(doc: Document, one: Unconfirmed) -> Document:
    """The file without the comment that calls a value unconfirmed; another comment behind it stays."""
    start, end = one.comment
    other = doc.text[end : line_end(doc.text, end)].strip()
    line = doc.text.rfind("\n", 0, start) + 1
    if other:
        edit = Edit(start, doc.text.index(other, end), "")
    elif doc.text[line:start].strip():
        edit = Edit(line + len(doc.text[line:start].rstrip()), end, "")
    else:
        edit = Edit(line, min(line_end(doc.text, end) + 1, len(doc.text)), "")
    with refusing(doc, ()):
        return checked(doc, [edit], data(doc.root), whole=False)


def touched(before: Document, after: Document) -> Document:
    """The file after an edit, without the comments whose values the edit has changed, all of them."""
    old = {one.value for one in unconfirmed(before)}
    while True:
        now = unconfirmed(after)
        kept = {one.comment for one in now if one.value in old}
        done = next((one for one in now if one.comment not in kept), None)
        if done is None:
            return after
        after = confirmed(after, done)
