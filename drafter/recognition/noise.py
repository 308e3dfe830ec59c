"""What a page adds to a speech: other speeches, contents, lines of noise in it and behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from drafter.model.sheet import Raw
from drafter.recognition.lexicon import Lexicon
from drafter.recognition.numbers import numbered
from drafter.recognition.trace import Para, Trace

TERMINAL = "。！？!?."
LONGEST_NOISE = 160
LONGEST_LINE = 60
"""Characters of a line that may be noise in mid-text, a title, a name or a heading."""
LONGEST_TAIL = 20
"""Characters of a line with a comma that may stand behind a speech."""
STOP = re.compile("[。！；]")
SENTENCE = re.compile("[^。！？]+[。！？]*")
CONTENTS = re.compile(r"目\s*[录錄次][:：]?")
LEADER = re.compile(r"[.．·…\s]*\d{1,3}$")
PAGE = re.compile(
    r"[-—－–·. ]*(?:第\s*)?\d{1,3}\s*(?:页)?\s*(?:[,，/／]?\s*共?\s*\d{1,3}\s*页|[/／]\s*\d{1,3})?[-—－–·. ]*"
)
LONGEST_PAGE = 16
"""Characters of a page number."""
REACH = 20
"""Paragraphs in which a page says that several speeches follow."""
WATERMARKS = 3
"""Times that a line is there before it is taken for a watermark; less if it always stands beside a page number."""
ENDS = TERMINAL + "；，"
DONE = "”」』）…】)"


def is_noise(para: Para, lexicon: Lexicon) -> bool:
    """Whether a line is no part of a speech, by its words; of several sentences, those of a page must be the half."""
    text = para.text
    found = lexicon.noise.first(text) if len(text) <= LONGEST_NOISE else None
    if found is None or not STOP.search(text):
        return found is not None
    own = sum(len(one) for one in SENTENCE.findall(text) if (hit := lexicon.noise.first(one)) and hit[0] == "page")
    return found[0] == "page" and own * 2 >= len(text)


def is_sentence(text: str) -> bool:
    """Whether a paragraph is a sentence of some length."""
    return len(text) > 30 and (text[-1] in TERMINAL or "。" in text)


def speaks(para: Para, lexicon: Lexicon) -> bool:
    """Whether a paragraph is a sentence of the speech."""
    return is_sentence(para.text) and not is_noise(para, lexicon)


def one_speech(paras: Sequence[Para], part: int, lexicon: Lexicon, trace: Trace) -> Sequence[Para]:
    """One of the speeches on a page, counted from one, without the table of contents before it; none if there are not so many."""
    whole = _without_contents(paras, trace)
    paras = _from_first(whole, lexicon, trace)
    starts, marked = [0], paras is not whole
    while end := _ends(paras, starts[-1], lexicon, marked):
        starts.append(end)
    speeches = [paras[start:end] for start, end in pairwise((*starts, len(paras)))]
    for n, speech in enumerate(speeches, 1):
        for para in speech if n != part else ():
            trace.cut(para, "another-speech")
    if len(starts) > 1:
        at = paras[starts[1]]
        trace.doubt("several-speeches", at.place, text=at.text[:24], count=str(len(starts)), part=str(part))
    if part > len(starts):
        return ()
    return _unmarked(speeches[part - 1], lexicon, trace) if part > 1 else speeches[0]


def _ends(paras: Sequence[Para], start: int, lexicon: Lexicon, marked: bool) -> int:
    """Where another speech begins behind one, at its mark where the first is `marked`; 0 if none does."""
    begun = addressed = False
    for n in range(start + marked, len(paras)):
        text = paras[n].text
        if len(text) > 100:
            begun = True
            continue
        if (begun or marked) and lexicon.next.match(text):
            return n
        if begun and addressed and _begins_anew(paras, n, lexicon):
            return n
        if not addressed and lexicon.salutation.match(text):
            addressed = True
            begun = begun or len(text) > LONGEST_LINE
        begun = begun or speaks(paras[n], lexicon)
    return 0


def _from_first(paras: Sequence[Para], lexicon: Lexicon, trace: Trace) -> Sequence[Para]:
    """The paragraphs from the mark before the first of several speeches on, without the mark."""
    n = next((n for n in range(min(REACH, len(paras))) if _is_first(paras, n, lexicon)), None)
    for before in paras[:n] if n else ():
        trace.cut(before, "noise-before")
    return paras if n is None else _unmarked(paras[n:], lexicon, trace)


def _is_first(paras: Sequence[Para], n: int, lexicon: Lexicon) -> bool:
    """Whether the mark of the first of several speeches stands here: before a title or an address, or others have marks, too."""
    found = lexicon.first.match(paras[n].text)
    if not found:
        return False
    below = (paras[n].text[found.end() :], *(para.text for para in paras[n + 1 : n + 4]))
    heads = any(lexicon.title.search(text) or lexicon.salutation.match(text) for text in below if text)
    return heads or any(lexicon.next.match(para.text) for para in paras[n + 1 :])


def _unmarked(paras: Sequence[Para], lexicon: Lexicon, trace: Trace) -> Sequence[Para]:
    """The paragraphs without the mark that says which of several speeches they are: 篇2："""
    found = lexicon.first.match(paras[0].text) or lexicon.next.match(paras[0].text)
    rest = trace.cut_out(paras[0], [found.span()], "noise-before") if found else paras[0]
    return [rest, *paras[1:]] if rest.text else paras[1:]


def _begins_anew(paras: Sequence[Para], n: int, lexicon: Lexicon) -> bool:
    """Whether a title stands here with an address shortly after it."""
    return any(
        (found := lexicon.salutation.match(para.text))
        and found[2] in "：:"
        and (found.end() == len(para.text) or is_sentence(para.text[found.end() :]))
        for para in paras[n + 1 : n + 5]
    ) and bool(lexicon.title.search(paras[n].text) and not numbered(paras[n].text))


def _without_contents(paras: Sequence[Para], trace: Trace) -> Sequence[Para]:
    """The paragraphs without a table of contents."""
    start = next((n for n, para in enumerate(paras[:REACH]) if CONTENTS.fullmatch(para.text)), None)
    if start is None:
        return paras
    end = start + 1
    while end < len(paras) and len(text := paras[end].text) <= LONGEST_LINE and text[-1] not in TERMINAL + "：:":
        if not (numbered(text) or LEADER.search(text)):
            break
        end += 1
    for para in paras[start:end]:
        trace.cut(para, "contents")
    return [*paras[:start], *paras[end:]]


def watermarks(lines: Sequence[Raw], lexicon: Lexicon) -> set[str]:
    """Lines that come again and again, other than directions: every speaker of several ends."""
    texts = (raw.text.strip() for raw in lines if 1 < len(raw.text) <= LONGEST_LINE and raw.claim != "direction")
    counts = Counter(text for text in texts if len(text) > 1)
    twice = any(times == WATERMARKS - 1 for times in counts.values())
    beside = _beside_page_numbers(lines) if twice else Counter()
    return {
        text
        for text, times in counts.items()
        if (times >= WATERMARKS or (times > 1 and beside[text] == times))
        and text[-1] not in ENDS + "：:"
        and not (numbered(text) or lexicon.title.search(text) or lexicon.direction.match(text))
    }


def _beside_page_numbers(lines: Iterable[Raw]) -> Counter[str]:
    """How often a line stands right before or behind a page number."""
    texts = [text for text in (raw.text.strip() for raw in lines) if text]
    pages = [len(text) <= LONGEST_PAGE and bool(PAGE.fullmatch(text)) for text in texts]
    near = zip(texts, [False, *pages], [*pages[1:], False], strict=False)
    return Counter(text for text, before, behind in near if before or behind)


def inner(body: Sequence[Para], title: Para | None, lexicon: Lexicon, trace: Trace) -> list[Para]:
    """The body without what a page adds behind it, and without lines of noise in it."""
    end = _page_goes_on(body, lexicon)
    end = _last_said(body[:end], lexicon)
    kept = []
    for para in body[:end]:
        text = para.text
        line = len(text) <= LONGEST_LINE and text[-1] not in ENDS and not numbered(text)
        if line and title and text.strip("《》 ") == title.text:
            trace.cut(para, "repeated-title")
        elif line and is_noise(para, lexicon):
            trace.cut(para, "noise-inside")
        else:
            kept.append(para)
    for para in body[end:]:
        trace.cut(para, "noise-after")
    last = kept[-1].text if kept else "。"
    if last[-1] not in TERMINAL + DONE and (len(last) > 20 or last[-1] in ENDS or numbered(last)):
        trace.doubt("cut-short", kept[-1].place, text=last[-12:])
    return kept


def _page_goes_on(body: Sequence[Para], lexicon: Lexicon) -> int:
    """Where a line says that the page goes on with something else, if hardly a sentence follows; else the end."""
    for n, para in enumerate(body):
        line = n and len(para.text) <= LONGEST_LINE and "。" not in para.text and lexicon.after.match(para.text)
        if line and sum(speaks(one, lexicon) for one in body[n + 1 : n + 12]) < 2:
            return n
    return len(body)


def _last_said(body: Sequence[Para], lexicon: Lexicon) -> int:
    """Where the speech ends: behind the last of its sentences; what follows a heading or a line that goes on is its own, too."""
    end = len(body)
    while end > 1 and (_is_beside(body[end - 1], lexicon) or not _is_said(body[end - 1], lexicon)):
        end -= 1
    if end == 1 and _is_beside(body[0], lexicon):
        return 0
    for para in body[end:]:
        more = numbered(para.text) or para.claim == "heading" or body[end - 1].text[-1] not in TERMINAL
        if _is_beside(para, lexicon) or not more:
            break
        end += 1
    return end


def _is_beside(para: Para, lexicon: Lexicon) -> bool:
    """Whether a line is noise, and no numbered sentence of some length."""
    text = para.text
    point = text[-1] in TERMINAL and len(text) > LONGEST_LINE and numbered(text)
    return not point and is_noise(para, lexicon)


def _is_said(para: Para, lexicon: Lexicon) -> bool:
    """Whether somebody says a paragraph: a sentence that ends or breaks off, or thanks without a mark."""
    text = para.text
    if text[-1] in ENDS + DONE or len(text) > LONGEST_LINE:
        return True
    if lexicon.title.search(text) and "。" not in text:
        return False
    long = len(text) > LONGEST_TAIL and any(mark in text for mark in "，。；")
    return long or lexicon.closing.match(text) is not None
