"""Old speeches as web pages and Markdown: what is read, and what is said to be left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.formats import read

PAGE = """<!DOCTYPE html>
<html><head><meta charset="gb2312"><title>某网站</title><style>p { color: red }</style></head>
<body><nav>首页 &gt; 讲话</nav>
<h1>在全市防汛工作会议上的讲话</h1>
<p>同志们：</p>
<p>　　今天&nbsp;开会，<b>很重要</b>。<br>下面讲两点。</p>
<h2>一、提高认识</h2><ul><li>要早</li><li>要快</li></ul>
<script>alert("1")</script><footer>版权所有</footer></body></html>
"""


def test_a_page_is_read_block_by_block() -> None:
    sheet = read(PAGE.encode("gb18030"), "旧稿.html")
    assert [(line.text, line.claim, line.level) for line in sheet.lines] == [
        ("在全市防汛工作会议上的讲话", "title", 0),
        ("同志们：", "", 0),
        ("　　今天\u00a0开会，很重要。", "", 0),
        ("下面讲两点。", "", 0),
        ("一、提高认识", "heading", 1),
        ("要早", "item", 0),
        ("要快", "item", 0),
    ]
    assert sheet.paragraphs
    assert [problem.rule for problem in sheet.problems] == ["left-out"]
    assert [sheet.lines[0].place.line, sheet.lines[3].place.line] == [4, 6]


def test_markdown_is_read_as_it_is_shown() -> None:
    sheet = read("# 在会上的讲话\n\n同志们：\n\n**（一）早。**要\\*早\\*。\n\n## 一、认识\n".encode(), "旧稿.md")
    assert [(line.text, line.claim) for line in sheet.lines if line.text] == [
        ("在会上的讲话", "title"),
        ("同志们：", ""),
        ("（一）早。要*早*。", ""),
        ("一、认识", "heading"),
    ]


SHREDS = [
    "<p>",
    "</p>",
    "<nav>",
    "</nav>",
    "<br>",
    "&nbsp;",
    "甲",
    "<",
    ">",
    "# ",
    "\n",
    "| 一 | 二 |\n",
    "```\n",
    "> ",
    "- ",
    "**",
]
texts = st.lists(st.sampled_from([*SHREDS, "<!--", "-->"]), max_size=20).map("".join)


@pytest.mark.parametrize("ending", ["html", "md"])
@given(data=st.one_of(st.binary(), st.text().map(str.encode), texts.map(str.encode)))
def test_no_bytes_stop_a_reader(ending: str, data: bytes) -> None:
    sheet = read(data, f"f.{ending}")
    assert all(line.place.line >= 1 for line in sheet.lines)
