"""Where rows are drafted: in this process, in several (loky), or on a Dask cluster. Results come in the order of the rows."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager
from tempfile import NamedTemporaryFile, TemporaryDirectory
from threading import Thread, current_thread, main_thread
from time import sleep
from typing import Any, Protocol

from drafter.desk.batch.job import Chunk, Job, Made, Packed, drafted, each, packed
from drafter.desk.batch.needs import need
from drafter.problem import InputError, OutputError, Place, Problem

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
"""What ends a batch."""
PATIENCE = 10
"""Seconds in which a cluster must answer."""
LOOKS = 1
"""Seconds between two looks whether there is anybody to work for."""
AHEAD = 3
"""Pieces of work for each worker that are given out and not yet come back: memory stays flat however many rows there are."""


class Engine(Protocol):
    """Whoever does pieces of work."""

    size: int
    """Rows of a piece."""
    ahead: int
    """Pieces that are given out at once."""

    def submit(self, chunk: Chunk) -> Any:
        """Give out a piece; what comes back has `result()`."""

    def fetched(self, result: Any) -> tuple[Made, ...]:
        """What became of the rows, of what came back."""

    def lost(self, error: BaseException) -> bool:
        """Whether an error means that a worker died, and not that the work failed; the engine is whole again then."""

    def drop(self, futures: list[Any]) -> None:
        """See to it that nothing is under way any more; these are given up."""

    def stop(self) -> None:
        """Do no more."""


class Here:
    """This process."""

    size, ahead = 1, 1

    def __init__(self, job: Job) -> None:
        self.job = job

    def submit(self, chunk: Chunk) -> Any:
        """Done at once."""
        return done(each(self.job, chunk))

    def fetched(self, result: Any) -> tuple[Made, ...]:
        """As it is."""
        return tuple(result)

    def lost(self, error: BaseException) -> bool:
        """There is no worker."""
        return False

    def drop(self, futures: list[Any]) -> None:
        """Nothing is ever under way."""

    def stop(self) -> None:
        """Nothing is under way."""


class Processes:
    """Several processes of this machine. What they make they lay into a folder, for one that is killed while it sends much leaves
    half of it in the pipe, at which all others would wait for ever."""

    def __init__(self, job: Job, number: int) -> None:
        need("loky", Place("-j", 0))
        self.job, self.number = packed(job), number
        self.size, self.ahead = 8, AHEAD * number
        self.folder = TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True)

    def submit(self, chunk: Chunk) -> Any:
        """Give out a piece; processes are there from the first one on, and anew where some have died."""
        with undisturbed("SIGINT"):  # what begins now hears no Ctrl-C either: it is this process that ends the others
            return self._executor().submit(laid_down, self.folder.name, self.job, chunk)

    def fetched(self, result: Any) -> tuple[Made, ...]:
        """Out of its file."""
        with open(result, "rb") as file:
            found: tuple[Made, ...] = pickle.load(file)
        os.unlink(result)
        return found

    def _executor(self) -> Any:
        from loky import get_reusable_executor

        return get_reusable_executor(self.number, timeout=60, initializer=_deafen, initargs=(os.getpid(),))

    def lost(self, error: BaseException) -> bool:
        """The whole executor breaks with one process, and the next one that is asked for is new."""
        return isinstance(error, BrokenExecutor)

    def drop(self, futures: list[Any]) -> None:
        """End the processes, whatever they do; the next piece begins new ones."""
        self._executor().shutdown(wait=True, kill_workers=True)

    def stop(self) -> None:
        """Leave nothing behind."""
        self.drop([])
        self.folder.cleanup()


class Cluster:
    """A Dask cluster that people have already; drafter has to be installed on its workers, in the same version."""

    def __init__(self, job: Job, address: str) -> None:
        need("distributed", Place("--dask", 0), "dask")
        from distributed import Client
        from distributed.scheduler import KilledWorker

        self.job, self.address, self.killed = packed(job), address, KilledWorker
        try:
            make: Any = Client
            self.client: Any = make(address, timeout=f"{PATIENCE}s", set_as_default=False)
            workers = self.client.nthreads()
        except (OSError, TimeoutError, ValueError) as error:
            raise self._gone() from error
        if not workers:
            raise InputError([Problem("no-workers", Place(address, 0), {"name": address})])
        self._same_version()
        self.size, self.ahead = 16, AHEAD * sum(workers.values())

    def submit(self, chunk: Chunk) -> Any:
        """Give out a piece, its arguments with it: what is scattered beforehand would be lost with the worker that holds it."""
        return self.client.submit(drafted, self.job, chunk, pure=False)

    def fetched(self, result: Any) -> tuple[Made, ...]:
        """As it is."""
        return tuple(result)

    def lost(self, error: BaseException) -> bool:
        """Dask gives a piece out again by itself, and gives up only where several workers died of it."""
        if isinstance(error, self.killed):
            return True
        if self.client.status != "running" or type(error).__name__ in (
            "CommClosedError",
            "FutureCancelledError",
            "CancelledError",
        ):
            raise self._gone() from error
        return False

    def drop(self, futures: list[Any]) -> None:
        """Called off."""
        self.client.cancel(futures)

    def stop(self) -> None:
        """Let go of the cluster; what is not done yet is not done."""
        self.client.close(timeout=5)

    def _same_version(self) -> None:
        from drafter import __version__

        for worker, found in self.client.run(_version, on_error="return").items():
            if found != __version__:
                facts = {"name": worker, "version": str(found), "known": __version__}
                raise InputError([Problem("other-drafter", Place(self.address, 0), facts)])

    def _gone(self) -> OutputError:
        return OutputError([Problem("no-cluster", Place(self.address, 0), {"name": self.address})])


def laid_down(folder: str, job: Packed, chunk: Chunk) -> str:
    """What becomes of some rows, in a file of its own."""
    made = pickle.dumps(drafted(job, chunk), pickle.HIGHEST_PROTOCOL)
    with NamedTemporaryFile(dir=folder, delete=False) as file:
        file.write(made)
    return file.name


def _deafen(parent: int) -> None:
    """Hear no Ctrl-C, which is for the process that gives out the work; and end when that is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            sleep(LOOKS)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


@contextmanager
def undisturbed(*names: str) -> Iterator[None]:
    """A Ctrl-C waits till this is done, and what is begun meanwhile never hears one; Windows has no such thing."""
    if not hasattr(signal, "pthread_sigmask") or current_thread() is not main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {getattr(signal, name) for name in names or ENDING})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _version() -> str:
    from drafter import __version__

    return __version__


def engine_of(job: Job, processes: int, address: str) -> Engine:
    """The engine that is asked for; raises InputError where it is not to be had."""
    if address:
        return Cluster(job, address)
    return Processes(job, processes) if processes > 1 else Here(job)


def done(made: tuple[Made, ...]) -> Future[tuple[Made, ...]]:
    """What is done already, as an executor has it."""
    found: Future[tuple[Made, ...]] = Future()
    found.set_result(made)
    return found
