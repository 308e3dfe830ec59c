"""The names under which styles of Word, WPS and offices keep a role."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.formats.docx.frame.effective import Styles, switched
from drafter.formats.docx.frame.trees import Tree, val, w
from drafter.formats.docx.parts import STYLE_NAMES
from drafter.model.reference import FRAMED, Reference
from drafter.problem import InputError, Place, Problem, near_miss

ALIASES = {
    "title": ("标题", "讲话标题"),
    "byline": ("副标题", "署名"),
    "date": ("日期",),
    "salutation": ("称呼", "称谓"),
    "heading1": ("标题 1", "标题1", "一级标题"),
    "heading2": ("标题 2", "标题2", "二级标题"),
    "heading3": ("标题 3", "标题3", "三级标题"),
    "heading4": ("标题 4", "标题4", "四级标题"),
    "body": ("正文文本", "正文首行缩进", "正文"),
}
"""Chinese names, which a person may also give a role by."""
PATTERNS = {
    **{f"heading{n}": re.compile(f"(?:.{{0,8}}[{n}{'零一二三四'[n]}]级标题|.{{0,8}}标题 ?{n})") for n in (1, 2, 3, 4)},
    "byline": re.compile(".{0,8}(?:副标题|署名|讲话人|报告人|作者).{0,2}"),
    "date": re.compile(".{0,8}日期"),
    "salutation": re.compile(".{0,8}(?:称呼|称谓|主送机关).{0,2}"),
    "title": re.compile("(?:(?!.*(?:级|小|副|图|表|节|章|目录))).{0,8}标题"),
    "body": re.compile(".{0,8}正文(?:文本|首行缩进|样式)?"),
}
"""What offices call their own, such as 公文一级标题; before 正文 and 标题 stands who made it."""
CHINESE = re.compile(
    "[\u4e00-\u9fff]|fangsong|kaiti|simhei|simsun|stsong|stkaiti|sthei|stfangsong|xiaobiaosong", re.IGNORECASE
)


def given(reference: Reference, styles: Styles) -> dict[str, str]:
    """The styles that a person named for roles, by role; raises InputError for a name or a role that there is none of."""
    known = {styles.name(id): id for id in styles.paragraphs}
    by_name = {name.casefold(): id for name, id in known.items()} | {
        id.casefold(): id for id in reversed(known.values())
    }
    by_name |= {name.casefold(): id for name, id in known.items()}
    wrong, found = [], {}
    for name, role in reference.named.items():
        as_ours = role if role in FRAMED else next((one for one in FRAMED if role in ALIASES[one]), "")
        if not as_ours:
            facts = {"name": role, "known": ", ".join(FRAMED), "near": near_miss(role, FRAMED)}
            wrong.append(Problem("unknown-role", Place(reference.file), facts))
        elif name.casefold() not in by_name:
            facts = {"name": name, "file": reference.file, "known": ", ".join(known), "near": near_miss(name, known)}
            wrong.append(Problem("no-such-style", Place(reference.file), facts))
        else:
            found[as_ours] = by_name[name.casefold()]
    if wrong:
        raise InputError(wrong)
    return found


def own_style(role: str, styles: Styles) -> str:
    """The style that Word itself has for a role, or nothing."""
    names = (STYLE_NAMES[role].casefold(), *ALIASES[role])
    return next((id for name in names for id in styles.paragraphs if styles.name(id).casefold() == name), "")


def by_name(role: str, styles: Styles) -> str:
    """The style that an office has made for a role, by its name, or nothing."""
    word = own_style(role, styles)
    called = [id for id in styles.paragraphs if id != word and PATTERNS[role].fullmatch(styles.name(id))]
    return next(
        (id for id in (*called, *filter(None, (word,))) if id != styles.usual and _made(id, styles, id == word)), ""
    )


def shipped_blue(id: str, styles: Styles) -> bool:
    """Whether a style is one of Word's own, in the blue that it came in."""
    return any(own_style(role, styles) == id for role in FRAMED) and _blue(styles.letters_of(id).get("color", {}))


def _made(id: str, styles: Styles, words_own: bool) -> bool:
    """Whether somebody has given a style a look for Chinese: Word's own blue, and faces of its theme, are nobody's choice."""
    own = [one for one in styles.chain(id) if val(one, "styleId") != styles.usual]
    letters = styles.letters_of(id)
    if _blue(letters.get("color", {})):
        return False
    if not words_own:
        return any(len(one) and one.find(w(of)) is not None for one in own for of in ("rPr", "pPr"))
    return bool(CHINESE.search(styles.face(_own_letters(own)))) or switched(_own_letters(own), "vanish")


def _own_letters(chain: list[Tree]) -> dict[str, dict[str, str]]:
    from drafter.formats.docx.frame.effective import merged

    return merged(one.find(w("rPr")) for one in chain)


def _blue(colour: Mapping[str, str]) -> bool:
    """Whether a colour is one of those that Word's headings have had through the years."""
    if "themeColor" in colour:
        return True
    told = colour.get("val", "")
    if not re.fullmatch("[0-9A-Fa-f]{6}", told):
        return False
    red, green, blue = (int(told[n : n + 2], 16) for n in (0, 2, 4))
    return blue > red + 30 and blue >= green
