"""Problems in words: what is wrong, and what to do. English here; the catalogue in `locale/` has the Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from drafter.catalogue import N_
from drafter.sentences.batch import BATCH
from drafter.sentences.checks import CHECKED
from drafter.sentences.found import FACTS as FACTS
from drafter.sentences.found import THINGS
from drafter.sentences.found import WHY as WHY
from drafter.sentences.galley import LANGUAGE
from drafter.sentences.kinds import DUE, WHAT
from drafter.sentences.looks import unlike
from drafter.sentences.printing import PRINTED
from drafter.sentences.returned import RETURNED
from drafter.sentences.speaking import SPEAKING
from drafter.sentences.styles import STYLED
from drafter.sentences.system import NO_FILE
from drafter.sentences.system import WHY as SYSTEM
from drafter.sentences.typed import TYPED
from drafter.sentences.work import WORK

if TYPE_CHECKING:  # typing.Protocol takes time to make
    from drafter.sentences.told import Told, Where

FIXED = N_("fixed")
UNWORDED = (N_("a problem without words"), N_("its name is all that is known"))
"""What is said of a rule that neither we nor who made the problem have words for."""
SENTENCE = N_("{what}; {mend}")
NEAR = N_("did you mean {near}?")
MORE = N_("{sentence} (and {more} more of this kind)")
NEAR_UNLIKE = N_("did you mean {near}? It looks alike, but these characters are other: {odd}")
RULES = {**RETURNED, **PRINTED, **TYPED, **SPEAKING, **STYLED, **WORK, **BATCH, **CHECKED}
"""What is wrong and what to do, by rule."""
WORDS = (
    N_("blueprint"),
    N_("brief"),
    N_("checks"),
    N_("choice"),
    N_("closing"),
    N_("cues"),
    N_("date"),
    N_("emphases"),
    N_("file"),
    N_("flag"),
    N_("fragment"),
    N_("list"),
    N_("map"),
    N_("node"),
    N_("number"),
    N_("opening"),
    N_("pack"),
    N_("page"),
    N_("record"),
    N_("section"),
    N_("signs"),
    N_("speech"),
    N_("style"),
    N_("text"),
    N_("an earlier brother has another"),  # number, in ignored-number
    N_("it has no heading"),
    N_("one alone has no number"),
    *THINGS,
    *WHAT.values(),
    *DUE.values(),
    N_("an encrypted document"),
    *SYSTEM.values(),
    NO_FILE,
    N_("standard output is closed"),
    N_("table"),
)
"""Words of ours that stand in a message as facts, and are translated with it."""
OURS = frozenset({"kind", "left", "of", "reason", "right", "takes", "what", "zone"})
"""The facts that may be such words; all others are the user's own."""
CONTROL = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
"""Characters that could move the cursor or turn the text round on a terminal."""
Translate = Callable[[str], str]


def sentence(problem: Told, translate: Translate = str) -> str:
    """What is wrong and what to do, in one line; the near miss goes before general advice, and how many are not told last."""
    what, mend = problem.said.get(translate(LANGUAGE)[:2]) or problem.says or RULES.get(problem.rule) or UNWORDED
    facts = {
        name: translate(value) if name in OURS and value in WORDS else value for name, value in problem.facts.items()
    }
    if near := problem.facts.get("near"):
        odd = unlike(next((problem.facts[one] for one in ("name", "value") if one in problem.facts), near), near)
        facts["odd"], mend = odd, NEAR_UNLIKE if odd else NEAR
    told = translate(SENTENCE).format(
        what=translate(what).format_map(_Shown(facts)), mend=translate(mend).format_map(_Shown(facts))
    )
    return translate(MORE).format(sentence=told, more=f"{problem.more:,}") if problem.more else told


def report(problem: Told, translate: Translate = str, *, fixed: bool = False) -> str:
    """The problem as one line of a report: place, severity or that it is fixed, sentence, rule."""
    how = FIXED if fixed else problem.severity
    return f"{where(problem.place)}: {translate(how)}: {sentence(problem, translate)} [{problem.rule}]"


def where(place: Where) -> str:
    """A spot as a person looks for it: by line and column, in a workbook by sheet and cell."""
    if not place.line:
        return visible(place.file)
    return f"{visible(place.file)}:{' ' * bool(place.sheet)}{spot(place)}"


def spot(place: Where) -> str:
    """The same within its file."""
    if place.sheet:
        return f"{visible(place.sheet)}!{letters(place.column)}{place.line}"
    return f"{place.line}:{place.column}"


def letters(column: int) -> str:
    """A column of a sheet, counted from 1, as spreadsheets name it: A … Z AA …"""
    found = ""
    while column > 0:
        column, left = divmod(column - 1, 26)
        found = chr(65 + left) + found
    return found


def as_data(problem: Told, translate: Translate = str) -> dict[str, Any]:
    """The same as data."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "rule": problem.rule,
        "message": sentence(problem, translate),
        "facts": dict(problem.facts),
        "fixable": problem.edit is not None,
        "more": problem.more,
        "words": problem.words,
        "related": [
            {"file": one.place.file, "line": one.place.line, "column": one.place.column, "words": one.words}
            for one in problem.related
        ],
    }


def visible(text: str) -> str:
    """Text that may come from anyone, safe to print on a terminal."""
    if text.isprintable():  # as nearly all is, and the pattern takes long to compile
        return text
    return re.sub(CONTROL, lambda found: f"\\u{ord(found[0]):04x}", text)


class _Shown(dict[str, str]):
    """Facts, made visible; one that is missing shows as its name."""

    def __getitem__(self, key: str) -> str:
        return visible(str(dict.get(self, key, key)))

    def __missing__(self, key: str) -> str:
        return key


SEVERITIES = (N_("error"), N_("warning"), N_("info"))
