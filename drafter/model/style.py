"""A style: how each role looks on the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Align = Literal["left", "center", "right", "both"]
NumberPlace = Literal["outside", "center", "none"]
ROLES = (
    *("title", "byline", "date", "salutation", "heading1", "heading2", "heading3", "heading4", "body"),
    "direction",
    *("number", "header", "footer"),  # of the page, not of a line
)
SIZES = dict(
    zip(
        ["初号", "小初", "一号", "小一", "二号", "小二", "三号", "小三", "四号", "小四", "五号", "小五"],
        (42, 36, 26, 24, 22, 18, 16, 15, 14, 12, 10.5, 9),
        strict=True,
    )
)
"""Chinese type sizes in points."""
COLORS = {
    "黑": "000000",
    "红": "FF0000",
    "深红": "C00000",
    "蓝": "0000FF",
    "深蓝": "000080",
    "绿": "008000",
    "灰": "808080",
    "白": "FFFFFF",
}
COLORS |= {"black": "000000", "red": "FF0000", "blue": "0000FF", "green": "008000", "gray": "808080", "white": "FFFFFF"}
"""Colours that have names."""


class Look(Struct, frozen=True, kw_only=True):
    """How a line of one role is set."""

    font: str
    """The face of Chinese characters, and of quotes and dashes."""
    latin: str = "Times New Roman"
    """The face of letters and digits."""
    size: float = 16
    """In points; a file may also name a Chinese size, such as 三号."""
    bold: bool = False
    """Set in heavier type."""
    color: str = ""
    """Six digits and letters, red, green and blue, without #; a file may also name one, such as 红. Empty for black."""
    spacing: float = 0
    """Points added between characters, or taken away, beside what the grid asks for."""
    align: Align = "both"
    """Set to the left, center or right, or to both edges."""
    indent: float = 0
    """Characters before the first line."""
    pitch: float = 0
    """Points from line to line; 0 for the page's grid."""
    before: float = 0
    """Grid lines left free above."""
    after: float = 0
    """Grid lines left free below."""


class Reading(Struct, frozen=True, kw_only=True):
    """Marks that help to read aloud; they stand in Word documents, are no text of the speech, and none is there unasked."""

    breath: bool = False
    """A light stroke where breath is taken in a long stretch without marks."""
    pinyin: bool = False
    """The syllables of the packs' words that are easily misread, behind the first of each."""
    figures: bool = False
    """How large figures, shares and years are said, behind them."""
    pages: bool = False
    """Paragraphs of a few lines are not parted by the end of a page, longer ones leave two lines on either side."""
    longest: int = 20
    """Characters between two marks, above which a breath is looked for."""


EVERY_MARK = Reading(breath=True, pinyin=True, figures=True, pages=True)
"""What `--reading-marks` asks for."""


class Style(Struct, frozen=True, kw_only=True):
    """Paper, grid and the looks of all roles; lengths in millimetres."""

    name: str
    """The name by which briefs call it."""
    title: str = ""
    """What it is called in lists."""
    paper: tuple[float, float] = (210, 297)
    """Width and height of the paper."""
    top: float = 37
    """From the upper edge of the paper to the type area."""
    left: float = 28
    """From the left edge of the paper to the type area."""
    area: tuple[float, float] = (156, 225)
    """Width and height of the type area."""
    lines: int = 22
    """Lines a page, 0 if the body's own pitch decides."""
    characters: int = 28
    """Characters a line, 0 if the size decides."""
    number_place: NumberPlace = "outside"
    """Page numbers: outer edge (odd right, even left), centred, or none."""
    first_number: bool = True
    """Whether the first page shows its number."""
    header: str = ""
    """What stands at the head of every page, such as 内部资料 注意保存."""
    footer: str = ""
    """What stands at the foot of every page, below its number."""
    reading: Reading = Reading()
    """Marks that help to read aloud."""
    rate: float | None = None
    """How much is said in a minute, in what the language counts; a brief may say otherwise."""
    looks: Mapping[str, Look]
    """title byline date salutation heading1 … heading4 body direction number header footer."""


MM = 1440 / 25.4
"""Twips (twentieths of a point) in a millimetre."""


def pitch(style: Style) -> int:
    """Twips from line to line on the grid, rounded down so that the last line still fits: 579 for 22 lines on 225 mm."""
    return int(style.area[1] * MM / style.lines) if style.lines else round(style.looks["body"].pitch * 20)


def tracking(style: Style) -> int:
    """Twips added after each body character so that the line holds its number of them: -5 for 28 of 16 pt on 156 mm."""
    if not style.characters:
        return 0
    return int((style.area[0] * MM / style.characters - style.looks["body"].size * 20) // 1)


def characters_a_line(style: Style, look: Look) -> int:
    """How many full-width characters of a look fit on a line."""
    return int(style.area[0] * MM // max(1, (look.size + look.spacing) * 20))
