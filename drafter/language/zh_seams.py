"""Facts built into sentences: what their form asks for at a seam."""

from __future__ import annotations

import re

from msgspec.structs import replace

from drafter.language.late import late
from drafter.language.zh_facts import state
from drafter.language.zh_readings import deadlines_of, form_of, time_of
from drafter.model.value import Fact, Value
from drafter.model.words import Knowledge

VERB_FIRST = ("动宾", "时限+动宾")
DEMANDING = late("要|必须|务必|须|严禁|不得|不准|一律|坚决|禁止|不许")
"""What is demanded already."""
TOLD = late(
    r"计划(?!生育)|拟(?!定)|打算|准备(?!金)|累计|共(?![同建享商治筹管])|争取(?=年|[今明]年|\d{1,2}月)|[\u4e00-\u9fff]{2,3}了"
)
"""How a fact begins that reports, or promises, and so cannot be demanded."""


def must(value: Value, knows: Knowledge) -> Value:
    """A fact as what is demanded: 要打通…, 6月底前要打通…; bare where 要 does not fit."""
    if not isinstance(value, Fact):
        return value
    text, found = value.text, form_of(value.text, knows.words)
    at = time_of(text)
    first = re.split("[，；。]", text, maxsplit=1)[0]
    if DEMANDING.search(first) or state(first) or TOLD.match(text) or TOLD.match(text, at):
        return value
    if found == "动宾":
        return _led(value, 0, "要")
    if found == "时限+动宾":
        comma = at + (text[at : at + 1] in "，,")
        return _led(value, comma, "要")
    return value


def _led(fact: Fact, at: int, words: str) -> Fact:
    """A fact with words put into it; its holes move on."""
    text = fact.text[:at] + words + fact.text[at:]
    holes = tuple((start + len(words) if start >= at else start, gap) for start, gap in fact.holes)
    return replace(fact, value=text, text=text, holes=holes)


OWN_VERB = late(
    r"总?牵头|一次|一律|全部|负责|承担|会同|配合|要|是|管(?!网|线|道|护|理|委|廊)|把|对(?!象|外|口)|按|每|用(?!地|电|水|气|户|工|能|人|房|于)|让|抓|守|做|找|派|建|[一二三四五六七八九十两\d]+(?:(?:天|周|个?月|季度)一|[人名][一包守管盯])"
)
"""How a duty begins that needs no verb before it."""
DOUBLED = late(
    r"[^，；。\d]{2,8}[和与及、][^，；。\d]*(?:管理|巡查|检查|保护|[维管]护|建设|整治|治理|监管|保障|服务|宣传|执法|处置|经营|工作)"
)
"""Works side by side, of which only the first may look like a verb: 拆违和日常巡查."""
OF_SOMETHING = late(r"[^，；。\d]{2,10}的[^，；。\d]{2,5}|[^，；。\d]{1,4}[后前中]的.*")
"""What belongs to something, whatever it begins with: 烘干塔的防火."""
SEVERAL = late(r"(?=[^，；。]*[、和及与])[^，；。\d按由要不得先把将每]{4,24}")
"""Several things side by side, and nothing done with them."""
PAIR = late(r"[^，；。\d]{2,4}[和与及、][^，；。\d]{2,4}")
"""Two works in a few characters: 打击和缉查."""
THEMSELVES = late(
    "各(?:乡镇|镇街|街道|村|社区|县区?|区县?|市州?|旗县?|单位|部门)(?=[把要将按负])|我们(?:单位|局|镇|村|社区|街道|乡|县|区)?"
)
"""How a duty names once more who has it."""
REACHED = late("[\u4e00-\u9fff]{2,6}(?:[分落报送管查包退还发拨验清搬做办抓建][到齐清完好满足实])[\u4e00-\u9fff]*")
"""How something is to end up: 目标任务分到县."""
BY_RULE = late("[^，；。\\d]{2,6}(?:按|由|一律|全部|及时|当天|当月)[^，；。]{2,}")
"""How something is always done: 补偿资金按签约进度拨."""
RESULT = late("[\u4e00-\u9fff][住好严实紧牢准清足齐](?!的)")
"""A verb with how it is to end: 卡住."""
SOMEBODY = late("(?:主要|分管)?(?:领导|负责人|负责同志)|村?支书|书记|村?主任|局长|镇长|乡长|干部")
"""Who does it, within the body that has the duty: 各村支书是第一责任人."""
SHORT_DUTY = 12
"""Characters of a duty's first clause that only names something."""


