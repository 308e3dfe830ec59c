"""The way back: distilling a text and drafting it again gives the text as it was cleaned."""

from __future__ import annotations

import functools

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from drafter.desk.distil import blueprint_file, distil_speeches, drafted_again
from drafter.desk.library import Library
from drafter.model.cues import Cues
from drafter.model.manuscript import page_text
from drafter.model.sheet import Raw, Recognised, Sheet
from drafter.notation.blueprint import read_blueprint
from drafter.problem import Place
from drafter.recognition import recognise
from drafter.yamltext.parse import parse
from tests.conftest import ROOT

SEEDS = sorted((ROOT.parent / "shared/seeds").glob("*.txt"))
CLAUSES = [
    "要把责任压到一线", "3月底前完成管网7.2公里", "由市水务局牵头", "X月X日市里开过专题会", "“河畅水清”不是一句口号",
    "白河已经连续3年达标", "某某同志多次到现场", "问题还有12处没有销号", "{{ 会议 }}照原样写", "**加重**的话也照写", "a: b 与 #1 号工程",
    "各级各部门要抓紧办", "近**家企业",
    "- 一条短横", "'单引'和\"双引\"", "｛｛全角｝｝也有人打", "{% if %}", "50%以上", "202X年要见效", "最后还要说一句",
]  # fmt: skip
clause = st.sampled_from(CLAUSES)
sentence = st.builds(
    lambda parts, end: "，".join(parts) + end, st.lists(clause, min_size=1, max_size=3), st.sampled_from("。！？；")
)
paragraph = st.lists(sentence, min_size=1, max_size=4).map("".join)
shared = st.builds(
    lambda offices, days, tail: (
        "分工如下。"
        + "；".join(
            f"{n}是市{office}负责，{day}底前完成{office}改造"
            for n, office, day in zip("一二三四", offices, days, strict=False)
        )
        + "。"
        + tail
    ),
    st.lists(st.sampled_from(["水务局", "住建局", "城管局", "教育局"]), min_size=2, max_size=4),
    st.permutations(["6月", "8月", "10月", "12月"]),
    st.sampled_from(["", "时间只能提前。", "由市水务局牵头，不能推后。"]),
)
untold = st.builds(
    lambda lead, offices, days, mark, tail: (
        lead
        + mark.join(f"市{office}负责{office}改造，{day}底前完成" for office, day in zip(offices, days, strict=False))
        + "。"
        + tail
    ),
    st.sampled_from(["", "分工如下：", "责任要到人。具体是："]),
    st.lists(st.sampled_from(["水务局", "住建局", "城管局", "教育局"]), min_size=2, max_size=4),
    st.permutations(["6月", "8月", "10月", "12月"]),
    st.sampled_from(["；", "。\n"]),
    st.sampled_from(["", "时间只能提前。", "一是要快；二是要稳。"]),
)
told_off = st.builds(
    lambda lead, items, form: lead + "".join(f"{word}{item}" for word, item in zip(form, items, strict=False)),
    sentence,
    st.lists(sentence, min_size=2, max_size=4),
    st.sampled_from(
        [
            ("一是", "二是", "三是", "四是"),
            ("首先，", "其次，", "再次，", "最后，"),
            ("第一，", "第二，", "第三，", "第四，"),
        ]
    ),
)
heading = st.sampled_from(["提高认识", "明确目标，细化举措", "压实责任。", "抓好落实！", "把车备足：", "要{{ 会 }}"])
section = st.builds(
    lambda head, body: (head, body), heading, st.lists(st.one_of(paragraph, told_off, shared, untold), max_size=3)
)
HAN = "一二三四五六七八九十"


def numbered(sections: list[tuple[str, list[str]]], form: str) -> list[str]:
    lines = []
    for n, (head, body) in enumerate(sections):
        label = form.format(HAN[n], n + 1)
        run_in = head.endswith(("。", "：")) and body
        lines += [label + head + body[0], *body[1:]] if run_in else [label + head, *body]
    return lines


