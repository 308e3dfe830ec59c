"""`drafter batch template`: the workbook that an office fills in, and that it is drafted from as it was meant."""

from __future__ import annotations

import importlib.util
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from drafter.desk.batch import needs
from drafter.desk.batch.template import blank
from drafter.desk.library import Library
from drafter.formats.tables.book import LAST, workbook
from drafter.formats.tables.xlsx import sheets
from drafter.language.blanks import BLANKS
from drafter.model.table import Row
from drafter.yamltext.data import Data, data
from drafter.yamltext.parse import parse
from tests.cases.running import drafter
from tests.conftest import ROOT, need
from tests.word.test_word import errors_found

NAMES = [name for name, _ in Library().shelf.names("speeches")]
SAID = "行文从略。"
LONG = "一二三四五六七八九十" * 4


@cache
def made(name: str) -> bytes:
    return workbook(blank(Library().named(name), name, Library()))


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(done, "w") as new:
        for part in old.namelist():
            text = old.read(part).decode()
            new.writestr(part, change(text) if part == name else text)
    return done.getvalue()


def filled(data: bytes) -> bytes:
    """A template whose example row is a row to be drafted: the mark before its name was taken away, on all sheets."""
    return with_part(
        data, "xl/sharedStrings.xml", lambda text: re.sub(r"<t>#\s?(示例|example)</t>", r"<t>\1</t>", text)
    )


