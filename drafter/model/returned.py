"""A Word file that came back: what it says now, what it said before its tracked changes, and what people wrote beside it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from drafter.model.record import Record
from drafter.problem import Problem

Change = Literal["inserted", "deleted", "moved-here", "moved-away", "mark-inserted", "mark-deleted"]
"""What was done, with tracking on: to words, or to the mark at the end of a paragraph, which parts it from the next."""
Where = Literal["body", "table", "box"]
"""Of the speech, or in a table or a text box, where nothing of a draft ever stands."""


class Tracked(Struct, frozen=True):
    """A tracked change."""

    kind: Change
    """What was done."""
    author: str
    """By whom."""
    date: str
    """When, as the file says it."""
    start: int
    """Where in the text of its paragraph; that of a paragraph's mark is the end."""
    end: int
    """Where it ends; the same as `start` for words that the text does not have."""
    words: str
    """The words; none for a mark."""


class Remark(Struct, frozen=True):
    """A comment."""

    id: str
    """Its number in the file."""
    author: str
    """Who wrote it."""
    date: str
    """When, as the file says it."""
    text: str
    """What it says, a line for each of its paragraphs."""
    start: int
    """Where in the text of its paragraph the words begin on which it lies."""
    end: int
    """Where they end; a comment on several paragraphs belongs to the first."""
    resolved: bool
    """Somebody closed it, or what it answers."""
    ours: bool
    """It is one of drafter's own: a gap, a computed figure, a finding."""
    answers: str = ""
    """The number of the comment that it answers."""


class Came(Struct, frozen=True, kw_only=True):
    """A paragraph of a file that came back."""

    text: str
    """What it says with all tracked changes accepted; among the rejected ones, with all of them rejected."""
    before: str
    """What its paragraphs of the file say with all tracked changes rejected."""
    number: int
    """Its number, as the reader of Word files counts; one in a text box has that of the paragraph which holds the box."""
    where: Where = "body"
    """Where it stands."""
    marks: tuple[int, ...] = ()
    """The lines of the draft whose bookmarks begin in it; one that has lost all its words counts only where no other has any."""
    style: str = ""
    """What its style says that it is: `title`, `heading1`, `item`, `quote`, `direction`."""
    label: str = ""
    """The number that Word generates before it."""
    tracked: tuple[Tracked, ...] = ()
    """The tracked changes in it."""
    comments: tuple[Remark, ...] = ()
    """The comments that begin in it."""
    pictures: int = 0
    """How many pictures and other drawings stand in it."""

    @property
    def empty(self) -> bool:
        """It says nothing."""
        return not self.text.strip()


class Returned(Struct, frozen=True, kw_only=True):
    """A Word file that came back."""

    file: str
    """Its name."""
    record: Record | None
    """What it remembers of how it was made; None for a file that is no draft, or has lost it."""
    untouched: bool
    """Nobody has saved it since it was drafted."""
    paragraphs: tuple[Came, ...]
    """Its paragraphs, all tracked changes accepted, in the order of the file."""
    rejected: tuple[Came, ...] | None = None
    """Its paragraphs, all of them rejected, if tracked changes join, part, add or take away paragraphs."""
    problems: tuple[Problem, ...] = ()
    """What of it is not in its paragraphs, or not as it stood: notes, headers, text boxes, what is not understood."""
