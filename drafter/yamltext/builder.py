"""libyaml's events → nodes, guarded before anything is built; what reads otherwise than it was meant stops the reading."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace
from yaml import events

from drafter.encoding import FORBIDDEN
from drafter.problem import Place, Problem
from drafter.yamltext import hints
from drafter.yamltext.align import unfolded_as_typed
from drafter.yamltext.repairs import Repairs
from drafter.yamltext.seen import seen
from drafter.yamltext.slip import BRACKETS, COLONS, FIRST, Slip
from drafter.yamltext.tree import Mapping, Node, Scalar, Sequence

try:
    from yaml._yaml import CParser as Parser
except ImportError:  # a PyYAML built without libyaml: slower, same events
    from yaml.parser import Parser as _Pure
    from yaml.reader import Reader
    from yaml.resolver import BaseResolver
    from yaml.scanner import Scanner

    class Parser(Reader, Scanner, _Pure, BaseResolver):  # type: ignore[no-redef]
        """Reader, scanner and parser in one, as PyYAML's loaders put them together."""

        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            _Pure.__init__(self)


ESCAPED = re.compile(f"{FORBIDDEN.pattern}|\r")
"""What no text may hold; the ends of the lines of a file are made one before it is parsed."""
DEEPEST = 30
"""Levels of nesting; a person's brief has three."""
MOST_NODES = 50_000
LONGEST_FOLDED = 20_000
"""Characters of a folded text in which every place can be told; a whole speech has some five thousand."""


def parser(text: str) -> Parser:
    """What gives the tokens or the events of a text."""
    return Parser(text)


ANY_COLONS = frozenset(":" + COLONS)


class Stop(Exception):
    """A slip after which the file must be read anew."""

    def __init__(self, slip: Slip) -> None:
        self.slip = slip


