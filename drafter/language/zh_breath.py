"""Where a speaker takes breath in a long stretch of Chinese without marks: by closed lists of words, and only where that is sure."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language.late import late
from drafter.language.zh_spoken import figure_spans

NEAREST = 7
"""Characters between a breath and any mark, so that no breath stands where one was just taken."""
SHORT_QUOTE = 8
"""Characters of a quotation that is said in one breath."""
MARKS = late(r"[，。；：！？、…—,;:!?\s]+")
"""Where a speaker pauses anyway."""
QUOTES = late("“[^”]*”|《[^》]*》|‘[^’]*’|（[^）]*）|【[^】]*】")
LATIN = late(r"[A-Za-z0-9.,%+-]{2,}")
CLOSED = late(
    "发展和改革|工业和信息化|住房和城乡|人力资源和社会|文化和旅游|粮食和物资|规划和自然|自然资源和规划|水利和湖泊|生态和环境"
    "|同志为核心的党中央|卫生和健康|退役军人和|经济和信息化|科学技术和|民族和宗教|应急和消防|医疗和|国防和军队|两新组织"
)
"""Names that have 和 in them."""
TABLES = tuple(
    late(pattern)
    for pattern in (
        # a phrase of time or circumstance, with which the stretch begins
        "(?:基础上|过程中|领导下|指导下|支持下|带领下|关心下|努力下|情况下|条件下|前提下|形势下|背景下|期间|以来|之际|之后|之前|的同时)"
        "(?![的是和与及、])()",
        # clauses side by side
        "()以及",
        "(?<![合兼吞归裁一火图])()并(?=对|在|按|将|把|向|于|由|以|及时|同步|建立|完善|落实|形成|进行|组织|做好|报[送市县区]|加强|纳入"
        "|督促|作出|提出|公布|安排|推动|推进|明确|切实|坚决|督办|通报|持续|全面|认真)",
        "(?<![不总缓])()和(?=加快|推进|推动|加强|做好|落实|完善|提升|健全|深化|改进|优化|保障|维护|促进|强化)",
        "(?<![，。])()(?:从而|进而)(?!言)",
        # a long subject, and what is asked of it
        "()(?:都必须|都要|都应当|必须|务必|应当|一定要|决不能|绝不能|不得(?!不|已|力|了|人|志|体)|一律|均须|不允许)",
        "的(?:主要|首要|重要|中心|根本|共同|突出)?(?:目的|关键|任务|重点|根本|核心|前提|基础|目标|原因|意义|要求|问题|优势|职责|使命|底线)()[就也正]?是(?!否)",
        "(?<![要将须应来去地并更再为能可已是也都以而、，])()(?:进一步|切实(?!可行|有效)|坚决|坚持(?!不懈))",
        # a verb that a whole clause follows
        "(?:认识到|意识到|表明|意味着|充分说明|强调指出)()",
    )
)
"""Places where breath is taken, the surest first; the empty group is the place."""
OPENS = late(
    r"[一二三四五六七八九十]?是?(?:在|自|从|经过|通过|随着|当|今年|去年|近|年初|会议|[一二三四五六七八九十两\d]+[年个月])"
)
"""How a phrase of time or circumstance begins."""
ATTRIBUTE = late("(?<![目有似别真总挺怪])的()(?![确话时士是])")
"""Behind a long attribute, where nothing of TABLES stands and it is the only one."""
ENTANGLED = late("[向对把将给和与及]")
"""What makes it unsure how far an attribute reaches, and to what it belongs."""
LONG = 10
"""Characters of an attribute behind which breath is taken."""


def breaths(text: str, longest: int = 20) -> tuple[int, ...]:
    """Where breath is taken in stretches of more than so many characters between marks: places in the text, in order."""
    kept = [*_kept(text)]
    found: list[int] = []
    for start, end in _stretches(text):
        found += _within(text, start, end, longest, kept)
    return tuple(sorted(found))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for mark in MARKS.finditer(text):
        yield at, mark.start()
        at = mark.end()
    yield at, len(text)


def _kept(text: str) -> Iterator[tuple[int, int]]:
    """What is said in one breath: figures with their units, letters, short quotations, names."""
    yield from figure_spans(text)
    for pattern in (LATIN, CLOSED):
        yield from (found.span() for found in pattern.finditer(text))
    for found in QUOTES.finditer(text):
        if len(found[0]) - 2 <= SHORT_QUOTE or found[0][0] in "《【":
            yield found.span()


def _within(text: str, start: int, end: int, longest: int, kept: list[tuple[int, int]]) -> Iterator[int]:
    """The breaths of one stretch: at the surest place, of several at the one nearest to the middle; then in what is still long."""
    if end - start <= longest:
        return
    for places in _places(text, start, end):
        free = [place for place in places if not any(one < place < other for one, other in kept)]
        if free:
            best = min(free, key=lambda place: abs(place - (start + end) / 2))
            yield best
            yield from _within(text, start, best, longest, kept)
            yield from _within(text, best, end, longest, kept)
            return


def _places(text: str, start: int, end: int) -> Iterator[list[int]]:
    """Where breath may be taken in a stretch, for each table."""
    for table in TABLES[not OPENS.match(text, start) :]:
        found = (match.start(1) for match in table.finditer(text, start, end))
        yield [place for place in found if start + NEAREST <= place <= end - NEAREST]
    attributes = [match.start(1) for match in ATTRIBUTE.finditer(text, start, end)]
    if len(attributes) == 1 and not ENTANGLED.search(text, start, end):
        yield [place for place in attributes if start + LONG <= place <= end - NEAREST]
