"""Files read with what is wrong told, and written whole or not at all, never over what a person made."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from drafter.desk.reading import STDIN as STDIN
from drafter.desk.reading import kept_from
from drafter.desk.reading import read_bytes as read_bytes
from drafter.desk.reading import read_start as read_start
from drafter.desk.reading import read_text as read_text
from drafter.desk.reading import shown as shown
from drafter.problem import DrafterError, OutputError, Place, Problem
from drafter.sentences.system import NO_FILE, OTHER, why

RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[1-9¹²³]|lpt[1-9¹²³]) *(\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\\/]')
LONGEST = 255
"""Bytes of a file name."""


DEVICES = ("/dev/", "/proc/self/fd/")
"""Where what is no file may be written to."""


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


def save(path: Path, data: bytes, *, force: bool, source: str = "", kept: Iterable[Path] = ()) -> None:
    """Write `data` to `path` as a whole; raises OutputError if the name is bad, the place cannot be written, a file
    stands there that is not an untouched draft of the brief `source`, or it is one of the files `kept`, force or not."""
    if any(_same(path, file) for file in kept):
        raise OutputError([Problem("is-the-source", Place(str(path)), {"name": str(path)})])
    reason = refusal(path, data, source)
    if reason and not (force and reason.rule in ("would-overwrite", "edited-since")):
        raise OutputError([reason])
    if is_device(path):
        _sent(path, data)
    else:
        replace_file(behind(path), data)


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
        raise OutputError([_cannot(path, error)]) from error


def behind(path: Path) -> Path:
    """The file that a link leads to, itself for what is none: a link is followed and stays, whoever writes."""
    return path.resolve() if os.path.islink(path) else path


def _same(path: Path, other: Path) -> bool:
    """Whether both names lead to one file that is there."""
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


def save_all(files: Mapping[Path, bytes], *, force: bool, kept: Iterable[Path] = ()) -> None:
    """Write several files, none of them if one may not be written or is one of `kept`; raises OutputError with all that is wrong."""
    sources = [path for path in files if any(_same(path, file) for file in kept)]
    if sources:
        raise OutputError([Problem("is-the-source", Place(str(path)), {"name": str(path)}) for path in sources])
    reasons = [reason for path, data in files.items() if (reason := refusal(path, data))]
    refused = [one for one in reasons if not (force and one.rule in ("would-overwrite", "edited-since"))]
    if refused:
        raise OutputError(refused)
    for path, data in files.items():
        replace_file(behind(path), data)


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
        return _cannot(path, error)
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


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in place of whatever is at `path`: a reader meets the old file or the new one, never a part."""
    temporary = path.parent / f".drafter-{os.getpid()}.tmp"
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except FileExistsError:  # left by a killed run that had our number
        temporary.unlink()
        replace_file(path, data)
        return
    except OSError as error:
        raise OutputError([_cannot(path, error)]) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(path, temporary)
        os.replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise OutputError([_cannot(path, error)]) from error
    except BaseException:  # Ctrl-C
        temporary.unlink(missing_ok=True)
        raise


def replace_files(files: Iterable[tuple[Path, bytes, bytes]]) -> None:
    """Put new bytes in place of old ones in several files, each (path, old, new), or in none; raises OutputError.

    A file that is not as it was when it was read, or that may not be written, stops the work before it begins.
    """
    every = [(path.resolve(), old, new) for path, old, new in files]
    for path, old, _ in every:
        try:
            same = path.read_bytes() == old
        except OSError as error:
            raise OutputError([_cannot(path, error)]) from error
        if not same:
            raise OutputError([Problem("changed-meanwhile", Place(str(path)), {"name": str(path)})])
        if not os.access(path, os.W_OK):
            raise OutputError([_cannot(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))])
    for n, (path, _, new) in enumerate(every):
        try:
            replace_file(path, new)
        except BaseException:
            for done, old, _ in every[:n]:
                replace_file(done, old)
            raise


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give the new file the permissions of the one that it replaces."""
    with suppress(OSError):  # there was none, or the system has no permissions
        os.chmod(temporary, path.stat().st_mode & 0o777)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system lets a folder be synced."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _cannot(path: Path, error: OSError) -> Problem:
    if isinstance(error, PermissionError):
        return kept_from(path, str(path), "cannot-write", error)
    return Problem("cannot-write", Place(str(path)), {"name": str(path), "reason": why(error)})
