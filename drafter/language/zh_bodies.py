"""Bodies in Chinese text: a name by its ending, and of what kind the body is."""

from __future__ import annotations

from collections.abc import Container

from msgspec import Struct

from drafter.language.late import late
from drafter.language.zh_dates import time_at

BODIES = {
    "企业": "有限公司 公司 集团 企业 银行 合作社 商会",
    "部门": "局 委员会 委 指挥部 办公室 中心 支队 大队 法院 检察院 宣传部 组织部 统战部 厅 办 专班",
    "属地": "办事处 街道 镇街 乡镇 县区 县市区 区县 开发区 高新区 经开区 管委会 社区 乡 镇 县 区 市 村",
}
"""Kinds of bodies, and how their names end; the longest ending tells."""
KIND_OF = {ending: kind for kind, endings in BODIES.items() for ending in endings.split()}
LONGEST_ENDING = 4
SURE = frozenset("局 委 办 支队 大队 公司 集团 办事处".split())
"""Endings behind which a verb is what the body does: 水利局排查, and not 园区建设."""
NO_BODY = late(
    "(?:(?<!开)(?<!高)(?<!经)[小片城校景园矿山库灾林辖地厂郊老湿学市禁海养全该本]区|[都超夜菜城门]市|[农全本村该]村|"
    "[内委书]委|[举承主开协包督]办|[全该本]县|[全该本]市|以[上下]企业|等企业)$"
)
"""Words that end like a body and are none."""
NO_START = late(
    "[给对把被由向从在按为与和同将要用《“（\\d]|全[市县区]|检测|清退|组织|推动|促进|确保|督促|要求|引导|鼓励|支持|帮助|协调|指导|监督|保障|保证|实现|力争|争取|推进|"
    "完成|建成|投用|开展|实施|启动|加强|落实|做好|抓好|纳入|涉及|打通|新建|改造|建设|整治|治理|清理|排查|检查"
)
"""What no name of a body begins with."""
BEHIND = late(
    r"$|[，、：:,（(\d和与及同]|负责|牵头|会同|联合|配合|承办|主办|主抓|组织|开展|完成|制定|出台|建立|落实|督促|指导|协调|推进|实行|上报|报送|承担|包抓|"
    r"要(?![求素])|将|已|正在|拟|对|把|按|在|每|各|都|均|也|未|没|全部|逐|有(?![关限])|还|需|应"
)
"""What shows that a name ends before it."""
LONGEST_BODY = 16
LONGEST_PLACE = 8
MARKS = "，。；！？、,;：:（）()《》“”\n的"


class Body(Struct, frozen=True):
    """The body that a fact begins with."""

    name: str
    """As it is written."""
    kind: str
    """属地, 部门 or 企业."""


def body(text: str, verbs: Container[str] = frozenset()) -> Body | None:
    """The body that a text begins with; none where the words behind it do not show that it ends there."""
    text = text.strip()
    if NO_START.match(text):
        return None
    acts = any(text[:size] in verbs for size in range(2, LONGEST_ENDING + 1))
    for end in range(2, min(len(text), LONGEST_BODY) + 1):
        name = text[:end]
        if name[-1] in MARKS or name[-1].isdigit():
            return None
        sizes = range(min(LONGEST_ENDING, end), 0, -1)
        ending = next((name[-size:] for size in sizes if name[-size:] in KIND_OF), "")
        if not ending or NO_BODY.search(name) or not _ends(text, end, ending, verbs):
            continue
        kind = KIND_OF[ending]
        if acts and (kind != "部门" or ending == "中心"):
            return None
        return Body(name, kind) if kind != "属地" or end <= LONGEST_PLACE else None
    return None


def _ends(text: str, end: int, ending: str, verbs: Container[str]) -> bool:
    """Whether what stands behind a name shows that it ends; a verb does so only behind what no work is named for."""
    if BEHIND.match(text, end) or time_at(text[end:]):
        return True
    sure = text.startswith("各") or ending in SURE
    return sure and any(text[end : end + size] in verbs for size in range(2, LONGEST_ENDING + 1))
