"""`drafter batch` beside docxtpl with the same rows: python -m benchmarks.rows [--rows N] [--rounds N] [--example NAME]

One process, two, a Dask cluster of two workers; whole processes from the table to the last file, and peak memory.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import yaml
from distributed import LocalCluster

from benchmarks import peers
from benchmarks.draft_many import standard
from drafter.desk.draft import draft_file, write_draft

WITH_PEAK = (
    "import atexit, sys\n"
    "from benchmarks.draft_many import peak\n"
    "atexit.register(lambda: print(peak()))\n"
    "from speech_drafter import main\n"
    "main()"
)
"""The command as it is installed, which says in the end what memory it took."""
SETTINGS = ("blueprint", "seed")


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.rows", description="drafter batch beside docxtpl.")
    options.add_argument("--rows", type=int, default=1000, metavar="N")
    options.add_argument("--rounds", type=int, default=3, metavar="N", help="of which the median counts")
    options.add_argument("--example", default="rectification", metavar="NAME", help="a folder of examples/")
    chosen = options.parse_args()
    os.environ["PYTHONPATH"] = str(peers.ROOT)
    with (
        tempfile.TemporaryDirectory() as name,
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
    ):
        folder = Path(name)
        template, example = prepared(folder, chosen.example)
        table = rows(folder / "rows.csv", example, chosen.rows)
        few = rows(folder / "few.csv", example, 100)
        blueprint = example["blueprint"]
        ways = {
            "docxtpl, one process": (sys.executable, "-m", "benchmarks.fill_rows", template, table),
            "drafter batch": batch(table, blueprint),
            "drafter batch -j 2": batch(table, blueprint, "-j", "2"),
            "drafter batch --dask, two workers": batch(table, blueprint, "--dask", cluster.scheduler_address),
        }
        seconds: dict[str, list[float]] = {way: [] for way in ways}
        peaks: dict[str, int] = {}
        for _ in range(chosen.rounds):
            for way, command in ways.items():
                took, peaks[way] = ran(folder, command)
                seconds[way].append(took)
                print(".", end="", flush=True, file=sys.stderr)
        small = ran(folder, batch(few, blueprint))[1]
    print(file=sys.stderr)
    print(told(chosen, seconds, peaks, small))


def told(chosen: argparse.Namespace, seconds: Mapping[str, list[float]], peaks: Mapping[str, int], small: int) -> str:
    """The table, in Markdown."""
    took = {way: median(every) for way, every in seconds.items()}
    theirs, ours = took["docxtpl, one process"], took["drafter batch"]
    lines = [
        f"| {way} | {one:.1f} | {chosen.rows / one:.0f} | {theirs / one:.2f} × | {ours / one:.2f} × | {peaks[way] / 1024:.0f} |"
        for way, one in took.items()
    ]
    head = f"| {chosen.example}, {chosen.rows:,} rows | seconds | documents a second | docxtpl : it | one process : it | peak MB |"
    ratio = peaks["drafter batch"] / small
    last = f"Peak memory of one process, {chosen.rows:,} rows : 100 rows ({small / 1024:.0f} MB) = {ratio:.2f}. {os.cpu_count()} cores."
    return "\n".join((head, "|---|--:|--:|--:|--:|--:|", *lines, "", last))


def prepared(folder: Path, example: str) -> tuple[Path, dict[str, Any]]:
    """docxtpl's template for the example's speech, which gives that speech when it is filled in, and the brief."""
    path = peers.ROOT / f"examples/{example}/brief.yaml"
    brief = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    draft = draft_file(path)
    final = write_draft(draft, "docx", standard(), final=True)
    template = folder / "frame.docx"
    template.write_bytes(peers.frame_template(final, draft, brief))
    assert peers.outline(peers.fill(template, brief)) == peers.outline(final)
    return template, brief


def rows(path: Path, brief: Mapping[str, Any], number: int) -> Path:
    """A table with so many rows: the example's facts, each row with figures of its own in every one of them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        heads = [head for head, _ in cells(brief)]
        out = csv.writer(file)
        out.writerow(["name", *heads])
        for n in range(number):
            lot = random.Random(n)
            out.writerow([f"第{n:05}镇", *(varied(cell, lot) if n else cell for _, cell in cells(brief))])
    return path


def cells(brief: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Header and cell of every fact: lists of texts as lines, a column for every field of a record."""
    for slot, value in brief.items():
        if slot in SETTINGS:
            continue
        if isinstance(value, str):
            yield slot, value
        elif isinstance(value[0], str):
            yield slot, "\n".join(value)
        else:
            for n, item in enumerate(value, 1):
                for field, one in item.items():
                    yield f"{slot}{n}.{field}", one if isinstance(one, str) else "\n".join(one)


def varied(text: str, lot: random.Random) -> str:
    """The same fact with other figures."""
    return re.sub(r"\d{2,}(?=[处个户公万亩人家])", lambda found: str(max(10, int(found[0]) + lot.randint(-9, 9))), text)


def batch(table: Path, blueprint: str, *more: str) -> tuple[str | Path, ...]:
    return (sys.executable, "-c", WITH_PEAK, "batch", table, "--blueprint", blueprint, *more, "-o")


def ran(folder: Path, command: tuple[str | Path, ...]) -> tuple[float, int]:
    """Seconds and peak KB of a command that writes into a folder of its own."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    start = perf_counter()
    done = subprocess.run([*command, out], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    took = perf_counter() - start
    assert len([*out.glob("*.docx")]) >= 100, done.stdout
    return took, int(done.stdout.split()[-1])


if __name__ == "__main__":
    main()
