"""What a whole speech comes back to: its meeting, its subject, its slogans, and the names that are sure somewhere in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from drafter.distillation import kinds
from drafter.distillation.facts import Kind
from drafter.distillation.find import organs, people, places
from drafter.distillation.kinds import HAN
from drafter.language import Tongue

MEETING = re.compile(
    rf"在(.{{4,50}}?(?:会|[{HAN}]会议|大会|仪式))上的?(?:总结|即席|主持|动员|闭幕)?(?:讲话|发言|致辞|报告|主持词|演讲|述职|$)"
)
CONVENED = re.compile(
    rf"(?:召开|举行|举办|参加)(?:的?(?:这次|本次|此次))?([{HAN}“”、\d]{{4,40}}?(?:大会|会议|[{HAN}]会))(?=[，。；！])"
)
NAMED_MEETING = re.compile(
    rf"(全[省市县区镇乡][{HAN}]{{2,20}}?(?:(?:推进|动员|部署|现场|座谈|调度|表彰|誓师|总结)大?会议?|工作会议))(?![{HAN}]{{0,2}}精神)"
)
ORDINAL = rf"(?:20\d\d年(?:度)?)?(?:第[{HAN}\d]{{1,3}}次)?"
BEFORE_SUBJECT = re.compile(
    rf"^{ORDINAL}(?:全[省市县区镇乡州局]|[{HAN}]{{2,3}}?[省市县区镇乡](?![场民委])|[省市县区镇](?![场民委政域级区长]))?{ORDINAL}"
)
AFTER_SUBJECT = re.compile(
    "(?:专项)?(?:工作|行动)?(?P<short>(?:推进|动员|部署|现场|总结|表彰|调度|专题|座谈|启动|誓师|交流|恳谈|联席|述职|评议|视频|电视|电话|暨|安排)*(?:大会|会议|会))$"
)
ABOUT = re.compile(
    rf"(?:就|围绕)(?:如何)?(?:进一步)?(?:切实)?(?:做好|抓好|加强|推进|搞好)?([{HAN}“”、]{{3,26}}?)工作[，,]"
)
SUBJECT_ENDS = re.compile(
    "治理|建设|整治|攻坚战?|行动|招商|更新|整改|化解|振兴|示范带|备汛|防汛|增效|创建|改革|保护|河长制|安全生产|提升|工程|提质|脱贫|扶贫|环境"
)
RUN = re.compile(f"[{HAN}]+")
FEWEST_TIMES = 2
"""How often a subject stands in the speech outside the meeting's name."""
LONGEST_SUBJECT = 16
LONGEST_SLOGAN = 20
"""Characters; what is longer is somebody's words."""


def known(texts: Sequence[str], title: str, tongue: Tongue) -> Mapping[str, Kind]:
    """What the speech comes back to, longest first: the meeting, the subject, slogans, and names that are sure somewhere."""
    whole = "\n".join((title, *texts))
    found: dict[str, Kind] = {}
    meeting = _meeting(texts, title, tongue)
    if meeting:
        found[meeting] = "meeting"
        ends = AFTER_SUBJECT.search(meeting)
        if ends and len(ends["short"]) > 2 and whole.replace(meeting, "").count(ends["short"]):
            found.setdefault(ends["short"], "meeting")
    for subject in _subjects(whole, meeting):
        found.setdefault(subject, "subject")
    for words in _slogans(whole):
        found.setdefault(words, "quoted")
    for start, end, kind in (*people(whole), *places(whole)):
        if kind != "office":
            found.setdefault(whole[start:end], kind)
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))


def _meeting(texts: Sequence[str], title: str, tongue: Tongue) -> str:
    """The meeting's name, without what was left open before it."""
    found = next((one for text in (title, *texts[:3]) if (one := MEETING.search(text))), None)
    found = found or CONVENED.search("\n".join(texts[:3])) or NAMED_MEETING.search("\n".join(texts[:3]))
    name = found[1] if found else ""
    for hole in re.finditer(tongue.placeholder, name):
        name = name[hole.end() - len(name) :].lstrip("年省市县区镇乡") if hole.end() < len(name) else ""
        return name if len(name) > 3 else ""
    bare = re.sub(r"^(?:20\d\d年(?:度)?)", "", name)
    rest = "\n".join((title, *texts)).replace(name, "")
    return bare if bare != name and len(bare) > 3 and bare in rest else name


def _subjects(whole: str, meeting: str) -> Iterator[str]:
    """The subject that the meeting's name or the speech itself tells, and its short form."""
    outside = whole.replace(meeting, "\n") if meeting else whole
    for start, end, _ in reversed([*organs(outside)]):  # what an office is called tells no subject
        outside = f"{outside[:start]}\n{outside[end:]}"
    core = AFTER_SUBJECT.sub("", BEFORE_SUBJECT.sub("", meeting))
    if core[:1] == "“" and core.find("”") == len(core) - 1:
        core = core[1:-1]
    about = ABOUT.search(whole)
    for subject in (core, about[1] if about else "", _repeated(outside)):
        times = outside.count(subject) if len(subject) >= 3 else 0
        short = _short(subject, outside) if len(subject) >= 3 else ""
        if times >= FEWEST_TIMES or (short and (times or SUBJECT_ENDS.search(short[-3:]))):
            yield from sorted((one for one in (subject if times else "", short) if one), key=len, reverse=True)
            return


def _repeated(text: str) -> str:
    """What is said most: the longest words that stand twice and end like the name of some work."""
    seen: Counter[str] = Counter()
    for run in RUN.findall(text):
        for end in SUBJECT_ENDS.finditer(run):
            for start in range(max(0, end.end() - LONGEST_SUBJECT), end.end() - 4):
                seen[run[start : end.end()]] += 1
    often = [
        words for words, count in seen.items() if count > 1 and not kinds.BOUND.search(words) and not WEAK.match(words)
    ]
    return max(often, key=lambda words: (seen[words] * len(words), words), default="")


WEAK = re.compile("[要抓搞做好加强推进深入扎实全面切实进一步大力持续着力不断和及与、我全市县区]")
"""With what no name of some work begins."""


def _short(subject: str, outside: str) -> str:
    """The short form of a subject: a part of it, or its first and last words, that stands often by itself."""
    rest = outside.replace(subject, "\n")
    size = len(subject)
    parts = {subject[a:b] for a in range(size) for b in range(a + 3, size + 1)} - {subject}
    if size > 5:
        parts.add(subject[:2] + subject[-2:])
    often = [
        words for words in parts if rest.count(words) >= FEWEST_TIMES and (SUBJECT_ENDS.search(words) or len(words) > 3)
    ]
    return max(often, key=lambda words: (rest.count(words) * len(words), words), default="")


def _slogans(whole: str) -> Iterator[str]:
    """Phrases in quotation marks that come back, are built like slogans, or are said to be something's name."""
    times = Counter(kinds.QUOTED.findall(whole))
    for found in kinds.QUOTED.finditer(whole):
        words = found[1]
        before = whole[max(0, found.start() - 8) : found.start()]
        if len(words) > LONGEST_SLOGAN or kinds.NO_SLOGAN.search(words) or kinds.SAID.search(before):
            continue
        built = len(words) >= 6 and ("，" in words or "、" in words)
        named = len(words) >= 3 and (kinds.NAMED.match(whole, found.end()) or kinds.CALLING.search(before))
        if built or named or (times[words] >= FEWEST_TIMES and len(words) >= 3):
            yield words
