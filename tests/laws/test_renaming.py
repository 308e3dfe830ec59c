"""A slot under another name says the same words; named back, the files are as they were. What is new drafts as it stands."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from drafter.desk.check import check_file
from drafter.desk.draft import draft_file
from drafter.desk.edit import node_renamed, slot_renamed, written
from drafter.desk.library import Library
from drafter.desk.new import blueprint_text
from drafter.model.blueprint import every
from drafter.model.manuscript import page_text
from drafter.notation.revise import node_paths
from drafter.problem import InputError
from drafter.yamltext.data import at, children
from drafter.yamltext.layout import laid_out
from drafter.yamltext.parse import parse as read
from tests.conftest import ROOT

BRIEFS = sorted((ROOT / "examples").glob("*/brief.yaml"))
BLUEPRINTS = sorted((ROOT / "blueprints").glob("*/speeches/*.yaml"))


def words(brief: Path) -> list[str]:
    """The speech that a brief makes, line by line."""
    return [page_text(line) for line in draft_file(brief).manuscript.lines]


def copied(brief: Path, folder: Path) -> list[Path]:
    """A brief of ours beside copies of its blueprint and of what that one extends, the parent first."""
    name = draft_file(brief).brief.blueprint
    text = brief.read_text("utf-8").replace(f"blueprint: {name}", f"blueprint: {name}.yaml")
    files = [folder / "brief.yaml"]
    files[0].write_text(text, "utf-8")
    while name:
        [found] = [path for path in BLUEPRINTS if path.stem == name]
        text = found.read_text("utf-8")
        parent = re.search(r"^extends: (\S+)$", text, re.MULTILINE)
        name = parent[1] if parent else ""
        files.insert(0, folder / found.name)
        files[0].write_text(text.replace(f"extends: {name}\n", f"extends: {name}.yaml\n"), "utf-8")
    return files


@settings(max_examples=6)
@given(st.sampled_from(BRIEFS), st.data())
def test_a_slot_under_another_name_says_the_same(example: Path, draw: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        files = copied(example, Path(folder))
        before, said = [path.read_bytes() for path in files], words(files[-1])
        asked = [
            (n, key)
            for n, path in enumerate(files[:-1])
            for key, _ in children(at(read(path.read_text("utf-8"), "").root, ("slots",)))
        ]
        n, old = draw.draw(st.sampled_from(asked))
        try:
            written(slot_renamed(str(files[n]), str(old), "新名", files[n + 1 :], Library()))
        except InputError as refused:
            [problem] = refused.problems
            event(problem.rule)
            assert problem.rule in ("slot-left", "other-blueprint")
            assert [path.read_bytes() for path in files] == before
            return
        assert words(files[-1]) == said
        assert [path.read_bytes() for path in files] != before
        written(slot_renamed(str(files[n]), "新名", str(old), files[n + 1 :], Library()))
        assert [path.read_bytes() for path in files] == before


@settings(max_examples=6)
@given(st.sampled_from(BRIEFS), st.data())
def test_a_node_named_back_leaves_the_files_as_they_were(example: Path, draw: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        files = copied(example, Path(folder))
        ids = [
            (n, id) for n, path in enumerate(files[:-1]) for id in node_paths(read(path.read_text("utf-8"), "").root)
        ]
        n, old = draw.draw(st.sampled_from(ids))
        if n == len(files) - 2:
            files[-1].write_text(files[-1].read_text("utf-8") + f"omit: [{old}]\n", "utf-8")
        before, said = [path.read_bytes() for path in files], words(files[-1])
        try:
            written(node_renamed(str(files[n]), old, "new", files[n + 1 :], Library()))
        except InputError as refused:  # the child has one of its own, or none
            [problem] = refused.problems
            assert problem.rule == "other-blueprint"
            child = read(files[-2].read_text("utf-8"), "").root
            whole = Library().blueprint(files[-2].name, Path(folder))[0]
            assert whole is not None
            nodes = every((*whole.opening, *whole.emphases, *whole.closing))
            assert old in node_paths(child) or old not in {node.id for node in nodes}
            return
        assert len(words(files[-1])) == len(said)
        written(node_renamed(str(files[n]), "new", old, files[n + 1 :], Library()))
        assert [path.read_bytes() for path in files] == before


SAID = st.sampled_from(["{{ 甲 }}", "{{ 乙 }}", "{{ 丙 | 顿号 }}", "“甲”", "{{ 甲 | 简称 }}"])
OF_ITEM = st.sampled_from(["{{ item.甲 }}{{ 甲 }}", "{{ 项.甲 }}"])
LOGIC = st.sampled_from(["甲", "not 乙", '甲 == "甲"', '乙 == "甲" or 甲', "甲 and 乙"])


@st.composite
def blueprints(draw: st.DrawFn) -> str:
    """A blueprint in which a field may have the name of the slot 甲."""
    fields = draw(st.sets(st.sampled_from(["甲", "乙", "丁"]), min_size=1))

    def node(id: str, depth: int, inside: bool) -> str:
        each = draw(st.booleans())
        inside |= each
        keys = [f"id: {id}", *(["each: 表", "as: 项"] if each else [])]
        keys += [f"when: {draw(LOGIC)!r}"] if draw(st.booleans()) else []
        if depth and draw(st.booleans()):
            return "{" + ", ".join([*keys, f"body: [{node(id + '-', depth - 1, inside)}]"]) + "}"
        said = draw(st.lists(SAID | OF_ITEM if inside and "甲" in fields else SAID, min_size=1, max_size=3))
        return "{" + ", ".join([*keys, f'say: "说{"".join(said)}。"']) + "}"

    nodes = [f"    - {node(f'n{n}', 2, False)}\n" for n in range(draw(st.integers(1, 4)))]
    default = draw(st.sampled_from(["", ', default: "{{ 甲 }}"']))
    return (
        f"drafter: 1\nslots:\n  甲: {{ask: 甲}}\n  乙: {{ask: 乙{default}}}\n  丙: {{type: list, of: text}}\n"
        f"  表: {{type: list, of: {{{', '.join(f'{one}: {{ask: {one}}}' for one in sorted(fields))}}}}}\n"
        f"speech:\n  title: 讲{{{{ 甲 }}}}\n  opening:\n{''.join(nodes)}"
    )


@settings(max_examples=40)
@given(blueprints(), st.booleans())
def test_fields_of_the_same_name_stay(text: str, given_second: bool) -> None:
    with TemporaryDirectory() as folder:
        file, brief = Path(folder, "f.yaml"), Path(folder, "brief.yaml")
        file.write_text(text, "utf-8")
        fields = [one for one in ("甲", "乙", "丁") if f"{one}: {{ask" in text[text.index("表: ") :]]
        rows = ", ".join("{" + ", ".join(f"{one}: {n}{one}" for one in fields) + "}" for n in "一二")
        second = "乙: 次\n" if given_second else ""
        brief.write_text(f"blueprint: f.yaml\n甲: 首\n{second}丙: [a, b]\n表: [{rows}]\n", "utf-8")
        before = words(brief)
        written(slot_renamed(str(file), "甲", "丑", [brief], Library()))
        assert words(brief) == before
        assert "丑: 首" in brief.read_text("utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_blueprint_drafts_as_it_stands(language: str, tmp_path: Path) -> None:
    made = blueprint_text("试一试: 新的", "", language, tmp_path, Library())
    (tmp_path / "f.yaml").write_text(made, "utf-8")
    (tmp_path / "brief.yaml").write_text("blueprint: f.yaml\n", "utf-8")
    assert check_file(tmp_path / "f.yaml") == ()
    assert len(words(tmp_path / "brief.yaml")) > 6
    assert laid_out(read(made, "f.yaml")).text == made


@pytest.mark.parametrize("parent", BLUEPRINTS, ids=lambda path: path.stem)
def test_a_new_child_drafts_as_its_parent(parent: Path, tmp_path: Path) -> None:
    made = blueprint_text("试", parent.stem, "zh", tmp_path, Library())
    (tmp_path / "f.yaml").write_text(made, "utf-8")
    for name in ("f.yaml", parent.stem):
        (tmp_path / f"{Path(name).stem}-brief.yaml").write_text(f"blueprint: {name}\n", "utf-8")
    assert check_file(tmp_path / "f.yaml") == ()
    assert words(tmp_path / "f-brief.yaml") == words(tmp_path / f"{parent.stem}-brief.yaml")
    assert laid_out(read(made, "f.yaml")).text == made
    head, _, _ = made.partition("\n\n")
    (tmp_path / "f.yaml").write_text(
        "\n".join(line.removeprefix("# ") for line in head.split("\n")[1:]) + "\n", "utf-8"
    )
    assert check_file(tmp_path / "f.yaml") == ()


@pytest.mark.parametrize("file", [*BLUEPRINTS, *BRIEFS], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_our_own_files_are_laid_out(file: Path) -> None:
    text = file.read_text("utf-8")
    assert laid_out(read(text, str(file))).text == text
