"""What the fault engine works with: every command that writes, the system calls that it writes by, and how it ends."""

from __future__ import annotations

import errno
import gc
import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from drafter.desk import ask
from drafter.desk.library import Library
from tests.cases.running import Done, drafter

FOLDER = Path(__file__).parent.parent / "cases/reading"
BRIEF = "blueprint: blueprint.yaml\n会议: 全市工作会议\n任务: [{名称: 清理台账}]\n"
OPEN = "blueprint: blueprint.yaml\n会议:\n任务: [{名称: 清理台账}]\n"
SPEECH = "在防汛会上的讲话\n同志们：\n一、看清形势\n今年雨水偏多。\n二、守住堤防\n要日夜巡查。\n"
UNTIDY = "blueprint:   blueprint.yaml\n会议:  全市工作会议\n任务: [ {名称:   清理台账} ]\n"
DOUBLED = "blueprint: blueprint.yaml\n会议: 全市工作会议\n任务: [{名称: '清理台账,，核对'}]\n"
CHILD = "drafter: 1\ntitle: 子\nextends: blueprint.yaml\n"
SLOT = ("blueprint", "rename-slot", "blueprint.yaml", "会议", "大会")

OLD = {"force.md": "old\n", "pair.yaml": "old: 1\n", "pair-brief.yaml": "old: 2\n", "brief.txt": "old\n"}
FILES = {
    "blueprint.yaml": (FOLDER / "blueprint.yaml").read_text("utf-8"),
    "brief.yaml": BRIEF, "open.yaml": OPEN, "speech.txt": SPEECH, "untidy.yaml": UNTIDY, "untidy2.yaml": UNTIDY,
    "doubled.yaml": DOUBLED, "doubled2.yaml": DOUBLED, "far/two.yaml": BRIEF.replace("blueprint.yaml", "copy.yaml"),
    **OLD,
}  # fmt: skip
COMMANDS: dict[str, tuple[str, ...]] = {
    "draft docx": ("draft", "brief.yaml"),
    "draft docx over a draft": ("draft", "brief.yaml", "-o", "again.docx", "--seed", "1"),
    "draft html": ("draft", "brief.yaml", "-o", "new.html"),
    "draft md by force": ("draft", "brief.yaml", "-o", "force.md", "--force"),
    "draft json": ("draft", "brief.yaml", "--format", "json"),
    "new": ("new", "blueprint.yaml", "-o", "made.yaml"),
    "blueprint new": ("blueprint", "new", "child", "--extends", "blueprint.yaml"),
    "convert": ("convert", "brief.yaml", "--to", "work-meeting"),
    "tidy": ("tidy", "speech.txt"),
    "distil over a pair": ("distil", "speech.txt", "-o", "pair.yaml", "--brief", "pair-brief.yaml", "--force"),
    "distil with a picture": ("distil", "speech.txt", "--picture", "speech.html"),
    "check --fix": ("check", "--fix", "doubled.yaml", "doubled2.yaml"),
    "fmt": ("blueprint", "fmt", "untidy.yaml", "untidy2.yaml"),
    "set": ("blueprint", "set", "blueprint.yaml", "title", "别的讲话"),
    "add-node": ("blueprint", "add-node", "blueprint.yaml", "--in", "closing", "--id", "more", "--say", "好。"),
    "rename-slot over files": (*SLOT, "brief.yaml", "open.yaml", "untidy.yaml"),
    "ask": ("ask",),
}
"""Every command that writes a file; `ask` stands for an answer saved, which needs a terminal otherwise."""
DRAFTS = ("draft docx", "draft html", "draft md by force", "draft json")
"""Those that write the seed into the brief too; where that fails, the document alone, as with `--no-seed`."""
SETS = (*DRAFTS, "distil over a pair", "distil with a picture", "check --fix", "fmt", "rename-slot over files")
"""Those that write several files, all or none."""
CALLS = ("open", "write", "fsync", "replace", "rename", "link", "unlink", "mkdir", "chmod", "lseek")
FAULTS = (errno.ENOSPC, errno.EACCES, errno.EIO)


def prepared(folder: Path) -> Path:
    """A folder with all that the commands want."""
    folder.mkdir()
    (folder / "far").mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "far/copy.yaml").write_text(FILES["blueprint.yaml"], "utf-8")
    assert drafter(folder, "draft", "brief.yaml", "-o", "again.docx", "--no-seed").code == 0
    return folder


def run(folder: Path, name: str) -> Done:
    """A command, or the answer of an interview, in that folder."""
    if name != "ask":
        return drafter(folder, *COMMANDS[name])
    interview = ask.begun(folder / "open.yaml", Library())
    try:
        ask.answered(interview, "会议", "全市大会")
    except Exception as error:
        return Done(1, f"{error}\n")
    return Done(0, "")


def state(folder: Path) -> dict[str, bytes]:
    """What lies in a folder and below it, but for the schemas, which are made anew at any time."""
    found = {}
    for name in files(folder):
        if ".drafter/" not in name:
            with open(f"{folder}/{name}", "rb") as file:
                found[name] = file.read()
    return found


