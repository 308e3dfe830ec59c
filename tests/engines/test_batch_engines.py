"""Rows drafted by several processes and by a Dask cluster: workers die in the middle, and nothing is lost, twice or other."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import dask
import psutil
import pytest
from distributed import LocalCluster

from drafter.desk.batch import engines
from drafter.desk.batch.engines import Cluster, Processes
from drafter.desk.batch.job import Asked, Chunk, Job, carried
from drafter.desk.batch.run import run
from drafter.desk.batch.source import Wish
from drafter.desk.batch.turn import in_turn
from drafter.desk.batch.wanted import Batch
from drafter.desk.library import Library
from drafter.problem import OutputError
from drafter.yamltext.parse import parse

ROWS = 90


def table(folder: Path) -> Path:
    """So many towns."""
    path = folder / "rows.csv"
    lines = [f"第{n}镇,全市供热保障工作会议,2026-10-{n % 28 + 1:02}" for n in range(ROWS)]
    path.write_text("\n".join(["name,会议,日期", *lines]) + "\n", "utf-8")
    return path


def batch(folder: Path, name: str, **more: object) -> Batch:
    return Batch(source=table(folder), folder=folder / name, blueprint="work-meeting", **more)  # type: ignore[arg-type]


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@cache
def unbroken() -> dict[str, bytes]:
    """What one process makes of the same rows."""
    with TemporaryDirectory() as folder:
        run(batch(Path(folder), "one"), Library())
        return held(Path(folder, "one"))


@contextmanager
def cluster(workers: int = 2) -> Iterator[LocalCluster]:
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None) as made,
    ):
        yield made


def killing(at: int, victims: Callable[[], list[int]]) -> tuple[Callable[[int, int, int], None], list[int]]:
    """What kills a worker once so many rows are done."""
    killed: list[int] = []

    def tell(done: int, of: int, failed: int) -> None:
        if done >= at and not killed:
            killed.append(victims()[0])
            os.kill(killed[0], signal.SIGKILL)

    return tell, killed


def test_a_process_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    workers = lambda: [one.pid for one in psutil.Process().children() if "popen_loky" in " ".join(one.cmdline())]  # noqa: E731
    tell, killed = killing(30, workers)
    done = run(batch(tmp_path, "two", processes=2), Library(), tell)
    assert killed
    assert (done.drafted, done.failed, done.problems) == (ROWS, 0, [])
    assert held(tmp_path / "two") == unbroken()


def test_a_dask_worker_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    with cluster() as made:
        pids = lambda: [one.pid for one in made.workers.values()]  # noqa: E731
        tell, killed = killing(20, pids)
        done = run(batch(tmp_path, "dask", cluster=made.scheduler_address), Library(), tell)
    assert killed
    assert (done.drafted, done.failed, done.problems) == (ROWS, 0, [])
    assert held(tmp_path / "dask") == unbroken()


def test_a_cluster_that_goes_away_keeps_what_is_done_and_another_goes_on(tmp_path: Path) -> None:
    with cluster() as made:

        def tell(done: int, of: int, failed: int) -> None:
            if done == 40:
                made.close()

        lost = run(batch(tmp_path, "dask", cluster=made.scheduler_address), Library(), tell)
    assert lost.stopped and [one.rule for one in lost.problems] == ["no-cluster"]
    kept = len(held(tmp_path / "dask"))
    assert 40 <= kept < ROWS
    with cluster() as made:
        done = run(batch(tmp_path, "dask", cluster=made.scheduler_address), Library())
    assert (done.same, done.drafted) == (kept, ROWS - kept)
    assert held(tmp_path / "dask") == unbroken()


@dataclass
class Bomb:
    """Whoever unpacks it dies, but for the process that made it, in which Dask's scheduler runs."""

    made_by: int

    def __reduce__(self) -> tuple[object, ...]:
        return unpacked, (self.made_by,)


def unpacked(made_by: int) -> Bomb:
    if os.getpid() != made_by:
        os._exit(1)
    return Bomb(made_by)


@cache
def job() -> Job:
    library = Library()
    found = carried(library, [Wish("work-meeting", "", "", "")], "")
    return Job(library=found, format="docx", style="", reference=None, final=False, writes=True, row="rows.csv")


def chunks() -> list[Chunk]:
    def asked(n: int) -> Asked:
        doc = parse(f"blueprint: work-meeting\n会议: 第{n}次会议\n日期: 2026-10-08\n", f"{n}.yaml")
        return Asked(doc, Bomb(os.getpid()) if n == 7 else "", "")  # type: ignore[arg-type]

    return [tuple(asked(n) for n in range(start, start + 4)) for start in range(0, 24, 4)]


def test_a_row_that_kills_its_process_is_found_and_stops_no_other() -> None:
    engine = Processes(job(), 2)
    made = [*in_turn(engine, chunks())]
    engine.stop()
    assert [n for n, one in enumerate(made) if one.data is None] == [7]
    assert [str(one) for one in made[7].errors] == [
        "7.yaml:1:1: error: the process that drafted this row died, each time; draft it alone; it may need more memory "
        "than there is [worker-died]"
    ]


def test_a_row_that_kills_dask_workers_is_found_and_stops_no_other() -> None:
    with cluster() as made_of:
        engine = Cluster(job(), made_of.scheduler_address)
        made = [*in_turn(engine, chunks())]
        engine.stop()
    assert [n for n, one in enumerate(made) if one.data is None] == [7]
    assert [one.rule for one in made[7].errors] == ["worker-died"]


def test_an_address_where_nobody_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "PATIENCE", 1)
    with pytest.raises(OutputError) as told:
        Cluster(job(), "tcp://127.0.0.1:9")
    assert [str(one) for one in told.value.problems] == [
        "tcp://127.0.0.1:9: error: the Dask cluster tcp://127.0.0.1:9 does not answer; check the address; what is "
        "done is kept, and the same command goes on from there [no-cluster]"
    ]
