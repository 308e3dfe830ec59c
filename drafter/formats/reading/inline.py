"""The words of a Markdown paragraph without their marks."""

from __future__ import annotations

import re
from html import unescape

SOFT, HARD, BREAK = "\n", "\r", "\x0b"
"""Line ends: one of the file's, one that is kept, and one that is no end of a line of the file."""
TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~\n])|(?P<ticks>`+)|(?P<run>\*+|_+)|(?P<open>!?\[)|(?P<close>\])"
    r"|<(?P<link>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]{1,64}@[\w.-]{1,255})>"
    r"|(?P<tag></?(?:a|abbr|b|big|blockquote|br|center|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol"
    r"|p|pre|q|s|section|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul|wbr)\b[^<>]*>)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<blanks>(?<! ) {2,}+\n)",
    re.IGNORECASE,
)
TICKS = re.compile("`+")
TARGET = re.compile(r"\(\s*+(?:<[^<>\n]*>|[^\s()<>]*+)(?:\s++(?:\"[^\"]*\"|'[^']*'))?\s*+\)")
"""What follows the words of a link."""
LOOK_BACK = 10
"""Marks of emphasis that are passed over in looking for the one that a mark ends."""


def words(text: str) -> tuple[str, list[str]]:
    """The text as it is shown, its line ends told apart, and the descriptions of its pictures."""
    return _Words(text).shown()


class _Words:
    """One paragraph on its way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.runs: list[_Run] = []
        self.brackets: list[int] = []
        self.pictures: list[str] = []
        self.last_ticks = {len(found[0]): found.start() for found in TICKS.finditer(text)}

    def shown(self) -> tuple[str, list[str]]:
        """All of it."""
        at = 0
        while found := TOKEN.search(self.text, at):
            self.out.append(self.text[at : found.start()])
            at = self._token(found)
        self.out.append(self.text[at:])
        return "".join(self.out), self.pictures

    def _token(self, found: re.Match[str]) -> int:
        """Take one mark; returns where the text goes on."""
        text = found[0]
        match found.lastgroup:
            case "escaped":
                text = HARD if found["escaped"] == "\n" else found["escaped"]
            case "blanks":
                text = HARD
            case "link":
                text = found["link"]
            case "tag":
                text = BREAK if text[1:3].lower() == "br" else ""
            case "entity":
                text = unescape(text)
            case "ticks":
                return self._code(found)
            case "run":
                return self._run(found)
            case "open":
                self.brackets.append(len(self.out))
            case "close" if self.brackets:
                return self._link(found.end(), self.brackets.pop())
        self.out.append(text)
        return found.end()

    def _code(self, found: re.Match[str]) -> int:
        """A stretch between two runs of as many backticks; else they are text."""
        size, start = len(found[0]), found.end()
        if self.last_ticks.get(size, -1) < start:  # looking on would be in vain; the first of a run may be escaped
            self.out.append(found[0])
            return start
        end = next(ticks for ticks in TICKS.finditer(self.text, start) if len(ticks[0]) == size)
        code = self.text[start : end.start()]
        self.out.append(code[1:-1] if code[:1] == code[-1:] == " " and code.strip() else code)
        return end.end()

    def _link(self, end: int, opened: int) -> int:
        """The words of a link without its target; a picture has none. Brackets without a target are text."""
        target = TARGET.match(self.text, end)
        if not target:
            self.out.append("]")
            return end
        if self.out[opened] == "![":
            self.pictures.append("".join(self.out[opened + 1 :]))
            del self.out[opened:]
            self.runs = [run for run in self.runs if run.at < opened]
        else:
            self.out[opened] = ""
        return target.end()

    def _run(self, found: re.Match[str]) -> int:
        """Marks of emphasis: they end what began, or begin something, or are text."""
        before, after = self.text[found.start() - 1 : found.start()], self.text[found.end() : found.end() + 1]
        run = _Run(found[0][0], len(found[0]), at=len(self.out))
        inside = run.char == "_" and before.isalnum() and after.isalnum()
        run.ends = before.strip() != "" and not inside
        run.begins = after.strip() != "" and not inside
        self.out.append(found[0])
        if run.ends:
            self._end(run)
        if run.begins and run.left:
            self.runs.append(run)
        return found.end()

    def _end(self, run: _Run) -> None:
        """Pair a run with those before it."""
        for n in range(len(self.runs) - 1, max(-1, len(self.runs) - 1 - LOOK_BACK), -1):
            other = self.runs[n]
            odd = (other.size + run.size) % 3 == 0 and (other.size % 3 or run.size % 3)
            if other.char != run.char or (odd and ((run.begins and run.ends) or (other.begins and other.ends))):
                continue
            paired = min(other.left, run.left)
            for one in (other, run):
                one.left -= paired
                self.out[one.at] = one.char * one.left
            del self.runs[n + (other.left > 0) :]
            if not run.left:
                return


class _Run:
    """Marks of emphasis that stand together."""

    def __init__(self, char: str, size: int, at: int) -> None:
        self.char, self.size, self.left, self.at = char, size, size, at
        self.begins = self.ends = False
