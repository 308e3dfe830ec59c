"""Lint never raises, a node that it calls unreachable never stands, and what it mends stays what it was otherwise."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk.check import check_file, fix_file
from drafter.lint import lint_blueprint
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.notation.original import Original
from drafter.plan import plan
from drafter.problem import Problem
from drafter.sentences import report
from drafter.yamltext.parse import parse

SLOTS = """
  甲: {ask: 甲, missing: omit}
  乙: {ask: 乙}
  丙: {ask: 丙, type: choice, of: [一, 二, 三]}
  丁: {ask: 丁, type: number, missing: omit}
  戊: {ask: 戊, type: flag}
  己: {ask: 己, type: list, of: text, missing: omit}
  庚: {ask: 庚, default: "{{ 甲 }}"}
"""
ATOMS = [
    *"甲乙丙丁戊己庚", 'false', '甲 == "x"', '乙 != "x"', '甲 in ["x", "y"]', '丙 == "一"', '丙 != "二"', '丙 in ["二", "三"]',
    "丁 > 3", "丁 < 3", "丁 == 3", "丁 <= 4", "己 | 项数 > 1", "(己 | 项数) == 0", '庚 == "x"', "己 | 项数 < 丁",
]  # fmt: skip
conditions = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.one_of(
        inner.map("not ({})".format),
        st.tuples(inner, inner).map("({0[0]}) and ({0[1]})".format),
        st.tuples(inner, inner).map("({0[0]}) or ({0[1]})".format),
    ),
    max_leaves=6,
)
facts = st.fixed_dictionaries(
    {},
    optional={
        "甲": st.sampled_from("xyz"),
        "乙": st.sampled_from("xyz"),
        "丙": st.sampled_from("一二三"),
        "丁": st.sampled_from(["0", "2", "3", "3.5", "4", "9"]),
        "戊": st.sampled_from("是否"),
        "己": st.sampled_from(["[x]", "[x, y]", "[x, y, z]"]),
        "庚": st.sampled_from("xyz"),
    },
)


def blueprint_of(*nodes: str) -> tuple[str, Blueprint]:
    text = f"drafter: 1\nslots:{SLOTS}speech:\n  title: 讲话\n  opening:\n" + "".join(
        f"    - {node}\n" for node in nodes
    )
    blueprint, problems = read_blueprint(parse(text, "b.yaml"), "b")
    assert blueprint is not None, problems
    return text, blueprint


def found(text: str, blueprint: Blueprint) -> tuple[Problem, ...]:
    return lint_blueprint(blueprint, Original(parse(text, "b.yaml")), ())


@settings(max_examples=150)
@given(conditions, conditions, st.lists(facts, max_size=8))
def test_a_node_called_unreachable_stands_in_no_speech(outer: str, inner: str, briefs: list[dict[str, str]]) -> None:
    text, blueprint = blueprint_of(
        f"{{id: outer, when: {json.dumps(outer, ensure_ascii=False)}, body: "
        f"[{{id: inner, when: {json.dumps(inner, ensure_ascii=False)}, say: 好。}}]}}"
    )
    never = {problem.facts["name"] for problem in found(text, blueprint) if problem.rule == "unreachable-node"}
    for given_facts in briefs:
        brief = brief_of(given_facts, blueprint)
        if plan(blueprint, brief).opening:
            assert never == set(), given_facts


def brief_of(given_facts: dict[str, str], blueprint: Blueprint) -> Brief:
    text = "blueprint: b\n" + "".join(f"{name}: {value}\n" for name, value in given_facts.items())
    brief, _, problems = read_brief(parse(text, "f.yaml"), lambda name, place: (blueprint, ()))
    assert brief is not None, problems
    return brief


SHREDS = [
    *"今天开会要抓好的是,.;:!?()。，、；：！？“”《》…—xA1 9", "的的", "。。", "...", '"', "'", "**重点**", "{{ 乙 }}",
    "{{ 己 | 顿号 }}", "\n", "\n\n",
    "三点意见", "讲两点", "认真认真", "进一步进一步", ": ", " #", "\\", "-", "[", "]", "{", "}", "2026,3", "9:30",
]  # fmt: skip
proses = st.lists(st.sampled_from(SHREDS), min_size=1, max_size=14).map("".join)


def spelled(prose: str, style: str) -> str:
    """A text in one of YAML's styles, as a value below six blanks."""
    lines = prose.split("\n")
    match style:
        case "|" | ">":
            return f"{style}2-\n" + "\n".join(f"        {line}" if line.strip() else "" for line in lines)
        case "'":
            return "'" + " ".join(lines).replace("'", "''") + "'"
        case _:
            return json.dumps(prose, ensure_ascii=False)


def written(folder: Path, texts: list[tuple[str, str]], ends: str) -> Path:
    body = "".join(f"    - id: n{n}\n      say: {spelled(prose, style)}\n" for n, (prose, style) in enumerate(texts))
    text = f"drafter: 1  # 注\nslots:{SLOTS}speech:\n  title: 讲话\n  opening:\n{body}"
    text += "  emphases:\n    - {id: x, heading: 认清形势。, body: []}\n    - {id: y, heading: 狠抓落实, body: []}\n"
    path = folder / "b.yaml"
    path.write_bytes(text.replace("\n", ends).encode())
    return path


def letters(text: str) -> str:
    """What is left of a file without marks, blanks, and words typed twice."""
    return re.sub(r"的+|认真+|进一步|\W|[两三]|emphases|汉字", "", text)


@settings(max_examples=80)
@given(st.lists(st.tuples(proses, st.sampled_from("|>'\"")), min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_mending_mends_once_and_touches_nothing_but_marks(texts: list[tuple[str, str]], ends: str) -> None:
    with TemporaryDirectory() as folder:
        path = written(Path(folder), texts, ends)
        before, first = path.read_bytes().decode(), check_file(path)
        lines = before.split(ends)
        for problem in first:
            assert 1 <= problem.place.line <= len(lines)
            assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
            assert report(problem)
        mended, left = fix_file(path)
        after = path.read_bytes().decode()
        errors = [problem for problem in first if problem.severity == "error"]
        assert [problem for problem in left if problem.severity == "error"] == errors
        assert bool(mended) == (before != after)
        assert letters(after) == letters(before)
        assert after.count("\n") == before.count("\n")
        assert (ends in after) and (ends == "\n" or after.count("\r\n") == after.count("\n"))
        assert fix_file(path)[0] == ()
        assert path.read_bytes().decode() == after
