"""The line that is to blame where YAML stops, and the slip on it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from yaml import MarkedYAMLError

from drafter.yamltext.levels import indentation
from drafter.yamltext.reasons import rule_for
from drafter.yamltext.slip import Slip
from drafter.yamltext.slips import BRIEFLY, before, colon_slip, open_quotes, slip_of
from drafter.yamltext.value import ENTRY


def blamed(lines: Sequence[str], error: MarkedYAMLError) -> Slip:
    """What is wrong where a parser stopped: a slip that people make, or else what it says in words of ours."""
    mark = error.problem_mark or error.context_mark
    context = error.context_mark or mark
    line, opened = (min(one.line, len(lines) - 1) if one else 0 for one in (mark, context))
    rule = rule_for(error.problem or "", error.context or "")
    above = before(lines, line)
    deeper = above >= 0 and indentation(lines[line]) > indentation(lines[above])
    if rule == "colon-in-text" and deeper and (found := colon_slip(lines[above], above)):  # the first field of a record
        return found
    for candidate in (opened, line) if rule == "no-colon" else (line, opened):
        if found := slip_of(lines, candidate):
            return found
    if above >= 0 and (found := colon_slip(lines[above], above)):
        return found
    if found := open_quotes(lines, above):
        return found
    at_opening = context and rule in ("no-colon", "unclosed-quotes", "unclosed-bracket", "no-directives")
    return _told(
        rule, lines, (opened, context.column) if context and at_opening else (line, mark.column if mark else 0)
    )


def _told(rule: str, lines: Sequence[str], spot: tuple[int, int]) -> Slip:
    """The rule at a spot, with what its sentence names; a spot behind the last line is the end of what is said."""
    line, column = spot
    while line and not lines[line].strip():
        line, column = line - 1, 0
    text = lines[line]
    column = min(column, max(len(text) - 1, 0))
    if rule == "odd-escape":
        column = max(text.rfind("\\", 0, column + 1), 0)
    slip = Slip(rule, line, column, {"mark": text[column : column + 1], "text": text[column:].strip()[:BRIEFLY]})
    match rule:
        case "quote-text":
            return replace(slip, facts={"why": text[column : column + 1]})
        case "odd-indent":
            return replace(slip, facts={"code": "U+0009"})
        case "unclosed-bracket" if line + 1 < len(lines) and ENTRY.match(lines[line + 1]) and "#" not in text:
            end = len(text.rstrip())
            return replace(slip, start=end, end=end, text="]" if text[column] == "[" else "}")
        case _:
            return slip
