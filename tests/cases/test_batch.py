"""Many speeches: what is read in tables, what is told of them, what is written and what is left alone."""

# ruff: noqa: E501  messages are asserted whole
from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from drafter.formats.docx.read import origin
from tests.cases.running import Done, drafter, process

BLUEPRINT = """\
drafter: 1
title: 巡查会讲话
slots:
  会议: { ask: 会议名称, missing: error }
  镇: { ask: 镇名 }
  日期: { type: date, ask: 会议日期 }
  编号: { ask: 编号, missing: omit }
  人数: { type: number, ask: 人数, min: 1, max: 500 }
  紧急: { type: flag, ask: 是否紧急, missing: omit }
  级别: { type: choice, of: [一级, 二级], ask: 级别, missing: omit }
  限期: { type: due, ask: 期限, missing: omit }
  要求: { type: list, of: text, ask: 要求, missing: omit }
  任务:
    type: list
    of:
      名称: {}
      时限: { type: date, missing: omit }
      责任: { type: list, of: text, missing: omit }
    ask: 任务
    missing: omit
speech:
  title: "{{ 会议 }}讲话"
  date: "{{ 日期 }}"
  opening:
    - { id: o, say: "{{ 镇 }}到会{{ 人数 }}人。" }
    - { id: p, when: 编号, say: "编号{{ 编号 }}。" }
    - { id: q, when: 级别, say: "级别{{ 级别 }}。" }
    - { id: s, when: 限期, say: "限期{{ 限期 }}。" }
    - { id: u, when: 紧急, say: 情况紧急。 }
  emphases:
    - id: t
      each: 任务
      heading: "{{ 名称 }}"
      body:
        - { id: w, when: 责任 and 时限, say: "由{{ 责任 | 顿号 }}在{{ 时限 }}前办结。" }
        - { id: x, when: not (责任 and 时限), say: 抓紧办。 }
    - id: r
      each: 要求
      heading: "{{ item }}"
      body: [{ id: rr, say: 抓紧办。 }]
"""
HEAD = ["name", "会议", "镇", "日期", "编号", "人数"]
ROW = ["东镇", "全县巡查会", "东镇", date(2026, 3, 5), "007", 12]
Cells = Sequence[Sequence[object]]
Formula = Callable[[str], None]


def workbook(folder: Path, sheets: Mapping[str, Cells], name: str = "rows.xlsx", **options: object) -> Path:
    """A workbook; behind == stands a formula that is not computed, behind ~ a per cent, and a pair is a number with its format."""
    path = folder / name
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd", **options})
    percent = book.add_format({"num_format": "0%"})
    for title, rows in sheets.items():
        sheet = book.add_worksheet(title)
        for n, row in enumerate(rows):
            for m, value in enumerate(row):
                if isinstance(value, str) and value.startswith("=="):
                    sheet.write_formula(n, m, value[1:], None, "")
                elif isinstance(value, str) and re.fullmatch(r"~[\d.]+", value):
                    sheet.write_number(n, m, float(value[1:]), percent)
                elif isinstance(value, str):
                    sheet.write_string(n, m, value)
                elif isinstance(value, tuple):
                    sheet.write_number(n, m, value[1], book.add_format({"num_format": value[0]}))
                elif value is not None:
                    sheet.write(n, m, value)
    book.close()
    return path


def batch(
    folder: Path, source: str = "rows.xlsx", *more: str, output: str = "out", blueprint: str = "patrol.yaml"
) -> Done:
    (folder / blueprint).parent.mkdir(exist_ok=True)
    (folder / blueprint).write_text(BLUEPRINT, "utf-8")
    return drafter(folder, "batch", source, "--blueprint", blueprint, "-o", output, *more)


INSIDE = "out/patrol.yaml"
"""A blueprint that briefs in the folder can name."""


def said(folder: Path, name: str) -> str:
    """The text of a document in the folder."""
    with zipfile.ZipFile(folder / "out" / f"{name}.docx") as parts:
        return re.sub(r"<[^>]+>", "", parts.read("word/document.xml").decode().replace("</w:p>", "\n"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "out").iterdir())


# what is read


def test_a_workbook_with_sheets_of_lists(tmp_path: Path) -> None:
    tasks = [
        ["name", "名称", "时限", "责任"],
        ["东镇", "清淤", date(2026, 5, 1), "水利站\n村委会"],
        ["西镇", "护林", 46143, "林站"],
        ["东镇", "加固", "2026-06-01", "水利站"],
    ]
    rows = [[*HEAD, "要求"], [*ROW, "先查\n后改"], ["西镇", "全县巡查会", "西镇", 46086, 7.0, 30.0, "只查"]]
    workbook(tmp_path, {"镇": rows, "任务": tasks})
    assert batch(tmp_path) == Done(0, "2 rows: 2 drafted\n  out/report.xlsx\n")
    assert names(tmp_path) == ["report.xlsx", "东镇.docx", "西镇.docx"]
    assert said(tmp_path, "东镇").split() == [
        "全县巡查会讲话",
        "（2026年3月5日）",
        "东镇到会12人。",
        "编号007。",
        "一、清淤",
        "由水利站和村委会在2026年5月1日前办结。",
        "二、加固",
        "由水利站在2026年6月1日前办结。",
        "三、先查",
        "抓紧办。",
        "四、后改",
        "抓紧办。",
    ]
    assert "西镇到会30人。\n编号7。" in said(tmp_path, "西镇")
    assert "由林站在2026年5月1日前办结。" in said(tmp_path, "西镇")