def parts(data: bytes, pattern: str) -> str:
    """The text of all parts of a workbook whose names have a pattern."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "".join(book.read(name).decode() for name in sorted(book.namelist()) if re.search(pattern, name))


def slots(*lines: str, title: str = "讲话", language: str = "zh") -> str:
    """A blueprint that asks for all its slots."""
    size = {"zh": "项数", "en": "count"}[language]
    flags = [line.partition(":")[0] for line in lines if "flag" in line]
    each = ((line.partition(":")[0], f" | {size}" if "list" in line else "") for line in lines)
    said = "".join(f"{{{{ {name}{counted} }}}}" for name, counted in each if name not in flags)
    more = "".join(f", {{id: b{n}, when: {name}, say: {SAID}}}" for n, name in enumerate(flags))
    known = "".join(f"  {line}\n" for line in lines)
    return (
        f"drafter: 1\ntitle: {title}\nlanguage: {language}\n"
        + (f"slots:\n{known}" if lines else "")
        + f"speech:\n  title: 讲话\n  opening: [{{id: a, say: '{said}{SAID}'}}{more}]\n"
    )


def written(folder: Path, blueprint: str) -> bytes:
    """The template that the command makes for a blueprint in a folder."""
    (folder / "own.yaml").write_text(blueprint, "utf-8")
    done = drafter(folder, "batch", "template", "own.yaml", "-o", "rows.xlsx")
    assert done.code == 0, done.said
    return (folder / "rows.xlsx").read_bytes()


def brief_of(folder: Path, data_: bytes) -> dict[str, Data]:
    """What the brief of the only row says."""
    (folder / "rows.xlsx").write_bytes(data_)
    (folder / "out").mkdir()
    (folder / "own.yaml").rename(folder / "out/own.yaml")  # where a brief can name it
    done = drafter(folder, "batch", "rows.xlsx", "--blueprint", "out/own.yaml", "-o", "out", "--briefs")
    assert done.code == 0 and done.said.startswith("1 row: 1 drafted\n"), done.said
    (file,) = (one for one in (folder / "out").glob("*.yaml") if one.name != "own.yaml")
    said = data(parse(file.read_text("utf-8"), "").root)
    assert isinstance(said, dict)
    return {name: value for name, value in said.items() if name not in ("blueprint", "seed")}


def heads(data_: bytes) -> dict[str, list[str]]:
    """The headers of every visible sheet."""
    return {
        table.name: [str(cell.value) for cell in table.head.cells if cell]
        for table in sheets(data_, "rows.xlsx")
        if not table.hidden
    }


# the way round


@pytest.mark.parametrize("name", NAMES)
def test_the_example_row_is_drafted_once_it_is_no_remark(name: str, tmp_path: Path) -> None:
    (tmp_path / "rows.xlsx").write_bytes(filled(made(name)))
    done = drafter(tmp_path, "batch", "rows.xlsx", "--blueprint", name, "-o", "out")
    assert done.code == 0 and done.said.startswith("1 row: 1 drafted\n"), done.said
    assert "error" not in done.said and "warning" not in done.said
    assert [path.stem for path in (tmp_path / "out").glob("*.docx")] in (["示例"], ["example"])


def test_the_untouched_template_has_no_row_to_draft(tmp_path: Path) -> None:
    (tmp_path / "rows.xlsx").write_bytes(made("work-meeting"))
    done = drafter(tmp_path, "batch", "rows.xlsx", "--blueprint", "work-meeting", "-o", "out")
    assert done.code == 1
    assert done.said == (
        "rows.xlsx: error: there are no rows under the header; "
        "fill in a row for each speech; one whose name begins with # is a remark [no-rows]\n"
    )
    assert not (tmp_path / "out").exists()


def test_every_slot_that_is_asked_for_has_a_column_or_a_sheet() -> None:
    for name in NAMES:
        blueprint = Library().named(name)
        found = heads(made(name))
        first, *_ = found.values()
        asked = [blueprint.slots[one] for one in blueprint.asked]
        single = [slot.name for slot in asked if slot.type != "list"]
        words = BLANKS[blueprint.language]
        subject = words["subject_head"]
        assert first == [words["name_head"], *single, *([subject] if blueprint.looks and subject in first else [])]
        assert [*found][1:] == [slot.name for slot in asked if slot.type == "list"]
        for slot in asked:
            if slot.type == "list":
                assert found[slot.name] == [words["row"], *([one.name for one in slot.fields] or [slot.name])]


def test_a_remark_is_read_on_no_sheet_and_in_no_csv_file(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(slots("镇: {}"), "utf-8")
    rows = "name,镇\n#示例,甲\n＃ 停用,乙,没有列头\n#2机组,丙\n丁,丁镇\n"
    (tmp_path / "rows.csv").write_text(rows, "utf-8")
    done = drafter(tmp_path, "batch", "rows.csv", "--blueprint", "own.yaml", "-o", "out")
    assert done.said.startswith("2 rows: 2 drafted\n"), done.said
    assert sorted(path.stem for path in (tmp_path / "out").glob("*.docx")) == ["#2机组", "丁"]
    (tmp_path / "rows.csv").write_text("name,镇\n#N/A,甲\n#REF!,乙\n", "utf-8")
    done = drafter(tmp_path, "batch", "rows.csv", "--blueprint", "own.yaml", "-o", "other", "--check")
    assert done.said.startswith("2 rows: 2 without errors\n"), done.said


# blueprints of all kinds


def test_types_limits_and_lists_come_back_as_they_were_typed(tmp_path: Path) -> None:
    blueprint = slots(
        "编号: {example: '007'}",
        "段: {example: 3-5}",
        "人数: {type: number, example: '12', min: 1, max: 500}",
        "日期: {type: date}",
        "急: {type: flag, example: 否}",
        "级: {type: choice, of: [一级, 二级], missing: error}",
        "限期: {type: due, example: 8月底前}",
        "要求: {type: list, of: text, example: 抓紧}",
        "天: {type: list, of: date, example: 2026-05-01}",
        "任务: {type: list, of: {名称: {example: 修路}, 举措: {type: list, of: text, example: 备料}, 完: {type: date}}}",
    )
    assert brief_of(tmp_path, filled(written(tmp_path, blueprint))) == {
        "编号": "007",
        "段": "3-5",
        "人数": "12",
        "日期": "2026-03-18",
        "急": "否",
        "级": "一级",
        "限期": "8月底前",
        "要求": ["抓紧"],
        "天": ["2026-05-01"],
        "任务": [{"名称": "修路", "举措": ["备料"], "完": "2026-03-18"}],
    }


ODD: dict[str, tuple[str, dict[str, list[str]], dict[str, Data]]] = {
    "names that are too long for a sheet, or alike to Excel": (
        slots(
            f"{LONG}甲: {{type: list, of: text, example: 子}}",
            f"{LONG}乙: {{type: list, of: text, example: 丑}}",
            "Risk: {type: list, of: text, example: 寅}",
            "risk: {type: list, of: text, example: 卯}",
            "history: {type: list, of: text, example: 辰}",
            title="'在[全县]大会:上/的讲话*'",
        ),
        {
            "在 全县 大会 上 的讲话": ["名称"],
            LONG[:31]: ["所属行", f"{LONG}甲"],
            f"{LONG[:29]}~2": ["所属行", f"{LONG}乙"],
            "Risk": ["所属行", "Risk"],
            "risk~2": ["所属行", "risk"],
            "history~2": ["所属行", "history"],
        },
        {f"{LONG}甲": ["子"], f"{LONG}乙": ["丑"], "Risk": ["寅"], "risk": ["卯"], "history": ["辰"]},
    ),
    "a title that is the name of a list": (
        slots("讲话: {type: list, of: text, example: 子}"),
        {"讲话~2": ["名称"], "讲话": ["所属行", "讲话"]},
        {"讲话": ["子"]},
    ),
    "a slot called name": (
        slots("镇: {example: 甲}", "name: {ask: 叫什么}"),
        {"讲话": ["name", "镇"]},
        {"镇": "甲", "name": "示例"},
    ),
    "a list called name": (
        slots("镇: {example: 甲}", "name: {type: list, of: {name: {example: 子}, 谁: {example: 丑}}}"),
        {"讲话": ["名称", "镇"], "name": ["所属行", "name", "谁"]},
        {"镇": "甲", "name": [{"name": "子", "谁": "丑"}]},
    ),
    "no lists": (slots("镇: {example: 甲}"), {"讲话": ["名称", "镇"]}, {"镇": "甲"}),
    "nothing asked for": (slots(), {"讲话": ["名称"]}, {}),
    "another tongue": (
        slots("town: {example: Ellery}", title="A talk", language="en"),
        {"A talk": ["name", "town"]},
        {"town": "Ellery"},
    ),
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_blueprints_have_templates_that_are_read_again(kind: str, tmp_path: Path) -> None:
    blueprint, known, said = ODD[kind]
    book = written(tmp_path, blueprint)
    assert heads(book) == known
    assert brief_of(tmp_path, filled(book)) == said


def test_what_no_table_holds_has_no_column_and_the_note_says_so(tmp_path: Path) -> None:
    book = written(tmp_path, slots("任务: {type: list, of: {名称: {example: 修路}, 人: {type: list, of: {谁: {}}}}}"))
    assert heads(book)["任务"] == ["所属行", "名称"]
    assert "“人”有自己的分项，表格里写不下" in parts(book, "comments2")


# what the cells know


def test_a_note_says_all_that_is_known_of_a_slot() -> None:
    notes = parts(made("work-meeting"), "comments")
    assert "会议全称（不超过 40 字）\n例：全县安全生产工作会议\n空着会在讲话中标出，等人补上。" in notes
    assert "写成“封堵排污口12处”的样子，可不填）\n例：查清住人的厂房\n空着就不说。" in notes
    assert re.search("年度目标，动词开头.*\n.*\n.*\n后面可以加附注：｜难：难在哪里　｜因：原因是什么", notes)
    assert "逐项列出的内容各有一张工作表：汇报、依据、" in notes
    assert "加一列“成效”，一格里一行写一项；或者加“成效1”“成效2”等列" in notes
    assert "加“汇报1.单位”“汇报1.内容”等列" in notes
    assert "填好后运行：drafter batch 本文件 --blueprint work-meeting -o 文件夹" in notes
    assert "e.g. Port Ellery\nLeft empty, it is not spoken of." in parts(made("kick-off"), "comments1")


def rules(data_: bytes, sheet: int) -> dict[str, str]:
    """The rules of a sheet's cells, by the cells."""
    found = re.findall(r"<dataValidation .*?(?:/>|</dataValidation>)", parts(data_, f"sheet{sheet}.xml$"), re.DOTALL)
    return {cells[1]: rule for rule in found if (cells := re.search('sqref="(.*?)"', rule))}


