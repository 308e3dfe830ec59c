"""What is kept of a Word document while it is read: the paragraph, the fields in it, the versions of its shapes."""

from __future__ import annotations

from drafter.model.sheet import Raw

UNSEEN = frozenset(("XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "PAGE", "NUMPAGES", "SECTIONPAGES"))
"""Fields that show nothing, or nothing but a page number."""


class Paragraph:
    """A paragraph so far."""

    def __init__(self, line: int, style: str) -> None:
        self.line, self.style = line, style
        self.level: int | None = None
        self.list = self.rung = ""
        self.texts: list[str] = []
        self.size = 0
        self.joins = False  # its mark is deleted or hidden: the next paragraph goes on in it
        self.new_page = False
        self.after: list[Raw] = []  # lines of the text boxes that are anchored in it

    def add(self, text: str) -> None:
        """Some more of its text; a new page at its edge is no break in it."""
        if self.new_page:
            text, self.new_page = ("\n" if self.texts else "") + text, False
        self.texts.append(text)
        self.size += len(text)


class Fields:
    """The fields that are open at a place: their instructions are not shown, their results are."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.instructing = 0

    def mark(self, kind: str) -> str:
        """A field begins, its result begins, or it ends; the instruction of one that ends without a result it should have."""
        if kind == "begin":
            self._open.append(_Field())
            self.instructing += 1
        elif self._open and kind == "separate" and self._open[-1].instructing:
            self._open[-1].instructing = False
            self.instructing -= 1
        elif self._open and kind == "end":
            field = self._open.pop()
            self.instructing -= field.instructing
            words = field.instruction.split()
            if field.instructing and words and words[0].upper() not in UNSEEN:
                return field.instruction.strip()
        return ""

    def instruct(self, text: str) -> None:
        """Some of the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction = (self._open[-1].instruction + text)[:200]


class _Field:
    """One open field."""

    def __init__(self) -> None:
        self.instructing = True
        self.instruction = ""


class Versions:
    """Shapes that a document holds in two versions, for newer programs and older ones: one is read."""

    def __init__(self) -> None:
        self._chosen: list[bool] = []
        self.read: list[str] = []
        self.other: list[str] = []

    def begin(self) -> None:
        """The versions of a shape follow."""
        self._chosen.append(False)

    def choose(self) -> bool:
        """Whether this version is the one that is read."""
        if not self._chosen or not self._chosen[-1]:
            self._chosen[-1:] = [True] * len(self._chosen[-1:])
            return True
        return False

    def end(self) -> str:
        """The text that only the other versions have."""
        self._chosen[-1:] = []
        if self._chosen:
            return ""
        read, other = "".join(self.read), "".join(self.other)
        self.read, self.other = [], []
        return "" if other == read else other

    def __bool__(self) -> bool:
        return bool(self._chosen)
