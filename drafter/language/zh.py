"""Chinese: forms, dates, marks and usage."""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from drafter.language.markup import BEHIND, PAIRED
from drafter.language.numerals import DIGITS, HAN_NUMERALS, han, values
from drafter.language.remarks import ASKS, REMARKS
from drafter.language.tongue import Form, Joiner, Mapper, Marks, Titles, Tongue
from drafter.language.usage import Usage
from drafter.language.zh_breath import breaths
from drafter.language.zh_doubts import DOUBTS
from drafter.language.zh_enumerators import SCHEMES
from drafter.language.zh_looks import (
    FINDERS,
    FORMS,
    READINGS,
    SLOT_KINDS,
    dates,
    offered,
    out_of_season,
    part_over,
    reformed,
    summed,
    told,
)
from drafter.language.zh_next_year import NEXT_YEAR
from drafter.language.zh_pointing import BACK, FAR
from drafter.language.zh_slips import SLIPS
from drafter.language.zh_spoken import large_figures

CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def quantity(n: int) -> str:
    """A number before a measure word: two is 两."""
    return "两" if n == 2 else han(n)


def full_date(day: date) -> str:
    """2026年3月1日: arabic, the whole year, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


DATE_IN_WORDS = f"([一二][九〇零○◯OＯ0][{DIGITS}〇○◯OＯ0]{{2}})年([一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})[日号]?"


def figures_of_date(text: str) -> str:
    """二〇二六年二月二十七日 as 2026-2-27; empty for what is no date in words."""
    found = re.fullmatch(DATE_IN_WORDS, text)
    if not found:
        return ""
    year = "".join(str(max(0, DIGITS.find(char))) for char in found[1])
    month, day = (values(HAN_NUMERALS).get(words, 0) for words in (found[2], found[3]))
    return f"{year}-{month}-{day}"


ALIAS = r"（(?:以下)?(?:简称)?[“\"]?([^（）“”\"]+)[”\"]?）[。；，、.;,]*$"


def short_name(text: str) -> str:
    """The short form that a name carries in brackets: 青川市河长制办公室（市河长办） → 市河长办."""
    found = re.search(ALIAS, text)
    return found[1] if found else text


def full_name(text: str) -> str:
    """A name without the short form in brackets."""
    return re.sub(ALIAS, "", text)


PLACES, NUMERALS = "省市县区乡镇村局厅州旗盟", "〇○◯零一二三四五六七八九十百千0-9"
COUNTED = "[年月日万亿千百个项家户名件处条座亩吨元米人]|公里|平方|立方|同志"
"""What a figure or a name is wanted before."""
PLACEHOLDER = rf"""(?x)
      【待[^【】\n]*】
    | (?<!\d) 20 (?: \d?[XxＸｘ×*＊]{{1,2}}(?=年) | (?:\d[Xx]|[Xx]{{2}})(?![A-Za-z0-9]) )
    | (?<![A-Za-z]) [XxＸｘ]{{2,}} (?![A-Za-z0-9]|染色体)
    | (?<![A-Za-z0-9+＋.-]) (?<![A-Za-z][ ]) [XxＸｘ] (?![A-Za-z0-9+＋=-]|[光线轴型形刀系证]|射线|荧光|染色体|档案|波段|坐标)
    | ×{{2,}} | (?!{PAIRED}) {BEHIND} (?<![*＊_＿]) (?:[*＊]{{2,}}|[_＿]{{2,}}) | (?!\A[#]{{2,6}}[ ]) [#＃]{{2,}} | [?？]{{2,}} | [△□]{{2,}}
    | (?<![{NUMERALS}]) [〇○◯]{{2,}} (?![{NUMERALS}])
    | (?<![\s{NUMERALS}]) [×○△] (?=[{PLACES}]|{COUNTED}) (?!.数)
    | \A[×○△]\Z
    | 某某 | 某 (?=[省乡镇厅州旗盟]|市(?![民场]|政(?!府))|县(?!域)|区(?![块域间])|村(?!民)|局(?![部面]))
      (?! (?<=[年月日前后间近外邻]某) . (?!委|政府|工作|.{{0,20}}会议?) )
    | [（(](?:此处|这里|请)[^（）()]{{0,4}}(?:补充|填写|填入|插入|核实|加入)[^（）()]{{0,8}}[）)]
    | （[ \u3000]*） | \([ \u3000]+\)
    | (?<![有尚亟还等期急静留对看招善优接]) 待 (?:补充?|定|核实?|填写?) (?![\u4e00-\u9fff])
    | (?<![A-Za-z]) (?:TODO|TBD) (?![A-Za-z])
    | (?<![A-Za-z0-9第]) [NＮ]{{1,2}} (?=[{PLACES}]|{COUNTED})
    | (?<![A-Za-z0-9]) ([A-Z])\1 (?=[{PLACES}])
    """


def title_words() -> frozenset[str]:
    """Words of official titles."""
    from drafter.language.zh_words import WORDS

    return WORDS


TITLES = Titles(
    words=title_words,
    alone="在对向与和及暨的并为以从等",
    after=("暨", "和", "与", "及", "的", "关于"),
    before=(
        "工作",
        "推进会",
        "动员会",
        "部署会",
        "座谈会",
        "调度会",
        "现场会",
        "总结会",
        "表彰",
        "总河长会议",
        "会议上",
        "大会上",
    ),
    leads=("在", "对", "向", "为", "以", "从"),
    suffixes="会上中下里内外前后性化区市县省镇乡村州局办厅委部级者式版队组班站所院馆厂校处科室人员长类型年月日度次届期业力",
    enclitics="的了们",
    ordinal="第",
    measures="年月日时号％%届次期周岁个名项条亿万千百元人度天场级件家户座吨米点大",
)
NUMBERS = {word: n for n in range(2, 20) for word in (quantity(n), han(n), str(n))}
NUMBER = rf"(?<![第几\d{DIGITS}十])(?P<number>{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
ADVERBS = "进一步|不断|切实|全面|坚决|继续|充分|着力|始终"
USAGE = Usage(
    letters="\u3400-\u9fff“”‘’（）《》【】「」『』",
    pairs=(("(", ")", "（", "）"),),
    doubled=(
        (r"。{3,}", "……"),
        (r"([。，、；：！？])\1+", r"\1"),
        (r"[。，、；：](?=[。，、；：])[。，、；：]", None),
        (r"(?<!目)的的(?!确)", "的"),
        (rf"({ADVERBS})\1", r"\1"),
    ),
    slips=SLIPS,
    promises=(rf"{NUMBER}点(?:意见|要求|建议|想法|看法|希望|体会)",),
    loose_promises=(rf"(?<=[讲谈说提调]){NUMBER}(?:点|个(?:问题|方面|意思|愿望)|件事|句话|层意思|条意见)",),
    numbers=NUMBERS,
    promise="{{ emphases | 汉字 }}",
    clause_ends="，、：；。！？…—“”《》（）",
    longest_clause=32,
    longest_sentence=110,
    heading_tolerance=2,
    anchors=(
        "要",
        "必须",
        "务必",
        "坚持",
        "始终",
        "切实",
        "着力",
        "全力",
        "以",
        "在",
        "把",
        "让",
        "从",
        "用",
        "靠",
        "向",
        "为",
    ),
    verb="[\u3400-\u9fff]{2}",
    shortest_repeat=8,
    pointing=r"(?:这(?!次会|些年|几年|一年|里开)|那(?!么多年|些年|几年)|其中|所以|因此|它)",
    pointing_back=BACK,
    pointing_far=FAR,
    amounts=r"(?<!差)不多(?!于)|很多|只有(?![^。！？；]{0,40}才)|不少(?!于)|寥寥|大多",
    frames=("要", "主要是", "重点是", "任务是"),
    forming=("要", "任务", "形"),
    several=r"一([条项件样桩笔家])一\1|逐[条项件一]|(?<![好十])几[条项件样桩笔家]|([条项件样桩])\2|这些",
    announced=rf"几问|{NUMBER}个问题|后面(?:还)?要讲|前面(?:已经)?说|刚才(?:已经)?说的第",
    subject_words=("河", "岸", "围挡", "工地", "校园", "楼道"),
    common_words=(
        *("审计", "审批", "财政", "报表", "举一反三", "绩效评价", "党员", "街道", "社区", "项目建设", "前期工作"),
        *("作风建设", "形式主义", "基层减负", "投诉举报", "隐患排查"),
    ),
    longest_single=40,
    list_mark="：",
    list_filter="分号",
)

ZH = Tongue(
    next_year=NEXT_YEAR,
    code="zh",
    schemes=SCHEMES,
    space="",
    points=Form("；", "；", end="。"),
    points_long=Form("。", "。", end="。"),
    filters={
        "顿号": Joiner(Form("、", "和", last_taken="以及", rest="等{all}项")),
        "并列": Joiner(Form("、", "、", rest="等{all}项")),
        "逗号": Joiner(Form("，", "，", rest="，另有{left}项")),
        "分号": Joiner(Form("；", "；", rest="；另有{left}项")),
        "分述": Joiner(Form("，", "，", taken="；", rest="，另有{left}项")),
        "汉字": Mapper("number", "text", lambda n: quantity(cast(int, n))),
        "序数": Mapper("number", "text", lambda n: han(cast(int, n))),
        "项数": Mapper("list", "number", lambda items: len(cast(tuple[object, ...], items))),
        "日期": Mapper("date", "text", lambda day: full_date(cast(date, day))),
        "年": Mapper("date", "text", lambda day: f"{cast(date, day).year}年"),
        "简称": Mapper("text", "text", lambda text: short_name(cast(str, text))),
        "全称": Mapper("text", "text", lambda text: full_name(cast(str, text))),
        **FINDERS,
    },
    readings=READINGS,
    remarks=REMARKS,
    document="文件",
    out_of_season=out_of_season,
    remark_asks=ASKS,
    forms=FORMS,
    form_reading="形",
    reformed=reformed,
    offered=offered,
    slot_kinds=SLOT_KINDS,
    part_over=part_over,
    summed=summed,
    doubts=DOUBTS,
    class_reading="类",
    due_reading="期限",
    done=("态", "已"),
    dates=dates,
    told=told,
    date=full_date,
    date_words=figures_of_date,
    gap="【待补充：{}】",
    placeholder=PLACEHOLDER,
    placeholder_signs=frozenset("【XxＸｘ×*＊_＿#＃?？△□〇○◯某（(待Ｎ" + CAPITALS),
    gap_note="请补充：{ask}（待填项“{slot}”，{file} 第 {line} 行）",
    gap_note_without_place="请补充：{ask}（待填项“{slot}”，材料单里还没有这一项）",
    left_note="为合时长，这里略去：{what}",
    figure_note="请核对：{figure}（由材料单推算，见{slots}）",
    brief_words={
        "how": "逐项填写；留空的，缺了讲不成的会在讲话中标出，其余的不说，并列在结果里。填好后运行 drafter draft 加本文件名。",
        "example": "例：{}",
        "at_least": "不少于 {} ",
        "at_most": "不超过 {} ",
        "items": "项",
        "size": "字",
        "value": "",
        "date": "写作 2026-03-18",
        "till": "{}前",
        "number": "只写数字，不写单位",
        "typed": "写作 {}",
        "form": "写成“{}”的样子",
        "form_or": "”或“",
        "flag": "填 是 或 否",
        "choose": "选一个：{}",
        "default": "不填即为“{}”",
        "omit": "可不填",
        "subject": "属于哪一类工作，不写就由各项内容推定",
        "remarks": "事实后面可以用“｜”加附注：{}",
        "remark": "：…",
        "comma": "，",
        "or": "、",
        "brackets": "（）",
    },
    question_ends=("是什么", "是谁", "叫什么"),
    label_cuts="（，。；？?,",
    marks=Marks(
        soft="。；，、：",
        strong="！？…",
        wide={",": "，", ";": "；", ".": "。", "!": "！", "?": "？", ":": "："},
        closing="”’）》」』",
        sentence="。！？…",
        kept=("…，", "…；", "…、", "？！"),
        parted=("》《", "”“"),  # GB/T 15834-2011, 4.5.3.5
        light="、",
        own="。；，、",
        leading="。；，、：,;:",
    ),
    truth={
        "是": True,
        "否": False,
        "有": True,
        "无": False,
        "yes": True,
        "no": False,
        "true": True,
        "false": False,
        "√": True,
        "×": False,
    },
    heading_stop="。",
    heading_colon="：",
    rate=180,
    rates=(160, 200),
    unit="characters",
    breaths=breaths,
    large_figures=large_figures,
    titles=TITLES,
    usage=USAGE,
)
