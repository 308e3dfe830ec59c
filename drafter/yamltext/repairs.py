"""A text mended line by line in memory so that the rest of it can be read, and where everything stood before."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from drafter.problem import Edit, Place, Problem
from drafter.yamltext.slip import Slip


class Repairs:
    """The lines of a file, and what was done to each."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
        """Where each line began before anything was mended."""
        self._now: list[int] | None = self.starts
        self.moved: dict[int, list[tuple[int, int, int]]] = {}
        """For each line that is mended where it was, how many characters went and how many came."""

    @property
    def text(self) -> str:
        """The text as it is mended."""
        return "\n".join(self.lines)

    def problem(self, slip: Slip) -> Problem:
        """The slip as a problem; its edit is one of the file, so a line that is mended already gives none yet."""
        edit = None
        if slip.end >= 0 and slip.line not in self.moved:
            start = self.starts[slip.line]
            edit = Edit(start + slip.start, start + slip.end, slip.text)
        place = Place(self.file, slip.line + 1, self.column(slip.line, slip.column) + 1)
        return Problem(slip.rule, place, slip.facts, edit=edit)

    def mend(self, slip: Slip) -> bool:
        """Mend the slip, or else empty the value of its line; whether anything is other than before."""
        from drafter.yamltext.slips import blanked  # most files need no mend

        if slip.end >= 0:
            return self._put(slip.line, slip.start, slip.end, slip.text)
        line = self.lines[slip.line]
        kept = len(blanked(line))
        return self._put(slip.line, kept, len(line), "")

    def empty(self, line: int) -> bool:
        """Leave a line out; whether anything is other than before."""
        return self._put(line, 0, len(self.lines[line]), "")

    def _put(self, number: int, start: int, end: int, text: str) -> bool:
        line = self.lines[number]
        new = line[:start] + text + line[end:]
        if new == line:
            return False
        self.lines[number] = new
        self.moved.setdefault(number, []).append((start, end - start, len(text)))
        self._now = None
        return True

    def column(self, line: int, column: int) -> int:
        """Where a column of a line as it is mended was before."""
        for start, gone, come in reversed(self.moved.get(line, ())):
            if column >= start + come:
                column += gone - come
            elif column > start:
                column = start
        return column

    def offset(self, index: int) -> int:
        """Where a character of the text as it is mended was before."""
        if not self.moved:
            return index
        if self._now is None:
            self._now = [0, *accumulate(len(one) + 1 for one in self.lines)]
        line = bisect_right(self._now, index) - 1
        if line >= len(self.lines):
            return self.starts[-1] - 1
        return self.starts[line] + self.column(line, index - self._now[line])
