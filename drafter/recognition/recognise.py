"""A sheet read as a speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from drafter.language import TONGUES
from drafter.model.cues import Cues
from drafter.model.manuscript import Manuscript, Role
from drafter.model.sheet import Recognised, Sheet
from drafter.problem import Place, counted
from drafter.recognition.frame import frame, unglued_head
from drafter.recognition.glue import halved
from drafter.recognition.ladder import ladder, shaped
from drafter.recognition.lexicon import Lexicon, lexicon, traditional
from drafter.recognition.lines import Writer
from drafter.recognition.marks import mended
from drafter.recognition.noise import inner, one_speech
from drafter.recognition.numbers import undoubled
from drafter.recognition.paragraphs import paragraphs
from drafter.recognition.tables import without_tables
from drafter.recognition.trace import Para, Trace
from drafter.recognition.zones import closing_unglued, recount, zones

FRONT: tuple[Role, ...] = ("title", "byline", "date", "salutation")
MOST_DOUBTS = 20
"""Doubts of one kind told of one speech, and then how many more there are: a speech with more is mended as a whole."""
TRADITIONAL = re.compile("[們講話會議這個為與對導發後來說學強麼]")
"""Characters that hardly any simplified text has, and every traditional one."""


def recognise(sheet: Sheet, cues: Cues, part: int = 1) -> Recognised:
    """The speech on a sheet, or one of several on it, counted from one; nothing is left out without being told."""
    found = _read(sheet, cues, part)
    doubted = any(problem.rule == "two-readings" for problem in found.problems)
    return replace(found, other=_read(sheet, cues, part, other=True)) if doubted else found


def _read(sheet: Sheet, cues: Cues, part: int, other: bool = False) -> Recognised:
    trace = Trace()
    words = lexicon(traditional(cues) if _is_traditional(sheet) else cues)
    sheet = replace(sheet, lines=tuple(without_tables(sheet.lines, words, trace)))
    parted = halved(unglued_head(paragraphs(sheet, words, trace), words))
    paras = [mended(para, words, trace) for para in parted]
    paras = undoubled([para for para in paras if para.text], trace)
    _other_kind(paras, words, trace)
    found = frame(one_speech(paras, part, words, trace), words, trace)
    body = inner(found.body, found.title, words, trace)
    writer = Writer(tongue := TONGUES[cues.language], words, trace)
    items = ladder(shaped(closing_unglued(body, words), trace), tongue, words, trace, other)
    for role in FRONT:
        writer.front(role, getattr(found, role))
    parts = zones(items, words, trace)
    recount(parts[0], parts[1], words, trace)
    for zone, inside in zip(("opening", "body", "closing"), parts, strict=True):
        writer.items(inside, zone)
    if found.title is None and body:
        trace.doubt("no-title", body[0].place)
    if not body:
        trace.doubt("no-speech", sheet.lines[0].place if sheet.lines else Place(""))
    return Recognised(
        manuscript=Manuscript(cues.language, tuple(writer.lines)),
        cuts=tuple(trace.cuts),
        mends=tuple(trace.mends),
        problems=(*sheet.problems, *counted(trace.problems, MOST_DOUBTS)),
        cues=writer.cues,
        places=writer.places,
    )


def _is_traditional(sheet: Sheet) -> bool:
    """Whether the text is in traditional characters."""
    return TRADITIONAL.search("".join(raw.text for raw in sheet.lines[:100])) is not None


def _other_kind(paras: Sequence[Para], words: Lexicon, trace: Trace) -> None:
    """Say so where a text is a letter or a notice."""
    near = (*paras[:6], *paras[6:][-4:])
    found = next((para for para in near if len(para.text) <= 80 and words.other.search(para.text)), None)
    titled = any(len(para.text) <= 80 and words.title.search(para.text) for para in paras[:8])
    if found and not titled:
        trace.doubt("not-a-speech", found.place, text=found.text[:24])
    text = "".join(para.text for para in paras[:40])
    if len(text) > 100 and len(text.encode("ascii", "ignore")) * 2 > len(text):
        trace.doubt("other-language", paras[0].place)
