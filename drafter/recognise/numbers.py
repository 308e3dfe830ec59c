"""Numbers before headings and points, as they are really typed."""

from __future__ import annotations

import re

from drafter.model.enumerator import Enumerator

HAN = "一二三四五六七八九十"
DIGIT = r"\d０-９"
NUMBER = re.compile(
    rf"[（(]\s*(?:(?P<b1>[{HAN}]{{1,3}})|(?P<d1>[{DIGIT}]{{1,2}}))\s*[)）]\s*[、.．，,:：]?\s*"
    r"|(?P<c1>[①-⑳])\s*[、.．]?\s*"
    rf"|第(?P<f>[{HAN}]{{1,3}})(?:(?P<is>是)|(?:点|条|个?方面|部分)?[，、,：:]\s*)"
    rf"|(?P<a>[{HAN}]{{1,3}})\s*(?:(?P<mark>[、.．，,：:])\s*|(?P<b2>[)）])\s*[、.．]?\s*|(?P<verb>[是要])|(?P<gap>[ \u3000]+))"
    rf"|(?P<d>[{DIGIT}]{{1,2}})\s*(?:[.．、](?![\d０-９])\s*|(?P<d2>[)）])\s*[、.．]?\s*)"
    r"|(?P<w>首先|其次|再次|再者|最[后後])[，,：:是、]?\s*"
)
BEGINS = frozenset("（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳第首其再最0123456789０１２３４５６７８９" + HAN)
WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4, "最後": 4}
SCHEME = {"b1": "（一）", "b2": "（一）", "d1": "（1）", "c1": "（1）", "d2": "（1）", "d": "1.", "w": "首先"}


def numbered(text: str, at: int = 0) -> tuple[Enumerator, int] | None:
    """The enumerator that stands at `at`, and where the words after it begin."""
    if text[at : at + 1] not in BEGINS or at >= len(text):
        return None
    found = NUMBER.match(text, at)
    if not found:
        return None
    groups = {name: one for name, one in found.groupdict().items() if one}
    if "f" in groups:
        scheme, said = ("第一是" if "is" in groups else "第一，"), groups["f"]
    elif "a" in groups:
        said = groups["a"]
        scheme = "（一）" if "b2" in groups else f"一{groups['verb']}" if "verb" in groups else "一、"
        if groups.get("mark", "") in "，,：:" and "mark" in groups and not _stands_alone(text, found.end()):
            return None
        if "gap" in groups and not _stands_alone(text, found.end()):
            return None
    else:
        name = next(name for name in ("b1", "d1", "c1", "d2", "d", "w") if name in groups)
        scheme, said = SCHEME[name], groups[name]
    ordinal = _ordinal(said)
    return (Enumerator(scheme, ordinal, last=said in ("最后", "最後")), found.end()) if ordinal else None


def _stands_alone(text: str, at: int) -> bool:
    """Whether words are short and no sentence, as a heading is."""
    return 4 <= len(text) - at <= 40 and not any(mark in text for mark in "。；！？;!?")


def _ordinal(text: str) -> int:
    if text in WORDS:
        return WORDS[text]
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return int(text) if text.isdecimal() else han(text)


def han(text: str) -> int:
    """一 … 九十九 as a number, 0 for what is none."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return HAN.index(text) + 1 if len(text) == 1 else 0
    if len(tens) > 1 or len(ones) > 1 or "十" in tens + ones:
        return 0
    return (HAN.index(tens) + 1 if tens else 1) * 10 + (HAN.index(ones) + 1 if ones else 0)
