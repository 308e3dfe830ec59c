"""Slips in what stands behind a name or a dash: what begins with a mark that means something in YAML, and brackets."""

from __future__ import annotations

import re

from drafter.yamltext.slip import BRACKETS, COLONS, Slip

ENTRY = re.compile(r"^(\s*(?:- +)*)((?!- )(?:\"[^\"]*\"|'[^']*'|[^\s:#'\"{\[](?:[^:#]*[^\s:#])?))\s*(:)([ \t]|$)")
ITEM = re.compile(r"^(\s*(?:- +)+)")
SPECIAL = "%@`*&!|>"
"""Marks with which a plain value cannot begin, or not as its author means."""
WIDE_QUOTES = "“”‘’「」『』＂＇"


def value_start(line: str) -> int:
    """The column at which a line's value begins: after `key: ` and `- `, if they are there."""
    item = ITEM.match(line)
    entry = ENTRY.match(line)
    if entry:
        return entry.end(4) + len(line[entry.end(4) :]) - len(line[entry.end(4) :].lstrip())
    return item.end() if item else len(line) - len(line.lstrip())


def value_slip(line: str, n: int) -> Slip | None:
    """A value that begins with what means something else in YAML."""
    start = value_start(line)
    value = line[start:].rstrip()
    if not value:
        return None
    first = value[0]
    if first in "\"'":
        return _in_quotes(n, start, value)
    if start and first in ",]}":
        return _quoted(n, start, value, first)
    if first == "%" and not start:  # an order to YAML
        return None
    if first in SPECIAL or value.startswith("{{"):
        return _quoted(n, start, value, "{{" if first == "{" else first)
    if first in BRACKETS:
        return bracketed(n, start, value)
    if first in "{[":
        return _cut(n, start, value) or _in_brackets(line, n, start, value)
    if first in WIDE_QUOTES and re.search(r":(\s|$)| #", value):
        return Slip("wide-quotes", n, start, {"mark": first})
    if value.startswith("- "):
        return Slip("item-behind-key", n, start)
    return None


def _in_quotes(n: int, start: int, value: str) -> Slip | None:
    """A value that begins with a quotation mark and is not the text between it and another."""
    first = value[0]
    tail = re.fullmatch(rf"{first}[^{first}]*{first}\s*([,，;；。、]+)", value)
    if tail:
        at = start + tail.start(1)
        return Slip("behind-quotes", n, at, {"mark": tail[1]}, at, start + len(value))
    if len(value) > 2 and value.count(first) == 1 and value[-1] in "”’＂＇":
        return Slip("unclosed-quotes", n, start, {"mark": first}, start, start + len(value), value[:-1] + first)
    bare = value.replace("''", "") if first == "'" else value
    if bare.count(first) == 1:
        return Slip("unclosed-quotes", n, start, {"mark": first}, start, start + len(value), value + first)
    return _quoted(n, start, value, first) if bare.count(first) > 2 or not bare.endswith(first) else None


def _quoted(n: int, start: int, value: str, why: str) -> Slip:
    """The whole of a value in quotation marks, if it has no comment behind it that could be meant as one."""
    quote = next((mark for mark in ('"', "'") if mark not in value), "")
    sure = quote and " #" not in value and (quote == "'" or "\\" not in value)
    end = start + len(value) if sure else -1
    return Slip("quote-text", n, start, {"why": why}, start, end, f"{quote}{value}{quote}")


def bracketed(n: int, start: int, value: str) -> Slip:
    """A list or a map in brackets that are none to YAML."""
    first, last = value[0], BRACKETS[value[0]]
    left, right = "{}" if first == "｛" else "[]"
    inside = re.sub("[，、；] *" if left == "[" else "， *", ", ", value[1:-1])
    if left == "{":
        inside = re.sub(f"[{COLONS}] *", ": ", inside)
    sure = value.endswith(last) and value.count(first) == value.count(last) == 1 and "#" not in value
    end = start + len(value) if sure else -1
    return Slip("wide-brackets", n, start, {"mark": first}, start, end, f"{left}{inside}{right}")


def _in_brackets(line: str, n: int, start: int, value: str) -> Slip | None:
    """What stands in `[ ]` or `{ }`, or behind them."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", lambda quoted: "q" * len(quoted[0]), value)
    braces = bare.find("{{")
    if braces >= 0:
        return Slip("quote-braces", n, start + braces)
    comma = re.search(rf"[，、；]\s*(?=[^\s,，:：{{}}\[\]]{{1,20}}(?::\s|[{COLONS}]))", bare)
    if "{" in bare and comma:
        at = start + comma.start()
        return Slip("wide-comma-in-map", n, at, {"mark": comma[0][0]}, at, start + comma.end(), ", ")
    wide = (
        re.search(rf"[{{,，]\s*([^\s,:{COLONS}\[\]{{}}]{{1,20}})\s*(?:([{COLONS}])|:(?=[^\s]))\s*", bare)
        if "{" in bare
        else None
    )
    if wide:
        at = start + wide.start(2) if wide[2] else start + bare.index(":", wide.end(1))
        rule = "wide-colon" if wide[2] else "no-blank"
        return Slip(rule, n, at, {"name": wide[1]}, start + wide.end(1), start + wide.end(), ": ")
    if tail := re.search(r"[\]}]\s*([,，;；。、]+)$", bare):
        at = start + tail.start(1)
        return Slip("behind-quotes", n, at, {"mark": tail[1]}, at, start + len(value))
    wanted = {"[": "]", "{": "}"}[value[0]]
    close = _closing(bare)
    if close < 0 and (found := re.search("[】］｝〕」]", bare)):
        at = start + found.start()
        return Slip("wide-brackets", n, at, {"mark": found[0]}, at, at + 1, wanted)
    if 0 <= close < len(bare.rstrip()) - 1 and not re.match(r"\s+#", bare[close + 1 :]):
        return _quoted(n, start, value, value[0])
    return None


def _cut(n: int, start: int, value: str) -> Slip | None:
    """A list or a map that a comment cuts off before it closes."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", lambda quoted: "q" * len(quoted[0]), value)
    hash = None if "{{" in bare else re.search(r"\s#(?=[^\s#])", bare)
    if hash and _closing(bare[: hash.start()]) < 0:
        return Slip("cut-at-hash", n, start + hash.end() - 1)
    return None


def _closing(bare: str) -> int:
    """Where the bracket closes with which a value begins; -1 where it does not."""
    depth = 0
    for at, char in enumerate(bare):
        depth += (char in "[{") - (char in "]}")
        if not depth:
            return at
    return -1


def second_colon(line: str, n: int) -> Slip | None:
    start = value_start(line)
    colon = re.search(r":(\s|$)", line[start:])
    if line[start : start + 1] in ("[", "{"):  # it may be another bracket, or a comma, that is wanting
        return None
    return Slip("colon-in-text", n, start + colon.start()) if colon else None
