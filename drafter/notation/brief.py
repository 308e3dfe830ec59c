"""YAML → Brief, typed by the slots of its blueprint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set

from msgspec.structs import replace

from drafter.language import TONGUES
from drafter.language.remarks import parted
from drafter.language.typed import outside, strict, typed
from drafter.model.blueprint import Blueprint, Slot, every
from drafter.model.brief import SETTINGS, Brief, Promise
from drafter.model.value import Fact, Gap, Listing, Record, Value
from drafter.notation.brief_insert import InsertReader
from drafter.notation.brief_settings import items_of
from drafter.notation.checks import read_checks
from drafter.notation.parted import joined_items, list_in_text
from drafter.notation.unconfirmed import unconfirmed
from drafter.problem import Place, Problem, has_errors, in_order, listed
from drafter.yamltext import tree
from drafter.yamltext.align import place_in
from drafter.yamltext.tree import Document, Mapping, Scalar, is_empty

Find = Callable[[str, Place], tuple[Blueprint | None, tuple[Problem, ...]]]
"""A blueprint's name and the place where it is asked for → the blueprint and its problems."""
MOST_CELLS = 50_000
"""Fields of all items of all lists, given or not: each is looked at."""
NO_REMARKS: tuple[tuple[str, str], ...] = ()
BY_NODE = frozenset(("pick", "shapes", "omit", "overrides", "insert"))
"""Settings that name nodes."""


def read_brief(doc: Document, find: Find) -> tuple[Brief | None, Blueprint | None, tuple[Problem, ...]]:
    """The brief in a file and its blueprint, None where an error forbids it, and every problem of both."""
    reader = _BriefReader(doc.file)
    reader.begin(doc.problems)
    brief = blueprint = None
    if doc.root is None or is_empty(doc.root):
        if not has_errors(doc.problems):
            reader.report("empty-file", Place(doc.file), what="brief")
    elif not isinstance(doc.root, Mapping):
        reader.map_due(doc.root, "brief")
    else:
        brief, blueprint = reader.brief(doc.root, doc.text, find)
    found = in_order(reader.problems)
    if brief is None or has_errors(found):
        return None, blueprint, found
    return replace(brief, unconfirmed=unconfirmed(doc)), blueprint, found


