"""What lies beside a file for editors: the schema of what may stand in it, and the first line that names it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from drafter.desk.library import Library
from drafter.desk.replace import replace_file
from drafter.desk.shelf import inside
from drafter.model.blueprint import Blueprint
from drafter.notation.blueprint import read_blueprint
from drafter.problem import OutputError, Place, Problem
from drafter.schema import FIXED, MADE, Fixed, as_text, brief_schema, spoken
from drafter.sentences.system import NO_FILE, why
from drafter.yamltext.parse import parse

FOLDER = ".drafter"
DEVICES = ("/dev", "/dev/fd", "/proc/self/fd")
LOOKED_AT = 400
"""Bytes of a file that tell whether it is ours."""


def brief_line(blueprint: str) -> str:
    """The first line of a brief, which names the schema beside it."""
    return _line(_file_of(blueprint))


def schema_line(kind: Fixed) -> str:
    """The first line of a blueprint, fragment, pack or style, which names the schema beside it."""
    return _line(_file(kind))


def schema_of(kind: Fixed, translate: Callable[[str], str]) -> str:
    """The schema of a kind of file, as JSON, in the words of a language."""
    return as_text(FIXED[kind](translate))


def schema_of_briefs(name: str, library: Library) -> str:
    """The schema of a blueprint's briefs, as JSON; raises InputError."""
    return as_text(brief_schema(library.named(name)))


def keep_brief_schema(folder: Path, blueprint: Blueprint) -> None:
    """Have the schema of the blueprint's briefs lie below a folder, as it is now; raises OutputError."""
    _keep(folder, _file_of(blueprint.name), as_text(brief_schema(blueprint)))


def keep_schema(folder: Path, kind: Fixed, language: str) -> None:
    """Have the schema of a kind of file lie below a folder, in the words of a language; raises OutputError."""
    _keep(folder, _file(kind), as_text(FIXED[kind](spoken(language))))


def keep_schemas(path: Path, text: str) -> None:
    """Have the schemas of a blueprint in a file of its own, and of its briefs, lie beside it; raises OutputError."""
    blueprint, _ = read_blueprint(parse(text, str(path)), path.stem)
    if blueprint is not None:
        keep_schema(path.parent, "blueprint", blueprint.language)
        keep_brief_schema(path.parent, blueprint)


def renew(brief: Path, text: str, blueprint: Blueprint) -> None:
    """Make the schema beside a brief anew if its first line names one; what cannot be written is let be."""
    if text.startswith(brief_line(blueprint.name)):
        with suppress(OutputError):
            keep_brief_schema(brief.parent, blueprint)


def _line(file: str) -> str:
    return f"# yaml-language-server: $schema={FOLDER}/{file}\n"


def _file(kind: Fixed) -> str:
    """A name that no blueprint's schema has."""
    return f"drafter-{kind}.schema.json"


def _file_of(blueprint: str) -> str:
    """The blueprint's name, without what would end the line or mean something in it."""
    return re.sub(r"[\s#%]", "-", blueprint) + ".schema.json"


def _keep(folder: Path, name: str, text: str) -> None:
    """Write a schema unless it is there as it should be; a file that is not ours is never replaced."""
    path, data = folder / FOLDER / name, text.encode()
    if str(folder) in DEVICES:  # nothing lies beside a device
        return
    try:
        path.parent.mkdir(exist_ok=True)
        if not inside(path.parent, folder) or (path.exists() and not path.is_file()):
            raise OutputError([_cannot(path, NO_FILE)])
        old = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise OutputError([_cannot(path, why(error))]) from error
    if old and MADE.encode() not in old[:LOOKED_AT]:
        raise OutputError([Problem("not-our-schema", Place(str(path)), {"name": str(path)})])
    if old != data:
        replace_file(path, data)


def _cannot(path: Path, reason: str) -> Problem:
    return Problem("cannot-write", Place(str(path)), {"name": str(path), "reason": reason})
