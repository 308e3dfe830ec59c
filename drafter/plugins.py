"""What other distributions bring: entry points, read only where there are any."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


def load(group: str) -> dict[str, object]:
    """The objects that installed distributions offer under `group`, by name.

    importlib.metadata takes as long to import as the rest of drafter; it is asked only if some
    distribution's entry points name the group.
    """
    if not _named(group, tuple(sys.path)):
        return {}
    from importlib.metadata import entry_points

    return {point.name: point.load() for point in entry_points(group=group)}


@cache
def _named(group: str, path: tuple[str, ...]) -> bool:
    """Whether some distribution names the group; one that is installed meanwhile is met at the next start."""
    for folder in path:
        try:
            with os.scandir(folder or ".") as entries:
                infos = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue
        for info in infos:
            try:
                if f"[{group}]" in (Path(info) / "entry_points.txt").read_text("utf-8"):
                    return True
            except (OSError, ValueError):
                continue
    return False
