"""Stretches of a text changed inside a file, whatever the style in which the text is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from drafter.problem import Edit, Place, Span
from drafter.yamltext import data as plain
from drafter.yamltext import patch
from drafter.yamltext.align import alignment, spelling
from drafter.yamltext.data import Path, at, data
from drafter.yamltext.parse import parse
from drafter.yamltext.proof import Change, apply, checked, refusing
from drafter.yamltext.tree import Document, Scalar
from drafter.yamltext.written import Unwritable, manner_of


def rewrite(doc: Document, changes: Mapping[Path, Iterable[Change]]) -> Document:
    """The file with stretches of its texts changed, whatever the style in which each is written."""
    edits: list[Edit] = []
    wanted = data(doc.root)
    for path, stretches in changes.items():
        here = tuple(stretches)
        edits += within(doc, path, here)
        plain.assign(wanted, path, apply(scalar_at(doc, path).text, here))
    with refusing(doc, next(iter(changes), ())):
        return checked(doc, edits, wanted)


def within(doc: Document, path: Path, changes: Iterable[Change]) -> tuple[Edit, ...]:
    """The edits of the file that change stretches of one text; the whole of it is written anew where its style forces that."""
    with refusing(doc, path):
        node, stretches = scalar_at(doc, path), tuple(changes)
        text, flow = apply(node.text, stretches), patch.in_flow(doc.root, path)
        spots = alignment(doc.text, node) or []
        for keep in (True, False) if spots else ():
            edits = [edit for one in stretches if (edit := _spelled(one, spots, node, doc.text if keep else ""))]
            offsets = [Edit(edit.start - node.start, edit.end - node.start, edit.text) for edit in edits]
            same = len(edits) == len(stretches)
            if same and _reads_alone(apply(doc.text[node.start : node.end], offsets), text, flow, node.indent):
                return tuple(edits)
        return (patch.replacement(doc.text, doc.root, path, text, replace(manner_of(doc.root), blocks=False)),)


def path_at(doc: Document, place: Place) -> Path | None:
    """The path to the text that begins at a place."""
    found = (path for path, node in plain.walk(doc.root) if isinstance(node, Scalar)) if doc.root else iter(())
    return next(
        (
            path
            for path in found
            if (node := at(doc.root, path)) and (node.place.line, node.place.column) == (place.line, place.column)
        ),
        None,
    )


def _spelled(change: Change, spots: list[Span], node: Scalar, source: str) -> Edit | None:
    """The edit of the file for a change inside a text; None where the text's style cannot hold it.

    Line ends at which a stretch begins or ends are kept, if its `source` is given: between Chinese characters they say
    nothing.
    """
    new = spelling(change.text, node)
    if new is None:
        return None
    if change.start < change.end:
        first, last = change.start, change.end - 1
        if first < last and "\n" in source[slice(*spots[first])]:
            first += 1
        if first < last and "\n" in source[slice(*spots[last])]:
            last -= 1
        return Edit(spots[first][0], spots[last][1], new)
    begin = spots[change.start][0] if change.start < len(spots) else spots[-1][1]
    return Edit(begin, begin, new)


def _reads_alone(source: str, text: str, flow: bool, indent: int) -> bool:
    """Whether a text, as it would be typed, reads as it should."""
    said = re.match(r"[|>][-+]?(\d)", source)  # a block may say how much further than its key it is indented
    column = indent - int(said[1]) if said else 0
    whole = f"{{k: {source}}}" if flow else f"k: {source}" + "\n" * (not source.endswith("\n"))
    if column:
        whole = f"k:\n{' ' * column}{whole}"
    doc = parse(whole, "")
    return not doc.problems and data(doc.root) == ({"k": {"k": text}} if column else {"k": text})


def scalar_at(doc: Document, path: Path) -> Scalar:
    node = at(doc.root, path)
    if not isinstance(node, Scalar):
        raise Unwritable
    return node
