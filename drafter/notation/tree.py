"""Text → nodes with marks. libyaml's events, guarded before anything is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import yaml
from yaml import events, tokens

from drafter.encoding import FORBIDDEN
from drafter.notation import hints
from drafter.problem import Place, Problem

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
MOST_REPAIRS = 20
"""Lines with syntax errors reported in one run."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed; its kind is for the slot to say."""

    text: str
    place: Place
    style: str
    """`''` plain, `'` or `"` quoted, `|` or `>` block."""
    start: int
    """Offset of its first character in the file."""
    end: int
    """Offset after its last character."""
    indent: int = 0
    """Columns before the text of a block."""
    starts: int = 0
    """The line on which a block's text begins."""
    source: str = ""
    """The text as typed, if it is folded: its lines are not those of the file."""

    def at(self, offset: int) -> Place:
        """Where the character of `text` at `offset` stands in the file."""
        if self.source:
            from drafter.notation.align import aligned

            spots = aligned(self.source, self) or [(0, 0)]
            spot = spots[offset][0] if offset < len(spots) else spots[-1][1]
            line, column = self.source.count("\n", 0, spot), spot - self.source.rfind("\n", 0, spot)
            return Place(self.place.file, self.place.line + line, column if line else self.place.column + spot)
        line = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1)
        if self.style in ("|", ">"):
            return Place(self.place.file, self.starts + line, self.indent + column + 1)
        if line:
            return Place(self.place.file, self.place.line + line, 1)
        return Place(self.place.file, self.place.line, self.place.column + column + (self.style in ("'", '"')))


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place
    start: int = 0
    """Offset of its first character in the file."""
    end: int = 0
    """Offset after its last character; blanks and comments that follow a block are not counted."""
    flow: bool = False
    """Written in brackets."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in order; a key stands once."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place
    start: int = 0
    """Offset of its first character in the file."""
    end: int = 0
    """Offset after its last character; blanks and comments that follow a block are not counted."""
    flow: bool = False
    """Written in brackets."""

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


class _Stop(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


@lru_cache(maxsize=4)  # a check reads a file once for what it means, and once for where its words stand
def parse(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The document in `text`, or None where there is none, and everything that is wrong with its YAML.

    After a line that YAML cannot read, the rest is read as if that line's value were empty, so that
    one run reports every such line.
    """
    problems = list(hints.before_parsing(text, file))
    if any(p.severity == "error" for p in problems):
        return None, tuple(problems)
    patched = text
    for _ in range(MOST_REPAIRS):
        builder = _Builder(patched, file)
        try:
            root = builder.document()
        except _Stop as stop:
            problems += [*builder.problems, stop.problem]
            repaired = hints.blanked(patched, stop.problem.place.line - 1)
            if stop.problem.rule not in hints.REPAIRABLE or repaired == patched:
                return None, tuple(problems)
            patched = repaired
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line if mark else 0
            context = error.context_mark.line if error.context_mark else line
            found, line = hints.for_syntax_error(patched, line, context, error.problem or "", file)
            problems.append(found)
            repaired = hints.blanked(patched, line)
            if repaired == patched:
                return None, tuple(problems)
            patched = repaired
        except yaml.YAMLError as error:
            return None, (*problems, Problem("yaml-syntax", Place(file), {"reason": str(error).splitlines()[0]}))
        else:
            return root, (*problems, *builder.problems)
    return None, tuple(problems)


def scan(text: str) -> Iterator[tuple[tokens.Token, int, int]]:
    """The tokens of a text that can be read, each with the stretch that it takes."""
    parser = Parser(text)
    while (token := parser.get_token()) is not None and not isinstance(token, tokens.StreamEndToken):
        yield token, token.start_mark.index, token.end_mark.index


