"""Last year's brief as this year's: what is marked, what is told, what is refused, and what keeps the marks."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from drafter.desk.draft import draft_file
from drafter.desk.library import Library
from drafter.desk.next_year import EDITS, Asked, next_brief
from drafter.notation.unconfirmed import confirmed, leaves, touched, unconfirmed
from drafter.yamltext.comments import comments
from drafter.yamltext.data import data
from drafter.yamltext.parse import parse
from drafter.yamltext.splice import put
from tests.cases.running import drafter
from tests.cases.terminal import BACK, CLEAR, DOWN, ESC, Terminal
from tests.conftest import ROOT

BLUEPRINT = """drafter: 1
slots:
  会议: {ask: 什么会议}
  日: {type: date, ask: 何时}
  成绩: {type: list, of: text, ask: 办成了什么, missing: omit}
  年度目标: {type: list, of: text, ask: 今年办什么, missing: omit}
  任务: {type: list, ask: 哪些任务, missing: omit, of: {名称: {ask: 叫什么}, 期限: {type: due, ask: 到何时}}}
speech:
  title: 在{{ 会议 }}上的讲话
  date: "{{ 日 }}"
  opening:
    - {id: done, move: achievements, when: 成绩, say: "{{ 成绩 | 并列 }}。"}
    - {id: aims, when: 年度目标, say: "今年要{{ 年度目标 | 并列 }}，共{{ 年度目标 | 项数 | 汉字 }}件。"}
    - {id: thanks, say: 谢谢。}
  emphases:
    - {id: task, each: 任务, heading: "{{ 名称 }}", body: [{id: due, say: "{{ 期限 }}完成。"}]}
"""
LAST = """# 我的批注
blueprint: bp.yaml
seed: 3
会议: 第十届全市防汛会议  # 全称
日: 2026-05-12
成绩:
  - 去年加固水库5座
年度目标: [疏浚河道12公里, 加固水库8座]
任务:
  - 名称: 修闸9座
    期限: 2026年6月底前
  - {名称: 值守, 期限: 9月底前}
omit: [thanks]
overrides: {thanks: 谢谢今年的大家。}
"""
NEXT = """# yaml-language-server: $schema=.drafter/bp.schema.json
# 我的批注
blueprint: bp.yaml
会议: 第十届全市防汛会议  # 待核：去年；今年可能是 第十一届全市防汛会议 # 全称
日: 2026-05-12  # 待核：去年；今年可能是 2027-05-12
成绩:
  - 去年加固水库5座  # 待核：去年；“去年”原指2025年
# 去年承诺的事，办成几成，写进“成绩”再删去这里的一行
promised:
  - 疏浚河道12公里
  - 加固水库8座
  - 修闸9座（2026年6月底前）
年度目标: [疏浚河道12公里, 加固水库8座]  # 待核：去年
任务:
  - 名称: 修闸9座  # 待核：去年
    期限: 2026年6月底前  # 待核：去年；今年可能是 2027年6月底前
  - {名称: 值守, 期限: 9月底前}  # 待核：去年
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "2026.yaml").write_text(LAST, "utf-8")
    return tmp_path


def brief(folder: Path, text: str) -> Path:
    path = folder / "b.yaml"
    path.write_text(f"blueprint: bp.yaml\n{text}", "utf-8")
    return path


def slots(text: str) -> list[str]:
    return [one.slot for one in unconfirmed(parse(text, "b.yaml"))]


def test_every_value_is_marked_and_what_is_told_is_told_once(folder: Path) -> None:
    done = drafter(folder, "next", "2026.yaml", "-o", "2027.yaml")
    assert done.said == (
        "2027.yaml\n"
        "  9 values of last year, marked until they are confirmed\n"
        "  3 may have moved on with the year:\n"
        "    会议: 第十届全市防汛会议 → 第十一届全市防汛会议\n"
        "    日: 2026-05-12 → 2027-05-12\n"
        "    任务[1].期限: 2026年6月底前 → 2027年6月底前\n"
        "  1 is due before the speech:\n"
        "    任务[1].期限: 2026年6月底 (2027.yaml:16)\n"
        "  3 promises of last year to be answered for:\n"
        "    疏浚河道12公里\n"
        "    加固水库8座\n"
        "    修闸9座（2026年6月底前）\n"
        "  left out, of last year's speech only: seed, omit, overrides\n"
        "  to go through last year's values, run: drafter ask 2027.yaml\n"
    )
    assert done.code == 0
    assert (folder / "2027.yaml").read_text("utf-8") == NEXT
    assert (folder / "2026.yaml").read_text("utf-8") == LAST


