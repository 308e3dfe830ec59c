"""Interleaved rounds, ratios of their medians, and the table they are told in."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

Work = Callable[[], float]
"""Does a piece of work and gives the seconds it took."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    what: str
    """What was measured, and against what."""
    measured: str
    """The number, with its unit; or why there is none."""
    reach: str = "—"
    """What shared/design/SPEED.md wants to reach."""
    reached: bool | None = None
    """Whether it is; None if nothing was measured or nothing is wanted."""


def at_most(what: str, value: float, most: float, unit: str = "×", digits: int = 2) -> Row:
    """A row whose number should be small."""
    return Row(what, f"{value:.{digits}f} {unit}", f"≤ {most:g} {unit}", value <= most)


def at_least(what: str, value: float, least: float, digits: int = 1) -> Row:
    """A row whose number should be large."""
    return Row(what, f"{value:.{digits}f} ×", f"≥ {least:g} ×", value >= least)


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown."""
    said = {True: "yes", False: "**no**", None: "—"}
    lines = [f"| {row.what} | {row.measured} | {row.reach} | {said[row.reached]} |" for row in rows]
    return "\n".join(("| what | measured | to reach | reached |", "|---|--:|--:|---|", *lines))


def timed(call: Callable[[], object], times: int = 1) -> Work:
    """The work of making a call a number of times."""

    def work() -> float:
        start = perf_counter()
        for _ in range(times):
            call()
        return (perf_counter() - start) / times

    return work


def process(*command: str | Path) -> Work:
    """The work of running a command to its end."""
    return timed(lambda: run(*command))


def run(*command: str | Path) -> str:
    """What a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def interleaved(rounds: int, works: Mapping[str, Work], *, warm_up: bool = True) -> dict[str, list[float]]:
    """The seconds of every work in every round; the order turns round each time."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    if warm_up:
        for work in works.values():
            work()
    for number in range(rounds):
        for name in reversed(list(works)) if number % 2 else works:
            seconds[name].append(works[name]())
    return seconds


def ratio(one: Sequence[float], other: Sequence[float]) -> float:
    """How many times `other` goes into `one`: the median of the rounds' ratios, as noise comes by the round."""
    return median(a / b for a, b in zip(one, other, strict=True))
