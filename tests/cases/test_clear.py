"""`drafter review FILE --final`: what is refused, what is taken out, what stays."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import docx
import pytest

from drafter.desk.clear import gaps_in
from drafter.formats.docx.cleared import cleared
from drafter.formats.docx.returned import returned
from tests.cases.packages import WORD, package, zipped
from tests.cases.running import drafter
from tests.cases.test_returned import WHO, gone, ins, marked, p, run, texts
from tests.conftest import ROOT

BLUEPRINT = """\
drafter: 1
title: 试
slots:
  会议: {ask: 会议全称}
  总数: {ask: 一共多少处}
speech:
  title: 在{{ 会议 }}上的讲话
  opening: [{id: a, say: "点位一共{{ 总数 }}。"}]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    return tmp_path


def drafted(desk: Path, *facts: str) -> None:
    (desk / "b.yaml").write_text("\n".join(("blueprint: bp.yaml", "seed: 1", *facts, "")), "utf-8")
    assert drafter(desk, "draft", "b.yaml").code == 0


def final(desk: Path, *more: str) -> list[str]:
    return drafter(desk, "review", "b.docx", "--final", "-o", "out.docx", *more).said.splitlines()


def copy(body: str, **parts: str) -> bytes:
    return cleared(package(body, **parts), "a.docx")[0]


