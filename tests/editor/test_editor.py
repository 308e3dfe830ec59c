"""What a writer sees in an editor: the real yaml-language-server with the schemas that lie beside the files."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from drafter.desk.library import Library
from drafter.desk.new import brief_text
from drafter.desk.schemas import brief_line, keep_brief_schema, keep_schema, schema_line
from drafter.model.move import MOVES
from tests.conftest import ROOT, need
from tests.editor.core import every_slot
from tests.editor.server import Server

BRIEF = brief_line("every-slot") + "blueprint: every-slot\n"
BLUEPRINT = schema_line("blueprint") + "drafter: 1\n"
SPEECH = "speech:\n  title: 讲话\n  opening:\n"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server, in a folder with the schemas of a blueprint's briefs and of blueprints."""
    folder = tmp_path_factory.mktemp("desk")
    keep_brief_schema(folder, every_slot())
    keep_brief_schema(folder, Library().named("rectification"))
    keep_schema(folder, "blueprint", "zh")
    server = Server(need("yaml-language-server"), folder)
    yield server
    server.stop()


def test_nothing_is_marked_in_a_new_brief_in_a_full_one_and_in_a_blueprint(editor: Server) -> None:
    line = brief_line("rectification")
    assert editor.marked(line + brief_text("rectification", Library())) == []
    assert editor.marked(line + (ROOT / "examples/rectification/brief.yaml").read_text("utf-8")) == []
    blueprint = (ROOT / "blueprints/official/speeches/rectification.yaml").read_text("utf-8")
    assert editor.marked(schema_line("blueprint") + blueprint) == []


def test_what_cannot_stand_in_a_brief_is_marked(editor: Server) -> None:
    text = """会仪: 全市防汛会
日期: 2026-13-45
人数: 三十
场合: 茶话会
通报: 也许
要求: 一条
任务:
  - 名称: 查险
    时现: 9月底
seed: 一
pick: {greet: 3, gret: 1}
omit: [nobody]
"""
    assert editor.marked(BRIEF + text) == [
        '2: b: Missing property "会议".',
        "3: 会仪: Property 会仪 is not allowed.",
        "4: 2026-13-45: 写作 2026-03-18",
        "5: 三十: 只写数字，不写单位",
        '6: 茶话会: Value is not accepted. Valid values: "部署会", "总结会", "现场会".',
        '7: 也许: Value is not accepted. Valid values: "是", "否".',
        '8: 一条: Incorrect type. Expected "array".',
        "11: 时现: Property 时现 is not allowed.",
        "12: 一: 写一个整数",
        "13: 3: Value is not accepted. Valid values: 1, 2.",
        "13: gret: Property gret is not allowed.",
        '14: nobody: Value is not accepted. Valid values: "greet", "count", "years", "occasion", "report", "demands", '
        '"task", "steps", "until", "end".',
    ]


def test_limits_and_what_must_be_given_are_marked(editor: Server) -> None:
    text = """会议: 全市水利系统防汛抗旱和抢险救援工作总结会议
人数: 1
要求: [巡堤]
任务:
  - 时限: 2026-02-30
"""
    assert editor.marked(BRIEF + text) == [
        "3: 全市水利系统防汛抗旱和抢险救援工作总结会议: 不超过 20 字",
        "4: 1: Value is below the minimum of 2.",
        "5: [巡堤]: Array has too few items. Expected 2 or more.",
        '7: 时: Missing property "名称".',
        "7: 2026-02-30: 写作 2026-03-18",
    ]


def test_slots_fields_and_answers_are_proposed(editor: Server) -> None:
    slots = editor.offered(BRIEF + "‸\n任务:\n  - 名称: 查险\n")
    assert "任务" not in slots
    assert slots["会议"] == "会议全称是什么（不超过 20 字）\n\n例：全市防汛工作会议"
    assert slots["pick"] == "指定某个节点用第几种措辞，从 1 数起。"
    fields = editor.offered(BRIEF + "任务:\n  - 名称: 查险\n    ‸\n")
    assert fields == {"举措": "怎么做（可不填）", "时限": "何时完成（写作 2026-03-18，可不填）"}
    assert [*editor.offered(BRIEF + "场合: ‸\n")] == ["部署会", "总结会", "现场会"]
    assert [*editor.offered(BRIEF + "通报: ‸\n")] == ["是", "否"]
    assert [*editor.offered(BRIEF + "会议: ‸\n")] == []
    assert editor.offered(BRIEF + "pick:\n  greet: ‸\n") == {"1": "今天开会。", "2": "现在开会。"}
    assert [*editor.offered(BRIEF + "omit:\n  - ‸\n")][:3] == ["greet", "count", "years"]


def test_a_slot_shows_its_question(editor: Server) -> None:
    assert (
        editor.told(BRIEF + "会‸议: 全市防汛会\n")
        == "#### 会议\n\n会议全称是什么（不超过 20 字）\n\n例：全市防汛工作会议"
    )
    assert editor.told(BRIEF + "任‸务:\n") == "#### 任务\n\n部署哪几项任务（可不填）"
    shown = editor.told(BRIEF + "任务:\n  - 名‸称: 查险\n")
    assert shown == "#### 名称\n\n这项任务叫什么（不超过 8 字）\n\n例：排查险工险段"


def test_what_cannot_stand_in_a_blueprint_is_marked(editor: Server) -> None:
    text = f"""sumary: 汛前的会
slots:
  会议: {{ask: 会议全称, tpye: text}}
  seed: {{ask: 种子}}
{SPEECH}    - {{id: a, say: 大家辛苦了。, heading: 辛苦}}
    - {{id: b, sya: 散会。}}
insert:
  - {{after: a, befor: b, node: {{id: c, say: 谢谢。}}}}
"""
    assert editor.marked(BLUEPRINT + text) == [
        "3: sumary: Property sumary is not allowed.",
        "5: tpye: Property tpye is not allowed.",
        "6: seed: 待填项名称只能用汉字、字母、数字和 _，且不得与材料单的设置项同名",
        "10: say: Property say is not allowed.",
        "11: sya: Property sya is not allowed.",
        '11: {: Missing property "say".',
        "12: insert: Property insert is not allowed.",
        "13: befor: Property befor is not allowed.",
    ]


def test_a_blueprint_is_proposed_its_moves_and_told_its_keys(editor: Server) -> None:
    assert editor.offered(BLUEPRINT + SPEECH + "    - id: a\n      move: ‸\n") == MOVES
    shown = editor.told(BLUEPRINT + "slots:\n  会议:\n    miss‸ing: gap\n")
    assert shown.split("\n\n")[:2] == ["#### missing", "不填时怎么办：标出待补、略去不说，或者报错。"]
