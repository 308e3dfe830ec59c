"""The record in a Word draft: it keeps the wording of every node and every sentence, and they say the speech again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

import drafter
from drafter.desk.draft import composed
from drafter.desk.library import Library
from drafter.desk.redraft import redrafted
from drafter.formats.docx.read import origin, record_of
from drafter.formats.docx.remembered import RECORD
from drafter.model.blueprint import Node, Passage, every
from drafter.model.manuscript import Manuscript, page_text
from tests.cases.running import drafter as run
from tests.conftest import ROOT

BLUEPRINT = """\
drafter: 1
title: 试
slots:
  会议: {ask: 会议全称}
  任务: {type: list, ask: 任务, of: {名称: {ask: 名称}, 时限: {missing: omit}}}
speech:
  title: 在{{ 会议 }}上的讲话
  salutation: ["同志们：", "各位同志："]
  opening:
    - id: count
      say:
        - 今天只讲任务。
        - {id: first, say: [先说为什么。, 先说缘由。, 先把道理说清。]}
        - {say: [再说怎么办。, 再说办法。]}
        - {with: first, join: ，, say: [话不多说。, 我长话短说。]}
  emphases:
    - id: task
      each: 任务
      heading: ["{{ 名称 }}", "抓好{{ 名称 }}"]
      body:
        - id: how
          say:
            - {id: now, say: [马上动手。, 今天就动手。, 会后就办。]}
            - {id: until, say: ["{{ 时限 }}办完。", "到{{ 时限 }}要见底。"]}
  closing: [{id: end, say: 散会。, or: [就讲这些。]}]
"""
BRIEF = """\
blueprint: bp.yaml
seed: 7
会议: 大会
任务: [{名称: 修堤, 时限: 月底前}, {名称: 清淤}, {名称: 护岸, 时限: 年内}]
"""
EXAMPLES = sorted((ROOT / "examples").glob("*/brief.yaml"))
"""Those of blueprints that take sentences of a stock keep their words by the seed alone."""


def recorded(data: bytes) -> tuple[int, dict[str, int]]:
    """The seed and the wordings in a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        record = etree.fromstring(package.read("customXml/item1.xml"))
    found = {str(one.get("node")): int(str(one.get("number"))) for one in record.iter(f"{{{RECORD}}}wording")}
    return int(str(record.get("seed"))), found


def nodes(draft: drafter.Draft) -> Iterator[Node]:
    blueprint = draft.blueprint
    return every((*blueprint.opening, *blueprint.emphases, *blueprint.closing))


def text(manuscript: Manuscript) -> list[str]:
    return [page_text(line) for line in manuscript.lines]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def test_every_sentence_that_has_several_wordings_is_kept(desk: Path) -> None:
    draft = drafter.draft(desk / "b.yaml")
    seed, wordings = recorded(draft.write(source="b.yaml"))
    assert (seed, wordings) == (7, dict(draft.wordings))
    assert {"salutation", "count.first", "task[1]", "task[3]", "how.now[2]", "how.until[1]", "end"} <= wordings.keys()
    assert "how.until[2]" not in wordings and not [key for key in wordings if key in ("count", "how", "how[1]")]


def test_the_wordings_of_the_record_say_the_speech_again_by_any_seed(desk: Path) -> None:
    for path in (desk / "b.yaml", *EXAMPLES):
        draft = drafter.draft(path)
        if any(node.shapes or (isinstance(node, Passage) and node.stock) for node in nodes(draft)):
            continue  # a list's shape and the sentence of a stock are drawn by the seed alone, which the record has, too
        _, wordings = recorded(draft.write())
        for seed in range(1, 6):
            again = replace(draft.brief, seed=seed, pick=wordings)
            assert text(composed(again, draft.blueprint, library=draft.library).manuscript) == text(draft.manuscript)


def test_a_person_may_pick_them_in_the_brief(desk: Path) -> None:
    draft = drafter.draft(desk / "b.yaml")
    picks = "".join(f"  {key}: {n}\n" for key, n in draft.wordings.items() if key != "salutation" and "." in key)
    (desk / "b.yaml").write_text(f"{BRIEF}pick:\n{picks}", "utf-8")
    assert run(desk, "check", "b.yaml").said.splitlines()[-1].startswith("0 errors")
    assert drafter.draft(desk / "b.yaml").manuscript == draft.manuscript