def test_what_is_given_is_new_and_edits_may_be_kept(folder: Path) -> None:
    given = ("--date", "2027-04-01", "--set", "任务[2].名称=巡堤", "--keep-edits")
    done = drafter(folder, "next", "2026.yaml", "-o", "-", *given)
    assert "日: 2027-04-01\n" in done.said
    assert "  - {名称: 巡堤, 期限: 9月底前}  # 待核：去年\n" in done.said  # its brother is last year's
    assert "seed: 3\n" in done.said and "omit: [thanks]\n" in done.said
    assert "overrides: {thanks: 谢谢今年的大家。}  # 待核：去年；“今年”原指2026年\n" in done.said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--date", "3月"), "error: 3月 is no day such as 2027-03-18\n"),
        (("--set", "会议"), "error: 会议 is not SLOT=VALUE, such as 会议=全县防汛工作会议\n"),
        (("--set", "会=x"), "--set: error: unknown slot 会; did you mean 会议? [unknown-slot]\n"),
    ],
)
def test_what_cannot_be_given_is_told(folder: Path, given: tuple[str, ...], said: str) -> None:
    done = drafter(folder, "next", "2026.yaml", *given)
    assert done.said.endswith(said)
    assert not (folder / "2026-next.yaml").exists()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会议: 甲  # 待核：去年\n日: 2026-05-12\n", ["会议"]),
        ("会议: 甲 # 全称待核\n", []),
        ("会议: 甲  # Unconfirmed: last year\n", ["会议"]),
        ("会议: '# 待核'\n", []),
        ("seed: 3  # 待核\n会议: 甲\n", []),
        ("会议:  # 待核：去年\n日: 2026-05-12\n", []),  # taken away: a gap, and nothing of the next line
        ("成绩:  # 待核\n  - 甲\n  - 乙\n日: 2026-05-12\n", ["成绩[1]", "成绩[2]"]),
        ("成绩:\n  # 待核\n  - 甲\n  - 乙\n", ["成绩[1]"]),
        ("# 待核\n成绩:\n  - 甲\n  - 乙\n会议: 甲\n", ["成绩[1]", "成绩[2]"]),
        ("成绩: [甲,\n  乙]  # 待核\n", ["成绩[2]"]),
        ("成绩: [甲, 乙\n]  # 待核\n", ["成绩[1]", "成绩[2]"]),
        ("任务:\n  - {名称: 甲, 期限: 6月底前}  # 待核\n", ["任务[1].名称", "任务[1].期限"]),
        ("会议: |  # 待核\n  甲\n  乙\n日: 2026-05-12\n", ["会议"]),
        ('会议: "甲\n  乙"  # 待核\n日: 2026-05-12\n', ["会议"]),
        ("会议: 甲\n# 待核\n", ["会议"]),  # it speaks of something: better of this than of nothing
        ("overrides: {a: 甲}  # 待核\n", ["overrides.a"]),
        ("insert:\n  - {after: a, say: 甲}  # 待核\n", ["insert[1].say"]),
    ],
)
def test_a_comment_speaks_of_what_stands_beside_it(text: str, found: list[str]) -> None:
    assert slots(text) == found


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_every_value_of_every_example_is_marked_and_nothing_else_is_other(path: Path, tmp_path: Path) -> None:
    made, _ = next_brief(path, tmp_path / "next.yaml", Library())
    doc = parse(made.text, "next.yaml")
    assert [one.slot for one in unconfirmed(doc)] == [leaf.slot for leaf in leaves(doc.root)]
    old, new = data(parse(path.read_text("utf-8"), "").root), data(doc.root)
    assert isinstance(old, dict) and isinstance(new, dict)
    new.pop("promised", None)
    assert new == {key: value for key, value in old.items() if key not in EDITS}
    again = doc
    while marks := unconfirmed(again):
        again = confirmed(again, marks[0])
    assert set(comments(path.read_text("utf-8"))) <= set(comments(again.text))


