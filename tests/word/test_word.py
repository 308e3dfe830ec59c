"""The Word file, judged by the Open XML SDK validator, LibreOffice and python-docx."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from tempfile import NamedTemporaryFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from msgspec.structs import replace

from drafter.desk.draft import draft_file, write_draft
from drafter.desk.library import Library
from drafter.formats.record import lines_digest
from drafter.model.manuscript import key_of, page_text
from drafter.model.style import EVERY_MARK
from drafter.notation.style import read_style
from drafter.yamltext.parse import parse
from tests.cases.references import packed
from tests.cases.test_computed import BLUEPRINT, BRIEF
from tests.cases.test_references import REFERENCES
from tests.conftest import NPM, ROOT, need

EXAMPLES = sorted((ROOT / "examples").glob("*/*.yaml"))
FULL = [path for path in EXAMPLES if path.name == "brief.yaml"]
OTHERS = [path for path in EXAMPLES if path not in FULL][::4]
"""Some of the briefs that lack something or are fitted; what their documents are made of differs little."""
OFFICIAL = [path for path in FULL if path.parent.name != "kick-off"]
Make = Callable[..., bytes]


def made(path: Path, style: str = "", *, final: bool = False, reference: bytes | None = None) -> bytes:
    draft = draft_file(path)
    look = Library().style(style or draft.brief.style or draft.blueprint.style, draft.brief.place)
    return write_draft(draft, "docx", look, source=path.name, final=final, reference=reference)


def name_of(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def part(document: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return package.read(name).decode()


def errors_found(path: Path) -> list[str]:
    return errors_in(path.read_bytes(), path.suffix)


@cache
def errors_in(document: bytes, suffix: str) -> list[str]:
    """What the validator finds: the program itself is asked, not the script that asks it, and once for the same bytes."""
    script = need("ooxml-validator")
    program = next((NPM.parent / "@xarsh").glob("ooxml-validator-*/ooxml-validator"), script)
    with NamedTemporaryFile(suffix=suffix) as file:
        file.write(document)
        file.flush()
        done = subprocess.run([program, file.name], capture_output=True, text=True, check=False)
    return [error["description"] for error in json.loads(done.stdout)["errors"]]


def pages(document: bytes, folder: Path, name: str) -> list[list[str]]:
    """The lines of each page as LibreOffice sets them, page numbers left out."""
    office, reader = need("soffice"), need("pdftotext")
    (folder / f"{name}.docx").write_bytes(document)
    fonts = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "tests/tools/fonts.conf"), "HOME": str(folder)}
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / f"{name}.docx")]
    subprocess.run(command, check=True, capture_output=True, env=fonts, timeout=120)
    text = subprocess.run(
        [reader, "-layout", str(folder / f"{name}.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    lines = [[line for line in page.splitlines() if line.strip()] for page in text.split("\f") if page.strip()]
    return [[line for line in page if not re.fullmatch(r"\s*—\s*\d+\s*—\s*", line)] for page in lines]


@pytest.mark.parametrize(
    ("path", "style"),
    [*zip([*FULL, *OTHERS], cycle(["standard", "podium"])), (FULL[0], "podium"), (FULL[1], "standard")],
    ids=lambda one: one if isinstance(one, str) else name_of(one),
)
def test_the_validator_finds_no_error(path: Path, style: str, tmp_path: Path) -> None:
    """The looks in turn, two blueprints' in both: the validator takes a third of a second for each."""
    (tmp_path / "draft.docx").write_bytes(made(path, style))
    assert errors_found(tmp_path / "draft.docx") == []


@pytest.mark.parametrize("number", ["outside", "center", "none"])
def test_the_validator_finds_no_error_in_a_house_look(number: str, tmp_path: Path) -> None:
    house = re.findall(r"```yaml house.yaml\n(.*?)```", (ROOT / "docs/styles.md").read_text("utf-8"), re.DOTALL)[0]
    style, _ = read_style(parse(house.replace("number: outside", f"number: {number}"), "house.yaml"), "house")
    assert style is not None
    (tmp_path / "draft.docx").write_bytes(write_draft(draft_file(FULL[0]), "docx", style))
    assert errors_found(tmp_path / "draft.docx") == []


