"""Every file that is opened, whatever lies in its place: an answer in bounded time, and the file is named in it."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cases.running import Done, drafter
from tests.cases.test_reading import FOLDER
from tests.clock import in_time
from tests.conftest import ROOT
from tests.engines.writes import BRIEF, SPEECH

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
MEGABYTE = 1_000_000
SECONDS = 2
"""CPU seconds that an answer may take."""
PART = "drafter: 1\ntitle: 片\nsay: 好。\n"
FILES = {
    "blueprint.yaml": (FOLDER / "blueprint.yaml").read_text("utf-8"),
    "child.yaml": "drafter: 1\ntitle: 子\nextends: blueprint.yaml\n",
    "part.yaml": "drafter: 1\ntitle: 用\nspeech: {title: 讲话, opening: [{id: a, use: our/part}]}\n",
    "packs/our/fragments/part.yaml": PART, "packs/our/pack.yaml": "name: our\nlanguage: zh\n",
    "packs/our/cues.yaml": (ROOT / "blueprints/official/cues.yaml").read_text("utf-8"),
    "look.yaml": "drafter: 1\nroles: {body: {size: 三号}}\n",
    "brief.yaml": BRIEF, "of-child.yaml": BRIEF.replace("blueprint.yaml", "child.yaml"), "of-part.yaml": "blueprint: part.yaml\n",
    "with-look.yaml": f"style: look.yaml\n{BRIEF}", "speech.txt": SPEECH,
}  # fmt: skip
OPENED: dict[str, tuple[str, tuple[str, ...]]] = {
    "brief": ("brief.yaml", ("draft", "brief.yaml", "-o", "-")),
    "brief checked": ("brief.yaml", ("check", "brief.yaml")),
    "blueprint": ("blueprint.yaml", ("draft", "brief.yaml", "-o", "-")),
    "blueprint checked": ("blueprint.yaml", ("check", "blueprint.yaml")),
    "blueprint edited": ("blueprint.yaml", ("blueprint", "set", "blueprint.yaml", "title", "别的")),
    "parent": ("blueprint.yaml", ("draft", "of-child.yaml", "-o", "-")),
    "fragment": ("packs/our/fragments/part.yaml", ("draft", "of-part.yaml", "-o", "-")),
    "style": ("look.yaml", ("draft", "with-look.yaml", "-o", "new.docx")),
    "style checked": ("look.yaml", ("check", "look.yaml")),
    "cues": ("packs/our/cues.yaml", ("tidy", "speech.txt", "-o", "-", "--format", "txt", "--pack", "packs/our")),
    "pack": ("packs/our/pack.yaml", ("pack", "list")),
    "pack checked": ("packs/our/pack.yaml", ("check", "packs/our/pack.yaml")),
    "reference": ("look.docx", ("draft", "brief.yaml", "-o", "new.docx", "--reference", "look.docx")),
    "old speech": ("speech.txt", ("tidy", "speech.txt", "-o", "-", "--format", "txt")),
    "old speech, Word": ("old.docx", ("tidy", "old.docx", "-o", "-", "--format", "txt")),
    "old output": ("brief.docx", ("draft", "brief.yaml")),
    "schema beside": (".drafter/blueprint.schema.json", ("new", "blueprint.yaml", "-o", "made.yaml")),
}
"""What is opened, its file, and a command that opens it."""
NAMED_BY_THE_USER = {"brief", "brief checked", "blueprint checked", "blueprint edited", "style checked", "pack checked",
                     "reference", "old speech", "old speech, Word"}  # fmt: skip
"""A pipe that the user names is read, as every program reads it: it waits for whoever writes into it."""
OTHERWISE = {"fragment": "our/part", "reference": "--reference"}
"""What a file is called in messages where that is not its name."""
QUIET = {"pack"}
"""What lists others says nothing of a file that says nothing."""
READ_AS_ANOTHER = {"parent", "fragment", "blueprint checked", "style checked", "pack checked"}
"""What another of these is read as, sign by sign, too: a tenth of a megabyte tells how it is answered."""
SIGNS = ("\0", "a", "\n", "{", "[", "- ", "a: b\n", "中", "<", "*", "&a ", "'", "\t")
BYTES: dict[str, bytes] = {
    **{f"1 MB of {sign!r}": sign.encode() * (MEGABYTE // len(sign.encode())) for sign in SIGNS},
    "1 MB of bytes that are no UTF-8": b"\xff" * MEGABYTE, "1 MB of half a character": b"\xe4" * MEGABYTE,
    "empty": b"", "a scalar": b"5\n", "garbage": random.Random(1).randbytes(100_000),
    "a picture": b"\x89PNG\r\n\x1a\n" + random.Random(2).randbytes(10_000),
    "a damaged Word file": b"PK\x03\x04" + random.Random(3).randbytes(10_000),
    "a tongue that is known": b"drafter: 1\nlanguage: en\n", "a tongue that is not": b"drafter: 1\nlanguage: tlh\n",
}  # fmt: skip


def pipe(path: Path) -> None:
    os.mkfifo(path)


def zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def out(path: Path) -> None:
    outside = path.parents[len(path.parents) - 4] / "outside-of-it"
    outside.write_text("secret: canary\n")
    path.symlink_to(outside)


def ring(path: Path) -> None:
    path.symlink_to(path)


OTHERS: dict[str, Callable[[Path], object]] = {
    "a pipe": pipe, "a device without end": zero, "a folder": Path.mkdir, "a link that leads out": out, "a ring": ring,
}  # fmt: skip


@contextmanager
def patience(seconds: int) -> Iterator[None]:
    """Whatever waits for ever is ended."""

    def ended(*_: object) -> None:
        raise TimeoutError("it waits for ever")

    before = signal.signal(signal.SIGALRM, ended)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def put(path: Path, content: str, size: int) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    path.unlink(missing_ok=True)
    if content in BYTES:
        path.write_bytes(BYTES[content][:size])
    else:
        OTHERS[content](path)


@pytest.mark.parametrize("what", OPENED)
def test_whatever_lies_there_is_answered_in_time_and_named(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / ".drafter").mkdir()
    name, command = OPENED[what]
    slowest, answers = (0.0, ""), [0, 0, 0]
    for content in (*BYTES, *OTHERS):
        if content == "a pipe" and what in NAMED_BY_THE_USER:
            continue
        put(tmp_path / name, content, MEGABYTE // 10 if what in READ_AS_ANOTHER else MEGABYTE)
        (tmp_path / "made.yaml").unlink(missing_ok=True)
        started = time.process_time()
        with patience(60):
            done: Done = drafter(tmp_path, *command)
        seconds = time.process_time() - started
        assert done.code in (0, 1, 2) and "Traceback" not in done.said, (content, done.said[:500])
        assert "canary" not in done.said or what in NAMED_BY_THE_USER, content
        assert done.code == 0 or name in done.said or OTHERWISE.get(what, name) in done.said or what in QUIET, (
            content,
            done.said[:500],
        )
        in_time(SECONDS, seconds)
        slowest, answers[done.code] = max(slowest, (seconds, content)), answers[done.code] + 1
    with capsys.disabled():
        print(
            f"\n{what:<20}{answers[0]:>4} ×0{answers[1]:>4} ×1{answers[2]:>4} ×2   slowest {slowest[0]:.2f} s: {slowest[1]}",
            end="",
        )
