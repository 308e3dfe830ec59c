"""The one end of a draft's journey: look, target, source, seed, save, schema."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.draft import Draft, again, look_of, seeded, write_draft
from drafter.desk.files import STDIN, behind, is_device, save_all, seen_from
from drafter.desk.seed import of_brief_alone
from drafter.model.style import EVERY_MARK
from drafter.problem import DrafterError, OutputError, Place, Problem

if TYPE_CHECKING:  # most drafts have no reference
    from drafter.desk.reference import Frame
    from drafter.desk.replace import Change

PRINTED = ("pdf", "png")
"""What LibreOffice makes of the Word document: a PDF, or a picture of each page."""


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
    """The file; of several pages the first."""
    pages: int = 1
    """In how many files it is."""
    kept: bool | None = None
    """Whether the brief was given its seed; None where it was not to be."""


def finish(draft: Draft, brief: Path, wanted: Wanted) -> Finished:
    """The draft of the brief in a file, as `finish_all` does it."""
    return finish_all((draft,), brief, wanted)[0]


def finish_all(drafts: Sequence[Draft], brief: Path, wanted: Wanted) -> tuple[Finished, ...]:
    """The drafts of a brief, each of another length, in files, all saved as it is wanted or none, with the schema beside the brief.

    A brief that is to be given its seed is written together with the document, or else the document alone.
    Raises DrafterError, and then nothing is written.
    """
    target = target_of(brief, wanted)
    targets = [target if len(drafts) == 1 else _of_length(target, draft) for draft in drafts]
    kept = None
    if wanted.keep_seed and not is_device(target):
        try:
            given = seeded(drafts[0], brief)
            if given is not None:
                made = [given[0], *(again(one, given[0].document, brief) for one in drafts[1:])]
                return _saved(made, brief, targets, wanted, True, [given[1]])
        except DrafterError as error:
            if not of_brief_alone(error, brief):
                raise
            kept = False
    return _saved(drafts, brief, targets, wanted, kept)


def _of_length(target: Path, draft: Draft) -> Path:
    """The file of one of several lengths: brief-10min.docx."""
    return target.with_name(f"{target.stem}-{draft.demand.minutes:g}min{target.suffix}")


def _saved(
    drafts: Sequence[Draft],
    brief: Path,
    targets: Sequence[Path],
    wanted: Wanted,
    kept: bool | None,
    beside: Iterable[Change] = (),
) -> tuple[Finished, ...]:
    """The same drafts, once they are in their files, and other changes are made with them."""
    draft = drafts[0]
    source = "" if brief == STDIN else seen_from(behind(targets[0]).parent, brief)
    made = [_files(one, wanted, source, target) for one, target in zip(drafts, targets, strict=True)]
    files = [one for each in made for one in each]
    sources = [brief, *([Path(wanted.reference.reference.file)] if wanted.reference else []), *draft.library.sources]
    save_all(files, force=wanted.force, source=source, kept=sources, beside=beside)
    if draft.brief.text.startswith("# yaml-language-server:"):
        from drafter.desk.schemas import renew

        renew(brief, draft.brief.text, draft.blueprint)
    return tuple(Finished(one, each[0][0], len(each), kept) for one, each in zip(drafts, made, strict=True))


def _files(draft: Draft, wanted: Wanted, source: str, target: Path) -> list[tuple[Path, bytes]]:
    """The files of a draft: one, or as many as there are pages, NAME-1.png; raises OutputError."""
    if wanted.format not in PRINTED:
        return [(target, document_of(draft, wanted, source))]
    from drafter.desk.office import printed

    made = printed(document_of(draft, replace(wanted, format="docx"), source), str(target), wanted.format)
    if wanted.format == "pdf":
        return [(target, made[0])]
    files = [(_of_page(target, n), page) for n, page in enumerate(made, 1)]
    old = _of_page(target, len(files) + 1)
    if old.exists():
        raise OutputError([Problem("older-pages", Place(str(old)), {"name": str(old)})])
    return files


def _of_page(target: Path, n: int) -> Path:
    return target.with_name(f"{target.stem}-{n}{target.suffix}")


def target_of(brief: Path, wanted: Wanted) -> Path:
    """Where the document goes."""
    return wanted.target or brief.with_name(f"{brief.stem}.{wanted.format}")


def document_of(draft: Draft, wanted: Wanted, source: str) -> bytes:
    """The document that is wanted, for a file or for standard output."""
    look = look_of(draft, wanted.style)
    if wanted.aloud:
        look = replace(look, reading=EVERY_MARK)
    return write_draft(draft, wanted.format, look, source=source, final=wanted.final, reference=wanted.reference)