@pytest.mark.parametrize("framed", [False, True], ids=["podium", "reference"])
def test_the_validator_finds_no_error_among_marks_for_reading_aloud(framed: bool, tmp_path: Path) -> None:
    draft = draft_file(next(path for path in OFFICIAL if path.parent.name == "ecology-push"))
    look = replace(Library().style("podium", draft.brief.place), reading=EVERY_MARK)
    frame = made(OFFICIAL[0]) if framed else None
    marked = write_draft(draft, "docx", look, reference=frame)
    assert part(marked, "word/document.xml").count('w:val="DrafterReading"') > 5
    (tmp_path / "draft.docx").write_bytes(marked)
    assert errors_found(tmp_path / "draft.docx") == []


@pytest.mark.parametrize("path", FULL, ids=name_of)
def test_the_final_document_is_valid_and_keeps_no_trace(path: Path, tmp_path: Path) -> None:
    final = made(path, final=True)
    (tmp_path / "final.docx").write_bytes(final)
    if path in (OFFICIAL[0], *(set(FULL) - set(OFFICIAL))):  # one of each language
        assert errors_found(tmp_path / "final.docx") == []
    with zipfile.ZipFile(io.BytesIO(final)) as package:
        assert not [name for name in package.namelist() if "comments" in name or "custom" in name]
        everything = "".join(package.read(name).decode() for name in package.namelist())
    assert "bookmark" not in everything
    assert "comment" not in everything.replace("CommentReference", "").replace("CommentText", "")
    assert "python-docx" not in everything
    assert not re.search(r"20\d\d-\d\d-\d\dT", everything)


def test_a_page_has_22_lines_of_28_characters(tmp_path: Path) -> None:
    path = next(path for path in OFFICIAL if path.parent.name == "rectification")
    set_pages = pages(made(path), tmp_path, "draft")
    for page in set_pages[1:-1]:
        assert len(page) == 22
    full = [
        re.sub(r"\s", "", line)
        for page in set_pages
        for line in page
        if re.fullmatch(r"[\u4e00-\u9fff，。；、：“”]+", line.strip())
    ]
    longest = max(len(line) for line in full)
    # Marks that hang in the margin or are squeezed may let one more in; never fewer in a full line.
    assert longest in (28, 29)
    assert sum(len(line) == 28 for line in full) > 10


@pytest.mark.parametrize("path", FULL, ids=name_of)
def test_python_docx_reads_the_same_text(path: Path) -> None:
    draft = draft_file(path)
    document = docx.Document(io.BytesIO(made(path)))
    assert [p.text.replace("\n", "") for p in document.paragraphs] == [
        page_text(line) for line in draft.manuscript.lines
    ]


def test_headings_are_real_and_run_in_headings_are_two_runs() -> None:
    path = next(path for path in OFFICIAL if path.parent.name == "rectification")
    document = docx.Document(io.BytesIO(made(path)))
    styles = [(p.style.name if p.style else "", p) for p in document.paragraphs]
    first = [p.text for name, p in styles if name == "Heading 1"]
    assert [text[:2] for text in first] == ["一、", "二、", "三、"]
    assert not any(text.endswith("。") for text in first)
    second = [p for name, p in styles if name == "Heading 2"]
    assert [p.text[:3] for p in second[:4]] == ["（一）", "（二）", "（三）", "（四）"]
    for p in second:
        assert p.runs[0].text.endswith("。")
        assert [run.style.name for run in p.runs[1:]] == ["Body Text Char"] * (len(p.runs) - 1)
    for level in (1, 2):
        outline = document.styles[f"Heading {level}"].element.find(f".//{qn('w:outlineLvl')}")
        assert outline is not None
        assert outline.get(qn("w:val")) == str(level - 1)


