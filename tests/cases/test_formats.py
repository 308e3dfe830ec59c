"""The table of formats: what is asked for and what is not in it; writers that other distributions bring, good and bad."""

from __future__ import annotations

import re
import tomllib
import zipfile
from pathlib import Path

import pytest

from drafter.desk.draft import draft_file, write_draft
from drafter.desk.library import Library
from drafter.formats import FORMATS, READERS
from drafter.problem import InputError
from drafter.sentences import report
from tests.cases.running import drafter, process
from tests.conftest import ROOT

DOCUMENT = (ROOT / "docs/formats.md").read_text("utf-8")
GROUP = "drafter.formats:1:1"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a brief to draft."""
    (tmp_path / "b.yaml").write_text("drafter: 1\nspeech: {title: 题, closing: [{id: a, say: 好。}]}\n", "utf-8")
    (tmp_path / "brief.yaml").write_text("blueprint: b.yaml\n", "utf-8")
    return tmp_path


def installed(desk: Path, module: str, code: str, points: dict[str, str]) -> str:
    """The folder of a distribution with one module and these entry points, as an installer lays it down."""
    info = desk / "plugin" / f"{module}-1.dist-info"
    info.mkdir(parents=True)
    (desk / "plugin" / f"{module}.py").write_text(code, "utf-8")
    (info / "METADATA").write_text(f"Name: {module}\nVersion: 1\n", "utf-8")
    lines = "".join(f"{name} = {target}\n" for name, target in points.items())
    (info / "entry_points.txt").write_text(f"[drafter.formats]\n{lines}", "utf-8")
    return str(desk / "plugin")


def test_the_writer_of_the_docs_writes(desk: Path) -> None:
    code, points = (re.findall(rf"```{kind}\n(.*?)```", DOCUMENT, re.DOTALL)[0] for kind in ("python", "toml"))
    [named] = tomllib.loads(points)["project"]["entry-points"].values()
    path = installed(desk, "drafter_org", code, named)
    for arguments in (("-o", "out.org"), ("--format", "org")):
        done = process(desk, "draft", "brief.yaml", *arguments, PYTHONPATH=path)
        assert (done.code, done.said.split("\n")[0]) == (0, "out.org" if arguments[0] == "-o" else "brief.org")
    assert (desk / "out.org").read_text("utf-8") == (desk / "brief.org").read_text("utf-8") == "#+title: 题\n\n好。"


def test_the_formats_are_documented() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\|([^|]+)\|$", DOCUMENT, re.MULTILINE))
    assert list(rows) == list(FORMATS)
    for name, form in FORMATS.items():
        assert re.findall(r"`\.(\w+)`", rows[name]) == [one for one in READERS if READERS[one] is form.read]


BAD = {
    "import raise_for_fun": "ModuleNotFoundError: No module named 'raise_for_fun'",
    "raise SystemExit(3)": "SystemExit: 3",
    "": "AttributeError: module 'odd' has no attribute 'ODD'",
    "ODD = 7": "it is no Format",
    "ODD = Format(name='odd', title='odd')": "it writes nothing",
    "ODD = Format(name='../odd', title='odd', write=print)": "its name is no ending of a file",
    "ODD = Format(name=None, title='odd', write=print)": "AttributeError: 'NoneType' object has no attribute 'isascii'",
    "ODD = Format(name='md', title='odd', write=print)": "another format has its name",
    "ODD = Format(name='htm', title='odd', write=print)": "another format has its name",
}


@pytest.mark.parametrize("code", BAD)
def test_a_plug_in_that_is_no_use_is_told_by_name_and_stops_nothing(desk: Path, code: str) -> None:
    path = installed(desk, "odd", f"from drafter.formats import Format\n{code}\n", {"odd": "odd:ODD"})
    done = process(desk, "draft", "brief.yaml", "-o", "out.md", PYTHONPATH=path)
    said = f"{GROUP}: warning: the plug-in odd cannot be used: {BAD[code]}; renew it, or uninstall it [bad-plug-in]"
    assert (done.code, done.said.split("\n")[:2]) == (0, [said, "out.md"])
    assert (desk / "out.md").read_text("utf-8") == "# 题\n\n好。\n"


@pytest.mark.parametrize(
    ("writer", "reason"),
    [("lambda *given: 1 / 0", "ZeroDivisionError: division by zero"), ("lambda *given: '好'", "it gives no bytes")],
)
def test_a_writer_that_fails_is_told_by_name_and_writes_nothing(desk: Path, writer: str, reason: str) -> None:
    code = f"from drafter.formats import Format\nODD = Format(name='odd', title='odd', write={writer})\n"
    path = installed(desk, "odd", code, {"odd": "odd:ODD"})
    done = process(desk, "draft", "brief.yaml", "-o", "out.odd", PYTHONPATH=path)
    said = f"{GROUP}: error: the plug-in odd cannot be used: {reason}; renew it, or uninstall it [bad-plug-in]\n"
    assert done.code == 1 and done.said.endswith(said) and not (desk / "out.odd").exists()


NONE = "error: there is no format {0}; there are docx, md, html, txt, json"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--format markdown", NONE.format("markdown") + "; did you mean md?"),
        ("--format htlm", NONE.format("htlm") + "; did you mean html?"),
        ("--format 7", NONE.format("7")),
        (
            "-o a.htm",
            "error: a.htm does not end in one of .docx, .md, .html, .txt, .json; name it so, or choose a --format",
        ),
        (
            "-o -  --format docx",
            "error: a Word document is not printed; name a file with -o, or choose another --format",
        ),
    ],
)
@pytest.mark.parametrize("command", ["draft", "tidy"])
def test_a_format_that_there_is_not_is_told_with_those_that_there_are(
    desk: Path, command: str, arguments: str, said: str
) -> None:
    done = drafter(desk, command, "brief.yaml", *arguments.split())
    assert (done.code, done.said.split("\n")[-2]) == (2, said)


def test_a_style_with_the_name_of_a_built_in_one_gets_its_own_parts(desk: Path) -> None:
    built_in = (ROOT / "blueprints/official/styles/standard.yaml").read_text("utf-8")
    (desk / "packs/our/styles").mkdir(parents=True)
    (desk / "packs/our/styles/standard.yaml").write_text(built_in.replace("黑体", "华文中宋"), "utf-8")
    assert drafter(desk, "draft", "brief.yaml", "--style", "official/standard", "-o", "theirs.docx").code == 0
    assert drafter(desk, "draft", "brief.yaml", "--style", "standard", "-o", "ours.docx").code == 0
    looks = {
        name: zipfile.ZipFile(desk / f"{name}.docx").read("word/styles.xml").decode() for name in ("ours", "theirs")
    }
    assert looks["ours"] == looks["theirs"].replace("黑体", "华文中宋") != looks["theirs"]


def test_a_library_user_is_told_of_the_formats_too(desk: Path) -> None:
    draft = draft_file(desk / "brief.yaml")
    with pytest.raises(InputError) as stop:
        write_draft(draft, "docm", Library().style("", draft.brief.place))
    assert [report(one) for one in stop.value.problems] == [
        "docm:1:1: error: there is no format docm; did you mean docx? [unknown-format]"
    ]
