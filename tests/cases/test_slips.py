"""YAML as people type it: each slip is told on its line, in Chinese too without a word of a parser's, and mended where it is sure.

`slips.txt` is the table. `=== what was typed wrong`, what was typed, `@ line:column rule` for each problem that is told, and
`+++` with the file as `check --fix` leaves it, if that is other. `<NBSP>`, `<TAB>`, `<IME>` (U+3000) and `<ZWSP>` stand for what cannot be
seen.
"""

from __future__ import annotations

import ast
import gettext
import inspect
import re
from pathlib import Path

import pytest
import yaml.parser
import yaml.scanner

from drafter.catalogue import DOMAIN, FOLDER
from drafter.desk.check import check_file, fix_file
from drafter.desk.library import Library
from drafter.problem import Problem
from drafter.sentences import RULES, report
from drafter.sentences.yaml import YAML
from drafter.yamltext.reasons import rule_for

UNSEEN = {"<NBSP>": "\u00a0", "<TAB>": "\t", "<IME>": "\u3000", "<ZWSP>": "\u200b"}
BLUEPRINT = """\
drafter: 1
title: 试
slots:
  会议: {ask: 会议全称, missing: omit}
  名单: {type: list, of: text, ask: 名单, missing: omit}
  数: {type: number, ask: 数量, missing: omit}
  日期: {type: date, ask: 日期, missing: omit}
  档次: {type: choice, of: [省（部）级, AB], ask: 档次, missing: omit}
  单位们: {type: list, ask: 单位, of: {单位: {ask: 单位名}, 事项: {type: list, of: text, ask: 事项}}, missing: omit}
speech:
  title: 讲话
  closing:
    - {id: a, when: 会议, say: "{{ 会议 }}。"}
    - {id: b, when: 名单, say: "{{ 名单 | 顿号 }}。"}
    - {id: c, when: 数, say: "{{ 数 }}。"}
    - {id: d, when: 日期, say: "{{ 日期 | 日期 }}。"}
    - {id: e, when: 档次, say: "{{ 档次 }}。"}
    - {id: f, each: 单位们, say: "{{ item.单位 }}负责{{ item.事项 | 顿号 }}。"}
"""
TOLD = frozenset(
    (*YAML, "wide-comma", "list-in-text", "swallowed-entry", "unknown-slot", "unknown-choice", "unknown-node")
)
"""The rules that the table asserts; what else is told of the same file is not its subject."""


def seen(text: str) -> str:
    for name, char in UNSEEN.items():
        text = text.replace(name, char)
    return text


def table() -> list[tuple[str, str, list[str], str | None]]:
    rows = []
    for part in re.split(r"^=== ", Path(__file__).with_name("slips.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        typed, *fixed = rest.split("+++\n")
        lines = typed.splitlines(keepends=True)
        told = [line[2:].strip() for line in lines if line.startswith("@ ")]
        rows.append(
            (name, seen("".join(line for line in lines if not line.startswith("@ "))), told, *(map(seen, fixed) or ()))
        )
    return [(*row, None) if len(row) == 3 else row for row in rows]  # type: ignore[misc]


ROWS = table()


def placed(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.rule}" for one in problems if one.rule in TOLD]


CHINESE = gettext.translation(DOMAIN, FOLDER, ["zh_CN"]).gettext


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_slip_is_told_where_it_is_and_mended_where_that_is_sure(
    row: tuple[str, str, list[str], str | None], tmp_path: Path
) -> None:
    _, typed, told, fixed = row
    (tmp_path / "plain.yaml").write_text(BLUEPRINT, "utf-8")
    brief = tmp_path / "brief.yaml"
    brief.write_text(typed if "plain.yaml" in typed else "blueprint: plain.yaml\n" + typed, "utf-8")
    found = check_file(brief, Library())
    assert placed(found) == told
    for problem in found:
        sentence = report(problem, CHINESE)
        words = re.sub(r"^\S+ |\[[\w-]+\]$|plain\.yaml", "", sentence)
        foreign = [
            word for word in re.findall("[A-Za-z]{3,}", words) if word not in typed and word not in ("YAML", "drafter")
        ]
        assert not foreign, sentence
    fix_file(brief, Library())
    after = brief.read_text("utf-8")
    assert after.removeprefix("blueprint: plain.yaml\n") == (typed if fixed is None else fixed).removeprefix(
        "blueprint: plain.yaml\n"
    )


LIBYAML = """\
block sequence entries are not allowed in this context|control characters are not allowed|could not find expected ':'
could not find expected directive name|did not find URI escaped octet|did not find expected '!'|did not find expected ',' or ']'
did not find expected ',' or '}'|did not find expected '-' indicator|did not find expected <document start>
did not find expected <stream-start>|did not find expected alphabetic or numeric character|did not find expected comment or line break
did not find expected digit or '.' character|did not find expected hexdecimal number|did not find expected key
did not find expected node content|did not find expected tag URI|did not find expected version number|did not find expected whitespace
did not find expected whitespace or line break|did not find the expected '>'|exceeded maximum nesting depth
found a tab character that violates indentation|found a tab character where an indentation space is expected
found an incorrect leading UTF-8 octet|found an incorrect trailing UTF-8 octet|found an indentation indicator equal to 0
found character that cannot start any token|found duplicate %TAG directive|found duplicate %YAML directive
found extremely long version number|found incompatible YAML document|found invalid Unicode character escape code
found undefined tag handle|found unexpected ':'|found unexpected document indicator|found unexpected end of stream
found unexpected non-alphabetical character|found unknown directive name|found unknown escape character|incomplete UTF-16 character
incomplete UTF-16 surrogate pair|incomplete UTF-8 octet sequence|input error|invalid Unicode character|invalid leading UTF-8 octet
invalid trailing UTF-8 octet|mapping keys are not allowed in this context|mapping values are not allowed in this context
unexpected low surrogate area"""
"""What libyaml 0.2.5 and 0.2.6 say when they stop."""


def said_by_python() -> list[str]:
    """What the parser in Python says, as the source of the one that is installed has it."""
    found = []
    for module in (yaml.scanner, yaml.parser):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("ScannerError", "ParserError"):
                said = node.args[2] if len(node.args) > 2 else None
                texts = [one.value for one in ast.walk(said) if isinstance(one, ast.Constant)] if said else []
                found += ["".join(text for text in texts if isinstance(text, str))]
    return [text for text in found if text]


@pytest.mark.parametrize("said", sorted({*LIBYAML.replace("\n", "|").split("|"), *said_by_python()}))
def test_whatever_a_parser_says_has_a_sentence_of_ours(said: str) -> None:
    rule = rule_for(said)
    assert rule != "yaml-syntax"
    what, mend = RULES[rule]
    for text in (what, mend):
        assert not re.findall("[A-Za-z]{3,}", re.sub(r"\{\w+\}|YAML|UTF-8|name", "", CHINESE(text)))


def test_the_parser_in_python_says_what_is_looked_for() -> None:
    assert len(said_by_python()) > 25
