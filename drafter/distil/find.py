"""Where the facts of a speech stand, and of what kind they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from drafter.distil import kinds
from drafter.distil.facts import Eagerness, Hit, Kind
from drafter.distil.kinds import HAN
from drafter.language import Tongue

MEETING = re.compile(
    r"在(.{4,50}?(?:会|[{HAN}]会议|大会|仪式))上的?(?:总结|即席|主持|动员|闭幕)?(?:讲话|发言|致辞|报告|主持词|演讲|述职|$)".replace(
        "{HAN}", HAN
    )
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
LOOKED_AHEAD = 6
"""Characters after a name's first words by which a 和 within it is known."""
LONGEST_OFFICE = 40
LONGEST_NAME = 14
"""Characters of an office's name before its last word."""


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
    for start, end, kind in (*_people(whole), *_places(whole)):
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
    return name


def _subjects(whole: str, meeting: str) -> Iterator[str]:
    """The subject that the meeting's name or the speech itself tells, and its short form."""
    outside = whole.replace(meeting, "\n") if meeting else whole
    for start, end, _ in reversed([*_organs(outside)]):  # what an office is called tells no subject
        outside = f"{outside[:start]}\n{outside[end:]}"
    core = AFTER_SUBJECT.sub("", BEFORE_SUBJECT.sub("", meeting))
    if core[:1] == "“" and core.find("”") == len(core) - 1:
        core = core[1:-1]
    about = ABOUT.search(whole)
    for subject in (core, about[1] if about else "", _repeated(outside)):
        times = outside.count(subject) if len(subject) >= 3 else 0
        short = _short(subject, outside) if len(subject) >= 3 else ""
        if times >= FEWEST_TIMES or (short and (times or SUBJECT_ENDS.search(short[-3:]))):
            yield from (one for one in (subject if times else "", short) if one)
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


def signed(text: str) -> tuple[Hit, ...]:
    """The speaker's office and name in a byline."""
    found = re.fullmatch(
        rf"(?P<office>[^\s　]*?{kinds.OFFICE})?[\s　]*(?P<name>[{HAN}]{{2,4}}|[{HAN}]\s+[{HAN}])", text
    )
    if not found or not (found["office"] or found["name"][0] in kinds.SURNAME):
        return ()
    office = (Hit(0, found.end("office"), "office"),) if found["office"] else ()
    return (*office, Hit(found.start("name"), len(text), "person"))


def hits(text: str, eager: Eagerness, tongue: Tongue, known: Mapping[str, Kind]) -> tuple[Hit, ...]:
    """The facts in a text, from left to right, none within another: the surest are taken first."""
    free = [True] * len(text)
    found: list[Hit] = []
    for start, end, kind in _candidates(text, eager, tongue, known):
        if start < end and all(free[start:end]):
            free[start:end] = [False] * (end - start)
            found.append(Hit(start, end, kind))
    return tuple(sorted(found, key=lambda hit: hit.start))


def _candidates(
    text: str, eager: Eagerness, tongue: Tongue, known: Mapping[str, Kind]
) -> Iterator[tuple[int, int, Kind]]:
    if eager == "none":
        return
    if eager == "facts":
        for words, kind in known.items():
            if kind in ("meeting", "quoted"):
                yield from ((start, start + len(words), kind) for start in _occurrences(text, words))
    for start, end in _holes(text, tongue):
        yield start, end, "placeholder"
        if eager == "facts" and _ends_office(text, start):
            yield from _office(text, max(0, start - LONGEST_OFFICE), start)
    if eager == "placeholders":
        return
    for found in kinds.DATE.finditer(text):
        yield found.start(), found.end(), "date"
    yield from _people(text)
    yield from _organs(text)
    for words, kind in known.items():
        if kind in ("subject", "person", "place"):
            yield from ((start, start + len(words), kind) for start in _occurrences(text, words))
    for found in kinds.FIGURE.finditer(text):
        if not kinds.IDIOMS.fullmatch(found[0]):
            yield found.start(), found.end(), "figure"


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _holes(text: str, tongue: Tongue) -> Iterator[tuple[int, int]]:
    """Placeholders; those that make a date together are one."""
    if tongue.placeholder_signs.isdisjoint(text):
        return
    holes = [found.span() for found in re.finditer(tongue.placeholder, text)]
    masked = list(text)
    for start, end in holes:
        masked[start:end] = "\0" * (end - start)
    for found in kinds.OPEN_DATE.finditer("".join(masked)):
        if "\0" in found[0]:
            yield found.span()
    yield from holes


