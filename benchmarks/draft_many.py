"""Drafts the briefs of a folder in one process: python -m benchmarks.draft_many file|kept FOLDER START NUMBER"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from drafter.desk.draft import Draft, draft_file, write_draft
from drafter.desk.library import Library
from drafter.model.style import Style
from drafter.problem import Place


def keeping(folder: Path) -> Callable[[Path], Draft]:
    """`draft_file` for a caller that reads the blueprint once for all briefs of a folder."""
    library = Library()
    return lambda path: draft_file(path, library)


def standard() -> Style:
    """The style that is taken where a brief names none."""
    return Library().style("", Place("brief.yaml"))


def peak() -> int:
    """The most memory this process had, in KB. Linux counts in ru_maxrss what the parent had when it started us."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0])
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(how: str, folder: str, start: str, number: str) -> None:
    """Write each document beside its brief, beginning anew after the last, and print the peak memory in KB."""
    draft = draft_file if how == "file" else keeping(Path(folder))
    style = standard()
    paths = sorted(Path(folder).glob("brief-*.yaml"))[int(start) :]
    for path in islice(cycle(paths), int(number)):
        path.with_suffix(".docx").write_bytes(write_draft(draft(path), "docx", style, final=True))
    print(peak())


if __name__ == "__main__":
    main(*sys.argv[1:])
