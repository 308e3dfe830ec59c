"""Clauses without a subject, without a verb, or with two of one.

# seam-point

重点是 or 关键是 with a name and a clause behind it: 重点是看山员全部上岗.

What is a point is a thing or a deed, no whole clause.

Wrong:

    夜间防控方面，重点是看山员全部上岗到位。

Right:

    夜间防控方面，重点是三个环节：查、改、防。关键是要有人管、有钱管。

# seam-zhiwu

A body, an office and a duty without 由 between: 指挥部县长任总指挥.

Wrong:

    县防汛指挥部县长任总指挥，每天会商一次。

Right:

    县防汛指挥部由县长任总指挥，每天会商一次。

# cut-subject

A meeting as subject, cut from its verb by a comma.

Wrong:

    5月6日全省防汛视频会，对备汛工作提出了明确要求。

Right:

    5月6日全省防汛视频会对备汛工作提出了明确要求。

# cut-by-stop

A full stop between a subject and what it does.

Wrong:

    5月6日全省防汛视频会议和县防指《备汛通知》。对这项工作提出了具体要求。

Right:

    县防指印发了《备汛通知》。对这项工作，大家要有数。

# dui-no-verb

对… with no verb behind it: 对32个项目一个项目一本账.

Wrong:

    要对32个停工项目一个项目一本账。

Right:

    要对32个停工项目实行一个项目一本账。

# no-verb

已经 and a number without a verb between.

Wrong:

    目前已经80多家企业入驻园区。

Right:

    目前已经有80多家企业入驻园区，已3次会商。

# no-subject

A sentence that begins with what becomes of something that is not named.

Wrong:

    （三）用好考核结果。计入年度绩效，倒数的约谈。

Right:

    （三）用好考核结果。考核结果计入年度绩效，倒数的约谈。

# no-noun

A quoted form without the noun that it belongs to: 推行“网格长+民警”。

Wrong:

    推行“网格长+民警+法官”；逐村签订公约。

Right:

    推行“网格长+民警+法官”机制，逐村签订公约。

# double-actor

One who does it, named twice in a sentence: 县河长办…由县河长办.

Wrong:

    县河长办每月通报，由县河长办会同督查室抽查。

Right:

    县河长办每月通报，并会同督查室抽查。

# double-type

A word or two like ones beside each other: 责任责任, 做好维护.

Wrong:

    会议强调，要压实防汛责任责任，层层签字。

Right:

    会议强调，要压实防汛责任，层层签字。市市通高铁，县县通高速，大家实实在在地干。

# same-topic

A sentence that begins with the last word of the one before it: 要加强巡查。巡查要….

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
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from drafter.catalogue import N_
from drafter.language.zh_clauses import ACTORS, DUTIES, HEADED, MEASURE, OFFICES, PREPOSED, TOO_NEAR, TYPED_TWICE
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import MASK, Fault, Reading, fault

HAN = "\u4e00-\u9fff"
NO_MARK = "[^，。；：！？]"
DONE_TO = "实行|落实|做到|推行|建立|执行|采取|坚持|按照"
SAID = "提出了?|作了|作出了?|明确了|进行了|规定了|定得|讲得|提了"
PATTERNS = {
    "seam-point": (
        rf"(?:重点|关键|要害|核心|难点)是(?![^，。；：]{{0,6}}[把让要在对用靠抓以])(?P<who>[{HAN}]{{0,6}}?(?:{ACTORS}))"
        rf"(?:全部|必须|一律|都|逐[一户个]|统一){NO_MARK}{{2,}}"
    ),
    "seam-zhiwu": rf"(?:{HEADED})(?<!由)(?P<office>{OFFICES})(?:任|担任|兼任)(?:{DUTIES})",
    "cut-subject": (
        rf"(?:^|(?<=。)){NO_MARK}*?(?:会|会议|大会|通知|文件|意见|方案|》)，(?:对|把|就|从){NO_MARK}{{2,30}}(?:{SAID}){NO_MARK}{{0,14}}"
        rf"|(?:^|(?<=[。：；]))(?!在)(?:{NO_MARK}{{0,12}}的|这次|本次|此次){NO_MARK}{{2,16}}会议?，"
        rf"(?:动员|分析了|明确了|部署了|研究了|总结了|通报了|传达了|为{NO_MARK}{{2,6}}提供){NO_MARK}{{2,20}}"
    ),
    "cut-by-stop": (
        rf"{NO_MARK}{{0,16}}(?:会议?|通知|方案|意见|规划|》)。(?=(?:对|就|把|从|为)[^。，]{{2,24}}(?:{SAID}))"
        rf"(?:对|就|把|从|为)[^。，]{{2,24}}"
    ),
    "dui-no-verb": rf"(?<![{HAN}])(?:要|必须|务必)?对(?:(?!{DONE_TO}){NO_MARK}){{2,20}}?(?:{PREPOSED}){NO_MARK}{{1,6}}(?=[，。；！])",
    "no-verb": (
        r"(?<![有达超近过])(?:目前|现在|至今|全[省市县区]|累计|截至[^，。]{1,8}，)?已经(?:近|约)?\d+(?:余|多)?(?:万|亿)?"
        rf"(?:{MEASURE})(?!次|月|年|多?次|小时|百分点|工作日)"
    ),
    "no-subject": rf"(?<=。)(?:计入|列入|纳入|记入|载入){NO_MARK}{{2,20}}(?:，[^。]*)?。",
    "no-noun": rf"(?:推行|实行|建立|落实|健全|完善|推广|构建)“(?P<form>[{HAN}]+(?:[+＋][{HAN}]+)+)”(?=[，。；！])",
    "double-type": rf"(?P<twice>(?P<word>{TYPED_TWICE})(?P=word))|(?P<near>{TOO_NEAR})",
}
"""What each rule looks for."""


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(PATTERNS[name])


def _found(name: str, where: str = "running", group: str | int = 0) -> Callable[[Reading, Options], Iterator[Fault]]:
    def find(reading: Reading, options: Options) -> Iterator[Fault]:
        for n, found in reading.find(_compiled(name), where):
            yield fault(n, found, group, _mended(name, found))

    return find


def _mended(name: str, found: re.Match[str]) -> str | None:
    match name:
        case "seam-zhiwu":
            return found[0].replace(found["office"], f"由{found['office']}", 1)
        case "double-type" if found["twice"]:
            return found["word"]
        case _:
            return None


def _actors(reading: Reading, options: Options) -> Iterator[Fault]:
    """由 and a body that the sentence begins with, or that stands behind 由 before."""
    pattern = re.compile(
        rf"(?:^|由)(?P<who>[{HAN}]{{2,12}}?(?:办|局|委|部|厅|公司|中心|专班|指挥部|支队|大队|镇|乡|街道))(?P<rest>[^。；]*?)由(?P=who)"
    )
    for piece in reading.sentences:
        for part in re.finditer("[^；。]+", piece.text):
            if found := pattern.search(part[0].lstrip()):
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


RULES = family(
    __doc__,
    {
        "seam-point": Way(
            _found("seam-point"),
            N_("a whole clause stands behind 是: {text}"),
            N_("name a deed, or end before it with a colon"),
        ),
        "seam-zhiwu": Way(
            _found("seam-zhiwu"), N_("two subjects meet: {text}"), N_("put 由 before the office"), "error"
        ),
        "cut-subject": Way(
            _found("cut-subject"), N_("a comma cuts the subject from its verb: {text}"), N_("leave the comma out")
        ),
        "cut-by-stop": Way(
            _found("cut-by-stop"),
            N_("a full stop cuts the subject from its verb: {text}"),
            N_("leave the stop out"),
            "error",
        ),
        "dui-no-verb": Way(
            _found("dui-no-verb"), N_("对 has no verb: {text}"), N_("put 实行, 落实 or 做到 there"), "error"
        ),
        "no-verb": Way(
            _found("no-verb"),
            N_("a number stands behind 已经 without a verb: {text}"),
            N_("put 有 or 达 there"),
            "error",
        ),
        "no-subject": Way(
            _found("no-subject"), N_("the sentence does not say of what it speaks: {text}"), N_("name it")
        ),
        "no-noun": Way(
            _found("no-noun", "open"), N_("the quoted form has no noun: {text}"), N_("say what it is: 机制, 制度, 模式")
        ),
        "double-actor": Way(_actors, N_("{text} is named twice as who does it"), N_("name it once"), "error"),
        "double-type": Way(_found("double-type"), N_("said twice: {text}"), N_("keep one"), "error"),
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
    },
)
