"""The words of the packs that come with drafter, read beforehand: to read their files takes as long as several drafts."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import DecodeError, Struct, json

from drafter.desk.shelf import Folder
from drafter.model.words import Words
from drafter.problem import stop_on_errors

FOLDER = Path(__file__).parent / "shipped_words"
"""A file for each pack, written by `make accept`."""


class Shipped(Struct, frozen=True):
    """What is shipped of a pack."""

    files: str
    """What tells whether its files are still the same."""
    words: Words
    """What they say."""


def shipped(pack: Folder, files: Mapping[str, Path]) -> Words | None:
    """The words that came with drafter, as long as the files of the pack are those that they were read from."""
    if not pack.ours:
        return None
    try:
        told = json.decode((FOLDER / f"{pack.name}.json").read_bytes(), type=Shipped)
        return told.words if told.files == _digest(files) else None
    except (OSError, DecodeError):  # a pack without any; one of a model that has changed
        return None


def as_bytes(pack: Folder, language: str) -> bytes:
    """What is shipped of a pack."""
    from drafter.notation.words import read_words
    from drafter.yamltext.parse import parse

    files = {name: path for name in pack.names("words") if (path := pack.path("words", name))}
    told = {name: f"{pack.name}/words/{path.name}" for name, path in files.items()}
    words, found = read_words(
        {name: parse(path.read_text("utf-8"), told[name]) for name, path in files.items()}, language
    )
    stop_on_errors(found)
    assert words is not None
    return json.encode(Shipped(_digest(files), words)) + b"\n"


def _digest(files: Mapping[str, Path]) -> str:
    """A hash of some files and their names, whatever ends their lines."""
    whole = sha256()
    for name, path in files.items():
        text = path.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{name}\0{len(text)}\0".encode() + text)
    return whole.hexdigest()[:16]
