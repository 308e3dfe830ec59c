"""What nobody says aloud stands in paragraphs of its own, in every format, and is read back as what it is."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from drafter.desk.draft import Draft, draft_file, write_draft
from drafter.desk.library import Library
from drafter.formats import read
from drafter.formats.lines import role
from drafter.language.measure import measure
from drafter.model.fold import flatten
from drafter.model.manuscript import Manuscript, page_text
from drafter.problem import Place
from drafter.recognition import recognise
from tests.cases.recognising import CUES
from tests.cases.recognising import sheet_of as text_sheet_of

BLUEPRINT = """\
drafter: 1
speech:
  title: 全县项目建设推进会主持词
  salutation: 同志们：
  opening:
    - {id: begin, say: 现在开会。}
    - {id: rise, move: direction, layout: run_on, say: 〔待定〕}
    - {id: sit, layout: run_on, say: 会议有两项议程。}
  emphases:
    - id: first
      heading: 先听通报
      run_in: true
      body:
        - {id: told, move: direction, say: （通报结束后）}
        - {id: heard, say: [{say: 情况讲清楚了。}, {say: 大家要接着做。}]}
    - {id: second, heading: 再听讲话, body: [{id: speak, say: 请王县长讲话。}]}
  closing:
    - id: spoken
      move: direction
      say: [{say: （王县长讲话结束后，}, {say: 全体鼓掌）}]
    - {id: end, say: 散会。}
"""
DIRECTIONS = ["〔待定〕", "（通报结束后）", "（王县长讲话结束后，全体鼓掌）"]


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "brief.yaml").write_text("blueprint: b.yaml\n", "utf-8")
    return draft_file(tmp_path / "brief.yaml")


def written(draft: Draft, format: str) -> bytes:
    style = Library().style("standard", Place(""))
    return write_draft(draft, format, style)


def directions(manuscript: Manuscript) -> list[str]:
    return [page_text(line) for line in manuscript.lines if role(line) == "direction"]


def test_a_direction_has_paragraphs_of_its_own_and_takes_no_time(draft: Draft) -> None:
    manuscript = flatten(draft.speech)
    assert directions(manuscript) == DIRECTIONS
    assert [page_text(line) for line in manuscript.lines][2:8] == [
        "现在开会。",
        "〔待定〕",
        "会议有两项议程。",
        "一、先听通报。",
        "（通报结束后）",
        "情况讲清楚了。大家要接着做。",
    ]
    spoken = [page_text(line) for line in manuscript.lines[1:] if role(line) != "direction"]
    assert measure(draft.speech).characters == len("".join(spoken))


def test_every_format_sets_it_apart(draft: Draft) -> None:
    with zipfile.ZipFile(BytesIO(written(draft, "docx"))) as package:
        styles, body = (package.read(f"word/{name}.xml").decode() for name in ("styles", "document"))
    assert re.search(r'w:customStyle="1" w:styleId="Direction"[^>]*><w:name w:val="提示语"/>', styles)
    assert body.count('<w:pStyle w:val="Direction"/>') == 3
    assert '<p class="direction">（通报结束后）</p>' in written(draft, "html").decode()
    assert "\n\n*（通报结束后）*\n\n" in written(draft, "md").decode()


def test_it_is_read_back_by_its_style_or_by_its_words(draft: Draft) -> None:
    from_word = recognise(read(written(draft, "docx"), "old.docx"), CUES)
    assert directions(from_word.manuscript) == DIRECTIONS
    for format in ("txt", "md", "html"):
        found = recognise(read(written(draft, format), f"old.{format}"), CUES)
        assert directions(found.manuscript) == DIRECTIONS[1:], format


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("（讲话毕）", True),
        ("（播放警示教育专题片）", True),
        ("【全体起立，奏唱国歌】", True),
        ("（李某某同志宣读完毕后）", True),
        ("（一）抓好收尾，做到工程结束后人走场清", False),
        ("（以上情况截至三月底）", False),
        ("大家鼓掌（掌声）。", False),
    ],
)
def test_a_line_of_an_old_text_is_one_if_its_brackets_say_so(line: str, told: bool) -> None:
    text = f"在全县大会上的讲话\n同志们：\n今天召开会议，讲一讲收尾工作。\n{line}\n下面继续开会，大家都要听仔细。"
    assert directions(recognise(text_sheet_of(text), CUES).manuscript) == [line] * told


def test_directions_that_come_again_and_again_are_no_watermark() -> None:
    spoken = "".join(f"请第{n}家单位发言，时间都不长。\n（发言结束后）\n" for n in "一二三四五")
    found = recognise(
        text_sheet_of(f"全县大会主持词\n同志们：\n今天召开大会，先听发言。\n{spoken}现在散会，大家回去抓紧办。"), CUES
    )
    assert (directions(found.manuscript), found.cuts) == (["（发言结束后）"] * 5, ())
