"""How a paragraph and its letters come out: document defaults, then styles, then what stands on them directly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from drafter.formats.docx.frame.trees import Tree, local, val, w
from drafter.formats.docx.looks import LONGEST, OFF

THEMED = {"eastAsia": "eastAsiaTheme", "ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme"}
Properties = dict[str, dict[str, str]]
"""Attributes by element, without namespaces."""


class Looked(Struct, frozen=True):
    """What the eye tells apart of a paragraph."""

    face: str
    """The face of Chinese characters; empty where only a theme or a program's default says it."""
    size: float
    """In points."""
    bold: bool
    """Whether it is heavy."""
    italic: bool
    """Whether it is slanted."""
    colour: str
    """Six digits, or nothing for the usual one."""
    align: str
    """Where its lines stand."""
    indent: int
    """Twips before its first line, as far as they are said."""
    left: int
    """Twips before all lines."""
    line: tuple[str, str]
    """From line to line, and the rule for it."""
    free: tuple[str, str]
    """Free above and below."""


class Styles:
    """The styles of a document."""

    def __init__(self, root: Tree | None, theme: Mapping[str, str]) -> None:
        self.root, self.theme = root, theme
        every = [] if root is None else [one for one in root if local(one) == "style" and val(one, "styleId")]
        self.paragraphs = {val(one, "styleId"): one for one in every if val(one, "type") in ("paragraph", "")}
        self.letters = {val(one, "styleId"): one for one in every if val(one, "type") == "character"}
        self.ids = frozenset(val(one, "styleId") for one in every)
        self.usual = next((id for id, one in self.paragraphs.items() if val(one, "default") not in ("", *OFF)), "")

    def name(self, id: str) -> str:
        """The name under which a style is shown."""
        style = self.paragraphs.get(id)
        return val(None if style is None else style.find(w("name"))) or id

    def chain(self, id: str, *, letters: bool = False) -> tuple[Tree, ...]:
        """A style and those it is based on, the farthest first."""
        known, found = (self.letters if letters else self.paragraphs), list[Tree]()
        while id in known and len(found) < LONGEST:
            found.append(known[id])
            id = val(known[id].find(w("basedOn")))
        return tuple(reversed(found))

    def known(self, id: str) -> str:
        """The style that a paragraph takes that names one."""
        return id if id in self.paragraphs else self.usual

    def level(self, id: str) -> int:
        """The outline level of a style, from 0; 9 for none."""
        found = [val(one.find(f"{w('pPr')}/{w('outlineLvl')}")) for one in self.chain(id)]
        told = [one for one in found if one.isdigit()]
        return int(told[-1]) if told else 9

    def letters_of(self, id: str, *direct: Tree | None) -> Properties:
        """What letters in a paragraph of a style are, with what stands on them directly."""
        return merged([self._default("r"), *(one.find(w("rPr")) for one in self.chain(id)), *direct])

    def paragraph_of(self, id: str, *direct: Tree | None) -> Properties:
        """The same of a paragraph."""
        return merged([self._default("p"), *(one.find(w("pPr")) for one in self.chain(id)), *direct])

    def _default(self, of: str) -> Tree | None:
        return None if self.root is None else self.root.find(f"{w('docDefaults')}/{w(of + 'PrDefault')}/{w(of + 'Pr')}")

    def looked(self, paragraph: Properties, letters: Properties) -> Looked:
        """What the eye sees of them."""
        ind, spacing, size = paragraph.get("ind", {}), paragraph.get("spacing", {}), points(letters)
        chars = number(ind.get("firstLineChars", ""))
        return Looked(
            face=self.face(letters),
            size=size,
            bold=switched(letters, "b"),
            italic=switched(letters, "i"),
            colour=letters.get("color", {}).get("val", "").lower().replace("auto", "").replace("000000", ""),
            align={"start": "left", "both": "", "left": ""}.get(found := paragraph.get("jc", {}).get("val", ""), found),
            indent=round(chars / 100 * size * 20) if chars else number(ind.get("firstLine", "")),
            left=number(ind.get("left", ind.get("start", ""))),
            line=(spacing.get("line", "240"), spacing.get("lineRule", "auto")),
            free=(spacing.get("before", "0"), spacing.get("after", "0")),
        )

    def face(self, letters: Properties, of: str = "eastAsia") -> str:
        """The face that is named, not one that a theme leaves to the program."""
        fonts = letters.get("rFonts", {})
        return self.theme.get(fonts.get(THEMED[of], ""), "") or fonts.get(of, "")


def merged(layers: Iterable[Tree | None]) -> Properties:
    """Properties, the later ones above the earlier; a face that is named takes the place of a theme's, and the other way round."""
    done: Properties = {}
    for layer in layers:
        for child in () if layer is None else layer:
            given = {key.rpartition("}")[2]: text for key, text in child.attrib.items()}
            before = dict(done.get(local(child), {}))
            if local(child) == "rFonts":
                for plain, themed in THEMED.items():
                    if plain in given or themed in given:
                        before.pop(plain, None)
                        before.pop(themed, None)
            elif local(child) in ("b", "i", "u"):
                before = {}
            done[local(child)] = before | given
    return done


def switched(letters: Properties, name: str) -> bool:
    """Whether a switch is on."""
    return name in letters and letters[name].get("val", "1") not in OFF


def points(letters: Properties) -> float:
    """The size of letters; Word's own where none is said."""
    return number(letters.get("sz", {}).get("val", ""), 20) / 2


def number(text: str, otherwise: int = 0) -> int:
    """A number as Word and others write it."""
    try:
        return round(float(text)) if len(text) < 10 else otherwise
    except (ValueError, OverflowError):
        return otherwise


def theme_faces(root: Tree | None) -> dict[str, str]:
    """The faces that a theme itself names for Chinese, by what styles call them; a list of faces by script is every theme's."""
    if root is None:
        return {}
    found = {}
    for fonts in root.iter():
        if local(fonts) in ("majorFont", "minorFont"):
            face = next((one.get("typeface", "") for one in fonts if local(one) == "ea"), "")
            found[f"{local(fonts).removesuffix('Font')}EastAsia"] = face
    return found
