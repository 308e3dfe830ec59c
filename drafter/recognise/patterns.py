"""Cues as compiled patterns."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def any_of(patterns: tuple[str, ...], before: str = "", after: str = "") -> re.Pattern[str]:
    """One pattern that finds any of several; one that finds nothing, if there are none."""
    return re.compile(before + "(?:" + "|".join(patterns or ("(?!)",)) + ")" + after)
