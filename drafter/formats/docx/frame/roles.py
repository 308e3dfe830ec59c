"""Where the look of each role comes from: a style that its paragraphs have, how they are set by hand, or the standard look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from drafter.formats.docx.frame.effective import Looked, Properties, Styles, merged, points
from drafter.formats.docx.frame.names import by_name, shipped_blue
from drafter.formats.docx.frame.trees import Tree, local, val, w
from drafter.model.reference import FRAMED, How, Instance, Source

NOTHING_SAID = 12
"""Points; a default style with no larger letters and no indent is as a program came."""
FRONT = ("title", "byline", "date")
BLANKS = " \t\u00a0\u3000"
PARAGRAPH = (
    "keepNext keepLines widowControl numPr kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents jc textAlignment outlineLvl"
).split()
"""What is learnt of a paragraph, in the schema's order."""
LETTERS = "rFonts b bCs i iCs color spacing w kern position sz szCs u".split()
"""What is learnt of letters, likewise."""
Run = tuple[str, Tree | None]
"""Its text, its properties."""


class Shown(Struct, frozen=True):
    """How a paragraph of the reference is set."""

    number: int
    """Which paragraph."""
    style: str
    """Its style's id."""
    paragraph: Properties
    """What stands on it directly."""
    letters: Properties
    """What stands directly on most of its letters."""
    looked: Looked
    """How it comes out."""
    by_hand: bool
    """Whether that is other than its style says."""


class Choice(Struct, frozen=True):
    """Where a role's look comes from."""

    source: Source
    """As it is told."""
    style: str = ""
    """The style's id: to be taken, or on which what is learnt is based."""
    shown: Shown | None = None
    """What is learnt."""


def choices(
    instances: Sequence[Instance], paragraphs: list[Tree], styles: Styles, given: Mapping[str, str]
) -> dict[str, Choice]:
    """Where every role's look comes from."""
    best = {role: _usual(_shown(role, instances, paragraphs, styles)) for role in FRAMED}
    apart = any(_apart(best[role], best["body"], styles) for role in ("title", "heading1"))
    done = {}
    for role in FRAMED:
        shown, id = best[role], given.get(role, "")
        if id:
            done[role] = _choice(role, "named", id, styles, None)
        elif shown is not None and _says(role, shown, best["body"], styles, apart):
            how: How = "learnt" if shown.by_hand or shown.style == styles.usual else "style"
            done[role] = _choice(role, how, shown.style, styles, shown)
        elif id := by_name(role, styles):
            done[role] = _choice(role, "style", id, styles, None)
        else:
            done[role] = Choice(Source(role, "standard"))
    return done


def _choice(role: str, how: How, id: str, styles: Styles, shown: Shown | None) -> Choice:
    learnt = how == "learnt" and shown is not None
    source = Source(role, how, "" if learnt else styles.name(id), shown.number if learnt and shown else 0)
    return Choice(source, id, shown if learnt else None)


def _says(role: str, shown: Shown, body: Shown | None, styles: Styles, apart: bool) -> bool:
    """Whether a paragraph says how its role is set; `apart`: the reference tells its title or its headings from its text."""
    if role == "body":
        return apart or not _plain(shown, styles)
    return _apart(shown, body, styles) or (apart and role in ("heading2", "heading3", "heading4"))


def _apart(shown: Shown | None, body: Shown | None, styles: Styles) -> bool:
    """Whether a paragraph is set otherwise than a program sets any, and than the body: else it is only text."""
    if shown is None or _plain(shown, styles):
        return False
    return body is None or (shown.style, shown.looked) != (body.style, body.looked)


def _plain(shown: Shown, styles: Styles) -> bool:
    """Whether a paragraph is as its style has it, and this as the program came."""
    if shipped_blue(shown.style, styles) and not shown.by_hand:
        return True
    as_it_is = shown.style == styles.usual and not shown.by_hand
    return as_it_is and shown.looked.indent <= 0 and shown.looked.size <= NOTHING_SAID


