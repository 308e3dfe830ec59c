"""The occasion first: a few questions, and the blueprint that is for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from drafter.catalogue import LANGUAGE, _
from drafter.cli.line import Back, Stop
from drafter.cli.terminal import attended, picked
from drafter.desk.occasions import fitting, kinds, question

if TYPE_CHECKING:
    from drafter.desk.library import Library
    from drafter.desk.occasions import Kind

QUESTIONS = {
    "language": _("In which language is it given?"),
    "event": _("What is it given at?"),
    "speaker": _("Who speaks?"),
    "audience": _("To whom?"),
    "turn": _("Before or after others?"),
    "purpose": _("What for?"),
}
LANGUAGES = {"zh": _("Chinese"), "en": _("English")}


def proposed(library: Library) -> str:
    """The name of the blueprint that a person takes; raises Exit where they stop."""
    try:
        with attended():
            return _asked(kinds(library))
    except (Stop, EOFError):
        code = 1
    except KeyboardInterrupt:
        code = 130
    typer.echo(_("stopped; nothing was written"))
    raise typer.Exit(code)


def _asked(every: tuple[Kind, ...]) -> str:
    """Narrow the kinds down question by question, with a way back to each; then one is taken."""
    steps: list[tuple[tuple[Kind, ...], tuple[str, ...]]] = [(every, ())]
    while True:
        left, asked = steps[-1]
        found = question(left, asked)
        try:
            if not found:
                return _taken(left)
            aspect, answers = found
            answers = tuple(sorted(answers, key=lambda one: one != LANGUAGE)) if aspect == "language" else answers
            rows = [(LANGUAGES.get(answer, answer) if aspect == "language" else answer, answer) for answer in answers]
            answer = picked(QUESTIONS[aspect], rows, LANGUAGE)
        except Back:
            steps = steps[:-1] or steps
            continue
        steps.append((fitting(left, aspect, answer), (*asked, aspect)))


def _taken(left: tuple[Kind, ...]) -> str:
    """One of the kinds that are left, each with what it is for."""
    words = _("take it, or go back?") if len(left) == 1 else _("which of these?")
    return picked(words, [(_row(kind), kind.name) for kind in left])


def _row(kind: Kind) -> str:
    return f"{kind.blueprint.title} ({kind.name})  {kind.blueprint.summary}".rstrip()
