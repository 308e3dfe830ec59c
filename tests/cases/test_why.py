"""`drafter outline --why`: which wording was chosen of how many, what spoke for it, and why the rest is silent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from drafter.desk.draft import draft_file
from drafter.desk.library import Library
from drafter.plan import plan
from tests.cases.running import drafter, process
from tests.conftest import ROOT

BLUEPRINT = """\
drafter: 1
title: 推进会讲话
slots:
  会议: {ask: 会议全称}
  日期: {type: date, ask: 哪天开会}
  现状: {type: list, of: text, ask: 现状, missing: omit}
  任务: {type: list, of: text, ask: 要办的事}
derive:
  最急: 任务 | 最早
speech:
  title: 在{{ 会议 }}上的讲话
  date: "{{ 日期 | 日期 }}"
  salutation: [{only: 现状, say: 同志们、朋友们：}, 同志们：]
  opening:
    - id: begin
      say:
        - 今天召开{{ 会议 }}。
        - id: days
          say:
            - {when: 最急.期限 | 距(日期) <= 30, say: "离{{ 最急.期限 | 月日 }}只有{{ 最急.期限 | 距(日期) }}天。"}
            - {when: 最急.期限 | 距(日期) > 300, say: 日子还长。}
            - {for: 校园, say: 趁假期抓紧。}
            - 时间不等人。
        - {id: press, with: days, join: ，, say: 要抢在前头}
        - {id: calm, without: days, say: 时间还够。}
        - {id: hard, say: "头一件难在{{ 最急.难 }}。"}
  emphases:
    - id: work
      heading: [把眼前的事办好, {for: 治水, say: 把治水的事办好}]
      body:
        - {id: task, each: 任务, say: [{id: it, say: "{{ item }}。"}, {id: once, most: 1, say: 办一件销一件。}]}
    - {id: state, when: 现状, heading: 看清现状, body: [{id: all, say: "{{ 现状 | 分号 }}。"}]}
    - {id: empty, heading: 说说难处, body: [{id: why, each: 任务, say: [{id: x, say: "{{ item.难 }}。"}]}]}
"""
BRIEF = """\
blueprint: bp.yaml
会议: 青川市黑臭水体治理推进会
日期: 2026-03-18
任务:
  - 4月10日前封堵排污口12处
  - 汛期前完成河道清淤9公里
"""
TOLD = """\
在青川市黑臭水体治理推进会上的讲话
                                                        move                     chars   min  id
  salutation
    wording 2 of 2: only this one fits
    - 1: only 现状  (现状 = not given)
opening
  今天召开青川市黑臭水体治理推进会。                                                17   0.1  begin.1
  离4月10日只有23天，                                                               12   0.1  begin.days
      wording 1 of 4, of 2 that fit: most conditions speak for it
      + when 最急.期限 | 距(日期) <= 30  (最急.期限 = 4月10日 2026-04-10; 日期 = 2026-03-18)
      - 2: when 最急.期限 | 距(日期) > 300  (最急.期限 = 4月10日 2026-04-10; 日期 = 2026-03-18)
      - 3: for 校园
  要抢在前头                                                                         5   0.0  begin.press
      + with begin.days
emphases
  把治水的事办好                                                                    42   0.2  work
      wording 2 of 2, of 2 that fit: most conditions speak for it
      + for 治水
    4月10日前封堵排污口12处。                                                       15   0.1  task.it[1]
    办一件销一件。                                                                   7   0.0  task.once[1]
    汛期前完成河道清淤9公里。                                                       13   0.1  task.it[2]
in all                                                                              80   0.4
not said
  begin.calm  - it stands only without begin.days
  begin.hard  - wants 最急.难 (任务[1])
  task.once[2]  - `most: 1` is reached
  state  - when 现状  (现状 = not given)
  empty  - nothing stands in it
  why.x[1]  - wants item.难 (任务[1])
  why.x[2]  - wants item.难 (任务[2])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def test_what_was_decided_stands_below_its_row(folder: Path) -> None:
    done = drafter(folder, "outline", "--why", "b.yaml")
    assert (done.code, done.said) == (0, TOLD)


def test_what_a_person_decided_is_told(folder: Path) -> None:
    (folder / "b.yaml").write_text(
        BRIEF + "pick: {begin.days: 4}\nomit: [begin.press, 'task.it[2]']\noverrides: {'task.it[1]': 封堵排污口。}\n",
        "utf-8",
    )
    said = drafter(folder, "outline", "--why", "b.yaml").said
    assert "begin.days\n      wording 4 of 4: the brief picks it\n" in said
    assert "task.it[1]\n        written over in the brief\n" in said
    assert "\n  begin.press  - the brief leaves it out\n" in said
    assert "\n  task.it[2]  - the brief leaves it out\n" in said


