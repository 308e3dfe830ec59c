"""Copies of a finished text: mended, in Word with its changes tracked; or with what was found as comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from drafter.desk.files import replace_files, save
from drafter.desk.library import Library
from drafter.desk.proof_fix import Mended, mended
from drafter.desk.proofread import Proof, proofread
from drafter.formats.reading.sniff import kind
from drafter.model.finished import Finished, Paragraph
from drafter.problem import Edit, InputError, Place, Problem, stop_on_errors
from drafter.yamltext.source import decode, encoded

AUTHOR = "drafter 校对"
"""Who made comments and changes in Word, as Word shows it."""
FIXED, COMMENTED = "-fixed", "-comments"
"""What the names of copies end in."""


class Fixed(Struct, frozen=True):
    """A mended copy."""

    made: Mended
    """What was mended, and what is left."""
    target: Path
    """Where it is; nothing is written where nothing was mended."""


def fixed_file(
    path: Path, library: Library, *, output: Path | None = None, in_place: bool = False, force: bool = False
) -> Fixed:
    """Mend a text and write it beside itself, or in its place; raises InputError, OutputError."""
    proof = proofread(path, library)
    stop_on_errors(one for one in proof.problems if not one.words)
    made = mended(proof, library)
    target = path if in_place else output or path.with_stem(path.stem + FIXED)
    if not made.edits:
        return Fixed(made, target)
    data = _tracked(proof, made.edits) if kind(proof.data) == "docx" else _typed(path, proof, made)
    if in_place:
        replace_files([(path, proof.data, data)])
    else:
        save(target, data, force=force, kept=[path])
    return Fixed(made, target)


def commented_file(
    path: Path, library: Library, says: Callable[[Problem], str], *, notes: bool, output: Path | None, force: bool
) -> tuple[Proof, Path]:
    """Write a copy of a Word file in which what was found stands as comments; raises InputError, OutputError."""
    proof = proofread(path, library, notes=notes, all=True)
    stop_on_errors(one for one in proof.problems if not one.words)
    if kind(proof.data) != "docx":
        raise InputError([Problem("no-comments", Place(str(path)), {"name": str(path)})])
    from drafter.formats.docx.comments import Note, commented

    found = [one for one in proof.problems if one.words]
    notes_ = [Note(*_spot(proof.finished, one), f"{says(one)} [{one.rule}]", AUTHOR) for one in found]
    target = output or path.with_stem(path.stem + COMMENTED)
    save(target, commented(proof.data, notes_), force=force, kept=[path])
    return proof, target


def _spot(text: Finished, problem: Problem) -> tuple[int, int, int]:
    """The paragraph of a finding, as the reader of Word files counts, and where in it its words stand."""
    return problem.place.line, problem.place.column - 1, problem.place.column - 1 + len(problem.words)


def _tracked(proof: Proof, edits: Iterable[Edit]) -> bytes:
    from drafter.formats.docx.comments import Change, tracked

    changes = [Change(one.place.line, start, end, text) for one, start, end, text in _within(proof.finished, edits)]
    return tracked(proof.data, changes, AUTHOR)


def _within(text: Finished, edits: Iterable[Edit]) -> Iterator[tuple[Paragraph, int, int, str]]:
    """The changes, each in its paragraph."""
    for edit in edits:
        one = next(one for one in reversed(text.paragraphs) if one.start <= edit.start)
        yield one, edit.start - one.start, edit.end - one.start, edit.text


def _typed(path: Path, proof: Proof, made: Mended) -> bytes:
    """The bytes of a plain text with its paragraphs as they are now; raises InputError where a line cannot be told."""
    lines = decode(proof.data, str(path))[0].split("\n")
    for old, new in zip(proof.finished.paragraphs, made.finished.paragraphs, strict=True):
        n = old.place.line - 1
        if old.text != new.text:
            if n >= len(lines) or old.text not in lines[n]:
                raise InputError([Problem("not-fixable", old.place, {"name": str(path)})])
            lines[n] = lines[n].replace(old.text, new.text, 1)
    data = encoded(proof.data, "\n".join(lines))
    if data is None:
        raise InputError([Problem("not-fixable", Place(str(path)), {"name": str(path)})])
    return data
