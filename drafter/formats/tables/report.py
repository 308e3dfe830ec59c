"""Lines one after the other → a workbook, or a page, that tells whether anybody has saved it since."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from tempfile import TemporaryFile
from urllib.parse import quote

SIGNED = b"drafter report "
"""What stands before the digest at the end of a report: another program that saves it drops or belies it."""
END = b" -->\n"
"""What a page ends with."""
STARTS = re.compile(r"[=+\-@\t\r]")
"""What a spreadsheet might take for the beginning of a formula."""
LONG_AGO = datetime(1980, 1, 1)
"""When every workbook says that it was made: same lines, same bytes."""
LONGEST_LINK = 250
"""Characters of a text within a formula."""
HEIGHT, MOST_LINES = 16, 25
"""Points of a line, and the lines that Excel can show in a row."""
LONGEST_CELL = 32_000
"""Characters; Excel takes 32,767."""
A4 = 9
Cells = tuple[str | float, ...]


def untouched(data: bytes) -> bool:
    """Whether a report is as it was written."""
    at = data.rfind(SIGNED)
    said, behind = data[at + len(SIGNED) :][:64], data[at + len(SIGNED) + 64 :]
    return at > 0 and said.decode("ascii", "replace") == _digest(data[:at]) and behind in (b"", END)


def _digest(data: bytes | memoryview) -> str:
    """The digest of what stands before it; the length of a ZIP archive's comment is not known before it is."""
    whole = memoryview(data)
    return sha256(whole[:-2] if bytes(whole[:2]) == b"PK" else whole).hexdigest()


def plain(value: str | float) -> str | float:
    """A text that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and STARTS.match(value) else value


def _linked(link: str, shown: str) -> str:
    """The formula of a link: XlsxWriter keeps all of its own links in memory, and Excel takes 65,530 of them."""
    return "=HYPERLINK({},{})".format(*(f'"{one.replace(chr(34), chr(34) * 2)}"' for one in (link, shown)))


def _lines(value: str | float, width: float) -> int:
    """The lines that a text fills in a column of so many characters: programs do not measure rows that they have not made."""
    if not isinstance(value, str):
        return 1
    each = (sum(2 if ord(char) > 0x2E7F else 1 for char in line) for line in value[: 40 * MOST_LINES].split("\n"))
    return min(MOST_LINES, sum(max(1, -(-size // max(1, int(width) - 1))) for size in each))


class Workbook:
    """An Excel workbook, whose rows go to the disk one by one."""

    def __init__(self, title: str, heads: Cells, widths: Sequence[float], linked: int) -> None:
        import xlsxwriter

        self.linked = linked

        self.data = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.data, {"constant_memory": True, "strings_to_urls": False})
        self.book.set_properties({"created": LONG_AGO})
        self.sheet = self.book.add_worksheet(title)
        head = self.book.add_format({"bold": True, "bg_color": "#EEEEEE", "border": 1, "valign": "top"})
        self.cell = self.book.add_format({"text_wrap": True, "valign": "top"})
        self.link = self.book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"})
        self.failed = self.book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FDECEA"})
        self.number = self.book.add_format({"valign": "top", "align": "center"})
        self.widths = widths
        self.row = 0
        for n, width in enumerate(widths):
            self.sheet.set_column(n, n, width)
        self.sheet.freeze_panes(1, linked + 1)
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        self._write(heads, head, "")
        self.sheet.autofilter(0, 0, 0, len(heads) - 1)

    def add(self, cells: Cells, link: str) -> None:
        """A line; one without a document stands out."""
        self._write(tuple(map(plain, cells)), self.cell if link else self.failed, link)

    def _write(self, cells: Cells, format: object, link: str) -> None:
        lines = max(map(_lines, cells, self.widths))
        if lines > 1:  # XlsxWriter remembers every row that it is told of
            self.sheet.set_row(self.row, HEIGHT * lines)
        for n, value in enumerate(cells):
            if n == self.linked and 0 < len(link) <= LONGEST_LINK:
                self.sheet.write_formula(self.row, n, _linked(link, str(value)), self.link, value)
            elif isinstance(value, str):
                self.sheet.write_string(self.row, n, value[:LONGEST_CELL], format)
            else:
                self.sheet.write_number(self.row, n, value, self.number)
        self.row += 1

    def close(self) -> bytes:
        """The workbook, with its digest as the comment of the archive."""
        self.book.close()
        with self.data.getbuffer() as data:
            comment = SIGNED + _digest(data).encode()
        self.data.seek(-2, io.SEEK_END)
        self.data.write(len(comment).to_bytes(2, "little") + comment)
        return self.data.getvalue()


class Page:
    """A page, whose lines wait on the disk."""

    def __init__(self, title: str, heads: Cells, widths: Sequence[float], linked: int) -> None:
        self.file, self.linked = TemporaryFile(), linked  # noqa: SIM115
        title = html.escape(title)
        self._put(
            f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title><style>\n'
            "body { font: 15px/1.5 sans-serif; margin: 2em; }\n"
            "table { border-collapse: collapse; } th, td { border: 1px solid #ccc; padding: .3em .6em; }\n"
            "td { vertical-align: top; white-space: pre-line; } th { background: #eee; position: sticky; top: 0; }\n"
            f"tr.failed td {{ background: #fdecea; }}\n</style></head><body><h1>{title}</h1>\n<table><tr>"
            + "".join(f"<th>{html.escape(str(head))}</th>" for head in heads)
            + "</tr>\n"
        )

    def add(self, cells: Cells, link: str) -> None:
        """A line."""
        shown = [html.escape(str(cell)) for cell in cells]
        if link:
            shown[self.linked] = f'<a href="{quote(link)}">{shown[self.linked]}</a>'
        mark = "" if link else ' class="failed"'
        self._put(f"<tr{mark}>" + "".join(f"<td>{cell}</td>" for cell in shown) + "</tr>\n")

    def _put(self, text: str) -> None:
        self.file.write(text.encode("utf-8", "replace"))

    def close(self) -> bytes:
        """The page, with its digest in a remark at the end."""
        self._put("</table></body></html>\n<!-- ")
        self.file.seek(0)
        data = self.file.read()
        self.file.close()
        return data + SIGNED + _digest(data).encode() + END
