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

Read aloud, the body and the office run into one name.

Wrong:

    县防汛指挥部县长任总指挥，每天会商一次。

Right:

    县防汛指挥部由县长任总指挥，每天会商一次。

# cut-subject

A meeting as subject, cut from its verb by a comma.

The meeting then seems to do nothing, and the rest to have no subject.

Wrong:

    5月6日全省防汛视频会，对备汛工作提出了明确要求。

Right:

    5月6日全省防汛视频会对备汛工作提出了明确要求。

# cut-by-stop

A full stop between a subject and what it does.

Two fragments came together, and the stop of the first stayed.

Wrong:

    5月6日全省防汛视频会议和县防指《备汛通知》。对这项工作提出了具体要求。

Right:

    县防指印发了《备汛通知》。对这项工作，大家要有数。

# dui-no-verb

对… with no verb behind it: 对32个项目一个项目一本账.

What is done case by case is a way, and needs a verb that applies it.

Wrong:

    要对32个停工项目一个项目一本账。

Right:

    要对32个停工项目实行一个项目一本账。

# no-verb

已经 and a number without a verb between.

It is heard as an adverb of the number.

Wrong:

    目前已经80多家企业入驻园区。

Right:

    目前已经有80多家企业入驻园区，已3次会商。

# no-subject

A sentence that begins with what becomes of something that is not named.

What it speaks of stands in the sentence before, or in a heading that nobody reads out.

Wrong:

    （三）用好考核结果。计入年度绩效，倒数的约谈。

Right:

    （三）用好考核结果。考核结果计入年度绩效，倒数的约谈。

# lost-subject

A sentence whose subject was swallowed by 通过, 经过, 由于 or 在…下 with 使 or 让 behind it: 通过整治，使面貌一新.

What is behind the preposition cannot do the making. Leave out one of the two.

Wrong:

    通过一年多的集中整治，使农贸市场的面貌焕然一新。

Right:

    一年多的集中整治，使农贸市场的面貌焕然一新。通过培训，县里使每名护林员都有了上岗证。

# no-noun

A quoted form without the noun that it belongs to: 推行“网格长+民警”.

What is in quotes is a formula; what one introduces is a system, a mechanism, a way.

Wrong:

    推行“网格长+民警+法官”；逐村签订公约。

Right:

    推行“网格长+民警+法官”机制，逐村签订公约。

"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_clauses import ACTORS, DUTIES, HEADED, MEASURE, MONTH, NO_SUBJECT, OFFICES, PREPOSED
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import MASK, Fault, Reading, fault

