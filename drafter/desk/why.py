"""Why a speech says what it says, in rows: which wording of how many, what spoke for it, and what stayed silent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from drafter.desk.draft import Draft
from drafter.expression.evaluate import given, printed
from drafter.expression.spell import source
from drafter.language import Tongue, knowing
from drafter.model.occurrence import id_of
from drafter.model.outline import Term, Weighed, Why
from drafter.model.speech import plain
from drafter.model.value import Fact, Gap, Value
from drafter.plan import plan

LONGEST = 24
"""Characters of a value that are shown."""
How = Literal["alone", "picked", "fits", "conditions", "facts", "lot", "unsaid", "override", ""]


class Condition(Struct, frozen=True):
    """Something that a node or a wording hangs on."""

    key: str
    """Its key: when, only, for, each, with, without, most, stock; or why else it is silent: omit, body, said."""
    text: str
    """The condition as it is written, or what it names."""
    holds: bool
    """Whether it holds."""
    facts: tuple[tuple[str, str], ...]
    """What it asks for, with what that was, shortened; nothing stands for what is not given."""


class Candidate(Struct, frozen=True):
    """A wording that could not be said."""

    number: int
    """Which of the node's it is."""
    conditions: tuple[Condition, ...]
    """Those that do not hold."""
    wants: tuple[str, ...]
    """The slots, or else the expressions, that have no value."""


class Reason(Struct, frozen=True):
    """How it was decided what a node says."""

    key: str
    """The node, with its occurrence."""
    stands: bool
    """Whether it stands."""
    number: int
    """The wording that is said; 0 for none, or one of a stock."""
    count: int
    """How many wordings there are."""
    fitting: int
    """How many of them could be said."""
    how: How
    """Why this one: nothing but it fits, most conditions or facts, the lot, a person picked it or wrote over it."""
    conditions: tuple[Condition, ...]
    """What the node and the wording that is said hang on; of a silent node, what does not hold."""
    others: tuple[Candidate, ...]
    """The wordings that could not be said."""


def reasons(draft: Draft) -> tuple[Reason, ...]:
    """How all was decided, in the order of the speech."""
    knows = draft.knows
    tongue = knowing(draft.blueprint.language, knows)
    outline = plan(draft.blueprint, draft.cut_brief, knows.words, why=True)
    picked = draft.brief.pick
    return tuple(_reason(one, tongue, one.key in picked or id_of(one.key) in picked) for one in outline.why)


def _reason(why: Why, tongue: Tongue, picked: bool) -> Reason:
    said = next((one for one in why.wordings if one.fits and one.prose == why.said), None)
    terms = (*why.terms, *(said.terms if said else ())) if why.stands else [one for one in why.terms if not one.holds]
    silent = [one for one in why.wordings if not one.fits]
    return Reason(
        key=why.key,
        stands=why.stands,
        number=said.number if said else 0,
        count=len(why.wordings),
        fitting=len(why.wordings) - len(silent),
        how="override" if why.override else _how(said, [*why.wordings], picked) if said else "",
        conditions=tuple(_condition(one, tongue) for one in terms),
        others=tuple(
            Candidate(one.number, tuple(_condition(term, tongue) for term in one.terms if not term.holds), one.wants)
            for one in silent
            if why.stands or not any(not term.holds for term in why.terms)
        ),
    )


def _how(said: Weighed, every: list[Weighed], picked: bool) -> How:
    """What decided for a wording."""
    fits = [one for one in every if one.fits]
    if len(every) == 1:
        return "alone"
    if picked:
        return "picked"
    if len(fits) == 1:
        return "fits"
    others = [one for one in fits if one is not said]
    most = max(one.weight for one in others)
    facts = max((one.facts for one in others if one.weight == said.weight), default=-1)
    if said.weight != most:
        return "conditions" if said.weight > most else "unsaid"
    return "lot" if said.facts == facts else "facts" if said.facts > facts else "unsaid"


def _condition(term: Term, tongue: Tongue) -> Condition:
    text = source(term.expression) if term.expression is not None else " ".join(term.names)
    return Condition(term.key, text, term.holds, tuple((name, shortened(value, tongue)) for name, value in term.facts))


def shortened(value: Value, tongue: Tongue) -> str:
    """A value in a few characters; nothing for what is not given."""
    match value:
        case Fact(value=bool() as truth):
            return "true" if truth else "false"
        case Fact(value=date() as day, text=text):
            return f"{text} {day}" if text and text != str(day) else f"{day}"
        case Gap():
            return ""
    words = plain(printed(value, tongue)) if given(value) else ""
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def as_data(reason: Reason) -> dict[str, Any]:
    """The same as maps, lists, texts and numbers."""
    return {
        "key": reason.key,
        "stands": reason.stands,
        "wording": reason.number or None,
        "wordings": reason.count,
        "fitting": reason.fitting,
        "how": reason.how or None,
        "conditions": _data(reason.conditions),
        "others": [
            {"wording": one.number, "conditions": _data(one.conditions), "wants": list(one.wants)}
            for one in reason.others
        ],
    }


def _data(conditions: Iterable[Condition]) -> list[dict[str, Any]]:
    return [{"key": one.key, "text": one.text, "holds": one.holds, "facts": dict(one.facts)} for one in conditions]


def by_row(every: Iterable[Reason], rows: Iterable[str]) -> dict[str, tuple[Reason, ...]]:
    """The reasons of what stands, by the rows of an outline; what has no row of its own, such as a point or a sentence that
    goes on in the one before, belongs to the row before, and the front to none."""
    ids, here = set(rows), ""
    found: dict[str, list[Reason]] = {"": []}
    for one in every:
        if one.stands:
            here = one.key if one.key in ids else here
            found.setdefault(here, []).append(one)
    return {row: tuple(reasons) for row, reasons in found.items()}
