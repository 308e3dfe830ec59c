"""Answers in their place: what `drafter check` says of one before it is written, and the sentence that it will stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from drafter.compose import compose
from drafter.desk.ask import Interview, left_open, with_answer
from drafter.desk.check import brief_looked_at, without_notes
from drafter.desk.draft import composed, unfilled
from drafter.desk.given import given_document
from drafter.desk.subjects import words_for
from drafter.language import TONGUES
from drafter.language.measure import lines_of
from drafter.model.brief import SETTINGS
from drafter.model.speech import Inlines, Speech, Text, leaves
from drafter.model.value import Gap
from drafter.notation.brief import read_brief
from drafter.notation.unanswered import blank
from drafter.plan import plan
from drafter.problem import InputError, Place, Problem
from drafter.yamltext.data import Data, data
from drafter.yamltext.data import Path as Path
from drafter.yamltext.tree import Document, Mapping, Node, Sequence

HERE = "____"
"""What stands where the answer will: a placeholder in every tongue, so that it fits every kind of slot."""
REST = "…"
"""What stands for other facts that are open, and for what is left out."""
OTHER = "\0"
"""The same while the sentence is cut out: REST is a mark that may end one."""
MOST_AROUND = 32
"""Characters of a sentence that are shown on each side of the answer."""
OPEN = frozenset({"unfilled-slot", "missing-slot"})
LAST_YEARS = frozenset({"unconfirmed", "promise-open"})
"""Rules that tell of what is asked for by itself."""
"""Rules that tell of what is not answered."""
Found = tuple[str, Problem]
"""The path of an answer, `任务[2].名称`, and what is told of it."""


def path_of(at: Path) -> str:
    """The way to an answer as problems tell it."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in at).removeprefix(".")


def value_at(given: Data, at: Path) -> Data:
    """What is given at the end of a way."""
    for step in at:
        if isinstance(given, dict) and isinstance(step, str):
            given = given.get(step)
        elif isinstance(given, list) and isinstance(step, int) and step < len(given):
            given = given[step]
        else:
            return None
    return given


def with_value(given: Data, at: Path, new: Data) -> Data:
    """The same with something else at the end of the way; an item one past the end is added."""
    if not at:
        return new
    step, rest = at[0], at[1:]
    inner = with_value(value_at(given, at[:1]), rest, new)
    if isinstance(step, str):
        return {**(given if isinstance(given, dict) else {}), step: inner}
    items = given if isinstance(given, list) else []
    return [*items[:step], inner, *items[step + 1 :]]


def told(interview: Interview, name: str, given: Data, path: str) -> tuple[Problem, ...]:
    """What `drafter check` would say of the answer at a path, the slot `name` being given so; what is open is not told.

    Raises InputError where the file cannot hold it.
    """
    return tuple(one for at, one in _told(with_answer(interview, name, given), interview) if _within(at, path))


def told_of_list(interview: Interview, path: str) -> tuple[Problem, ...]:
    """What it says of a list as a whole, as it stands in the file."""
    return tuple(one for at, one in _told(interview.doc, interview) if at == path)


def left_doubtful(interview: Interview) -> tuple[str, ...]:
    """The answers of which there is something to tell, and those that a final draft is refused for, whatever is silenced."""
    typed = [gap.facts["name"] for gap in _gaps(interview) if gap.rule not in OPEN]
    return tuple(dict.fromkeys((*(at for at, _ in _told(interview.doc, interview) if at), *typed)))


def still_open(interview: Interview) -> tuple[str, ...]:
    """What is a gap as long as nobody fills it in: what the brief leaves open, else what the speech has marked."""
    open = [gap.facts["name"] for gap in _gaps(interview) if gap.rule in OPEN]
    return left_open(interview) or tuple(dict.fromkeys(open))


def _gaps(interview: Interview) -> tuple[Problem, ...]:
    """What a final draft is refused for."""
    brief, blueprint, _ = read_brief(interview.doc, interview.library.find(interview.path))
    if brief is None or blueprint is None:
        return ()
    try:
        return unfilled(composed(brief, blueprint, library=interview.library), final=True)
    except InputError:  # more than a speech may hold, which is told of the answer
        return ()


