"""Findings in a finished text, as what is marked in a copy of its Word file, and without those that were heard there."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from drafter.desk.galley import located
from drafter.formats.docx.comments import Note, key
from drafter.formats.docx.tracked import Change
from drafter.model.finished import Finished
from drafter.problem import Problem
from drafter.sentences import Translate, sentence, visible
from drafter.sentences.galley import SEE_PARAGRAPH


def notes(finished: Finished, problems: Iterable[Problem], translate: Translate = str) -> tuple[Note, ...]:
    """A comment for each finding, on its words, or on the paragraph where it has none; those of the whole text on the first."""
    return tuple(_note(finished, problem, translate) for problem in problems)


def changes(finished: Finished, problems: Iterable[Problem]) -> tuple[Change, ...]:
    """The mends of findings that are sure, each within its paragraph; one that spans several is none."""
    found = []
    for problem in problems:
        if (edit := problem.edit) is None:
            continue
        holds = (p for p in finished.paragraphs if p.start <= edit.start and edit.end <= p.start + len(p.text))
        for one in holds:
            start, end = edit.start - one.start, edit.end - one.start
            found.append(Change(one.place.line, start, end, edit.text, one.text[start:end]))
            break
    return tuple(found)


def unheard(finished: Finished, problems: Iterable[Problem], heard: Collection[str]) -> tuple[Problem, ...]:
    """The findings without those that somebody resolved or answered in the file."""
    return tuple(one for one in problems if not heard or key(one.rule, _words(finished, one)) not in heard)


def _words(finished: Finished, problem: Problem) -> str:
    """What a comment on a finding lies on."""
    at = located(finished, problem.place, problem.words)
    return finished.paragraphs[at[0]].text[at[1] : at[2]] if at else next((p.text for p in finished.paragraphs), "")


def _note(finished: Finished, problem: Problem, translate: Translate) -> Note:
    others = "".join(
        "\n" + translate(SEE_PARAGRAPH).format(paragraph=one.place.line, words=visible(one.words))
        for one in problem.related
    )
    text = f"{sentence(problem, translate)}{others} [{problem.rule}]"
    at = located(finished, problem.place, problem.words)
    if at is None:
        return Note(0, 0, 0, text)
    one = finished.paragraphs[at[0]]
    return Note(one.place.line, at[1], at[2], text, words=one.text[at[1] : at[2]])
