"""Four times as much takes about four times as long, of whatever there is much; `python -m tests.laws.test_linearity` prints the table."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cases.running import drafter

MORE = 4
LIMIT = 6.0
"""How many times longer four times as much may take; what takes the square takes sixteen times."""
TRIES = 8
"""Times that both are run before it counts as slow: other work on the machine only ever adds."""
Files = dict[str, str]
PLAIN = "drafter: 1\nspeech: {title: 题, closing: [{id: a, say: 好。}]}\n"
ZONE = "drafter: 1\nspeech:\n title: 题\n closing:\n"
CHILD = "drafter: 1\nextends: p.yaml\n"
FRAME = (
    "drafter: 1\nslots: {甲: {}, 乙: {type: list}, 丙: {type: list, of: {丁: {}, 戊: {type: choice, of: [坏, 好]}}}}\n"
    "speech: {title: 题, closing: [{id: a, say: '{{ 甲 }}{{ 乙 | 顿号 }}'}, {id: b, each: 丙, say: '{{ 丁 }}{{ 戊 }}'}]}\n"
)


def many(pattern: str, n: int, before: str = "", after: str = "") -> str:
    """A pattern so many times, a number in each."""
    return before + "".join([pattern.replace("#", str(k)) for k in range(n)]) + after


def brief(pattern: str, before: str = "", after: str = "") -> Callable[[int], Files]:
    """A brief with so many of a kind."""
    return lambda n: {"b.yaml": FRAME, "f.yaml": many(pattern, n, "blueprint: b.yaml\n" + before, after)}


def blueprint(pattern: str, before: str, after: str = "") -> Callable[[int], Files]:
    """A blueprint with so many of a kind, and a brief that says nothing."""
    return lambda n: {"p.yaml": PLAIN, "b.yaml": many(pattern, n, before, after), "f.yaml": "blueprint: b.yaml\n"}


def old(pattern: str, ending: str = "txt", before: str = "") -> Callable[[int], Files]:
    """An old speech with so many of a kind."""
    return lambda n: {f"old.{ending}": many(pattern, n, before)}


def conditions(n: int) -> Files:
    """As many conditions as there are choices."""
    of = ", ".join(f"乙{k}" for k in range(n))
    return blueprint(
        "  - {id: n#, when: 丙 == 'x#', say: 好。}\n", f"slots: {{丙: {{type: choice, of: [{of}]}}}}\n{ZONE}"
    )(n)


def chain(n: int) -> Files:
    """Defaults that need one another."""
    slots = many("  甲#: {default: '{{ 乙# }}好'}\n", n).replace("乙", "甲x")
    for k in range(n):
        slots = slots.replace(f"甲x{k} ", f"甲{k + 1} ", 1)
    return blueprint("", f"drafter: 1\nspeech: {{title: '{{{{ 甲0 }}}}'}}\nslots:\n{slots}  甲{n}: {{}}\n")(0)


def overridden(n: int) -> Files:
    """A brief that says every node of its blueprint otherwise."""
    said = many("  n#: 坏。\n", n, "blueprint: b.yaml\noverrides:\n")
    return blueprint("  - {id: n#, say: 好。}\n", ZONE)(n) | {"f.yaml": said}


def added_to(n: int) -> Files:
    """A brief that says something behind every node of its blueprint."""
    said = many("  - {after: n#, say: 坏。}\n", n, "blueprint: b.yaml\ninsert:\n")
    return blueprint("  - {id: n#, say: 好。}\n", ZONE)(n) | {"f.yaml": said}


CHECK, CHECKED, DRAFT = "check f.yaml", "check b.yaml", "draft f.yaml -o out.docx"
TIDY, DISTIL = "tidy old.{0} -o out.docx", "distil old.{0} -o made.yaml"
GENERATORS: Mapping[str, tuple[int, str, Callable[[int], Files]]] = {
    "unknown keys": (2000, CHECK, brief("键#: 值\n")),
    "unknown keys with ` #x`": (600, CHECK, brief("k#: v #x\n")),
    "unknown overrides": (2000, CHECK, brief("  a#: 好\n", "overrides:\n")),
    "unknown nodes left out": (2000, CHECK, brief("  - x#\n", "omit:\n")),
    "nodes said otherwise": (400, DRAFT, overridden),
    "texts inserted": (400, DRAFT, added_to),
    "items": (800, DRAFT, brief("  - 好#\n", "乙:\n")),
    "records": (400, DRAFT, brief("  - {丁: 好#, 戊: 坏}\n", "丙:\n")),
    "records of wrong choices": (300, CHECK, brief("  - {丁: 好#, 戊: 很坏}\n", "丙:\n")),
    "records of unknown fields": (300, CHECK, brief("  - {丁: 好#, 己: 坏}\n", "丙:\n")),
    "lines of a text under |": (5000, DRAFT, brief("  好话#。\n", "甲: |\n")),
    "lines of a text under >": (1000, DRAFT, brief("  好话#。\n", "甲: >\n")),
    "lines of a plain text": (1000, DRAFT, brief("  好话#。\n", "甲:\n")),
    "escapes": (4000, DRAFT, brief("\\u597d", '甲: "', '"\n')),
    "placeholders": (1500, CHECK, brief("【待补】", "甲: 好")),
    "lines behind a tab": (2000, CHECK, brief("\t甲: v\n")),
    "an indent": (50_000, CHECK, brief(" ", "", "x: y\n")),
    "one key over and over": (1500, CHECK, brief("甲: 好\n")),
    "remarks": (300, CHECK, brief("# drafter: ignore[r#]\n甲#: 好\n")),
    "slots": (250, CHECKED, blueprint("  甲#: {}\n", "drafter: 1\nspeech: {title: 题}\nslots:\n")),
    "defaults that need one another": (250, CHECKED, chain),
    "nodes": (200, CHECKED, blueprint("  - {id: n#, say: 好#。}\n", ZONE)),
    "nodes of one name": (300, CHECKED, blueprint("  - {id: a, say: 好。}\n", ZONE)),
    "moves that are none": (200, CHECKED, blueprint("  - {id: n#, move: m#, say: 好。}\n", ZONE)),
    "points": (400, DRAFT, blueprint("    - 好#\n", ZONE + "  - id: a\n    enumerate: 一是\n    points:\n")),
    "sentences": (
        8000,
        CHECKED,
        blueprint("好话#。", "drafter: 1\nspeech: {title: 题, closing: [{id: a, say: ", "}]}\n"),
    ),
    "expressions": (600, CHECKED, blueprint("{{ 甲 }}好", FRAME.split("speech")[0] + "speech: {title: '", "'}\n")),
    "gaps": (600, DRAFT, blueprint("{{ 甲 }}好", FRAME.split("speech")[0] + "speech: {title: '", "'}\n")),
    "strong words": (1500, DRAFT, blueprint("**a**b", FRAME.split("speech")[0] + "speech: {title: '", "'}\n")),
    "conditions on choices": (250, CHECKED, conditions),
    "removals that name nobody": (2000, CHECKED, blueprint("  - x#\n", CHILD + "remove:\n")),
    "edits that name nobody": (500, CHECKED, blueprint("  x#: {say: 好。}\n", CHILD + "override:\n")),
    "inserts": (150, CHECKED, blueprint("  - {after: a, node: {id: y#, say: 好。}}\n", CHILD + "insert:\n")),
    "fragments that nobody has": (150, CHECKED, blueprint("  - {id: n#, use: official/no#}\n", ZONE)),
    "sections": (100, DRAFT, blueprint("  - {id: n#, body: [{id: m#, say: 好。}]}\n", ZONE)),
    "old lines": (300, TIDY, old("好话#要说。\n")),
    "old addresses": (500, TIDY, old("同志们：\n")),
    "one heading over and over": (300, TIDY, old("一、抓好落实\n")),
    "first points": (500, TIDY, old("第一，好。\n")),
    "underlined headings": (300, TIDY, old("a\n===\n", "md")),
    "items of lists": (300, TIDY, old("<ol><li>好", "html")),
    "old paragraphs": (120, DISTIL, old("好话#要说，坏话不说。\n\n", "txt", "题目\n\n")),
    "old headings": (60, DISTIL, old("一、好话#\n\n好。\n\n", "txt", "题目\n\n")),
    "old figures": (700, DISTIL, old("增长#%，")),
    "old digits": (20_000, DISTIL, old("1")),
}
"""How many at least, the command, and what makes them."""


def seconds(folder: Path, name: str, n: int) -> float:
    """The CPU time of a command on so many."""
    folder.mkdir(parents=True)
    _, command, make = GENERATORS[name]
    files = make(n)
    for file, text in files.items():
        (folder / file).write_text(text, "utf-8")
    words = command.format(next(iter(files)).rpartition(".")[2]).split()
    gc.disable()  # it walks through all that the tests have made
    started = time.process_time()
    try:
        done = drafter(folder, *words)
    finally:
        gc.enable()
    took = time.process_time() - started
    assert done.code in (0, 1), done.said
    return took


def measured(folder: Path, name: str) -> tuple[float, float]:
    """The least that so many take, and that four times as many do."""
    n, numbers = GENERATORS[name][0], count()
    seconds(folder / "warm", name, max(2, n // 10))
    few = much = float("inf")
    for _ in range(TRIES):
        few = min(few, seconds(folder / str(next(numbers)), name, n))
        much = min(much, seconds(folder / str(next(numbers)), name, MORE * n))
        if much < LIMIT * few * 0.9:
            break
    return few, much


@pytest.mark.parametrize("name", GENERATORS)
def test_four_times_as_much_takes_no_six_times_as_long(tmp_path: Path, name: str) -> None:
    few, much = measured(tmp_path, name)
    print(row(name, few, much))
    assert much < LIMIT * few, row(name, few, much)


def row(name: str, few: float, much: float) -> str:
    """A row of the table."""
    n, command, _ = GENERATORS[name]
    return f"{name:<34}{command.split()[0]:<8}{n:>7,} {few:6.3f} s {MORE * n:>8,} {much:6.3f} s  × {much / few:4.1f}"


def table() -> Iterator[str]:
    """All rows."""
    with TemporaryDirectory() as folder:
        for n, name in enumerate(GENERATORS):
            yield row(name, *measured(Path(folder, str(n)), name))


if __name__ == "__main__":
    for line in table():
        print(line, flush=True)