def test_cells_know_what_belongs_into_them(tmp_path: Path) -> None:
    book = written(
        tmp_path,
        slots(
            "人数: {type: number, min: 1, max: 500}",
            "价: {type: number}",
            "日期: {type: date}",
            "急: {type: flag}",
            "级: {type: choice, of: [一级, 二级]}",
            "会议: {ask: 会议全称, min: 4, max: 40}",
            "要求: {type: list, of: text, example: 抓紧}",
        ),
    )
    found = rules(book, 1)
    assert [*found] == [f"{column}2:{column}{LAST}" for column in "ABCDEFG"]
    number, price, day, flag, choice, text = list(found.values())[1:]
    assert (
        'type="decimal" errorStyle="warning"' in number and "<formula1>1</formula1><formula2>500</formula2>" in number
    )
    assert 'error="这里要求：不少于 1，不超过 500。"' in number
    assert 'type="decimal" allowBlank' in price and "请只写数字" in price
    assert 'type="date" errorStyle="warning"' in day
    assert 'type="list" allowBlank' in flag and '"是,否"' in flag
    assert 'type="list" allowBlank' in choice and '"一级,二级"' in choice
    assert 'type="custom" errorStyle="warning"' in text
    assert "&gt;=4,LEN(TRIM(LEFT(G2,FIND(" in text and "&lt;=40)" in text
    named = rules(book, 2)[f"A2:A{LAST}"]
    assert 'type="list" errorStyle="warning"' in named
    assert f"OFFSET('讲话'!$A$2,0,0,MAX(1,COUNTA('讲话'!$A$2:$A${LAST})),1)" in named
    for message, most in (("prompt", 255), ("error", 255), ("promptTitle", 32), ("errorTitle", 32)):
        for rule in (*rules(made("work-meeting"), 1).values(), *rules(made("river-chief"), 1).values()):
            assert all(len(text) <= most for text in re.findall(f' {message}="(.*?)"', rule))


