"""The schema beside a brief: when it is written, when it is made anew, and what it never takes the place of."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cases.running import drafter, process
from tests.cases.test_reading import FOLDER

LINE = "# yaml-language-server: $schema=.drafter/blueprint.schema.json\n"
NEW = ("new", "blueprint.yaml", "-o", "brief.yaml")
SAID = "brief.yaml\n  fill it in, then run: drafter draft brief.yaml\n"
SCHEMA = Path(".drafter/blueprint.schema.json")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a blueprint."""
    (tmp_path / "blueprint.yaml").write_bytes((FOLDER / "blueprint.yaml").read_bytes())
    return tmp_path


def asked(desk: Path) -> str:
    """How the schema asks for the first slot."""
    return str(json.loads((desk / SCHEMA).read_text("utf-8"))["properties"]["会议"]["description"])


def test_a_new_brief_names_the_schema_beside_it(desk: Path) -> None:
    done = drafter(desk, *NEW)
    assert (done.code, done.said) == (0, SAID)
    assert (desk / "brief.yaml").read_text("utf-8").startswith(LINE + "# 工作讲话\n")
    assert asked(desk) == "会议全称是什么（不超过 20 字）"
    assert [path.name for path in (desk / ".drafter").iterdir()] == [SCHEMA.name]


def test_a_brief_on_standard_output_names_none_and_none_is_written(desk: Path) -> None:
    done = drafter(desk, "new", "blueprint.yaml", "-o", "-")
    assert done.said.startswith("# 工作讲话\n")
    assert os.listdir(desk) == ["blueprint.yaml"]


def test_the_schema_is_the_same_in_every_language_of_the_machine(desk: Path) -> None:
    drafter(desk, *NEW)
    first = (desk / SCHEMA).read_bytes()
    (desk / SCHEMA).unlink()
    assert process(desk, *NEW, LANGUAGE="zh_CN").code == 0
    assert (desk / SCHEMA).read_bytes() == first


def test_a_draft_makes_a_stale_schema_anew(desk: Path) -> None:
    drafter(desk, *NEW)
    blueprint = (desk / "blueprint.yaml").read_text("utf-8")
    (desk / "blueprint.yaml").write_text(blueprint.replace("会议全称是什么", "开什么会"), "utf-8")
    assert drafter(desk, "check", "brief.yaml").code == 0
    assert asked(desk) == "会议全称是什么（不超过 20 字）"
    assert drafter(desk, "draft", "brief.yaml").code == 0
    assert asked(desk) == "开什么会（不超过 20 字）"


def test_a_draft_of_a_brief_that_names_no_schema_writes_none(desk: Path) -> None:
    (desk / "brief.yaml").write_text("blueprint: blueprint.yaml\n会议: 全市工作会议\n", "utf-8")
    assert drafter(desk, "draft", "brief.yaml").code == 0
    assert sorted(os.listdir(desk)) == ["blueprint.yaml", "brief.docx", "brief.yaml"]


def test_a_file_that_is_not_ours_is_not_replaced(desk: Path) -> None:
    (desk / ".drafter").mkdir()
    (desk / SCHEMA).write_text("{}", "utf-8")
    done = drafter(desk, *NEW)
    assert done.code == 1
    assert done.said == SAID + (
        f"{SCHEMA}:1:1: error: {SCHEMA} was not made by drafter and is left as it is; "
        "move it out of .drafter, which is drafter's own folder [not-our-schema]\n"
    )
    assert (desk / SCHEMA).read_text("utf-8") == "{}"
    assert drafter(desk, "draft", "brief.yaml").code == 0
    assert (desk / SCHEMA).read_text("utf-8") == "{}"


def test_a_link_that_leads_elsewhere_is_not_followed(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (desk / ".drafter").symlink_to(elsewhere)
    done = drafter(desk, *NEW)
    assert done.code == 1
    assert done.said == SAID + (
        f"{SCHEMA}:1:1: error: cannot write {SCHEMA}: it is no ordinary file; "
        "check the disk and the permissions; the old file is as it was [cannot-write]\n"
    )
    assert os.listdir(elsewhere) == []


def test_a_file_in_the_place_of_the_folder_is_left(desk: Path) -> None:
    (desk / ".drafter").write_text("mine", "utf-8")
    done = drafter(desk, *NEW)
    assert done.code == 1
    assert "cannot write" in done.said
    assert (desk / ".drafter").read_text("utf-8") == "mine"


def test_a_name_with_blanks_does_not_end_the_line(desk: Path) -> None:
    (desk / "blueprint.yaml").rename(desk / "工作 讲话#1.yaml")
    assert drafter(desk, "new", "工作 讲话#1.yaml", "-o", "brief.yaml").code == 0
    line = (desk / "brief.yaml").read_text("utf-8").split("\n")[0]
    assert line == "# yaml-language-server: $schema=.drafter/工作-讲话-1.schema.json"
    assert (desk / ".drafter/工作-讲话-1.schema.json").is_file()


def test_a_schema_is_printed_for_every_kind_of_file(desk: Path) -> None:
    for kind in ("blueprint", "fragment", "pack", "style", "checks"):
        assert json.loads(drafter(desk, "schema", kind).said)["title"] == kind
    drafter(desk, *NEW)
    assert drafter(desk, "schema", "brief", "blueprint.yaml").said == (desk / SCHEMA).read_text("utf-8")


@pytest.mark.parametrize("arguments", [("brief",), ("pack", "official")])
def test_only_briefs_have_the_schema_of_a_blueprint(desk: Path, arguments: tuple[str, ...]) -> None:
    done = drafter(desk, "schema", *arguments)
    assert (done.code, done.said) == (
        2,
        "Usage: drafter schema [OPTIONS] KIND [BLUEPRINT]\n"
        "error: brief needs the name of a blueprint, and nothing else has one\n",
    )


def test_a_new_blueprint_names_its_schema_in_the_words_of_its_language(tmp_path: Path) -> None:
    schema = tmp_path / ".drafter/drafter-blueprint.schema.json"
    first = "# yaml-language-server: $schema=.drafter/drafter-blueprint.schema.json"
    for arguments, told in (
        (("market",), "列表中显示的名称。"),
        (("fair", "--language", "en"), "What it is called in lists."),
        (("child", "--extends", "market.yaml", "--language", "en"), "列表中显示的名称。"),
    ):
        assert drafter(tmp_path, "blueprint", "new", *arguments).code == 0
        assert (tmp_path / f"{arguments[0]}.yaml").read_text("utf-8").split("\n")[0] == first
        assert json.loads(schema.read_text("utf-8"))["properties"]["title"]["description"] == told


def test_what_is_distilled_names_its_schemas(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(
        "在防汛会上的讲话\n同志们：\n一、看清形势\n今年雨水偏多。\n二、守住堤防\n要日夜巡查。\n", "utf-8"
    )
    assert drafter(tmp_path, "distil", "old.txt").code == 0
    lines = [(tmp_path / f"old-{kind}.yaml").read_text("utf-8").split("\n")[0] for kind in ("blueprint", "brief")]
    assert lines == [
        "# yaml-language-server: $schema=.drafter/drafter-blueprint.schema.json",
        "# yaml-language-server: $schema=.drafter/old-blueprint.schema.json",
    ]
    assert sorted(os.listdir(tmp_path / ".drafter")) == ["drafter-blueprint.schema.json", "old-blueprint.schema.json"]