def test_lists_in_numbered_columns_of_a_csv_file(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(
        "name,会议,镇,日期,人数,要求2,要求1,任务1.名称,任务1.时限,任务[2].名称\n"
        '东镇,全县巡查会,东镇,2026/3/5,12,后改,先查,清淤,2026年5月1日,"加固\n堤防"\n',
        "utf-8",
    )
    assert batch(tmp_path, "rows.csv").code == 0
    headings = [line for line in said(tmp_path, "东镇").split() if re.match("[一二三四]、", line)]
    assert headings == ["一、清淤", "二、加固堤防", "三、先查", "四、后改"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_csv_file_as_programs_write_it(encoding: str, mark: str, tmp_path: Path) -> None:
    text = f"name,会议,镇,日期,人数{chr(13)}\n东镇,全县巡查会,东镇,2026-03-05,12\r\n".replace(",", mark)
    (tmp_path / "rows.csv").write_bytes(text.encode(encoding))
    done = batch(tmp_path, "rows.csv")
    assert done.code == 0
    assert ("read-as-gb18030" in done.said) == (encoding == "gb18030")
    assert "东镇到会12人" in said(tmp_path, "东镇")


VALUES = {
    "007": ("编号007", "编号", "007"),
    "7.0": ("编号7。", "编号", 7.0),
    "0.3": ("编号0.3。", "编号", 0.1 + 0.2),
    "a per cent": ("编号85%", "编号", "~0.85"),
    "a date in a text": ("编号2026年3月5日", "编号", date(2026, 3, 5)),
    "a date with a time": ("编号2026年3月5日09:30", "编号", datetime(2026, 3, 5, 9, 30)),
    "a time": ("编号09:30", "编号", ("h:mm", 0.3958333333333333)),
    "a serial number of a day": ("（2026年3月5日）", "日期", 46086),
    "a day as text": ("（2026年3月5日）", "日期", "2026.3.5"),
    "a deadline as a date": ("限期2026年3月5日", "限期", date(2026, 3, 5)),
    "a number with its unit": ("编号3.6万元", "编号", ('0.0"万元"', 3.6)),
    "a month": ("编号2026年9月。", "编号", ('yyyy"年"m"月"', 46266)),
    "a month where a day is due": ("（2026年9月1日）", "日期", ('yyyy"年"m"月"', 46266)),
    "a stroke before a per cent": ("编号3%。", "编号", ("0\\%", 3)),
    "thirty hours": ("编号30:00", "编号", ("[h]:mm", 1.25)),
    "sixteen digits": ("编号1234567890123460。", "编号", 1234567890123456.0),
    "a small number": ("编号0.00005", "编号", 0.00005),
    "a truth value": ("情况紧急", "紧急", True),
    "a tick": ("情况紧急", "紧急", "√"),
    "an answer": ("情况紧急", "紧急", "是"),
    "a formula that was computed": ("到会12人", "人数", 12),
    "a formula as text": ("编号=cmd。", "编号", "=cmd|' /C calc'!A0"),
}


@pytest.mark.parametrize("case", VALUES)
def test_a_value_is_typed_by_its_slot(case: str, tmp_path: Path) -> None:
    wanted, slot, value = VALUES[case]
    row = {"name": "东镇", "会议": "全县巡查会", "镇": "东镇", "日期": "2026-03-05", "人数": 12, slot: value}
    workbook(tmp_path, {"镇": [list(row), list(row.values())]})
    assert batch(tmp_path).code == 0
    assert wanted in said(tmp_path, "东镇")


def test_a_number_that_is_shown_strangely_and_one_that_fails(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ["甲", "会", "甲", "2026-03-05", ("# ?/?", 1.5), 3],
        ["乙", "会", "乙", "2026-03-05", ("mmm-yy", 46266), 3],
    ]
    workbook(tmp_path, {"镇": [*rows, ["丙", "会", "丙", "2026-03-05", "", ('0"人"', 3)]]})
    assert batch(tmp_path).said.splitlines()[:3] == [
        "rows.xlsx: 镇!E2: error: nobody knows how the sheet shows this number; give the cell the format Text and type what is to be said [shown-otherwise]",
        "rows.xlsx: 镇!E3: error: nobody knows how the sheet shows this number; give the cell the format Text and type what is to be said [shown-otherwise]",
        "rows.xlsx: 镇!F4: error: 人数 should be a number, not 3人; write digits only, units belong in the blueprint [not-a-number]",
    ]


ODD = {
    "a day that is none": ('yyyy"年"m"月"', 0),
    "a day in a time": ("h:mm", 1.25),
    "in ten thousands": ('0!.0,"万"', 12345),
    "two per cents": ("0%%", 1),
}


@pytest.mark.parametrize("slot", ["编号", "人数", "限期"])
@pytest.mark.parametrize("case", ODD)
def test_no_number_is_said_otherwise_than_it_is_shown(case: str, slot: str, tmp_path: Path) -> None:
    row = {"name": "东镇", "会议": "会", "镇": "东镇", "日期": "2026-03-05", "人数": 12, slot: ODD[case]}
    workbook(tmp_path, {"镇": [list(row), list(row.values())]})
    assert "[shown-otherwise]" in batch(tmp_path).said


def test_a_list_on_a_hidden_sheet_is_read_and_a_sheet_that_is_missing_is_told(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "rows.xlsx"))
    sheet, tasks = book.add_worksheet("镇"), book.add_worksheet("任务")
    sheet.write_row(0, 0, HEAD)
    sheet.write_row(1, 0, ["东镇", "会", "东镇", "2026-03-05", "", 3])
    tasks.write_row(0, 0, ["所属行", "名称"])
    tasks.write_row(1, 0, ["东镇", "清淤"])
    tasks.hide()
    book.close()
    assert batch(tmp_path).code == 0 and "清淤" in said(tmp_path, "东镇")
    with zipfile.ZipFile(tmp_path / "rows.xlsx") as old:
        parts = {name: old.read(name) for name in old.namelist() if name != "xl/worksheets/sheet2.xml"}
    with zipfile.ZipFile(tmp_path / "rows.xlsx", "w") as out:
        for name, data in parts.items():
            out.writestr(name, data)
    assert batch(tmp_path).said == (
        "rows.xlsx:1:1: error: this is no Excel workbook, or a damaged one: the sheet 任务 is missing; open it in Excel or WPS and save it anew as .xlsx [damaged-workbook]\n"
    )


def test_an_error_that_calamine_does_not_know(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"镇": [HEAD, ROW]})
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = re.sub(
        rb'<c r="F2"><v>12</v></c>', b'<c r="F2" t="e"><v>#SPILL!</v></c>', sheet
    )
    with zipfile.ZipFile(path, "w") as out:
        for name, data in parts.items():
            out.writestr(name, data)
    assert batch(tmp_path).said == (
        "rows.xlsx: 镇!F2: error: the formula in this cell fails; mend it, or put the value in its place [error-in-cell]\n"
    )


