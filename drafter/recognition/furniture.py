"""What a page puts around and into a speech, taken out before its lines are paragraphs: front matter, captions, text printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

from drafter.recognition.candidates import STOP
from drafter.recognition.lexicon import Lexicon
from drafter.recognition.noise import is_noise
from drafter.recognition.trace import Para, Trace, parted, piece, run_together

FENCE = "---"
ENTRY = re.compile(r"[\w-]+:|- ?|$")
TITLE = re.compile(r"title:\s*(?:.*->)?\s*(.+?)\s*(?:[|_].*)?$")
"""The title that front matter gives, without the site that stands before or behind it."""
CUT_MARK = re.compile(r"<!--[^>]*-->")
BOLD = re.compile(r"\*\*([^*]{2,60}?)([。；]?)\*\*")
QUOTE, QUOTES = ">", re.compile("(?:> ?)+")
SHEET = re.compile(r"(\d{1,3})、\s?")
ENDS = "。！？：；”）"
NOTE = "※"
"""What refers to a note behind the speech, which begins with it."""
SCRAMBLED = re.compile(r"(?!.*[A-Za-z]{4}|.*\d{4}|\W*$|\d+[.、)])(?=.*[^\w\s,.:()-])(?=.*[A-Za-z]).{6,}$")
"""Signs and letters without any word."""
BARS = "|｜│ "
SPOKEN = re.compile("[我你咱]|大家|同志们")
"""Words that no caption has."""
DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
TWICE = re.compile(r"(.{6,60}?)[_|·—-].{0,40}?[ \u3000](?=\1)")
"""A title that a page prints with the name of its site, before it prints it again."""
EDGE, LEAST_PAGE, LONGEST_HEAD = 4, 100, 300
"""Lines and characters in which a page that is hardly parted prints its own words; a line that has something of the speech, too."""
LONGEST_CAPTION = 400
MOST_MATTER = 40
FEWEST_AGAIN, LEAST_AGAIN = 3, 40
"""Paragraphs and characters that are taken for the same text printed again."""


def without_furniture(lines: Sequence[Para], lexicon: Lexicon, trace: Trace) -> list[Para]:
    """The lines of the speech alone; what is cut inside of one leaves no mark of a paragraph."""
    lines = _unpaged(_unscrambled(lines, trace), lexicon, trace)
    lines = _uncaptioned(_without_matter(_unquoted(lines, trace), trace), lexicon, trace)
    left = [line for line in lines if line.text]
    done = _labelled(_unmarked(_printed_once(left, lexicon, trace), trace), lexicon, trace)
    noted = done and done[-1].text[0] == NOTE
    return [one for line in done for one in _unnoted(line, trace)] if noted else done


def _without_matter(lines: Sequence[Para], trace: Trace) -> Sequence[Para]:
    """The lines without the front matter of a blog's post; its title stays, as the last resort."""
    texts = [line.text for line in lines[:MOST_MATTER]]
    end = texts.index(FENCE, 1) if texts[:1] == [FENCE] and FENCE in texts[1:] else 0
    if not end or not all(ENTRY.match(text) for text in texts[1:end]):
        return lines
    titles = []
    for line in lines[: end + 1]:
        trace.cut(line, "noise-before")
        if found := TITLE.match(line.text):
            titles = [piece(line, *found.span(1))]
            titles[0].claim = "title"
    return [*titles, *lines[end + 1 :]]


def _unquoted(lines: Sequence[Para], trace: Trace) -> Sequence[Para]:
    """The lines without the sign that a mail puts before each of them."""
    if sum(line.text[0] == QUOTE for line in lines) <= len(lines) / 2:
        return lines
    signs = ([found.span()] if (found := QUOTES.match(line.text)) else [] for line in lines)
    return [trace.cut_out(line, spans, "inside") if spans else line for line, spans in zip(lines, signs, strict=True)]


def _unscrambled(lines: Sequence[Para], trace: Trace) -> Sequence[Para]:
    """The lines of a Chinese text without those of mere signs that a forum strews in, so that nobody copies it."""
    strewn = [line.text.isascii() and SCRAMBLED.match(line.text) is not None for line in lines]
    if not any(strewn) or sum(strewn) > len(lines) / 2:
        return lines
    for line in compress(lines, strewn):
        trace.cut(line, "inside")
    return [line for line, is_strewn in zip(lines, strewn, strict=True) if not is_strewn]


def _unpaged(lines: Sequence[Para], lexicon: Lexicon, trace: Trace) -> Sequence[Para]:
    """The lines without the numbers that a page of shared documents puts before the words of each sheet, wherever it ends."""
    sheets = [(n, found) for n, line in enumerate(lines) if (found := SHEET.match(line.text))]
    if len(sheets) < 2 or [int(found[1]) for _, found in sheets] != list(range(1, len(sheets) + 1)):
        return lines
    broken = {n for n, _ in sheets[1:] if lines[n - 1].text[-1] not in ENDS}
    shared = any(lexicon.page.search(line.text) for line in lines[: sheets[0][0]])
    if not broken or not (shared or all(len(lines[n - 1].text) > LEAST_PAGE for n in broken)):
        return lines
    done: list[Para] = list(lines)
    for n, found in sheets:
        trace.cut(piece(lines[n], 0, found.end()), "page-number")
        done[n] = piece(lines[n], found.end())
    rows = pairwise([0, *(n for n in range(1, len(done)) if n not in broken), len(done)])
    return [line for start, end in rows if (line := run_together(done[start:end])).text]


