"""Promises, ladders and headings of a finished text.

# promised

Another number of points than a sentence promises: 我讲四点意见, and three follow.

A point was taken out or put in after the sentence was written. Whoever listens counts.

Wrong:

    下面，我讲三点意见。

    一、认清形势

    汛期到了。

    二、抓实重点

    先查后改。

Right:

    下面，我讲两点意见。

    一、认清形势

    汛期到了。

    二、抓实重点

    先查后改。

# few-things

几 of something, and only two follow.

几 is three at least to whoever listens.

Wrong:

    近期要办好这几件事：修订预案；补齐物资。

Right:

    近期要办好这几件事：修订预案；补齐物资；练好队伍。

# ladder

A number that is not the next of its row, one that stands twice, or one that stands alone.

Mostly a point was taken out, or put in, and the others kept their numbers.

Wrong:

    一是查险工。二是备物料。四是练队伍。

Right:

    一是查险工。二是备物料。三是练队伍。第一、第三产业都在回升。

# bare-heading

A heading with nothing below it.

What was to be written there was forgotten, or was moved.

Wrong:

    一、统一思想认识

    二、突出工作重点

    先抓水库，再抓河道。

Right:

    一、统一思想认识

    汛期不等人。

    二、突出工作重点

    先抓水库，再抓河道。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh import NUMBER, NUMBERS
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import Fault, Reading
from drafter.lint.texts.steps import HIGH, LOWEST, Step

COUNTED = "点意见|点要求|点希望|点建议|点看法|点想法|点体会|个方面|件事情?|项工作|项任务|条意见|个问题|条措施|项措施|件大事|件实事|件事|点"
BEFORE = "讲|谈|抓好|抓住|做好|办好|提|提出|强调|说|落实|从|重点抓|再讲|突出|把握|注意|守住|做到"


PROMISE = late(rf"(?P<lead>{BEFORE})(?!了|过)[^，。；：！？]{{0,8}}?{NUMBER}(?:{COUNTED})(?P<end>[。：，；！]|$)")
"""A clause that promises so many points."""
FEW = late(r"(?P<few>[这以如]?下?几(?:件事情?|项任务|项工作|点|个方面|个问题|条))(?:是|工作)?：(?P<items>[^。：\n]+)。")
"""A list that is told as 几."""
QUOTED = late(f"“{NUMBER}个(?P<of>[\u4e00-\u9fff]{{1,3}})”[：:](?P<items>[^，。；：！？]{{4,90}})")
"""A set phrase with a number, and what it stands for."""
EACH = late(
    f"{NUMBER}(?P<of>[句件条个点种项])(?:话|事情?|路|字|建议|希望|要求|体会)?：(?P<items>一[^。：！？]{{6,160}})"
)
"""A number of things, and each with 一 and its measure."""
ALONE = late(
    "(?P<few>几(?:点(?:要求|意见|希望|建议)?|条(?:意见|要求)?|件事情?|个方面|项工作))：(?P<items>[^；、。：，]{4,40}(?:，[^；、。：，]{4,40})?)。(?P<rest>[^。]{0,16}。?)$"
)
"""Several things told, and one that follows."""
TOLD = late("(?:刚才|前面|上面|上次|去年|以上|他|会上)[^。；]*$")
"""What stands before a number of points that somebody has made."""
OTHERWISE = late("[一另]是|另[外一]|其次|再次|二|再一[个条点]|还有就是|同时")
"""What a second point may begin with as well."""


def _ladders(reading: Reading, options: Options) -> Iterator[Fault]:
    """Of each row the numbers that are not the next; a number of a higher row ends those below it."""
    open_rows: dict[int, list[Step]] = {}
    for step in reading.steps:
        for below in [depth for depth in open_rows if depth > step.depth and step.depth < HIGH]:
            yield from _lone(reading, open_rows.pop(below))
        row = open_rows.setdefault(step.depth, [])
        if step.ordinal == 1 or (step.depth >= HIGH and row and row[-1].paragraph < step.paragraph - 12):
            yield from _lone(reading, row)
            open_rows[step.depth] = [step]
            continue
        if row and step.ordinal != row[-1].ordinal + 1:
            last = row[-1]
            if last.ordinal - 8 < step.ordinal < last.ordinal + 8:
                facts = {"text": _shown(reading, step), "before": _shown(reading, last)}
                yield Fault(
                    step.paragraph, step.start, step.end, facts, None, ((last.paragraph, last.start, last.end),)
                )
        row.append(step)
    for row in open_rows.values():
        yield from _lone(reading, row)


def _lone(reading: Reading, row: Sequence[Step]) -> Iterator[Fault]:
    """一是 or 一要 with no second, and nothing that takes its place: 另一, 其次, another 一是."""
    if len(row) != 1 or row[0].ordinal != 1 or row[0].depth != LOWEST:
        return
    one = row[0]
    text = reading.plain[one.paragraph]
    near = text[one.end :] + "".join(reading.plain[one.paragraph + 1 : one.paragraph + 2])
    if not OTHERWISE.search(near) and not re.search("一[是要]", text[: one.start]):
        yield Fault(
            one.paragraph, one.start, one.end, {"text": text[one.start : one.end], "before": text[one.start : one.end]}
        )


def _shown(reading: Reading, step: Step) -> str:
    return reading.plain[step.paragraph][step.start : step.end].strip()


def _items(reading: Reading, options: Options) -> Iterator[Fault]:
    """A number of points that a clause promises, against the row behind it, and against the items of its own sentence."""
    yield from _promises(reading, options)
    for n, found in reading.find(QUOTED, "open"):
        items = [one for one in found["items"].split("、") if found["of"] in one]
        if len(items) == found["items"].count("、") + 1 > 1 and len(items) != NUMBERS.get(found["number"], 0):
            yield _miscounted(n, found, len(items), "、")
    for n, found in reading.find(EACH):
        there = len(re.findall(f"(?:^|[；，])(?:还有|另)?一{found['of']}[是要]", found["items"]))
        if there > 1 and there != NUMBERS.get(found["number"], 0):
            yield _miscounted(n, found, there, f"一{found['of']}是")


def _miscounted(n: int, found: re.Match[str], there: int, row: str) -> Fault:
    facts = {"text": found["number"], "row": row, "count": str(there)}
    return Fault(n, found.start("number"), found.start("items") - 1, facts, None, ((n, *found.span("items")),))


def _promises(reading: Reading, options: Options) -> Iterator[Fault]:
    """A number of points that a clause promises, against the row that begins behind it."""
    steps = reading.steps
    for n, found in reading.find(PROMISE):
        due = NUMBERS.get(found["number"], 0)
        at = next(
            (k for k, one in enumerate(steps) if (one.paragraph, one.start) >= (n, found.end()) and one.ordinal == 1),
            None,
        )
        if due < 2 or at is None or steps[at].paragraph > n + 3 or TOLD.search(reading.plain[n][: found.start()][-12:]):
            continue
        last, there = steps[at], _length(steps, at)
        if there != due and (there > 1 or last.depth > 1):
            facts = {"text": found["number"], "row": last.row, "count": str(there)}
            yield Fault(
                n,
                found.start("number"),
                found.end() - len(found["end"]),
                facts,
                None,
                ((last.paragraph, last.start, last.end),),
            )


def _length(steps: Sequence[Step], at: int) -> int:
    """How many numbers of a row follow one another from its first on."""
    depth, count = steps[at].depth, 1
    for one in steps[at + 1 :]:
        if one.depth == depth and one.ordinal == count + 1:
            count += 1
        elif one.depth == depth or one.depth < depth < HIGH:
            break
    return count


def _few(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, found in reading.find(FEW):
        if found["items"].count("；") == 1 or (
            "；" not in found["items"] and found["items"].count("、") == 1 and "，" not in found["items"]
        ):
            yield Fault(n, *found.span("few"), {"text": found["few"]}, None, ((n, *found.span("items")),))
    for n, found in reading.find(ALONE):
        if not any(
            one.paragraph in (n, n + 1) and (one.paragraph, one.start) > (n, found.start()) for one in reading.steps
        ):
            yield Fault(n, *found.span("few"), {"text": found["few"]}, None, ((n, *found.span("items")),))


def _bare(reading: Reading, options: Options) -> Iterator[Fault]:
    """A heading that another one of its level or above follows at once, or nothing does."""
    paragraphs = reading.paragraphs
    for n, one in enumerate(paragraphs):
        if one.kind != "heading":
            continue
        after = paragraphs[n + 1] if n + 1 < len(paragraphs) else None
        if (
            (after is None and n > 0)
            or (after and after.kind == "heading" and after.level <= one.level)
            or _runs_on(reading, n)
            or (n + 2 == len(paragraphs) and reading.plain[n + 1].lstrip().startswith(("同志们，", "同志们！")))
        ):
            yield Fault(n, 0, len(one.text), {"text": one.text.strip()[:24]})


def _runs_on(reading: Reading, n: int) -> bool:
    """Whether the next paragraph begins with the next number of a heading's row."""
    first = {one.paragraph: one for one in reversed(reading.steps) if one.paragraph in (n, n + 1)}
    here, there = first.get(n), first.get(n + 1)
    return bool(here and there and here.depth == there.depth < HIGH and there.ordinal == here.ordinal + 1)


RULES = family(
    __doc__,
    {
        "promised": Way(
            _items,
            N_("{text} are promised, and the row {row} has {count}"),
            N_("correct the number, or the row"),
            "error",
        ),
        "few-things": Way(_few, N_("{text} promises three or more, and fewer follow"), N_("say 两, or name more")),
        "ladder": Way(
            _ladders,
            N_("the number {text} stands behind {before}"),
            N_("number the row anew, and see whether a point is missing"),
            "error",
        ),
        "bare-heading": Way(
            _bare,
            N_("nothing stands below the heading {text}"),
            N_("write what belongs there, or take it out"),
            "error",
        ),
    },
)