def test_lots_and_stocks_are_told(folder: Path) -> None:
    words = folder / "packs/p/words"
    words.mkdir(parents=True)
    (words.parent / "pack.yaml").write_text("drafter: 1\nname: p\n", "utf-8")
    (words / "answers.yaml").write_text(
        "drafter: 1\nsentences:\n  - {match: 排污口, say: [查到哪一家就管住哪一家。, 堵住一处还要看住一处。]}\n",
        "utf-8",
    )
    text = BLUEPRINT.replace("{id: once, most: 1, say: 办一件销一件。}", "{id: so, stock: answers, of: item}")
    text = text.replace("- 时间不等人。", "- 时间不等人。\n            - 时间不能等。").replace("<= 30", "<= 3")
    (folder / "bp.yaml").write_text(text, "utf-8")
    said = drafter(folder, "outline", "--why", "b.yaml").said
    assert " of 5, of 2 that fit: by lot\n" in said
    assert (
        "task.so[1]\n        a sentence of the stock, of 2 that fit\n"
        "        + stock answers  (item = 4月10日前封堵排污口12处)\n" in said
    )
    assert "\n  task.so[2]  - no sentence of the stock answers fits\n" in said


def test_it_is_told_in_chinese(folder: Path) -> None:
    said = process(folder, "outline", "--why", "b.yaml", LANGUAGE="zh_CN").said
    assert "第 1 种说法，共 4 种，2 种可用：支持它的条件最多\n" in said
    assert "第 2 种说法，共 2 种：只有这一种可用\n" in said
    assert "\n未说的内容\n  begin.calm  - 只在没有 begin.days 时才说\n  begin.hard  - 缺 最急.难 (任务[1])\n" in said
    assert "(现状 = 未给出)" in said


def test_the_same_as_data(folder: Path) -> None:
    told = json.loads(drafter(folder, "outline", "--why", "--format", "json", "b.yaml").said)
    (days,) = told["opening"][1]["why"]
    assert (days["wording"], days["wordings"], days["fitting"], days["how"]) == (1, 4, 2, "conditions")
    assert days["conditions"] == [
        {
            "key": "when",
            "text": "最急.期限 | 距(日期) <= 30",
            "holds": True,
            "facts": {"最急.期限": "4月10日 2026-04-10", "日期": "2026-03-18"},
        }
    ]
    assert [one["wording"] for one in days["others"]] == [2, 3]
    (press,) = told["opening"][2]["why"]
    assert press["conditions"] == [{"key": "with", "text": "begin.days", "holds": True, "facts": {}}]
    assert told["emphases"][0]["blocks"][0]["why"][0]["key"] == "task.it[1]"
    assert [one["key"] for one in told["silent"]][:2] == ["begin.calm", "begin.hard"]
    assert [one["key"] for one in told["why"]] == ["title", "date", "salutation"]
    plain = json.loads(drafter(folder, "outline", "--format", "json", "b.yaml").said)
    assert "why" not in plain["opening"][0] and "silent" not in plain


def test_of_an_old_speech_nothing_is_known(folder: Path) -> None:
    (folder / "old.txt").write_text("在大会上的讲话\n同志们：\n　　现在开会。\n", "utf-8")
    done = drafter(folder, "outline", "--why", "old.txt")
    assert done.code == 2 and "--why is for briefs" in done.said


@pytest.mark.parametrize("brief", sorted((ROOT / "examples").glob("*/brief.yaml")), ids=lambda path: path.parent.name)
def test_watching_changes_nothing_and_tells_of_all(brief: Path) -> None:
    draft = draft_file(brief, Library())
    words = draft.knows.words
    watched = plan(draft.blueprint, draft.brief, words, why=True)
    assert replace(watched, why=()) == plan(draft.blueprint, draft.brief, words)
    keys = [one.key for one in watched.why]
    assert len(keys) == len(set(keys))
    assert {one.key for one in watched.silent} <= {one.key for one in watched.why if not one.stands}
    assert all(one.wordings or any(not term.holds for term in one.terms) for one in watched.why if not one.stands)


def test_a_derived_name_that_is_everywhere_speaks_for_no_wording(tmp_path: Path) -> None:
    many = "".join(f'    - {{id: n{n}, say: "{{{{ 长 }}}}第{n}次到场。"}}\n' for n in range(9))
    (tmp_path / "b.yaml").write_text(
        "drafter: 1\ntitle: 试\nslots: {制度: {ask: 什么制度}, 段: {ask: 哪一段, missing: omit}}\n"
        "derive: {长: \"(制度 | 含('河长') and '河长') or '责任人'\"}\n"
        "speech:\n  title: 讲话\n  opening:\n" + many + "    - id: x\n      say:\n"
        '        - {id: y, say: ["{{ 长 }}要去看。", "{{ 段 }}要看。"]}\n',
        "utf-8",
    )
    (tmp_path / "brief.yaml").write_text("blueprint: b.yaml\n制度: 河长制\n段: 河段\n", "utf-8")
    for seed in range(6):
        assert "河段要看。" in drafter(tmp_path, "draft", "brief.yaml", "--seed", str(seed), "-o", "-").said
