"""Facts in Chinese as their writers type them: their form, their core, what is acted on, the body they begin with."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date
from typing import Literal

from drafter.language.late import late
from drafter.language.zh_bodies import Body as Body
from drafter.language.zh_bodies import body as body
from drafter.language.zh_dates import marked_times, time_at
from drafter.language.zh_deadlines import deadlines
from drafter.language.zh_quantities import quantities

Verbs = Container[str]
"""Verbs that are known; the longest that a text begins with counts."""
Form = Literal["动宾", "时限+动宾", "分句", "名词", "的字", ""]
State = Literal["拟", "正在", "已", ""]
LONGEST_VERB = 5
LONGEST_THING = 7
MARKS = "，。；！？、,;：:（）()\n"
CLAUSE = late(r"[，。；！？,;\n]")
TURNED = "把对为向与给"
"""What stands before an object that the verb follows: 把…纳入, 对…开展."""
PREPOSITION = late(
    "把|对(?![口接])|为(?!民)|向(?!阳)|与|给(?!水)|由|用(?![户水电地工])|按|沿(?![街江河海线路湖山])|在(?![线建校册岗])|从(?!业)|"
    "同(?![步期])|每[年月季周天日半]|以(?!旧)|将(?!军)|凭|靠|经(?![开营济])|随|就(?!业|地|近)"
)
"""What begins no subject."""
BYGONE = late(
    r"去年|前年|上年|上个?月|20\d\d年(?:度)?$|近?[一二两三四五六七八九十半\d]{1,3}(?:年|个月|天|周)(?!内|以内|之内|.*[前时])"
)
"""Times at the head of a fact that is over."""
LONGEST_NAME = 20
FARTHEST_VERB, FARTHEST_TIME = 24, 60
"""Characters within which a verb or a time is looked for."""
MEASURED = late("(?:率|比例|占比)(?:要|须|应)?(?:不低于|不超过|不少于|稳定|提高|提升|达|为|下降|上升|超过|降|升|保持)")
"""What is said of a figure whose name may begin with a verb: 整改发现问题的整改率不低于98%."""
MOST_ADVERBS = 3
PLAN = late("计划|拟|力争|争取|确保|预计")
"""What may stand before a time at the head of a fact."""
ADVERBS = tuple(
    """
    拟 拟于 计划 将 要 已 已经 正在 力争 争取 确保 务必 必须 需要 需 应 应当 准备 打算 着手 继续 持续
    进一步 全面 全部 全力 全域 全市 全县 集中 统一 逐步 逐户 逐一 逐个 分批 分类 分期 分片 抓紧 尽快 尽早
    加快 率先 先 再 新 又 还 共 累计 陆续 提前 重点 优先 同步 基本 切实 坚决 依法 从严 严格 大力 积极
    稳步 稳妥 深入 扎实 认真 定期 不定期 每月 每季度 每年 每周 至少 一律 一次性 着力 不断 充分 普遍 统筹
    联合 免费 全年 近期 目前 当前 今后 下一步 下步
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
BASIC = PIVOTS | LIGHT
"""Verbs that are known without any list."""
RESULTS = "完好到掉出上走齐开通成清满够足住稳实细准"
SINGLE = {
    word[0]: word[1:]
    for word in """
    修路桥渠坝堤管站 建库站厂房桥校池棚场 拆墙房棚违 种树草 栽树 挖沟渠塘 换管线灯表泵芯 清淤障违垃 装灯表泵
    招人商工 筹钱款资 发证钱款 办证 查处漏 关停闭 补种植栽 铺管路设 通水气电车
    """.split()
}
"""Verbs of one character, and the characters that show them to be that and no part of a noun."""
NOMINAL = tuple(
    """
    的 率 组 队 区 员 者 费 量 机 期 力 面 难 慢 方案 情况 结果 措施 办法 进度 任务 单位 人员 部门 资金
    工作 标准 责任 台账 清单 计划 行动 现场 公司 同比 环比 降了 升了 少了 多了 涨 下降 上升 增长 不 要 已 未 是 有 没 仍 还
    主要 较 偏 滞后 缓慢
    """.split()
)
"""What, right behind a verb, shows that it names something there: 整改率, 投诉下降."""
PREDICATE = late(
    r"负责|牵头|[还只仍共]有|(?<![国所私公稀富拥占])有(?![效限机序关色利害奖偿毒])|没有|尚未|(?<![不得])是(?!否)|正在|已经?(?!有的)|"
    r"下降|增长|[从由].{1,10}[到至]|[降升提压减增][到至]|上升|减少|增加|翻[一两]?番|超过|低于|高于|达到|达标率?达|全部|一律|必须|均(?![衡等])|由.{1,8}为|不(?!锈|动产|良|合格|达标|规范)|"
    r"要(?![点素道件闻])|把|被|仍|未(?!成年|来)|力争|力求|审定|同意|采取|通报|提出|"
    rf"[装拆修建换清查搬摸做办配补抓管守][{RESULTS}]|[建装修换拆清办管查收用发配补完搬改]了|完成|[各每].{{1,6}}(?:一[段遍次人名个]|两)"
)
"""What makes a clause of the words before it."""
NAMES = late(
    "(?:改造|建设|整治|治理|管理|服务|保障|提升|改革|监管|防治|防控|保护|执法|攻坚|供应|化解|处置|整改|利用)"
    "(?:专项)?(?:工程|工作|行动|项目|体系|机制|方案|办法|规划|试点|平台|问题|任务)?$"
)
"""How a fact ends that is only a name: with work that is named, since 梳理问题清单 is none."""
PLANNED = late(
    r"(?:^|[，；。、])计划(?!生育|单列|外|内|书)|(?<![年度订定施项划生原])计划(?=[于在到用从今明后投新改建完引培启开\d])|(?<![模虚比草个家处块条项座名所])拟(?!定|合|态|人|声)|打算|准备(?!金)|(?<![即])将(?!军|近|士|领|来)|即将|力争|预计"
)
GOING_ON = late("正在(?!建|[^，；。]{0,8}的)|正(?=[抓加组推施建开进])")
WORSE = "反弹 恶化 出现 发生 复发 流失 脱落 破损 堵塞 积压 拖欠 受伤 死亡 上升 下降 增长 增加 减少 滞后 涨 降 裂 坏 塌 漏 断 慢 晚"
"""What happens and is nobody's work done."""
FINISHED = late(
    r"(?<!不得)(?<!而)(?<!早)已(?!知|婚|故|[^，。；]{0,12}的)|(?<![占有多少成为除到得])"
    rf"(?<!{')(?<!'.join(WORSE.split())})了(?=$|[，。；！\d一二两三四五六七八九十]|方案)|业已"
)
NEGATED = late("未|没有|没(?!收)|不")
REMAINS = late(r"[的、和与及至到或]")
HANGING = late(r"(?:[为是至到于的、和与及或者]|期限|时限|时间|节点|要求|截止|之前|自|从|（|\()$")


