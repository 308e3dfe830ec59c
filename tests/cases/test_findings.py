"""What `check` hands to other programs, what `--fix` leaves of a file, and rules that a plug-in brings."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, Draft7Validator

from drafter import __version__
from drafter.cli import findings
from drafter.problem import Edit, Place, Problem, Related
from tests.cases.running import drafter, process
from tests.cases.sarif import SARIF
from tests.conftest import NPM, need

HEAD = "drafter: 1\nspeech:\n  title: 讲话\n  opening:\n"
WRONG = f"{HEAD}    - id: a\n      say: >-\n        今天开会,\n        人都齐了。。\n"
RIGHT = WRONG.replace(",\n", "，\n").replace("。。", "。")


def test_a_sarif_log_has_what_its_schema_requires(tmp_path: Path) -> None:
    """What we use of the published schema is kept here, and stricter; the whole of it comes with the tools."""
    (tmp_path / "甲 a,b%.yaml").write_text(WRONG, "utf-8")
    done = drafter(tmp_path, "check", "甲 a,b%.yaml", "missing.yaml", "--format", "sarif")
    log = json.loads(done.said)
    [run] = log["runs"]
    assert (done.code, log["version"]) == (1, "2.1.0")
    assert run["tool"]["driver"] == {
        "name": "drafter",
        "version": __version__,
        "rules": run["tool"]["driver"]["rules"],
    }
    names = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert names == ["doubled-mark", "half-width-mark", "no-such-file"]
    told = run["tool"]["driver"]["rules"][1]
    assert told["shortDescription"] == {
        "text": "A half-width mark in Chinese prose: , ; : ! ? . ( ) and straight quotes beside a Chinese character."
    }
    assert told["help"]["markdown"].startswith(f"{told['fullDescription']['text']}\n\nWrong:\n\n```\ndrafter: 1\n")
    assert (told["defaultConfiguration"], run["tool"]["driver"]["rules"][2]) == (
        {"level": "warning"},
        {"id": "no-such-file"},
    )
    assert list(Draft7Validator(SARIF).iter_errors(log)) == []
    assert run["results"][0] == {
        "ruleId": "half-width-mark",
        "ruleIndex": 1,
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


SAYS = ("{part} is more than {whole}", "count again")
OF_TEXT = (
    Problem(
        "part-over-whole",
        Place("稿.txt", 3, 5),
        {"part": "200座", "whole": "186座"},
        "warning",
        Edit(40, 44, "20座"),
        SAYS,
        words="200座",
        related=(Related(Place("稿.txt", 2, 6), "186座"),),
    ),
    Problem(
        "slogan", Place("稿.docx", 7, 2), {}, "info", Edit(90, 92, ""), ("a slogan", "say what is done"), words="狠抓"
    ),
    Problem("broken-line", Place("稿.md", 4, 1), {}, "error", says=("a line", "join it"), words="上半\n下半"),
)
"""What is found in texts: with its words, other places, and the mildest severity."""


def test_a_sarif_log_is_what_the_published_schema_allows(tmp_path: Path) -> None:
    path = NPM.parent / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    if not path.exists():
        need("sarif-2.1.0-rtm.5.json")
    schema = Draft4Validator(json.loads(path.read_text("utf-8")))
    (tmp_path / "a.yaml").write_text(WRONG, "utf-8")
    (tmp_path / "讲话.txt").write_text(
        "县防汛指挥部县长任总指挥，要压实责任责任。共有隐患120处，其中一般隐患90处、重大隐患40处。", "utf-8"
    )
    said = drafter(tmp_path, "check", "a.yaml", "讲话.txt", "missing.yaml", "--format", "sarif").said
    for log in (said, findings.sarif(OF_TEXT), findings.sarif(())):
        assert list(schema.iter_errors(json.loads(log))) == []


def test_findings_in_texts_are_told_with_their_words_and_other_places() -> None:
    log = json.loads(findings.sarif(OF_TEXT))
    assert list(Draft7Validator(SARIF).iter_errors(log)) == []
    first, second, third = log["runs"][0]["results"]
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 5,
        "endColumn": 9,
        "charOffset": 40,
        "charLength": 4,
        "snippet": {"text": "200座"},
    }
    assert first["relatedLocations"][0]["message"] == {"text": "186座"}
    assert first["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert second["level"] == "note"
    assert "charOffset" not in second["locations"][0]["physicalLocation"]["region"]  # of a package, not of a text
    assert "endColumn" not in third["locations"][0]["physicalLocation"]["region"]
    told = json.loads(findings.json(OF_TEXT))[0]
    assert (told["words"], told["severity"]) == ("200座", "warning")
    assert told["related"] == [{"file": "稿.txt", "line": 2, "column": 6, "words": "186座"}]


def test_findings_in_texts_are_lines_and_commands() -> None:
    assert findings.text(OF_TEXT).split("\n") == [
        "稿.txt:3:5: warning: 200座 is more than 186座; count again [part-over-whole]",
        "稿.docx:7:2: info: a slogan; say what is done [slogan]",
        "稿.md:4:1: error: a line; join it [broken-line]",
        "1 error, 1 warning, 1 hint",
    ]
    assert findings.github(OF_TEXT).split("\n") == [
        "::warning file=稿.txt,line=3,col=5,endColumn=9,title=part-over-whole::200座 is more than 186座; count again",
        "::notice file=稿.docx,line=7,col=2,endColumn=4,title=slogan::a slogan; say what is done",
        "::error file=稿.md,line=4,col=1,title=broken-line::a line; join it",
    ]


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
