"""Folders that are named to `check` and `blueprint fmt`: what is looked at below them, and what is passed over."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cases.running import Done, drafter

BLUEPRINT = """\
drafter: 1
title: A word of thanks
language: en
slots: {squad: {ask: Who is thanked}}
speech:
  title: A word of thanks
  opening:
    - {id: thanks, move: thanks, say: "You of {{ squad }} have our thanks."}
"""
BRIEF = "blueprint: thanks\nsquad: Crew Four\n"
GAP = "blueprint: thanks\n"


def gap(name: str) -> str:
    return f"{name}:1:1: warning: squad is open: Who is thanked; fill it in [unfilled-slot]\n"


def nothing(name: str, what: str = "brief, blueprint or other file for drafter") -> str:
    return (
        f"{name}:1:1: error: there is no {what} below the folder {name}; "
        "name the folder in which they lie [nothing-to-check]\n"
    )


def put(folder: Path, **texts: str) -> None:
    """Write files, `a__b` for `a/b`, with the ending of YAML where they have none."""
    for name, text in texts.items():
        path = folder / name.replace("__", "/")
        path = path if path.suffix else path.with_suffix(".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A pack, a brief in the working folder's folder `briefs`, and the file of another program."""
    put(
        tmp_path,
        packs__ours__pack="drafter: 1\nname: ours\nlanguage: en\n",
        packs__ours__speeches__thanks=BLUEPRINT,
        briefs__b=GAP,
    )
    put(tmp_path, **{"compose.yml": "services: {web: {image: nginx}}\n"})
    return tmp_path


def test_files_of_a_folder_are_told_in_order_under_the_path_as_it_was_typed(desk: Path) -> None:
    put(desk, briefs__a__z=GAP, briefs__a__b=GAP, briefs__c=GAP, **{"briefs__B.YML": GAP})
    inner = ("B.YML", "b.yaml", "c.yaml", "a/b.yaml", "a/z.yaml")
    for typed, told in {
        "briefs": "briefs/",
        "./briefs/": "briefs/",
        ".": "briefs/",
        str(desk / "briefs"): f"{desk}/briefs/",
        "briefs/../briefs": "briefs/../briefs/",
    }.items():
        said = "".join(gap(told + name) for name in inner)
        assert drafter(desk, "check", typed) == Done(0, said + "0 errors, 5 warnings\n"), typed
    done = drafter(desk / "packs", "check", "..", "--pack", "ours")
    assert done == Done(0, "".join(gap(f"../briefs/{name}") for name in inner) + "0 errors, 5 warnings\n")


def test_folders_and_files_are_told_as_they_are_named_and_each_file_once(desk: Path) -> None:
    put(desk, briefs__a=GAP)
    a, b = gap("briefs/a.yaml"), gap("briefs/b.yaml")
    for typed, said in (
        (("briefs/b.yaml", "briefs"), b + a),
        (("briefs", "briefs/b.yaml", "."), a + b),
        (("briefs/../briefs/b.yaml", "briefs"), gap("briefs/../briefs/b.yaml") + a),
    ):
        assert drafter(desk, "check", *typed).said == said + "0 errors, 2 warnings\n"


def test_a_folder_without_a_file_of_ours_is_an_error(desk: Path) -> None:
    (desk / "empty").mkdir()
    (desk / "x.yaml").mkdir()
    put(desk, others__compose="services: {}\n", others__words__list="hello: world\n", others__empty="")
    for name in ("empty", "x.yaml", "others"):
        assert drafter(desk, "check", name) == Done(1, nothing(name) + "1 error, 0 warnings\n")
        assert drafter(desk, "check", name, "--fix") == Done(1, nothing(name) + "1 error, 0 warnings\n")
        assert drafter(desk, "blueprint", "fmt", name) == Done(1, nothing(name))
    assert drafter(desk / "empty", "check", ".") == Done(1, nothing(".") + "1 error, 0 warnings\n")
    assert drafter(desk, "check", "empty", "briefs", "--ours") == Done(
        1, nothing("empty") + gap("briefs/b.yaml") + "1 error, 1 warning\n"
    )
    assert drafter(desk, "check", "--facts", "packs") == Done(1, nothing("packs", "brief"))
    assert drafter(desk, "check", "empty", "--format", "github") == Done(
        1,
        "::error file=empty,line=1,col=1,title=nothing-to-check::there is no brief, blueprint or other file for drafter "
        "below the folder empty; name the folder in which they lie\n",
    )


