"""What a person writes into a brief stands where it is put: beside a node, said or silent, in its paragraph or in one of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.draft import Draft, draft_file
from drafter.desk.library import Library
from drafter.model.manuscript import key_of, page_text

BLUEPRINT = """\
drafter: 1
slots:
  会议: {ask: 会议}
  任务: {type: list, ask: 任务, of: {名称: {}, 期限: {missing: omit}}}
  附记: {missing: omit}
speech:
  title: 在{{ 会议 }}上的讲话
  byline: 县长
  date: 2026年3月1日
  salutation: 同志们：
  opening:
    - {id: open, say: 今天开会。}
    - {id: more, layout: run_on, say: 一起商量。}
    - {id: note, when: 附记, say: "{{ 附记 }}。"}
  emphases:
    - id: why
      heading: 认清形势
      body: [{id: pressing, say: 形势逼人。}, {id: points, layout: paragraph, enumerate: 一是, points: [抓紧。, 抓实。]}]
    - id: todo
      heading: 逐项推进
      body:
        - id: task
          each: 任务
          heading: "{{ 名称 }}"
          run_in: true
          body: [{id: how, say: "{{ 名称 }}要快。"}, {id: until, layout: run_on, when: 期限, say: "{{ 期限 }}前办完。"}]
  closing:
    - {id: end, say: 散会。}
