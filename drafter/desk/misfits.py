"""Facts of a draft that do not fit the words or the figures beside them, and those that nobody hears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.desk.left_out import left_out
from drafter.desk.looks import odd_rate
from drafter.desk.speaking import kept_back, unlike_speaker
from drafter.desk.subjects import unknown_subjects
from drafter.desk.sums import doubtful_sums
from drafter.desk.wishes import as_wished
from drafter.problem import Problem

if TYPE_CHECKING:  # typing.Protocol takes time to make
    from typing import Protocol

    from drafter.desk.fit import Fitted
    from drafter.desk.library import Library
    from drafter.model.blueprint import Blueprint
    from drafter.model.brief import Brief
    from drafter.model.manuscript import Manuscript
    from drafter.model.outline import Unlike
    from drafter.model.speech import Speech
    from drafter.model.words import Knowledge
    from drafter.problem import Place
    from drafter.yamltext.tree import Document

    class Draft(Protocol):
        """What is looked at of a draft."""

        @property
        def brief(self) -> Brief: ...
        @property
        def blueprint(self) -> Blueprint: ...
        @property
        def speech(self) -> Speech: ...
        @property
        def knows(self) -> Knowledge: ...
        @property
        def library(self) -> Library: ...
        @property
        def document(self) -> Document | None: ...
        @property
        def fit(self) -> Fitted | None: ...
        @property
        def unlike(self) -> tuple[Unlike, ...]: ...

        @property
        def manuscript(self) -> Manuscript: ...
        @property
        def cut_brief(self) -> Brief: ...
        def place(self, slot: str) -> Place: ...


def misfits(draft: Draft) -> tuple[Problem, ...]:
    """A warning for every fact that does not fit the words or the figures beside it, or that nobody hears, as the brief wants it."""
    return as_wished(tuple(found_misfits(draft)), draft.brief, draft.blueprint, draft.document)


def found_misfits(draft: Draft) -> Iterator[Problem]:
    """The same, whatever the brief wants."""
    from drafter.compose.joints import joints

    told = {(joint.rule, joint.slot): joint for joint in reversed([*joints(draft.manuscript, draft.speech.language)])}
    for joint in reversed(told.values()):
        yield Problem(joint.rule, draft.place(joint.slot), {"name": joint.slot, "what": joint.what}, "warning")
    yield from odd_rate(draft.brief, draft.speech.language)
    yield from doubtful_sums(draft.brief, draft.blueprint, draft.place)
    yield from unlike_speaker(draft.unlike, draft.place)
    yield from kept_back(draft.cut_brief, draft.blueprint, draft.speech, draft.knows)
    cut = frozenset(slot for one in (draft.fit.form.gone if draft.fit else ()) for slot in one.slots)
    unsaid = left_out(draft.brief, draft.blueprint, draft.speech, draft.knows.words, draft.place, cut)
    yield from (one for one in unsaid if not _cut(cut, one.facts.get("name", "")))
    yield from unknown_subjects(draft.brief, draft.blueprint, draft.library, draft.document)


def _cut(cut: frozenset[str], name: str) -> bool:
    """Whether a fact is not said for the length's sake, which is told by itself."""
    return any(slot == name or slot.startswith((f"{name}[", f"{name}.")) for slot in cut)
