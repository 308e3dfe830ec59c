"""Long titles as they stand on the page, the same in Word's file and in a browser."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

from drafter.desk.draft import draft_file, write_draft
from drafter.desk.library import Library
from drafter.formats.titles import broken
from drafter.language import TONGUES
from drafter.model.speech import Strong, Text, plain
from drafter.problem import Place

CASES = """\
在全市深入学习贯彻习惯养成精神暨 / 2026年度生态环境保护 / 工作推进会议上的讲话
在全县口岸管理与国际贸易 / “单一窗口”建设工作推进会上的讲话
在市委常委会（扩大）会议传达学习 / 《关于加强新时代廉洁文化建设的意见》 / 时的讲话
在纪念中国共产党成立105周年暨 / “两优一先”表彰大会上的讲话
在全市AI赋能千行百业暨 / 5G+工业互联网融合应用现场推进会上的讲话
在二〇二六年全省森林草原防灭火暨 / 春季造林绿化工作电视电话会议上的讲话
在阿卜杜拉·买买提同志先进事迹报告会暨 / 民族团结进步模范集体表彰大会上的讲话
在《青川市志（1991—2020）》 / 首发式暨地方志工作会议上的讲话
凝心聚力 砥砺前行 奋力开创新局面 / ——在全市经济工作会议上的讲话
在全市防汛工作会议上的讲话
在全市经济工作会议上暨 / 人才工作会议上的讲话稿
"""
ENGLISH = """\
Remarks at the Opening / of the 2026 Annual Meeting / of the Harbour Authority and Its Partners
Remarks at the Kick-off of the Pier 3 / Refurbishment Programme
"""
BLUEPRINT = """\
drafter: 1
slots: {会议: {ask: 会议全称, example: 全市大会}}
speech:
  title: |
    凝心聚力
    ——在{{ 会议 }}
    上的讲话
  closing: [{id: a, say: "{{ 会议 }}好。"}]
"""


@pytest.mark.parametrize("lines", CASES.splitlines())
def test_a_chinese_title_is_broken_where_a_reader_would(lines: str) -> None:
    title = lines.replace(" / ", "")
    assert " / ".join(plain(line) for line in broken((Text(title),), 20, TONGUES["zh"])) == lines


@pytest.mark.parametrize("lines", ENGLISH.splitlines())
def test_an_english_title_is_broken_before_its_small_words(lines: str) -> None:
    title = lines.replace(" / ", " ")
    assert " / ".join(plain(line).strip() for line in broken((Text(title),), 20, TONGUES["en"])) == lines


def test_what_is_stressed_in_a_title_is_stressed_on_both_lines() -> None:
    title = (Text("在"), Strong((Text("全市经济工作会议暨人才工作会议"),)), Text("上的讲话提纲"))
    assert broken(title, 20, TONGUES["zh"]) == (
        (Text("在"), Strong((Text("全市经济工作会议暨"),))),
        (Strong((Text("人才工作会议"),)), Text("上的讲话提纲")),
    )


def test_the_author_s_own_lines_are_kept_and_stand_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "brief.yaml").write_text("blueprint: b.yaml\n会议: 全市大会\n", "utf-8")
    draft = draft_file(tmp_path / "brief.yaml")
    style = Library().style("standard", Place("here"))
    document = docx.Document(io.BytesIO(write_draft(draft, "docx", style)))
    page = write_draft(draft, "html", style).decode()
    assert document.paragraphs[0].text == "凝心聚力\n——在全市大会\n上的讲话"
    assert re.findall("<h1.*?>(.*)</h1>", page) == ["凝心聚力<br>——在全市大会<br>上的讲话"]
    whole = "凝心聚力——在全市大会上的讲话"
    assert document.core_properties.title == whole and f"<title>{whole}</title>" in page
    assert write_draft(draft, "txt", style).decode().splitlines()[0].strip() == whole
