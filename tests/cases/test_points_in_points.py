"""A list told off by numbers inside a point: none of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
slots:
  重点: {type: list, of: text, ask: 重点}
speech:
  title: 讲话
  emphases:
    - id: measures
      heading: 抓重点
      body:
        - id: two
          enumerate: 一是
          layout: paragraphs
          points:
            - id: keys-point
              body:
                - {id: lead, layout: run_on, say: 突出重点。}
                - {id: keys, each: 重点, layout: run_on, SHAPES, say: [{id: it, say: ["{{ item }}。"]}]}
            - {id: other-point, body: [{id: other, say: 不等不靠。}]}
"""


@pytest.mark.parametrize(
    ("shapes", "said"),
    [
        ("shapes: ['第一，']", "一是突出重点。第一，甲要干；第二，乙要干；第三，丙要干。"),
        ("shapes: [sentences]", "一是突出重点。甲要干。乙要干。丙要干。"),
        ("shapes: [joined]", "一是突出重点。甲要干；乙要干；丙要干。"),
    ],
)
def test_every_item_is_said(tmp_path: Path, shapes: str, said: str) -> None:
    (tmp_path / "p.yaml").write_text(BLUEPRINT.replace("SHAPES", shapes), "utf-8")
    (tmp_path / "b.yaml").write_text("blueprint: p.yaml\n重点: [甲要干, 乙要干, 丙要干]\n", "utf-8")
    assert f"　　{said}\n　　二是不等不靠。" in drafter(tmp_path, "draft", "b.yaml", "-o", "-", "--no-seed").said
