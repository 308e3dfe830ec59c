"""A user's own Word document read for its look: what its paragraphs are is recognised, then how they are set is learnt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from drafter.desk.kinds import no_word, no_yaml
from drafter.desk.library import Library
from drafter.desk.reading import read_bytes
from drafter.formats.docx.frame.frame import Frame as Frame
from drafter.formats.lines import role
from drafter.formats.table import framed_by, sheet_of
from drafter.model.manuscript import Heading, Line, printed
from drafter.model.reference import Instance, Reference
from drafter.model.sheet import Raw, Recognised, Sheet
from drafter.model.speech import plain
from drafter.problem import stop_on_errors
from drafter.recognition import recognise
from drafter.recognition.numbers import numbered

LONGEST_HEADING = 30
"""Characters of a heading that says more than one sentence."""
UNNAMED = "--reference"
"""What the problems of a document are told of that has no name."""


def frame_file(path: Path, library: Library, styles: Iterable[str] = ()) -> Frame:
    """What a draft takes of a Word file; `styles` are roles by the names of styles, `公文正文=body`; raises InputError."""
    named = dict(one.rpartition("=")[::2] for one in styles)
    raw, name = read_bytes(path), str(path)
    other = no_yaml(raw, name, "reference")
    stop_on_errors([other] if other and other.facts["kind"] not in ("word", "draft") else no_word(raw, name))
    return framed(raw, name, library=library, styles=named)


def framed(
    data: bytes, file: str = UNNAMED, *, library: Library | None = None, styles: Mapping[str, str] | None = None
) -> Frame:
    """What a draft takes of the bytes of a Word file; raises InputError where they cannot be used."""
    sheet = sheet_of(data, file)
    stop_on_errors(sheet.problems)
    sheet = replace(sheet, lines=tuple(map(_doubted, sheet.lines)))
    found = recognise(sheet, (library or Library()).cues()[0])
    return framed_by(Reference(file, data, tuple(_instances(found, sheet)), styles or {}))


def frame_of(reference: object, library: Library) -> Frame:
    """What is taken of a reference, which may have been read before; TypeError for what is none."""
    if isinstance(reference, Frame):
        return reference
    if not isinstance(reference, bytes):
        raise TypeError(f"a reference is the bytes of a Word file, not {type(reference).__name__}")
    return framed(reference, library=library)


def _doubted(line: Raw) -> Raw:
    """A line without the claim of its style where it has whole sentences and no number: offices set text in heading styles, too."""
    long = line.claim == "heading" and len(line.text) > LONGEST_HEADING and "。" in line.text
    return replace(line, claim="", level=0) if long and not numbered(line.text.strip()) else line


def _instances(found: Recognised, sheet: Sheet) -> Iterator[Instance]:
    """The paragraphs whose roles are known, each once."""
    met = set[int]()
    for line in found.manuscript.lines:
        place = found.places.get(line.parts[0].id) if line.parts else None
        if place is None or place.line in met:
            continue
        met.add(place.line)
        yield Instance(place.line, role(line), _head(line))
    for raw in sheet.lines:
        if raw.place.line not in met and raw.claim == "title" and raw.text.strip():
            met.add(raw.place.line)
            yield Instance(raw.place.line, "title")


def _head(line: Line) -> int:
    """Characters of a heading that its paragraph goes on after."""
    first = line.parts[0]
    return len(plain(printed(first))) if isinstance(first, Heading) and len(line.parts) > 1 else 0
