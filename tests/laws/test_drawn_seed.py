"""A seed written into a brief is one line behind its blueprint; all else stays, however the file is laid out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk.seed import with_line
from drafter.yamltext.data import data
from drafter.yamltext.parse import parse
from drafter.yamltext.source import decode, encoded
from tests.laws.layouts import files

ENDS = ("\n", "\r\n", "\r")
REMARKS = ("", "  # 蓝图", "\n# 会议的事", "\n\n")
HEADS = ("", "# 试稿\n", "---\n", "# 试稿\n\n")


@settings(max_examples=150)
@given(files(), st.sampled_from(HEADS), st.sampled_from(REMARKS), st.sampled_from(ENDS), st.booleans(), st.booleans())
def test_the_line_is_all_that_is_new(source: str, head: str, remark: str, end: str, cut: bool, marked: bool) -> None:
    text = f"{head}blueprint: work-meeting{remark}\n{source}"
    text = text.rstrip("\n") if cut else text
    raw = text.replace("\n", end).encode("utf-8-sig" if marked else "utf-8")
    doc = parse(decode(raw, "b.yaml")[0], "b.yaml")
    after = with_line(doc, 41207)
    new = encoded(raw, after.text)
    assert new is not None
    line = f"{end}seed: 41207".encode()
    assert new.count(line) == 1 and new.replace(line, b"") == raw
    assert data(parse(decode(new, "b.yaml")[0], "b.yaml").root) == data(after.root)
    names = list(data(after.root) or {})
    assert names[:2] == ["blueprint", "seed"] and (data(after.root) or {}) == {
        **(data(doc.root) or {}),
        "seed": "41207",
    }  # type: ignore[dict-item]


@settings(max_examples=60)
@given(files())
def test_a_file_may_end_in_its_blueprint(source: str) -> None:
    text = source.rstrip("\n") + "\nblueprint: work-meeting"
    doc = parse(text, "b.yaml")
    if doc.problems:
        return
    assert with_line(doc, 41207).text == f"{text}\nseed: 41207"