"""
BRIEF = "blueprint: b.yaml\n会议: 大会\n任务: [{名称: 修路, 期限: 5月底}, {名称: 架桥}]\n"
PLAIN = """\
在大会上的讲话
县长
（2026年3月1日）
同志们：
今天开会。一起商量。
一、认清形势
形势逼人。
一是抓紧。二是抓实。
二、逐项推进
（一）修路。修路要快。5月底前办完。
（二）架桥。架桥要快。
散会。
"""


def made(folder: Path, more: str) -> Draft:
    (folder / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (folder / "f.yaml").write_text(BRIEF + more, "utf-8")
    return draft_file(folder / "f.yaml", Library())


def text(draft: Draft) -> str:
    return "".join(page_text(line) + "\n" for line in draft.manuscript.lines)


def changed(folder: Path, more: str) -> list[str]:
    """The lines of the speech that others than the plain one has, with the line before the first."""
    lines, plain = text(made(folder, more)).splitlines(), PLAIN.splitlines()
    first = next(n for n, pair in enumerate(zip(lines, [*plain, ""], strict=False)) if pair[0] != pair[1])
    while lines and plain and lines[-1] == plain[-1]:
        lines.pop(), plain.pop()
    return lines[max(0, first - 1) :]


CASES = {
    "in front": ("{after: salutation, say: 甲。}", ["同志们：", "甲。"]),
    "behind the paragraph": ("{after: open, say: 甲。}", ["今天开会。一起商量。", "甲。"]),
    "before the paragraph": ("{before: more, say: 甲。}", ["同志们：", "甲。"]),
    "in the paragraph": ("{after: open, say: 甲。, layout: run_on}", ["同志们：", "今天开会。甲。一起商量。"]),
    "at the head of the paragraph": (
        "{before: open, say: 甲。, layout: run_on}",
        ["同志们：", "甲。今天开会。一起商量。"],
    ),
    "in the paragraph and behind it": (
        "{after: open, say: [甲。, 乙。], layout: run_on}",
        ["同志们：", "今天开会。甲。一起商量。", "乙。"],
    ),
    "before it and at its head": (
        "{before: open, say: [甲。, 乙。], layout: run_on}",
        ["同志们：", "甲。", "乙。今天开会。一起商量。"],
    ),
    "beside what is silent": ("{after: note, say: 甲。}", ["今天开会。一起商量。", "甲。"]),
    "running on before what is silent": (
        "{before: note, say: 甲。, layout: run_on}",
        ["同志们：", "今天开会。一起商量。甲。"],
    ),
    "behind one item": (
        "{after: 'how[1]', say: '{{ 名称 }}，甲。'}",
        ["（一）修路。修路要快。5月底前办完。", "修路，甲。"],
    ),
    "before one item": ("{before: 'how[2]', say: 甲。}", ["（二）架桥。架桥要快。", "甲。"]),
    "at the head of one item": (
        "{before: 'how[2]', say: '{{ item.名称 }}，甲。', layout: run_on}",
        ["（一）修路。修路要快。5月底前办完。", "（二）架桥。架桥，甲。架桥要快。"],
    ),
    "behind the last item": ("{after: how, say: 甲。}", ["（二）架桥。架桥要快。", "甲。"]),
    "behind the list": ("{after: task, say: 甲。}", ["（二）架桥。架桥要快。", "甲。"]),
    "behind a point": ("{after: points.1, say: 甲。}", ["一是抓紧。二是抓实。", "甲。"]),
    "with a heading among items": (
        "{after: 'task[1]', heading: 甲, say: [乙。, 丙。]}",
        ["（一）修路。修路要快。5月底前办完。", "（二）甲。乙。", "丙。", "（三）架桥。架桥要快。"],
    ),
    "with a heading among the points": (
        "{before: todo, heading: 甲, say: 乙。}",
        ["一是抓紧。二是抓实。", "二、甲", "乙。", "三、逐项推进"],
    ),
    "at the end": ("{after: end, say: 甲××。}", ["散会。", "甲××。"]),
    "with several paragraphs": ('{after: end, say: "甲。\\n\\n乙。"}', ["散会。", "甲。", "乙。"]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_inserted_stands(name: str, tmp_path: Path) -> None:
    inserted, lines = CASES[name]
    assert changed(tmp_path, f"insert: [{inserted}]\n") == lines


def test_without_changes_it_reads_so(tmp_path: Path) -> None:
    assert text(made(tmp_path, "")) == PLAIN


def test_several_texts_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    more = "insert: [{before: more, say: 三。}, {after: more, say: 一。}, {after: more, say: 二。}, {after: open, say: 零。}]\n"
    assert changed(tmp_path, more) == ["同志们：", "三。", "今天开会。一起商量。", "零。", "一。", "二。"]


def test_what_is_left_out_still_marks_the_place_and_its_heading_stays_above_what_is_inserted(tmp_path: Path) -> None:
    more = "omit: [pressing, points]\ninsert: [{after: pressing, say: 甲。}]\n"
    assert changed(tmp_path, more) == ["一、认清形势", "甲。"]
    more = "omit: [why]\ninsert: [{after: pressing, say: 甲。}]\n"
    assert changed(tmp_path, more) == ["今天开会。一起商量。", "甲。", "逐项推进"]


def test_no_length_drops_what_a_person_wrote(tmp_path: Path) -> None:
    short = BLUEPRINT.replace("{id: open,", "{id: open, optional: 1,").replace(
        "- id: task\n", "- id: task\n          keep: 1\n"
    )
    (tmp_path / "b.yaml").write_text(short, "utf-8")
    (tmp_path / "f.yaml").write_text(
        BRIEF + "minutes: 0.1\noverrides: {open: 我来开会。}\ninsert: [{after: 'how[2]', say: '{{ 名称 }}，甲。'}]\n",
        "utf-8",
    )
    drafted = text(draft_file(tmp_path / "f.yaml", Library()))
    assert "我来开会。" in drafted
    assert "架桥，甲。" in drafted
    assert "架桥要快" not in drafted


def test_lines_of_the_front_are_printed_as_given_and_an_empty_one_is_left_out(tmp_path: Path) -> None:
    more = "overrides: {title: '{{ 会议 }}讲话。', byline: , date: （3月）, salutation: 各位：}\n"
    assert text(made(tmp_path, more)).splitlines()[:4] == ["大会讲话。", "（3月）", "各位：", "今天开会。一起商量。"]


def test_a_node_that_is_called_like_a_line_of_the_front_goes_before_it(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(BLUEPRINT.replace("id: end", "id: title"), "utf-8")
    (tmp_path / "f.yaml").write_text(BRIEF + "overrides: {title: 完了。}\n", "utf-8")
    lines = text(draft_file(tmp_path / "f.yaml", Library())).splitlines()
    assert (lines[0], lines[-1]) == ("在大会上的讲话", "完了。")


def test_one_point_and_one_item_are_overridden_and_named_in_the_record(tmp_path: Path) -> None:
    draft = made(tmp_path, "overrides: {points.2: 抓细。, 'until[1]': '{{ 期限 }}要完。', points.1: ''}\n")
    assert "抓细。\n" in text(draft)
    assert "（一）修路。修路要快。5月底要完。" in text(draft)
    keys = [key_of(part) for line in made(tmp_path, "").manuscript.lines for part in line.parts]
    assert {"points.1", "points.2", "until[1]", "task[2]"} <= set(keys)