def test_a_row_that_went_wrong_says_that_its_document_is_older(tmp_path: Path) -> None:
    workbook(tmp_path, {"镇": [HEAD, ROW]})
    batch(tmp_path)
    edited_row = [*ROW[:3], "乱日", *ROW[4:]]
    workbook(tmp_path, {"镇": [HEAD, edited_row]})
    stale = "rows.xlsx: 镇!A2: warning: 东镇.docx is older than this row, which is not drafted; mend the row and run the command again [stale-document]\n"
    assert stale in batch(tmp_path).said
    edited(tmp_path / "out/东镇.docx")
    done = batch(tmp_path)
    assert done.code == 1 and "not-a-date" in done.said and "edited-by-hand" in done.said


def test_a_style_that_is_none_is_told_at_its_cell_or_its_option(tmp_path: Path) -> None:
    workbook(tmp_path, {"镇": [[*HEAD, "style"], [*ROW, 1]]})
    assert "rows.xlsx: 镇!G2: error: " in batch(tmp_path).said
    assert batch(tmp_path, "rows.xlsx", "--style", "podiun").said.startswith("--style: error: ")


def test_days_since_1904(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"镇": [HEAD, ["东镇", "全县巡查会", "东镇", 46086 - 1462, "1", 12]]})
    parts = {name: zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"<workbookPr ", b'<workbookPr date1904="1" ')
    with zipfile.ZipFile(path, "w") as out:
        for name, data in parts.items():
            out.writestr(name, data)
    assert batch(tmp_path).code == 0
    assert "（2026年3月5日）" in said(tmp_path, "东镇")


def test_a_table_that_begins_somewhere_with_hidden_sheets_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    book = xlsxwriter.Workbook(str(path))
    hidden = book.add_worksheet("旧")
    hidden.write_row(0, 0, ["乱", "写"])
    sheet = book.add_worksheet("镇")
    sheet.write_row(3, 2, ["镇", "会议", "日期", "人数"])
    sheet.write_row(6, 2, ["东镇", "全县巡查会", "2026-03-05", 12])
    sheet.activate()
    hidden.hide()
    sheet.set_first_sheet()
    book.close()
    assert batch(tmp_path).said == "1 row: 1 drafted\n  out/report.xlsx\n"
    assert names(tmp_path) == ["report.xlsx", "东镇.docx"]


# what is told

WRONG = """\
备注!A1: warning: the sheet 备注 is called like no list, and is not read; give it the name of a list; a note's name may begin with # [unread-sheet]
任务!A2: error: no row is called 乌有镇, so these items belong to none; write the name as it stands in the first sheet [no-row-of-that-name]
任务!A3: error: several rows are called 丁: nobody knows to which these items belong; give every row a name of its own [several-rows-of-that-name]
镇!A5: error: 丁.docx would be the file of rows.xlsx: 镇!A6, too; give every row a name of its own, or choose another --name [two-files-of-a-name]
镇!A6: error: 丁.docx would be the file of rows.xlsx: 镇!A5, too; give every row a name of its own, or choose another --name [two-files-of-a-name]
镇!D2: error: 日期 should be a date, not 2026-13-01; write it as 2026-03-18 [not-a-date]
镇!G2: error: 三级 is not one of: 一级 二级; did you mean 二级? [unknown-choice]
镇!H2: error: 紧急 should be answered 是/否/有/无/yes/no/true/false/√/×, not 也许; choose one of them [not-a-flag]
镇!F3: error: 人数 should be a number, not 十几; write digits only, units belong in the blueprint [not-a-number]
镇!B4: error: 会议 must be given: 会议名称; fill it in [missing-slot]
镇!D6: error: 日期 should be a date, not 2026-99-01; write it as 2026-03-18 [not-a-date]
镇!A7: error: no file can be named after this row: {name} is not filled in, or no name; fill it in, or choose another --name [no-name-for-row]
镇!B8: error: the formula in this cell has no value in the file; open the workbook in Excel or WPS, so that it is computed, and save it; or put the value in its place [formula-without-value]
""".splitlines()


def test_everything_that_is_wrong_is_told_at_once_and_the_sound_rows_are_drafted(tmp_path: Path) -> None:
    day = "2026-03-05"
    rows = [
        [*HEAD, "级别", "紧急"],
        ["甲", "会", "甲", "2026-13-01", "", 12, "三级", "也许"],
        ["乙", "会", "乙", day, "", "十几", "一级", "是"],
        ["丙", "", "丙", day, "", 12],
        ["丁", "会", "丁", day, "", 12],
        ["丁", "会", "丁", "2026-99-01", "", 12],
        ["", "会", "戊", day, "", 12],
        ["己", "==A1&B1", "己", day, "", 12],
        ["庚", "会", "庚", day, "", 501],
        ["辛", "会\x0b", "辛", day, "", 12],
    ]
    tasks = [["name", "名称", "时限"], ["乌有镇", "清淤", ""], ["丁", "清淤", ""], ["庚", "清淤", "2026-02-28"]]
    workbook(tmp_path, {"镇": rows, "任务": tasks, "备注": [["写给自己看"]]})
    done = batch(tmp_path)
    assert done.code == 1
    assert done.said.splitlines() == [f"rows.xlsx: {line}" for line in WRONG] + [
        "9 rows: 2 drafted, 7 failed",
        "  1 finding",
        "  2 items of lists are in no speech",
        "  out/report.xlsx",
    ]
    assert names(tmp_path) == ["report.xlsx", "庚.docx", "辛.docx"]


