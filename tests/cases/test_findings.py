"""What `check` hands to other programs, what `--fix` leaves of a file, and rules that a plug-in brings."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from drafter import __version__
from tests.cases.running import drafter, process

HEAD = "drafter: 1\nspeech:\n  title: 讲话\n  opening:\n"
WRONG = f"{HEAD}    - id: a\n      say: >-\n        今天开会,\n        人都齐了。。\n"
RIGHT = WRONG.replace(",\n", "，\n").replace("。。", "。")


def test_a_sarif_log_has_what_its_schema_requires(tmp_path: Path) -> None:
    """Checked once by hand against the whole of the published schema, which is not ours to keep."""
    (tmp_path / "甲 a,b%.yaml").write_text(WRONG, "utf-8")
    done = drafter(tmp_path, "check", "甲 a,b%.yaml", "missing.yaml", "--format", "sarif")
    log = json.loads(done.said)
    [run] = log["runs"]
    assert (done.code, log["version"]) == (1, "2.1.0")
    assert run["tool"]["driver"] == {
        "name": "drafter",
        "version": __version__,
        "rules": [{"id": "doubled-mark"}, {"id": "half-width-mark"}, {"id": "no-such-file"}],
    }
    assert run["results"][0] == {
        "ruleId": "half-width-mark",
        "level": "warning",
        "message": {"text": "the mark , is half-width; write ，"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "%E7%94%B2%20a%2Cb%25.yaml"},
                    "region": {"startLine": 7, "startColumn": 13},
                }
            }
        ],
    }
    assert [(result["ruleId"], result["level"]) for result in run["results"][1:]] == [
        ("doubled-mark", "warning"),
        ("no-such-file", "error"),
    ]


def test_workflow_commands_cannot_be_broken_out_of(tmp_path: Path) -> None:
    name = "a,b\n::error::乙%0A"
    assert drafter(tmp_path, "check", name, "--format", "github").said == (
        "::error file=a%2Cb\\u000a%3A%3Aerror%3A%3A乙%250A,line=1,col=1,title=no-such-file::"
        "there is no file a,b\\u000a::error::乙%250A; check the path\n"
    )


def test_nothing_found_is_an_empty_log_and_no_command(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RIGHT, "utf-8")
    assert drafter(tmp_path, "check", "a.yaml", "--format", "github").said == ""
    assert json.loads(drafter(tmp_path, "check", "a.yaml", "--format", "sarif").said)["runs"][0]["results"] == []
    assert drafter(tmp_path, "check", "a.yaml", "--format", "json").said == "[]\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "mixed"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_mended_file_keeps_its_encoding_its_line_ends_and_its_mode(encoding: str, ends: str, tmp_path: Path) -> None:
    def typed(text: str) -> bytes:
        lines = text.splitlines()
        tails = ["\r\n" if n % 3 else "\n" for n in range(len(lines))] if ends == "mixed" else [ends] * len(lines)
        return "".join(map("".join, zip(lines, tails, strict=True))).encode(encoding)

    file, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    file.write_bytes(typed(WRONG))
    file.chmod(0o640)
    link.symlink_to("a.yaml")
    done = drafter(tmp_path, "check", "--fix", "link.yaml")
    assert done.said.split("\n")[:2] == [
        "link.yaml:7:13: fixed: the mark , is half-width; write ， [half-width-mark]",
        "link.yaml:8:13: fixed: 。。 stands where one is enough; keep one [doubled-mark]",
    ]
    assert file.read_bytes() == typed(RIGHT)
    assert (link.is_symlink(), file.stat().st_mode & 0o777) == (True, 0o640)


def test_a_file_that_may_not_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(WRONG, "utf-8")
    file.chmod(0o440)
    if os.access(file, os.W_OK):
        pytest.skip("root may write everything")
    assert drafter(tmp_path, "check", "--fix", "a.yaml").code == 1
    assert file.read_text("utf-8") == WRONG


RULE = """
from drafter.lint.rule import Finding, Rule


def find(words, options):
    at = words.masked.find(options["word"][0])
    if at >= 0:
        yield Finding(words.prose, {"word": options["word"][0]}, at, at + 2, "认真")


RULE = Rule(name="no-slogan", says="{word} is a slogan", mend="say what is to be done", of_words=find, facts_too=True,
            options={"word": ("狠抓",)})
"""


def test_a_plug_in_brings_rules_as_ours_are(tmp_path: Path) -> None:
    (tmp_path / "plugin/slogans-1.dist-info").mkdir(parents=True)
    (tmp_path / "plugin/slogans.py").write_text(RULE, "utf-8")
    (tmp_path / "plugin/slogans-1.dist-info/entry_points.txt").write_text(
        "[drafter.rules]\nno-slogan = slogans:RULE\n", "utf-8"
    )
    (tmp_path / "plugin/slogans-1.dist-info/METADATA").write_text("Name: slogans\nVersion: 1\n", "utf-8")
    text = f"{HEAD}    - {{id: a, say: 狠抓落实。}}\n    - {{id: b, say: 大力推进。}}\n"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    (tmp_path / "b.yaml").write_text(f"checks: {{no-slogan: {{severity: error, word: 大力}}}}\n{text}", "utf-8")
    done = process(tmp_path, "check", "a.yaml", "b.yaml", "--fix", PYTHONPATH=str(tmp_path / "plugin"))
    assert done.said == (
        "a.yaml:5:20: fixed: 狠抓 is a slogan; say what is to be done [no-slogan]\n"
        "b.yaml:7:20: fixed: 大力 is a slogan; say what is to be done [no-slogan]\n"
        "0 errors, 0 warnings\n"
    )
    assert "认真落实" in (tmp_path / "a.yaml").read_text("utf-8")


def test_a_plug_in_s_rule_about_briefs_is_set_in_briefs(tmp_path: Path) -> None:
    (tmp_path / "plugin/slogans-1.dist-info").mkdir(parents=True)
    (tmp_path / "plugin/slogans.py").write_text(RULE.replace("facts_too=True", 'subject="Brief"'), "utf-8")
    (tmp_path / "plugin/slogans-1.dist-info/entry_points.txt").write_text(
        "[drafter.rules]\nno-slogan = slogans:RULE\n", "utf-8"
    )
    (tmp_path / "plugin/slogans-1.dist-info/METADATA").write_text("Name: slogans\nVersion: 1\n", "utf-8")
    (tmp_path / "push.yaml").write_text(
        f"{HEAD}    - {{id: a, say: 狠抓落实。}}\n    - {{id: b, say: '{{{{ 事 }}}}。'}}\nslots: {{事: {{ask: 何事}}}}\n",
        "utf-8",
    )
    (tmp_path / "a.yaml").write_text("blueprint: push.yaml\n事: 狠抓落实\n", "utf-8")
    (tmp_path / "b.yaml").write_text("blueprint: push.yaml\n事: 狠抓落实\nchecks: {no-slogan: off}\n", "utf-8")
    done = process(tmp_path, "check", "push.yaml", "a.yaml", "b.yaml", PYTHONPATH=str(tmp_path / "plugin"))
    assert done.said == (
        "a.yaml:2:4: warning: 狠抓 is a slogan; say what is to be done [no-slogan]\n0 errors, 1 warning\n"
    )
