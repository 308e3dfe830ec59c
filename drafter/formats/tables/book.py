"""A workbook to be filled in → an Excel file: headers with notes, cells that know what belongs into them."""

from __future__ import annotations

import io
from datetime import date
from typing import Any
from unicodedata import east_asian_width

from drafter.formats.tables.report import LONG_AGO
from drafter.model.blank import Between, Blank, BlankColumn, BlankSheet, Named, OneOf

LAST = 5_000
"""The last row whose cells know what belongs into them."""
MOST_LISTED, MOST_HINTED, MOST_TITLED, MOST_NOTED = 255, 255, 32, 1_500
"""Characters that Excel takes of a cell's own list, of what is said at a cell, and of its title; and that a screen shows of a note."""
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
LONGEST_CELL = 32_767
BAR = "\uff5c"
"""The full-width bar behind which remarks stand."""
LARGEST = 1e15
"""Numbers have no limit, but a cell's rule needs one."""
NAMES = "=OFFSET({0}!$A$2,0,0,MAX(1,COUNTA({0}!$A$2:$A${1})),1)"
"""The names that are filled in: of a range with empty cells Excel would open the list at the first of those."""
NUMBERS = {"text": "@", "number": "General", "date": "yyyy-mm-dd"}
WIDTHS = {"text": (14, 44), "number": (10, 20), "date": (13, 20)}
"""The narrowest and the widest column, in characters."""
HEADS: dict[str, dict[str, Any]] = {
    "must": {"bold": True, "bg_color": "#C00000", "font_color": "#FFFFFF"},
    "should": {"bold": True, "bg_color": "#BDD7EE"},
    "may": {"bg_color": "#F2F2F2", "font_color": "#595959"},
}
"""How a header looks, by what comes of leaving its column empty."""
NOTE_WIDTH, NOTE_LINE, NOTE_SIGNS = 340, 18, 46
"""Of a note: its width, the height of a line, and how many half-width signs stand in one."""
PAPER = 200
"""Half-width signs across a page on its side that can still be read; a wider sheet goes on on the next."""
AUTHOR = "drafter"


def workbook(blank: Blank) -> bytes:
    """The file; the same workbook gives the same bytes."""
    import xlsxwriter

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"created": LONG_AGO, "author": AUTHOR})
    pages = [(sheet, book.add_worksheet(sheet.name)) for sheet in blank.sheets]
    choices = _Choices(book, blank.choices)
    formats = _formats(book)
    for sheet, page in pages:
        _laid_out(page, sheet)
        for at, column in enumerate(sheet.columns):
            _filled(page, at, column, formats, first=at == 0)
            if rule := _rule(column, at, choices, blank.sheets[0].name):
                page.data_validation(1, at, LAST - 1, at, rule)
    book.close()
    return data.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    """The looks of cells, each made once: of headers, of columns, and of the example."""
    heads = {name: {"border": 1, "border_color": "#BFBFBF", "text_wrap": True, **look} for name, look in HEADS.items()}
    cells = {kind: {"num_format": number, "text_wrap": True, "align": "left"} for kind, number in NUMBERS.items()}
    shown = {f"{kind} example": {**look, "italic": True, "font_color": "#7F7F7F"} for kind, look in cells.items()}
    return {name: book.add_format({"valign": "top", **look}) for name, look in (heads | cells | shown).items()}


