"""HTML → Sheet: its blocks as lines, headings claimed, what is no part of the text reported."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence

from drafter.encoding import BOMS, attempt, decode, plainly_chinese
from drafter.formats.numerals import numbered, numeral, wide
from drafter.formats.reading.claims import titled
from drafter.formats.reading.notes import Notes
from drafter.formats.reading.tables import Tables
from drafter.formats.reading.tags import Piece, pieces
from drafter.formats.reading.text import plain_text
from drafter.language.enumerators import reader
from drafter.model.sheet import Claim, Raw, Sheet
from drafter.problem import Place

CHARSET = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
CODES = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5", "big5-hkscs": "big5hkscs"}
LATIN = ("iso-8859-1", "latin1", "windows-1252", "us-ascii")
"""What pages often say that are in something else."""
BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 "
    "header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
LEFT_OUT = {
    "nav": "navigation",
    "aside": "asides",
    "footer": "footers",
    **dict.fromkeys(("select", "button", "textarea", "datalist"), "form controls"),
    **dict.fromkeys(
        "noscript template svg object iframe noembed noframes video audio canvas dialog".split(),
        "other parts of the page",
    ),
    **dict.fromkeys(("rt", "rp"), "readings above words"),
    "del": "tracked deletions",
}
"""What stands on a page and is no part of its text. A form is: whole pages of some servers stand in one."""
UNSEEN = ("script", "style")
HIDDEN_TEXT = "hidden text"
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
OTHER_NUMBER = re.compile(
    r"[（(]?(?:[0-9]{3}|[A-Za-z]|[ivxIVX]{1,5})(?:[、)）]|[.．](?![0-9]))"
    r"|第?[一二三四五六七八九十]{1,3}(?:[，：:章条]|来)"
)
"""What is typed before the words of an item besides enumerators: pages often number although they are lists, and hide the list's own."""
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNCLOSED = frozenset("p li td th tr dd dt rt rp".split())
"""Elements that need not be closed."""
BLANKS = re.compile("[ \t\r\n\f]+")
NUMERALS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read(data: bytes, file: str) -> Sheet:
    """Every block of the page as a line; the page says where paragraphs end."""
    page = _page(data, Notes(file))
    if _size(page.hidden) > _size(page.lines):  # a script would show it
        first, words = page.hidden[0], " ".join(raw.text for raw in page.hidden)
        page = _page(data, Notes(file), hides=False)
        page.notes.add("taken-up", HIDDEN_TEXT, first.place, words)
    if page.title and page.title not in "\n".join(line.text.replace("\n", "") for line in page.lines):
        page.notes.add("left-out", "page titles", Place(file), page.title)
    return Sheet(titled(page.lines), True, page.notes.problems())


def _page(data: bytes, notes: Notes, *, hides: bool = True) -> Page:
    """The whole page; what it hides is left out, unless it is to be read too."""
    html = plain_text(data, notes, _declared(data))
    page = Page(html, notes, hides)
    for piece in pieces(html):
        page.take(piece)
    page.end_block()
    page.end_tables()
    return page


def _size(lines: Sequence[Raw]) -> int:
    return sum(len(line.text) for line in lines)


def _declared(data: bytes) -> str | None:
    """The text in the encoding that the page itself names, unless the bytes speak against it."""
    said = CHARSET.search(data[:4096])
    name = said[1].decode("ascii").lower() if said else ""
    if any(data.startswith(bom) for bom, _ in BOMS):
        return None
    if name in LATIN and not decode(data, "", prose=True)[0]:
        return attempt(data, "cp1252")
    text = attempt(data, CODES[name]) if name in CODES else None
    if text and attempt(data, "utf-8") is not None and not plainly_chinese(text):
        return None
    return text


