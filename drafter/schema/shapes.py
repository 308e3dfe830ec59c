"""Shapes of values, as draft-07 says them and as YAML language servers take them best.

A value that an editor reads as a number or as yes and no may be a text to drafter, so texts are told by what they are
not. What may stand but is not to be proposed (an open slot, another spelling) is said with `if`, `not` and `else`, where
editors look for errors and not for proposals. Shapes are told in place rather than shared by `$ref`: an editor names
a shared one after the place that used it last.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from drafter.schema.words import Say

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
OPEN: Schema = {
    "anyOf": [
        {"type": "null"},
        {"type": "string", "pattern": r"^\s*$"},
        {"type": "array", "items": {"$ref": "#/definitions/open"}},
        {"type": "object", "additionalProperties": {"$ref": "#/definitions/open"}},
    ]
}
"""What gives nothing: not filled in, or a list or a record of what is not filled in."""
EMPTY: Schema = {"type": ["null", "string"], "pattern": r"^\s*$"}
NUMBER = r"[-+]?[0-9０-９]+(?:\.[0-9０-９]+)?"
POSITIVE = r"(?=.*[1-9１-９])\+?[0-9０-９]+(?:\.[0-9０-９]+)?"
ORDINAL = r"[-+]?[0-9０-９]+(?:\.[0０]+)?"
FACT = r"\s*[-+－＋]?(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+)(?:[.．][0-9０-９]+)?\s*"
"""A number as a slot takes it, half or full width, with commas or without."""
MONTHS = (
    (r"(?:0?[13578]|1[02])", r"(?:0?[1-9]|[12][0-9]|3[01])"),
    (r"(?:0?[469]|11)", r"(?:0?[1-9]|[12][0-9]|30)"),
    (r"0?2", r"(?:0?[1-9]|[12][0-9])"),
)
"""Months and the days that they may have."""
MOST = 10_000
"""The largest count that a pattern is made for."""
DIGITS = "digits only"
WHOLE = "a whole number"


def named(name: str, about: str, shape: Schema) -> Schema:
    """A shape under its name, with what an editor shows about it."""
    inside = "items" in shape or "properties" in shape
    return {"title": name, "description": about, **(shape if inside else {"anyOf": [shape]})}


def keys(say: Say, table: Mapping[str, tuple[str, Schema]]) -> dict[str, Schema]:
    """The keys of a map, each with its sentence."""
    return {key: named(key, say(sentence), shape) for key, (sentence, shape) in table.items()}


def record(properties: Mapping[str, Schema], *, needs: Iterable[str] = (), **more: Any) -> Schema:
    """A map with these keys and no others, or nothing."""
    due = {"required": list(needs)} if needs else {}
    return mapping(False, properties=dict(properties), **due, **more)


def mapping(values: Schema | bool, **more: Any) -> Schema:
    """A map with keys of the writer's own, or nothing."""
    return {"if": EMPTY, "else": {"type": "object"}, **more, "additionalProperties": values}


def listing(item: Schema) -> Schema:
    """A list, or nothing."""
    return {"if": EMPTY, "else": {"type": "array"}, "items": item}


def several(item: Schema) -> Schema:
    """One, or a list of them."""
    return {"if": {"type": "array"}, "then": {"items": item}, "else": item}


def wording() -> Schema:
    """A text; a text with when it fits; or a list of these."""
    conditions = {"only": text(), "when": text(), "for": several(text()), "maxim": flag()}
    inner = {"type": ["string", "number", "boolean", "null", "array", "object"]}
    fitting = {"properties": {"say": inner, **conditions}, "required": ["say"], "additionalProperties": False}
    one: Schema = {"if": {"type": "object"}, "then": fitting, "else": text()}
    return several(one)


def text() -> Schema:
    """A text, however YAML reads it, or nothing."""
    return {"if": {"type": ["array", "object"]}, "then": {"type": "string"}}


def due(error: str) -> Schema:
    """Not nothing."""
    return {"if": EMPTY, "then": {"type": "string", "pattern": r"\S", "errorMessage": error}}


def counted(least: float | None, most: float | None) -> list[Schema]:
    """The limits of a list: one that is open is not too short, and open items do not make it too long."""
    gives, is_full = {"not": {"$ref": "#/definitions/open"}}, {"not": {"contains": {"$ref": "#/definitions/open"}}}
    short = [{"if": gives, "then": {"minItems": math.ceil(least)}}] if least and least > 0 else []
    return short + ([{"if": is_full, "then": {"maxItems": math.floor(most)}}] if most is not None and most >= 0 else [])


