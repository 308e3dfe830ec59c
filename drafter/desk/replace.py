"""Files replaced: all of a set or none, also when the disk fills up or the machine stops between two of them."""

from __future__ import annotations

import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from drafter.desk.journal import (
    NAME,
    WRITING,
    WRITTEN,
    Entry,
    Journal,
    Under,
    begin,
    clear,
    fill,
    locked,
    mark,
    recover,
    undo,
)
from drafter.desk.reading import kept_from
from drafter.problem import OutputError, Place, Problem
from drafter.sentences.system import why

PATIENCE = 10.0
"""Seconds to wait for another run, which needs some thousandths of one."""
LOOKS = 0.02
"""Seconds between two looks whether it is done."""


class Change(Struct, frozen=True):
    """A file that is to be another."""

    path: Path
    """Where it is, or is to be."""
    new: bytes
    """What is to be in it."""
    still: Callable[[], bool] = lambda: True
    """Whether what lies there is what was looked at when this was decided; asked at the last moment."""


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in place of whatever is at `path`; raises OutputError."""
    replace_all([Change(path, data)])


def replace_all(changes: Sequence[Change]) -> None:
    """Put new files in place of old ones, all or none; a reader meets the old file or the new one; raises OutputError.

    All are written beside, under names drawn by lot, before any takes its place. What fails is undone at once; what is
    cut off is undone by whichever run next reads or writes in one of the folders.
    """
    if not changes:
        return
    every, handles = _begun(changes)
    try:
        try:
            for step in (_write_beside, _take_place):
                for folder, journal in every:
                    for entry in journal.files:
                        step(folder, journal, entry, changes[entry.n])
            with _telling(changes[0].path):
                _hold(handles[0], every)
        except BaseException as error:
            if left := _undone(every, handles[0]):
                problems = error.problems if isinstance(error, OutputError) else ()
                raise OutputError([*problems, *(_not_put_back(changes[n].path) for n in left)]) from error
            clear(every)
            raise
        clear(every)
    finally:
        _let_go(handles)


def _undone(every: Sequence[Under], handle: int) -> list[int]:
    """Undo a set, and tell what of it could not be undone now."""
    with suppress(OSError):
        if every[0][1].undone:
            mark(handle, WRITING)
    return [entry.n for entry in undo(every)]


def _begun(changes: Sequence[Change]) -> tuple[list[Under], list[int]]:
    """The journals of a set, written, and their handles, which hold the locks; the first folder leads."""
    id, several = secrets.token_hex(16), len(changes) > 1
    inside = _by_folder(changes)
    lead, *others = inside
    every: list[Under] = []
    handles: list[int] = []
    try:
        for folder, entries in inside.items():
            below = tuple(_seen(one, lead) for one in others) if folder == lead else ()
            journal = Journal(id, _seen(lead, folder), below, several, tuple(entries))
            first = changes[entries[0].n].path
            handles.append(_free(folder, first))
            every.append((folder, journal))
            with _telling(first):
                begin(handles[-1], journal)
    except BaseException:
        clear(every)
        _let_go(handles)
        raise
    return every, handles


def _by_folder(changes: Sequence[Change]) -> dict[Path, list[Entry]]:
    """The files by their folders, whatever these are called, in an order in which no two runs wait for one another."""
    names: dict[tuple[int, int], Path] = {}
    inside: dict[Path, list[Entry]] = {}
    for n, (path, new) in enumerate((change.path, change.new) for change in changes):
        with _telling(path):
            found = os.stat(path.parent)
            folder = names.setdefault((found.st_dev, found.st_ino), Path(os.path.realpath(path.parent)))
            entry = Entry(n, path.name, sha256(new).hexdigest(), os.path.lexists(path))
            inside.setdefault(folder, []).append(entry)
    return dict(sorted(inside.items()))


def _free(folder: Path, path: Path) -> int:
    """The handle of a new journal, once no other run writes in the folder; raises OutputError."""
    end, tries = time.monotonic() + PATIENCE, 3
    while True:
        with _telling(path):
            recover(folder)
            handle = locked(folder, new=True)
        if handle is not None:
            if not os.fstat(handle).st_size:
                return handle
            os.close(handle)  # nobody writes, and it cannot be undone
            tries -= 1
        if _is_odd(folder / NAME) or not tries or time.monotonic() > end:
            facts = {"name": str(path), "file": str(path.parent / NAME)}
            raise OutputError([Problem("being-written", Place(str(path)), facts)])
        time.sleep(LOOKS)


def _is_odd(path: Path) -> bool:
    """Whether something is there that is no journal; asked once, as another run may take its own away at any time."""
    try:
        return not stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def _write_beside(folder: Path, journal: Journal, entry: Entry, change: Change) -> None:
    """The new file and, in a set, the old one kept, both under names of their own."""
    path, new, old = folder / entry.name, journal.new(folder, entry), journal.old(folder, entry)
    with _telling(change.path):
        _write(new, change.new)
        with suppress(OSError):  # there was none, or the system has no permissions
            os.chmod(new, os.stat(path).st_mode & 0o777)
        if journal.undone and entry.was:
            try:
                os.link(path, old, follow_symlinks=False)
            except (OSError, NotImplementedError):  # a disk without links
                _write(old, path.read_bytes())


def _take_place(folder: Path, journal: Journal, entry: Entry, change: Change) -> None:
    """The new file in its place, if the old one is as it was looked at."""
    with _telling(change.path):
        if not change.still():
            raise OutputError([Problem("changed-meanwhile", Place(str(change.path)), {"name": str(change.path)})])
        if journal.undone and entry is journal.files[0]:
            _sync(folder)  # the journal and what is kept are on the disk before anything is replaced
        os.replace(journal.new(folder, entry), folder / entry.name)


def _hold(handle: int, every: Sequence[Under]) -> None:
    """From here on the set holds: nobody undoes it any more."""
    for folder, _ in every:
        _sync(folder)
    if every[0][1].undone:
        mark(handle, WRITTEN)


def _write(path: Path, data: bytes) -> None:
    """A file that is not there yet, on the disk when this comes back."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        fill(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync(folder: Path) -> None:
    """Make the names in a folder durable, where the system lets a folder be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _seen(path: Path, folder: Path) -> str:
    """A folder as another one names it: they may be moved, or be on another machine, together."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive
        return str(path)


def _let_go(handles: Sequence[int]) -> None:
    for handle in handles:
        with suppress(OSError):
            os.close(handle)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """What the system refuses, told of a file."""
    try:
        yield
    except OSError as error:
        raise OutputError([cannot(path, error)]) from error


def cannot(path: Path, error: OSError) -> Problem:
    """That a file cannot be written, and why."""
    if isinstance(error, PermissionError):
        return kept_from(path, str(path), "cannot-write", error)
    return Problem("cannot-write", Place(str(path)), {"name": str(path), "reason": why(error)})


def _not_put_back(path: Path) -> Problem:
    return Problem("not-put-back", Place(str(path)), {"name": str(path)})
