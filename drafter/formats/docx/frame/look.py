"""The styles of a frame: those of the reference, and those that are written for roles that have none."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from drafter.formats.docx.frame.effective import Properties, Styles, points, switched
from drafter.formats.docx.frame.learnt import level_of, numbers, unlink, write
from drafter.formats.docx.frame.names import own_style
from drafter.formats.docx.frame.roles import LETTERS, Choice, above
from drafter.formats.docx.frame.trees import Tree, text_of, val, w, without
from drafter.formats.docx.parts import STYLE_IDS, STYLE_NAMES, escape

AFTER_SPACING = frozenset(
    "w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath".split()
)
USUAL = {
    "color": {"val": "auto"},
    "spacing": {"val": "0"},
    "w": {"val": "100"},
    "position": {"val": "0"},
    "u": {"val": "none"},
}
"""What letters are of which nothing is said: for words that stand in a paragraph of another style."""


class BodyText(Struct, frozen=True):
    """How the reference sets its body."""

    face: str = ""
    """The face of Chinese characters, if it is named."""
    latin: str = ""
    """The face of letters and digits, likewise."""
    size: float = 0
    """In points, 0 if nothing is said."""
    line: tuple[str, str] = ("", "")
    """From line to line, and the rule for it."""


class Made(Struct, frozen=True):
    """The styles of a frame."""

    xml: bytes
    """The part, but for its last tag."""
    end: bytes
    """This tag."""
    ids: Mapping[str, str]
    """The style of every role."""
    missing: Mapping[str, str]
    """The names of the styles that are still to be written in the standard look, by role."""
    outright: Mapping[str, str]
    """What a paragraph of a role says beside its style, in XML."""
    sizes: Mapping[str, float]
    """The size of each role's letters, but for the standard ones."""
    body: BodyText
    """How the body is set."""
    behind: str
    """The letters of the body, in XML, for what follows a run-in heading; empty for the standard ones."""
    bold: bool | None
    """Whether these are bold, where it must be said."""
    taken: frozenset[str]
    """The ids that there are."""
    names: frozenset[str]
    """The names that there are, in small letters."""
    listed: bool
    """Whether a style numbers its paragraphs."""


def made(styles: Styles, root: Tree, chosen: Mapping[str, Choice], used: frozenset[str]) -> Made:
    """The styles, those learnt among them; `used` are the ids that headers and footers need."""
    body, letters, behind = _body(styles, chosen["body"])
    taken = {role: choice for role, choice in chosen.items() if choice.source.how in ("named", "style")}
    heavy = [_heavy(styles, choice) for role, choice in chosen.items() if role == "body" or role.startswith("heading")]
    sizes = {role: _size(styles, choice) for role, choice in chosen.items() if choice.source.how != "standard"}
    outright = {role: _outright(styles, role, choice) for role, choice in taken.items()}
    ids, missing = _written(styles, root, chosen, _reached(styles, chosen, used))
    usual_letters(root)  # so that there is a last tag
    whole = text_of(root).rpartition(b"</")
    every = list(root.iter(w("style")))
    return Made(
        xml=whole[0],
        end=b"</" + whole[2],
        ids=ids | {"direction": ids["body"]},
        missing=missing,
        outright=outright | {"direction": outright.get("body", "")},
        sizes=sizes,
        body=body,
        behind=behind,
        bold=switched(letters, "b") if any(heavy) else None,
        taken=frozenset(val(one, "styleId") for one in every),
        names=frozenset(val(one.find(w("name"))).casefold() for one in every),
        listed=any(val(one) not in ("", "0") for one in root.iter(w("numId"))),
    )


