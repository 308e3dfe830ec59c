"""Patterns that are compiled when a text first meets them: one with many Chinese characters takes a millisecond and more."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Looks like a pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, found)  # asked once
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled when it is first used."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