class Builder:
    """Events → nodes, bounded in depth and number."""

    def __init__(self, repairs: Repairs) -> None:
        self.text = text = repairs.text
        self.lines = repairs.lines
        self.repairs = repairs
        self.file = repairs.file
        self.count = 0
        self.problems: list[Problem] = []
        self.next = parser(text).get_event
        self.moved = self.repairs.moved
        self.may_be_cut = re.search(r"[^\S\n](?:#[^\s#]|＃)", text) is not None

    def document(self) -> Node | None:
        """The only document."""
        root = None
        while (event := self.next()) is not None and not isinstance(event, events.StreamEndEvent):
            if isinstance(event, events.DocumentStartEvent):
                if root is not None:
                    raise Stop(self._slip("two-documents", event))
                root = self._node(self.next(), 0)
        return root

    def _place(self, event: Any) -> Place:
        """Where an event begins; a mark past the last line is the end of the last line."""
        mark = event.start_mark
        line, column = mark.line, mark.column
        if line >= len(self.lines):
            line = len(self.lines) - 1
        width = len(self.lines[line])
        column = column if column < width else width
        return Place(self.file, line + 1, (self.repairs.column(line, column) if self.moved else column) + 1)

    def _spot(self, event: Any) -> tuple[int, int]:
        """The line and the column at which an event begins in the text as it is mended, from 0; a lone CR ends no line of ours."""
        line = min(event.start_mark.line, len(self.lines) - 1)
        return line, min(event.start_mark.column, len(self.lines[line]))

    def _slip(self, rule: str, event: Any, **facts: str) -> Slip:
        """What stops the reading where an event begins."""
        return Slip(rule, *self._spot(event), facts)

    def _node(self, event: Any, depth: int) -> Node:
        self.count += 1
        here = self._place(event)
        if self.count > MOST_NODES:
            raise Stop(self._slip("too-many-nodes", event, most=f"{MOST_NODES:,}"))
        if depth > DEEPEST:
            raise Stop(self._slip("too-deep", event, most=str(DEEPEST)))
        kind = type(event)
        if kind is events.AliasEvent or event.anchor or event.tag:
            raise Stop(self._special(event))
        if kind is events.ScalarEvent:
            return self._scalar(event, here)
        if kind is events.MappingStartEvent:
            return self._mapping(event, here, depth)
        items: list[Node] = []
        while type(inner := self.next()) is not events.SequenceEndEvent:
            items.append(self._node(inner, depth + 1))
            if len(items) > 1 and event.flow_style:
                self._cut_between(items[-2], items[-1])
        return Sequence(tuple(items), here, *self._extent(event, inner, items[-1:]))

    def _mapping(self, event: Any, here: Place, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while (kind := type(inner := self.next())) is not events.MappingEndEvent:
            if kind is not events.ScalarEvent:
                raise Stop(self._odd_key(inner))
            key = self._key(inner, depth + 1)
            value = self._node(self.next(), depth + 1)
            if event.flow_style and value.start == key.end and isinstance(value, Scalar) and not value.text:
                self._cut_off(key, self._spot(inner)[0])
            if key.text == "<<":
                raise Stop(self._slip("no-merge-keys", inner))
            if key.text in entries:
                first = str(entries[key.text][0].place.line)
                self.problems.append(Problem("duplicate-key", key.place, {"name": key.text, "first": first}))
                continue
            entries[key.text] = (key, value)
        done = tuple(entries.values())
        return Mapping(done, here, *self._extent(event, inner, [value for _, value in done[-1:]]))

    def _key(self, event: Any, depth: int) -> Scalar:
        """A key, without what is not seen in it; one that begins like an item was meant as one."""
        first = "" if event.style else event.value[:1]
        wide = not event.style and not ANY_COLONS.isdisjoint(event.value)
        if wide or first in BRACKETS or first in FIRST:
            from drafter.yamltext.slips import colon_slip, dash_slip, slip_of

            line, column = self._spot(event)
            own = not self.lines[line][:column].strip(" -")
            self._looked_at(dash_slip(self.lines[line], line, number=True) if own else None)
            self._looked_at(colon_slip(self.lines[line], line, in_key=True) if own and wide else None)
            self._looked_at(slip_of(self.lines, line) if first in BRACKETS else None)
        key = self._node(event, depth)
        assert isinstance(key, Scalar)
        return key if event.style or key.text.isalnum() else replace(key, text=seen(key.text))

    def _extent(self, start: Any, end: Any, last: list[Node]) -> tuple[int, int, bool]:
        """Where a list or a map begins and ends, and whether it stands in brackets."""
        flow, own = bool(start.flow_style), self.repairs.offset if self.moved else int
        return own(start.start_mark.index), own(end.end_mark.index) if flow or not last else last[0].end, flow

    def _odd_key(self, event: Any) -> Slip:
        """A list or a map where a key is due; braces at the beginning of a value are mended by quotation marks."""
        from drafter.yamltext.slips import slip_of

        line, column = self._spot(event)
        slip = self._slip(hints.rule_for_odd_key(self.lines[line], column), event)
        found = slip_of(self.lines, line) if slip.rule == "quote-braces" else None
        whole = found and found.rule == "quote-text" and found.column == column - 1
        return replace(slip, start=found.start, end=found.end, text=found.text) if found and whole else slip

    def _cut_off(self, key: Scalar, line: int) -> None:
        """A key in brackets without a value: its colon, or the comma before it, may be full-width."""
        from drafter.yamltext.slips import slip_of

        found = slip_of(self.lines, line) if any(mark in key.text for mark in COLONS) else None
        self._looked_at(found if found and found.rule in ("wide-colon", "wide-comma-in-map") else None)

    def _special(self, event: Any) -> Slip:
        """An anchor, an alias or a tag, or a text that was taken for one."""
        from drafter.yamltext.slips import slip_of

        mark, kind = ("*" if isinstance(event, events.AliasEvent) else "&", "alias")
        if not isinstance(event, events.AliasEvent) and not event.anchor:
            mark, kind = "!", "tag"
        line, column = self._spot(event)
        rule = hints.special_mark(mark, self.lines[line], column, kind)
        found = slip_of(self.lines, line) if rule == "quote-text" else None
        return found if found and found.rule == rule else self._slip(rule, event, why=mark)

    def _looked_at(self, slip: Slip | None) -> None:
        """Stop at a slip, if there is one."""
        if slip:
            raise Stop(slip)

    def _scalar(self, event: Any, here: Place) -> Scalar:
        text, style, mark = event.value, event.style or "", event.end_mark
        start, end = event.start_mark.index, mark.index
        if style == '"':
            text = self._without_illegal(text, here)
        source = ""
        if mark.line >= here.line and style != "|" and self.text.find("\n", start, end) >= 0:
            text = self._unfolded(text, style, start, end, here)
            source = self.text[start:end] if end - start <= LONGEST_FOLDED else ""
        if not style:
            if text[:1] in FIRST or mark.line >= here.line or self.may_be_cut:
                self._plain(text, event)
        elif source and style in ("'", '"'):
            self._over_lines(style, event)
        if self.moved:
            start, end = self.repairs.offset(start), self.repairs.offset(end)
        block = self._block(here.line) if style in ("|", ">") else (0, 0)
        return Scalar(text, here, style, start, end, *block, source)

    def _plain(self, text: str, event: Any) -> None:
        """What is odd about a text without quotation marks: a mark that was meant to begin an item or a comment."""
        from drafter.yamltext.slips import dash_slip, swallowed_item
        from drafter.yamltext.value import ITEM

        (first, column), end = self._spot(event), event.end_mark
        last = min(end.line, len(self.lines) - 1)
        if found := hints.COMMENT.match(self.text, end.index):
            hash = self.repairs.column(end.line, end.column + found.end() - end.index - 1)
            self.problems.append(hints.cut_at_hash(Place(self.file, end.line + 1, hash + 1)))
        if text[:1] in FIRST and not self.lines[first][:column].strip():
            self._looked_at(dash_slip(self.lines[first], first))
        if last > first and ITEM.match(self.lines[first]):
            for line in range(first + 1, last + 1):
                self._looked_at(swallowed_item(self.lines, first, line))
        for line in range(first, last + 1) if "＃" in text else ():
            if found := re.search("[ \t\u3000]＃", self.lines[line]):
                place = Place(self.file, line + 1, self.repairs.column(line, found.end() - 1) + 1)
                self.problems.append(Problem("wide-hash", place, severity="warning"))

    def _over_lines(self, quote: str, event: Any) -> None:
        """A text in quotation marks that has swallowed the entry after it."""
        from drafter.yamltext.value import ENTRY

        (first, column), last = self._spot(event), min(event.end_mark.line, len(self.lines) - 1)
        if any(line[:1].strip() and ENTRY.match(line) for line in self.lines[first + 1 : last + 1]):
            self._looked_at(Slip("unclosed-quotes", first, column, {"mark": quote}))

    def _cut_between(self, before: Node, after: Node) -> None:
        """A comma inside a figure, or inside a text in marks of Chinese, parts in brackets what nobody wants parted."""
        if not isinstance(before, Scalar) or not isinstance(after, Scalar) or before.style or after.style:
            return
        cut = before.end + 1 == after.start and after.text[:1].isdigit()
        if cut and (figure := hints.figure(before.text, after.text)):
            place = Place(self.file, before.place.line, before.place.column + before.end - before.start)
            self.problems.append(Problem("cut-in-figure", place, {"figure": figure}))
        elif not hints.PAIRS.keys().isdisjoint(before.text) and (mark := hints.held_apart(before.text, after.text)):
            self.problems.append(Problem("wide-quotes", before.place, {"mark": mark}))

    def _unfolded(self, text: str, style: str, start: int, end: int, here: Place) -> str:
        """The text of several lines without the blanks at their ends that Chinese does not have."""
        source = self.text[start:end]
        if "\\" not in source and next(hints.folds(source), None) is None:
            return hints.unfolded(text)
        indent = self._block(here.line)[0] if style == ">" else 0
        return unfolded_as_typed(source, Scalar(text, here, style, start, end, indent))

    def _without_illegal(self, text: str, here: Place) -> str:
        """The text without what a document cannot hold; only an escape can bring that in, as all lines were looked at."""
        odd = ESCAPED.search(text)
        if not odd:
            return text
        self.problems.append(Problem("illegal-character", here, {"code": f"U+{ord(odd[0]):04X}"}))
        return ESCAPED.sub("", text)

    def _block(self, line: int) -> tuple[int, int]:
        """How far the text of a block that is announced on `line` is indented, and the line on which it begins."""
        starts = line + 1
        while starts <= len(self.lines) and not self.lines[starts - 1].strip():
            starts += 1
        if starts > len(self.lines):
            return 0, line
        body = self.lines[starts - 1]
        return len(body) - len(body.lstrip(" ")), starts
