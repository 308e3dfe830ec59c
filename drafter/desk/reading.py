"""Files read, with what is wrong told: why one cannot be read, and what it is instead."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from drafter.desk.journal import recover
from drafter.desk.kinds import other_kind
from drafter.problem import InputError, Place, Problem, stop_on_errors
from drafter.sentences.system import KEPT_FROM, why
from drafter.yamltext.parse import parse
from drafter.yamltext.source import LARGEST, decode
from drafter.yamltext.tree import Document

MOST_READ = 100_000_000
"""Bytes; pictures make some Word files large."""
UNREAD = {FileNotFoundError: "no-such-file", IsADirectoryError: "is-no-file"}
"""Why a file cannot be read, where what to do is known."""
ENDINGS = (".yaml", ".yml", ".docx", ".txt", ".md", ".html")
"""What is left out of a name, or mistaken, most often."""
SIGNS = b"%{<MPRGI7\x7f"
"""What files begin with that are no YAML and yet text; few briefs do."""
Stamp = tuple[int, int, int] | None
"""What changes when a file does; None for one that is not there."""
STDIN = Path("-")
"""Standard input where a file is read; what is relative in it is seen from the working folder."""


def read_text(path: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a YAML file and what is wrong with it, told under a name of its own."""
    try:
        raw = _start_of(path, LARGEST)
    except OSError as error:
        return "", (unread(error, path, name),)
    except ValueError:  # a NUL in the name
        return "", (Problem("no-such-file", Place(name), {"name": name}),)
    return yaml_of(raw, name, path)


def yaml_of(raw: bytes, name: str, path: Path | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The text in the bytes of a YAML file, whose beginning may be all that was read, and what is wrong with it."""
    text, problems = decode(raw, name)
    if problems or (raw[:1] and raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in SIGNS):
        from drafter.desk.kinds import no_yaml

        whole = raw if len(raw) <= LARGEST or path is None else _start_of(path, MOST_READ)
        if other := no_yaml(whole, name):
            return "", (other,)
    return text, problems


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises InputError."""
    try:
        data = _start_of(path, MOST_READ)
        if len(data) <= MOST_READ:
            return data
        size = max(len(data), path.stat().st_size)  # a device has none
        raise InputError([Problem("too-large", Place(str(path)), {"most": f"{MOST_READ:,}", "size": f"{size:,}"})])
    except OSError as error:
        raise InputError([unread(error, path, str(path))]) from error


def _start_of(path: Path, most: int) -> bytes:
    """As much of a file as may be read, and a byte more; raises OSError."""
    if path == STDIN:
        return _standard_input()[: most + 1]
    recover(path.parent)
    with path.open("rb") as file:
        return file.read(most + 1)


@cache
def _standard_input() -> bytes:
    """Whatever comes in: it comes once, and may be asked for again."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read(MOST_READ + 1)


def unread(error: OSError, path: Path, name: str) -> Problem:
    """Why a file cannot be read."""
    if isinstance(error, PermissionError):
        return kept_from(path, name, "cannot-read", error)
    if isinstance(error, FileNotFoundError) and (near := _alike(path)):
        return Problem("no-such-file", Place(name), {"name": name, "near": near})
    return Problem(UNREAD.get(type(error), "cannot-read"), Place(name), {"name": name, "reason": why(error)})


def _alike(path: Path) -> str:
    """A file whose name differs in its ending only, as a person would write it from here; nothing, if there is none."""
    try:
        bare = path.with_suffix("") if path.suffix.lower() in ENDINGS else path
        near = (bare.with_name(bare.name + ending) for ending in ENDINGS)
        return next((shown(one) for one in near if os.path.isfile(one)), "")
    except ValueError:  # a name that is none
        return ""


def read_start(path: Path, most: int) -> bytes:
    """As much of a file as may be read; nothing, if it cannot be."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(most + 1)
    return b""


def stamp_of(path: Path) -> Stamp:
    """What changes when a file does."""
    with suppress(OSError, ValueError):
        stat = path.stat()
        return stat.st_mtime_ns, stat.st_size, stat.st_ino
    return None


def shown(path: Path) -> str:
    """A path as a person would write it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def kept_from(path: Path, name: str, rule: str, error: OSError) -> Problem:
    """Why a file that is there may not be read or written: most often another program has it open."""
    from drafter.desk.locks import OFFICE, lock_beside

    lock = lock_beside(path)
    facts = {"name": name, "reason": why(error)}
    if lock:
        return Problem(rule, Place(name), {**facts, "lock": lock}, says=KEPT_FROM[rule]["open"])
    perhaps = path.suffix.lower() in OFFICE and os.path.exists(path)
    return Problem(rule, Place(name), facts, says=KEPT_FROM[rule]["perhaps"] if perhaps else None)


def sound(raw: bytes, path: Path) -> Document:
    """The bytes of a YAML file, read; raises InputError with all that is wrong with its YAML."""
    text, problems = yaml_of(raw, str(path))
    stop_on_errors(problems)
    doc = parse(text, str(path))
    stop_on_errors(other_kind(doc, "checked") or doc.problems)
    return doc
