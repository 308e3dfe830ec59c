"""What a person would call a fact, told from its kind and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from drafter.distillation.facts import Hit
from drafter.distillation.figures import figure, more_exactly, noun_after
from drafter.distillation.kinds import HAN, OFFICE, PLACE_MARK, UNITS

DUE = re.compile(
    "^之?前(?:全部|必须|基本|逐[家个户]|要|务必|按期)?(?P<what>完成|[完开竣]工|验收|公示|定稿|投[运用产]|通[水车]|见底|交账|联网|销号|到位|挂牌|交付|上报|报[送到请]?|整改|清零|清理|拆除|建成|签订?|实现)"
)
HELD = re.compile("^[^，。；]{0,14}?(召开|印发|审议|审定|约谈|下发|启动|公示|投运|开班|评估|票决)")
"""What was or is done on a day."""
FOLLOWING = tuple(
    one.split(":")
    for one in (
        "等同志:姓名 同志:姓名 省:省名 市:市名 县:县名 区:区名 镇:镇名 乡:乡名"
        " 村:村名 街道:街道名 水库:水库名 河:河名 江:江名 湖:湖名 局:局名 委:部门名 厅:厅名 "
        "部门:部门名 届:届次 号:文号 城市:市名"
        " 会议:会议名 大会:会议名 精神:会议名 项目:项目名 工程:工程名 公司:公司名 企业:企业名 学校:校名 医院:医院名 社区:社区名 "
        "小区:小区名 园区:园区名 新区:新区名 厂:厂名 路:路名 文件:文件名 行动:行动名 活动:活动名 等:名称"
    ).split()
)
"""What a hole is called by what follows it."""
DOES = (
    (re.compile("^[^，。；]{0,14}?(?:传达)"), "传达"),
    (re.compile("^[^，。；]{0,14}?(?:通报)"), "通报"),
    (re.compile("^[^，。；]{0,6}?主持"), "主持"),
    (re.compile("^[^，。；]{0,8}?宣读"), "宣读"),
    (re.compile("^[^，。；]{0,20}?(?:安排部署|作了?(?:安排|部署))"), "部署"),
    (re.compile("^[^，。；]{0,20}?(?:汇报)"), "汇报"),
    (re.compile("^[^，。；]{0,24}?(?:发言|表态|介绍|交流)"), "发言"),
    (re.compile("^[^，。；]{0,12}?(?:讲话|讲了|提出)"), "讲话"),
)
"""What someone does, by the words after the name."""
LEADS = re.compile("^(?:等[^，。；]{0,6})?(?:牵头|为主)")
ANSWERS = re.compile("^(?:等[^，。；]{0,6})?(?:具体)?(?:负责|承担|承办|落实|配合|会同)")
SLOGANS = (
    ("的?(?:活动|行动)", "行动名称"),
    ("的?(?:模式|机制|制度|办法|做法|经验)", "做法名称"),
    ("的?(?:工程|项目|计划)", "工程名称"),
    ("的?(?:目标|愿景|蓝图)", "目标"),
    ("的?(?:要求|原则|方针|思路)", "总体要求"),
    ("的?主题|为主题", "主题"),
)
ENDS_OF_PLACES = (
    ("水库", "水库名"),
    ("街道", "街道名"),
    ("新区", "新区名"),
    ("社区", "社区名"),
    ("大桥", "桥名"),
    ("园", "园区名"),
    ("开发区", "开发区名"),
    ("高新区", "高新区名"),
)
COUNT = re.compile(
    rf"[余多]?(?:{UNITS})(?<!个别)(?<!项目)(?<!分别)(?<!分工)(?<!分管)(?<!家庭)(?!别|目标?|管|工作|级)|[余多]"
)
OF_A_NAME = tuple("区园厂站馆院所校会部队路桥街点店行司网库坝港湾山寺寨")
"""How the nouns end that follow a name."""


def called(hit: Hit, text: str) -> str:
    """The name of a fact by itself; others may wish for the same one."""
    words = text[hit.start : hit.end]
    match hit.kind:
        case "placeholder":
            return hole(text, hit.start, hit.end)
        case "date":
            return _date(words, text[: hit.start], text[hit.end :])
        case "figure":
            return figure(text, hit.start, hit.end)
        case "person":
            return _person(text[: hit.start], text[hit.end :])
        case "office":
            named = re.match(
                f"[{HAN}]{{2,3}}?(?=同志|[就传通宣介作主代在对向同和等带为已还到，。；、])", text[hit.end :]
            )
            return (
                _person(text[: hit.end], text[hit.end + (len(named[0]) if named else 0) :]).removesuffix("姓名")
                + "职务"
            )
        case "organisation":
            return _organ(words, text[: hit.start], text[hit.end :])
        case "place":
            return next((name for end, name in ENDS_OF_PLACES if words.endswith(end)), f"{words[-1]}名")
        case "quoted":
            after = text[hit.end :].lstrip("”")
            return next(
                (name for pattern, name in SLOGANS if re.match(pattern, after)),
                "口号" if re.search("[，、]", words) else "提法",
            )
        case _:
            return {"meeting": "会议", "subject": "工作", "records": "事项"}[hit.kind]


def apart(name: str, hit: Hit, text: str) -> Iterator[str]:
    """Other names for a fact, where its first one is taken: with what stands before it in the sentence."""
    if hit.kind in ("meeting", "subject"):
        yield f"{name}简称"
    yield from more_exactly(name, text, hit.start, hit.end)


def listed(lead: str, fields: Collection[str]) -> str:
    """A name for a list of records, told from the sentence before it or from its fields."""
    said = re.search(rf"[一二三四五六七八九十两\d][件项个条批大]([{HAN}]{{2,4}})[：:。]$", lead)
    if said:
        return said[1]
    if any(name.endswith("单位") for name in fields):
        return "任务分工"
    return "各地情况" if any(name.endswith("名") for name in fields) else "事项"


def hole(text: str, start: int, end: int) -> str:
    """A name for a place where a fact was left out."""
    inside, follows, before = text[start:end], text[end:], text[:start]
    if place := re.search(f"{PLACE_MARK}$", inside):
        return f"{place[0]}名"
    while follows.startswith(f"、{inside}"):  # several in a row are what the last is
        follows = follows[len(inside) + 1 :]
    if "月" in inside or "日" in inside:
        return "日期"
    if "年" in inside or inside.startswith("20"):
        return "年数" if follows.startswith(("的时间", "时间", "来", "内", "左右")) else "年份"
    if before.endswith("第"):
        return "届次"
    if office := re.match(f"(?:副|常务)*{OFFICE}", follows):
        return f"{office[0].removeprefix('副')}姓名"
    if re.search(f"{OFFICE}$", before[-5:]):
        return _person(before, follows)
    if re.match("[余多]?(?:人|名)?同志", follows) and not follows.startswith("同志"):
        return "人数"
    if counted := COUNT.match(follows):
        return figure(text[:end] + follows, start, end + counted.end())
    name = next((name for mark, name in FOLLOWING if follows.startswith(mark)), "")
    if name and name != "姓名":
        return name
    if re.search("(?:刚才，?|[由请和、，]|^)$", before) and (done := _doing(follows.removeprefix("同志"))):
        return f"{done}人"
    if name:
        return name
    if re.search("(?:我和|由)$", before) and re.match(r"[，、]|等|负责|\d*人", follows):
        return "姓名"
    if re.search("(?:美丽|下沉到|赴|来到|走进|涉及)$", before):
        return "地名"
    noun = noun_after(follows[:12])
    return f"{noun}名称" if noun.endswith(OF_A_NAME) else "待补内容"


def office(name: str) -> str:
    """The name of an office without the place that it belongs to."""
    short = re.sub(rf"^(?:[{HAN}]{{2,3}}[省市县区镇州]|[省市县区镇])委?(?=[{HAN}]{{2,}})", "", name)
    return short if len(short) >= 3 else name


def _date(words: str, before: str, after: str) -> str:
    year = re.fullmatch(r"(?:\d|[〇一二三四五六七八九]){4}年", words)
    if due := DUE.match(after):
        return "时限" if due["what"] in ("完成", "实现", "报") else f"{due['what'][:2]}时限"
    if re.match("之?前|以前|为限|内", after) or (not year and re.search("(?:到|在|于|确保|务必)$", before)):
        return "时限"
    if re.search("截[至止]到?$", before):
        return "截至日期"
    if year:
        return "年份"
    held = HELD.match(after)
    if held:
        return f"{held[1]}日期"
    return "季度" if "季度" in words else "日期" if re.search(r"\d|月.{1,3}[日号]", words) else "时段"


def _person(before: str, after: str) -> str:
    done = _doing(after.removeprefix("同志"))
    if done:
        return f"{done}人"
    title = re.search(f"{OFFICE}$", before[-5:])
    return f"{title[0].removeprefix('副')}姓名" if title else "姓名"


def _doing(after: str) -> str:
    return next((name for pattern, name in DOES if pattern.match(after)), "")


def _organ(words: str, before: str, after: str) -> str:
    if LEADS.match(after):
        return "牵头单位"
    if ANSWERS.match(after):
        return "责任单位"
    done = _doing(after) if re.search("刚才[^。]{0,40}$|[，、和]$|^$", before[-42:]) else ""
    return f"{done}单位" if done in ("通报", "汇报", "发言") else office(words)
