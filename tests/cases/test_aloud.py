"""Marks for reading aloud: where they stand, what they say, and that nothing that a person types among them is lost."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from textwrap import dedent

import pytest
from msgspec.structs import replace

from drafter.desk.draft import draft_file, look_of, write_draft
from drafter.formats import read
from drafter.language.zh_breath import breaths
from drafter.language.zh_spoken import large_figures, spoken
from drafter.model.style import EVERY_MARK, Reading
from drafter.notation.style import read_style
from drafter.notation.words import read_words
from drafter.yamltext.parse import parse
from tests.cases.running import drafter
from tests.conftest import ROOT

BREATHS = """
在认真总结前三个季度工作的基础上／研究部署第四季度的各项重点工作。
各级各部门和全体党员干部／务必把思想和行动统一到省委的决策部署上来。
要严格按照时间节点倒排工期／并建立全过程跟踪督办的工作台账。
加快推进老旧小区改造项目建设／和加强施工现场安全管理工作。
这次会议的主要任务／是深入学习贯彻全省安全生产电视电话会议精神。
我们要清醒地认识到／当前全市安全生产形势依然严峻复杂多变。
案件查办组负责查处督察移送的／11起环境违法案件。
市发展和改革委员会要会同市工业和信息化局尽快拿出切实可行的办法。
向奋战在各行各业的职工和受表彰同志的家人致以诚挚的问候。
各级各部门和全体党员干部必须落实到位。
""".split()
"""Sentences with the strokes that they get, and no others."""
SPOKEN = {
    "12.37亿元": "十二点三七亿元",
    "95%": "百分之九十五",
    "10.5％": "百分之十点五",
    "3‰": "千分之三",
    "5,600户": "五千六百户",
    "2026年": "二零二六年",
    "20512人": "两万零五百一十二人",
    "12000": "一万二千",
    "100010元": "十万零一十元",
    "200000000": "两亿",
    "2亿元": "两亿元",
    "1.05万亿元": "一点零五万亿元",
    "30000000000元": "三百亿元",
    "第12号": "",
}
BLUEPRINT = """\
drafter: 1
style: podium
speech:
  title: 在全市供给工作会议上的讲话
  salutation: 同志们：
  emphases:
    - id: a
      heading: 供给能力
      run_in: true
      body: [{id: b, say: 2026年供给侧投资12.37亿元，占95%，2026年的供给更多。}]
    - id: c
      heading: 参与
      body: [{id: d, say: 在认真总结前三个季度工作的基础上研究部署第四季度的各项重点工作。}]
"""
SENTENCES = "2026年供给侧投资12.37亿元，占95%，2026年的供给更多。"


@pytest.mark.parametrize("said", BREATHS)
def test_breath_is_taken_where_it_is_sure(said: str) -> None:
    text = said.replace("／", "")
    strokes = [n for n, char in enumerate(said) if char == "／"]
    assert breaths(text) == tuple(place - before for before, place in enumerate(strokes))


def test_how_figures_are_said() -> None:
    assert {figure: spoken(figure) for figure in SPOKEN} == SPOKEN


def test_only_figures_that_are_hard_to_say_are_marked() -> None:
    text = "2021—2025年，5.5%—6%，〔2026〕12345号，12345号，13812345678，3.15活动，8:30，12户，G318线12.5公里，12345人民群众，96％以上"
    assert [text[start:end] for start, end, _ in large_figures(text)] == ["12.5公里", "12345", "96％"]


def drafted(folder: Path, reading: Reading = EVERY_MARK) -> bytes:
    (folder / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (folder / "brief.yaml").write_text("blueprint: b.yaml\n", "utf-8")
    draft = draft_file(folder / "brief.yaml")
    return write_draft(draft, "docx", replace(look_of(draft), reading=reading))


def shown(document: bytes) -> list[str]:
    """The paragraphs as they are seen."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        xml = package.read("word/document.xml").decode()
    return ["".join(re.findall(r"<w:t[ >][^<]*?>?([^<>]*)</w:t>", p)) for p in re.findall("<w:p>.*?</w:p>", xml)]


