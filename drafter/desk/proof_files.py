"""Copies of a finished text: mended, in Word with its changes tracked; or with what was found as comments."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.files import replace_files, save
from drafter.desk.library import Library
from drafter.desk.proof_fix import Mended, mended
from drafter.desk.proofread import Proof, proofread
from drafter.formats.reading.sniff import kind
from drafter.problem import InputError, Place, Problem, in_order, stop_on_errors
from drafter.sentences import Translate
from drafter.yamltext.source import decode, encoded

FIXED, COMMENTED = "-fixed", "-comments"
"""What the names of copies end in."""


class Fixed(Struct, frozen=True):
    """A mended copy."""

    made: Mended
    """What was mended, and what is left."""
    target: Path
    """Where it is; nothing is written where nothing was mended."""
    unchanged: tuple[Problem, ...] = ()
    """What could not be changed in Word: words in fields, formulas, generated numbers."""


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
    unchanged: tuple[Problem, ...] = ()
    if kind(proof.data) == "docx":
        data, unchanged = _tracked(proof, made)
        made = _without(made, unchanged)
        if not made.mends:
            return Fixed(made, target, unchanged)
    else:
        data = _typed(path, proof, made)
    if in_place:
        replace_files([(path, proof.data, data)])
    else:
        save(target, data, force=force, kept=[path])
    return Fixed(made, target, unchanged)


def commented_file(
    path: Path, library: Library, translate: Translate, *, notes: bool, output: Path | None, force: bool
) -> tuple[Proof, Path]:
    """Write a copy of a Word file in which what was found stands as comments; raises InputError, OutputError."""
    proof = proofread(path, library, notes=notes, all=True)
    stop_on_errors(one for one in proof.problems if not one.words)
    if kind(proof.data) != "docx":
        raise InputError([Problem("no-comments", Place(str(path)), {"name": str(path)})])
    from drafter.desk.marked import notes as as_comments
    from drafter.formats.docx.comments import commented

    target = output or path.with_stem(path.stem + COMMENTED)
    save(
        target, commented(proof.data, as_comments(proof.finished, proof.problems, translate)), force=force, kept=[path]
    )
    return proof, target


def _tracked(proof: Proof, made: Mended) -> tuple[bytes, tuple[Problem, ...]]:
    """The copy with its changes tracked, and what could not be changed in it."""
    from drafter.desk.marked import changes
    from drafter.formats.docx.tracked import tracked

    wished = [(one.problem, changes(proof.finished, [one.problem])) for one in made.mends]
    data, left = tracked(proof.data, [change for _, some in wished for change in some])
    return data, tuple(problem for problem, some in wished if not some or any(change in left for change in some))


def _without(made: Mended, unchanged: Collection[Problem]) -> Mended:
    """What was mended, less what could not be; that is left to be told."""
    mends = tuple(one for one in made.mends if one.problem not in unchanged)
    edits = tuple(one.problem.edit for one in mends if one.problem.edit)
    return replace(made, mends=mends, edits=edits, problems=in_order((*made.problems, *unchanged)))


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
