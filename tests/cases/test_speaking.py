"""Who speaks to whom, how far the goals reach, seasons, documents of no kind, money that is only applied for."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from drafter.desk.library import Library
from drafter.language import TONGUES, knowing
from drafter.language.zh_calendar import EVENT
from drafter.language.zh_deadlines import deadlines
from drafter.language.zh_seasons import out_of_season
from drafter.model.value import Fact, Listing
from drafter.model.words import Knowledge, Season, Words
from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
slots:
  日期: {type: date, ask: 哪天开会}
  场合: {type: choice, of: [本级会议, 客人], ask: 什么场合, missing: omit}
  层级: {type: choice, of: [县, 市], ask: 哪一级}
  任务: {type: list, of: text, ask: 要办的事, missing: omit}
  情形: {ask: 哪些情形, missing: omit}
speech:
  title: 讲话
  date: "{{ 日期 | 日期 }}"
  opening:
    - id: points
      say:
        - id: it
          say:
            - 我提几点要求。
            - {when: 场合 == '客人', say: 我谈几点看法。}
        - {id: blame, say: ["{{ 情形 }}，都要追究责任。"]}
        - {id: winter, say: [过一个冬天再来看。]}
    - {id: call, say: "全{{ 层级 }}各级行动起来。"}
  closing:
    - {id: tasks, when: 任务, say: "{{ 任务 | 分号 }}。"}
"""
BRIEF = "blueprint: bp.yaml\n日期: 2026-03-18\n层级: 县\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    return tmp_path


def said(folder: Path, text: str, *command: str) -> str:
    (folder / "b.yaml").write_text(BRIEF + text, "utf-8")
    return drafter(folder, *(command or ("check",)), "b.yaml").said


def drafted(folder: Path, text: str) -> list[str]:
    lines = said(folder, text, "draft", "--no-seed", "--format", "txt", "-o", "-").splitlines()
    return [line.strip() for line in lines if line.startswith("\u3000")]


def test_a_wording_that_the_speaker_does_not_say_is_passed_over(folder: Path) -> None:
    assert drafted(folder, "情形: 瞒报的\n") == [
        "我提几点要求。瞒报的，都要追究责任。",
        "全县各级行动起来。",
    ]
    assert drafted(folder, "情形: 瞒报的\n场合: 客人\n")[0] == "我谈几点看法。"


def test_what_must_be_said_and_what_is_kept_back_are_told(folder: Path) -> None:
    assert said(folder, "情形: 瞒报的\n场合: 客人\n") == (
        "b.yaml:4:1: warning: 情形 is not said: 客人 says none of the words that tell it; "
        "leave it to another speaker, or give the blueprint another wording [unlike-speaker]\n"
        "b.yaml:5:1: warning: 客人 does not say 全…各级, and call says it: 全{{ 层级 }}各级行动起来。; say 贵地各级 in its "
        "place: write it over under `overrides`, or give the blueprint another wording [unlike-speaker]\n"
        "0 errors, 2 warnings\n"
    )
    assert said(folder, "场合: 客人\noverrides: {call: 我来学习。}\n") == "0 errors, 0 warnings\n"
    assert said(folder, "情形: 瞒报的\n场合: 本级会议\n") == "0 errors, 0 warnings\n"


def test_why_says_that_the_speaker_does_not_speak_so(folder: Path) -> None:
    why = said(folder, "情形: 瞒报的\n场合: 客人\n", "outline", "--why")
    assert "- whoever speaks here does not say 追究\n" in why
    assert "- no fact names 冬天\n" in why


def test_a_season_is_named_only_where_a_fact_names_it(folder: Path) -> None:
    assert "过一个冬天再来看" not in "".join(drafted(folder, "任务: [修好管子]\n"))
    assert "过一个冬天再来看" in "".join(drafted(folder, "任务: [入冬前修好管子]\n"))


