"""How far a long piece of work is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from drafter.catalogue import _, ngettext

EVERY = 10
"""Seconds between two lines."""
SOON = 1
"""Seconds in which nobody needs to be told."""


@contextmanager
def watched() -> Iterator[Callable[[int, int, int], None]]:
    """What is told of every step: how many are done, of how many, and how many failed."""
    terminal = sys.stderr is not None and sys.stderr.isatty()
    if terminal:
        yield from _bar()
    else:
        yield from _lines()


def _bar() -> Iterator[Callable[[int, int, int], None]]:
    start = time.monotonic()
    rate = 0.0
    failed = 0

    def shown(_item: object) -> str:
        said = _("{n} a second").format(n=f"{rate:.0f}")
        return f"{said}, {ngettext('{n} failed', '{n} failed', failed).format(n=failed)}" if failed else said

    with typer.progressbar(
        length=1, label=_("drafting"), show_eta=True, show_pos=True, item_show_func=shown, file=sys.stderr
    ) as bar:

        def tell(done: int, of: int, lost: int) -> None:
            nonlocal rate, failed
            bar.length = of
            failed, rate = lost, done / max(time.monotonic() - start, 0.001)
            bar.current_item = done
            bar.update(done - bar.pos)

        yield tell


def _lines() -> Iterator[Callable[[int, int, int], None]]:
    start = last = time.monotonic()

    def tell(done: int, of: int, failed: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - start < SOON or now - last < EVERY or done == of:
            return
        last = now
        rate = done / (now - start)
        left = round((of - done) / rate) if rate else 0
        said = _("{done} of {of}, {rate} a second, {left} s left").format(
            done=f"{done:,}", of=f"{of:,}", rate=f"{rate:.0f}", left=f"{left:,}"
        )
        typer.echo(said, err=True)

    yield tell
