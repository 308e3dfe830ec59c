"""The record as a part of a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from drafter.formats.docx.parts import HEAD, escape
from drafter.formats.record import bounds, digest, lines_digest
from drafter.model.manuscript import Manuscript, key_of
from drafter.model.record import Record, Source
from drafter.model.value import Figure

RECORD = "urn:speech-drafter:record:1"
RECORD_PROPERTIES = (
    f'{HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    'ds:itemID="{6F1B2A54-0E5B-5D0C-9C39-5A7D1C0E8D11}"/>'
).encode()
"""Without an id of its own Word may not keep a part of XML."""


def record_xml(record: Record, manuscript: Manuscript, texts: Sequence[str], document: bytes, comments: bytes) -> bytes:
    """The record as a custom XML part; hashes tell whether the document was touched since, and in which lines."""
    wordings = "".join(f'<wording node="{escape(key)}" number="{n}"/>' for key, n in record.wordings.items())
    figures = "".join(map(_figure_xml, record.figures))
    nodes = [" ".join(map(key_of, line.parts)) for line in manuscript.lines]
    lines = "".join(
        f'<lines hash="{lines_digest(texts[start:end])}">{escape(chr(10).join(nodes[start:end]))}</lines>'
        for start, end in pairwise(bounds(manuscript.lines))
    )
    asked = {"minutes": record.minutes, "rate": record.rate}
    attributes = "".join(f' {name}="{number:.12g}"' for name, number in asked.items() if number is not None)
    attributes += "".join(
        f' {name}="{escape(given)}"'
        for name, given in (("style", record.style), ("made", record.made), ("line", record.line))
        if given
    )
    sources = "".join(map(_source_xml, record.sources))
    return (
        f'{HEAD}<record xmlns="{RECORD}" version="{record.version}" blueprint="{escape(record.blueprint)}" '
        f'source="{escape(record.source)}" seed="{record.seed}" document="{digest(document)}" comments="{digest(comments)}"{attributes}>'
        f"<brief>{escape(record.brief)}</brief>{wordings}{figures}{lines}{sources}</record>"
    ).encode()


def _source_xml(source: Source) -> str:
    """A file that the blueprint was read from."""
    attributes = "".join(
        f' {name}="{escape(getattr(source, name))}"' for name in ("name", "kind", "file", "asker", "hash")
    )
    return f"<source{attributes}>{escape(source.text)}</source>"


@lru_cache(maxsize=8)
def _figure_xml(figure: Figure) -> str:
    """A computed figure with its operands, those that were computed themselves with theirs."""
    operands = "".join(
        f'<operand slot="{escape(one.slot)}" words="{escape(one.words)}"'
        + (f' day="{one.day}"' if one.day else "")
        + (f">{_figure_xml(one.figure)}</operand>" if one.figure else "/>")
        for one in figure.operands
    )
    return f'<figure words="{escape(figure.words)}" operation="{escape(figure.operation)}">{operands}</figure>'
