"""A YAML file in one canonical layout: what stands between its tokens is made even, what they say and every comment stays."""

from __future__ import annotations

import re

from msgspec import Struct, field
from yaml import tokens

from drafter.yamltext.comments import comments
from drafter.yamltext.data import data
from drafter.yamltext.parse import parse, scan
from drafter.yamltext.proof import refusal
from drafter.yamltext.tree import Document

STEP = 2
"""Columns by which what is below a key or a dash is indented."""
OPENING = (tokens.FlowSequenceStartToken, tokens.FlowMappingStartToken)
CLOSING = (tokens.FlowSequenceEndToken, tokens.FlowMappingEndToken)
GLUED = (*CLOSING, tokens.FlowEntryToken, tokens.ValueToken)
"""What stands directly behind what is before it."""
HEADER = re.compile(r"([|>])([-+]?)(\d?)([-+]?)([^\n]*)")


def laid_out(doc: Document) -> Document:
    """The file in the canonical layout; raises InputError if that would change what it says, or lose a comment."""
    text = _Layout(doc.text).whole()
    done = parse(text, doc.file)
    if done.problems or data(done.root) != data(doc.root) or comments(text) != comments(doc.text):
        raise refusal(doc, ())
    return done


class _Level(Struct):
    """A list or a map on lines of its own."""

    old: int
    """Columns before its keys or dashes as they are typed."""
    new: int
    """Columns before them in the canonical layout."""
    listed: bool
    bare: bool = False
    """A list whose dashes are not indented, which has no token of its own."""


