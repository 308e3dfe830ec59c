"""Where the speech begins and ends: title, speaker, date, who is addressed, and the noise around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.model.cues import Cues
from drafter.recognise.numbers import numbered
from drafter.recognise.patterns import any_of
from drafter.recognise.trace import Para, Trace

LONGEST_TITLE = 70
LONGEST_NOISE = 160
HEAD = 60
"""Paragraphs in which a speech begins, if it begins at all."""
BRACKETED = re.compile(r"^[（(【\[]\s*([^（）()]*?)\s*[）)】\]]$")
NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]?[某×xX*]{1,3}[\u4e00-\u9fff]{0,2}")
TERMINAL = "。！？!?"


@dataclass(slots=True)
class Frame:
    """The parts of a speech before its first sentence, and all that comes after them."""

    title: Para | None = None
    byline: Para | None = None
    date: Para | None = None
    salutation: Para | None = None
    body: tuple[Para, ...] = ()


def frame(paras: Sequence[Para], cues: Cues, trace: Trace) -> Frame:
    """The frame of a speech; what is outside it is cut."""
    at, split = _salutation(paras, cues)
    found = Frame()
    stop = at if at is not None else _first_sentence(paras, cues)
    start = _title(paras[:stop], cues, trace, found)
    for para in paras[start:stop]:
        _below_title(para, cues, trace, found)
    body = list(paras[stop:])
    if at is not None:
        found.salutation = replace(body[0], text=split[0])
        body = ([replace(body[0], text=split[1])] if split[1] else []) + body[1:]
    if found.title is None:
        place = paras[0].place if paras else None
        if place:
            trace.doubt("no-title", place)
    found.body = tuple(_without_tail(_without_next(body, cues, trace), cues, trace))
    return found


def _salutation(paras: Sequence[Para], cues: Cues) -> tuple[int | None, tuple[str, str]]:
    """Which paragraph begins by addressing someone, and its two parts."""
    one = f"(?:{'|'.join(cues.salutation)})"
    pattern = any_of((f"{one}(?:[、，,和及 ]{{0,2}}{one})*",), "^(", r")\s*([：:！!，,])\s*")
    for n, para in enumerate(paras[:HEAD]):
        if numbered(para.text):
            return None, ("", "")
        found = pattern.match(para.text)
        if found and (found[2] in "：:！!" or n < len(paras)):
            return n, (found[1] + found[2], para.text[found.end() :])
    return None, ("", "")


def _first_sentence(paras: Sequence[Para], cues: Cues) -> int:
    """Where the sentences begin, if nobody is addressed: the first paragraph that is one, or has a number."""
    for n, para in enumerate(paras):
        title = n == 0 and len(para.text) <= LONGEST_TITLE
        if numbered(para.text) or (para.text[-1] in TERMINAL and not _is_noise(para, cues) and not title):
            return n
    return 0 if not paras or paras[0].text[-1] in TERMINAL else 1


def _title(paras: Sequence[Para], cues: Cues, trace: Trace, found: Frame) -> int:
    """Find the title, nearest to the salutation; what stands before it is cut. Where the rest begins."""
    best = None
    for n in range(len(paras) - 1, -1, -1):
        split = _as_title(paras[n], cues)
        if split:
            best = n, split
            break
    if best is None:
        short = [
            n
            for n, p in enumerate(paras)
            if len(p.text) <= 40 and p.text[-1] not in TERMINAL + "，、；：" and not _is_noise(p, cues)
        ]
        claimed = [n for n, p in enumerate(paras) if p.claim == "title"]
        if not (claimed or short):
            return 0
        n = (claimed or short)[0]
        best = n, (paras[n].text, "")
    n, (text, rest) = best
    first = n
    if n and _leads_to(paras[n - 1], text, cues):
        first, text = n - 1, paras[n - 1].text + text
    for para in paras[:first]:
        trace.cut(para, "repeated-title" if para.text == text else "noise-before")
    found.title = replace(paras[first], text=text)
    if rest:
        _below_title(replace(paras[n], text=rest), cues, trace, found)
    return n + 1


def _as_title(para: Para, cues: Cues) -> tuple[str, str] | None:
    """The title that a paragraph holds, and what is glued behind it: a date, a name, both."""
    text = para.text.strip("《》 ")
    if len(text) > LONGEST_TITLE + 30 or _is_noise(para, cues):
        return None
    title = any_of(cues.title)
    if title.search(text):
        return (text, "") if len(text) <= LONGEST_TITLE else None
    ending = any_of(
        tuple(one.removesuffix("$") for one in cues.title), "^(.{4,60}?", ")(?=[（(【\\s\\d]|[\\u4e00-\\u9fff]{2,4}$)"
    )
    split = ending.match(text)
    if split and _is_below_title(text[split.end() :].strip(), cues):
        return split[0], text[split.end() :].strip()
    return (text, "") if para.claim == "title" and len(text) <= LONGEST_TITLE else None


def _leads_to(before: Para, title: str, cues: Cues) -> bool:
    """Whether a line is the first half of the title that goes on in the next."""
    text = before.text
    if len(text) > 40 or text[-1] in TERMINAL + "；：" or _is_noise(before, cues) or _as_title(before, cues):
        return False
    return title.startswith(("—", "－", "-")) or (text.startswith(("在", "于")) and not title.startswith("在"))


def _is_below_title(text: str, cues: Cues) -> bool:
    words = [piece for piece in re.split(r"[（(）)【】\[\]\s]+", text) if piece]
    date = any_of(cues.date)
    return all(
        date.fullmatch(w) or NAME.fullmatch(w) or (len(w) <= 16 and any_of(cues.office).search(w)) for w in words
    )


def _below_title(para: Para, cues: Cues, trace: Trace, found: Frame) -> None:
    """A line between title and salutation: a date, a name, or noise."""
    text = para.text
    date = any_of(cues.date).search(text)
    if date and len(text) <= 40:
        outer = text[: date.start()].strip("（( ") + " " + text[date.end() :].strip("）) ")
        found.date = found.date or replace(para, text=date[0])
        name = outer.strip(" （）()")
        if name and _is_below_title(name, cues):
            found.byline = found.byline or replace(para, text=name)
        elif name:
            trace.cut_words(name, para.place, "noise-before")
        return
    inside = BRACKETED.match(text)
    name = inside[1] if inside else text
    office = any_of(cues.office).search(name)
    plain = len(name) <= 24 and not any(mark in name for mark in "。，；：！？,;:")
    if plain and (NAME.fullmatch(name.replace(" ", "").replace("\u3000", "")) or office) and not _is_noise(para, cues):
        found.byline = found.byline or replace(para, text=name)
    else:
        trace.cut(para, "noise-before")


def _without_next(body: list[Para], cues: Cues, trace: Trace) -> list[Para]:
    """The first speech of several on a page."""
    for n, para in enumerate(body):
        if (
            n > 2
            and len(para.text) <= LONGEST_TITLE
            and any_of(cues.next).search(para.text)
            and not numbered(para.text)
        ):
            trace.doubt("several-speeches", para.place, text=para.text[:24])
            for rest in body[n:]:
                trace.cut(rest, "another-speech")
            return body[:n]
    return body


def _without_tail(body: list[Para], cues: Cues, trace: Trace) -> list[Para]:
    """The body without what a web page adds behind it, and without lines of noise in it."""
    end = len(body)
    while end and _is_tail(body[end - 1], cues, end - 1 > 0):
        end -= 1
    if not end:  # nothing but noise: leave it to be read
        end = len(body)
    for para in body[end:]:
        trace.cut(para, "noise-after")
    kept = []
    for para in body[:end]:
        if len(para.text) <= 60 and para.text[-1] not in TERMINAL and not numbered(para.text) and _is_noise(para, cues):
            trace.cut(para, "noise-inside")
        else:
            kept.append(para)
    if kept and kept[-1].text[-1] not in TERMINAL + "”」』）…" and len(kept[-1].text) > 20:
        trace.doubt("cut-short", kept[-1].place, text=kept[-1].text[-12:])
    return kept


def _is_tail(para: Para, cues: Cues, others: bool) -> bool:
    text = para.text
    if len(text) <= LONGEST_NOISE and _is_noise(para, cues):
        return True
    if not others or text[-1] in TERMINAL + "”…" or numbered(text):
        return False
    return len(text) <= 40 and not any(mark in text for mark in "，。；")


def _is_noise(para: Para, cues: Cues) -> bool:
    return len(para.text) <= LONGEST_NOISE and any_of(cues.noise).search(para.text) is not None
