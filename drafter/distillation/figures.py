"""What a person would call a figure, told from its unit and the nouns beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from drafter.distillation.kinds import COUNTED, FIGURE, HAN, UNITS

MEASURES = (
    ("面积", "平方公里|平方米|万?亩|公顷"),
    ("长度", "公里|千米|[毫厘]?米"),
    ("金额", "[万亿千]?元"),
    ("", "个百分点|[%％‰成倍]"),
    ("人数", "[万亿]?人|名|位"),
    ("人次", "万?人次"),
    ("天数", "天"),
    ("月数", "个月"),
    ("周数", "周"),
    ("时长", "小时|分钟"),
    ("年数", "年|周年"),
    ("吨数", "[万亿]?吨|公斤|千克|[万亿]?斤"),
    ("水量", "[万亿]?立方米"),
    ("温度", "度|摄氏度"),
    ("分值", "分"),
    ("数量", "[万亿]|个|种|类|批|本|只|头|例"),
    ("户数", "万?户"),
    ("次数", "万?次"),
)
"""What a figure with a unit is called where nothing better is found; `数` after other units: 项数, 处数."""
ALONE = {"个": "数量", "家": "单位数", "支": "队伍数", "所": "学校数", "份": "份数", "张": "张数", "口": "人口"}
CHANGES = (
    (re.compile("(?:增长|增加|上升|提高|提升|增幅为?)(?:了|近|约)?$"), "增幅"),
    (re.compile("(?:下降|减少|降低|压减|再减|降幅为?)(?:了|近|约)?$"), "降幅"),
    (re.compile("占(?:比|到|了)?$|比重(?:为|达)?$"), "占比"),
)
"""What a share is called by the word before it."""
VERBS = (
    "完成|新建|改造|改建|扩建|整治|封堵|建成|实现|达到|超过|累计|总计|共有|共计|总共|安排|投入|拿出|增加|减少|提高|降低|下降|增长|清理|治理|修复|拆除|关停|推广|培训|"
    "发放|争取|落实|组织|开展|新增|引进|签约|办理|化解|查处|整改|排查|建设|检查|发现|受理|出动|转移|储备|铺设|疏浚|种植|带动|帮助|覆盖|服务|解决|改善|受到|荣获|获得|实施|"
    "涉及|形成|创建|评选|选派|招录|走访|摸排|清除|取缔|兑现|减免|支付|募集|惠及|保障|优化|压缩|缩短|办结|立案|处置|收缴|拨付|筹措|列支|消除|销号|验收|划定|设置|设立|配备|"
    "开工|投产|竣工|通车|交付|分配|下达|保持|稳定在|控制在|突破|高于|低于|不少于|不低于|不超过|至少|接待|举办|召开|承办|到位|摸清|加固|更换|维修|巡查|巡河|吸引|吸纳|安置|"
    "抓好|引导|推动|帮助|围绕|盯住|查清|检测|规范|聘请|核查|纳入|补齐|住着|打通|恢复|给予|截住|备足|发展|迁入|推进|加强|装齐|安装|搬迁|退出|联系|更新|"
    "表彰|奖励|命名|授予|通报|问责|处理|约谈|移交|追究|曝光"
)
DOING = re.compile(f"(?:{VERBS})+")
VERB = re.compile(f"(?=({VERBS}))")
"""Where one begins; compiled once, as a pattern for every noun takes longer than all else."""
SMALL = re.compile("[为从到由在的了是至和与及对把将要已还又再其等就被让使按每都也我你他们这那]|各(?!类|级)")
WHEN = re.compile(
    "^(?:[一二][九〇][〇一二三四五六七八九]{2}年|以[上下内]|去年|今年|上年|明年|近年来|目前|当前|全[年市县区省镇]|上半年|下半年|一季度|现有|现在|其中|同比|环比|年均|平均|人均|"
    "月[底初末]|日前|汛期|[共另近约仅剩有只月日年])+"
)
QUALIFIERS = re.compile("去年|今年|上年|明年|上半年|下半年|一季度|前三季度|新增|累计|目标|目前|计划")
ENDS = re.compile(
    "(?<!级)以上|了|致以|以下|以内|左右|增加|减少|提高|下降|缩短|的|和|与|及|等|在|要|由|为|已|被|全部|都|将|把|进行|中|内|里|得到|是|未|没|还|也|就|有|均|正|尚|仍|这|那|我|必须|应|可|能|不|因|一到|反复|带病|先|再|各|"
    "每|拟|逐|共|封了|平均|完成|建成|验收|达到|实现|受到|参加|参与|获得|荣获|超标|达标|投入|开工|投产|竣工|通车|签约|落地|分|装齐|配套|实行|埋设|加装|试点|轮训|运行|联网|停产|\\d"
)
REACHES = re.compile(
    "(?:约|近|同比|环比|[比较]上年|[比较]去年|仍|平均|超过?|(?:提高|上升|增加|下降|降低|缩短|提升|减少|增长)?(?:达到?|至|到)|共计?|为|只?有|仅|了|不少于|不低于|不超过|突破|完成|控制在|保持在|稳定在|高于|低于|再|各|数|由)+$"
)
"""Words between a noun and its figure."""
PLAIN_NOUNS = ("能力", "规模", "水平", "任务", "投资", "资金", "面积", "总数", "总量", "收入", "补助", "产值")
"""Nouns that say little without the word before them."""
NO_NOUNS = ("必须", "应当", "主要", "大约", "总共", "一般", "最迟", "原则上", "力争")
PEOPLE = re.compile(
    "(?:群众|居民|村民|乡亲|干部|党员|职工|学生|师生|农民|市民|游客|人口|人员|代表|教师|企业家|志愿者)$"
)
CLAUSES = re.compile("[，。；：、！？]")
LONGEST, LONGEST_AFTER = 10, 6
"""Characters of a noun in a name."""


def figure(text: str, start: int, end: int) -> str:
    """A name for a figure with its unit."""
    unit = re.search(f"(?:{UNITS})$", text[start:end])
    measure = unit[0] if unit else "%" if "百分" in text[start:end] else "个"
    before = text[max(0, start - 16) : start]
    if measure in ("%", "％", "‰", "个百分点", "成", "倍"):
        for pattern, change in CHANGES:
            if found := pattern.search(before):
                return (noun_before(before[: found.start()]) or _grown(text[:start])) + change
        noun = noun_before(before)
        return noun if noun.endswith(("率", "比例", "比重", "覆盖面")) else f"{noun}比例" if noun else "比例"
    kind = next((name for name, units in MEASURES if re.fullmatch(units, measure)), "")
    kind = kind or next((name for name, units in MEASURES if re.fullmatch(units, measure.lstrip("万亿千"))), "")
    kind = kind or measure.lstrip("万亿千") + "数"
    if measure in ("名", "位") and text[:start].endswith("第"):
        return "排名"
    if kind in ("年数", "天数", "月数", "周数", "时长"):
        return kind
    noun = noun_before(before) if kind in ("面积", "长度", "金额", "吨数", "水量", "分值") else ""
    noun = noun or noun_after(text[end : end + 12]) or noun_before(before)
    if not noun:
        return ALONE.get(measure, kind)
    if PEOPLE.search(noun):
        return noun if noun.endswith("人口") else f"{noun}人数"
    if noun.endswith(("能力", "总量", "规模")):
        return noun
    if kind == "金额":
        return (
            noun
            if noun.endswith(("资金", "值", "额", "收入", "总量", "利润", "税收", "财政", "支出"))
            else f"{noun}额"
            if noun.endswith("投资")
            else f"{noun}金额"
        )
    if kind in ("长度", "面积", "分值", "水量", "吨数", "人数", "人次", "户数"):
        return noun if noun.endswith(kind[-1]) else noun + kind
    return noun if noun.endswith(("量", "数", "总数")) else f"{noun}数"


def _grown(before: str) -> str:
    """What grows: the noun whose figure ends the clause before; empty if that clause does not end in one."""
    clauses = CLAUSES.split(before)
    figures = list(FIGURE.finditer(clauses[-2])) if len(clauses) > 1 else []
    if not figures or figures[-1].end() < len(clauses[-2]):
        return ""
    noun = noun_before(clauses[-2][: figures[-1].start()])
    return "" if noun.endswith(("率", "增幅")) else noun


def amount(values: Sequence[str]) -> str:
    """A name for figures of different things."""
    alone = {figure(value, 0, len(value)) for value in values}
    return alone.pop() if len(alone) == 1 else "数量"


def more_exactly(name: str, text: str, start: int, end: int) -> Iterator[str]:
    """Other names for a figure whose first one is taken: with the verb before the noun, or the time that the sentence tells."""
    if not re.search("数|量|长度|面积|额|资金|比例|率|占比|幅$", name):
        return
    before, after = CLAUSES.split(text[:start])[-1], CLAUSES.split(text[end:])[0]
    noun = re.sub("(?:数|量|长度|面积|额|金额)$", "", name)
    about = f"{before}\n{after}"
    verbs = (found[1] for found in VERB.finditer(about) if about.startswith(noun, found.end(1))) if noun else ()
    yield from (verb + name for verb in islice(verbs, 1))
    sentence = re.split("[。；！？]", text[:start])[-1]
    for word in reversed(QUALIFIERS.findall(sentence)):
        if not name.startswith(word):
            yield word + name


def noun_before(text: str) -> str:
    """The noun that ends a text, verbs before it left out; empty if none is seen."""
    run = re.search(f"[{HAN}〇]*$", text)
    words = REACHES.sub("", run[0] if run else "")
    if not words or SMALL.match(words[-1]):
        return ""
    noun = WHEN.sub("", SMALL.split(WHEN.sub("", words))[-1])
    bare = DOING.sub("|", noun).split("|")[-1]
    if bare.endswith(NO_NOUNS):
        return ""
    if bare in PLAIN_NOUNS:
        return re.sub("^[建设]", "", noun)[-LONGEST:]
    if len(bare) < 2:
        return noun[-LONGEST:] if noun.endswith("率") else ""
    return bare if len(bare) <= LONGEST else ""


def noun_after(text: str) -> str:
    """The noun with which a text begins; empty if none is seen."""
    run = re.match(f"[{HAN}]*", text)
    piece = ENDS.split(run[0] if run else "")[0]
    if piece.endswith(("性", "级")):
        return ""
    return piece if 2 <= len(piece) <= LONGEST_AFTER or piece in tuple("村镇乡县河湖路桥") else ""


def unit_of(words: str) -> str:
    """The measure word that stays in the sentence when only the figure is asked for; empty if it goes with the figure."""
    found = FIGURE.fullmatch(words)
    if not found or not found["number"] or found["more"]:
        return ""
    return found["unit"] if found["unit"] in COUNTED or found["unit"] in ("%", "％", "‰", "个百分点") else ""
