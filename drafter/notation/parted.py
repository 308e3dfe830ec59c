"""Items that are parted by marks of Chinese, which part nothing in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.late import late
from drafter.problem import Edit, Problem
from drafter.yamltext.slip import BRACKETS
from drafter.yamltext.tree import Node, Scalar, Sequence

MARK = late(r"(?<!\d)[，、；]|[，、；](?!\d)")
COMMA = late(r"(?<!\d)[，、；,]|[，、；,](?!\d)")
NUMBER = late(r"[（(]?[\d一二三四五六七八九十]+[）)]?|第?[\d一二三四五六七八九十]+[是要]?")
"""What stands before the mark of a number that was typed."""
SHORT = 3
"""Characters of a name; what is so short on every side of a mark is no clause."""
LONGEST = 200


def joined_items(node: Sequence) -> Iterator[Problem]:
    """A warning for each item that is several in the eyes of its author; an item in quotation marks is one."""
    alone = len(node.items) == 1
    for item in node.items:
        if not isinstance(item, Scalar) or item.style or len(item.text) > LONGEST:
            continue
        parts = _parts(item.text, MARK)
        short = all(len(part) <= SHORT for part in parts)
        name = short and all(len(part) > 1 for part in parts)
        if len(parts) > 1 and ((alone or short) if node.flow else (alone and name)):
            mark = _first(item.text, MARK)
            only = set(MARK.findall(item.text)) == {"、"}  # where other items are parted, it may be meant
            sure = node.flow and not item.source and (alone if only else short)
            edit = Edit(item.start, item.end, ", ".join(parts)) if sure else None
            yield Problem("wide-comma", item.place, {"mark": mark}, "warning", edit)


def list_in_text(node: Node, name: str) -> Problem | None:
    """What is wrong with a text where a list is due, if it tells its items off."""
    if not isinstance(node, Scalar) or node.style or node.source:
        return None
    text = node.text
    if text[:1] in BRACKETS:
        from drafter.yamltext.slips import odd_brackets

        return odd_brackets(node)
    inside = re.fullmatch(r"[（(](.*)[）)]", text)
    parts = _parts(inside[1] if inside else text, COMMA)
    if len(parts) < 2 or len(text) > LONGEST or re.search("[。：:！？\"'\\[\\]{}#]", text):
        return None
    marks = set(COMMA.findall(text))
    sure = len(marks) == 1 and (marks <= {"、", ","} or all(len(part) <= SHORT for part in parts))
    edit = Edit(node.start, node.end, f"[{', '.join(parts)}]") if sure else None
    facts = {"name": name, "mark": _first(text, COMMA), "first": parts[0], "second": parts[1]}
    return Problem("list-in-text", node.place, facts, edit=edit)


def _parts(text: str, mark: re.Pattern[str]) -> list[str]:
    """What stands between the marks; the whole, where nothing stands on one side of one."""
    parts = [part.strip() for part in mark.split(text)]
    return parts if all(parts) and not NUMBER.fullmatch(parts[0]) else [text]


def _first(text: str, mark: re.Pattern[str]) -> str:
    found = mark.search(text)
    return found[0] if found else ""
