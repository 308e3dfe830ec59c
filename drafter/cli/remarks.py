"""The last question of `drafter ask`: whether something is to be said of a fact that sentences would take up."""

from __future__ import annotations

from collections.abc import Set
from contextlib import suppress
from typing import Protocol

import typer

from drafter.catalogue import _
from drafter.cli.labels import asks, says, shown
from drafter.cli.line import Back, Row, Verdict, no_row
from drafter.cli.terminal import asked
from drafter.desk.answers import Path, path_of, told, value_at, with_value
from drafter.desk.ask import Data, Interview, answered, value
from drafter.desk.remarks import remark_of, remarked, with_remark
from drafter.problem import has_errors
from drafter.sentences import visible

DONE = "\0done"


class Holds(Protocol):
    """What has the interview while it is held."""

    interview: Interview


def offer(held: Holds, slots: Set[str]) -> None:
    """Take remarks on facts of these slots, whichever fact is picked, until an Enter picks none."""
    while rows := remarked(held.interview, slots):
        paths = list(rows)
        typer.echo("\n? " + visible(_("a remark on one of these facts? its number; Enter goes on without")))
        menu = [
            Row(f"{_text(held.interview, at)}  {' '.join('｜' + mark for mark in rows[at])}", str(n))
            for n, at in enumerate(paths)
        ]
        menu.append(Row(_("go on"), DONE, False))
        answer = asked("", lambda text, menu=menu: no_row(text, [row[:2] for row in menu]), menu, DONE)[0]  # type: ignore[misc]
        if answer == DONE:
            return
        with suppress(Back):
            for mark in rows[paths[int(answer)]]:
                _ask(held, paths[int(answer)], mark)


def _text(interview: Interview, at: Path) -> str:
    return shown(_fact(interview, at))


def _fact(interview: Interview, at: Path) -> str:
    found = value_at(value(interview, str(at[0])), at[1:])
    return found if isinstance(found, str) else ""


def _ask(held: Holds, at: Path, mark: str) -> None:
    """Ask for one remark on a fact; an empty line leaves it out."""
    interview, fact = held.interview, _fact(held.interview, at)
    old, tongue = remark_of(fact, mark), held.interview.tongue
    typer.echo("\n" + asks(f"{path_of(at)}.{mark}", tongue.remark_asks[mark]))
    new = _line(interview, at, mark, old or "") if tongue.remarks[mark] else _side(interview, old is not None)
    if new != old:
        held.interview = answered(interview, str(at[0]), _with(interview, at, with_remark(fact, mark, new)))


def _line(interview: Interview, at: Path, mark: str, old: str) -> str | None:
    """The words of a remark; what can be kept all the same is said once."""
    seen, fact = {old, ""}, _fact(interview, at)

    def judge(text: str) -> Verdict | None:
        words = " ".join(text.split())
        given = _with(interview, at, with_remark(fact, mark, words))
        before = {one.rule for one in told(interview, str(at[0]), value(interview, str(at[0])), path_of(at))}
        found = [one for one in told(interview, str(at[0]), given, path_of(at)) if one.rule not in before]
        if words in seen or not found:
            return None
        lines = [says(one) for one in found]
        if not has_errors(found):
            seen.add(words)
            lines.append(_("Enter again keeps it; or change it"))
        return Verdict("\n".join(dict.fromkeys(lines)))

    return " ".join(asked(old, judge)[1].split()) or None


def _side(interview: Interview, holds: bool) -> str | None:
    """Whether a mark that has no words stands."""
    sides = {truth: said for said, truth in reversed([*interview.tongue.truth.items()])}
    rows = [Row(sides[truth], str(truth)) for truth in (True, False)]
    answer = asked("", lambda text: no_row(text, [row[:2] for row in rows]), rows, str(holds))[0]
    return "" if answer == str(True) else None


def _with(interview: Interview, at: Path, text: str) -> Data:
    """The slot of a fact with another text for that."""
    return with_value(value(interview, str(at[0])), at[1:], text)
