"""What stands behind 要 where a verb is due: the commonest fault of speeches that are put together from pieces.

# seam-number

A demand behind which a counted subject stands where a verb is due: 要17处阻水建筑….

要 asks for what somebody does. A clause with a subject of its own needs 让 or 把 before it, or 要做到： before the whole; which, only its
writer knows, so that the message offers all three and `--fix` takes none.

Wrong:

    推进河道清障，要17处阻水建筑月底以前全部拆掉。

Right:

    推进河道清障，要把17处阻水建筑月底以前全部拆掉。要17处一处一处过。

# seam-every

The same with 每 and what is counted by it, or 各: 要每所学校配齐….

One 让 or 要求 is missing; whoever listens takes the schools for what is asked for.

Wrong:

    要每所学校开学前配齐两名专职保安。

Right:

    要求每所学校开学前配齐两名专职保安，要每周调度、每月通报。

# seam-de

The same with what is left of something: 要剩余的1200户….

What is left does not act by itself: somebody has to finish it.

Wrong:

    推进清洁取暖，要剩余的1200户必须在上冻以前改完。

Right:

    推进清洁取暖，要让剩余的1200户在上冻以前全部改完。

# seam-noun

The same with any other subject, told by what follows: 要城南水厂9月底前并网.

A thing with a time and a verb behind it is a whole sentence, and 要 has nothing to rule.

Wrong:

    保障供水，要城南水厂9月底前并网供水。

Right:

    保障供水，要抓紧建设城南水厂，9月底前并网供水。

# seam-date

A time between 要 and its verb: 要6月底前修通.

The time goes before 要, or behind 在.

Wrong:

    在农田水利方面，要6月底前修通38公里渠道。

Right:

    在农田水利方面，6月底前要修通38公里渠道；要在年内验收。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_clauses import (
    BODIES,
    DATE,
    DEMANDED_OF,
    EVERY,
    LEADS,
    MEASURE,
    MONTH,
    NO_SUBJECT,
    OPENERS,
    PREDICATES,
    REST,
)
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import MASK, Fault, Reading

OPEN = rf"(?:^|(?<=[，。；：！？、]))[ \u3000]*(?:[\u4e00-\u9fff]{{2,6}}方面，?)?(?:{DEMANDED_OF})?(?:{LEADS})*(?P<open>{OPENERS})"
NUMBER = (
    rf"(?P<what>(?:(?:近|约)?[\d一二两三四五六七八九十百千万余多]+(?:{MEASURE})(?!一(?:{MEASURE}))"
    rf"|(?:百分之(?!百)[一二三四五六七八九十\d]{{1,4}}|\d{{1,2}}%|[二两三四五六七八九]成)(?:以上)?的)[^，。；：！？]{{1,40}})"
)
SHOWN = 10
"""Characters of a clause that a message shows."""


TAIL = "[^，。；：！？]*"
PATTERNS = {
    "seam-number": late(rf"{OPEN}{NUMBER}"),
    "seam-every": late(
        rf"{OPEN}(?P<what>(?:{EVERY}|(?:各|所有|全体)[\u4e00-\u9fff]{{0,6}}?(?:{BODIES}|人员|机构))(?!的)[^，。；：！？]{{2,40}})"
    ),
    "seam-de": late(rf"{OPEN}(?P<what>(?:{REST})的?[^，。；：！？]{{1,16}}?(?:全部|必须|一律|{MONTH}){TAIL})"),
    "seam-noun": late(
        rf"{OPEN}(?P<what>(?!{REST})(?P<noun>[\u4e00-\u9fff{MASK}“”\dA-Z、]{{2,16}}?)(?:{PREDICATES}){TAIL})"
    ),
    "seam-date": late(rf"{OPEN}(?P<what>(?P<date>{DATE})(?!的|[\u4e00-\u9fff]{{0,4}}的(?!到来)){TAIL})"),
}
"""What each rule looks for."""


def _found(name: str) -> Callable[[Reading, Options], Iterator[Fault]]:
    def find(reading: Reading, options: Options) -> Iterator[Fault]:
        for n in reading.running:
            text = reading.plain[n]
            if "要" not in text and "必" not in text and "着" not in text and "决" not in text:
                continue
            for found in PATTERNS[name].finditer(text):
                if JUDGES[name](found):
                    facts = {
                        "text": found["open"] + found["what"][:SHOWN],
                        "open": found["open"],
                        "what": found["what"][:SHOWN],
                    }
                    yield Fault(n, found.start("open"), found.end("what"), facts, _mended(name, found))

    return find


def _is_subject(found: re.Match[str]) -> bool:
    """Whether the words before a predicate are a subject."""
    noun = found["noun"]
    return (
        noun[0] not in NO_SUBJECT
        and noun[0] not in "一二三四五六七八九十0123456789每各这那其此"
        and not re.search("[把将让使对被]|要求|确保|保证|做到|实现|完成", noun)
    )


def _acts(found: re.Match[str]) -> bool:
    """Whether something is said of what is counted: 要17处一处一处过 says how, 要5天完成 how long."""
    behind = re.sub(
        r"^(?:近|约)?[\d一二两三四五六七八九十百千万余多]+(?:个工作日|个月|个百分点|个小时|[\u4e00-\u9fff])",
        "",
        found["what"],
    )
    first = found["what"]
    if re.match(r"[一二两三四五六七八九十\d]+(?:个(?:月|小时|百分点|方面|工作日)|条心|项一项|件一件)|一[一-鿿]", first):
        return False
    return len(behind) > 3


def _always(found: re.Match[str]) -> bool:
    return True


def _mended(name: str, found: re.Match[str]) -> str | None:
    """A time put before 要, where nothing but that has to change."""
    if name != "seam-date" or found["open"] != "要":
        return None
    return f"{found['date']}要{found['what'][len(found['date']) :].lstrip('，')}"


JUDGES: dict[str, Callable[[re.Match[str]], bool]] = {
    "seam-number": _acts,
    "seam-every": _always,
    "seam-de": _always,
    "seam-noun": _is_subject,
    "seam-date": _always,
}
SUBJECT = N_("behind {open} stands a clause with a subject of its own: {what}")
LET = N_("write {open}让{what}…, {open}把{what}…, or {open}做到：{what}…")
"""The three ways out; which is meant, only the writer knows."""
RULES = family(
    __doc__,
    {
        **{
            name: Way(_found(name), SUBJECT, LET, "error")
            for name in ("seam-number", "seam-every", "seam-de", "seam-noun")
        },
        "seam-date": Way(
            _found("seam-date"),
            N_("behind {open} a time stands where a verb is due: {what}"),
            N_("put the time before {open}, or 在 before the time"),
            "error",
        ),
    },
)
