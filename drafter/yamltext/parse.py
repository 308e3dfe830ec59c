"""Text → Document. libyaml's events, guarded before anything is built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from yaml import events, tokens

from drafter.encoding import FORBIDDEN
from drafter.problem import MOST_TOLD, Place, Problem, counted, has_errors
from drafter.yamltext import hints
from drafter.yamltext.align import unfolded_as_typed
from drafter.yamltext.tree import Document, Mapping, Node, Scalar, Sequence

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
LONGEST_REPAIRED = 100_000
"""Characters of a text that is read anew after every repair."""
MOST_REPAIRS = 20
"""Lines with syntax errors reported in one run."""


class _Stop(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse(text: str, file: str, problems: Iterable[Problem] = ()) -> Document:
    """The document in `text`, in which `problems` were found before, with everything that is wrong with its YAML.

    After a line that YAML cannot read, the rest is read as if that line's value were empty, so that
    one run reports every such line.
    """
    root, found = _parsed(text, file)
    return Document(text, file, root, (*problems, *found))


def _parsed(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    problems = list(counted(hints.before_parsing(text, file), MOST_TOLD))
    if has_errors(problems):
        return None, tuple(problems)
    patched = text
    for _ in range(MOST_REPAIRS if len(text) <= LONGEST_REPAIRED else 2):
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
        self.next = Parser(text).get_event
        self.may_be_cut = re.search(r"[^\S\n]#[^\s#]", text) is not None

    def document(self) -> Node | None:
        """The only document."""
        root = None
        while (event := self.next()) is not None and not isinstance(event, events.StreamEndEvent):
            if isinstance(event, events.DocumentStartEvent):
                if root is not None:
                    raise _Stop(Problem("two-documents", self._place(event)))
                root = self._node(self.next(), 0)
        return root

    def _place(self, event: Any) -> Place:
        """Where an event begins; a mark past the last line is the end of the last line."""
        mark = event.start_mark
        line, column = mark.line, mark.column
        if line >= len(self.lines):
            line = len(self.lines) - 1
        width = len(self.lines[line])
        return Place(self.file, line + 1, (column if column < width else width) + 1)

    def _node(self, event: Any, depth: int) -> Node:
        self.count += 1
        here = self._place(event)
        if self.count > MOST_NODES:
            raise _Stop(Problem("too-many-nodes", here, {"most": f"{MOST_NODES:,}"}))
        if depth > DEEPEST:
            raise _Stop(Problem("too-deep", here, {"most": str(DEEPEST)}))
        kind = type(event)
        if kind is events.AliasEvent or event.anchor or event.tag:
            raise _Stop(self._special(event, here))
        if kind is events.ScalarEvent:
            return self._scalar(event, here)
        if kind is events.MappingStartEvent:
            return self._mapping(event, here, depth)
        items: list[Node] = []
        while type(inner := self.next()) is not events.SequenceEndEvent:
            items.append(self._node(inner, depth + 1))
        return Sequence(tuple(items), here, *_extent(event, inner, items[-1:]))

    def _mapping(self, event: Any, here: Place, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while (kind := type(inner := self.next())) is not events.MappingEndEvent:
            if kind is not events.ScalarEvent:
                start = self._place(inner)
                rule = hints.rule_for_odd_key(self.lines[start.line - 1], start.column - 1)
                raise _Stop(Problem(rule, start))
            key = self._node(inner, depth + 1)
            assert isinstance(key, Scalar)
            value = self._node(self.next(), depth + 1)
            if key.text == "<<":
                raise _Stop(Problem("no-merge-keys", key.place))
            if key.text in entries:
                first = str(entries[key.text][0].place.line)
                self.problems.append(Problem("duplicate-key", key.place, {"name": key.text, "first": first}))
                continue
            entries[key.text] = (key, value)
        done = tuple(entries.values())
        return Mapping(done, here, *_extent(event, inner, [value for _, value in done[-1:]]))

    def _special(self, event: Any, here: Place) -> Problem:
        """An anchor, an alias or a tag, or a text that was taken for one."""
        line = self.lines[here.line - 1]
        if isinstance(event, events.AliasEvent):
            return hints.special_mark("*", line, here, "alias")
        return (
            hints.special_mark("&", line, here, "alias") if event.anchor else hints.special_mark("!", line, here, "tag")
        )

    def _scalar(self, event: Any, here: Place) -> Scalar:
        text, style, mark = event.value, event.style or "", event.end_mark
        start, end = event.start_mark.index, mark.index
        if style == '"':
            text = self._without_illegal(text, here)
        source = ""
        if mark.line >= here.line and style != "|" and self.text.find("\n", start, end) >= 0:
            text = self._unfolded(text, style, start, end, here)
            source = self.text[start:end] if end - start <= LONGEST_FOLDED else ""
        if self.may_be_cut and not style and (found := hints.COMMENT.match(self.text, end)):
            hash = Place(self.file, mark.line + 1, mark.column + found.end() - end)
            self.problems.append(hints.cut_at_hash(hash))
        if style in ("|", ">"):
            return Scalar(text, here, style, start, end, *self._block(here.line), source)
        return Scalar(text, here, style, start, end, 0, 0, source)

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


def _extent(start: Any, end: Any, last: list[Node]) -> tuple[int, int, bool]:
    """Where a list or a map begins and ends, and whether it stands in brackets."""
    flow = bool(start.flow_style)
    return start.start_mark.index, end.end_mark.index if flow or not last else last[0].end, flow
