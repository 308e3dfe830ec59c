"""Computed figures told: in the report, in the JSON, in the record and the comments of a Word file, and not in a final copy."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from drafter.desk.draft import draft
from drafter.desk.library import Library
from drafter.formats.docx.read import origin
from drafter.language.computed import marked_figures
from drafter.model.value import Figure, Operand
from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
title: 试
slots:
  会议: {ask: 会议全称}
  日期: {ask: 哪一天, type: date}
  任务: {ask: 几项任务, type: list}
  全: {ask: 一共多少}
speech:
  title: 在{{ 会议 }}上的讲话
  date: "{{ 日期 | 日期 }}"
  opening:
    - id: days
      say: 离{{ (任务 | 最早).期限 | 到期 }}还有{{ (任务 | 最早).期限 | 距(日期) }}天，也就是{{ (任务 | 最早).期限 | 距(日期) | 汉字 }}天。
    - {id: left, say: "**还剩{{ 全 | 余(任务 | 和) }}**，今天到会{{ 会议 }}。"}
"""
BRIEF = """\
blueprint: b.yaml
会议: 青川市清淤工作会议
日期: 2026-03-18
任务: [汛期前清淤31公里, 年内清淤12公里]
全: 60公里
"""
WORDS = (
    "74天 = 距(汛期 2026-05-31, 2026-03-18)  (任务[1], 日期)",
    "17公里 = 余(60公里, 和(31公里, 12公里))  (全, 任务[1], 任务[2])",
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "brief.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def part(file: Path, name: str) -> str:
    with zipfile.ZipFile(file) as package:
        return package.read(name).decode() if name in package.namelist() else ""


def test_every_figure_is_told_once_with_what_it_was_computed_from(desk: Path) -> None:
    done = drafter(desk, "draft", "brief.yaml")
    assert done.code == 0
    assert "2 computed figures, to be checked:" in done.said
    for words in WORDS:
        assert done.said.count(words) == 1
    assert "3 comments in the document say so" in done.said


def test_a_text_has_no_comments_to_be_counted(desk: Path) -> None:
    done = drafter(desk, "draft", "brief.yaml", "-o", "speech.md")
    assert WORDS[0] in done.said and "comment" not in done.said
    assert "74天，也就是七十四天" in (desk / "speech.md").read_text("utf-8")


def test_every_mark_of_a_figure_has_its_comment_and_the_record_keeps_each_once(desk: Path) -> None:
    drafter(desk, "draft", "brief.yaml")
    comments, record = part(desk / "brief.docx", "word/comments.xml"), part(desk / "brief.docx", "customXml/item1.xml")
    assert comments.count("请核对：74天 = 距(汛期 2026-05-31, 2026-03-18)（由材料单推算，见任务[1], 日期）") == 2
    assert comments.count("请核对：17公里 = 余(60公里, 和(31公里, 12公里))") == 1
    document = part(desk / "brief.docx", "word/document.xml")
    assert document.count("commentRangeStart") == document.count("commentReference w:id") == 3
    assert record.count("<figure ") == 3  # the sum within what is left
    assert '<operand slot="任务[1]" words="汛期" day="2026-05-31"/>' in record
    found = origin((desk / "brief.docx").read_bytes())
    assert found and found.untouched


def test_a_final_copy_has_none(desk: Path) -> None:
    done = drafter(desk, "draft", "brief.yaml", "--final")
    assert WORDS[1] in done.said and "comment" not in done.said
    assert part(desk / "brief.docx", "word/comments.xml") == ""
    assert "comment" not in part(desk / "brief.docx", "word/document.xml")


def test_a_program_is_told_the_same(desk: Path) -> None:
    made = draft(desk / "brief.yaml", library=Library())
    days, left = made.figures
    assert days.operands[1] == Operand("2026-03-18", "日期", made.knows.today)
    assert left.operands[1].figure == Figure(
        "43公里", "和", (Operand("31公里", "任务[1]"), Operand("12公里", "任务[2]"))
    )
    told = json.loads(drafter(desk, "outline", "brief.yaml", "--format", "json").said)["figures"]
    assert [one["words"] for one in told] == ["74天", "17公里"]
    assert told[1]["operands"][1]["computed"]["operands"][0] == {"words": "31公里", "slot": "任务[1]"}
    assert made.write("json") and json.loads(io.BytesIO(made.write("json")).read())["figures"] == told


def test_a_name_for_a_figure_is_shown_with_how_it_was_computed(desk: Path) -> None:
    named = BLUEPRINT.replace("speech:\n", "derive: {剩: 全 | 余(任务 | 和)}\nspeech:\n", 1).replace(
        "全 | 余(任务 | 和) }}**", "剩 }}**"
    )
    (desk / "b.yaml").write_text(named, "utf-8")
    assert "剩  17公里 = 余(60公里, 和(31公里, 12公里))" in drafter(desk, "check", "--facts", "brief.yaml").said


def test_a_figure_that_the_brief_does_not_give_is_a_gap_and_none_is_told(desk: Path) -> None:
    (desk / "brief.yaml").write_text(BRIEF.replace("全: 60公里", "全:"), "utf-8")
    done = drafter(desk, "draft", "brief.yaml")
    assert "1 computed figure, to be checked:" in done.said and "余" not in done.said


EVERYWHERE = """\
drafter: 1
title: 试
slots: {会议: {ask: 会议全称}, 全: {ask: 一共多少}, 已: {ask: 做了多少}, 项: {ask: 哪些, type: list}}
speech:
  title: "关于余下{{ 全 | 余(已) }}的讲话"
  salutation: "各位{{ 全 | 余(已) }}："
  opening:
    - id: breaks
      say: |
        先说{{ 全 | 余(已) }}，
        再说{{ 全 | 余(已) }}

        另起一段{{ 全 | 余(已) }}
    - {id: run, layout: run_on, say: ["还剩{{ 全 | 余(已) }}。", {join: ，, say: "也就是{{ 全 | 余(已) }}"}]}
    - {id: listed, say: "分别是{{ 项 | 余(已) | 顿号 }}。"}
  emphases:
    - {id: one, heading: "{{ 全 | 余(已) }}", run_in: true, body: [{id: b1, say: "**{{ 全 | 余(已) }}**，"}]}
    - {id: two, heading: 干, body: [{id: b2, enumerate: 一是, points: ["{{ 全 | 余(已) }}；", "要{{ 全 | 余(已) }}"]}]}
"""


def test_a_figure_stays_one_wherever_it_stands(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(EVERYWHERE, "utf-8")
    (tmp_path / "brief.yaml").write_text("blueprint: b.yaml\n会议: 会\n全: 15座\n已: 8座\n项: [15座, 12座]\n", "utf-8")
    made = draft(tmp_path / "brief.yaml", library=Library())
    marks = [figure.words for figure in marked_figures(made.speech)]
    text = made.write("txt").decode()
    assert marks.count("7座") == text.count("7座") == 12
    assert marks.count("4座") == text.count("4座") == 1
    assert drafter(tmp_path, "draft", "brief.yaml").code == 0
    assert part(tmp_path / "brief.docx", "word/document.xml").count("commentRangeStart") == 13


def test_a_figure_computed_from_days_alone_is_said_without_a_slot_of_its_own(tmp_path: Path) -> None:
    rate = '- {id: rate, say: "每天要做{{ (任务 | 首项) | 均((任务 | 最早).期限 | 距(日期)) }}。"}'
    whole = BLUEPRINT[: BLUEPRINT.index("    - id: days")] + f"    {rate}\n"
    (tmp_path / "b.yaml").write_text(whole, "utf-8")
    (tmp_path / "brief.yaml").write_text(
        BRIEF.replace("汛期前清淤31公里, 年内清淤12公里", "4月17日前拆除鱼棚90处"), "utf-8"
    )
    told = drafter(tmp_path, "draft", "brief.yaml", "--no-seed", "-o", "-")
    assert told.code == 0 and "每天要做3处。" in told.said
