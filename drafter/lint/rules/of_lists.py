"""How the items of a list fit one another and the words that open it.

# seam-list

A list that 要 opens with verbs, and a later item with a subject of its own.

Whoever listens has 要 in the ear for every item. Either all have a verb, or the list is opened otherwise.

Wrong:

    要改造老旧泵站12座；9个易涝小区加装挡水板。

Right:

    要改造老旧泵站12座，给9个易涝小区加装挡水板；每座都要试车。

# seam-list2

The same where the later item tells a thing and the time when it is ready: ；城东供热管线10月底前投运.

Nobody knows any more whether 要 still holds.

Wrong:

    要新建换热站4座；城东供热管线10月底前投运。

Right:

    要新建换热站4座，城东供热管线10月底前投运。

# series-de

Items of which some end in 的 and some do not.

有下列情形的，要追究：擅离岗位的；瞒报险情的. One 的 missing, and the item is no longer who is meant.

Wrong:

    有下列情形的，要追究责任：擅离岗位的；瞒报险情；不服从调度的。

Right:

    有下列情形的，要追究责任：擅离岗位的；瞒报险情的；不服从调度的。

# colon-in-list

A colon inside a list that a colon opens.

Nobody hears which of the two lists goes on.

Wrong:

    眼前的短板是：物资储备不足；抗旱：西部乡镇缺水；值班空岗。

Right:

    眼前的短板是：物资储备不足；西部乡镇缺水；值班空岗。

# dunhao-nest

An enumeration with 、 inside another one with 、.

水利、农业农村等部门 is one item of the outer row; the marks do not show it.

Wrong:

    这次排查，14个乡镇、水利、农业农村等重点部门、县属企业都要参加。

Right:

    这次排查，14个乡镇，水利、农业农村等重点部门，县属企业都要参加。

# double-verb

The same verb before the colon of a list and at the beginning of its first item.

The list was opened by one person and filled by another.

Wrong:

    今年要完成三项任务：完成造林2万亩；抚育幼林3万亩；修通林道9公里。

Right:

    今年要办好三件事：完成造林2万亩；抚育幼林3万亩；修通林道9公里。

# double-word

The same verb on both sides of a mark: 完成；完成.

Two items came together of which one ends in the verb with which the next begins.

Wrong:

    清理河道垃圾，5月底前完成；完成堤防加固7公里。

Right:

    5月底前清理河道垃圾；完成堤防加固7公里。审批提速了，审批的人也少了。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_clauses import BODIES, MAIN_VERBS, MEASURE
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import Fault, Piece, Reading, fault

OWN = rf"(?:各(?:{BODIES})|每(?:个|家|座|所|名|户)|(?:近|约)?[\d一二两三四五六七八九十百千万余多]+(?:{MEASURE}))"
READY = "投运|启用|建成|交付|投用|开通|通车|投产|并网|完工|竣工|见效|上线"
DONE = rf"(?=[^，；]*(?:{MAIN_VERBS}|加装|装上|到位|上岗|一[^，；]一))"
OPENED = late(rf"(?:^|[，：])[^，；：]{{0,8}}?要(?:{MAIN_VERBS}|[\u4e00-\u9fff]{{1,2}})[^；]*$")
"""The first item of a list that 要 opens with a verb."""
OF_ITS_OWN = late(rf"{DONE}{OWN}(?!一)[^，；。]{{3,}}")
"""An item with a counted subject and a verb."""
THING_READY = late(rf"(?!.{{0,6}}要)[\u4e00-\u9fff〓“”]{{2,12}}\d{{1,2}}月(?:底|初|中旬|\d{{1,2}}日)?前?(?:{READY})")
"""An item that tells a thing and when it is ready."""
SERIES = late(r"(?:情形|行为|问题|情况|人员|的)[^。：；]{0,12}：(?P<items>[^。：\n]+；[^。：\n]+)")
"""Items behind what they are of."""
INNER = late(r"：[^：]*；(?P<inner>[^：；，]{1,12}：)[^：]*")
"""A colon behind a ； behind a colon."""
NESTED = late(
    r"(?P<row>[^，。；：、？！]{2,14}、[^，。；：、]{1,10}、[^，。；：、]{1,10}(?<![高平同对特劣优初中上下])"
    r"等[^，。；：、]{2,8}、[^，。；：、]{2,12})"
)
"""An enumeration with 等 inside another one."""
MANY = late(rf"[\d一二三四五六七八九十]+(?:{MEASURE})|各")
"""What is counted, or all of it."""
OPENS_AGAIN = late(rf"(?P<verb>{MAIN_VERBS})[^，。；：！？]{{2,12}}[：](?:一是|1\.|（1）|第一，)?(?P<again>(?P=verb))")
"""A verb before a colon, and behind it."""
BOTH_SIDES = late(
    rf"(?P<word>{MAIN_VERBS})(?P<mark>[，；])(?P=word)(?!了|得|好|出|的|完|后|时|过|工作的)(?=[\u4e00-\u9fff\d])"
)
"""A verb on both sides of a mark."""


def _uneven(reading: Reading, item: re.Pattern[str]) -> Iterator[Fault]:
    """Items of a list that 要 opens which are as a pattern says."""
    for piece in reading.sentences:
        first, *others = piece.text.split("；")
        at = len(first)
        if not others or not OPENED.search(first) or re.match(OWN, first):
            continue
        for other in others:
            if found := item.match(other):
                yield Fault(
                    piece.paragraph, piece.start + at + 1, piece.start + at + 1 + found.end(), {"text": found[0][:16]}
                )
            at += len(other) + 1


def _list(reading: Reading, options: Options) -> Iterator[Fault]:
    return _uneven(reading, OF_ITS_OWN)


def _ready(reading: Reading, options: Options) -> Iterator[Fault]:
    return _uneven(
        reading,
        THING_READY,
    )


def _series(reading: Reading, options: Options) -> Iterator[Fault]:
    """After a colon that 的 comes before, items of which most end in 的."""
    for n, found in reading.find(SERIES):
        items = found["items"].rstrip("。！").split("；")
        ends = [one.rstrip("，").endswith("的") for one in items]
        if any(ends[:-1]) and not all(ends) and ends.count(True) * 2 >= len(ends) and "，" not in items[-1]:
            at = found.start("items")
            for one, right in zip(items, ends, strict=True):
                if not right:
                    yield Fault(n, at, at + len(one), {"text": one[:16]})
                at += len(one) + 1


def _colons(reading: Reading, options: Options) -> Iterator[Fault]:
    for piece in reading.sentences:
        found = INNER.search(piece.text)
        if found and piece.text.count("：") == 2 and "；" in piece.text[found.end("inner") :]:
            yield _within(piece, found, "inner")


def _nested(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, found in reading.find(NESTED):
        if MANY.match(found["row"]):
            yield fault(n, found, "row")


def _verbs(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, found in reading.find(OPENS_AGAIN):
        yield Fault(n, found.start("verb"), found.end(), {"text": found["verb"]}, None, ((n, *found.span("verb")),))


def _words(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, found in reading.find(BOTH_SIDES):
        yield fault(n, found, word=found["word"])


def _within(piece: Piece, found: re.Match[str], group: str) -> Fault:
    return Fault(
        piece.paragraph, piece.start + found.start(group), piece.start + found.end(group), {"text": found[group]}
    )


UNEVEN = N_("the list is opened by 要 with a verb, and this item has a subject of its own: {text}")
EVENED = N_("give every item a verb, or end the sentence before it")
RULES = family(
    __doc__,
    {
        "seam-list": Way(_list, UNEVEN, EVENED, "error"),
        "seam-list2": Way(_ready, UNEVEN, EVENED, "error"),
        "series-de": Way(
            _series,
            N_("items of one list end in 的 and this one does not: {text}"),
            N_("end all in 的, or none"),
            "error",
        ),
        "colon-in-list": Way(
            _colons, N_("a colon inside a list that a colon opens: {text}"), N_("say it without the colon")
        ),
        "dunhao-nest": Way(
            _nested,
            N_("an enumeration stands inside another one, both with 、: {text}"),
            N_("part the outer one by ， or 以及"),
            "error",
            "GB/T 15834-2011 4.5",
        ),
        "double-verb": Way(
            _verbs, N_("{text} stands before the colon and behind it"), N_("open the list with another verb"), "error"
        ),
        "double-word": Way(
            _words, N_("{word} stands on both sides of a mark"), N_("say one of them otherwise"), "error"
        ),
    },
)
