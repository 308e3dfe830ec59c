"""A file of another kind is told by its kind wherever one is named: one table of kinds and commands, walked whole."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.sentences.kinds import DUE, MENDS, PLAIN, WHAT
from tests.cases.running import drafter
from tests.conftest import ROOT

BLUEPRINT = """\
drafter: 1
title: 试会讲话
slots: {会议: {ask: 会议全称, example: 全市大会}}
speech: {title: "在{{ 会议 }}上的讲话", salutation: 同志们：, opening: [{id: a, say: 现在开会。}], closing: [{id: z, say: 散会。}]}
"""
BRIEF = "blueprint: plain.yaml\n会议: 全市大会\n"


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return held.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FILES: dict[str, tuple[str, Callable[[Path], bytes]]] = {
    "s.docx": ("draft", lambda desk: (desk / "s.docx").read_bytes()),
    "final.docx": ("word", lambda desk: (desk / "final.docx").read_bytes()),
    "named.yaml": ("word", lambda desk: (desk / "final.docx").read_bytes()),
    "old.doc": ("other-format", lambda _: OLE + "WordDocument".encode("utf-16-le")),
    "old.rtf": ("other-format", lambda _: rb"{\rtf1 x}"),
    "a.pdf": ("pdf", lambda _: b"%PDF-1.4\n%x\n"),
    "p.png": ("no-speech-file", lambda _: b"\x89PNG\r\n\x1a\n" + bytes(80)),
    "t.xlsx": ("no-speech-file", lambda _: zipped("xl/workbook.xml")),
    "z.zip": ("no-speech-file", lambda _: zipped("a.txt")),
    "locked.docx": ("encrypted", lambda _: OLE + "EncryptedPackage".encode("utf-16-le")),
    "s.html": ("page", lambda _: "<!DOCTYPE html><html><body><p>同志们：</p></body></html>".encode()),
    "s.txt": ("text", lambda _: "在大会上的讲话\n同志们：\n　　现在开会。\n".encode()),
    "s.json": ("json", lambda desk: (desk / "s.json").read_bytes()),
    "x.schema.json": ("schema", lambda _: b'{"$schema": "https://json-schema.org/draft/2020-12/schema"}'),
    "plain.yaml": ("blueprint", lambda _: BLUEPRINT.encode()),
    "b.yaml": ("brief", lambda _: BRIEF.encode()),
    "style.yaml": ("style", lambda _: b"drafter: 1\nroles: {body: {font: x}}\n"),
    "frag.yaml": ("fragment", lambda _: "drafter: 1\nsay: 好。\n".encode()),
    "pack.yaml": ("pack", lambda _: b"drafter: 1\nname: x\n"),
    "cues.yaml": ("cues", lambda _: b"drafter: 1\ntitle: [x]\n"),
    "facts.yaml": ("signs", lambda _: b"drafter: 1\nlanguage: zh\n"),
    "subjects.yaml": ("words", lambda _: "drafter: 1\nsubjects: {治水: [水质]}\n".encode()),
    "checks.yaml": ("checks", lambda _: b"drafter: 1\noff: [old-body]\n"),
    "joint-treatment": ("name", lambda _: b""),
    "综合治理推进讲话": ("name", lambda _: b""),
}
"""What is named, and its kind; the names of blueprints are no files."""
COMMANDS: dict[str, str] = {
    "draft {}": "brief",
    "watch {}": "brief",
    "ask {}": "brief",
    "convert {} --to joint-treatment -o new.yaml": "brief",
    "check {}": "checked",
    "blueprint fmt --check {}": "checked",
    "new {} -o new.yaml": "blueprint",
    "blueprint show {}": "blueprint",
    "blueprint new x --extends {} -o new.yaml": "blueprint",
    "convert b.yaml --to {} -o new.yaml": "blueprint",
    "schema brief {}": "blueprint",
    "draft b.yaml --style {} -o new.docx": "style",
    "draft b.yaml --reference {} -o new.docx": "reference",
    "tidy {} -o new.docx": "speech",
    "distil {} -o new.yaml": "speech",
}
"""How a file is named, and what it is named for."""
YAML = {"brief", "blueprint", "style", "fragment", "pack", "cues", "signs", "words", "checks"}
RIGHT = {
    "brief": {"brief"},
    "blueprint": {"blueprint", "name"},
    "style": {"style"},
    "speech": {"draft", "word", "page", "text"},
    "reference": {"draft", "word"},
    "checked": {*YAML, "draft", "word", "page", "text"},
}
"""Kinds that are no mistake, for what is due."""
ELSEWHERE = {
    ("ask {}", "blueprint"),  # it asks for a new brief of it
    ("ask {}", "name"),
    ("tidy {} -o new.docx", "name"),  # there is no such file
    ("distil {} -o new.yaml", "name"),
    ("blueprint fmt --check {}", "name"),
    ("draft b.yaml --style {} -o new.docx", "name"),  # there is no such style
    ("draft b.yaml --reference {} -o new.docx", "name"),
}
"""Where something else is told, or nothing is wrong."""
SPEECHES = {"other-format", "pdf", "no-speech-file", "encrypted"}
"""Kinds for which readers of old speeches have rules of their own."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "plain.yaml").write_text(BLUEPRINT, "utf-8")
    (folder / "b.yaml").write_text(BRIEF, "utf-8")
    drafter(folder, "draft", "b.yaml", "-o", "s.docx")
    drafter(folder, "draft", "b.yaml", "-o", "final.docx", "--final")
    drafter(folder, "draft", "b.yaml", "-o", "s.json")
    for name, (kind, content) in FILES.items():
        if kind != "name":
            (folder / name).write_bytes(content(folder))
    return folder


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", FILES)
def test_the_wrong_kind_of_file_is_told_by_its_kind(command: str, name: str, desk: Path) -> None:
    due, kind = COMMANDS[command], FILES[name][0]
    if kind in RIGHT[due] or (command, kind) in ELSEWHERE:
        return
    before = {path: path.stat().st_mtime_ns for path in desk.iterdir()}
    done = drafter(desk, *command.format(name).split())
    assert {path: path.stat().st_mtime_ns for path in desk.iterdir()} == before, "nothing was written"
    assert done.code == 1
    first, *more = done.said.splitlines()
    assert more in ([], ["1 error, 0 warnings"])
    if due == "speech" and kind in SPEECHES:
        assert re.fullmatch(rf"{name}:1:1: error: [^;]+; [^;]+ \[{kind}\]", first)
        return
    article = r"(?:an?|the|what|plain)"
    assert re.fullmatch(rf"\S+:1:\d+: error: {name} is {article} [^;]+, not {DUE[due]}; .+ \[wrong-kind\]", first), (
        first
    )
    mend = MENDS.get(kind, {}).get(due) or PLAIN[due]
    facts = {"name": name, "source": "b.yaml", "blueprint": "plain.yaml"}
    assert mend.format(**facts) in first


