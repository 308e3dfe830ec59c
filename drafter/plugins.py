"""What other distributions bring: entry points, read only where there are any."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path


def load(group: str) -> tuple[dict[str, object], dict[str, str]]:
    """The objects that installed distributions offer under `group`, by name; and why others cannot be loaded, by name."""
    loaded: dict[str, object] = {}
    bad: dict[str, str] = {}
    for name, offered in offers(group):
        try:
            loaded[name] = offered()
        except (Exception, SystemExit) as error:  # whatever its module does
            bad[name] = reason(error)
    return loaded, bad


def reason(error: BaseException) -> str:
    """Why a plug-in is no use, in its own words."""
    return f"{type(error).__name__}: {error}"


def offers(group: str) -> tuple[tuple[str, Callable[[], object]], ...]:
    """What installed distributions offer under `group`: a name, and what loads it, which may raise anything.

    importlib.metadata takes as long to import as the rest of drafter; it is asked only if some
    distribution's entry points name the group.
    """
    if group not in _groups(tuple(sys.path)):
        return ()
    from importlib.metadata import entry_points

    return tuple((point.name, point.load) for point in entry_points(group=group))


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
            try:
                text = (Path(info) / "entry_points.txt").read_text("utf-8")
            except (OSError, ValueError):
                continue
            found.update(line.strip()[1:-1] for line in text.split("\n") if line.startswith("["))
    return frozenset(found)