HERE = {
    ("当前正值汛期，值守不能断", "2026-07-18"): "",
    ("当前正值汛期，值守不能断", "2026-11-18"): "汛期",
    ("已进入主汛期", "2026-12-01"): "主汛期",
    ("汛期将至，物资还没有备齐", "2026-03-18"): "",
    ("汛期将至，物资还没有备齐", "2026-10-10"): "汛期",
    ("去年正值汛期时出过事", "2026-12-01"): "",
    ("汛期前完成清淤", "2026-12-01"): "",
    ("即将进入冬季", "2026-09-20"): "",
    ("即将进入冬季", "2026-03-20"): "冬季",
    ("冬季即将到来", "2026-04-20"): "冬季",
    ("正值冬季", "2026-02-01"): "",
    ("全市进入汛期以来降雨偏多", "2026-12-01"): "",
}


@pytest.mark.parametrize(("case", "wanted"), HERE.items())
def test_a_season_at_odds_with_the_date_is_found(case: tuple[str, str], wanted: str) -> None:
    seasons = {
        "汛期": Season(words=("汛期", "主汛期"), months=(4, 10)),
        "冬季": Season(words=("冬季", "入冬"), months=(10, 3)),
    }
    assert out_of_season(case[0], date.fromisoformat(case[1]), Words(seasons=seasons)) == wanted


def test_the_seasons_of_the_pack_lie_where_the_reader_of_deadlines_has_them() -> None:
    seasons = Library().words("zh").seasons
    read = {
        (name, word): found[0].day + timedelta(1)
        for name, season in seasons.items()
        for word in season.words
        if re.fullmatch(EVENT, word) and (found := deadlines(f"{word}前完成清淤", date(2026, 1, 5)))
    }
    assert {"汛期", "冬季", "供暖季", "清明", "春节", "高考"} <= {name for name, _ in read}
    for (name, word), day in read.items():
        first, last = seasons[name].months
        assert (day.month - first) % 12 <= (last - first) % 12, word


def test_a_season_at_odds_is_told_at_its_line(folder: Path) -> None:
    text = "任务:\n  - 修好闸门\n  - 当前正值汛期，值守不能断\n"
    (folder / "b.yaml").write_text(BRIEF.replace("03-18", "12-18") + text, "utf-8")
    assert drafter(folder, "check", "b.yaml").said == (
        "b.yaml:6:9: warning: 任务[2] speaks of 汛期 as here or at hand, and the speech is held on 2026-12-18; "
        "correct the season or the date [out-of-season]\n0 errors, 1 warning\n"
    )


def found(name: str, *texts: str, today: str = "2026-03-18") -> str:
    tongue = knowing("zh", Knowledge(date.fromisoformat(today)))
    items = tuple(Fact(text, text, f"项[{n}]") for n, text in enumerate(texts, 1))
    value = tongue.filters[name].find(Listing(items, "项"), tongue.knows)  # type: ignore[union-attr]
    return str(value.value) if isinstance(value, Fact) else "?"


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["5月底前拆完"], "短"),
        (["5月底前拆完", "年底前建成泵站"], "年内"),
        (["12月底前拆完"], "年内"),
        (["2027年6月底前建成"], "一年"),
        (["到2028年底全部达标"], "多年"),
        (["把事情办好"], ""),
        (["去年底拆完了"], ""),
    ],
)
def test_the_horizon_is_that_of_the_last_deadline(texts: list[str], wanted: str) -> None:
    assert found("跨度", *texts) == wanted


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["县财政安排600万元", "市级配套300万元"], "900万元"),
        (["县财政安排600万元", "向上争取300万元"], ""),
        (["县财政安排600万元", "申请专项债300万元"], ""),
        (["县财政安排600万元", "已争取到省级资金300万元"], "900万元"),
        (["申请省级资金600万元", "争取市级资金300万元"], "900万元"),
    ],
)
def test_money_applied_for_is_not_added_to_money_in_hand(texts: list[str], wanted: str) -> None:
    assert found("和", *texts) == wanted


def test_a_document_of_no_kind_has_the_verbs_of_any() -> None:
    kinds = {"方案": {"make": ("制定",)}, "文件": {"make": ("起草",)}, "": {"make": ("起草",)}}
    knows = Knowledge(words=Words(documents=kinds))
    made = TONGUES["zh"].readings["编法"].find
    for text, wanted in {"《排水防涝工作方案》": "制定", "《排水防涝蓝皮书》": "起草"}.items():
        value = made(Fact(text, text, "名称"), knows)
        assert isinstance(value, Fact) and value.value == wanted
