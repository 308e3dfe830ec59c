"""What of a reference does not travel on, and what of its text does: told by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.formats.docx.frame.kept import DROPPED, SILENT
from drafter.formats.docx.frame.taken import Taken
from drafter.formats.docx.frame.trees import Tree, relations, w
from drafter.formats.docx.gate import Package
from drafter.problem import Place, Problem

IN_TEXT = {"footnotes": "footnoteReference", "endnotes": "endnoteReference"}
"""Parts that every document of Word has, and what shows that something is in them."""


def left_out(package: Package, document: Tree, settings: Tree | None, taken: Taken) -> tuple[Problem, ...]:
    """A warning for each kind of thing that was dropped, for fields that became text, and for text that stays."""
    place = Place(package.file)
    counts = Counter(_dropped(package, document, settings, taken))
    told = [
        Problem("reference-left", place, {"what": what, "count": str(count)}, "warning")
        for what, count in counts.items()
    ]
    if taken.fields:
        told.append(Problem("reference-fields", place, {"fields": ", ".join(taken.fields)}, "warning"))
    text = " / ".join(dict.fromkeys(story.text for story in taken.stories if story.text))
    if text:
        told.append(Problem("reference-header", place, {"text": text[:120]}, "warning"))
    return tuple(told)


def _dropped(package: Package, document: Tree, settings: Tree | None, taken: Taken) -> Iterator[str]:
    """What every relationship names that is not followed, once for each thing."""
    met: set[str] = set()
    for rels in [name for name in package.parts if name.endswith(".rels") and "_rels/" in f"/{name}"]:
        folder, _, own = rels.rpartition("_rels/")
        for one in relations(package, f"{folder}{own.removesuffix('.rels')}"):
            unseen = one.kind in IN_TEXT and not any(True for _ in document.iter(w(IN_TEXT[one.kind])))
            if one.target in met or one.target in taken.pictures or one.kind in SILENT or unseen:
                continue
            met.add(one.target)
            if one.outside or one.target in package.parts:
                yield DROPPED.get(one.kind, "other parts")
    if not any("vbaproject" in name for name in met) and any(name.endswith("vbaproject.bin") for name in package.parts):
        yield "macros"
    if (
        settings is not None
        and settings.find(w("mailMerge")) is not None
        and not any("mail" in one.lower() for one in met)
    ):
        yield "a data source of a mail merge"
