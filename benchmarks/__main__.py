"""Measures drafter beside its peers and prints the table: python -m benchmarks [--quick] [--briefs N] [--documents N]"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from benchmarks import batch, prose, reading, startup, warm
from benchmarks.measure import Row, table
from benchmarks.speech import speech

BRIEFS = Path(__file__).parents[1] / "tests/briefs"


def main() -> None:
    """Measure one thing after the other, in a folder of its own."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and size beside peers.")
    options.add_argument("--quick", action="store_true", help="everything, but short: fewer rounds, briefs, documents")
    options.add_argument("--briefs", type=int, metavar="N", help="for two processes; default 1000, quick 100")
    options.add_argument("--documents", type=int, metavar="N", help="for memory; default 10000, quick 500")
    chosen = options.parse_args()
    quick: bool = chosen.quick
    number = chosen.briefs or (100 if quick else 1000)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    documents = chosen.documents or (500 if quick else 10_000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start would compile anew
        one = speech()
        rows: list[Row] = []
        measures: tuple[Callable[[], list[Row]], ...] = (
            lambda: startup.rows(one, folder, 5 if quick else 15),
            lambda: warm.writing(one, folder, 5 if quick else 25),
            lambda: batch.beside_docxtpl(one, folder, 5 if quick else 20),
            lambda: batch.two_processes(one, folder, number, 1 if quick else 3),
            lambda: batch.two_processes(one, folder, max(number // 10, 20), 3 if quick else 7),
            lambda: batch.memory(one, folder, documents),
            lambda: warm.editing(one, folder, 5 if quick else 25),
            lambda: warm.size(one),
            lambda: reading.rows(one, 5 if quick else 25),
        )
        for measure in measures:
            rows += measure()
            print(".", end="", flush=True, file=sys.stderr)
    print(file=sys.stderr)
    print(table(rows))
    print(f"\nWhat drafts read like: tests/briefs.\n\n{prose.table(BRIEFS)}")
    print(f"\nMedians of interleaved rounds. {_machine(load)}, {_versions()}.")


def _machine(load: float) -> str:
    """Other work spoils two processes first, so the load is told."""
    return f"{os.cpu_count()} cores, load average {load:.1f} at the start, Python {platform.python_version()}"


def _versions() -> str:
    return ", ".join(
        f"{name} {version(name)}" for name in ("docxtpl", "python-docx", "lxml", "pyyaml", "typer", "jieba")
    )


if __name__ == "__main__":
    main()
