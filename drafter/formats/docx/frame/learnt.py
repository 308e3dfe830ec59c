"""A style as a paragraph of the reference was set by hand."""

from __future__ import annotations

from drafter.formats.docx.frame.effective import Properties, Styles, merged
from drafter.formats.docx.frame.roles import LETTERS, PARAGRAPH, Choice
from drafter.formats.docx.frame.trees import Tree, val, w, without


def level_of(role: str) -> int:
    """The outline level of a role, from 0; 9 for none."""
    return int(role[-1]) - 1 if role.startswith("heading") else 9


def numbers(styles: Styles, id: str) -> bool:
    """Whether a style numbers its paragraphs."""
    return any(one.find(f"{w('pPr')}/{w('numPr')}") is not None for one in styles.chain(id))


def write(styles: Styles, root: Tree, id: str, name: str, role: str, choice: Choice) -> None:
    """Write what was learnt as a style, in place of the one of that id if there is one."""
    assert choice.shown
    old = styles.paragraphs.get(id)
    paragraph, letters, base = choice.shown.paragraph, choice.shown.letters, choice.style
    if old is not None and id == base:
        paragraph = _over(merged([old.find(w("pPr"))]), paragraph)
        letters = _over(merged([old.find(w("rPr"))]), letters)
        base = val(old.find(w("basedOn")))
    style = _element(root, id, name, base)
    paragraph = _as_role(paragraph, role, numbers(styles, choice.style), styles.level(base))
    style.append(_properties(style, "pPr", paragraph, PARAGRAPH))
    style.append(_properties(style, "rPr", letters, LETTERS))
    unlink(root, id)
    if old is not None:
        root.replace(old, style)
    else:
        root.append(style)


def _as_role(paragraph: Properties, role: str, numbered: bool, level: int) -> Properties:
    """The properties of a paragraph with the outline level of its role, and without a list: numbers are text."""
    done = {name: found for name, found in paragraph.items() if name not in ("numPr", "outlineLvl")}
    if level_of(role) != 9 or level != 9:
        done["outlineLvl"] = {"val": str(level_of(role))}
    if numbered:
        done["numPr"] = {}
    if level_of(role) != 9:
        done.setdefault("keepNext", {})
    if done.get("spacing", {}).get("lineRule") == "exact":  # Word leaves such lines off the grid, LibreOffice does not
        done.setdefault("snapToGrid", {"val": "0"})
    return done


def _over(old: Properties, new: Properties) -> Properties:
    return {**old, **{name: {**old.get(name, {}), **found} for name, found in new.items()}}


def _element(root: Tree, id: str, name: str, base: str) -> Tree:
    style = root.makeelement(w("style"), {w("type"): "paragraph", w("styleId"): id})
    for tag, said in (("name", name), ("basedOn", base), ("qFormat", "")):
        if said or tag == "qFormat":
            style.append(style.makeelement(w(tag), {w("val"): said} if said else {}))
    return style


def _properties(style: Tree, tag: str, found: Properties, order: list[str]) -> Tree:
    """Properties as an element."""
    element = style.makeelement(w(tag))
    for name in order:
        if name == "numPr" and name in found:
            holder = element.makeelement(w(name))
            holder.append(holder.makeelement(w("numId"), {w("val"): "0"}))
            element.append(holder)
        elif name in found:
            said = {w(key): text for key, text in found[name].items() if key != "hint"}
            if said or name not in ("rFonts", "ind", "spacing"):
                element.append(element.makeelement(w(name), said))
    return element


def unlink(root: Tree, id: str) -> None:
    """Let letters that were linked to a style go their own way."""
    for link in [one for one in root.iter(w("link")) if val(one) == id]:
        without(link)
