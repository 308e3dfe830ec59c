"""Totals of a finished text, and parts that are told elsewhere and add up to something else.

# sum-far

A total in one place, and in another a sentence with its parts that add up to something else.

The parts may be meant to be some only; then the sentence should say so.

Wrong:

    督导组指出的86个问题，要逐条认账。

    5月底前整改一般问题60个，7月底前整改重大问题20个。

Right:

    督导组指出的86个问题，要逐条认账。

    5月底前整改一般问题60个，7月底前整改重大问题26个。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec.structs import replace

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_figures import exact
from drafter.language.zh_quantities import Quantity
from drafter.language.zh_sums import quantity
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import Fault, Piece, Reading
from drafter.lint.texts.wide import counted, sentences

COUNTED = "问题 隐患 线索 任务 案件 积案 项目 事项 信访件".split()
"""What is counted in one place and parted in another."""
NOT_ALL = late("累计|新增|其中|还有|另|又|等|[今去前昨上]年|已|占|同比|截至|以来|余|分别|每|比|平均")
STATE = late(
    "(?:已[^，。；]{0,4}|正在[^，。；]{1,4}|还有|尚有|另有|达到[^，。；]{1,6}的|尚?未[^，。；]{1,6}的?|没有[^，。；]{1,6}的)$"
)
"""What stands before a number of those that have got so far."""
LAST = late("^[^。]{0,14}(?:未|没有|尚|还有)")
"""What the last of the states says."""
TOTAL = late("(?:共有?|一共[^，。；]{0,4}|交办了?|现有|总共|排查出|摸排出?|梳理出?|受理|安排了?)[\u4e00-\u9fff]{0,4}$")
"""What stands before the number of all."""
FAR = Fraction(1, 4)
"""The part of the total by which the sum of its parts may miss it and still be meant to be it."""


def _states(reading: Reading) -> Iterator[Fault]:
    """How far all of something have got, of which the sentence tells at least three states, against the last total of that unit."""
    totals: list[tuple[int, Quantity]] = []
    for piece in sentences(reading):
        known = counted(reading, piece)
        parts = [one for one in known if STATE.search(piece.text[max(0, one.span[0] - 10) : one.span[0]])]
        if len(parts) > 2 and len(parts) == len(known) and LAST.search(piece.text[parts[-2].span[1] :]):
            yield from _apart(reading, piece, parts, totals[-1:])
        totals += [
            (piece.paragraph, replace(one, span=(one.span[0] + piece.start, one.span[1] + piece.start)))
            for one in known
            if exact(one) and TOTAL.search(piece.text[: one.span[0]])
        ]


def _far(reading: Reading, options: Options) -> Iterator[Fault]:
    yield from _states(reading)
    totals: list[tuple[str, int, Quantity]] = []
    for piece in sentences(reading):
        things = [(thing, one) for one in counted(reading, piece) if (thing := _thing(piece.text, one))]
        for thing in sorted({thing for thing, _ in things}):
            parts = [one for name, one in things if name == thing]
            if len(parts) > 1 and not NOT_ALL.search(piece.text):
                yield from _apart(reading, piece, parts, [(n, one) for name, n, one in totals if name == thing])
        totals += [
            (thing, piece.paragraph, replace(one, span=(one.span[0] + piece.start, one.span[1] + piece.start)))
            for thing, one in things
            if exact(one)
        ]


def _apart(
    reading: Reading, piece: Piece, parts: Sequence[Quantity], totals: Sequence[tuple[int, Quantity]]
) -> Iterator[Fault]:
    """Parts that add up to nearly a total that was told before, and to none."""
    added = sum((Fraction(one.number) for one in parts), Fraction(0))
    likely = [
        (n, one)
        for n, one in totals
        if one.unit == parts[0].unit
        and one.number > max(part.number for part in parts)
        and abs(added - one.number) <= FAR * Fraction(one.number)
    ]
    same_unit = len({one.unit for one in parts}) == 1
    if not same_unit or not all(map(exact, parts)) or not likely or any(one.number == added for _, one in likely):
        return
    n, total = likely[-1]
    facts = {
        "sum": quantity(replace(total, number=added)),
        "total": total.words,
        "rest": quantity(replace(total, number=abs(added - total.number))),
    }
    span = piece.start + parts[0].span[0], piece.start + parts[-1].span[1]
    yield Fault(piece.paragraph, *span, facts, related=((n, *total.span),))


def _thing(text: str, one: Quantity) -> str:
    """What is counted, of the things that are told in several places: 86个问题, 重大问题20个."""
    start = one.span[0]
    return next((thing for thing in COUNTED if text[:start].endswith(thing) or one.noun.endswith(thing)), "")


RULES = family(
    __doc__,
    {
        "sum-far": Way(
            _far,
            N_("{total} were spoken of before, and here they add up to {sum}: {rest} apart"),
            N_("mend one of them, or say that these are some of them (其中)"),
        ),
    },
)
