"""A hundred and fifty towns: template, filled in with twelve errors, drafted, broken off, gone on with, and all the same to the byte."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from drafter.formats.tables.xlsx import sheets
from drafter.model.table import Row
from tests.cases.running import drafter
from tests.engines.towns import BLUEPRINT, TOWNS, WRONG, fill, name_of

OUT = ("--blueprint", BLUEPRINT, "-o")


def begun(folder: Path, out: str) -> subprocess.Popen[str]:
    command = (sys.executable, "-m", "drafter", "batch", "rows.xlsx", *OUT, out)
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def told(said: str) -> list[str]:
    return re.findall(r"\[([a-z0-9-]+)\]$", said, re.MULTILINE)


def test_a_hundred_and_fifty_towns(tmp_path: Path) -> None:
    made = drafter(tmp_path, "batch", "template", BLUEPRINT, "-o", "rows.xlsx")
    assert made.code == 0, made.said
    fill(tmp_path / "rows.xlsx")

    running = begun(tmp_path, "out")
    while len([*(tmp_path / "out").glob("*.docx")]) < 40:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    said = running.communicate()[0]
    kept = {name: data for name, data in held(tmp_path / "out").items() if name.endswith(".docx")}
    assert running.returncode in (1, 130) and "the same command goes on from here" in said
    assert 40 <= len(kept) < TOWNS and set(held(tmp_path / "out")) == set(kept)

    on = drafter(tmp_path, "batch", "rows.xlsx", *OUT, "out")
    errors = [rule for rule in WRONG.values() if rule not in ("braces-in-fact", "placeholder", "text-more-than-limit")]
    assert on.code == 1
    others = ["two-files-of-a-name", "several-rows-of-that-name", "no-row-of-that-name", "no-row-of-that-name"]
    assert sorted(told(on.said)) == sorted([*errors, *others])  # rows of one name, and of none, leave items behind
    failed = len(errors)  # items that belong to no row are none of these; two rows have one file
    assert f"{TOWNS} rows: {TOWNS - failed - len(kept)} drafted, {len(kept)} as before, {failed} failed" in on.said
    assert {name: held(tmp_path / "out")[name] for name in kept} == kept

    whole = drafter(tmp_path, "batch", "rows.xlsx", *OUT, "unbroken", "-j", "2")
    assert whole.code == 1 and sorted(told(whole.said)) == sorted(told(on.said))
    assert held(tmp_path / "unbroken") == held(tmp_path / "out")

    (table,) = sheets((tmp_path / "out/report.xlsx").read_bytes(), "report.xlsx")
    lines = {str(row.cells[1].value): row for row in table.rows() if isinstance(row, Row) and row.cells[1]}
    assert len(lines) == TOWNS - 2  # one has no name, and two have one
    said_of = {number: [lines[name_of(number)].cell(column) for column in (7, 8)] for number in (100, 110, 120)}
    assert [[bool(cell) for cell in cells] for cells in said_of.values()] == [
        [False, True],
        [True, False],
        [False, True],
    ]
