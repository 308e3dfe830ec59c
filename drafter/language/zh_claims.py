"""What Chinese text states that has to come from somewhere: figures with their units, dates, names of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.claims import Claim
from drafter.language.late import late
from drafter.language.zh_dates import dates
from drafter.language.zh_numbers import number, original, squeezed
from drafter.language.zh_quantities import quantities

DIGITS = late(r"\d+(?:[.,]\d+)*(?:天|周|个月|年)?")
YEAR = late(r"^(?:(?:19|20)\d\d|[今本明去前后来])年度?(?=\d|[一二三四五六七八九十上下]|第)")
"""A year before a month or a quarter: dates are the same with it and without."""
HAN = late("[一二三四五六七八九十]{1,3}(?=[月日号旬])")
TAIL = late("(?:[之以]?前|[之以]?内|份)$")
BODY = late(
    "[省市州县区旗]?(?P<stem>[\u4e00-\u9fff]{2})(?P<ending>委员会|指挥部|领导小组|办公室|管委会|开发区|支队|大队|法院|检察院|集团|公司|[局厅])"
    "(?![部限势面长级堂里时促域])"
)
"""The end of a name of a body: where it begins no closed list knows, but its last characters are there or not."""
NO_NAME = late("(?:[有无各的该本全级关主责辖管理位部任属]|单位|部门|[建施监]工|承包|开发)$")
"""What stands before such an ending in no name: 各级公司, 有关办公室."""


def claims(text: str) -> tuple[Claim, ...]:
    """All of them, in the order of the text."""
    found = [*_dates(text)]
    taken = [one.span for one in found]
    for one in _figures(text):
        if not any(start < one.span[1] and one.span[0] < end for start, end in taken):
            found.append(one)
            taken.append(one.span)
    found += _digits(text, taken)
    return tuple(sorted((*found, *_bodies(text)), key=lambda one: one.span))


def _dates(text: str) -> Iterator[Claim]:
    for start, end in dates(text):
        words = text[start:end]
        plain = TAIL.sub("", YEAR.sub("", squeezed(words)[0]))
        yield Claim("date", words, (start, end), HAN.sub(lambda found: str(number(found[0]) or found[0]), plain))


def _figures(text: str) -> Iterator[Claim]:
    for one in quantities(text):
        key = f"{one.number}{one.unit}" + (f"-{one.most}" if one.most is not None else "")
        yield Claim("figure", one.words, one.span, key)


def _digits(text: str, taken: list[tuple[int, int]]) -> Iterator[Claim]:
    """Figures with a unit that nobody knows, numbers of documents, years alone."""
    plain, places = squeezed(text)
    for found in DIGITS.finditer(plain):
        span = original(places, *found.span())
        if not any(start < span[1] and span[0] < end for start, end in taken):
            yield Claim("figure", found[0], span, found[0].replace(",", ""))


def _bodies(text: str) -> Iterator[Claim]:
    for found in BODY.finditer(text):
        if not NO_NAME.search(found["stem"]):
            yield Claim("body", found[0], found.span(), found["stem"] + found["ending"])


def held(claim: Claim, keys: frozenset[str], text: str) -> bool:
    """Whether one is among those with these keys; a body where its last characters stand in a text, a figure where its digits
    stand there alone.
    """
    if claim.key in keys:
        return True
    if claim.kind == "body":
        return claim.key in text
    return claim.kind == "figure" and re.search(rf"(?<![\d.]){re.escape(claim.words)}(?![\d.])", text) is not None
