"""Pieces of work given out and come back in order, whoever does them; what is lost with a worker is given out again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from drafter.desk.batch.engines import Engine, done
from drafter.desk.batch.job import Asked, Chunk, Line, Made
from drafter.problem import Place, Problem

TRIES = 2
"""How often rows are given out again that were lost with a worker, before each is tried alone to tell which one kills it."""
ALONE = 3
"""How often each of them is tried then: workers die of other things, too."""


class Told(tuple[Made, ...]):
    """What is known of rows already."""


def in_turn(engine: Engine, chunks: Iterable[Chunk]) -> Iterator[Made]:
    """What becomes of every row, in their order; no more pieces are under way than the engine wants."""
    waiting: deque[tuple[Chunk, Any]] = deque()
    for chunk in chunks:
        waiting.append((chunk, engine.submit(chunk)))
        if len(waiting) > engine.ahead:
            yield from _next(engine, waiting)
    while waiting:
        yield from _next(engine, waiting)


def _next(engine: Engine, waiting: deque[tuple[Chunk, Any]]) -> tuple[Made, ...]:
    """The results of the piece that was given out first; where workers died, all that was lost is given out again."""
    for _ in range(TRIES):
        try:
            return _first(engine, waiting)
        except Exception as error:
            if not engine.lost(error):
                raise
            _again(engine, waiting)
    engine.drop([future for _, future in waiting if not _settled(future)])
    for n, (chunk, future) in enumerate(waiting):  # one row at a time, so that it is known of which one a worker dies
        if not _settled(future):
            waiting[n] = chunk, done(Told(one for row in chunk for one in _alone(engine, row)))
    return _first(engine, waiting)


def _first(engine: Engine, waiting: deque[tuple[Chunk, Any]]) -> tuple[Made, ...]:
    result = waiting[0][1].result()
    waiting.popleft()
    return result if isinstance(result, Told) else engine.fetched(result)


def _settled(future: Any) -> bool:
    return bool(future.done() and not future.cancelled() and future.exception() is None)


def _again(engine: Engine, waiting: deque[tuple[Chunk, Any]]) -> None:
    """Give out again whatever did not come back whole."""
    for n, (chunk, future) in enumerate(waiting):
        if future.done() and not _settled(future):
            waiting[n] = chunk, engine.submit(chunk)


def _alone(engine: Engine, row: Asked | Line) -> tuple[Made, ...]:
    """A row by itself, so that it is known of which one a worker dies."""
    for _ in range(ALONE):
        try:
            return engine.fetched(engine.submit((row,)).result())
        except Exception as error:
            if not engine.lost(error):
                raise
    assert isinstance(row, Asked)
    place = row.doc.root.place if row.doc.root else Place(row.doc.file)
    return (Made(Line(row.made), errors=(Problem("worker-died", place),)),)
