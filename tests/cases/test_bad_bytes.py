"""Whatever bytes a file holds, it is read or refused by name: in time, in little memory, each error with its place.

A small file is read in this process; a bomb in a process of its own, with 1 GB of address space.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cases.running import GIGABYTE, Done, drafter, process
from tests.cases.test_reading import FOLDER

LINE = re.compile(r"\S+:[1-9]\d*:[1-9]\d*: (error|warning): [^\n]+; [^\n]+ \[[a-z0-9-]+\]")
COUNTS = re.compile(r"\d+ errors?, \d+ warnings?")
BRIEF = "blueprint: blueprint.yaml\n会议: 全市工作会议\n"
RIGHT = "0 errors, 0 warnings"

UNKNOWN = "brief.yaml:1:1: error: the file's encoding cannot be told for sure; save it as UTF-8 [unknown-encoding]"
DIGITS = "write digits only, units belong in the blueprint [not-a-number]"

SMALL: dict[str, tuple[bytes, list[str]]] = {
    "UTF-8 with a byte order mark": (b"\xef\xbb\xbf" + BRIEF.encode(), []),
    "UTF-16 as Notepad saves it": (BRIEF.encode("utf-16"), []),
    "UTF-16, the other byte first": (b"\xfe\xff" + BRIEF.encode("utf-16-be"), []),
    "UTF-16 without a mark": (BRIEF.encode("utf-16-le"), [UNKNOWN]),
    "UTF-16 cut in the middle": (BRIEF.encode("utf-16")[:-1], [UNKNOWN]),
    "GBK": (
        BRIEF.encode("gbk"),
        [
            "brief.yaml:1:1: warning: the file is not UTF-8; read as GB18030; save it as UTF-8 to be sure [read-as-gb18030]"
        ],
    ),
    "GB18030 with a rare character": (BRIEF.replace("市", "㐂").encode("gb18030"), [UNKNOWN]),
    "Big5": (BRIEF.replace("会议", "會議").encode("big5"), [UNKNOWN]),
    "Latin-1": ("blueprint: blueprint.yaml\ntitle: Café\n".encode("latin-1"), [UNKNOWN]),
    "UTF-8 cut in the middle of a character": (BRIEF.encode()[:-2], [UNKNOWN]),
    "carriage returns alone": (BRIEF.replace("\n", "\r").encode(), []),
    "carriage returns and line feeds": (BRIEF.replace("\n", "\r\n").encode(), []),
    "no end of line at the end": (BRIEF.rstrip().encode(), []),
    "a NUL": (
        BRIEF.replace("市", "\0").encode(),
        ["brief.yaml:2:6: error: the character U+0000 cannot stand in a document; delete it [illegal-character]"],
    ),
    "a NUL as an escape": (
        BRIEF.replace("全市工作会议", r'"全\0市"').encode(),
        ["brief.yaml:2:5: error: the character U+0000 cannot stand in a document; delete it [illegal-character]"],
    ),
    "an ESC": (
        BRIEF.replace("市", "\x1b[31m").encode(),
        ["brief.yaml:2:6: error: the character U+001B cannot stand in a document; delete it [illegal-character]"],
    ),
    "half a surrogate pair as an escape": (
        BRIEF.replace("全市工作会议", r'"全\ud800市"').encode(),
        [
            'brief.yaml:2:7: error: between " " a backslash has a meaning, and \\ud800市" is none of those that it can have; '
            "write two backslashes for one, or use ' ' [odd-escape]"
        ],
    ),
    "half a surrogate pair as bytes": (BRIEF.encode().replace("市".encode(), b"\xed\xa0\x80"), [UNKNOWN]),
    "a character that is none": (
        BRIEF.replace("市", "\uffff").encode(),
        ["brief.yaml:2:6: error: the character U+FFFF cannot stand in a document; delete it [illegal-character]"],
    ),
    "a line separator": (
        BRIEF.replace("市", "\u2028").encode(),
        ["brief.yaml:2:6: error: the character U+2028 cannot stand in a document; delete it [illegal-character]"],
    ),
    "a next-line character": (
        BRIEF.replace("市", "\x85").encode(),
        ["brief.yaml:2:6: error: the character U+0085 cannot stand in a document; delete it [illegal-character]"],
    ),
    "a number of 5,000 digits": (
        f"{BRIEF}人数: {'9' * 5000}\n".encode(),
        [f"brief.yaml:3:5: error: 人数 should be a number, not 99999999999999999999999…; {DIGITS}"],
    ),
    "a setting of 5,000 digits": (
        f"{BRIEF}seed: {'9' * 5000}\nminutes: 1e400\n".encode(),
        [
            f"brief.yaml:3:7: error: seed should be a number, not 999999999999999999999999; {DIGITS}",
            f"brief.yaml:4:10: error: minutes should be a number, not 1e400; {DIGITS}",
        ],
    ),
    "numbers that are none": (
        f"{BRIEF}minutes: .inf\nseed: nan\n人数: 0x10\n".encode(),
        [
            f"brief.yaml:3:10: error: minutes should be a number, not .inf; {DIGITS}",
            f"brief.yaml:4:7: error: seed should be a number, not nan; {DIGITS}",
            f"brief.yaml:5:5: error: 人数 should be a number, not 0x10; {DIGITS}",
        ],
    ),
    "a date of the year 0": (
        f"{BRIEF}日期: 0000-01-01\n".encode(),
        ["brief.yaml:3:5: error: 日期 should be a date, not 0000-01-01; write it as 2026-03-18 [not-a-date]"],
    ),
    "python tags": (
        b'!!python/object/apply:os.system ["touch ran"]\n',
        ["brief.yaml:1:1: error: YAML tags (!) are not used here; remove the tag, or put the text in quotes [no-tags]"],
    ),
    "a python tag in a value": (
        BRIEF.encode() + b'x: !!python/object/apply:os.system ["touch ran"]\n',
        ["brief.yaml:3:4: error: YAML tags (!) are not used here; remove the tag, or put the text in quotes [no-tags]"],
    ),
    "a key that is a map": (
        BRIEF.encode() + b"{a: b}: c\n",
        ["brief.yaml:3:1: error: unquoted {{ … }} is a map in YAML; put the text in quotes [quote-braces]"],
    ),
    "a key that is a list": (
        BRIEF.encode() + b"? [a, b]\n: c\n",
        ["brief.yaml:3:3: error: a list or a map cannot be a key; write a name before the colon [odd-key]"],
    ),
    "a key that is empty": (
        BRIEF.encode() + b": c\n",
        [
            "brief.yaml:3:1: error: a colon and a blank inside a text; put the text in quotes, or use a full-width colon ： [colon-in-text]"
        ],
    ),
    "a key that is ~": (
        BRIEF.encode() + b"~: c\n",
        ["brief.yaml:3:1: error: unknown slot ~; remove it, or add it to the blueprint's slots [unknown-slot]"],
    ),
    "a key of many lines": (
        BRIEF.encode() + b"? |\n  a\n  b\n: c\n",
        [
            "brief.yaml:3:3: error: unknown slot a\\u000ab\\u000a; remove it, or add it to the blueprint's slots [unknown-slot]"
        ],
    ),
    "a directive": (
        b"%YAML 9.9\n---\n" + BRIEF.encode(),
        [
            "brief.yaml:1:1: error: a line that begins with % is an order to YAML; "
            "remove the line, or put the text in quotes [no-directives]",
        ],
    ),
    "a document's end": (BRIEF.encode() + b"...\n", []),
    "nothing but marks": (
        b"---\n...\n---\n",
        ["brief.yaml:3:1: error: a second document begins with `---`; keep one speech a file [two-documents]"],
    ),
    "noise": (bytes(range(256)) * 4, [UNKNOWN]),
    "a zip file": (
        b"PK\x03\x04" + bytes(200),
        ["brief.yaml:1:3: error: the character U+0003 cannot stand in a document; delete it [illegal-character]"],
    ),
}

DEEP = "".join(" " * n + "a:\n" for n in range(1000))
LAUGHS = "a0: &a0 [哈, 哈]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 20))
MERGES = "m0: &m0 {a: b}\n" + "".join(f"m{n}: &m{n}\n  <<: [{', '.join([f'*m{n - 1}'] * 10)}]\n" for n in range(1, 20))
# Two rules where libyaml decides: since 0.2.6 it counts levels itself, before we can.
BOMBS = {
    "billion laughs": (LAUGHS, "no-aliases"),
    "merge keys that multiply": (MERGES, "no-aliases"),
    "a merge key alone": ("<<: [{a: 1}, {b: 2}]\n", "no-merge-keys"),
    "an alias within itself": ("a: &a [*a]\n", "no-aliases"),
    "50,000 opening brackets": ("x: " + "[" * 50_000, "yaml-syntax|too-deep"),
    "50,000 opening braces": ("x: " + "{" * 50_000, "quote-text|quote-braces"),
    "50,000 question marks": ("? " * 50_000, "odd-key"),
    "50,000 dashes": ("x:\n" + "- " * 50_000, "too-deep"),
    "1,000 levels of lines": (DEEP, "too-deep"),
    "2,000 levels in one line": ("x: " + "{a: " * 2000, "too-deep"),
    "60,000 keys": ("".join(f"k{n}: v\n" for n in range(60_000)), "too-many-nodes"),
    "100,000 keys": ("".join(f"key{n}: v\n" for n in range(100_000)), "too-large"),
    "5,000 keys": ("".join(f"钥匙{n}: v\n" for n in range(5_000)), "unknown-slot"),
    "5,000 times the same key": ("k: v\n" * 5_000, "duplicate-key"),
    "100,000 items": ("x: [" + "a, " * 100_000 + "]\n", "too-many-nodes"),
    "one line of 5 MB": ("x: " + "长" * 1_700_000, "too-large"),
    "one line of 900 KB": ("会议: " + "长" * 300_000, "text-more-than-limit"),
    "an indent of 900 KB": (" " * 900_000 + "x: y\n", "odd-step"),
    "20,000 lines that YAML cannot read": ("k: %1\n" * 20_000, "quote-text"),
    "20,000 lines with full-width colons": ("键：值\n" * 20_000, "wide-colon"),
    "5,000 lines indented with full-width blanks": ("k:\n" + "　x: y\n" * 5_000, "odd-indent"),
    "100,000 marks of comments": ("x: y\n" + "#" * 100_000 + "\n", "unknown-slot"),
    "100,000 quotation marks": ("x: " + '"' * 100_001, "quote-text"),
    "100,000 backslashes": ('x: "' + "\\\\" * 100_000 + '"\n', "unknown-slot"),
    "100,000 full stops in a name": ("a." * 100_000 + ": v\n", "no-colon"),
    "100,000 opening braces in a fact": ("会议: '" + "{{" * 100_000 + "'\n", "braces-in-fact"),
    "100,000 crosses in a fact": ("会议: " + "×× " * 60_000 + "\n", "placeholder"),
}


def well_said(done: Done) -> list[str]:
    """The lines of a report, each of which has its place, its severity, its mend and its rule."""
    *lines, counts = done.said.splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert COUNTS.fullmatch(counts)
    assert done.code == any(": error: " in line for line in lines)
    return lines


@pytest.mark.parametrize("name", SMALL)
def test_bytes_are_read_or_refused_by_name(name: str, tmp_path: Path) -> None:
    raw, said = SMALL[name]
    (tmp_path / "blueprint.yaml").write_bytes((FOLDER / "blueprint.yaml").read_bytes())
    (tmp_path / "brief.yaml").write_bytes(raw)
    assert well_said(drafter(tmp_path, "check", "brief.yaml")) == said
    assert {path.name for path in tmp_path.iterdir()} == {"brief.yaml", "blueprint.yaml"}


@pytest.mark.parametrize("name", SMALL)
def test_a_blueprint_of_the_same_bytes_is_answered_too(name: str, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_bytes(SMALL[name][0].replace(b"blueprint: ", b"drafter: "))
    (tmp_path / "brief.yaml").write_text("blueprint: mine.yaml\n")
    for file in ("mine.yaml", "brief.yaml"):
        assert well_said(drafter(tmp_path, "check", file))


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_answered_in_time_and_in_a_gigabyte(name: str, tmp_path: Path) -> None:
    bomb, rule = BOMBS[name]
    (tmp_path / "blueprint.yaml").write_bytes((FOLDER / "blueprint.yaml").read_bytes())
    (tmp_path / "brief.yaml").write_text("blueprint: blueprint.yaml\n" + bomb, "utf-8")
    (tmp_path / "mine.yaml").write_text("drafter: 1\nspeech: {title: 讲话}\n" + bomb, "utf-8")
    lines = well_said(process(tmp_path, "check", "brief.yaml", "mine.yaml", memory=GIGABYTE))
    assert re.search(rf"\[({rule})\]", "".join(line for line in lines if line.startswith("brief.yaml")))
