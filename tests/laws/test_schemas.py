"""An editor and `drafter check` say the same of a brief, as far as a schema can tell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from drafter.lint import wrong_wishes
from drafter.notation.brief import read_brief
from drafter.notation.original import Original
from drafter.schema import brief_schema
from drafter.yamltext.parse import parse
from tests.editor.core import as_editor, every_slot

BLUEPRINT = every_slot()
EDITOR = Draft7Validator(brief_schema(BLUEPRINT))
BLIND = {"placeholder", "braces-in-fact"}
"""What a text says, and not what it is."""
NOTHING = ["", "~", "null", '""', "'  '"]
NUMBERS = ["12", "012", "3.0", "1.10", "-3", "+40", "2026", "600", "'12'", "１２", "'1,234'", "'１，２３４'", "1234567"]
DATES = ["2026-03-18", "2026/3/8", "2026.3.18", "2026年3月18日", "'2026-3-18 '", "２０２６年３月１８日", "2024-02-29"]
NO_DATES = ["20260318", "2026-02-30", "2026-13-01", "2026-04-31", "3月18日"]
ANSWERS = ["是", "否", "有", "yes", "YES", "no", "true", "True", "'false'", "' 否'", "部署会", "' 总结会'", "现场"]
TEXTS = ["全市防汛会", "一二三四五六七八九十一二三四五六七八九十一", "查险 排险", "12:30", "no", "ab cd"]
SCALARS = [*NOTHING, *NUMBERS, *DATES, *NO_DATES, *ANSWERS, *TEXTS]
scalars = st.sampled_from(SCALARS)
lists = st.lists(scalars, max_size=4).map(lambda items: f"[{', '.join(item or '~' for item in items)}]")
maps = st.sampled_from(["{a: b}", "{}", "{名称: 查险}"])
values = scalars | lists | maps
records = st.dictionaries(st.sampled_from(["名称", "举措", "时限", "时现"]), scalars | lists).map(
    lambda fields: "{" + ", ".join(f"{name}: {value or '~'}" for name, value in fields.items()) + "}"
)
tasks = st.lists(records | scalars, max_size=3).map(lambda items: f"[{', '.join(item or '~' for item in items)}]")
ids = st.sampled_from(["greet", "task", "'steps[2]'", "'end[1.3]'", "grete", "'task[a]'"])
by_id = st.dictionaries(ids, scalars, max_size=2).map(
    lambda given: "{" + ", ".join(f"{id}: {value or '~'}" for id, value in given.items()) + "}"
)
inserted = st.lists(
    st.lists(
        st.tuples(st.sampled_from(["after", "before", "afte"]), ids | st.sampled_from(["salutation", "~"]))
        | st.tuples(st.sampled_from(["say", "heading"]), values)
        | st.tuples(st.just("layout"), st.sampled_from(["run_on", "paragraph", "~", "run on"])),
        max_size=4,
        unique_by=lambda entry: entry[0],
    ).map(lambda given: "{" + ", ".join(f"{key}: {value or '~'}" for key, value in given) + "}"),
    max_size=2,
).map(lambda given: f"[{', '.join(given)}]")
SPELLINGS = {
    "会议": scalars,
    "日期": values,
    "人数": values,
    "场合": values,
    "通报": values,
    "要求": lists | values,
    "年份": lists | values,
    "任务": tasks | values,
    "minutes": values,
    "style": values,
    "seed": values,
    "pick": by_id | values,
    "omit": st.lists(ids, max_size=2).map(lambda given: f"[{', '.join(given)}]") | values,
    "overrides": by_id | values,
    "insert": inserted | values,
    "checks": st.sampled_from(["{fact-not-said: off}", "{fact-not-said: {severity: error}}", "{fact-not-said: of}"])
    | values,
    "会仪": values,
}
"""What may be typed for each slot and setting; one that is unknown among them."""
lines = st.sampled_from([*SPELLINGS]).flatmap(lambda name: st.tuples(st.just(name), SPELLINGS[name]))
briefs = st.lists(lines, max_size=2).map(
    lambda found: "".join(
        f"{name}: {value}\n" for name, value in {"blueprint": "every-slot", "会议": "防汛会", **dict(found)}.items()
    )
)


@pytest.mark.parametrize("name", SPELLINGS)
def test_an_editor_and_drafter_agree_on_every_spelling_of_every_slot(name: str) -> None:
    others = "" if name == "会议" else "会议: 防汛会\n"
    for value in (*SCALARS, "[查险]", "[2024, 2025]", "{查险: 排险}", "[{名称: 查险}]"):
        agree(f"blueprint: every-slot\n{others}{name}: {value}\n")


@settings(max_examples=300)
@given(briefs)
def test_an_editor_and_drafter_agree_on_lists_and_records(text: str) -> None:
    agree(text)


def agree(text: str) -> None:
    """What drafter takes is not marked, and what it refuses is; a limit, of which drafter warns, may go unmarked."""
    doc = parse(text, "brief.yaml")
    _, _, told = read_brief(doc, lambda name, place: (BLUEPRINT, ()))
    problems = (*told, *wrong_wishes(Original(doc), BLUEPRINT))
    found = [problem for problem in problems if problem.rule not in BLIND]
    marks = [error.json_path for error in EDITOR.iter_errors(as_editor(text))]
    if not found:
        assert marks == [], text
    if any(problem.severity == "error" for problem in found):
        assert marks != [], text
