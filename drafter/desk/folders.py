"""The files that are meant where files and folders are named: below a folder those of drafter's, found by what they say."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, get_args

from drafter.desk.kinds import LOOKED_AT, OURS, TEXTS, kind_of, says_ours
from drafter.desk.library import Library
from drafter.desk.locks import is_lock
from drafter.desk.reading import STDIN, UNREAD, read_bytes, read_start, read_text
from drafter.desk.shelf import Kind as Shelved
from drafter.problem import Place, Problem
from drafter.sentences.system import FOLDER_NOT_READ, NO_BRIEF_BELOW, why

ENDINGS = (".yaml", ".yml")
SPOKEN = (*TEXTS, ".docx", ".docm", ".html", ".htm")
"""What finished texts are called."""
SIGNS = re.compile("drafter|blueprint|speech")
"""One of these stands in every file of drafter's, and in few others: those are not worth parsing."""
OTHERS = ("node_modules", "__pycache__")
"""Folders of other programs; hidden ones and Python's environments are not walked, either."""
ENVIRONMENT = "pyvenv.cfg"
"""What lies in the folder of a Python environment."""
Sought = Literal["checked", "brief"]
"""What is sought below folders: all that can be checked, or briefs alone."""


def meant(
    paths: Iterable[Path], library: Library, *, ours: bool = False, sought: Sought = "checked"
) -> Iterator[Path | Problem]:
    """The files that are named and those of drafter's below the folders that are, one by one, and what is wrong with folders.

    With `ours`, a file that is named and is not drafter's is passed over, too.
    """
    seen: set[str] = set()
    for path in paths:
        if path == STDIN or not os.path.isdir(path):
            if not ours or is_ours(path, library):
                seen.add(os.path.realpath(path))
                yield path
            continue
        found = False
        for one in walked(path):
            if isinstance(one, Problem) or is_ours(one, library, sought):
                found = True
                whole = "" if isinstance(one, Problem) else os.path.realpath(one)
                if whole not in seen:
                    yield one
                seen.update([whole] if whole else ())
        if not found:
            says = NO_BRIEF_BELOW if sought == "brief" else None
            yield Problem("nothing-to-check", Place(str(path)), {"name": str(path)}, says=says)


def parted(every: Iterable[Path | Problem]) -> tuple[list[Path], list[Problem]]:
    """The files, and what is wrong with folders."""
    files: list[Path] = []
    problems: list[Problem] = []
    for one in every:
        if isinstance(one, Problem):
            problems.append(one)
        else:
            files.append(one)
    return files, problems


def walked(top: Path) -> Iterator[Path | Problem]:
    """The YAML files below a folder in the order of their names, those of a folder before those of its own folders.

    No link is followed: what it leads to below the folder is met in its place, and what lies elsewhere was not named.
    """
    left = [top]
    while left:
        folder = left.pop()
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
            names = [entry.name for entry in entries if _is_yaml(entry)]
            folders = [entry.name for entry in entries if _is_walked(entry)]
        except OSError as error:
            facts = {"name": str(folder), "reason": why(error)}
            yield Problem("cannot-read", Place(str(folder)), facts, says=FOLDER_NOT_READ)
            continue
        if folder == top or not any(entry.name == ENVIRONMENT for entry in entries):
            yield from (folder / name for name in names)
            left += (folder / name for name in reversed(folders))


def _is_yaml(entry: os.DirEntry[str]) -> bool:
    return (
        entry.name.lower().endswith(ENDINGS) and not entry.name.startswith(".") and entry.is_file(follow_symlinks=False)
    )


def _is_walked(entry: os.DirEntry[str]) -> bool:
    """Whether a folder is one that a person keeps files in; a junction of Windows is a link."""
    if entry.name.startswith(".") or entry.name in OTHERS or not entry.is_dir(follow_symlinks=False):
        return False
    return not getattr(entry, "is_junction", bool)()


def is_ours(path: Path, library: Library, sought: Sought = "checked") -> bool:
    """Whether a file is one of drafter's, by where it lies or what it says; one that cannot be read may be."""
    if is_lock(path):
        return False
    text, problems = read_text(path, str(path))
    if problems and problems[0].rule in ("cannot-read", *UNREAD.values()):
        return True
    if not text:  # too large, of an unknown encoding, no YAML, or empty
        return OURS.search(read_start(path, LOOKED_AT)) is not None or _is_of_pack(path)
    if not SIGNS.search(text):
        return sought == "checked" and _is_of_pack(path)
    doc = library.document(path)
    if sought == "brief" and kind_of(doc) != "brief":
        return False
    return says_ours(doc) or _is_of_pack(path)


def is_text(path: Path) -> bool:
    """Whether a file is a finished text rather than one of ours, by its name and what it says; raises InputError."""
    ending = path.suffix.lower()
    if ending not in SPOKEN:
        return False
    from drafter.formats.reading.sniff import kind

    raw = read_bytes(path)
    return bool(kind(raw)) or (ending in TEXTS and not OURS.search(raw))


def _is_of_pack(path: Path) -> bool:
    """Whether a file lies where packs have theirs."""
    folder = Path(os.path.abspath(path)).parent
    if path.name in ("pack.yaml", "cues.yaml", "facts.yaml"):
        return any(os.path.isdir(folder / kind) for kind in get_args(Shelved))
    return folder.name in get_args(Shelved) and os.path.isfile(folder.parent / "pack.yaml")
