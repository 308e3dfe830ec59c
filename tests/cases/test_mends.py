"""What is mistyped in an old text stands right in the tidy one; what can mean something else is told and left."""

from __future__ import annotations

import pytest

from drafter.language import TONGUES
from drafter.language.markup import markup
from drafter.language.typed import typed
from drafter.model.blueprint import Slot
from drafter.model.sheet import Raw, Recognised, Sheet
from drafter.problem import Place
from drafter.recognition import recognise
from tests.cases.distilling import distilled
from tests.cases.recognising import CUES, cuts, doubts, sheet_of, words

SPEECH = "在全市推进会上的讲话\n同志们：\n{}\n一、抓紧\n好。\n二、抓实\n好。\n谢谢大家！"


def opening(text: str) -> tuple[str, list[str]]:
    """A sentence as it stands in the tidy speech, and what is doubted."""
    done = recognise(sheet_of(SPEECH.format(text)), CUES)
    return words(done, "opening"), doubts(done)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("“他说‘干就干’，很好”，大家听。", "“他说‘干就干’，很好”，大家听。"),
        ("“他说“干就干”，很好”，大家听。", "“他说‘干就干’，很好”，大家听。"),
        ("“他说\"干就干\"，很好”，大家听。", "“他说‘干就干’，很好”，大家听。"),
        ('"他说\'干就干\'，很好"，大家听。', "“他说‘干就干’，很好”，大家听。"),
        ("盯住“关键少数\"，抓好“两河“。", "盯住“关键少数”，抓好“两河”。"),
        ("抓好'两河'治理，用好‘三江’模式。", "抓好“两河”治理，用好‘三江’模式。"),
        ("I don't know, it's the workers' 'way'，大家听。", "I don't know, it's the workers' 'way'，大家听。"),
        ("抓得紧...抓得实--成效好…都同意．", "抓得紧……抓得实——成效好……都同意。"),
        ("北京—上海，1月—3月，2024--2026年。", "北京—上海，1月—3月，2024--2026年。"),
        ("阿卜杜拉•买买提讲了，艾力‧肉孜讲了。", "阿卜杜拉·买买提讲了，艾力·肉孜讲了。"),
        ("完成１２．５亿元，增长１０％，到会１，２００人，９：３０开会。", "完成12.5亿元，增长10%，到会1,200人，9:30开会。"),
        ("二○二六年和二零二七年，二○三○年，一百零五个。", "二〇二六年和二〇二七年，二〇三〇年，一百零五个。"),
        ("2026.2.27到2026-03-01，２０２６年０３月０２日。", "2026年2月27日到2026年3月1日，2026年3月2日。"),
        ("按GB/T 9704-2012和1.2.3版，编号2026-02-27-01。", "按GB/T 9704-2012和1.2.3版，编号2026-02-27-01。"),
        ("抓教育丶抓落实∶抓紧 ，抓\u200b实\u00ad。", "抓教育、抓落实：抓紧，抓实。"),
        ("𠮷\U000e0100葛\U000e0100👨\u200d👩\u200d👧❤\ufe0f。", "𠮷\U000e0100葛\U000e0100👨\u200d👩\u200d👧❤\ufe0f。"),
        ("This is a plan. I want a clear answer.", "This is a plan. I want a clear answer."),
        ("用 AI 抓 落实，完成 12 亿元，GDP 增长。", "用 AI 抓落实，完成12亿元，GDP 增长。"),
    ],
)  # fmt: skip
def test_what_is_mistyped_stands_right(typed: str, due: str) -> None:
    assert opening(typed) == (due, [])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("（全年完成67个。", "odd-quote"),
        ("学习《条例要深入。", "odd-quote"),
        ("这是关键—要落实。", "mistyped-mark"),
        ("这是乱\ufffd码。", "lost-character"),
        ("这是\ue001字。", "lost-character"),
    ],
)
def test_what_cannot_be_mended_for_sure_is_told_and_left(text: str, rule: str) -> None:
    assert opening(text) == (text, [rule])


def test_english_lines_keep_their_blanks_and_an_address_its_line() -> None:
    lines = [
        "Remarks on Roads",
        "Colleagues,",
        "",
        "I am glad to be here with all of you, and a little late; the road was",
        "long, and it is a road that we will talk about today, with all of those",
        "who built it, who paid for it, and who drive on it, each of them in turn,",
        "and with nobody left out of it, as was said when we met a year before at",
        "the bridge.",
    ]
    done = recognise(sheet_of("\n".join(lines)), CUES)
    said = [part.inlines for line in done.manuscript.lines for part in line.parts]
    assert (
        [str(inline.text) for inlines in said for inline in inlines][:3]
        == [  # type: ignore[union-attr]
            "Remarks on Roads",
            "Colleagues,",
            " ".join(lines[3:]),
        ]
    )


DAYS = ["二〇二六年二月二十七日", "二零二六年二月二十七日", "二○二六年二月二十七日"]
FIGURES = [
    "2026.2.27",
    "2026-02-27",
    "2026/2/27",
    "２０２６年２月２７日",
    "2026年02月27日",
    "2026年2月27日",
    "2026 年 2 月 27 日",
]


@pytest.mark.parametrize("day", [*DAYS, *FIGURES])
def test_a_date_is_one_however_it_is_typed(day: str) -> None:
    fact = typed(day, Slot(name="日期", place=Place(""), type="date"), TONGUES["zh"])
    assert getattr(fact, "value", None).__str__() == "2026-02-27"
    due = DAYS[0] if day in DAYS else "2026年2月27日"
    made = distilled(SPEECH.replace("\n", f"\n（{day}）\n", 1).format(f"{day}开会。"))
    assert [(found.name, found.value) for found in made.facts if "日期" in found.name][:1] == [("日期", due)]


ROWS = "县区\t任务数\t进度\n云岭县\t100\t正常\n临溪区\t86\t正常\n桥北区\t42\t滞后\n白石县\t33\t正常"


@pytest.mark.parametrize(
    "table", [ROWS, ROWS.replace("\t", "    "), "|" + ROWS.replace("\t", "|").replace("\n", "|\n|") + "|"]
)
def test_a_table_is_one_cut_and_its_place_is_marked(table: str) -> None:
    done = recognise(sheet_of(SPEECH.format(f"各县区进度如下表：\n{table}\n滞后的要抓紧。")), CUES)
    assert cuts(done) == ["table: " + ROWS.replace("\t", "").replace("\n", "；")]
    assert words(done, "opening") == "各县区进度如下表：【待补充：表（县区、任务数、进度）】滞后的要抓紧。"


def test_a_table_before_the_speech_leaves_no_mark_and_gives_its_title() -> None:
    form = Raw("题目　在全市推进会上的讲话\n讲话人　张三\n时间　2026年2月27日", Place("old.docx"), "table")
    rest = sheet_of("同志们：\n今天开会。\n一、抓紧\n好。\n二、抓实\n好。").lines
    done: Recognised = recognise(Sheet((form, *rest), True), CUES)
    front = [line.role for line in done.manuscript.lines][:4]
    assert front == ["title", "byline", "date", "salutation"]
    assert cuts(done) == ["table: 题目；讲话人；时间"]


OPEN = ["李**", "**市**县", "李**和王**", "3*4*5", "__年__月"]


def test_markup_is_told_from_what_is_left_open() -> None:
    marked = ["**重要**会", "*急*", "## 会", "<b>会</b>", "a&nbsp;b"]
    assert [text for text in (*marked, *OPEN) if any(markup(text))] == marked