def test_a_year_on_again_is_marked_once(folder: Path) -> None:
    drafter(folder, "next", "2026.yaml", "-o", "2027.yaml")
    made, _ = next_brief(folder / "2027.yaml", None, Library(), Asked())
    assert made.text == NEXT


def test_no_final_document_is_made_and_each_line_is_named(folder: Path) -> None:
    path = brief(folder, "会议: 甲会  # 待核：去年\n日: 2026-05-12\n年度目标: [修闸9座]  # 待核\npromised: [修闸9座]\n")
    done = drafter(folder, "draft", "b.yaml", "--final", "--no-seed")
    told = "is last year's, and nobody has confirmed it"
    mend = "correct it, or take the comment beside it away if it still holds [unconfirmed]"
    assert done.said == (
        f"b.yaml:2:5: error: 会议 {told}: 甲会; {mend}\nb.yaml:4:8: error: 年度目标[1] {told}: 修闸9座; {mend}\n"
    )
    assert done.code == 1 and not path.with_suffix(".docx").exists()
    silenced = path.read_text("utf-8") + "checks: {unconfirmed: off}\n"
    path.write_text(silenced, "utf-8")
    assert drafter(folder, "draft", "b.yaml", "--final", "--no-seed").said == done.said


def test_the_report_and_check_tell_of_it(folder: Path) -> None:
    brief(folder, "会议: 甲会  # 待核：去年\n日: 2026-05-12\npromised: [修闸9座]\n")
    assert (
        "  1 value of last year, not confirmed:\n    会议: 甲会 (b.yaml:2)\n"
        "  1 promise of last year, not answered for:\n    修闸9座 (b.yaml:4)\n"
    ) in drafter(folder, "draft", "b.yaml", "--no-seed").said
    assert drafter(folder, "check", "--fix", "b.yaml").said == (
        "b.yaml:2:5: warning: 会议 is last year's, and nobody has confirmed it: 甲会; "
        "correct it, or take the comment beside it away if it still holds [unconfirmed]\n"
        "b.yaml:4:12: warning: promised last year, and not answered for: 修闸9座; "
        "say what became of it, then take the line away [promise-open]\n"
        "0 errors, 2 warnings\n"
    )


def test_it_is_highlighted_with_all_that_comes_of_it(folder: Path) -> None:
    path = brief(
        folder, "会议: 甲会  # 待核：去年；今年可能是 乙会\n日: 2026-05-12\n年度目标:\n  - 修闸9座  # 待核\n  - 植树\n"
    )
    draft = draft_file(path)
    xml = zipfile.ZipFile(_saved(path, draft.write("docx"))).read
    body, notes = xml("word/document.xml").decode(), xml("word/comments.xml").decode()
    assert body.count('<w:highlight w:val="cyan"/>') == 3  # the title, the goal, and how many there are
    assert "请核对：这是去年的值（会议，b.yaml 第 2 行），还没有人确认；今年可能是 乙会" in notes
    assert draft.write("md").decode().splitlines()[0] == "# 在<mark>甲会</mark>上的讲话"
    assert "今年要<mark>修闸9座</mark>、植树，共<mark>两</mark>件。" in draft.write("md").decode()
    tip = "请核对：这是去年的值（会议，b.yaml 第 2 行），还没有人确认；今年可能是 乙会"
    assert f'在<mark class="unconfirmed" title="{tip}">甲会</mark>上的讲话' in draft.write("html").decode()
    assert json.loads(draft.write("json"))["unconfirmed"] == [
        {"slot": "会议", "value": "甲会", "proposed": "乙会"},
        {"slot": "年度目标[1]", "value": "修闸9座", "proposed": ""},
    ]


def test_own_texts_are_highlighted_as_a_whole(folder: Path) -> None:
    own = "overrides: {thanks: 谢谢。}  # 待核\ninsert:\n  - {after: thanks, say: 今年来的人多。}  # 待核\n"
    path = brief(folder, f"会议: 甲会\n日: 2026-05-12\n{own}")
    assert "<mark>谢谢。</mark>" in (said := draft_file(path).write("md").decode())
    assert "<mark>今年来的人多。</mark>" in said


def _saved(path: Path, document: bytes) -> Path:
    target = path.with_suffix(".docx")
    target.write_bytes(document)
    return target


