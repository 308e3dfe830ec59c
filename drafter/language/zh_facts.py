"""Facts in Chinese as their writers type them: their form, their core, what is acted on, the body they begin with."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date
from typing import Literal

from msgspec import Struct

from drafter.language.zh_deadlines import deadlines, marked_times, time_at
from drafter.language.zh_quantities import quantities

Verbs = Container[str]
"""Verbs that are known; the longest that a text begins with counts."""
Form = Literal["动宾", "时限+动宾", "分句", "名词", "的字", ""]
State = Literal["拟", "正在", "已", ""]
LONGEST_VERB = 5
LONGEST_THING = 7
MOST_CLAUSES = 6
"""Clauses of a fact that are looked at."""
MARKS = "，。；！？、,;：:（）()\n"
CLAUSE = re.compile(r"[，。；！？,;\n]")
ADVERBS = tuple(
    """
    拟 拟于 计划 将 要 已 已经 正在 力争 争取 确保 务必 必须 需要 需 应 应当 准备 打算 着手 继续 持续
    进一步 全面 全部 全力 全域 全市 全县 集中 统一 逐步 逐户 逐一 逐个 分批 分类 分期 分片 抓紧 尽快 尽早
    加快 率先 先 再 新 又 还 共 累计 陆续 提前 重点 优先 同步 基本 切实 坚决 依法 从严 严格 大力 积极
    稳步 稳妥 深入 扎实 认真 定期 不定期 每月 每季度 每年 每周 至少 一律 一次性 着力 不断 充分 普遍 统筹
    联合
    """.split()
)
BY_LENGTH = tuple(sorted(ADVERBS, key=len, reverse=True))
"""What may stand before a verb that a fact begins with."""
PIVOTS = frozenset(
    "推动 促进 确保 督促 组织 要求 引导 鼓励 支持 帮助 协调 指导 监督 保障 保证 实现 力争 争取 推进".split()
)
"""Verbs that take a whole clause: 推动账目公开."""
LIGHT = frozenset("完成 开展 推进 实施 启动 推动 实现 进行 加强 促进 落实 做好 抓好 组织".split())
"""Verbs whose object is an action more often than a thing."""
RESULTS = "完好到掉出上走齐开通成清满够足住稳实细准"
SINGLE = {
    word[0]: word[1:]
    for word in """
    修路桥渠坝堤管站 建库站厂房桥校池棚场 拆墙房棚违 种树草 栽树 挖沟渠塘 换管线灯表泵芯 清淤障违垃 装灯表泵
    招人商工 筹钱款资 发证钱款 办证 查处漏 关停闭 补种植栽缺齐 铺管路设 通水气电车
    """.split()
}
"""Verbs of one character, and the characters that show them to be that and no part of a noun."""
NOMINAL = tuple(
    """
    的 率 组 队 员 者 费 量 机 期 力 面 难 慢 方案 情况 结果 措施 办法 进度 任务 单位 人员 部门 资金
    工作 标准 责任 台账 清单 计划 行动 现场 公司 同比 环比 下降 上升 增长 不 要 已 未 是 有 没 仍 还
    主要 较 偏 滞后 缓慢
    """.split()
)
"""What, right behind a verb, shows that it names something there: 整改率, 投诉下降."""
PREDICATE = re.compile(
    r"负责|牵头|[还只仍共]有|(?<![国所私公稀富拥占])有(?![效限机序关色利害奖偿毒])|没有|尚未|(?<![不得])是(?!否)|正在|已经?(?!有的)|"
    r"下降|增长|上升|减少|增加|翻[一两]?番|超过|低于|高于|达到|达标率?达|全部|一律|必须|均|由.{1,8}为|不(?!锈|动产|良|合格|达标|规范)|"
    r"要(?![点素道件闻])|把|被|仍|未(?!成年|来)|力争|力求|审定|同意|采取|通报|提出|"
    rf"[装拆修建换清查搬摸做办配补抓管守][{RESULTS}]|[建装修换拆清办管查收用发配补完搬改]了|完成|[各每].{{1,6}}(?:一[段遍次人名个]|两)"
)
"""What makes a clause of the words before it."""
NAMES = re.compile(
    "(?:改造|建设|工程|项目|工作|行动|机制|体系|制度|问题|整治|治理|管理|服务|保障|提升|改革|试点|活动|平台|中心|方案|办法|规划|清单|隐患|短板|任务|目标|责任)$"
)
"""How a fact that is only a name ends."""
BODIES: tuple[tuple[str, str], ...] = (
    ("企业", "有限公司 公司 集团 企业 银行 合作社 商会"),
    (
        "部门",
        "管理局 局 委员会 委办 委 指挥部 办公室 中心 支队 大队 法院 检察院 宣传部 组织部 统战部 政法委 安委办 厅 办 专班 科 处",
    ),
    ("属地", "街道办 街道 镇街 乡镇 县区 县市区 区县 开发区 高新区 经开区 管委会 社区 乡 镇 县 区 市 村"),
)
"""Kinds of bodies, and how their names end; the longest ending tells."""
KIND_OF = {ending: kind for kind, endings in BODIES for ending in endings.split()}
NO_BODY = re.compile(
    "(?:[小片城校景园矿山库灾林辖地厂郊老湿学市禁海]区|[都超夜菜城]市|[住]处|[处到四各多好用益长短难深]处|[内本学百理文工]科|[农全本]村|[举承主开协包督]办|[书信]任委)$"
)
"""Words that end like a body and are none."""
BEHIND_BODY = re.compile(
    r"$|[，、：,（(\d和与及同]|负责|牵头|会同|联合|配合|承办|主办|主抓|组织|开展|完成|制定|出台|建立|落实|督促|指导|协调|推进|实行|承担|包抓|要|将|已|正在|拟|对|把|按|在|每|各|都|均|也|未|没|全部|逐|年底|年内|月底|"
    r"[一二两三四五六七八九十]+(?:个?月|年|天|季度)|[今明]年|汛|上半年|下半年"
)
BEFORE_BODY = 16
"""Characters within which a body ends."""
PLANNED = re.compile(
    r"(?:^|[，；。、])计划(?!生育|单列|外|内|书)|(?<![年度订定施项划生])计划(?=[于在到用从今明后投新改建完引培启开\d])|(?<![模虚比草])拟(?!定|合|态|人|声)|打算|准备(?!金)|(?<![即])将(?!军|近|士|领|来)|即将|力争|预计"
)
GOING_ON = re.compile("正在|正(?=[抓加组推施建开进])|在建(?!议)")
FINISHED = re.compile(r"(?<!不得)(?<!而)(?<!早)已(?!知|婚|故)|了(?=$|[，。；！\d一二两三四五六七八九十]|方案)|业已")
NEGATED = re.compile("未|没有|没(?!收)|不")
REMAINS = re.compile(r"[的、和与及至到或]")
HANGING = re.compile(r"(?:[为是至到于的、和与及或者]|期限|时限|时间|节点|要求|截止|之前|自|从|（|\()$")


HOLE = "\0"
"""What stands for a deadline that was cut out."""
ONLY_DONE = re.compile(
    f"{HOLE}(?:全部|全面|力争|争取|确保|要|基本){{0,3}}(?:完成|建成|完工|竣工|到位|结束|收尾|做完)?(?:到位)?"
)
"""A clause that says no more than a deadline and that it is kept."""


class Body(Struct, frozen=True):
    """The body that a fact begins with."""

    name: str
    """As it is written."""
    kind: str
    """属地, 部门 or 企业."""


def verb_at(text: str, verbs: Verbs, at: int = 0) -> str:
    """The longest verb that stands at a place; one of one character only where the next shows that it is one."""
    for size in range(LONGEST_VERB, 1, -1):
        if len(word := text[at : at + size]) == size and word in verbs:
            return word
    first, second = text[at : at + 1], text[at + 1 : at + 2]
    if second and second in SINGLE.get(first, ""):
        return first
    if first and first in verbs and (second.isdigit() or (second and second in RESULTS + "一二两三四五六七八九十了")):
        return first + second if second in RESULTS else first
    return ""


def form(text: str, verbs: Verbs) -> Form:
    """What a fact is made of, so that a sentence can take it; nothing when that is not sure."""
    text = text.strip().rstrip("。；，、！")
    if not text:
        return ""
    if text.endswith("的") and not text.endswith("目的") and not CLAUSE.search(text):
        return "的字"
    start = _time(text)
    rest = text[start:]
    if _verb(rest, verbs):
        return "时限+动宾" if start else "动宾"
    first = CLAUSE.split(rest, maxsplit=1)[0]
    if PREDICATE.search(text) or _acts(first, verbs) or _timed(first) or body(rest) or _joined(rest, verbs):
        return "分句"
    if not start and len(text) <= 20 and not CLAUSE.search(text) and not re.search(r"\d", text) and NAMES.search(text):
        return "名词"
    return ""


def _time(text: str) -> int:
    """Where the time ends that a fact begins with."""
    end = time_at(text)
    return end + 1 if end and text[end : end + 1] in ("，", ",") else end


def _verb(text: str, verbs: Verbs) -> tuple[int, int] | None:
    """Where the verb stands that a fact begins with, behind adverbs of the closed list."""
    at = 0
    if text[:1] in ("把", "将", "对") and any(verb_at(text, verbs, n) for n in range(2, min(len(text), 24))):
        return 0, 1
    for _ in range(3):
        verb = verb_at(text, verbs, at)
        if verb:
            behind = text[at + len(verb) :]
            named = behind.startswith(NOMINAL) and verb not in PIVOTS
            return None if named or _is_name(verb, behind, verbs) else (at, at + len(verb))
        adverb = next((word for word in BY_LENGTH if text.startswith(word, at)), "")
        if not adverb:
            return None
        at += len(adverb)
    return None


def _is_name(verb: str, behind: str, verbs: Verbs) -> bool:
    """加固改造工程: two verbs and a name, with no number, name a work and do none."""
    return bool(verb_at(behind, verbs) and NAMES.search(behind) and not re.search(r"[\d，；,;]", behind))


def _acts(clause: str, verbs: Verbs) -> bool:
    """Whether a clause has a verb behind other words that nothing can take for a noun: 司机培训一遍."""
    for at in range(1, min(len(clause), 40)):
        if (verb := verb_at(clause, verbs, at)) and clause[at + len(verb) :][:1] in ("了", "一"):
            return True
    return False


def _timed(clause: str) -> bool:
    """Whether a time that is marked as an end stands inside a clause, and what is done by then behind it."""
    return any(end < len(clause) and start > 0 and clause[end] not in "的、和" for start, end in marked_times(clause))


def _joined(text: str, verbs: Verbs) -> bool:
    """Whether a name is followed by a clause that acts: 积案43件，6月底前化解30件."""
    _, *others = CLAUSE.split(text, maxsplit=MOST_CLAUSES)
    return any(_verb(clause[_time(clause) :], verbs) for clause in others if clause)


def core(text: str, today: date | None) -> str:
    """A fact without its deadlines; the whole text where something ungrammatical would be left."""
    spans = [one.span for one in deadlines(text, today) if not one.begins]
    if not spans or HOLE in text or any(_hangs(text, start, end) for start, end in spans):
        return text
    ends = (0, *(end for _, end in spans))
    left = HOLE.join(text[a:b] for a, b in zip(ends, (*(start for start, _ in spans), len(text)), strict=True))
    parts = re.split(r"([，；。,;])", re.sub(f"[（(]{HOLE}[）)]", "", left))
    clauses = list(zip(parts[::2], (*parts[1::2], ""), strict=True))
    kept = [one for one in clauses if not ONLY_DONE.fullmatch(one[0])]
    if not any(words for words, _ in kept):
        kept = [one for one in clauses if one[0] != HOLE]
    core = "".join(words + mark for words, mark in kept).replace(HOLE, "")
    core = core if len(kept) == len(clauses) else core.strip("，；,; ")
    return core if len(core) >= 2 and not HANGING.search(core[-4:]) else text


def _hangs(text: str, start: int, end: int) -> bool:
    """Whether a time cannot go from between its neighbours: 期限为6月底, 6月底的任务."""
    ahead = text[max(0, start - 4) : start]
    return bool(HANGING.search(ahead) and not ahead.endswith(("（", "("))) or bool(REMAINS.match(text, end))


def state(text: str) -> State:
    """Whether a fact is planned, going on or done; nothing where it says none of these, or two."""
    found: list[State] = []
    if PLANNED.search(text):
        found.append("拟")
    if GOING_ON.search(text):
        found.append("正在")
    if FINISHED.search(text) and not NEGATED.search(text):
        found.append("已")
    return found[0] if len(found) == 1 else ""


def thing(text: str, verbs: Verbs) -> str:
    """What is acted on, without number and measure; nothing where that is not sure."""
    rest = text[_time(text) :]
    if rest[:1] in ("把", "对") or not (found := _verb(rest, verbs)):
        return ""
    at = found[1]
    if second := verb_at(rest, verbs, at):
        at += len(second)
    clause = re.split(f"[{MARKS}和与及]", rest[at:], maxsplit=1)[0].removeprefix("了")
    for one in quantities(clause):
        if one.span[0] == 0:
            return _as_thing(clause[one.span[1] :].removeprefix("的"), verbs) if one.unit else ""
        clause = clause[: one.span[0]]
        break
    return _as_thing(clause, verbs)


def _as_thing(words: str, verbs: Verbs) -> str:
    """A short run of plain characters that holds no verb, or nothing."""
    if not 2 <= len(words) <= LONGEST_THING or not re.fullmatch("[\u4e00-\u9fffⅠ-Ⅻ“”]+", words):
        return ""
    if re.search(r"[的到为给由把被在是有至从向对让使了要并]|以[上下]", words) or any(
        verb_at(words, verbs, n) for n in range(len(words))
    ):
        return ""
    return words


def body(text: str) -> Body | None:
    """The body that a text begins with; none where the words behind it do not show that it ends there."""
    text = text.strip()
    found: Body | None = None
    for end in range(2, min(len(text), BEFORE_BODY) + 1):
        name = text[:end]
        if name[-1] in MARKS or name[-1].isdigit() or re.search(r"[和与及会对把]$", name):
            break
        ending = next((name[-n:] for n in (4, 3, 2, 1) if name[-n:] in KIND_OF and len(name) >= n), "")
        if ending and not NO_BODY.search(name) and BEHIND_BODY.match(text, end):
            found = Body(name, KIND_OF[ending])
            break
    return found
