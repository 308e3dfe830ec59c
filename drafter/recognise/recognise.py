"""A sheet read as a speech."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.language import TONGUES
from drafter.model.cues import Cues
from drafter.model.manuscript import Manuscript
from drafter.model.sheet import Recognised, Sheet
from drafter.problem import Place
from drafter.recognise.frame import frame
from drafter.recognise.glue import told_together, unglued
from drafter.recognise.ladder import ladder
from drafter.recognise.lexicon import Lexicon, lexicon
from drafter.recognise.lines import Writer
from drafter.recognise.marks import mended
from drafter.recognise.noise import first_speech, inner
from drafter.recognise.paragraphs import paragraphs
from drafter.recognise.trace import Para, Trace
from drafter.recognise.zones import closing_unglued, zones


def recognise(sheet: Sheet, cues: Cues) -> Recognised:
    """The speech on a sheet; nothing is left out without being told."""
    trace = Trace()
    words = lexicon(cues)
    paras = [mended(para, words, trace) for para in unglued(paragraphs(sheet, trace))]
    paras = [para for para in paras if para.text]
    _other_kind(paras, words, trace)
    found = frame(first_speech(paras, words, trace), words, trace)
    body = told_together(inner(found.body, found.title, words, trace))
    tongue = TONGUES[cues.language]
    items = ladder(closing_unglued(body), tongue, trace)
    writer = Writer(tongue, words)
    writer.front("title", found.title)
    writer.front("byline", found.byline)
    writer.front("date", found.date)
    writer.front("salutation", found.salutation)
    for zone, part in zip(("opening", "body", "closing"), zones(items, words, trace), strict=True):
        writer.items(part, zone)
    if not body:
        trace.doubt("no-speech", sheet.lines[0].place if sheet.lines else Place(""))
    return Recognised(
        manuscript=Manuscript(cues.language, tuple(writer.lines)),
        cuts=tuple(trace.cuts),
        mends=tuple(trace.mends),
        problems=(*sheet.problems, *trace.problems),
        cues=writer.cues,
    )


def _other_kind(paras: Sequence[Para], words: Lexicon, trace: Trace) -> None:
    """Say so where a text is a letter or a notice."""
    near = (*paras[:6], *paras[6:][-4:])
    found = next((para for para in near if len(para.text) <= 80 and words.other.search(para.text)), None)
    titled = any(len(para.text) <= 80 and words.title.search(para.text) for para in paras[:8])
    if found and not titled:
        trace.doubt("not-a-speech", found.place, text=found.text[:24])
