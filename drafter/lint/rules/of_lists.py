"""How the items of a list fit one another and the words that open it.

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

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_clauses import MAIN_VERBS, MEASURE
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import Fault, Reading, fault, within

SERIES = late(r"(?:情形|行为|问题|情况|人员|的)[^。：；]{0,12}：(?P<items>[^。：\n]+；[^。：\n]+)")
"""Items behind what they are of."""
ROW_DE = late(
    "(?:对|凡是?)(?:[^，。；：、]{2,8}的、){1,4}(?P<last>[^，。；：、的]{2,5}(?<![人者户员犯众位门部业队车货]))(?=，)"
    "|(?:做|当好?|争当)(?:[^，。；：、]{2,14}者、){2,4}(?P<other>[^，。；：、]{2,14}的)(?=[，。])"
)
"""Items with 的 before one without, and some with 者 before one with 的."""
INNER = late(r"：[^：]*；(?P<inner>[^：；，]{1,12}：)[^：]*")
"""A colon behind a ； behind a colon."""
TOLD_OFF = late(
    "(?:^|(?<=[。；：，]))(?P<number>(?:[一二三四五六七八九]是|第[一二三四五六七八九])(?P<mark>[：，]|(?=[\u4e00-\u9fff])))"
)
"""A number of a row within a sentence, with the mark behind it."""
NESTED = late(
    r"(?P<row>[^，。；：、？！]{2,14}、[^，。；：、]{1,10}、[^，。；：、]{1,10}(?<![高平同对特劣优初中上下])"
    r"等[^，。；：、]{2,8}、[^，。；：、]{2,12}"
    rf"|[^，。；：、？！]{{1,14}}、[^，。；：、]{{1,8}}等(?:\d+|[两三四五六七八九十]+)(?:{MEASURE})[^，。；：、]{{2,8}}、[^，。；：、]{{1,6}}、[^，。；：、]{{2,10}})"
)
"""An enumeration with 等 inside another one."""
MANY = late(rf"[\d一二三四五六七八九十]+(?:{MEASURE})|各")
"""What is counted, or all of it."""
COUNTED = late(rf"、[^、]*等(?:\d+|[两三四五六七八九十]+)(?:{MEASURE})[^、]{{2,12}}、")
"""A row that tells how many it has, and goes on: 冯塘、柳沟等三个乡镇、城关."""
OPENS_AGAIN = late(
    rf"(?P<verb>{MAIN_VERBS}|守住|管好|办好|用好)(?!结果|情况|发现)好?[^，。；：！？]{{2,12}}[：](?:一是|1\.|（1）|第一，)?(?P<again>(?P=verb))"
)
"""A verb before a colon, and behind it."""
BOTH_SIDES = late(
    rf"(?P<word>{MAIN_VERBS}|牵头|负责|督促|协调|配合)(?P<mark>[，；])(?P=word)(?!了|得|好|出|的|完|后|时|过|工作的|结果|情况|发现|显示)(?=[\u4e00-\u9fff\d])"
    "|(?<![、])(?P<noun>督查|检查|督导|监督|考核|通报|培训|整改|排查|调度|巡查|督办|会商|研判|演练|宣传|审批|验收)、(?P=noun)(?![、，。！再了组员队站局所长人团])"
)
"""A verb on both sides of a mark."""


def _series(reading: Reading, options: Options) -> Iterator[Fault]:
    """After a colon that 的 comes before, items of which most end in 的; behind 对 those of a row with 、."""
    for n, found in reading.find(ROW_DE):
        yield fault(n, found, "last" if found["last"] else "other")
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
    """A second colon in a list; a colon behind one number of a row whose others have none."""
    for piece in reading.sentences:
        told = list(TOLD_OFF.finditer(piece.text)) if "：" in piece.text else []
        if len(told) > 2 and sum(one["mark"] == "：" for one in told) == 1:
            yield from (within(piece, one, "number") for one in told if one["mark"] == "：")
        found = INNER.search(piece.text)
        if found and piece.text.count("：") == 2 and "；" in piece.text[found.end("inner") :]:
            yield within(piece, found, "inner")


def _nested(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, found in reading.find(NESTED):
        if MANY.match(found["row"]) or COUNTED.search(found["row"]):
            yield fault(n, found, "row")


def _verbs(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, found in reading.find(OPENS_AGAIN):
        yield Fault(n, found.start("verb"), found.end(), {"text": found["verb"]}, None, ((n, *found.span("verb")),))


def _words(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, found in reading.find(BOTH_SIDES):
        yield fault(n, found, word=found["word"] or found["noun"])


RULES = family(
    __doc__,
    {
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
