"""A row says what the brief says that is written of it, and a table is read as it was filled in."""

from __future__ import annotations

import csv
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from drafter.desk.batch.names import alike, safe
from drafter.desk.batch.source import Task, tasks_of
from drafter.desk.batch.wanted import Batch
from drafter.desk.draft import draft_document
from drafter.desk.files import FORBIDDEN, LONGEST, RESERVED
from drafter.desk.library import Library
from drafter.model.value import Fact, Listing, Record, Value
from drafter.problem import InputError
from drafter.yamltext.data import data
from drafter.yamltext.parse import parse
from drafter.yamltext.written import PLAIN
from tests.cases.test_batch import BLUEPRINT

TEXT = st.text(
    st.sampled_from("甲乙东镇会议清淤12 .,;:#|-=+@'\"{}[]（）“”、。~!%&*?<>\n\tno yes"), min_size=1, max_size=12
)  # fmt: skip
DAY = st.dates(date(2020, 1, 1), date(2030, 12, 31)).map(str)
ROW = st.fixed_dictionaries(
    {"会议": TEXT, "镇": TEXT},
    optional={
        "日期": DAY | TEXT,
        "编号": TEXT,
        "人数": st.integers(0, 999).map(str) | TEXT,
        "紧急": st.sampled_from(("是", "否", "也许")),
        "限期": st.sampled_from(("6月底前", "汛期前", "早点")),
        "要求": st.lists(TEXT, max_size=3).map("\n".join),
        "要求1": TEXT,
        "任务1.名称": TEXT,
        "任务1.时限": DAY,
        "任务2.名称": TEXT,
        "任务2.责任": TEXT,
    },
)


def values(value: Value) -> Any:
    """What is given, wherever it stands."""
    match value:
        case Fact(value=plain, remarks=remarks):
            return plain, remarks
        case Listing(items):
            return [values(item) for item in items]
        case Record(fields):
            return {name: values(one) for name, one in fields.items()}
        case gap:
            return gap.label


@given(st.lists(ROW, min_size=1, max_size=3), st.sampled_from(",\t;"))
def test_a_row_says_what_its_brief_says(rows: list[dict[str, str]], mark: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "patrol.yaml").write_text(BLUEPRINT, "utf-8")
        heads = list(dict.fromkeys(key for row in rows for key in row))
        with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, delimiter=mark)
            out.writerow(["name", *heads])
            out.writerows([f"r{n}", *(row.get(head, "") for head in heads)] for n, row in enumerate(rows))
        library = Library()
        wanted = Batch(source=folder / "rows.csv", folder=folder, blueprint=str(folder / "patrol.yaml"))
        tasks = tasks_of(wanted, library)
        assert not tasks.problems
        found = [*tasks.tasks()]
        assert [one.stem for one in found if isinstance(one, Task)] == [f"r{n}" for n in range(len(rows))]
        here = library.at(folder)
        for task in found:
            assert isinstance(task, Task)
            said = []
            for doc in (task.doc, parse(task.doc.text, "brief.yaml")):
                try:
                    draft = draft_document(doc, here.find(folder / "brief.yaml"), None, here)
                    given_ = {slot: values(one) for slot, one in draft.brief.values.items()}
                    said.append((given_, draft.write("txt"), draft.seed))
                except InputError as error:
                    said.append((sorted(one.rule for one in error.problems if one.severity == "error"),))  # type: ignore[arg-type]
            assert said[0] == said[1], task.doc.text


@given(st.from_regex(PLAIN, fullmatch=True))
def test_what_is_written_without_trying_reads_back(text: str) -> None:
    for source, value in (
        (f"k: {text}\n", {"k": text}),
        (f"- {text}\n", [text]),
        (f"[{text}, {{k: {text}}}]", [text, {"k": text}]),
    ):
        doc = parse(source, "")
        assert not doc.problems and data(doc.root) == value


@given(st.text(max_size=300))
def test_any_text_names_a_file_on_any_system(text: str) -> None:
    name = safe(text)
    assert not name or (
        not FORBIDDEN.search(name)
        and not RESERVED.fullmatch(name)
        and not name.startswith(".")
        and not name.endswith((".", " "))
        and len(f"{name}.docx".encode("utf-8", "replace")) <= LONGEST
    )
    assert safe(name) == name and alike(safe(text)) == alike(name)
