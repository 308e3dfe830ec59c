"""What a language brings, as tables: numerals, enumerators, forms, dates, marks, speaking rate."""

from __future__ import annotations

from drafter.language.en import EN
from drafter.language.tongue import Form, Joiner, Kind, Mapper, Marks, Scheme, Titles, Tongue, Usage
from drafter.language.zh import ZH

TONGUES = {tongue.code: tongue for tongue in (ZH, EN)}

__all__ = ["TONGUES", "Form", "Joiner", "Kind", "Mapper", "Marks", "Scheme", "Titles", "Tongue", "Usage"]
