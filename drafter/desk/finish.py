"""The one end of a draft's journey: look, target, source, seed, save, schema."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.draft import Draft, look_of, seeded, write_draft
from drafter.desk.files import STDIN, behind, is_device, save, seen_from
from drafter.desk.seed import of_brief_alone
from drafter.model.style import EVERY_MARK
from drafter.problem import DrafterError

if TYPE_CHECKING:  # most drafts have no reference
    from drafter.desk.reference import Frame
    from drafter.desk.replace import Change


class Wanted(Struct, frozen=True, kw_only=True):
    """The document that somebody wants."""

    format: str = "docx"
    """One of the formats."""
    target: Path | None = None
    """Its file; beside the brief, if none is named."""
    style: str = ""
    """The look; that of the brief or the blueprint, if none is named."""
    reference: Frame | None = None
    """What it takes of a Word file whose look it has instead."""
    final: bool = False
    """Without gaps, and without comments and record."""
    force: bool = False
    """Also over a file that is not an untouched draft of this brief."""
    aloud: bool = False
    """With every mark for reading aloud, whatever its look says."""
    keep_seed: bool = False
    """The brief is given the line of the seed that was drawn for it."""


class Finished(Struct, frozen=True):
    """A draft in its file."""

    draft: Draft
    """What was written: drafted from the brief as it is now."""
    target: Path
    """The file."""
    kept: bool | None = None
    """Whether the brief was given its seed; None where it was not to be."""


def finish(draft: Draft, brief: Path, wanted: Wanted) -> Finished:
    """The draft of the brief in a file, saved as it is wanted, with the schema beside the brief as it is now.

    A brief that is to be given its seed is written together with the document, or else the document alone.
    Raises DrafterError, and then nothing is written.
    """
    target = target_of(brief, wanted)
    kept = None
    if wanted.keep_seed and not is_device(target):
        try:
            given = seeded(draft, brief)
            if given is not None:
                return Finished(_saved(given[0], brief, target, wanted, [given[1]]), target, True)
        except DrafterError as error:
            if not of_brief_alone(error, brief):
                raise
            kept = False
    return Finished(_saved(draft, brief, target, wanted), target, kept)


def _saved(draft: Draft, brief: Path, target: Path, wanted: Wanted, beside: Iterable[Change] = ()) -> Draft:
    """The same draft, once it is in its file, and other changes are made with it."""
    source = "" if brief == STDIN else seen_from(behind(target).parent, brief)
    data = document_of(draft, wanted, source)
    sources = [brief, *([Path(wanted.reference.reference.file)] if wanted.reference else []), *draft.library.sources]
    save(target, data, force=wanted.force, source=source, kept=sources, beside=beside)
    if draft.brief.text.startswith("# yaml-language-server:"):
        from drafter.desk.schemas import renew

        renew(brief, draft.brief.text, draft.blueprint)
    return draft


def target_of(brief: Path, wanted: Wanted) -> Path:
    """Where the document goes."""
    return wanted.target or brief.with_name(f"{brief.stem}.{wanted.format}")


def document_of(draft: Draft, wanted: Wanted, source: str) -> bytes:
    """The document that is wanted, for a file or for standard output."""
    look = look_of(draft, wanted.style)
    if wanted.aloud:
        look = replace(look, reading=EVERY_MARK)
    return write_draft(draft, wanted.format, look, source=source, final=wanted.final, reference=wanted.reference)
