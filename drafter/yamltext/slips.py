"""What Chinese office writers really type where YAML wants something else: each slip on its own line, with the mend that is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.problem import Edit, Place, Problem
from drafter.yamltext.levels import MARKED, Levels, indentation, levels_before, significant
from drafter.yamltext.slip import BLANKS, BRACKETS, COLONS, DASHES, Slip
from drafter.yamltext.tree import Node, Scalar
from drafter.yamltext.value import ENTRY, ITEM, bracketed, second_colon, value_slip, value_start

COLON = re.compile(
    rf"^([{BLANKS}]*(?:-[ \t]+)*)([^\s:{COLONS}#'\"{{\[【［〔｛-][^:{COLONS}#]{{0,29}}?)([{BLANKS}]*)"
    rf"(?:([{COLONS}])|:(?=[^ \t\n]))[:{COLONS}]*[{BLANKS}]*"
)
"""A name and a colon that is none to YAML, or has no blank behind it."""
DASH = re.compile(
    rf"^([{BLANKS}]*(?:-[ \t]+)*)(?:([{DASHES}])|(-)(?![- \t\n]|$)|([*+])(?=[{BLANKS}]))[{DASHES}-]*[{BLANKS}]*(?=\S)"
)
"""What begins an item in the eyes of its author."""
NUMBER = re.compile(r"\s*-\d[\d.,]*\s*$")
SLIGHT = 2
"""Columns by which an indentation is amiss without being meant."""
BRIEFLY = 40
"""Characters of a stretch that is named in a message."""


def slip_of(lines: Sequence[str], n: int) -> Slip | None:
    """What is wrong with a line that YAML cannot read, if it is one of the slips that people make."""
    line = lines[n]
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    if line.lstrip(" \t").startswith("＃"):
        at = line.index("＃")
        return Slip("wide-hash", n, at, {}, at, at + 1, "#")
    begin = ITEM.match(line)
    at = begin.end() if begin else indentation(line)
    if BRACKETS.get(line[at : at + 1]) == line.rstrip()[-1]:
        return bracketed(n, at, line[at:].rstrip())
    before = levels_before(lines, n)
    return (
        _outside_block(line, n, before)
        or dash_slip(line, n)
        or colon_slip(line, n)
        or value_slip(line, n)
        or _misplaced(line, n, before)
        or second_colon(line, n)
    )


def dash_slip(line: str, n: int, *, number: bool = False) -> Slip | None:
    """An item that does not begin with a dash and a blank; a negative number counts only if one is wanted."""
    found = DASH.match(line)
    if not found or (not number and NUMBER.match(line)):
        return None
    mark = next(filter(None, found.groups()[1:]))
    return Slip("odd-dash", n, found.end(1), {"mark": mark}, found.end(1), found.end(), "- ")


def swallowed_item(lines: Sequence[str], first: int, n: int) -> Slip | None:
    """An item that YAML takes for more of the one before it, as it is indented deeper or begins with another mark."""
    line, dash = lines[n], indentation(lines[first])
    if MARKED.match(line) and line.strip() != "-":
        column = indentation(line)
        return Slip("odd-step", n, column, _columns(column, dash), 0, column, " " * dash)
    found = dash_slip(line, n)
    fields = colon_slip(lines[first], first) or ENTRY.match(lines[first])
    part_of_text = found and (line.startswith("——", found.column) or line[found.end - 1] in "·•・‧—")
    if not found or fields or part_of_text:
        return None
    return Slip("odd-dash", n, found.column, found.facts, 0, found.end, " " * dash + "- ")


def colon_slip(line: str, n: int, *, in_key: bool = False) -> Slip | None:
    """A name whose colon YAML does not see: a wide one, or one without an ordinary blank behind it."""
    found = COLON.match(line)
    if not found or (not in_key and ENTRY.match(line)):
        return None
    name, wide, end = found[2].strip(), found[4], found.end()
    if not wide and (name.isdigit() or line.startswith("//", end)):  # a time, an address
        return None
    at = found.start(4) if wide else found.end(3)
    behind = line[at + 1 : end].strip(":" + COLONS)
    text = ": " if line[end:].strip() else ":"
    if wide:
        return Slip("wide-colon", n, at, {"name": name}, found.end(2), end, text)
    if line.startswith("#", end):  # behind a blank it would begin a remark
        return Slip("no-blank", n, at, {"name": name})
    if behind:
        return Slip("odd-blank", n, at + 1, {"name": name, "code": f"U+{ord(behind[0]):04X}"}, found.end(2), end, text)
    return Slip("no-blank", n, at, {"name": name}, found.end(2), end, text)


def meant_as_fields(node: Scalar) -> list[Problem]:
    """The colons of a text that stands where fields are due, where YAML sees none of them."""
    if brackets := odd_brackets(node):
        return [brackets]
    found, at = [], 0
    for n, text in enumerate((node.source or node.text).split("\n")) if not node.style else ():
        shift = 0 if n else node.place.column - 1
        told = colon_slip(" " * shift + text, node.place.line + n - 1)
        if told:
            edit = Edit(node.start + at - shift + told.start, node.start + at - shift + told.end, told.text)
            found.append(
                Problem(told.rule, Place(node.place.file, told.line + 1, told.column + 1), told.facts, edit=edit)
            )
        at += len(text) + 1
    return found


def odd_brackets(node: Node) -> Problem | None:
    """What is wrong with a text where a list or a map is due, if it stands in brackets of Chinese."""
    if not isinstance(node, Scalar) or node.text[:1] not in BRACKETS or node.style or node.source:
        return None
    slip = bracketed(0, 0, node.text)
    edit = Edit(node.start, node.end, slip.text) if slip.end >= 0 else None
    return Problem(slip.rule, node.place, slip.facts, edit=edit)


def blanked(line: str) -> str:
    """A line whose value is emptied."""
    entry, item = ENTRY.match(line), ITEM.match(line)
    return line[: entry.end(3)] if entry else item[1].rstrip() if item else ""


def _outside_block(line: str, n: int, before: Levels) -> Slip | None:
    """A line of a text under `|` or `>` that stands too far to the left for it."""
    column, wanted = indentation(line), before.block
    if wanted < 0 or column >= wanted or (ENTRY.match(line) and column <= before.owner):
        return None
    if column <= before.owner and (
        COLON.match(line) or (column in before.lists + before.maps and line.lstrip().startswith("-"))
    ):
        return None
    return Slip("outside-block", n, column, _columns(column, wanted), 0, column, " " * wanted)


def _misplaced(line: str, n: int, before: Levels) -> Slip | None:
    """An entry or an item that stands in no column of those above it."""
    column, listed = indentation(line), bool(MARKED.match(line))
    if not listed and not ENTRY.match(line):
        return None
    levels = before.lists if listed else before.maps
    if column in levels or not levels or (before.opens and column > before.last):
        return None
    near = sorted(levels, key=lambda one: abs(one - column))
    sure = abs(near[0] - column) <= SLIGHT and (len(near) == 1 or abs(near[0] - column) < abs(near[1] - column))
    return Slip("odd-step", n, column, _columns(column, near[0]), 0, column if sure else -1, " " * near[0])


def _columns(found: int, wanted: int) -> dict[str, str]:
    """Columns as people count them."""
    return {"found": str(found + 1), "wanted": str(wanted + 1)}


def open_quotes(lines: Sequence[str], n: int) -> Slip | None:
    """The quotation mark before a line that opens a text and is closed only by one of a later value."""
    for above in range(n, max(-1, n - 40), -1):
        start = value_start(lines[above])
        value = lines[above][start:].rstrip()
        if value[:1] in ('"', "'") and value.count(value[0]) == 1 and value_start(lines[above]):
            return Slip(
                "unclosed-quotes", above, start, {"mark": value[0]}, start, start + len(value), value + value[0]
            )
    return None


def before(lines: Sequence[str], n: int) -> int:
    """The line before another that says something; -1 where there is none."""
    return next((above for above in range(n - 1, -1, -1) if significant(lines[above])), -1)
