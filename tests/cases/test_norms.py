"""Norms: what comes with drafter finds its own specimens and nothing else; what a user writes is told to the column."""

from __future__ import annotations

import gettext
import re
from datetime import date
from pathlib import Path

import pytest

from drafter.catalogue import DOMAIN, FOLDER
from drafter.desk.library import Library
from drafter.desk.norms import found_in, mended, wanted_for
from drafter.lint.texts.finished import finished
from drafter.lint.texts.lint import lint_text
from drafter.model.norm import Norm
from drafter.model.sheet import Raw, Sheet
from drafter.notation.patterns import fault_of
from drafter.problem import Place, Problem
from drafter.sentences import sentence
from tests.cases.running import drafter

SHIPPED = Library().norms("zh")
LOOKS = re.compile(r"\(\?<?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
"""What a pattern asks for round the words that it finds."""
HEAD = "drafter: 1\nchecks:\n"
ZH = gettext.translation(DOMAIN, FOLDER, ["zh_CN"])
FRONT = "在全县防汛备汛工作会议上的讲话\n（2026年5月14日）\n同志们：\n"
TOLD = [
    ("  - {name: 截至, of: {截止到: 截至}, levl: 错}", "3:31", "unknown key levl in replace; did you mean level? [unknown-key]"),
    ("  - {name: 截至, kind: replce, of: {截止到: 截至}}", "3:22", "replce is not one of: exists replace clash agree count "
     "order; did you mean replace? [unknown-choice]"),
    ("  - {name: 截至, of: {截止到: 截至}, level: 错误}", "3:38", "错误 is not one of: 错 疑 提示 error warning info off; did you "
     "mean 错? [unknown-choice]"),
    ("  - {name: 宽, match: '.*啊'}", "3:23", "in a pattern of match nearly anything is repeated without end; count it, as in "
     "{0,40} [pattern-wide-repeat]"),
    ("  - {name: 空, match: '啊?'}", "3:22", "a pattern of match also fits where nothing stands; leave something in it that must "
     "be there [pattern-finds-nothing]"),
    ("  - {name: 好, of: {好: 很好}, fix: true}", "3:20", "what is put in its place, 很好, is found by the same norm again; narrow "
     "the pattern, or leave `fix` out [mend-is-found]"),
    ("  - {name: seam-number, match: 啊呀}", "3:12", "seam-number is the name of a rule of drafter's own; call the norm otherwise; "
     "the rule itself is set under `levels` [norm-is-rule]"),
    ("  - {name: 两个 词, match: 啊呀}", "3:12", "两个 词 cannot be the name of a norm; use words with hyphens between: old-body, "
     "区县 [odd-norm-name]"),
    ("  - {name: 区县, one_of: [各区县]}", "3:24", "one_of has one form only, and nothing can differ from it; write two or more "
     "[one-form-only]"),
    ("  - {name: 排名, order: [甲, 乙, 甲]}", "3:30", "甲 stands here twice; keep it where it belongs in the order [named-twice]"),
    ("  - {name: 一律, first: 一律从严}", "3:5", "一律 has no then; add it [missing-key]"),
    ("  - {name: 什么}", "3:5", "什么 tells neither what to look for nor a level; write `of`, `match`, `first` and `then`, `one_of` "
     "or `order`; or `level: off` [nothing-to-look-for]"),
    ("  - {name: 词, match: 啊呀, says: '{text.x}'}", "3:32", "says has a brace that names nothing it knows; write {text}, {due}, "
     "{other} or {count}, and no other braces [odd-braces]"),
    ("  - {name: 词, match: 啊呀, says: {zh: 啊, fr: ah}}", "3:40", "unknown key fr in says; remove it [unknown-key]"),
    ("  - {name: 词, match: 啊呀, bad: [没有]}", "3:5", "词 finds nothing in its specimen of what is wrong: 没有; mend the pattern or "
     "the specimen [specimen-not-found]"),
    ("  - {name: 词, match: 啊呀, good: [啊呀呀]}", "3:5", "词 finds 啊呀 in its specimen of what is right: 啊呀呀; narrow the "
     "pattern, or move the specimen to `bad` [specimen-found]"),
]  # fmt: skip


@pytest.mark.parametrize("norm", SHIPPED, ids=lambda one: f"{one.name}-{one.place.line}")
def test_a_norm_that_ships_finds_what_is_wrong_mends_it_and_lets_be_what_is_right(norm: Norm) -> None:
    assert norm.bad and norm.good and norm.says and norm.why and norm.source
    for text in norm.bad:
        found = found_in(norm, text)
        assert found, text
        if norm.fix:
            assert not found_in(norm, mended(text, found)), text
    for text in norm.good:
        assert not found_in(norm, text), text


@pytest.mark.parametrize("norm", SHIPPED, ids=lambda one: f"{one.name}-{one.place.line}")
def test_every_pattern_that_ships_has_the_form_that_takes_no_time_and_finds_something(norm: Norm) -> None:
    for pattern in (*norm.match, *norm.then):
        assert fault_of(pattern) is None, pattern
        bare = LOOKS.sub("", pattern).split("|")[0]
        assert re.search(pattern, bare) or any(re.search(pattern, text) for text in norm.bad), pattern


def test_what_should_stand_is_no_fault_of_another_norm() -> None:
    words = [norm for norm in SHIPPED if norm.name == "wrong-word"]
    for norm in words:
        for due in norm.due:
            assert not any(found_in(other, f"说的是{due}。") for other in words), due


@pytest.mark.parametrize(("entry", "place", "told"), TOLD, ids=lambda one: one if "[" in one else "")
def test_every_fault_of_a_users_file_has_its_place_and_what_to_do(
    tmp_path: Path, entry: str, place: str, told: str
) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks/own.yaml").write_text(f"{HEAD}{entry}\n", "utf-8")
    done = drafter(tmp_path, "check", "checks/own.yaml")
    assert f"checks/own.yaml:{place}: error: {told}" in done.said
    assert done.code == 1


def test_a_user_adds_silences_demotes_and_allows(tmp_path: Path) -> None:
    text = FRONT + "截止到今天，二个乡镇还没有报，加强督查力度。县县优秀是口号，近300多人听过。\n"
    assert rules(tmp_path, text) == ["approx", "collocation", "er-measure", "wrong-word"]
    (tmp_path / "checks.yaml").write_text(
        "drafter: 1\noff: [er-measure]\nlevels: {wrong-word: 疑, approx: 提示}\nallow: [加强督查]\n", "utf-8"
    )
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks/own.yaml").write_text(f"{HEAD}  - {{name: 口号, match: 县县优秀, level: 错}}\n", "utf-8")
    found = told(tmp_path, text)
    assert [(one.rule, one.severity) for one in found] == [("wrong-word", "warning"), ("口号", "error")]
    (tmp_path / "checks/own.yaml").write_text(f"{HEAD}  - {{name: wrong-word, level: off}}\n", "utf-8")
    (tmp_path / "checks.yaml").unlink()
    assert "wrong-word" not in rules(tmp_path, text)


def test_a_name_that_is_no_rule_is_told_with_the_near_one(tmp_path: Path) -> None:
    (tmp_path / "checks.yaml").write_text("drafter: 1\noff: [er-mesure]\n", "utf-8")
    assert "checks.yaml:2:7: error: there is no rule er-mesure; did you mean er-measure? [unknown-rule]" in (
        drafter(tmp_path, "check", "checks.yaml").said
    )


def test_a_broken_file_of_checks_is_told_and_the_others_hold(tmp_path: Path) -> None:
    (tmp_path / "checks.yaml").write_text("drafter: 1\noff: {\n", "utf-8")
    _, norms, problems = wanted_for(tmp_path / "x.txt", Library())
    assert problems and {one.place.file for one in problems} and norms


def test_names_out_of_order_and_two_that_clash_are_told_with_both_places(tmp_path: Path) -> None:
    (tmp_path / "checks.yaml").write_text(
        f"{HEAD}  - {{name: 排名, order: [张三, 李四]}}\n  - {{name: 一刀切, first: 不搞一刀切, then: 一律关停}}\n",
        "utf-8",
    )
    text = FRONT + "出席会议的有李四、张三同志。整治不搞一刀切。不达标的一律关停。\n"
    found = told(tmp_path, text)
    assert [(one.rule, one.words) for one in found] == [("排名", "李四、张三"), ("一刀切", "不搞一刀切")]
    assert found[1].related[0].words == "一律关停"


@pytest.mark.parametrize(
    ("says", "english", "chinese"),
    [
        ("'“{text}”是空话'", "县县优秀 should not stand here; write it otherwise", "“县县优秀”是空话；换一个说法"),
        ("'“{text}” is hollow; drop it'", "“县县优秀” is hollow; drop it", "“县县优秀” is hollow；drop it"),
        (
            "{zh: '“{text}”是空话；删去', en: '“{text}” is hollow'}",
            "“县县优秀” is hollow; write it otherwise",
            "“县县优秀”是空话；删去",
        ),
        ("{en: '“{text}” is hollow; drop it'}", "“县县优秀” is hollow; drop it", "“县县优秀”不宜用在这里；换一个说法"),
    ],
    ids=["Chinese", "English", "both", "English-only"],
)
def test_a_norm_speaks_the_language_of_its_reader(tmp_path: Path, says: str, english: str, chinese: str) -> None:
    (tmp_path / "checks.yaml").write_text(f"{HEAD}  - {{name: 口号, match: 县县优秀, says: {says}}}\n", "utf-8")
    (found,) = told(tmp_path, FRONT + "县县优秀。\n")
    assert sentence(found) == english
    assert sentence(found, ZH.gettext) == chinese


def test_an_old_name_is_none_before_the_body_was_renamed() -> None:
    text = "由县国土局牵头排查。\n"
    assert "old-body" in rules(Path(), FRONT + text)
    assert "old-body" not in rules(Path(), FRONT.replace("2026", "2016") + text)


def rules(folder: Path, text: str) -> list[str]:
    """The rules that are told of a text in a folder, each once."""
    return sorted({one.rule for one in told(folder, text)})


def told(folder: Path, text: str) -> tuple[Problem, ...]:
    """What is told of it."""
    lines = tuple(Raw(line, Place("x.txt", n)) for n, line in enumerate(text.split("\n"), 1))
    read = finished(Sheet(lines), "x.txt")
    assert read.day and read.day > date(2000, 1, 1)
    wanted, norms, problems = wanted_for(folder / "x.txt", Library())
    assert not problems
    return lint_text(read, norms, wanted=wanted)
