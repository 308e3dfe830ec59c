"""The page of a finished text: every finding beside its words, and nothing in the text but text."""

from __future__ import annotations

import io
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

import docx
from hypothesis import given
from hypothesis import strategies as st

from drafter.desk.galley import page
from drafter.desk.marked import changes, notes, unheard
from drafter.formats.docx.comments import commented, key
from drafter.formats.docx.sheet import read
from drafter.formats.docx.tracked import tracked
from drafter.model.finished import Finished, Paragraph, ParagraphKind
from drafter.problem import Edit, Place, Problem, Related, Severity
from tests.cases.marking import document
from tests.cases.references import paragraph, run

FILE = "稿.docx"
SPEECH: tuple[tuple[ParagraphKind, int, str], ...] = (
    ("title", 0, "在全市供热保障工作会议上的讲话"),
    ("speaker", 0, "副市长  高远"),
    ("address", 0, "同志们："),
    ("heading", 1, "一、把底数摸清"),
    ("body", 0, "全市共有换热站186座，其中老旧站点200座,年内改完。"),
    ("heading", 2, "（一）查管网"),
    ("body", 0, "查到一处改一处，狠抓落实，狠抓到底。"),
    ("heading", 1, "二、把责任压实"),
    ("body", 0, "谁的站谁来管。"),
)


def finished(*paragraphs: tuple[ParagraphKind, int, str]) -> Finished:
    """A text of these paragraphs, numbered from 1."""
    done, at = [], 0
    for n, (kind, level, text) in enumerate(paragraphs, 1):
        done.append(Paragraph(kind, level, text, at, Place(FILE, n)))
        at += len(text) + 1
    return Finished(FILE, "zh", "\n".join(one.text for one in done), tuple(done), "供热", date(2026, 9, 1))


TEXT = finished(*SPEECH)


def found(
    rule: str, severity: Severity, words: str, edit: str | None = None, *related: str, at: int = 0, more: int = 0
) -> Problem:
    """A finding on the words as they stand first, or later."""

    def place(words: str, at: int = 0) -> tuple[Place, int]:
        start = [one.start() for one in re.finditer(re.escape(words), TEXT.text)][at]
        one = next(one for one in reversed(TEXT.paragraphs) if one.start <= start)
        return Place(FILE, one.place.line, start - one.start + 1), start

    here, start = place(words, at)
    mend = None if edit is None else Edit(start, start + len(words), edit)
    others = tuple(Related(place(one)[0], one) for one in related)
    return Problem(rule, here, {}, severity, mend, (f"wrong: {words}", "mend it"), more, words, others)


FOUND = (
    Problem("no-deadline", Place(FILE, 0), {}, "warning", says=("nothing is dated", "set dates")),
    found("part-over-whole", "error", "200座", None, "186座"),
    found("half-width-mark", "error", ",", "，", more=3),
    found("slogan", "info", "狠抓", "", at=1),
    Problem("empty", Place(FILE, 9, 1), {}, "info", says=("the paragraph says nothing", "name who")),
)


