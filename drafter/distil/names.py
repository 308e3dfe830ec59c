"""What a person would call a fact, told from its kind and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from drafter.distil.facts import Hit, Kind
from drafter.distil.kinds import FIGURE, HAN, OFFICE, UNITS

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
SMALL = re.compile(
    "[近约共有为从到由在的了是至和与及对把将要已还又再其中另余多等就被让使按各每都也只仅剩去今上本这那我你他们全前后经用以]"
)
WHEN = re.compile(
    "^(?:去年|今年|上年|明年|近年来|目前|当前|全[年市县区省镇]|上半年|下半年|一季度|现有|现在|其中|同比|环比|年均|平均|人均)"
)
QUALIFIERS = re.compile("去年|今年|上年|明年|上半年|下半年|一季度|前三季度|新增|累计|目标|目前|计划")
ENDS = re.compile(
    "(?<!级)以上|以下|以内|左右|增加|减少|提高|下降|缩短|的|和|与|及|等|在|要|由|为|已|被|全部|都|将|把|进行|中|内|里|得到|是|未|没|还|也|就|有|均|正|尚|仍|这|那|我|必须|应|可|能|不|因|一到|反复|带病|先|再|各|"
    "每|拟|逐|共|封了|平均|完成|建成|验收|达到|实现|受到|参加|参与|获得|荣获|超标|达标|投入|开工|投产|竣工|通车|签约|落地|分|装齐|配套|实行|埋设|加装|试点|轮训|运行|联网|停产|\\d"
)
REACHES = re.compile(
    "(?:约|近|超过?|(?:提高|上升|增加|下降|降低|缩短|提升|减少|增长)?(?:达到?|至|到)|共计?|为|只?有|仅|了|不少于|不低于|不超过|突破|完成|控制在|保持在|稳定在|高于|低于|再|各|数|由)+$"
)
"""Words between a noun and its figure."""
PLAIN_NOUNS = ("能力", "规模", "水平", "任务", "投资", "资金", "面积", "总数", "总量", "收入", "补助", "产值")
"""Nouns that say little without the word before them."""
NO_NOUNS = ("必须", "应当", "主要", "大约", "总共", "一般", "最迟", "原则上", "力争")
PEOPLE = re.compile("(?:群众|居民|村民|干部|党员|职工|学生|师生|农民|市民|游客|人口|人员|代表|教师|企业家|志愿者)$")
DUE = re.compile(
    "^之?前(?:全部|必须|基本|逐[家个户]|要|务必|按期)?(?P<what>完成|[完开竣]工|验收|公示|定稿|投[运用产]|通[水车]|见底|交账|联网|销号|到位|挂牌|交付|上报|报[送到请]?|整改|清零|清理|拆除|建成|签订?|实现)"
)
HELD = re.compile("^[^，。；]{0,14}?(召开|印发|审议|审定|约谈|下发|启动|公示|投运|开班|评估|票决)")
"""What was or is done on a day."""
FOLLOWING = tuple(
    one.split(":")
    for one in (
        "等同志:姓名 同志:姓名 省:省名 市:市名 县:县名 区:区名 镇:镇名 乡:乡名 村:村名 街道:街道名 水库:水库名 河:河名 江:江名 湖:湖名 局:局名 委:部门名 厅:厅名 "
        "部门:部门名 届:届次 号:文号 城市:市名 会议:会议名 大会:会议名 精神:会议名 项目:项目名 工程:工程名 公司:公司名 企业:企业名 学校:校名 医院:医院名 社区:社区名 "
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
CLAUSES = re.compile("[，。；：、！？]")
LONGEST = 6


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
    if not re.search("数|量|长度|面积|额|资金|比例|率|占比|幅$", name):
        return
    before, after = CLAUSES.split(text[: hit.start])[-1], CLAUSES.split(text[hit.end :])[0]
    noun = re.sub("(?:数|量|长度|面积|额|金额)$", "", name)
    if noun and (verb := re.search(f"({VERBS}){re.escape(noun)}", f"{before}\n{after}")):
        yield verb[1] + name
    sentence = re.split("[。；！？]", text[: hit.start])[-1]
    for word in reversed(QUALIFIERS.findall(sentence)):
        if not name.startswith(word):
            yield word + name


def figure(text: str, start: int, end: int) -> str:
    """A name for a figure with its unit."""
    unit = re.search(f"(?:{UNITS})$", text[start:end])
    measure = unit[0] if unit else "%" if "百分" in text[start:end] else "个"
    before = text[max(0, start - 16) : start]
    if measure in ("%", "％", "‰", "个百分点", "成", "倍"):
        change = next((name for pattern, name in CHANGES if pattern.search(before)), "")
        noun = _before(before)
        if change:
            stem = DOING.sub("", noun)
            return f"{stem}{change}" if len(stem) >= 2 and len(stem) <= 4 else change
        return noun if noun.endswith(("率", "比例", "比重", "覆盖面")) else f"{noun}比例" if noun else "比例"
    kind = next((name for name, units in MEASURES if re.fullmatch(units, measure)), measure.lstrip("万亿千") + "数")
    if kind in ("年数", "天数", "月数", "周数", "时长"):
        return kind
    noun = _before(before) if kind in ("面积", "长度", "金额", "吨数", "水量", "分值") else ""
    noun = noun or _after(text[end : end + 12]) or _before(before)
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


def amount(values: Sequence[str]) -> str:
    """A name for figures of different things."""
    alone = {figure(value, 0, len(value)) for value in values}
    return alone.pop() if len(alone) == 1 else "数量"


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
    noun = _after(follows[:12])
    return f"{noun}名称" if noun.endswith(OF_A_NAME) else "待补内容"


def office(name: str) -> str:
    """The name of an office without the place that it belongs to."""
    short = re.sub(rf"^(?:[{HAN}]{{2,3}}[省市县区镇州]|[省市县区镇])(?=[{HAN}]{{2,}})", "", name)
    return short if len(short) >= 3 else name


def _date(words: str, before: str, after: str) -> str:
    year = re.fullmatch(r"\d{4}年", words)
    if due := DUE.match(after):
        return "时限" if due["what"] in ("完成", "实现", "报") else f"{due['what'][:2]}时限"
    if re.match("之?前|以前|为限|内", after) or (not year and re.search("(?:到|在|于|确保|务必)$", before)):
        return "时限"
    if re.search("截[至止]到?$", before):
        return "截至日期"
    if year:
        return "年份"
    held = HELD.match(after)
    return f"{held[1]}日期" if held else "季度" if "季度" in words else "日期"


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


def _before(text: str) -> str:
    """The noun that ends a text, verbs before it left out; empty if none is seen."""
    run = re.search(f"[{HAN}]*$", text)
    words = REACHES.sub("", run[0] if run else "")
    if not words or SMALL.match(words[-1]):
        return ""
    noun = WHEN.sub("", SMALL.split(WHEN.sub("", words))[-1])
    bare = DOING.sub("|", noun).split("|")[-1]
    if bare in NO_NOUNS:
        return ""
    if bare in PLAIN_NOUNS:
        return re.sub("^[建设]", "", noun)[-LONGEST:]
    if len(bare) < 2:
        return noun[-LONGEST:] if noun.endswith("率") else ""
    return bare if len(bare) <= LONGEST else bare[-5 if bare.endswith("率") else -4 :]


def _after(text: str) -> str:
    """The noun with which a text begins; empty if none is seen."""
    run = re.match(f"[{HAN}]*", text)
    piece = ENDS.split(run[0] if run else "")[0]
    if piece.endswith(("性", "级")):
        return ""
    return piece if 2 <= len(piece) <= LONGEST or piece in tuple("村镇乡县河湖路桥") else ""


def kind_noun(kind: Kind) -> str:
    """What a fact of a kind is called where nothing else tells."""
    return {"date": "时限", "figure": "数量", "organisation": "责任单位", "place": "地点", "person": "责任人"}.get(
        kind, "内容"
    )


def unit_of(words: str) -> str:
    """The measure word that stays in the sentence when only the figure is asked for; empty if it goes with the figure."""
    from drafter.distil.kinds import COUNTED

    found = FIGURE.fullmatch(words)
    if not found or not found["number"] or found["more"]:
        return ""
    return found["unit"] if found["unit"] in COUNTED or found["unit"] in ("%", "％", "‰", "个百分点") else ""
