"""A Word file that came back, beside the draft that it was: what was changed, asked and put in, and the brief that says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.carry import Carried, Edited, carried, edited, taking
from drafter.desk.draft import Draft, draft_document, draft_file
from drafter.desk.library import Library
from drafter.desk.reading import read_bytes, sound
from drafter.desk.redraft import Basis, redrafted
from drafter.desk.rewrite import rewrite
from drafter.desk.transfer import Clash, transferred
from drafter.formats.docx.returned import returned
from drafter.language import TONGUES
from drafter.model.manuscript import page_text
from drafter.model.returned import Came as Came
from drafter.model.returned import Remark, Returned
from drafter.notation.unconfirmed import touched
from drafter.problem import InputError, Place, Problem
from drafter.review.changes import Change as Change
from drafter.review.words import pieces as pieces
from drafter.yamltext.data import data
from drafter.yamltext.parse import parse
from drafter.yamltext.tree import Document

TOLD = ("tracked insertions", "tracked deletions", "tables", "comments")
"""What of a file that came back is told otherwise than as left out or read along."""
ENDED = tuple("。；，.;,")
"""In which no heading ends."""
View = Literal["accept", "reject", "ask"]
"""How tracked changes are read: as if all were taken, as if none were, or as somebody says of each paragraph."""


class Line(Struct, frozen=True):
    """A line of the edited speech."""

    text: str
    """Its words."""
    came: Came
    """The paragraph that it stands in."""


class Reviewed(Struct, frozen=True, kw_only=True):
    """A Word file that came back, beside the draft that it was."""

    file: Path
    """The file."""
    brief: Path
    """The brief that it was drafted from, as far as that can be told."""
    base: Document
    """The brief as it was then."""
    returned: Returned
    """All of the file."""
    lines: tuple[Line, ...]
    """The speech in it, line by line."""
    edited: Edited
    """What was done to the speech."""
    library: Library
    """Where its blueprint is found."""
    basis: Basis | None = None
    """By which blueprint it was drafted again; None where the brief that was named is taken for what it was."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is in the file beside its paragraphs; what is tracked or in tables is told by itself."""
        return tuple(one for one in self.returned.problems if one.facts.get("what") not in TOLD)

    @property
    def questions(self) -> tuple[tuple[Came, Remark], ...]:
        """What people wrote beside it and nobody has closed, with where."""
        every = ((came, remark) for came in self.returned.paragraphs for remark in came.comments)
        return tuple((came, remark) for came, remark in every if not remark.ours and not remark.resolved)

    @property
    def beside(self) -> tuple[Came, ...]:
        """What stands in tables and text boxes, and what has pictures: no brief can say it."""
        return tuple(
            came for came in self.returned.paragraphs if came.pictures or (came.where != "body" and not came.empty)
        )


class Applied(Struct, frozen=True, kw_only=True):
    """A brief that says what was edited."""

    old: str
    """Its text before."""
    document: Document
    """As it is."""
    carried: Carried
    """The same in the brief as it was when the file was drafted, proved by drafting it."""
    clashes: tuple[Clash, ...] = ()
    """What somebody changed in the brief since then, and the editor too."""
    unsaid: tuple[str, ...] = ()
    """Edited lines that the brief does not say, as somebody changed it since then."""


def reviewed(
    file: Path,
    library: Library,
    brief: Path | None = None,
    view: View = "accept",
    takes: Callable[[Came], bool] = lambda came: True,
) -> Reviewed:
    """What was done to a draft in a Word file; raises InputError where it is none, or its brief cannot be drafted any more."""
    whole = returned(read_bytes(file), str(file))
    draft, base, path, basis = _drafted(whole, file, library, brief)
    lines = tuple(_lines(whole, view, takes))
    marks = {mark - 1: n for n, line in reversed([*enumerate(lines)]) for mark in line.came.marks}
    heads = frozenset(n for n, line in enumerate(lines) if _heads(line))
    done = edited(draft, [line.text for line in lines], marks, heads)
    if brief is not None and whole.record is None and done.is_other:
        raise InputError([Problem("brief-of-another", Place(str(brief)), {"name": str(brief), "file": file.name})])
    return Reviewed(
        file=file, brief=path, base=base, returned=whole, lines=lines, edited=done, library=draft.library, basis=basis
    )


def _heads(line: Line) -> bool:
    """Whether a line is a heading: what is typed below one keeps its style, and is none if it ends as a sentence does."""
    return line.came.style.startswith("heading") and not line.text.endswith(ENDED)


