"""No bytes stop a reader, nothing stalls it, no text of a Word file is lost silently, and what is written is read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.desk.draft import draft_file, write_draft
from drafter.desk.library import Library
from drafter.formats import READERS, read
from drafter.model.manuscript import page_text
from drafter.model.sheet import Sheet
from drafter.sentences import report
from tests.cases.packages import document, package, zipped
from tests.clock import within
from tests.conftest import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*/brief.yaml"))
BLANKS = "\u3000 "
"""What a text file sets before a paragraph."""

SHREDS = [
    "<p>", "</p>", "<nav>", "</nav>", "<br>", "<p hidden>", "<ol start=3>", "<li>", "</ol>", "<table><td>", "</table>", "<pre>",
    "<script>", "</script>", "<title>", "<rt>", "</ruby>", "<h1>", "</h1>", "<!--", "-->", "<![x", "<a b='", "<a <a", "<", ">",
    "&nbsp;", "&#1;", f"&#{'9' * 5000};", "&#xD800;", "甲", "\n", "\r", "\t", " ", "\u3000", "\u2028", "\0", "\ud800",
    "# ", "---\n", "===\n", "| 一 | 二 |\n", "|-|-|\n", "```\n", "> ", "- ", "  1. ", "**", "_", "`", "[", "](b)", "\\", "title: x\n",
]  # fmt: skip
texts = st.one_of(st.text(), st.lists(st.sampled_from(SHREDS), max_size=25).map("".join))
encoded = st.builds(
    lambda text, encoding: text.encode(encoding, "surrogatepass" if encoding != "gb18030" else "replace"),
    texts,
    st.sampled_from(["utf-8", "utf-16", "gb18030"]),
)


def told(sheet: Sheet, name: str) -> None:
    """Every line has a place, every problem a sentence with one."""
    assert all(line.place.line >= 1 and line.place.column >= 1 for line in sheet.lines)
    for problem in sheet.problems:
        assert report(problem).startswith(f"{name}:{problem.place.line}:{problem.place.column}: ")


@pytest.mark.parametrize("ending", ["html", "md", "txt", "docx"])
@settings(max_examples=80)
@given(data=st.one_of(st.binary(), encoded))
@example(data=b"\\``")
def test_no_bytes_stop_a_reader(ending: str, data: bytes) -> None:
    for name in (f"f.{ending}", "f.xyz"):
        told(read(data, name), name)
    told(READERS[ending](data, "f"), "f")


TAGS = (
    "p /p div /div br h2 /h2 ul /ul li table /table td tr pre /pre b /b span nav /nav footer /footer select /select option del /del "
    "ruby rt /rt /ruby blockquote /blockquote svg /svg x !doctype dl dt dd hr"
).split()
TAGS += ["a href='x'", "p hidden", "div style='display:none'", "input value=x", "!-- --", "?php ?"]


@settings(max_examples=100)
@given(
    st.lists(st.one_of(st.text("甲乙", min_size=1, max_size=3), st.sampled_from(TAGS).map("<{}>".format)), max_size=25)
)
def test_every_character_of_a_page_is_in_a_line_or_counted_as_left_out(parts: list[str]) -> None:
    sheet = read(("<html>" + "".join(parts)).encode(), "f.html")
    text = "".join(part for part in parts if part[0] != "<")
    lines = "".join("".join(line.text.split()) for line in sheet.lines)
    counted = sum(int(problem.facts["characters"]) for problem in sheet.problems if problem.rule == "left-out")
    assert len(lines) + counted == len(text)
    assert counted or lines == text


STALLS = [
    "<a <a", "<!--", "<p>", "&#1;", "<div>", "<table><tr><td>", "<ul><li>", "<a href='", "<a b=\"'>", "<script>", "</script", "<title>",
    "<![CDATA[", "<rt>", "<p hidden>", "</", "<pre>\n", "<h1>x</h1>",
    " ", "*a ", "[a](", "`a``b", "\\<!--", "|a|\n|-|\n", "> - ", "<http://", "a\n===\n",
]  # fmt: skip


@pytest.mark.parametrize("shred", STALLS)
def test_what_is_said_over_and_over_takes_no_more_than_its_time(shred: str) -> None:
    data = ("好" + shred * (60_000 // len(shred)) + "好").encode()
    for ending in ("html", "md"):
        with within(1):
            read(data, f"f.{ending}")


# Word files: of every text it is known whether it is read or left out

LEFT_OUT = ("del", "moveFrom")
HELD = ("ins", "moveTo", "smartTag", "hyperlink", "customXml", "fldSimple", "sdt")
run = st.builds(
    lambda text, hidden, mark: (
        f"<w:r><w:rPr>{'<w:vanish/>' if hidden else ''}</w:rPr><w:t>{text}</w:t>{mark}</w:r>",
        "" if hidden else text,
        text if hidden else "",
    ),
    st.text("甲乙丙丁", max_size=4),
    st.sampled_from([False, False, True]),
    st.sampled_from(["", "", "<w:br/>", "<w:tab/>", '<w:br w:type="page"/>', "<w:commentReference/>", "<w:fldChar/>"]),
)
Told = tuple[str, str, str]
"""Some XML, the text of it that is read, and the text that is left out."""


def joined(parts: list[Told]) -> Told:
    return "".join(p[0] for p in parts), "".join(p[1] for p in parts), "".join(p[2] for p in parts)


def wrapped(name: str, inside: Told) -> Told:
    """Runs in an element that keeps them or leaves them out."""
    xml, spoken, left = inside
    content = f"<w:sdtContent>{xml}</w:sdtContent>" if name == "sdt" else xml
    whole = f"<w:{name}>{content}</w:{name}>"
    return (whole, "", spoken + left) if name in LEFT_OUT else (whole, spoken, left)


def boxed(paragraphs: Told, twice: bool) -> Told:
    """Paragraphs in a text box, which stands there in one version or in two."""
    xml, spoken, left = paragraphs
    box = f"<w:txbxContent>{xml}</w:txbxContent>"
    two = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    return f"<w:r>{two if twice else box}</w:r>", spoken, left


def paragraph(mark: str, inside: Told) -> Told:
    xml, spoken, left = inside
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{xml}</w:p>", spoken, left


def tabled(rows: list[Told]) -> Told:
    xml, spoken, left = joined(rows)
    return f"<w:tbl><w:tr><w:tc>{xml}</w:tc></w:tr></w:tbl>", spoken, left


runs = st.recursive(
    run, lambda inner: st.builds(wrapped, st.sampled_from(LEFT_OUT + HELD), st.lists(inner, max_size=3).map(joined))
)
marks = st.sampled_from(["", "", "<w:del/>", "<w:ins/>", "<w:vanish/>"])
plain_paragraphs = st.lists(st.builds(paragraph, marks, st.lists(runs, max_size=3).map(joined)), max_size=3).map(joined)
pieces = st.one_of(runs, runs, st.builds(boxed, plain_paragraphs, st.booleans()))
blocks = st.recursive(
    st.builds(paragraph, marks, st.lists(pieces, max_size=4).map(joined)),
    lambda inner: st.builds(tabled, st.lists(inner, max_size=3)),
)


@settings(max_examples=50)
@given(st.lists(blocks, max_size=5).map(joined))
def test_every_text_of_a_word_file_is_in_a_line_or_counted_as_left_out(told_off: Told) -> None:
    xml, spoken, left = told_off
    sheet = read(package(xml), "f.docx")
    told(sheet, "f.docx")
    lines = "".join("".join(line.text.split()) for line in sheet.lines)
    counted = sum(int(problem.facts["characters"]) for problem in sheet.problems if problem.rule == "left-out")
    assert (sorted(lines), counted) == (sorted(spoken), len(left))


@settings(max_examples=60)
@given(st.lists(blocks, max_size=3).map(joined), st.data())
def test_a_word_file_with_wrong_bytes_is_read_or_refused(told_off: Told, data: st.DataObject) -> None:
    part = bytearray(document(told_off[0]).encode())
    for at in data.draw(st.lists(st.integers(0, len(part) - 1), max_size=3)):
        part[at] = data.draw(st.integers(0, 255))
    whole = bytearray(zipped({"word/document.xml": bytes(part)}))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=2)):
        whole[at] = data.draw(st.integers(0, 255))
    told(read(bytes(whole), "f.docx"), "f.docx")


@pytest.mark.parametrize("ending", ["docx", "md", "html", "txt"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_what_is_written_is_read_back(example: Path, ending: str) -> None:
    draft = draft_file(example)
    style = Library().style(draft.brief.style or draft.blueprint.style, draft.brief.place)
    sheet = read(write_draft(draft, ending, style, source="brief.yaml"), f"f.{ending}")
    lines = [page_text(line) for line in draft.manuscript.lines]
    assert ["".join(line.text.strip(BLANKS).split("\n")) for line in sheet.lines if line.text] == lines
    assert sheet.problems == ()
