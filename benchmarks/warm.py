"""In a warm process: a speech to .docx, an edit of its brief drafted again, and the size of the file."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from itertools import count
from pathlib import Path

import yaml

from benchmarks import peers
from benchmarks.measure import Row, at_least, at_most, interleaved, ratio, timed
from benchmarks.speech import BRIEF, Speech, edited
from drafter.desk.draft import draft_document, write_draft
from drafter.desk.library import Library
from drafter.yamltext.parse import parse


def writing(speech: Speech, folder: Path, rounds: int) -> list[Row]:
    """The composed speech to .docx."""
    loop, tags, values, out = (folder / name for name in ("loop.docx", "tags.docx", "speech.json", "node.docx"))
    given = {"lines": peers.lines(speech.final)}
    # The speech is composed already, so both template engines loop over its lines: half the time of a frame.
    loop.write_bytes(peers.loop_template(speech.final, peers.DOCXTPL))
    tags.write_bytes(peers.loop_template(speech.final, peers.DOCXTEMPLATER))
    values.write_text(json.dumps(given), "utf-8")
    works = {
        "final": timed(lambda: write_draft(speech.draft, "docx", speech.style, final=True), 20),
        "draft": timed(lambda: write_draft(speech.draft, "docx", speech.style), 20),
        "docxtpl": timed(lambda: peers.fill(loop, given), 2),
        "python-docx": timed(lambda: peers.add_paragraphs(given["lines"])),
    }
    node = peers.docxtemplater(tags, values, out, 5)
    if node:
        works["docxtemplater"] = node
    took = interleaved(rounds, works)
    wanted = peers.outline(speech.final)
    assert peers.outline(write_draft(speech.draft, "docx", speech.style)) == wanted
    assert peers.outline(peers.fill(loop, given)) == wanted
    assert peers.outline(peers.add_paragraphs(given["lines"])) == wanted
    assert not node or peers.outline(out) == wanted
    what = "speech → .docx, warm"
    return [
        at_least(f"docxtpl : drafter, {what}", ratio(took["docxtpl"], took["final"]), 25),
        at_least(f"docxtpl : drafter, {what}, as a draft with its record", ratio(took["docxtpl"], took["draft"]), 18),
        at_least(f"docxtemplater : drafter, {what}", ratio(took["docxtemplater"], took["final"]), 15)
        if node
        else Row(f"docxtemplater : drafter, {what}", "skipped: needs node and npm", "≥ 15 ×"),
        at_least(f"python-docx `add_paragraph` : drafter, {what}", ratio(took["python-docx"], took["final"]), 100),
    ]


def editing(speech: Speech, folder: Path, rounds: int) -> list[Row]:
    """An edit of the brief, from its text to the document's bytes; the face that drafts again keeps the blueprint."""
    template = folder / "frame.docx"
    template.write_bytes(speech.frame)
    find = cache(Library().find(BRIEF))

    def ours(number: int) -> bytes:
        return write_draft(
            draft_document(parse(edited(speech.text, number), str(BRIEF)), find), "docx", speech.style, final=True
        )

    def theirs(number: int) -> bytes:
        return peers.fill(template, yaml.load(edited(speech.text, number), peers.LOADER))

    numbers = count(30)
    assert peers.outline(ours(30)) == peers.outline(theirs(30)) != peers.outline(speech.final)
    took = interleaved(
        rounds, {"ours": timed(lambda: ours(next(numbers)), 5), "theirs": timed(lambda: theirs(next(numbers)), 2)}
    )
    return [
        at_least("docxtpl : drafter, an edit of the brief drafted again, warm", ratio(took["theirs"], took["ours"]), 10)
    ]


def size(speech: Speech) -> list[Row]:
    """Kilobytes of the document, without and with the record."""
    draft = write_draft(speech.draft, "docx", speech.style, source="brief.yaml")
    with zipfile.ZipFile(io.BytesIO(draft)) as package:
        record = package.getinfo("customXml/item1.xml").compress_size
    return [
        at_most("file of that speech, final", len(speech.final) / 1000, 11, "KB", 1),
        at_most("its record in the draft of it", record / 1000, 5, "KB", 1),
        at_most("file of that speech, as a draft without its record", (len(draft) - record) / 1000, 13, "KB", 1),
    ]
