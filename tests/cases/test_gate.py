"""Word files from strangers: whichever way they come in, one gate stops them, with the same words."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cases.packages import document, zipped
from tests.cases.running import GIGABYTE, drafter, process
from tests.cases.test_old_files import AS_DOCX, COPY, GIVE, GOOD, MAIN, TELLING, damaged, flagged, old_office

WAYS = {
    "tidy": ("tidy", "f.docx", "-o", "out.docx"),
    "distil": ("distil", "f.docx", "-o", "out"),
    "--reference": ("draft", "brief.yaml", "--reference", "f.docx", "-o", "out.docx"),
}
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c">]>'
LOCKED = "the file is encrypted; open it with its password and save it without one [encrypted]"
LONG = document(" " * 900_000)
HOSTILE: dict[str, tuple[bytes, str]] = {
    "no archive": (b"x", damaged("it is no ZIP archive, or its end is missing")),
    "cut off": (GOOD[:-10], damaged("it is no ZIP archive, or its end is missing")),
    "an old document": (
        old_office("WordDocument"),
        f"this is a Word 97–2003 document (.doc), which is not read; {AS_DOCX}",
    ),
    "encrypted": (old_office("EncryptionInfo", "EncryptedPackage"), LOCKED),
    "parts encrypted": (flagged(GOOD), LOCKED),
    "an archive": (zipped({"a": ""}), f"this is an archive without a Word document, not a speech; {GIVE}"),
    "without a text": (zipped({"word/a.xml": ""}), damaged("the part that holds the text is missing")),
    "two parts of one name": (
        zipped({MAIN: document(TELLING), "Word\\Document.xml": document("")}),
        damaged("two of its parts have one name"),
    ),
    "10,001 parts": (
        zipped({MAIN: document(TELLING), **{f"word/{n}.bin": "" for n in range(10_000)}}),
        damaged("it has too many parts"),
    ),
    "DOCTYPE": (zipped({MAIN: DOCTYPE + document(TELLING)}), damaged("it holds a DOCTYPE")),
    "DOCTYPE in UTF-16": (
        zipped({MAIN: (DOCTYPE + document(TELLING)).encode("utf-16")}),
        damaged("it holds a DOCTYPE"),
    ),
    "DOCTYPE in UTF-16 without a mark": (
        zipped({MAIN: ('<?xml version="1.0" encoding="UTF-16LE"?>' + DOCTYPE + document(TELLING)).encode("utf-16-le")}),
        damaged("it holds a DOCTYPE"),
    ),
    "DOCTYPE among relations": (
        zipped({MAIN: document(TELLING), "_rels/.rels": DOCTYPE + "<Relationships/>"}),
        damaged("it holds a DOCTYPE"),
    ),
    "faulty XML": (zipped({MAIN: document(TELLING)[:-9]}), damaged("its XML is faulty")),
    "compressed oddly": (
        zipped({MAIN: document(TELLING)}, zipfile.ZIP_BZIP2),
        damaged("a part is compressed in an unusual way"),
    ),
    "a bomb": (
        zipped({MAIN: document(" " * 2_000_000)}),
        f"the part word/document.xml unpacks to more than 1,000,000 bytes; {COPY} [part-too-large]",
    ),
    "a part that says it is small": (
        zipped({MAIN: LONG}).replace(len(LONG).to_bytes(4, "little"), (1000).to_bytes(4, "little")),
        damaged("a part cannot be unpacked"),
    ),
    "tags without end": (
        zipped({MAIN: document("<a/>" * 500_001)}, zipfile.ZIP_STORED),
        f"its XML has more than 500,000 tags; {COPY} [too-many-tags]",
    ),
}


AS_REFERENCE = {
    "an old document": "f.docx is a Word 97–2003 document (.doc), not a Word document to take the look from; "
    "open it in Word or WPS, save it as .docx and give that with --reference [wrong-kind]",
    "encrypted": "f.docx is an encrypted document, not a Word document to take the look from; "
    "open it with its password and save it without one [wrong-kind]",
    "an archive": "f.docx is an archive without a Word document, not a Word document to take the look from; "
    "name a .docx file [wrong-kind]",
}
"""What is told of another kind of file where one is wanted for its look."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a brief to draft."""
    (tmp_path / "b.yaml").write_text("drafter: 1\nspeech: {title: 题, closing: [{id: a, say: 好。}]}\n", "utf-8")
    (tmp_path / "brief.yaml").write_text("blueprint: b.yaml\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("what", HOSTILE)
def test_a_stranger_is_stopped_with_the_same_words_whichever_way_it_comes(desk: Path, what: str, way: str) -> None:
    data, said = HOSTILE[what]
    said = AS_REFERENCE.get(what, said) if way == "--reference" else said
    (desk / "f.docx").write_bytes(data)
    done = drafter(desk, *WAYS[way])
    assert (done.code, done.said) == (1, f"f.docx:1:1: error: {said}\n")
    assert {path.name for path in desk.iterdir()} == {"b.yaml", "brief.yaml", "f.docx"}


# what a library that makes trees would be given

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/Looks.bin" ContentType="{TYPE}"/></Types>'
    ),
    MAIN: document(TELLING),
}
FOR_TREES: dict[str, tuple[bytes, str]] = {
    "DOCTYPE in a part that only its type calls XML": (
        zipped({**PARTS, "word/looks.bin": DOCTYPE + "<a/>"}),
        damaged("it holds a DOCTYPE"),
    ),
    "tags of all parts together": (
        zipped({**PARTS, **{f"word/{n}.xml": f"<a>{'<b/>' * 260_000}</a>" for n in range(2)}}, zipfile.ZIP_STORED),
        f"its XML has more than 500,000 tags; {COPY} [too-many-tags]",
    ),
    "XML of all parts together": (
        zipped({**PARTS, **{f"word/{n}.xml": f"<a>{'好' * 300_000}</a>" for n in range(6)}}, zipfile.ZIP_STORED),
        f"its parts unpack to more than 5,000,000 bytes together; {COPY} [parts-too-large]",
    ),
    "pictures of all parts together": (
        zipped({**PARTS, **{f"word/{n}.png": bytes(26_000_000) for n in range(2)}}, zipfile.ZIP_STORED),
        f"its parts unpack to more than 50,000,000 bytes together; {COPY} [parts-too-large]",
    ),
}


@pytest.mark.parametrize("what", FOR_TREES)
def test_a_reference_is_looked_through_before_any_tree_is_made_of_it(desk: Path, what: str) -> None:
    data, said = FOR_TREES[what]
    (desk / "f.docx").write_bytes(data)
    done = process(desk, *WAYS["--reference"], memory=GIGABYTE)
    assert (done.code, done.said) == (1, f"f.docx:1:1: error: {said}\n")
