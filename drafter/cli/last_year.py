"""The questions of `drafter ask` after last year's values and promises, each saved as it is answered."""

from __future__ import annotations

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.interview import First, Held
from drafter.cli.labels import asks, label
from drafter.cli.line import Back, Judge, Row, sound
from drafter.cli.terminal import asked
from drafter.desk.last_year import (
    Interview,
    Unconfirmed,
    achieved,
    answered_for,
    kept_as_it_is,
    last_years,
    marked_in,
    names_the_old,
    promises,
    question,
    sentence_of,
    slot_at,
    way_to,
)
from drafter.sentences import visible

KEPT, MOVED = "\0kept", "\0moved"


def first_of_all(interview: Interview, only: tuple[str, ...]) -> First | None:
    """What is asked of last year's values and promises; nothing where there are none."""
    asked_for = not only and achieved(interview) and promises(interview)
    return (lambda held: LastYear(held, only).held()) if last_years(interview, only) or asked_for else None


def left_of_last_year(interview: Interview) -> bool:
    """Say how many values nobody has confirmed; whether there are any."""
    n = marked_in(interview)
    if n:
        said = ngettext(
            "{n} value of last year is not confirmed; to go on, run: drafter ask {file}",
            "{n} values of last year are not confirmed; to go on, run: drafter ask {file}",
            n,
        )
        typer.echo("  " + visible(said.format(n=n, file=interview.path)))
    return n > 0


class LastYear:
    """Goes through what may be last year's."""

    def __init__(self, held: Held, only: tuple[str, ...]) -> None:
        self.held_by, self.only = held, only
        self.seen: list[Unconfirmed] = []
        self.renamed: dict[str, str] = {}

    @property
    def left(self) -> tuple[Unconfirmed, ...]:
        """The values that have not been looked at."""
        seen = {(one.slot, one.value) for one in self.seen}
        return tuple(one for one in last_years(self.held_by.interview, self.only) if (one.slot, one.value) not in seen)

    def held(self) -> None:
        """Ask after every value, then after every promise; who wants back is asked again what came before."""
        if n := len(self.left):
            said = ngettext(
                "{n} value of last year: Enter keeps it, what is typed takes its place.",
                "{n} values of last year: Enter keeps one, what is typed takes its place.",
                n,
            )
            typer.echo(said.format(n=n))
        while left := self.left:
            try:
                self._value(left[0])
            except Back:
                if self.seen:
                    self._again()
        if not self.only and achieved(self.held_by.interview):
            for promise in promises(self.held_by.interview):
                self._promise(promise)

    def _again(self) -> None:
        """The value that was looked at last, whatever it is now."""
        last = self.seen.pop()
        try:
            self._value(last)
        except Back:
            self.seen.append(last)

    def _value(self, one: Unconfirmed) -> None:
        """Last year's value, in the sentence in which it stands."""
        held, at = self.held_by, way_to(one)
        slot = slot_at(held.interview, at)
        held.begin(str(at[0]))
        typer.echo("\n" + asks(one.slot, question(slot, held.interview.tongue)))
        old = sound(held.line_of(at)).strip()
        perhaps = self.renamed.get(one.slot) or one.proposed
        for said in filter(None, (sentence_of(held.interview, one), one.meant)):
            typer.echo("  " + visible(said))
        new = _answer(old, perhaps, held.judge(slot, at))
        self.seen.append(one)
        if new != old:
            held.keep(at, new or None)
            self._names(old, new)
        held.interview = kept_as_it_is(held.interview, {seen.slot for seen in self.seen})

    def _names(self, old: str, new: str) -> None:
        """Say what else names the old level or place; it is proposed where it is asked for."""
        found = names_the_old(self.held_by.interview, old, new)
        self.renamed |= found
        if found:
            said = ngettext("{n} names the old level or place:", "{n} name the old level or place:", len(found))
            typer.echo("  " + said.format(n=len(found)))
        for slot, words in found.items():
            typer.echo("    " + visible(f"{label(slot)}: {words}"))

    def _promise(self, promise: str) -> None:
        """What became of a promise; an empty answer leaves it open."""
        held = self.held_by
        slot = achieved(held.interview)
        typer.echo("\n" + visible("? " + _("promised last year: {what}").format(what=promise)))
        typer.echo("  " + visible(_("what became of it goes into {name}").format(name=slot)))
        try:
            words = asked("", lambda text: None)[1]
        except Back:
            return
        if words.strip():
            held.interview = answered_for(held.interview, promise, words.strip())


def _answer(old: str, perhaps: str, judge: Judge) -> str:
    """What a value is this year: as it was, as it is proposed, or as it is typed."""
    if not perhaps or perhaps == old:
        return asked(old, judge)[1]
    rows = [Row(old, KEPT), Row(perhaps, MOVED)]
    answer, text = asked("", judge, rows, KEPT, adds=True, hint=_("(type this year's, or pick one)"))
    return {KEPT: old, MOVED: perhaps}.get(answer, text)
