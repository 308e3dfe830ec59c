"""What is told of a speech that is fitted to a length, and what is kept of the wish."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.desk.draft import draft_file
from drafter.desk.left_out import in_short
from drafter.desk.library import Library
from drafter.desk.redraft import redrafted
from drafter.formats.docx.read import record_of
from tests.cases.running import drafter as run
from tests.cases.running import process

BLUEPRINT = """\
drafter: 1
title: 调度会讲话
slots:
  讲话人: {ask: 谁讲, missing: omit}
  目标: {ask: 目标, missing: omit}
  禁令: {ask: 禁令, type: list, of: text, missing: omit}
  教训: {ask: 教训, type: list, of: text, missing: omit}
speech:
  title: 讲话
  byline: "{{ 讲话人 }}"
  opening:
    - {id: begin, say: 今天开会，把剩下的事逐件过一遍。}
    - {id: aim, when: 目标, optional: last, say: "目标是{{ 目标 }}，一天也不能拖。"}
    - {id: bans, when: 禁令, optional: true, say: "不准的有{{ 禁令 | 项数 }}条：{{ 禁令 | 顿号 }}。"}
    - {id: lessons, when: 教训, keep: 1, say: "教训是{{ 教训 | 顿号 }}，各单位都要记住。"}
    - {id: one, optional: 2, say: 会前到现场看了一圈，进度有快有慢。}
    - {id: two, optional: 2, say: 慢的不是没有人，是几家之间接不上。}
    - {id: three, optional: 2, say: 接口由谁来定，会上就要说清楚。}
    - {id: four, optional: 2, say: 定下来的写在纸上，发到每一家。}
"""
BRIEF = """\
blueprint: bp.yaml
讲话人: 市长　陈志远
目标: 月底通车
禁令: [夜间吊装, 无证上岗]
教训: [看图纸的人没有到场, 到场的人没有看图纸, 两家各记各的账]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def test_what_went_is_headed_in_chinese_by_its_own_words(desk: Path) -> None:
    said = process(desk, "fit", "b.yaml", "--minutes", "0.3", LANGUAGE="zh_CN").said
    assert said.splitlines()[0] == "计划讲0.3分钟，要求0.3分钟；合并带过2处；略去5处"
    assert "略去：5处" in said.splitlines()


def test_a_list_that_went_is_named_once_and_a_single_item_by_its_number() -> None:
    lost = ["教训", "教训[1]", "教训[2]", "行业[1].举措[2]", "行业[2]", "行业[2].期限", "禁令"]
    said = ["行业[1].举措[1]", "行业[1]", "禁令[1]"]
    assert in_short(lost, said, ["行业", "教训", "禁令"]) == ("行业[1].举措[2]", "行业[2]", "教训")


def test_twelve_facts_are_named_and_the_others_counted_but_fit_names_all(desk: Path) -> None:
    slots = "".join(f"  事{n:02}: {{ask: 事, missing: omit}}\n" for n in range(14))
    nodes = "".join(
        f'    - {{id: n{n}, when: 事{n:02}, optional: true, say: "{{{{ 事{n:02} }}}}。"}}\n' for n in range(14)
    )
    text = f"drafter: 1\ntitle: 试\nslots:\n{slots}speech:\n  title: 讲话\n  opening:\n    - {{id: a, say: 开会。}}\n{nodes}"
    (desk / "bp.yaml").write_text(text, "utf-8")
    facts = "".join(f"事{n:02}: 第{n}件已经办完\n" for n in range(14))
    (desk / "b.yaml").write_text(f"blueprint: bp.yaml\n{facts}", "utf-8")
    names = [f"事{n:02}" for n in range(14)]
    told = "facts not said for the length's sake: "
    draft = run(desk, "draft", "b.yaml", "--minutes", "0.01", "--no-seed", "-o", "b.txt").said.splitlines()
    assert f"  {told}{', '.join(names[:12])} and 2 more" in draft
    fit = run(desk, "fit", "b.yaml", "--minutes", "0.01").said.splitlines()
    assert f"{told}{', '.join(names)}" in fit


def test_a_brief_that_leaves_out_many_nodes_names_five(desk: Path) -> None:
    (desk / "b.yaml").write_text(f"{BRIEF}omit: [one, two, three, four, bans, aim]\n", "utf-8")
    assert run(desk, "check", "b.yaml").said.splitlines() == [
        "b.yaml:3:1: warning: nobody hears 目标: the brief leaves out one, two, three, four, bans and 1 more; "
        "say it elsewhere, or take the fact out as well [fact-left-out]",
        "b.yaml:4:1: warning: nobody hears 禁令: the brief leaves out one, two, three, four, bans and 1 more; "
        "say it elsewhere, or take the fact out as well [fact-left-out]",
        "0 errors, 2 warnings",
    ]


def test_what_fit_wrote_is_told_in_one_line(desk: Path) -> None:
    assert run(desk, "fit", "b.yaml", "--minutes", "0.3", "--write").code == 0
    assert run(desk, "check", "b.yaml").said.splitlines() == [
        "b.yaml:2:10: warning: not said for the sake of 0.3 minutes: 禁令, 教训[2], 教训[3]; "
        "what is to be said must go out of `omit`, or be counted in `keep` [fact-left-out]",
        "0 errors, 1 warning",
    ]


