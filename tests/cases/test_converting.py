"""`drafter convert`: what fits goes along, what does not is told, and the old file stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from drafter.desk.draft import Draft, draft_file
from drafter.desk.watch import lines
from tests.cases.running import drafter
from tests.conftest import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*/*.yaml"))
OLD = """drafter: 1
slots: {会议: {}, 数: {}, 组: {type: list, of: text}, 事: {type: list, of: {名称: {}, 期限: {}, 人: {}}}, 旧: {}}
speech:
  title: "{{ 会议 }}{{ 数 }}{{ 旧 }}"
  opening: [{id: a, say: "{{ 组 | 顿号 }}"}, {id: b, each: 事, say: "{{ 名称 }}{{ 期限 }}{{ 人 }}"}]
"""
NEW = """drafter: 1
slots:
  会议: {ask: 什么会议}
  数: {type: number, ask: 多少}
  组: {ask: 哪个组}
  事: {type: list, ask: 哪些事, of: {名称: {ask: 叫什么}, 期限: {type: date, ask: 何时}, 费: {ask: 多少钱, missing: error}}}
  须: {ask: 必填的, missing: error}
speech: {title: "{{ 会议 }}{{ 数 }}{{ 组 }}{{ 须 }}", opening: [{id: b, each: 事, say: "{{ 名称 }}{{ 期限 }}{{ 费 }}"}]}
"""
BRIEF = """blueprint: old.yaml
minutes: 5
pick: {a: 1}
会议: 推进会：第一次
数: 三百
组: [甲组, 乙组]
事:
  - {名称: 修路, 期限: 2026-05-01, 人: 张三}
  - {名称: 架桥, 期限: 年底}
旧: 老话
"""


def test_only_what_fits_goes_along(tmp_path: Path) -> None:
    for name, text in (("old", OLD), ("new", NEW), ("b", BRIEF)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    done = drafter(tmp_path, "convert", "b.yaml", "--to", "new.yaml")
    assert (done.code, done.said) == (
        0,
        """b.yaml:3:1: warning: pick has no place in new; it stays in the old brief only [no-place]
b.yaml:5:4: warning: 数 should be a number, not 三百; write digits only, units belong in the blueprint [no-place]
b.yaml:6:4: warning: 组 should be a text, not a list; put the text in quotes [no-place]
b.yaml:8:30: warning: 事[1].人 has no place in new; it stays in the old brief only [no-place]
b.yaml:9:18: warning: 事[2].期限 should be a date, not 年底; write it as 2026-03-18 [no-place]
b.yaml:10:1: warning: 旧 has no place in new; it stays in the old brief only [no-place]
b-new.yaml
  4 texts carried over, 6 left behind
  6 more are needed:
    数: 多少 (b-new.yaml:12)
    组: 哪个组 (b-new.yaml:15)
    事[1].费: 多少钱 (b-new.yaml:24)
    事[2].期限: 何时 (b-new.yaml:26)
    事[2].费: 多少钱 (b-new.yaml:27)
    须: 必填的 (b-new.yaml:30)
""",
    )
    assert (tmp_path / "b.yaml").read_text("utf-8") == BRIEF
    assert (tmp_path / "b-new.yaml").read_text("utf-8").partition("blueprint: ")[2] == (
        "new.yaml\n\nminutes: 5\n\n# 什么会议\n会议: 推进会：第一次\n\n# 多少\n数:\n\n# 哪个组\n组:\n\n"
        "# 哪些事\n事:\n  # 叫什么\n  - 名称: 修路\n"
        "    # 何时（写作 2026-03-18）\n    期限: 2026-05-01\n    # 多少钱\n    费:\n  - 名称: 架桥\n    期限:\n    费:\n\n# 必填的\n须:\n"
    )


def test_what_is_left_behind_may_be_known_and_is_counted_all_the_same(tmp_path: Path) -> None:
    brief = BRIEF.replace("minutes: 5\n", "checks: {text-more-than-limit: off}\n").replace("pick: {a: 1}\n", "")
    brief = brief.replace("数: 三百", "数: 三百  # drafter: ignore[no-place]")
    for name, text in (("old", OLD), ("new", NEW), ("b", brief)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    said = drafter(tmp_path, "convert", "b.yaml", "--to", "new.yaml").said
    assert "三百" not in said and "4 texts carried over, 5 left behind" in said
    assert "checks:\n  text-more-than-limit: off\n" in (tmp_path / "b-new.yaml").read_text("utf-8")
    (tmp_path / "b.yaml").write_text(brief.replace("limit: off", "limit: off, no-place: off"), "utf-8")
    said = drafter(tmp_path, "convert", "b.yaml", "--to", "new.yaml", "-o", "c.yaml").said
    assert "[no-place]" not in said and "4 texts carried over, 5 left behind" in said


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples/joint-treatment/brief.yaml", tmp_path)
    before = (tmp_path / "brief.yaml").read_bytes()
    for more in ((), ("--force",)):
        done = drafter(tmp_path, "convert", "brief.yaml", "--to", "ecology-push", "-o", "brief.yaml", *more)
        assert done.code == 1 and "[is-the-source]" in done.said
        assert (tmp_path / "brief.yaml").read_bytes() == before


def test_what_is_shared_is_the_same_in_both(tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples/joint-treatment/brief.yaml", tmp_path)
    assert drafter(tmp_path, "convert", "brief.yaml", "--to", "ecology-push", "-o", "new.yaml").code == 0
    back = drafter(tmp_path, "convert", "new.yaml", "--to", "joint-treatment", "-o", "back.yaml")
    assert " texts carried over, 0 left behind\n" in back.said
    checked = drafter(tmp_path, "check", "new.yaml")
    assert checked.said.endswith("0 errors, 0 warnings\n")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_to_its_own_blueprint_all_of_a_brief_goes_along(example: Path, tmp_path: Path) -> None:
    draft = draft_file(example)
    done = drafter(tmp_path, "convert", str(example), "--to", draft.brief.blueprint, "-o", "new.yaml")
    assert (done.code, ", 0 left behind" in done.said) == (0, True)
    assert flat(draft_file(tmp_path / "new.yaml")) == flat(draft)


def flat(draft: Draft) -> list[str]:
    """What a draft says."""
    return [text for _, text in lines(draft.speech)]