class Tags(HTMLParser):
    """The tags of a page, its ids, its links, and the text of its speech."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(told)
        if tag != "meta":
            self.open.append(tag)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if "href" in told else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def paper(shown: str) -> list[str]:
    """The paragraphs of the page, without what stands behind marked words."""
    rows = re.findall(r'<(h\d|p) class="[^"]*" id="p\d+">(.*?)</\1>(?=<aside|</div>)', shown, re.DOTALL)
    return [
        unescape(re.sub(r"<[^>]+>", "", re.sub(r'<a class="ref.*?</a>', "", inside, flags=re.DOTALL)))
        for _, inside in rows
    ]


def test_every_finding_stands_beside_its_words_and_is_linked_both_ways() -> None:
    shown = page(TEXT, FOUND)
    tags = Tags(shown)
    assert not tags.open
    assert paper(shown) == [one.text for one in TEXT.paragraphs]
    assert len(tags.ids) == len(set(tags.ids))
    assert {link.removeprefix("#") for link in tags.links} <= set(tags.ids)
    assert {f"#w{n}" for n in (2, 3, 4, 5)} | {"#w2-1"} | {f"#n{n}" for n in range(1, 6)} <= set(tags.links)
    assert '<mark class="error">200座</mark><a class="ref error" id="w2" href="#n2"' in shown
    assert '<mark class="related">186座</mark><a class="ref error" id="w2-1" href="#n2"' in shown
    assert '狠抓落实，<mark class="info">狠抓</mark>' in shown
    assert '<p class="body barred info" id="p8">谁的站谁来管。<a class="ref info" id="w5"' in shown
    assert "instead: <q>，</q>" in shown and "take it out" in shown and "(and 3 more of this kind)" in shown


def test_on_top_stand_the_counts_and_the_outline_with_minutes() -> None:
    text = re.sub(
        r"\s+", " ", re.sub(r"<[^>]+>", " ", page(TEXT, FOUND).partition("<main")[0].partition("</style>")[2])
    )
    assert "稿.docx 97 characters, 0.5 minutes at 180 a minute ■ error 5 ▲ warning 1 ○ info 2" in text
    assert "一、把底数摸清 0.3 min ■ 2 ○ 1 （一）查管网 0.1 min ○ 1 二、把责任压实 0.1 min ○ 1" in text
    assert "Of the whole text ▲ 1 warning nothing is dated; set dates no-deadline" in text
    assert "Nothing was found." in page(TEXT, ())


@given(st.lists(st.text(st.sampled_from("<>&\"'\u202e\x07狠抓。 \n\t/script=")), min_size=1, max_size=4), st.data())
def test_nothing_in_a_text_or_a_finding_is_anything_but_text(texts: list[str], data: st.DataObject) -> None:
    text = finished(*(("body", 0, one) for one in texts))
    problems = []
    for _ in range(data.draw(st.integers(0, 5))):
        one = data.draw(st.sampled_from(text.paragraphs))
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(one.text))] * 2)))
        words, hostile = one.text[start:end], data.draw(st.sampled_from(texts))
        place = Place(FILE, one.place.line, start + 1)
        says = ("{x}", "mend")
        severity = data.draw(st.sampled_from(("error", "warning", "info")))
        related = (Related(place, hostile),)
        problems.append(
            Problem("own-rule", place, {"x": hostile}, severity, Edit(0, 0, hostile), says, 0, words, related)
        )
    shown = page(text, problems)
    tags = Tags(shown)
    assert tags.tags <= set(
        "html head meta title style body header p nav ul li a span b main div h1 aside section mark q".split()
    )
    assert tags.attributes <= set("lang charset http-equiv content name class id href aria-label".split())
    assert len(tags.ids) == len(set(tags.ids))
    assert {link.removeprefix("#") for link in tags.links} <= set(tags.ids)
    assert "\u202e" not in shown
    due = [one.replace("\u202e", r"\u202e").replace("\x07", r"\u0007") for one in texts]
    assert paper(shown) == due


def test_findings_become_comments_and_changes_and_stay_silent_once_heard() -> None:
    data = document(*(paragraph(run(one.text[:3]), run(one.text[3:])) for one in TEXT.paragraphs))
    made = commented(data, notes(TEXT, FOUND))
    assert [comment.text for comment in docx.Document(io.BytesIO(made)).comments] == [
        "nothing is dated; set dates [no-deadline]",
        "wrong: 200座; mend it\nsee also paragraph 5: “186座” [part-over-whole]",
        "wrong: ,; mend it (and 3 more of this kind) [half-width-mark]",
        "wrong: 狠抓; mend it [slogan]",
        "the paragraph says nothing; name who [empty]",
    ]
    mended, left = tracked(data, changes(TEXT, FOUND))
    assert left == ()
    assert [line.text for line in read(mended, "").lines][4:7:2] == [
        "全市共有换热站186座，其中老旧站点200座，年内改完。",
        "查到一处改一处，狠抓落实，到底。",
    ]
    heard = {key("part-over-whole", "200座"), key("empty", "谁的站谁来管。")}
    assert [one.rule for one in unheard(TEXT, FOUND, heard)] == ["no-deadline", "half-width-mark", "slogan"]
