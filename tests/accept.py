"""What is generated from something else, made anew: `make accept` writes it, tests/house holds it fresh."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from drafter.desk.library import Library
from drafter.desk.shelf import built_in
from drafter.formats.docx.shared import FOLDER
from drafter.formats.docx.shared import as_text as parts_of
from drafter.lint.rules import RULES
from drafter.model.style import Style
from drafter.problem import Place
from drafter.schema import FIXED, as_text
from tests import keys, rules
from tests.cases import distilling

ROOT = Path(__file__).parent.parent
PO = ROOT / "drafter/locale/zh_CN/LC_MESSAGES/drafter.po"
COMMANDS = (
    (),
    ("draft",),
    ("new",),
    ("ask",),
    ("convert",),
    ("watch",),
    ("outline",),
    ("tidy",),
    ("distil",),
    ("check",),
    ("blueprint",),
    ("blueprint", "list"),
    ("blueprint", "show"),
    ("blueprint", "new"),
    ("blueprint", "add-node"),
    ("blueprint", "move-node"),
    ("blueprint", "remove-node"),
    ("blueprint", "set"),
    ("blueprint", "rename-slot"),
    ("blueprint", "rename-node"),
    ("blueprint", "fmt"),
    ("pack",),
    ("pack", "list"),
    ("pack", "show"),
    ("schema",),
)
TYPER = (
    "Aborted!",
    "Arguments",
    "Commands",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
    "Show this message and exit.",
    "Missing command.",
    "No such command {name!r}.",
    "Options",
    "default: {default}",
    "required",
    "(dynamic)",
)
"""Messages of typer's own that a user meets."""


def generated() -> Iterator[tuple[Path, bytes]]:
    """Every generated file with what it should hold."""
    catalogue = updated()
    yield PO, po_bytes(catalogue)
    yield PO.with_suffix(".mo"), mo_bytes(catalogue)
    yield ROOT / "docs/cli.md", reference().encode()
    yield ROOT / "docs/rules/README.md", rules.index().encode()
    for rule in RULES.values():
        yield ROOT / f"docs/rules/{rule.name}.md", rules.page(rule).encode()
    yield ROOT / "docs/keys.md", keys.page().encode()
    for case in distilling.CASES:
        yield case, distilling.accepted(case).encode()
    for case in distilling.SEVERAL:
        yield case, distilling.accepted_together(case).encode()
    for style in built_in_styles():
        yield FOLDER / f"{style.name}.json", parts_of(style).encode()
    for kind, make in FIXED.items():
        yield ROOT / f"schemas/{kind}.schema.json", as_text(make(str)).encode()
    for brief in sorted((ROOT / "examples").glob("*/brief.yaml")):
        for ending in ("md", "docx"):
            yield brief.with_name(f"speech.{ending}"), drafted(brief, ending)


def built_in_styles() -> Iterator[Style]:
    """The styles that come with drafter."""
    for pack in (pack for pack in Library().shelf.packs if pack.root.parent == built_in()):
        for name in pack.names("styles"):
            yield Library().style(f"{pack.name}/{name}", Place("accept"))


def updated() -> Catalog:
    """The Chinese catalogue with exactly the messages that the code has."""
    template = Catalog()
    for file, line, message, comments, _context in extract_from_dir(
        str(ROOT / "drafter"), [("**.py", "python")], keywords={"_": None, "N_": None, "ngettext": (1, 2)}
    ):
        template.add(message, None, [(f"drafter/{file}".replace(os.sep, "/"), line)], auto_comments=comments)
    for message in TYPER:
        if message not in template:
            template.add(message, None, [("typer", 1)])
    for message in keys.sentences():
        if message not in template:
            template.add(message, None, [("drafter/schema", 1)])
    catalogue = read_po(io.BytesIO(PO.read_bytes()) if PO.exists() else io.BytesIO(), locale="zh_CN")
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def po_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as text: messages in order, no dates and no line numbers."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, sort_output=True, no_location=True, omit_header=True, width=0)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
    return header.encode() + buffer.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    buffer = io.BytesIO()
    read = read_po(io.BytesIO(po_bytes(catalogue)), locale="zh_CN")
    read.creation_date = read.revision_date = datetime(2026, 1, 1, tzinfo=UTC)  # else the minute of writing
    write_mo(buffer, read)
    return buffer.getvalue()


def reference() -> str:
    """docs/cli.md: what every command says of itself."""
    parts = ["# The command line\n\nMade by `make accept` from the commands' own help.\n"]
    for command in COMMANDS:
        words = " ".join(("drafter", *command))
        done = run("-m", "drafter", *command, "--help")
        parts.append(f"## {words}\n\n```\n{done.decode().strip()}\n```\n")
    return "\n".join(parts)


def drafted(brief: Path, ending: str) -> bytes:
    """The draft of an example."""
    target = brief.with_name(f"speech.{ending}")
    with_name = os.path.relpath(brief, target.parent)
    from drafter.desk.draft import draft_file, write_draft
    from drafter.desk.library import Library

    draft = draft_file(brief)
    style = Library().style(draft.brief.style or draft.blueprint.style, draft.brief.place)
    return write_draft(draft, ending, style, source=with_name)


def run(*arguments: str) -> bytes:
    """A Python of ours, in English, eighty columns wide."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    env |= {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=env, cwd=ROOT).stdout


if __name__ == "__main__":
    for path, data in generated():
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            print(path.relative_to(ROOT))