def test_every_face_is_named_for_every_script_and_no_theme_outranks_it() -> None:
    styles = part(made(OFFICIAL[0]), "word/styles.xml")
    fonts = re.findall(r"<w:rFonts [^>]*>", styles)
    assert fonts
    for font in fonts:
        assert all(f"w:{script}=" in font for script in ("ascii", "hAnsi", "eastAsia", "cs"))
        assert "Theme" not in font
    faces = dict(re.findall(r'w:styleId="(\w+)"(?:(?!</w:style>).)*?w:eastAsia="([^"]+)"', styles, re.DOTALL))
    assert {faces[role] for role in ("Title", "Heading1", "Heading2", "BodyText")} == {
        "方正小标宋简体",
        "黑体",
        "楷体",
        "仿宋",
    }
    assert 'w:firstLineChars="200"' in styles
    assert 'w:line="579" w:lineRule="exact"' in styles


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages() -> None:
    document = made(OFFICIAL[0])
    odd, even = part(document, "word/footer1.xml"), part(document, "word/footer2.xml")
    body = part(document, "word/document.xml")
    order = dict(re.findall(r'<w:footerReference w:type="(\w+)" r:id="(\w+)"/>', body))
    targets = dict(
        re.findall(r'Id="(rId\w+)"[^>]*Target="(footer\d.xml)"', part(document, "word/_rels/document.xml.rels"))
    )
    by_place = {"footer1.xml": odd, "footer2.xml": even}
    assert 'w:jc w:val="right"' in by_place[targets[order["default"]]]
    assert 'w:rightChars="100"' in by_place[targets[order["default"]]]
    assert 'w:jc w:val="left"' in by_place[targets[order["even"]]]
    assert "evenAndOddHeaders" in part(document, "word/settings.xml")


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_every_style_that_is_named_exists(path: Path) -> None:
    document = made(path)
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        named = {
            name
            for file in package.namelist()
            for name in re.findall(
                r'<w:(?:pStyle|rStyle|basedOn|link|next) w:val="([^"]+)"', package.read(file).decode()
            )
        }
    assert named <= set(re.findall(r'w:styleId="([^"]+)"', part(document, "word/styles.xml")))


def test_a_gap_is_marked_and_asks_its_question_in_a_comment() -> None:
    path = next(path for path in EXAMPLES if path.name == "sparse.yaml")
    draft = draft_file(path)
    document = docx.Document(io.BytesIO(made(path)))
    comments = [comment.text for comment in document.comments]
    marked = [run.text for p in document.paragraphs for run in p.runs if run.font.highlight_color is not None]
    assert len(comments) == len(marked)
    assert {gap.label for gap in draft.measure.gaps} <= set(marked)
    for gap in draft.measure.gaps:
        assert any(
            gap.ask in comment and f"“{gap.slot}”" in comment and (path.name in comment or "还没有这一项" in comment)
            for comment in comments
        )


@pytest.mark.parametrize("reference", ["", "face and size in the document defaults"])
def test_comments_on_computed_figures_are_valid(reference: str, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "brief.yaml").write_text(BRIEF, "utf-8")
    data = made(tmp_path / "brief.yaml", reference=packed(REFERENCES[reference]) if reference else None)
    (tmp_path / "draft.docx").write_bytes(data)
    comments = [comment.text for comment in docx.Document(io.BytesIO(data)).comments]
    assert len(comments) == 3 and all("= " in comment for comment in comments)
    assert errors_found(tmp_path / "draft.docx") == []


def test_a_placeholder_is_marked_inside_its_fact(tmp_path: Path) -> None:
    text = (
        (ROOT / "examples/kick-off/brief.yaml").read_text("utf-8").replace("blueprint: kick-off", "blueprint: k.yaml")
    )
    (tmp_path / "k.yaml").write_bytes((ROOT / "blueprints/english/speeches/kick-off.yaml").read_bytes())
    (tmp_path / "brief.yaml").write_text(re.sub("(?m)^place: .*", "place: Room TBD, Pier 3", text), "utf-8")
    document = docx.Document(io.BytesIO(made(tmp_path / "brief.yaml")))
    marked = [run.text for p in document.paragraphs for run in p.runs if run.font.highlight_color is not None]
    notes = [comment for comment in document.comments if "To come" in comment.text]
    assert marked == ["TBD"] * len(marked) and len(marked) == len(notes) > 0
    assert "Room TBD, Pier 3" in "\n".join(p.text for p in document.paragraphs)


def test_every_line_has_its_bookmark_and_its_nodes_in_the_record() -> None:
    document = made(OFFICIAL[0])
    body, record = part(document, "word/document.xml"), part(document, "customXml/item1.xml")
    lines = draft_file(OFFICIAL[0]).manuscript.lines
    assert re.findall(r'w:name="_drafter_(\d+)"', body) == [str(n + 1) for n in range(len(lines))]
    groups = re.findall(r'<lines hash="([0-9a-f]{8})">([^<]+)</lines>', record)
    nodes = "\n".join(names for _, names in groups).split("\n")
    assert nodes == [" ".join(map(key_of, line.parts)) for line in lines]
    texts = iter(page_text(line) for line in lines)
    assert [hash for hash, _ in groups] == [lines_digest(islice(texts, names.count("\n") + 1)) for _, names in groups]
    assert groups[0][1] == "title" and len(groups) == 2 + sum(
        line.role == "heading" and line.depth == 1 for line in lines
    )
    assert OFFICIAL[0].read_text("utf-8").splitlines()[0] in record