def _told(doc: Document, interview: Interview) -> Iterator[Found]:
    """All that is told of answers, each with the path of its answer; nothing that is told of settings."""
    found, _ = brief_looked_at(doc, interview.path, interview.library)
    sites = [(place, path) for place, path in _sites(doc.root)]
    places = [place for place, _ in sites]
    for problem in without_notes(found):
        if problem.place.file != doc.file or problem.rule in OPEN | LAST_YEARS:
            continue
        at = sites[n - 1][1] if (n := bisect_right(places, problem.place)) else ""
        named = problem.facts.get("name", "")  # told at the key, of an item
        slot = at.split("[")[0]
        if slot in interview.blueprint.slots and slot not in SETTINGS:
            yield (named if named != at and _within(named, at) else at), problem


def _sites(node: Node | None, path: str = "") -> Iterator[tuple[Place, str]]:
    """Where every value begins, with its path, in the order of the text; of two that begin together the inner is later."""
    match node:
        case Mapping(entries=entries, place=place):
            yield place, path
            for key, value in entries:
                inner = f"{path}.{key.text}" if path else key.text
                yield key.place, inner
                yield from _sites(value, inner)
        case Sequence(items=items, place=place):
            yield place, path
            for n, item in enumerate(items, 1):
                yield from _sites(item, f"{path}[{n}]")
        case None:
            return
        case _:
            yield node.place, path


def _within(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith((f"{outer}.", f"{outer}["))


def standing(interview: Interview, name: str, given: Data, path: str) -> str:
    """The sentence in which the answer at a path will stand, `given` having HERE in its place; empty where none says it."""
    speech = _tried(interview, {**_facts(interview), name: given}) or _tried(
        interview, {**_named(interview), name: given}
    )
    if speech is None:
        return ""
    sentences = [said for words in lines_of(speech) if (said := _around(words, path, interview))]
    return next((said for said in sentences if said.strip() != HERE), "")


def _tried(interview: Interview, facts: dict[str, Data]) -> Speech | None:
    """The speech of these facts, if one can be made."""
    try:
        brief, blueprint, _ = read_brief(given_document(facts), interview.library.find(interview.path))
        if brief is None or blueprint is None:
            return None
        return compose(plan(blueprint, brief, words_for(blueprint, interview.library)))
    except InputError:
        return None


def _named(interview: Interview) -> dict[str, Data]:
    """The blueprint's name, and what no speech goes without."""
    root = data(interview.doc.root)
    named = root.get("blueprint") if isinstance(root, dict) else None
    return {"blueprint": named, **{name: HERE for name in interview.blueprint.asked if _due(interview, name)}}


def _facts(interview: Interview) -> dict[str, Data]:
    """The brief, what must be given held open."""
    root = data(interview.doc.root)
    given = root if isinstance(root, dict) else {}
    return {
        **given,
        **{name: HERE for name in interview.blueprint.asked if _due(interview, name) and blank(given.get(name))},
    }


def _due(interview: Interview, name: str) -> bool:
    slot = interview.blueprint.slots[name]
    return slot.missing == "error" and slot.type != "list"


def _around(words: Inlines, path: str, interview: Interview) -> str:
    """The sentence of a line in which the answer stands, shortened; empty where it does not stand in the line."""
    marks = TONGUES[interview.blueprint.language].marks.sentence
    before, after, met = "", "", False
    for leaf in leaves(words):
        if isinstance(leaf, Gap) and leaf.typed and leaf.slot == path:
            after, met = after + (HERE if met else ""), True
            continue
        text = leaf.text if isinstance(leaf, Text) else OTHER
        before, after = (before, after + text) if met else (before + text, after)
    if not met:
        return ""
    start = max((before.rfind(mark) for mark in marks), default=-1) + 1
    end = min((n + 1 for mark in marks if (n := after.find(mark)) >= 0), default=len(after))
    before, after = before[start:].lstrip(), after[:end]
    head = before if len(before) <= MOST_AROUND else REST + before[1 - MOST_AROUND :]
    tail = after if len(after) <= MOST_AROUND else after[: MOST_AROUND - 1] + REST
    return " ".join(re.sub(f"[{OTHER}{REST}]+", REST, f"{head}{HERE}{tail}").split())