HOLE = "\0"
"""What stands for a deadline that was cut out."""
ONLY_DONE = late(
    f"{HOLE}(?:全部|全面|力争|争取|确保|要|基本){{0,3}}(?:完成|建成|完工|竣工|到位|结束|收尾|做完)?(?:到位)?"
)
"""A clause that says no more than a deadline and that it is kept."""


def verb_at(text: str, verbs: Verbs, at: int = 0) -> str:
    """The longest verb that stands at a place; one of one character only where the next shows that it is one."""
    for size in range(LONGEST_VERB, 1, -1):
        if len(word := text[at : at + size]) == size and (word in verbs or word in BASIC):
            return word
    first, second = text[at : at + 1], text[at + 1 : at + 2]
    if second and second in SINGLE.get(first, ""):
        return first
    if second and second in RESULTS and (first in SINGLE or first in verbs):
        return first + second
    return first if first in verbs and (second.isdigit() or (second and second in "一二两三四五六七八九十了")) else ""


def form(text: str, verbs: Verbs) -> Form:
    """What a fact is made of, so that a sentence can take it; nothing when that is not sure."""
    text = text.strip().rstrip("。；，、！")
    if not text:
        return ""
    if _is_description(text):
        return "的字"
    start = _time(text)
    rest = text[start:]
    first = CLAUSE.split(rest, maxsplit=1)[0]
    bygone = BYGONE.match(text[:start].rstrip("，,"))
    if not bygone and (verb := _verb(rest, verbs)):
        told = start and rest.startswith("了", verb[1])
        return "" if told else "时限+动宾" if start else "动宾"
    if _is_clause(first, verbs):
        return "分句"
    plain = not start and first == text and len(text) <= LONGEST_NAME and not re.search(r"\d", text)
    return "名词" if plain and NAMES.search(text) else ""


def _is_description(text: str) -> bool:
    """Whether it ends in 的 and describes somebody: 逾期不改的."""
    return text.endswith("的") and not text.endswith("目的") and not CLAUSE.search(text)


