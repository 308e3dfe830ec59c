"""drafter review --apply before a terminal: each change is taken or left, one after the other, with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer

from drafter.catalogue import _
from drafter.cli.line import Back
from drafter.cli.terminal import picked, stopping
from drafter.sentences import visible

if TYPE_CHECKING:
    from drafter.desk.review import Change


def chosen(changes: Sequence[Change], shown: Callable[[Change], str]) -> list[Change]:
    """The changes that a person takes, and the numbers that follow from the order; who stops has nothing written."""
    asked = [one for one in changes if one.kind != "number"]
    rows = [
        (_("y  take it"), "y"),
        (_("n  leave it"), "n"),
        (_("a  take it and all that follow"), "a"),
        (_("q  leave it and all that follow"), "q"),
    ]
    taken = [True] * len(asked)
    n = 0
    with stopping():
        while n < len(asked):
            for line in shown(asked[n]).split("\n"):
                typer.echo(visible(line))
            try:
                answer = picked(f"{n + 1}/{len(asked)}", rows)
            except Back:
                n = max(0, n - 1)
                continue
            taken[n] = answer in "ya"
            n += 1
            if answer in "aq":
                taken[n:] = [answer == "a"] * (len(asked) - n)
                break
    left = [one for one, takes in zip(asked, taken, strict=True) if not takes]
    return [one for one in changes if one not in left]


def taken(shown: str, question: str) -> bool:
    """Whether a person takes what is shown."""
    typer.echo(shown)
    rows = [(_("y  take it"), "y"), (_("n  leave it"), "n")]
    with stopping():
        while True:
            try:
                return picked(question, rows) == "y"
            except Back:
                continue