class Page:
    """A page as its tags and texts are taken one by one."""

    def __init__(self, html: str, notes: Notes, hides: bool) -> None:
        self.lines: list[Raw] = []
        self.hidden: list[Raw] = []
        self.title = ""
        self.notes = notes
        self._hides = hides
        self._starts = [0, *(found.end() for found in re.finditer("\n", html))]
        self._words: list[str] = []
        self._at = -1  # where the words begin
        self._heading = self._quotes = self._preformatted = 0
        self._outside: list[str] = []  # the tags that are open and left out, outermost first
        self._why = ""
        self._lists: list[_List] = []
        self._item: str | None = None  # the number of an item whose words are yet to come
        self._tables = Tables(notes)

    def take(self, piece: Piece) -> None:
        """One more tag or text."""
        if self._outside and self._stays_outside(piece):
            return
        if not piece.tag:
            self._text(piece)
        elif piece.ends:
            self._close(piece.tag)
        else:
            self._open(piece)

    def end_block(self) -> None:
        """A block begins or ends: what was gathered is a line."""
        self._end_line()
        self._heading = 0

    def end_tables(self) -> None:
        """The page ends: tables that were left open are what they have become."""
        while self._tables:
            self._tables.end(self.lines)

    def _stays_outside(self, piece: Piece) -> bool:
        """Whether a piece lies in what is left out; if so, its text is noted."""
        own = self._outside[0]
        if not piece.tag:
            self._leave_out(self._why, piece.at, piece.text)
        elif own in UNCLOSED and (piece.tag == own or piece.tag in BLOCKS or (piece.ends and piece.tag == "ruby")):
            self._outside = []
            return piece.ends and piece.tag == own
        elif piece.tag == own and piece.ends:
            self._outside.pop()
        elif piece.tag == own:
            self._outside.append(own)
        return True

    def _open(self, piece: Piece) -> None:
        tag, said = piece.tag, piece.attributes
        if tag in UNSEEN:
            return
        if tag == "title":
            self.title = self.title or " ".join(piece.text.split())
        elif piece.text:
            self._leave_out(LEFT_OUT.get(tag, "other parts of the page"), piece.at, piece.text)
        elif tag == "img":
            self._leave_out("descriptions of pictures", piece.at, said.get("alt", ""))
        elif tag == "br":
            self._break()
        elif tag in LEFT_OUT or (self._hides and _hidden(said) and tag not in VOID and tag not in ("html", "body")):
            self._outside, self._why = [tag], LEFT_OUT.get(tag, HIDDEN_TEXT)
        elif tag in BLOCKS:
            self.end_block()
            self._open_block(piece)

    def _open_block(self, piece: Piece) -> None:
        match piece.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._heading = int(piece.tag[1])
            case "blockquote":
                self._quotes += 1
            case "pre":
                self._preformatted += 1
            case "table":
                self._tables.begin(self.lines)
            case "tr":
                self._tables.row(self.lines)
            case "td" | "th":
                self._tables.cell(self.lines)
            case "ol" | "ul":
                self._lists.append(_List(piece.tag == "ol", piece.attributes))
            case "li":
                self._item = self._lists[-1].next(piece.attributes) if self._lists else ""

    def _close(self, tag: str) -> None:
        if tag not in BLOCKS:
            return
        self.end_block()
        match tag:
            case "blockquote":
                self._quotes = max(0, self._quotes - 1)
            case "pre":
                self._preformatted = max(0, self._preformatted - 1)
            case "li":
                self._item = None
            case "ol" | "ul" if self._lists:
                self._lists.pop()
            case "table":
                self._tables.end(self.lines)

    def _text(self, piece: Piece) -> None:
        for n, words in enumerate(piece.text.split("\n") if self._preformatted else (piece.text,)):
            if n:
                self._end_line()
            if self._at < 0 and words.strip(" \t\r\n\f"):
                blanks = len(words) - len(words.lstrip(" \t\r\n\f"))
                self._at = (
                    self._starts[min(bisect(self._starts, piece.at) + n, len(self._starts)) - 1]
                    if n
                    else piece.at + blanks
                )
            self._words.append(words)

    def _break(self) -> None:
        """A line break: old pages part paragraphs so; in a heading it is only a break."""
        if self._heading:
            self._words.append("\v")
        else:
            self._end_line()

    def _end_line(self) -> None:
        text, at = "".join(self._words), self._at
        self._words, self._at = [], -1
        if at < 0:
            return
        place = self._place(at)
        if not self._preformatted:
            text = BLANKS.sub(_blank, text).strip(" ")
        text = self.notes.printable(text.strip("\v").replace("\v", "\n"), place)
        if not text.strip("\u3000\u00a0 \t\n"):
            return
        claim: Claim = "heading" if self._heading else "quote" if self._quotes else ""
        level = self._heading
        if self._item is not None:
            text, self._item = (
                text if reader("zh")(text) or OTHER_NUMBER.match(text) else numbered(self._item, text),
                None,
            )
            claim, level = (claim, level) if claim else ("item", len(self._lists))
        self.lines.append(Raw(text, place, claim, level))

    def _leave_out(self, what: str, at: int, text: str) -> None:
        words, place = " ".join(text.split()), self._place(at)
        if not words:
            return
        self.notes.add("left-out", what, place, words, stretch=len(self.lines))
        if what == HIDDEN_TEXT:
            self.hidden.append(Raw(words, place))

    def _place(self, at: int) -> Place:
        line = bisect(self._starts, at)
        return Place(self.notes.file, line, at - self._starts[line - 1] + 1)


class _List:
    """A list that is open, and how far it has counted."""

    def __init__(self, numbers: bool, said: Mapping[str, str]) -> None:
        self._numbers = numbers and not UNNUMBERED.search(said.get("style", ""))
        self._format = NUMERALS.get(said.get("type", ""), "decimal")
        self._count = _number(said.get("start", ""), 1) - 1

    def next(self, said: Mapping[str, str]) -> str:
        """The number of the next item, as a browser shows it."""
        if not self._numbers:
            return ""
        self._count = _number(said.get("value", ""), self._count + 1)
        return f"{numeral(self._count, self._format)}."


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _hidden(said: Mapping[str, str]) -> bool:
    return "hidden" in said or said.get("type") == "hidden" or bool(HIDDEN.search(said.get("style", "")))


def _blank(found: re.Match[str]) -> str:
    """What is seen of blanks in the source: one, or none where only the source's line ends between Chinese words."""
    before, after = found.string[found.start() - 1 : found.start()], found.string[found.end() : found.end() + 1]
    return "" if "\n" in found[0] and wide(before) and wide(after) else " "
