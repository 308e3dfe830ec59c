"""`drafter` run as a person runs it: in this process where that is enough, as a process of its own where it is not."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typer.main

from drafter.cli.app import run as run_command_line
from tests.clock import in_time

typer.main.get_params_from_function = cache(typer.main.get_params_from_function)
"""A process looks at the functions of its commands once; hundreds of runs in one need no more."""
GIGABYTE = 1 << 30
PATIENCE = 120
"""Seconds after which a run counts as hanging, on however busy a machine."""
SECONDS = 10
"""CPU seconds that a run may take; the promise is 2."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended and what it said, stdout and stderr as they came."""

    code: int
    said: str


def drafter(folder: Path, *arguments: str) -> Done:
    """`drafter …` in `folder`, in this process: the same way in and out as the command has."""
    heard = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    before, sys.argv = sys.argv, ["drafter", *arguments]
    try:
        with chdir(folder), redirect_stdout(heard), redirect_stderr(heard):
            run_command_line()
        code: object = 0
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.argv = before
    assert isinstance(code, int)
    return Done(code, heard.buffer.getvalue().decode())  # type: ignore[attr-defined]


def process(folder: Path, *arguments: str, memory: int = 0, file_size: int = 0, **environment: str) -> Done:
    """`python -m drafter …` in `folder`, with limits on its memory and on the files that it writes, in bytes."""

    def limits() -> None:
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if file_size:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        preexec_fn=limits if memory or file_size else None,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    in_time(SECONDS, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return Done(done.returncode, done.stdout.decode("utf-8", "replace"))
