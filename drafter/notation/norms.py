"""YAML → Checks: norms, which are rules about the words of texts, and what somebody wants to hear of rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import get_args

from drafter.model.norm import Checks, Norm, NormKind
from drafter.notation.patterns import fault_of
from drafter.notation.reader import Reader
from drafter.problem import Place, Problem, has_errors, in_order
from drafter.yamltext import tree
from drafter.yamltext.align import place_in
from drafter.yamltext.tree import Document, Mapping, Scalar, is_empty

Got = dict[str, tuple[Scalar, tree.Node]]
TOP = ("drafter", "checks", "off", "levels", "allow")
"""The keys of a file."""
EVERY = ("name", "kind", "level", "says", "why", "source", "open", "headings", "since", "bad", "good")
"""The keys that every norm may have."""
OF_KIND: dict[NormKind, tuple[str, ...]] = {
    "exists": ("match",),
    "replace": ("of", "fix"),
    "clash": ("first", "then", "within"),
    "agree": ("one_of", "fix"),
    "count": ("match", "per", "above"),
    "order": ("order",),
}
"""Those that only norms of a kind have; by the first of them the kind is known where it is not told."""
DUE: dict[NormKind, tuple[str, ...]] = {
    "exists": ("match",),
    "replace": ("of",),
    "clash": ("first", "then"),
    "agree": ("one_of",),
    "count": ("match", "above"),
    "order": ("order",),
}
"""Those without which a norm of a kind finds nothing."""
LEVELS = {"错": "error", "疑": "warning", "提示": "info", "error": "error", "warning": "warning", "info": "info"}
OFF = "off"
NAME = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
"""What can be named in `off: […]` and in a remark: words with hyphens."""
LANGUAGES = ("zh", "en")
"""The languages in which a norm may say what is wrong."""
HAN = re.compile("[\u4e00-\u9fff]")
FACTS = re.compile(r"\{(?:text|due|other|count|paragraph)\}")
"""What a sentence may name."""
MOST_PATTERNS = 2_000
"""Patterns of one file; our own have some hundreds."""


def read_norms(
    doc: Document, rules: Iterable[str] = (), known: Iterable[str] | None = None, *, ours: bool = False
) -> tuple[Checks | None, tuple[Problem, ...]]:
    """The checks in a file, None if it has an error, and every problem in it.

    `rules` are names that no norm may take, `known` those that levels may be set for, if it is told;
    of patterns that come with drafter the tests know the form.
    """
    reader = _NormsReader(doc.file, frozenset(rules), ours)
    reader.begin(doc.problems)
    checks = None
    if isinstance(doc.root, Mapping):
        checks = reader.checks(doc.root)
        reader.named(known)
    elif not has_errors(doc.problems):
        if doc.root is None or is_empty(doc.root):
            reader.report("empty-file", Place(doc.file), what="checks")
        else:
            reader.map_due(doc.root, "checks")
    found = in_order(reader.problems)
    return (None if has_errors(found) else checks), found


class _NormsReader(Reader):
    def __init__(self, file: str, rules: frozenset[str], ours: bool) -> None:
        super().__init__(file)
        self.rules, self.ours = rules, ours
        self.patterns = 0
        self.levels: dict[str, str] = {}
        self.spots: list[tuple[str, Place]] = []
        """The rules and norms that are named, and where."""
        self.own: list[str] = []
        """The norms of the file."""

    def checks(self, root: Mapping) -> Checks:
        got = self.entries(root, TOP, "checks")
        self.version(got, root.place, "checks")
        if "off" in got:
            for item in tree.each(got["off"][1]):
                self._level(self.text(item, "off") or "", OFF, item.place)
        if "levels" in got:
            for key, value in self._pairs(got["levels"][1], "levels"):
                if level := self.one_of(value, key.text, (*LEVELS, OFF)):
                    self._level(key.text, level, key.place)
        items = self.items(got["checks"][1], "checks") if "checks" in got else ()
        norms = tuple(norm for item in items if (norm := self._norm(item)))
        allowed = self.texts(got["allow"][1], "allow") if "allow" in got else ()
        return Checks(norms=norms, levels=self.levels, allowed=tuple(word for word in allowed if word.strip()))

    def named(self, known: Iterable[str] | None) -> None:
        """Report levels that are set for what is neither a rule nor a norm."""
        if known is None:
            return
        names = dict.fromkeys((*known, *self.own))
        for name, place in self.spots:
            if name not in names:
                self.report("unknown-rule", place, name=name, near=self.near(name, names))

    def _level(self, name: str, level: str, place: Place) -> None:
        if name:
            self.levels[name] = LEVELS.get(level, level)
            self.spots.append((name, place))

    def _pairs(self, node: tree.Node, name: str) -> Iterator[tuple[Scalar, tree.Node]]:
        if isinstance(node, Mapping):
            yield from node.entries
        elif not is_empty(node):
            self.map_due(node, name)

    def _norm(self, item: tree.Node) -> Norm | None:
        """One entry; one without anything to look for only sets the level of another of its name."""
        if not isinstance(item, Mapping):
            self.entries(item, EVERY, "checks")
            return None
        kind = self._kind(item)
        got = self.entries(item, (*EVERY, *(OF_KIND[kind] if kind else ())), kind or "checks")
        name = self._name(got, item.place)
        level = self.one_of(got["level"][1], "level", (*LEVELS, OFF)) if "level" in got else None
        if level == OFF or kind is None:
            if level:
                self._level(name, level, item.place)
            elif "kind" not in got:
                self.report("nothing-to-look-for", item.place, name=name or "checks")
            return None
        if name in self.rules:
            self.report("norm-is-rule", got["name"][1].place, name=name)
        self.own.append(name)
        return self._whole(name, kind, LEVELS[level or "warning"], got, item.place)

    def _kind(self, item: Mapping) -> NormKind | None:
        """The kind that is told, or the one whose keys are there."""
        told = item.get("kind")
        if told is not None and not is_empty(told):
            found = self.one_of(told, "kind", get_args(NormKind))
            return next((kind for kind in OF_KIND if kind == found), None)
        keys = {key.text for key, _ in item.entries}
        if "above" in keys:
            return "count"
        return next((kind for kind, own in OF_KIND.items() if own[0] in keys), None)

    def _name(self, got: Got, start: Place) -> str:
        if "name" not in got:
            self.report("missing-key", start, name="name", of="checks")
            return ""
        name = self.text(got["name"][1], "name") or ""
        if not NAME.fullmatch(name):
            self.report("odd-norm-name", got["name"][1].place, name=name)
        return name

    def _whole(self, name: str, kind: NormKind, level: str, got: Got, place: Place) -> Norm | None:
        for key in DUE[kind]:
            if key not in got:
                self.report("missing-key", place, name=key, of=name)
        match, due = self._sought(kind, got)
        norm = Norm(
            name=name,
            kind=kind,
            level=level,  # type: ignore[arg-type]
            says=self._says(got),
            match=match,
            due=due,
            then=self._patterns(got["then"][1], "then") if "then" in got else (),
            within=self._whole_number(got, "within", 400),
            per=max(1, self._whole_number(got, "per", 1000)),
            above=(self.number(got["above"][1], "above") or 0) if "above" in got else 0,
            fix="fix" in got and self.flag(got["fix"][1], "fix"),
            open="open" in got and self.flag(got["open"][1], "open"),
            headings="headings" in got and self.flag(got["headings"][1], "headings"),
            since=self._whole_number(got, "since", 0),
            source=(self.text(got["source"][1], "source") or "") if "source" in got else "",
            why=(self.text(got["why"][1], "why") or "") if "why" in got else "",
            bad=self.texts(got["bad"][1], "bad") if "bad" in got else (),
            good=self.texts(got["good"][1], "good") if "good" in got else (),
            place=place,
        )
        self._mends(norm, got)
        return norm

    def _sought(self, kind: NormKind, got: Got) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is looked for, and of `replace` what should stand there instead."""
        if kind == "replace":
            return self._table(got["of"][1]) if "of" in got else ((), ())
        key = OF_KIND[kind][0]
        if key not in got:
            return (), ()
        if kind == "order":
            names = self.texts(got[key][1], key)
            for item in self._doubled(got[key][1]):
                self.report("named-twice", item.place, name=item.text)
            return names, ()
        found = self._patterns(got[key][1], key)
        if (kind == "agree" and len(found) < 2) and not is_empty(got[key][1]):
            self.report("one-form-only", got[key][1].place, name=key)
        return found, ()

    def _doubled(self, node: tree.Node) -> Iterator[Scalar]:
        seen: set[str] = set()
        for item in tree.each(node):
            if isinstance(item, Scalar):
                if item.text in seen:
                    yield item
                seen.add(item.text)

    def _table(self, node: tree.Node) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The patterns of `of`, and what should stand in the place of each."""
        match, due = [], []
        for key, value in self._pairs(node, "of"):
            instead = "" if is_empty(value) else self.text(value, key.text)
            if instead is not None and self._formed(key, "of"):
                match.append(key.text)
                due.append(instead)
        return tuple(match), tuple(due)

    def _patterns(self, node: tree.Node, name: str) -> tuple[str, ...]:
        """One pattern, or several in a list, as far as their form is one that takes no time."""
        found = []
        for item in tree.each(node):
            text = self.text(item, name)
            if text is None:
                if is_empty(item):
                    self.report("empty-text", item.place, name=name)
            elif isinstance(item, Scalar) and self._formed(item, name):
                found.append(text)
        return tuple(found)

    def _formed(self, node: Scalar, name: str) -> bool:
        self.patterns += 1
        if self.patterns > MOST_PATTERNS:
            if self.patterns == MOST_PATTERNS + 1:
                self.report("too-many-patterns", node.place, most=f"{MOST_PATTERNS:,}")
            return False
        if self.ours:
            return True
        fault = fault_of(node.text)
        if fault:
            self.report(fault.rule, place_in(node, fault.at), name=name)
        elif re.search(node.text, ""):
            self.report("pattern-finds-nothing", node.place, name=name)
        return fault is None

    def _says(self, got: Got) -> dict[str, str]:
        """What a norm says: a text, which holds for the language that it is in, or a map of languages."""
        if "says" not in got:
            return {}
        node = got["says"][1]
        if isinstance(node, Mapping) and {key.text for key, _ in node.entries} & set(LANGUAGES):
            told = self.entries(node, LANGUAGES, "says")
            return {name: text for name, (_, value) in told.items() if (text := self._said(value))}
        says = self._said(node)
        return dict.fromkeys(("zh",) if HAN.search(says) else LANGUAGES, says) if says else {}

    def _said(self, node: tree.Node) -> str:
        says = self.text(node, "says") or ""
        if re.search(r"[{}]", FACTS.sub("", says)):
            self.report("odd-braces", node.place, name="says")
        return says

    def _whole_number(self, got: Got, key: str, default: int) -> int:
        number = self.number(got[key][1], key) if key in got else None
        return default if number is None else int(number)

    def _mends(self, norm: Norm, got: Got) -> None:
        """Report a mend in which the same norm would find the same again."""
        if norm.fix and norm.kind == "replace" and not has_errors(self.problems):
            for (key, _), due in zip(self._pairs(got["of"][1], "of"), norm.due, strict=False):
                if any(re.search(pattern, due) for pattern in norm.match):
                    self.report("mend-is-found", key.place, name=due)
