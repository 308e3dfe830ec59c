"""What must never happen: a source written over, a file read outside, a trace of the brief in a final document."""

from __future__ import annotations

import gettext
import os
import re
import zipfile
from pathlib import Path

import pytest

from drafter import catalogue
from drafter.desk.library import Library
from drafter.desk.shelf import elsewhere
from tests.cases.running import drafter
from tests.cases.test_reading import FOLDER
from tests.engines.test_opened import BYTES
from tests.engines.writes import SPEECH

PARENT = "drafter: 1\ntitle: 父\nspeech: {title: 讲话, opening: [{id: a, say: 好。}]}\n"
SOURCE = "{0}:1:1: error: {0} was read for this and is never written over; name another file with -o [is-the-source]\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    files = {
        "blueprint.yaml": (FOLDER / "blueprint.yaml").read_text("utf-8"),
        "brief.yaml": "blueprint: child.yaml\nstyle: look.yaml\n",
        "child.yaml": "drafter: 1\ntitle: 子\nextends: parent.yaml\n",
        "parent.yaml": PARENT,
        "look.yaml": "drafter: 1\nroles: {body: {size: 三号}}\n",
        "speech.txt": SPEECH,
        "look.docx": "",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


# sources

OVER = {
    "draft, the brief": ("draft brief.yaml --format md", "brief.yaml"),
    "draft, the blueprint": ("draft brief.yaml --format html", "child.yaml"),
    "draft, its parent": ("draft brief.yaml --format txt", "parent.yaml"),
    "draft, the style": ("draft brief.yaml --format json", "look.yaml"),
    "new, the blueprint": ("new child.yaml", "child.yaml"),
    "new, its parent": ("new child.yaml", "parent.yaml"),
    "convert, the brief": ("convert brief.yaml --to child.yaml", "brief.yaml"),
    "convert, the other blueprint": ("convert brief.yaml --to child.yaml", "child.yaml"),
    "convert, its parent": ("convert brief.yaml --to child.yaml", "parent.yaml"),
    "blueprint new, the parent": ("blueprint new x --extends child.yaml", "child.yaml"),
    "blueprint new, the parent's parent": ("blueprint new x --extends child.yaml", "parent.yaml"),
    "tidy, the old speech": ("tidy speech.txt --format txt", "speech.txt"),
    "tidy, the style": ("tidy speech.txt --format txt --style look.yaml", "look.yaml"),
}


@pytest.mark.parametrize("by", ["its name", "a link", "a hard link", "a longer way"])
@pytest.mark.parametrize("what", OVER)
def test_what_was_read_is_never_written_over(desk: Path, what: str, by: str) -> None:
    command, source = OVER[what]
    name = source
    if by == "a link":
        (desk / "other.yaml").symlink_to(source)
        name = "other.yaml"
    elif by == "a hard link":
        os.link(desk / source, desk / "other.yaml")
        name = "other.yaml"
    elif by == "a longer way":
        name = f"../{desk.name}/{source}"
    before = (desk / source).read_bytes()
    done = drafter(desk, *command.split(), "-o", name, "--force")
    assert (done.code, done.said.splitlines(keepends=True)[-1]) == (1, SOURCE.format(name))
    assert (desk / source).read_bytes() == before


@pytest.mark.parametrize("option", ["-o", "--brief", "--picture"])
def test_what_was_distilled_is_never_written_over(desk: Path, option: str) -> None:
    ending = "html" if option == "--picture" else "yaml"
    os.link(desk / "speech.txt", desk / f"other.{ending}")
    done = drafter(desk, "distil", "speech.txt", option, f"other.{ending}", "--force")
    assert (done.code, done.said.splitlines(keepends=True)[-1]) == (1, SOURCE.format(f"other.{ending}"))
    assert (desk / "speech.txt").read_text("utf-8") == SPEECH


# what is read

