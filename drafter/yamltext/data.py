"""Nodes as plain data: what a file says, whatever its layout; and where in it a thing stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from drafter.yamltext.tree import Mapping, Node, Scalar, Sequence

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""What a node holds; None is a value left empty."""
Step: TypeAlias = "str | int"
Path: TypeAlias = tuple[Step, ...]
"""Keys and numbers (from 0) that lead from the root to a value."""


def data(node: Node | None) -> Data:
    """What a node holds."""
    match node:
        case Sequence(items=items):
            return [data(item) for item in items]
        case Mapping(entries=entries):
            return {key.text: data(value) for key, value in entries}
        case Scalar(text=text, style=style):
            return None if not style and text in ("", "~", "null") else text
        case _:
            return None


def child(node: Node | None, step: Step) -> Node | None:
    """The value one step below a node, if there is one."""
    match node, step:
        case Mapping(), str():
            return node.get(step)
        case Sequence(items=items), int() if 0 <= step < len(items):
            return items[step]
        case _:
            return None


def at(node: Node | None, path: Path) -> Node | None:
    """The value that a path leads to, if there is one."""
    for step in path:
        node = child(node, step)
    return node


def path_of(slot: str) -> Path:
    """The path of a fact that is named as problems name it: 任务[2].举措[1]"""
    steps = re.findall(r"\[(\d+)\]|([^.\[\]]+)", slot)
    return tuple(int(number) - 1 if number else name for number, name in steps)


def children(node: Node | None) -> tuple[tuple[Step, Node], ...]:
    """The values one step below a node, each with its step."""
    match node:
        case Sequence(items=items):
            return tuple(enumerate(items))
        case Mapping(entries=entries):
            return tuple((key.text, value) for key, value in entries)
        case _:
            return ()


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """A node and all that is below it, in the order of the text, each with its path."""
    yield path, node
    for step, value in children(node):
        yield from walk(value, (*path, step))


def replaced(old: Data, path: Path, value: Data) -> Data:
    """The same data with another value at a path; a key that is new comes last."""
    if not path:
        return value
    step, *rest = path
    if isinstance(old, list) and isinstance(step, int):
        return [replaced(item, tuple(rest), value) if n == step else item for n, item in enumerate(old)]
    assert isinstance(old, dict) and isinstance(step, str)
    return {**old, step: replaced(old.get(step), tuple(rest), value)}


def assign(whole: Data, path: Path, value: Data) -> None:
    """Put a value at a path, in place: for data that nobody else holds."""
    for step in path[:-1]:
        whole = _below(whole, step)
    assert isinstance(whole, list | dict)
    whole[path[-1]] = value  # type: ignore[index]


def inserted(old: Data, path: Path, value: Data) -> Data:
    """The same data with one more item, which then stands at a path."""
    if len(path) > 1:
        return replaced(old, path[:1], inserted(_below(old, path[0]), path[1:], value))
    if isinstance(path[0], str):
        return replaced(old, path, value)
    assert isinstance(old, list)
    return [*old[: path[0]], value, *old[path[0] :]]


def removed(old: Data, path: Path) -> Data:
    """The same data without what stands at a path."""
    if len(path) > 1:
        return replaced(old, path[:1], removed(_below(old, path[0]), path[1:]))
    if isinstance(old, list):
        return [item for n, item in enumerate(old) if n != path[0]]
    assert isinstance(old, dict)
    return {key: item for key, item in old.items() if key != path[0]}


def renamed(old: Data, path: Path, key: str) -> Data:
    """The same data with another name for the key at a path."""
    if len(path) > 1:
        return replaced(old, path[:1], renamed(_below(old, path[0]), path[1:], key))
    assert isinstance(old, dict)
    return {key if name == path[0] else name: item for name, item in old.items()}


def _below(old: Data, step: Step) -> Data:
    if isinstance(old, list) and isinstance(step, int):
        return old[step]
    assert isinstance(old, dict) and isinstance(step, str)
    return old[step]