def test_items_of_no_row_are_looked_for_where_they_may_be_missed(tmp_path: Path) -> None:
    rows = [HEAD, ["南坪镇（试点）", *ROW[1:]], ["北坪镇", *ROW[1:]], ["青田镇", *ROW[1:]]]
    tasks = [
        ["name", "名称"],
        ["南坪镇", "清淤"],
        ["南坪镇", "加固"],
        ["北坪镇", "护林"],
        ["桥田镇", "修渠"],
        ["青田镇", "修路"],
        ["", "补种"],
    ]
    workbook(tmp_path, {"镇": rows, "任务": tasks})
    assert batch(tmp_path).said.splitlines() == [
        "rows.xlsx: 任务!A2: error: no row is called 南坪镇, so these items belong to none; did you mean 南坪镇（试点）? (and 1 more of this kind) [no-row-of-that-name]",
        "rows.xlsx: 任务!A5: error: no row is called 桥田镇, so these items belong to none; write the name as it stands in the first sheet [no-row-of-that-name]",
        "rows.xlsx: 任务!A7: error: this item does not say to which row it belongs; write the row's name as it stands in the first sheet [item-without-row]",
        "rows.xlsx: 镇!A2: error: items that may be meant for this row stand under 南坪镇 (rows.xlsx: 任务!A2); write the same name in both places [items-elsewhere]",
        "3 rows: 2 drafted, 1 failed",
        "  4 items of lists are in no speech",
        "  out/report.xlsx",
    ]


def test_a_name_that_is_merged_over_several_items_is_that_of_each(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "rows.xlsx"))
    sheet, tasks = book.add_worksheet("镇"), book.add_worksheet("任务")
    sheet.write_row(0, 0, HEAD)
    for n in (1, 2):
        sheet.write_row(n, 0, [f"{n}镇", "全县巡查会", "镇", "2026-03-05", "", 3])
    tasks.write_row(0, 0, ["name", "名称"])
    tasks.write_column(1, 1, ["清淤", "加固", "护林"])
    tasks.merge_range(1, 0, 2, 0, "1镇")
    tasks.write(3, 0, "2镇")
    book.close()
    assert batch(tmp_path).said.startswith("2 rows: 2 drafted\n")
    assert "清淤" in said(tmp_path, "1镇") and "加固" in said(tmp_path, "1镇") and "护林" in said(tmp_path, "2镇")


def test_remarks_and_chinese_headers(tmp_path: Path) -> None:
    rows = [["#备注", "名称", *HEAD[1:]], ["x", *ROW], ["y", "#示例", *ROW[1:]], ["z", "#2机组", *ROW[1:]]]
    workbook(tmp_path, {"#说明": [["a", "b"]], "镇": rows})
    assert batch(tmp_path).said == "2 rows: 2 drafted\n  out/report.xlsx\n"
    assert names(tmp_path) == ["#2机组.docx", "report.xlsx", "东镇.docx"]
    workbook(tmp_path, {"镇": [["#备注", "镇", *HEAD[1:2]], ["x", "南镇", "会"]]})
    assert batch(tmp_path).said.startswith("1 row: 1 drafted\n") and "南镇.docx" in names(tmp_path)


def test_no_row_is_drafted_where_the_headers_are_wrong_and_all_of_them_are_looked_at(tmp_path: Path) -> None:
    day = "2026-03-05"
    rows = [
        ["name", "会仪", "镇", "镇", "无此项", "任务"],
        ["甲", "会", "甲", day, 3],
        [None, None, None, None, None, None, "多"],
    ]
    workbook(tmp_path, {"镇": rows, "任物": [["name", "名称"], ["甲", "清淤"]], "要求": [["name"], ["甲"]]})
    done = batch(tmp_path)
    assert done.code == 1
    assert [line.partition(" error: ")[2] for line in done.said.splitlines() if "error" in line][:6] == [
        "巡查会讲话 has nothing called 会仪; did you mean 会议? [unknown-column]",
        "two columns are called 镇; delete one, or number them [two-columns]",
        "巡查会讲话 has nothing called 无此项; give the column the name of a slot, begin its header with # so that it is not read, or delete it [unknown-column]",
        "an item of 任务 has fields, which one column cannot hold: 名称 时限 责任; put the items on a sheet called 任务, "
        "behind the name of their row; or name columns 任务1.FIELD [list-has-a-sheet]",
        "this column is filled in and has no header; name its slot in the header row [column-without-header]",
        "no list is called 任物; did you mean 任务? [misnamed-sheet]",
    ]
    assert "missing-slot" in done.said
    assert not (tmp_path / "out").exists()


def test_two_rows_of_one_file_are_told_before_anything_is_written(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ROW,
        ["东镇 ", *ROW[1:]],
        ["report", *ROW[1:]],
        ["Nan", *ROW[1:]],
        ["NAN", *ROW[1:]],
        ["西/镇:一?", *ROW[1:]],
    ]
    rows += [["con", *ROW[1:]], ["~$a", *ROW[1:]], ["长" * 120, *ROW[1:]], ["..", *ROW[1:]]]
    workbook(tmp_path, {"镇": rows})
    done = batch(tmp_path)
    assert done.code == 1
    assert done.said.splitlines()[:4] == [
        f"rows.xlsx: 镇!A{row}: error: {name}.docx would be the file of rows.xlsx: 镇!A{other}, too; give every row a name "
        "of its own, or choose another --name [two-files-of-a-name]"
        for row, name, other in ((2, "东镇", 3), (3, "东镇", 2), (5, "Nan", 6), (6, "NAN", 5))
    ]
    assert names(tmp_path) == [
        "_con.docx",
        "_~$a.docx",
        "report.docx",
        "report.xlsx",
        "西／镇：一？.docx",
        "长" * 78 + ".docx",
    ]


