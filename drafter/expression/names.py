"""What expressions are asked of: values by name, which remember what every expression came to among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from drafter.expression.values import Phrase
from drafter.language import Tongue
from drafter.model.value import Record, Value

COUNTED = "emphases"
"""The name whose value is known only when all else is chosen: what names it is not remembered."""


class Names(dict[str, Value]):
    """The values that expressions may name, with the tongue that reads them."""

    __slots__ = ("found", "outer", "own", "tongue")

    def __init__(self, values: Mapping[str, Value], tongue: Tongue, outer: Names | None = None) -> None:
        super().__init__(values)
        self.tongue = tongue
        self.found: dict[Meaning, Value | Phrase] = {}
        """What expressions came to."""
        self.outer = outer
        """The names around an item: what names nothing of the item is asked of them."""
        self.own: frozenset[str] = frozenset()
        """The names that the item brought."""

    def having(self, own: Mapping[str, Value]) -> Names:
        """The same names with others among them."""
        inner = Names(self, self.tongue, self)
        inner.update(own)
        inner.own = frozenset(own)
        return inner


def of_item(item: Value, name: str = "") -> dict[str, Value]:
    """What an item brings: itself, its fields, and a name that it goes by."""
    fields = item.fields if isinstance(item, Record) else {}
    return {"item": item, **fields, name: item} if name else {"item": item, **fields}


class Meaning(Struct, frozen=True, eq=False):
    """An expression put together from functions; those that are written alike share one."""

    of: Callable[[Names], Value | Phrase]
    """The value of it."""
    names: frozenset[str]
    """What it may name."""
    literal: bool = False
    """It is written out."""


def remembered(work: Callable[[Names], Value | Phrase], names: frozenset[str]) -> Meaning:
    """A meaning that is worked out once for the same names."""

    def of(among: Names) -> Value | Phrase:
        found = among.found.get(meaning)
        if found is None:
            outer = among.outer
            found = of(outer) if outer is not None and names.isdisjoint(among.own) else work(among)
            among.found[meaning] = found
        return found

    meaning = Meaning(work if COUNTED in names else of, names)
    return meaning
