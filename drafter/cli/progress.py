"""How far a long piece of work is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import typer

from drafter.catalogue import _, ngettext

EVERY = 10
"""Seconds between two lines."""
TO_THE_END = "\x1b[K"
"""Wipes the rest of a line: typer wipes as many columns as there were characters, and ours take two."""
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
    words = ""
    with ExitStack() as shown:
        bar: Any = None

        def tell(done: int, of: int, failed: int) -> None:
            nonlocal words, bar
            if done:
                words = _pace(done, of, time.monotonic() - start)
            if failed:
                lost = ngettext("{n} failed", "{n} failed", failed).format(n=failed)
                words = _("{some}, {more}").format(some=words, more=lost)
            words += TO_THE_END
            if bar is None:
                bar = shown.enter_context(_shown(of, lambda item: words))
            bar.current_item = done
            bar.update(done - bar.pos)

        yield tell


def _shown(of: int, said: Callable[[object], str]) -> Any:
    return typer.progressbar(
        length=of, label=_("drafting"), show_eta=False, show_pos=True, item_show_func=said, file=sys.stderr
    )


def _lines() -> Iterator[Callable[[int, int, int], None]]:
    start = last = time.monotonic()

    def tell(done: int, of: int, failed: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - start < SOON or now - last < EVERY or done == of:
            return
        last = now
        said = _("{done} of {of}: {pace}")
        typer.echo(said.format(done=f"{done:,}", of=f"{of:,}", pace=_pace(done, of, now - start)), err=True)

    yield tell


def _pace(done: int, of: int, seconds: float) -> str:
    """How quick it goes, and for how long still."""
    rate = done / max(seconds, 0.001)
    said = _("{n} a second").format(n=f"{rate:.0f}")
    return said if done == of else _("{pace}, {left} s left").format(pace=said, left=f"{(of - done) / rate:,.0f}")
