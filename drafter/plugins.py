"""What other distributions bring: entry points, read only where there are any."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def load(group: str) -> dict[str, object]:
    """The objects that installed distributions offer under `group`, by name.

    importlib.metadata takes as long to import as the rest of drafter; it is asked only if some
    distribution's entry points name the group.
    """
    if not _named(group):
        return {}
    from importlib.metadata import entry_points

    return {point.name: point.load() for point in entry_points(group=group)}


def _named(group: str) -> bool:
    for folder in sys.path:
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
