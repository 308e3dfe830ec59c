"""The comments of a YAML file, as its tokens leave them over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import tokens

from drafter.yamltext.parse import scan

HEADER = re.compile(r"[|>][-+\d]*(?:[ \t]+(#[^\n]*))?")


def comments(text: str) -> list[str]:
    """Every comment, from its `#` on."""
    return [comment for _, comment in placed(text)]


def placed(text: str) -> list[tuple[int, str]]:
    """The same, each with the place of its `#` in the text."""
    found: list[tuple[int, str]] = []
    done = 0
    for token, start, end in scan(text):
        found += _between(text, done, start)
        header = (
            HEADER.match(text, start) if isinstance(token, tokens.ScalarToken) and token.style in ("|", ">") else None
        )
        if header and header[1]:
            found.append((header.start(1), header[1].rstrip()))
        done = max(done, end)
    return found + list(_between(text, done, len(text)))


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The comments in what stands between two tokens."""
    for line in text[start:end].split("\n"):
        if "#" in line:
            at = line.index("#")
            yield start + at, line[at:].rstrip()
        start += len(line) + 1
