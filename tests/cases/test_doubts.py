"""What is told of facts that cannot be so or not beside one another: what counts and what does not, in `ask` and among the notes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from drafter.desk.answers import left_doubtful, told
from drafter.desk.ask import begun
from drafter.desk.library import Library
from drafter.language import TONGUES
from drafter.language.alike import alike
from drafter.model.value import Fact, Listing
from drafter.model.words import Knowledge
from tests.cases.running import drafter
from tests.cases.test_rules import MEETING

ZH = TONGUES["zh"].doubts

WEEKDAYS = {
    "2026年5月20日（星期四）上午": "星期四→星期三",
    "5月20日(周三)": "",
    "5月20日周四前": "周四→周三",
    "5月20日，星期四，召开": "星期四→星期三",
    "五月二十日（星期天）": "星期天→星期三",
    "明年5月20日（星期四）": "",
    "6月1日起，周一至周五": "",
    "1月8日（星期五）": "",  # of the next year
    "5月20日周一鸣同志": "",
    "每周三调度": "",
}


@pytest.mark.parametrize(("text", "wanted"), WEEKDAYS.items())
def test_a_weekday_that_its_date_does_not_have_is_told_with_the_right_one(text: str, wanted: str) -> None:
    assert "".join(f"{one.words}→{one.right}" for one in ZH.wrong_weekdays(text, 2026)) == wanted
    for one in ZH.wrong_weekdays(text, 2026):
        assert text[slice(*one.span)] == one.words


DAYS = {
    "6月31日前": "6月31日→6月30日",
    "2月29日": "2月29日→2月28日",
    "2028年2月29日": "",
    "6月28日至31日": "6月28日至31日→6月30日",
    "11月31日至12月2日": "11月31日至12月2日→11月30日",
    "2026-02-30": "2026-02-30→2月28日",
    "２月３０日": "２月３０日→2月28日",
    "二月三十日": "二月三十日→2月28日",
    "13月5日": "13月5日→",
    "6月30日": "",
    "31号楼": "",
    "1.5月30日": "",
    "10月15日": "",
}


@pytest.mark.parametrize(("text", "wanted"), DAYS.items())
def test_a_day_that_no_calendar_has_is_told_with_the_last_of_its_month(text: str, wanted: str) -> None:
    assert "".join(f"{one.words}→{one.right}" for one in ZH.no_such_dates(text, 2026)) == wanted


def test_without_a_year_only_what_no_year_has_is_told() -> None:
    assert ZH.no_such_dates("2月29日", None) == ()
    assert ZH.no_such_dates("2月30日", None) != ()
    assert ZH.wrong_weekdays("5月20日（星期四）", None) == ()


LEVELS = {
    ("全县安全生产会议", "各县区要抓好"): "各县区→各乡镇",
    ("全县安全生产会议", "全市上下都在看"): "全市上下→全县上下",
    ("全县安全生产会议", "省政府要求各县区年底前完成"): "",
    ("全县安全生产会议", "各县区会议的要求"): "",
    ("全县安全生产会议", "落实《全市各县区考核办法》，在全市排第三"): "",
    ("全市防汛会议", "各乡镇、各县区"): "",
    ("全市防汛会议", "各市州要落实"): "各市州→各县区",
    ("全市防汛会议", "云岭县全县上下动起来"): "",
    ("全区防汛会议", "各县区要落实"): "",
    ("防汛会议", "各县区要落实"): "",
}


@pytest.mark.parametrize(("given", "wanted"), LEVELS.items())
def test_words_of_another_level_than_the_meetings_are_told(given: tuple[str, str], wanted: str) -> None:
    assert "".join(f"{one.words}→{one.right}" for one in ZH.levels(given[1], given[0])) == wanted


NAMES = {
    ("市住建局牵头", "由市住房和城乡建设局负责"): "市住建局 市住房和城乡建设局",
    ("应急局", "市应急管理局"): "应急局 市应急管理局",
    ("市水务局", "县水利局"): "",
    ("市水务局", "水务局"): "",
    ("市河长制办公室（市河长办）", "市河长办"): "",
    ("《市住建局工作办法》", "市住房城乡建设局"): "",
    ("云岭县住建局", "市住房城乡建设局"): "",
    ("市政府办公室", "由市政府办理"): "",
}


@pytest.mark.parametrize(("given", "wanted"), NAMES.items())
def test_a_body_with_two_names_is_told_with_both(given: tuple[str, str], wanted: str) -> None:
    words = Library().words("zh")
    assert " ".join(f"{one.first} {one.second}" for one in ZH.two_names(given, words)) == wanted


ALIKE = {
    ("逐座检修水库闸门", "逐座检修水库闸门。"): "same",
    ("全面排查城区燃气管线隐患", "排查城区燃气管线隐患"): "nearly",
    ("完成东线供热管网改造12公里", "完成西线供热管网改造12公里"): "",
    ("8月底前完成问题整改50个", "12月底前完成问题整改100个"): "",
    ("压实责任", "压实责任"): "",
    ("未经检测进入有限空间作业", "经检测进入有限空间作业"): "",
}


@pytest.mark.parametrize(("given", "wanted"), ALIKE.items())
def test_items_are_the_same_or_nearly_or_two(given: tuple[str, str], wanted: str) -> None:
    assert alike(*given) == wanted == alike(*reversed(given))


LIMITS = {
    ("集中整治6月底前全部完成", "8月底前装上报警器"): "8月底",
    ("各项整改任务6月底前全部办结", "8月底前装上报警器"): "8月底",
    ("6月底前全部完成", "8月底前装上报警器"): "8月底",
    ("6月底前全部完成", "8月底前组织回头看"): "",
    ("6月底前全部完成", "年底前建立长效机制"): "",
    ("6月底前全部完成", "5月底前装上报警器"): "",
    ("67个直排口6月底前全部完成封堵", "8月底前装上报警器"): "",
}


@pytest.mark.parametrize(("given", "wanted"), LIMITS.items())
def test_a_deadline_behind_that_of_the_whole_is_told(given: tuple[str, str], wanted: str) -> None:
    facts = [Fact(text, text, slot) for text, slot in zip(given, ("目标", "任务[1]"), strict=True)]
    knows = Knowledge(date(2026, 3, 18), Library().words("zh"))
    assert "".join(one.words for one in ZH.later_than_whole(facts, knows)) == wanted


def test_a_slot_that_holds_the_deadline_of_the_whole_is_one() -> None:
    facts = [Fact("6月30日", "6月30日", "完成时限", due=True), Fact("8月底前办完", "8月底前办完", "任务[1]")]
    assert ZH.later_than_whole(facts, Knowledge(date(2026, 3, 18))) != ()


WHOLES = {
    ("全县共有32个小区", "城关镇改造20个小区 / 河口镇改造15个小区"): "32个小区",
    ("全县有32个小区", "城关镇改造20个小区 / 河口镇改造15个小区"): "",  # no total
    ("全县共有32个小区", "城关镇改造20个小区 / 河口镇改造15条道路"): "",
    ("全县共有32个小区", "4月改造20个小区 / 5月累计改造30个小区"): "",
}


@pytest.mark.parametrize(("given", "wanted"), WHOLES.items())
def test_a_total_is_found_in_another_slot_where_that_is_sure(given: tuple[str, str], wanted: str) -> None:
    items = tuple(Fact(text, text, f"项[{n}]") for n, text in enumerate(given[1].split(" / "), 1))
    found = ZH.whole_of(Listing(items, "项"), [Fact(given[0], given[0], "全")])
    assert (found.text if found else "") == wanted


def test_a_tongue_whose_facts_are_not_read_finds_nothing() -> None:
    english = TONGUES["en"].doubts
    assert english.levels("all counties", "a meeting") == english.two_names(("a", "b"), Library().words("en")) == ()
    assert english.no_such_dates("31 June", 2026) == english.claims("31 June") == ()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "meeting.yaml").write_text(MEETING, "utf-8")
    (tmp_path / "brief.yaml").write_text(
        "blueprint: meeting.yaml\n会议: 全县防汛会议\n日期: 2026-03-18\n要求: [巡查42个小区, 物资备足备好]\n措施: []\n",
        "utf-8",
    )
    return tmp_path


@pytest.mark.parametrize(
    ("items", "rule"),
    [
        (["5月20日（星期四）巡查一遍"], "weekday"),
        (["6月31日前修好闸门"], "no-such-date"),
        (["各县区修好闸门"], "level"),
        (["逐座检修水库闸门", "逐座检修水库闸门"], "same-item"),
        (["67家企业全部整改"], "fact-form"),
        (["由县水务局修好闸门", "抄送给县水利局"], "two-names"),
    ],
)
def test_an_interview_tells_them_of_the_answer(desk: Path, items: list[str], rule: str) -> None:
    interview = begun(desk / "brief.yaml", Library())
    assert rule in [one.rule for one in told(interview, "措施", items, f"措施[{len(items)}]")]


def test_two_figures_of_one_thing_are_a_note(desk: Path) -> None:
    text = (desk / "brief.yaml").read_text("utf-8").replace("[]", "[改造38个小区]")
    (desk / "brief.yaml").write_text(text, "utf-8")
    assert drafter(desk, "check", "brief.yaml").said == "0 errors, 0 warnings\n"
    done = drafter(desk, "check", "--facts", "brief.yaml").said
    assert "info: 38个小区 in 措施[1] stands beside 42个小区 in 要求[1], line 4; if both count the same" in done
    assert left_doubtful(begun(desk / "brief.yaml", Library())) == ()
    (desk / "brief.yaml").write_text(f"{text}checks: {{two-figures: warning}}\n", "utf-8")
    assert "[two-figures]\n0 errors, 1 warning\n" in drafter(desk, "check", "brief.yaml").said


def test_they_are_silenced_like_every_rule(desk: Path) -> None:
    text = (
        (desk / "brief.yaml").read_text("utf-8").replace("物资备足备好]", "各县区修好闸门]  # drafter: ignore[level]")
    )
    (desk / "brief.yaml").write_text(text, "utf-8")
    assert drafter(desk, "check", "brief.yaml").said == "0 errors, 0 warnings\n"


def test_the_other_place_is_told_as_data(desk: Path) -> None:
    text = (desk / "brief.yaml").read_text("utf-8").replace("物资备足备好", "各县区修好闸门")
    (desk / "brief.yaml").write_text(text, "utf-8")
    found = json.loads(drafter(desk, "check", "--format", "json", "brief.yaml").said)
    (one,) = found["problems"] if isinstance(found, dict) else found
    assert one["words"] == "各县区" and [(other["line"], other["words"]) for other in one["related"]] == [
        (2, "全县防汛会议")
    ]
