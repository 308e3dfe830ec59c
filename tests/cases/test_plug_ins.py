"""A plug-in that cannot be used, or that fails at its work, is told of by name, and everything else goes on without it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import drafter
from drafter import plugins
from drafter.formats.table import Format
from drafter.lint.rule import Finding, Rule
from drafter.model.expression import Prose
from drafter.problem import Place
from tests.cases.running import drafter as command

BLUEPRINT = "drafter: 1\ntitle: 试\nspeech: {title: 讲话, opening: [{id: a, say: 好。}]}\n"


class Mute(Exception):
    """An error that cannot even say what it is."""

    def __str__(self) -> str:
        raise RuntimeError


class Own(BaseException):
    """One that `except Exception` does not catch."""


def deep(*_: object) -> object:
    return deep()


def raising(error: BaseException) -> Callable[..., object]:
    def fails(*_: object) -> object:
        raise error

    return fails


FAILURES = {
    "an import": (raising(ImportError("no such module")), "ImportError: no such module"),
    "an exit": (raising(SystemExit(0)), "SystemExit: 0"),
    "without words": (raising(Mute()), "Mute"),
    "of its own": (raising(Own("odd\x1b[31m")), "Own: odd\\u001b[31m"),
    "too deep": (deep, "RecursionError: "),
    "too long": (raising(ValueError("长" * 5000)), "ValueError: " + "长" * 288 + "…"),
    "no memory": (raising(MemoryError()), "MemoryError"),
}
BAD_RULES = {
    "a number": 5,
    "a name with blanks": Rule(name="no name"),
    "a name that is none": Rule(name=5),  # type: ignore[arg-type]
    "an odd severity": Rule(name="odd", severity="fatal"),  # type: ignore[arg-type]
    "an odd subject": Rule(name="odd", subject="Weather"),  # type: ignore[arg-type]
    "words that reach into things": Rule(name="odd", says="{name.none}"),
    "words with a brace": Rule(name="odd", says="a { brace"),
    "options that are no map": Rule(name="odd", options=5),  # type: ignore[arg-type]
}
BAD_FORMATS = {
    "a number": 5,
    "no writer": Format(name="odd", title="odd"),
    "a name that is none": Format(name=5, title="odd", write=raising(ValueError())),  # type: ignore[arg-type]
    "our own name": Format(name="docx", title="odd", write=raising(ValueError())),  # type: ignore[arg-type]
    "a title that cannot be said": Format(name="odd", title=Mute(), write=raising(ValueError())),  # type: ignore[arg-type]
}


def finds(*found: object) -> Callable[..., object]:
    return lambda *_: iter(found)


def yields_then_fails(*_: object) -> Iterator[Finding]:
    yield Finding(Place("b.yaml"))
    raise SystemExit(3)


BAD_WORK = {
    **{name: fails for name, (fails, _) in FAILURES.items()},
    "fails midway": yields_then_fails,
    "finds a number": finds(5),
    "finds at no place": finds(Finding(at="here")),  # type: ignore[arg-type]
    "finds on a line that is none": finds(Finding(Place("b.yaml", "x"))),  # type: ignore[arg-type]
    "finds with facts that are none": finds(Finding(Place("b.yaml"), 5)),  # type: ignore[arg-type]
    "finds with a fact that cannot be said": finds(Finding(Place("b.yaml"), {"x": Mute()})),  # type: ignore[dict-item]
    "finds in a text of its own": finds(Finding(Prose("好", Place("b.yaml"), ()), text="x", end=99)),
    "gives nothing to go through": lambda *_: None,
    "gives without end": lambda *_: iter(int, 1),
}


def offering(group: str, load: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "offers", lambda asked: (("theirs", load),) if asked == group else ())


@pytest.mark.parametrize("failure", FAILURES)
def test_a_pack_that_cannot_be_loaded_stops_nothing(
    failure: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    load, reason = FAILURES[failure]
    offering("drafter.packs", load, monkeypatch)
    assert drafter.draft({"会议": "甲"}, blueprint="work-meeting").write("txt")
    done = command(tmp_path, "new", "theirs/speech")
    assert done.code == 1
    told = done.said.split("\n")[0]
    assert told.startswith(f"drafter.packs:1:1: warning: the plug-in theirs cannot be used: {reason}")
    assert told.endswith("; renew it, or uninstall it [bad-plug-in]")


@pytest.mark.parametrize("offered", [5, None, "a\0b", ["packs"], Path("/nowhere"), "/dev/zero"], ids=repr)
def test_a_pack_that_is_none_stops_nothing(offered: object, monkeypatch: pytest.MonkeyPatch) -> None:
    offering("drafter.packs", lambda: offered, monkeypatch)
    assert drafter.draft({"会议": "甲"}, blueprint="work-meeting").write("txt")
    with pytest.raises(drafter.InputError):
        drafter.draft({"会议": "甲"}, blueprint="theirs/speech")


@pytest.mark.parametrize(
    "load", [*(fails for fails, _ in FAILURES.values()), *map(lambda one: lambda: one, BAD_RULES.values())]
)
def test_a_rule_that_cannot_be_loaded_is_told_of(load: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    offering("drafter.rules", load, monkeypatch)
    assert [(one.rule, one.facts["name"]) for one in drafter.check(BLUEPRINT)] == [("bad-plug-in", "theirs")]
    assert drafter.draft({"会议": "甲", "checks": {"repeats-beside": "off"}}, blueprint="work-meeting").write("txt")


@pytest.mark.parametrize("work", BAD_WORK)
def test_a_rule_that_fails_at_its_work_is_told_of_and_the_others_go_on(
    work: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rule = Rule(name="odd", says="odd {x}", mend="none", of_tree=BAD_WORK[work])  # type: ignore[arg-type]
    offering("drafter.rules", lambda: rule, monkeypatch)
    (tmp_path / "b.yaml").write_text(BLUEPRINT.replace("好。", "好。。"), "utf-8")
    done = command(tmp_path, "check", "b.yaml")
    assert done.code == 0 and "[doubled-mark]" in done.said
    assert "the plug-in odd cannot be used: " in done.said


@pytest.mark.parametrize("failure", FAILURES)
def test_a_writer_that_fails_is_told_of_and_nothing_is_written(
    failure: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    work, reason = FAILURES[failure]
    offering("drafter.formats", lambda: Format(name="odd", title="odd", write=work), monkeypatch)  # type: ignore[arg-type]
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "f.yaml").write_text("blueprint: b.yaml\n", "utf-8")
    done = command(tmp_path, "draft", "f.yaml", "--format", "odd")
    assert done.code == 1
    assert done.said.startswith(f"drafter.formats:1:1: error: the plug-in theirs cannot be used: {reason}")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.yaml", "f.yaml"]


@pytest.mark.parametrize(
    "load", [*(fails for fails, _ in FAILURES.values()), *map(lambda one: lambda: one, BAD_FORMATS.values())]
)
def test_a_format_that_cannot_be_loaded_is_told_of(
    load: Callable[[], object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offering("drafter.formats", load, monkeypatch)
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "f.yaml").write_text("blueprint: b.yaml\n", "utf-8")
    assert command(tmp_path, "draft", "f.yaml").code == 0
    done = command(tmp_path, "draft", "f.yaml", "--format", "odd2")
    assert done.code in (1, 2) and "Traceback" not in done.said


def test_ctrl_c_in_a_plug_in_ends_the_command_as_it_does_anywhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offering("drafter.rules", raising(KeyboardInterrupt()), monkeypatch)
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    assert command(tmp_path, "check", "b.yaml").code == 130


@pytest.mark.parametrize("line", ["odd", "odd = ", "odd = a b c", "odd = no.such:thing"])
def test_entry_points_that_are_none_are_told_of(line: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    info = tmp_path / "theirs-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1\n")
    (info / "entry_points.txt").write_text(f"[drafter.rules]\n{line}\n")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    [told] = drafter.check(BLUEPRINT)
    assert told.rule == "bad-plug-in" and told.facts["name"] in ("odd", "theirs")


def test_what_another_distribution_says_of_itself_in_no_words_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for n, data in enumerate((b"\xff\xfe[drafter.rules]", bytes(1000), b"[" * 100_000)):
        info = tmp_path / f"theirs{n}-1.dist-info"
        info.mkdir()
        (info / "entry_points.txt").write_bytes(data)
    for name in ("pipe", "zero", "folder"):
        (tmp_path / f"{name}-1.dist-info").mkdir()
    os.mkfifo(tmp_path / "pipe-1.dist-info/entry_points.txt")
    (tmp_path / "zero-1.dist-info/entry_points.txt").symlink_to("/dev/zero")
    (tmp_path / "folder-1.dist-info/entry_points.txt").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert drafter.check(BLUEPRINT) == ()
