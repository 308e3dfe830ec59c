"""What `drafter outline --why` prints of a node: a line on its wording, and one for each condition and each wording that is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.catalogue import N_, _
from drafter.desk.outline import Candidate, Condition, Reason

HOW = {
    "picked": N_("wording {number} of {count}: the brief picks it"),
    "fits": N_("wording {number} of {count}: only this one fits"),
    "conditions": N_("wording {number} of {count}, of {fitting} that fit: most conditions speak for it"),
    "facts": N_("wording {number} of {count}, of {fitting} that fit: it names most facts"),
    "lot": N_("wording {number} of {count}, of {fitting} that fit: by lot"),
    "unsaid": N_("wording {number} of {count}, of {fitting} that fit: others were said before"),
    "override": N_("written over in the brief"),
}
"""Why a wording is said."""
STOCK = N_("a sentence of the stock, of {fitting} that fit")
SILENT = {
    "omit": N_("the brief leaves it out"),
    "body": N_("nothing stands in it"),
    "said": N_("all that it could say was said before"),
    "most": N_("`most: {text}` is reached"),
    "maxim": N_("a maxim too many, or next to another"),
    "with": N_("it stands only with {text}"),
    "without": N_("it stands only without {text}"),
    "stock": N_("no sentence of the stock {text} fits"),
    "each": N_("there is nothing in {text}"),
}
"""Why a node is silent whose conditions are none."""


OUT_OF_PLACE = {
    "shuns": N_("whoever speaks here does not say {text}"),
    "season": N_("no fact names {text}"),
}
"""Why a wording is not said whose conditions are none."""


def reasons_of(every: Iterable[Reason], row: str, indent: str) -> Iterator[str]:
    """How it was decided what nodes say; one that has no row of its own is named."""
    for one in every:
        yield from (indent + line for line in _reason(one, named=one.key != row))


def _reason(one: Reason, *, named: bool) -> Iterator[str]:
    """The same of one node; nothing where there was nothing to decide."""
    lines = [*filter(None, [_head(one)]), *_conditions(one.conditions)]
    lines += [_other(other, one.count) for other in one.others]
    if not named:
        yield from lines
    elif len(lines) == 1:
        yield f"{one.key}  {lines[0]}"
    elif lines:
        yield one.key
        yield from ("  " + line for line in lines)


def _head(one: Reason) -> str:
    if one.how == "alone" or not one.how:
        return ""
    said = STOCK if one.stands and not one.number and one.how != "override" else HOW[one.how]
    return _(said).format(number=one.number, count=one.count, fitting=one.fitting)


def _conditions(conditions: Sequence[Condition]) -> Iterator[str]:
    for one in conditions:
        if one.key in SILENT and not one.holds:
            yield "- " + _(SILENT[one.key]).format(text=one.text)
        else:
            yield f"{'+' if one.holds else '-'} {one.key} {one.text}{_facts(one)}"


def _facts(one: Condition) -> str:
    """What a condition asks for, in brackets."""
    facts = [_("{name} = {value}").format(name=name, value=value or _("not given")) for name, value in one.facts]
    return "  (" + "; ".join(facts) + ")" if facts else ""


def _held(one: Condition) -> str:
    """A condition of a wording."""
    if one.key in OUT_OF_PLACE:
        return _(OUT_OF_PLACE[one.key]).format(text=one.text)
    return f"{one.key} {one.text}{_facts(one)}"


def _other(one: Candidate, count: int) -> str:
    """A wording that cannot be said, and why."""
    wants = [_("wants {names}").format(names=" ".join(one.wants))] if one.wants else []
    why = "; ".join([*map(_held, one.conditions), *wants])
    return f"- {one.number}: {why}" if count > 1 else f"- {why}"
