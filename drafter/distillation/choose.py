"""What a person makes of the facts that were found: other names, one slot for two, words left in their sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from drafter.distillation.blueprint import RESERVED
from drafter.distillation.facts import Value
from drafter.distillation.gather import NOWHERE
from drafter.expression.parse import cut, parse_expression, parse_prose
from drafter.expression.spell import escaped, hole
from drafter.model.blueprint import Blueprint, Enumeration, Node, Passage, Section, Slot, Wording
from drafter.model.expression import Expression, Name, Prose

Names = Mapping[str, str]
"""What slots are called instead; two that get one name become one, and the empty name leaves the words in the sentence."""
Given = Mapping[str, Value]
"""What a brief says, by slot."""
Fields = Mapping[str, str | None]
"""The fields that a list's sentence names, with their words where they are to be said."""


def refused(name: str, new: str, blueprint: Blueprint, briefs: Sequence[Given]) -> str:
    """The rule that a new name breaks; empty if it breaks none."""
    if not new.isidentifier():
        return "odd-slot-name"
    if new in RESERVED:
        return "taken-slot-name"
    other = blueprint.slots.get(new)
    if other is None or new == name:
        return ""
    one = blueprint.slots[name]
    same = other.type == one.type and other.fields == one.fields
    if one.type == "number":  # 10名 is not 10%: the unit stands in the sentence that the question shows
        same = same and _after_hole(one) == _after_hole(other)
    return "" if same and _agree(name, new, briefs) else "slots-differ"


def may_merge(name: str, blueprint: Blueprint, briefs: Sequence[Given]) -> tuple[str, ...]:
    """The other slots that say the same in every speech."""
    return tuple(one for one in blueprint.slots if one != name and not refused(name, one, blueprint, briefs))


def may_drop(name: str, blueprint: Blueprint, briefs: Sequence[Given]) -> bool:
    """Whether a slot's words can stand in the sentence itself: all speeches say the same, and no condition asks for it."""
    slot = blueprint.slots[name]
    told = [brief.get(name) for brief in briefs]
    return slot.type != "flag" and slot.missing != "omit" and all(one is not None and one == told[0] for one in told)


def chosen(
    blueprint: Blueprint, briefs: Sequence[Given], names: Names
) -> tuple[Blueprint, tuple[dict[str, Value], ...]]:
    """The blueprint and what its briefs say under other names; each still gives its speech."""
    chooser = _Chooser(names, {name: value for brief in briefs for name, value in brief.items()})
    slots: dict[str, Slot] = {}
    for name, slot in blueprint.slots.items():
        if new := names.get(name, name):
            slots.setdefault(new, replace(slot, name=new, ask=slot.ask.replace(name, new, 1)))
    zones = {zone: tuple(chooser.nodes(getattr(blueprint, zone))) for zone in ("opening", "emphases", "closing")}
    done = replace(
        blueprint,
        slots=slots,
        asked=tuple(slots),
        front={key: chooser.wordings(line) for key, line in blueprint.front.items()},
        opening=zones["opening"],
        emphases=zones["emphases"],
        closing=zones["closing"],
    )
    return done, tuple(
        {new: value for name, value in brief.items() if (new := names.get(name, name))} for brief in briefs
    )


def _after_hole(slot: Slot) -> str:
    return slot.ask.partition("〔 〕")[2][:1]


def _agree(name: str, other: str, briefs: Sequence[Given]) -> bool:
    return all(brief.get(name) == brief.get(other) for brief in briefs)


class _Chooser(Struct, frozen=True):
    names: Names
    said: Given

    def prose(self, prose: Prose, fields: Fields | None = None) -> Prose:
        """A text under the new names; what is a field keeps its own, or is the words of one record."""

        def told(name: str) -> str:
            if fields and name in fields:
                return escaped(fields[name] or "") or hole(name)
            new = self.names.get(name, name)
            said = self.said.get(name, "")
            return hole(new) if new else escaped(said if isinstance(said, str) else "")

        def written(text: str, inside: bool) -> str:
            expression = parse_expression(text)[0] if inside else None
            return told(expression.name) if isinstance(expression, Name) else hole(text.strip()) if inside else text

        parts = (written(prose.text[start:end], inside) for start, end, inside in cut(prose.text))
        return parse_prose("".join(parts), NOWHERE)[0]

    def wordings(self, wordings: Sequence[Wording], fields: Fields | None = None) -> tuple[Wording, ...]:
        """Wordings under the new names."""
        return tuple(replace(one, prose=self.prose(one.prose, fields)) for one in wordings)

    def nodes(self, nodes: Sequence[Node], fields: Fields | None = None) -> Iterator[Node]:
        """Nodes under the new names."""
        for node in nodes:
            when = self._expression(node.when)
            match node:
                case Passage(wordings=said):
                    yield replace(node, when=when, wordings=self.wordings(said, fields))
                case Enumeration(points=points):
                    records, each = self._records(node.each)
                    scopes: Sequence[Fields | None] = records or (fields,)
                    each_said = [point for point in points if isinstance(point, Passage)]
                    texts = [self.wordings(point.wordings, scope) for scope in scopes for point in each_said]
                    told = (
                        replace(
                            each_said[0], id=f"{node.id}.{n}" if each is None else node.id, each=each, wordings=text
                        )
                        for n, text in enumerate(texts, 1)
                    )
                    yield replace(node, when=when, each=each, points=tuple(told))
                case Section():
                    yield from self._section(replace(node, when=when), fields)
                case _:
                    assert_never(node)

    def _section(self, node: Section, fields: Fields | None) -> Iterator[Section]:
        records, each = self._records(node.each)
        scopes: Sequence[Fields | None] = records or (fields,)
        for n, one in enumerate(scopes, 1):
            end = f"-{n}" if n > 1 else ""
            body = tuple(replace(inner, id=inner.id + end) for inner in self.nodes(node.body, one))
            heads = self.wordings(node.headings, one)
            yield replace(node, id=node.id + end, each=each, headings=heads, body=body)

    def _records(self, each: Expression | None) -> tuple[Sequence[Fields], Expression | None]:
        """What a node's fields are: of a list, names and nothing said; of one that is a list no longer, every record."""
        if not isinstance(each, Name):
            return (), each
        said = self.said[each.name]
        records: Sequence[Fields] = said if not isinstance(said, str) else ()
        if self.names.get(each.name) == "":
            return records, None
        return [dict.fromkeys(records[0])], self._expression(each)

    def _expression(self, one: Expression | None) -> Expression | None:
        return parse_expression(self.names[one.name])[0] if isinstance(one, Name) and self.names.get(one.name) else one