def _drafted(
    whole: Returned, file: Path, library: Library, brief: Path | None
) -> tuple[Draft, Document, Path, Basis | None]:
    """The draft that a file was, the brief that it was made of, where that lies, and by which blueprint; without a record the
    brief that is named."""
    record = whole.record
    if record is not None and record.brief and (made := redrafted(record, file, library)) is not None:
        path = brief or file.parent / record.source
        if brief is not None:
            _same_speech(made.draft, brief, file)
        return made.draft, parse(record.brief, str(path)), path, made.basis
    if brief is None:
        rule = "brief-unnamed" if record is None or not record.brief else "not-drafted-again"
        raise InputError([Problem(rule, Place(str(file)), {"name": file.name})])
    made_now = draft_file(brief, library)
    assert made_now.document is not None
    return made_now, made_now.document, brief, None


def _same_speech(made: Draft, brief: Path, file: Path) -> None:
    """Raise InputError if a brief that is named has other facts than that of which a file was drafted."""
    then = data(made.document.root) if made.document else None
    now = data(sound(read_bytes(brief), brief).root)
    if not isinstance(then, dict) or not isinstance(now, dict):
        return
    slots = [name for name in then if name in made.blueprint.slots]
    if sum(then[name] == now.get(name) for name in slots) * 2 < len(slots):
        facts = {"name": str(brief), "file": file.name}
        raise InputError([Problem("brief-of-another", Place(str(brief)), facts)])


def _lines(whole: Returned, view: View, takes: Callable[[Came], bool]) -> Sequence[Line]:
    """The lines of the speech in a file, as tracked changes are read; a line break is layout in a title, else it ends a line."""
    if view == "reject" and whole.rejected is not None:
        paragraphs = whole.rejected
    elif view == "accept":
        paragraphs = whole.paragraphs
    else:
        told = view == "reject"
        paragraphs = tuple(
            replace(came, text=came.before) if came.tracked and (told or not takes(came)) else came
            for came in whole.paragraphs
        )
    return [
        Line(text.strip(), came)
        for came in paragraphs
        if came.where == "body"
        for text in ([came.text.replace("\n", "")] if came.style == "title" else came.text.split("\n"))
        if text.strip()
    ]


def applied(review: Reviewed, wanted: Callable[[Change], bool] = lambda change: True) -> Applied:
    """The brief with what was edited, as far as it is wanted; what else was changed in it since the draft stays."""
    now = here(review)
    made = carried(taking(review.edited, wanted), review.base, review.library, review.brief)
    document, clashes = transferred(now, review.base, made.document)
    unsaid = () if now.text == review.base.text else tuple(_unsaid(review, document, made.draft, wanted))
    return Applied(old=now.text, document=touched(now, document), carried=made, clashes=clashes, unsaid=unsaid)


def _unsaid(review: Reviewed, document: Document, made: Draft, wanted: Callable[[Change], bool]) -> Iterator[str]:
    """The edited lines that a brief says as it was, but not as it is; raises InputError if it cannot be drafted."""
    now = draft_document(document, review.library.find(review.brief), library=review.library)
    then, left = ({page_text(line) for line in one.manuscript.lines} for one in (made, now))
    for line in dict.fromkeys(one.whole or one.after for one in review.edited.changes if wanted(one)):
        if line in then - left:
            yield line


def here(review: Reviewed) -> Document:
    """The brief as it lies there now."""
    if not review.brief.is_file():
        raise InputError([Problem("brief-gone", Place(str(review.file)), {"name": str(review.brief)})])
    return sound(read_bytes(review.brief), review.brief)


def write_applied(review: Reviewed, made: Applied) -> None:
    """Write the brief; raises DrafterError where it cannot be, or is not what it was any more."""
    rewrite(review.brief, made.old, made.document)


def still_standing(review: Reviewed, one: Change) -> tuple[str, ...]:
    """The lines of the edited speech that still state what a change took away: 9处, where 9处 became 11处 elsewhere."""
    doubts = TONGUES[review.edited.draft.blueprint.language].doubts
    gone = {claim.key for claim in doubts.claims(one.before)} - {claim.key for claim in doubts.claims(one.after)}
    if not gone or one.kind not in ("fact", "words"):
        return ()
    others = (line.text for n, line in enumerate(review.lines) if n != one.paragraph)
    return tuple(text for text in others if any(claim.key in gone for claim in doubts.claims(text)))


def said_then(review: Reviewed, n: int) -> str:
    """A line of the draft."""
    return page_text(review.edited.draft.manuscript.lines[n])