def test_a_text_has_its_length_counted_where_no_remark_can_stand_behind_it() -> None:
    first = rules(made("kick-off"), 1)[f"B2:B{LAST}"]
    assert 'type="textLength" errorStyle="warning"' in first and "<formula2>80</formula2>" in first


def test_choices_that_are_too_long_for_a_cell_stand_on_a_sheet_that_nobody_sees(tmp_path: Path) -> None:
    choices = [f"第{n}类工作" for n in range(60)]
    book = written(
        tmp_path,
        slots(
            f"甲: {{type: choice, of: [{', '.join(choices)}]}}", "乙: {type: choice, of: ['a,b', c], missing: error}"
        ),
    )
    assert '<sheet name="选项" sheetId="2" state="veryHidden"' in parts(book, "workbook.xml$")
    assert "<formula1>'选项'!$A$1:$A$60</formula1>" in rules(book, 1)[f"B2:B{LAST}"]
    assert "<formula1>'选项'!$B$1:$B$2</formula1>" in rules(book, 1)[f"C2:C{LAST}"]
    assert heads(book) == {"讲话": ["名称", "甲", "乙"]}
    assert brief_of(tmp_path, filled(book)) == {"甲": None, "乙": "a,b"}


def test_a_blueprint_that_looks_into_facts_lets_the_class_of_work_be_chosen() -> None:
    book = made("work-meeting")
    (first, *_) = heads(book).values()
    rule = list(rules(book, 1).values())[len(first) - 1]
    assert first[-1] == "工作类别" and 'type="list" errorStyle="warning"' in rule
    (table, *_) = sheets(book, "rows.xlsx")
    row = next(table.rows())
    assert isinstance(row, Row) and row.cell(len(first) - 1) is None


