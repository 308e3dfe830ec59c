"""Rows that would be one file, found before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from drafter.desk.batch import names
from drafter.desk.batch.source import Briefs, Named, Rows
from drafter.desk.batch.wanted import Batch
from drafter.problem import Place, Problem
from drafter.sentences import where


def names_of(tasks: Rows | Briefs, batch: Batch) -> tuple[dict[int, Problem], int]:
    """The rows that are not drafted as two would be one file, and how many rows there are; told before anything is written."""
    report = batch.reported
    seen = {_key(report.name)} if report.parent == batch.folder else set()
    count = 0
    twice: set[int] = set()
    for one in tasks.names():
        count += 1
        if isinstance(one, Named) and one.stem:
            key = _key(f"{one.stem}.{batch.format}")
            (twice if key in seen else seen).add(key)
    return (dict(_barred(tasks, batch, twice)) if twice else {}), count


def _key(name: str) -> int:
    """A number for all names that mean one file on some system: a set of names would take more memory than all else."""
    return int.from_bytes(blake2b(names.alike(name).encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _barred(tasks: Rows | Briefs, batch: Batch, twice: set[int]) -> Iterator[tuple[int, Problem]]:
    """The rows whose file is that of another row, or the report, by their numbers."""
    by_file: dict[str, list[Named]] = {}
    for one in tasks.names():
        if isinstance(one, Named) and one.stem and _key(name := f"{one.stem}.{batch.format}") in twice:
            by_file.setdefault(names.alike(name), []).append(one)
    for several in by_file.values():
        for n, one in enumerate(several):
            other = where(several[n - 1 if n else 1].place) if len(several) > 1 else "--report"
            yield one.number, _one_file(one.place, f"{one.stem}.{batch.format}", other)


def _one_file(place: Place, name: str, other: str) -> Problem:
    return Problem("two-files-of-a-name", place, {"name": name, "where": other})
