"""The questions of `drafter ask`, one slot at a time: typed, chosen, listed, each answer looked at and saved."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import cast

import typer

from drafter.catalogue import _
from drafter.cli.labels import asks, doubts, introduced, lines_came, says, shown, taken
from drafter.cli.line import Back, Judge, Row, Stop, Verdict, no_row, sound
from drafter.cli.remarks import offer
from drafter.cli.terminal import asked, attended, picked
from drafter.desk.answers import HERE, Path, path_of, standing, told, told_of_list, value_at, with_value
from drafter.desk.ask import (
    Data,
    Interview,
    Slot,
    all_given,
    answered,
    blank,
    example,
    joined,
    parted,
    proposed,
    question,
    refused,
    value,
)
from drafter.problem import DrafterError, InputError, Problem
from drafter.sentences import report, visible

OPEN, ADD, DONE = "\0open", "\0add", "\0done"


def held(interview: Interview, slots: tuple[Slot, ...], first: First | None = None) -> tuple[Interview, int]:
    """The interview as far as the writer went, each answer in the file, and the exit code; `first` comes before all slots."""
    held, n = Held(interview), 0
    introduced(all_given(interview) and not first)
    try:
        with attended():
            if first:
                first(held)
            while n <= len(slots):
                try:
                    held.ask(slots[n]) if n < len(slots) else offer(held, {slot.name for slot in slots})
                    n += 1
                except Back:
                    n = max(n - 1, 0)
    except (Stop, EOFError):
        return held.interview, 0
    except KeyboardInterrupt:
        return held.interview, 130
    except DrafterError as error:  # the file changed under our hands
        for problem in error.problems:
            typer.echo(report(problem, _), err=True)
        return held.interview, 1
    return held.interview, 0


class Held:
    """The interview while it is held."""

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self.given: Data = None

    def begin(self, name: str) -> None:
        """Turn to a slot of the blueprint."""
        self.given = value(self.interview, name)

    def ask(self, slot: Slot) -> None:
        """Ask for a slot of the blueprint."""
        self.begin(slot.name)
        self._ask(slot, (slot.name,))

    def _ask(self, slot: Slot, at: Path, among: Slot | None = None) -> None:
        """Ask for a slot, an item or a field; `among` is the list that it begins an item of."""
        match slot.type:
            case "list":
                self._list(slot, at)
            case "choice" | "flag":
                self._choice(slot, at)
            case _:
                self._text(slot, at, among)

    def _now(self, at: Path) -> Data:
        return value_at(self.given, at[1:])

    def line_of(self, at: Path) -> str:
        now = self._now(at)
        return now if isinstance(now, str) else ""

    def _items(self, at: Path) -> list[Data]:
        now = self._now(at)
        return now if isinstance(now, list) else []

    def keep(self, at: Path, given: Data) -> None:
        self.given = with_value(self.given, at[1:], given)
        self.interview = answered(self.interview, str(at[0]), self.given)

    # one answer

    def _put(self, slot: Slot, at: Path, shown: str = "") -> None:
        """Put the question: what is asked, the sentence that waits for it, an answer that could be given."""
        tongue, path = self.interview.tongue, path_of(at)
        typer.echo("\n" + asks(path, question(slot, tongue)))
        waiting = standing(self.interview, str(at[0]), with_value(self.given, at[1:], HERE), path)
        for said in filter(None, (waiting, example(slot, tongue) or shown)):
            typer.echo("  " + visible(said))

    def _found(self, at: Path, given: Data) -> tuple[Problem, ...]:
        """What `drafter check` would say of an answer."""
        try:
            return told(self.interview, str(at[0]), with_value(self.given, at[1:], given), path_of(at))
        except InputError as error:  # the file cannot hold it
            return error.problems

    def judge(self, slot: Slot, at: Path, among: Slot | None = None) -> Judge:
        """What is to be said of a line; what can be kept all the same is said once."""
        seen, tongue = {sound(self.line_of(at)).strip(), ""}, self.interview.tongue

        def judge(text: str) -> Verdict | None:
            if text in seen:
                return None
            if "\n" in text and not among and slot.type != "text":
                return Verdict(_("several lines came at once, and this is one answer; leave one of them"))
            lines = parted(text, tongue)[0] if among else [text]
            for line in lines:
                if wrong := refused(line, slot, tongue, path_of(at)):
                    return Verdict(says(wrong))
            if not among and slot.type == "text" and (one := joined(text, tongue)) != text:
                return Verdict(lines_came(text), one)
            place, given = self._several(at, lines, among) if among and len(lines) > 1 else (at, lines[0])
            return doubts(self._found(place, given), seen, text)

        return judge

    def _told(self, at: Path) -> str:
        """What is told of the answer that is there."""
        given = self._now(at)
        return "" if blank(given) else "\n".join(dict.fromkeys(map(says, self._found(at, given))))

    def _text(self, slot: Slot, at: Path, among: Slot | None) -> None:
        """A line that is typed; several lines are several items of the list that it is `among`."""
        self._put(slot, at, example(among, self.interview.tongue) if among else "")
        old = sound(self.line_of(at)).strip()
        text = asked(old, self.judge(slot, at, among), says=self._told(at))[1]
        self._take(text, at, among, old)

    def _take(self, text: str, at: Path, among: Slot | None, old: str) -> None:
        if text == old:
            return
        lines, numbers = parted(text, self.interview.tongue) if among else ([text], [])
        if among and len(lines) > 1:
            typer.echo("  " + taken(len(lines), numbers))
            self.keep(*self._several(at, lines, among))
        else:
            self.keep(at, (lines[0] if among and lines else text) or None)

    def _several(self, at: Path, lines: list[str], among: Slot) -> tuple[Path, list[Data]]:
        """The list, and what it holds with an item for each line in the place of the one that was asked for."""
        parent, field = (at[:-1], "") if among.item else (at[:-2], str(at[-1]))
        items, n = self._items(parent), cast(int, at[len(parent)])
        old = items[n] if n < len(items) else None
        made: list[Data] = [{field: line} if field else line for line in lines]
        if field and isinstance(old, dict):
            made[0] = {**old, field: lines[0]}
        return parent, [*items[:n], *made, *items[n + 1 :]]

    def _choice(self, slot: Slot, at: Path) -> None:
        """One of a few answers: picked, or typed."""
        self._put(slot, at)
        given, tongue = self.line_of(at), self.interview.tongue
        sides = {truth: said for said, truth in reversed([*tongue.truth.items()])}  # the first word for each
        wrong = refused(given, slot, tongue, path_of(at))
        kept = [given] if given and not wrong else []  # another word for it, or a placeholder
        answers = tuple(dict.fromkeys((*(slot.choices or sides.values()), *kept)))
        rows = [*(Row(one, one) for one in answers), Row(_("leave it open"), OPEN, False)]
        start = given if given in answers else proposed(self.interview, slot) or OPEN
        answer, text = asked("", self.judge(slot, at), rows, start, says=says(wrong) if wrong else self._told(at))
        if (said := None if answer == OPEN else answer or text) != (given or None):
            self.keep(at, said)

    # lists

    def _list(self, slot: Slot, at: Path) -> None:
        """Several items: added, changed, moved, removed; a new list that is ended is done, unless something is told of it."""
        self.given = with_value(self.given, at[1:], [item for item in self._items(at) if not blank(item)])
        if not self._items(at):
            done = self._added(slot, at)
            if not self._items(at):
                if not done:
                    raise Back
                return
            if done and not self._told_of(at):
                return
        while self._from_menu(slot, at):
            pass

    def _from_menu(self, slot: Slot, at: Path) -> bool:
        """What is picked from the items of a list, or typed to be one more; whether there is more to do."""
        rows = [Row(shown(item), str(n)) for n, item in enumerate(self._items(at))]
        rows += [Row(_("add"), ADD, False), Row(_("go on"), DONE, False)]
        typer.echo("\n" + asks(path_of(at), question(slot, self.interview.tongue)))
        n = len(rows) - 2
        first: Path = (*at, n) if slot.item else (*at, n, slot.fields[0].name)
        one = slot.item or slot.fields[0]
        plain_text = one.type not in ("list", "choice", "flag")
        judge = self.judge(one, first, slot) if plain_text else lambda text: no_row(text, [])
        answer, text = asked("", judge, rows, DONE, says=self._told_of(at), adds=True)
        if text:
            self._take(text, first, slot, "")
        if text and slot.item:
            return True
        with suppress(Back):
            if text:
                self._others(slot, at, n)
            elif answer == ADD:
                self._added(slot, at)
            elif answer != DONE:
                self._changed(slot, at, int(answer))
        return answer != DONE

    def _told_of(self, at: Path) -> str:
        return "\n".join(dict.fromkeys(map(says, told_of_list(self.interview, path_of(at)))))

    def _added(self, slot: Slot, at: Path) -> bool:
        """New items at the end, until one is left empty; False where the writer wants back instead."""
        while True:
            n = len(self._items(at))
            try:
                self._item(slot, at, n)
                self._others(slot, at, n + 1)
            except Back:
                return False
            if len(self._items(at)) <= n or blank(self._items(at)[n]):
                return True

    def _others(self, slot: Slot, at: Path, first: int) -> None:
        """The other fields of items from one on that were given by their first."""
        for n in range(first, len(self._items(at)) if slot.fields else 0):
            self._record(slot, (*at, n), 1)

    def _changed(self, slot: Slot, at: Path, n: int) -> None:
        """One item changed, moved or removed."""
        items = [*self._items(at)]
        rows = [(_("change"), "change"), (_("remove"), "remove")]
        rows += [(_("move up"), str(n - 1))] if n else []
        rows += [(_("move down"), str(n + 1))] if n + 1 < len(items) else []
        answer = picked(shown(items[n]), rows, "change")
        if answer == "change":
            self._item(slot, at, n)
            return
        item = items.pop(n)
        if answer != "remove":
            items.insert(int(answer), item)
        self.keep(at, items)

    def _item(self, slot: Slot, at: Path, n: int) -> None:
        """One item of a list: a text, or field after field."""
        if slot.item:
            self._ask(slot.item, (*at, n), slot)
        else:
            self._record(slot, (*at, n))

    def _record(self, slot: Slot, at: Path, k: int = 0) -> None:
        """The fields of an item, from one on."""
        while k < len(slot.fields):
            field = slot.fields[k]
            try:
                self._ask(field, (*at, field.name), None if k else slot)
            except Back:
                if k == 0:
                    raise
                k -= 1
                continue
            if k == 0 and blank(self._now(at)):  # an item begins with its first field
                return
            k += 1


First = Callable[[Held], None]
"""What is asked before all slots."""