def zipped(parts: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def test_marks_stand_behind_what_they_are_of_and_once_only(tmp_path: Path) -> None:
    assert shown(drafted(tmp_path)) == [
        "在全市供给工作会议上的讲话",
        "同志们：",
        "一、供给(gōngjǐ)能力。2026年（二零二六年）供给侧投资12.37亿元（十二点三七亿元），占95%（百分之九十五），2026年的供给更多。",
        "二、参与(cānyù)",
        "在认真总结前三个季度工作的基础上 / 研究部署第四季度的各项重点工作。",
    ]


def test_each_mark_may_be_wanted_alone_and_none_is_there_unasked(tmp_path: Path) -> None:
    usual = drafted(tmp_path, Reading())
    assert shown(usual)[2] == f"一、供给能力。{SENTENCES}"
    assert "DrafterReading" not in "".join(zipfile.ZipFile(io.BytesIO(usual)).read("word/styles.xml").decode())
    assert shown(drafted(tmp_path, Reading(figures=True)))[3] == "二、参与"
    assert shown(drafted(tmp_path, Reading(pinyin=True)))[2] == f"一、供给(gōngjǐ)能力。{SENTENCES}"
    assert shown(drafted(tmp_path, Reading(pages=True))) == shown(usual)
    with zipfile.ZipFile(io.BytesIO(drafted(tmp_path, Reading(pages=True)))) as package:
        assert package.read("word/document.xml").decode().count("<w:keepLines/>") == 4  # all but the title


def test_a_reading_of_the_users_own_pack_counts_before_ours(tmp_path: Path) -> None:
    words = tmp_path / "packs/ours/words"
    words.mkdir(parents=True)
    (words / "readings.yaml").write_text("drafter: 1\nreadings: {供给: gōng jǐ, 参与: cān yù}\n", "utf-8")
    assert "一、供给(gōng jǐ)能力。" in shown(drafted(tmp_path))[2]


def test_the_page_on_styles_has_words_and_marks_that_can_be_read() -> None:
    page = (ROOT / "docs/styles.md").read_text("utf-8")
    reading = re.findall("```yaml\n(reading: .*)\n```", page)[0]
    style, _ = read_style(parse(f"drafter: 1\n{reading}\nroles: {{}}\n", "house.yaml"), "house")
    assert style is not None and style.reading == EVERY_MARK
    words = dedent(re.findall("```yaml packs/OURS/words/readings.yaml\n(.*?) *```", page, re.DOTALL)[0])
    read_back, problems = read_words({"readings": parse(words, "readings.yaml")}, "zh")
    assert problems == () and read_back is not None and read_back.readings["供给"] == "gōngjǐ"


def test_an_english_draft_has_no_marks() -> None:
    draft = draft_file(ROOT / "examples/kick-off/brief.yaml")
    plain, marked = (
        write_draft(draft, "docx", replace(look_of(draft), reading=one)) for one in (Reading(), EVERY_MARK)
    )
    assert marked == plain


def test_what_is_typed_among_marks_is_of_the_speech(tmp_path: Path) -> None:
    draft = drafted(tmp_path)
    with zipfile.ZipFile(io.BytesIO(draft)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    xml = parts["word/document.xml"].decode()
    cut = '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="DrafterReading"/></w:rPr><w:t>'
    xml = xml.replace("(gōngjǐ)", f"(gōng{cut}jǐ)和保障")
    parts["word/document.xml"] = xml.encode()
    sheet = read(zipped(parts), "draft.docx")
    assert sheet.lines[2].text == f"一、供给和保障能力。{SENTENCES}"
    assert sheet.problems == ()


def test_an_unknown_mark_has_a_near_miss_and_a_reading_is_letters() -> None:
    text = "drafter: 1\nreading: {breathe: true, pinyin: maybe, longest: 3}\nroles: {}\n"
    _, problems = read_style(parse(text, "house.yaml"), "house")
    assert [str(one) for one in problems] == [
        "house.yaml:2:11: error: unknown key breathe in reading; did you mean breath? [unknown-key]",
        "house.yaml:2:34: error: maybe is not one of: true false; choose one of them [unknown-choice]",
        "house.yaml:2:50: error: longest is 3, less than 14; check the number [number-less-than-limit]",
    ]
    docs = {"readings": parse("drafter: 1\nreadings: {供给: 共急, 处: chǔ, 参与: }\n", "readings.yaml")}
    assert [(one.place.column, one.rule) for one in read_words(docs, "zh")[1]] == [
        (16, "odd-pinyin"),
        (20, "wide-match"),
        (32, "empty-text"),
    ]


def test_the_switch_is_for_word(tmp_path: Path) -> None:
    drafted(tmp_path)
    done = drafter(tmp_path, "draft", "brief.yaml", "-o", "speech.md", "--reading-marks")
    assert (done.code, done.said) == (
        2,
        "Usage: drafter draft [OPTIONS] BRIEF\nerror: --reading-marks are for Word documents\n",
    )
    assert drafter(tmp_path, "draft", "brief.yaml", "--reading-marks").code == 0
    assert shown((tmp_path / "brief.docx").read_bytes()) == shown(drafted(tmp_path))
