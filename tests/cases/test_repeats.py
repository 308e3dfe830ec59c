"""A fact that says again what the sentence says beside it is told, at its place in the brief."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter

BLUEPRINT = """drafter: 1
slots: {事: {ask: 何事}, 时: {ask: 何时}, 口号: {ask: 口号}, 省: {ask: 哪里}}
speech:
  title: 讲话
  opening:
    - {id: a, say: "{{ 时 }}前抓好{{ 事 }}工作，叫响“{{ 口号 }}”，请{{ 省 }}市政府督办。"}
"""
TWICE = {"事": ("防汛工作", "工作"), "时": ("7月底前", "前"), "口号": ("“一河一策”", "“")}


@pytest.mark.parametrize("slot", [*TWICE, ""])
def test_what_would_stand_twice_is_told(tmp_path: Path, slot: str) -> None:
    facts = {"事": "防汛", "时": "7月底", "口号": "一河一策", "省": "青川市"}
    lines = [f"{name}: {TWICE[name][0] if name == slot else fact}" for name, fact in facts.items()]
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text("blueprint: bp.yaml\n" + "\n".join(lines) + "\n", "utf-8")
    told = [line for line in drafter(tmp_path, "check", "b.yaml").said.splitlines() if "repeats-beside" in line]
    place = [*facts].index(slot) + 2 if slot else 0
    wanted = f"b.yaml:{place}:1: warning: {slot} says {TWICE[slot][1]} again, which stands beside it; " if slot else ""
    assert told == ([f"{wanted}leave it out of the fact [repeats-beside]"] if slot else [])
