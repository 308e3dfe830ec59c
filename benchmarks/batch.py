"""Many briefs: one process beside docxtpl, two beside one, and memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import yaml

from benchmarks import peers
from benchmarks.draft_many import keeping
from benchmarks.measure import Row, Work, at_least, at_most, interleaved, ratio, run, timed
from benchmarks.speech import Speech, edited
from drafter.desk.draft import Draft, draft_file, write_draft


def beside_docxtpl(speech: Speech, folder: Path, rounds: int) -> list[Row]:
    """Brief file to .docx file, ten of them a round."""
    template, out = folder / "frame.docx", folder / "out.docx"
    template.write_bytes(speech.frame)
    paths = cycle(briefs(speech, folder, 100))

    def theirs(path: Path) -> bytes:
        return peers.fill(template, yaml.load(path.read_bytes(), peers.LOADER))

    def ours(draft: Callable[[Path], Draft]) -> Callable[[Path], bytes]:
        return lambda path: write_draft(draft(path), "docx", speech.style, final=True)

    def work(make: Callable[[Path], bytes]) -> Work:
        return timed(lambda: out.write_bytes(make(next(paths))), 10)

    kept = keeping(folder)
    first = next(paths)
    assert peers.outline(ours(draft_file)(first)) == peers.outline(ours(kept)(first)) == peers.outline(theirs(first))
    took = interleaved(rounds, {"file": work(ours(draft_file)), "kept": work(ours(kept)), "theirs": work(theirs)})
    what = "brief → .docx in a batch, one process"
    return [
        at_least(f"docxtpl : drafter, {what} (`draft_file`)", ratio(took["theirs"], took["file"]), 12),
        at_least(
            f"docxtpl : drafter, {what} (`draft_file` with a kept library)",
            ratio(took["theirs"], took["kept"]),
            12,
        ),
    ]


def two_processes(speech: Speech, folder: Path, number: int, rounds: int) -> list[Row]:
    """A process that drafts a number of briefs beside two at a time that draft half of them each."""
    reach = 1.8 if number >= 1000 else 1  # fewer are soon done, but two processes must not take longer
    briefs(speech, folder, number)

    def processes(count: int) -> Work:
        share = number // count
        commands = [command("file", folder, n * share, share) for n in range(count)]

        def call() -> None:
            running = [subprocess.Popen(one, stdout=subprocess.DEVNULL) for one in commands]
            codes = [one.wait() for one in running]
            assert not any(codes)

        return timed(call)

    took = interleaved(rounds, {"one": processes(1), "two": processes(2)}, warm_up=False)
    return [at_least(f"one process : two, {number:,} briefs", ratio(took["one"], took["two"]), reach, 2)]


def memory(speech: Speech, folder: Path, documents: int) -> list[Row]:
    """The peak of a process that drafts 10,000 documents beside that of one that drafts 100."""
    briefs(speech, folder, 100)
    many, few = (int(run(*command("kept", folder, 0, number))) for number in (documents, 100))
    return [at_most(f"peak memory, {documents:,} documents : 100 ({few / 1024:.0f} MB)", many / few, 1.05)]


def briefs(speech: Speech, folder: Path, number: int) -> list[Path]:
    """So many brief files, no two the same."""
    paths = [folder / f"brief-{n:05}.yaml" for n in range(number)]
    for n, path in enumerate(paths):
        path.write_text(edited(speech.text, n + 100), "utf-8")
    return paths


def command(how: str, folder: Path, start: int, number: int) -> tuple[str | Path, ...]:
    """The command line of a process that drafts a number of the briefs in a folder."""
    return (sys.executable, "-m", "benchmarks.draft_many", how, folder, str(start), str(number))
