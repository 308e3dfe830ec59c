"""What a draft leaves unsaid for want of a fact: which facts its report names, and which not."""

from __future__ import annotations

from pathlib import Path

import pytest

import drafter
from drafter.desk.unsaid import unsaid
from tests.cases.running import drafter as run

BLUEPRINT = """\
drafter: 1
title: 试
slots:
  会议: {ask: 会议全称}
  调研: {ask: 本级领导现场调研情况, missing: omit}
  典型: {type: list, of: text, missing: omit, ask: 先行见效的做法}
  场合: {type: choice, of: [部署会, 总结会], missing: omit, ask: 什么场合}
  通报: {type: flag, ask: 有没有通报}
  决策: {ask: 本级作出的部署}
  任务:
    type: list
    missing: omit
    ask: 哪些任务
    of:
      名称: {ask: 任务叫什么}
      时限: {missing: omit, ask: 什么时候完成}
      单位: {missing: omit, ask: 哪个单位办}
  责任人: {default: "{{ 会议 }}责任人", ask: 谁负责}
derive:
  最急: 任务 | 最早
speech:
  title: 在{{ 会议 }}上的讲话
  opening:
    - {id: greet, say: 今天开会。}
    - {id: visit, when: 调研, say: "{{ 调研 }}。"}
    - {id: no-visit, when: not 调研, say: 还没有到现场去看。}
    - {id: occasion, when: 场合 == "部署会" and 通报, say: 这是一次部署会。}
    - id: units
      say:
        - 决策是{{ 决策 }}。
        - {id: most-urgent, when: 最急, say: 最急的一项不能等。}
        - {id: model, say: [{only: 典型, say: "{{ 典型 | 顿号 }}走在了前面。"}, "{{ 调研 }}时看到了好做法。"]}
        - {id: who, say: "{{ 责任人 }}要到场。"}
  emphases:
    - id: task
      each: 任务
      heading: "{{ 名称 }}"
      body:
        - {id: begin, say: 马上动手。}
        - {id: until, when: 时限, say: "{{ 时限 }}完成。"}
        - {id: by, when: 单位, say: "由{{ 单位 }}负责。"}
  closing: [{id: end, say: 散会。}]
"""
BRIEF = "blueprint: bp.yaml\nseed: 1\n会议: 大会\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    return tmp_path


def names(desk: Path, more: str) -> dict[str, tuple[str, ...]]:
    """The facts that a draft is told to lack, with the nodes that lack them."""
    (desk / "b.yaml").write_text(BRIEF + more, "utf-8")
    return {one.name: one.nodes for one in unsaid(drafter.draft(desk / "b.yaml"))}


def test_what_nobody_gave_is_told_with_the_nodes_that_lack_it(desk: Path) -> None:
    assert names(desk, "") == {
        "调研": ("visit", "units.model"),
        "场合": ("occasion",),
        "任务": ("units.most-urgent", "task"),
    }


@pytest.mark.parametrize(
    ("given", "gone"),
    [
        ("调研: 上周去了现场\n", "调研"),
        ("场合: 总结会\n", "场合"),
        ("典型: [青川市]\n", "典型"),
        ("任务: [{名称: 修堤}]\n", "任务"),
    ],
)
def test_what_is_given_is_not_lacking_whatever_is_made_of_it(desk: Path, given: str, gone: str) -> None:
    assert gone not in names(desk, given)


def test_a_field_is_told_once_unless_some_item_has_it(desk: Path) -> None:
    fields = names(desk, "任务: [{名称: 修堤, 单位: 水务局}, {名称: 清淤}]\n")
    assert fields["任务.时限"] == ("until[1]", "until[2]") and "任务.单位" not in fields
    assert "最急" not in fields and "任务" not in fields


def test_gaps_and_what_is_denied_are_not_told_here(desk: Path) -> None:
    told = names(desk, "")
    assert not {"决策", "会议", "通报", "责任人"} & told.keys()
    assert not {"no-visit", "who"} & {node for nodes in told.values() for node in nodes}


def test_a_list_that_is_open_as_a_whole_is_told_as_its_gap_alone(desk: Path) -> None:
    (desk / "bp.yaml").write_text(
        BLUEPRINT.replace("    missing: omit\n    ask: 哪些任务", "    ask: 哪些任务"), "utf-8"
    )
    assert not [name for name in names(desk, "") if name.startswith("任务")]