def test_names_by_a_pattern(tmp_path: Path) -> None:
    workbook(tmp_path, {"镇": [HEAD, ROW, ["西镇", "全县巡查会", "西镇", date(2026, 4, 1), "", 3]]})
    assert batch(tmp_path, "rows.xlsx", "--name", "{日期} {镇}").code == 0
    assert names(tmp_path) == ["2026-03-05 东镇.docx", "2026-04-01 西镇.docx", "report.xlsx"]
    assert batch(tmp_path, "rows.xlsx", "--name", "{会仪}").said == (
        "--name: error: 会仪 is no slot; did you mean 会议? [unknown-in-name]\n"
    )
    assert batch(tmp_path, "rows.xlsx", "--name", "讲话").said == (
        "--name: error: 讲话 would be the name of every file; name slots in braces, such as {name} [no-slot-in-name]\n"
    )


def merged(folder: Path) -> None:
    book = xlsxwriter.Workbook(str(folder / "rows.xlsx"))
    sheet = book.add_worksheet("镇")
    sheet.write_row(0, 0, HEAD)
    for n in (1, 2):
        sheet.write_row(n, 0, [f"{n}镇", None, "镇", "2026-03-05", "", 3])
    sheet.merge_range(1, 1, 2, 1, "全县巡查会")
    book.close()


def test_merged_cells(tmp_path: Path) -> None:
    merged(tmp_path)
    assert batch(tmp_path).said == (
        "rows.xlsx: 镇!B3: error: this cell is merged with others, of which only the first holds anything; unmerge them and "
        "fill in each [merged-cells]\n2 rows: 1 drafted, 1 failed\n  out/report.xlsx\n"
    )


