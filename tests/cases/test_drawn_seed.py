"""A brief without a seed: what is drawn for it, when it is written into its file, and what is left alone."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import drafter
from drafter.desk import replace, seed
from drafter.desk.draft import draft_file
from drafter.desk.finish import Wanted, finish
from drafter.desk.library import Library
from drafter.desk.seed import with_seed
from drafter.desk.shelf import built_in
from drafter.formats.docx.read import origin
from tests.cases.running import drafter as run

BLUEPRINT = """\
drafter: 1
title: 试
slots:
  会议: {ask: 会议全称}
  日期: {type: date, missing: omit}
  工作: {ask: 什么工作}
  人数: {type: number, missing: omit, ask: 到会多少人}
speech:
  title: 在{{ 会议 }}上的讲话
  date: "{{ 日期 }}"
  opening:
    - {id: greet, say: 今天开会。, or: [现在开会。, 这次会议现在开始。, 会议现在开始。, 我们开会。, 人到齐了，开会。]}
    - {id: work, say: "今天只说一件事：{{ 工作 }}。"}
    - {id: heads, when: 人数, say: "到会{{ 人数 }}人。"}
  closing: [{id: end, say: 散会。, or: [会就开到这里。, 就讲这些。, 我就讲到这里。]}]
"""
BRIEF = "blueprint: bp.yaml\n会议: 全市防汛会议\n日期: 2026-05-06\n工作: 防汛\n"
SEED = 15788
"""What falls to that title and that date, on every machine."""
WROTE = f"  wrote `seed: {SEED}` into b.yaml: these wordings stay, whatever title and date become\n"
COULD_NOT = f"  could not write `seed: {SEED}` into b.yaml; put the line there yourself to keep these wordings\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def test_the_first_draft_writes_one_line_and_the_second_gives_the_same_bytes(desk: Path) -> None:
    first = run(desk, "draft", "b.yaml")
    assert first.code == 0 and first.said.endswith(WROTE)
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF.replace("会议:", f"seed: {SEED}\n会议:", 1)
    made = (desk / "b.docx").read_bytes()
    second = run(desk, "draft", "b.yaml")
    assert second.said == first.said.removesuffix(WROTE)
    assert (desk / "b.docx").read_bytes() == made
    found = origin(made)
    assert found and found.untouched and found.source == "b.yaml"


def test_a_meeting_that_is_put_off_keeps_its_words(desk: Path) -> None:
    run(desk, "draft", "b.yaml", "-o", "b.txt")
    words = (desk / "b.txt").read_text("utf-8")
    brief = (desk / "b.yaml").read_text("utf-8")
    for day in range(7, 27):
        (desk / "b.yaml").write_text(brief.replace("05-06", f"05-{day:02}"), "utf-8")
        run(desk, "draft", "b.yaml", "-o", "b.txt", "--force")
        assert (desk / "b.txt").read_text("utf-8") == words.replace("5月6日", f"5月{day}日")


def test_other_facts_do_not_move_it_and_title_and_date_do(desk: Path) -> None:
    def drawn(old: str = "", new: str = "") -> int:
        return drafter.draft(BRIEF.replace("bp.yaml", "work-meeting").replace(old, new)).seed

    assert drawn() == drawn("工作: 防汛", "工作: 抗旱") == drawn("工作: 防汛\n")
    assert len({drawn(), drawn("全市", "全县"), drawn("05-06", "05-07"), drawn("日期: 2026-05-06\n")}) == 4
    assert all(1 <= drawn("05-06", f"05-{day:02}") <= 99_999 for day in range(1, 29))


LAYOUTS: dict[str, tuple[str, str]] = {
    "no line end at the end": (BRIEF.rstrip("\n"), BRIEF.rstrip("\n").replace("会议:", f"seed: {SEED}\n会议:", 1)),
    "blueprint alone on the last line": (
        BRIEF.replace("blueprint: bp.yaml\n", "") + "blueprint: bp.yaml",
        BRIEF.replace("blueprint: bp.yaml\n", "") + f"blueprint: bp.yaml\nseed: {SEED}",
    ),
    "in brackets": (
        "{blueprint: bp.yaml, 会议: 全市防汛会议, 日期: 2026-05-06, 工作: 防汛}\n",
        f"{{blueprint: bp.yaml, seed: {SEED}, 会议: 全市防汛会议, 日期: 2026-05-06, 工作: 防汛}}\n",
    ),
    "remarks around": (
        "# 试稿\n---\n" + BRIEF.replace("yaml\n", "yaml  # 蓝图\n# 会议的事\n"),
        "# 试稿\n---\n" + BRIEF.replace("yaml\n", f"yaml  # 蓝图\nseed: {SEED}\n# 会议的事\n"),
    ),
    "entries apart": (BRIEF.replace("\n", "\n\n"), BRIEF.replace("\n", "\n\n").replace("\n", f"\nseed: {SEED}\n", 1)),
    "a name on a line of its own": (
        BRIEF.replace(": bp.yaml", ":\n  bp.yaml"),
        BRIEF.replace(": bp.yaml", f":\n  bp.yaml\nseed: {SEED}"),
    ),
    "open": (BRIEF.replace("会议:", "seed:\n会议:", 1), BRIEF.replace("会议:", f"seed: {SEED}\n会议:", 1)),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_other_byte_stays(desk: Path, layout: str, code: str, end: str) -> None:
    old, new = (text.replace("\n", end).encode(code) for text in LAYOUTS[layout])
    (desk / "b.yaml").write_bytes(old)
    assert run(desk, "draft", "b.yaml").said.endswith(WROTE)
    assert (desk / "b.yaml").read_bytes() == new
    made = (desk / "b.docx").read_bytes()
    assert run(desk, "draft", "b.yaml").code == 0 and (desk / "b.docx").read_bytes() == made


SPARED: dict[str, tuple[str, tuple[str, ...]]] = {
    "told not to": (BRIEF, ("--no-seed",)),
    "another set for once": (BRIEF, ("--seed", "7")),
    "printed": (BRIEF, ("-o", "-")),
    "to a device": (BRIEF, ("-o", "/dev/null", "--format", "txt")),
    "given": (BRIEF + "seed: 0\n", ()),
    "no title yet": (BRIEF.replace("全市防汛会议", ""), ()),
    "a title with a hole": (BRIEF.replace("全市", "XX市"), ()),
    "a form": (BRIEF.replace("日期: 2026-05-06\n", ""), ("--gaps",)),
}


@pytest.mark.parametrize("why", SPARED)
def test_a_brief_is_left_alone(desk: Path, why: str) -> None:
    text, arguments = SPARED[why]
    (desk / "b.yaml").write_text(text, "utf-8")
    done = run(desk, "draft", "b.yaml", *arguments)
    assert done.code == 0 and "seed" not in done.said
    assert (desk / "b.yaml").read_text("utf-8") == text


def test_what_is_not_written_is_the_same_number(desk: Path) -> None:
    run(desk, "draft", "b.yaml", "-o", "a.txt", "--no-seed")
    run(desk, "draft", "b.yaml", "-o", "b.txt")
    assert (desk / "a.txt").read_bytes() == (desk / "b.txt").read_bytes()
    assert run(desk, "draft", "b.yaml", "-o", "-", "--gaps", "--no-seed").said.splitlines()[2] in (
        desk / "b.txt"
    ).read_text("utf-8")


def test_a_document_that_cannot_be_leaves_the_brief_as_it_was(desk: Path) -> None:
    (desk / "b.md").write_text("我的笔记\n", "utf-8")
    done = run(desk, "draft", "b.yaml", "-o", "b.md")
    assert done.code == 1 and "[would-overwrite]" in done.said and "seed" not in done.said
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF
    assert run(desk, "draft", "b.yaml", "-o", "b.md", "--force").said.endswith(WROTE)


def kept_from_us(monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.access
    written = (os.W_OK, "b.yaml")
    monkeypatch.setattr(seed.os, "access", lambda path, mode: (mode, Path(path).name) != written and real(path, mode))


def cannot_be_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where another program holds the file open, or its folder may not be written."""
    real = os.replace

    def refusing(old: Path, new: Path) -> None:
        if Path(new).name == "b.yaml" and Path(old).name.startswith(".drafter"):
            raise PermissionError(13, "Permission denied", str(new))
        real(old, new)

    monkeypatch.setattr(replace.os, "replace", refusing)


