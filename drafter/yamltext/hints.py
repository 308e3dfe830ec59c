"""What Chinese authors really type into YAML, and what to tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.problem import Place, Problem
from drafter.yamltext.reasons import REASONS
from drafter.yamltext.slip import SLIPS, Slip

SPACES = "".join(map(chr, range(0x2000, 0x200C)))
ODD = "[\u3000\u00a0\u2000-\u200b\t]"
ODD_START = re.compile("^[ \t]*[\u3000\u00a0\u2000-\u200b\t]", re.MULTILINE)
WIDE = frozenset("“”‘’—…")
"""Marks of Chinese that stand elsewhere in Unicode."""
COMMENT = re.compile(r"[^\S\n]+#(?=[^\s#])")
PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "（": "）"}
FIGURE = r"(?:^|(?<=[^\d.,]))\d{1,3}(?:,\d{3})*$"

EMPTYING = frozenset((*(rule for _, rule in REASONS), *SLIPS, "yaml-syntax"))
"""Problems after which the rest is read as if something had been left empty, where there is no mend that is sure."""
REPAIRABLE = (
    "quote-text",
    "quote-braces",
    "odd-dash",
    "odd-step",
    "wide-colon",
    "no-blank",
    "odd-blank",
    "wide-comma-in-map",
    "wide-brackets",
    "unclosed-quotes",
)
"""Problems of one value alone: the lines after it can still be read."""


def before_parsing(lines: Sequence[str]) -> Iterator[Slip]:
    """Lines indented with blanks that YAML takes for letters, or refuses; found in the text, as the parser names them badly."""
    from drafter.encoding import FORBIDDEN

    block: int | None = None
    for n, line in enumerate(lines):
        odd = FORBIDDEN.search(line)
        if odd:
            yield Slip("illegal-character", n, odd.start(), {"code": f"U+{ord(odd[0]):04X}"})
        width = len(line) - len(line.lstrip(" "))
        if block is not None and (not line.strip() or width > block):
            continue
        block = width if re.search(r"(^|[:\-]\s+)[|>][+-]?\d?\s*(#.*)?$", line) else None
        end = len(line) - len(line.lstrip(" \t\u3000\u00a0" + SPACES))
        found = re.search(ODD, line[:end])
        if found and line[end : end + 1] not in ("", "#"):
            wide = "".join("  " if blank in "\u3000\t\u2003" else " " * (blank != "\u200b") for blank in line[:end])
            yield Slip("odd-indent", n, found.start(), {"code": f"U+{ord(found[0]):04X}"}, 0, end, wide)


def has_odd_lines(text: str) -> bool:
    """Whether it is worth while to look for them."""
    from drafter.encoding import FORBIDDEN

    return bool(FORBIDDEN.search(text) or ODD_START.search(text))


def special_mark(mark: str, line: str, column: int, kind: str) -> str:
    """The rule for a value that begins with a mark which YAML reads as an anchor, alias or tag."""
    rest = line[column:]
    python = kind == "tag" and rest.startswith("!!")
    meant = not python and re.match(rf"{re.escape(mark)}\S*[\u4e00-\u9fff]", rest)
    return "quote-text" if meant else "no-aliases" if kind == "alias" else "no-tags"


def rule_for_odd_key(line: str, column: int) -> str:
    """A map or list where a key is due: nearly always unquoted braces."""
    return "quote-braces" if line[column:].startswith("{") or "{{" in line else "odd-key"


def cut_at_hash(hash: Place) -> Problem:
    """Text cut at ` #`: a comment that touches its mark was hardly meant as one."""
    return Problem("cut-at-hash", hash)


def figure(before: str, after: str) -> str:
    """The figure that a comma between two items cuts through; nothing where it parts them."""
    head, tail = re.search(FIGURE, before), re.match(r"\d{3}(?!\d)\S{0,3}", after)
    return f"{head[0]},{tail[0]}" if head and tail else ""


def held_apart(before: str, after: str) -> str:
    """The mark of Chinese that opens in an item and closes in the next; nothing where there is none."""
    for left, right in PAIRS.items():
        if before.count(left) > before.count(right) and after.count(right) > after.count(left):
            return left
    return ""


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
