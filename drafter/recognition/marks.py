"""Half-width and straight marks in Chinese text made what they stand for, blanks between its characters closed."""

from __future__ import annotations

import re

from drafter.language import TONGUES
from drafter.language.late import late
from drafter.language.quotes import quotes, unpaired
from drafter.language.slips import slips
from drafter.language.unseen import code_point, lost
from drafter.language.usage import SlipKind
from drafter.recognition.lexicon import Lexicon
from drafter.recognition.noise import LONGEST_LINE, is_noise
from drafter.recognition.numbers import RANKS, numbered
from drafter.recognition.trace import Para, Trace, piece, place_at, rewritten, without
from drafter.sentences.found import Why

ZH = TONGUES["zh"]
HAN = "\u3400-\u9fff"
SIDES = f"{HAN}“”‘’（）《》、，。；：！？…*×％"
WIDE = dict(zip(",;:!?｡､", "，；：！？。、", strict=True))
KEPT = re.compile(f"[,;:!?](?:(?<![{SIDES}].)(?![{HAN}“‘（《])|(?<=\\d[:,])(?=\\d\\d))")
"""A half-width mark that belongs to figures or letters."""
DOT = re.compile(rf"\.(?<=[{HAN}“”’）》*\"＂]\.)(?![.A-Za-z\d])")
BRACKET = re.compile(r"\(([^()\n]{0,400})\)")
LONE_BRACKET = re.compile(rf"[()](?:(?<=\()(?=[{HAN}])|(?<=[{HAN}]\)))")
BLANK = re.compile("[ \t\u00a0\u3000\u2000-\u200b]+")
NEAR = re.compile(f"[{SIDES}%\\dXx]")
LETTER = re.compile("[A-WYZa-wyz]|[!-/:-@]$")
"""A letter beside a blank, or a half-width mark before one: a blank between words of letters stays. X is what is left open."""
AFTER = re.compile(f"[{HAN}“”（）《》、，。；：！？…]")
DOUBLED = re.compile("[，。；、：][，。；、：]+")
SLIPS: dict[SlipKind, Why] = {"date": "date", "figures": "figures", "marks": "marks"}
"""What is mistyped and mended here; blanks are closed by rules of their own."""
ROUNDS = 3
"""How often a paragraph is looked at again: one mend may bring the next to light."""
SENTENCE_MARKS = frozenset("，。；：！？,;:!?")
DATE_PART = re.compile(r"[\d年月日]$|^\d+(?:[年月日]|$)|^[年月日]")
USUAL = "[\u3400-\u9fffA-Za-z0-9Ⅰ-Ⅹ，。；：、！？％%…—]"
SOUND = f"(?:{USUAL}++|(?<=\\d)\\.(?=\\d))"
PLAIN = late(f"(?:{USUAL}++|(?<=\\d)\\.(?=\\d)|“{SOUND}*+”|《(?:{SOUND}|“{SOUND}*+”)*+》|（{SOUND}*+）)*+")
"""What no mend is looked for in: characters that are seldom mistyped, and marks in pairs that do not stand in each other."""
SUSPECT = late(
    "[，。；、：0…—一二.](?:(?<=[…—])|(?<=[，。；、：][，。；、：])|(?<=[月年.]0)|(?<=0)(?<![\\d.]0)[1-9]"
    "|(?<=[一二])[九〇零]|(?<=\\d\\.)\\d+\\.)"
)
"""What may yet be one: marks that meet, dates in figures and words, dots and dashes."""
LEFT_OUT, PLACEHOLDER = "同志", "××"
"""What stands behind every name that was taken out, and what is put in its place."""


def mended(para: Para, lexicon: Lexicon, trace: Trace) -> Para:
    """The paragraph with proper marks; what stood there before is remembered once for each kind."""
    text, noise = para.text, lexicon.inside.first(para.text)
    plain = not noise and PLAIN.fullmatch(text) and not SUSPECT.search(text)
    if plain and not (LEFT_OUT in text and lexicon.emptied.search(text)):
        return para
    if noise:
        para = _cleared(para, noise[0] == "hole", lexicon, trace)
    para = _respelt(para, lexicon, trace)
    para.text = _remade(para, _widened(para.text), "half-width", trace)
    para = _closed(para, lexicon, trace)
    para.text = _remade(para, _quoted(para, trace), "quotes", trace)
    text = para.text
    for at in unpaired(text)[:1]:
        trace.doubt("odd-quote", para.place, mark=text[at], text=text[:24])
    spans = []
    for found in DOUBLED.finditer(text):
        stops_first = "。" in found[0] and found[0][-1] != "。"
        spans.append((found.start() + stops_first, found.end() - (not stops_first)))
    if spans:
        trace.mend(text[:24], para.place, "doubled-marks")
        para = without(para, spans)
    return _filled(para, lexicon, trace) if LEFT_OUT in para.text else para


def _remade(para: Para, text: str, why: Why, trace: Trace) -> str:
    """What a paragraph has become, with every character in its place."""
    if text != para.text:
        trace.mend(para.text[:24], para.place, why)
    return text


def _filled(para: Para, lexicon: Lexicon, trace: Trace) -> Para:
    """The paragraph with a placeholder where a name was taken out, so that it is seen that one is missing."""
    spots = [found.start() for found in lexicon.emptied.finditer(para.text)]
    for spot in spots:
        trace.mend(para.text[spot : spot + 24], place_at(para, spot), "emptied")
    return rewritten(para, [(spot, spot, PLACEHOLDER) for spot in spots])


