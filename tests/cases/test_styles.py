"""What a house look asks for stands in Word's file and in the page for a browser."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from drafter.desk.draft import draft_file, write_draft
from drafter.desk.library import Library
from drafter.model.style import Style
from drafter.notation.style import read_style
from drafter.problem import Place
from drafter.yamltext.parse import parse
from tests.conftest import ROOT

HOUSE = re.findall(r"```yaml house.yaml\n(.*?)```", (ROOT / "docs/styles.md").read_text("utf-8"), re.DOTALL)[0]
BLUEPRINT = """\
drafter: 1
speech:
  title: 题
  byline: 李明
  salutation: 同志们：
  emphases:
    - {id: a, heading: 提高站位, run_in: true, body: [{id: b, say: 责任如山。}]}
    - {id: c, heading: 真抓实干, body: [{id: d, say: 说干就干。}]}
"""


def house(*changes: tuple[str, str]) -> Style:
    text = HOUSE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    style, problems = read_style(parse(text, "house.yaml"), "house")
    assert problems == () and style is not None
    return style


def drafted(folder: Path, style: Style, blueprint: str = BLUEPRINT) -> tuple[dict[str, str], str]:
    """The parts of the Word file, and the HTML page."""
    (folder / "b.yaml").write_text(blueprint, "utf-8")
    (folder / "brief.yaml").write_text("blueprint: b.yaml\n", "utf-8")
    draft = draft_file(folder / "brief.yaml")
    with zipfile.ZipFile(io.BytesIO(write_draft(draft, "docx", style))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    return parts, write_draft(draft, "html", style).decode()


def words(xml: str) -> str:
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)", xml))


def test_header_footer_and_number_stand_on_every_page_but_the_first_number(tmp_path: Path) -> None:
    parts, page = drafted(tmp_path, house())
    told = {name[5:-4]: words(xml) for name, xml in parts.items() if re.match("word/(header|footer)", name)}
    assert told == {
        **dict.fromkeys(("header1", "header2", "header3"), "内部资料  注意保存"),
        **dict.fromkeys(("footer1", "footer2"), "— 1 —市政府办公室"),
        "footer3": "市政府办公室",
    }
    body, relations = parts["word/document.xml"], parts["word/_rels/document.xml.rels"]
    named = re.findall(r'<w:(header|footer)Reference w:type="(\w+)" r:id="(\w+)"', body)
    files = {(part, kind): re.findall(rf'Id="{id}"[^>]*Target="(\w+)', relations)[0] for part, kind, id in named}
    assert files == {
        (part, kind): f"{part}{n}"
        for part in ("header", "footer")
        for n, kind in enumerate(("default", "even", "first"), 1)
    }
    assert "<w:titlePg/>" in body and "@page :first { @bottom-right { content: none; } }" in page
    assert (
        "@bottom-center { content: '市政府办公室'" in page
        and "@top-right { content: '内部资料\\20 \\20 注意保存'" in page
    )


def test_a_page_may_have_no_number(tmp_path: Path) -> None:
    parts, page = drafted(tmp_path, house(("number: outside", "number: none"), ("footer: 市政府办公室\n", "")))
    assert words(parts["word/footer1.xml"]) == words(parts["word/footer2.xml"]) == ""
    assert "word/footer3.xml" not in parts and "titlePg" not in parts["word/document.xml"]
    assert "counter(page)" not in page


def test_a_style_without_them_has_none_of_them(tmp_path: Path) -> None:
    parts, page = drafted(
        tmp_path, house(("header: 内部资料  注意保存\n", ""), ("first_number: false", "first_number: true"))
    )
    assert "word/header1.xml" not in parts and "word/footer3.xml" not in parts
    assert "titlePg" not in parts["word/document.xml"] and "@top" not in page and ":first" not in page


def test_the_colour_of_a_heading_ends_where_the_heading_does(tmp_path: Path) -> None:
    parts, page = drafted(tmp_path, house())
    styles = dict(re.findall(r'w:styleId="(\w+)"((?:(?!</w:style>).)*)', parts["word/styles.xml"], re.DOTALL))
    colours = {id: re.findall(r'<w:color w:val="(\w+)"', xml) for id, xml in styles.items()}
    assert (colours["Title"], colours["Heading1"], colours["BodyTextChar"]) == (["FF0000"], ["C00000"], ["auto"])
    assert colours["Heading2"] == colours["BodyText"] == []
    assert '<w:spacing w:val="20"/>' in styles["Title"] and '<w:spacing w:val="-5"/>' in styles["BodyTextChar"]
    assert re.search(r"\.title \{[^}]*letter-spacing: 1pt;[^}]*color: #FF0000;", page)


@pytest.mark.parametrize("mark", ["'", '"', "\\", "</style>", "&", "}", "\U0001f600"])
def test_marks_in_a_header_stay_words(mark: str, tmp_path: Path) -> None:
    quoted = "'" + mark.replace("'", "''") + "'"
    parts, page = drafted(tmp_path, house(("header: 内部资料  注意保存", f"header: {quoted}")))
    assert words(parts["word/header1.xml"]) == mark.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = re.findall(r"@top-right \{ content: '([^']*)'", page)[0]
    assert re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), shown) == mark


@pytest.mark.parametrize("style", ["standard", "podium", "letter"])
def test_a_line_is_free_below_the_front_with_a_date_or_without(style: str, tmp_path: Path) -> None:
    look = Library().style(style, Place("here"))
    parts, page = drafted(tmp_path, look)
    first, second, third = re.findall(r"<w:p>.*?</w:p>", parts["word/document.xml"])[:3]
    assert [words(line) for line in (first, second, third)] == ["题", "李明", "同志们："]
    assert 'w:afterLines="100"' in second and "afterLines" not in first + third
    assert '<p class="byline last">李明</p>' in page and ".byline.last { margin-bottom: " in page
    dated, page = drafted(tmp_path, look, BLUEPRINT.replace("  salutation:", "  date: 3月1日\n  salutation:"))
    assert "afterLines" not in dated["word/document.xml"] and '<p class="byline">李明</p>' in page
