"""The user's own Word document, whose look a draft takes."""

from __future__ import annotations

from pathlib import Path

from drafter.desk.kinds import no_word, no_yaml
from drafter.desk.reading import read_bytes
from drafter.problem import stop_on_errors


def reference_at(path: Path, format: str) -> bytes:
    """The bytes of a Word document whose look is to be taken; raises InputError for a file of another kind."""
    raw, name = read_bytes(path), str(path)
    if format != "docx":  # which takes none, and says so
        return raw
    other = no_yaml(raw, name, "reference")
    stop_on_errors([other] if other and other.facts["kind"] not in ("word", "draft") else no_word(raw, name))
    return raw
