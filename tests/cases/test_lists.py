"""Lists in several shapes, relations among their items, promises and maxims: what is written, what is said, what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter

HEAD = """\
drafter: 1
title: 讲话
slots:
  问题: {type: list, of: text, ask: 有哪些问题, missing: omit}
  根子: {ask: 根子在哪里, missing: omit}
  办法: {ask: 怎么办, missing: omit}
speech:
  title: 在会上的讲话
  opening:
"""
TOLD = """\
    - id: begin
      say:
        - {id: lead, with: each, say: 情况是这样的。}
        - id: each
          each: 问题
          shapes: [SHAPES]
          say:
            - when: item.关系 == '害' and (问题 | 其中(item.关系 == '害') | 项数) == 1 and 问题 | 项数 >= 2
              say: "最让人放心不下的是，{{ item }}。"
            - "{{ item }}。"
        - {id: why, with: each, each: 问题, say: "{{ item.因 }}。"}
"""
PROMISE = """\
    - id: begin
      say:
        - {id: promise, with: [root, way], say: 两个问题要先想透。}
        - {id: hangs, with: promise, say: 一个一个来。}
        - {id: plain, without: promise, say: 有话直说。}
    - {id: root, say: [{id: it, say: "根子在{{ 根子 }}。"}]}
    - {id: way, say: [{id: it, say: "办法是{{ 办法 }}。"}]}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return tmp_path


def said(desk: Path, speech: str, brief: str, seed: int = 1) -> list[str]:
    """The paragraphs that are said."""
    (desk / "b.yaml").write_text(HEAD + speech, "utf-8")
    (desk / "f.yaml").write_text(f"blueprint: b.yaml\n{brief}", "utf-8")
    done = drafter(desk, "draft", "f.yaml", "--seed", str(seed), "-o", "out.txt", "--force")
    assert done.code == 0, done
    return [line.strip() for line in (desk / "out.txt").read_text("utf-8").splitlines()[1:]]


def told(desk: Path, speech: str) -> list[str]:
    (desk / "b.yaml").write_text(HEAD + speech, "utf-8")
    return drafter(desk, "check", "b.yaml").said.splitlines()


@pytest.mark.parametrize(
    ("shapes", "words"),
    [
        ("sentences", "情况是这样的。路灯坏了9盏。井盖松了。"),
        ("joined", "情况是这样的。路灯坏了9盏；井盖松了。"),
        ("一是", "情况是这样的。一是路灯坏了9盏；二是井盖松了。"),
        ('"第一，"', "情况是这样的。第一，路灯坏了9盏；第二，井盖松了。"),
    ],
)
def test_a_list_in_each_shape(shapes: str, words: str, desk: Path) -> None:
    assert said(desk, TOLD.replace("SHAPES", shapes), "问题: [路灯坏了9盏, 井盖松了]\n") == [words]
    assert said(desk, TOLD.replace("SHAPES", shapes), "问题: [路灯坏了9盏]\n") == ["情况是这样的。路灯坏了9盏。"]
    assert said(desk, TOLD.replace("SHAPES", shapes), "") == []


def test_what_has_several_sentences_an_item_is_told_off_and_never_joined(desk: Path) -> None:
    speech = """\
    - id: each
      each: 问题
      layout: run_on
      shapes: [SHAPES]
      say:
        - {id: it, join: ；, say: "{{ item }}。"}
        - {id: why, say: "因为{{ item.因 }}。"}
"""
    brief = "问题: [路灯坏了9盏｜因：没人修, 井盖松了]\n"
    assert said(desk, speech.replace("SHAPES", "一是"), brief) == ["一是路灯坏了9盏。因为没人修。二是井盖松了。"]
    assert said(desk, speech.replace("SHAPES", "joined"), brief) == ["路灯坏了9盏。因为没人修。井盖松了。"]


def test_the_harm_leads_only_where_it_is_the_one(desk: Path) -> None:
    speech = TOLD.replace("SHAPES", "joined")
    one = said(desk, speech, "问题: [路灯坏了9盏, 便道坍塌一处]\n")
    assert one == ["情况是这样的。路灯坏了9盏；最让人放心不下的是，便道坍塌一处。"]
    two = said(desk, speech, "问题: [工地起火一次, 便道坍塌一处]\n")
    assert two == ["情况是这样的。工地起火一次；便道坍塌一处。"]
    unsure = said(desk, speech, "问题: [路灯坏了9盏, 交通事故比上年下降两成]\n")
    assert unsure == ["情况是这样的。路灯坏了9盏；交通事故比上年下降两成。"]
    assert said(desk, speech, "问题: [便道坍塌一处]\n") == ["情况是这样的。便道坍塌一处。"]


def test_other_words_for_the_whole_list(desk: Path) -> None:
    brief = "问题: [路灯坏了9盏, 井盖松了]\noverrides: {begin.each: 该修的都修。}\n"
    assert said(desk, TOLD.replace("SHAPES", "sentences, 一是"), brief) == ["情况是这样的。该修的都修。"]


def test_a_promise_stands_only_where_all_of_it_is_kept(desk: Path) -> None:
    both = said(desk, PROMISE, "根子: 没人管\n办法: 定人\n")
    assert both == ["两个问题要先想透。一个一个来。", "根子在没人管。", "办法是定人。"]
    assert said(desk, PROMISE, "根子: 没人管\n") == ["有话直说。", "根子在没人管。"]
    assert not [line for line in told(desk, PROMISE) if "unanswered" in line]
    alone = PROMISE.replace("with: [root, way], ", "")
    assert [line for line in told(desk, alone) if "unanswered" in line] == [
        "b.yaml:12:30: warning: 两个问题: nothing makes sure that it is said elsewhere; name what it speaks of under `with`, or give it a "
        "`when` [unanswered]"
    ]


def test_a_promise_that_waits_for_itself_is_an_error(desk: Path) -> None:
    ring = PROMISE.replace('{id: it, say: "根子', '{id: it, with: begin.hangs, say: "根子')
    found = told(desk, ring.replace("with: [root, way]", "with: [root.it, way]"))
    assert [line.partition(" ")[2] for line in found if "error:" in line] == [
        "error: what hangs on other nodes goes round in a ring: begin.promise → root.it → begin.hangs → begin.promise; "
        "take away one `with` or `without` [hangs-in-ring]"
    ]


def test_maxims_apart_and_few(desk: Path) -> None:
    long = "照着办。" * 100
    speech = f"""\
    - id: begin
      say:
        - {{id: one, with: end, maxim: true, say: 小洞不补大洞吃苦。}}
        - {{id: two, with: end, maxim: true, say: 磨刀不误砍柴工。}}
        - id: three
          with: end
          say: [{{maxim: true, say: 众人拾柴火焰高。}}, 拾柴的人要够。]
    - {{id: end, say: [{long}, {{id: last, say: [{{when: 根子, maxim: true, say: 治病要治根。}}]}}]}}
"""
    assert said(desk, speech, "根子: 没人管\n") == ["小洞不补大洞吃苦。拾柴的人要够。", f"{long}治病要治根。"]
    assert said(desk, speech.replace(long, "照着办。" * 35), "根子: 没人管\n") == [
        "拾柴的人要够。",
        "照着办。" * 35 + "治病要治根。",
    ]
    why = drafter(desk, "outline", "--why", "f.yaml").said
    assert "begin.one  - a maxim too many, or next to another" in why
