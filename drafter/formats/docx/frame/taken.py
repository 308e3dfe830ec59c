"""The headers and footers that a draft takes over, cleaned, with the pictures that they show."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from drafter.formats.docx.frame.kept import ENDINGS, picture
from drafter.formats.docx.frame.pictures import bare_picture
from drafter.formats.docx.frame.sections import Section
from drafter.formats.docx.frame.stories import OPEN, cleaned
from drafter.formats.docx.frame.trees import R, Tree, local, on, relations, text_of, tree, val, w
from drafter.formats.docx.gate import Package
from drafter.formats.docx.read import whole

ROOTS = {"header": "hdr", "footer": "ftr"}


class Story(Struct, frozen=True):
    """A header or a footer."""

    rid: str
    """The relationship that the reference has for it."""
    kind: str
    """header or footer."""
    name: str
    """Its new name beside the main part."""
    text: str
    """What is read in it."""


class Taken(Struct, frozen=True):
    """What goes along with a section."""

    stories: tuple[Story, ...]
    """Its headers and footers."""
    parts: dict[str, bytes]
    """They and their pictures, by name."""
    types: dict[str, str]
    """What parts are that no ending tells."""
    styles: frozenset[str]
    """The styles that are used in them."""
    fields: tuple[str, ...]
    """Fields that became text, by their first words."""
    listed: bool
    """Whether a list numbers something in them."""
    pictures: frozenset[str]
    """The pictures of the reference that travel on."""


def stories(package: Package, section: Section, both: bool, role_of: Callable[[str], str]) -> Taken:
    """The headers and footers that are seen in a section; `both` where even pages have their own."""
    first = on(section.properties.find(w("titlePg")))
    pages = {"default", *(("even",) if both else ()), *(("first",) if first else ())}
    wanted = {id for (_, page), id in section.stories.items() if page in pages}
    done = _Taking(package, role_of)
    for relation in relations(package, package.main):
        if (
            relation.id in wanted
            and relation.kind in ROOTS
            and not relation.outside
            and relation.target in package.parts
        ):
            done.take(relation.id, relation.kind, relation.target)
    return done.taken()


class _Taking:
    """Gathers stories and pictures."""

    def __init__(self, package: Package, role_of: Callable[[str], str]) -> None:
        self.package, self.role_of = package, role_of
        self.found: list[Story] = []
        self.parts: dict[str, bytes] = {}
        self.fields: list[str] = []
        self.styles: set[str] = set()
        self.pictures: dict[str, str] = {}
        self.listed = False

    def take(self, rid: str, kind: str, name: str) -> None:
        root = tree(self.package, name)
        if local(root) != ROOTS[kind]:
            return
        shown = self._pictures(name)
        self.fields += cleaned(root, self.role_of, {id: id for id in shown})
        self.styles |= {val(one) for one in root.iter(w("pStyle"), w("rStyle"), w("tblStyle"))}
        self.listed = self.listed or any(True for _ in root.iter(w("numId")))
        new = f"{kind}{len(self.found) + 1}.xml"
        self.parts[f"word/{new}"] = text_of(root)
        if shown:
            self.parts[f"word/_rels/{new}.rels"] = _picture_relations(shown)
        self.found.append(Story(rid, kind, new, _text(root)))

    def _pictures(self, name: str) -> dict[str, str]:
        """The pictures that a part names, by relationship; those that are none by their first bytes are not taken."""
        found = {}
        for relation in relations(self.package, name):
            if relation.kind != "image" or relation.outside or relation.target not in self.package.parts:
                continue
            if relation.target not in self.pictures:
                data = whole(self.package, relation.target)
                kind = picture(data)
                data = bare_picture(data, kind)
                if not kind or not data:
                    continue
                new = f"media/image{len(self.pictures) + 1}.{ENDINGS.get(kind, kind)}"
                self.pictures[relation.target] = new
                self.parts[f"word/{new}"] = data
            found[relation.id] = self.pictures[relation.target]
        return found

    def taken(self) -> Taken:
        return Taken(
            tuple(self.found),
            self.parts,
            {},
            frozenset(self.styles),
            tuple(dict.fromkeys(one for one in self.fields if one)),
            self.listed,
            frozenset(self.pictures),
        )


def _picture_relations(shown: dict[str, str]) -> bytes:
    from drafter.formats.docx.write import relations_xml

    return relations_xml([(id, f"{R}/image", target) for id, target in shown.items()])


def _text(root: Tree) -> str:
    """What is read in a story, but for the numbers of pages."""
    text = "".join(one.text or "" for one in root.iter(w("t")) if OPEN not in (one.text or ""))
    return text.strip() if any(map(str.isalpha, text)) else ""