def _laid_out(page: Any, sheet: BlankSheet) -> None:
    """A sheet on screen and on paper."""
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(-(-sum(map(_width, sheet.columns)) // PAPER), 0)
    page.repeat_rows(0)
    page.repeat_columns(0)
    page.set_comments_author(AUTHOR)


def _filled(page: Any, at: int, column: BlankColumn, formats: dict[str, Any], *, first: bool) -> None:
    """The header with its note, the look of the cells below, and the example."""
    page.set_column(at, at, _width(column), formats[column.kind])
    page.write_string(0, at, column.head, formats[column.weight])
    note = _cut(column.note, MOST_NOTED)
    lines = sum(-(-max(1, _signs(line)) // NOTE_SIGNS) for line in note.split("\n"))
    size = {"width": NOTE_WIDTH, "height": NOTE_LINE * (lines + 1), "font_size": 9, "author": AUTHOR}
    page.write_comment(0, at, note, size)
    look = formats[f"{column.kind} example"]
    match column.example:
        case str() as text:
            page.write_string(1, at, text, look)
        case date() as day:
            page.write_datetime(1, at, day, look)
        case float() | int() as number:
            page.write_number(1, at, number, look)
        case None:
            pass


class _Choices:
    """The hidden sheet of the choices that are too long for a cell's own list; made when it is needed."""

    def __init__(self, book: Any, name: str) -> None:
        self.book, self.name = book, name
        self.page: Any = None
        self.columns: dict[tuple[str, ...], int] = {}

    def source(self, texts: tuple[str, ...]) -> list[str] | str:
        """What a cell's list is made from."""
        if len(",".join(texts).encode("utf-16-le")) <= 2 * MOST_LISTED and not any(
            sign in text for text in texts for sign in ',"='
        ):
            return list(texts)
        if self.page is None:
            self.page = self.book.add_worksheet(self.name)
            self.page.very_hidden()
        at = self.columns.setdefault(texts, len(self.columns))
        self.page.write_column(0, at, texts)
        column = _letters(at)
        return f"={_quoted(self.name)}!${column}$1:${column}${len(texts)}"


def _rule(column: BlankColumn, at: int, choices: _Choices, rows: str) -> dict[str, Any] | None:
    """What a column's cells take, and what they say."""
    rule = _taken(column, at, choices, rows)
    if rule is None and not column.hint:
        return None
    rule = rule or {"validate": "any"}
    if column.hint:
        rule |= {"input_title": _cut(column.head, MOST_TITLED), "input_message": _cut(column.hint, MOST_HINTED)}
    if column.refused:
        rule |= {"error_title": _cut(column.head, MOST_TITLED), "error_message": _cut(column.refused, MOST_HINTED)}
    return rule | {"error_type": "stop" if column.strict else "warning"}


def _taken(column: BlankColumn, at: int, choices: _Choices, rows: str) -> dict[str, Any] | None:
    match column.allowed:
        case None:
            return None
        case OneOf(texts):
            return {"validate": "list", "source": choices.source(texts)}
        case Named():
            return {"validate": "list", "source": NAMES.format(_quoted(rows), LAST)}
        case Between("date"):
            return {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
        case Between("number", least, most):
            limits = {"minimum": _limit(least, -LARGEST), "maximum": _limit(most, LARGEST)}
            return {"validate": "decimal", "criteria": "between", **limits}
        case Between(_, least, most, barred):
            return _sized(at, least, most, barred=barred)


def _limit(value: Any, without: float) -> str:
    return f"{without if value is None else value:.15g}"


def _sized(at: int, least: Any, most: Any, *, barred: bool) -> dict[str, Any]:
    """A rule for the characters of a text, of which only those before a bar count where remarks may stand behind it."""
    low, high = int(least or 0), int(LONGEST_CELL if most is None else min(most, LONGEST_CELL))
    if not barred:
        return {"validate": "length", "criteria": "between", "minimum": low, "maximum": high}
    cell = f"{_letters(at)}2"
    said = f'LEN(TRIM(LEFT({cell},FIND("{BAR}",SUBSTITUTE({cell},"|","{BAR}")&"{BAR}")-1)))'
    limits = ([f"{said}>={low}"] if low else []) + ([f"{said}<={high}"] if most is not None else [])
    return {"validate": "custom", "value": f"=AND({','.join(limits)})"}


def _width(column: BlankColumn) -> float:
    """The width of a column: that of its header, and of its example where that is short."""
    least, most = WIDTHS[column.kind]
    shown = _signs(str(column.example or ""))
    return min(most, max(least, _signs(column.head) + 5, min(shown + 2, most)))


def _signs(text: str) -> int:
    """How wide a text is, a Chinese character counted as two."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def _letters(at: int) -> str:
    from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

    return str(xl_col_to_name(at))


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _cut(text: str, most: int) -> str:
    """A text of no more characters than Excel takes, counted as it counts them."""
    if len(text.encode("utf-16-le")) <= 2 * most:
        return text
    while len(text.encode("utf-16-le")) > 2 * (most - 1):
        text = text[:-1]
    return text + "…"
