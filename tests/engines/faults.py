"""A fault at call N, and a kill at call N: whatever fails while a command writes, each file is the old one or the new one, a
set of files wholly so, what is said is true, and nothing lies about after the next run.

`python -m tests.engines.faults LAW FOLDER` tries one of the laws: a process that holds little else forks quickly."""

# ruff: noqa: B023  every judge is done before the loop goes on
from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from drafter.desk import replace
from drafter.desk.journal import recover
from tests.cases.running import Done, drafter
from tests.engines.writes import (
    COMMANDS,
    DRAFTS,
    FAULTS,
    SETS,
    Calls,
    at_every_call,
    dies,
    fails,
    files,
    kept,
    ours,
    prepared,
    restored,
    run,
    state,
)

State = dict[str, bytes]
NO_SEED = "could not write `seed: "


def a_fault_at_any_call_leaves_old_or_new_and_what_is_said_is_true(within: Path) -> None:
    table = {}
    for name, folder, beside, old, new in each_command(within):
        met: list[int] = []
        alone = without_seed(folder, beside, name)

        def judge(at: int, done: Done | None, call: str) -> None:
            where = (name, at, call, done)
            assert done and done.code in (0, 1) and "Traceback" not in done.said, where
            schema = ".drafter/" in done.said  # the files are named as written, and then the schema that is not
            then = alone if NO_SEED in done.said else new
            assert others(folder) == (then if done.code == 0 or schema else old), where
            assert "[not-put-back]" not in done.said, where
            assert swept(folder) in (old, then), where
            restored(folder, beside)
            met.append(done.code)

        at_every_call(folder, name, Calls(fails(*FAULTS), torn=True), judge)
        table[name] = (len(met), sum(met), len(met) - sum(met))
    show(table, ("faults", "told", "passed over"))
    assert all(row[1] >= 5 for row in table.values())


def a_disk_that_stays_broken_is_told_of_and_undone_later(within: Path) -> None:
    replace.PATIENCE = 0.01
    for name, folder, beside, old, new in each_command(within, SETS):
        left_new = []
        alone = without_seed(folder, beside, name)

        def judge(at: int, done: Done | None, call: str) -> None:
            now, where = others(folder), (name, at, call, done)
            assert done, where
            if done.code == 0 or ".drafter/" in done.said:
                assert now == (alone if NO_SEED in done.said else new), where
            else:
                renewed = {path for path in old.keys() | new.keys() if now.get(path) == new.get(path) != old.get(path)}
                named = re.findall(r"^(\S+?):1:1: error: \S+ holds what was to be written", done.said, re.MULTILINE)
                assert {os.path.relpath(folder / path, folder) for path in named} == renewed, where
                left_new.append(bool(renewed))
            assert swept(folder) in (old, new), where
            restored(folder, beside)

        at_every_call(folder, name, Calls(fails(*FAULTS), on=True), judge)
        assert any(left_new), name


def a_kill_in_mid_write_leaves_old_or_new_once_the_next_run_was_there(within: Path) -> None:
    table = {}
    for name, folder, beside, old, new in each_command(within):
        after: list[bool] = []
        writes: list[int] = []

        def judge(at: int, done: Done | None, call: str) -> None:
            where = (name, at, call, done)
            assert done is None, where  # it was killed
            assert name in SETS or others(folder) in (old, new), where
            now = swept(folder)
            assert now in (old, new), where
            after.append(now == new)
            writes.extend([at] if call == "write" else [])
            restored(folder, beside)

        at_every_call(folder, name, Calls(dies), judge)
        assert writes
        restored(folder, beside)
        at_every_call(folder, name, Calls(dies, torn=True), judge, [*writes])
        restored(folder, beside)
        table[name] = (len(after), len(after) - sum(after), sum(after))
    show(table, ("kills", "old", "new"))
    assert all(row[1] and row[2] for row in table.values())
    assert sum(row[0] for row in table.values()) >= 450


def each_command(within: Path, names: Iterable[str] = COMMANDS) -> Iterator[tuple[str, Path, Path, State, State]]:
    """Each command in a folder of its own, with its files under other names, and what lies there before and after it."""
    base = prepared(within / "base")
    old, beside = state(base), kept(base)
    for name in names:
        restored(base, beside)
        assert run(base, name).code == 0, name
        new = others(base)
        assert not ours(set(state(base))) and new != old
        restored(base, beside)
        assert state(base) == old
        yield name, base, beside, old, new


def without_seed(folder: Path, beside: Path, name: str) -> State:
    """What lies there where a brief is not given the seed that it is drafted by."""
    if name not in DRAFTS:
        return {}
    assert drafter(folder, *COMMANDS[name], "--no-seed").code == 0
    after = others(folder)
    restored(folder, beside)
    return after


def others(folder: Path) -> State:
    """What lies there, but for what is only ours."""
    now = state(folder)
    return {path: data for path, data in now.items() if path not in ours(set(now))}


def swept(folder: Path) -> State:
    """What lies there after the next run, in each folder; of what is only ours nothing."""
    for place in (folder, folder / "far", folder / ".drafter"):
        recover(place)
    assert not ours(set(files(folder)))
    return state(folder)


def show(table: dict[str, tuple[int, ...]], heads: tuple[str, ...]) -> None:
    """The table, a row a command, with its sum."""
    table = {**table, "in all": tuple(map(sum, zip(*table.values(), strict=True)))}
    print("\n" + " " * 26 + "".join(f"{head:>12}" for head in heads))
    for name, row in table.items():
        print(f"{name:<26}" + "".join(f"{figure:>12}" for figure in row))


LAWS: dict[str, Callable[[Path], None]] = {
    law.__name__: law
    for law in (
        a_fault_at_any_call_leaves_old_or_new_and_what_is_said_is_true,
        a_disk_that_stays_broken_is_told_of_and_undone_later,
        a_kill_in_mid_write_leaves_old_or_new_once_the_next_run_was_there,
    )
}

if __name__ == "__main__":
    LAWS[sys.argv[1]](Path(sys.argv[2]))
