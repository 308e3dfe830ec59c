"""What is typed or picked before a terminal, whatever it can do; and the way of asking of one that only prints lines."""

from __future__ import annotations

import os
import re
import select
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import typer

from drafter.catalogue import _
from drafter.problem import near_miss
from drafter.sentences import visible

BACK, STOP = "\0back", "\0stop"
"""Answers of rows that every menu has."""
CODES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x00-\x1f]*(?:\x07|\x1b\\)?|[ -~])?")
"""What moves a cursor or colours words, and is pasted along from another terminal."""
UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
LOST = "\ufffd"
"""What stands for bytes that are no characters of the terminal's encoding."""
MOST_NAMED = 5
"""Rows that are named where a text can mean several."""
KEPT_HERE = "-"
"""Typed before a plain terminal: nothing is given."""


class Stop(Exception):
    """The writer has had enough for now."""


class Back(Exception):
    """The writer wants the question before."""


class Verdict(NamedTuple):
    """Why a line is not taken, or not yet."""

    says: str
    """What is said of it."""
    text: str | None = None
    """What stands in the line instead."""


Judge = Callable[[str], Verdict | None]
"""What is to be said of a line; nothing where it is taken."""


class Row(NamedTuple):
    """A row that can be picked."""

    shown: str
    """Its words."""
    answer: str
    """Its answer."""
    numbered: bool = True
    """It can be picked by its number, too."""
    sought: str = ""
    """By what else it is found where rows are sought by what is typed: in the first line, its name alone."""


def plain() -> bool:
    """Whether the terminal can do no more than print lines."""
    return os.environ.get("TERM", "").lower() in ("", "dumb", "unknown") and sys.platform != "win32"


