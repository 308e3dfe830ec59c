"""A brief that a command changes, written where it lies."""

from __future__ import annotations

from pathlib import Path

from drafter.desk.reading import read_bytes, sound
from drafter.desk.replace import Change, replace_all
from drafter.problem import InputError, OutputError, Place, Problem
from drafter.yamltext.source import encoded
from drafter.yamltext.tree import Document


def rewrite(path: Path, text: str, document: Document) -> None:
    """Write a brief that said `text`; raises DrafterError where it cannot be written, or is not what it was any more."""
    old = read_bytes(path)
    if sound(old, path).text != text:
        raise OutputError([Problem("changed-meanwhile", Place(str(path)), {"name": str(path)})])
    new = encoded(old, document.text)
    if new is None:
        raise InputError([Problem("unknown-encoding", Place(str(path)))])
    target = path.resolve()
    replace_all([Change(target, new, lambda: target.read_bytes() == old)])
