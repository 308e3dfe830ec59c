"""A wording within another's map stands only where both say that it may, and keeps what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.library import Library
from drafter.model.blueprint import Passage, every
from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
slots:
  甲: {missing: omit, ask: 甲}
  乙: {missing: omit, ask: 乙}
speech:
  title: 讲话
  opening:
    - id: a
      say:
        - id: one
          say:
            - only: 甲
              say:
                - {only: 乙, say: 甲乙都有。}
                - 有甲没有乙。
            - when: 乙
              say:
                - {when: 甲 == '无', say: 两样都不对。}
            - 都没有。
"""


@pytest.mark.parametrize(("given", "said"), [("", "都没有。"), ("乙: 有\n", "都没有。")])
def test_what_the_outer_or_the_inner_map_forbids_is_not_said(tmp_path: Path, given: str, said: str) -> None:
    (tmp_path / "p.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text(f"blueprint: p.yaml\n{given}", "utf-8")
    assert drafter(tmp_path, "draft", "b.yaml", "-o", "-", "--no-seed").said.split("\n")[1].strip() == said


def test_both_may_be_said_where_both_hold(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(BLUEPRINT, "utf-8")
    said = set()
    for seed in range(1, 30):
        (tmp_path / "b.yaml").write_text(f"blueprint: p.yaml\nseed: {seed}\n甲: 有\n乙: 有\n", "utf-8")
        said.add(drafter(tmp_path, "draft", "b.yaml", "-o", "-").said.split("\n")[1].strip())
    assert said == {"甲乙都有。", "有甲没有乙。", "都没有。"}


def test_a_maxim_within_a_map_is_one(tmp_path: Path) -> None:
    text = BLUEPRINT.replace("say: 甲乙都有。}", "say: 甲乙都有。, maxim: true}")
    (tmp_path / "p.yaml").write_text(text, "utf-8")
    found, _ = Library().blueprint("p.yaml", tmp_path)
    assert found is not None
    said = [node.wordings for node in every(found.opening) if isinstance(node, Passage) and node.wordings]
    assert [[one.maxim for one in wordings] for wordings in said] == [[True, False, False, False]]
