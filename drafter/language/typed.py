"""Typed text → Fact, by the slot's type and never by how YAML would guess it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from drafter.language.late import late
from drafter.language.tongue import SlotKind, Tongue
from drafter.model.blueprint import Slot
from drafter.model.value import Fact
from drafter.problem import listed, near_miss

NUMBER = late(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d+(?:\.\d+)?")
DATE = late(r"(\d{4})\s*[-–—/.年]\s*(\d{1,2})\s*[-–—/.月]\s*(\d{1,2})\s*[日号]?")
Near = Callable[[str, Iterable[str]], str]
"""A word and the known ones → the one that was meant, or nothing."""
LONGEST_NUMBER = 30
"""Characters; more is a slip of the keyboard."""


def typed(
    text: str, slot: Slot, tongue: Tongue, path: str = "", near: Near = near_miss
) -> Fact | tuple[str, dict[str, str]]:
    """The fact that `text` states for a slot, or the rule it breaks and the facts of that."""
    path = path or slot.name
    match slot.type:
        case "number":
            plain = _half_width(text)
            if len(plain) > LONGEST_NUMBER or not NUMBER.fullmatch(plain):
                return "not-a-number", {"name": path, "value": _short(text)}
            whole, _, part = plain.replace(",", "").partition(".")
            return Fact(float(f"{whole}.{part}") if part.strip("0") else int(whole), plain, path)
        case "date":
            day = _date(text, tongue)
            return Fact(day, text.strip(), path) if day else ("not-a-date", {"name": path, "value": _short(text)})
        case "choice":
            if text.strip() not in slot.choices:
                meant = near(text.strip(), slot.choices)
                return "unknown-choice", {"value": _short(text), "near": meant, "choices": listed(slot.choices)}
            return Fact(text.strip(), text.strip(), path)
        case "flag":
            truth = tongue.truth.get(text.strip().lower())
            if truth is None:
                return "not-a-flag", {"name": path, "value": _short(text), "answers": "/".join(tongue.truth)}
            return Fact(truth, text.strip(), path)
        case kind if kind in tongue.slot_kinds:
            return _read(text.strip(), kind, tongue.slot_kinds[kind], path)
        case _:
            return Fact(text.strip(), text.strip(), path)


def _read(text: str, type: str, kind: SlotKind, path: str) -> Fact | tuple[str, dict[str, str]]:
    """The fact of a slot that holds what the tongue can read and nothing else."""
    if kind.fits(text):
        return Fact(text, text, path, due=kind.is_day)
    return f"not-a-{type}", {"name": path, "value": _short(text), "examples": kind.examples}


def misfit(text: str, slot: Slot, tongue: Tongue, path: str = "") -> tuple[str, dict[str, str]] | None:
    """The rule that `text` breaks as an answer, and the facts of that; a placeholder keeps the slot open and breaks none."""
    if re.fullmatch(tongue.placeholder, text.strip()):
        return None
    fact = typed(text, slot, tongue, path)
    if isinstance(fact, Fact) or (strict(slot, tongue) and re.search(tongue.placeholder, text)):
        return None
    return fact


def strict(slot: Slot, tongue: Tongue) -> bool:
    """Whether a slot holds a figure or a day, so that a placeholder anywhere in it leaves it open."""
    return slot.type in ("number", "date", *tongue.slot_kinds)


def outside(fact: Fact, slot: Slot) -> tuple[str, dict[str, str]] | None:
    """The limit that a fact breaks: characters of a text, or the number itself."""
    if (slot.min is None and slot.max is None) or slot.type not in ("text", "number"):
        return None
    size = fact.value if slot.type == "number" else len(fact.text)
    assert isinstance(size, int | float)
    for limit, broken, rule in (
        (slot.min, slot.min is not None and size < slot.min, "less"),
        (slot.max, slot.max is not None and size > slot.max, "more"),
    ):
        if broken:
            kind = "number" if slot.type == "number" else "text"
            return f"{kind}-{rule}-than-limit", {"name": fact.slot, "limit": f"{limit:g}", "size": f"{size:g}"}
    return None


def _date(text: str, tongue: Tongue) -> date | None:
    """The day that a text names in figures, or in words as the tongue has them; none if there is no such day."""
    plain = _half_width(text.strip().strip("。；，、.;,"))
    plain = plain[1:-1] if plain[:1] == "(" and plain[-1:] == ")" else plain
    if tongue.date_words and (spoken := tongue.date_words(plain)):
        plain = spoken
    found = DATE.fullmatch(plain)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _half_width(text: str) -> str:
    """Digits and marks as ASCII has them."""
    text = text.strip()
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFKC", text)


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"