def _printed_once(lines: Sequence[Para], lexicon: Lexicon, trace: Trace) -> Sequence[Para]:
    """The lines without the last ones where they are, one after another, the same as those before them."""
    end = len(lines)
    while end and is_noise(lines[end - 1], lexicon):
        end -= 1
    texts = [line.text for line in lines[:end]]
    for count in range(end // 2, FEWEST_AGAIN - 1, -1):
        if texts[-count - 1] == texts[-1] and texts[-count:] == texts[-2 * count : -count]:
            if len(set(texts[-count:])) < FEWEST_AGAIN or len("".join(texts[-count:])) < LEAST_AGAIN:
                return lines
            for line in lines[end - count : end]:
                trace.cut(line, "noise-after")
            return [*lines[: end - count], *lines[end:]]
    return lines


def _unmarked(lines: Sequence[Para], trace: Trace) -> list[Para]:
    """The lines without the marks of a page's language: bars, stars around headings, one that cuts a sentence in two."""
    bold = sum(line.text[0] == "*" and BOLD.fullmatch(line.text) is not None for line in lines)
    done: list[Para] = []
    cut = False
    for line in lines:
        if line.text[0] == "<" and CUT_MARK.fullmatch(line.text):
            trace.cut(line, "inside")
            cut = bool(done) and done[-1].text[-1] not in "。！？：”"
            continue
        if line.text[0] in BARS or line.text[-1] in BARS:
            trace.mend(line.text, line.place, "marks")
            line = piece(line, len(line.text) - len(line.text.lstrip(BARS)), len(line.text.rstrip(BARS)))
            if not line.text:
                continue
        if bold > 1 and (found := BOLD.fullmatch(line.text)):
            trace.mend(line.text, line.place, "marks")
            line = piece(line, *found.span(1))
            line.claim, line.level = "heading", 1
        if cut:
            done[-1] = run_together([done[-1], line])
        else:
            done.append(line)
        cut = False
    return done


def _labelled(lines: Sequence[Para], lexicon: Lexicon, trace: Trace) -> list[Para]:
    """The lines without what a page prints before a speech, or behind it, in lines of its own, where all stand on one."""
    first, last = (
        next((line for line in row if _holds_more(line, lexicon)), None)
        for row in (lines[:EDGE], lines[: -EDGE - 1 : -1])
    )
    done: list[Para] = []
    for line in lines:
        cuts: list[tuple[int, int]] = []
        if line is first:
            twice = TWICE.match(line.text[:LONGEST_HEAD])
            cuts = [*([(0, twice.end())] if twice else ()), *lexicon.label.spans(line.text, 0, LONGEST_HEAD)]
        if line is last:
            ends = lexicon.label.spans(line.text, max(0, len(line.text) - LONGEST_HEAD))
            cuts += ((start, end) for start, end in ends if line.text[:start].rstrip()[-1:] in "。！？!?” 】）")
        done += _left_of(line, sorted(set(cuts)), trace) if cuts else (line,)
    return done


def _left_of(line: Para, cuts: Sequence[tuple[int, int]], trace: Trace) -> Iterator[Para]:
    """What is left of a line between stretches that are cut, each a line of its own."""
    at = 0
    for start, end in (*cuts, (len(line.text), len(line.text))):
        if start >= at and (left := piece(line, at, start)).text:
            left.indented = True
            yield left
        if start < end:
            trace.cut(piece(line, max(at, start), end), "noise-before" if start < LONGEST_HEAD else "noise-after")
        at = max(at, end)


def _holds_more(line: Para, lexicon: Lexicon) -> bool:
    """Whether a line has something of the speech beside what a page prints: it is long, or a title stands before a label."""
    if len(line.text) >= LEAST_PAGE:
        return True
    labels = lexicon.label.spans(line.text)
    return bool(labels) and lexicon.title.search(line.text[: labels[0][0]]) is not None


def _uncaptioned(lines: Sequence[Para], lexicon: Lexicon, trace: Trace) -> Sequence[Para]:
    """The lines without the words below a picture: back to the beginning of a line, or to a date, as long as nobody speaks."""
    if not lexicon.caption.first("\n".join(line.text for line in lines)):
        return lines
    done: list[Para] = []
    for line in lines:
        spans: list[tuple[int, int]] = []
        for start, end in lexicon.caption.spans(line.text):
            spans.append((_caption_start(line.text, spans[-1][1] if spans else 0, start, lexicon), end))
        done.append(trace.cut_out(line, spans, "inside") if spans else line)
    return done


def _caption_start(text: str, least: int, start: int, lexicon: Lexicon) -> int:
    """Where the sentences begin that belong to a caption."""
    nearest = max(least, start - LONGEST_CAPTION)
    begins = [found.end() for found in STOP.finditer(text, nearest, start)]
    if nearest == least and not lexicon.titled.match(text, least):
        begins.insert(0, least)
    done = end = start
    for at in reversed(begins):
        if SPOKEN.search(text, at, end):
            break
        end = at
        if at == least or DAY.match(text, at):
            done = at
    return done


def _unnoted(line: Para, trace: Trace) -> Iterator[Para]:
    """A line parted at the sign that refers to the note at the end, without the sign; nothing of the note itself."""
    if line.text[0] == NOTE:
        trace.cut(line, "noise-after")
        return
    at = line.text.find(NOTE)
    if at > 0:
        line = trace.cut_out(line, [(at, at + 1)], "noise-before")
    yield from parted(line, (at,) if at > 0 else ())