def _written(
    styles: Styles, root: Tree, chosen: Mapping[str, Choice], reached: frozenset[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The styles of all roles, what is learnt written; and the names of those that are still to be written."""
    ids: dict[str, str] = {}
    missing: dict[str, str] = {}
    for role, choice in chosen.items():
        if choice.source.how in ("named", "style"):
            ids[role] = choice.style
            continue
        ids[role], name = _place(role, choice, styles, reached, ids)
        if choice.shown is not None:
            write(styles, root, ids[role], name, role, choice)
            continue
        missing[role] = name
        unlink(root, ids[role])
        for old in [one for one in root if val(one, "styleId") == ids[role]]:
            without(old)
    return ids, missing


def _reached(styles: Styles, chosen: Mapping[str, Choice], used: frozenset[str]) -> frozenset[str]:
    """The styles that somebody needs as they are."""
    wanted = [
        *used,
        styles.usual,
        *(choice.style for choice in chosen.values() if choice.source.how in ("named", "style")),
    ]
    found = {val(one, "styleId") for id in wanted for one in styles.chain(id)}
    bases = [choice.style for choice in chosen.values() if choice.shown]
    return frozenset(found | {val(one, "styleId") for id in bases for one in styles.chain(id)[:-1]} | _twice(bases))


def _twice(ids: list[str]) -> set[str]:
    return {id for id in ids if ids.count(id) > 1}


def _place(
    role: str, choice: Choice, styles: Styles, reached: frozenset[str], ids: Mapping[str, str]
) -> tuple[str, str]:
    """Where a role's own style goes: into Word's own for it, unless somebody needs that as it is."""
    word = own_style(role, styles)
    bases = choice.style if choice.shown else ""
    if (
        word
        and word not in reached
        and word not in ids.values()
        and (bases == word or not _is_base(word, styles, bases))
    ):
        return word, styles.name(word)
    name, id = STYLE_NAMES[role], STYLE_IDS[role]
    names = {styles.name(one).casefold() for one in styles.paragraphs}
    n = 1
    while (
        (n > 1 and f"{id}{n}" in styles.ids)
        or (n == 1 and (id in styles.ids or name.casefold() in names))
        or f"{name} {n}".casefold() in names
    ):
        n += 1
    return (id, name) if n == 1 else (f"{id}{n}", f"{name} {n}")


def _is_base(id: str, styles: Styles, of: str) -> bool:
    return any(val(one, "styleId") == id for one in styles.chain(of))


def _outright(styles: Styles, role: str, choice: Choice) -> str:
    """What a paragraph must say where its style would number it, or shows it as what it is not."""
    xml = ""
    if numbers(styles, choice.style):  # with its number LibreOffice takes away a style's indent, too
        ind = styles.paragraph_of(choice.style).get("ind")
        xml = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' + (_tag("ind", ind) if ind else "")
    level = level_of(role)
    return xml + (f'<w:outlineLvl w:val="{level}"/>' if styles.level(choice.style) != level else "")


def _letters(styles: Styles, choice: Choice) -> Properties:
    """How letters of a role come out."""
    found = styles.letters_of(choice.style)
    if choice.shown:
        return above(found, choice.shown.letters)
    return found


def _size(styles: Styles, choice: Choice) -> float:
    return points(_letters(styles, choice))


def _heavy(styles: Styles, choice: Choice) -> bool:
    return choice.source.how != "standard" and switched(_letters(styles, choice), "b")


def _body(styles: Styles, choice: Choice) -> tuple[BodyText, Properties, str]:
    """How the body is set, its letters, and these as XML."""
    if choice.source.how == "standard":
        return BodyText(), {}, ""
    letters = _letters(styles, choice)
    shown = choice.shown.paragraph if choice.shown else {}
    line = above(styles.paragraph_of(choice.style), shown).get("spacing", {})
    body = BodyText(
        styles.face(letters),
        styles.face(letters, "ascii"),
        points(letters),
        (line.get("line", "240"), line.get("lineRule", "auto")),
    )
    told: Properties = dict(USUAL)
    told |= {
        name: letters[name]
        for name in ("rFonts", "color", "spacing", "w", "position", "sz", "szCs", "u")
        if name in letters
    }
    told.setdefault("sz", {"val": str(round(points(letters) * 2))})
    return body, letters, "".join(_tag(name, told[name]) for name in LETTERS if name in told)


def _tag(name: str, said: Mapping[str, str]) -> str:
    return f"<w:{name}" + "".join(f' w:{key}="{escape(text)}"' for key, text in said.items() if key != "hint") + "/>"


def usual_letters(root: Tree) -> Tree:
    """The letters of the document's defaults, made where there are none."""
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        defaults = root.makeelement(w("docDefaults"))
        root.insert(0, defaults)
    for name in ("rPrDefault", "rPr"):
        found = defaults.find(w(name))
        if found is None:
            found = defaults.makeelement(w(name))
            defaults.insert(0, found)
        defaults = found
    return defaults


def put(letters: Tree, name: str, said: Mapping[str, str]) -> None:
    """Set the tracking of letters, where nothing is said of it."""
    if letters.find(w(name)) is not None:
        return
    at = next((n for n, one in enumerate(letters) if one.tag.rpartition("}")[2] in AFTER_SPACING), len(letters))
    letters.insert(at, letters.makeelement(w(name), {w(key): text for key, text in said.items()}))
