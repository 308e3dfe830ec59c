"""What is true of every finished text that an editor reads."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from drafter.desk.library import Library
from drafter.desk.proof_fix import mended
from drafter.desk.proofread import Proof, looked_at
from drafter.lint.texts.finished import finished
from drafter.lint.texts.lint import Wanted
from drafter.model.finished import Finished
from drafter.model.sheet import Raw, Sheet
from drafter.problem import Place

LIBRARY = Library()
NORMS = LIBRARY.norms("zh")
WANTED = Wanted(notes=True)
PIECES = (
    *(
        "要5月底前修通38公里渠道，",
        "县防汛指挥部县长任总指挥。",
        "压实责任责任，",
        "一是查险工。",
        "三是练队伍。",
        "下面，我讲三点意见。",
    ),
    *(
        "××乡的12户,",
        "排查隐患120处，其中一般隐患90处、重大隐患40处。",
        "8月底前腾空危房，8月底前验收；",
        "近300多名干部",
        "“叫应机制",
    ),
    *(
        "要改造泵站12座；9个小区加装挡水板。",
        "二个乡镇",
        "2026年5月20号",
        "截止到5月10日，",
        "一、认清形势\n",
        "（一）先查后改\n",
        "。。",
        "，、",
        "、等",
    ),
    *(
        "同志们：\n",
        "（2026年5月14日）\n",
        "\u3000\u3000",
        " ",
        "\n",
        "x",
        "2-3成",
        "要每所学校配齐保安。",
        "认真的落实",
        "（",
        "》",
    ),
)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=14).map("".join)


def read(text: str) -> Finished:
    return finished(Sheet(tuple(Raw(line, Place("x", n)) for n, line in enumerate(text.split("\n"), 1))), "x")


@given(TEXTS)
def test_a_finding_stands_where_its_words_stand(text: str) -> None:
    lines = text.split("\n")
    for one in looked_at(read(text), LIBRARY, NORMS, WANTED):
        at = one.place.column - 1
        assert lines[one.place.line - 1][at : at + len(one.words)] == one.words
        for other in one.related:
            assert other.words in lines[other.place.line - 1]


@given(TEXTS)
def test_what_is_mended_keeps_every_figure_and_leaves_nothing_new_to_find(text: str) -> None:
    before = read(text)
    proof = Proof(b"", before, (), NORMS, WANTED)
    made = mended(proof, LIBRARY)
    assert made.problems == looked_at(made.finished, LIBRARY, proof.norms, WANTED)
    found = Counter((one.rule, one.place.line) for one in looked_at(before, LIBRARY, proof.norms, WANTED))
    assert not Counter((one.rule, one.place.line) for one in made.problems) - found
    digits = [[char for char in one.text if char in "0123456789"] for one in (before, made.finished)]
    assert digits[0] == digits[1]
