"""Numbers before headings and points, as they are really typed."""

from __future__ import annotations

import re

from drafter.language.zh import han
from drafter.model.enumerator import Enumerator

HAN = "一二三四五六七八九十"
POINT = "希望|要求|意见|建议|想法|体会|感受|任务|问题"
DIGIT = r"\d０-９"
NUMBER = re.compile(
    rf"[（(]\s*(?:(?P<b1>[{HAN}]{{1,3}})|(?P<d1>[{DIGIT}]{{1,2}}))\s*[)）]\s*[、.．，,:：]?\s*"
    r"|(?P<c1>[①-⑳])\s*[、.．]?\s*"
    rf"|第(?P<f>[{HAN}]{{1,3}})(?:(?P<is>是)|(?P<part>大?部分[，、,：: \u3000]\s*)|(?:个?方面|点|条|件事?|个)?(?:{POINT})?[，、,：:]\s*)"
    rf"|(?P<a>[{HAN}]{{1,3}})\s*"
    r"(?:(?P<stop>[、.．﹑､](?![二三四五六七八九十][季月线产类级期年]))\s*|(?P<mark>[，,：:])\s*|(?P<b2>[)）])\s*[、.．]?\s*|(?P<verb>[是要])|(?P<gap>(?<=\s)))"
    rf"|(?P<d>[{DIGIT}]{{1,2}})\s*(?:[.．、](?![{DIGIT}])\s*|(?P<d2>[)）])\s*[、.．]?\s*)"
    r"|(?P<w>首先|其次|再次|再者|最[后後])(?:[，,：:、]\s*|是|(?=要))"
)
BEGINS = frozenset("（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳第首其再最0123456789０１２３４５６７８９" + HAN)
WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4, "最後": 4}
ORDINALS = {
    **{han(n): n for n in range(1, 100)},
    **{chr(ord("①") + n - 1): n for n in range(1, 21)},
    **WORDS,
}
"""Numerals that are no digits, and what they stand for."""
SCHEME = {
    **{
        "b1": "（一）",
        "b2": "（一）",
        "d1": "（1）",
        "c1": "（1）",
        "d2": "（1）",
        "d": "1.",
        "w": "首先",
        "f": "第一，",
    },
    **{"is": "第一是", "part": "第一，", "stop": "一、", "mark": "一、", "gap": "一、"},
}
"""The scheme that each group of the pattern tells."""
NUMERAL = {"b2": "a", "d2": "d", "is": "f", "part": "f", "stop": "a", "mark": "a", "gap": "a", "verb": "a"}
"""The group that holds the numeral, where it is another one."""


def numbered(text: str, at: int = 0) -> tuple[Enumerator, int] | None:
    """The enumerator that stands at `at`, and where the words after it begin."""
    if text[at : at + 1] not in BEGINS:
        return None
    found = NUMBER.match(text, at)
    if not found:
        return None
    kind = found.lastgroup or ""
    said = found[NUMERAL.get(kind, kind)]
    if kind in ("mark", "gap") and not _stands_alone(text, found.end()):
        return None
    scheme = SCHEME.get(kind) or f"一{found['verb']}"
    ordinal = ORDINALS.get(said) or (int(said) if said.isdecimal() else 0)
    return (Enumerator(scheme, ordinal, last=said in ("最后", "最後")), found.end()) if ordinal else None


def _stands_alone(text: str, at: int) -> bool:
    """Whether words are short and no sentence, as a heading is."""
    return 4 <= len(text) - at <= 40 and not any(mark in text for mark in "。；！？;!?")
