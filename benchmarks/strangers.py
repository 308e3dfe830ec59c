"""Inputs of a megabyte, each read by every command that takes its kind: seconds and memory of the whole process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Row
from drafter.formats import MOST_CHARACTERS, MOST_LINES

SIZE = 1_000_000
"""Bytes of an input; YAML files may not be larger."""
SECONDS, MEGABYTES = 2.0, 200.0
BRIEF = "blueprint: b.yaml\n"
PLAIN = "drafter: 1\nspeech: {title: 题, closing: [{id: a, say: 好。}]}\n"
CHILD = "drafter: 1\nextends: p.yaml\n"
SLOTS = "drafter: 1\nslots: {甲: {}, 乙: {type: list}, 丙: {type: list, of: {丁: {}, 戊: {}}}}\n"
SPEECH = "speech: {title: 题, closing: [{id: a, say: '{{ 甲 }}{{ 乙 | 顿号 }}'}, {id: b, each: 丙, say: '{{ 丁 }}{{ 戊 }}'}]}\n"


def lines(pattern: str, before: str = "", size: int = SIZE, most: int = SIZE) -> str:
    """A pattern with a number in it, as often as it goes into a file of this size, and at most so often."""
    done, left, n = [before], size - len(before.encode()), 0
    while left > 0 and n <= most:
        done.append(pattern.replace("{n}", str(n)))
        left -= len(done[-1].encode())
        n += 1
    return "".join(done[:-1])


def times(text: str, before: str = "", after: str = "\n") -> str:
    """A text over and over, in one line or none."""
    return before + text * ((SIZE - len((before + after).encode())) // len(text.encode())) + after


def as_much(text: str) -> str:
    """The beginning of an old text that is not too much for one speech."""
    return "".join(islice((line for line in text[: MOST_CHARACTERS - 100].splitlines(True)), MOST_LINES - 10))


BRIEFS: Mapping[str, Callable[[], str]] = {
    "unknown keys": lambda: lines("键{n}: 值\n", BRIEF),
    "unknown keys with ` #x`": lambda: lines("k{n}: v #x\n", BRIEF),
    "one text": lambda: times("好", BRIEF + "甲: "),
    "one text in lines": lambda: lines("  好话{n}。\n", BRIEF + "甲: |\n"),
    "one folded text": lambda: lines("  好话{n}。\n", BRIEF + "甲: >\n"),
    "one plain text in lines": lambda: lines("  好话{n}。\n", BRIEF + "甲:\n"),
    "one quoted text in lines": lambda: lines("  好\\u597d话{n}。\n", BRIEF + '甲: "\n') + '  "\n',
    "escapes": lambda: times("\\u597d", BRIEF + '甲: "', '"\n'),
    "placeholders": lambda: times("【待补】", BRIEF + "甲: 好"),
    "braces": lambda: times("{{ x }}", BRIEF + "甲: 好"),
    "items": lambda: lines("  - 好{n}\n", BRIEF + "乙:\n"),
    "items with ` #x`": lambda: lines("  - 好{n} #x\n", BRIEF + "乙:\n"),
    "empty items": lambda: times("  -\n", BRIEF + "乙:\n", ""),
    "items in brackets": lambda: times("好, ", BRIEF + "乙: [", "]\n"),
    "records": lambda: lines("  - {丁: 好{n}, 戊: 坏}\n", BRIEF + "丙:\n"),
    "records with unknown fields": lambda: lines("  - {丁: 好{n}, 己: 坏}\n", BRIEF + "丙:\n"),
    "duplicate keys": lambda: times("甲: 好\n", BRIEF, ""),
    "brackets": lambda: times("[", BRIEF + "甲: "),
    "comments": lambda: lines("# 注{n}\n", BRIEF) + "甲: 好\n",
    "empty lines": lambda: times("\n", BRIEF, "甲: 好\n"),
    "a line of tabs": lambda: times("\t", BRIEF),
    "a line of blanks": lambda: times(" ", BRIEF + "甲:", "x\n"),
    "full-width blanks": lambda: lines("　甲{n}: 好\n", BRIEF),
    "full-width colons": lambda: lines("甲{n}：好\n", BRIEF),
    "bad lines": lambda: lines("甲{n}: %好\n", BRIEF),
    "good items, then bad lines": lambda: lines("  - 好\n", BRIEF + "乙:\n", SIZE - 3000) + "丙: %好\n" * 100,
    "overrides": lambda: lines("  a{n}: 好\n", BRIEF + "overrides:\n"),
    "omitted nodes": lambda: lines("  - a[{n}]\n", BRIEF + "omit:\n"),
    "zeros": lambda: times("\0", BRIEF),
    "one text in short lines": lambda: times("  好\n", BRIEF + "甲: |\n", ""),
    "lines behind a tab": lambda: times("\t甲: v\n", BRIEF, ""),
    "an indent": lambda: BRIEF + " " * 900_000 + "x: y\n",
    "picks": lambda: lines("  a{n}: 1\n", BRIEF + "pick:\n", most=24_000),
    "overrides that name nobody": lambda: lines("  a{n}: 好\n", BRIEF + "overrides:\n", most=24_000),
    "omitted nodes that nobody has": lambda: lines("  - a[{n}]\n", BRIEF + "omit:\n", most=49_000),
    "facts that nobody asked for": lambda: lines("键{n}: 值\n", BRIEF, most=24_000),
    "records of open fields": lambda: lines("  - {丁: 好{n}}\n", BRIEF + "丙:\n", most=16_000),
    "facts of a wrong kind": lambda: lines("  - {丁: [好], 戊: {a: b}}\n", BRIEF + "丙:\n", most=5_900),
    "remarks": lambda: lines("# drafter: ignore[r{n}]\n", BRIEF),
}
BLUEPRINTS: Mapping[str, Callable[[], str]] = {
    "slots": lambda: lines("  甲{n}: {}\n", "drafter: 1\nspeech: {title: 题}\nslots:\n"),
    "slots with defaults": lambda: lines("  甲{n}: {default: 好}\n", "drafter: 1\nspeech: {title: 题}\nslots:\n"),
    "slots that name each other": lambda: (
        "drafter: 1\nspeech: {title: 题}\nslots:\n  甲0: {}\n"
        + "".join(f"  甲{n}: {{default: '{{{{ 甲{n - 1} }}}}'}}\n" for n in range(1, 12_000))
    ),
    "nodes": lambda: lines("  - {id: n{n}, say: 好。}\n", "drafter: 1\nspeech:\n title: 题\n closing:\n"),
    "nodes of one name": lambda: times("  - {id: a, say: 好。}\n", "drafter: 1\nspeech:\n title: 题\n closing:\n", ""),
    "wordings": lambda: lines(
        "    - 好{n}。\n", "drafter: 1\nspeech:\n title: 题\n closing:\n  - id: a\n    say: 好。\n    or:\n"
    ),
    "points": lambda: lines(
        "    - 好{n}\n", "drafter: 1\nspeech:\n title: 题\n closing:\n  - id: a\n    enumerate: 一是\n    points:\n"
    ),
    "one sentence": lambda: times("好", "drafter: 1\nspeech: {title: 题, closing: [{id: a, say: ", "}]}\n"),
    "sentences": lambda: times("好话。", "drafter: 1\nspeech: {title: 题, closing: [{id: a, say: ", "}]}\n"),
    "expressions": lambda: times("{{ 甲 }}", SLOTS + "speech: {title: 题, closing: [{id: a, say: '", "'}]}\n"),
    "unknown names": lambda: lines("{{ x{n} }}", SLOTS + "speech: {title: 题, closing: [{id: a, say: '") + "'}]}\n",
    "an expression of `and`": lambda: times(
        "甲 and ", SLOTS + "speech: {title: 题, closing: [{id: a, when: ", "甲, say: 好}]}\n"
    ),
    "an expression of brackets": lambda: times(
        "(", SLOTS + "speech: {title: 题, closing: [{id: a, when: '", "甲', say: 好}]}\n"
    ),
    "strong marks": lambda: times("！**", SLOTS + "speech: {title: 题, closing: [{id: a, say: '", "'}]}\n"),
    "open braces": lambda: times("{{", SLOTS + "speech: {title: 题, closing: [{id: a, say: '", "'}]}\n"),
    "choices": lambda: (
        lines("乙{n}, ", "drafter: 1\nspeech: {title: '{{ 甲 }}'}\nslots: {甲: {type: choice, of: [") + "]}}\n"
    ),
    "checks": lambda: lines("  rule{n}: off\n", "drafter: 1\nspeech: {title: 题}\nchecks:\n"),
    "digits": lambda: times("1", "drafter: 1\nspeech: {title: 题, closing: [{id: a, say: ", "}]}\n"),
    "stressed letters": lambda: times("**a", SLOTS + "speech: {title: 题, closing: [{id: a, say: '", "'}]}\n"),
    "expressions with words between": lambda: times(
        "{{ 甲 }}好", SLOTS + "speech: {title: 题, closing: [{id: a, say: '", "'}]}\n"
    ),
    "a title of expressions": lambda: times("{{ 甲 }}", SLOTS + "speech: {title: '", "'}\n"),
    "overrides that name nobody": lambda: lines("  x{n}: {say: 好。}\n", CHILD + "override:\n", most=12_000),
    "removals that name nobody": lambda: lines("  - x{n}\n", CHILD + "remove:\n", most=49_000),
    "inserts that name nobody": lambda: lines(
        "  - {after: x{n}, node: {id: y{n}, say: 好。}}\n", CHILD + "insert:\n", most=4_900
    ),
    "inserts": lambda: lines("  - {after: a, node: {id: y{n}, say: 好。}}\n", CHILD + "insert:\n", most=4_900),
    "fragments that nobody has": lambda: lines(
        "  - {id: n{n}, use: official/nope{n}}\n", "drafter: 1\nspeech:\n title: 题\n closing:\n", most=9_900
    ),
    "slots that name the next": lambda: (
        "drafter: 1\nspeech: {title: '{{ 甲0 }}'}\nslots:\n"
        + "".join(f"  甲{n}: {{default: '{{{{ 甲{n + 1} }}}}'}}\n" for n in range(12_000))
        + "  甲12000: {}\n"
    ),
    "slots that name each other and more": lambda: (
        "drafter: 1\nspeech: {title: '{{ 甲8999 }}'}\nslots:\n  甲0: {}\n"
        + "".join(f"  甲{n}: {{default: '{{{{ 甲{n - 1} }}}}好'}}\n" for n in range(1, 9_000))
    ),
    "conditions on choices": lambda: lines(
        "  - {id: n{n}, when: 丙 == 'x{n}', say: 好。}\n",
        "drafter: 1\nslots: {丙: {type: choice, of: ["
        + ", ".join(f"乙{n}" for n in range(15_000))
        + "]}}\nspeech:\n title: 题\n closing:\n",
        most=4_900,
    ),
    "types that are none": lambda: lines(
        "  甲{n}: {type: t{n}}\n", "drafter: 1\nspeech: {title: 题}\nslots:\n", most=12_000
    ),
    "moves that are none": lambda: lines(
        "  - {id: n{n}, move: m{n}, say: 好。}\n", "drafter: 1\nspeech:\n title: 题\n closing:\n", most=7_000
    ),
    "sections": lambda: lines(
        "  - {id: n{n}, heading: 好, body: [{id: m{n}, say: 好。}]}\n", "drafter: 1\nspeech:\n title: 题\n emphases:\n"
    ),
}
TEXTS: Mapping[str, Callable[[], str]] = {
    "one line": lambda: times("好"),
    "sentences in a line": lambda: times("好话要说。"),
    "lines": lambda: lines("好话{n}要说。\n"),
    "paragraphs": lambda: lines("好话{n}要说，坏话不要说。\n\n", "题目\n\n"),
    "lines without marks": lambda: lines("好话{n}\n"),
    "empty lines": lambda: times("\n", "题", "好。\n"),
    "headings": lambda: lines("一、好话{n}\n\n好。\n\n", "题目\n\n"),
    "points": lambda: times("一是好话。二是坏话。"),
    "ordinals": lambda: lines("{n}. 好话\n"),
    "Chinese ordinals": lambda: times("第一，好。\n"),
    "brackets": lambda: times("（"),
    "quotes": lambda: times("“"),
    "marks": lambda: times("。"),
    "dashes": lambda: times("—"),
    "digits": lambda: times("1"),
    "numerals": lambda: times("一"),
    "years": lambda: times("2024年3月5日"),
    "blanks": lambda: times("　"),
    "tabs": lambda: times("\t", "题", "好\n"),
    "letters": lambda: times("a"),
    "words": lambda: times("ab "),
    "names": lambda: times("同志们："),
    "figures": lambda: lines("增长{n}%，"),
    "zeros": lambda: times("\0"),
    "one heading over and over": lambda: times("一、抓好落实\n"),
    "addresses": lambda: times("同志们：\n"),
    "short paragraphs": lambda: lines("好话{n}要说。\n\n", "", 120_000),
    "one heading 3,000 times": lambda: "一、抓好落实\n" * 3000,
    "headings below headings": lambda: times("一、好\n（一）好\n1. 好\n好。\n"),
    "titles": lambda: times("在大会上的讲话\n"),
    "blanks between": lambda: lines("好 话 {n} 要 说 ， 坏 话 不 说 。\n"),
    "quotes in lines": lambda: lines("好“话{n}要说。\n"),
    "commas": lambda: times("好，"),
    "placeholders": lambda: times("【待补】"),
}
TOLD = {
    "html": ("<a ", "<p>好", "<table><tr><td>", "&amp;", "<!--", "<ol><li>好", "<br>", "<li>好\n"),
    "md": ("# 好\n", "* ", "> ", "**", "`", "[", "| ", "a\n===\n", "1. 好\n", "a\n\n---\n"),
}
"""Pieces of pages and of Markdown."""


class Case(NamedTuple):
    """One input with one command."""

    input: str
    command: tuple[str, ...]
    files: Mapping[str, Callable[[], str]]


class Took(NamedTuple):
    """What it took."""

    code: int
    seconds: float
    """Processor time, user and system."""
    megabytes: float
    """The most memory."""
    said: float
    """Kilobytes that it says: more than a person would scroll through is no answer."""


def cases() -> Iterator[Case]:
    """Every input with every command that takes it."""
    frame = {"b.yaml": lambda: SLOTS + SPEECH, "to.yaml": lambda: PLAIN}
    for name, make in BRIEFS.items():
        files = {**frame, "brief.yaml": make}
        for words in ("check brief.yaml", "draft brief.yaml -o out.docx", "blueprint fmt brief.yaml --dry-run"):
            yield Case(f"brief: {name}", tuple(words.split()), files)
        yield Case(f"brief: {name}", ("convert", "brief.yaml", "--to", "to.yaml", "-o", "-"), files)
    for name, make in BLUEPRINTS.items():
        files = {"b.yaml": make, "p.yaml": lambda: PLAIN, "brief.yaml": lambda: BRIEF}
        commands = ("check b.yaml", "draft brief.yaml -o out.docx", "new b.yaml -o -", "blueprint show b.yaml")
        for words in (*commands, "blueprint fmt b.yaml --dry-run", "schema brief b.yaml"):
            yield Case(f"blueprint: {name}", tuple(words.split()), files)
    for name, make in TEXTS.items():
        yield from _old(name, "old.txt", make)
        yield from _old(f"{name}, as much as is read", "old.txt", lambda make=make: as_much(make()))  # type: ignore[misc]
    for ending, pieces in TOLD.items():
        for piece in pieces:
            yield from _old(piece.strip(), f"old.{ending}", lambda piece=piece: times(piece))  # type: ignore[misc]
            yield from _old(
                f"{piece.strip()}, as much as is read",
                f"old.{ending}",
                lambda piece=piece: as_much(times(piece)),  # type: ignore[misc]
            )


def _old(name: str, file: str, make: Callable[[], str]) -> Iterator[Case]:
    for words in ("outline {}", "tidy {} -o out.docx", "distil {} -o made.yaml"):
        yield Case(f"{file}: {name}", tuple(words.format(file).split()), {file: make})


def took(case: Case, folder: Path, seconds: float = 60) -> Took:
    """Run one in a new folder, stopped after so many seconds."""

    folder.mkdir(parents=True)
    for name, make in case.files.items():
        (folder / name).write_text(make(), "utf-8", newline="")
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({int(seconds)}, {int(seconds)}))"
    start = f"{limit}; import sys; sys.argv = ['drafter', *sys.argv[1:]]; from drafter.__main__ import main; main()"
    with (folder.parent / f"{folder.name}.err").open("wb") as told:
        process = subprocess.Popen((sys.executable, "-c", start, *case.command), cwd=folder, stdout=told, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said = told.tell() / 1000
    return Took(process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def measured(folder: Path, wanted: str = "", step: int = 1) -> Iterator[tuple[Case, Took]]:
    """All of them, or every so manieth, or those whose name holds a text."""
    for n, case in enumerate(cases()):
        if n % step == 0 and wanted in f"{case.input} · {' '.join(case.command)}":
            yield case, took(case, folder / f"case{n}")


def rows(folder: Path, step: int) -> list[Row]:
    """The slowest and the largest; the whole table: python -m benchmarks.strangers"""
    found = list(measured(folder, step=step))
    slow, large = max(found, key=lambda one: one[1].seconds), max(found, key=lambda one: one[1].megabytes)
    return [
        Row(
            f"any input of 1 MB, any command: the slowest of {len(found)} ({slow[0].input}, `{slow[0].command[0]}`)",
            f"{slow[1].seconds:.1f} s",
            f"≤ {SECONDS:g} s",
            slow[1].seconds <= SECONDS,
        ),
        Row(
            f"the same, the largest ({large[0].input}, `{large[0].command[0]}`)",
            f"{large[1].megabytes:.0f} MB",
            f"≤ {MEGABYTES:g} MB",
            large[1].megabytes <= MEGABYTES,
        ),
    ]


def main(wanted: str = "") -> None:
    """Print a line for each: python -m benchmarks.strangers [TEXT IN THE NAME]"""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        for case, what in measured(Path(name), wanted):
            poor = "" if what.seconds <= SECONDS and what.megabytes <= MEGABYTES and what.code in (0, 1) else "  <--"
            took = f"{what.seconds:6.2f} s {what.megabytes:5.0f} MB {what.said:6.0f} kB"
            print(f"{took}  {case.input} · {' '.join(case.command)} {what.code}{poor}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
