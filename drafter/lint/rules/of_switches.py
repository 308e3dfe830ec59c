"""Items of a list that 要 opens, and the ones among them that have a subject of their own.

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

# seam-switch

Among clauses that 要 rules with verbs, one with a subject of its own, behind which the verbs go on: 要…，物资全部到位，确保….

The verbs behind it then seem to be done by the thing. Give it 让, 把 or 做到, or put it at the end.

Wrong:

    各乡镇要严格值班值守，加密巡堤查险，防汛物资全部到位，确保遇到险情拉得出。

Right:

    各乡镇要严格值班值守，加密巡堤查险，让防汛物资全部到位，确保遇到险情拉得出。工程要抓紧，质量全部达标。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_clauses import BODIES, MAIN_VERBS, MEASURE, NO_SUBJECT
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import Fault, Reading, within

OWN = rf"(?:各(?:{BODIES})|每(?:个|家|座|所|名|户)|(?:近|约)?[\d一二两三四五六七八九十百千万余多]+(?:{MEASURE}))"
VERB = f"[{''.join(sorted(NO_SUBJECT | set('发满备助规管劝派收')))}]"
"""The first character of what is no subject."""
NAMED = (
    "(?:问题|整改|隐患|风险)(?:台账|清单)|助[餐老浴]点"
    "|(?:防[汛火疫护]|消防|救[灾援]|应急|抢险)[物设装队工通器包车]|[\u4e00-\u9fff]{2,3}员(?![会工])"
)
"""What begins like a verb and is a subject."""
STATES = (
    "(?:全部|全都|统统)[\u4e00-\u9fff]{2,4}|全覆盖|(?:月月|天天|周周|夜夜|户户|处处)[\u4e00-\u9fff]{2,4}|一(?P<one>[企户厂村河处件校园路桥矿站库点岗栋店班室])一[\u4e00-\u9fff]"
    r"|每[天日周旬月季年](?!一|都)[\u4e00-\u9fff]{2,8}[一两\d]次|(?:再|各)(?:增加|新增|减少|扩大)\d+[\u4e00-\u9fff]{1,4}"
)
"""What is said of a thing that has become so, where a verb that somebody does is due."""
READY = "投运|启用|建成|交付|投用|开通|通车|投产|并网|完工|竣工|见效|上线"
DONE = rf"(?=[^，；]*(?:{MAIN_VERBS}|明确|配备|设立|设置|建起|加装|装上|到位|上岗|一[^，；]一))"
OPENED = late(rf"(?:^|[，：])[^，；：]{{0,8}}?要(?:{MAIN_VERBS}|[\u4e00-\u9fff]{{1,2}})[^；]*$")
"""The first item of a list that 要 opens with a verb."""
OF_ITS_OWN = late(rf"{DONE}{OWN}(?!一)[^，；。]{{3,}}")
"""An item with a counted subject and a verb."""
THING_READY = late(
    rf"(?!{VERB})[\u4e00-\u9fff]{{2,12}}?(?<![要须])(?:再|各|共)(?:增加|新增|减少|扩大)\d+[\u4e00-\u9fff]{{1,4}}(?=，)|(?!.{{0,6}}要)[\u4e00-\u9fff〓“”]{{2,12}}\d{{1,2}}月(?:底|初|中旬|\d{{1,2}}日)?前?(?:{READY})"
)
"""An item that tells a thing and when it is ready."""
DEMANDED = late(rf"(?:^|(?<=[，：；。]))[^，；：。]{{0,16}}?要(?={VERB})[^，；：。！？]{{4,}}[^；：。！？]*$")
"""The beginning of a sentence that 要 opens with a verb."""
SWITCHED = late(
    rf"(?<=[，、])(?P<clause>(?!(?!{NAMED}){VERB})(?!其中|同时|尤其|特别|各自|每|[而且但他她我你咱谁这那此]|并且|结果|大家|全家|所以|因此)[\u4e00-\u9fff]{{2,12}}?(?<![要都须得的])(?:{STATES}))(?=(?P<mark>[，；。])(?P<next>[\u4e00-\u9fff]?))"
)
"""A clause with a subject, and what comes behind it."""
UNEVEN = N_("the list is opened by 要 with a verb, and this item has a subject of its own: {text}")
EVENED = N_("give every item a verb, or end the sentence before it")


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


def _switched(reading: Reading, options: Options) -> Iterator[Fault]:
    """Clauses with a subject of their own between clauses that 要 rules."""
    for piece in reading.sentences:
        if "要" not in piece.text:
            continue
        for found in SWITCHED.finditer(piece.text):
            first = piece.text[: found.start() - 1].rpartition("；")[2]
            goes_on = found["mark"] == "，" and re.match(VERB, found["next"] or "")
            clauses = re.split("[，、；]", first)
            led = re.match(rf"要?{VERB}", clauses[-1]) or DEMANDED.fullmatch(clauses[-1])
            if goes_on and led and DEMANDED.search(first):
                yield within(piece, found, "clause")


def _list(reading: Reading, options: Options) -> Iterator[Fault]:
    yield from _uneven(reading, OF_ITS_OWN)


def _ready(reading: Reading, options: Options) -> Iterator[Fault]:
    return _uneven(
        reading,
        THING_READY,
    )


RULES = family(
    __doc__,
    {
        "seam-list": Way(_list, UNEVEN, EVENED, "error"),
        "seam-list2": Way(_ready, UNEVEN, EVENED, "error"),
        "seam-switch": Way(
            _switched,
            N_("among clauses that 要 rules, this one has a subject of its own: {text}"),
            N_("put 让, 把 or 做到 before it, or end the sentence with it"),
        ),
    },
)
