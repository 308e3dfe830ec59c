"""The facts of an old speech: where they stand, what a person would call them, and why they are taken for facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from drafter.distil import names
from drafter.distil.names import HAN, UNITS

Eagerness = Literal["none", "placeholders", "facts"]
WHY = {
    "placeholder": "left open",
    "date": "a date",
    "figure": "a figure",
    "organisation": "an office",
    "meeting": "the meeting",
    "subject": "the subject",
    "quoted": "a quoted phrase",
}
"""Why something is taken for a fact, in words."""
NUMBER = r"\d[\d,]*(?:\.\d+)?"
HOLLOW = r"(?:[XxＸ]{1,4}|[×＊*]{1,6}|某{1,2}|_{2,}|#{2,})"
PLACEHOLDER = re.compile(
    rf"(?<![A-Za-z])(?:(?:20\d[xX×*]|20[xX×*]{{2}}|{HOLLOW})年(?:{HOLLOW}月(?:{HOLLOW}日)?)?|{HOLLOW}月(?:{HOLLOW}日)?|20\d?[xX×]{{1,2}}|{HOLLOW})(?![A-Za-z])"
)
DATE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|(?<!\d)\d{1,2}月\d{1,2}日|(?<!\d)\d{1,2}月(?:上旬|中旬|下旬|底|初|末)?(?=[，。；、前底内])"
)
FIGURE = re.compile(rf"(?<![\d.\-A-Za-z]){NUMBER}(?:余|多)?(?:{UNITS})(?![\d])")
ORGAN = re.compile(
    rf"(?:(?<=[，。；、：由和与及对向请在])|(?<=^))((?:[省市县区镇]|[{HAN}]{{2,3}}[省市县区镇州])?[{HAN}]{{2,8}}(?:局|委员会|办公室|指挥部|领导小组|集团|管委会|街道|镇政府|区政府|县政府|分局|大队))(?=[，。；、：的要和与及牵负会作汇通介传])"
)
QUOTED = re.compile(r"“[^“”]{2,14}”")
MEETING = re.compile(r"^在(.{4,50}?)上的(?:总结)?(?:讲话|发言|致辞|报告|主持词|演讲)")
SUBJECT = re.compile(
    rf"(?:就|围绕)(?:如何)?(?:进一步)?(?:切实)?(?:做好|抓好|加强|推进|搞好)?([{HAN}“”、]{{3,26}}?)工作[，,]"
)
GENERIC = re.compile(
    "[由和与及对向将把被各按让使给为]|当地|一律|有关|相关|职能|牵头|^(?:领导小组|办公室|指挥部|.{0,3}领导小组办公室)$"
)
"""What is no office's own name."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a speech."""

    name: str
    """What a person would call it: the slot's name."""
    value: str
    """The words that state it."""
    why: str
    """What it was taken for: placeholder, date, figure, organisation, meeting, subject, quoted."""
    ask: str
    """The question that it answers."""
    count: int = 1
    """How often it stands."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a fact stands in a text."""

    start: int
    end: int
    name: str


@dataclass(slots=True)
class Finder:
    """Finds facts text by text; the same words are the same slot, a placeholder is a slot each time."""

    eager: Eagerness
    taken: dict[tuple[str, str], str]
    facts: dict[str, Fact]
    reserved: frozenset[str]
    recurring: dict[tuple[str, str], str] = field(default_factory=dict)
    """What the whole speech comes back to: the meeting, the subject, its slogans."""
    numbers: dict[str, int] = field(default_factory=dict)
    """How often each name was wished for."""

    def spans(self, text: str) -> list[Span]:
        """The facts in a text, from left to right, none within another."""
        found: list[Span] = []
        for start, end, value, why, name in self._candidates(text):
            if all(end <= span.start or start >= span.end for span in found):
                found.append(Span(start, end, self._slot(value, why, name)))
        return sorted(found, key=lambda span: span.start)

    def _candidates(self, text: str) -> Iterator[tuple[int, int, str, str, str]]:
        """Stretches that may be facts, the surest first."""
        if self.eager == "none":
            return
        for (why, value), name in self.recurring.items():
            for found in re.finditer(re.escape(value), text):
                yield found.start(), found.end(), value, why, name
        for found in PLACEHOLDER.finditer(text):
            yield found.start(), found.end(), found[0], "placeholder", names.hole(text, found.start(), found.end())
        if self.eager != "facts":
            return
        for found in DATE.finditer(text):
            yield found.start(), found.end(), found[0], "date", "日期" if "年" in found[0] else "时限"
        for found in FIGURE.finditer(text):
            yield found.start(), found.end(), found[0], "figure", names.figure(text, found.start(), found.end())
        for found in ORGAN.finditer(text):
            if not GENERIC.search(found[1]):
                yield found.start(1), found.end(1), found[1], "organisation", names.office(found[1])

    def _slot(self, value: str, why: str, name: str) -> str:
        key = (why, value)
        if why != "placeholder" and key in self.taken:
            known = self.taken[key]
            if known in self.facts:
                one = self.facts[known]
                self.facts[known] = Fact(one.name, one.value, one.why, one.ask, one.count + 1)
                return known
        unique = self.taken.get(key, "") if why != "placeholder" else ""
        unique = unique or self._unique(name)
        if why != "placeholder":
            self.taken[key] = unique
        self.facts[unique] = Fact(unique, value, why, _ask(unique, why))
        return unique

    def _unique(self, name: str) -> str:
        name = name if name and name not in self.reserved else "内容"
        while True:
            number = self.numbers[name] = self.numbers.get(name, 0) + 1
            unique = name if number == 1 else f"{name}{number}"
            if unique not in self.facts and unique not in self.reserved and unique not in self.recurring.values():
                return unique


def finder(texts: Sequence[str], title: str, eager: Eagerness, reserved: Iterable[str] = ()) -> Finder:
    """A finder that knows the meeting, the subject and the slogans that the whole speech comes back to."""
    made = Finder(eager, {}, {}, frozenset(reserved))
    if eager != "facts":
        made.taken.update(made.recurring)
    return made
    meeting = MEETING.match(title)
    if meeting:
        made.recurring[("meeting", meeting[1])] = "会议"
    whole = "\n".join([title, *texts])
    subject = SUBJECT.search(whole)
    if subject and whole.count(subject[1]) > 1 and (not meeting or subject[1] != meeting[1]):
        made.recurring[("subject", subject[1])] = "工作"
    quoted = Counter(QUOTED.findall(whole))
    for n, (value, count) in enumerate(sorted(quoted.items(), key=lambda one: (-one[1], one[0]))):
        if count > 2 and n < 3 and ("subject", value) not in made.recurring:
            made.recurring[("quoted", value)] = "主题" if not n else "提法"
    made.taken.update(made.recurring)
    return made


def _ask(name: str, why: str) -> str:
    return {
        "placeholder": f"原稿此处空缺：{name}",
        "meeting": "会议全称",
        "subject": "工作简称",
        "date": "原稿中的日期或时限",
    }.get(why, name)
