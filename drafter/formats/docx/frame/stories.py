"""Headers and footers of a reference, and other parts that travel on: what may stand in them, by name; all else goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.formats.docx.frame.trees import R, Tree, local, space, unwrapped, val, w, without
from drafter.formats.docx.looks import OFF
from drafter.formats.docx.parts import W

KEPT_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "DATE", "STYLEREF"))
"""Fields that reckon something of the document itself; others ask files, programs or addresses, or hold the old text."""
OPEN, SHUT = "\ue0f0", "\ue0f1"
"""Around a role, where a field will show the words of the draft that have it."""
TEXT = frozenset(
    "hdr ftr p pPr r rPr t tab br cr ptab pgNum noBreakHyphen softHyphen sym fldChar instrText fldSimple tbl tblPr tblGrid gridCol tr "
    "trPr tc tcPr drawing pict txbxContent".split()
)
"""What stands in a header's text; properties hold names of their own."""
PROPERTIES = frozenset(("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblPrEx"))
UNWRAPPED = frozenset(("hyperlink", "sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "dir", "bdo"))
CHANGES = (
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPr",
    "ins",
    "del",
    "moveFrom",
    "moveTo",
)
DRAWN = frozenset(
    f"http://schemas.openxmlformats.org/drawingml/2006/{name}" for name in ("main", "picture", "wordprocessingDrawing")
) | {
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:word",
}
"""Namespaces of pictures and text boxes; charts, diagrams and objects are in others."""
DRAWN_NOT = frozenset(
    "hlinkClick hlinkHover extLst OLEObject snd audioFile videoFile quickTimeFile wavAudioFile".split()
)
PICTURES = (
    ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "embed"),
    ("{urn:schemas-microsoft-com:vml}imagedata", "id"),
)
"""Elements that show an embedded picture, and the attribute that names it."""
NAMED = frozenset(("docPr", "cNvPr"))
"""What gives a drawing its name, and describes it to those who cannot see it."""
ASKING = frozenset(("alt", "title", "href", "src", "althref", "hrefTarget", "target", "gfxdata", "relid", "relId"))
"""Attributes of drawings that name something outside, or hold more than is seen."""


def cleaned(root: Tree, role_of: Callable[[str], str], pictures: dict[str, str]) -> list[str]:
    """Take out of a header or footer all but its text, its page numbers and its embedded pictures; the fields that became text.

    `role_of` tells the role that is set in a style of that name, `pictures` the new relationship of a picture by the old.
    """
    for run in [one for one in root.iter(w("r")) if _hidden(one)]:
        without(run)
    _plain(root, pictures)
    gone = [*_simple_fields(root, role_of), *_fields(root, role_of)]
    for paragraph in list(root.iter(w("p"))):
        if any(local(child) == "tc" for child in paragraph):
            without(paragraph)
    for cell in root.iter(w("tc")):
        if not len(cell) or local(cell[-1]) != "p":
            cell.append(cell.makeelement(w("p")))
    if not any(True for _ in root.iter(w("p"))):
        root.append(root.makeelement(w("p")))
    return gone


def _plain(root: Tree, pictures: dict[str, str]) -> None:
    for element in list(root.iter()):
        if element is not root and element.getparent() is None:
            continue
        parent = element.getparent()
        inside = parent is not None and (
            local(parent) in PROPERTIES or (space(parent) == W and local(parent).endswith(("Borders", "Mar")))
        )
        if space(element) == W and not inside and local(element) in UNWRAPPED:
            for child in list(element):
                if local(child) in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"):
                    element.remove(child)
            unwrapped(element)
        elif not _stays(element, inside):
            _gone(element)
        else:
            _attributes(element, pictures)
    for shown, _ in PICTURES:
        for picture in list(root.iter(shown)):
            if not any(key.startswith(f"{{{R}}}") for key in picture.attrib):
                _undrawn(picture)


def _hidden(run: Tree) -> bool:
    """Whether words are there and not seen."""
    marks = (run.find(f"{w('rPr')}/{w(name)}") for name in ("vanish", "specVanish", "webHidden"))
    return any(mark is not None and val(mark) not in OFF for mark in marks)


def _stays(element: Tree, inside: bool) -> bool:
    name = local(element)
    if space(element) == W:
        if inside:
            return name not in CHANGES
        return (
            name in TEXT
            or name == "tblPrEx"
            or any(local(one) in ("numPr", "tabs", "pBdr", "tblCellMar") for one in element.iterancestors())
        )
    return space(element) in DRAWN and name not in DRAWN_NOT


def _attributes(element: Tree, pictures: dict[str, str]) -> None:
    for key in list(element.attrib):
        name, of = key.rpartition("}")[2], key[1:].partition("}")[0] if key.startswith("{") else ""
        if of == R:
            new = pictures.get(element.get(key), "") if (element.tag, name) in PICTURES else ""
            if new:
                element.set(key, new)
            else:
                del element.attrib[key]
        elif local(element) in NAMED and name in ("name", "descr", "title"):
            if name == "name":
                element.set(key, local(element))
            else:
                del element.attrib[key]
        elif (space(element) != W and name in ASKING) or name.startswith("rsid"):
            del element.attrib[key]


def _gone(element: Tree) -> None:
    """Without an element; a drawing of which something is missing goes as a whole."""
    if space(element) == W or local(element) in ("graphicData", "extLst", "hlinkClick", "hlinkHover"):
        without(element)
    else:
        drawn = next((one for one in element.iterancestors() if local(one) == "graphicData"), None)
        if drawn is not None and element.getparent() is drawn:
            _undrawn(element)
        else:
            without(element)


def _undrawn(element: Tree) -> None:
    """Without the drawing that an element stands in."""
    around = [one for one in element.iterancestors() if local(one) in ("drawing", "pict", "AlternateContent")]
    without(around[-1] if around and local(around[-1]) == "AlternateContent" else around[0] if around else element)


def _simple_fields(root: Tree, role_of: Callable[[str], str]) -> Iterator[str]:
    for field in list(root.iter(w("fldSimple"))):
        words = field.get(w("instr"), "").split()
        kind, role = _kind(words), _refers(words, role_of)
        if kind in KEPT_FIELDS and (role or kind != "STYLEREF"):
            _shows(list(field.iter(w("t"))), role)
            continue
        yield kind
        if kind == "STYLEREF":
            without(field)
        else:
            unwrapped(field)


class _Field:
    """A field that runs over several elements."""

    def __init__(self) -> None:
        self.marks: list[Tree] = []
        self.shown: list[Tree] = []
        self.instruction = ""
        self.instructing, self.holds = True, False


def _fields(root: Tree, role_of: Callable[[str], str]) -> Iterator[str]:
    """Fields that became their text, by their first words."""
    stack: list[_Field] = []
    for element in list(root.iter(w("fldChar"), w("instrText"), w("t"), w("drawing"), w("pict"))):
        name = local(element)
        if name == "fldChar" and element.get(w("fldCharType")) == "begin":
            for one in stack:
                one.holds = one.holds or one.instructing
            stack.append(_Field())
        if not stack:
            if name in ("fldChar", "instrText"):
                without(element)
            continue
        field = stack[-1]
        if name in ("fldChar", "instrText") or field.instructing:
            field.marks.append(element)
        elif name == "t":
            field.shown.append(element)
        if name == "instrText":
            field.instruction += element.text or ""
        elif name == "fldChar" and element.get(w("fldCharType")) == "separate":
            field.instructing = False
        elif name == "fldChar" and element.get(w("fldCharType")) == "end":
            yield from _ended(stack.pop(), role_of)
    for field in stack:
        for mark in field.marks:
            without(mark)
        yield _kind(field.instruction.split())


def _ended(field: _Field, role_of: Callable[[str], str]) -> Iterator[str]:
    words = field.instruction.split()
    kind, role = _kind(words), _refers(words, role_of)
    if kind in KEPT_FIELDS and not field.holds and (role or kind != "STYLEREF"):
        _shows(field.shown, role)
        return
    for mark in (*field.marks, *(field.shown if kind == "STYLEREF" else ())):
        without(mark)
    yield kind


def _kind(words: list[str]) -> str:
    return words[0].upper() if words else ""


def _refers(words: list[str], role_of: Callable[[str], str]) -> str:
    """The role whose words a STYLEREF shows, where a draft has it."""
    if _kind(words) != "STYLEREF":
        return ""
    name = " ".join(words[1:]).partition("\\")[0].strip().strip('"“”').strip()
    return role_of(name)


def _shows(texts: list[Tree], role: str) -> None:
    """The old words of a role go; the draft's will come."""
    for n, one in enumerate(texts if role else ()):
        one.text = "" if n else f"{OPEN}{role}{SHUT}"
