"""What is made from something else is up to date, and the docs name what there is."""

from __future__ import annotations

import gettext
import json
import re
import string
import tomllib
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.catalog import Message
from packaging.requirements import Requirement

from drafter.desk.library import Library
from drafter.formats.docx.shared import FOLDER
from drafter.language import TONGUES
from drafter.model.blueprint import SlotType
from drafter.model.move import MOVES
from drafter.sentences import RULES
from tests import accept, gallery
from tests.conftest import ROOT

SOURCE = "\n".join(
    path.read_text("utf-8") for path in (ROOT / "drafter").rglob("*.py") if path.parent.name != "sentences"
)
LOCKS = [*sorted((ROOT / "locks").glob("*.txt")), ROOT / "tests/tools/package-lock.json"]
BRIEFS = sorted((ROOT / "examples").glob("*/*.yaml"))


def test_generated_files_are_as_their_sources_make_them() -> None:
    stale = [path.name for path, data in accept.generated() if not accept.fresh(path, data)]
    assert stale == [], "run `make accept`"
    assert {path.stem for path in FOLDER.iterdir()} == {style.name for style in accept.built_in_styles()}


def test_the_pictures_of_the_gallery_are_of_the_drafts_as_they_are_now() -> None:
    taken = gallery.taken()
    assert json.loads(gallery.TAKEN.read_text("utf-8")) == taken, "run `make gallery`"
    assert {path.name for path in gallery.PICTURES.glob("*.png")} == set(taken)


def test_the_catalogue_names_no_tool_and_no_time() -> None:
    header = gettext.GNUTranslations(accept.PO.with_suffix(".mo").open("rb")).info()
    assert header == {"content-type": "text/plain; charset=UTF-8", "plural-forms": "nplurals=1; plural=0;"}


def test_locks_name_no_host() -> None:
    assert [
        lock.name for lock in LOCKS if re.search('(?m)^--|://.*\\.(whl|gz|zip|tgz)|"resolved"', lock.read_text("utf-8"))
    ] == []


def test_the_locks_are_what_pyproject_allows() -> None:
    locked = dict(
        re.findall(r"^([\w.-]+)==([^\s;]+)", "\n".join(lock.read_text("utf-8") for lock in LOCKS), re.MULTILINE)
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for asked in map(Requirement, chain(project["project"]["dependencies"], *project["dependency-groups"].values())):
        assert asked.specifier.contains(locked[asked.name.lower()]), f"{asked}; run `make lock`"


def fields(text: str) -> set[str]:
    """The placeholders of a message."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def messages(message: Message) -> list[tuple[str, str]]:
    """Each text of a message with its translation; the singular needs none of its own in Chinese."""
    if isinstance(message.id, tuple):
        return [(message.id[1], message.string[0])]
    return [(message.id, message.string)]


def test_every_message_is_translated_with_the_same_placeholders() -> None:
    pairs = [pair for message in accept.updated() if message.id for pair in messages(message)]
    assert [text for text, translated in pairs if not translated] == []
    literal = {text for text, _ in pairs if "{{" in text or "{name!r}" in text}
    assert [text for text, translated in pairs if text not in literal and fields(text) != fields(translated)] == []


def test_every_rule_is_reported_somewhere_and_has_a_sentence() -> None:
    told = {rule for rule in RULES if f'"{rule}"' in SOURCE}
    by_limit = {f"{kind}-{side}-limit" for kind in ("text", "number", "list") for side in ("less-than", "more-than")}
    assert set(RULES) - told - by_limit == set()


def named(document: str) -> set[str]:
    """What a document sets in code."""
    return set(re.findall(r"`([^`\n]+)`", (ROOT / document).read_text("utf-8")))


def test_the_language_is_documented() -> None:
    text, names = (ROOT / "docs/language.md").read_text("utf-8"), named("docs/language.md")
    assert [kind for kind in get_args(SlotType) if kind not in names] == []
    for tongue in TONGUES.values():
        told = {name.rpartition("| ")[2].partition("(")[0] for name in names}  # `任务.期限 | 距(日期)`
        assert [name for name in tongue.filters if name not in told] == []
        assert [scheme for scheme in tongue.schemes if f"`{scheme.strip()}`" not in text] == []


def test_the_moves_and_blueprints_are_documented() -> None:
    assert [move for move in MOVES if move not in named("docs/glossary.md")] == []
    names = [name for name, _ in Library().shelf.names("speeches")]
    for document in ("README.md", "README.zh-CN.md"):
        assert [name for name in names if name not in named(document)] == []


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_example_says_that_it_is_invented(brief: Path) -> None:
    first = brief.read_text("utf-8").split("\n")[0]
    assert first.startswith("#") and ("虚构" in first or "invented" in first)


@pytest.mark.parametrize("document", ["README.md", "README.zh-CN.md"])
def test_the_brief_beside_the_picture_is_the_example(document: str) -> None:
    brief = (ROOT / "examples/joint-treatment/brief.yaml").read_text("utf-8")
    shown = re.findall(r"^```yaml\n(.*?)# …\n```", (ROOT / document).read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert shown and all(brief.startswith(lines) for lines in shown)
