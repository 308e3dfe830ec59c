"""What a test may take, in CPU time of an idle machine of today; a slower or busier one gets as much more as it needs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

USUAL = 0.045
"""Seconds that the yardstick takes on a machine with nothing else to do."""


def yardstick() -> float:
    """The CPU seconds of a fixed piece of work, much like ours: texts made, sorted and looked up."""
    started = time.process_time()
    texts = [f"第{n * 7919 % 50_021}条，{n}" for n in range(50_000)]
    places = {text: place for place, text in enumerate(sorted(texts))}
    assert sum(places[text] for text in texts) == 1_249_975_000
    return time.process_time() - started


def pace() -> float:
    """How many times longer than usual work takes here and now, never less than 1."""
    return max(1.0, sum(yardstick() for _ in range(10)) / 10 / USUAL)


def in_time(seconds: float, took: float) -> None:
    """Fail if something took more CPU seconds than it may; only then the machine itself is measured."""
    if took >= seconds:
        allowed = seconds * pace()
        assert took < allowed, f"{took:.1f} s of CPU, where {seconds} s are allowed, on this machine {allowed:.1f} s"


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done here takes no more CPU seconds than these."""
    started = time.process_time()
    yield
    in_time(seconds, time.process_time() - started)