HAN = "\u4e00-\u9fff"
NO_MARK = "[^，。；：！？]"
VERB = f"[{''.join(sorted(NO_SUBJECT))}]"
"""The first character of what is no subject."""
DONE_TO = "实行|落实|做到|推行|建立|执行|采取|坚持|按照"
SAID = "提出了?|作了|作出了?|明确了|进行了|规定了|定得|讲得|提了"
PATTERNS = {
    name: late(pattern)
    for name, pattern in {
        "seam-point": (
            rf"(?:重点|关键|要害|核心|难点)是(?![^，。；：]{{0,6}}[把让要在对用靠抓以])(?P<who>[{HAN}]{{0,6}}?(?:{ACTORS}))"
            rf"(?:全部|必须|一律|都|逐[一户个]|统一){NO_MARK}{{2,}}"
            rf"|(?:重点|关键|要害|难点|当务之急)是(?!(?!被[^，。]{{1,6}}的){VERB}|全部|一律|年内)[^，。；：！？、把让要在对用靠抓以使将]{{2,16}}?(?:(?:年内|[月年]底前)全部|{MONTH}前?全部|先行){NO_MARK}{{2,}}"
            rf"|(?:难点|短板|弱项|堵点)是(?!{VERB})(?![怎如何])[^，。；：！？、把让要使将没不未缺]{{4,20}}(?:齐全|到位|达标)(?=[，。；])"
        ),
        "seam-zhiwu": (
            rf"(?:{HEADED})(?<!由)(?P<office>(?:[省市县区镇乡]委)?(?:{OFFICES}))(?:任|担任|兼任)(?:{DUTIES})"
            rf"|(?:{HEADED})(?P<leads>(?:[省市县区镇乡]委)?(?:{OFFICES}))(?:牵头|挂帅|负总责)"
            rf"|(?:{HEADED}|[河林田]长办|办公室)(?P<bureau>[{HAN}]{{2,6}}[局委]局?(?:局长|主任))(?:任|担任|兼任)(?:{DUTIES})"
        ),
        "cut-subject": (
            rf"(?:^|(?<=。))(?!{NO_MARK}*(?:主持|致信|出席|参加|听取)){NO_MARK}*?(?:会|会议|大会|通知|文件|意见|方案|》)，(?:对|把|就|从){NO_MARK}{{2,30}}(?:{SAID}){NO_MARK}{{0,14}}"
            rf"|(?:^|(?<=[。：；]))(?!在)(?:{NO_MARK}{{0,12}}的|这次|本次|此次){NO_MARK}{{2,16}}会议?，"
            rf"(?:动员|分析了|明确了|部署了|研究了|总结了|通报了|传达了|为{NO_MARK}{{2,6}}提供){NO_MARK}{{2,20}}"
        ),
        "cut-by-stop": (
            rf"{NO_MARK}{{0,16}}(?:会议?|通知|方案|意见|规划|》)。(?=(?:对|就|把|从|为)[^。，]{{2,24}}(?:{SAID}))"
            rf"(?:对|就|把|从|为)[^。，]{{2,24}}"
            rf"|(?:^|(?<=[。！]))(?![那这]是|只有)[^，。；：！？、在是自从到{MASK}]{{2,24}}(?:以后|之后|的时候|过程中|的同时|的基础上|的前提下|的情况下)。(?={VERB})"
            rf"|(?:^|(?<=[。！]))(?:这次|本次|此次|这一轮|这轮|这场)[{HAN}]{{2,12}}(?:行动|检查|整治|会议|活动|改革|督查|调研|演练|普查|会战)。"
            rf"(?=(?!为了|除了|大家|[我他你]们)[{HAN}]{{1,3}}了)"
            rf"|(?:^|(?<=[。！]))(?:全[县市省区镇村]|[{HAN}、]{{2,8}}[镇乡村县区局])[^，。；：！？是有要在了会能把被让说{MASK}]{{2,20}}的"
            rf"(?:\d+|[一两二三四五六七八九十百]+)多?(?:名|家|个|所|位|支)[{HAN}]{{2,6}}。(?=率先|先后|[吃住守战]|{VERB})"
        ),
        "dui-no-verb": rf"(?<![{HAN}])(?:要|必须|务必)?对(?:(?!{DONE_TO}){NO_MARK}){{2,20}}?(?:{PREPOSED}){NO_MARK}{{1,6}}(?=[，。；！])"
        rf"|(?<![{HAN}])对[^，。；：！？、]{{4,24}}，(?:一个[{HAN}]{{1,4}}一[名个张套本支][{HAN}]{{1,5}}(?:、一[名个张套本支][{HAN}]{{1,5}})?|(?P<m>一[{HAN}])(?P=m)地?|逐[{HAN}]逐[{HAN}])(?=[。；])",
        "no-verb": (
            r"(?<![有达超近过])(?:目前|现在|至今|全[省市县区]|累计|截至[^，。]{1,8}，)?已经(?:近|约)?\d+(?:余|多)?(?:万|亿)?"
            rf"(?:{MEASURE})(?!次|月|年|多?次|小时|百分点|工作日)"
            rf"|(?<=[，。；])(?:截至)?(?:目前|现在|至今|眼下)(?:累计|总共)?(?:近|约)?[\d.]+(?:余|多)?[万亿]?(?:{MEASURE})(?=[，。；])"
            rf"|(?:^|(?<=[，。；]))全[省市县区](?:累计|总共)(?:近|约)?[\d.]+(?:余|多)?[万亿]?(?:{MEASURE})(?=[，。；])"
        ),
        "lost-subject": (
            rf"(?:^|(?<=[。！？；]))(?:(?:通过|经过|随着){NO_MARK}{{2,40}}，|(?:在{NO_MARK}{{2,36}}(?:领导|支[持援]|帮助|关[心怀]|努力|推动|配合|指导|鼓舞|带领|协助|组织)下，){{1,3}}|由于{NO_MARK}{{2,40}}，)"
            r"(?P<verb>(?:从而|进而)?(?:使得?|让)(?!用|命))"
        ),
        "no-subject": r"(?<=。)(?:计入|列入|纳入|记入|载入)[^，。；：！？的]{2,20}(?:，[^。]*)?。",
        "no-noun": rf"(?:推行|实行|建立|落实|健全|完善|推广|构建)“(?P<form>[{HAN}]+(?:[+＋][{HAN}]+)+)”(?=[，。；！])",
    }.items()
}
"""What each rule looks for."""


def _found(name: str, where: str = "running") -> Callable[[Reading, Options], Iterator[Fault]]:
    def find(reading: Reading, options: Options) -> Iterator[Fault]:
        for n, found in reading.find(PATTERNS[name], where):
            yield fault(n, found)

    return find


def _lost(reading: Reading, options: Options) -> Iterator[Fault]:
    """The verb that makes, behind a preposition that took the subject."""
    for n, found in reading.find(PATTERNS["lost-subject"]):
        yield Fault(n, found.start(), found.end(), {"verb": found["verb"], "text": found[0][:16]})


def _offices(reading: Reading, options: Options) -> Iterator[Fault]:
    """A body and the office of who heads it, with 由 put between them."""
    for n, found in reading.find(PATTERNS["seam-zhiwu"]):
        who = found["office"] or found["leads"] or found["bureau"]
        yield fault(n, found, text=found[0].replace(who, f"由{who}", 1))


RULES = family(
    __doc__,
    {
        "seam-point": Way(
            _found("seam-point"),
            N_("a whole clause stands behind 是: {text}"),
            N_("name a deed, or end before it with a colon"),
        ),
        "seam-zhiwu": Way(_offices, N_("two subjects meet: {text}"), N_("put 由 before the office"), "error"),
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
        "lost-subject": Way(
            _lost,
            N_("a preposition before and {verb} behind leave the sentence without a subject: {text}"),
            N_("leave out one of the two"),
        ),
        "no-noun": Way(
            _found("no-noun", "open"), N_("the quoted form has no noun: {text}"), N_("say what it is: 机制, 制度, 模式")
        ),
    },
)
