"""Numbers before headings and points, as they are really typed."""

from __future__ import annotations

import re

from drafter.model.enumerator import Enumerator

HAN = "一二三四五六七八九十"
SCHEMES = (
    ("（一）", re.compile(rf"[（(]\s*([{HAN}]{{1,3}})\s*[)）][、.．，,]?\s*")),
    ("（1）", re.compile(r"[（(]\s*(\d{1,2})\s*[)）][、.．，,]?\s*|([①-⑳])\s*")),
    ("第一是", re.compile(rf"第([{HAN}]{{1,3}})是")),
    ("第一，", re.compile(rf"第([{HAN}]{{1,3}})[，、,：:]\s*")),
    ("一、", re.compile(rf"([{HAN}]{{1,3}})\s*[、.．]\s*")),
    ("1.", re.compile(r"(\d{1,2})\s*[.．、]\s*(?!\d)")),
    ("一是", re.compile(rf"([{HAN}]{{1,3}})是")),
    ("一要", re.compile(rf"([{HAN}]{{1,3}})要")),
    ("首先", re.compile(r"(首先|其次|再次|最后)[，,：:]?\s*")),
)
WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}
BEGINS = re.compile(rf"[（(]?\s*[第{HAN}\d①-⑳首其再最]")


def numbered(text: str) -> tuple[Enumerator, int] | None:
    """The enumerator that a text begins with, and where the words after it begin."""
    if not BEGINS.match(text):
        return None
    for scheme, pattern in SCHEMES:
        found = pattern.match(text)
        if found:
            ordinal = _ordinal(next(group for group in found.groups() if group))
            if ordinal:
                return Enumerator(scheme, ordinal, last=found[0].startswith("最后")), found.end()
    return None


def _ordinal(text: str) -> int:
    if text in WORDS:
        return WORDS[text]
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return int(text) if text.isdigit() else han(text)


def han(text: str) -> int:
    """一 … 九十九 as a number, 0 for what is none."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return HAN.index(text) + 1 if len(text) == 1 else 0
    if len(tens) > 1 or len(ones) > 1 or "十" in tens + ones:
        return 0
    return (HAN.index(tens) + 1 if tens else 1) * 10 + (HAN.index(ones) + 1 if ones else 0)