def test_a_batch_of_briefs_makes_no_final_document_of_it(folder: Path) -> None:
    (folder / "2026.yaml").unlink()
    brief(folder, "会议: 甲会  # 待核：去年\n日: 2026-05-12\n")
    done = drafter(folder, "batch", ".", "-o", "out", "--final")
    assert "会议 is last year's, and nobody has confirmed it: 甲会" in done.said
    assert not (folder / "out/b.docx").exists()


def test_another_blueprint_keeps_the_marks(folder: Path) -> None:
    (folder / "other.yaml").write_text(BLUEPRINT.replace("什么会议", "会议名称"), "utf-8")
    brief(
        folder,
        "会议: 甲会  # 待核：去年；今年可能是 乙会\n日: 2026-05-12\n成绩:\n  - 植树\n  - 修闸  # 待核：去年\npromised: [修闸9座]\n",
    )
    drafter(folder, "convert", "b.yaml", "--to", "other.yaml", "-o", "c.yaml")
    text = (folder / "c.yaml").read_text("utf-8")
    assert "会议: 甲会  # 待核：去年；今年可能是 乙会\n" in text and "promised:\n  - 修闸9座\n" in text
    assert slots(text) == ["会议", "成绩[2]"]


def test_what_a_tool_changes_is_touched() -> None:
    before = parse("会议: 甲会  # 待核：去年 # 全称\n成绩: [甲, 乙]  # 待核\n", "b.yaml")
    assert touched(before, put(before, ("会议",), "乙会")).text == "会议: 乙会  # 全称\n成绩: [甲, 乙]  # 待核\n"
    assert slots(touched(before, put(before, ("成绩", 0), "丙")).text) == ["会议", "成绩[1]", "成绩[2]"]


def test_level_and_place_are_proposed_and_never_changed(folder: Path) -> None:
    path = folder / "2026.yaml"
    path.write_text(
        "blueprint: bp.yaml\n会议: 青川市防汛会议\n日: 2026-05-12\n成绩: [市水利局、市市场监管局查了青川市的市场]\n",
        "utf-8",
    )
    done = drafter(folder, "next", "2026.yaml", "-o", "-", "--set", "会议=临溪县防汛会议")
    assert "会议: 临溪县防汛会议\n" in done.said
    assert (
        "成绩: [市水利局、市市场监管局查了青川市的市场]  # 待核：去年；今年可能是 县水利局、县市场监管局查了临溪县的市场\n"
        in done.said
    )
    assert (
        "  1 names the old level or place:\n"
        "    成绩[1]: 市水利局、市市场监管局查了青川市的市场 → 县水利局、县市场监管局查了临溪县的市场\n"
    ) in done.said


def test_an_old_speech_gives_such_a_brief_at_once(folder: Path) -> None:
    (folder / "old.txt").write_text(
        "在全市防汛工作会议上的讲话\n\n（2026年5月12日）\n\n同志们：\n\n全市有水库12座。去年的事，大家记得。\n", "utf-8"
    )
    done = drafter(folder, "distil", "old.txt", "-o", "x.yaml", "--brief", "y.yaml", "--next")
    assert done.said.endswith(
        "  1 sentence of the blueprint names a time or a quantity in its own words:\n"
        "    全市有水库{{ 水库数 }}座。去年的事，大家记得。\n"
        "  to go through last year's values, run: drafter ask y.yaml\n"
    )
    text = (folder / "y.yaml").read_text("utf-8")
    assert slots(text) == ["会议", "日期", "水库数"]
    assert "日期: 2026年5月12日  # 待核：去年；今年可能是 2027年5月12日\n" in text


