"""`drafter explain`: a Word draft, edited or not, tells where its lines come from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
title: 试
slots:
  会议: {ask: 会议全称}
  日期: {type: date, ask: 哪天开会}
  大限: {type: date, ask: 何时完成}
  总数: {ask: 总数}
  已办: {ask: 已办}
speech:
  title: 在{{ 会议 }}上的讲话
  opening:
    - {id: sum, move: situation, say: "一共{{ 总数 }}，已办{{ 已办 }}，还剩{{ 总数 | 余(已办) }}。", or: ["{{ 总数 }}里办了{{ 已办 }}。"]}
    - {id: day, layout: paragraph, say: "{{ 大限 }}以前办完。"}
  closing: [{id: end, layout: paragraph, say: 散会。}]
"""
BRIEF = """\
blueprint: bp.yaml
seed: 1
会议: 大会
日期: 2026-03-01
大限: 2026-06-30
总数: 67个
已办: 12个
pick: {sum: 1}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, "utf-8")
    done = drafter(tmp_path, "draft", "b.yaml")
    assert done.code == 0, done.said
    return tmp_path


def told(desk: Path, *asked: str) -> Any:
    done = drafter(desk, "explain", "b.docx", "--format", "json", *asked)
    assert done.code == 0, done.said
    return json.loads(done.said)


def edit(desk: Path) -> None:
    """A line is changed without its bookmark, one is added, one is taken away."""
    document = docx.Document(str(desk / "b.docx"))
    lines = {one.text: one for one in document.paragraphs}
    day, end = lines["2026年6月30日以前办完。"], lines["散会。"]
    day.runs[0].text = "6月底以前办完。"
    end.insert_paragraph_before("谢谢大家。")
    document.element.body.remove(end._p)
    document.save(str(desk / "b.docx"))


def test_each_line_tells_its_node_its_wording_its_facts_and_its_sums(desk: Path) -> None:
    made = told(desk)
    assert (made["basis"], made["source"], made["gone"]) == ("shelf", "b.yaml", [])
    (line,) = told(desk, "--line", "2")["lines"]
    (share,) = line["shares"]
    assert line["state"] == "as drafted" and line["minutes"] > 0
    assert (share["node"], share["move"], share["number"], share["count"]) == ("sum", "situation 形势", 1, 2)
    assert share["place"].endswith("bp.yaml:12")
    assert [(one["slot"], one["words"], one["value"], one["place"]) for one in share["facts"]] == [
        ("总数", ["67个"], "67个", "b.yaml:6"),
        ("已办", ["12个"], "12个", "b.yaml:7"),
    ]
    assert share["sums"] == ["55个 = 余(67个, 12个)"]


def test_an_edited_file_tells_what_was_changed_added_and_taken_away(desk: Path) -> None:
    edit(desk)
    made = told(desk)
    assert [(one["text"], one["state"], one["was"]) for one in made["lines"][2:]] == [
        ("6月底以前办完。", "edited", "2026年6月30日以前办完。"),
        ("谢谢大家。", "not of the draft", ""),
    ]
    assert made["gone"] == ["散会。"]


def test_a_fact_is_found_in_the_brief_in_words_and_in_sums(desk: Path) -> None:
    found = told(desk, "--find", "12个")
    assert [(one["place"], one["how"], one["words"]) for one in found] == [
        ("b.yaml:7", "brief", "12个"),
        ("b.docx:2", "stands", "12个"),
        ("b.docx:2", "computed", "55个"),
    ]
    assert ("b.docx:3", "in other words", "2026年6月30日") in [
        (one["place"], one["how"], one["words"]) for one in told(desk, "--find", "2026-06-30")
    ]
    assert drafter(desk, "explain", "b.docx", "--find", "没有的").said == "it stands nowhere\n"


def test_a_blueprint_that_was_changed_or_lost_is_told_by_the_copy_in_the_file(desk: Path) -> None:
    before = told(desk)["lines"]
    (desk / "bp.yaml").write_text(BLUEPRINT.replace("散会", "完了"), "utf-8")
    changed = told(desk)
    (desk / "bp.yaml").unlink()
    (desk / "b.yaml").unlink()
    gone = told(desk)
    assert changed["basis"] == gone["basis"] == "record"
    assert [one["text"] for one in gone["lines"]] == [one["text"] for one in before]
    assert all(one["state"] == "as drafted" for made in (changed, gone) for one in made["lines"])


@pytest.mark.parametrize("asked", [("--final",), ()])
def test_a_file_without_a_record_says_what_to_do(desk: Path, asked: tuple[str, ...]) -> None:
    if asked:
        drafter(desk, "draft", "b.yaml", "-o", "n.docx", *asked)
    else:
        docx.Document().save(str(desk / "n.docx"))
    done = drafter(desk, "explain", "n.docx")
    assert done.code == 1 and "[no-record]" in done.said


def test_a_paragraph_that_is_not_there_is_told(desk: Path) -> None:
    done = drafter(desk, "explain", "b.docx", "--line", "99")
    assert done.code == 1 and done.said.startswith("b.docx:1:1: error: there is no paragraph 99")
