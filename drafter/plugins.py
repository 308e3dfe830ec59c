"""What other distributions bring: entry points, read only where there are any."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

Thing = TypeVar("Thing")
LONGEST = 300
"""Characters of what a plug-in says when it fails."""
LARGEST = 1_000_000
"""Bytes of a file of entry points."""


def load(group: str, made: Callable[[object], Thing]) -> tuple[dict[str, Thing], dict[str, str]]:
    """What installed distributions offer under `group`, made into what it is to be; and why others cannot be used; by name."""
    loaded: dict[str, Thing] = {}
    bad: dict[str, str] = {}
    for name, offered in offers(group):
        try:
            with guarded():
                loaded[name] = made(offered())
        except Unusable as error:
            bad[name] = str(error)
    return loaded, bad


class Unusable(Exception):
    """What a plug-in did, in its own words, clipped."""


@contextmanager
def guarded() -> Iterator[None]:
    """Whatever a plug-in raises is raised as Unusable, but for what stops us on purpose: Ctrl-C, and our own errors."""
    try:
        yield
    except (KeyboardInterrupt, Unusable):
        raise
    except BaseException as error:
        raise Unusable(_reason(error)) from error


def _reason(error: BaseException) -> str:
    try:
        said = str(error)
    except BaseException:  # a plug-in's own class may fail even here
        said = ""
    said = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def offers(group: str) -> tuple[tuple[str, Callable[[], object]], ...]:
    """What installed distributions offer under `group`: a name, and what loads it, which may raise anything.

    importlib.metadata takes as long to import as the rest of drafter; it is asked only if some
    distribution's entry points name the group.
    """
    if group not in _groups(tuple(sys.path)):
        return ()
    from importlib.metadata import distributions

    found: list[tuple[str, Callable[[], object]]] = []
    seen: set[str] = set()
    for distribution in distributions():
        name = text = ""
        try:
            with guarded():
                name, text = str(distribution.name), distribution.read_text("entry_points.txt") or ""
                if name not in seen:  # as the import system has it, the first of a name counts
                    points = [point for point in distribution.entry_points if point.group == group]
                    found += [(str(point.name), point.load) for point in points]
        except Unusable as error:
            if f"[{group}]" in text:
                found.append((name, partial(_raise, error)))
        seen.add(name)
    return tuple(found)


def _raise(error: Unusable) -> object:
    raise error


@cache
def _groups(path: tuple[str, ...]) -> frozenset[str]:
    """The groups that some distribution names; one that is installed meanwhile is met at the next start."""
    found: set[str] = set()
    for folder in path:
        try:
            with os.scandir(folder or ".") as entries:
                infos = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue
        for info in infos:
            offered = Path(info) / "entry_points.txt"
            try:
                if not os.path.isfile(offered):  # nor a pipe or a device, of which there is no end
                    continue
                with offered.open(encoding="utf-8") as file:
                    text = file.read(LARGEST)
            except (OSError, ValueError):
                continue
            found.update(line.strip()[1:-1] for line in text.split("\n") if line.startswith("["))
    return frozenset(found)