def test_a_hundred_thousand_empty_rows(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("镇")
    sheet.write_row(0, 0, HEAD)
    sheet.write_row(1, 0, ["东镇", "全县巡查会", "东镇", "2026-03-05", "", 3])
    grey = book.add_format({"bg_color": "#EEEEEE"})
    for n in range(2, 100_000):
        sheet.write_blank(n, 0, None, grey)
    sheet.write_row(100_000, 0, ["西镇", "全县巡查会", "西镇", "2026-03-05", "", 3])
    book.close()
    assert batch(tmp_path).said == "2 rows: 2 drafted\n  out/report.xlsx\n"


def test_a_cell_far_away_is_not_waited_for(tmp_path: Path) -> None:
    workbook(tmp_path, {"镇": [HEAD, ROW]})
    book = xlsxwriter.Workbook(str(tmp_path / "far.xlsx"))
    sheet = book.add_worksheet("镇")
    sheet.write_row(0, 0, HEAD)
    sheet.write(1_048_575, 16_383, "far")
    book.close()
    assert batch(tmp_path, "far.xlsx").said == (
        "far.xlsx: 镇!XFD1048576: error: up to this cell the sheet has more than 5,000,000 cells; delete what stands far away "
        "from the table, or save the sheet as .csv [sheet-too-large]\n"
    )


def ole(*streams: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "\0".join(streams).encode("utf-16-le")


FILES = {
    "an .xls": (
        ole("Workbook"),
        "this is an old Office file (.xls or the like); open it in Excel or WPS and save it anew as .xlsx [old-workbook]",
    ),
    "an encrypted one": (
        ole("EncryptedPackage"),
        "the workbook is encrypted; open it with its password and save it without one [encrypted-workbook]",
    ),
    "a text": (
        b"name,a\n",
        "this is no Excel workbook, whatever its name says; open it in Excel or WPS and save it anew as .xlsx [no-workbook]",
    ),
    "nothing": (
        b"",
        "this is no Excel workbook, whatever its name says; open it in Excel or WPS and save it anew as .xlsx [no-workbook]",
    ),
    "half a ZIP archive": (
        b"PK\x03\x04" + b"x" * 50,
        "this is no Excel workbook, or a damaged one: it is no ZIP archive, or its end is missing; open it in Excel or WPS and "
        "save it anew as .xlsx [damaged-workbook]",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_is_no_workbook(case: str, tmp_path: Path) -> None:
    data, told = FILES[case]
    (tmp_path / "rows.xlsx").write_bytes(data)
    assert batch(tmp_path) == Done(1, f"rows.xlsx:1:1: error: {told}\n")


def test_a_bomb(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"镇": [HEAD, ROW]})
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(
        b"</sst>", b"<si><t>" + b" " * 400_000_000 + b"</t></si></sst>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    (tmp_path / "patrol.yaml").write_text(BLUEPRINT, "utf-8")
    done = process(tmp_path, "batch", "rows.xlsx", "--blueprint", "patrol.yaml", "-o", "out", memory=1 << 30)
    assert done == Done(
        1,
        "rows.xlsx:1:1: error: the workbook holds too much to be read; save the sheet as .csv, or part it [workbook-too-large]\n",
    )


SOURCES = {
    "nowhere.xlsx": "nowhere.xlsx:1:1: error: there is no file nowhere.xlsx; check the path [no-such-file]\n",
    "nowhere.csv": "nowhere.csv:1:1: error: there is no file nowhere.csv; check the path [no-such-file]\n",
    "patrol.yaml": "patrol.yaml:1:1: error: patrol.yaml is one brief; use `drafter draft`, or name the folder that it is in [brief-is-no-batch]\n",
    "empty": "empty:1:1: error: there are no briefs in empty; name the folder that has them [no-briefs-there]\n",
    "empty.csv": "empty.csv:1:1: error: there is nothing in the table; `drafter batch template` makes one to be filled in [empty-table]\n",
    "head.csv": "head.csv: error: there are no rows under the header; fill in a row for each speech; one whose name begins with # is a remark [no-rows]\n",
    "speech.docx": "speech.docx:1:1: error: speech.docx is no table and no folder of briefs; name a file that ends in .xlsx / .csv, or a folder [no-table]\n",
    "quotes.csv": (
        "quotes.csv:3:1: error: the quotation marks of this row are not in order, and nothing after it can be read; close every "
        '" that begins a cell, and write one within a cell as "" [odd-quotes-in-row]\n2 rows: 1 drafted, 1 failed\n'
        "  3 gaps in 1 of them\n  out/report.xlsx\n"
    ),
    "latin.csv": "latin.csv:1:1: error: the file's encoding cannot be told for sure; save it as UTF-8 [unknown-encoding]\n",
}


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_that_is_none(source: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.csv").write_text("\n\n")
    (tmp_path / "head.csv").write_text("name,会议\n", "utf-8")
    (tmp_path / "speech.docx").write_bytes(b"PK")
    (tmp_path / "quotes.csv").write_text('name,会议\n甲,会\n"乙,会\n丙,会\n', "utf-8")
    (tmp_path / "latin.csv").write_bytes("name,réunion\n".encode("latin-1"))
    done = batch(tmp_path, source)
    assert done.said == SOURCES[source]
    assert done.code == 1


def test_rows_need_a_blueprint_and_an_output(tmp_path: Path) -> None:
    workbook(tmp_path, {"镇": [HEAD, ROW]})
    assert drafter(tmp_path, "batch", "rows.xlsx", "-o", "out").said == (
        "rows.xlsx:1:1: error: the rows of rows.xlsx name no blueprint; name one with --blueprint [no-blueprint-for-rows]\n"
    )
    assert drafter(tmp_path, "batch", "rows.xlsx").said.endswith("error: -o is missing\n")
    assert (
        batch(tmp_path, output="no/where").said
        == "no/where:1:1: error: there is no folder no; create it first [no-folder]\n"
    )
    (tmp_path / "file").touch()
    assert "[output-is-a-file]" in batch(tmp_path, output="file").said


def test_check_writes_nothing(tmp_path: Path) -> None:
    workbook(tmp_path, {"镇": [HEAD, ROW, ["西镇", "会", "西镇", "2026-02-30", "", 1]]})
    assert batch(tmp_path, "rows.xlsx", "--check") == Done(
        1,
        "rows.xlsx: 镇!D3: error: 日期 should be a date, not 2026-02-30; write it as 2026-03-18 [not-a-date]\n"
        "2 rows: 1 without errors, 1 failed\n",
    )
    assert not (tmp_path / "out").exists()


# what is written, and what is left alone


def test_what_is_there_is_left_alone_and_what_changed_is_drafted_again(tmp_path: Path) -> None:
    rows = [HEAD, [*ROW], ["西镇", *ROW[1:]], ["南镇", *ROW[1:]]]
    workbook(tmp_path, {"镇": rows})
    assert batch(tmp_path).said == "3 rows: 3 drafted\n  out/report.xlsx\n"
    before = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in (tmp_path / "out").glob("*.docx")}
    report = (tmp_path / "out/report.xlsx").read_bytes()
    assert batch(tmp_path).said == "3 rows: 3 as before\n  out/report.xlsx\n"
    assert {
        path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in (tmp_path / "out").glob("*.docx")
    } == before
    assert (tmp_path / "out/report.xlsx").read_bytes() == report
    rows[2][5] = 99
    workbook(tmp_path, {"镇": rows})
    assert batch(tmp_path).said.startswith("3 rows: 1 drafted, 2 as before\n")
    (tmp_path / "patrol.yaml").write_text(BLUEPRINT.replace("抓紧办", "抓紧办好"), "utf-8")
    done = drafter(tmp_path, "batch", "rows.xlsx", "--blueprint", "patrol.yaml", "-o", "out")
    assert done.said.startswith("3 rows: 3 drafted\n")


def edited(path: Path) -> None:
    """A document as Word would leave it."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("到会".encode(), "实到".encode())
    with zipfile.ZipFile(path, "w") as out:
        for name, data in parts.items():
            out.writestr(name, data)


def test_what_somebody_edited_is_never_written_over(tmp_path: Path) -> None:
    rows = [HEAD, [*ROW], ["西镇", *ROW[1:]]]
    workbook(tmp_path, {"镇": rows})
    batch(tmp_path)
    edited(tmp_path / "out/东镇.docx")
    kept = (tmp_path / "out/东镇.docx").read_bytes()
    assert batch(tmp_path).said.startswith("2 rows: 1 as before, 1 edited by hand, kept\n")
    rows[1][5] = 99
    workbook(tmp_path, {"镇": rows})
    done = batch(tmp_path)
    assert done == Done(
        0,
        "rows.xlsx: 镇!A2: warning: 东镇.docx was edited by hand and is kept; its row has changed since; carry the "
        "change over yourself, or move the file away and run the command again [edited-by-hand]\n"
        "2 rows: 1 as before, 1 edited by hand, kept\n  out/report.xlsx\n",
    )
    assert (tmp_path / "out/东镇.docx").read_bytes() == kept
    (tmp_path / "out/西镇.docx").write_bytes(b"mine")
    assert (
        "rows.xlsx: 镇!A3" not in (said := batch(tmp_path).said)
        and "out/西镇.docx:1:1: error: out/西镇.docx is there already and is no draft of this row; move it away, or name "
        "another folder with -o [would-overwrite]\n"
        in said
    )
    assert (tmp_path / "out/西镇.docx").read_bytes() == b"mine"


BRIEF = "blueprint: patrol.yaml\nseed: {}\n会议: 全县巡查会\n镇: 东镇\n日期: 2026-03-05\n编号: 007\n\n# 人数\n人数:\n\n# 要求\n要求:\n"


def briefs_of(folder: Path) -> list[list[object]]:
    rows = [[*HEAD, "要求"], [*ROW, "先查\n后改"], ["西镇", *ROW[1:-1], None, None]]
    workbook(folder, {"镇": rows})
    return rows


def test_briefs_beside_the_documents(tmp_path: Path) -> None:
    briefs_of(tmp_path)
    assert batch(tmp_path, blueprint=INSIDE).said.startswith("2 rows: 2 drafted\n")
    documents = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.docx")}
    assert batch(tmp_path, "rows.xlsx", "--briefs", blueprint=INSIDE).said.startswith("2 rows: 2 as before\n")
    brief = tmp_path / "out/西镇.yaml"
    assert brief.read_text("utf-8") == BRIEF.format(75091)
    for more in ((), ("--briefs",), ()):  # with them or without, nothing is taken for a person's work
        assert batch(tmp_path, "rows.xlsx", *more, blueprint=INSIDE).said.startswith("2 rows: 2 as before\n")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.docx")} == documents


def test_a_brief_goes_on_with_its_row_while_nobody_edits_it(tmp_path: Path) -> None:
    rows = briefs_of(tmp_path)
    batch(tmp_path, "rows.xlsx", "--briefs", blueprint=INSIDE)
    rows[2][5] = 40
    workbook(tmp_path, {"镇": rows})
    assert batch(tmp_path, blueprint=INSIDE).said.startswith("2 rows: 1 drafted, 1 as before\n")
    assert "人数: 40" in (tmp_path / "out/西镇.yaml").read_text("utf-8")
    assert batch(tmp_path, blueprint=INSIDE).said.startswith("2 rows: 2 as before\n")


def test_a_brief_that_was_edited_counts_from_then_on(tmp_path: Path) -> None:
    briefs_of(tmp_path)
    batch(tmp_path, "rows.xlsx", "--briefs", blueprint=INSIDE)
    brief = tmp_path / "out/西镇.yaml"
    mine = brief.read_text("utf-8").replace("人数:", "人数: 40")
    brief.write_text(mine, "utf-8")
    kept = "2 rows: 1 as before, 1 edited by hand, kept\n"
    waits = (
        "rows.xlsx: 镇!A3: warning: 西镇.yaml was edited, and its speech is not drafted anew yet; run `drafter draft 西镇.yaml` "
        "in its folder [brief-not-drafted]\n"
    )
    assert batch(tmp_path, blueprint=INSIDE).said.startswith(waits + kept)
    assert drafter(tmp_path / "out", "draft", "西镇.yaml").code == 0
    batch(tmp_path, "rows.xlsx", "--report", "r.html", blueprint=INSIDE)
    counts = "西镇.yaml counts, and says something else than this row; carry over what has changed in the row"  # brief-counts
    assert counts in (tmp_path / "r.html").read_text("utf-8")
    document = (tmp_path / "out/西镇.docx").read_bytes()
    for more in ((), ("--briefs",)):
        assert batch(tmp_path, "rows.xlsx", *more, blueprint=INSIDE).said.startswith(kept)
    assert drafter(tmp_path, "batch", "out", "-o", "out").code == 1  # for one of the files is the blueprint
    for more in ((), ("--briefs",)):
        assert batch(tmp_path, "rows.xlsx", *more, blueprint=INSIDE).said.startswith(kept)
    (tmp_path / "out/西镇.docx").unlink()
    assert (
        "out/西镇.yaml: error: out/西镇.yaml is there already, and nobody can tell whether it is somebody's work"
        in batch(tmp_path, "rows.xlsx", "--briefs", blueprint=INSIDE).said
    )
    assert brief.read_text("utf-8") == mine and document
    assert batch(tmp_path, blueprint=INSIDE).said.startswith(waits + kept) and not (tmp_path / "out/西镇.docx").exists()


def test_briefs_need_a_blueprint_that_they_can_name(tmp_path: Path) -> None:
    briefs_of(tmp_path)
    assert batch(tmp_path, "rows.xlsx", "--briefs").said == (
        "--blueprint: error: ../patrol.yaml is outside the folder of the file that names it; move it into that folder, or name "
        "its pack with --pack [outside-folder]\n"
    )


def test_no_file_of_a_persons_gives_way_to_a_brief(tmp_path: Path) -> None:
    briefs_of(tmp_path)
    (tmp_path / "out").mkdir()
    mine = {"东镇.yaml": b"my: notes\n", "西镇.yaml": b"\xff\x00"}
    for name, data in mine.items():
        (tmp_path / "out" / name).write_bytes(data)
    for more in ((), ("--final",), ("--format", "md")):
        done = batch(tmp_path, "rows.xlsx", "--briefs", *more, blueprint=INSIDE)
        assert (
            done.code == 1
            and "out/东镇.yaml is there already, and nobody can tell whether it is somebody's work" in done.said
        )
        assert {name: (tmp_path / "out" / name).read_bytes() for name in mine} == mine


def test_rows_of_two_tables_do_not_write_over_one_another(tmp_path: Path) -> None:
    workbook(tmp_path, {"镇": [HEAD, ROW]})
    workbook(tmp_path, {"镇": [HEAD, ROW]}, "2027.xlsx")
    batch(tmp_path, blueprint=INSIDE)
    before = (tmp_path / "out/东镇.docx").read_bytes()
    assert batch(tmp_path, "2027.xlsx", blueprint=INSIDE).said.startswith("1 row: 1 as before\n")
    workbook(tmp_path, {"镇": [HEAD, [*ROW[:-1], 99]]}, "2027.xlsx")
    assert "[would-overwrite]" in batch(tmp_path, "2027.xlsx", blueprint=INSIDE).said
    assert "[would-overwrite]" in batch(tmp_path, "2027.xlsx", "--check", blueprint=INSIDE).said
    assert (tmp_path / "out/东镇.docx").read_bytes() == before


def test_towns_hear_other_words_and_their_own_stay(tmp_path: Path) -> None:
    rows = [[*HEAD, "seed"], [*ROW, None], ["西镇", *ROW[1:], 7]]
    workbook(tmp_path, {"镇": rows})
    batch(tmp_path, "rows.xlsx", "--briefs", blueprint=INSIDE)
    briefs = [(tmp_path / f"out/{name}.yaml").read_text("utf-8") for name in ("东镇", "西镇")]
    assert ["seed: 66547\n" in briefs[0], "seed: 7\n" in briefs[1]] == [True, True]
    assert batch(tmp_path, "rows.xlsx", "--seed", "2", blueprint=INSIDE).said.startswith(
        "2 rows: 1 drafted, 1 as before\n"
    )


def test_a_folder_of_briefs(tmp_path: Path) -> None:
    folder = tmp_path / "briefs"
    folder.mkdir()
    (folder / "patrol.yaml").write_text(BLUEPRINT, "utf-8")
    (folder / "a.yaml").write_text("blueprint: patrol.yaml\n会议: 全县巡查会\n", "utf-8")
    (folder / "b.yml").write_text("会议: 全县巡查会\n日期: 2026-13-01\n", "utf-8")
    (folder / "c.yaml").write_text("blueprint: patrol.yaml\n会议: [\n", "utf-8")
    (folder / "notes.txt").write_text("", "utf-8")
    done = drafter(tmp_path, "batch", "briefs", "-o", "out")
    assert done.code == 1
    assert "briefs/b.yml:1:1: error: " in done.said and "briefs/c.yaml:2:" in done.said
    assert names(tmp_path) == ["a.docx", "report.xlsx"]
    alone = drafter(folder, "draft", "a.yaml", "-o", "../out/alone.docx", "--no-seed")
    assert alone.code == 0
    found, other = (origin((tmp_path / "out" / name).read_bytes()) for name in ("a.docx", "alone.docx"))
    assert found and other and (found.source, found.brief) == (other.source, other.brief)


def test_a_disk_that_fills(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(out)], check=False, capture_output=True
    ).returncode:
        pytest.skip("a small disk can be mounted by root alone")
    try:
        workbook(tmp_path, {"镇": [HEAD, *([f"{n}镇", *ROW[1:]] for n in range(40))]})
        done = batch(tmp_path)
        kept = [path for path in out.iterdir() if path.suffix == ".docx"]
        assert done.code == 1
        assert re.fullmatch(
            r"out/\d+镇\.docx:1:1: error: cannot write out/\d+镇\.docx: the disk is full; check the disk and the permissions; "
            r"the old file is as it was \[cannot-write\]\n40 rows: \d+ drafted\n  broken off after \d+; the same command goes on from here\n",
            done.said,
        )
        assert 5 < len(kept) < 40 and all(zipfile.is_zipfile(path) for path in kept)
    finally:
        subprocess.run(["umount", str(out)], check=True)


# the report


def test_the_report_says_a_line_a_row(tmp_path: Path) -> None:
    from drafter.formats.tables.xlsx import sheets

    rows = [HEAD, ["=cmd", *ROW[1:]], ["西镇", "会", "西镇", "2026-02-30", "", 1]]
    workbook(tmp_path, {"镇": rows})
    batch(tmp_path)
    (table,) = sheets((tmp_path / "out/report.xlsx").read_bytes(), "report.xlsx")
    cells = [[cell.value if cell else "" for cell in row.cells] for row in (table.head, *table.rows())]  # type: ignore[union-attr]
    assert cells == [
        [
            "row",
            "name",
            "document",
            "state",
            "length",
            "minutes",
            "gaps",
            "open facts",
            "problems",
            "computed figures",
        ],
        [2, "'=cmd", "'=cmd.docx", "drafted", 14, 0.1, 0, "", "", ""],
        [
            3,
            "西镇",
            "",
            "failed",
            "",
            "",
            "",
            "",
            "D3: 日期 should be a date, not 2026-02-30; write it as 2026-03-18",
            "",
        ],
    ]
    with zipfile.ZipFile(tmp_path / "out/report.xlsx") as parts:
        assert b'<f>HYPERLINK("=cmd.docx","\'=cmd.docx")</f>' in parts.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("ending", ["xlsx", "html"])
def test_a_report_that_somebody_saved_is_not_written_over(ending: str, tmp_path: Path) -> None:
    workbook(tmp_path, {"镇": [HEAD, ROW]})
    report = tmp_path / f"r.{ending}"
    assert batch(tmp_path, "rows.xlsx", "--report", report.name).code == 0
    assert batch(tmp_path, "rows.xlsx", "--report", report.name).code == 0
    report.write_bytes(report.read_bytes() + b"<p>my note</p>")
    mine = report.read_bytes()
    assert batch(tmp_path, "rows.xlsx", "--report", report.name) == Done(
        0,
        f"r.{ending}: warning: r.{ending} is no report, or somebody has saved it since; it is kept, and the report is "
        f"r-2.{ending}; carry your notes over [report-edited]\n1 row: 1 as before\n  r-2.{ending}\n",
    )
    assert report.read_bytes() == mine
    assert batch(tmp_path, "rows.xlsx", "--report", report.name).said.endswith(f"  r-2.{ending}\n")
    assert "[no-report-format]" in batch(tmp_path, "rows.xlsx", "--report", "r.txt").said
