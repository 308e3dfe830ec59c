"""What is computed from quantities, strictly, and how it is said in Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from drafter.language.numerals import han
from drafter.language.zh_quantities import Quantity

LARGE = ((10**8, "亿"), (10**4, "万"))
TENTHS = "一两三四五六七八九"
EVEN = {
    Fraction(1, 2): "一半",
    Fraction(1, 3): "三分之一",
    Fraction(2, 3): "三分之二",
    Fraction(1, 4): "四分之一",
    Fraction(3, 4): "四分之三",
}
CLOSE = Fraction(3, 200)
"""How near a share is to a tenth to be called it."""
RATIOS = ("", "%", "‰", "倍", "个百分点")
"""Units that say nothing by themselves."""
EXACT = ("", "达到")
"""What may stand beside a quantity that is exact."""
AROUND, ABOVE = "约{}", ("超过{}", "{}以上")
KEPT = {
    **dict.fromkeys(("近", "将近", "接近"), "近{}"),
    **dict.fromkeys(("不到", "不足", "低于", "少于"), "不到{}"),
    **dict.fromkeys(("约", "大约", "大概", "左右", "上下"), AROUND),
    **dict.fromkeys(("超过", "超", "高于", "多于"), ABOVE[0]),
    **dict.fromkeys(("不少于", "不低于", "至少", "最少", "以上", "多", "余"), ABOVE[1]),
}
"""How the share of a rough part is said with the writer's word for how rough it is."""
MEASURES = frozenset(
    "公里 里 米 平方米 平方公里 立方米 平方 亩 公顷 吨 公斤 斤 元 小时 分钟 千瓦时 千瓦 兆瓦 吨/日 立方米/日 毫克/升".split()
)
"""Units of what is measured, not counted."""
LEAST, MOST = Fraction(3, 2), 15
"""A rate that a day's work can be seen in."""
MONTH = 30
"""Days of a month; who does more than so many times the least in it has a rate a day."""


def exact(quantity: Quantity) -> bool:
    """Whether a quantity is one number, and no more and no less."""
    return quantity.most is None and quantity.about in EXACT


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are of one unit, and of things of one kind as far as they are known."""
    alike = not one.noun or not other.noun or one.noun[-1] == other.noun[-1]
    return one.unit == other.unit and one.unit not in RATIOS and alike


def total(each: Sequence[tuple[Quantity, ...]], states: Sequence[str]) -> Quantity | None:
    """The sum of what some facts say: one quantity of one unit and noun each, none rough, none planned beside others done."""
    firsts = [found[0] for found in each if found]
    if len(firsts) < 2 or len(firsts) < len(each) or not all(map(exact, firsts)) or len(set(states)) > 1:
        return None
    unit, nouns = firsts[0].unit, {one.noun for one in firsts if one.noun}
    single = all(sum(one.unit == unit for one in found) == 1 for found in each)
    if not single or unit in RATIOS or len(nouns) > 1:
        return None
    number = sum((Fraction(one.number) for one in firsts), Fraction(0))
    return replace(firsts[0], number=number, noun=next(iter(nouns), ""), words="")


def quantity_words(quantity: Quantity) -> str:
    """A quantity in figures: 28.6亿元, 183个; nothing where it has no short figure."""
    number = Fraction(quantity.number)
    for size, word in LARGE:
        if number >= size and (number / size * 1000).denominator == 1:
            return f"{_figure(number / size)}{word}{quantity.unit}"
    return f"{_figure(number)}{quantity.unit}" if (number * 1000).denominator == 1 else ""


def _figure(number: Fraction) -> str:
    return f"{float(number):.3f}".rstrip("0").rstrip(".")


def share(part: Fraction, whole: Fraction) -> str:
    """A part of a whole in words, never more exact than it is; nothing where the part is not the smaller."""
    if not 0 < part < whole:
        return ""
    exact = part / whole
    if exact in EVEN:
        return EVEN[exact]
    tenth = round(exact * 10)
    if 1 <= tenth <= 9:
        gap = exact - Fraction(tenth, 10)
        if gap == 0:
            return f"{TENTHS[tenth - 1]}成"
        if abs(gap) <= CLOSE:
            return f"近{TENTHS[tenth - 1]}成" if gap < 0 else f"{TENTHS[tenth - 1]}成多"
    floor = int(exact * 10)
    if floor >= 9:
        return "九成多"
    return f"{TENTHS[floor - 1]}成多" if floor >= 1 else "不到一成"


def kept_share(part: Quantity, whole: Quantity) -> str:
    """The same of a rough part of an exact whole, or of an exact part of a whole that is 约: with the word kept."""
    if part.most is not None or whole.most is not None:
        return ""
    if exact(part) and exact(whole):
        return share(Fraction(part.number), Fraction(whole.number))
    form = (
        KEPT.get(part.about, "") if exact(whole) else AROUND if exact(part) and KEPT.get(whole.about) == AROUND else ""
    )
    words = _round(Fraction(part.number) / Fraction(whole.number), form) if form and whole.number else ""
    return form.format(words) if words else ""


def _round(ratio: Fraction, form: str) -> str:
    """The round share that a rough one lies at: below it, above it, or close by."""
    if not 0 < ratio < 1 or ratio in EVEN:
        return EVEN.get(ratio, "")
    tenth = int(ratio * 10) if form in ABOVE else round(ratio * 10)
    off = ratio - Fraction(tenth, 10)
    fits = form in ABOVE or (abs(off) <= CLOSE and (form == AROUND or off <= 0))
    return f"{TENTHS[tenth - 1]}成" if fits and 1 <= tenth <= 9 else ""


def rate_words(quantity: Quantity, parts: Fraction) -> str:
    """A quantity for each of so many, in figures: 3户, 2户多, 33万多元; nothing where it would be less than one and a half."""
    each = Fraction(quantity.number) / parts
    money = quantity.unit == "元"
    if not money and (quantity.unit in MEASURES or each < LEAST):
        return ""
    if each.denominator == 1 or (money and (each * 100).denominator == 1):
        return quantity_words(replace(quantity, number=each))
    for size, word in LARGE:
        if money and each >= size:
            return f"{int(each / size)}{word}多元"
    return "" if money else f"{int(each)}{quantity.unit}多"


def daily(quantity: Quantity, days: int) -> str:
    """A quantity for each of so many days, where somebody could see it done: one and a half to fifteen a day."""
    fits = quantity.unit != "元" and LEAST <= Fraction(quantity.number) / days <= MOST
    return rate_words(quantity, Fraction(days)) if fits else ""


def monthly(quantity: Quantity, months: int) -> str:
    """A quantity for each of so many months, where it is too little to be told for each day."""
    fits = quantity.unit != "元" and Fraction(quantity.number) / months < LEAST * MONTH
    return rate_words(quantity, Fraction(months)) if fits else ""


def multiple(number: Fraction, other: Fraction) -> str:
    """How many times as much, in words; nothing below twice."""
    if other <= 0 or number < 2 * other:
        return ""
    ratio = number / other
    whole = int(ratio)
    words = han(whole) if whole <= 10 else str(whole)
    words = "两" if whole == 2 else words
    return f"{words}倍" if ratio == whole else f"{words}倍以上"
