"""Quantities in Chinese text: number, unit and what is counted; years, names and figures of speech are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from drafter.language.late import late
from drafter.language.zh_numbers import exact, number, original, squeezed

UNITS = {
    "公里": "公里 千米 km KM Km",
    "里": "华里",
    "米": "米",
    "平方米": "平方米 平米 ㎡ m²",
    "平方公里": "平方公里 平方千米",
    "立方米": "立方米 方 立方 m³",
    "亩": "亩",
    "公顷": "公顷",
    "吨": "吨",
    "公斤": "公斤 千克",
    "斤": "斤",
    "元": "元 块钱",
    "美元": "美元",
    "户": "户",
    "家": "家",
    "处": "处",
    "个": "个",
    "人": "人 名 位",
    "人次": "人次 人（次） 人(次)",
    "件": "件",
    "起": "起",
    "项": "项",
    "条": "条",
    "座": "座",
    "所": "所",
    "栋": "栋 幢",
    "台": "台 台套 台（套） 台(套)",
    "辆": "辆",
    "部": "部",
    "套": "套",
    "间": "间",
    "层": "层",
    "棵": "棵 株",
    "头": "头",
    "只": "只",
    "张": "张",
    "份": "份",
    "本": "本",
    "盏": "盏",
    "块": "块",
    "段": "段",
    "口": "口",
    "眼": "眼",
    "宗": "宗",
    "笔": "笔",
    "批": "批",
    "次": "次",
    "场": "场",
    "轮": "轮",
    "支": "支",
    "艘": "艘",
    "班": "班",
    "例": "例",
    "组": "组",
    "排": "排",
    "片": "片",
    "趟": "趟",
    "单": "单",
    "平方": "平方",
    "个百分点": "个百分点 百分点 个点",
    "%": "%",
    "‰": "‰",
    "倍": "倍",
    "小时": "小时 个小时 钟头 个钟头",
    "分钟": "分钟",
    "千瓦时": "千瓦时 度电",
    "千瓦": "千瓦",
    "兆瓦": "兆瓦",
    "吨/日": "吨/日 吨/天",
    "立方米/日": "立方米/日 立方米/天 立方/日",
    "毫克/升": "毫克/升",
}
"""Every unit, and how it is typed."""
TIMES = "亩 户 家 件 条 座 所 台 辆 部 头 只 批 场 艘 班 片 架 车 处".split()
"""Units that are counted by the time, too: 3000辆次."""
UNIT_OF = {spelling: unit for unit, spellings in UNITS.items() for spelling in spellings.split()} | {
    spelling: f"{unit}次" for unit in TIMES for spelling in (f"{unit}次", f"{unit}（次）", f"{unit}(次)")
}
SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
COMPOUNDS = tuple(
    """
    部门 部分 部位 部队 部署 部长 家庭 家长 家电 家园 户籍 户外 户厕 户口 处理 处置 处罚 处级 人民 人员
    人大 人工 人居 人均 名单 名称 名录 位置 位数 件套 项目 条例 条件 条块 座谈 所有 所属 台账 台阶 台风
    套路 套取 间隔 间接 层面 层级 层次 头部 头顶 张贴 份额 本地 本级 块状 段落 口径 口岸 批复 批准 批评
    次要 次生 场所 场地 场馆 轮训 轮流 期间 期限 支付 支持 支出 支部 例会 组织 组团 组成 排查 排放 排水
    排污 片区 单位 单元 单独 班子 班组 班长 起草 起步 起诉 起来 方案 方面 方式 方向 方法 米字 只有 只能
    只要 笔记 笔试 元旦 位一体 轮车 轮驱动 班倒 支一扶 部曲 件套 口之家 口子 里程 里面 度假 眼科 倍增 家属 家校 项以
    """.split()
)
"""Words that begin like a unit behind a numeral."""
SLOGANS = "一|月|季度|星期|工作日|礼拜|全面|确保|一律|维护|意识|自信|坚决|必须|不|清单|方面|层面|环节|阶段|责任|到位|文明|关键|规定动作"
"""What a number of 个 stands before that nobody counts."""
FIGURE = r"\d{1,3}(?:,\d{3}){1,4}(?![\d,])(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?(?!\d)"
NUMERAL = "[一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]{0,12}"
TYPED = f"(?<![\\d.A-Za-z±/])(?<!\\d[，, ])(?:{FIGURE})"
SPOKEN = (
    f"(?<![第±零一二两三四五六七八九十百千万亿几数\\d])(?<![一二三四五六七八九十百千万]点)"
    f"(?:{NUMERAL}(?:点[零一二三四五六七八九]{{1,6}})?)"
)
TO = "(?:至|到|—{1,2}|–|-|~|～|－)"
UNIT = "|".join(sorted(map(re.escape, UNIT_OF), key=len, reverse=True)).replace("个点", "个点(?![\u4e00-\u9fff])")
UNIT = UNIT.replace("次|", "次(?![品干要高生])|")
SCALE = "万亿|百万|千万|[百万亿]|千(?![米瓦克伏])"
BEFORE = "不到|不足|不少于|不低于|不超过|不高于|不多于|超过|高于|低于|多于|少于|超|近|将近|接近|约|大约|大概|至少|最少|最多|至多|上下|达到"
AFTER = "以上|以下|以内|左右|上下|多|余"
COUNT = late(
    rf"(?P<low>{TYPED}|{SPOKEN})(?:(?P<lowscale>{SCALE})?(?:(?P<lowunit>{UNIT})(?:(?<=%)|(?!到)))?{TO}(?P<high>{FIGURE}|{NUMERAL}))?"
    rf"(?P<some>[多余来几])?(?P<scale>{SCALE})?(?P<more>[多余])?(?P<unit>{UNIT})?(?P<after>{AFTER})?"
)
SHARE = late(
    rf"(?P<whole>百|千|{NUMERAL})分之(?P<part>\d{{1,3}}(?:\.\d{{1,6}})?|{NUMERAL}(?:点[零一二三四五六七八九]{{1,6}})?)(?P<after>{AFTER})?"
    rf"|(?<![第零一二两三四五六七八九十百千\d])(?P<tenths>[一二两三四五六七八九]|[1-9](?!\d))成(?P<half>半|[一二三四五六七八九](?=[多的以左]|[^\u4e00-\u9fff]|$))?(?P<more>多|以上|以下|左右)?(?![立为果效员功本绩就都员品熟长交人形分一二三四五六七八九])"
)
OF_TIME = late("(?P<unit>个月|[天年周岁])")
"""Units of what is no quantity to reckon with."""
LEADING, TRAILING = late(f"(?:{BEFORE})"), late("(?:以[上下内]|左右|上下)$")
BEFORE_IT = late(f"(?:{BEFORE})$")
ORDINAL = late(r"(?:第|[〔\[（(]20\d\d[〕\]）)]|[ⅠⅡⅢⅣⅤⅥNo.#＃/]|编号|周|星期|热线|电话)$")
PER = late("[/／每][\u4e00-\u9fffa-z]")
"""What makes a unit another one: 120元/吨."""
RANKED = late("[前后]|倒数")
"""What makes a place of a number of names: 前三名."""
ONE = frozenset("家 座 所 栋 台 名 亩 公里 元 倍".split())
"""Units that 一 counts; with the others it is mostly a turn of speech: 一批, 一次, 一件件."""
STOPS = (
    "的已要将全都均还正在未没不有是为由被把和与及等也需必各进完逐共中按每从到至内外上下前后须应"
    "能可会经因约超近达占分于对给让使又再先就"
)
"""Characters that end what is counted."""
THINGS = tuple(
    """
    口 路 村 户 厂 站 库 楼 校 园 点 线 桥 人 员 企业 小区 项目 问题 隐患 学校 乡镇 街道 社区 河 湖
    水库 工地 市场 单位 部门 家庭 群众 干部 党员 职工 学生 教师 孩子 老人 居民 业主 住户 农户 商户 用户
    店 铺 棚 房 场 场所 车 船 井 塔 泵 池 坝 闸 段 断面 案件 事项 线索 纠纷 积案 信访件 任务 指标
    岗位 床位 车位 泊位 学位 班 平台 系统 设备 装置 机组 管道 管网 渠道 基地 中心 园区 片区 景区 公司
    地块 矿 矿山 尾矿库 电梯 充电桩 报警器 摄像头 路灯 公厕 厕所 食堂 合作社 大户 村庄 县 区 镇 乡 市 组
    队 网格 窗口 桩 灯 树 违建
    """.split()
)
THING = late(
    f"(?:(?![{STOPS}])[\u4e00-\u9fff]){{0,4}}?(?:{'|'.join(sorted(THINGS, key=len, reverse=True))})(?=$|[^\u4e00-\u9fff“《（(]|[{STOPS}])"
)


class Quantity(Struct, frozen=True):
    """A number of something."""

    number: int | Fraction
    """How many, 万 and 亿 multiplied in; of a range the lower."""
    unit: str = ""
    """The unit as it is always named, or nothing: 3.6亿, 三分之一."""
    noun: str = ""
    """What is counted, where that is sure."""
    about: str = ""
    """不到, 超过, 近, 约, 以上, 多: the writer's word for how exact it is."""
    words: str = ""
    """The quantity as it was written, without what is counted."""
    span: tuple[int, int] = (0, 0)
    """Where those words stand."""
    most: int | Fraction | None = None
    """Of a range the upper number."""


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text, in its order."""
    plain, places = squeezed(text)
    found = [*_shares(plain), *_counts(plain)]
    done: list[Quantity] = []
    for one in sorted(found, key=lambda one: one.span[0]):
        start, end = original(places, *one.span)
        if not done or start >= done[-1].span[1]:
            done.append(replace(one, words=text[start:end], span=(start, end)))
    return tuple(done)


def counts(text: str) -> Iterator[tuple[int, int]]:
    """Where the quantities stand, without the words that say how exact they are: 25家 of 不少于25家以上."""
    for one in quantities(text):
        start, end = one.span
        if one.number == 1 and not one.words[0].isdigit():
            continue  # 一家 is mostly a turn of speech
        lead, tail = LEADING.match(one.words), TRAILING.search(one.words)
        yield start + (lead.end() if lead else 0), end - (len(tail[0]) if tail else 0)


def ranges(text: str) -> Iterator[tuple[int, int]]:
    """Where the quantities stand that go from one figure to another, without 约 and 左右: 30至50公里."""
    plain, places = squeezed(text)
    for match in COUNT.finditer(plain):
        if match["high"] and (unit := OF_TIME.match(plain, match.end()) if not match["unit"] else match):
            yield original(places, match.start(), unit.end("unit"))


def _shares(plain: str) -> Iterator[Quantity]:
    """三分之一, 百分之三十, 六成多."""
    for match in SHARE.finditer(plain):
        if match["tenths"]:
            share, unit = (
                (number(match["tenths"]) or 0) * 10 + (number(match["half"]) or 5 if match["half"] else 0),
                "%",
            )
        else:
            whole, part = number(match["whole"]) or {"百": 100, "千": 1000}.get(match["whole"]), number(match["part"])
            if not whole or part is None:
                continue
            unit = {100: "%", 1000: "‰"}.get(int(whole), "")
            share = part if unit else exact(Fraction(part) / whole)
        yield _quantity(plain, match, share, unit, [match["after"] or match["more"] or ""])


def _counts(plain: str) -> Iterator[Quantity]:
    """12,000户, 3.6亿元, 三至五家, 30多处."""
    for match in COUNT.finditer(plain):
        low, unit = number(match["low"]), UNIT_OF.get(match["unit"] or "", "")
        if low is None or not _is_count(plain, match, unit):
            continue
        size = SCALES[match["scale"] or ""]
        high = number(match["high"]) if match["high"] else None
        if match["high"] and (high is None or high < low or UNIT_OF.get(match["lowunit"] or "", unit) != unit):
            continue
        about = [word for word in (match["some"], match["more"], match["after"]) if word]
        lower = low * (SCALES[match["lowscale"]] if match["lowscale"] else size)
        yield _quantity(plain, match, lower, unit, about, high * size if high is not None else None)


def _is_count(plain: str, match: re.Match[str], unit: str) -> bool:
    """Whether a number and what follows it count something, and are no year, name or turn of speech."""
    start, end = match.span()
    if not match["unit"]:
        typed, big = match["low"][0].isdigit(), match["scale"] in ("万", "亿", "万亿", "千万", "百万")
        return typed and big and not ORDINAL.search(plain[max(0, start - 6) : start])
    if ORDINAL.search(plain[max(0, start - 6) : start]) or plain.startswith(COMPOUNDS, match.start("unit")):
        return False
    if match["unit"] in ("名", "位", "批") and RANKED.search(plain[max(0, start - 2) : start]):
        return False
    if match["unit"] == "方" and not match["low"][0].isdigit():
        return False
    if plain.startswith("式", end) or (match["low"] == "二" and not match["high"]):
        return False  # 三段式, 二次供水
    if unit == "个" and re.match(SLOGANS, plain[end : end + 4]):
        return False
    if match["low"] == "一" and not match["high"] and (unit not in ONE or plain[end : end + 1] == "一"):
        return False
    return not ((unit == "小时" and match["low"] == "24") or PER.match(plain, end))


def _quantity(
    plain: str,
    match: re.Match[str],
    value: int | Fraction,
    unit: str,
    about: list[str],
    most: int | Fraction | None = None,
) -> Quantity:
    start, end = match.span()
    if before := BEFORE_IT.search(plain[max(0, start - 4) : start]):
        start -= len(before[0])
        about = [before[0], *about]
    noun = _noun(plain, end) if unit and unit not in ("%", "倍", "元") else ""
    upper = exact(Fraction(most)) if most is not None else None
    return Quantity(
        exact(Fraction(value)), unit, noun, about[0] if about else "", plain[start:end], (start, end), upper
    )


def _noun(plain: str, at: int) -> str:
    """What stands behind a unit, if it is a known thing to its last character."""
    found = THING.match(plain[at : at + 12])
    return found[0] if found else ""
