"""drafter distil --review: what is doubted, one after the other, then the slots, of which any may be called otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.line import Back, Stop
from drafter.cli.table import clipped, column
from drafter.cli.terminal import attended, picked, typed
from drafter.desk.distil_choices import dropped, joined, may_drop, may_join, refused, renamed
from drafter.desk.distil_files import value_of
from drafter.problem import Problem
from drafter.sentences import FACTS, report, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.desk.distil import Returned
    from drafter.desk.distil_files import Fact
    from drafter.desk.tidy import Recognised

WRITE = "\0write"
"""No slot is called so."""


def reviewed(made: Returned, again: Callable[[Sequence[Recognised]], Returned]) -> Returned:
    """The blueprint as a person wants it; who stops has nothing written."""
    try:
        with attended():
            read = _doubts(made.recognised)
            return _slots(made if read == made.recognised else again(read))
    except (Stop, EOFError):
        typer.echo(_("stopped; nothing was written"))
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo(_("stopped; nothing was written"))
        raise typer.Exit(130) from None


def _doubts(found: tuple[Recognised, ...]) -> tuple[Recognised, ...]:
    """Each doubt with its place; a speech that may be read in another way is, as its reader says; else the speech itself is mended."""
    doubts = [(speech, problem) for speech, one in enumerate(found) for problem in one.problems]
    read = list(found)
    n = 0
    while n < len(doubts):
        speech, problem = doubts[n]
        typer.echo(f"{n + 1}/{len(doubts)} {report(problem, _)}")
        rows = [(_("right as it is read"), "next"), (_("take all the others as they are read"), "all")]
        other = found[speech].other if problem.rule == "two-readings" else None
        rows += [(_("read it in the other way"), "other")] if other else []
        try:
            answer = picked(_("mend the speech first (stop), or go on?"), rows)
        except Back:
            n = max(0, n - 1)
            continue
        if other:
            read[speech] = other if answer == "other" else found[speech]
        n = len(doubts) if answer == "all" else n + 1
    return tuple(read)


def _slots(made: Returned) -> Returned:
    """The table of slots, until it is taken as it stands; every change can be gone back on."""
    before: list[Returned] = []
    at = WRITE
    while True:
        rows = [(_("write the files"), WRITE), *((_row(fact), fact.name) for fact in made.facts)]
        count = len(made.facts)
        words = ngettext("{n} slot; pick it to change it", "{n} slots; pick one to change it", count).format(n=count)
        try:
            at = picked(words, rows, at)
        except Back:
            made, at = before.pop() if before else made, WRITE
            continue
        if at == WRITE:
            return made
        try:
            changed = _changed(made, next(fact for fact in made.facts if fact.name == at))
        except Back:
            continue
        row = [fact.name for fact in made.facts].index(at)
        before.append(made)
        made = changed
        at = made.facts[min(row, len(made.facts) - 1)].name if made.facts else WRITE


def _row(fact: Fact) -> str:
    times = f"×{fact.count}" if fact.count > 1 else ""
    return f"{column(fact.name, 22)}{column(clipped(value_of(fact), 34), 36)}{column(times, 6)}{_(FACTS[fact.kind])}"


def _changed(made: Returned, fact: Fact) -> Returned:
    """One slot renamed, merged with another, or dropped."""
    others = may_join(made, fact.name)
    rows = [(_("rename"), "rename")]
    rows += [(_("merge with another that says the same"), "merge")] if others else []
    rows += [(_("drop: leave the words in the sentence"), "drop")] if may_drop(made, fact.name) else []
    answer = picked(f"{fact.name}: {fact.slot.ask}", rows)
    if answer == "merge":
        asks = made.blueprint.slots
        other = picked(fact.name, [(f"{one}  {asks[one].ask}", one) for one in others])
        return _done(made, joined(made, fact.name, other))
    if answer == "drop":
        return _done(made, dropped(made, fact.name))

    def wrong(new: str) -> str:
        problem = refused(made, fact.name, new)
        return sentence(problem, _) if problem else ""

    return _done(made, renamed(made, fact.name, typed(_("name"), fact.name, wrong)))


def _done(made: Returned, after: Returned | Problem) -> Returned:
    """What a choice gave, or the same as before with why it could not be made."""
    if isinstance(after, Problem):
        typer.echo(sentence(after, _))
        return made
    return after
