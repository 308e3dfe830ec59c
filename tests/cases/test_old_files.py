"""Old speeches as files of all kinds: what is read of them, what is said of the rest, and what is no speech at all.

Each `.case` file in `reading-old/` is one specimen, whole: the file, its lines as `place [claim] text`, what is said.
A Word file stands there as what its parts hold.
"""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from drafter.formats import read
from drafter.model.sheet import Raw
from drafter.sentences import report
from tests.cases.packages import WORD, document, package, zipped
from tests.cases.running import GIGABYTE, drafter, process
from tests.conftest import need

CASES = sorted((Path(__file__).parent / "reading-old").glob("*.case"))
SECTION = re.compile(r"^=== (\S+)(?: (\S+))?\n", re.MULTILINE)
SHOWN = str.maketrans({"\n": "⏎", "\t": "→", "\u00a0": "␣", "\u3000": "□"})
"""How blanks are shown that one would not see."""


def shown(line: Raw) -> str:
    """A line as a case writes it."""
    claim = f" [{line.claim} {line.level}]" if line.level else f" [{line.claim}]" if line.claim else ""
    return f"{line.place.line}:{line.place.column}{claim} {line.text.translate(SHOWN)}".rstrip()


def parts_of(case: Path) -> tuple[str, str, dict[str, str]]:
    """The name of a specimen's first part, its encoding, and all parts."""
    sentence, *sections = SECTION.split(case.read_text("utf-8"))
    assert re.fullmatch(r"[^\n]+\.\n+", sentence), "a case begins with one sentence"
    return sections[0], sections[1] or "utf-8", dict(zip(sections[::3], sections[2::3], strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_an_old_file_is_read_as_written(case: Path) -> None:
    name, encoding, parts = parts_of(case)
    lines, said = parts.pop("lines"), parts.pop("says")
    of_word = name == "body"
    sheet = read(package(**parts) if of_word else parts[name].encode(encoding), "old.docx" if of_word else name)
    assert "".join(f"{shown(line)}\n" for line in sheet.lines) == lines
    assert "".join(f"{report(problem)}\n" for problem in sheet.problems) == said


# what another program writes

PAGE = """<meta charset="utf-8"><h1>在灯光会上的讲话</h1><p>同志们：</p><h2>一、点亮</h2>
<ol><li>路口先亮</li><li>桥头再亮<ol type="i"><li>东桥</li><li>西桥</li></ol></li><li>巷子后亮</li></ol><p>中间<b>一</b>段。</p>
<ol start="5"><li>从五数起</li></ol><ul><li>不编号</li></ul>
<table><tr><td>路段</td><td>盏数</td></tr><tr><td>东街</td><td>60</td></tr></table>
<p><a href="#a">链着的字</a>与<sup>角</sup>标</p>"""


def test_a_page_that_libreoffice_makes_a_word_file_reads_as_the_page(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text(PAGE, "utf-8")
    command = [need("soffice"), "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", ".", "old.html"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, env={**os.environ, "HOME": str(tmp_path)})
    page, word = (read((tmp_path / name).read_bytes(), name) for name in ("old.html", "old.docx"))
    assert [line.text for line in word.lines] == [line.text for line in page.lines]
    assert [line.claim for line in word.lines[3:]] == [line.claim for line in page.lines[3:]]
    assert [problem.facts for problem in word.problems] == [problem.facts for problem in page.problems]


# one text in all encodings

TEXT = "在全市防汛会上的讲话\n\n　　同志们：今天开会，是为了把堤守住。\n"


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("utf-16-be", ""),
        ("gb18030", "warning: the file is not UTF-8; read as GB18030; save it as UTF-8 to be sure [read-as-gb18030]"),
    ],
)
def test_a_text_is_read_in_any_encoding_that_can_be_told(ending: str, encoding: str, said: str) -> None:
    sheet = read(TEXT.encode(encoding), f"f.{ending}")
    assert [report(problem) for problem in sheet.problems] == ([f"f.{ending}:1:1: {said}"] if said else [])
    assert [line.text for line in sheet.lines] == TEXT.splitlines()


# what is no speech

ANEW = "open it in Word or WPS and save it anew as .docx [damaged-docx]"
AS_DOCX = "open it in Word or WPS and save it as .docx [other-format]"
GIVE = "give the speech as .docx, .txt, .md or .html [no-speech-file]"
COPY = "copy the speech into a new document"
TELLING = "<w:p><w:r><w:t>好</w:t></w:r></w:p>"
GOOD = package(TELLING)
MAIN = "word/document.xml"


def old_office(*streams: str) -> bytes:
    """The first bytes of an OLE file and the names of its streams."""
    names = b"".join(name.encode("utf-16-le") + bytes(40) for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + names


def flagged(data: bytes) -> bytes:
    """An archive that says that its parts are encrypted."""
    flags = {b"PK\x03\x04": 6, b"PK\x01\x02": 8}
    raw = bytearray(data)
    for mark, at in flags.items():
        for one in re.finditer(re.escape(mark), data):
            raw[one.start() + at] |= 1
    return bytes(raw)


def damaged(reason: str) -> str:
    return f"this is no Word file, or a damaged one: {reason}; {ANEW}"


REFUSED: dict[str, tuple[str, bytes, str]] = {
    "empty": ("f.docx", b"", f"this is an empty file, not a speech; {GIVE}"),
    ".doc": ("f.doc", old_office("WordDocument"), f"this is a Word 97–2003 document (.doc), which is not read; {AS_DOCX}"),
    ".doc renamed": (
        "f.docx",
        old_office("WordDocument"),
        f"this is a Word 97–2003 document (.doc), which is not read; {AS_DOCX}",
    ),
    ".wps": ("f.wps", old_office("WordDocument"), f"this is a WPS document (.wps), which is not read; {AS_DOCX}"),
    "encrypted": (
        "f.docx",
        old_office("EncryptionInfo", "EncryptedPackage"),
        "the file is encrypted; open it with its password and save it without one [encrypted]",
    ),
    "parts encrypted": (
        "f.docx",
        flagged(GOOD),
        "the file is encrypted; open it with its password and save it without one [encrypted]",
    ),
    "RTF": ("f.docx", b"{\\rtf1 x}", f"this is a Rich Text file, which is not read; {AS_DOCX}"),
    "PDF": (
        "f.docx",
        b"%PDF-1.7\n",
        "this is a PDF file, which is not read; ask for the .docx that it was made from, or copy its text into a .txt file [pdf]",
    ),
    "a workbook": ("f.docx", zipped({"xl/workbook.xml": ""}), f"this is an Excel workbook, not a speech; {GIVE}"),
    "OpenDocument": (
        "f.docx",
        zipped({"content.xml": ""}),
        f"this is an OpenDocument text (.odt), which is not read; {AS_DOCX}",
    ),
    "an archive": (
        "f.docx",
        zipped({"a": ""}),
        f"this is an archive without a Word document, not a speech; {GIVE}",
    ),
    "cut off": ("f.docx", GOOD[:-10], damaged("it is no ZIP archive, or its end is missing")),
    "plain text": ("f.docx", b"x", damaged("it is no ZIP archive, or its end is missing")),
    "without a text": ("f.docx", zipped({"word/a.xml": ""}), damaged("the part that holds the text is missing")),
    "two parts of one name": (
        "f.docx",
        zipped({MAIN: document(TELLING), "Word/Document.xml": document("")}),
        damaged("two of its parts have one name"),
    ),
    "DOCTYPE": (
        "f.docx",
        zipped({MAIN: '<!DOCTYPE a [<!ENTITY b "c">]>' + document(TELLING.replace("好", "&b;"))}),
        damaged("it holds a DOCTYPE"),
    ),
    "DOCTYPE from outside": (
        "f.docx",
        zipped({MAIN: '<!DOCTYPE a SYSTEM "file:///etc/passwd">' + document(TELLING)}),
        damaged("it holds a DOCTYPE"),
    ),
    "an unknown entity": (
        "f.docx",
        zipped({MAIN: document(TELLING.replace("好", "&b;"))}),
        damaged("its XML is faulty"),
    ),
    "XML cut off": ("f.docx", zipped({MAIN: document(TELLING)[:-9]}), damaged("its XML is faulty")),
    "another XML": ("f.docx", zipped({MAIN: "<a>好</a>"}), damaged("its text is in an unknown form")),
    "compressed oddly": (
        "f.docx",
        zipped({MAIN: document(TELLING)}, zipfile.ZIP_BZIP2),
        damaged("a part is compressed in an unusual way"),
    ),
    "a bomb": (
        "f.docx",
        zipped({MAIN: document(" " * 2_000_000)}),
        f"the part word/document.xml unpacks to more than 1,000,000 bytes; {COPY} [part-too-large]",
    ),
    "tags without end": (
        "f.docx",
        zipped({MAIN: document("<a/>" * 500_001)}, zipfile.ZIP_STORED),
        f"its XML has more than 500,000 tags; {COPY} [too-many-tags]",
    ),
    "a text of 6 MB": (
        "f.txt",
        b"a" * 6_000_000,
        "the file has 6,000,000 bytes, more than 5,000,000; split it, or remove what does not belong here [too-large]",
    ),
    "Big5": (
        "f.txt",
        "同志們，今天開會，是為了把堤守住。".encode("big5"),
        "the file's encoding cannot be told for sure; save it as UTF-8 [unknown-encoding]",
    ),
    "noise": ("f.txt", bytes(range(256)), "the file's encoding cannot be told for sure; save it as UTF-8 [unknown-encoding]"),
    "another ending": (
        "f.xyz",
        b"x",
        "the ending of f.xyz is none of those that are read: docx, docm, md, markdown, html, htm, txt, text; "
        "rename it, or save it as .docx [unknown-ending]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_speech_is_refused_by_name(what: str) -> None:
    name, data, said = REFUSED[what]
    sheet = read(data, name)
    assert [report(problem) for problem in sheet.problems] == [f"{name}:1:1: error: {said}"]
    assert sheet.lines == ()


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        (
            "f.docx",
            zipped({MAIN: document(TELLING).replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main")}),
            "好",
        ),
        ("f.docx", zipped({MAIN: document(TELLING).encode("utf-16")}), "好"),
        (
            "f.docx",
            zipped({MAIN: document("<w:sdt>" * 90_000 + TELLING + "</w:sdt>" * 90_000)}, zipfile.ZIP_STORED),
            "好",
        ),
        ("f.docm", GOOD, "好"),
        ("f.txt", GOOD, "好"),
        ("f.docx", b"<html><p>\xe5\xa5\xbd</html>", "好"),
    ],
    ids=["strict", "UTF-16", "90,000 levels", ".docm", "called .txt", "a web page called .docx"],
)
def test_an_odd_file_that_holds_a_speech_is_read(name: str, data: bytes, text: str) -> None:
    sheet = read(data, name)
    assert [line.text for line in sheet.lines] == [text]
    assert {problem.rule for problem in sheet.problems} <= {"named-otherwise"}


def test_macros_are_told_and_not_read() -> None:
    data = package("<w:p><w:r><w:t>好</w:t></w:r></w:p>", vbaProject="")
    assert [
        (line.text, [one.rule for one in sheet.problems]) for sheet in [read(data, "f.docm")] for line in sheet.lines
    ] == [("好", ["macros"])]


@pytest.mark.parametrize(("name", "data"), [("f.txt", b"\0"), ("f.html", b"<p></p>"), ("f.docx", package(""))])
def test_a_file_that_says_nothing_is_told_at_its_place(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    said = f"{name}:1:1: warning: nothing is left that could be a speech; look at what was cut [no-speech]\n"
    assert said in drafter(tmp_path, "outline", name).said


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_one_may_not_read(tmp_path: Path) -> None:
    (tmp_path / "f.docx").touch(0)
    said = "f.docx:1:1: error: cannot read f.docx: Permission denied; check the file's permissions [cannot-read]\n"
    assert drafter(tmp_path, "outline", "f.docx").said == said


def test_a_file_without_end_is_not_read_to_it(tmp_path: Path) -> None:
    (tmp_path / "f.docx").symlink_to("/dev/zero")
    assert process(tmp_path, "outline", "f.docx", memory=GIGABYTE).said == (
        "f.docx:1:1: error: the file has 100,000,001 bytes, more than 100,000,000; "
        "split it, or remove what does not belong here [too-large]\n"
    )
