"""drafter distil --review: what is doubted, one after the other, then the slots with their sentences, until all is as a person wants it."""

from __future__ import annotations

from contextlib import suppress

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.distil_slot import added, changed, listed, slot_rows
from drafter.cli.line import Back, Row, Stop, plain
from drafter.cli.terminal import found, picked, stopping
from drafter.desk.distil import Returned
from drafter.desk.distil_choices import may_list, redone
from drafter.desk.tidy import Recognised
from drafter.sentences import report, visible

MOST_TOLD = 8
"""Slots that are named when a change takes or brings them."""
WRITE, ADD, LIST, DOUBTS = "\0write", "\0add", "\0list", "\0doubts"
"""No slot is called so."""


def reviewed(made: Returned) -> Returned:
    """The blueprint as a person wants it; who stops has nothing written."""
    review = _Review(made)
    with stopping():
        while True:
            try:
                return review.run()
            except Stop:
                review.stop()


class _Review:
    """What was decided so far, and what it was before each change."""

    def __init__(self, made: Returned) -> None:
        self.made, self.found = made, made.recognised
        self.before: list[tuple[Returned, str]] = []
        self.doubtful = [(speech, problem) for speech, one in enumerate(self.found) for problem in one.problems]

    def run(self) -> Returned:
        """All from the doubts to the files; from the slots, once something is changed."""
        if not self.before:
            self.doubts(0)
        return self.slots()

    def stop(self) -> None:
        """Raise Stop, unless somebody would rather keep what was changed."""
        if not self.before:
            raise Stop
        words = ngettext("{n} change is not written", "{n} changes are not written", len(self.before))
        rows = [(_("go on"), "on"), (_("stop without them"), "stop")]
        with suppress(Back):
            if picked(words.format(n=len(self.before)), rows) == "stop":
                raise Stop

    def doubts(self, n: int) -> None:
        """Each doubt with its place; a speech that may be read in another way is, as its reader says; else the speech itself is mended."""
        read = list(self.made.recognised)
        while n < len(self.doubtful):
            speech, problem = self.doubtful[n]
            typer.echo(f"{n + 1}/{len(self.doubtful)} {report(problem, _)}")
            rows = [(_("right as it is read"), "next"), (_("take all the others as they are read"), "all")]
            other = self.found[speech].other if problem.rule == "two-readings" else None
            rows += [(_("read it in the other way"), "other")] if other else []
            start = "other" if other and read[speech] == other else "next"
            try:
                answer = picked(_("mend the speech first (stop), or go on?"), rows, start)
            except Back:
                n = max(0, n - 1)
                continue
            if other:
                read[speech] = other if answer == "other" else self.found[speech]
            n = len(self.doubtful) if answer == "all" else n + 1
        self._read(tuple(read))

    def _read(self, read: tuple[Recognised, ...]) -> None:
        if read != self.made.recognised:
            self._take(redone(self.made, read), DOUBTS)

    def _take(self, made: Returned, at: str) -> None:
        """A change, with the slots that it took and brought."""
        names, others = ([fact.name for fact in one.facts] for one in (self.made, made))
        gone, come = [one for one in names if one not in others], [one for one in others if one not in names]
        if gone or come:
            told = [*(f"− {one}" for one in gone), *(f"+ {one}" for one in come)]
            typer.echo("  " + visible("  ".join(told[:MOST_TOLD])) + "  …" * (len(told) > MOST_TOLD))
        self.before.append((self.made, at))
        self.made = made

    def slots(self) -> Returned:
        """The table of slots, until it is taken as it stands; every change can be gone back on."""
        at = WRITE
        while True:
            try:
                at = found(self._asked(), self._rows(), at)
            except Back:
                at = self._back()
                continue
            if at == WRITE:
                return self.made
            names = [fact.name for fact in self.made.facts]
            self._do(at)
            left = [fact.name for fact in self.made.facts]
            fresh = [name for name in left if name not in names]
            if len(fresh) == 1:
                at = fresh[0]
            elif at in names and at not in left:  # where it stood
                at = left[min(names.index(at), len(left) - 1)] if left else WRITE

    def _back(self) -> str:
        """Where one stands when the last change is taken back; before the first stand the doubts."""
        if self.before:
            self.made, at = self.before.pop()
            return at
        if not self.doubtful:
            typer.echo(_("nothing was changed"))
        self.doubts(max(0, len(self.doubtful) - 1))
        return WRITE

    def _do(self, at: str) -> None:
        """What is picked in the table, until it is done or gone back on."""
        if at == DOUBTS:
            self.doubts(0)
            return
        fact = next((fact for fact in self.made.facts if fact.name == at), None)
        with suppress(Back):
            made = added(self.made) if at == ADD else listed(self.made) if fact is None else changed(self.made, fact)
            self._take(made, at)

    def _asked(self) -> str:
        count, changes = len(self.made.facts), len(self.before)
        words = ngettext("{n} slot; pick it to change it", "{n} slots; pick one to change it", count).format(n=count)
        more = ngettext("{n} change; {key} takes it back", "{n} changes; {key} takes the last one back", changes)
        return f"{words}  {more.format(n=changes, key='<' if plain() else 'Shift-Tab')}" if changes else words

    def _rows(self) -> list[Row]:
        """What can be done, and every slot with a sentence."""
        rows = [Row(_("write the files"), WRITE), Row(_("add a slot: words that the speech says"), ADD)]
        rows += [Row(_("make a list of parts that are built alike"), LIST)] if may_list(self.made) else []
        rows += [Row(_("go through the doubts again"), DOUBTS)] if self.doubtful else []
        return [*rows, *slot_rows(self.made, self.made.facts)]
