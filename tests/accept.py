"""What is generated from something else, made anew: `make accept` writes it, tests/house holds it fresh."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from drafter.desk import shipped
from drafter.desk.library import Library
from drafter.desk.shelf import built_in
from drafter.formats.docx.shared import FOLDER
from drafter.formats.docx.shared import as_text as parts_of
from drafter.lint.rules import RULES
from drafter.model.style import Style
from drafter.problem import Place
from drafter.schema import FIXED, as_text
from tests import gallery, keys, rules
from tests.cases import distilling

ROOT = Path(__file__).parent.parent
PO = ROOT / "drafter/locale/zh_CN/LC_MESSAGES/drafter.po"
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
HEADERS = [("Content-Type", "text/plain; charset=UTF-8"), ("Plural-Forms", "nplurals=1; plural=0;")]


class Plain(Catalog):
    """A catalogue whose header names no tool, no version and no minute."""

    mime_headers = HEADERS  # type: ignore[assignment]


def generated() -> Iterator[tuple[Path, bytes]]:
    """Every generated file with what it should hold."""
    for pack in (pack for pack in Library().shelf.packs if pack.ours and pack.names("words")):
        yield (
            shipped.FOLDER / f"{pack.name}.json",
            shipped.as_bytes(pack, Library().about(pack).language),
        )  # before anything is drafted
    catalogue = updated()
    yield PO, po_bytes(catalogue)
    yield PO.with_suffix(".mo"), mo_bytes(catalogue)
    yield ROOT / "docs/cli.md", run("-m", "tests.commands")
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
    yield ROOT / "docs/gallery.md", gallery.page().encode()
    for brief in sorted((ROOT / "examples").glob("*/brief.yaml")):
        for ending in ("md", "docx"):
            yield brief.with_name(f"speech.{ending}"), drafted(brief, ending)


def built_in_styles() -> Iterator[Style]:
    """The styles that come with drafter."""
    for pack in (pack for pack in Library().shelf.packs if pack.root.parent == built_in()):
        for name in pack.names("styles"):
            yield Library().style(f"{pack.name}/{name}", Place("accept"))


@cache
def updated() -> Catalog:
    """The Chinese catalogue with exactly the messages that the code has."""
    template = Catalog()
    for file, line, message, comments, _context in extract_from_dir(
        str(ROOT),
        [("speech_drafter.py", "python"), ("drafter/**.py", "python")],
        keywords={"_": None, "N_": None, "ngettext": (1, 2), "counted": (1, 2)},
        directory_filter=lambda folder: Path(folder) == ROOT or Path(folder).is_relative_to(ROOT / "drafter"),
    ):
        template.add(message, None, [(file.replace(os.sep, "/"), line)], auto_comments=comments)
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
    header = "".join(f'"{name}: {value}\\n"\n' for name, value in HEADERS)
    return f'msgid ""\nmsgstr ""\n{header}\n'.encode() + buffer.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    buffer = io.BytesIO()
    plain = Plain(locale="zh_CN")
    for message in read_po(io.BytesIO(po_bytes(catalogue)), locale="zh_CN"):
        if message.id:
            plain[message.id] = message
    write_mo(buffer, plain)
    return buffer.getvalue()


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
    """A Python of ours, in English."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    env["PYTHONIOENCODING"] = "utf-8"
    return subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=env, cwd=ROOT).stdout


def fresh(path: Path, data: bytes) -> bool:
    """Whether a file is as it would be made now; of archives the parts count, since zlibs deflate differently."""
    if not path.exists():
        return False
    before = path.read_bytes()
    return before == data or (path.suffix == ".docx" and parts(before) == parts(data))


def parts(package: bytes) -> list[tuple[str, bytes]]:
    """What is in an archive, in its order."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return [(name, opened.read(name)) for name in opened.namelist()]


if __name__ == "__main__":
    for path, data in generated():
        if not fresh(path, data):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            print(path.relative_to(ROOT))
