"""Files read with what is wrong told, and written whole or not at all, never over what a person made."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from drafter.problem import DrafterError, InputError, OutputError, Place, Problem
from drafter.sentences.system import KEPT_FROM, NO_FILE, why
from drafter.yamltext.source import LARGEST, decode

RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[1-9¹²³]|lpt[1-9¹²³]) *(\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\\/]')
LONGEST = 255
"""Bytes of a file name."""


DEVICES = ("/dev/", "/proc/self/fd/")
"""Where what is no file may be written to."""
MOST_READ = 100_000_000
"""Bytes; pictures make some Word files large."""
UNREAD = {FileNotFoundError: "no-such-file", IsADirectoryError: "is-no-file"}
"""Why a file cannot be read, where what to do is known."""
ENDINGS = (".yaml", ".yml", ".docx", ".txt", ".md", ".html")
"""What is left out of a name, or mistaken, most often."""
SIGNS = b"%{<MPRGI7\x7f"
"""What files begin with that are no YAML and yet text; few briefs do."""
STDIN = Path("-")
"""Standard input where a file is read; what is relative in it is seen from the working folder."""


def read_text(path: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a YAML file and what is wrong with it, told under a name of its own."""
    try:
        raw = _start_of(path, LARGEST)
    except OSError as error:
        return "", (_unread(error, path, name),)
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
        raise InputError([_unread(error, path, str(path))]) from error


def _start_of(path: Path, most: int) -> bytes:
    """As much of a file as may be read, and a byte more; raises OSError."""
    if path == STDIN:
        return _standard_input()[: most + 1]
    with path.open("rb") as file:
        return file.read(most + 1)


@cache
def _standard_input() -> bytes:
    """Whatever comes in: it comes once, and may be asked for again."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read(MOST_READ + 1)


def _unread(error: OSError, path: Path, name: str) -> Problem:
    if isinstance(error, PermissionError):
        return _kept_from(path, name, "cannot-read", error)
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


def failing(work: Callable[[], object]) -> tuple[Problem, ...]:
    """Why something cannot be done, for those who go on all the same; nothing, if it can."""
    try:
        work()
    except DrafterError as error:
        return error.problems
    return ()


def read_start(path: Path, most: int) -> bytes:
    """As much of a file as may be read; nothing, if it cannot be."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(most + 1)
    return b""


def shown(path: Path) -> str:
    """A path as a person would write it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


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
    return path.resolve() if path.is_symlink() else path


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
    if path.is_dir():
        return Problem("is-a-folder", here, {"name": str(path)})
    if not path.parent.is_dir():
        return Problem("no-folder", here, {"name": str(path.parent)})
    if path.is_symlink() and not path.exists():
        return Problem("link-to-nothing", here, {"name": str(path), "what": os.readlink(path)})
    if is_device(path):
        return None
    if path.exists() and not path.is_file():  # a pipe or a device: reading it may never end, replacing it does harm
        return Problem("cannot-write", here, {"name": str(path), "reason": NO_FILE})
    try:
        with path.open("rb") as file:
            old = file.read(MOST_COMPARED)
    except FileNotFoundError:
        return None
    except OSError as error:
        return _cannot(path, error)
    if old == data:
        return None
    if not data.startswith(b"PK"):
        return Problem("would-overwrite", here, {"name": str(path)})
    from drafter.formats.docx.read import origin

    found = origin(old)
    if found is None or not source or found.source != source:
        return Problem("would-overwrite", here, {"name": str(path)})
    return None if found.untouched else Problem("edited-since", here, {"name": str(path)})


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
        return _kept_from(path, str(path), "cannot-write", error)
    return Problem("cannot-write", Place(str(path)), {"name": str(path), "reason": why(error)})


def _kept_from(path: Path, name: str, rule: str, error: OSError) -> Problem:
    """Why a file that is there may not be read or written: most often another program has it open."""
    from drafter.desk.locks import OFFICE, lock_beside

    lock = lock_beside(path)
    facts = {"name": name, "reason": why(error)}
    if lock:
        return Problem(rule, Place(name), {**facts, "lock": lock}, says=KEPT_FROM[rule]["open"])
    perhaps = path.suffix.lower() in OFFICE and os.path.exists(path)
    return Problem(rule, Place(name), facts, says=KEPT_FROM[rule]["perhaps"] if perhaps else None)
