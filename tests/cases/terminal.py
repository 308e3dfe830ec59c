"""A terminal with a person before it: keys go in when the words waited for stand on the screen."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import time
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

from tests.cases.running import PATIENCE

CODES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[=>]|\x1b\][^\x07]*\x07")
"""What moves the cursor and colours; the words are left."""
CURSOR, WHERE = b"\x1b[6n", b"\x1b[1;1R"
"""A terminal is asked where its cursor is, and says so."""
UP, DOWN, BACK, ESC, CLEAR, CTRL_C = "\x1b[A", "\x1b[B", "\x1b[Z", "\x1b", "\x15", "\x03"


class Terminal:
    """`drafter …` in a terminal of its own."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self.master, slave = pty.openpty()
        ioctl(self.master, TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "drafter", *arguments],
            cwd=folder,
            env={**os.environ, "TERM": "xterm", **environment},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self.raw, self.read_to = b"", 0

    @property
    def said(self) -> str:
        """Everything shown so far, without colours and cursor movements."""
        return CODES.sub("", self.raw.decode("utf-8", "replace")).replace("\r", "")

    def until(self, words: str) -> str:
        """What is shown from the last wait until these words."""
        end = time.monotonic() + PATIENCE
        while (found := self.said.find(words, self.read_to)) < 0:
            assert time.monotonic() < end and self._listen(), f"no {words!r} in:\n{self.said[self.read_to :]}"
        part, self.read_to = self.said[self.read_to : found + len(words)], found + len(words)
        return part

    def keys(self, text: str) -> None:
        """Press keys."""
        os.write(self.master, text.encode())

    def answer(self, words: str, text: str) -> str:
        """Wait for words, then press keys."""
        part = self.until(words)
        time.sleep(0.05)  # the keys that come after the words are shown, as a person's do
        self.keys(text)
        return part

    def resize(self, rows: int, columns: int) -> None:
        """Make the terminal so large, as a person does who draws at its corner."""
        ioctl(self.master, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.killpg(self.process.pid, signal.SIGWINCH)
        self._listen()

    def ended(self, interrupt: bool = False) -> int:
        """The exit code, once it has ended."""
        if interrupt:
            os.killpg(self.process.pid, signal.SIGINT)
        end = time.monotonic() + PATIENCE
        while self._listen():
            assert time.monotonic() < end, f"it goes on:\n{self.said[self.read_to :]}"
        os.close(self.master)
        return self.process.wait(PATIENCE)

    def _listen(self) -> bool:
        ready, _, _ = select.select([self.master], [], [], 0.2)
        if not ready:
            return self.process.poll() is None
        try:
            got = os.read(self.master, 65536)
        except OSError:  # the other side is closed
            return False
        if CURSOR in got:
            os.write(self.master, WHERE)
        self.raw += got
        return bool(got)
