"""What the peers fill: templates made here from our own document, so that styles and text are the same."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import yaml
from docx.document import Document
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate

from drafter.desk.draft import Draft
from drafter.model.manuscript import printed
from drafter.model.speech import Text, plain

ROOT = Path(__file__).parent.parent
NODE_MODULES = ROOT / ".tools/npm/node_modules"
AFTER_HEADING = "Body Text Char"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The peers get the fast loader, as drafter does."""


def outline(document: bytes | Path) -> list[tuple[str, str]]:
    """Every paragraph's text with its style if that is the title or a heading: what all must have the same."""
    source = io.BytesIO(document) if isinstance(document, bytes) else str(document)
    return [
        (name if (name := _style(paragraph)).startswith(("Title", "Heading")) else "", paragraph.text.replace("\n", ""))
        for paragraph in docx.Document(source).paragraphs  # the title's line breaks are drafter's layout
    ]


def lines(final: bytes) -> list[dict[str, Any]]:
    """The speech as a peer is given it: style, words, and the words after a run-in heading."""
    found = []
    for paragraph in docx.Document(io.BytesIO(final)).paragraphs:
        rest = "".join(run.text for run in paragraph.runs if run.style.name == AFTER_HEADING)
        head = paragraph.text.replace("\n", "").removesuffix(rest)
        found.append({"style": _style(paragraph), _key(_style(paragraph)): True, "head": head, "rest": rest})
    return found


def loop_template(final: bytes, tags: Mapping[str, str]) -> bytes:
    """A template for a speech that is composed already: a loop over its lines with a branch for each style."""
    document = docx.Document(io.BytesIO(final))
    styles = list(dict.fromkeys(_style(paragraph) for paragraph in document.paragraphs))
    _clear(document)
    document.add_paragraph(tags["for"])
    for style in styles:
        document.add_paragraph(tags["if"].format(style=style, key=_key(style)))
        paragraph = document.add_paragraph(tags["head"], style)
        if style.startswith("Heading"):
            paragraph.add_run(tags["rest"], AFTER_HEADING)
        document.add_paragraph(tags["end if"].format(key=_key(style)))
    document.add_paragraph(tags["end for"])
    return _saved(document)


DOCXTPL = {
    "for": "{%p for line in lines %}",
    "if": "{{%p if line.style == '{style}' %}}",
    "head": "{{ line.head }}",
    "rest": "{{ line.rest }}",
    "end if": "{{%p endif %}}",
    "end for": "{%p endfor %}",
}
DOCXTEMPLATER = {
    "for": "{#lines}",
    "if": "{{#{key}}}",
    "head": "{head}",
    "rest": "{rest}",
    "end if": "{{/{key}}}",
    "end for": "{/lines}",
}


def frame_template(final: bytes, draft: Draft, brief: Mapping[str, Any]) -> bytes:
    """A template for a brief, as docxtpl's users make it: the speech typed in Word, its facts put as {{ names }}."""
    document = docx.Document(io.BytesIO(final))
    styles = [_style(paragraph) for paragraph in document.paragraphs]
    _clear(document)
    for style, line in zip(styles, draft.manuscript.lines, strict=True):
        paragraph = document.add_paragraph(style=style)
        for number, part in enumerate(line.parts):
            words = "".join(
                _named(one.slot) if isinstance(one, Text) and _fact(brief, one.slot) == one.text else plain((one,))
                for one in printed(part)
            )
            paragraph.add_run(_joined(words), AFTER_HEADING if number and line.role == "heading" else None)
    return _saved(document)


def fill(template: Path, values: Mapping[str, Any]) -> bytes:
    """docxtpl's way; a template read anew each time is what its documentation shows, and no slower than a kept one."""
    filled = DocxTemplate(template)
    filled.render(values)
    return _saved(filled)


def add_paragraphs(speech: list[dict[str, Any]]) -> bytes:
    """python-docx's way, in its default template, which lacks the styles Date and Salutation."""
    document = docx.Document()
    for line in speech:
        style = "Body Text" if line["style"] in ("Date", "Salutation") else line["style"]
        paragraph = document.add_paragraph(line["head"], style)
        if line["rest"]:
            paragraph.add_run(line["rest"], AFTER_HEADING)
    return _saved(document)


def docxtemplater(template: Path, values: Path, out: Path, times: int) -> Callable[[], float] | None:
    """docxtemplater's way, in a node that stays warm and takes its own time; None where node or it is absent."""
    node = shutil.which("node")
    if node is None or not (NODE_MODULES / "docxtemplater").is_dir():
        return None
    command = (node, str(Path(__file__).with_name("fill.js")), str(NODE_MODULES), template, values, out, str(times))
    worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def work() -> float:
        assert worker.stdin and worker.stdout
        worker.stdin.write("\n")
        return float(worker.stdout.readline())

    return work


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style and paragraph.style.name) or ""


def _key(style: str) -> str:
    return style.replace(" ", "")


def _clear(document: Document) -> None:
    for paragraph in document.paragraphs:
        document.element.body.remove(paragraph._p)


def _saved(document: Document | DocxTemplate) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _fact(brief: Mapping[str, Any], slot: str) -> object:
    """What the brief says for a slot such as 任务[1].名称; None if it says nothing."""
    value: Any = brief
    try:
        for step in re.findall(r"[^.\[\]]+", slot):
            value = value[int(step) - 1 if step.isdigit() else step]
    except (KeyError, IndexError, TypeError):
        return None
    return str(value) if isinstance(value, (str, int)) else None


def _named(slot: str) -> str:
    return "{{ " + re.sub(r"\[(\d+)\]", lambda found: f"[{int(found[1]) - 1}]", slot) + " }}"


ALL_BUT_LAST = re.compile(r"\{\{ (\S+)\[0\] \}\}(?:(、)\{\{ \1\[\d+\] \}\})+和\{\{ \1\[\d+\] \}\}")
ALL = re.compile(r"\{\{ (\S+)\[0\] \}\}(?:([、；])\{\{ \1\[\d+\] \}\})+")


def _joined(words: str) -> str:
    """A list's items told one by one as docxtpl's users would write them: `{{ list|join("、") }}`; 和 before the last."""
    words = ALL_BUT_LAST.sub(r"{{ \1[:-1]|join('\2') }}和{{ \1[-1] }}", words)
    return ALL.sub(r"{{ \1|join('\2') }}", words)