@pytest.mark.parametrize("ours", ["extends", "style", "blueprint", "use"])
@pytest.mark.parametrize(
    "name", ["final.docx", "a.pdf", "p.png", "b.yaml", "style.yaml", "plain.yaml", "folder", "frag.yaml"]
)
def test_a_file_that_names_one_of_another_kind_is_told_where_it_names_it(ours: str, name: str, desk: Path) -> None:
    right = {"extends": "plain.yaml", "blueprint": "plain.yaml", "style": "style.yaml", "use": "frag.yaml"}
    if name == right[ours]:
        return
    (desk / "folder").mkdir(exist_ok=True)
    text = {
        "extends": f"drafter: 1\ntitle: 子\nextends: {name}\n",
        "style": f"blueprint: plain.yaml\n会议: 会\nstyle: {name}\n",
        "blueprint": f"# 甲\n# 乙\nblueprint: {name}\n",
        "use": f"drafter: 1\nspeech:\n  closing: [{{id: a, use: {name}}}]\n  title: 讲话\n",
    }[ours]
    (desk / "names.yaml").write_text(text, "utf-8")
    done = drafter(desk, "check", "names.yaml")
    (desk / "names.yaml").unlink()
    due = {"extends": "a blueprint", "blueprint": "a blueprint", "style": "a style", "use": "a fragment"}[ours]
    rule = "is-no-file" if name == "folder" else "wrong-kind"
    told = "folder is a folder" if name == "folder" else rf"{name} is [^;]+, not {due}"
    assert re.match(rf"names.yaml:3:\d+: error: {told}; [^\n]+ \[{rule}\]\n", done.said), done.said