class _Layout(Struct):
    """Goes through the tokens once and writes them with even gaps."""

    text: str
    out: list[str] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    brackets: int = 0
    before: tokens.Token | None = None
    """The last token that is written."""
    done: int = 0
    """Its end."""
    keyed: bool = False
    """A key begins here."""
    room: int = 0
    """Columns before the key or dash of the last text under `|` or `>`."""

    def whole(self) -> str:
        """The file."""
        closed: list[_Level] = []
        for token, start, end in scan(self.text):
            closed += self._structure(token)
            if start == end and not isinstance(token, tokens.ScalarToken):
                continue
            self._gap(token, start, closed)
            closed = []
            self._write(token, start, end)
        self._end(closed)
        return "".join(self.out)

    # structure

    def _structure(self, token: tokens.Token) -> list[_Level]:
        """Keep account of lists and maps; gives those that end here."""
        column = token.start_mark.column
        self.keyed |= isinstance(token, tokens.KeyToken)
        closed: list[_Level] = []
        match token:
            case tokens.BlockMappingStartToken():
                self._open(column, False)
            case tokens.BlockSequenceStartToken():
                self._open(column, True)
            case tokens.BlockEndToken():
                if self.levels[-1].bare:
                    closed.append(self.levels.pop())
                closed.append(self.levels.pop())
            case tokens.BlockEntryToken() if not self.levels[-1].listed:
                self._open(column, True, bare=True)
            case tokens.KeyToken() if not self.brackets and self.levels[-1].bare:
                closed.append(self.levels.pop())
            case _:
                pass
        return closed

    def _open(self, column: int, listed: bool, bare: bool = False) -> None:
        new = self.levels[-1].new + STEP if self.levels else 0
        self.levels.append(_Level(column, new, listed, bare))

    # gaps

    def _gap(self, token: tokens.Token, start: int, closed: list[_Level]) -> None:
        """What stands before a token: a blank or none, or comments, one blank line at most, and the indentation."""
        gap = self.text[self.done : start]
        if self._fresh() or "\n" in gap:
            self._lines(gap, closed, self._comment_column(token))
            self.out.append(" " * self._indentation(token))
        elif self.before is not None:
            self.out.append("" if self._touches(token) else " ")

    def _fresh(self) -> bool:
        """At the beginning of a line: of the first, or after a text under `|` or `>`."""
        return self.before is None or _is_block(self.before)

    def _touches(self, token: tokens.Token) -> bool:
        return isinstance(self.before, OPENING) or isinstance(token, GLUED)

    def _indentation(self, token: tokens.Token) -> int:
        level = self.levels[-1] if self.levels else None
        if level is None:
            return 0
        if self.brackets:
            return level.new + STEP * (level.listed + 1 - isinstance(token, CLOSING) + self.brackets - 1)
        return level.new + STEP * (not self._begins(token))

    def _begins(self, token: tokens.Token) -> bool:
        """Whether a token begins an entry or an item, and is not a value on a line of its own."""
        return self.keyed or isinstance(token, (tokens.BlockEntryToken, tokens.KeyToken, tokens.ValueToken))

    def _comment_column(self, token: tokens.Token) -> int | None:
        """Where comments stand in brackets."""
        if not self.brackets:
            return None
        level = self.levels[-1] if self.levels else _Level(0, 0, False)
        return level.new + STEP * (level.listed + self.brackets)

    def _lines(self, gap: str, closed: list[_Level], column: int | None) -> None:
        """The comment behind the last token, then lines of comments, blank lines never two in succession."""
        first, *rest = gap.split("\n")
        blank = self.before is None
        if self._fresh():
            rest = [first, *rest]
        else:
            typed = len(first) - len(first.lstrip(" "))  # comments may stand in a column
            self.out.append(" " * max(2, typed) + first.strip() + "\n" if first.strip() else "\n")
        for line in rest[:-1]:
            comment = line.strip()
            if comment:
                typed = len(line) - len(line.lstrip())
                comment = " " * (self._column(typed, closed) if column is None else column) + comment
            if comment or not blank:
                self.out.append(comment + "\n")
            blank = not comment

    def _end(self, closed: list[_Level]) -> None:
        """The last comments; a file ends with one line end."""
        gap = self.text[self.done :].rstrip()
        if gap or not self._fresh():
            self._lines(gap + "\n", closed, None)

    def _column(self, typed: int, closed: list[_Level]) -> int:
        """Where a comment goes: as far from the list or map that it belongs to as it was."""
        levels = [level for level in (*reversed(self.levels), *closed) if level.old <= typed]
        level = max(levels, key=lambda one: one.old, default=None)
        column = typed if level is None else level.new + typed - level.old
        if self.before is not None and _is_block(self.before):  # or it would become part of the text
            column = min(column, self.room)
        return column

    # tokens

    def _write(self, token: tokens.Token, start: int, end: int) -> None:
        source = self.text[start:end]
        if isinstance(token, tokens.ScalarToken):
            source, end = self._scalar(token, source, end)
        self.brackets += isinstance(token, OPENING) - isinstance(token, CLOSING)
        self.out.append(source)
        self.before, self.done, self.keyed = token, end, False

    def _scalar(self, token: tokens.ScalarToken, source: str, end: int) -> tuple[str, int]:
        if _is_block(token):
            return self._block(source, end)
        if "\n" in source:
            column = (self.levels[-1].new + STEP if self.levels else 0) + STEP * self.brackets
            first, *rest = source.split("\n")
            lines = [first.rstrip(), *(line.strip(" \t") for line in rest)]
            return "\n".join([lines[0], *(" " * column + line if line else "" for line in lines[1:])]), end
        if token.style == "'" and not re.search(r'["\\]', token.value):
            return f'"{token.value}"', end
        return source, end

    def _block(self, source: str, end: int) -> tuple[str, int]:
        """A text under `|` or `>`, its lines moved; blank lines after it belong to the gap unless they are text."""
        header, *lines = source.split("\n")
        mark = HEADER.match(header)
        assert mark is not None
        level = self.levels[-1] if self.levels else _Level(-STEP, -STEP, False)
        self.room = max(level.new, 0)
        width = int(mark[3] or 0)
        old = level.old + width if width else next((len(x) - len(x.lstrip(" ")) for x in lines if x.strip(" ")), 0)
        chomp = mark[2] + mark[4]
        end -= len("\n".join(lines))
        while lines and len(lines[-1]) <= old and not lines[-1].strip(" ") and ("+" not in chomp or not lines[-1]):
            lines.pop()
            if "+" in chomp:
                break
        end += sum(len(line) + 1 for line in lines)
        if not source.endswith("\n"):
            chomp = "-"  # the text had no line end, and will not get one
        pad = " " * (level.new + (width or STEP))
        header = mark[1] + chomp + mark[3] + mark[5].rstrip()
        return "".join(f"{line}\n" for line in [header, *(pad + x[old:] if x[old:] else "" for x in lines)]), end


def _is_block(token: tokens.Token) -> bool:
    return isinstance(token, tokens.ScalarToken) and token.style in ("|", ">")
