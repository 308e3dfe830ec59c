"""The comments of a YAML file, as its tokens leave them over."""

from __future__ import annotations

import re

from yaml import tokens

from drafter.yamltext.parse import scan

HEADER = re.compile(r"[|>][-+\d]*(?:[ \t]+(#[^\n]*))?")


def comments(text: str) -> list[str]:
    """Every comment, from its `#` on."""
    found: list[str] = []
    done = 0
    for token, start, end in scan(text):
        found += _between(text[done:start])
        header = (
            HEADER.match(text, start) if isinstance(token, tokens.ScalarToken) and token.style in ("|", ">") else None
        )
        if header and header[1]:
            found.append(header[1].rstrip())
        done = max(done, end)
    return found + _between(text[done:])


def _between(gap: str) -> list[str]:
    """The comments in what stands between two tokens."""
    return [line[line.index("#") :].rstrip() for line in gap.split("\n") if "#" in line]
