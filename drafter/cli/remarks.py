"""The last question of `drafter ask`: whether something is to be said of a fact that sentences would take up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from typing import Protocol

import typer

from drafter.catalogue import _
from drafter.cli.labels import asks, doubts, shown
from drafter.cli.line import Back, Row, Verdict, no_row
from drafter.cli.terminal import asked
from drafter.desk.answers import Path, path_of, told, value_at, with_value
from drafter.desk.ask import Data, Interview, answered, value
from drafter.desk.remarks import remark_of, remarked, with_remark
from drafter.sentences import visible

DONE = "\0done"
MOST_ROWS = 9
"""Facts that are listed at once, if they are of several slots."""
Rows = Mapping[Path, tuple[str, ...]]


class Holds(Protocol):
    """What has the interview while it is held."""

    interview: Interview


def offer(held: Holds, slots: Set[str]) -> None:
    """Take remarks on facts of these slots, whichever is picked, until an Enter picks none; of many facts the slot is picked first."""
    while rows := remarked(held.interview, slots):
        names = list(dict.fromkeys(str(at[0]) for at in rows))
        by_slot = len(rows) > MOST_ROWS and len(names) > 1
        at = _picked_slot(names, rows) if by_slot else _picked_fact(held.interview, rows)
        if at is None:
            return
        with suppress(Back):
            if by_slot:
                offer(held, {str(at[0])})
            else:
                for mark in rows[at]:
                    _ask(held, at, mark)


def _picked_slot(names: Sequence[str], rows: Rows) -> Path | None:
    """The slot that is picked, each with every mark of its facts."""
    of = {name: dict.fromkeys(mark for at, marks in rows.items() if at[0] == name for mark in marks) for name in names}
    return _picked([((name,), f"{visible(name)}  {_bars(of[name])}") for name in names])


def _picked_fact(interview: Interview, rows: Rows) -> Path | None:
    """The fact that is picked, each with its marks."""
    return _picked([(at, f"{shown(_fact(interview, at))}  {_bars(marks)}") for at, marks in rows.items()])


def _picked(choices: Sequence[tuple[Path, str]]) -> Path | None:
    """What is picked; None for an Enter."""
    typer.echo("\n? " + visible(_("a remark on one of these facts? its number; Enter goes on without")))
    menu = [*(Row(words, str(n)) for n, (_at, words) in enumerate(choices)), Row(_("go on"), DONE, False)]
    answer = asked("", lambda text: no_row(text, [row[:2] for row in menu]), menu, DONE)[0]
    return None if answer == DONE else choices[int(answer)][0]


def _bars(marks: Iterable[str]) -> str:
    return " ".join(f"｜{mark}" for mark in marks)


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
        words = _meant(text, mark)
        given = _with(interview, at, with_remark(fact, mark, words))
        before = {one.rule for one in told(interview, str(at[0]), value(interview, str(at[0])), path_of(at))}
        before.add("remark-not-said")  # another that is still to come may be wanted beside it
        found = [one for one in told(interview, str(at[0]), given, path_of(at)) if one.rule not in before]
        return None if words in seen else doubts(found, seen, words)

    return _meant(asked(old, judge)[1], mark) or None


def _meant(text: str, mark: str) -> str:
    """The words of a remark, without its mark, where they are typed as they stand in a brief."""
    return re.sub(rf"^[｜|]?\s*{re.escape(mark)}\s*[：:]\s*", "", " ".join(text.split()))


def _side(interview: Interview, holds: bool) -> str | None:
    """Whether a mark that has no words stands."""
    sides = {truth: said for said, truth in reversed([*interview.tongue.truth.items()])}
    rows = [Row(sides[truth], str(truth)) for truth in (True, False)]
    answer = asked("", lambda text: no_row(text, [row[:2] for row in rows]), rows, str(holds))[0]
    return "" if answer == str(True) else None


def _with(interview: Interview, at: Path, text: str) -> Data:
    """The slot of a fact with another text for that."""
    return with_value(value(interview, str(at[0])), at[1:], text)
