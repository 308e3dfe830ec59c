"""The small files that office programs lay beside a document as long as it is open there."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

OFFICE = frozenset((".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf", ".odt"))
"""Endings of what an office program may have open."""
LOCK = re.compile(r"~\$(?P<word>.+)|\.~lock\.(?P<libre>.+)#|\.~(?P<wps>[^~].*)", re.DOTALL)
"""What such a file is called: of Word, of LibreOffice, of WPS."""


def is_lock(path: Path) -> bool:
    """Whether a file only says that a document is open."""
    return LOCK.fullmatch(path.name) is not None


def locked_by(path: Path) -> str:
    """The document that it speaks of, as far as its name tells: Word cuts the first letters of a long one off."""
    found = LOCK.fullmatch(path.name)
    assert found
    name = next(part for part in found.groups() if part)
    if found["word"] and not path.with_name(name).exists():
        with suppress(OSError):
            whole = [
                one
                for one in os.listdir(path.parent)
                if one.endswith(name) and len(one) - len(name) in (1, 2) and not LOCK.fullmatch(one)
            ]
            name = whole[0] if len(whole) == 1 else name
    return name


def lock_beside(path: Path) -> str:
    """The name of the file beside a document that tells that it is open; nothing, if there is none."""
    name = path.name
    for lock in (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#", f".~{name}"):
        if os.path.lexists(path.with_name(lock)) and len(lock) > 2:
            return lock
    return ""