class _Builder:
    """Events → nodes, bounded in depth and number."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.file = file
        self.count = 0
        self.problems: list[Problem] = []
        self.events = self._events()

    def document(self) -> Node | None:
        """The only document."""
        root = None
        for event in self.events:
            if isinstance(event, events.DocumentStartEvent):
                if root is not None:
                    raise _Stop(self._problem("two-documents", event))
                root = self._node(next(self.events), 0)
        return root

    def _events(self) -> Iterator[events.Event]:
        parser = Parser(self.text)
        while True:
            event = parser.get_event()
            if event is None:
                return
            yield event
            if isinstance(event, events.StreamEndEvent):
                return

    def _problem(self, rule: str, event: events.Event, **facts: str) -> Problem:
        return Problem(rule, self._start(event), facts)

    def _start(self, event: events.Event) -> Place:
        assert event.start_mark is not None
        return self._place(event.start_mark.line, event.start_mark.column)

    def _place(self, line: int, column: int) -> Place:
        """A mark as a place; one past the last line is the last line."""
        line = min(line, len(self.lines) - 1)
        return Place(self.file, line + 1, min(column, len(self.lines[line])) + 1)

    def _node(self, event: events.Event, depth: int) -> Node:
        self.count += 1
        if self.count > MOST_NODES:
            raise _Stop(self._problem("too-many-nodes", event, most=f"{MOST_NODES:,}"))
        if depth > DEEPEST:
            raise _Stop(self._problem("too-deep", event, most=str(DEEPEST)))
        here = self._start(event)
        line = self.lines[here.line - 1]
        if isinstance(event, events.AliasEvent):
            raise _Stop(hints.special_mark("*", line, here, "alias"))
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            raise _Stop(hints.special_mark("&", line, here, "alias"))
        if tag:
            raise _Stop(hints.special_mark("!", line, here, "tag"))
        match event:
            case events.ScalarEvent():
                return self._scalar(event, here)
            case events.SequenceStartEvent():
                items: list[Node] = []
                while not isinstance(inner := next(self.events), events.SequenceEndEvent):
                    items.append(self._node(inner, depth + 1))
                return Sequence(tuple(items), here, *self._extent(event, inner, items[-1:]))
            case _:
                assert isinstance(event, events.MappingStartEvent)
                entries, last = self._entries(depth)
                return Mapping(entries, here, *self._extent(event, last, [value for _, value in entries[-1:]]))

    def _extent(self, start: events.CollectionStartEvent, end: events.Event, last: list[Node]) -> tuple[int, int, bool]:
        """Where a list or a map begins and ends, and whether it stands in brackets."""
        assert start.start_mark is not None
        assert end.end_mark is not None
        flow = bool(start.flow_style)
        return start.start_mark.index, end.end_mark.index if flow or not last else last[0].end, flow

    def _entries(self, depth: int) -> tuple[tuple[tuple[Scalar, Node], ...], events.Event]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(inner := next(self.events), events.MappingEndEvent):
            if not isinstance(inner, events.ScalarEvent):
                here = self._start(inner)
                rule = hints.rule_for_odd_key(self.lines[here.line - 1], here.column - 1)
                raise _Stop(self._problem(rule, inner))
            key = self._node(inner, depth + 1)
            assert isinstance(key, Scalar)
            value = self._node(next(self.events), depth + 1)
            if key.text == "<<":
                raise _Stop(Problem("no-merge-keys", key.place))
            if key.text in entries:
                first = str(entries[key.text][0].place.line)
                self.problems.append(Problem("duplicate-key", key.place, {"name": key.text, "first": first}))
                continue
            entries[key.text] = (key, value)
        return tuple(entries.values()), inner

    def _scalar(self, event: events.ScalarEvent, here: Place) -> Scalar:
        text, style = event.value, event.style or ""
        assert event.start_mark is not None
        assert event.end_mark is not None
        start, end = event.start_mark.index, event.end_mark.index
        odd = ESCAPED.search(text)
        if odd:  # written as an escape: the text itself was looked at before parsing
            self.problems.append(Problem("illegal-character", here, {"code": f"U+{ord(odd[0]):04X}"}))
            text = ESCAPED.sub("", text)
        if not style:
            self.problems += hints.after_scalar(self.text, end, here)
        source = self.text[start:end] if style != "|" and end - start <= LONGEST_FOLDED else ""
        indent = starts = 0
        if style in ("|", ">"):
            starts = here.line + 1
            while starts <= len(self.lines) and not self.lines[starts - 1].strip():
                starts += 1
            body = self.lines[starts - 1] if starts <= len(self.lines) else ""
            indent = len(body) - len(body.lstrip(" "))
            if starts > len(self.lines):
                starts = here.line
        scalar = Scalar(text, here, style, start, end, indent, starts, source if "\n" in source else "")
        if style == "|" or "\n" not in self.text[start:end] or not hints.FOLD.search(text):
            return scalar
        from drafter.notation.align import unfolded

        return replace(scalar, text=unfolded(self.text[start:end], scalar))


def is_empty(node: Node) -> bool:
    """Nothing typed, or nothing but blanks and `~`."""
    return isinstance(node, Scalar) and (not node.text.strip() or (not node.style and node.text in ("~", "null")))


def plain_key(text: str) -> bool:
    """A key that prose can name."""
    return bool(re.fullmatch(r"[^\W\d]\w*", text)) and text not in _RESERVED


_RESERVED = frozenset("and or not in is if else true false none True False None emphases item".split())
