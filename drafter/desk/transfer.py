"""What was written into one version of a brief, written into another: entries that the other has otherwise are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.desk.seed import ORDER
from drafter.yamltext.data import Data, Path, at, data
from drafter.yamltext.splice import put
from drafter.yamltext.tree import Document

ADDED_TO = ("omit", "insert")
"""Settings to whose items others are added."""


class Clash(Struct, frozen=True):
    """An entry that both versions have, and each otherwise than before."""

    path: Path
    """Where it stands."""
    before: Data
    """As it was."""
    here: Data
    """As the other version has it."""
    meant: Data
    """As it was to be."""


def transferred(other: Document, base: Document, made: Document) -> tuple[Document, tuple[Clash, ...]]:
    """A version of a brief with all that was written into `base` to make it `made`, and what clashes with its own changes."""
    clashes: list[Clash] = []
    for path, old, new in _written(data(base.root), data(made.root)):
        here = data(at(other.root, path))
        if path[0] in ADDED_TO and isinstance(new, list):
            have = here if isinstance(here, list) else []
            known = old if isinstance(old, list) else []
            more = [one for one in new if one not in known and one not in have]
            gone = [one for one in known if one not in new]
            new = [one for one in have if one not in gone] + more
        elif here not in (old, new):
            clashes.append(Clash(path, old, here, new))
            continue
        if new != here:
            other = put(other, path, new, ORDER)
    return other, tuple(clashes)


def _written(old: Data, new: Data, path: Path = ()) -> Iterator[tuple[Path, Data, Data]]:
    """The smallest entries that differ: a list whose items are as many item by item, another as a whole."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys((*old, *new)):
            yield from _written(old.get(name), new.get(name), (*path, name))
    elif (
        isinstance(old, list)
        and isinstance(new, list)
        and len(old) == len(new)
        and path[:1] not in (("omit",), ("insert",))
    ):
        for n, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _written(one, other, (*path, n))
    elif old is None and isinstance(new, dict):
        for name, one in new.items():
            yield (*path, name), None, one
    else:
        yield path, old, new
