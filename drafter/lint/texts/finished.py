"""The lines of a file → a finished text: what each paragraph is, told by its shape alone; nothing is cut, joined or mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from drafter.language import TONGUES
from drafter.language.enumerators import reader
from drafter.language.zh_numbers import digits, number
from drafter.model.finished import Finished, Paragraph, ParagraphKind
from drafter.model.sheet import Raw, Sheet

LONGEST_HEADING = 45
"""Characters of a numbered line that may still be a heading."""
LONGEST_FRONT = 8
"""Paragraphs in which title, speaker, date and address stand."""
LONGEST_TITLE = 60
ADDRESS = re.compile(r".{0,40}(?:同志|代表|来宾|朋友|领导|委员|先生|女士|乡亲|同学|老师|战友|师傅)[们]?.{0,12}[：:]")
DAY = re.compile(
    r"[（(]?\s*(?P<year>[12]\d{3}|[〇○零一二三四五六七八九]{4})年(?P<month>[\d一二三四五六七八九十]{1,3})月(?P<day>[\d一二三四五六七八九十]{1,3})日\s*[）)]?"
)
TITLE = re.compile(r"讲话|致辞|发言|主持词|报告|讲稿|汇报|会议|大会|动员|[上中]的")
MEETING = re.compile(
    r"在(?P<name>.{4,40}?)(?:上的|上)(?:讲话|致辞|发言|主持词|报告|动员讲话)?|(?P<bare>.{4,40}?)(?:讲话稿?|致辞|发言|主持词)$"
)
HAN = re.compile("[\u4e00-\u9fff]")
ENDS = "。；！？;!?…"
"""Marks that end a sentence, and no heading."""


def finished(sheet: Sheet, file: str) -> Finished:
    """A sheet as a finished text: paragraphs with their kinds, the meeting and its day."""
    lines = [raw for raw in sheet.lines if raw.text.strip()]
    language = "zh" if HAN.search("".join(raw.text for raw in lines)) else "en"
    kinds = _kinds(lines, language)
    paragraphs, at = [], 0
    for raw, (kind, level) in zip(lines, kinds, strict=True):
        paragraphs.append(Paragraph(kind, level, raw.text, at, raw.place))
        at += len(raw.text) + 1
    title = "".join(one.text.strip() for one in paragraphs if one.kind == "title")
    day = next((found for one in paragraphs if one.kind == "date" and (found := day_of(one.text))), None)
    return Finished(
        file, language, "\n".join(one.text for one in paragraphs), tuple(paragraphs), meeting_in(title), day
    )


def meeting_in(title: str) -> str:
    """The name of the meeting that a title tells; empty if it tells none."""
    found = MEETING.search(title)
    return (found["name"] or found["bare"] or "") if found else ""


def day_of(line: str) -> date | None:
    """The day that a line tells, if it tells nothing else."""
    found = DAY.fullmatch(line.strip())
    if not found:
        return None
    try:
        return date(_number(found["year"]), _number(found["month"]), _number(found["day"]))
    except ValueError:
        return None


def _number(words: str) -> int:
    """A number of a date in figures or in Han numerals, said as one or digit by digit; 0 for what is none."""
    return int((number(words) if "十" in words else digits(words)) or 0)


def _kinds(lines: Sequence[Raw], language: str) -> list[tuple[ParagraphKind, int]]:
    front = list(_front(lines))
    return [*front, *(_body(raw, language) for raw in lines[len(front) :])]


def _front(lines: Sequence[Raw]) -> Iterator[tuple[ParagraphKind, int]]:
    """The kinds of what stands before the speech itself; nothing where the text has no front."""
    texts = [raw.text.strip() for raw in lines[:LONGEST_FRONT]]
    days = [n for n, text in enumerate(texts) if DAY.fullmatch(text)]
    calls = [n for n, text in enumerate(texts) if ADDRESS.fullmatch(text)]
    last = max((*days[:1], *calls[:1]), default=-1)
    if last < 0:
        last = 0 if len(texts) > 2 and (lines[0].claim == "title" or _is_headline(texts[0])) else -1
    stop = min((*days, *calls, last + 1))
    for n in range(last + 1):
        if n in days or n in calls:
            yield ("date" if n in days else "address"), 0
        elif n < stop and len(texts[n]) <= LONGEST_TITLE and texts[n][-1] not in ENDS:
            yield ("title" if n == 0 or TITLE.search(texts[n]) else "speaker"), 0
        else:
            yield ("speaker" if len(texts[n]) <= 24 and texts[n][-1] not in ENDS else "body"), 0


def _is_headline(text: str) -> bool:
    """Whether a line above a text has the shape of a title, and of no heading."""
    return (
        len(text) <= LONGEST_TITLE
        and text[-1] not in ENDS + "：:，、"
        and not re.match("[（(]?[一二三四五六七八九十\\d]+[、.．）)]", text)
    )


def _body(raw: Raw, language: str) -> tuple[ParagraphKind, int]:
    text = raw.text.strip()
    if raw.claim == "table":
        return "table", 0
    short = len(text) <= LONGEST_HEADING and text[-1] not in ENDS + "：:，、" and "。" not in text
    if raw.claim == "heading" and "。" not in text[:-1]:  # one that runs in is body
        return "heading", max(1, raw.level)
    found = reader(language)(text)
    if found and short:
        rank = TONGUES[language].schemes[found[0].scheme].rank
        if rank is not None and found[1] < len(text):
            return "heading", max(1, rank)
    return "body", 0
