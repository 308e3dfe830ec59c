"""The one section of a reference that a draft is set in, with the headers and footers that it takes over from those before it."""

from __future__ import annotations

from copy import deepcopy

from msgspec import Struct

from drafter.formats.docx.frame.effective import number
from drafter.formats.docx.frame.trees import Tree, local, r, val, w, without

KEPT = (
    "pgSz",
    "pgMar",
    "pgBorders",
    "lnNumType",
    "pgNumType",
    "cols",
    "vAlign",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
)
"""What a section says of its pages, in the schema's order; a paper tray, notes and former properties are not among it."""
GRIDS = ("linesAndChars", "snapToChars")
MOST_TRACKING = 20
"""Twips; a grid that is farther from the letters than this was made for other letters."""


class Section(Struct, frozen=True):
    """A section with all that holds in it."""

    properties: Tree
    """Its `w:sectPr`; a section that says nothing has an empty one."""
    stories: dict[tuple[str, str], str]
    """The relationships of its headers and footers, by kind and page; those of the sections before where it has none."""
    last: int
    """The number of its last paragraph."""


def sections(document: Tree, paragraphs: list[Tree]) -> list[Section]:
    """The sections of a document, in order."""
    found: list[Section] = []
    stories: dict[tuple[str, str], str] = {}
    for n, paragraph in enumerate(paragraphs, 1):
        properties = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
        if properties is not None:
            stories = stories | _stories(properties)
            found.append(Section(properties, stories, n))
    body = document.find(w("body"))
    last = body.find(w("sectPr")) if body is not None else None
    if last is None:
        last = document.makeelement(w("sectPr"))
    return [*found, Section(last, stories | _stories(last), max(1, len(paragraphs)))]


def _stories(properties: Tree) -> dict[tuple[str, str], str]:
    return {
        (local(one), val(one, "type") or "default"): one.get(r("id"), "")
        for one in properties
        if local(one) in ("headerReference", "footerReference")
    }


def differ(sections: list[Section]) -> bool:
    """Whether a page of one section looks other than one of another."""
    told = {
        (
            tuple(sorted(one.stories.items())),
            *(tuple(sorted(child.attrib.items())) for child in one.properties if local(child) in ("pgSz", "pgMar")),
        )
        for one in sections
    }
    return len(told) > 1


def set_alone(section: Section, kept: dict[str, str]) -> Tree:
    """The section as the only one of a document; `kept` has the new relationships of headers and footers, by the old."""
    properties = deepcopy(section.properties)
    properties.attrib.clear()
    for child in list(properties):
        if local(child) not in KEPT:
            without(child)
    properties[:] = sorted(properties, key=lambda child: KEPT.index(local(child)))
    for at, ((kind, page), id) in enumerate(sorted(pair for pair in section.stories.items() if pair[1] in kept)):
        story = properties.makeelement(w(kind), {w("type"): page, r("id"): kept[id]})
        properties.insert(at, story)
    grid = properties.find(w("docGrid"))
    if grid is not None and val(grid, "type") in GRIDS:  # LibreOffice would set 14 characters a line, Word spread them
        grid.set(w("type"), "lines")
        grid.attrib.pop(w("charSpace"), None)
    return properties


def tracking(section: Section, usual: float, body: float) -> int:
    """Twips after each letter, by which the lines of the body hold as many as on the section's grid of characters.

    `usual` and `body` are the sizes of the default style's letters, from which the grid is reckoned, and of the body's.
    """
    grid = section.properties.find(w("docGrid"))
    if grid is None or val(grid, "type") not in GRIDS:
        return 0
    cell = usual + number(val(grid, "charSpace")) / 4096
    twips = int((cell - body) * 20 // 1)
    return twips if -MOST_TRACKING <= twips <= MOST_TRACKING else 0


def width(section: Section) -> int:
    """Twips between its margins; of A4 with usual ones where it does not say."""
    size, margins = section.properties.find(w("pgSz")), section.properties.find(w("pgMar"))
    sides = sum(number(val(margins, side), 1500) for side in ("left", "right"))
    return max(0, number(val(size, "w"), 11906) - sides)
