"""`drafter review` on files that came back: gaps filled in, facts of every type, briefs that changed or do not fit, a terminal."""

from __future__ import annotations

import difflib
import io
import shutil
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from tests.cases.running import drafter
from tests.cases.terminal import BACK, CTRL_C, ESC, Terminal
from tests.conftest import ROOT
from tests.word.editing import edited_in_word
from tests.word.edits import Edit

BLUEPRINT = """drafter: 1
title: 测试
slots:
  会议: {ask: 会议全称}
  日期: {type: date, ask: 哪天开会}
  截止: {type: date, ask: 截止日}
  层级: {type: choice, of: [市, 县, 区], ask: 哪一级}
  水库: {type: number, ask: 水库数量}
  人数: {type: number, ask: 派多少人}
  负责人: {ask: 谁负责}
  任务:
    type: list
    ask: 有哪些任务
    of: {名称: {ask: 任务名称}, 时限: {type: due, ask: 何时}, 人: {ask: 谁办}}
  要求: {type: list, of: text, ask: 有哪些要求}
speech:
  title: 在{{ 会议 }}上的讲话
  date: "{{ 日期 }}"
  salutation: 同志们：
  opening:
    - {id: open, move: purpose, say: "今天开{{ 会议 }}，讲{{ 水库 }}座水库的事。全{{ 层级 }}都要动起来，{{ 截止 | 日期 }}前办完。"}
    - {id: who, move: task, say: "这件事由{{ 负责人 }}牵头，派{{ 人数 }}个人去。{{ 负责人 }}每周报一次。"}
  emphases:
    - id: task
      each: 任务
      heading: "{{ item.名称 }}"
      body: [{id: how, say: "{{ item.名称 }}由{{ item.人 }}办，{{ item.时限 }}完成。做完了要回头看，不留尾巴。"}]
  closing:
    - {id: end, move: exhortation, say: "一句话，要做到{{ 要求 | 并列 }}。大家回去就办。"}
"""
FACTS = """blueprint: bp.yaml
seed: 7
会议: 全市防汛工作会议
日期: 2026-09-18
截止: 2026-10-20
层级: 市
水库: 12
任务:
  - {名称: 看住堤坝, 时限: 6月底前, 人: 水利局}
  - {名称: 备足物资, 人: 应急局}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text(FACTS, "utf-8")
    assert drafter(tmp_path, "draft", "b.yaml", "-o", "a.docx").code == 0
    return tmp_path


def edit(folder: Path, *pairs: tuple[str, str]) -> None:
    """Words of the draft replaced wherever they stand."""
    changed(folder, lambda document: [replace(document, *pair) for pair in pairs])


def replace(document: Document, old: str, new: str) -> None:
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            text = paragraph.text.replace(old, new)
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = text


def changed(folder: Path, change: Callable[[Document], object]) -> None:
    document = docx.Document(folder / "a.docx")
    change(document)
    document.save(folder / "e.docx")


def applied(folder: Path, *more: str) -> tuple[str, list[str]]:
    """What `--apply` says, and the lines of the brief that it writes."""
    old = (folder / "b.yaml").read_text("utf-8")
    done = drafter(folder, "review", "e.docx", "--apply", "--yes", *more)
    assert done.code == 0, done.said
    new = (folder / "b.yaml").read_text("utf-8")
    came = [line[1:] for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line.startswith("+ ")]
    return done.said, [line.strip() for line in came]


def drafts(folder: Path) -> bool:
    """Whether the brief drafts what the edited file says."""
    assert drafter(folder, "draft", "b.yaml", "-o", "z.docx").code == 0
    texts = [[one.text for one in docx.Document(folder / name).paragraphs if one.text] for name in ("e.docx", "z.docx")]
    return texts[0] == texts[1]


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("【待补充：谁负责】", "王局长", ["负责人: 王局长"]),
        ("【待补充：派多少人】", "30", ["人数: 30"]),
        ("【待补充：何时】", "8月底前", ["- {名称: 备足物资, 人: 应急局, 时限: 8月底前}"]),
        ("【待补充：有哪些要求】", "快、准、狠", ["要求:", "- 快", "- 准", "- 狠"]),
        ("9月18日", "9月19日", ["日期: 2026-09-19"]),
        ("10月20日", "11月20日", ["截止: 2026-11-20"]),
        ("12座", "13座", ["水库: 13"]),
        ("全市都", "全县都", ["层级: 县"]),
        ("全市防汛工作会议", "全市防汛抗旱工作会议", ["会议: 全市防汛抗旱工作会议"]),
        ("同志们", "各位代表", ["overrides:", "salutation: 各位代表："]),
    ],
)
def test_what_stands_where_a_fact_or_a_gap_stood_is_given_to_its_slot(
    folder: Path, old: str, new: str, written: list[str]
) -> None:
    edit(folder, (old, new))
    assert applied(folder)[1] == written
    assert drafts(folder)


def test_gaps_filled_in_together_are_all_given(folder: Path) -> None:
    edit(folder, ("【待补充：谁负责】", "王局长"), ("【待补充：派多少人】", "30"), ("【待补充：何时】", "8月底前"))
    assert applied(folder)[1] == ["- {名称: 备足物资, 人: 应急局, 时限: 8月底前}", "人数: 30", "负责人: 王局长"]
    assert drafts(folder)


def test_a_gap_filled_in_at_one_place_is_filled_in_at_all_and_that_is_told(folder: Path) -> None:
    edit(folder, ("由【待补充：谁负责】", "由王局长"))
    said, written = applied(folder)
    assert written == ["负责人: 王局长"]
    assert "个人去。[-【待补充：谁负责】-]{+王局长+}每周报一次。" in said


@pytest.mark.parametrize(
    ("old", "new", "slot"),
    [("全市都", "全省都", "层级"), ("12座", "十三座", "水库"), ("10月20日", "11月底", "截止")],
)
def test_what_a_slot_does_not_take_is_said_by_its_sentence_alone_and_told(
    folder: Path, old: str, new: str, slot: str
) -> None:
    edit(folder, (old, new))
    said, written = applied(folder)
    assert f"{slot} stays as it was, as it cannot be" in said
    assert written[0] == "overrides:" and len(written) == 2
    assert drafts(folder)


def test_what_was_changed_in_the_brief_meanwhile_stays_and_is_told(folder: Path) -> None:
    edit(folder, ("12座", "13座"), ("同志们", "各位代表"))
    (folder / "b.yaml").write_text(FACTS.replace("水库: 12", "水库: 14"), "utf-8")
    said, written = applied(folder)
    assert "left as it is: 水库 was changed in the brief since; the edit says 13" in said
    assert written == ["overrides:", "salutation: 各位代表："]
    said, written = applied(folder)
    assert "nothing is written into b.yaml" in said and not written


def test_what_the_brief_does_not_say_any_more_is_told(folder: Path) -> None:
    edit(folder, ("大家回去", "各家回去"))
    (folder / "b.yaml").write_text(FACTS + "omit: [end]\n", "utf-8")
    assert (
        "not said by the brief as it is now: 一句话，要做到【待补充：有哪些要求】。各家回去就办。" in applied(folder)[0]
    )


def test_a_draft_of_a_row_is_reviewed_with_what_it_remembers(folder: Path) -> None:
    (folder / "rows.csv").write_text("会议,层级,水库\n甲会,市,3\n乙会,县,4\n", "utf-8")
    assert drafter(folder, "batch", "rows.csv", "--blueprint", "bp.yaml", "-o", "out", "--name", "{会议}").code == 0
    shutil.copy(folder / "out/乙会.docx", folder / "a.docx")
    edit(folder, ("4座", "5座"))
    shutil.copy(folder / "e.docx", folder / "out/乙会.docx")
    assert "水库: [-4-]{+5+}" in drafter(folder, "review", "out/乙会.docx").said
    assert drafter(folder, "review", "out/甲会.docx").said == "out/甲会.docx: nothing was edited\n"


def test_the_brief_of_another_speech_is_refused(folder: Path) -> None:
    edit(folder, ("12座", "13座"))
    other = ROOT / "examples/work-meeting/brief.yaml"
    shutil.copy(other, folder / "other.yaml")
    done = drafter(folder, "review", "e.docx", "--brief", "other.yaml", "--apply", "--yes")
    assert (
        done.code == 1 and "e.docx was not drafted from other.yaml, which is the brief of another speech" in done.said
    )
    assert (folder / "other.yaml").read_bytes() == other.read_bytes()


def test_the_same_holds_where_the_record_is_gone(folder: Path) -> None:
    edit(folder, ("12座", "13座"))
    whole = io.BytesIO()
    with zipfile.ZipFile(folder / "e.docx") as old, zipfile.ZipFile(whole, "w") as new:
        for name in (one for one in old.namelist() if not one.startswith("customXml/")):
            text = old.read(name)
            new.writestr(name, text if name != "word/_rels/document.xml.rels" else without_record(text))
    (folder / "e.docx").write_bytes(whole.getvalue())
    shutil.copy(ROOT / "examples/work-meeting/brief.yaml", folder / "other.yaml")
    done = drafter(folder, "review", "e.docx", "--brief", "other.yaml")
    assert (done.code, "the brief of another speech" in done.said) == (1, True)
    assert "does not say from which brief it was drafted" in drafter(folder, "review", "e.docx").said
    assert "水库: [-12-]{+13+}" in drafter(folder, "review", "e.docx", "--brief", "b.yaml").said


def without_record(relations: bytes) -> bytes:
    first, *rest = relations.decode().split("<Relationship ")
    return "<Relationship ".join([first, *(one for one in rest if "customXml" not in one)]).encode() + (
        b"" if rest and "customXml" not in rest[-1] else b"</Relationships>"
    )


def table(document: Document) -> None:
    made = document.add_table(1, 2)
    made.cell(0, 0).text, made.cell(0, 1).text = "甲单位", "12个"
    document.paragraphs[4]._p.addnext(made._tbl)


def test_a_table_is_told_as_what_no_brief_can_say_and_nothing_else(folder: Path) -> None:
    changed(folder, table)
    assert drafter(folder, "review", "e.docx").said.splitlines() == [
        "e.docx: nothing was edited",
        "   6  cannot be carried: a table (甲单位)",
        "   7  cannot be carried: a table (12个)",
    ]


def doubled(document: Document) -> None:
    here = document.paragraphs[4]._p
    here.addnext(deepcopy(here))


def halved(name: str) -> Callable[[Document], None]:
    """Every second start, or end, of a bookmark taken away."""

    def change(document: Document) -> None:
        for mark in list(document.element.body.iter(qn(f"w:{name}")))[::2]:
            mark.getparent().remove(mark)

    return change


def test_a_paragraph_that_was_copied_with_its_bookmark_came_once(folder: Path) -> None:
    changed(folder, doubled)
    said, written = applied(folder)
    assert "1 change since" in said and written[0] == "insert:"
    assert drafts(folder)


@pytest.mark.parametrize("name", ["bookmarkStart", "bookmarkEnd"])
def test_half_a_bookmark_tells_nothing(folder: Path, name: str) -> None:
    changed(folder, halved(name))
    assert drafter(folder, "review", "e.docx").said == "e.docx: nothing was edited\n"


def test_braces_and_stars_that_an_editor_types_are_words(folder: Path) -> None:
    changed(folder, lambda document: document.paragraphs[4].add_run("他写了{{ 会议 }}、**星号**和# 井号。"))
    applied(folder)
    assert drafts(folder)


def test_what_is_typed_below_a_heading_in_its_style_is_a_paragraph(folder: Path) -> None:
    def change(document: Document) -> None:
        head = next(one for one in document.paragraphs if one.text.startswith("一、"))
        head._p.addnext(new := deepcopy(head._p))
        docx.text.paragraph.Paragraph(new, head._parent).text = "这一句写在标题下面，样式没有改。"

    changed(folder, change)
    assert "say: 这一句写在标题下面，样式没有改。" in applied(folder)[1]
    assert drafts(folder)


def test_to_be_asked_of_tracked_changes_needs_a_terminal(folder: Path) -> None:
    data = edited_in_word((folder / "a.docx").read_bytes(), Edit("", "Inserted", (3, "这是新写的一段。")), tracked=True)
    (folder / "e.docx").write_bytes(data)
    done = drafter(folder, "review", "e.docx", "--as", "ask")
    assert (done.code, "--as ask needs a terminal" in done.said) == (2, True)
    assert drafter(folder, "review", "e.docx", "--as", "reject").said == "e.docx: nothing was edited\n"
    assert "王主任" in drafter(folder, "review", "e.docx").said


def test_each_change_is_taken_or_left_before_a_terminal(folder: Path) -> None:
    edit(folder, ("同志们", "各位代表"), ("12座", "13座"), ("大家回去", "各家回去"))
    terminal = Terminal(folder, "review", "e.docx", "--apply")
    terminal.until("3 changes")
    terminal.answer("1/3", "n\r")
    terminal.answer("2/3", BACK)
    terminal.answer("1/3", "y\r")
    terminal.answer("2/3", "n\r")
    terminal.answer("3/3", "q\r")
    assert terminal.ended() == 0
    new = (folder / "b.yaml").read_text("utf-8")
    assert "salutation: 各位代表：" in new and "水库: 12" in new and "各家" not in new


def test_all_that_follow_are_taken_with_one_key(folder: Path) -> None:
    edit(folder, ("同志们", "各位代表"), ("12座", "13座"), ("大家回去", "各家回去"))
    terminal = Terminal(folder, "review", "e.docx", "--apply")
    terminal.answer("1/3", "n\r")
    terminal.answer("2/3", "a\r")
    assert terminal.ended() == 0
    new = (folder / "b.yaml").read_text("utf-8")
    assert "salutation" not in new and "水库: 13" in new and "各家" in new


@pytest.mark.parametrize(("key", "code"), [(ESC, 1), (CTRL_C, 130)])
def test_who_stops_has_nothing_written(folder: Path, key: str, code: int) -> None:
    edit(folder, ("同志们", "各位代表"), ("12座", "13座"))
    terminal = Terminal(folder, "review", "e.docx", "--apply")
    terminal.answer("1/2", "y\r")
    terminal.answer("2/2", key)
    terminal.until("stopped; nothing was written")
    assert terminal.ended() == code
    assert (folder / "b.yaml").read_text("utf-8") == FACTS
