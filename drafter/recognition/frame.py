"""Where the speech begins and ends: title, speaker, date, who is addressed, and the noise around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from drafter.recognition.lexicon import NAME, Lexicon
from drafter.recognition.noise import TERMINAL, is_noise, is_sentence, speaks
from drafter.recognition.numbers import numbered
from drafter.recognition.trace import Para, Trace, parted, piece, run_together

LONGEST_TITLE, LONGEST_LABEL = 70, 5
"""Characters of a title, and of what only says that it is one: 领导讲话"""
HEAD = 60
"""Paragraphs in which a speech begins, if it begins at all."""
LONGEST_BELOW = 40
"""Characters of a date and a name."""
TAG = re.compile(r"[【\[][^】\]]{1,10}[】\]](?=.{6})")
"""What a page puts before a title: 【会议讲话】"""
BRACKETED = re.compile(r"^[（(【\[]\s*([^（）()]*?)\s*[）)】\]]$")
ADDRESSEE = re.compile(r"(?!以下|下面|如下)[^。；！？：:]{2,40}[：:]$|[A-Z][A-Za-z ,.&'’-]{2,60},$")
BETWEEN = "（(）)【】[] 　,，、:：—-·"
WHO = re.compile("全体|各位|诸位|[尊敬亲]爱?的|广大|在座|[与到参]会")
"""Words that belong to an address and stand in no name."""
DATED = re.compile("(?:[（(][^（）()。]{2,40}[）)])?\\s?")
SIGNED = re.compile(f"[\u4e00-\u9fff][ \u3000]+(?:{NAME})$")
"""An office and, after a blank, a name."""
FIRST_WORDS = ("同志", "各位", "尊敬", "敬爱", "亲爱", "老师", "同学", "女士", "朋友", "代表", "委员", "乡亲", "战友")
"""Words that begin an address and end no name."""
COUPLET = range(8, 20)
"""Characters of a line of a title that stands two lines above a dash, if it is not as long as the next."""
DASHES = ("——", "－－", "--", "—")
SUFFIX = "_|-—–.· "
"""What parts a title from the name of a site or the ending of a file."""
MARKS = frozenset("。，；：！？,;:")


class Frame(Struct):
    """The parts of a speech before its first sentence, and all that comes after them."""

    title: Para | None = None
    byline: Para | None = None
    date: Para | None = None
    salutation: Para | None = None
    body: Sequence[Para] = ()


def frame(paras: Sequence[Para], lexicon: Lexicon, trace: Trace) -> Frame:
    """The frame of a speech; what is before it is cut."""
    at, end = _salutation(paras, lexicon)
    found = Frame()
    stop = at if at is not None else _first_sentence(paras, lexicon)
    start = _title(paras[:stop], lexicon, trace, found)
    for para in paras[start:stop]:
        _below_title(para, lexicon, trace, found)
    found.body = paras[stop:]
    if at is not None:
        found.salutation, found.body = _address(paras[at], end, paras[at + 1 :], lexicon)
    return found


def _address(para: Para, end: int, below: Sequence[Para], lexicon: Lexicon) -> tuple[Para, Sequence[Para]]:
    """Who is addressed, more of them in lines of their own too, and what comes behind."""
    lines = [*parted(para, (end,)), *below]
    count = 1
    while count < len(lines) and (more := lexicon.salutation.fullmatch(lines[count].text)) and more[2] not in "！!":
        count += 1
    return run_together(lines[:count]), lines[count:]


def unglued_head(paras: Sequence[Para], lexicon: Lexicon) -> Sequence[Para]:
    """The paragraphs with a title, what stands below it, and an address parted from each other and from the text."""
    for n, para in enumerate(paras[:HEAD]):
        text, greets = para.text, lexicon.salutation.match(para.text)
        found = lexicon.addressed.match(text[:200])
        spans = None
        if found and not any(mark in found[1] for mark in "。；！？") and not numbered(text):
            spans = found.end(1), _addressed_at(found, lexicon)
        elif not greets:
            spans = _named_at(text, lexicon) or _dated_at(text, lexicon)
        if spans:
            title, at = spans
            behind = max(title, text.rfind("）", title, at) + 1)
            return [*paras[:n], *parted(para, (title, behind, at)), *paras[n + 1 :]]
        if greets or speaks(para, lexicon):
            break
    return paras


def _addresses(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[int]:
    """Where somebody is addressed by one of the words that end no name."""
    for at in range(start, end):
        if text.startswith(FIRST_WORDS, at) and lexicon.salutation.match(text, at):
            yield at


def _addressed_at(found: re.Match[str], lexicon: Lexicon) -> int:
    """Where the address begins: behind what stands below a title, if that is glued to those who are addressed."""
    text, title, first = found.string, found.end(1), found.end(2)
    last = lexicon.salutation.match(text, first)
    for at in _addresses(text, first + 1, last.end(1) if last else first, lexicon):
        above = text[title:at]
        if SIGNED.search(above) or (_is_below_title(above, lexicon) and not WHO.search(above)):
            return at
    return first


def _named_at(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where a title ends that a date in brackets and a name are glued to, and where the sentence behind them begins."""
    found = lexicon.titled.match(text[: 2 * LONGEST_TITLE]) if len(text) > LONGEST_TITLE else None
    dated = found and DATED.match(text, found.end())
    if found and dated and lexicon.date.search(dated[0]):
        for at in (dated.end() + size for size in (3, 2, 0, 4)):
            name = text[dated.end() : at]
            if lexicon.begins.match(text, at) and (not name or re.fullmatch(NAME, name)):
                return found.end(), at
    return None