def _time(text: str) -> int:
    """Where the time ends that a fact begins with."""
    lead = PLAN.match(text)
    at = lead.end() if lead else 0
    end = at + time_at(text[at : at + FARTHEST_TIME])
    if end == at:
        return 0
    return end + 1 if text[end : end + 1] in ("，", ",") else end


def _verb(text: str, verbs: Verbs) -> tuple[int, int] | None:
    """Where the verb stands that a fact begins with, behind adverbs of the closed list."""
    at = 0
    clause = CLAUSE.split(text, maxsplit=1)[0][:FARTHEST_VERB]
    if (
        text[:1] in TURNED
        and not verb_at(text, verbs)
        and any(verb_at(clause, verbs, n) for n in range(2, len(clause)))
    ):
        return 0, 1
    for _ in range(MOST_ADVERBS):
        if verb := verb_at(text, verbs, at):
            return None if _is_name(text[at:], verb, verbs) else (at, at + len(verb))
        adverb = next((word for word in BY_LENGTH if text.startswith(word, at)), "")
        if not adverb:
            return None
        at += len(adverb)
    return None


def _is_name(text: str, verb: str, verbs: Verbs) -> bool:
    """Whether the verb only begins a name: 整改率, 整改完成率, 加固改造工程."""
    behind = text[len(verb) :]
    if verb in BASIC:
        return behind.startswith("的")
    if behind.startswith("的") or MEASURED.search(CLAUSE.split(behind, maxsplit=1)[0]):
        return True
    second = verb_at(behind, verbs)
    if behind.startswith(NOMINAL) or (second and behind[len(second) :].startswith(NOMINAL)):
        return True
    return bool(second and NAMES.search(behind) and not re.search(r"[\d，；,;]", behind))


def _is_clause(clause: str, verbs: Verbs) -> bool:
    """Whether a clause has a subject and then what is said of it."""
    if who := body(clause, verbs):
        behind = clause[len(who.name) :]
        while behind[:1] in ("、", "和", "与", "及") and (who := body(behind[1:], verbs)):
            behind = behind[1 + len(who.name) :]
        return bool(behind) and behind[0] not in "、和与及（(：:"
    if PREPOSITION.match(clause):
        return False
    return bool(PREDICATE.search(clause, 2)) or _acts(clause, verbs) or _timed(clause)


def _acts(clause: str, verbs: Verbs) -> bool:
    """Whether a clause has a verb behind other words that nothing can take for a noun: 司机培训一遍."""
    for at in range(1, min(len(clause), FARTHEST_VERB)):
        if (verb := verb_at(clause, verbs, at)) and clause[at + len(verb) :][:1] in ("了", "一"):
            return True
    return False


def _timed(clause: str) -> bool:
    """Whether a time that is marked as an end stands inside a clause, and what is done by then behind it."""
    times = marked_times(clause[:FARTHEST_TIME])
    return any(end < len(clause) and start > 0 and clause[end] not in "的、和" for start, end in times)


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
    text = text.strip()
    rest = text[_time(text) :]
    if _is_description(text) or rest[:1] in TURNED or not (found := _verb(rest, verbs)):
        return ""
    at = found[1]
    if second := verb_at(rest, verbs, at):
        at += len(second)
    clause = re.split(f"[{MARKS}]", rest[at:], maxsplit=1)[0].removeprefix("了")
    count = next(iter(quantities(clause)), None)
    listed = rest[at + len(clause) :][:1] == "、" and not rest[at + len(clause) + 1 :][:1].isdigit()
    if count and count.span[0] == 0 and listed:
        return ""
    if count and count.span[0] == 0:
        return _as_thing(clause[count.span[1] :].strip(), verbs) if count.unit else ""
    if (count and count.span[1] < len(clause)) or (rest[slice(*found)] in LIGHT and not second):
        return ""
    if not count and (listed or found[1] - found[0] == 1):
        return ""
    return _as_thing((clause[: count.span[0]] if count else clause).strip(), verbs)


def _as_thing(words: str, verbs: Verbs) -> str:
    """A short run of plain characters that holds no verb, or nothing."""
    if not 2 <= len(words) <= LONGEST_THING or not re.fullmatch("[\u4e00-\u9fffⅠ-Ⅻ“”]+", words):
        return ""
    if re.search(r"[的到为给由把被在是有至从向对让使了要并不没未很太]|以[上下]|共$", words) or any(
        verb_at(words, verbs, n) for n in range(len(words))
    ):
        return ""
    return words
