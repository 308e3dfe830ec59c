"""What holds for every brief: same input same bytes, gaps told once, nothing earlier moved by something later."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk.draft import Draft, draft_document, unfilled
from drafter.model.manuscript import page_text
from drafter.notation.blueprint import read_blueprint
from drafter.yamltext.parse import parse
from tests.conftest import ROOT

SLOTS = ("会议", "主题", "要求", "任务", "单位")
HEAD = """
drafter: 1
title: 试
slots:
  会议: {ask: 会议全称}
  主题: {ask: 会议主题}
  单位: {ask: 牵头单位, missing: omit}
  要求: {ask: 几条要求, type: list, of: text}
  任务:
    ask: 几项任务
    type: list
    of: {名称: {ask: 任务名称}, 时限: {ask: 时限}}
speech:
  title: 在{{ 会议 }}上的讲话
  opening:
    - {id: open, say: '今天开{{ 会议 }}。', or: ['这次{{ 会议 }}很重要。', '召开{{ 会议 }}，很有必要。']}
  emphases:
"""
EMPHASES = (
    "    - {id: why, heading: 认识要到位, body: [{id: why-say, say: '围绕{{ 主题 }}统一思想。', or: ['聚焦{{ 主题 }}形成共识。']}]}\n",
    "    - {id: what, heading: 任务要落地, body: [{id: task, each: 任务, heading: '{{ 名称 }}', run_in: true, "
    "body: [{id: task-by, say: '{{ 时限 }}前完成。', or: ['限{{ 时限 }}办结。', '时限是{{ 时限 }}。']}]}]}\n",
    "    - {id: how, heading: 作风要过硬, body: [{id: how-list, enumerate: 一是, each: 要求, say: '{{ item }}'}]}\n",
    "    - {id: who, heading: 责任要压实, body: [{id: who-say, when: 单位, say: '由{{ 单位 }}牵头。'}, {id: who-all, say: 各负其责。}]}\n",
)
word = st.text("抓落实保民生促发展", min_size=1, max_size=6)


def yaml_of(values: dict[str, object]) -> str:
    return "blueprint: probe\n" + "".join(f"{name}: {value}\n" for name, value in values.items())


briefs = st.fixed_dictionaries(
    {},
    optional={
        "会议": word,
        "主题": word,
        "单位": word,
        "要求": st.lists(word, min_size=1, max_size=4).map(lambda items: f"[{', '.join(items)}]"),
        "任务": st.lists(
            st.fixed_dictionaries({}, optional={"名称": word, "时限": word}).filter(bool), min_size=1, max_size=3
        ).map(
            lambda items: (
                "[" + ", ".join("{" + ", ".join(f"{k}: {v}" for k, v in item.items()) + "}" for item in items) + "]"
            )
        ),
    },
)


def drafted(values: dict[str, object], emphases: int = 4, seed: int = 0) -> Draft:
    blueprint, problems = read_blueprint(parse(HEAD + "".join(EMPHASES[:emphases]), "probe.yaml"), "probe")
    assert blueprint is not None, problems
    return draft_document(parse(yaml_of(values), "brief.yaml"), lambda name, place: (blueprint, ()), seed)


@settings(max_examples=60)
@given(briefs, st.integers(0, 9))
def test_every_gap_is_one_unfilled_slot_problem_and_the_reverse(values: dict[str, object], seed: int) -> None:
    draft = drafted(values, seed=seed)
    printed = {found for line in draft.manuscript.lines for found in re.findall("【待补充：[^】]*】", page_text(line))}
    problems = unfilled(draft)
    assert ([p.facts["name"] for p in problems] and printed) or not (problems or printed)
    assert sorted(p.facts["name"] for p in problems) == sorted(gap.slot for gap in draft.measure.gaps)
    assert len({p.facts["name"] for p in problems}) == len(problems)
    assert {gap.label for gap in draft.measure.gaps} <= printed
    whole = {"会议", "主题", "要求", "任务"} - values.keys()
    assert whole <= {p.facts["name"] for p in problems}


hollow = st.tuples(st.text("抓落实，。", max_size=4), st.text("保民生；", max_size=4)).map("甲乙".join)


@settings(max_examples=60)
@given(hollow, hollow, st.lists(hollow, min_size=1, max_size=3))
def test_a_placeholder_is_a_gap_and_changes_no_other_character(meeting: str, by: str, demands: list[str]) -> None:
    values: dict[str, object] = {"会议": meeting, "单位": by, "要求": f"[{', '.join(demands)}]"}
    whole = drafted(values)
    open = drafted({name: str(value).replace("甲乙", "XX") for name, value in values.items()})
    assert [page_text(line).replace("甲乙", "XX") for line in whole.manuscript.lines] == [
        page_text(line) for line in open.manuscript.lines
    ]
    assert [p.facts["what"] for p in unfilled(open) if p.rule == "placeholder"] == ["XX"] * (2 + len(demands))
    assert len({p.place for p in unfilled(open, final=True) if p.rule == "placeholder"}) == 2 + len(demands)


@settings(max_examples=60)
@given(briefs, st.integers(1, 3), st.integers(0, 9))
def test_a_new_last_emphasis_changes_no_earlier_word(values: dict[str, object], emphases: int, seed: int) -> None:
    short = [page_text(line) for line in drafted(values, emphases, seed).manuscript.lines]
    long = [page_text(line) for line in drafted(values, emphases + 1, seed).manuscript.lines]
    if emphases == 1:  # one emphasis alone has no number
        long = [line.removeprefix("一、") for line in long]
    assert long[: len(short)] == short


@settings(max_examples=40)
@given(briefs, st.integers(0, 5))
def test_no_sentence_has_a_doubled_mark_or_a_lone_number(values: dict[str, object], seed: int) -> None:
    text = "\n".join(page_text(line) for line in drafted(values, seed=seed).manuscript.lines)
    assert not re.search("[，。；、：][，。；、：]", text)
    for first, second in (("一是", "二是"), ("（一）", "（二）")):
        assert (first in text) == (second in text)


DRAFTS = """
import sys
from pathlib import Path
from tests.cases.running import drafter
for ending in ("docx", "md", "html", "txt", "json"):
    assert drafter(Path(), "draft", sys.argv[1], "-o", f"a.{ending}").code == 0
"""


def test_same_input_same_bytes_under_two_hash_seeds(tmp_path: Path) -> None:
    outputs = []
    for hash_seed in ("1", "2"):
        target = tmp_path / hash_seed
        target.mkdir()
        command = [sys.executable, "-c", DRAFTS, str(ROOT / "examples/kick-off/brief.yaml")]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": hash_seed}
        subprocess.run(command, check=True, capture_output=True, cwd=target, env=env)
        outputs.append({path.name: path.read_bytes() for path in target.iterdir()})
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) == 5