def sized(least: float | None, most: float | None, error: str) -> Schema:
    """The limits of a text's size: blanks at line ends, which drafter may drop, are not counted against it."""
    low = math.ceil(least) if least is not None and 0 < least <= MOST else 0
    high = str(max(0, math.floor(most))) if most is not None and most <= MOST else ""
    if not low and not high:
        return {}
    pattern = rf"^\s*$|^(?=[\s\S]{{{low}}})\s*(?:\S\s*){{0,{high}}}$"
    return {"pattern": pattern, "patternErrorMessage": error}


def number(error: str, pattern: str = NUMBER, type: str = "number") -> Schema:
    """A number, in quotes or not, or nothing."""
    return {"if": EMPTY, "else": {"type": [type, "string"], "pattern": f"^{pattern}$", "errorMessage": error}}


def positive(error: str) -> Schema:
    """A number above nothing, or nothing."""
    more = {"type": ["number", "string"], "exclusiveMinimum": 0, "pattern": f"^{POSITIVE}$", "errorMessage": error}
    return {"if": EMPTY, "else": more}


def ordinal(error: str) -> Schema:
    """A whole number, or nothing."""
    return number(error, ORDINAL, "integer")


def date(error: str) -> Schema:
    """A day of the calendar, leap years apart, or nothing."""
    after_year, after_month = (rf"\s*[-/.{mark}－／．]\s*" for mark in "年月")
    days = "|".join(rf"{month}{after_month}{day}" for month, day in MONTHS)
    wide = rf"(?=.*[０-９])[0-9０-９]{{4}}{after_year}[0-9０-９]{{1,2}}{after_month}[0-9０-９]{{1,2}}"
    hole = r"[XxＸ×○〇□△_*]"  # a place that its author left open
    said = "[一二][0-9零一二三四五六七八九〇○◯OＯ０]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}"
    pattern = rf"^\s*(?:(?:[0-9]{{4}}{after_year}(?:{days})|{wide}|{said})\s*[日号]?)?\s*$|{hole}"
    return {"if": {"type": "null"}, "else": {"type": "string", "pattern": pattern, "errorMessage": error}}


def choice(offered: Iterable[Any], also: Iterable[Any] = (), spellings: str = "", about: Iterable[str] = ()) -> Schema:
    """One of those offered, or nothing; `also` and texts spelt like `spellings` are taken and not proposed."""
    told = list(about)
    proposed = {"enum": list(offered), **({"enumDescriptions": told} if any(told) else {})}
    fixed = alternatives(value for value in proposed["enum"] if isinstance(value, str))
    spelt = (rf"^(?!(?:{fixed})$)" if fixed else "^") + rf"\s*(?:{spellings or fixed})?\s*$"
    return {
        "oneOf": [
            proposed,
            {"if": {"not": {"enum": [None, *also]}}, "then": {"type": "string", "pattern": spelt}},
        ]
    }


def one_of(offered: Iterable[str], about: Iterable[str] = (), also: str = "") -> Schema:
    """One of a few words, however YAML reads it, or one that fits the pattern `also`, or nothing."""
    words = list(dict.fromkeys(word.strip() for word in offered))
    spelt = f"{alternatives(words)}|{also}" if also else ""
    return choice(words, readings(words), spelt, about=about)


def version(say: Say) -> dict[str, Schema]:
    """The key that every file of the language begins with."""
    return keys(say, {"drafter": ("The version of the language: 1.", choice([1], spellings="1"))})


def proposing(words: Iterable[str]) -> Schema:
    """A text, or a list of them, for which some words are proposed and all others are taken."""
    offered: Schema = {"enum": list(words)}
    one = [offered, {"not": {"anyOf": [offered, {"type": ["array", "object"]}]}}]
    return {"oneOf": [*one, {"type": "array", "items": {"oneOf": one}}]}


def flag() -> Schema:
    """`true` or `false`, in quotes or not."""
    return choice([True, False], spellings="true|false")


def readings(words: Iterable[str]) -> list[Any]:
    """What else than texts YAML takes words for."""
    found: dict[tuple[type, Any], Any] = {}
    for word in words:
        if re.fullmatch(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)", word):
            value: Any = float(word)
            value = int(value) if value.is_integer() else value
        elif word.lower() in ("true", "false"):
            value = word.lower() == "true"
        else:
            continue
        found[type(value), value] = value
    return list(found.values())


def alternatives(words: Iterable[str]) -> str:
    """A pattern for one of several words, none of whose marks means anything."""
    return "|".join(re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", word) for word in words)
