"""Facts as a program gives them: a brief that has been read, whatever they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from pathlib import Path

from msgspec.structs import replace

from drafter.encoding import FORBIDDEN, one_line_end
from drafter.problem import InputError, Place, Problem, has_errors
from drafter.yamltext import tree
from drafter.yamltext.builder import DEEPEST
from drafter.yamltext.data import Data
from drafter.yamltext.parse import parse
from drafter.yamltext.tree import Document

GIVEN = "facts"
"""What facts that are no file are called in problems."""
Given = Mapping[str, object] | str | Path
"""Facts: values by slot, the text of a brief, or its file."""


def given_document(facts: object, blueprint: str | PathLike[str] = "") -> Document:
    """Facts that are no file, as one, with the blueprint if they name none; raises TypeError for what no fact can be."""
    match facts:
        case str():
            if facts.endswith((".yaml", ".yml")) and "\n" not in facts:
                raise TypeError(f"a str is the text of a brief; give its file as pathlib.Path({facts!r})")
            return naming(parse(one_line_end(facts.removeprefix("\ufeff")), GIVEN), blueprint)
        case Mapping():
            from drafter.notation.write import data_text

            named = {"blueprint": fspath(blueprint), **facts} if blueprint else facts
            return parse(data_text(_map(named, 0)), GIVEN)
        case _:
            raise TypeError(f"facts are a map, the text of a brief or a pathlib.Path, not {_kind(facts)}")


def naming(doc: Document, blueprint: str | PathLike[str]) -> Document:
    """The brief with the blueprint, if it names none; what stands in it keeps its place."""
    if not blueprint:
        return doc
    root, name = doc.root, fspath(blueprint)
    if root is None and not has_errors(doc.problems):
        text = doc.text if not doc.text or doc.text.endswith("\n") else f"{doc.text}\n"
        return _with(doc, parse(f"{text}{_line(name)}", doc.file))
    if not isinstance(root, tree.Mapping) or root.get("blueprint") is not None:
        return doc
    if has_errors(doc.problems):  # no draft will be made of it
        line = parse(_line(name), doc.file).root
        assert isinstance(line, tree.Mapping)
        return replace(doc, root=replace(root, entries=(*root.entries, *line.entries)))
    from drafter.yamltext.splice import put

    return _with(doc, put(doc, ("blueprint",), name))


def _with(doc: Document, new: Document) -> Document:
    """The new document, with what was told of the old one."""
    return replace(new, problems=doc.problems)


def _line(name: str) -> str:
    from drafter.notation.write import data_text

    return data_text({"blueprint": _text(name)})


def typed(value: object, depth: int = 0) -> Data:
    """A value of a program, as a person would type it into a brief."""
    match value:
        case None:
            return None
        case str():
            return _text(value)
        case bool():
            return "true" if value else "false"
        case Mapping():
            return _map(value, depth)
        case Iterable() if not isinstance(value, bytes | bytearray | memoryview):
            return [typed(item, _deeper(depth)) for item in value]
        case _:
            return _plain(value)


def _map(value: Mapping[object, object], depth: int) -> dict[str, Data]:
    inner = _deeper(depth)
    odd = next((key for key in value if not isinstance(key, str)), None)
    if odd is not None or None in value:
        raise TypeError(f"the name of a slot or a field is a str, not {_kind(odd)}: {odd!r}")
    return {_text(str(key)): typed(item, inner) for key, item in value.items()}


def _deeper(depth: int) -> int:
    """One level more; raises InputError where a list holds itself, or might as well."""
    if depth > DEEPEST:
        raise InputError([Problem("too-deep", Place(GIVEN), {"most": str(DEEPEST)})])
    return depth + 1


def _text(text: str) -> str:
    """A text with its line ends made one; raises InputError for a character that no document can hold."""
    text = one_line_end(text)
    if odd := FORBIDDEN.search(text):
        raise InputError([Problem("illegal-character", Place(GIVEN), {"code": f"U+{ord(odd[0]):04X}"})])
    return text


def _plain(value: object) -> str:
    """A number or a time as it is written; anything else has no words that a speech could say."""
    from datetime import date, datetime, time
    from decimal import Decimal
    from numbers import Real

    if isinstance(value, datetime) and value.time() == time.min:  # what spreadsheets have for a date
        return value.date().isoformat()
    if not isinstance(value, Real | Decimal | date | time):
        raise TypeError(f"a fact is a text, a number, a date, a bool, a list or a map, not {_kind(value)}")
    try:
        return str(value)
    except ValueError as error:  # more digits than Python writes
        raise TypeError("a fact is a number that can be said, not one of thousands of digits") from error


def _kind(value: object) -> str:
    return type(value).__name__
