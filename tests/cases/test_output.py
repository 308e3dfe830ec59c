"""What is written, and where: the new file whole or the old one as it was, and never over what a person made."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest

from drafter.formats import read
from tests.cases.running import PATIENCE, drafter, process
from tests.cases.test_reading import FOLDER
from tests.conftest import ROOT

BRIEF = "blueprint: blueprint.yaml\nseed: 1\n会议: 全市工作会议\n任务: [{名称: 清理台账}]\n"
OPEN_BRIEF = "blueprint: blueprint.yaml\n日期: 2026-03-18\n会议:\n任务: [{时限: 2026-04-01}]\n"
SAID = """\
  12 characters, about 0.1 min at 180 characters a minute; 33 % from the brief
  1 emphasis
    清理台账
  no gaps
  not said: 人数
  not said: 场合
  not said: 要求
  not said: 任务.举措
  not said: 任务.时限
"""
NOT_OURS = (
    "{0}:1:1: error: {0} exists and was not drafted from this brief; "
    "name another file with -o, or add --force [would-overwrite]\n"
)
TEXT = NOT_OURS.replace("exists and was not drafted from this brief", "is there already and holds something else")
"""Of a text, which holds no record, nothing more is known."""
EDITED = (
    "{0}:1:1: error: {0} was edited or saved since it was drafted; "
    "name another file with -o, or add --force to lose the edits [edited-since]\n"
)
BAD_NAME = (
    "{0}:1:1: error: {1} cannot be a file name on every system; "
    'use a shorter name without < > : " | ? * and reserved names such as CON [bad-file-name]\n'
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a blueprint and a brief without gaps."""
    (tmp_path / "blueprint.yaml").write_bytes((FOLDER / "blueprint.yaml").read_bytes())
    (tmp_path / "brief.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def rewritten(path: Path, part: str, change: Callable[[str], str]) -> None:
    """One part of a Word file changed, as any program may that knows zip and XML."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before = parts[part]
    parts[part] = change(before.decode()).encode()
    assert parts[part] != before
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


# where


def test_the_default_is_a_word_file_beside_the_brief(desk: Path) -> None:
    (desk / "elsewhere").mkdir()
    done = drafter(desk / "elsewhere", "draft", "../brief.yaml")
    assert (done.code, done.said) == (0, "../brief.docx\n" + SAID)
    assert files(desk) == {"blueprint.yaml", "brief.yaml", "brief.docx", "elsewhere"}
    assert files(desk / "elsewhere") == set()


@pytest.mark.parametrize(
    ("arguments", "name", "start"),
    [
        (["-o", "talk.md"], "talk.md", b"# "),
        (["-o", "TALK.HTML"], "TALK.HTML", b"<!"),
        (["--format", "txt"], "brief.txt", "在全市".encode()),
        (["--format", "json", "-o", "talk.txt"], "talk.txt", b"{"),
        (["--seed", "1"], "brief.docx", b"PK"),
    ],
)
def test_the_format_is_as_asked_or_by_the_ending_or_word(
    desk: Path, arguments: list[str], name: str, start: bytes
) -> None:
    assert drafter(desk, "draft", "brief.yaml", *arguments).said == f"{name}\n{SAID}"
    assert (desk / name).read_bytes().startswith(start)


def test_the_speech_goes_to_stdout_and_the_report_to_stderr(desk: Path) -> None:
    command = [sys.executable, "-m", "drafter", "draft", "brief.yaml", "-o", "-"]
    done = subprocess.run(command, cwd=desk, capture_output=True, check=True)
    assert done.stderr.decode() == SAID
    assert done.stdout.decode().startswith("在全市工作会议上的讲话\n")
    assert files(desk) == {"blueprint.yaml", "brief.yaml"}


# over what


@pytest.mark.parametrize("name", ["talk.docx", "talk.md", "talk.html", "talk.txt", "talk.json"])
def test_the_same_draft_again_is_the_same_file(desk: Path, name: str) -> None:
    drafter(desk, "draft", "brief.yaml", "-o", name)
    first = (desk / name).read_bytes()
    assert drafter(desk, "draft", "brief.yaml", "-o", name).code == 0
    assert (desk / name).read_bytes() == first


def test_an_untouched_draft_of_the_same_brief_gives_way_to_a_newer_one(desk: Path) -> None:
    drafter(desk, "draft", "brief.yaml")
    (desk / "brief.yaml").write_text(BRIEF.replace("全市", "全省"), "utf-8")
    assert drafter(desk, "draft", "brief.yaml").code == 0
    assert docx.Document(str(desk / "brief.docx")).paragraphs[0].text == "在全省工作会议上的讲话"


@pytest.mark.parametrize("old", [b"", b"my notes\n", b"PK\x03\x04 not a zip file", bytes(1000)])
@pytest.mark.parametrize("name", ["talk.docx", "talk.md"])
def test_a_file_of_another_origin_stays_unless_forced(desk: Path, name: str, old: bytes) -> None:
    (desk / name).write_bytes(old)
    done = drafter(desk, "draft", "brief.yaml", "-o", name)
    assert (done.code, done.said) == (1, (TEXT if name == "talk.md" else NOT_OURS).format(name))
    assert (desk / name).read_bytes() == old
    assert drafter(desk, "draft", "brief.yaml", "-o", name, "--force").said == f"{name}\n{SAID}"
    assert (desk / name).read_bytes() != old


def test_the_draft_of_another_brief_stays(desk: Path) -> None:
    (desk / "other.yaml").write_text(BRIEF.replace("全市", "全省"), "utf-8")
    drafter(desk, "draft", "other.yaml", "-o", "talk.docx")
    assert drafter(desk, "draft", "brief.yaml", "-o", "talk.docx").said == NOT_OURS.format("talk.docx")


def test_a_final_document_stays_as_it_remembers_no_brief(desk: Path) -> None:
    drafter(desk, "draft", "brief.yaml", "--final")
    assert drafter(desk, "draft", "brief.yaml").said == NOT_OURS.format("brief.docx")


def saved_again(path: Path) -> None:
    document = docx.Document(str(path))
    document.paragraphs[1].runs[0].text += "！"
    document.save(str(path))


EDITS: dict[str, Callable[[Path], None]] = {
    "a word, by python-docx": saved_again,
    "a word, in the XML": lambda path: rewritten(path, "word/document.xml", lambda xml: xml.replace("散会", "休会")),
    "a blank, in the XML": lambda path: rewritten(path, "word/document.xml", lambda xml: xml.replace("散会", "散会 ")),
    "bold, in the XML": lambda path: rewritten(
        path, "word/document.xml", lambda xml: xml.replace("<w:r><w:t", "<w:r><w:rPr><w:b/></w:rPr><w:t", 1)
    ),
    "a comment": lambda path: rewritten(path, "word/comments.xml", lambda xml: xml.replace("请补充", "已补充")),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_draft_that_a_person_edited_stays_unless_forced(desk: Path, edit: str) -> None:
    (desk / "brief.yaml").write_text(OPEN_BRIEF, "utf-8")
    drafter(desk, "draft", "brief.yaml")
    drafted = (desk / "brief.docx").read_bytes()
    EDITS[edit](desk / "brief.docx")
    edited = (desk / "brief.docx").read_bytes()
    done = drafter(desk, "draft", "brief.yaml")
    assert (done.code, done.said) == (1, EDITED.format("brief.docx"))
    assert (desk / "brief.docx").read_bytes() == edited
    assert drafter(desk, "draft", "brief.yaml", "--force").code == 0
    assert (desk / "brief.docx").read_bytes() == drafted


# drafts of versions before this one

OLD_DRAFTS = sorted((ROOT / "tests/cases/old-drafts").glob("*.docx"))


@pytest.mark.parametrize("old", OLD_DRAFTS, ids=lambda path: path.stem)
def test_an_untouched_draft_of_an_older_version_gives_way_and_an_edited_one_stays(desk: Path, old: Path) -> None:
    path = desk / "brief.docx"
    path.write_bytes(old.read_bytes())
    assert drafter(desk, "draft", "brief.yaml").code == 0
    assert docx.Document(str(path)).paragraphs[0].text == "在全市工作会议上的讲话"
    for edit in ("a blank, in the XML", "a comment"):
        path.write_bytes(old.read_bytes())
        EDITS[edit](path)
        assert drafter(desk, "draft", "brief.yaml").said == EDITED.format("brief.docx")


@pytest.mark.parametrize("old", OLD_DRAFTS, ids=lambda path: path.stem)
def test_a_title_that_an_older_version_broke_is_read_whole(desk: Path, old: Path) -> None:
    lines = [line.text for line in read(old.read_bytes(), "f.docx").lines]
    assert lines[:2] == ["在全市深入学习贯彻节水精神暨生态环境保护工作推进会议上的讲话", "现在开会。"]


# places that cannot be written


def test_a_folder_is_not_written_over(desk: Path) -> None:
    (desk / "talk.docx").mkdir()
    done = drafter(desk, "draft", "brief.yaml", "-o", "talk.docx", "--force")
    assert done.said == "talk.docx:1:1: error: talk.docx is a folder; name a file with -o [is-a-folder]\n"
    assert done.code == 1


def test_a_missing_folder_is_named(desk: Path) -> None:
    done = drafter(desk, "draft", "brief.yaml", "-o", "out/2026/talk.docx")
    assert done.said == ("out/2026/talk.docx:1:1: error: there is no folder out/2026; create it first [no-folder]\n")
    assert done.code == 1


@pytest.mark.parametrize("device", ["pipe", "/dev/null"])
def test_a_pipe_or_a_device_is_not_written_over(desk: Path, device: str) -> None:
    name = device
    if device == "pipe":
        os.mkfifo(desk / "pipe")
    else:
        name = "link"
        (desk / name).symlink_to(device)
    done = process(desk, "draft", "brief.yaml", "-o", name, "--force")
    assert done.said == (
        f"{name}:1:1: error: cannot write {name}: it is no ordinary file; "
        "check the disk and the permissions; the old file is as it was [cannot-write]\n"
    )
    assert done.code == 1


NAMES = ["CON.docx", "con", "Nul.tar.docx", "lpt9.docx", "a:b.docx", "a?.docx", 'a".docx', "a|b", "<a>", "a\\b.docx"]
NAMES += ["talk.", "talk ", "talk.docx ", "a\x1b[31m.docx", "长" * 84 + ".docx", "x" * 251 + ".docx"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_some_system_cannot_have_is_refused(desk: Path, name: str) -> None:
    done = drafter(desk, "draft", "brief.yaml", "-o", name, "--force")
    assert done.said == BAD_NAME.format(name.replace("\x1b", "\\u001b"), name.replace("\x1b", "\\u001b"))
    assert done.code == 1
    assert files(desk) == {"blueprint.yaml", "brief.yaml"}


@pytest.mark.parametrize("name", ["x" * 250 + ".docx", "长" * 83 + ".docx", "讲话 定稿.docx", "console.docx", ".docx"])
def test_a_name_that_every_system_can_have_is_written(desk: Path, name: str) -> None:
    assert drafter(desk, "draft", "brief.yaml", "-o", name).code == 0
    assert files(desk) == {"blueprint.yaml", "brief.yaml", name}


def test_a_link_is_followed_and_stays_as_edits_follow_it(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "precious.txt").write_text("precious\n")
    (desk / "talk.docx").symlink_to(outside / "precious.txt")
    assert drafter(desk, "draft", "brief.yaml", "-o", "talk.docx").said == NOT_OURS.format("talk.docx")
    assert (outside / "precious.txt").read_text() == "precious\n"
    assert drafter(desk, "draft", "brief.yaml", "-o", "talk.docx", "--force").code == 0
    assert (desk / "talk.docx").is_symlink()
    assert (outside / "precious.txt").read_bytes().startswith(b"PK")
    (desk / "brief.yaml").write_text(BRIEF.replace("全市", "全省"), "utf-8")
    assert drafter(desk, "draft", "brief.yaml", "-o", "talk.docx").code == 0, (
        "it is known as an untouched draft of ours"
    )
    assert files(outside) == {"precious.txt"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["draft", "brief.yaml", "-o", "new.docx"],
        ["new", "blueprint.yaml", "-o", "new.docx"],
        ["convert", "brief.yaml", "--to", "blueprint.yaml", "-o", "new.docx"],
        ["blueprint", "new", "x", "-o", "new.docx"],
        ["tidy", "old.txt", "-o", "new.docx"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_link_that_leads_to_nothing_makes_no_file_elsewhere(desk: Path, arguments: list[str]) -> None:
    (desk / "old.txt").write_text("讲话\n同志们：\n现在开会。\n散会。\n", "utf-8")
    (desk / "new.docx").symlink_to("elsewhere.docx")
    done = drafter(desk, *arguments)
    assert done.said.endswith(
        "new.docx:1:1: error: new.docx is a link to elsewhere.docx, which is not there; "
        "name that file itself, or remove the link [link-to-nothing]\n"
    )
    assert done.code == 1
    assert not (desk / "elsewhere.docx").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["draft", "brief.yaml"],
        ["draft", "brief.yaml", "--format", "md"],
        ["new", "blueprint.yaml"],
        ["convert", "brief.yaml", "--to", "blueprint.yaml"],
        ["blueprint", "new", "x"],
        ["tidy", "old.txt"],
    ],
    ids=" ".join,
)
def test_what_goes_to_dev_null_is_gone_and_dev_stdout_is_standard_output(desk: Path, arguments: list[str]) -> None:
    (desk / "old.txt").write_text("讲话\n同志们：\n现在开会。\n散会。\n", "utf-8")
    before = files(desk), set(Path("/dev").iterdir())
    done = drafter(desk, *arguments, "-o", "/dev/null")
    assert done.code == 0
    assert "/dev/null" in done.said.splitlines()
    assert drafter(desk, *arguments, "-o", "/dev/stdout") == drafter(desk, *arguments, "-o", "-")
    assert (files(desk), set(Path("/dev").iterdir())) == before


COMMANDS = [
    "draft brief.yaml", "check brief.yaml", "new joint-treatment", "outline brief.yaml", "tidy old.txt", "distil old.txt",
    "convert brief.yaml --to joint-treatment", "blueprint list", "blueprint show joint-treatment", "ask brief.yaml",
    "blueprint new x", "blueprint set x.yaml title y", "blueprint fmt x.yaml", "watch brief.yaml",
]  # fmt: skip


def test_in_a_folder_that_is_gone_every_command_says_a_sentence(tmp_path: Path) -> None:
    """One shell for all of them: a process each would take long."""
    (tmp_path / "gone").mkdir()
    lines = "; ".join(f'"$@" {command} </dev/null; echo "= $?"' for command in COMMANDS)
    script = f"rmdir ../gone; {lines}"
    done = subprocess.run(
        ["sh", "-c", script, "sh", sys.executable, "-P", "-m", "drafter"],
        cwd=tmp_path / "gone", capture_output=True, check=False, timeout=PATIENCE, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.decode() == "= 1\n" * len(COMMANDS)
    gone = "drafter: the folder in which you are is not there any more; go to another one with `cd`"
    for line in done.stderr.decode().splitlines():
        assert line == gone or re.fullmatch(r"\S+:1:1: error: [^\n]+; [^\n]+ \[[a-z-]+\]", line), line


def test_a_blueprint_behind_a_link_that_leads_out_is_not_read(
    desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (desk / "blueprint.yaml").rename(outside / "blueprint.yaml")
    (desk / "blueprint.yaml").symlink_to(outside / "blueprint.yaml")
    assert drafter(desk, "draft", "brief.yaml").said == (
        "brief.yaml:1:12: error: blueprint.yaml is outside the folder of the file that names it; "
        "move it into that folder, or name its pack with --pack [outside-folder]\n"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_leaves_the_old_file(desk: Path) -> None:
    drafter(desk, "draft", "brief.yaml")
    old = (desk / "brief.docx").read_bytes()
    desk.chmod(0o555)
    done = drafter(desk, "draft", "brief.yaml", "--seed", "1")
    desk.chmod(0o755)
    assert done.said == (
        "brief.docx:1:1: error: cannot write brief.docx: Permission denied; "
        "check the disk and the permissions; the old file is as it was [cannot-write]\n"
    )
    assert (desk / "brief.docx").read_bytes() == old


def test_a_full_disk_leaves_the_old_file_and_no_other(desk: Path) -> None:
    drafter(desk, "draft", "brief.yaml")
    old = (desk / "brief.docx").read_bytes()
    done = process(desk, "draft", "brief.yaml", "--seed", "1", file_size=4096)
    assert done.said == (
        "brief.docx:1:1: error: cannot write brief.docx: the file would be too large; "
        "check the disk and the permissions; the old file is as it was [cannot-write]\n"
    )
    assert done.code == 1
    assert (desk / "brief.docx").read_bytes() == old
    assert files(desk) == {"blueprint.yaml", "brief.yaml", "brief.docx"}


# terminals


@pytest.mark.parametrize(
    "command", ["draft brief.yaml -o -", "draft brief.yaml -o - --format json", "outline brief.yaml"]
)
def test_a_closed_pipe_is_no_failure_to_shout_about(desk: Path, command: str) -> None:
    line = f"{sys.executable} -m drafter {command} | head -0"
    done = subprocess.run(["bash", "-c", line], cwd=desk, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_without_chinese_characters_is_no_failure(desk: Path, encoding: str) -> None:
    (desk / "brief.yaml").write_text(OPEN_BRIEF, "utf-8")
    said = drafter(desk, "check", "brief.yaml").said
    terminal = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    checked = process(desk, "check", "brief.yaml", **terminal)
    assert (checked.code, checked.said) in ((0, said), (0, said.encode("ascii", "backslashreplace").decode()))
    drafted = process(desk, "draft", "brief.yaml", **terminal)
    assert (drafted.code, drafted.said[:11]) == (0, "brief.docx\n")
    speech = process(desk, "draft", "brief.yaml", "-o", "-", **terminal)
    assert (speech.code, speech.said.split("\n")[0]) == (0, "在【待补充：会议全称】上的讲话")


def test_what_could_steer_a_terminal_is_shown_as_an_escape(desk: Path) -> None:
    name = "b\x1b[31m\u202e.yaml"
    (desk / name).write_text("blueprint: blueprint.yaml\n会议\u202e: 一\n任务: [{名称: 清\u202e理}]\n", "utf-8")
    assert drafter(desk, "check", name).said == (
        "b\\u001b[31m\\u202e.yaml:3:12: warning: the character U+202E is not seen; delete it [invisible-character]\n"
        "0 errors, 1 warning\n"
    )
    assert drafter(desk, "draft", "gone\x1b]0;\x07.yaml").said == (
        "gone\\u001b]0;\\u0007.yaml:1:1: error: there is no file gone\\u001b]0;\\u0007.yaml; "
        "check the path [no-such-file]\n"
    )
    (desk / "brief.yaml").write_text("blueprint: blueprint.yaml\n会议: 一\n任务: [{名称: 清\u202e理}]\n", "utf-8")
    assert "\n    清\\u202e理\n" in drafter(desk, "draft", "brief.yaml").said
    assert "\u202e" not in drafter(desk, "outline", "brief.yaml").said


# final


def test_a_final_document_with_gaps_is_refused_and_each_gap_is_named(desk: Path) -> None:
    (desk / "brief.yaml").write_text(OPEN_BRIEF, "utf-8")
    done = drafter(desk, "draft", "brief.yaml", "--final")
    assert (done.code, done.said) == (
        1,
        "brief.yaml:3:1: error: 会议 is open: 会议全称是什么; fill it in [unfilled-slot]\n"
        "brief.yaml:4:6: error: 任务[1].名称 is open: 这项任务叫什么; fill it in [unfilled-slot]\n",
    )
    assert files(desk) == {"blueprint.yaml", "brief.yaml"}


def test_a_final_document_holds_the_speech_and_nothing_of_how_it_was_made(desk: Path) -> None:
    drafter(desk, "draft", "brief.yaml", "-o", "marked.docx")
    drafter(desk, "draft", "brief.yaml", "-o", "final.docx", "--final")
    with zipfile.ZipFile(desk / "marked.docx") as package:
        assert "customXml/item1.xml" in package.namelist()
        assert "w:bookmarkStart" in package.read("word/document.xml").decode()
    with zipfile.ZipFile(desk / "final.docx") as package:
        names = package.namelist()
        document = package.read("word/document.xml").decode()
        everything = b"".join(package.read(name) for name in names).decode()
    assert [name for name in names if "custom" in name.lower() or "comment" in name] == []
    assert re.findall("bookmark|highlight|w:shd|w:comment|w:ins |w:del |w:rsid", document) == []
    assert re.findall("blueprint.yaml|brief.yaml|drafter|会议全称", everything) == []


# killed


def test_a_draft_killed_at_any_moment_leaves_the_old_file_or_the_new_one(desk: Path) -> None:
    kills = 24  # tests/engines kills at every call
    rounds = random.Random(1)
    versions = {}
    for seed in ("0", "1"):
        drafter(desk, "draft", "brief.yaml", "--seed", seed)
        versions[seed] = (desk / "brief.docx").read_bytes()
    assert versions["0"] != versions["1"]
    command = [sys.executable, "-m", "drafter", "draft", "brief.yaml", "--seed"]
    started = time.monotonic()
    subprocess.run([*command, "0"], cwd=desk, check=True, capture_output=True)
    life = time.monotonic() - started

    def killed(folder: Path, moments: list[float], life: float) -> int:
        folder.mkdir()
        for name in ("blueprint.yaml", "brief.yaml", "brief.docx"):
            (folder / name).write_bytes((desk / name).read_bytes())
        renewed = 0
        for moment in moments:
            old = (folder / "brief.docx").read_bytes()
            seed = "1" if old == versions["0"] else "0"
            run = subprocess.Popen([*command, seed], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(moment * life)
            run.kill()
            run.wait()
            now = (folder / "brief.docx").read_bytes()
            assert now in (old, versions[seed])
            renewed += now != old
            life *= 1.5 if moment > 1.3 and now == old else 1  # a run lives longer now than when it was measured
        left = files(folder) - {"blueprint.yaml", "brief.yaml", "brief.docx"}
        assert all(re.fullmatch(r"\.drafter-([0-9a-f]{32}-0\.new|writing)", name) for name in left) and len(left) <= 2
        return renewed

    moments = [1.6 * n / kills for n in range(kills)]
    """When to kill, in lives of a run."""
    rounds.shuffle(moments)
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(killed, (desk / "a", desk / "b"), (moments[::2], moments[1::2]), (life, life)))
    assert 0 < sum(done) < kills


WRITES = """
import itertools, sys
from pathlib import Path
from drafter.desk.replace import replace_file
print("ready", flush=True)
for n in itertools.count():
    replace_file(Path("talk.bin"), sys.argv[1 + n % 2].encode() * 300_000)
"""


def test_a_file_whose_writer_is_killed_is_whole(tmp_path: Path) -> None:
    rounds = random.Random(2)
    whole = {b"old" * 300_000, b"new" * 300_000}
    for _ in range(16):
        run = subprocess.Popen([sys.executable, "-c", WRITES, "old", "new"], cwd=tmp_path, stdout=subprocess.PIPE)
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(rounds.uniform(0.005, 0.03))
        run.kill()
        run.communicate()
        assert not (tmp_path / "talk.bin").exists() or (tmp_path / "talk.bin").read_bytes() in whole
    assert (tmp_path / "talk.bin").exists()
    assert len(files(tmp_path)) <= 3  # what the last of them left; each run sweeps up after the one before


def test_a_file_of_another_program_that_looks_like_ours_is_not_swept_up(desk: Path) -> None:
    names = {".drafter-1.tmp", f".drafter-{'0' * 32}-0.new", ".drafter-old"}
    for name in names:
        (desk / name).write_text("half of a fi")
    assert drafter(desk, "draft", "brief.yaml").code == 0
    assert files(desk) == {"blueprint.yaml", "brief.yaml", "brief.docx", *names}


def test_ctrl_c_ends_with_130_and_no_traceback(desk: Path) -> None:
    os.mkfifo(desk / "slow.yaml")
    run = subprocess.Popen(
        [sys.executable, "-m", "drafter", "draft", "slow.yaml"],
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with (desk / "slow.yaml").open("wb"):  # opens when the other side does, which then waits for words
        run.send_signal(signal.SIGINT)
        said, _ = run.communicate(timeout=PATIENCE)
    assert run.returncode == 130
    assert said.decode().strip() in ("", "Aborted!")
    assert files(desk) == {"blueprint.yaml", "brief.yaml", "slow.yaml"}


@pytest.mark.parametrize(
    "arguments", [("draft", "brief.yaml", "-o", "-"), ("blueprint", "list"), ("check", "brief.yaml")]
)
def test_ctrl_c_while_a_command_starts_ends_it_without_a_traceback(desk: Path, arguments: tuple[str, ...]) -> None:
    """Signals fall where the run tells that it is: after so many imports of ours, whatever the machine's speed."""
    fallen = 0
    for after in (1, 3, 10, 30):
        run = subprocess.Popen(
            [sys.executable, "-X", "importtime", "-m", "drafter", *arguments],
            cwd=desk,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert run.stderr
        lines = []
        for line in run.stderr:
            lines.append(line)
            if sum("drafter." in one for one in lines) == after:
                run.send_signal(signal.SIGINT)
                break
        lines += run.stderr
        said = [line for line in lines if not line.startswith("import time:")]
        assert run.wait(PATIENCE) in (0, 130), said
        assert "Traceback" not in "".join(said)
        fallen += run.returncode == 130
    assert fallen >= 3


@pytest.mark.parametrize("name", ["talk.rtf", "talk.doc", "talk.wps"])
def test_a_word_document_does_not_go_under_the_name_of_another_format(name: str, tmp_path: Path) -> None:
    (tmp_path / "blueprint.yaml").write_bytes((FOLDER / "blueprint.yaml").read_bytes())
    (tmp_path / "brief.yaml").write_text(BRIEF, "utf-8")
    done = drafter(tmp_path, "draft", "brief.yaml", "-o", name)
    assert done.code == 2
    said = f"error: {name} does not end in one of .docx, .md, .html, .txt, .json; name it so, or choose a --format\n"
    assert done.said.endswith(said)
    assert not (tmp_path / name).exists()
