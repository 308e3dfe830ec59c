"""What a language brings, as tables: numerals, enumerators, forms, dates, marks, speaking rate."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.language.en import EN
from drafter.language.schemes import Scheme
from drafter.language.tongue import Finder, Form, Joiner, Kind, Mapper, Marks, Titles, Tongue
from drafter.language.usage import Usage
from drafter.language.zh import ZH
from drafter.model.words import Knowledge

TONGUES = {tongue.code: tongue for tongue in (ZH, EN)}

__all__ = [
    "TONGUES",
    "Finder",
    "Form",
    "Joiner",
    "Kind",
    "Mapper",
    "Marks",
    "Scheme",
    "Titles",
    "Tongue",
    "Usage",
    "knowing",
]


def knowing(code: str, knows: Knowledge) -> Tongue:
    """A tongue that reads facts with what is known."""
    return replace(TONGUES[code], knows=knows)