def before_a_terminal() -> bool:
    """Whether a person is at the other end, to read and to type; Python has no stream where it is closed."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def no_row(text: str, rows: Iterable[tuple[str, str]]) -> Verdict:
    """What is said of a line that names no row."""
    near = near_miss(text, [shown for shown, _answer in rows])
    said = _("there is no {name}; did you mean {near}?") if near else _("there is no {name}; pick one of these")
    return Verdict(visible(said.format(name=text, near=near)))


def matching(text: str, rows: Sequence[Row], numbers_only: bool = False) -> list[int]:
    """The rows that a typed text can mean: the one of that name or number, else those that begin with it, else hold it."""
    words = text.strip().casefold()
    names = [row.shown.strip().casefold() for row in rows]
    ways: tuple[Callable[[int], bool], ...] = (
        lambda n: names[n] == words,
        lambda n: rows[n].numbered and words == str(_number(rows, n)),
        lambda n: names[n].startswith(words),
        lambda n: words in names[n],
    )
    ways = ways[1:2] if numbers_only else ways
    return next((found for way in ways if (found := [n for n in range(len(rows)) if way(n)])), []) if words else []


def sought(text: str, rows: Sequence[Row]) -> list[int]:
    """The rows that hold every word of a text: first one of that name or number, then those with that value, with it in their names,
    those that show it, and the others."""
    words = text.casefold().split()
    open_ = [n for n, row in enumerate(rows) if row.numbered or not words or is_called(text, rows, n)]
    told = (lambda row: row.sought.partition("\n")[0], lambda row: row.shown, lambda row: f"{row.shown}\n{row.sought}")
    whole = text.strip().casefold()
    found = [n for n in open_ if words and is_called(text, rows, n)]
    found += [n for n in open_ if words and n not in found and whole in rows[n].sought.casefold().split("\n")]
    for said in told:
        found += [n for n in open_ if n not in found and all(one in said(rows[n]).casefold() for one in words)]
    return found if words else open_


def is_called(text: str, rows: Sequence[Row], n: int) -> bool:
    """Whether a text is the number or all of the name of a row."""
    row, words = rows[n], text.strip().casefold()
    number = str(_number(rows, n)) if row.numbered else ""
    return words in (row.shown.casefold(), row.sought.partition("\n")[0].casefold(), number)


def _number(rows: Sequence[Row], n: int) -> int:
    return sum(row.numbered for row in rows[: n + 1])


def label(rows: Sequence[Row], n: int) -> str:
    """A row with its number, those of many in one column."""
    size = len(str(sum(row.numbered for row in rows)))
    return f"{_number(rows, n):>{size}}. {rows[n].shown}" if rows[n].numbered else rows[n].shown


def clean(judge: Judge) -> Judge:
    """The same, for a line that may hold what no terminal should have sent."""

    def judged(text: str) -> Verdict | None:
        if LOST in text:
            return Verdict(
                _("{sign} stands for bytes that are no text; set the terminal to UTF-8, or type it anew").format(
                    sign=LOST
                )
            )
        return judge(text)

    return judged


def sound(text: str) -> str:
    """A text that was pasted or typed, with line breaks of one kind, and without what only a terminal understands."""
    text = CODES.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return UNPRINTED.sub("", "".join(LOST if "\ud800" <= char <= "\udfff" else char for char in text)).replace(
        "\t", " "
    )


class Asked:
    """What both ways of asking share."""

    def __init__(
        self, given: str, judge: Judge, rows: Sequence[Row], start: str, adds: bool, hint: str, seeks: bool
    ) -> None:
        self.given, self.judge, self.rows, self.adds, self.seeks = given, judge, rows, adds, seeks
        self.hint = hint or (
            ""
            if not rows
            else _("(type one more, or pick one)")
            if adds
            else _("(type any of its words to see fewer, then Enter)")
            if seeks
            else _("(type it, its number or its beginning, or pick it)")
        )
        self.at = next((n for n, row in enumerate(rows) if row.answer == start), 0)

    def taken(self, text: str) -> tuple[str, str] | Verdict:
        """The row or the line that a typed text is, or why it is none."""
        if self.rows and not text:
            return self.rows[self.at].answer, ""
        found = sought(text, self.rows) if self.seeks else matching(text, self.rows, self.adds)
        if len(found) == 1 or (found and self.seeks and is_called(text, self.rows, found[0])):
            return self.rows[found[0]].answer, ""
        if found:
            names = [visible(label(self.rows, n) if self.seeks else self.rows[n].shown) for n in found[:MOST_NAMED]]
            said = "\n".join(("", *names)) if self.seeks else "  ".join(names)
            return Verdict(_("{name} could be: {choices}").format(name=visible(text), choices=said))
        return self.judge(text) or ("", text)


class Plain(Asked):
    """Rows printed, and a line read: for terminals that cannot move their cursor."""

    def run(self, says: str) -> tuple[str, str]:
        """The row and the line."""
        for n in range(len(self.rows)):
            typer.echo(f"{'»' if n == self.at else ' '} {visible(label(self.rows, n))}")
        for said in filter(None, (self.hint, says, f"[{visible(self.given)}]" if self.given else "")):
            typer.echo(said)
        while True:
            text = self._line()
            if text == "<":
                raise Back
            text = self.given if not text and not self.rows else "" if text == KEPT_HERE else text
            taken = self.taken(text)
            if not isinstance(taken, Verdict):
                return taken
            typer.echo(taken.says)
            if taken.text is not None:
                self.given = taken.text
                typer.echo(f"[{visible(taken.text)}]")

    def _line(self) -> str:
        """A line, and those that were pasted with it."""
        typer.echo("> ", nl=False)
        lines: list[bytes] = []
        while not lines or select.select([sys.stdin], [], [], 0)[0]:
            read = os.read(sys.stdin.fileno(), 1 << 16)
            if not read and not lines:
                raise Stop
            if not read:
                break
            lines.append(read)
        return sound(b"".join(lines).decode(sys.stdin.encoding or "utf-8", "surrogateescape")).strip()
