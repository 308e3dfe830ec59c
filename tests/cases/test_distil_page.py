"""The page of old speeches: as they stand, each fact under its name, what was left out and doubted beside it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.desk.distil import Returned
from drafter.desk.distil_marks import KINDS
from drafter.desk.distil_page import page
from drafter.model.manuscript import page_text
from drafter.model.move import MOVES
from drafter.sentences.found import FACTS
from tests.cases.distilling import CASES, SEVERAL, distilled, read_case, together
from tests.cases.test_galley import Tags

NAMES = re.compile(r'<rt>.*?</rt>|<a class="ref.*?</a>|<span class="part">.*?</span>')
COPIED = """第 1 页
在全市防汛工作动员会上的讲话

同志们：
刚才,市水利局通报了汛情,转移群众1200人。下面,我讲三点意见。
一、看清形势
全市有病险水库12座,6月10日前要全部落实责任人。一是市水利局负责,5月底前完成堤防巡查;二是市住建局负责,6月底前完成管网清淤;三是市交通局负责,6月15日前完成涵洞疏通。
三、压实责任
谁的堤段谁守到底。
谢谢大家!
"""


def words(html: str) -> str:
    """What a piece of a page says, without the names above its words."""
    return unescape(re.sub(r"<[^>]+>", "", NAMES.sub("", html)))


def paper(shown: str) -> list[str]:
    """The paragraphs of a page of one speech."""
    return [words(found[2]) for found in re.finditer(r'<(h\d|p) class="[^"]*" id="p\d+">(.*?)</\1>', shown)]


def named(shown: str) -> set[str]:
    """The names that stand above words, without their signs."""
    return {unescape(name)[1:] for name in re.findall("<rt>(.*?)</rt>", shown)}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_speech_stands_there_and_every_fact_is_named_in_it(path: Path) -> None:
    made = distilled(read_case(path).text)
    shown = page(made)
    tags = Tags(shown.replace("<br>", ""))
    assert not tags.open and len(tags.ids) == len(set(tags.ids))
    assert {link.removeprefix("#") for link in tags.links} <= set(tags.ids)
    assert paper(shown) == [page_text(line) for line in made.recognised[0].manuscript.lines]
    lists = {fact.name for fact in made.facts if not isinstance(fact.value, str)}
    assert {fact.name for fact in made.facts} - lists == {name for name in named(shown) if "." not in name}
    for name in lists:
        assert f"list {name}: " in shown


def test_moves_cuts_and_doubts_stand_beside_what_they_speak_of() -> None:
    shown = page(distilled(COPIED))
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown.partition("<main")[2]))
    assert "第 1 页 ✂ left out: a page number 在" in text
    assert "① 承接 acknowledge told by “刚才” ② 过渡 transition told by “下面，我讲三点意见”" in text
    assert "≡ list 任务分工: 3, each with 责任单位、时限、任务" in text
    assert re.search("压实责任 .*▲ 1 .*▲ 1 warning the number 三、 should be number 2", text)
    assert f"{MOVES['responsibility']} responsibility" in text
    assert "✂ left out: 1 · ✎ mended: half-width marks" in shown


def test_every_kind_is_told_by_its_sign_too() -> None:
    assert set(KINDS) == set(FACTS)
    assert len({sign for _, sign in KINDS.values()}) == len(KINDS)


@given(st.text(st.sampled_from("<>&\"'\u202e狠抓12。，、：一二 \n/script=市局"), max_size=60))
def test_nothing_in_a_speech_is_anything_but_text(text: str) -> None:
    made = distilled(f"关于某事的讲话\n同志们：\n{text}\n转移群众1200人。\n")
    shown = page(made)
    tags = Tags(shown.replace("<br>", ""))
    assert not tags.open and not {"script", "img", "iframe", "form"} & tags.tags
    assert tags.attributes <= {
        "class",
        "id",
        "href",
        "lang",
        "title",
        "name",
        "content",
        "http-equiv",
        "charset",
        "colspan",
    } | {"aria-label"}
    assert paper(shown) == [page_text(line) for line in made.recognised[0].manuscript.lines]


@pytest.mark.parametrize("path", SEVERAL, ids=lambda path: path.stem)
def test_several_stand_side_by_side(path: Path) -> None:
    made = together(path)
    shown = page(made)
    assert shown == page(made)
    tags = Tags(shown.replace("<br>", ""))
    assert not tags.open and {link.removeprefix("#") for link in tags.links} <= set(tags.ids)
    for n, recognised in enumerate(made.recognised):
        cells = re.findall(rf'<td class="[^"]*" data-of="{re.escape(made.sources[n])}">(.*?)</td>', shown)
        said = "".join(words(re.sub('<p class="move">.*?</p>', "", cell)) for cell in cells)
        lines = recognised.manuscript.lines
        assert said == "".join(
            page_text(line) for line in lines if line.role in ("opening", "heading", "body", "closing")
        )
    assert not unknown(made, shown)


def unknown(made: Returned, shown: str) -> set[str]:
    """Names that no slot has."""
    return {name for name in named(shown) if "." not in name} - {fact.name for fact in made.facts}
