"""The comments of a Word document: who says what, what is answered, what was closed."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from drafter.formats.docx.gate import Events, Package, parse, value
from drafter.formats.docx.looks import OFF
from drafter.formats.docx.sheet import AUTHOR
from drafter.model.returned import Remark


class Comment(Struct, frozen=True):
    """A comment wherever it lies."""

    remark: Remark
    """What it says; its place is not known yet."""
    last: str
    """The id of its last paragraph, by which others speak of it."""


def comments_of(package: Package) -> Mapping[str, Comment]:
    """The comments by their numbers; raises InputError."""
    comments, threads = Comments(package.file), Threads(package.file)
    for kind, events in (("comments", comments), ("commentsExtended", threads)):
        for part in package.related.get(kind, ())[:1]:
            parse(package, part, events)
    by_last = {one.last: id for id, one in comments.found.items() if one.last}
    return {id: replace(one, remark=_threaded(one, threads, by_last)) for id, one in comments.found.items()}


def _threaded(comment: Comment, threads: Threads, by_last: Mapping[str, str]) -> Remark:
    parent = threads.parents.get(comment.last, "")
    resolved = bool(comment.last) and (comment.last in threads.done or parent in threads.done)
    return replace(comment.remark, resolved=resolved, answers=by_last.get(parent, ""))


class Comments(Events):
    """The comments as they are heard."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.found: dict[str, Comment] = {}
        self._said: Mapping[str, str] = {}
        self._last = ""
        self._lines: list[list[str]] = []
        self._doubled = 0

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        self._doubled += name == "mc:Fallback"
        if name == "comment":
            self._said, self._last, self._lines = dict(attributes), "", []
        elif name == "p" and not self._doubled:
            self._last = value(attributes, "paraId")
            self._lines.append([])
        elif name in ("br", "cr") and self._lines and not self._doubled:
            self._lines[-1].append("\n")

    def data(self, text: str) -> None:
        if self.path and self.path[-1] == "t" and self._lines and not self._doubled:
            self._lines[-1].append(text)

    def closed(self, name: str) -> None:
        self._doubled -= name == "mc:Fallback"
        if name == "comment":
            id, author, date = (value(self._said, key) for key in ("id", "author", "date"))
            text = "\n".join("".join(line) for line in self._lines).strip("\n")
            ours = author.partition(" ")[0] == AUTHOR
            self.found[id] = Comment(Remark(id, author, date, text, 0, 0, False, ours), self._last)


class Threads(Events):
    """Which comments answer which, and which were closed, by the ids of their last paragraphs ([MS-DOCX] 2.5.4.2)."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.parents: dict[str, str] = {}
        self.done: set[str] = set()

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name.endswith("commentEx"):
            id = value(attributes, "paraId")
            if parent := value(attributes, "paraIdParent"):
                self.parents[id] = parent
            if value(attributes, "done") not in ("", *OFF):
                self.done.add(id)