speeches = st.builds(
    lambda title, address, opening, sections, form, closing: "\n".join(
        [title, address, *opening, *numbered(sections, form), *closing]
    ),
    st.sampled_from(["在全市防汛工作会议上的讲话", "讲话", "在**县“三夏”生产现场会上的讲话"]),
    st.sampled_from(["同志们：", "各位代表，", "各位代表！"]),
    st.lists(paragraph, min_size=1, max_size=3),
    st.lists(section, max_size=4),
    st.sampled_from(["{0}、", "（{0}）", "{1}.", "第{0}，"]),
    st.lists(
        st.sampled_from(["同志们，任务已经明确，让我们一起努力！", "谢谢大家！", "总之，要抓好落实。"]), max_size=2
    ),
)


@functools.cache
def cues() -> Cues:
    return Library().cues()[0]


def read(text: str) -> Recognised:
    return recognise(
        Sheet(tuple(Raw(line, Place("旧稿.txt", n)) for n, line in enumerate(text.split("\n"), 1))), cues()
    )


def holds(recognised: Recognised, eager: str) -> None:
    made = distil_speeches([recognised], ["旧稿.txt"], "旧稿", eager)  # type: ignore[arg-type]
    again = drafted_again(made)
    assert again is not None, blueprint_file(made)
    assert [page_text(line) for line in again.lines] == [page_text(line) for line in recognised.manuscript.lines]
    assert [
        p.rule for p in read_blueprint(parse(blueprint_file(made), "f.yaml"), "f")[1] if p.severity == "error"
    ] == []


@pytest.mark.parametrize("eager", ["none", "placeholders", "facts"])
@settings(max_examples=40)
@given(text=speeches)
@example(text="讲话\n同志们：\n一、好\n二、好\n")
def test_distilling_a_speech_and_drafting_it_again_gives_the_speech(eager: str, text: str) -> None:
    holds(read(text), eager)


@settings(max_examples=80)
@given(
    st.one_of(
        st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))),  # readers drop what a document cannot hold
        st.lists(
            st.sampled_from([*CLAUSES, "\n", "一、", "（一）", "一是", "二是", "：", "。", "\u3000"]), max_size=25
        ).map("".join),
    )
)
def test_so_does_any_other_text(text: str) -> None:
    recognised = read(text)
    assume(recognised.manuscript.lines)
    holds(recognised, "facts")


@pytest.mark.skipif(not SEEDS, reason="the source speeches are not here")
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_the_sources_come_back_with_their_structure(seed: object) -> None:
    recognised = read(seed.read_text("utf-8"))  # type: ignore[attr-defined]
    holds(recognised, "facts")
    made = distil_speeches([recognised], ["旧稿.txt"], "旧稿")
    assert "paragraph-1" not in blueprint_file(made)
    assert len(made.blueprint.emphases) == sum(
        line.role == "heading" and line.depth == 1 for line in recognised.manuscript.lines
    )


@settings(max_examples=25)
@given(st.lists(speeches, min_size=2, max_size=3))
@example(
    [
        "在会上的讲话\n同志们：\n（一）会议精神要学透\n要学。\n一、认清形势\n要抓。\n二、压实责任\n要干。",
        "在会上的讲话\n同志们：\n一、认清形势\n要抓。\n二、压实责任\n要干。",
    ]
)
@example(["1.小\n（一）中", "同志们：x"])
@example([f"Remarks\nDear all,\n1. First: do {n}% more.\nThanks!" for n in "56"])
def test_each_of_several_speeches_comes_back_from_the_blueprint_that_they_share(texts: list[str]) -> None:
    found = [read(text) for text in texts]
    made = distil_speeches(found, [f"{n}.txt" for n in range(len(found))], "合")
    for n, recognised in enumerate(found):
        again = drafted_again(made, n)
        assert again is not None, blueprint_file(made)
        assert [page_text(line) for line in again.lines] == [page_text(line) for line in recognised.manuscript.lines]
