"""What Chinese authors really type into YAML, and what to tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.problem import Edit, Place, Problem

SPACES = "".join(map(chr, range(0x2000, 0x200C)))
ODD = "[\u3000\u00a0\u2000-\u200b\t]"
ODD_START = re.compile("^[ \t]*[\u3000\u00a0\u2000-\u200b\t]", re.MULTILINE)
ENTRY = re.compile(r"^(\s*(?:- +)*)((?!- )[^\s:#'\"{\[](?:[^:#]*[^\s:#])?)\s*(:)(\s|$)")
ITEM = re.compile(r"^(\s*(?:- +)+)")
WIDE_COLON = re.compile(r"^\s*(?:- +)?([^\s:：#'\"]{1,20})：")
WIDE = frozenset("“”‘’—…")
"""Marks of Chinese that stand elsewhere in Unicode."""
COMMENT = re.compile(r"[^\S\n]+#(?=[^\s#])")
SPECIAL = '"%@*&!`|>'
"""Marks with which a plain value cannot begin, or not as its author means."""

EMPTYING = ("quote-text", "quote-braces", "colon-in-text", "wide-colon", "yaml-syntax")
"""Problems after which the rest is read as if something had been left empty."""
REPAIRABLE = ("quote-text", "quote-braces")
"""Problems of one value alone: the lines after it can still be read."""


def before_parsing(text: str, file: str) -> Iterator[Problem]:
    """Lines indented with blanks that YAML takes for letters, or refuses; found in the text, as the parser names them badly."""
    from drafter.encoding import FORBIDDEN

    if not FORBIDDEN.search(text) and not ODD_START.search(text):
        return
    block: int | None = None
    for n, line in enumerate(text.split("\n"), 1):
        odd = FORBIDDEN.search(line)
        if odd:
            yield Problem("illegal-character", Place(file, n, odd.start() + 1), {"code": f"U+{ord(odd[0]):04X}"})
        width = len(line) - len(line.lstrip(" "))
        if block is not None and (not line.strip() or width > block):
            continue
        block = width if re.search(r"(^|[:\-]\s+)[|>][+-]?\d?\s*(#.*)?$", line) else None
        end = len(line) - len(line.lstrip(" \t\u3000\u00a0" + SPACES))
        found = re.search(ODD, line[:end])
        if found and line[end : end + 1] not in ("", "#"):
            yield Problem("odd-indent", Place(file, n, found.start() + 1), {"code": f"U+{ord(found[0]):04X}"})


def for_syntax_error(text: str, line: int, context: int, reason: str, file: str) -> tuple[Problem, int]:
    """The problem that a syntax error on `line` (from 0) most likely is, and the line that is to blame."""
    lines = text.split("\n")
    for candidate in dict.fromkeys((line, line - 1, context)):
        if 0 <= candidate < len(lines):
            found = _of_line(lines[candidate], candidate, file)
            if found:
                return found, candidate
    at = min(max(line, 0), len(lines) - 1)
    while at and not lines[at].strip():
        at -= 1
    return Problem("yaml-syntax", Place(file, at + 1, 1), {"reason": reason}), at


def _of_line(line: str, n: int, file: str) -> Problem | None:
    def at(column: int, rule: str, edit: Edit | None = None, **facts: str) -> Problem:
        return Problem(rule, Place(file, n + 1, column + 1), facts, edit=edit)

    if line.lstrip().startswith("#"):
        return None
    wide = WIDE_COLON.match(line)
    if wide and not ENTRY.match(line):
        return at(wide.end() - 1, "wide-colon", name=wide[1])
    start = value_start(line)
    value = line[start:].strip()
    if not value:
        return None
    if value[0] == '"' and (value.count('"') > 2 or not value.endswith('"')):
        return at(start, "quote-text", why='"')
    if value[0] in "%@`*&!|>":
        return at(start, "quote-text", why=value[0])
    if value.startswith("{{"):
        return at(start, "quote-text", why="{{")
    if value[0] in "{[":
        braces = re.search(r"\{\{", re.sub(r"\"[^\"]*\"|'[^']*'", lambda quoted: "q" * len(quoted[0]), value))
        return at(start + braces.start(), "quote-braces") if braces else None
    colon = re.search(r":(\s|$)", value)
    if colon:
        return at(start + colon.start(), "colon-in-text")
    return None


def wide_colon(text: str, place: Place) -> Problem | None:
    """A text where fields are due, whose first colon is full-width."""
    wide = WIDE_COLON.match(text)
    return wide and Problem(
        "wide-colon", Place(place.file, place.line, place.column + wide.end() - 1), {"name": wide[1]}
    )


def value_start(line: str) -> int:
    """The column at which a line's value begins: after `key: ` and `- `, if they are there."""
    item = ITEM.match(line)
    entry = ENTRY.match(line)
    if entry:
        return entry.end(4) + len(line[entry.end(4) :]) - len(line[entry.end(4) :].lstrip())
    return item.end() if item else len(line) - len(line.lstrip())


def blanked(text: str, line: int) -> str:
    """The text with one line's value emptied, so that the lines after it can be read."""
    lines = text.split("\n")
    old = lines[line]
    entry, item = ENTRY.match(old), ITEM.match(old)
    if entry:
        lines[line] = old[: entry.end(3)]
    elif item:
        lines[line] = item[1].rstrip()
    else:
        lines[line] = ""
    return "\n".join(lines)


def special_mark(mark: str, line: str, place: Place, kind: str) -> Problem:
    """A value that begins with a mark which YAML reads as an anchor, alias or tag."""
    rest = line[place.column - 1 :]
    python = kind == "tag" and rest.startswith("!!")
    meant = not python and re.match(rf"{re.escape(mark)}\S*[\u4e00-\u9fff]", rest)
    return (
        Problem("quote-text", place, {"why": mark})
        if meant
        else Problem("no-aliases" if kind == "alias" else "no-tags", place)
    )


def rule_for_odd_key(line: str, column: int) -> str:
    """A map or list where a key is due: nearly always unquoted braces."""
    return "quote-braces" if line[column:].startswith("{") or "{{" in line else "odd-key"


def cut_at_hash(hash: Place) -> Problem:
    """Text cut at ` #`: a comment that touches its mark was hardly meant as one."""
    return Problem("cut-at-hash", hash)


def unfolded(text: str) -> str:
    """The text of several lines that YAML joined with blanks, joined without them where Chinese has none."""
    done, start = "", 0
    for at in folds(text):
        done += text[start:at]
        start = at + 1
    return done + text[start:]


def folds(text: str) -> Iterator[int]:
    """Where such blanks stand: each alone, as an indentation may be long."""
    return (at for found in re.finditer("(?<! ) (?! )", text) if is_fold(text, at := found.start()))


def is_fold(text: str, at: int) -> bool:
    """A blank between Chinese characters, or between them and braces; a pattern for it takes ten times as long to compile."""
    if text[at : at + 1] != " ":
        return False
    before, after = _han(text[at - 1 : at]) if at else False, _han(text[at + 1 : at + 2])
    return (before and (after or text.startswith("{{", at + 1))) or (after and text.endswith("}}", 0, at))


def _han(char: str) -> bool:
    """A Chinese character or mark."""
    return "\u3000" <= char <= "\u303f" or "\u3400" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" or char in WIDE
