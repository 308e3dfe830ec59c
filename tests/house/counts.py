"""The house in figures: rooms, arrows between them, circles, large files and long functions; `python -m tests.house.counts [FOLDER]`."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[2]
LARGE = 300
"""Lines of a file."""
LONG = 30
"""Lines of a function."""


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever the import stands, but for checkers alone."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def files(package: Path) -> dict[str, Path]:
    """The files of a package by the names of their modules."""
    return {
        ".".join(("drafter", *path.relative_to(package).with_suffix("").parts)).removesuffix(".__init__"): path
        for path in sorted(package.rglob("*.py"))
    }


@cache
def arrows(package: Path) -> dict[str, set[str]]:
    """For each module those that it imports."""
    known = files(package)
    met: dict[str, set[str]] = {name: set() for name in known}
    for name, path in known.items():
        for one in imports(path):  # a module, or a name in one
            met[name].add(one if one in known else one.rpartition(".")[0])
    return {name: {one for one in others if one in known} - {name, "drafter"} for name, others in met.items()}


def room(module: str) -> str:
    """The room of a module: its first name below `drafter`."""
    return module.split(".")[1] if "." in module else "drafter"


def circle(graph: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Names that need one another in a ring, if there are such."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def long_functions(path: Path) -> Iterator[str]:
    """Functions that are longer than they should be."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > LONG:
            yield f"{path.name}: {node.name}"


def counts(package: Path, floor: Mapping[str, int]) -> dict[str, int]:
    """The figures; `floor` tells how high each room lies."""
    graph = arrows(package)
    between = {(room(one), room(other)) for one, others in graph.items() for other in others}
    between = {
        (one, other) for one, other in between if one != other and {one, other}.isdisjoint(("drafter", "__main__"))
    }
    rooms: dict[str, set[str]] = {}
    for one, other in between:
        rooms.setdefault(one, set()).add(other)
    every = list(files(package).values())
    return {
        "rooms": len({room(name) for name in graph} - {"drafter", "__main__"}),
        "arrows": len(between),
        "arrows up": sum(floor.get(one, 0) <= floor.get(other, 0) for one, other in between),
        "circles of rooms": int(bool(circle(rooms))),
        "circles of files": int(bool(circle(graph))),
        f"files over {LARGE} lines": sum(path.read_text("utf-8").count("\n") > LARGE for path in every),
        f"functions over {LONG} lines": sum(1 for path in every for _ in long_functions(path)),
    }


if __name__ == "__main__":
    from tests.house.test_imports import FLOOR

    for name, count in counts(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "drafter", FLOOR).items():
        print(f"{name:<24}{count:>6}")
