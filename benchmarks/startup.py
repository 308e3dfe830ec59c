"""Whole processes: how long a command takes to answer, and one brief to a Word document."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from benchmarks import peers
from benchmarks.measure import Row, Work, at_most, interleaved, process, ratio
from benchmarks.speech import BRIEF, Speech

DRAFTER = Path(sys.executable).with_name("drafter")
SCRIPT = Path(__file__).with_name("fill_one.py")


def rows(speech: Speech, folder: Path, rounds: int) -> list[Row]:
    """`--version` and `--help` beside an idle Python; a first draft beside a docxtpl script."""
    template, ours, theirs = (folder / name for name in ("frame.docx", "ours.docx", "theirs.docx"))
    template.write_bytes(speech.frame)
    draft = process(DRAFTER, "draft", BRIEF, "-o", ours)

    def first_draft() -> float:
        ours.unlink(missing_ok=True)  # another draft over it would be read first
        return draft()

    works: dict[str, Work] = {
        "idle": process(sys.executable, "-c", "pass"),
        "version": process(DRAFTER, "--version"),
        "help": process(DRAFTER, "--help"),
        "draft": first_draft,
        "docxtpl": process(sys.executable, SCRIPT, template, BRIEF, theirs),
    }
    took = interleaved(rounds, works)
    assert peers.outline(ours) == peers.outline(theirs) == peers.outline(speech.final)
    idle = took["idle"]
    script = median(took["docxtpl"]) / median(idle)
    return [
        at_most("`drafter --version` : `python -c pass`", ratio(took["version"], idle), 1.5),
        at_most("`drafter --help` : `python -c pass`", ratio(took["help"], idle), 5.5),
        at_most(
            f"`drafter draft`, whole process : docxtpl script (itself {script:.1f} × `python -c pass`)",
            ratio(took["draft"], took["docxtpl"]),
            0.7,
        ),
        Row("`drafter draft`, whole process : `python -c pass`", f"{ratio(took['draft'], idle):.2f} ×"),
    ]
