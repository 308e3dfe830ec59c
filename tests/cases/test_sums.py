"""Figures that do not fit one another: what is told of a part and its whole, and of items and their total."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.answers import left_doubtful, told, told_of_list
from drafter.desk.ask import begun
from drafter.desk.check import check
from drafter.desk.draft import draft
from drafter.desk.library import Library
from drafter.language import TONGUES
from drafter.language.remarks import parted
from drafter.model.value import Fact, Listing
from drafter.problem import Problem
from tests.cases.running import drafter
from tests.cases.test_rules import MEETING

PARTS = {
    "停用库闭库8座｜共：15座": "",
    "停用库闭库15座｜共：15座": "",
    "停用库闭库18座｜共：15座": "18座 15座",
    "停用库闭库18座｜共：尾矿库15座": "18座 15座",
    "停用库闭库18座｜共：15个": "",
    "停用库闭库18座｜共：3.6亿元": "",
    "停用库闭库18座｜共：应闭尽闭": " 应闭尽闭",
    "停用库闭库不到18座｜共：15座": "",
    "停用库闭库超过18座｜共：15座": "超过18座 15座",
    "停用库闭库约18座｜共：15座": "",
    "停用库闭库18座｜共：15座以上": "",
    "停用库闭库18座｜共：约15座": "",
    "停用库闭库18座｜共：近15座": "18座 近15座",
    "闭库18座，加固20座｜共：15座": "",
    "完成投资2.1亿元｜共：8600万元": "2.1亿元 8600万元",
    "覆盖率60%｜共：50%": "",
    "停用库闭库18座｜难：库多": "",
    "整治38个问题｜共：20个小区": "",
}


@pytest.mark.parametrize(("typed", "wanted"), PARTS.items())
def test_a_part_that_is_larger_than_its_whole_is_told(typed: str, wanted: str) -> None:
    words, remarks = parted(typed)
    find = TONGUES["zh"].part_over
    assert find
    found = find(Fact(words, words, "项", remarks=tuple((mark, said) for _, mark, said in remarks)))
    assert " ".join(found or ()) == wanted


SUMS = {
    ("10亿元", "省级4亿元 / 市级6亿元"): "",
    ("10亿元", "省级4亿元 / 市级6.8亿元"): "10.8亿元 +8000万元",
    ("10亿元", "省级4亿元 / 市级5.2亿元"): "9.2亿元 -8000万元",
    ("10亿元", "省级4亿元 / 市级5.2亿元 / 其余向上争取"): "",
    ("10亿元", "省级4亿元 / 市级5.2亿元 / 缺口通过贷款解决"): "",
    ("10亿元", "省级4亿元 / 市级5.2亿元 / 社会资本｜余"): "",
    ("10亿元", "省级4亿元 / 市级5.2亿元 / 社会资本"): "",
    ("10亿元", "省级约4亿元 / 市级5.2亿元"): "",
    ("10亿元", "省级约4亿元 / 市级6.8亿元"): "",
    ("10亿元", "省级超过4亿元 / 市级6.8亿元"): "10.8亿元 +8000万元",
    ("10亿元", "省级4亿元以上 / 市级5.2亿元"): "",
    ("约10亿元", "省级4亿元 / 市级6.8亿元"): "",
    ("10亿元以上", "省级4亿元 / 市级6.8亿元"): "",
    ("不超过10亿元", "省级4亿元 / 市级6.8亿元"): "10.8亿元 +8000万元",
    ("近10亿元", "省级4亿元 / 市级5.2亿元"): "",
    ("10亿元", "市级三年6.8亿元，其中今年1.2亿元 / 省级4亿元"): "10.8亿元 +8000万元",
    ("10亿元", "市级三年6.8亿元，今年1.2亿元 / 省级4亿元"): "",
    ("10亿元", "市级每年6.8亿元 / 省级4亿元"): "",
    ("10亿元", "省级4亿元 / 市级12个项目"): "",
    ("10亿元，分三年", "省级4亿元 / 市级6.8亿元"): "10.8亿元 +8000万元",
    ("一期10亿元，二期3亿元", "省级4亿元 / 市级9.8亿元"): "",
    ("很多", "省级4亿元 / 市级9.8亿元"): "",
    ("120公里", "东线80公里 / 西线50公里"): "130公里 +10公里",
    ("2860万元", "区级1500万元 / 市级800万元 / 其余560万元，街道和企业承担"): "",
}


@pytest.mark.parametrize(("given", "wanted"), SUMS.items())
def test_what_adds_up_to_other_than_its_total_is_told(given: tuple[str, str], wanted: str) -> None:
    items = []
    for n, text in enumerate(given[1].split(" / "), 1):
        words, remarks = parted(text)
        items.append(Fact(words, words, f"项[{n}]", remarks=tuple((mark, said) for _, mark, said in remarks)))
    find = TONGUES["zh"].summed
    assert find
    found = find(Listing(tuple(items), "项"), Fact(given[0], given[0], "全"))
    assert (f"{found.said} {'+' if found.over else '-'}{found.rest}" if found else "") == wanted


BRIEF = """\
blueprint: meeting.yaml
会议: 全市防汛工作会议
经费: 1亿元
来源:
  - 市级安排6000万元
  - 争取省级资金5000万元