# the file


def test_the_same_blueprint_gives_the_same_bytes(tmp_path: Path) -> None:
    for language in ("C", "zh_CN.UTF-8"):
        (tmp_path / language).mkdir()
        command = [sys.executable, "-m", "drafter", "batch", "template", "river-chief", "-o", "rows.xlsx"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": language, "PYTHONHASHSEED": str(len(language))}
        subprocess.run(command, check=True, cwd=tmp_path / language, env=environment)
        assert (tmp_path / language / "rows.xlsx").read_bytes() == made("river-chief")


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    assert drafter(tmp_path, "batch", "template", "pledge").said == (
        "pledge-rows.xlsx\n"
        "  fill in a row a speech, then run: drafter batch pledge-rows.xlsx --blueprint pledge -o pledge-rows\n"
    )
    there = tmp_path / "pledge-rows.xlsx"
    there.write_bytes(filled(there.read_bytes()))
    before = there.read_bytes()
    done = drafter(tmp_path, "batch", "template", "pledge")
    assert (done.code, done.said) == (
        1,
        "pledge-rows.xlsx:1:1: error: pledge-rows.xlsx is there already and holds something else; "
        "name another file with -o [would-overwrite]\n",
    )
    assert there.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pledge", "-o", "rows.csv"), "rows.csv:1:1: error: rows.csv does not end in .xlsx; name the workbook so [no-workbook-name]"),
        (("plege",), "plege:1:1: error: there is no blueprint plege on the shelf; did you mean pledge? [unknown-blueprint]"),
        (("pledge", "-o", "no/rows.xlsx"), "no/rows.xlsx:1:1: error: there is no folder no; create it first [no-folder]"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_told(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = drafter(tmp_path, "batch", "template", *arguments)
    assert (done.code, done.said) == (1, f"{said}\n")
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_it_says_what_is_to_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(needs, "find_spec", lambda name: None if name == "xlsxwriter" else real(name))
    done = drafter(tmp_path, "batch", "template", "pledge")
    assert (done.code, done.said) == (
        1,
        "pledge-rows.xlsx:1:1: error: this needs speech-drafter[batch], which is not installed; "
        "run `pip install 'speech-drafter[batch]'` [extra-not-installed]\n",
    )


@pytest.mark.parametrize("name", ["kick-off", "river-chief"])
def test_the_validator_finds_no_error(name: str, tmp_path: Path) -> None:
    (tmp_path / "rows.xlsx").write_bytes(made(name))
    assert errors_found(tmp_path / "rows.xlsx") == []


def test_libreoffice_opens_it_with_its_notes_and_rules(tmp_path: Path) -> None:
    office = Path(need("soffice")).resolve()
    if not (office.parent / "libsclo.so").exists():
        office = Path(need("libreoffice-calc"))
    (tmp_path / "rows.xlsx").write_bytes(made("kick-off"))
    command = [
        str(office),
        "--headless",
        "--convert-to",
        "fods",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "rows.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HOME": str(tmp_path)}, timeout=120)
    text = (tmp_path / "rows.fods").read_text("utf-8")
    assert text.count("<office:annotation ") == sum(map(len, heads(made("kick-off")).values()))
    assert "cell-content-text-length-is-between(0,80)" in text
    assert "# example" in text and 'table:name="workstreams"' in text
