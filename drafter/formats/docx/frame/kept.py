"""The parts of a reference that a draft takes along: each by what it is, each with what is known to be harmless only."""

from __future__ import annotations

from drafter.formats.docx.frame.trees import R, Tree, local, space, w, without
from drafter.formats.docx.parts import W

SETTINGS = frozenset(
    "zoom mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop "
    "autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders bookFoldPrinting "
    "drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin noPunctuationKerning "
    "characterSpacingControl strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore compat themeFontLang clrSchemeMapping "
    "decimalSymbol listSeparator".split()
)
"""What settings say of the page; the rest tells where to fetch, whom to merge, who wrote, or what was done."""
FONT = frozenset("font altName panose1 charset family notTrueType pitch sig".split())
DROPPED = {
    "image": "pictures",
    "media": "pictures and sounds",
    "video": "pictures and sounds",
    "audio": "pictures and sounds",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "vbaProject": "macros",
    "keyMapCustomizations": "macros",
    "attachedToolbars": "macros",
    "attachedTemplate": "the address of a template",
    "mailMergeSource": "a data source of a mail merge",
    "mailMergeHeaderSource": "a data source of a mail merge",
    "recipientData": "a data source of a mail merge",
    "oleObject": "embedded objects",
    "package": "embedded objects",
    "control": "embedded objects",
    "chart": "charts",
    "diagramData": "diagrams",
    "customXml": "custom data",
    "glossaryDocument": "building blocks",
    "aFChunk": "imported documents",
    "subDocument": "imported documents",
    "frame": "frames",
    "hyperlink": "links",
    "font": "embedded fonts",
    "transform": "a data source of a mail merge",
    "xmlMaps": "custom data",
}
"""What is worth telling of what does not travel on, by the kind of relationship."""
SILENT = frozenset(
    "styles numbering settings webSettings fontTable theme header footer officeDocument core-properties extended-properties "
    "custom-properties thumbnail stylesWithEffects printerSettings customXmlProps commentsExtended commentsIds commentsExtensible "
    "people diagramLayout diagramQuickStyle diagramColors diagramDrawing chartStyle chartColorStyle chartUserShapes themeOverride "
    "wordVbaData activeXControlBinary documenttasks metadata".split()
)
"""Kinds that are kept, made anew, or belong to another that is told."""
SIGNS = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "tiff": (b"II*\0", b"MM\0*"),
    "x-emf": (b"\x01\x00\x00\x00",),
    "x-wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00"),
}
"""First bytes of the pictures that travel on, by what their content type is called."""
ENDINGS = {"x-emf": "emf", "x-wmf": "wmf"}


def picture(data: bytes) -> str:
    """The kind of a picture that may travel on, by its first bytes, or nothing."""
    return next((kind for kind, signs in SIGNS.items() if data.startswith(signs)), "")


def only_w(root: Tree) -> None:
    """Take out of a part whatever is not WordprocessingML of the first edition, with every relationship."""
    from lxml import etree

    for element in list(root.iter()):
        if space(element) != W:
            if element is not root:
                without(element)
            continue
        for key in list(element.attrib):
            if not key.startswith(f"{{{W}}}") or key.rpartition("}")[2].startswith("rsid"):
                del element.attrib[key]
    etree.cleanup_namespaces(root)


def settings(root: Tree) -> None:
    """The settings that say how a page is set."""
    only_w(root)
    for child in list(root):
        if local(child) not in SETTINGS:
            without(child)


def fonts(root: Tree) -> None:
    """The names of fonts, and what stands in for them; no font itself."""
    only_w(root)
    for element in list(root.iter()):
        if element is not root and local(element) not in FONT:
            without(element)


def numbering(root: Tree) -> None:
    """The lists, without the pictures that are their bullets."""
    only_w(root)
    for element in list(root.iter(w("numPicBullet"), w("lvlPicBulletId"))):
        without(element)


def styles(root: Tree) -> None:
    """The styles."""
    only_w(root)
    for change in list(root.iter(w("pPrChange"), w("rPrChange"), w("tblPrChange"))):
        without(change)


def theme(root: Tree) -> None:
    """A theme without pictures and additions."""
    for element in list(root.iter()):
        if local(element) in ("extLst", "objectDefaults") or any(key.startswith(f"{{{R}}}") for key in element.attrib):
            around = next((one for one in element.iterancestors() if local(one) == "blipFill"), element)
            if local(around) == "blipFill":  # a list of fills needs as many as before
                around.getparent().replace(around, _plain_fill(around))
            elif local(element) != "objectDefaults":
                without(element)
            else:
                element[:] = []


def _plain_fill(element: Tree) -> Tree:
    a = element.tag.rpartition("}")[0] + "}"
    fill = element.makeelement(f"{a}solidFill")
    fill.append(fill.makeelement(f"{a}schemeClr", {"val": "phClr"}))
    return fill