def not_to_be_edited_for_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seed, "encoded", lambda raw, text: None)


@pytest.mark.parametrize("hindered", [kept_from_us, cannot_be_replaced, not_to_be_edited_for_sure])
def test_a_brief_that_cannot_be_written_is_told_and_drafted(
    desk: Path, monkeypatch: pytest.MonkeyPatch, hindered: Callable[[pytest.MonkeyPatch], None]
) -> None:
    with monkeypatch.context() as hindrance:
        hindered(hindrance)
        done = run(desk, "draft", "b.yaml", "-o", "b.txt")
    assert (done.code, done.said.endswith(COULD_NOT)) == (0, True)
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF
    assert {path.name for path in desk.iterdir()} == {"bp.yaml", "b.yaml", "b.txt"}
    words = (desk / "b.txt").read_bytes()
    assert run(desk, "draft", "b.yaml", "-o", "b.txt").said.endswith(WROTE)
    assert (desk / "b.txt").read_bytes() == words


def test_a_brief_saved_meanwhile_is_not_written_over(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = BRIEF.replace("防汛\n", "防汛抗旱\n")

    def with_another_hand(*arguments: object) -> object:
        made = with_seed(*arguments)  # type: ignore[arg-type]
        (desk / "b.yaml").write_text(saved, "utf-8")
        return made

    monkeypatch.setattr(seed, "with_seed", with_another_hand)
    assert run(desk, "draft", "b.yaml").said.endswith(COULD_NOT)
    assert (desk / "b.yaml").read_text("utf-8") == saved and (desk / "b.docx").exists()


def test_two_drafts_at_once_give_the_brief_one_line(desk: Path) -> None:
    def one(ending: str) -> None:
        path = desk / "b.yaml"
        drafts.append((ending, draft_file(path, Library())))
        ready.wait()
        done.append(finish(drafts[-1][1], path, Wanted(format=ending, keep_seed=True)))

    drafts: list[tuple[str, drafter.Draft]] = []
    done: list[object] = []
    ready = threading.Barrier(4)
    threads = [threading.Thread(target=one, args=(ending,)) for ending in ("md", "txt", "html", "docx")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 4
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF.replace("会议:", f"seed: {SEED}\n会议:", 1)
    made = {path.name: path.read_bytes() for path in desk.iterdir()}
    for ending in ("md", "txt", "html", "docx"):
        assert run(desk, "draft", "b.yaml", "--format", ending).code == 0
    assert {path.name: path.read_bytes() for path in desk.iterdir()} == made


def test_a_link_stays_and_the_file_behind_it_has_the_line(desk: Path) -> None:
    (desk / "far").mkdir()
    (desk / "b.yaml").rename(desk / "far/real.yaml")
    (desk / "b.yaml").symlink_to("far/real.yaml")
    assert run(desk, "draft", "b.yaml").said.endswith(WROTE)
    assert (desk / "b.yaml").is_symlink() and f"seed: {SEED}" in (desk / "far/real.yaml").read_text("utf-8")


def test_a_brief_that_came_with_drafter_is_left_alone(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.desk.shelf.built_in", lambda: desk / "packs-of-ours")
    shutil.copytree(built_in() / "official", desk / "packs-of-ours/official")
    pack = desk / "packs-of-ours/official/examples"
    pack.mkdir()
    (pack / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (pack / "b.yaml").write_text(BRIEF, "utf-8")
    done = run(desk, "draft", "packs-of-ours/official/examples/b.yaml", "-o", "o.md")
    assert done.code == 0 and "seed" not in done.said and (pack / "b.yaml").read_text("utf-8") == BRIEF


def test_a_program_asks_for_it(desk: Path) -> None:
    path = desk / "b.yaml"
    made = drafter.draft(path)
    assert (made.seed, made.brief.seed, path.read_text("utf-8")) == (SEED, None, BRIEF)
    kept = drafter.draft(path, keep_seed=True)
    assert kept.seed == kept.brief.seed == SEED and kept.speech == made.speech
    assert f"seed: {SEED}\n" in path.read_text("utf-8") and kept.brief.text == path.read_text("utf-8")
    path.write_text(BRIEF.replace("blueprint: bp.yaml\n", ""), "utf-8")
    kept = drafter.draft(path, blueprint="bp.yaml", keep_seed=True)
    assert kept.seed == SEED and "blueprint" not in path.read_text("utf-8")
    assert f"seed: {SEED}\n" in path.read_text("utf-8")


def test_a_program_is_told_what_cannot_be(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_from_us(monkeypatch)
    with pytest.raises(drafter.OutputError):
        drafter.draft(desk / "b.yaml", keep_seed=True)
    assert (desk / "b.yaml").read_text("utf-8") == BRIEF


def test_a_front_of_several_wordings_draws_by_the_first(desk: Path) -> None:
    several = BLUEPRINT.replace(
        "  title: 在{{ 会议 }}上的讲话\n", '  title: ["在{{ 会议 }}上的讲话", "在{{ 会议 }}上的发言"]\n'
    )
    (desk / "bp.yaml").write_text(several, "utf-8")
    assert drafter.draft(desk / "b.yaml").seed == SEED
