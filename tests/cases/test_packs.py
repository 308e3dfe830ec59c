"""Packs are found by one rule, whatever command asks; what is named and is no pack is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter import InputError, Library, Place, Problem, distil, recognise
from tests.cases.running import drafter


def test_packs_in_the_working_folder_are_found_alike_by_every_command(tmp_path: Path) -> None:
    (tmp_path / "packs/ours/speeches").mkdir(parents=True)
    (tmp_path / "packs/ours/speeches/mine.yaml").write_text(
        "drafter: 1\ntitle: 本单位讲话\nspeech: {title: 讲话, opening: [{id: a, say: 现在开会。}]}\n", "utf-8"
    )
    (tmp_path / "sub").mkdir()
    assert drafter(tmp_path, "pack", "list").said.startswith("ours ")
    assert "\n  mine                  ours        本单位讲话\n" in drafter(tmp_path, "blueprint", "list").said
    for name in ("mine", "ours/mine", "本单位讲话", "ours/本单位讲话"):
        assert drafter(tmp_path, "blueprint", "show", name).code == 0
        assert drafter(tmp_path, "new", name, "-o", "sub/b.yaml", "--force").code == 0
        for command in ("draft", "check", "outline"):
            assert drafter(tmp_path, command, "sub/b.yaml").code == 0, (command, name)
    (tmp_path / "packs").rename(tmp_path / "elsewhere")
    assert drafter(tmp_path, "new", "mine").code == 1
    done = drafter(tmp_path, "new", "mine", "--pack", "elsewhere/ours")
    assert done.said.splitlines()[1] == "  fill it in, then run: drafter draft mine-brief.yaml --pack elsewhere/ours"
    assert drafter(tmp_path, *done.said.splitlines()[1].split("drafter ")[1].split()).code == 0
    assert drafter(tmp_path, "new", "mine", "--pack", "elsewhere").said == (
        "elsewhere:1:1: error: elsewhere is no pack: it has none of pack.yaml speeches fragments styles words checks cues.yaml facts.yaml; "
        "did you mean elsewhere/ours? [no-pack]\n"
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nope", "there is no folder nope; check the path [no-pack-there]"),
        ("file", "file is a file, not a folder; name the folder that the pack is in [is-no-folder]"),
    ],
)
def test_a_pack_that_is_none_is_told_to_programs_too(
    name: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError) as told:
        Library(packs=[Path(name)])
    assert str(told.value) == f"{name}:1:1: error: {said}"


def test_what_programs_hand_in_that_is_not_known_is_told() -> None:
    assert str(Problem("x", Place("f"))) == "f:1:1: error: a problem without words; its name is all that is known [x]"
    old = recognise("讲话\n同志们：\n现在开会。\n散会。\n".encode(), "a.txt")
    with pytest.raises(ValueError, match="slots are none, placeholders, facts, not 'x'"):
        distil(old, slots="x")  # type: ignore[arg-type]