def test_what_is_not_ours_is_passed_over_in_silence(desk: Path) -> None:
    put(
        desk,
        home_assistant="blueprint:\n  name: Light\n  domain: automation\n",
        ansible="- hosts: all\n  roles: [web]\n",
        galaxy="roles:\n  - src: nginx\n",
        broken="drafter-ish: [1\n  speech: {\n",
        manifests="kind: A\n---\nkind: speech\n",
        page="<!doctype html><p>blueprint and speech",
        large="paths: {}\n" + "# a speech about blueprints\n" * 40_000,
        empty="",
        hidden__x=BRIEF,
    )
    (desk / "hidden").rename(desk / ".hidden")
    for folder in (".git", "node_modules/a", "briefs/__pycache__", "env/lib"):
        (desk / folder).mkdir(parents=True)
        put(desk / folder, x="blueprint: nowhere\n")
    (desk / "env/pyvenv.cfg").touch()
    put(desk, **{".pre-commit-config": "repos: []\n", "~$b": "blueprint: nowhere\n", ".~b": "blueprint: nowhere\n"})
    (desk / "bytes.yaml").write_bytes(b"\x81\xff\x00speech\n")
    os.mkfifo(desk / "pipe.yaml")
    assert drafter(desk, "check", ".") == Done(0, gap("briefs/b.yaml") + "0 errors, 1 warning\n")
    (desk / "pipe.yaml").unlink()
    every = [str(path.relative_to(desk)) for path in sorted(desk.glob("*.y*ml"))]
    assert len(every) == 13
    assert drafter(desk, "check", "--ours", *every) == Done(0, "0 errors, 0 warnings\n")
    assert drafter(desk, "check", "--ours", "compose.yml", "--format", "github") == Done(0, "")


def test_what_is_ours_is_told_however_broken_it_is(desk: Path) -> None:
    large = "blueprint: thanks\n" + "# 材料\n" * 200_000
    put(
        desk,
        briefs__b=BRIEF,
        broken="blueprint: thanks\nsquad: [1\n",
        large=large,
        no_version="title: A\nspeech:\n  title: A\n  opening: [{id: a, move: thanks, say: Thanks.}]\n",
        packs__ours__words__verbs="",
        schema="# yaml-language-server: $schema=.drafter/thanks.schema.json\nbluprint: thanks\n",
        wide="blueprint：thanks\n",
    )
    size = len(large.encode())
    assert drafter(desk, "check", ".").said == (
        "broken.yaml:2:8: error: the bracket [ is not closed, or a comma is missing behind it; close it with its other half, "
        "and put a half-width comma between items [unclosed-bracket]\n"
        f"large.yaml:1:1: error: the file has {min(size, 1_000_001):,} bytes, more than 1,000,000; "
        "split it, or remove what does not belong here [too-large]\n"
        "no_version.yaml:1:1: error: blueprint has no drafter; add it [missing-key]\n"
        "schema.yaml:2:1: error: the brief names no blueprint; add a line such as `blueprint: joint-treatment`; "
        "`drafter blueprint list` shows them [no-blueprint-named]\n"
        "wide.yaml:1:10: error: the colon after blueprint is full-width; use `: `, a half-width colon and a blank [wide-colon]\n"
        "packs/ours/words/verbs.yaml:1:1: error: this file of words is empty; write `drafter: 1` and `classes` in it, or delete it "
        "[empty-words]\n"
        "6 errors, 0 warnings\n"
    )


def test_links_are_not_followed_unless_they_are_named(desk: Path) -> None:
    outside = desk / "outside"
    put(outside, x="blueprint: nowhere\n")
    inner = desk / "briefs"
    for name, to in (("ring", "."), ("up", ".."), ("root", "/"), ("out", outside), ("none", "nowhere")):
        (inner / name).symlink_to(to)
    (inner / "link.yaml").symlink_to("b.yaml")
    (inner / "x.yaml").symlink_to(outside / "x.yaml")
    (inner / "gone.yaml").symlink_to("nowhere.yaml")
    assert drafter(desk, "check", "briefs") == Done(0, gap("briefs/b.yaml") + "0 errors, 1 warning\n")
    (desk / "link").symlink_to("briefs")
    assert drafter(desk, "check", "link") == Done(0, gap("link/b.yaml") + "0 errors, 1 warning\n")