def test_every_kind_and_everything_that_is_due_has_its_words() -> None:
    assert set(DUE) == set(PLAIN)
    assert {kind for kind, _ in FILES.values()} == set(MENDS)
    assert set(MENDS) - set(WHAT) == SPEECHES
    assert all(set(mends) <= set(DUE) for mends in MENDS.values())


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("draft plain", "plain:1:1: error: there is no file plain; did you mean plain.yaml? [no-such-file]"),
        ("draft b.yml", "b.yml:1:1: error: there is no file b.yml; did you mean b.yaml? [no-such-file]"),
        ("tidy final", "final:1:1: error: there is no file final; did you mean final.docx? [no-such-file]"),
        ("new plain", "plain:1:1: error: there is no blueprint plain on the shelf; did you mean plain.yaml? [unknown-blueprint]"),
        (
            "new 综合治理",
            "综合治理:1:1: error: there is no blueprint 综合治理 on the shelf; "
            "did you mean joint-treatment? [unknown-blueprint]",
        ),
        ("new folder", "folder:1:1: error: folder is a folder; name a file in it [is-no-file]"),
    ],
)  # fmt: skip
def test_what_can_be_meant_by_a_name_is_offered(command: str, said: str, desk: Path) -> None:
    (desk / "folder").mkdir(exist_ok=True)
    assert drafter(desk, *command.split()).said == said + "\n"


@pytest.mark.parametrize("name", ["综合治理推进讲话", "official/综合治理推进讲话"])
def test_a_blueprint_goes_by_its_title_wherever_one_is_named(name: str, tmp_path: Path) -> None:
    owner = name.rpartition("综")[0]
    assert drafter(tmp_path, "new", name).said.splitlines()[0] == "joint-treatment-brief.yaml"
    assert f"blueprint: {owner}joint-treatment\n" in (tmp_path / "joint-treatment-brief.yaml").read_text("utf-8")
    assert drafter(tmp_path, "blueprint", "show", name) == drafter(tmp_path, "blueprint", "show", "joint-treatment")
    assert drafter(tmp_path, "schema", "brief", name) == drafter(tmp_path, "schema", "brief", "joint-treatment")
    (tmp_path / "b.yaml").write_text(f"blueprint: {name}\n", "utf-8")
    assert drafter(tmp_path, "draft", "b.yaml").code == 0
    assert drafter(tmp_path, "convert", "b.yaml", "--to", name, "-o", "c.yaml").code == 0
    assert f"blueprint: {owner}joint-treatment\n" in (tmp_path / "c.yaml").read_text("utf-8")
    assert drafter(tmp_path, "blueprint", "new", "x", "--extends", name).code == 0
    assert drafter(tmp_path, "check", "x.yaml").said == "0 errors, 0 warnings\n"


def test_a_title_that_two_blueprints_have_is_told_with_both(tmp_path: Path) -> None:
    (tmp_path / "packs/ours/speeches").mkdir(parents=True)
    for name in ("一", "二"):
        (tmp_path / f"packs/ours/speeches/{name}.yaml").write_text(BLUEPRINT, "utf-8")
    said = "试会讲话:1:1: error: several blueprints have the title 试会讲话: 一 二; name one of them by its name [ambiguous-title]\n"
    assert drafter(tmp_path, "new", "试会讲话").said == said


def test_the_drafts_of_the_examples_lead_to_their_briefs() -> None:
    done = drafter(ROOT / "examples/joint-treatment", "draft", "speech.docx")
    assert "name brief.yaml, the brief that it was drafted from" in done.said
