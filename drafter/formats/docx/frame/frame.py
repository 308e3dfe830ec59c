"""A reference → the frame for drafts: its look, one section of it, and the few parts that these reach."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from drafter.formats.docx.frame.effective import Styles, points, theme_faces
from drafter.formats.docx.frame.kept import fonts, numbering, settings, theme
from drafter.formats.docx.frame.kept import styles as cleaned_styles
from drafter.formats.docx.frame.left import left_out
from drafter.formats.docx.frame.look import Made, made, put, usual_letters
from drafter.formats.docx.frame.names import ALIASES, given
from drafter.formats.docx.frame.roles import Choice, choices
from drafter.formats.docx.frame.sections import Section, differ, sections, set_alone, tracking, width
from drafter.formats.docx.frame.taken import Taken, stories
from drafter.formats.docx.frame.trees import R, Tree, local, text_of, tree, w
from drafter.formats.docx.gate import Package, searched
from drafter.formats.docx.parts import STYLE_NAMES, W
from drafter.model.reference import Reference, Source
from drafter.problem import InputError, Place, Problem

FIRST = "rIdReference"
"""How the relationships begin that come from a reference."""


class Frame(Struct, frozen=True):
    """What a draft takes from a reference; made once, for any number of drafts."""

    reference: Reference
    """What it was made from."""
    sources: tuple[Source, ...]
    """Where the look of every role comes from."""
    problems: tuple[Problem, ...]
    """What was left out, and what else is to be told."""
    look: Made
    """Its styles."""
    parts: Mapping[str, bytes]
    """The parts that travel on, by name, all but the styles."""
    related: tuple[tuple[str, str, str], ...]
    """What the main part names: id, type, target."""
    section: str
    """The `w:sectPr`."""
    width: int
    """Twips between the margins."""


def frame(reference: Reference) -> Frame:
    """The frame; raises InputError if the document cannot be used."""
    package = searched(reference.data, reference.file)
    try:
        return _frame(reference, package)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise InputError([_bad(reference, "its parts are not as Word writes them")]) from error


def _bad(reference: Reference, reason: str) -> Problem:
    return Problem("bad-reference", Place(reference.file), {"name": reference.file, "reason": reason})


def _frame(reference: Reference, package: Package) -> Frame:
    document = tree(package, package.main)
    paragraphs = [one for one in document.iter(w("p")) if not any(True for _ in one.iterancestors(w("p")))]
    styles_root = _part(package, "styles", "styles")
    theme_root = _part(package, "theme", "theme")
    styles = Styles(styles_root, theme_faces(theme_root))
    chosen = choices(reference.instances, paragraphs, styles, given(reference, styles))
    every = sections(document, paragraphs)
    at = _section_of(reference, every)
    settings_root = _part(package, "settings", "settings")
    both = settings_root is not None and settings_root.find(w("evenAndOddHeaders")) is not None
    taken = stories(package, every[at], both, lambda name: _role_of(name, chosen, styles))
    look = _look(styles, chosen, every[at], taken)
    parts, related = _parts(package, settings_root, theme_root, look, taken)
    kept = {story.rid: f"{FIRST}{n}" for n, story in enumerate(taken.stories, 1)}
    return Frame(
        reference=reference,
        sources=tuple(choice.source for choice in chosen.values()),
        problems=(*_told(reference, every, at), *left_out(package, document, settings_root, taken)),
        look=look,
        parts=parts,
        related=(*related, *((kept[one.rid], f"{R}/{one.kind}", one.name) for one in taken.stories)),
        section=_without_namespaces(set_alone(every[at], kept)),
        width=width(every[at]),
    )


def _part(package: Package, kind: str, root: str) -> Tree | None:
    """The tree of the part of a kind, if it is one."""
    for name in package.related.get(kind, ())[:1]:
        found = tree(package, name)
        if local(found) == root:
            return found
    return None


def _section_of(reference: Reference, every: list[Section]) -> int:
    """Which section holds the first text of the body; where there is none, the title, and else the longest."""
    for roles in (("body", "heading1", "heading2", "salutation"), ("title",)):
        first = next((one.paragraph for one in reference.instances if one.role in roles), 0)
        if first:
            return next((n for n, one in enumerate(every) if first <= one.last), len(every) - 1)
    starts = [0, *(one.last for one in every)]
    return max(range(len(every)), key=lambda n: every[n].last - starts[n])


def _role_of(name: str, chosen: Mapping[str, Choice], styles: Styles) -> str:
    """The role that is set in a style of that name, or of that outline level, in a draft."""
    for role, choice in chosen.items():
        if choice.source.how in ("named", "style"):
            names = {choice.style.casefold(), choice.source.style.casefold()}
        else:
            names = {STYLE_NAMES[role].casefold(), *ALIASES[role]}
        if name.casefold() in names or role == f"heading{name}":
            return role
    return ""


def _look(styles: Styles, chosen: Mapping[str, Choice], section: Section, taken: Taken) -> Made:
    from lxml import etree

    root = etree.Element(w("styles"), nsmap={"w": W}) if styles.root is None else styles.root
    cleaned_styles(root)
    usual = points(styles.letters_of(styles.usual))
    body = chosen["body"]
    size = body.shown.looked.size if body.shown else points(styles.letters_of(body.style)) if body.style else usual
    track = tracking(section, usual, size)
    if track:
        put(usual_letters(root), "spacing", {"val": str(track)})
    return made(styles, root, chosen, taken.styles)


def _parts(
    package: Package, settings_root: Tree | None, theme_root: Tree | None, look: Made, taken: Taken
) -> tuple[dict[str, bytes], tuple[tuple[str, str, str], ...]]:
    """The parts that travel on, and how the main part names them."""
    lists = _part(package, "numbering", "numbering")
    if not (look.listed or taken.listed):
        lists = None
    rows = (
        ("settings", settings_root, settings),
        ("fontTable", _part(package, "fontTable", "fonts"), fonts),
        ("theme", theme_root, theme),
        ("numbering", lists, numbering),
    )
    parts, related = dict(taken.parts), []
    for kind, root, clean in rows:
        if root is not None:
            clean(root)
            target = "theme/theme1.xml" if kind == "theme" else f"{kind}.xml"
            parts[f"word/{target}"] = text_of(root)
            related.append((f"rId{kind.title()}", f"{R}/{kind}", target))
    return parts, tuple(related)


def _told(reference: Reference, every: list[Section], at: int) -> tuple[Problem, ...]:
    if not differ(every):
        return ()
    first = every[at - 1].last + 1 if at else 1
    facts = {"number": str(at + 1), "count": str(len(every)), "first": str(first), "last": str(every[at].last)}
    return (Problem("reference-section", Place(reference.file, first), facts, "warning"),)


def _without_namespaces(properties: Tree) -> str:
    """A section as it stands in a document whose first tag has told the namespaces."""
    from lxml import etree

    etree.cleanup_namespaces(properties)
    text: str = etree.tostring(properties, encoding="unicode")
    return text.replace(f' xmlns:w="{W}"', "").replace(f' xmlns:r="{R}"', "")