def _shown(role: str, instances: Sequence[Instance], paragraphs: list[Tree], styles: Styles) -> Iterator[Shown]:
    """The paragraphs that show how a role is set; the body's where there are any, else what stands behind run-in headings."""
    own = [one for one in instances if one.role == role]
    behind = role == "body" and not own
    for one in [one for one in instances if one.head] if behind else own:
        if 0 < one.paragraph <= len(paragraphs):
            yield _of(one, paragraphs[one.paragraph - 1], styles, behind)


def _of(instance: Instance, paragraph: Tree, styles: Styles, behind: bool) -> Shown:
    properties = paragraph.find(w("pPr"))
    id = styles.known(val(None if properties is None else properties.find(w("pStyle"))))
    runs = list(_runs(paragraph))
    text = "".join(words for words, _ in runs)
    lead = len(text) - len(text.lstrip(BLANKS))
    part = (lead + instance.head, len(text)) if behind else (lead, lead + instance.head if instance.head else len(text))
    layers = _most(runs, *part)
    letters = merged([*_of_style(layers, styles), layers])
    letters = {name: letters[name] for name in LETTERS if name in letters}
    direct = {name: found for name, found in merged([properties]).items() if name in PARAGRAPH}
    if (lead and "\u3000" in text[:lead]) or lead > 3 or "\t" in text[:lead]:
        direct = _unblanked(direct, instance.role, points(above(styles.letters_of(id), letters)))
    base = styles.paragraph_of(id), styles.letters_of(id)
    if letters and "color" not in letters and shipped_blue(id, styles):
        letters["color"] = {"val": "auto"}
    looked = styles.looked(above(base[0], direct), above(base[1], letters))
    return Shown(instance.paragraph, id, direct, letters, looked, looked != styles.looked(*base))


def _unblanked(direct: Properties, role: str, size: float) -> Properties:
    """Blanks that were typed before a line, as the properties that they stand for."""
    if role in FRONT:
        return {**direct, "ind": {"firstLine": "0", "firstLineChars": "0"}, "jc": {"val": "center"}}
    if role == "salutation" or direct.get("ind", {}).get("firstLine", "0") != "0":
        return direct
    return {**direct, "ind": {**direct.get("ind", {}), "firstLineChars": "200", "firstLine": f"{size * 40:.0f}"}}


def above(base: Properties, direct: Properties) -> Properties:
    """Properties with others on them."""
    done = dict(base)
    for name, found in direct.items():
        before = {} if name in ("b", "i", "u") else dict(base.get(name, {}))
        if name == "rFonts":
            for key in found:
                before.pop(key.replace("Theme", "") if "Theme" in key else f"{key}Theme", None)
        if name == "ind" and "firstLine" in found and "firstLineChars" not in found:
            before.pop("firstLineChars", None)
        done[name] = before | found
    return done


def _runs(paragraph: Tree) -> Iterator[Run]:
    """Its runs, without those of text boxes and of what is deleted."""
    for run in paragraph.iter(w("r")):
        around = {
            local(one) for one in run.iterancestors() if one is not paragraph and paragraph in one.iterancestors()
        }
        if around.isdisjoint(("txbxContent", "del", "moveFrom")):
            text = "".join(one.text or "" if local(one) == "t" else "\t" * (local(one) == "tab") for one in run)
            yield text, run.find(w("rPr"))


def _most(runs: Iterable[Run], start: int, end: int) -> Tree | None:
    """The properties that most characters of a stretch have."""
    from lxml import etree

    counts: Counter[bytes] = Counter()
    found: dict[bytes, Tree | None] = {}
    at = 0
    for text, properties in runs:
        size = min(end, at + len(text)) - max(start, at)
        at += len(text)
        if size > 0:
            key = b"" if properties is None else etree.tostring(properties)
            counts[key] += size
            found.setdefault(key, properties)
    return found[counts.most_common(1)[0][0]] if counts else None


def _of_style(properties: Tree | None, styles: Styles) -> Iterator[Tree | None]:
    """What the character style of a run says."""
    style = None if properties is None else properties.find(w("rStyle"))
    for one in styles.chain(val(style), letters=True):
        yield one.find(w("rPr"))


def _usual(shown: Iterable[Shown]) -> Shown | None:
    """The first of those that are set as most are."""
    every = list(shown)
    counts = Counter((one.style, one.looked) for one in every)
    return max(every, key=lambda one: (counts[one.style, one.looked], -one.number), default=None)