def test_an_untouched_draft_is_known_and_another_seed_takes_its_place(desk: Path) -> None:
    run(desk, "draft", "b.yaml")
    first = (desk / "b.docx").read_bytes()
    found = origin(first)
    assert found and found.untouched
    assert run(desk, "draft", "b.yaml", "--seed", "8").code == 0
    assert recorded((desk / "b.docx").read_bytes())[0] == 8 and (desk / "b.docx").read_bytes() != first
    assert run(desk, "draft", "b.yaml").code == 0 and (desk / "b.docx").read_bytes() == first


def moved(desk: Path) -> tuple[Path, Path]:
    """A blueprint with a parent and a fragment, and its brief."""
    (desk / "parent.yaml").write_text(BLUEPRINT, "utf-8")
    (desk / "piece.yaml").write_text("drafter: 1\ntitle: 段\nsay: 另外说一句。\n", "utf-8")
    (desk / "bp.yaml").write_text(
        "drafter: 1\nextends: parent.yaml\ntitle: 子\ninsert: [{before: end, node: {id: piece, use: piece.yaml}}]\n",
        "utf-8",
    )
    return desk / "bp.yaml", desk / "b.yaml"


def test_a_draft_is_made_again_of_its_record_alone(desk: Path) -> None:
    for path in EXAMPLES:
        draft = drafter.draft(path)
        record = record_of(draft.write(source=path.name))
        assert record and record.made and record.sources == () and record.style
        found = redrafted(record, path.parent / "a.docx", Library())
        assert found and found.basis == "shelf" and found.draft.manuscript == draft.manuscript
        assert len(found.lines) == len(draft.manuscript.lines)


def test_a_blueprint_of_ones_own_is_kept_in_the_record_with_all_that_it_uses(desk: Path, tmp_path: Path) -> None:
    blueprint, brief = moved(desk)
    run(desk, "draft", "b.yaml", "--seed", "8")
    record = record_of((desk / "b.docx").read_bytes())
    assert record and record.seed == 8
    assert [(one.asker, one.kind, one.name) for one in record.sources] == [
        ("", "speeches", "bp.yaml"),
        ("bp.yaml", "fragments", "piece.yaml"),
        ("bp.yaml", "speeches", "parent.yaml"),
    ]
    was = redrafted(record, desk / "b.docx", Library())
    assert was and was.basis == "shelf"
    (desk / "parent.yaml").write_text(BLUEPRINT.replace("散会。", "完了。").replace("今天", "现在"), "utf-8")
    changed = redrafted(record, desk / "b.docx", Library())
    for file in (blueprint, desk / "parent.yaml", desk / "piece.yaml", brief):
        file.unlink()
    gone = redrafted(record, desk / "b.docx", Library())
    for found in (changed, gone):
        assert found and found.basis == "record" and text(found.draft.manuscript) == text(was.draft.manuscript)
        assert len(found.lines) == len(was.draft.manuscript.lines)


def test_a_record_whose_blueprint_is_neither_kept_nor_as_it_was_is_proved_where_it_says_the_same(desk: Path) -> None:
    run(desk, "draft", "b.yaml")
    record = record_of((desk / "b.docx").read_bytes())
    assert record
    (desk / "bp.yaml").write_text(BLUEPRINT.replace("散会。", "完了。").replace("就讲这些。", "讲完了。"), "utf-8")
    found = redrafted(replace(record, sources=()), desk / "b.docx", Library())
    assert found and found.basis == "changed" and 1 in found.lines and len(record.nodes) not in found.lines
    (desk / "bp.yaml").unlink()
    assert redrafted(replace(record, sources=()), desk / "b.docx", Library()) is None


def test_a_final_draft_keeps_nothing(desk: Path) -> None:
    run(desk, "draft", "b.yaml", "--final")
    assert record_of((desk / "b.docx").read_bytes()) is None


def test_a_batch_keeps_the_blueprint_in_each_draft(desk: Path) -> None:
    (desk / "rows.csv").write_text("会议\n大会\n小会\n", "utf-8")
    done = run(desk, "batch", "rows.csv", "--blueprint", "bp.yaml", "-o", "out")
    (desk / "bp.yaml").unlink()
    files = sorted((desk / "out").glob("*.docx"))
    assert len(files) == 2, done.said
    for file in files:
        record = record_of(file.read_bytes())
        assert record and [one.text for one in record.sources] == [BLUEPRINT]
        found = redrafted(record, file, Library())
        assert found and found.basis == "record" and len(found.lines) == len(record.nodes)
