"""HTML → tags and texts, in time that grows with its length only, whatever it holds.

The standard library's parser takes minutes for 100 KB of `<a <a <a`, and raises on `<![x` and on a number of 5,000 digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from msgspec import Struct, field

NAME = re.compile(r"</?([A-Za-z][^\s/<>]{0,40})")
ATTRIBUTE = re.compile(r"""(?<![\w-])([A-Za-z-]{1,40})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")
HUGE = re.compile("&#[0-9]{8,};?")
RAW = ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp")
"""Elements that hold text in which no tag is one."""
LOOKED_AT = 2_000
"""Characters of a tag in which its attributes are looked for."""
TRIES = 10
"""Marks `>` within quotes that are passed over in looking for the end of a tag."""


class Piece(Struct, frozen=True):
    """A tag, or the text between two; of an element whose text holds no tags, the whole element."""

    at: int
    """Where it begins, from 0."""
    text: str = ""
    """The text, its entities resolved."""
    tag: str = ""
    """The tag's name in small letters."""
    ends: bool = False
    """The tag ends an element."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """What the tag says, by names in small letters."""


def pieces(html: str) -> Iterator[Piece]:
    """Tags and texts in order; comments, declarations and instructions are none."""
    last = html.rfind(">")
    last_of = {"-->": html.rfind("-->")}
    at = start = 0
    while (tag := html.find("<", at)) >= 0 and tag < last:
        piece, end = _tag(html, tag, last_of)
        if end:
            if tag > start:
                yield Piece(start, _plain(html[start:tag]))
            if piece:
                yield piece
            start = end
        at = max(end, tag + 1)
    if start < len(html):
        yield Piece(start, _plain(html[start:]))


def _tag(html: str, at: int, last_of: dict[str, int]) -> tuple[Piece | None, int]:
    """What begins at a `<` and where it ends; 0 if it is text."""
    if html.startswith("<!--", at):
        return None, (html.find("-->", at + 2) + 3 if last_of["-->"] > at + 1 else at + 4)
    if html[at + 1 : at + 2] in ("!", "?"):
        return None, html.find(">", at) + 1
    name = NAME.match(html, at)
    if not name:
        return None, 0
    tag, end = name[1].lower(), _end(html, at)
    if html[at + 1] == "/":
        return Piece(at, tag=tag, ends=True), end
    said = html[name.end() : min(end - 1, name.end() + LOOKED_AT)]
    attributes = {a[1].lower(): _plain(a[2] or a[3] or a[4] or "") for a in ATTRIBUTE.finditer(said)}
    if tag in RAW:
        closing = _closing(html, tag, end, last_of)
        if closing:
            return Piece(at, _plain(html[end : closing.start()]), tag, attributes=attributes), closing.end()
    return Piece(at, tag=tag, attributes=attributes), end


def _end(html: str, at: int) -> int:
    """Where a tag ends: at the first `>` outside quotes, or simply at the first where the quotes do not close soon."""
    first = end = html.find(">", at)
    for _ in range(TRIES):
        said = html[at:end]
        if said.count('"') % 2 == 0 and (said.count("'") % 2 == 0 or '"' in said):
            return end + 1
        end = html.find(">", end + 1)
        if end < 0:
            break
    return first + 1


def _closing(html: str, tag: str, at: int, last_of: dict[str, int]) -> re.Match[str] | None:
    """The tag that ends an element of raw text; looked for only where there is one ahead."""
    closing = re.compile(f"</{tag}[^<>]*>", re.IGNORECASE | re.ASCII)
    if tag not in last_of:
        last_of[tag] = max((found.start() for found in closing.finditer(html)), default=-1)
    return closing.search(html, at) if last_of[tag] >= at else None


def _plain(text: str) -> str:
    """The text with its entities resolved."""
    return unescape(HUGE.sub("\ufffd", text)) if "&" in text else text
