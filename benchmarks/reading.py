"""An old speech recognised in a warm process, beside jieba, which only cuts the text into words."""

from __future__ import annotations

import gc
import logging

import jieba

from benchmarks.measure import Row, at_least, interleaved, ratio, timed
from benchmarks.speech import Speech
from drafter.desk.library import Library
from drafter.formats.text import write
from drafter.model.sheet import Raw, Sheet
from drafter.problem import Place
from drafter.recognition import recognise

LEAST = 10.0
"""Megabytes a second."""


def rows(speech: Speech, rounds: int) -> list[Row]:
    """The speech as text, read as a speech."""
    text = write(speech.draft.manuscript, speech.style)
    sheet = Sheet(tuple(Raw(line, Place("old.txt", n)) for n, line in enumerate(text.split("\n"), 1)))
    cues = Library().cues()[0]
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    gc.freeze()  # its dictionary is none of our rubbish
    works = {"recognise": timed(lambda: recognise(sheet, cues), 10), "jieba": timed(lambda: jieba.lcut(text), 2)}
    took = interleaved(rounds, works)
    gc.unfreeze()
    speed = len(text.encode()) / sorted(took["recognise"])[len(took["recognise"]) // 2] / 1e6
    return [
        at_least("jieba's cutting : recognising that speech, warm", ratio(took["jieba"], took["recognise"]), 8),
        Row("recognising that speech, warm", f"{speed:.1f} MB/s", f"≥ {LEAST:g} MB/s", speed >= LEAST),
    ]
