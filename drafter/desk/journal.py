"""What is under way in a folder, so that the next run can undo it: one small file, which whoever writes there has locked."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct, ValidationError, convert, to_builtins

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = ".drafter-writing"
WRITING, WRITTEN = b"drafter writing\n", b"drafter written\n"
"""How a journal begins: its set of files is undone, or it holds."""
SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""No link is followed, and no pipe waited for."""
LARGEST = 10_000_000
"""Bytes of a journal."""
FAR = 1 << 30
"""The byte that is locked on Windows, where a lock keeps others from reading."""


class Entry(Struct, frozen=True):
    """A file of a set, as the journal of its folder has it."""

    n: int
    """Its number in the set, also in the names of its temporary files."""
    name: Annotated[str, Meta(pattern=r"\A[^/\\\0]+\Z")]
    """Its name: no journal speaks of another folder's files."""
    new: str
    """The digest of what is to be in it: a file that holds anything else is not undone."""
    was: bool
    """Something was there before."""


class Journal(Struct, frozen=True):
    """The files of a set in one folder."""

    id: Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
    """Drawn by lot; its temporary files have it in their names, and are known for ours by it."""
    lead: Annotated[str, Meta(pattern=r"\A(?![/\\]{2})")]
    """The folder whose journal says whether the set holds, seen from this one; never one that the network is asked for."""
    others: tuple[Annotated[str, Meta(pattern=r"\A(?![/\\]{2})")], ...]
    """In the leading folder: the other folders of the set, seen from it."""
    undone: bool
    """Whether what was done is undone; a single file is replaced at one stroke and needs none of it."""
    files: tuple[Entry, ...]
    """Its files."""

    def new(self, folder: Path, entry: Entry) -> Path:
        """Where the new file is written."""
        return folder / f".drafter-{self.id}-{entry.n}.new"

    def old(self, folder: Path, entry: Entry) -> Path:
        """Where the old file is kept until the set holds."""
        return folder / f".drafter-{self.id}-{entry.n}.old"


Under = tuple[Path, Journal]
"""A folder and what is under way in it."""


def recover(folder: Path) -> None:
    """Undo what a run that was cut off left half done in a folder, and sweep up after it; a living run is let be."""
    with suppress(OSError):
        if stat.S_ISREG(os.lstat(folder / NAME).st_mode):
            lead = _recover(folder)
            if lead is not None:
                _recover(lead)


def _recover(folder: Path) -> Path | None:
    """The folder to recover first, if it is another one."""
    handle = locked(folder)
    if handle is None:
        return None
    try:
        state, journal = read(folder)
        if journal is None:
            if state in (b"", WRITING, WRITTEN):  # cut off before there was anything to undo
                _remove(folder)
            return None
        every = [(folder, journal)]
        if journal.lead != "." and journal.undone:
            first, leading = read(folder / journal.lead)
            if leading and leading.id == journal.id and first == WRITING:
                return folder / journal.lead
            state = WRITTEN
        for other in journal.others:
            found = read(folder / other)[1]
            every += [(folder / other, found)] if found and found.id == journal.id else []
        if state == WRITTEN or not list(undo(every)):
            clear(every)
        return None
    finally:
        os.close(handle)


def undo(every: Iterable[Under]) -> Iterator[Entry]:
    """Put back what was there, wherever our new file still is as we wrote it; gives those that cannot be put back."""
    for folder, journal in every:
        for entry in journal.files if journal.undone else ():
            path, old = folder / entry.name, journal.old(folder, entry)
            try:
                if _digest(path) != entry.new:
                    continue
                if not entry.was:
                    os.unlink(path)
                elif os.path.lexists(old):
                    os.replace(old, path)
            except OSError:
                yield entry


def clear(every: Iterable[Under]) -> None:
    """Take away the temporary files, and then the journals that tell of them; what cannot be, the next run takes away."""
    for folder, journal in every:
        with suppress(OSError):
            for entry in journal.files:
                for path in (journal.new(folder, entry), journal.old(folder, entry)):
                    with suppress(FileNotFoundError):
                        os.unlink(path)
            _remove(folder)


def _remove(folder: Path) -> None:
    with suppress(OSError):  # Windows removes no file that is open
        os.unlink(folder / NAME)


def _digest(path: Path) -> str:
    """The digest of a regular file; nothing for what is none."""
    try:
        regular = stat.S_ISREG(os.lstat(path).st_mode)
    except FileNotFoundError:
        return ""
    return sha256(path.read_bytes()).hexdigest() if regular else ""


def fill(handle: int, data: bytes) -> None:
    """Write all of it."""
    while data:
        data = data[os.write(handle, data) :]


def begin(handle: int, journal: Journal) -> None:
    """Write a journal into its file."""
    fill(handle, WRITING + json.dumps(to_builtins(journal)).encode())
    if journal.undone:
        os.fsync(handle)


def mark(handle: int, state: bytes) -> None:
    """Say that a set holds, or that it does not."""
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, state)
    os.fsync(handle)


def read(folder: Path) -> tuple[bytes, Journal | None]:
    """The state of a folder's journal and what it says; nothing where there is none, or none of ours, or half a one."""
    try:
        with open(os.open(folder / NAME, os.O_RDONLY | SAFELY), "rb") as file:
            data = file.read(LARGEST) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else b"?"
        return data[: len(WRITING)], convert(json.loads(data[len(WRITING) :]), Journal)
    except FileNotFoundError:
        return b"", None
    except (ValueError, ValidationError, RecursionError):
        return data[: len(WRITING)].rstrip(b"\0"), None


def locked(folder: Path, *, new: bool = False) -> int | None:
    """The handle of a folder's journal with its lock; None while another run has it, or where it is not ours to judge."""
    path, made = folder / NAME, False
    try:
        handle = os.open(path, os.O_RDWR | SAFELY | (os.O_CREAT | os.O_EXCL if new else 0), 0o666)
        made = new
    except FileExistsError:
        return locked(folder)
    except OSError:
        if new and not os.path.lexists(path):
            raise
        return None
    try:
        if _ours(handle) and _lock(handle, made=made) and os.path.samestat(os.lstat(path), os.fstat(handle)):
            return handle
    except OSError:  # it is gone meanwhile
        pass
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _ours(handle: int) -> bool:
    found = os.fstat(handle)
    return stat.S_ISREG(found.st_mode) and (sys.platform == "win32" or found.st_uid == os.geteuid())


def _lock(handle: int, *, made: bool) -> bool:
    """Whether the lock is ours now; on a disk without locks whoever made the file has it."""
    try:
        if sys.platform == "win32":
            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return made
    return True
