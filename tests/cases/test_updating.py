"""`drafter update`: a blueprint changed since the draft was made, and a person edited the Word file, the brief, or both."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import docx
import pytest

from drafter.desk.draft import draft_file, look_of, write_draft
from tests.cases.running import drafter
from tests.cases.terminal import Terminal
from tests.conftest import ROOT

BLUEPRINT = """\
drafter: 1
title: 调度会讲话
slots:
  会议: {ask: 会议全称}
  总数: {ask: 一共多少处}
  镇街: {type: list, ask: 镇街, missing: omit}
speech:
  title: 在{{ 会议 }}上的讲话
  opening:
    - {id: account, say: "点位一共{{ 总数 }}。"}
    - {id: why, layout: paragraph, say: 这件事关系全城安全。}
    - {id: pace, layout: paragraph, say: 进度一周一通报。, or: [进度每周通报。]}
    - {id: rest, layout: paragraph, say: 剩下的要抓紧。}
  emphases:
    - id: town
      each: 镇街
      heading: "{{ item }}要带头"
      body: [{id: town-how, say: "先把底数摸清。"}]
  closing:
    - {id: thanks, layout: paragraph, say: 大家辛苦了。}
    - {id: end, layout: paragraph, say: 会后就动手。}
"""
BRIEF = """\
# 初稿
blueprint: bp.yaml
seed: 1
会议: 调度会  # 全称
总数: 67处
镇街: [东街, 西街]
"""
OWN = "overrides:\n  rest: 剩下的倒排工期。\nomit: [thanks]\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def drafted(desk: Path, own: str = "") -> None:
    (desk / "b.yaml").write_text(BRIEF + own, "utf-8")
    assert drafter(desk, "draft", "b.yaml").code == 0


def changed(desk: Path, **texts: str) -> None:
    """The blueprint with other words; those of the same length as before are told by their beginnings."""
    made = (desk / "bp.yaml").read_text("utf-8")
    for old, new in texts.items():
        assert old in made
        made = made.replace(old, new)
    (desk / "bp.yaml").write_text(made, "utf-8")


def edited(desk: Path, old: str, new: str, name: str = "b.docx") -> None:
    """The Word file with other words in one paragraph."""
    document = docx.Document(str(desk / name))
    paragraph = next(one for one in document.paragraphs if old in one.text)
    text = paragraph.text.replace(old, new)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text
    document.save(str(desk / name))


def rows(desk: Path, *more: str) -> dict[str, str]:
    """Who changed each node that is not as it was."""
    made = json.loads(drafter(desk, "update", "b.yaml", "--format", "json", *more).said)
    return {one["node"]: one["kind"] for one in made["nodes"] if one["kind"] != "same"}


def lines(desk: Path) -> list[str]:
    return [line.strip() for line in drafter(desk, "draft", "b.yaml", "-o", "-").said.splitlines()]


def test_nothing_changed_is_nothing_told_and_nothing_written(desk: Path) -> None:
    drafted(desk)
    assert rows(desk) == {}
    assert drafter(desk, "update", "b.yaml", "--apply").said.endswith("b.yaml says all of it already\n")
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF


@pytest.mark.parametrize("name", ["kick-off", "rectification"])
def test_an_example_is_up_to_date(name: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / name / "brief.yaml", tmp_path / "b.yaml")
    assert drafter(tmp_path, "draft", "b.yaml").code == 0
    assert rows(tmp_path) == {}


def test_each_node_is_told_by_who_changed_it(desk: Path) -> None:
    drafted(desk)
    edited(desk, "全城安全", "全城安全，一天也拖不得")
    edited(desk, "先把底数摸清", "先把底数摸清楚")
    changed(desk, 这件事关系全城安全="这件事关系千家万户", 会后就动手="散会就动手")
    assert rows(desk) == {"why": "conflict", "town-how[1]": "yours", "end": "blueprint"}
    assert drafter(desk, "update", "b.docx").said.splitlines()[1:] == [
        "conflict  why",
        "  the blueprint: 这件事关系[-全城安全-]{+千家万户+}。",
        "  you: 这件事关系全城安全，一天也拖不得。",
        "yours  town-how[1]: 先把底数摸清{+楚+}。",
        "blueprint  end: [-会后-]{+散会+}就动手。",
        "8 nodes are unchanged",
        "1 conflict: your words stay, unless you take the others with --apply on a terminal",
    ]


def test_what_a_person_says_stays_and_all_else_is_the_blueprints(desk: Path) -> None:
    drafted(desk, "# 末行\n")
    edited(desk, "67处", "69处")
    edited(desk, "全城安全", "全城安全，一天也拖不得")
    changed(desk, 这件事关系全城安全="这件事关系千家万户", 会后就动手="散会就动手")
    assert drafter(desk, "update", "b.docx", "--apply").code == 0
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF.replace("67", "69") + (
        "overrides: {why: 这件事关系全城安全，一天也拖不得。}\n# 末行\n"
    )
    said = lines(desk)
    assert {"点位一共69处。", "这件事关系全城安全，一天也拖不得。", "散会就动手。"} <= {*said}


def test_what_the_brief_itself_says_is_a_persons(desk: Path) -> None:
    drafted(desk, OWN)
    assert rows(desk) == {"rest": "yours", "thanks": "yours"}
    changed(desk, 剩下的要抓紧="剩下的限期办结", 大家辛苦了="同志们辛苦了")
    assert rows(desk) == {"rest": "conflict", "thanks": "conflict"}
    changed(desk, 剩下的限期办结="剩下的倒排工期")
    assert rows(desk) == {"rest": "alike", "thanks": "conflict"}


def test_what_was_cut_for_a_length_is_nobodys_change(tmp_path: Path) -> None:
    brief = (ROOT / "examples/work-meeting/brief.yaml").read_text("utf-8")
    brief = "".join(line for line in brief.splitlines(keepends=True) if not line.startswith("minutes"))
    (tmp_path / "b.yaml").write_text(
        brief.replace("blueprint: work-meeting\n", "blueprint: bp.yaml\nminutes: 9\n"), "utf-8"
    )
    child = "drafter: 1\ntitle: 会\nextends: work-meeting\noverride: {transition-to-points: {say: 下面讲几点。}}\n"
    (tmp_path / "bp.yaml").write_text(child, "utf-8")
    assert "left out" in drafter(tmp_path, "draft", "b.yaml").said
    assert rows(tmp_path) == {}
    edited(tmp_path, "下面讲几点。", "下面讲几点意见。")
    assert rows(tmp_path) == {"transition-to-points": "yours"}
    (tmp_path / "bp.yaml").write_text(child.replace("下面", "今天"), "utf-8")
    assert rows(tmp_path) == {"transition-to-points": "conflict"}
    said = drafter(tmp_path, "update", "b.yaml", "--apply").said
    assert "not said as planned" not in said and "+  transition-to-points: 下面讲几点意见。" in said


def test_what_names_a_node_that_is_gone_goes_to_the_nearest_place(desk: Path) -> None:
    drafted(desk, OWN + "pick: {pace: 2}\nshapes: {}\ninsert:\n  - {after: thanks, say: 再说一句。}  # 加的\n")
    changed(
        desk,
        **{
            "    - {id: rest, layout: paragraph, say: 剩下的要抓紧。}\n": "",
            "    - {id: thanks, layout: paragraph, say: 大家辛苦了。}\n": "",
            "say: 进度一周一通报。, or: [进度每周通报。]": "say: 进度每周通报。",
        },
    )
    said = drafter(desk, "update", "b.yaml", "--apply").said
    assert "gone  omit.thanks: the blueprint has it no more; the entry goes" in said
    assert "moved  overrides.rest: its place is gone; put after pace: 剩下的倒排工期。" in said
    assert "moved  insert[1]: its place is gone; put before end: 再说一句。" in said
    assert "renumbered  pick.pace: the same wording is number 1 now" in said
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF + (
        "pick: {pace: 1}\nshapes: {}\ninsert:\n"
        "  - {before: end, say: 再说一句。}  # 加的\n  - {after: pace, say: 剩下的倒排工期。}\n"
    )
    told = lines(desk)
    assert told[told.index("进度每周通报。") + 1] == "剩下的倒排工期。"
    assert told[told.index("会后就动手。") - 1] == "再说一句。"


def test_a_node_under_another_id_takes_its_words_along(desk: Path) -> None:
    drafted(desk, OWN)
    changed(desk, **{"id: rest": "id: left-over"})
    said = drafter(desk, "update", "b.yaml", "--apply").said
    assert "renamed  overrides.rest: the same words stand under left-over now" in said
    assert "  left-over: 剩下的倒排工期。\n" in (desk / "b.yaml").read_text("utf-8")


def test_a_zone_without_nodes_has_a_place_behind_the_salutation(desk: Path) -> None:
    drafted(desk, "overrides: {end: 散会。}\n")
    made = (desk / "bp.yaml").read_text("utf-8")
    (desk / "bp.yaml").write_text(made[: made.index("  closing:")], "utf-8")
    assert "put after salutation: 散会。" in drafter(desk, "update", "b.yaml").said


def test_a_fact_that_the_blueprint_knows_no_more_is_told_and_nothing_is_written(desk: Path) -> None:
    drafted(desk, OWN)
    changed(desk, **{"  总数: {ask: 一共多少处}\n": "", "点位一共{{ 总数 }}。": "点位不少。"})
    made = drafter(desk, "update", "b.yaml", "--apply")
    assert made.code == 1 and "b.yaml:5:1: error:" in made.said and "[unknown-slot]" in made.said
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF + OWN


def test_where_the_draft_has_no_copy_what_is_as_it_was_drafted_is_the_blueprints(desk: Path) -> None:
    draft = draft_file(desk / "b.yaml")
    data = write_draft(draft, "docx", look_of(draft), source="b.yaml", read_from=("another", ()))
    (desk / "b.docx").write_bytes(data)
    edited(desk, "会后就动手", "会后马上动手")
    changed(desk, 先把底数摸清="先把家底摸清", 会后就动手="散会就动手", 大家辛苦了="同志们辛苦了")
    assert rows(desk) == {
        "town-how[1]": "blueprint",
        "town-how[2]": "conflict",
        "thanks": "conflict",
        "end": "conflict",
    }


def test_in_a_conflict_either_is_taken(desk: Path) -> None:
    drafted(desk)
    edited(desk, "全城安全", "全城安全，一天也拖不得")
    edited(desk, "会后就动手", "会后马上动手")
    changed(desk, 这件事关系全城安全="这件事关系千家万户", 会后就动手="散会就动手")
    terminal = Terminal(desk, "update", "b.yaml", "--apply")
    terminal.until("whose words?")
    terminal.keys("b\r")
    terminal.until("whose words?")
    terminal.keys("\r")
    assert terminal.ended() == 0
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF + "overrides: {end: 会后马上动手。}\n"


def test_who_wants_no_other_place_for_a_text_has_it_left_out(desk: Path) -> None:
    drafted(desk, OWN)
    changed(desk, **{"    - {id: rest, layout: paragraph, say: 剩下的要抓紧。}\n": ""})
    terminal = Terminal(desk, "update", "b.yaml", "--apply")
    terminal.until("put it there?")
    terminal.keys("n\r")
    assert terminal.ended() == 0
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF + "omit: [thanks]\n"


def test_without_a_draft_there_is_nothing_to_tell_from(desk: Path) -> None:
    assert drafter(desk, "update", "b.yaml").said == (
        "b.yaml:1:1: error: there is no draft b.docx beside b.yaml that remembers how the blueprint was; "
        "name one with --from [no-draft-beside]\n"
    )
    assert drafter(desk, "draft", "b.yaml", "-o", "other.docx").code == 0
    assert rows(desk, "--from", "other.docx") == {}
    assert drafter(desk, "draft", "b.yaml", "-o", "b.docx", "--final").code == 0
    assert "does not say from which brief" in drafter(desk, "update", "b.docx").said
    assert drafter(desk, "update", "b.docx", "--from", "other.docx").code == 2