def _people(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Names with the offices before them."""
    done = 0
    for start, end in _named(text):
        yield start, end, "person"
        yield from _office(text, max(done, start - LONGEST_OFFICE), start)
        done = end
    for found in kinds.CALLED.finditer(text):
        if found[1] in kinds.SURNAME:
            yield found.start(), found.end(), "person"


def _office(text: str, first: int, end: int) -> Iterator[tuple[int, int, Kind]]:
    """The offices that end where a name begins."""
    office = kinds.TITLED.search(text, first, end)
    start = _after_bound(text, office.start(), end) if office else end
    if office and _is_rank(text[start:end]):
        yield start, end, "office"


def _is_rank(words: str) -> bool:
    """An office that goes with its holder, not with a body or a place that is named beside it."""
    return (
        bool(
            re.match("(?:中共)?(?:[省市县区镇乡]委|[省市县区]政府|常务|分管|区长|市长|县长|副[省市县区镇乡]长)", words)
        )
        or "、" in words
    )


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Where people's names stand: before 同志, or after an office and before what people do."""
    for found in re.finditer(f"(?=同志(?!们)|{kinds.OFFICE})|(?<=[书长席任委理记挥])(?=[{HAN}])", text):
        at = found.start()
        if text.startswith("同志", at) or (text[at] not in kinds.SURNAME and re.match(kinds.OFFICE, text[at:])):
            span = next(((at - n, at) for n in (3, 2) if at >= n and _is_name(text[at - n : at])), None)
            if span and (
                _ends_office(text, span[0]) or not _han(text, span[0] - 1) or text[span[0] - 1] in "由和与请向对"
            ):
                yield span
        elif text[at] in kinds.SURNAME and _ends_office(text, at):
            for n in (3, 2):
                if (
                    _is_name(text[at : at + n])
                    and kinds.AFTER_NAME.match(text, at + n)
                    and not text.startswith("同志", at + n)
                ):
                    yield at, at + n
                    break


def _is_name(words: str) -> bool:
    return (
        len(words) in (2, 3)
        and words[0] in kinds.SURNAME
        and all("\u4e00" <= char <= "\u9fff" for char in words)
        and not kinds.NO_NAME.search(words)
    )


def _ends_office(text: str, end: int) -> bool:
    return re.search(f"{kinds.OFFICE}$", text[max(0, end - 5) : end]) is not None


def _han(text: str, at: int) -> bool:
    return at >= 0 and "\u4e00" <= text[at] <= "\u9fff"


def _after_bound(text: str, start: int, end: int) -> int:
    """Where a name begins, after words that are none of it."""
    bounds = [found.end() for found in kinds.BOUND.finditer(text, start, end + LOOKED_AHEAD) if found.end() <= end]
    return bounds[-1] if bounds else start


def _organs(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Offices and other bodies that have a name of their own."""
    for found in kinds.ORGAN.finditer(text):
        if kinds.AFTER_ORGAN.match(text, found.end()):
            continue
        first = found.start()
        while first > 0 and found.start() - first < LONGEST_NAME and _han(text, first - 1):
            first -= 1
        start = _after_bound(text, first, found.start())
        name = text[start : found.end()]
        led = kinds.LED.match(name)
        if found[0] in kinds.NEED_LEVEL or found[0][0] in "一二三四组宣统政农":
            stands = bool(led) or (found[0][0] in "一二三四" and found.start() - start == 2)
        else:
            stands = bool(led) or found.start() - start > 1
        other = kinds.OTHER_ORGAN.search(name) or (not led and kinds.COMMON_ORGAN.fullmatch(name))
        if stands and len(name) > len(found[0]) and not other:
            yield start, found.end(), "organisation"


def _places(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Places whose name stands between words that are surely none of it."""
    for found in kinds.PLACE.finditer(text):
        water = found[0] in "河江湖溪"
        for n in (1, 2) if water else (2, 3):
            start = found.start() - n
            if start < 0 or not _han(text, start):
                break
            if kinds.BEFORE_PLACE.search(text[max(0, start - 3) : start]):
                name = text[start : found.end()]
                sure = kinds.AFTER_PLACE.match(text, found.end()) or (
                    not water and n == 2 and (start == 0 or text[start - 1] in "在到从由、，。于")
                )
                odd = (water and name[0] in kinds.OTHER_WATER) or (n > 1 and kinds.OTHER_PLACE.search(name))
                if sure and not odd:
                    yield start, found.end(), "place"
                break
