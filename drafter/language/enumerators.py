"""Enumerators, printed and read: both ask the tongue's table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import cast

from drafter.language import TONGUES
from drafter.language.late import late
from drafter.language.numerals import Numerals, han, values
from drafter.language.schemes import Scheme, Typed
from drafter.language.tongue import Tongue
from drafter.model.enumerator import Enumerator

Read = tuple[Enumerator, int]
"""An enumerator, and where the words after it begin."""
Match = Callable[[str, int], re.Match[str] | None]
Reader = Callable[..., Read | None]
SENTENCE = "。；！？;!?"
"""Marks that words which stand alone have not."""
VERBS = frozenset("是要")
"""Ends that are words: a blank behind them belongs to what follows."""
BLANKS = r"\s*"
HAN = r"(?=[\u4e00-\u9fff“《])"
COUNTED = "年月日时分秒个名家件座处项户人条所台辆起次位天周万亿千百余多公米吨亩元度级期号届轮批%％"
WHOLE = "(?:个(?!百分点|多?小时|多?月|单位)|[名家件座处项户条所台])"
BULLET = late(
    rf"""(?x)[ \t\u3000]*(?:
      [•●◆■◇□▪◦‣·∙○▶➢➤►❖★☆※✓√]\s*                                      # • 抓好
    | [-–—*＊－]\s+                                                        # - 抓好
    | [❶-❿➀-➓ⅰ-ⅻ]\s*[.．、]?\s*                                          # ❶抓好
    | \d{{1,2}}[，：](?=[A-Za-z])                                          # 1：A区
    | \d{{1,2}}[.．](?=1?\d[月日]|(?:19|20)\d\d年|\d+\.\d|\d+{WHOLE})       # 1.6月底前 · 1.11处
    | \d{{1,2}}[、，](?=\d)(?!\d+(?:月(?![\d底初中上下])|[、，~～—–至到和]))              # 1、12处
    | (?: － | [A-Ha-h][.．、)）]\s*                                       # A.抓好
      | \d{{1,2}}(?:[,，:：—–-]|(?:[.．]\d{{1,2}}){{0,2}}[ \u3000]+(?![{COUNTED}]))  # 1，抓好 · 1.1 抓好
      | 第(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[，,、.．:：\u3000 ]\s* | [一二三四五六七八九十]{{1,3}}[:：]\s*
      ){HAN}
    )"""
)
"""What people begin the items of a list with and no scheme has."""
HAN_VALUES = {han(n): n for n in range(1, 100)}
NUMERAL = late(r"\d{1,4}|[一二三四五六七八九十]{1,3}")
LAST_NUMERAL = late(r"(\d{1,4}|[一二三四五六七八九十]{1,3})[、，,]\s*\Z")
CLAUSE = late(r"[。；;，,：:\n]\s*|、(?=[二三四五六七八九十]+[是要])")
SHORTEST_ALONE, LONGEST_ALONE = 4, 40


def show(enumerator: Enumerator, tongue: Tongue) -> str:
    """The enumerator as it is printed; one past the end of a scheme of words is printed in its `beyond` scheme."""
    scheme = tongue.schemes[enumerator.scheme]
    if scheme.words:
        if enumerator.last and enumerator.ordinal > 2:
            return scheme.words[-1] + scheme.after
        if enumerator.ordinal < len(scheme.words) or not scheme.beyond:
            return scheme.words[enumerator.ordinal - 1] + scheme.after
        scheme = tongue.schemes[scheme.beyond]
    assert scheme.numerals is not None
    return scheme.before + scheme.numerals.shows[0](enumerator.ordinal) + scheme.after


def scheme_for(name: str, count: int, tongue: Tongue) -> str:
    """The scheme to use for `count` items: words that do not reach give way to numerals for all of them."""
    scheme = tongue.schemes[name]
    return scheme.beyond if scheme.words and scheme.beyond and count > len(scheme.words) else name


def ordinal(said: str, numerals: Numerals) -> int:
    """The number that a numeral stands for, 0 if it is none."""
    known = values(numerals)
    return known.get(said) or known.get(said.translate(str.maketrans(*numerals.folded)), 0)


def typings(scheme: Scheme) -> tuple[Typed, ...]:
    """How people type the enumerators of a scheme at the beginning of a line."""
    if scheme.typed:
        return scheme.typed
    numerals = scheme.numerals or Numerals((lambda n: scheme.words[n - 1],), len(scheme.words), words=True)
    return (Typed(numerals, scheme.before, ends=(scheme.after,)),)


@lru_cache
def reader(code: str) -> Reader:
    """What reads the enumerator at an offset of a text in a tongue: the scheme listed first wins where two are typed alike.

    One that stands twice, as a program and a hand have set it, is read as one.
    """
    schemes = TONGUES[code].schemes
    table: dict[str, list[_Family]] = {}
    for family in _families(schemes.values()):
        for char in family.begins:
            table.setdefault(char, []).append(family)

    def read(text: str, at: int = 0) -> Read | None:
        for family in table.get(text[at : at + 1], ()):
            if found := family.read(text, at):
                end = found[1]
                again = family.read(text, end) if text[end : end + 1] in family.begins else None
                return again if again and again[0] == found[0] else found
        return schemes.counted(text, at)

    return read


def number_before(text: str, code: str) -> int:
    """Where the words of a fact begin behind the numbers or bullets that its author put before them; 0 if there are none."""
    reads, at = [reader(one) for one in dict.fromkeys((code, *TONGUES))], 0
    while True:
        found = None if _is_word(text[at : at + 1]) else BULLET.match(text, at)
        ends = [found.end()] if found else [one[1] for read in reads if (one := read(text, at))]
        end = ends[0] if ends else at
        if end <= at or _in_a_row(text, at, end):
            return at
        at = end


def _is_word(char: str) -> bool:
    """Whether a character begins no bullet, as that of most facts: the pattern need not be tried."""
    return "\u4e00" <= char <= "\u9fff" and char not in "第一二三四五六七八九十"


def _in_a_row(text: str, at: int, end: int) -> bool:
    """Whether a number is followed by the next one, as in 1、2号机组 and 第一、二产业: they count together, and nothing is told off."""
    first, then = LAST_NUMERAL.search(text[at:end]), NUMERAL.match(text, end)
    if not first or not then:
        return False
    return _value(then[0]) == _value(first[1]) + 1 and not re.match(r"月\d", text[then.end() : then.end() + 2])


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else HAN_VALUES.get(numeral, 0)


def unnumbered(text: str, code: str) -> str:
    """The words of a fact without the number before them; one that tells off several points keeps it."""
    at = number_before(text, code)
    return text if not at or at == len(text) or numbers_within(text, code) else text[at:]


def numbers_within(text: str, code: str) -> tuple[str, ...]:
    """The second and later numbers of points that a fact tells off in itself, as they are typed: 二是 of 一是…；二是…"""
    read = reader(code)
    found = [(mark.end(), one) for mark in CLAUSE.finditer(text) if (one := read(text, mark.end()))]
    rows = {one.scheme for _, (one, _) in found if one.ordinal == 2}
    return tuple(text[at:end].strip() for at, (one, end) in found if one.scheme in rows and one.ordinal > 1)


class _Family:
    """Enumerators that differ only in what stands after the numeral, as one pattern."""

    def __init__(self, members: list[tuple[Scheme, Typed]]) -> None:
        members.sort(key=lambda member: member[1].alone)
        typed = members[0][1]
        tails = "|".join(f"({_tail(one, BLANKS)})" for _, one in members)
        self.members = [(scheme.name, len(scheme.words) or -1, one.alone) for scheme, one in members]
        self.numerals = typed.numerals
        self.begins = frozenset(typed.opens or (one[0] for one in _spelt(typed.numerals)))
        self.pattern = f"{_head(typed, BLANKS)}{BLANKS}(?:{tails})"
        self.match: Match = self._match_first
        self.known = values(typed.numerals)

    def _match_first(self, text: str, at: int) -> re.Match[str] | None:
        self.match = cast(Match, re.compile(self.pattern).match)
        return self.match(text, at)

    def read(self, text: str, at: int) -> Read | None:
        """The enumerator at an offset."""
        found = self.match(text, at)
        if found is None:
            return None
        scheme, last, alone = self.members[cast(int, found.lastindex) - 2]
        said, end = found[1], found.end()
        number = self.known.get(said) or ordinal(said, self.numerals)
        if not number or (alone and not _stands_alone(text, end)):
            return None
        return Enumerator(scheme, number, number == last), end


def _families(schemes: Iterable[Scheme]) -> Iterator[_Family]:
    members: dict[tuple[str, int], list[tuple[Scheme, Typed]]] = {}
    for scheme in schemes:
        for typed in typings(scheme):
            members.setdefault((typed.opens, id(typed.numerals)), []).append((scheme, typed))
    return map(_Family, members.values())


def told_off(typed: Typed) -> tuple[str, str]:
    """What a text has that tells off a second point, and the pattern of every point, its numeral in a group."""
    end = typed.closes or typed.ends[0]
    plain = not any(typed.counted) and len(typed.closes or typed.ends) == 1
    second = typed.opens[:1] + typed.numerals.shows[0](2) + (end if plain else "")
    return second, _head(typed) + _tail(typed)


def _head(typed: Typed, blanks: str = "") -> str:
    opens = f"[{re.escape(typed.opens)}]{blanks}" if typed.opens else ""
    return f"{opens}({_numeral(typed.numerals)})"


def _tail(typed: Typed, blanks: str = "") -> str:
    closes = f"[{re.escape(typed.closes)}]{blanks}" if typed.closes else ""
    counted = "".join(_one_of(words) for words in typed.counted)
    return f"{closes}{counted}{_ends(typed, blanks)}" + (f"(?={typed.then})" if typed.then else "")


def _ends(typed: Typed, blanks: str) -> str:
    """What ends an enumerator: a mark, a word, a blank, or nothing."""
    marks = "".join(end for end in typed.ends if len(end) == 1 and end not in VERBS and not end.isspace())
    unless = f"(?!{typed.unless})" if typed.unless else ""
    ends = [f"[{re.escape(marks)}]{unless}{blanks}"] if marks else []
    for end in sorted(set(typed.ends) - set(marks), key=len, reverse=True):
        words = re.escape(end.rstrip())
        ends.append(words + (rf"\s+{unless}" if end != end.rstrip() else unless + ("" if end in VERBS else blanks)))
    return f"(?:{'|'.join(ends)})" if len(ends) > 1 else ends[0]


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def _numeral(numerals: Numerals) -> str:
    """The pattern of a numeral: one of the words, or so many of the signs."""
    spelt = _spelt(numerals)
    if numerals.words:
        return _one_of(spelt)
    chars = "".join(sorted({char for one in spelt for char in one}))
    return f"[{re.escape(chars)}]{{1,{max(map(len, spelt))}}}"


def _spelt(numerals: Numerals) -> set[str]:
    """Every numeral, in the characters that are usual and in those that are typed for them."""
    usual = set(values(numerals))
    return usual | set(numerals.folded[0])


def _stands_alone(text: str, at: int) -> bool:
    """Whether words are short and no sentence, as a heading is."""
    return SHORTEST_ALONE <= len(text) - at <= LONGEST_ALONE and not any(mark in text for mark in SENTENCE)


def spellings(typed: Typed, number: int) -> Iterator[str]:
    """Every way of typing one number, without blanks."""
    folded = zip(*typed.numerals.folded, strict=True)
    shown = {show(number) for show in typed.numerals.shows}
    shown |= {one.replace(usual, typed) for typed, usual in folded for one in [*shown]}
    heads = product(typed.opens or ("",), sorted(shown), typed.closes or ("",))
    for parts in product(map("".join, heads), map("".join, product(*typed.counted)), typed.ends):
        yield "".join(parts)