AWAY = ["/etc/x.yaml", "//server/share/x.yaml", "\\\\server\\share\\x.yaml", "\\x.yaml", "C:x.yaml", "c:\\x.yaml",
        "../x.yaml", "a/../../x.yaml", "a\\..\\..\\x.yaml", "..\\x.yaml", "\\\\?\\C:\\x.yaml", "//./pipe/x.yaml"]  # fmt: skip


@pytest.mark.parametrize("name", AWAY)
@pytest.mark.parametrize("key", ["blueprint", "style", "extends", "of a blueprint"])
def test_a_path_that_leads_away_is_refused_by_its_text(
    desk: Path, name: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for call in ("stat", "lstat", "open", "readlink"):
        real = getattr(os, call)

        def seen(path: object, *rest: object, real=real, **named: object) -> object:  # type: ignore[no-untyped-def]
            asked.append(str(path))
            return real(path, *rest, **named)

        monkeypatch.setattr(os, call, seen)
    typed = name.replace("\\", "\\\\")
    text = {
        "blueprint": f'blueprint: "{typed}"\n',
        "style": f'blueprint: child.yaml\nstyle: "{typed}"\n',
        "extends": "blueprint: far.yaml\n",
        "of a blueprint": "blueprint: far.yaml\n",
    }[key]
    far = f'extends: "{typed}"\n' if key == "extends" else f'style: "{typed}"\nextends: parent.yaml\n'
    (desk / "far.yaml").write_text(f"drafter: 1\ntitle: 远\n{far}", "utf-8")
    (desk / "brief.yaml").write_text(text, "utf-8")
    assert elsewhere(name)
    for _ in range(2):  # what was read once is looked up again
        asked.clear()
        done = drafter(desk, "draft", "brief.yaml", "-o", "x.docx", "--force")
        assert done.code == 1 and "[outside-folder]" in done.said
        assert [path for path in asked if path.endswith(name) or "server" in path or "pipe" in path] == []


@pytest.mark.parametrize("how", ["a pack that is a link", "packs that are a link", "a pack beside its own"])
def test_packs_that_merely_lie_beside_a_file_do_not_lead_elsewhere(
    desk: Path, how: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "our/speeches").mkdir(parents=True)
    (outside / "our/speeches/theirs.yaml").write_text(PARENT, "utf-8")
    place = desk
    if how == "a pack that is a link":
        (desk / "packs").mkdir()
        (desk / "packs/our").symlink_to(outside / "our")
    elif how == "packs that are a link":
        (desk / "packs").symlink_to(outside)
    else:
        place = desk / "mine/speeches"
        place.mkdir(parents=True)
        (desk / "mine/pack.yaml").write_text("name: mine\n", "utf-8")
        (desk / "our").symlink_to(outside / "our")
    (place / "f.yaml").write_text("blueprint: our/theirs\n", "utf-8")
    done = drafter(place, "draft", "f.yaml", "-o", "-")
    assert done.code == 1 and "[unknown-blueprint]" in done.said
    assert "our is outside the folder of the file that names it" in done.said
    assert drafter(place, "draft", "f.yaml", "-o", "-", "--pack", str(outside / "our")).code == 0
    (place / "our").symlink_to(outside / "our")
    assert drafter(place, "draft", "f.yaml", "-o", "-", "--pack", "our").code == 0


def test_nothing_is_kept_between_runs_and_nothing_that_lies_there_is_believed(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = desk / "cache"
    (cache / "drafter").mkdir(parents=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    (desk / "brief.yaml").write_text("blueprint: child.yaml\n", "utf-8")
    assert drafter(desk, "draft", "brief.yaml").code == 0
    first = (desk / "brief.docx").read_bytes()
    assert os.listdir(cache / "drafter") == []
    for name in ("standard.json", "podium.json", "parts.json"):
        (cache / "drafter" / name).symlink_to("/dev/zero")
    from drafter.formats.docx import shared

    shared._BASES.clear()
    assert drafter(desk, "draft", "brief.yaml", "-o", "again.docx").code == 0
    assert (desk / "again.docx").read_bytes() == first


# what is left behind


@pytest.mark.parametrize("format", ["docx", "html", "md", "txt", "json"])
def test_a_final_document_has_no_trace_of_what_is_not_said(desk: Path, format: str) -> None:
    (desk / "secret-plan.yaml").write_text(
        "drafter: 1\ntitle: 隐秘题名\nslots:\n  会议: {ask: 机密问题, example: 机密例子}\n"
        "  金额: {type: number, ask: 机密数额}\n  人名: {missing: omit}\n"
        "speech:\n  title: 在{{ 会议 }}上的讲话\n  opening:\n    - {id: secretnode, move: goal, when: 金额 == 1, say: 机密句子。}\n"
        "    - {id: othernode, say: '开会{{ 人名 }}。'}\n",
        "utf-8",
    )
    (desk / "secret-brief.yaml").write_text(
        "# 机密批注\nblueprint: secret-plan.yaml\nseed: 74123\n会议: 全市大会\n金额: 98765  # 机密脚注\n", "utf-8"
    )
    done = drafter(desk, "draft", "secret-brief.yaml", "--final", "-o", f"out.{format}")
    assert done.code == 0, done.said
    data = (desk / f"out.{format}").read_bytes()
    texts = [data]
    if format == "docx":
        with zipfile.ZipFile(desk / "out.docx") as package:
            texts = [
                f"{one.filename}{one.comment!r}{one.extra!r}".encode() + package.read(one) for one in package.infolist()
            ]
    whole = b"\n".join(texts).decode()
    assert "全市大会" in whole
    assert re.findall("机密|98765|74123|secret-|隐秘|drafter|金额|人名|" + re.escape(str(desk)), whole) == []


@pytest.mark.parametrize("content", [one for one in BYTES if "1 MB" not in one or "'a'" in one])
def test_a_catalogue_that_is_none_leaves_messages_english(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "zh_CN/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "drafter.mo").write_bytes(BYTES[content])
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    try:
        assert catalogue.found_in(str(tmp_path)).gettext("error") == "error"
    finally:
        gettext.bindtextdomain(catalogue.DOMAIN, catalogue.FOLDER)


def test_names_that_could_steer_a_terminal_are_shown_as_escapes(desk: Path) -> None:
    odd = "\x1b[31m\u202e"
    (desk / odd).mkdir()
    for name in ("child.yaml", "parent.yaml", "look.yaml"):
        (desk / odd / name).write_bytes((desk / name).read_bytes())
    (desk / odd / "speech.txt").write_text(SPEECH.replace("今年", "今\u202e年"), "utf-8")
    (desk / odd / "brief.yaml").write_text("blueprint: child.yaml\n", "utf-8")
    for command in (
        ("new", f"{odd}/child.yaml", "-o", f"{odd}/n.yaml"),
        ("draft", f"{odd}/brief.yaml"),
        ("check", f"{odd}/brief.yaml", f"{odd}/none.yaml"),
        ("convert", f"{odd}/brief.yaml", "--to", f"{odd}/child.yaml", "-o", f"{odd}/c.yaml"),
        ("distil", f"{odd}/speech.txt"),
        ("tidy", f"{odd}/speech.txt"),
        ("outline", f"{odd}/speech.txt"),
        ("blueprint", "new", f"{odd}/x"),
        ("blueprint", "set", f"{odd}/child.yaml", "title", "别\u202e的"),
        ("blueprint", "show", f"{odd}/child.yaml"),
        ("draft", f"{odd}/brief.yaml", "-o", f"{odd}/none/x.docx"),
    ):
        said = drafter(desk, *command).said
        assert "\x1b" not in said and "\u202e" not in said, command


def test_every_library_of_one_work_knows_every_source(desk: Path) -> None:
    books = Library()
    assert books.at(desk).blueprint("child.yaml", desk)[0] is not None
    again = Library()
    assert again.at(desk).blueprint("child.yaml", desk)[0] is not None  # from what was read before
    assert (
        {path.name for path in again.sources} == {path.name for path in books.sources} == {"child.yaml", "parent.yaml"}
    )