def _dated_at(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where an address begins before which only a date and a name stand."""
    at = next(_addresses(text, 2, LONGEST_BELOW, lexicon), 0) if text[0] in "（(" else 0
    return (0, at) if at and _is_below_title(text[:at], lexicon) else None


def _salutation(paras: Sequence[Para], lexicon: Lexicon) -> tuple[int | None, int]:
    """Which paragraph begins by addressing someone, and where its address ends."""
    sentences = 0
    for n, para in enumerate(paras[:HEAD]):
        found = lexicon.salutation.match(para.text)
        if found and sentences <= (found[2] in "：:"):
            return n, found.end(2)
        sentences += speaks(para, lexicon)
    return _addressee(paras, lexicon)


def _addressee(paras: Sequence[Para], lexicon: Lexicon) -> tuple[int | None, int]:
    """A short line below a title that ends in a colon, whoever it is that it addresses."""
    for n, para in enumerate(paras[:6]):
        text = para.text
        ends = n and n + 1 < len(paras) and ADDRESSEE.match(text) and not numbered(text)
        if ends and not (is_noise(para, lexicon) or lexicon.speaker.match(text)):
            return n, len(text)
        if is_sentence(text):
            break
    return None, 0


def _first_sentence(paras: Sequence[Para], lexicon: Lexicon) -> int:
    """Where the sentences begin, if nobody is addressed: the first paragraph that is one, or has a number."""
    for n, para in enumerate(paras):
        text, number = para.text, numbered(para.text)
        sentence = len(text) > LONGEST_TITLE or (text[-1] in TERMINAL and (n or "。" in text[:-1]))
        if number or (sentence and not is_noise(para, lexicon)):
            later = (m for m in range(n + 1, min(n + 4, len(paras))) if _as_title(paras[m], lexicon))
            return n if number else next(later, n - 1) + 1
    return 0 if not paras or paras[0].text[-1] in TERMINAL or is_noise(paras[0], lexicon) else 1


def _title(paras: Sequence[Para], lexicon: Lexicon, trace: Trace, found: Frame) -> int:
    """Find the title, nearest to the salutation; what stands before it is cut. Where the rest begins."""
    titles = [n for n, para in enumerate(paras) if _as_title(para, lexicon)]
    usual = max(titles, key=lambda n: (len(paras[n].text) > LONGEST_LABEL, n), default=None)
    best = usual if usual is not None else _plain_title(paras, lexicon)
    if best is None:
        return 0
    para = paras[best]
    end = _as_title(para, lexicon) or len(para.text)
    title, rest = piece(para, 0, end), piece(para, end)
    if tag := TAG.match(title.text):
        title = trace.cut_out(title, [tag.span()], "noise-before")
    first, dashed = best, title.text.startswith(DASHES)
    while first and best - first < 2 and _leads_to(paras[first - 1], title.text, dashed, lexicon):
        if dashed and first < best and len(paras[first - 1].text) not in (len(paras[first].text), *COUPLET):
            break  # a slogan of two halves may stand above, or what a page prints
        first -= 1
        title = run_together([paras[first], title])
    if rest.text == "" and best + 1 < len(paras) and paras[best + 1].text.startswith(DASHES):
        title = run_together([title, paras[best + 1]])
        best += 1
    title.text = title.text.strip("《》 ")
    for before in paras[:first]:
        own = before.text.strip("《》 ")
        same = title.text.endswith(own) or (own.startswith(title.text) and own[len(title.text)] in SUFFIX)
        if speaks(before, lexicon):
            trace.doubt("cut-before-title", before.place, text=before.text[:24])
        trace.cut(before, "repeated-title" if same else "noise-before")
    found.title = title
    if rest.text:
        _below_title(rest, lexicon, trace, found)
    return best + 1


def _plain_title(paras: Sequence[Para], lexicon: Lexicon) -> int | None:
    """A line that the file claims as the title or a heading, else the first short one that is no noise and no name."""
    texts = [para.text for para in paras]
    lines = [n for n, para in enumerate(paras) if not is_noise(para, lexicon)]
    claimed = (n for n in lines if paras[n].claim in ("title", "heading"))
    other = (n for n, text in enumerate(texts) if text.startswith("关于") and lexicon.other.search(text))
    short = (
        n
        for n in lines
        if 4 < len(texts[n]) <= (80 if texts[n].isascii() else 40)
        and texts[n][-1] not in TERMINAL + "，、；：,;:"
        and not (numbered(texts[n]) or _is_below_title(texts[n], lexicon))
    )
    return next(chain(claimed, other, short), None)


def _as_title(para: Para, lexicon: Lexicon) -> int:
    """Where the title that a paragraph holds ends, 0 if it holds none; a date and a name may be glued behind it."""
    text = para.text.rstrip("》 ")
    if len(text) > LONGEST_TITLE + 30 or is_noise(para, lexicon) or numbered(text):
        return 0
    if lexicon.title.search(text):
        return len(para.text) if len(text) <= LONGEST_TITLE and "。" not in text else 0
    split = lexicon.titled.match(text)
    if split and _is_below_title(text[split.end() :], lexicon):
        return split.end()
    return len(para.text) if para.claim == "title" and len(text) <= LONGEST_TITLE else 0


def _leads_to(before: Para, title: str, dashed: bool, lexicon: Lexicon) -> bool:
    """Whether a line is the first half of the title that goes on in the next; what stands below a dash goes with all above it."""
    text = before.text
    if len(text) > 40 or text[-1] in "。；：" or is_noise(before, lexicon) or lexicon.title.search(text):
        return False
    if dashed:
        return True
    half = title.startswith(("会", "工作", "上的", "讲话", "动员", "推进", "座谈", "表彰", "开幕", "闭幕", "暨", "第"))
    return (text.startswith(("在", "于")) or half) and not title.startswith(("在", "于", "关于")) and text != title


def _is_below_title(text: str, lexicon: Lexicon) -> bool:
    """Whether words are all dates, names and offices."""
    text = lexicon.date.sub(" ", text)
    words = [word for word in re.split(r"[（(）)【】\[\]\s，、]+", text) if word]
    return all(re.fullmatch(NAME, word) or (len(word) <= 16 and lexicon.office.search(word)) for word in words)


def _below_title(para: Para, lexicon: Lexicon, trace: Trace, found: Frame) -> None:
    """A line between title and salutation: a date, a name, or noise."""
    speaker = lexicon.speaker.match(para.text)
    if speaker and len(para.text) <= LONGEST_BELOW:
        para = trace.cut_out(para, [speaker.span()], "noise-before")
    date = lexicon.date.search(para.text)
    if is_noise(para, lexicon) or len(para.text) > LONGEST_BELOW or numbered(para.text):
        trace.cut(para, "noise-before")
    elif date and not found.date:
        found.date = piece(para, date.start(), date.end())
        for part in (piece(para, 0, date.start()), piece(para, date.end())):
            _name(part, lexicon, trace, found)
    else:
        _name(para, lexicon, trace, found)


def _name(para: Para, lexicon: Lexicon, trace: Trace, found: Frame) -> None:
    """Who speaks, or noise."""
    inside = BRACKETED.match(para.text)
    name = (inside[1] if inside else para.text).strip(BETWEEN)
    if not name:
        return
    words = piece(para, at := para.text.find(name), at + len(name))
    plain = len(name) <= 24 and MARKS.isdisjoint(name) and not is_noise(words, lexicon)
    if plain and (re.fullmatch(NAME, name) or lexicon.office.search(name)):
        if found.byline and SIGNED.search(name) and not lexicon.office.search(found.byline.text):
            trace.cut(found.byline, "noise-before")  # it was the place, beside the date
            found.byline = None
        if found.byline is None:
            found.byline = words
            return
        if len(found.byline.text) + len(name) <= 24:
            found.byline.text += " " + name
            return
    trace.cut(words, "noise-before")