要求:
  - 险库除险加固20座｜共：15座
  - 物资要足
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "meeting.yaml").write_text(MEETING, "utf-8")
    (tmp_path / "brief.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def test_both_are_told_where_they_stand_and_by_a_draft_too(desk: Path) -> None:
    found = check(desk / "brief.yaml", library=Library())
    assert [(one.rule, one.place.line, one.severity) for one in found] == [
        ("sum-over-total", 4, "warning"),
        ("part-over-whole", 8, "warning"),
    ]
    said = drafter(desk, "draft", "brief.yaml", "-o", "speech.txt").said
    assert "what 来源 says adds up to 1.1亿元, 1000万元 more than 经费, 1亿元; correct an item or the total" in said
    assert "要求[1] says 20座, more than the 15座 that it is said to be part of" in said


def test_they_are_switched_off_and_silenced_like_every_rule(desk: Path) -> None:
    quiet = BRIEF.replace("来源:", "来源:  # drafter: ignore[sum-over-total]") + "checks: {part-over-whole: off}\n"
    (desk / "brief.yaml").write_text(quiet, "utf-8")
    assert check(desk / "brief.yaml", library=Library()) == ()


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("来源: {type: list, of: text, total: 经费}", ""),
        ("来源: {type: list, of: text, total: 经废}", "unknown-name"),
        ("来源: {type: text, total: 经费}", "total-without-list"),
        ("来源: {type: list, of: text, total: 人数}", "total-without-list"),
        ("来源: {type: list, of: {名: {ask: 名, type: list, total: 经费}}}", "unknown-key"),
    ],
)
def test_a_total_is_a_text_of_a_list(desk: Path, line: str, rule: str) -> None:
    changed = [line if one.strip().startswith("来源:") else one for one in MEETING.splitlines() if "sources" not in one]
    text = "\n".join(f"  {one}" if one == line else one for one in changed)
    (desk / "b.yaml").write_text(text, "utf-8")
    found: tuple[Problem, ...] = check(desk / "b.yaml", library=Library())
    assert [one.rule for one in found if one.severity == "error"] == ([rule] if rule else [])


def test_a_total_goes_with_its_slot(desk: Path) -> None:
    assert drafter(desk, "blueprint", "rename-slot", "meeting.yaml", "经费", "总经费").code == 0
    assert "total: 总经费}" in (desk / "meeting.yaml").read_text("utf-8")
    done = drafter(
        desk, "blueprint", "add-slot", "meeting.yaml", "分项", "--ask", "有哪些", "--list", "--total", "总经费"
    )
    assert done.code == 0 and "total: 总经费" in (desk / "meeting.yaml").read_text("utf-8").split("分项")[1]
    assert drafter(desk, "blueprint", "add-slot", "meeting.yaml", "另", "--ask", "有", "--total", "总经费").code == 2
    done = drafter(desk, "blueprint", "set", "meeting.yaml", "slots.分项.total", "")
    assert done.code == 0


def test_a_draft_knows_them_as_findings(desk: Path) -> None:
    made = draft(desk / "brief.yaml", library=Library())
    assert {"sum-over-total", "part-over-whole"} <= {one.rule for one in made.findings}


def test_an_interview_tells_them_of_the_answer(desk: Path) -> None:
    interview = begun(desk / "brief.yaml", Library())
    assert [one.rule for one in told_of_list(interview, "来源")] == ["sum-over-total"]
    given = ["险库除险加固20座｜共：15座", "物资要足"]
    assert [one.rule for one in told(interview, "要求", given, "要求[1]")] == ["part-over-whole"]
    assert left_doubtful(interview) == ("来源", "要求[1]")