def test_a_folder_that_cannot_be_read_is_told(desk: Path) -> None:
    """One whose path is longer than the system takes, for whoever runs the tests may be root, who may read all others."""
    name = "d" * 200
    handle = os.open(desk / "briefs", os.O_RDONLY)
    for _ in range(21):
        os.mkdir(name, dir_fd=handle)
        below = os.open(name, os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = below
    os.close(handle)
    done = drafter(desk, "check", "briefs")
    first, told, count = done.said.splitlines()
    assert (done.code, first + "\n", count) == (1, gap("briefs/b.yaml"), "1 error, 1 warning")
    folder, _, said = told.partition(":1:1: ")
    assert set(folder.split("/")) == {"briefs", name}
    assert said == f"error: cannot read {folder}: its name is too long; check the folder's permissions [cannot-read]"


def test_names_of_any_bytes_and_in_any_script_are_told_to_every_program(desk: Path) -> None:
    name = b"briefs/\xff\xfe \xe7\xa8\xbf.yaml"
    Path(os.fsdecode(os.path.join(os.fsencode(desk), name))).write_text("blueprint: nowhere\n", "utf-8")
    (desk / "briefs/b.yaml").rename(desk / "briefs/甲 乙.yaml")
    log = json.loads(drafter(desk, "check", "briefs", "--format", "sarif").said)
    places = [one["locations"][0]["physicalLocation"] for one in log["runs"][0]["results"]]
    assert [(one["artifactLocation"]["uri"], one["region"]) for one in places] == [
        ("briefs/%E7%94%B2%20%E4%B9%99.yaml", {"startLine": 1, "startColumn": 1}),
        ("briefs/%FF%FE%20%E7%A8%BF.yaml", {"startLine": 1, "startColumn": 12}),
    ]
    log = json.loads(drafter(desk, "check", str(desk / "briefs"), "--format", "sarif").said)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == f"file://{desk}/briefs/%E7%94%B2%20%E4%B9%99.yaml"
    assert drafter(desk, "check", "briefs").said == (
        gap("briefs/甲 乙.yaml")
        + "briefs/\\udcff\\udcfe 稿.yaml:1:12: error: there is no blueprint nowhere on the shelf; "
        "`drafter blueprint list` shows them [unknown-blueprint]\n1 error, 1 warning\n"
    )
    told = json.loads(drafter(desk, "check", "briefs", "--format", "json").said)
    assert [one["file"] for one in told] == ["briefs/甲 乙.yaml", "briefs/\udcff\udcfe 稿.yaml"]
    assert "file=briefs/\\udcff\\udcfe 稿.yaml,line=1,col=12," in drafter(desk, "check", ".", "--format", "github").said


def test_what_can_be_mended_below_a_folder_is_mended(desk: Path) -> None:
    other = desk / "compose.yml"
    other.write_text("services:   {web: 今天..。。}\n", "utf-8")
    text = "blueprint: pledge\n会议: 全市防汛工作会议\n举措:\n  - {做法: 今晚十点前把低洼处的人都转走。。}\n日期: 2026-07-01\n"
    put(desk, briefs__b=text, briefs__c=text)
    done = drafter(desk, "check", ".", "--fix", "--ours", "compose.yml")
    assert done == Done(
        0,
        "".join(
            f"briefs/{name}.yaml:4:24: fixed: 。。 stands where one is enough; keep one [doubled-mark]\n"
            for name in "bc"
        )
        + "0 errors, 0 warnings\n",
    )
    assert (desk / "briefs/c.yaml").read_text("utf-8") == text.replace("。。", "。")
    assert other.read_text("utf-8") == "services:   {web: 今天..。。}\n"


def test_facts_of_the_briefs_below_a_folder_are_shown(desk: Path) -> None:
    put(desk, briefs__b=BRIEF, briefs__c=BRIEF, **{"briefs__speeches__own": BLUEPRINT})
    done = drafter(desk, "check", "--facts", ".")
    shown = "nothing is read in facts of this language (en)\nmeeting: not known, so no deadline is counted from it\n"
    assert done == Done(0, f"briefs/b.yaml\n{shown}briefs/c.yaml\n{shown}")
    told = json.loads(drafter(desk, "check", "--facts", ".", "--format", "json").said)
    assert [one["file"] for one in told] == ["briefs/b.yaml", "briefs/c.yaml"]
    assert drafter(desk, "check", "--facts", "--ours", "compose.yml") == Done(0, "")


def test_files_below_a_folder_are_laid_out(desk: Path) -> None:
    put(desk, briefs__b="blueprint:   thanks\nsquad:   Crew Four\n", briefs__compose="a:   1\n")
    assert drafter(desk, "blueprint", "fmt", "briefs", "--check") == Done(1, "briefs/b.yaml: would be laid out anew\n")
    assert drafter(desk, "blueprint", "fmt", "--ours", "briefs/compose.yaml", "briefs/b.yaml").code == 0
    assert (desk / "briefs/b.yaml").read_text("utf-8") == BRIEF
    assert (desk / "briefs/compose.yaml").read_text("utf-8") == "a:   1\n"


def test_words_below_a_folder_are_checked_as_those_of_their_pack(desk: Path) -> None:
    put(
        desk,
        packs__ours__words__classes="drafter: 1\nclasses:\n  repair: {words: [mend, repair]}\n",
        packs__ours__words__sentences="drafter: 1\nsentences:\n  - {class: nowhere, say: [It holds.]}\n",
    )
    one = drafter(desk, "check", "packs/ours/words/classes.yaml", "packs/ours/words/sentences.yaml")
    assert one.code == 1
    assert drafter(desk, "check", "packs") == one
