"""YAML → texts and wordings, each with when it fits."""

from __future__ import annotations

from typing import cast, get_args

from msgspec.structs import replace

from drafter.expression.check import Names
from drafter.expression.parse import parse_expression
from drafter.expression.walk import names_in
from drafter.model.blueprint import Layout, Wording
from drafter.model.expression import Both, Expression
from drafter.notation.slots import SlotReader
from drafter.yamltext import tree
from drafter.yamltext.tree import Mapping, Scalar, is_empty

Got = dict[str, tuple[Scalar, tree.Node]]
"""The known keys of a map, with their values."""


class WordingReader(SlotReader):
    """Reads what is said, and remembers whether something of it hangs on words of packs."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.worded = False
        """Something is for a class of work, from a stock, or one of several wordings, some of which may be out of place."""

    def _wordings(self, got: Got, key: str, names: Names, sure: frozenset[str]) -> tuple[Wording, ...]:
        """What stands under a key and under `or`."""
        found = [*self.choice(got[key][1], key, names, sure)] if key in got else []
        for node in self.items(got["or"][1], "or") if "or" in got else ():
            found += self.choice(node, key, names, sure)
        return tuple(found)

    def choice(self, node: tree.Node, key: str, names: Names, sure: frozenset[str]) -> tuple[Wording, ...]:
        """A text; a map of a text and when it fits; or a list of these."""
        if isinstance(node, tree.Sequence):
            self.worded = True
            return tuple(one for item in node.items for one in self.choice(item, key, names, frozenset(names)))
        if isinstance(node, Mapping) and "say" in {name.text for name, _ in node.entries}:
            return self._conditional(node, key, names)
        prose = self.prose(node, key)
        if prose:
            self._check(prose, node, names, sure)
            return (Wording(prose=prose),)
        if is_empty(node):
            self.report("empty-text", node.place, name=key)
        return ()

    def _conditional(self, node: Mapping, key: str, names: Names) -> tuple[Wording, ...]:
        """The wordings of a map, each with its conditions."""
        got = self.entries(node, ("say", "only", "when", "for", "maxim"), "wording")
        only, when = (self._condition(got[name][1], name, names) if name in got else None for name in ("only", "when"))
        self.worded |= "for" in got
        subjects = self.texts(got["for"][1], "for") if "for" in got else ()
        found = self.choice(got["say"][1], key, names, frozenset(names))
        maxim = "maxim" in got and self.flag(got["maxim"][1], "maxim")
        return tuple(
            replace(
                one,
                only=_both(only, one.only),
                when=_both(when, one.when),
                subjects=one.subjects or subjects,
                maxim=maxim or one.maxim,
            )
            for one in found
        )

    def _condition(self, node: tree.Node, key: str, names: Names) -> Expression | None:
        found = self.expression(node, key)
        known = {name: shape for name, shape in names.items() if name != "emphases"}
        if found is not None and isinstance(node, Scalar):
            checker = self.checker
            self._note(names_in(found), known)
            self.faults(checker.placed(node.text, checker.condition(found, known)), node)
        return found

    def expression(self, node: tree.Node, name: str) -> Expression | None:
        text = self.text(node, name)
        if text is None or not isinstance(node, Scalar):
            return None
        expression, fault = parse_expression(text)
        if fault:
            self.faults([fault], node)
        return expression

    def _scheme(self, node: tree.Node) -> str | None:
        """An enumerator scheme."""
        if name := self._scheme_name(node):
            return name
        ended = node.text.strip() + self.tongue.heading_colon if isinstance(node, Scalar) else ""
        meant = (ended,) if ended in self.tongue.schemes else ()
        return self.one_of(node, "scheme", (*meant, *self.tongue.schemes))

    def _scheme_name(self, node: tree.Node) -> str:
        """A scheme of the table, without the space that ends an English one, or one that says what it counts; "" for none."""
        said = node.text.strip() if isinstance(node, Scalar) else ""
        named = (name for name in self.tongue.schemes if name.strip() == said)
        return next(named, said if said in self.tongue.schemes else "")

    def _layout(self, got: Got, default: Layout) -> Layout:
        return cast(
            Layout, (self.one_of(got["layout"][1], "layout", get_args(Layout)) if "layout" in got else None) or default
        )


def _both(outer: Expression | None, inner: Expression | None) -> Expression | None:
    """What must hold of a wording within another's map: what both say."""
    return Both(outer, inner) if outer and inner else outer or inner