def test_asking_goes_through_them_first(folder: Path) -> None:
    text = (
        "会议: 2026年全市会议  # 待核：去年；今年可能是 2027年全市会议\n日: 2026-05-12  # 待核：去年\n"
        "成绩:\n  - 全市修闸3座  # 待核：去年；“去年”原指2025年\n年度目标: [植树]\n任务:\n  - {名称: 甲, 期限: 6月底前}  # 待核\n"
        "promised:\n  - 修闸9座\n"
    )
    path = brief(folder, text)
    terminal = Terminal(folder, "ask", "b.yaml")
    terminal.until("5 values of last year: Enter keeps one, what is typed takes its place.\n")
    terminal.answer("? 会议: 什么会议\n  在[2026年全市会议]上的讲话\n", "")
    terminal.answer("2. 2027年全市会议", DOWN + "\r")
    terminal.answer("? 日: 何时（写作 2026-03-18）\n  [2026年5月12日]\n", CLEAR + "2027-05-11\r")
    terminal.answer("? item 1 of 成绩: 办成了什么\n  [全市修闸3座]。\n  “去年”原指2025年\n", "\r")
    terminal.answer("名称 of 任务 1: 叫什么", BACK)
    terminal.answer("? item 1 of 成绩", CLEAR + "全市修闸5座\r")
    terminal.answer("名称 of 任务 1: 叫什么", "\r")
    terminal.answer("期限 of 任务 1: 到何时", "\r")
    terminal.answer("? promised last year: 修闸9座\n  what became of it goes into 成绩\n", "修闸9座全部完成\r")
    terminal.until("b.yaml\n  nothing is open; to draft it, run: drafter draft b.yaml\n")
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == (
        "blueprint: bp.yaml\n会议: 2027年全市会议\n日: 2027-05-11\n成绩:\n  - 全市修闸5座\n  - 修闸9座全部完成\n"
        "年度目标: [植树]\n任务:\n  - {名称: 甲, 期限: 6月底前}\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{blueprint: bp.yaml, 会议: 甲会, 日: 2026-05-12, 成绩: [修闸3座]}\n",
        'blueprint: bp.yaml\n会议: 甲会\n成绩: [修闸3座, "植树\n  造林"]\n',
        "blueprint: bp.yaml\n会议: >-\n  甲会\n成绩:\n- |\n  修闸\n  植树\n- 甲",
        "blueprint: bp.yaml\r\n会议: 甲会\r\n成绩:\r\n  - 甲\r\n",
        "blueprint: bp.yaml\n会议:   甲会   # 注 # 又注\n成绩: [\n  甲, # 先\n  乙\n]\n",
    ],
)
def test_every_layout_takes_the_marks(folder: Path, text: str) -> None:
    (folder / "2026.yaml").write_bytes(text.encode())
    made, _ = next_brief(folder / "2026.yaml", None, Library())
    doc = parse(made.text, "b.yaml")
    assert [one.slot for one in unconfirmed(doc)] == [leaf.slot for leaf in leaves(doc.root)] != []
    assert set(comments(text.replace("\r", ""))) <= {
        part for one in comments(made.text) for part in (one, "#" + one.partition(" #")[2])
    }


def test_a_level_that_changes_is_told_at_once(folder: Path) -> None:
    path = brief(folder, "会议: 全市防汛会议  # 待核：去年\n日: 2026-05-12\n成绩:\n  - 市水利局修闸3座  # 待核：去年\n")
    terminal = Terminal(folder, "ask", "b.yaml")
    terminal.answer("> 全市防汛会议", CLEAR + "全县防汛会议\r")
    terminal.until("  1 names the old level or place:\n    item 1 of 成绩: 县水利局修闸3座\n")
    terminal.answer("2. 县水利局修闸3座", DOWN + "\r")
    terminal.answer("? item 1 of 年度目标", ESC)
    terminal.until("b.yaml\n")
    assert terminal.ended() == 0
    assert "会议: 全县防汛会议\n日: 2026-05-12\n成绩:\n  - 县水利局修闸3座\n" in path.read_text("utf-8")


def test_english_is_marked_in_english(folder: Path) -> None:
    path = ROOT / "examples/kick-off/brief.yaml"
    made, _ = next_brief(path, folder / "next.yaml", Library())
    assert "  # unconfirmed: last year" in made.text and "待核" not in made.text
    assert "# unconfirmed: last year; this year perhaps 2027-" in made.text


def test_what_is_not_looked_at_stays(folder: Path) -> None:
    own = "overrides: {thanks: 谢谢。}  # 待核\n"
    path = brief(folder, f"会议: 甲会  # 待核：去年\n日: 2026-05-12  # 待核：去年\n{own}")
    terminal = Terminal(folder, "ask", "b.yaml")
    terminal.answer("? 会议: 什么会议", "\r")
    terminal.answer("? 日: 何时", ESC)
    terminal.until("  2 values of last year are not confirmed; to go on, run: drafter ask b.yaml\n")
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == f"blueprint: bp.yaml\n会议: 甲会\n日: 2026-05-12  # 待核：去年\n{own}"
