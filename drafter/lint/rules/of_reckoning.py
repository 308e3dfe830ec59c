"""Figures of a finished text that do not add up.

# sum

Parts that add up to more than their whole (其中…), or items behind a colon that do not add up to the amount before it.

Somebody who listens adds them up. Rough figures count with what they are at least; kinds of people that overlap are not added.

Wrong:

    排查隐患120处，其中一般隐患90处、重大隐患40处。

Right:

    排查隐患120处，其中一般隐患90处、重大隐患30处。总投资3000万元，资金来源是：省级补助1200万元；县级配套1800万元。

# rest

A whole, a part and a rest (其余, 剩余) that do not add up: 120处，已整改90处，其余20处.

One figure was changed and the others stayed.

Wrong:

    共有隐患120处，已整改90处，其余20处限期销号。

Right:

    共有隐患120处，已整改90处，其余30处限期销号。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec.structs import replace

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_figures import RATIOS, comparable, exact
from drafter.language.zh_numbers import number
from drafter.language.zh_quantities import Quantity
from drafter.language.zh_sums import REPEATED, REST, WITHIN, at_least, at_most, quantity
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import Fault, Piece, Reading
from drafter.lint.texts.wide import counted, sentences

BETWEEN = 8
"""Characters between a whole and 其中."""
PART = late("[^，。；！？）)]*")
NEXT = late("，(?!已|完|整|新|另|又|还|共|现|目|今|其|累|占|同|比|较)[\u4e00-\u9fff]{2,8}?(?=\\d)")
"""A clause that goes on with parts: 其中一般隐患90处，重大隐患40处."""
OTHER = late("增[加长]|新增|发现|查[出实处]|[比较超]|占|达到|平均|年均|同比|减少|下降|提高|以上|至|到")
"""What shows that a quantity is no part of the one before."""
MORE = late("(?:增[加长]|减少|下降|提高|[多少比超])[^，。；：]{0,6}$")
"""What stands before a quantity that is a difference and no whole."""
HALVES = late(
    "公办[^，。；]{0,10}民办|民办[^，。；]{0,10}公办|公立[^，。；]{0,10}私立|男[^，。；]{0,8}女|新建[^，。；]{0,12}续建|续建[^，。；]{0,12}新建"
    "|城镇[^，。；]{0,10}农村|农村[^，。；]{0,10}城镇|一般隐患[^，。；]{0,8}重大隐患|重大隐患[^，。；]{0,8}一般隐患|已(?P<done>完成|整改|办结|开工|验收|销号|签约)[^，。；]{0,10}未(?P=done)"
)
"""Two kinds of which everything is one."""
EACH = late("(?:(?:[户人亩村平]均|每)[^，。；]{0,8}|[两三四五六七八九十\\d]+[台座条辆])$")
"""What stands before a quantity of each, which is no whole."""
OVERLAPS = late(
    "女|男|党员|团员|少数民族|民族|群众|基层|一线|青年|老|大专|本科|硕士|博士|高级|中级|连任|新当选|农民|工人|返乡|困难|重点"
)
"""Kinds that somebody can belong to at once."""
AMOUNT = late("(?:投入|投资|资金|经费|总额|筹集|筹措|安排|总|共|合计|累计)[^，。；：！？]{0,6}$")
SOME = late("主要|重点|例如|比如|如$|包括|部分|用于|分别|[等每另]|其余|剩余|余下|不含")
"""What shows that items are not all that there are, or take what is left."""
COLON = 14
"""Characters between an amount and the colon behind which its items stand."""
ROUNDED = Fraction(1, 1000)
LEFT = late("(?:其余|剩余|剩下|余下|还剩|尚余)[^，。；：！？\\d]{0,8}")
CUE = late("其中|已|中")


TOGETHER = late(
    "(?P<of>[两三四五六七八九])(?:家|类|批|项|个|者|部分|方面|期|镇|乡|县|区|地|块|笔)(?:合计|共计|总共|一共|共)[\u4e00-\u9fff]{0,4}?(?=\\d)"
)
"""What says of how many parts a total is made."""


def _sums(reading: Reading, options: Options) -> Iterator[Fault]:
    for piece in sentences(reading):
        if "其中" in piece.text:
            yield from _within(reading, piece)
        if "：" in piece.text:
            yield from _items(reading, piece)
        if "共" in piece.text or "合计" in piece.text:
            yield from _together(reading, piece)


def _within(reading: Reading, piece: Piece) -> Iterator[Fault]:
    """Parts behind 其中 that are more than their whole."""
    known = counted(reading, piece)
    for found in re.finditer("其中[，：]?", piece.text):
        before = [one for one in known if one.span[1] <= found.start()]
        if not before or found.start() - before[-1].span[1] > BETWEEN or before[-1].unit in RATIOS:
            continue
        ahead = piece.text[: before[-1].span[0]]
        if MORE.search(ahead) or EACH.search(ahead):
            continue
        whole, stop = before[-1], _stop(piece.text, found.end())
        parts = [one for one in known if found.end() <= one.span[0] < stop and comparable(one, whole)]
        said = piece.text[found.end() : stop]
        if (
            not parts
            or not at_most(whole)
            or not all(map(at_least, parts))
            or OTHER.search(said)
            or REPEATED.search(said)
        ):
            continue
        each = [Fraction(one.number) for one in parts]
        apart = not OVERLAPS.search(said) or ("男" in said and "女" in said)
        added = sum(each, Fraction(0)) if apart else max(each)
        due = Fraction(whole.number)
        if added > _at_most_of(piece.text, before, whole) or (
            len(parts) == 2 and added < due and all(map(exact, (*parts, whole))) and HALVES.search(said)
        ):
            facts = {"sum": quantity(replace(whole, number=added)), "total": whole.words, "text": said}
            yield _fault(piece, (found.start(), stop), whole, facts)


def _stop(text: str, at: int) -> int:
    """Where the parts behind 其中 end."""
    found = PART.match(text, at)
    stop = found.end() if found else at
    while NEXT.match(text, stop):
        found = PART.match(text, stop + 1)
        stop = found.end() if found else stop + 1
    return stop


def _at_most_of(text: str, before: Sequence[Quantity], whole: Quantity) -> Fraction:
    """The whole that parts are of, with what it may be counted together with: 水库12座、塘坝50座，其中…"""
    total, at = Fraction(whole.number), whole.span[0]
    for one in reversed(before[:-1]):
        if (
            not comparable(one, whole)
            or re.search("[。；：]", text[one.span[1] : at])
            or at - one.span[1] > 2 * BETWEEN
        ):
            break
        total, at = total + Fraction(one.most or one.number), one.span[0]
    return total


def _items(reading: Reading, piece: Piece) -> Iterator[Fault]:
    """Items behind a colon that do not add up to the amount before it."""
    head, _, tail = piece.text.partition("：")
    known = counted(reading, piece)
    wholes = [one for one in known if one.span[1] <= len(head) and one.unit not in RATIOS]
    if len(wholes) != 1 or not exact(wholes[0]) or not AMOUNT.search(head[: wholes[0].span[0]]):
        return
    whole, behind = wholes[0], head[wholes[0].span[1] :]
    if len(behind) > COLON or "其中" in behind or SOME.search(behind) or SOME.search(tail) or REST.search(tail):
        return
    parts, at = [], len(head) + 1
    for item in re.split("；" if "；" in tail else "[，、；]", tail.rstrip("。！？”’")):
        own = WITHIN.split(item, maxsplit=1)[0]
        met = [one for one in known if at <= one.span[0] < at + len(own) and one.unit == whole.unit]
        if not met or not exact(met[0]) or REPEATED.search(own):
            return
        parts.append(met[0])
        at += len(item) + 1
    added = sum((Fraction(one.number) for one in parts), Fraction(0))
    if len(parts) > 1 and abs(added - whole.number) > ROUNDED * Fraction(whole.number):
        facts = {"sum": quantity(replace(whole, number=added)), "total": whole.words, "text": tail}
        yield _fault(piece, (parts[0].span[0], parts[-1].span[1]), whole, facts)


def _together(reading: Reading, piece: Piece) -> Iterator[Fault]:
    """A total that says of how many parts it is made, behind as many: 两批共1150人."""
    for found in TOGETHER.finditer(piece.text):
        known = counted(reading, piece)
        whole = next((one for one in known if one.span[0] == found.end()), None)
        parts = [one for one in known if whole and one.span[1] <= found.start() and one.unit == whole.unit]
        if not whole or len(parts) != number(found["of"]) or not all(map(exact, (*parts, whole))):
            continue
        added = sum((Fraction(one.number) for one in parts), Fraction(0))
        if abs(added - whole.number) > ROUNDED * Fraction(whole.number):
            facts = {"sum": quantity(replace(whole, number=added)), "total": whole.words, "text": whole.words}
            place = (piece.paragraph, piece.start + parts[0].span[0], piece.start + parts[-1].span[1])
            yield Fault(
                piece.paragraph, piece.start + whole.span[0], piece.start + whole.span[1], facts, related=(place,)
            )


def _fault(piece: Piece, span: tuple[int, int], whole: Quantity, facts: dict[str, str]) -> Fault:
    place = (piece.paragraph, piece.start + whole.span[0], piece.start + whole.span[1])
    return Fault(piece.paragraph, piece.start + span[0], piece.start + span[1], facts, related=(place,))


def _rests(reading: Reading, options: Options) -> Iterator[Fault]:
    for piece in sentences(reading):
        found = LEFT.search(piece.text)
        known = counted(reading, piece) if found else []
        rest = next((one for one in known if found and one.span[0] == found.end()), None)
        if not found or not rest or rest.unit in RATIOS:
            continue
        alike = [one for one in known if one.span[1] <= found.start() and one.unit == rest.unit]
        if len(alike) != 2 or not all(map(exact, (*alike, rest))) or not all(comparable(one, rest) for one in alike):
            continue
        whole, part = alike
        between = piece.text[whole.span[1] : part.span[0]]
        if whole.number > part.number and CUE.search(between) and not REPEATED.search(between) and "；" not in between:
            added = Fraction(part.number) + Fraction(rest.number)
            if added != whole.number:
                facts = {"sum": quantity(replace(whole, number=added)), "total": whole.words, "text": rest.words}
                yield _fault(piece, (part.span[0], rest.span[1]), whole, facts)


RULES = family(
    __doc__,
    {
        "sum": Way(
            _sums,
            N_("the parts add up to {sum}, the whole is {total}"),
            N_("mend the whole or a part"),
            "error",
        ),
        "rest": Way(
            _rests,
            N_("part and rest add up to {sum}, the whole is {total}"),
            N_("mend the whole, the part or the rest"),
        ),
    },
)
