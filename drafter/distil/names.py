"""What a person would call a fact, told from the words beside it."""

from __future__ import annotations

import re

HAN = "\u4e00-\u9fff"
KINDS = (
    ("面积", "平方公里|平方米|万亩|亩|公顷"),
    ("长度", "公里|千米|米"),
    ("金额", "万元|亿元|元"),
    ("比例", "个百分点|%|％|‰"),
    ("人数", "万人次|人次|万人|亿人|名|人"),
    ("时长", "小时|分钟|天|周年|岁"),
    ("数量", "立方米|万吨|吨|千瓦|度|倍|分"),
)
COUNTED = "个|家|万户|户|处|项|座|条|件|起|台|辆|次|所|支|场|期|类|张|份|块|栋|艘|部|套|种|批"
UNITS = "|".join([*(units for _, units in KINDS), "年", COUNTED, "万"])
BREAKS = re.compile(
    "完成|新建|改造|整治|封堵|建成|实现|达到|超过|累计|总计|共有|共计|安排|投入|拿出|增加|减少|提高|降低|下降|清理|治理|修复|"
    "拆除|关停|推广|培训|发放|争取|落实|组织|开展|近|约|共|有|为|从|到|由|在|的|了|是|至|和|与|及|对|把|将|要|已|还|又|再|全|各|其中|另|余|多|等"
)
ENDS = re.compile(
    "以上|以下|以内|左右|的|和|与|及|等|在|要|由|为|已|被|全部|都|将|把|进行|完成|实现|达到|中|内|里|[，。；：、]"
)
FOLLOWING = (
    ("同志", "姓名"),
    ("局长", "局长姓名"),
    ("书记", "书记姓名"),
    ("市长", "市长姓名"),
    ("县长", "县长姓名"),
    ("区长", "区长姓名"),
    ("主任", "主任姓名"),
    ("省", "省名"),
    ("市", "市名"),
    ("县", "县名"),
    ("区", "区名"),
    ("镇", "镇名"),
    ("乡", "乡名"),
    ("村", "村名"),
    ("街道", "街道名"),
    ("河", "河名"),
    ("江", "江名"),
    ("湖", "湖名"),
    ("局", "局名"),
    ("次", "届次"),
    ("届", "届次"),
    ("号", "文号"),
)
LONGEST = 6


def figure(text: str, start: int, end: int) -> str:
    """A name for a figure with its unit."""
    unit = re.search(f"(?:{UNITS})$", text[start:end])
    if unit and unit[0] == "年":
        return "年份" if re.match(r"\d{4}年", text[start:end]) else "年数"
    kind = next((name for name, units in KINDS if unit and re.fullmatch(units, unit[0])), "数")
    noun = _before(text, start) if kind in ("面积", "长度", "金额", "比例", "数量") else ""
    noun = noun or _after(text, end) or _before(text, start)
    return (noun + ("" if noun.endswith(kind) else kind)) if noun else {"数": "数量"}.get(kind, kind)


def hole(text: str, start: int, end: int) -> str:
    """A name for a place where a fact was left out."""
    inside = text[start:end]
    if "月" in inside:
        return "日期"
    if "年" in inside:
        return "年数" if text[end:].startswith(("的时间", "时间", "内", "左右")) else "年份"
    follows = text[end:]
    if inside.startswith("20"):
        return "年份"
    for mark, name in FOLLOWING:
        if follows.startswith(mark):
            return name
    counted = re.match(f"(?:余|多)?({UNITS})", follows)
    if counted:
        return figure(text[:end] + follows, start, end + counted.end())
    if re.search(r"(?:我和|由|、|和)$", text[:start]) and re.match(r"(?:[，、]|同志|等|负责|\d*人)", follows):
        return "姓名"
    noun = _after(text, end)
    return f"{noun}名称" if noun else "待填内容"


def office(name: str) -> str:
    """The name of an office without the place that it belongs to."""
    short = re.sub(rf"^(?:[{HAN}]{{2,3}}[省市县区镇州]|[省市县区镇])(?=[{HAN}]{{2,}})", "", name)
    return short if len(short) >= 3 else name


def _before(text: str, start: int) -> str:
    run = re.search(f"[{HAN}]*$", text[max(0, start - 12) : start])
    pieces = [piece for piece in BREAKS.split(run[0] if run else "") if len(piece) >= 2]
    return pieces[-1][-LONGEST:] if pieces else ""


def _after(text: str, end: int) -> str:
    run = re.match(f"[{HAN}]*", text[end : end + 12])
    piece = ENDS.split(run[0] if run else "")[0]
    return piece[:LONGEST] if 2 <= len(piece) <= LONGEST + 2 else ""
