"""A Word file that came back, made ready to be sent out: nothing in it but what it says, and nothing left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.files import save
from drafter.desk.reading import read_bytes, sound
from drafter.formats.docx.cleared import cleared as copy_of
from drafter.formats.docx.returned import returned
from drafter.language import TONGUES
from drafter.model.returned import Returned
from drafter.notation.unconfirmed import unconfirmed
from drafter.problem import DrafterError, InputError, Place, Problem, in_order, stop_on_errors
from drafter.yamltext.parse import parse

HAN = r"[\u3400-\u9fff]"
LONGEST = 60
"""Characters of what is told of a comment."""


class Cleared(Struct, frozen=True):
    """A copy to be sent out."""

    data: bytes
    """The copy."""
    removed: Mapping[str, int]
    """What was taken out, and how much of it."""
    open: tuple[Problem, ...]
    """What is left open though it was forced."""


def cleared(file: Path, brief: Path | None = None, *, force: bool = False) -> Cleared:
    """The copy of a file; raises InputError where something is left open, unless that is forced, and where the copy would not
    say the same."""
    data = read_bytes(file)
    whole = returned(data, str(file))
    left = in_order(_open(whole, file, brief))
    if force:
        left = tuple(replace(one, severity="warning") for one in left)
    stop_on_errors(left)
    made, removed = copy_of(data, str(file))
    after = returned(made, str(file))
    if said(after) != said(whole) or traced(after):
        raise InputError([Problem("not-the-same", Place(str(file)), {"name": file.name})])
    return Cleared(made, removed, left)


def said(whole: Returned) -> list[tuple[str, str]]:
    """What a file says, tracked changes taken, where and with what number before it; an empty paragraph says nothing, and a
    break in a title is layout."""
    texts = ((one, one.text.replace("\n", "") if one.style == "title" else one.text) for one in whole.paragraphs)
    return [(one.where, f"{one.label}{text}") for one, text in texts if not one.empty]


def traced(whole: Returned) -> bool:
    """Whether a file tells how it was made."""
    return bool(whole.record or whole.rejected) or any(
        one.tracked or one.comments or one.marks for one in whole.paragraphs
    )


def write_cleared(made: Cleared, file: Path, target: Path, *, force: bool) -> None:
    """Write the copy; raises OutputError where it cannot be, or another file is there."""
    save(target, made.data, force=force, kept=[file])


def _open(whole: Returned, file: Path, brief: Path | None) -> Iterator[Problem]:
    """What is left open in a file, by paragraph; then the values that nobody has confirmed."""
    for came in whole.paragraphs:
        here = Place(str(file), came.number)
        for what in gaps_in(came.text):
            yield Problem("gap-left", here, {"what": what})
        for one in came.comments:
            if not one.ours and not one.resolved:
                on = came.text[one.start : one.end] or came.text
                facts = {"name": one.author or "?", "words": _short(on), "what": _short(one.text)}
                yield Problem("question-left", here, facts)
    yield from _unconfirmed(whole, file, brief)


def gaps_in(text: str) -> Sequence[str]:
    """The gaps that stand in a text as drafter prints them, and what a person marks so."""
    tongue = TONGUES["zh" if re.search(HAN, text) else "en"]
    return [found[0] for found in re.finditer(tongue.placeholder, text)]


def _unconfirmed(whole: Returned, file: Path, brief: Path | None) -> Iterator[Problem]:
    """Values of the brief that nobody had confirmed when the file was drafted, and nobody has since, as far as the brief is there."""
    record = whole.record
    if record is None or not record.brief:
        return
    lies = brief or file.parent / record.source
    confirmed: set[str] | None = None
    if lies.is_file():
        try:
            confirmed = {one.slot for one in unconfirmed(sound(read_bytes(lies), lies))}
        except DrafterError:
            confirmed = None
    for one in unconfirmed(parse(record.brief, str(lies))):
        if confirmed is None or one.slot in confirmed:
            yield Problem("unconfirmed-left", Place(str(file)), {"name": one.slot, "what": _short(one.value)})


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
