"""What facts of a brief say that cannot be so, or not beside one another: days, names, levels, figures, the same item twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from drafter.desk.draft import Draft
from drafter.desk.overdue import texts_of
from drafter.language import TONGUES
from drafter.language.alike import alike
from drafter.language.doubts import Twice
from drafter.language.picks import texts as texts_in
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.value import Fact, Listing, Record, Value
from drafter.problem import Place, Problem, Related
from drafter.sentences.doubts import NEARLY, NO_MONTH
from drafter.yamltext.align import place_in
from drafter.yamltext.data import at, path_of
from drafter.yamltext.tree import Scalar

MOST_COMPARED = 60
"""Items of a list of which each is compared with every other."""


def doubtful(draft: Draft) -> Iterator[Problem]:
    """Everything of that kind, in no order; the figures of one thing in two places are only a note."""
    facts = [fact for fact in texts_of(draft.brief, draft.blueprint) if not fact.holes]
    yield from _of_days(draft, facts)
    yield from _of_levels(draft, facts)
    yield from _of_names(draft, facts)
    yield from _of_limits(draft, facts)
    yield from _of_sums(draft, facts)
    yield from _of_figures(draft, facts)
    yield from _of_items(draft)


def _of_days(draft: Draft, facts: Sequence[Fact]) -> Iterator[Problem]:
    """Weekdays and days that no calendar has."""
    doubts, today = TONGUES[draft.blueprint.language].doubts, draft.knows.today
    for fact in facts:
        for one in doubts.wrong_weekdays(fact.text, today.year if today else None):
            told = {"name": fact.slot, "what": one.words, "right": one.right}
            yield Problem("weekday", _place(draft, fact, one.span[0]), told, "warning", words=one.words)
        for one in doubts.no_such_dates(fact.text, today.year if today else None):
            place, told = _place(draft, fact, one.span[0]), {"name": fact.slot, "what": one.words, "right": one.right}
            says = None if one.right else NO_MONTH
            yield Problem("no-such-date", place, told, "warning", says=says, words=one.words)


def _of_levels(draft: Draft, facts: Sequence[Fact]) -> Iterator[Problem]:
    """Words of another level than that of the meeting; what a choice says of the level, too."""
    doubts = TONGUES[draft.blueprint.language].doubts
    meeting = next((fact for fact in facts if "[" not in fact.slot and doubts.level_of(fact.text)), None)
    if meeting is None:
        return
    level = doubts.level_of(meeting.text)
    other = Related(draft.place(meeting.slot), meeting.text)
    for name, slot in draft.blueprint.slots.items():
        given = draft.brief.values.get(name)
        said = doubts.level_of(given.text) if slot.type == "choice" and isinstance(given, Fact) else ""
        instead = [one for one in slot.choices if doubts.level_of(one) == level]
        if isinstance(given, Fact) and said and instead and said != level:
            told = {"name": name, "what": given.text, "instead": instead[0], "meeting": meeting.text}
            yield Problem("level", draft.place(name), told, "warning", words=given.text, related=(other,))
    for fact in facts:
        for one in doubts.levels(fact.text, meeting.text):
            told = {"name": fact.slot, "what": one.words, "instead": one.right, "meeting": meeting.text}
            place = _place(draft, fact, one.span[0])
            yield Problem("level", place, told, "warning", words=one.words, related=(other,))


def _of_names(draft: Draft, facts: Sequence[Fact]) -> Iterator[Problem]:
    """Bodies that are called by two names."""
    doubts = TONGUES[draft.blueprint.language].doubts
    words = draft.knows.words if draft.blueprint.looks else draft.library.words(draft.blueprint.language)
    for one in doubts.two_names([fact.text for fact in facts], words):
        place, told, related = _twice(draft, facts, one)
        yield Problem("two-names", place, told, "warning", words=one.second, related=related)


def _of_figures(draft: Draft, facts: Sequence[Fact]) -> Iterator[Problem]:
    """The same things with two numbers."""
    doubts = TONGUES[draft.blueprint.language].doubts
    slots = [str(path_of(fact.slot)[0]) for fact in facts]
    for one in doubts.two_figures([fact.text for fact in facts], slots):
        place, told, related = _twice(draft, facts, one)
        yield Problem("two-figures", place, told, "info", words=one.second, related=related)


def _twice(draft: Draft, facts: Sequence[Fact], one: Twice) -> tuple[Place, dict[str, str], tuple[Related, ...]]:
    """Where the second of two stands, what the sentence names, and where the first stands."""
    first, second = facts[one.at], facts[one.other]
    before = _place(draft, first, max(0, first.text.find(one.first)))
    told = {"name": second.slot, "what": one.second, "other": one.first, "in": first.slot, "line": str(before.line)}
    return _place(draft, second, one.span[0]), told, (Related(before, one.first),)


def _of_limits(draft: Draft, facts: Sequence[Fact]) -> Iterator[Problem]:
    """Deadlines behind the one by which everything is to be done."""
    for one in TONGUES[draft.blueprint.language].doubts.later_than_whole(facts, draft.knows):
        fact, whole = facts[one.at], facts[one.by]
        before = _place(draft, whole, max(0, whole.text.find(one.whole)))
        told = {"name": fact.slot, "what": one.words, "other": one.whole, "in": whole.slot, "line": str(before.line)}
        place = _place(draft, fact, max(0, fact.text.find(one.words)))
        related = (Related(before, one.whole),)
        yield Problem("later-than-whole", place, told, "warning", words=one.words, related=related)


def _of_sums(draft: Draft, facts: Sequence[Fact]) -> Iterator[Problem]:
    """Lists whose items add up to more than another fact says that there are, where the blueprint names no total."""
    tongue = TONGUES[draft.blueprint.language]
    for name, slot in draft.blueprint.slots.items():
        items = draft.brief.values.get(name)
        if slot.total or not isinstance(items, Listing) or not tongue.summed:
            continue
        total = tongue.doubts.whole_of(items, [fact for fact in facts if path_of(fact.slot)[0] != name])
        wrong = tongue.summed(items, total) if total else None
        if total and wrong and wrong.over:
            told = {"name": name, "what": wrong.said, "of": total.slot, "total": wrong.total, "rest": wrong.rest}
            related = (Related(draft.place(total.slot), total.text),)
            yield Problem("sum-over-total", draft.place(name), told, "warning", related=related)


def _of_items(draft: Draft) -> Iterator[Problem]:
    """Items of a list that say the same, or nearly."""
    for listing in _lists(draft.brief, draft.blueprint):
        said = [(item, _said(item)) for item in listing.items[:MOST_COMPARED]]
        told: set[str] = set()
        for (one, first), (two, second) in combinations(said, 2):
            how = alike(first, second) if two.slot not in told else ""
            if not how:
                continue
            told.add(two.slot)
            before = draft.place(one.slot)
            facts = {"name": two.slot, "other": one.slot, "line": str(before.line), "what": second}
            place, related = draft.place(two.slot), (Related(before, first),)
            says = None if how == "same" else NEARLY
            yield Problem("same-item", place, facts, "warning", says=says, words=second, related=related)


def _lists(brief: Brief, blueprint: Blueprint) -> Iterator[Listing]:
    """Every list, those in items included."""
    for name in blueprint.slots:
        if name in brief.values:
            yield from _lists_in(brief.values[name])


def _lists_in(value: Value) -> Iterator[Listing]:
    match value:
        case Listing(items):
            yield value
            for item in items:
                yield from _lists_in(item)
        case Record(fields):
            for field in fields.values():
                yield from _lists_in(field)
        case _:
            pass


def _said(item: Value) -> str:
    """All words of an item."""
    return "，".join(fact.text for fact in texts_in(item) if not fact.holes)


def _place(draft: Draft, fact: Fact, offset: int) -> Place:
    """Where a character of a fact stands in the brief."""
    node = at(draft.document.root, path_of(fact.slot)) if draft.document else None
    if not isinstance(node, Scalar):
        return draft.place(fact.slot)
    return place_in(node, max(0, node.text.find(fact.text)) + offset)
