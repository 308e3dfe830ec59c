"""How well a title may be broken at each of its characters."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import category

from drafter.language import Titles
from drafter.language.late import late

NEVER = float("inf")
IN_WORD, IN_QUOTES, BAD, FAIR, GOOD = 40.0, 25.0, 15.0, 3.0, 0.0
"""What a break costs; what a line more costs, and what a crooked shape does, is measured in the same."""
OWN_LINE = -1.0
"""What a break costs before a subtitle, which stands on a line of its own."""
CLOSING, OPENING, PAUSES, SUBTITLE = "”’》〉）)】」』", "“‘《〈（(【「『", "，、；：,;:。！？!?", "——"
ENDS = CLOSING + PAUSES
GLUED = late(r"[0-9A-Za-z.,%—-]{2}")
HAN = (
    ("\u3400", "\u9fff"),
    ("\u2e80", "\u2fdf"),
    ("\u3005", "\u3007"),
    ("\u3040", "\u30ff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
"""The first and the last of each row of characters."""
ONE = "[" + "".join(map("-".join, HAN)) + "]"
SURNAME = late(rf"(?<!{ONE}){ONE}\s\Z")
"""A character alone before a blank: 李　明."""
NUMERALS = "〇零一二三四五六七八九十百千万亿两"


def seams(text: str, titles: Titles) -> list[float]:
    """What it costs to break before each character, `NEVER` where no line may end."""
    costs = _between_words(text, titles)
    for start, end in _quoted(text):
        for at in range(start + 1, end):
            costs[at] += IN_QUOTES
    for at in range(1, len(text)):
        costs[at] = NEVER if _glued(text, at, titles) else costs[at]
    costs[:1] = [NEVER] * len(costs[:1])
    return costs


def _glued(text: str, at: int, titles: Titles) -> bool:
    """Whether two characters stay together whatever it costs: of a figure, of a Latin word, a mark and what it belongs to."""
    before, after = text[at - 1], text[at]
    if before.isspace():
        return after.isspace() or bool(SURNAME.search(text, 0, at))
    if after.isspace() or category(after)[0] in "MC" or GLUED.fullmatch(before + after):
        return True
    if before in OPENING or after in CLOSING or after in PAUSES or after in titles.enclitics:
        return True
    if before == titles.ordinal or (_is_numeral(text, at - 1) and (_is_numeral(text, at) or after in titles.measures)):
        return True
    if before in CLOSING or before in PAUSES or after in OPENING:
        return False
    return not (_is_han(before) or _is_han(after)) or _is_joint(before) or (_is_joint(after) and after != "—")


def _is_han(char: str) -> bool:
    return any(first <= char <= last for first, last in HAN)


def _is_numeral(text: str, at: int) -> bool:
    return text[at].isdigit() or text[at] in NUMERALS


def _is_joint(char: str) -> bool:
    """Whether it is a mark that stands inside a word: 阿卜杜拉·买买提, 和/或."""
    return not char.isalnum() and not _is_han(char)


def _quoted(text: str) -> Iterable[tuple[int, int]]:
    """Where quotes and brackets begin and where they have ended."""
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in OPENING:
            opened.append(at)
        elif char in CLOSING and opened:
            yield opened.pop(), at + 1


def _between_words(text: str, titles: Titles) -> list[float]:
    """The cost of a break before each character as far as words go."""
    inside, begun, ended = _words(text, titles)
    costs = []
    for at in range(len(text)):
        before, rest, whole = text[:at], text[at:], at - 1 not in inside
        cost = FAIR if at in begun or at in ended else BAD
        if at in inside:
            cost = IN_WORD
        elif rest.startswith(SUBTITLE) and 1 < at < len(text) - 3:
            cost = OWN_LINE
        elif before.endswith(SUBTITLE) or (whole and before.endswith(titles.leads)):
            cost = BAD
        elif rest[:1] in titles.after and at + 1 not in inside:
            cost = 2 * FAIR
        elif (whole and before.endswith(titles.after)) or rest.startswith(titles.before) or before[-1:] in tuple(ENDS):
            cost = GOOD
        elif _numbers(before, rest):
            cost = BAD
        elif before[-1:].isspace() or rest[:1] in tuple(OPENING):
            cost = 1
        elif rest[:1] in titles.suffixes and not (at in begun and at in ended):
            cost = BAD
        elif before[-1:].isascii():
            cost = 2 * FAIR
        costs.append(cost)
    return costs


def _numbers(before: str, rest: str) -> bool:
    """Whether a figure follows the Latin word that it numbers: Pier 3."""
    return before[-1:] == " " and before[-2:-1].isascii() and before[-2:-1].isalpha() and rest[:1].isdigit()


def _words(text: str, titles: Titles) -> tuple[set[int], set[int], set[int]]:
    """The places inside known words, those where one begins, and those where one has ended."""
    known = titles.words()
    longest = max(map(len, known), default=0)
    inside: set[int] = set()
    begun: set[int] = set()
    ended: set[int] = set()
    for start in range(len(text)):
        for end in range(start + 2, min(len(text), start + longest) + 1):
            if text[start:end] in known:
                inside.update(range(start + 1, end))
                begun.add(start)
                ended.add(end)
        if text[start] in titles.alone or not _is_han(text[start]):
            begun.add(start)
            ended.add(start + 1)
    return inside, begun, ended