def duty(value: Value, knows: Knowledge) -> Value:
    """A duty behind the body that has it: 负责… where it begins with a name; as it stands where it begins with a verb."""
    if not isinstance(value, Fact):
        return value
    if (named_again := THEMSELVES.match(value.text)) and not value.holes:
        rest = value.text[named_again.end() :]
        value = replace(value, value=rest, text=rest)
    first = re.split("[，；。]", value.text, maxsplit=1)[0]
    found = form_of(first, knows.words)
    if behind := re.match("总?牵头[，、](?=[^，；。]{2,8}$)", value.text):
        led = form_of(value.text[behind.end() :], knows.words)
        return _led(value, behind.end(), "负责") if led in ("名词", "") else value
    if not OWN_VERB.match(first) and any(one.fullmatch(first) for one in (PAIR, DOUBLED, OF_SOMETHING)):
        return _led(value, 0, "负责")
    if OWN_VERB.match(value.text) or found in VERB_FIRST or form_of(value.text, knows.words) in VERB_FIRST:
        return value
    if RESULT.match(first) or SOMEBODY.match(first):
        return value
    if first.endswith("责任"):
        return _led(value, 0, "承担")
    named = (
        (SEVERAL.fullmatch(first) is not None or (len(first) <= SHORT_DUTY and (found == "名词" or not found)))
        and not first.startswith("谁")
        and not (REACHED.fullmatch(first) or BY_RULE.fullmatch(first))
    )
    return _led(value, 0, "负责" if named else "要做到")


FROM_NOW = ("即日起", "从即日起", "今天起", "从今天起", "明天起")
"""Times at the end of a fact that begin at once."""
TILL_THEN = late(
    r"(?:\d{1,2}月(?:\d{1,2}[日号]|底|初|[上中下]旬)?[\u4e00-\u9fff]{0,6}|[\u4e00-\u9fff]{1,6})"
    "(?:到来|来临|开学|开工|开业|开园|入冬|入汛|封冻|上冻|收割|播种|供暖|放假)之?前"
    "|(?:春耕|春播|夏收|三夏|秋收|秋播|雨季)前"
)
"""Times at the end of a fact that no day alone says: 候鸟到来前, 9月1日开学前."""
PARTED = re.compile("[，,；]")
COUNTED = late("[\u4e00-\u9fff][0-9０-９.]+万?[个处座家户条台套吨亩处所辆公里米株棵块份批]{1,2}$")
"""A name with its figure, which a time in front does not make a sentence: 收储点建设24处."""
OF_THE_DAY = late(
    r"[，,（(](?P<time>(?:每[天日晚夜])?(?:早上?|晚上?|夜间|上午|下午|中午|凌晨)?\d{1,2}[点时]半?(?:以后|之后|以前|之前|[后前]))[)）]?$"
)
"""Hours at the end of a fact: 晚8点以后."""
A_WAY = late(r"(?:一[\u4e00-\u9fff]{1,3}一[策案档]|监测|推广|储备)$")
"""How a thing is to be done, which a time in front makes no sentence: 112处老点一处一策."""
A_DEED = late(
    "^(?!.*(?:全部|全面|一律|各|逐))[\u4e00-\u9fff、]{2,12}"
    "(?:检测|修复|更新|培训|除险|检修|改造|建设|整治|清理|排查|治理|评审|评估|调查|淘汰|安装|更换|招标|搬迁|维修|清淤|加固|演练|审核|普查|登记|采购|拆除)$"
)
"""A deed named at the end of its object, the same: 截水沟修复."""
BARE_TIME = late(r"[，,（(](?P<time>[^，,（()）；。]{2,10}?)[)）]?$")


def sentence(value: Value, knows: Knowledge) -> Value:
    """A fact as a sentence that demands: a bare deadline at its end goes to its front, and what is to be done takes 要."""
    return must(arranged(value, knows), knows)


def arranged(value: Value, knows: Knowledge) -> Value:
    """A fact with the bare deadline at its end put to its front: 6月底前，取缔无证摊点."""
    if not isinstance(value, Fact) or value.holes:
        return value
    hours = OF_THE_DAY.search(value.text)
    if hours and not PARTED.search(head := value.text[: hours.start()]):
        text = f"{hours['time']}，{head}"
    else:
        found = BARE_TIME.search(value.text)
        text = _in_front(value.text, value.text[: found.start()], found, knows) if found else ""
    return replace(value, value=text, text=text) if text else value


def _in_front(text: str, head: str, found: re.Match[str], knows: Knowledge) -> str:
    """A text whose time does not dangle behind: in front, or with a verb behind it; nothing where that is not sure."""
    time, done = found["time"], f"{head}，{found['time']}完成"
    if time in FROM_NOW:
        return f"{time}{head}"
    form = form_of(head, knows.words)
    if TILL_THEN.fullmatch(time) and not PARTED.search(head):
        if form in (*VERB_FIRST, "分句"):
            return f"{time}，{head}"
        if COUNTED.search(head):
            return done
    if not any(one.span == found.span("time") for one in deadlines_of(text, knows.today)):
        return ""
    head = re.sub("[：:]", "", head, count=1)
    form = form_of(head, knows.words)
    if time.endswith("前") and (COUNTED.search(head) or A_DEED.search(head)) and form in ("", "名词"):
        return f"{head}，{time}完成"
    if deadlines_of(head, knows.today):
        return ""
    of_its_own = form not in VERB_FIRST and (PARTED.search(head) or A_WAY.search(head))  # what it is about comes first
    return f"{text}落实到位" if of_its_own else f"{time}，{head}"


def nominal(value: Value, knows: Knowledge) -> Value:
    """What somebody does as who does it: 脱岗的."""
    if not isinstance(value, Fact):
        return value
    if value.text.endswith(("的", "者", "行为", "情形")):
        return value
    return replace(value, value=f"{value.text}的", text=f"{value.text}的")
