"""The words that come with drafter, read beforehand: they count as long as the files of their pack are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import to_builtins
from msgspec.structs import replace

from drafter.desk import shipped
from drafter.desk.library import Library
from drafter.desk.pack_words import _read
from drafter.desk.shelf import Folder

OURS = next(pack for pack in Library().shelf.packs if pack.ours and pack.names("words"))


def files(pack: Folder) -> dict[str, Path]:
    return {name: path for name in pack.names("words") if (path := pack.path("words", name))}


def test_they_are_what_the_files_say() -> None:
    words, read = shipped.shipped(OURS, files(OURS)), _read(files(OURS), "zh")
    assert words is not None
    for name in ("measures", "by_verb", "nouns", "subjects", "bodies", "documents"):
        assert list(getattr(words, name)) == list(getattr(read, name)), name
    says = [
        [(name, row.classes, row.match, row.subjects, [(one.text, one.pieces) for one in row.says]) for row in rows]
        for each in (words, read)
        for name, rows in each.stocks.items()
    ]
    assert says[: len(says) // 2] == says[len(says) // 2 :]
    assert to_builtins(words.measures) == to_builtins(read.measures)


@pytest.mark.parametrize("change", ["another word", "one less", "lines that end as on Windows", "another pack"])
def test_other_files_are_read(change: str, tmp_path: Path) -> None:
    held = files(OURS)
    text = held["nouns"].read_text("utf-8")
    copy = tmp_path / "nouns.yaml"
    copy.write_bytes((text + "  - 另一个词\n" if change == "another word" else text.replace("\n", "\r\n")).encode())
    pack = replace(OURS, ours=change != "another pack")
    given = {name: path for name, path in held.items() if name != "nouns" or change == "another pack"}
    given = (
        given
        if change in ("one less", "another pack")
        else {name: copy if name == "nouns" else held[name] for name in held}
    )
    assert (shipped.shipped(pack, given) is not None) == change.startswith("lines")


def test_a_file_that_cannot_be_read_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shipped, "FOLDER", tmp_path)
    assert shipped.shipped(OURS, files(OURS)) is None
    (tmp_path / f"{OURS.name}.json").write_text("{}")
    assert shipped.shipped(OURS, files(OURS)) is None
