"""What is said twice beside itself: a word, a body, the subject of the sentence before.

# double-actor

One who does it, named twice in a sentence: 县河长办…由县河长办.

Two fragments that each named who does it were joined.

Wrong:

    县河长办每月通报，由县河长办会同督查室抽查。

Right:

    县河长办每月通报，并会同督查室抽查。

# double-type

A word or two like ones beside each other: 责任责任, 做好维护.

The hand was quicker than the eye. Reduplication that is meant is let pass.

Wrong:

    会议强调，要压实防汛责任责任，层层签字。

Right:

    会议强调，要压实防汛责任，层层签字。市市通高铁，县县通高速，大家实实在在地干。

# same-topic

A sentence that begins with the last word of the one before it: 要加强巡查。巡查要….

One sentence says it in half the words.

Wrong:

    要加强巡查。巡查要分时段、分路段。

Right:

    要加强巡查，分时段、分路段。工作要抓实，抓实要见效。

# topic-again

A sentence that comes back to a word of the one before as its subject: 严把审批关…。审批要严，….

It may be meant; told only where small things are asked for.

Wrong:

    严把项目审批关，不符合规划的一律不批。审批要严，监管要跟上。

Right:

    严把项目审批关，不符合规划的一律不批，监管也要跟上。

# same-point

Two points of one row that open with the same words: 一是加强领导，…。三是加强领导，….

One was copied, and its opening was not written anew.

Wrong:

    一是加强组织领导，三级书记一起抓。二是完善设施，加快建设。三是加强组织领导，党员带头。

Right:

    一是加强组织领导，三级书记一起抓。二是完善设施，加快建设。三是加强示范引领，党员带头。

# same-sentence

A sentence that stands in the text before, word for word.

Nine characters and more. What a speaker calls to the hall may come again.

Wrong:

    险情面前没有旁观者，人人都要上前一步。

    守堤要守到最后一刻。

    险情面前没有旁观者，人人都要上前一步。

Right:

    险情面前没有旁观者，人人都要上前一步。

    守堤要守到最后一刻。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_clauses import TOO_NEAR, TYPED_TWICE
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import MASK, Fault, Piece, Reading, fault
from drafter.lint.texts.steps import HIGH

HAN = "\u4e00-\u9fff"
DOUBLED = late(
    rf"(?P<twice>(?P<word>{TYPED_TWICE})(?P=word))|(?P<near>{TOO_NEAR}|(?:(?<![{HAN}])|(?<=[请由向经]))(?:省省|市市|县县|区区|镇镇)(?:委|政府|纪委|人大|政协))"
)
ACTORS = late(
    rf"(?:^|由)(?P<who>[{HAN}]{{2,12}}?(?:办|局|委|部|厅|公司|集团|中心|专班|指挥部|支队|大队|镇|乡|街道))"
    rf"(?P<rest>[^。；]*?)由(?P=who)(?![{HAN}]{{0,5}}(?:部|办公室|办|局|厅|委员会))"
)
"""A body, and 由 with the same body behind it."""


def _typed(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, found in reading.find(DOUBLED):
        yield fault(n, found, 0, found["word"] if found["twice"] else None)


def _actors(reading: Reading, options: Options) -> Iterator[Fault]:
    """由 and a body that the sentence begins with, or that stands behind 由 before."""
    for piece in reading.sentences:
        for part in re.finditer("[^；。]+", piece.text):
            if found := ACTORS.search(part[0].lstrip()):
                lead = part.start() + len(part[0]) - len(part[0].lstrip())
                at = piece.start + lead
                who = found["who"]
                second = (piece.paragraph, at + found.end() - len(who), at + found.end())
                yield Fault(piece.paragraph, at + found.start(), at + found.end(), {"text": who}, None, (second,))


def _topics(reading: Reading, options: Options) -> Iterator[Fault]:
    """The last two characters of a sentence, said again as the subject of the next."""
    for one, other in pairwise(reading.sentences):
        if one.paragraph != other.paragraph or not one.text.endswith("。") or MASK in one.text[-3:]:
            continue
        word = one.text[-3:-1]
        short = re.search(rf"(?:^|[，；])要?[{HAN}]{{2,3}}{re.escape(word)}。$", one.text)
        if short and re.match(rf"{re.escape(word)}(?:要|必须)", other.text):
            start = one.end - 3
            yield Fault(one.paragraph, start, other.start + 3, {"text": word})


def _again(reading: Reading, options: Options) -> Iterator[Fault]:
    """Two characters and 要 at the beginning of a sentence, which stand inside the sentence before."""
    for one, other in pairwise(reading.sentences):
        found = re.match(rf"(?P<word>[{HAN}]{{2}})要[{HAN}]{{1,3}}，", other.text)
        at = one.text[:-4].find(found["word"]) if found and one.paragraph == other.paragraph else -1
        if found and at > 0:
            place = (one.paragraph, one.start + at, one.start + at + 2)
            yield Fault(
                other.paragraph, other.start, other.start + found.end(), {"text": found["word"]}, None, (place,)
            )


OPENING = late(f"[要]?(?P<head>[{HAN}]{{4,16}})(?=[，。：；！]|$)")
"""How a point opens."""


def _points(reading: Reading, options: Options) -> Iterator[Fault]:
    """Points that open as one before in their row does; a number of a higher row, or a first one, begins it anew."""
    rows: dict[int, dict[str, tuple[int, int, int]]] = {}
    for step in reading.steps:
        for depth in [
            one for one in rows if (one > step.depth and step.depth < HIGH) or (one == step.depth and step.ordinal == 1)
        ]:
            del rows[depth]
        found = OPENING.match(reading.plain[step.paragraph], step.end)
        if not found:
            continue
        row = rows.setdefault(step.depth, {})
        if first := row.get(found["head"]):
            yield Fault(step.paragraph, step.start, found.end(), {"text": found["head"]}, None, (first,))
        row.setdefault(found["head"], (step.paragraph, step.start, found.end()))


CALLED = late("！|同志们|朋友们|乡亲们")
"""What a speaker may say again: he calls."""


SHORTEST = 9
"""Characters of a sentence that is not to be said twice."""


def _same(reading: Reading, options: Options) -> Iterator[Fault]:
    """The sentences of a finished text that stand in it before."""
    first: dict[str, Piece] = {}
    for piece in reading.sentences:
        bare = re.sub("[^\u4e00-\u9fff0-9]", "", piece.text)
        if len(bare) < SHORTEST or CALLED.search(piece.text):
            continue
        other = first.setdefault(bare, piece)
        if other is not piece:
            spot = (other.paragraph, other.start, other.end)
            yield Fault(piece.paragraph, piece.start, piece.end, {"text": piece.text[:12]}, None, (spot,))


RULES = family(
    __doc__,
    {
        "double-actor": Way(_actors, N_("{text} is named twice as who does it"), N_("name it once"), "error"),
        "double-type": Way(_typed, N_("said twice: {text}"), N_("keep one"), "error"),
        "same-topic": Way(
            _topics,
            N_("the next sentence begins with the word that this one ends in: {text}"),
            N_("make one sentence of both"),
        ),
        "topic-again": Way(
            _again,
            N_("the sentence comes back to {text}"),
            N_("make one sentence of both, or name another subject"),
            "info",
        ),
        "same-point": Way(
            _points, N_("a point of this row opened with {text} before"), N_("open it with what is its own")
        ),
        "same-sentence": Way(_same, N_("this sentence was said before: {text}"), N_("say it once, or in other words")),
    },
)
