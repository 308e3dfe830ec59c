"""What a tongue knows of last year's facts: how they are marked in a brief, and what of them moves on with the year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from drafter.language.late import late
from drafter.model.value import Unconfirmed

MARK = late(r"#\s*(?:待核|[Uu]nconfirmed\b)[:：]?\s*(?P<says>.*?)\s*(?P<other> #.*)?$")
"""The comment that calls a value unconfirmed, in whatever tongue, and a comment of another kind behind it."""
SIGNS = ("待核", "nconfirmed")
"""One of these is in every text that has such a comment."""
PROPOSED = late(r"(?:今年可能是|this year perhaps)[:： ]*(?P<value>.+)$")
"""What a value may be this year; it ends the comment."""
MEANT = late(r"^(?:去年|last year(?:'s)?)?[;；,，]?\s*(?P<meant>.*?)[;；,，]?\s*$")
"""What else it says."""


class NextYear(Struct, frozen=True, kw_only=True):
    """The words and the readers of a tongue for a brief that becomes that of the next year."""

    mark: str
    """The comment that stands at every value of last year."""
    proposes: str
    """What it goes on with, where a value may have moved on with the year: {value}"""
    means: str
    """What it goes on with, where a word counts from the year in which it was written: {words} {year}"""
    joins: str
    """What parts these."""
    note: str
    """What the comment in a document says: {slot} {value} {file} {line}"""
    promised: str
    """The comment above what was promised: {slot}"""
    promised_alone: str
    """The same where no slot is for what was achieved."""
    moved_on: Callable[[str, int, int], str]
    """A text, the year it was written in, and by how many years it moves on → the text a year on."""
    counted: Callable[[str], Iterable[tuple[str, int]]]
    """The words of a text that count from the year in which it was written, each with how many years they look on."""
    renamed: Callable[[str, str, str], str]
    """A text, the old name of a meeting and the new one → the text at the level and in the place of the new one."""
    goals: re.Pattern[str]
    """How slots are called that hold goals."""
    by: str
    """A promise with its deadline that stands elsewhere: {what} {term}"""
    promises: Callable[[str], bool]
    """Whether a text tells how much is to be done."""


def marked(text: str) -> bool:
    """Whether a file may call a value unconfirmed."""
    return any(sign in text for sign in SIGNS)


def said(comment: str) -> tuple[str, str, str] | None:
    """What a comment proposes, what else it says, and the comment behind it; None where it calls nothing unconfirmed."""
    found = MARK.match(comment)
    if not found:
        return None
    words, proposed = found["says"], PROPOSED.search(found["says"])
    rest = words[: proposed.start()] if proposed else words
    meant = MEANT.match(rest)
    return proposed["value"] if proposed else "", meant["meant"] if meant else "", (found["other"] or "").strip()


def note(one: Unconfirmed, words: NextYear) -> str:
    """What a document says of a value that nobody has confirmed."""
    file = one.place.file.replace("\\", "/").rsplit("/", 1)[-1]
    head = words.note.format(slot=one.slot, file=file, line=one.place.line)
    proposed = words.proposes.format(value=one.proposed) if one.proposed else ""
    return words.joins.join(filter(None, (head, one.meant, proposed)))
