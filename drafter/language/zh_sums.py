"""Whether the figures of Chinese facts fit one another; nothing is told where that is not sure."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from drafter.language.late import late
from drafter.language.sums import Sum
from drafter.language.zh_figures import ABOVE, EXACT, KEPT, RATIOS, comparable, exact, quantity_words
from drafter.language.zh_quantities import Quantity
from drafter.language.zh_readings import quantities_of, texts
from drafter.model.value import Fact, Listing, Value

REST = late("其余|余下|剩余|余款|缺口|不足部分|差额")
"""What an item says that takes what is left."""
WITHIN = late("其中|包括|含")
"""Behind it stands a part of what was said before."""
UNDER = (
    "近",
    "将近",
    "接近",
    "不到",
    "不足",
    "低于",
    "少于",
    "不超过",
    "不高于",
    "不多于",
    "最多",
    "至多",
    "以内",
    "以下",
)
"""Words of what is less than its number, or no more."""
REPEATED = late("[每人户]均|每|至今|累计|比")
"""What makes a quantity one that is not added."""


MOST_BESIDE = 8
"""Characters beside its figure with which words still name a whole: 尾矿库15座."""


def part_over(fact: Fact) -> tuple[str, str] | None:
    """The quantity of a fact and that of the whole that it says itself to be part of, where the part is the larger; no
    quantity and the words of the whole, where they have none."""
    wholes: list[Quantity] = []
    for words in (words for mark, words in fact.remarks if mark == "共"):
        found = quantities_of(words)
        if not found or len(words) - len(found[0].words) > MOST_BESIDE:
            return "", words
        wholes += found
    pairs = [(one, two) for one in quantities_of(fact.text) for two in wholes if comparable(one, two)]
    if len(pairs) != 1:
        return None
    part, whole = pairs[0]
    over = at_least(part) and at_most(whole) and Fraction(part.number) > Fraction(whole.number)
    return (part.words, whole.words) if over else None


def summed(items: Listing, total: Fact) -> Sum | None:
    """What the items of a list add up to, where that is surely other than the total."""
    wholes = [one for one in quantities_of(total.text) if one.unit not in RATIOS]
    if len(wholes) != 1 or not at_most(wholes[0]):
        return None
    whole = wholes[0]
    parts = [_part(item, whole) for item in items.items]
    known = [part for part in parts if part is not None and at_least(part)]
    added = replace(whole, number=sum((Fraction(part.number) for part in known), Fraction(0)))
    apart = Fraction(added.number) - Fraction(whole.number)
    sure = apart > 0 or (len(parts) == len(known) and all(map(exact, (*known, whole))) and not _open(items))
    if not apart or not sure:
        return None
    return Sum(quantity(added), whole.words, quantity(replace(whole, number=abs(apart))), apart > 0)


def quantity(one: Quantity) -> str:
    """A quantity in figures, however long."""
    return quantity_words(one) or f"{float(one.number):g}{one.unit}"


def _part(item: Value, whole: Quantity) -> Quantity | None:
    """The one quantity of an item that is added to others of a unit; none where several could be meant."""
    words = "；".join(WITHIN.split(fact.text, maxsplit=1)[0] for fact in texts(item))
    found = [one for one in quantities_of(words) if one.unit == whole.unit]
    return found[0] if len(found) == 1 and not REPEATED.search(words) else None


def _open(items: Listing) -> bool:
    """Whether an item takes what the others leave."""
    facts = tuple(texts(items))
    return any(REST.search(fact.text) or any(mark == "余" for mark, _ in fact.remarks) for fact in facts)


def at_least(one: Quantity) -> bool:
    """Whether a quantity is not less than its number."""
    return one.about in EXACT or KEPT.get(one.about) in ABOVE


def at_most(one: Quantity) -> bool:
    """Whether a quantity is not more than its number."""
    return one.most is None and (exact(one) or one.about in UNDER)