def _cleared(para: Para, missing: bool, lexicon: Lexicon, trace: Trace) -> Para:
    """The paragraph without noise and signs of missing text inside it."""
    if len(para.text) <= LONGEST_LINE and "。" not in para.text and missing:
        trace.cut(para, "hole")
        trace.doubt("hole", para.place, text=para.text[:24])
        return Para("", para.place)
    if len(para.text) <= LONGEST_LINE and is_noise(para, lexicon):
        return para
    patterns = [(False, one) for one in lexicon.cues.inside] + [(True, one) for one in lexicon.cues.hole]
    spans = sorted((*found.span(), hole) for hole, one in patterns for found in re.finditer(one, para.text))
    kept: list[tuple[int, int]] = []
    for start, end, hole in spans:
        if end > start and not (kept and start < kept[-1][1]):
            kept.append((start, end))
            words = piece(para, start, end)
            trace.cut(words, "hole" if hole else "inside")
            if hole:
                trace.doubt("hole", words.place, text=words.text[:24])
    return piece(without(para, kept), 0)


def _widened(text: str) -> str:
    """Half-width marks among Chinese characters made full-width; every character stays in its place."""
    text = BRACKET.sub(_bracket, text)
    text = LONE_BRACKET.sub(lambda found: "（" if found[0] == "(" else "）", text)
    start = _words_at(text)
    text = text[:start] + DOT.sub("。", text[start:])
    wide = text
    for half, full in WIDE.items():
        wide = wide.replace(half, full)
    chars = list(wide)
    for found in KEPT.finditer(text):
        chars[found.start()] = found[0]
    return "".join(chars)


def _words_at(text: str) -> int:
    """Where the words of a paragraph begin, behind its number."""
    number = numbered(text)
    return number[1] if number else 0


def _bracket(found: re.Match[str]) -> str:
    inside, text, start = found[1], found.string, found.start()
    near = start and "\u3400" <= text[start - 1] <= "\u9fff"
    if any("\u3400" <= char <= "\u9fff" for char in inside) or (near and len(inside) <= 12):
        return f"（{inside}）"
    return found[0]


def _closed(para: Para, lexicon: Lexicon, trace: Trace) -> Para:
    """The paragraph without blanks between Chinese characters; one may be all that parts a number from what is above."""
    text = para.text
    start = _words_at(text)
    if len(text) <= LONGEST_LINE and SENTENCE_MARKS.isdisjoint(lexicon.speaker.sub("", text)):
        return _thinned(para, start, trace)
    spans = [
        found.span()
        for found in BLANK.finditer(text, start)
        if found.start()
        and NEAR.match(text, found.start() - 1)
        and NEAR.match(text, found.end())
        and (AFTER.match(text, found.start() - 1) or AFTER.match(text, found.end()))
        and not ((number := numbered(text, found.end())) and number[0].scheme in RANKS)
    ]
    if not spans:
        return para
    trace.mend(text[:24], para.place, "blanks")
    return without(para, spans)


def _thinned(para: Para, start: int, trace: Trace) -> Para:
    """A line that is no sentence, with one blank where its words are parted and none within a word, a date or a name."""
    text = para.text
    spans: list[tuple[int, int]] = []
    words = ["", *BLANK.split(text[start:]), ""]
    for n, found in enumerate(BLANK.finditer(text, start), 1):
        before, after = words[n], words[n + 1]
        if LETTER.search(before[-1:] + after[:1]):
            spans.append((found.start() + bool(before), found.end()))
            continue
        name = len(words[n + 2]) == 1 if len(after) == 1 else len(words[n - 1]) == 1  # 王 某 is one word
        apart = min(len(before), len(after)) > 1 or (name and max(len(before), len(after)) > 1)
        inside = (DATE_PART.search(before) and DATE_PART.match(after)) or before[-1:] == "、" or after[:1] == "、"
        spans.append((found.start() + bool(apart and before and not inside), found.end()))
    changed = without(Para(BLANK.sub(lambda m: " " * len(m[0]), text), para.place, seams=para.seams), spans)
    if changed.text == text:
        return para
    trace.mend(text[:24], para.place, "blanks")
    return Para(changed.text, changed.place, para.claim, para.level, para.indented, changed.seams)


def _respelt(para: Para, lexicon: Lexicon, trace: Trace) -> Para:
    """The paragraph with the figures, dates and marks that were meant; behind its number, which is read as it is typed."""
    for at in lost(para.text):
        trace.doubt("lost-character", place_at(para, at), what=code_point(para.text[at]))
    for turn in range(ROUNDS):
        found = [one for one in slips(para.text, ZH, _words_at(para.text)) if one.kind in SLIPS]
        sure = [one for one in found if one.sure]
        if turn == 0 and found and is_noise(para, lexicon):
            break
        for one in () if turn else found:
            if not one.sure:
                trace.doubt(
                    "mistyped-mark", place_at(para, one.start), mark=para.text[one.start : one.end], due=one.due
                )
        for one in sure:
            trace.mend(para.text[one.start : one.end], place_at(para, one.start), SLIPS[one.kind])
        if not sure:
            break
        para = rewritten(para, [(one.start, one.end, one.due) for one in sure])
    return para


def _quoted(para: Para, trace: Trace) -> str:
    """Quotes in pairs; straight ones and pairs the wrong way round are turned, with an odd one all are left as they stand."""
    text = para.text
    turned = quotes(text)
    if turned.odd:
        trace.doubt("odd-quote", para.place, mark=text[turned.odd[0]], text=text[:24])
        return text
    chars = list(text) if turned.pairs else []
    for start, end, marks in turned.pairs:
        chars[start], chars[end] = marks[0], marks[1]
    return "".join(chars) or text
