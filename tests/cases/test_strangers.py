"""Files from strangers that once brought drafter down, or made it do what it must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter

BRIEF = "blueprint: b.yaml\n"


def written(folder: Path, files: dict[str, str]) -> Path:
    """A desk with these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def speech_of(folder: Path, blueprint: str, brief: str = BRIEF) -> str:
    """What a brief gives with a blueprint, as text."""
    written(folder, {"b.yaml": blueprint, "brief.yaml": brief})
    return drafter(folder, "draft", "brief.yaml", "-o", "-", "--format", "md").said.split("\n  ")[0]


# strong words among marks


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ("{id: a, enumerate: 一是, points: ['**强**话', 乙]}", "一是**强**话；二是乙。"),
        ("{id: a, enumerate: 一要, points: ['甲，**强，**', '**要乙**']}", "一要甲，**强**；二要**乙**。"),
        ("{id: a, enumerate: 一是, each: 名单, say: '**{{ item }}**'}", "一是**甲**；二是**乙**。"),
    ],
)
def test_strong_words_are_joined_as_others_are(tmp_path: Path, node: str, said: str) -> None:
    blueprint = f"drafter: 1\nslots: {{名单: {{type: list}}}}\nspeech: {{title: 题, closing: [{node}]}}\n"
    assert speech_of(tmp_path, blueprint, BRIEF + "名单: [甲, 乙]\n").rstrip().endswith(f"\n{said}")


def test_a_heading_that_ends_in_a_strong_mark_gets_no_other(tmp_path: Path) -> None:
    node = "{id: a, heading: '好**强！**', run_in: true, body: [{id: b, say: 下文。, layout: run_on}]}"
    said = speech_of(tmp_path, f"drafter: 1\nspeech: {{title: 题, emphases: [{node}]}}\n")
    assert "强！" in said and "！。" not in said.replace("**", "")


# fragments that ask for one slot


def fragments(folder: Path, one: str, other: str) -> Path:
    parts = {
        f"packs/our/fragments/{name}.yaml": f"drafter: 1\ntitle: 片\nslots:\n  甲: {slot}\nsay: '好{{{{ 甲 }}}}。'\n"
        for name, slot in (("f", one), ("g", other))
    }
    closing = "[{id: a, use: f}, {id: b, use: g}]"
    return written(folder, {"b.yaml": f"drafter: 1\nspeech: {{title: 题, closing: {closing}}}\n", **parts})


def test_two_fragments_ask_for_one_slot_once(tmp_path: Path) -> None:
    fragments(tmp_path, "{ask: 甲是什么}", "{ask: '甲是什么'}")
    assert drafter(tmp_path, "new", "b.yaml", "-o", "-").said.count("甲:") == 1


@pytest.mark.parametrize("other", ["{default: 乙}", ""])
def test_two_fragments_that_ask_differently_are_told_so(tmp_path: Path, other: str) -> None:
    fragments(tmp_path, "{ask: 甲是什么}", other)
    assert drafter(tmp_path, "check", "b.yaml").said == (
        "packs/our/fragments/g.yaml:4:3: error: two fragments ask for the slot 甲, but not in the same way; first in "
        "packs/our/fragments/f.yaml:4; define it in the blueprint's own slots, or make both alike [fragments-differ]\n"
        "1 error, 0 warnings\n"
    )