def main(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return files.read("word/document.xml").decode()


def test_what_was_taken_out_is_listed(desk: Path) -> None:
    drafted(desk, "会议: 大会", "总数: 67处")
    document = docx.Document(str(desk / "b.docx"))
    document.core_properties.author = "王主任"
    document.add_comment(document.paragraphs[1].runs, "已核", "drafter")
    document.save(str(desk / "b.docx"))
    assert final(desk) == [
        "out.docx",
        "  removed: comments (1)",
        "  removed: bookmarks of drafter (2)",
        "  removed: record of the draft (1)",
        "  removed: properties that name persons, or custom ones (1)",
        "  it says what b.docx says with every tracked change accepted",
    ]
    made = docx.Document(str(desk / "out.docx"))
    assert (made.core_properties.author, made.core_properties.title) == ("", "在大会上的讲话")
    assert [one.text for one in made.paragraphs] == [one.text for one in document.paragraphs]
    assert final(desk)[0] == "out.docx"  # the same again
    (desk / "out.docx").write_bytes(b"PK theirs")
    assert "[would-overwrite]" in final(desk)[0] and final(desk, "--force")[0] == "out.docx"


def test_what_is_open_is_refused_all_of_it_at_once(desk: Path) -> None:
    drafted(desk, "会议: 大会  # unconfirmed")
    document = docx.Document(str(desk / "b.docx"))
    document.add_comment(document.paragraphs[1].runs, "这个数准不准？", "王主任")
    document.save(str(desk / "b.docx"))
    refused = [
        "b.docx:1:1: error: 会议 may be last year's, nobody has confirmed it: 大会; confirm it in the brief, or add --force "
        "[unconfirmed-left]",
        "b.docx:2:1: error: a gap is left: 【待补充：一共多少处】; fill it in there, or add --force [gap-left]",
        "b.docx:2:1: error: 王主任 asks at “点位一共【待补充：一共多少处】。”: 这个数准不准？; answer it and resolve the comment, "
        "or add --force [question-left]",
    ]
    assert final(desk) == refused and not (desk / "out.docx").exists()
    forced = final(desk, "--force")
    assert [line for line in forced if ": warning: " in line] == [one.replace("error", "warning") for one in refused]
    assert (desk / "out.docx").exists()


def test_what_somebody_confirmed_in_the_brief_is_confirmed(desk: Path) -> None:
    drafted(desk, "会议: 大会  # unconfirmed", "总数: 67处")
    assert "[unconfirmed-left]" in final(desk)[0]
    path = desk / "b.yaml"
    path.write_text(path.read_text("utf-8").replace("  # unconfirmed", ""), "utf-8")
    assert final(desk)[0] == "out.docx"


@pytest.mark.parametrize("name", ["kick-off", "rectification", "work-meeting"])
def test_the_examples_have_nothing_open(name: str, desk: Path) -> None:
    shutil.copy(ROOT / "examples" / name / "brief.yaml", desk / "b.yaml")
    assert drafter(desk, "draft", "b.yaml").code == 0
    assert final(desk)[0] == "out.docx"


def test_it_is_never_written_over_itself_and_needs_a_name(desk: Path) -> None:
    drafted(desk, "会议: 大会", "总数: 67处")
    assert "[is-the-source]" in drafter(desk, "review", "b.docx", "--final", "-o", "b.docx", "--force").said
    for more in (
        ["--final"],
        ["-o", "out.docx"],
        ["--final", "-o", "out.docx", "--apply"],
        ["--final", "-o", "out.txt"],
    ):
        assert drafter(desk, "review", "b.docx", *more).code == 2


def test_words_come_and_go_and_ends_of_paragraphs_join() -> None:
    body = (
        p(marked(1, run("甲。")), "del") + p(ins(run("乙。")) + gone("丙。")) + p(gone("丁。"), "del") + p(run("戊。"))
    )
    made = copy(body)
    assert texts(returned(made, "").paragraphs) == ["甲。乙。", "戊。"]
    assert main(made).count("<w:p>") == 2 and "王主任" not in main(made) and "rsid" not in main(made)


def test_rows_go_with_their_table() -> None:
    def row(how: str, text: str) -> str:
        return f"<w:tr><w:trPr><w:{how} {WHO}/></w:trPr><w:tc>{p(run(text))}</w:tc></w:tr>"

    made = copy(
        f"<w:tbl>{row('ins', '新行')}{row('del', '旧行')}</w:tbl><w:tbl>{row('del', '没了')}</w:tbl>{p(run('尾'))}"
    )
    assert [one.text for one in returned(made, "").paragraphs] == ["新行", "尾"]
    assert main(made).count("<w:tbl>") == 1


def test_other_bookmarks_and_content_controls_stay_and_bindings_go() -> None:
    bound = f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="b"/></w:sdtPr><w:sdtContent>{run("甲")}</w:sdtContent></w:sdt>'
    body = p(
        f'<w:bookmarkStart w:id="7" w:name="附件"/>{bound}<w:bookmarkEnd w:id="7"/>'
        f'<w:permStart w:id="3" w:ed="wang@x"/>{marked(9, run("乙"))}<w:permEnd w:id="3"/>'
        f'<w:smartTag w:element="name"><w:smartTagPr/>{run("丙")}</w:smartTag>'
    )
    made = main(copy(body))
    assert "附件" in made and "<w:sdt>" in made and made.count("bookmarkStart") == 1
    assert not any(one in made for one in ("dataBinding", "permStart", "wang", "smartTag", "_drafter_"))


def test_headers_and_notes_are_cleared_too() -> None:
    made = copy(
        p(run("正文")), header=p(ins(run("页眉")) + gone("旧")), footnotes=f"<w:footnote>{p(gone('注'))}</w:footnote>"
    )
    with zipfile.ZipFile(io.BytesIO(made)) as files:
        every = b"".join(map(files.read, files.namelist())).decode()
    assert "页眉" in every and "旧" not in every and "注" not in every and "王主任" not in every


def test_macros_templates_and_persons_go() -> None:
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    office, wrote = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "docProps/app.xml"
    old = package(p(run("正文")), settings="<w:attachedTemplate/><w:trackRevisions/><w:rsids/><w:zoom/>")
    with zipfile.ZipFile(io.BytesIO(old)) as files:
        parts = {name: files.read(name) for name in files.namelist()}
    code = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    named = (
        parts["word/_rels/document.xml.rels"]
        .decode()
        .replace(
            "</Relationships>",
            f'<Relationship Id="v" Type="{code}" Target="vbaProject.bin"/></Relationships>',
        )
    )
    data = zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{kinds}"><Override PartName="/word/document.xml" '
            'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
            '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="d" Type="{office}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="a" Type="{office}/extended-properties" Target="{wrote}"/></Relationships>',
            wrote: '<Properties xmlns="urn:x"><Company>市政府办</Company><Pages>3</Pages></Properties>',
            **parts,
            "word/_rels/document.xml.rels": named,
            "word/_rels/settings.xml.rels": f'<Relationships xmlns="{rels}"><Relationship Id="t" Type="{office}/attachedTemplate" '
            'Target="file:///C:/Users/wang/a.dotm" TargetMode="External"/></Relationships>',
            "word/vbaProject.bin": b"macro",
        }
    )
    made, removed = cleared(data, "a.docm")
    with zipfile.ZipFile(io.BytesIO(made)) as files:
        every = b"".join(map(files.read, files.namelist())).decode()
    assert removed == {"macros": 1, "properties": 1, "rsids": 1}
    assert "<Pages>3</Pages>" in every and "<w:zoom" in every and WORD in every
    for trace in ("vba", "macro", "wang", "市政府办", "attachedTemplate", "trackRevisions", "rsid"):
        assert trace not in every, trace


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("请某些单位核实后报来。", []),
        ("一共【待补充：多少处】，XX市牵头。", ["【待补充：多少处】", "XX"]),
        ("The gate opens on [to come].", []),
        ("The gate opens on [To come: the day].", ["[To come: the day]"]),
    ],
)
def test_gaps_are_known_by_their_marks(text: str, found: list[str]) -> None:
    assert [*gaps_in(text)] == found