def files(folder: Path) -> list[str]:
    """The names of the files in a folder and below it."""
    return sorted(os.path.relpath(f"{place}/{name}", folder) for place, _, names in os.walk(folder) for name in names)


def ours(names: set[str]) -> set[str]:
    """The names of files that only a run that writes may have lying about."""
    return {name for name in names if Path(name).name.startswith(".drafter-")}


class Stop(BaseException):
    """The parent has seen what it wanted to see."""


class Calls:
    """The calls that change something, counted; call number `at`, and with `on` every later one, does what `then` does."""

    def __init__(self, then: Callable[[str], object], *, on: bool = False, torn: bool = False) -> None:
        self.count, self.at, self.then, self.on, self.torn, self.seen = 0, 0, then, on, torn, ""
        self.first: Callable[[], None] | None = None
        """What is done before the first of them."""
        self.tell: Callable[[str], object] = str
        """Hears the name of the first that is met so."""

    @contextmanager
    def met(self) -> Iterator[None]:
        """The system's calls go through here. A killed process leaves what it wrote in the system's memory: the disk is not waited for."""
        real = {name: getattr(os, name) for name in CALLS}
        system = {**real, "fsync": lambda handle: os.fstat(handle) and None}

        def through(name: str) -> Callable[..., Any]:
            def call(*arguments: Any, **named: Any) -> Any:
                if name != "open" or arguments[1] & (os.O_WRONLY | os.O_RDWR):
                    self._count(name, system[name], arguments)
                return system[name](*arguments, **named)

            return call

        for name in CALLS:
            setattr(os, name, through(name))
        try:
            yield
        finally:
            for name, function in real.items():
                setattr(os, name, function)

    def _count(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        self.count += 1
        if self.first:
            first, self.first = self.first, None
            first()
        if self.count == self.at or (self.on and self.count > self.at > 0):
            if not self.seen:
                self.seen = name
                self.tell(name)
            if name == "write" and self.torn:  # some of it is written
                real(arguments[0], arguments[1][: len(arguments[1]) // 2])
            self.then(name)


Judge = Callable[[int, "Done | None", str], None]
"""Looks at a folder after a child: the number of the call, how the command ended, None if it was killed, and the call's name."""
MOST = 100


def at_every_call(folder: Path, name: str, calls: Calls, judge: Judge, numbers: Sequence[int] = range(1, MOST)) -> None:
    """Run a command up to the first call that changes something, and from there on in a child for each of its calls."""
    pipes: list[int] = []
    write_to = os.write
    failed: list[BaseException] = []

    def first() -> None:
        try:
            for at in numbers:
                read, write = os.pipe()
                number = os.fork()
                if number == 0:  # it goes on with the command
                    gc.disable()  # which would write into every page that the two share
                    os.close(read)
                    pipes.append(write)
                    calls.count, calls.at = 1, at
                    calls.tell = lambda call: write_to(pipes[0], f"{call}\n".encode())
                    return
                os.close(write)
                with open(read, "rb") as file:
                    call, _, said = file.read().decode().partition("\n")
                os.waitpid(number, 0)
                if not call:  # it came to its end
                    break
                judge(at, Done(*json.loads(said)) if said else None, call)
        except BaseException as error:
            failed.append(error)
        raise Stop

    calls.first = first
    try:
        with calls.met():
            done = run(folder, name)
        if pipes:
            os.write(pipes[0], ("" if calls.seen else "\n").encode() + json.dumps((done.code, done.said)).encode())
    except Stop:
        pass
    finally:
        if pipes:
            os._exit(0)
    if failed:
        raise failed[0]


def fails(*codes: int) -> Callable[[str], object]:
    """The call fails, in one way or another."""

    def fail(name: str) -> object:
        code = codes[CALLS.index(name) % len(codes)]
        raise OSError(code, os.strerror(code))

    return fail


def dies(name: str) -> object:
    """The process is gone at once; what it wrote is there."""
    os.kill(os.getpid(), signal.SIGKILL)
    return None


def child(work: Callable[[], object]) -> int:
    """What a forked child of ours ends with: the signal that killed it, or 0."""
    number = os.fork()
    if number == 0:
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(number, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def kept(folder: Path) -> Path:
    """The files of a folder under a second name each: none of them is ever written into, so that they stay as they are."""
    beside = folder.with_name(f"{folder.name}-kept")
    shutil.copytree(folder, beside, copy_function=os.link)
    return beside


def restored(folder: Path, beside: Path) -> None:
    """The folder as it was, of the very same files."""
    shutil.rmtree(folder / ".drafter", ignore_errors=True)
    there, kept = set(files(folder)), set(files(beside))
    for name in there - kept:
        (folder / name).unlink()
    for name in kept:
        old, new = beside / name, folder / name
        if name not in there or not os.path.samefile(old, new):
            os.link(old, new.with_name("again"))
            os.replace(new.with_name("again"), new)
