"""`drafter diff`: what is told of two speeches, in what time, and how the command ends."""

from __future__ import annotations

import json
import random
import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from drafter.desk.diff import beside_each_other, of_word, side_of
from drafter.desk.diff_docx import tracked
from drafter.desk.diff_page import page
from drafter.desk.library import Library
from drafter.review.differences import BREAK, compared, differences
from tests.cases.marking import WHOLE
from tests.cases.references import Made, packed, paragraph, run
from tests.cases.running import drafter
from tests.clock import within
from tests.conftest import ROOT
from tests.laws.test_diff import texts, typed

OLD = """在全县安全生产会议上的讲话

同志们：
去年，全县排查隐患186处，整改145处。还有41处没有整改。
一、看清形势
冬季施工多，夜间赶工多。监管力量没有跟上。
二、压实责任
县应急局牵头，各乡镇负责。谁的事谁办，谁的人谁管。
每月通报一次进度。
"""
NEW = """在全县安全生产会议上的讲话

同志们：
去年，全县排查隐患186处，整改152处。还有34处没有整改。
每月通报一次进度。
一、看清形势
冬季施工多，夜间赶工多。
监管力量没有跟上。
二、压实责任
县应急局牵头，各乡镇负责。谁的事谁办。
请大家会后就办。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    shutil.copy(ROOT / "examples/work-meeting/brief.yaml", tmp_path / "brief.yaml")
    return tmp_path


def test_paragraphs_sentences_words(folder: Path) -> None:
    done = drafter(folder, "diff", "old.txt", "new.txt")
    assert done.code == 1
    assert done.said == (
        "old.txt → new.txt: 5 differences\n"
        "   4    4  changed  去年，全县排查隐患186处，整改[-145-]{+152+}处。还有[-41-]{+34+}处没有整改。\n"
        "   9    5  moved  每月通报一次进度。\n"
        "   6    7  parted  冬季施工多，夜间赶工多。{+ ⏎ +}监管力量没有跟上。\n"
        "   8   10  changed  县应急局牵头，各乡镇负责。谁的事谁办[-，谁的人谁管-]。\n"
        "   -   11  added  {+请大家会后就办。+}\n"
    )


def test_what_says_the_same_is_told_so(folder: Path) -> None:
    drafter(folder, "draft", "brief.yaml", "-o", "a.docx", "--no-seed")
    drafter(folder, "draft", "brief.yaml", "-o", "a.md", "--no-seed")
    drafter(folder, "draft", "brief.yaml", "-o", "a.html", "--no-seed")
    for one, other in (("brief.yaml", "a.docx"), ("a.docx", "a.md"), ("a.html", "brief.yaml")):
        done = drafter(folder, "diff", one, other)
        assert (done.code, done.said) == (0, f"{one} and {other} say the same\n")


def test_facts_of_two_briefs_come_first(folder: Path) -> None:
    text = (folder / "brief.yaml").read_text()
    items = re.search(r"^年度目标:\n((?:  - .*\n)+)", text, re.MULTILINE)
    assert items
    fresh = "  - 办结群众举报件26件\n" + items[1].replace("9处", "11处")
    (folder / "new.yaml").write_text(text.replace(items[1], fresh))
    done = drafter(folder, "diff", "brief.yaml", "new.yaml")
    assert done.code == 1
    assert done.said.splitlines()[1:4] == [
        "facts",
        "  年度目标[1]: {+办结群众举报件26件+}",
        "  年度目标[1] → 年度目标[2]: 由县应急管理局盯住挂牌的[-9-]{+11+}处重大隐患，10月底…在外地，要先把人找到",
    ]
    assert "\n二、锚定目标，逐项推进\n" in done.said
    assert "goals-of-the-year-items" in done.said


def test_the_same_as_json(folder: Path) -> None:
    told = json.loads(drafter(folder, "diff", "old.txt", "new.txt", "--format", "json").said)
    assert told["different"] and [one["kind"] for one in told["differences"]] == [
        "changed",
        "moved",
        "parted",
        "changed",
        "added",
    ]
    assert told["differences"][2]["after"] == [7, 8]
    assert told["differences"][2]["pieces"][1] == {"went": "", "came": "\n"}


def test_a_page_that_runs_and_fetches_nothing(folder: Path) -> None:
    (folder / "new.txt").write_text(NEW.replace("请大家会后就办。", "<script>alert(1)</script>"))
    done = drafter(folder, "diff", "old.txt", "new.txt", "--format", "html", "-o", "page.html")
    assert (done.code, done.said) == (1, "page.html\n")
    said = (folder / "page.html").read_text()
    assert "整改<del>145</del><ins>152</ins>处" in said
    assert "<script" not in said and "&lt;script&gt;" in said and "default-src 'none'" in said
    assert "stands at 5 now" in said and "stood at 9" in said


def test_the_ways_to_end(folder: Path) -> None:
    assert drafter(folder, "diff", "old.txt", "gone.txt").code == 2
    assert drafter(folder, "diff", "old.txt", "old.txt", "--author", "科长").code == 2
    assert drafter(folder, "diff", "old.txt", "new.txt", "--docx", "a.doc").code == 2
    assert drafter(folder, "diff", "old.txt", "new.txt", "--docx", "a.docx", "--date", "yesterday").code == 2
    assert not (folder / "a.docx").exists()
    done = drafter(folder, "diff", "old.txt", "new.txt", "--docx", "a.docx", "--author", "科长", "--date", "2026-03-10")
    assert done.code == 1 and done.said.startswith("a.docx\n")
    again = (folder / "a.docx").read_bytes()
    again_done = drafter(
        folder, "diff", "old.txt", "new.txt", "--docx", "a.docx", "--author", "科长", "--date", "2026-03-10"
    )
    assert again_done.code == 1 and (folder / "a.docx").read_bytes() == again
    assert drafter(folder, "diff", "new.txt", "a.docx").code == 0
    done = drafter(folder, "diff", "old.txt", "brief.yaml", "--docx", "a.docx")
    assert done.code == 2 and "[would-overwrite]" in done.said


def test_a_text_as_a_word_file_is_word_for_word(folder: Path) -> None:
    found = beside_each_other(side_of(folder / "old.txt", Library()), typed(NEW.split()))
    before = of_word(tracked(beside_each_other(found.before, found.before), Library()).data, Path("a.docx"))
    assert texts(before) == OLD.split()


def test_tables_are_compared_and_left() -> None:
    before = of_word(WHOLE, Path("a.docx"))
    with zipfile.ZipFile(BytesIO(WHOLE)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("36座".encode(), "38座".encode())
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    found = beside_each_other(before, of_word(data.getvalue(), Path("b.docx")))
    assert found.different and not found.differences
    assert [one.kind for one in found.beside if one.kind != "same"] == ["changed"]
    made = tracked(found, Library())
    assert made.data == WHOLE and len(made.left) == 1
    assert "<del>36</del><ins>38</ins>座" in page(found)


def test_sentences_go_and_come_as_a_whole() -> None:
    before = "甲事要办好。乙事要快办，六月底办完。丙事照旧。"
    told = compared(before, "甲事要办好。全部工作重新安排部署。乙事要快办，七月底办完。丙事照旧。")
    assert [(one.before, one.after) for one in told if not one.same] == [("", "全部工作重新安排部署。"), ("六", "七")]


def test_breaks_between_paragraphs_are_told() -> None:
    (one,) = differences(["前一句话在这里说完。", "后一句话也在这里。"], ["前一句话在这里说完。后一句话也在这里。"])
    assert one.kind == "joined" and [piece.before for piece in one.pieces if not piece.same] == [BREAK]


def long(seed: int) -> tuple[list[str], list[str]]:
    """A text of a thousand paragraphs, and what somebody made of it."""
    chance = random.Random(seed)
    signs = "工作安全生产整改隐患排查责任落实单位县市乡镇部门牵头办理时限完成检查督查通报考核问题"
    lines = [
        "".join("".join(chance.choices(signs, k=chance.randint(8, 30))) + "。" for _ in range(chance.randint(2, 6)))
        for _ in range(1000)
    ]
    done: list[str] = []
    for text in lines:
        match chance.randrange(10):
            case 0 | 1 | 2:
                done.append(text[:9] + "某某" + text[12:])
            case 3:
                done += [text[:20], text[20:]]
            case 4:
                continue
            case _:
                done.append(text)
    for _ in range(30):
        done.insert(chance.randrange(len(done)), done.pop(chance.randrange(len(done))))
    return lines, done


def test_a_thousand_paragraphs_take_no_time() -> None:
    old, new = long(1)
    other = [text[::-1] for text in long(2)[0]]
    before = of_word(packed(Made("".join(paragraph(run(text)) for text in old))), Path("a.docx"))
    for after in (new, other):
        with within(2):
            found = beside_each_other(before, typed(after))
            assert "<details><summary>" in page(found) or after is other
        with within(2):
            made = tracked(found, Library())
        assert texts(of_word(made.data, Path("a.docx"))) == after
