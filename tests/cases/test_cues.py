"""Cues that a stranger wrote: their form is closed, every fault has its line, and beside a speech they are not taken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.desk.shelf import built_in
from drafter.notation.patterns import FAULTS, fault_of
from drafter.sentences import RULES
from tests.cases.running import GIGABYTE, drafter, process

HEAD = "drafter: 1\nlanguage: zh\n"
SPEECH = """\
在全县防汛工作会议上的讲话
同志们：
今天开会，部署防汛。
一、压实责任
一段堤防一名干部。
二、备足物资
5月底前备齐沙袋。
谢谢大家！
"""
REFUSED = {
    r"^(?:[\s\S]+)+Z$": "pattern-nested-repeat",
    r"(?:a+)+": "pattern-nested-repeat",
    r"(?:a|a)*Z": "pattern-nested-repeat",
    r"(?:a|ab)*Z": "pattern-nested-repeat",
    r"(?:aa?)+Z": "pattern-nested-repeat",
    r"(?:(?:要|必须)*落实)+": "pattern-nested-repeat",
    r"(?=(?:a+)+)b": "pattern-nested-repeat",
    r"(?:\d+年)+": "pattern-nested-repeat",
    r"(?:)+": "pattern-nested-repeat",
    "a{99999999999}": "pattern-count",
    "a{201}": "pattern-count",
    "a{1,999}": "pattern-count",
    r".*讲话": "pattern-wide-repeat",
    r"[^。]+。": "pattern-wide-repeat",
    r"[\u4e00-\u9fff]+讲话": "pattern-wide-repeat",
    r"\w+讲话": "pattern-wide-repeat",
    r"\d+\d+": "pattern-repeats-meet",
    r"\s*，?\s*": "pattern-repeats-meet",
    r"\d+[年\d]\d+": "pattern-repeats-meet",
    r"(?:ab)+(?:ba)+": "pattern-repeats-meet",
    r"(?:市|县\s*)\s*": "pattern-repeats-meet",
    r".{0,150}.{0,150}": "pattern-many-repeats",
    r"(?:a{1,9}){1,9}": "pattern-many-repeats",
    r"(?:.?){0,60}": "pattern-many-repeats",
    "[" * 300: "pattern-bracket",
    "[" * 4000: "pattern-long",
    "(?:" * 7 + "a" + ")" * 7: "pattern-deep",
    "(?:a": "pattern-bracket",
    "a)": "pattern-bracket",
    "[a": "pattern-bracket",
    "(a)": "pattern-group",
    r"(?P<n>a)": "pattern-group",
    r"(?P=n)": "pattern-group",
    r"(?i)a": "pattern-group",
    r"(?i:a)": "pattern-group",
    r"(?>a+)": "pattern-group",
    r"(?#x)": "pattern-group",
    r"(?(1)a|b)": "pattern-group",
    r"a\1": "pattern-sign",
    r"\p{Han}": "pattern-sign",
    "a\\": "pattern-sign",
    r"\A讲话": "pattern-sign",
    "*a": "pattern-bare-repeat",
    "a**": "pattern-bare-repeat",
    "a*+": "pattern-bare-repeat",
    "^*": "pattern-bare-repeat",
    "(?=a)*": "pattern-bare-repeat",
    "a{x}": "pattern-bare-repeat",
    r"(?<=a?)b": "pattern-behind",
    "[z-a]": "pattern-odd",
    "a{3,2}": "pattern-odd",
}
TAKEN = (
    "讲话", "^谢谢(?:大家|各位)", r"\d{4}年\d{1,2}月", r"(?<!\d)\d+月", r".{0,40}讲话", "(?:要|必须)+", r"\s*[:：]\s*", r"第\s*\d+\s*页",
    "a|", "[\\]]", "(?!)",
)  # fmt: skip


@pytest.mark.parametrize("pattern", REFUSED, ids=lambda pattern: pattern[:20])
def test_a_pattern_that_could_take_long_or_is_of_another_form_is_refused(pattern: str) -> None:
    fault = fault_of(pattern)
    assert fault and (fault.rule, 0 <= fault.at <= len(pattern)) == (REFUSED[pattern], True)


@pytest.mark.parametrize("pattern", TAKEN)
def test_a_pattern_that_says_how_often_is_taken(pattern: str) -> None:
    assert fault_of(pattern) is None


def test_every_fault_of_a_pattern_has_its_sentence_and_an_example() -> None:
    assert set(FAULTS) == set(REFUSED.values()) <= RULES.keys()


def test_our_own_cues_have_the_form(tmp_path: Path) -> None:
    done = drafter(tmp_path, "check", str(built_in() / "official/cues.yaml"))
    assert (done.code, done.said) == (0, "0 errors, 0 warnings\n")


def test_each_fault_of_a_cues_file_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "cues.yaml").write_text(
        "drafter: 1\nlanguage: kl\ntitle:\n  - 讲话\n  - '在(会议)上'\nvariants: [们們讲]\nsalutaton: [同志们]\n"
        "moves:\n  - move: situatoin\n    zones: [heading, foot]\n    words: ['.*形势']\n  - {zones: [body]}\n",
        "utf-8",
    )
    said = drafter(tmp_path, "check", "cues.yaml").said
    assert re.sub(r"(?<=situatoin is not one of: )[^;]+", "…", said) == (
        "cues.yaml:2:11: error: kl is not one of: zh; choose one of them [unknown-choice]\n"
        "cues.yaml:5:7: error: a pattern of title has a group of a kind that cues do not know; "
        "write (?: ), or what looks ahead or behind; no names, no numbers and no flags [pattern-group]\n"
        "cues.yaml:6:12: error: the characters of variants stand in pairs, and here one is left over; "
        "write each character and its other form behind it [odd-pairs]\n"
        "cues.yaml:7:1: error: unknown key salutaton in cues; did you mean salutation? [unknown-key]\n"
        "cues.yaml:9:11: error: situatoin is not one of: …; did you mean situation? [unknown-choice]\n"
        "cues.yaml:10:22: error: foot is not one of: opening body heading lead closing; choose one of them [unknown-choice]\n"
        "cues.yaml:11:14: error: in a pattern of words nearly anything is repeated without end; "
        "count it, as in {0,40} [pattern-wide-repeat]\n"
        "cues.yaml:12:5: error: moves has no move; add it [missing-key]\n"
        "cues.yaml:12:5: error: moves has no words; add it [missing-key]\n"
        "9 errors, 0 warnings\n"
    )


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("my.yaml", HEAD + "moves: []\ntitel: []\n", "cues"),
        ("cues.yaml", HEAD + "titel: []\n", "cues"),
        ("pack.yaml", "drafter: 1\nnam: x\n", "pack"),
        ("look.yaml", "drafter: 1\nroles: {}\nrols: {}\n", "style"),
        ("part.yaml", "drafter: 1\nsay: 好。\nsai: 好。\n", "fragment"),
        ("plan.yaml", "drafter: 1\nspeech: {title: 好}\nspeach: {}\n", "blueprint"),
        ("plan.yaml", "drafter：1\nspeech:\n  title: 好\n", ""),
    ],
)
def test_a_file_is_checked_as_what_it_is(name: str, text: str, kind: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    said = drafter(tmp_path, "check", name).said
    assert (
        f" in {kind}; did you mean" in said if kind else "[wide-colon]" in said and "[no-blueprint-named]" not in said
    )


@pytest.mark.parametrize(
    "lines",
    [
        "title: ['^(?:[\\s\\S]+)+Z$']\n",
        "title: ['a{99999999999}']\n",
        f"title: ['{'[' * 4000}']\n",
        "title: ['(?P<a>x)', '(?P<a>y)']\n",
        "title: ['x', '(?i)y']\n",
        "title: [" + ", ".join(f"'讲话{n}'" for n in range(45_000)) + "]\n",
        "language: tlh\n",
    ],
    ids=lambda lines: lines[:24],
)
def test_cues_beside_a_speech_do_nothing_and_asked_for_they_are_refused_in_time(lines: str, tmp_path: Path) -> None:
    pack = tmp_path / "packs/theirs"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("drafter: 1\nname: theirs\n", "utf-8")
    (pack / "cues.yaml").write_text("drafter: 1\n" + lines, "utf-8")
    (tmp_path / "s.txt").write_text(SPEECH, "utf-8")
    done = drafter(tmp_path, "tidy", "s.txt", "-o", "-", "--format", "txt")
    assert done.code == 0
    assert (
        "packs/theirs/cues.yaml:1:1: warning: packs/theirs/cues.yaml merely lies beside the speech and is not used; "
        "if you trust it, name its pack: --pack packs/theirs [cues-not-taken]"
    ) in done.said
    command = ("tidy", "s.txt", "--pack", "packs/theirs", "-o", "-")
    asked = process(tmp_path, *command, memory=GIGABYTE) if len(lines) > 99_999 else drafter(tmp_path, *command)
    assert asked.code == 1
    assert "cues.yaml:2:" in asked.said and "Traceback" not in asked.said


def test_good_cues_of_a_pack_that_is_named_are_taken(tmp_path: Path) -> None:
    pack = tmp_path / "packs/theirs"
    pack.mkdir(parents=True)
    (pack / "cues.yaml").write_text((built_in() / "official/cues.yaml").read_text("utf-8"), "utf-8")
    (tmp_path / "s.txt").write_text(SPEECH, "utf-8")
    done = drafter(tmp_path, "tidy", "s.txt", "--pack", "packs/theirs", "-o", "t.txt", "--format", "txt")
    assert (done.code, "cues-not-taken" in done.said) == (0, False)
