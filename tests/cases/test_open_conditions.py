"""What is said beside facts that are due and not given: nothing is known of them, whatever else a condition asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
slots:
  要求: {{type: list, of: text, ask: 要求}}
  句: {{ask: 一句}}
  形势: {{type: list, of: text, ask: 形势, missing: omit}}
speech:
  title: 讲话
  opening:
    - id: a
      say:
        - {{id: one, say: [{{when: "{condition}", say: 站得住。}}, 站不住。]}}
"""


@pytest.mark.parametrize(
    ("condition", "stands"),
    [
        ("要求 and 形势", False),
        ("形势 and 要求", False),
        ("句 and 形势", False),
        ("not 要求 and 形势", True),
        ("not 句 and 形势", True),
        ("not not 要求", False),
        ("要求 or 形势", False),  # the first that may hold; nothing is known of it
        ("形势 or 要求", True),
        ("not 形势 and 要求", False),
    ],
)
def test_what_is_open_decides_nothing(tmp_path: Path, condition: str, stands: bool) -> None:
    (tmp_path / "p.yaml").write_text(BLUEPRINT.format(condition=condition), "utf-8")
    (tmp_path / "b.yaml").write_text("blueprint: p.yaml\n形势: [事情多]\n", "utf-8")
    said = drafter(tmp_path, "draft", "b.yaml", "-o", "-", "--no-seed").said
    assert ("站得住。" if stands else "站不住。") in said


NO_POINTS = """\
drafter: 1
slots: {任务: {type: list, of: text, missing: omit, ask: 任务}}
speech:
  title: 讲话
  opening:
    - id: a
      say:
        - 今天开会。
        - {id: count, say: ["下面，我讲{{ emphases | 汉字 }}点意见。"]}
        - {id: listen, with: count, say: 请大家记一记。}
  emphases:
    - {id: one, heading: 抓任务, when: 任务, body: [{id: b, say: 要快。}]}
"""


@pytest.mark.parametrize(
    ("given", "said"), [("", "今天开会。"), ("任务: [甲]\n", "今天开会。下面，我讲一点意见。请大家记一记。")]
)
def test_no_points_are_not_counted(tmp_path: Path, given: str, said: str) -> None:
    (tmp_path / "p.yaml").write_text(NO_POINTS, "utf-8")
    (tmp_path / "b.yaml").write_text(f"blueprint: p.yaml\n{given}", "utf-8")
    assert f"　　{said}\n" in drafter(tmp_path, "draft", "b.yaml", "-o", "-", "--no-seed").said + "\n"
