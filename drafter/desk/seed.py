"""The seed that is drawn for a brief, written into it: a meeting that is put off keeps its words."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from drafter.desk.files import DEVICES, read_bytes
from drafter.desk.given import naming
from drafter.desk.library import Library
from drafter.desk.reading import sound
from drafter.desk.replace import Change, cannot
from drafter.desk.shelf import inside, user_folder
from drafter.model.brief import SETTINGS, Brief
from drafter.model.speech import Speech
from drafter.model.value import Gap
from drafter.problem import DrafterError, Edit, InputError, OutputError, Place, Problem
from drafter.yamltext.data import Data, at, data
from drafter.yamltext.proof import checked
from drafter.yamltext.source import encoded
from drafter.yamltext.splice import put
from drafter.yamltext.tree import Document, Mapping, Scalar

ORDER = ("blueprint", "seed", *SETTINGS)
"""The line stands behind that of the blueprint."""


def lacks_seed(brief: Brief, speech: Speech, path: Path, library: Library) -> bool:
    """Whether a brief could be given a seed: it is the user's file, names none, and what the seed is drawn from is given."""
    open = any(isinstance(inline, Gap) for line in (speech.title, speech.date) for inline in line)
    if brief.seed is not None or open:
        return False
    return os.path.isfile(path) and not str(path).startswith(DEVICES) and not _of_others(path, library)


def with_seed(drafted: Document | None, path: Path, seed: int, blueprint: str = "") -> tuple[Document, Change]:
    """The brief with its seed, and what makes it so; raises DrafterError where it cannot be made so for sure.

    `drafted` is the brief as it was drafted, with that `blueprint` if it names none.
    """
    old, target = read_bytes(path), path.resolve()
    doc = sound(old, path)
    same = drafted is not None and naming(doc, blueprint).text == drafted.text
    if drafted is None or not (same or _has_it(doc, drafted, seed)):
        raise OutputError([Problem("changed-meanwhile", Place(str(path)), {"name": str(path)})])
    after = with_line(doc, seed) if same else doc
    new = encoded(old, after.text)
    if new is None:
        raise InputError([Problem("unknown-encoding", Place(str(path)))])
    if not os.access(target, os.W_OK):
        raise OutputError([cannot(target, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))])
    change = Change(target, new, lambda: target.read_bytes() in (old, new))  # another run draws the same
    return replace(naming(after, blueprint), problems=drafted.problems), change


def _has_it(doc: Document, drafted: Document, seed: int) -> bool:
    """Whether another run has given the brief its line since it was drafted, and nobody anything else."""
    return doc.text == with_line(drafted, seed).text


def with_line(doc: Document, seed: int) -> Document:
    """The brief with one line more, right behind that of its blueprint; where it has no such line, as is usual in it."""
    root, name = doc.root, at(doc.root, ("blueprint",))
    if isinstance(root, Mapping) and isinstance(name, Scalar) and root.get("seed") is None:
        end = doc.text.find("\n", name.end)
        start = len(doc.text) if end < 0 else end
        line = f"\n{' ' * (root.place.column - 1)}seed: {seed}"
        with suppress(ValueError):
            return checked(doc, [Edit(start, start, line)], {**_map(root), "seed": str(seed)})
    return put(doc, ("seed",), str(seed), ORDER)


def _map(root: Mapping) -> dict[str, Data]:
    return {key.text: data(value) for key, value in root.entries}


def of_brief_alone(error: DrafterError, brief: Path) -> bool:
    """Whether it is the brief that cannot be written, so that a document can be all the same."""
    files = {str(brief), str(brief.resolve())}
    return all(one.place.file in files and one.rule != "not-put-back" for one in error.problems)


def _of_others(brief: Path, library: Library) -> bool:
    """Whether a brief lies in a pack that came with drafter or with a plug-in."""
    own = [root for root in (*library.packs, Path("packs"), user_folder()) if root]
    own += [library.folder / "packs"] if library.folder else []
    roots = (pack.root for pack in library.shelf.packs)
    return any(inside(brief, root) for root in roots if not any(inside(root, one) for one in own))