def test_fit_writes_though_nobody_reads_what_it_prints(desk: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        command = [sys.executable, "-m", "drafter", "fit", "b.yaml", "--minutes", "0.3", "--write"]
        subprocess.run(command, cwd=desk, stdout=closed, stderr=subprocess.DEVNULL, check=False)
    assert "minutes: 0.3\n" in (desk / "b.yaml").read_text("utf-8")


def test_a_shorter_wording_that_fit_wrote_can_be_read(desk: Path) -> None:
    shorter = BLUEPRINT.replace("optional: last, say:", "short: [目标不变。], say:")
    (desk / "bp.yaml").write_text(shorter, "utf-8")
    run(desk, "fit", "b.yaml", "--minutes", "0.1", "--write")
    assert "pick:\n  aim: 2\n" in (desk / "b.yaml").read_text("utf-8")
    assert run(desk, "check", "b.yaml").said.splitlines()[-1] == "0 errors, 1 warning"


def test_the_length_and_the_rate_that_were_asked_for_are_in_the_record(desk: Path) -> None:
    styled(desk, 170)
    command = ("draft", "b.yaml", "--minutes", "0.3,0.5", "--style", "slow", "--pack", "ours", "--no-seed")
    assert run(desk, *command).code == 0
    library = Library((desk / "ours",))
    for minutes in (0.3, 0.5):
        found = record_of((desk / f"b-{minutes}min.docx").read_bytes())
        assert found and (found.minutes, found.rate) == (minutes, 170)
        again = redrafted(found, desk / "b.docx", library)
        assert (
            again and again.draft.speech == draft_file(desk / "b.yaml", library, minutes=minutes, style="slow").speech
        )


def styled(desk: Path, rate: int) -> None:
    (desk / "ours/styles").mkdir(parents=True)
    standard = Path(__file__).parents[2] / "blueprints/official/styles/standard.yaml"
    (desk / "ours/styles/slow.yaml").write_text(f"{standard.read_text('utf-8')}\nrate: {rate}\n", "utf-8")


def rate_in(said: str) -> str:
    return said.partition(" min at ")[2].partition(" ")[0]


def test_the_rate_is_that_of_the_brief_then_of_the_speaker_then_of_the_look(desk: Path) -> None:
    styled(desk, 170)
    draft = ("draft", "b.yaml", "--pack", "ours", "--no-seed", "--force", "-o", "b.txt")
    assert rate_in(run(desk, *draft).said) == "180"
    assert rate_in(run(desk, *draft, "--style", "slow").said) == "170"
    fit = ("fit", "b.yaml", "--minutes", "5", "--pack", "ours")
    assert "planned 0.9 min" in run(desk, *fit, "--style", "slow").said and "planned 0.8 min" in run(desk, *fit).said
    (desk / "ours/words").mkdir()
    (desk / "ours/words/speakers.yaml").write_text(
        "drafter: 1\nspeakers: {陈志远: 165, 志远: 190, 李明: 200}\n", "utf-8"
    )
    assert rate_in(run(desk, *draft, "--style", "slow").said) == "165"
    (desk / "b.yaml").write_text(f"rate: 185\n{BRIEF}", "utf-8")
    assert rate_in(run(desk, *draft, "--style", "slow").said) == "185"


def test_a_rate_at_which_nobody_speaks_is_told_where_it_stands_and_where_it_counts(desk: Path) -> None:
    styled(desk, 170)
    (desk / "ours/words").mkdir()
    (desk / "ours/words/speakers.yaml").write_text("drafter: 1\nspeakers: {陈志远: 240, 李: 150, 王明: 快}\n", "utf-8")
    assert run(desk, "check", "ours/words/speakers.yaml").said.splitlines() == [
        "ours/words/speakers.yaml:2:17: warning: rate is 240, more than 200; check the number [number-more-than-limit]",
        "ours/words/speakers.yaml:2:22: error: the word 李 is too short to be looked for: it is part of many others; "
        "write two characters or more [wide-match]",
        "ours/words/speakers.yaml:2:34: error: rate should be a number, not 快; "
        "write digits only, units belong in the blueprint [not-a-number]",
        "2 errors, 1 warning",
    ]
    (desk / "ours/words/speakers.yaml").write_text("drafter: 1\nspeakers: {陈志远: 240}\n", "utf-8")
    said = run(desk, "draft", "b.yaml", "--pack", "ours", "--no-seed", "-o", "b.txt").said.splitlines()
    assert said[0] == (
        "b.yaml:1:1: warning: the rate is 240, as the look or the entry of the speaker has it; people speak at 160 to 200; "
        "check the number, or write `rate` into the brief [number-more-than-limit]"
    )


def test_lengths_that_come_to_the_same_text_say_so(desk: Path) -> None:
    said = run(desk, "draft", "b.yaml", "--minutes", "5,8", "--no-seed", "-o", "b.txt").said.splitlines()
    assert said[-3:] == [
        "  the same text as b-5min.txt",
        "  planned 0.8 min, 8 wished",
        "  nothing more can be said with these facts",
    ]
    assert (desk / "b-8min.txt").read_bytes() == (desk / "b-5min.txt").read_bytes()
