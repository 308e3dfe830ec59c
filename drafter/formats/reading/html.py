"""HTML → Sheet: its blocks as lines, headings claimed, what is no part of the text reported."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from drafter.encoding import attempt
from drafter.formats.reading.claims import titled
from drafter.formats.reading.notes import Notes
from drafter.formats.reading.text import plain_text
from drafter.model.sheet import Claim, Raw, Sheet
from drafter.problem import Place

CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
CODES = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "utf-8": "utf-8", "utf8": "utf-8", "big5": "big5"}
BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr html "
    "li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
LEFT_OUT = frozenset("script style nav aside footer form head noscript template svg select button".split())
"""What stands on a page and is no part of its text."""
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLANKS = re.compile("[ \t\r\n\f]+")


def read(data: bytes, file: str) -> Sheet:
    """Every block of the page as a line; the page says where paragraphs end."""
    notes = Notes(file)
    named = CHARSET.search(data[:4096])
    code = CODES.get(named[1].decode("ascii").lower(), "") if named else ""
    page = _Page(notes)
    page.feed(plain_text(data, notes, attempt(data, code) if code else None))
    page.close()
    page.end_block()
    return Sheet(titled(page.lines), True, notes.problems())


class _Page(HTMLParser):
    def __init__(self, notes: Notes) -> None:
        super().__init__(convert_charrefs=True)
        self.notes = notes
        self.lines: list[Raw] = []
        self.words: list[str] = []
        self.place = Place(notes.file)
        self.claim: Claim = ""
        self.level = 0
        self.outside: list[str] = []
        """The tags that are open and left out, outermost first."""
        self.preformatted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.outside:
            if tag not in VOID and tag == self.outside[0]:
                self.outside.append(tag)
            return
        if tag in LEFT_OUT:
            self.outside.append(tag)
        elif tag == "br":
            self._end_line()
        elif tag in BLOCKS:
            self.end_block()
            self.preformatted += tag == "pre"
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                self.claim, self.level = "heading", int(tag[1])
            elif tag in ("li", "blockquote"):
                self.claim = "item" if tag == "li" else "quote"

    def handle_endtag(self, tag: str) -> None:
        if self.outside:
            if tag == self.outside[-1]:
                self.outside.pop()
        elif tag in BLOCKS:
            self.end_block()
            self.preformatted = max(0, self.preformatted - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        line, column = self.getpos()
        here = Place(self.notes.file, line, column + 1)
        if self.outside:
            if self.outside[0] not in ("script", "style", "head") and data.strip():
                self.notes.add("left-out", "text outside paragraphs", here, data.strip())
            return
        if not self.words and data.strip():
            self.place = here
        for n, piece in enumerate(data.split("\n") if self.preformatted else (data,)):
            if n:
                self._end_line()
            self.words.append(piece)

    def end_block(self) -> None:
        """A block begins or ends: what was gathered is a line."""
        self._end_line()
        self.claim, self.level = "", 0

    def _end_line(self) -> None:
        text = BLANKS.sub(" ", "".join(self.words)).strip(" ")
        self.words = []
        if text.strip("\u3000\u00a0 "):
            self.lines.append(Raw(text, self.place, self.claim, self.level))
