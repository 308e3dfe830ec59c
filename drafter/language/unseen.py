"""Characters that nobody sees, and those whose look was lost: where they stand in a text, whatever its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.language.late import late

HAN = "\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SIGNS = "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
"""Signs that a selector or a joiner may belong to."""
JOINED = "\u0600-\u1fff"
"""Scripts whose letters a joiner parts and joins."""
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters without a shape of their own, as a class of characters."""
ANY = late(f"[{UNSEEN}]")
RIGHT = (
    f"(?<=[{HAN}])[\ufe00-\ufe02\U000e0100-\U000e01ef]|(?<=[{SIGNS}©®‼⁉™#*0-9])[\ufe0e\ufe0f]"
    f"|(?<=[{SIGNS}\ufe0f])\u200d(?=[{SIGNS}])|(?<=[{JOINED}])[\u200c\u200d](?=[{JOINED}])"
    "|(?<=\U0001f3f4)[\U000e0020-\U000e007f]+"
)
"""Where they do what they are for: forms of a Han character, emoji, scripts that join."""
LOST = "[\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]"
"""Signs that a character could not be read, stand for an object, or mean something in one font only."""


def unseen(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that nobody sees and that serve nothing."""
    if not text.isascii() and ANY.search(text):
        for found in _pattern().finditer(text):
            if found["unseen"]:
                yield found.span()


def lost(text: str) -> Iterator[int]:
    """Where a character was lost."""
    if not text.isascii():
        yield from (found.start() for found in re.finditer(LOST, text))


def seen(text: str) -> str:
    """The text without what has no shape."""
    return text if text.isprintable() else re.sub(f"[{UNSEEN}]", "", text)


def code_point(char: str) -> str:
    """How a character is named that cannot be shown: U+200B."""
    return f"U+{ord(char):04X}"


@lru_cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"{RIGHT}|(?P<unseen>[{UNSEEN}]+?)")
