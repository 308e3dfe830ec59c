"""Lines that were pasted: the items of a list, or one text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.enumerators import BULLET, reader, told_off
from drafter.language.tongue import Tongue

JOINTS = "；;，,。、 \u3000"
"""What stands between points that are told off in one line."""


def parted(text: str, tongue: Tongue) -> tuple[list[str], list[str]]:
    """The items that a text of one or more lines holds, and what stood before them where they run in order: it is not theirs."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = _told_off(lines[0], tongue) or lines
    if len(lines) < 2:
        return lines, []
    starts = list(_bulleted(lines)) or list(_in_order(lines, tongue))
    if len(starts) < len(lines) or not all(line[n:].strip() for line, n in zip(lines, starts, strict=True)):
        return lines, []
    pairs = list(zip(lines, starts, strict=True))
    return [line[n:].strip() for line, n in pairs], [line[:n].strip() for line, n in pairs]


def joined(text: str, tongue: Tongue) -> str:
    """The lines of a text as one; a blank line stays, as it parts two paragraphs."""
    paragraphs = re.split(r"\n[ \t\u3000]*\n\s*", text.strip())
    return "\n\n".join(_one(paragraph, tongue) for paragraph in paragraphs)


def _one(paragraph: str, tongue: Tongue) -> str:
    made = ""
    for line in filter(None, map(str.strip, paragraph.splitlines())):
        apart = tongue.space or (" " if made[-1:].isascii() and made and line[0].isascii() else "")
        made = f"{made}{apart}{line}" if made else line
    return made


def _in_order(lines: list[str], tongue: Tongue) -> Iterator[int]:
    """Where the words of each line begin, as far as their numbers are of one scheme and run on from the first."""
    read = reader(tongue.code)
    first = read(lines[0])
    for n, line in enumerate(lines):
        found = read(line)
        if not first or not found or found[0].scheme != first[0].scheme:
            return
        last = found[0].last and n == len(lines) - 1  # 最后 is the last of however many
        if not last and found[0].ordinal != first[0].ordinal + n:
            return
        yield found[1]


def _bulleted(lines: list[str]) -> Iterator[int]:
    """The same for one and the same bullet before each."""
    for line in lines:
        found = BULLET.match(line)
        if not found or line[0] != lines[0][0]:
            return
        yield found.end()


def _told_off(line: str, tongue: Tongue) -> list[str]:
    """The points of one line that tells them off from the first on, each with its number."""
    for scheme in tongue.schemes.values():
        if scheme.told is None or told_off(scheme.told)[0] not in line:
            continue
        starts = [found.start() for found in re.finditer(told_off(scheme.told)[1], line)]
        parts = [line[a:b].strip(JOINTS) for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]
        if len(parts) > 1 and starts[0] == 0 and len(list(_in_order(parts, tongue))) == len(parts):
            return parts
    return []