def test_a_draft_is_small() -> None:
    for path in EXAMPLES:
        length = draft_file(path).measure.characters
        assert len(made(path)) < 9_000 + 3 * length, "with the brief and the hashes that a draft carries"
        assert path not in FULL or len(made(path, final=True)) < 7_000 + 1.5 * length


@pytest.mark.parametrize(
    "names", [None, {"Title": "标题", "Heading 1": "标题 1"}], ids=["Word's names", "Chinese names"]
)
def test_a_reference_document_gives_its_own_styles_margins_and_header(
    names: dict[str, str] | None, tmp_path: Path
) -> None:
    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "青川市人民政府办公室"
    template.sections[0].left_margin = Mm(33)
    for old, new in (names or {}).items():
        template.styles[old].element.find(qn("w:name")).set(qn("w:val"), new)
    template.add_paragraph("旧稿的正文")
    buffer = io.BytesIO()
    template.save(buffer)
    filled = made(EXAMPLES[-1], reference=buffer.getvalue())
    assert filled == made(EXAMPLES[-1], reference=buffer.getvalue())
    (tmp_path / "filled.docx").write_bytes(filled)
    assert errors_found(tmp_path / "filled.docx") == []
    document = docx.Document(io.BytesIO(filled))
    assert document.sections[0].header.paragraphs[0].text == "青川市人民政府办公室"
    assert document.sections[0].left_margin == template.sections[0].left_margin
    assert [p.text.replace("\n", "") for p in document.paragraphs] == [
        page_text(line) for line in draft_file(EXAMPLES[-1]).manuscript.lines
    ]
    used = {p.style.name for p in document.paragraphs if p.style}
    assert (names or {"Title": "Title"})["Title"] in used


SPOT = (
    "by hand, without any style",
    "styles of the office's own names",
    "numbered headings",
    "three sections",
    "a picture in the header",
    "fields that call home",
    "faces of a theme",
    "an attached template",
)
"""One reference of each kind; the validator takes half a second for each."""


@pytest.mark.parametrize("name", SPOT)
def test_a_draft_in_the_frame_of_an_office_s_document_is_valid(name: str, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(made(EXAMPLES[-1], reference=packed(REFERENCES[name])))
    assert errors_found(tmp_path / "draft.docx") == []


def test_a_reference_from_libreoffice_leaves_nothing_of_itself(tmp_path: Path) -> None:
    template = docx.Document()
    template.core_properties.author = "张三"
    template.save(str(tmp_path / "ours.docx"))
    command = [need("soffice"), "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "lo"), "ours.docx"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path)})
    filled = made(OFFICIAL[-1], final=True, reference=(tmp_path / "lo/ours.docx").read_bytes())
    with zipfile.ZipFile(
        io.BytesIO(filled)
    ) as package:  # LibreOffice's own styles are not all to the validator's liking
        names = package.namelist()
    assert len(set(names)) == len(names)
    core = docx.Document(io.BytesIO(filled)).core_properties
    assert (core.author, core.created, core.title) == ("", None, docx.Document(io.BytesIO(filled)).paragraphs[0].text)


def test_html_prints_on_as_many_lines_as_word(tmp_path: Path) -> None:
    browser, reader = need("chromium"), need("pdftotext")
    path = next(path for path in OFFICIAL if path.parent.name == "rectification")
    draft = draft_file(path)
    page = tmp_path / "draft.html"
    page.write_bytes(write_draft(draft, "html", Library().style("standard", draft.brief.place)))
    fonts = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "tests/tools/fonts.conf")}
    quiet = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
    ]
    command = [
        browser,
        *quiet,
        f"--user-data-dir={tmp_path / 'chromium'}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={tmp_path / 'draft.pdf'}",
        page.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, env=fonts, timeout=120)
    text = subprocess.run(
        [reader, "-layout", str(tmp_path / "draft.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    printed = [[line for line in page.splitlines() if line.strip()] for page in text.split("\f") if page.strip()]
    assert len(printed[1]) == 23, "22 lines and the page number"
    assert re.fullmatch(r"\s*—\s*2\s*—\s*", printed[1][-1])
    in_word = sum(map(len, pages(made(path), tmp_path, "word")))
    assert abs(sum(len(page) - 1 for page in printed) - in_word) <= in_word / 50
