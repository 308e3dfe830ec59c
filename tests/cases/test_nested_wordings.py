"""A map of wordings within a map: a wording hangs on the conditions of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
title: 试
slots:
  任务: {ask: 几项任务, type: list, of: text, missing: omit}
  单位: {ask: 哪个单位, missing: omit}
speech:
  title: 讲话
  opening:
    - id: charge
      say:
        - id: who
          say:
            - when: 单位
              say:
                - only: 任务 | 项数 >= 2
                  say: ["{{ 单位 }}牵头，几项一起办。"]
                - only: 任务 | 项数 == 1
                  say: ["{{ 单位 }}牵头，办好这一件。"]
            - 会后再定。
"""


@pytest.mark.parametrize(
    "facts, said",
    [
        ("任务: [修路, 架桥]\n单位: 市交通局\n", "市交通局牵头，几项一起办。"),
        ("任务: [修路]\n单位: 市交通局\n", "市交通局牵头，办好这一件。"),
        ("任务: [修路, 架桥]\n", "会后再定。"),
        ("单位: 市交通局\n", "会后再定。"),
    ],
)
def test_both_conditions_hold(facts: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "brief.yaml").write_text(f"blueprint: b.yaml\n{facts}", "utf-8")
    drafter(tmp_path, "draft", "brief.yaml", "--no-seed", "-o", "speech.txt")
    assert (tmp_path / "speech.txt").read_text("utf-8").splitlines()[-1].strip("　") == said