class _BriefReader(InsertReader):
    cells = 0
    names: Set[str] = frozenset()
    """What an entry may be called."""

    def brief(self, root: Mapping, text: str, find: Find) -> tuple[Brief | None, Blueprint | None]:
        got = {key.text: (key, value) for key, value in root.entries}
        name = self.text(got["blueprint"][1], "blueprint") if "blueprint" in got else None
        if not name:
            place = got["blueprint"][0].place if "blueprint" in got else root.place
            self.report("no-blueprint-named", place)
            return None, None
        blueprint, problems = find(name, got["blueprint"][1].place)
        self.problems += problems
        if blueprint is None:
            return None, None
        self.tongue = TONGUES[blueprint.language]
        self.names = {*SETTINGS, *(name for slot in blueprint.slots.values() for name in _names(slot))}
        settings = {key: got[key][1] for key in SETTINGS if key in got}
        values: dict[str, Value] = {}
        places: dict[str, Place] = {}
        totals = {slot.total for slot in blueprint.slots.values() if slot.name in blueprint.asked}
        for key, node in root.entries:
            if key.text in SETTINGS:
                continue
            slot = blueprint.slots.get(key.text)
            if slot is None:
                self.report(
                    "unknown-slot", key.place, name=key.text, near=self.near(key.text, (*blueprint.slots, *SETTINGS))
                )
                continue
            places[slot.name] = key.place
            value = self._value(node, slot, slot.name)
            if value is not None:
                values[slot.name] = value
            if slot.name not in blueprint.asked and slot.name not in totals:
                self.report("fact-not-said", key.place, "warning", name=slot.name)
        self._must_be_given((blueprint.slots[name] for name in blueprint.asked), root, "")
        return self._assemble(blueprint, name, settings, values, places, text), blueprint

    def _assemble(
        self,
        blueprint: Blueprint,
        name: str,
        settings: dict[str, tree.Node],
        values: dict[str, Value],
        places: dict[str, Place],
        text: str,
    ) -> Brief:
        zones = (blueprint.opening, blueprint.emphases, blueprint.closing) if BY_NODE & settings.keys() else ()
        nodes = {node.id: node for zone in zones for node in every(zone)}
        self.items_of = {id: counts for zone in zones for id, counts in items_of(zone, (), values)}
        seed = self.number(settings["seed"], "seed") if "seed" in settings else None
        if seed is not None and not float(seed).is_integer():
            self.report("not-a-number", settings["seed"].place, name="seed", value=str(seed))
        return Brief(
            blueprint=name,
            values=values,
            places=places | {key: node.place for key, node in settings.items()},
            promised=self._promised(settings.get("promised")),
            checks=read_checks(self, settings["checks"]) if "checks" in settings else {},
            minutes=self.positive(settings["minutes"], "minutes") if "minutes" in settings else None,
            rate=self.rate(settings["rate"], self.tongue.rates) if "rate" in settings else None,
            style=(self.text(settings["style"], "style") if "style" in settings else None) or "",
            seed=None if seed is None else int(seed),
            subjects=self._subjects(settings.get("subject")),
            pick=self._pick(settings.get("pick"), nodes),
            shapes=self._shapes(settings.get("shapes"), nodes),
            omit=self._omit(settings.get("omit"), nodes),
            keep=self._keep(settings.get("keep"), blueprint),
            overrides=self._overrides(settings.get("overrides"), nodes, blueprint),
            insert=self._insert(settings.get("insert"), nodes, blueprint),
            text=text,
            place=Place(self.file),
        )

    def _promised(self, node: tree.Node | None) -> tuple[Promise, ...]:
        """What was promised, each with its place."""
        if node is None or is_empty(node):
            return ()
        found = ((self.text(one, "promised"), one.place) for one in tree.each(node))
        return tuple(Promise(text.strip(), place) for text, place in found if text)

    def _subjects(self, node: tree.Node | None) -> tuple[str, ...]:
        """The classes of work, one or several."""
        if node is None or is_empty(node):
            return ()
        return tuple(name for text in self.texts(node, "subject") for one in text.split("、") if (name := one.strip()))

    # values

    def _value(self, node: tree.Node, slot: Slot, path: str) -> Value | None:
        """What a node gives for a slot; None for nothing, and for what has been reported."""
        if is_empty(node):
            return None
        if slot.type == "list":
            return self._list(node, slot, path)
        text = self.text(node, path)
        if text is None or not isinstance(node, Scalar):
            return None
        whole, marked = text, NO_REMARKS
        if slot.type in ("text", *self.tongue.slot_kinds) and self.tongue.remarks:
            text, marked = self._remarked(text, node)
        placeholder, odd = self.tongue.placeholder, not self.tongue.placeholder_signs.isdisjoint(text)
        if (
            odd and re.fullmatch(placeholder, text) and not (slot.type == "flag" and text in self.tongue.truth)
        ):  # × says no
            return _open(node, slot, path)  # shown as its author marked it
        fact = typed(text, slot, self.tongue, path, self.near)
        if not isinstance(fact, Fact):
            if odd and strict(slot, self.tongue) and re.search(placeholder, text):
                return _open(node, slot, path)
            self.problems.append(Problem(fact[0], node.place, fact[1]))
            return None
        if broken := outside(fact, slot):
            self.problems.append(Problem(broken[0], node.place, broken[1], "warning"))
        fact = replace(fact, remarks=marked) if marked else fact
        if slot.type != "text":
            return fact
        self._not_meant(node, path)
        start = len(whole) - len(whole.lstrip())
        holes = self._holes(node, fact.text, start, _open(node, slot, path)) if odd else ()
        return replace(fact, holes=tuple(holes)) if odd else fact

    def _remarked(self, text: str, node: Scalar) -> tuple[str, tuple[tuple[str, str], ...]]:
        """A fact, and what its author says of it behind bars."""
        fact, parts = parted(text)
        known, found = self.tongue.remarks, []
        for at, mark, words in parts:
            if mark not in known:
                name, near = mark or words[:8], self.near(mark or words[:2], known)
                self.report("unknown-remark", place_in(node, at), "warning", name=name, near=near, known=listed(known))
            elif not known[mark]:
                found.append((mark, ""))
            elif not words:
                self.report("empty-remark", place_in(node, at), "warning", name=mark)
            else:
                found.append((mark, words))
        return fact, tuple(found)

    def _list(self, node: tree.Node, slot: Slot, path: str) -> Value | None:
        items: list[Value] = []
        for n, item in enumerate(self._parted(node, slot, path), 1):
            at = f"{path}[{n}]"
            if slot.item:
                value = self._value(item, slot.item, at)
            elif isinstance(item, Mapping):
                self.cells += len(slot.fields)
                if self.cells > MOST_CELLS:
                    self.report("list-more-than-limit", item.place, name=path, limit=str(n - 1), size=f"{n}+")
                    break
                value = self._record(item, slot, at)
            else:
                self._record_due(item, slot, at)
                value = None
            if value is not None:
                items.append(value)
        for limit, broken, rule in (
            (slot.min, slot.min is not None and 0 < len(items) < slot.min, "list-less-than-limit"),
            (slot.max, slot.max is not None and len(items) > slot.max, "list-more-than-limit"),
        ):
            if broken:
                self.report(rule, node.place, "warning", name=path, limit=f"{limit:g}", size=str(len(items)))
        return Listing(tuple(items), path, node.place) if items else None

    def _record_due(self, item: tree.Node, slot: Slot, path: str) -> None:
        """Report what stands where fields are due."""
        if not is_empty(item):
            from drafter.yamltext.slips import meant_as_fields

            slips = meant_as_fields(item) if isinstance(item, Scalar) else []
            fields = " ".join(f.name for f in slot.fields)
            self.problems += slips or [Problem("record-due", item.place, {"name": path, "fields": fields})]

    def _parted(self, node: tree.Node, slot: Slot, path: str) -> tuple[tree.Node, ...]:
        """The items of a list; of a list of texts it is told where marks of Chinese were meant to part them."""
        if slot.item and (told := list_in_text(node, path)):
            self.problems.append(told)
            return ()
        self.problems += joined_items(node) if slot.item and isinstance(node, tree.Sequence) else ()
        return self.items(node, path)

    def _record(self, node: Mapping, slot: Slot, path: str) -> Value | None:
        known = {one.name: one for one in slot.fields}
        fields: dict[str, Value] = {}
        for key, value in node.entries:
            one = known.get(key.text)
            if one is None:
                self.unknown("unknown-field", key, value, path, known)
                continue
            got = self._value(value, one, f"{path}.{one.name}")
            if got is not None:
                fields[one.name] = got
        self._must_be_given(slot.fields, node, path + ".")
        return Record(fields, path, node.place) if fields else None

    def _must_be_given(self, slots: Iterable[Slot], node: Mapping, path: str) -> None:
        """Report the slots that a map must give and leaves out, or open."""
        due = [slot for slot in slots if slot.missing == "error" and slot.default is None]
        given = {key.text: (key.place, value) for key, value in node.entries} if due else {}
        for slot in due:
            place, value = given.get(slot.name, (node.place, None))
            if value is None or is_empty(value):
                self.report("missing-slot", place, name=path + slot.name, ask=slot.ask)

    def _swallowed(self, node: Scalar) -> None:
        """Lines of a text that begin like an entry: indented, they are read as more of the text."""
        from drafter.yamltext.slips import colon_slip

        for n, line in enumerate(node.source.split("\n")[1:], 1):
            found = colon_slip(line, 0)
            if found and found.facts["name"] in self.names:
                place = Place(self.file, node.place.line + n, found.column + 1)
                self.report("swallowed-entry", place, name=found.facts["name"])

    def _not_meant(self, node: Scalar, path: str) -> None:
        """What a text hardly means to say: braces that are not filled here, and another entry."""
        for braces in ("{{", "｛｛"):
            if braces in node.text:
                self.report("braces-in-fact", place_in(node, node.text.find(braces)), "warning", name=path)
        if node.source and not node.style:
            self._swallowed(node)

    # settings


def _names(slot: Slot) -> Iterator[str]:
    """The names of a slot and of its fields."""
    yield slot.name
    for one in slot.fields:
        yield from _names(one)


def _open(node: Scalar, slot: Slot, path: str) -> Gap:
    """What stands for a fact in whose place a placeholder was typed."""
    return Gap(path, slot.ask or path, node.text, node.place, typed=True)
