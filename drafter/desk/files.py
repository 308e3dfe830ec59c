"""Files read with what is wrong told, and written whole or not at all, never over what a person made."""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from drafter.desk.journal import recover
from drafter.desk.reading import STDIN as STDIN
from drafter.desk.reading import read_bytes as read_bytes
from drafter.desk.reading import read_start as read_start
from drafter.desk.reading import read_text as read_text
from drafter.desk.reading import shown as shown
from drafter.desk.reading import stamp_of
from drafter.desk.replace import Change, cannot, replace_all
from drafter.problem import DrafterError, OutputError, Place, Problem, in_order
from drafter.sentences.system import NO_FILE, OTHER

RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[1-9¹²³]|lpt[1-9¹²³]) *(\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\\/]')
LONGEST = 255
"""Bytes of a file name."""


DEVICES = ("/dev/", "/proc/self/fd/")
"""Where what is no file may be written to."""
FORCED = ("would-overwrite", "edited-since")
"""What force is for."""


def failing(work: Callable[[], object]) -> tuple[Problem, ...]:
    """Why something cannot be done, for those who go on all the same; nothing, if it can."""
    try:
        work()
    except DrafterError as error:
        return error.problems
    return ()


def seen_from(folder: Path, path: str | Path) -> str:
    """A path as a file in that folder names it, with the same signs on every system."""
    return os.path.relpath(path, folder).replace(os.sep, "/")


def named_from(folder: Path, name: str) -> str:
    """What a file in that folder calls a blueprint that is named here: by the same name, or by its path seen from there."""
    return seen_from(folder, name) if name.endswith((".yaml", ".yml")) else name


def save(
    path: Path,
    data: bytes,
    *,
    force: bool,
    source: str = "",
    kept: Iterable[Path] = (),
    beside: Iterable[Change] = (),
) -> None:
    """Write `data` to `path` as a whole; raises OutputError if the name is bad, the place cannot be written, a file
    stands there that is not an untouched draft of the brief `source`, or it is one of the files `kept`, force or not.
    What else changes `beside` it does so together with it, or nothing does."""
    save_all([(path, data)], force=force, source=source, kept=kept, beside=beside)


def save_all(
    files: Sequence[tuple[Path, bytes]],
    *,
    force: bool,
    source: str = "",
    kept: Iterable[Path] = (),
    beside: Iterable[Change] = (),
) -> None:
    """Write several files in that way, all or none; raises OutputError with all that is wrong, also with two of one name."""
    changes: list[Change] = []
    devices: list[tuple[Path, bytes]] = []
    refused: list[Problem] = []
    sources = tuple(kept)
    names = Counter(_alike(path) for path, _ in files)
    for path, data in files:
        recover(behind(path).parent)
        before = stamp_of(path)
        reason = _never(path, names, sources) or refusal(path, data, source)
        if reason and not (force and reason.rule in FORCED):
            refused.append(reason)
        if is_device(path):
            devices.append((path, data))
        else:
            still = lambda path=path, before=before: stamp_of(path) == before  # noqa: E731
            changes.append(Change(behind(path), data, still))
    if refused:
        raise OutputError(in_order(refused))
    for path, data in devices:
        _sent(path, data)
    replace_all([*changes, *beside])


def stop_unwritable(paths: Sequence[Path], *, force: bool, kept: Iterable[Path] = ()) -> None:
    """Raise OutputError where files could not be written, before somebody works on what is to stand in them."""
    names, sources = Counter(map(_alike, paths)), tuple(kept)
    found = (_never(path, names, sources) or refusal(path, b"") for path in paths)
    if refused := [one for one in found if one and not (force and one.rule in FORCED)]:
        raise OutputError(in_order(refused))


def _never(path: Path, names: Mapping[tuple[str, str], int], sources: Iterable[Path]) -> Problem | None:
    """Why nothing goes there, force or not."""
    source = any(_same(path, file) for file in sources)
    if not source and names[_alike(path)] == 1:
        return None
    return Problem("is-the-source" if source else "two-in-one", Place(str(path)), {"name": str(path)})


def is_device(path: Path) -> bool:
    """A device, or a pipe of the shell's, by its own name: written to, where a file is replaced; no disk is one."""
    try:
        mode = path.stat().st_mode if str(path).startswith(DEVICES) else 0
    except OSError:
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def _sent(path: Path, data: bytes) -> None:
    try:
        with path.open("wb") as device:
            device.write(data)
    except OSError as error:
        raise OutputError([cannot(path, error)]) from error


def behind(path: Path) -> Path:
    """The file that a link leads to, itself for what is none: a link is followed and stays, whoever writes."""
    return Path(os.path.realpath(path)) if os.path.islink(path) else path


def _alike(path: Path) -> tuple[str, str]:
    """What two names share that mean one file on some system."""
    return os.path.realpath(path.parent), unicodedata.normalize("NFC", path.name).casefold()


def _same(path: Path, other: Path) -> bool:
    """Whether both names lead to one file that is there."""
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


def refusal(path: Path, data: bytes, source: str = "") -> Problem | None:
    """Why `path` may not be written, if it may not."""
    here = Place(str(path))
    name = path.name
    if (
        RESERVED.fullmatch(name)
        or FORBIDDEN.search(name)
        or name.endswith((".", " "))
        or len(name.encode("utf-8", "replace")) > LONGEST
    ):
        return Problem("bad-file-name", here, {"name": name})
    if none := _no_file(path, here):
        return none
    if is_device(path):
        return None
    try:
        with path.open("rb") as file:
            old = file.read(MOST_COMPARED)
    except FileNotFoundError:
        return None
    except OSError as error:
        return cannot(path, error)
    if old == data:
        return None
    if not data.startswith(b"PK"):  # which holds no record
        return Problem("would-overwrite", here, {"name": str(path)}, says=OTHER)
    from drafter.formats.docx.read import origin

    found = origin(old)
    if found is None or not source or found.source != source:
        return Problem("would-overwrite", here, {"name": str(path)})
    return None if found.untouched else Problem("edited-since", here, {"name": str(path)})


def _no_file(path: Path, here: Place) -> Problem | None:
    """Why there can be no file at `path`."""
    if path.is_dir():
        return Problem("is-a-folder", here, {"name": str(path)})
    if not path.parent.is_dir():
        return Problem("no-folder", here, {"name": str(path.parent)})
    if os.path.islink(path) and not path.exists():
        return Problem("link-to-nothing", here, {"name": str(path), "what": os.readlink(path)})
    if path.exists() and not path.is_file() and not is_device(path):  # reading it may never end, replacing it does harm
        return Problem("cannot-write", here, {"name": str(path), "reason": NO_FILE})
    return None


MOST_COMPARED = 50_000_000
"""Bytes of an existing file looked at; a draft has some ten thousand."""


def replace_files(files: Iterable[tuple[Path, bytes, bytes]]) -> None:
    """Put new bytes in place of old ones in several files, each (path, old, new), or in none; raises OutputError.

    A file that is not as it was when it was read, or that may not be written, stops the work.
    """
    changes: list[Change] = []
    for path, old, new in ((path.resolve(), old, new) for path, old, new in files):
        if not os.access(path, os.W_OK):
            raise OutputError([cannot(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))])
        changes.append(Change(path, new, lambda path=path, old=old: path.read_bytes() == old))  # type: ignore[misc]
    replace_all(changes)
