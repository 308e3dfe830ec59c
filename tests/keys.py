"""docs/keys.md: every key of every file in the words of the schemas; and these words, for the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.desk.library import Library
from drafter.model.blueprint import Blueprint
from drafter.schema import FIXED, Schema, settings

HEAD = """# Every key

Made by `make accept` from the schemas, which take these sentences from under the fields of `drafter/model`: an editor shows
the same ones ([editor.md](editor.md)). What they mean together is told in [language.md](language.md).
"""


def sentences() -> list[str]:
    """Every sentence that the schemas say in the reader's language, once."""
    found: dict[str, None] = {}

    def note(text: str) -> str:
        found[text] = None
        return text

    for make in FIXED.values():
        make(note)
    settings(any_blueprint(), note)
    return list(found)


def any_blueprint() -> Blueprint:
    """A blueprint, where it does not matter which."""
    blueprint, _ = Library().blueprint("kick-off")
    assert blueprint is not None
    return blueprint


def page() -> str:
    """A table for every map whose keys are ours."""
    blueprint, style, pack, checks = (FIXED[kind](str) for kind in ("blueprint", "style", "pack", "checks"))
    tables = {
        "A blueprint": blueprint,
        "Its `occasion`": blueprint["properties"]["occasion"],
        "Its `speech`": blueprint["properties"]["speech"],
        "A slot": blueprint["definitions"]["slot"],
        "A node": blueprint["definitions"]["node"],
        "One of `insert`": blueprint["properties"]["insert"]["items"],
        "A fragment": FIXED["fragment"](str),
        "A pack": pack,
        "A file of checks": checks,
        "One of its `checks`": checks["properties"]["checks"]["items"],
        "A style": style,
        "Its `page`": style["properties"]["page"],
        "Its `grid`": style["properties"]["grid"],
        "Its `reading`": style["properties"]["reading"],
        "One of its `roles`": style["properties"]["roles"]["properties"]["body"],
        "A brief, besides the blueprint's slots": {"properties": settings(any_blueprint(), str)},
        "One of a brief's `insert`": settings(any_blueprint(), str)["insert"]["items"],
    }
    return "\n".join([HEAD, *(f"## {title}\n\n{table(schema)}" for title, schema in tables.items())])


def table(schema: Schema) -> str:
    """The keys of a map, with what they mean and the words that may stand there."""
    rows = [f"| `{key}` | {about['description']} | {words(about)} |" for key, about in schema["properties"].items()]
    return "\n".join(["| key | what it is | one of |", "|---|---|---|", *rows]) + "\n"


def words(schema: Schema) -> str:
    """The words offered for a key, unless they are many."""
    found = list(offered(schema))
    return " ".join(f"`{word}`" for word in found) if 1 < len(found) < 8 else ""


def offered(schema: Any) -> Iterator[str]:
    """What an editor proposes for a value."""
    yield from (str(value).lower() if isinstance(value, bool) else str(value) for value in schema.get("enum", ()))
    for part in ("anyOf", "oneOf"):
        for inner in schema.get(part, ()):
            yield from offered(inner)
