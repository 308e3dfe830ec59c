"""An old speech read, cleaned and set properly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from os import fspath
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.files import read_bytes, save
from drafter.desk.finish import Wanted
from drafter.desk.kinds import no_speech
from drafter.desk.library import Library
from drafter.formats import read, written
from drafter.language import TONGUES, Tongue
from drafter.model.manuscript import Line, Manuscript
from drafter.model.sheet import Recognised as Recognised
from drafter.model.speech import Inline, Inlines, Text
from drafter.model.style import Style
from drafter.model.value import Gap
from drafter.problem import InputError, Place, Problem, stop_on_errors
from drafter.recognition import recognise as recognised


class Tidied(Struct, frozen=True):
    """An old speech as a document."""

    recognised: Recognised
    """The speech as it was read, with what was cut, mended and doubted."""
    data: bytes
    """The document."""


def recognise_file(path: Path, library: Library, ignored: Sequence[str] = (), part: int = 1) -> Recognised:
    """The speech in a file, or a part of several, without the doubts of `ignored` rules; raises InputError if it cannot be read."""
    raw = read_bytes(path)
    stop_on_errors(no_speech(raw, str(path)))
    found = recognise(raw, str(path), library, part)
    if not ignored:
        return found
    from drafter.lint import not_ignored

    return replace(found, problems=not_ignored(found.problems, ignored))


def recognise(data: bytes, name: str | Path, library: Library | None = None, part: int = 1) -> Recognised:
    """The speech in the bytes of a file of that name, of several in it the one of that number; raises InputError if it cannot be read."""
    if not isinstance(data, bytes | bytearray | memoryview):
        raise TypeError(f"an old speech is given as the bytes of its file, not {type(data).__name__}")
    sheet = read(bytes(data), fspath(name))
    stop_on_errors(sheet.problems)
    cues, passed = (library or Library()).cues()
    found = recognised(sheet, cues, part)
    count = next((p.facts["count"] for p in found.problems if p.rule == "several-speeches"), "1")
    if part > int(count):
        raise InputError([Problem("no-such-part", Place(fspath(name)), {"part": str(part), "count": count})])
    return replace(found, problems=(*found.problems, *passed)) if passed else found


def tidied(path: Path, wanted: Wanted, library: Library, ignored: Sequence[str] = (), part: int = 1) -> Tidied:
    """The speech in a file as the document that is wanted; raises InputError."""
    books = library.at(path.parent)
    found = recognise_file(path, books, ignored, part)
    look = books.style(wanted.style, Place(str(path)))
    return Tidied(found, set_manuscript(found.manuscript, wanted.format, look))


def kept(made: Tidied, path: Path, wanted: Wanted, library: Library) -> Path:
    """Write the document, by default beside the old speech, which is never written over; raises OutputError."""
    target = wanted.target or path.with_name(f"{path.stem}-tidy.{wanted.format}")
    save(target, made.data, force=wanted.force, kept=(path, *library.sources))
    return target


def set_manuscript(manuscript: Manuscript, format: str, style: Style) -> bytes:
    """A manuscript as a document, without any record; what its author left open is marked."""
    tongue = TONGUES[manuscript.language]
    marked = replace(manuscript, lines=tuple(_marked(line, tongue) for line in manuscript.lines))
    return written(format, marked, style)


def _marked(line: Line, tongue: Tongue) -> Line:
    """The line with its placeholders as gaps that show as they were typed."""
    return replace(
        line, parts=tuple(replace(part, inlines=_holes(part.inlines, part.id, tongue)) for part in line.parts)
    )


def _holes(inlines: Inlines, id: str, tongue: Tongue) -> Inlines:
    done: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Text) or tongue.placeholder_signs.isdisjoint(inline.text):
            done.append(inline)
            continue
        at = 0
        for found in re.finditer(tongue.placeholder, inline.text):
            done += [Text(inline.text[at : found.start()]), Gap(f"{id}-{found.start()}", found[0], found[0], id=id)]
            at = found.end()
        done.append(Text(inline.text[at:]))
    return tuple(inline for inline in done if not isinstance(inline, Text) or inline.text)
