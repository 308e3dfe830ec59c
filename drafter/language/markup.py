"""Signs of Markdown and HTML in a text that is read as neither, told from the signs that people leave where a fact belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

NO_START = "省市县区乡镇村局厅州旗盟年月日万亿千百个项家户名件处条座亩吨元米人和与及同、，。；：！？"
"""What stands behind a name or a figure that was left out: **市, __年, 李**和王**."""
INSIDE = f"(?![{NO_START}])(?!同志)[^\\s*＊_~]"
LONGEST = 24
"""Characters between two signs that belong together."""
WORDS = rf"{INSIDE}(?:[^*＊_~\n]{{0,{LONGEST - 2}}}[^\s*＊_~])?"
PAIRED = rf"(?:\*{{2,3}}{WORDS}\*{{2,3}}|__(?![^_\n]*[、，。；：]){WORDS}__)"
"""A row of signs with its like behind some words: no placeholder."""
MARKUP = (
    rf"(?P<sign>\*{{2,3}}|__(?![^_\n]*[、，。；：])|~~)(?P<words>{WORDS})(?P=sign)(?![*_~])"
    rf"|(?<![\d*])\*(?P<soft>(?![{NO_START}])[^\s\d*＊和与及、，]{{1,{LONGEST}}}(?<!\d))\*(?![\d*])"
    r"|`(?P<code>[^`\n]+)`|\A\#{1,6}[ \t]+|!?\[(?P<link>[^\]\n]+)\]\([^()\s]+\)"
    r"|</?(?:a|b|big|br|code|div|em|font|h[1-6]|i|p|s|small|span|strong|sub|sup|u)(?:\s[^<>\n]{0,200})?/?>"
    r"|&(?:nbsp|ensp|emsp|lt|gt|amp|quot|ldquo|rdquo|mdash|hellip|middot|\#\d{2,5});"
)
BEHIND = "".join(
    rf"(?<!{sign}{INSIDE}{inner}{{{n}}})"
    for sign, inner in ((r"\*\*", "[^*]"), ("__", "[^_、，。；：]"))
    for n in range(LONGEST)
)
"""What must not stand before a row of signs that is no placeholder: the first of two, and words between."""


def markup(text: str) -> Iterator[tuple[int, int, str]]:
    """Where markup stands, and the words without it."""
    for found in _pattern().finditer(text):
        words = next((words for words in found.group("words", "soft", "code", "link") if words), "")
        yield found.start(), found.end(), words or unescape(found[0]).strip("\u00a0\u2002\u2003") * (found[0][0] == "&")


@lru_cache
def _pattern() -> re.Pattern[str]:
    return re.compile(MARKUP)
