"""Figures computed from facts: the facts, an expression over them, and the words that it gives, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from drafter.expression.evaluate import evaluate
from drafter.expression.parse import parse_expression
from drafter.language import knowing
from drafter.language.remarks import parted
from drafter.model.value import NOTHING, Fact, Gap, Listing, Value
from drafter.model.words import Knowledge
from tests.conftest import ROOT
from tests.figures import astray, recomputed

FILE = ROOT / "tests" / "cases" / "facts" / "figures.txt"
FEWEST = 60


def rows() -> Iterator[tuple[date, str, str, str]]:
    """Every case: the meeting's day (`@`), the facts, the expression, what it gives."""
    today = date(2026, 1, 1)
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("@"):
            today = date.fromisoformat(line[1:].strip())
        elif "::" in line and not line.startswith("#"):
            facts, _, rest = line.partition("::")
            expression, _, wanted = rest.partition("=>")
            yield today, facts.strip(), expression.strip(), wanted.strip()


def scope_of(facts: str, today: date) -> dict[str, Value]:
    """The slots of a case: `名: 事实; 名: 一项 / 一项`; 日期 is the meeting's day."""
    scope: dict[str, Value] = {"日期": Fact(today, today.isoformat(), "日期")}
    for part in facts.split("; "):
        name, _, text = part.partition(": ")
        items = text.split(" / ")
        scope[name] = (
            Listing(tuple(_fact(one, f"{name}[{n}]") for n, one in enumerate(items, 1)), name)
            if len(items) > 1
            else _fact(text, name)
        )
    return scope


def _fact(text: str, slot: str) -> Value:
    if text == "?":
        return Gap(slot, "是多少")
    words, remarks = parted(text)
    return Fact(words, words, slot, remarks=tuple((mark, said) for _, mark, said in remarks))


CASES = [*rows()]


@pytest.mark.parametrize(("today", "facts", "expression", "wanted"), CASES)
def test_a_figure_is_computed_strictly_or_not_at_all(today: date, facts: str, expression: str, wanted: str) -> None:
    knows = Knowledge(today)
    scope = scope_of(facts, today)
    reading, fault = parse_expression(expression)
    assert reading is not None, fault
    found = evaluate(reading, scope, knowing("zh", knows))
    assert isinstance(found, Fact | Gap)
    assert (found.text if isinstance(found, Fact) else "?") == wanted
    if isinstance(found, Fact) and found is not NOTHING and found.text:
        assert found.figure
        assert astray(found.figure, scope.values(), knows) == ()
        assert recomputed(found.figure, knows) == found.figure.words


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= FEWEST