def test_a_list_shows_its_gap_though_each_of_its_fields_may_be_missing(desk: Path) -> None:
    (desk / "bp.yaml").write_text(
        "drafter: 1\ntitle: 试\nslots:\n  议程: {type: list, ask: 会议议程, of: {人: {ask: 谁, missing: omit}}}\n"
        'speech:\n  title: 试\n  opening:\n    - {id: agenda, say: "议程是{{ 议程 | 项数 }}。"}\n',
        "utf-8",
    )
    (desk / "b.yaml").write_text("blueprint: bp.yaml\nseed: 1\n", "utf-8")
    assert "议程是【待补充：会议议程】。" in drafter.draft(desk / "b.yaml").write("txt").decode()


def test_the_report_names_each_with_its_question(desk: Path) -> None:
    (desk / "b.yaml").write_text(BRIEF + "决策: 年内完成\n任务: [{名称: 修堤, 时限: 月底前}]\n", "utf-8")
    done = run(desk, "draft", "b.yaml", "-o", "b.md")
    assert done.said.splitlines()[-5:] == [
        "    修堤",
        "  no gaps",
        "  not said: 调研 (本级领导现场调研情况)",
        "  not said: 场合 (什么场合)",
        "  not said: 任务.单位 (哪个单位办)",
    ]


def test_with_gaps_all_that_could_be_said_shows(desk: Path) -> None:
    (desk / "b.yaml").write_text(BRIEF, "utf-8")
    plain = run(desk, "draft", "b.yaml", "-o", "-", "--format", "txt").said
    form = run(desk, "draft", "b.yaml", "-o", "-", "--format", "txt", "--gaps").said
    left = [line for line in form.splitlines() if "not said" in line]
    assert plain.count("not said") == 3 and left == ["  not said: 场合 (什么场合)"]  # whatever it is, there is no 通报
    for label in ("本级领导现场调研情况", "任务", "什么时候完成", "哪个单位办"):
        assert f"【待补充：{label}】" in form and f"【待补充：{label}】" not in plain
    assert [line for line in form.splitlines() if "散会" in line]
    assert drafter.draft(desk / "b.yaml", gaps=True).write("txt").decode() in form


def test_a_long_list_ends_in_a_count(desk: Path) -> None:
    slots = "".join(f"  事{n}: {{missing: omit, ask: {'很长的问题' * 12}}}\n" for n in range(12))
    says = "".join(f'    - {{id: n{n}, when: 事{n}, say: "{{{{ 事{n} }}}}。"}}\n' for n in range(12))
    text = (
        "drafter: 1\ntitle: 试\nslots:\n"
        + slots
        + "speech:\n  title: 讲话\n  opening:\n    - {id: a, say: 开会。}\n"
        + says
    )
    (desk / "bp.yaml").write_text(text, "utf-8")
    (desk / "b.yaml").write_text("blueprint: bp.yaml\nseed: 1\n事3: 修堤\n", "utf-8")
    lines = [line for line in run(desk, "draft", "b.yaml").said.splitlines() if "not said" in line]
    assert len(lines) == 9 and lines[0] == f"  not said: 事0 ({('很长的问题' * 12)[:39]}…)"
    assert lines[-1] == "  not said: 3 more; see --gaps"


FALLS = """\
speech:
  title: 讲话
  opening:
    - {id: a, each: 任务, when: 名称 and 名称 != "", say: "{{ 名称 }}由{{ 单位 }}办。"}
"""


def test_an_item_that_falls_for_want_of_a_field_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(BLUEPRINT.partition("derive:")[0] + FALLS, "utf-8")
    brief = "blueprint: b.yaml\n任务:\n  - {名称: 清淤, 单位: 水利局}\n  - {单位: 住建局}\n"
    (tmp_path / "f.yaml").write_text(brief, "utf-8")
    told = "no sentence says anything of 任务[2], which lacks 名称; fill it in, or remove the item [item-not-said]"
    assert f"f.yaml:4:5: warning: {told}\n" in run(tmp_path, "check", "f.yaml").said
