"""What the parsers of YAML say when they stop, and what of it a person should be told: of libyaml, and of the one in Python."""

from __future__ import annotations

import re

REASONS: tuple[tuple[str, str], ...] = (
    (r"unexpected (end of stream|document (indicator|separator))", "unclosed-quotes"),
    (r"could not find expected ':'", "no-colon"),
    (r"mapping values are not allowed", "colon-in-text"),
    (r"sequence entries are not allowed", "item-behind-key"),
    (r"mapping keys are not allowed|found unexpected ':'", "odd-key"),
    (r"expected ',' or '[\]}]'", "unclosed-bracket"),
    (r"expected '-' indicator", "no-item"),
    (r"did not find expected key|expected <block end>", "no-entry"),
    (r"expected (the )?node content", "empty-place"),
    (r"cannot start any token", "quote-text"),
    (r"tab character", "odd-indent"),
    (r"escape character|escape sequence of|hexdecimal number|invalid Unicode character escape code", "odd-escape"),
    (r"comment or (a )?line break|chomping|indentation indicator|leading blank line", "odd-block-mark"),
    (
        r"directive|version number|extremely long|incompatible YAML|digit or|a digit|expected ' '|whitespace",
        "no-directives",
    ),
    (r"alphabetic or numeric|non-alphabetical|alias|anchor", "no-aliases"),
    (r"tag|'!'|'>'|expected URI|URI escape", "no-tags"),
    (r"[Dd]ocument|STREAM|<stream-start>|SCALAR", "two-documents"),
    (r"nesting depth", "too-deep"),
    (r"special characters|control characters|UTF|octet|[Uu]nicode|surrogate|input (stream )?error", "unknown-encoding"),
)
"""Words of a parser and our rule, the first that fits; our sentences stand in `sentences.typed`."""


def rule_for(said: str, context: str = "") -> str:
    """Our rule for what a parser says; a mark that opens a directive, a tag or an anchor is told by what it was reading."""
    for kind, rule in (
        ("%TAG|%YAML|directive", "no-directives"),
        ("anchor|alias", "no-aliases"),
        (r"\btag\b", "no-tags"),
    ):
        if re.search(kind, context):
            return rule
    return next((rule for words, rule in REASONS if re.search(words, said)), "yaml-syntax")
