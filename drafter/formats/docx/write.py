"""Manuscript → .docx: the body as one string, the other parts made once a style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby

from msgspec.structs import replace

from drafter.formats.docx.aloud import Aloud
from drafter.formats.docx.notes import comments_xml
from drafter.formats.docx.package import Packed, pack, package
from drafter.formats.docx.parts import HEAD, PLAIN, SHARED, STYLE_IDS, Base, Letters, W, escape, run
from drafter.formats.docx.remembered import RECORD_PROPERTIES, record_xml
from drafter.formats.lines import FRONT, role
from drafter.formats.record import Record
from drafter.formats.titles import broken
from drafter.language import TONGUES
from drafter.model.manuscript import Heading, Line, Manuscript, page_text, printed
from drafter.model.speech import Inline, Inlines, Strong, Text, plain
from drafter.model.value import Figure, Gap, Unconfirmed

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOKMARK = "_drafter_"
"""A leading underscore hides a bookmark from Word's list."""


def write(manuscript: Manuscript, base: Base, record: Record | None = None, aloud: Aloud | None = None) -> bytes:
    """The document, with marks for reading it aloud; without a record (`--final`) no trace of the brief is in it."""
    after_heading = Letters(style="BodyTextChar", bold=base.bold)
    left = record.left if record else {}
    body = Body(
        manuscript,
        base.title_width,
        marked=record is not None,
        after_heading=after_heading,
        ends=base.ends,
        aloud=aloud,
        left=left,
    )
    document = (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body.xml}{base.section}</w:body></w:document>'
    ).encode()
    comments = comments_xml(body.notes, TONGUES[manuscript.language]) if record and body.notes else b""
    title = next((page_text(line) for line in manuscript.lines if line.role == "title"), "")
    parts = [
        *_fixed(tuple(name for name in base.parts if name not in SHARED), bool(comments), record is not None),
        pack("word/document.xml", document),
        *_shared(tuple((with_marks(base.parts, aloud) if aloud else base.parts).items())),
        _core(title),
    ]
    if comments:
        parts.append(pack("word/comments.xml", comments))
    if record:
        parts.append(pack("customXml/item1.xml", record_xml(record, manuscript, body.texts, document, comments)))
    return package(parts)


def with_marks(parts: Mapping[str, bytes], aloud: Aloud) -> Mapping[str, bytes]:
    """The shared parts with the style of the marks."""
    styles, end, _ = parts["word/styles.xml"].rpartition(b"</w:styles>")
    return {**parts, "word/styles.xml": styles + aloud.style.encode() + end}


class Body:
    """The paragraphs of a manuscript in Word's XML, and what was met on the way that has a comment; if marked, each one's text."""

    def __init__(
        self,
        manuscript: Manuscript,
        title_width: int,
        *,
        marked: bool,
        after_heading: Letters,
        ids: Mapping[str, str] = STYLE_IDS,
        outright: Mapping[str, str] = {},
        plain: Letters = PLAIN,
        ends: Mapping[str, str] = {},
        aloud: Aloud | None = None,
        left: Mapping[str, str] = {},
    ) -> None:
        front = [n for n, line in enumerate(manuscript.lines, 1) if line.role in FRONT]
        self._ends = {n: ends.get(manuscript.lines[n - 1].role, "") for n in front[-1:]}
        self.ids, self.outright, self.plain = ids, outright, plain
        self.after_heading = after_heading
        self.tongue = TONGUES[manuscript.language]
        self.title_width = title_width
        self.marked = marked
        self.aloud = aloud
        self.left = _by_line(manuscript, left) if left else {}
        self.notes: list[Gap | Figure | Unconfirmed | str] = []
        self.texts: list[str] = []
        self._said: list[str] = []
        self.xml = "".join(self._paragraph(n, line) for n, line in enumerate(manuscript.lines, 1))

    def _paragraph(self, n: int, line: Line) -> str:
        self._said.clear()
        if self.aloud:
            self.aloud.begin(line)
        runs = "".join(self._part(line, k) for k in range(len(line.parts)))
        for note in self.left.get(n, ()):
            runs = self._noted(runs, note)
        if self.marked:
            self.texts.append("".join(self._said))
            runs = f'<w:bookmarkStart w:id="{n}" w:name="{BOOKMARK}{n}"/>{runs}<w:bookmarkEnd w:id="{n}"/>'
        # A heading is kept on the page of what follows; a paragraph that merely begins with one may break.
        loose = ""
        if line.role == "heading" and (
            len(line.parts) > 1 or self.ids is not STYLE_IDS
        ):  # another's style may not say so
            loose = '<w:keepNext w:val="0"/>' if len(line.parts) > 1 else "<w:keepNext/>"
        loose += self.aloud.kept if self.aloud else ""
        loose += self.outright.get(role(line), "") + self._ends.get(n, "")
        return f'<w:p><w:pPr><w:pStyle w:val="{escape(self.ids[role(line)])}"/>{loose}</w:pPr>{runs}</w:p>'

    def _part(self, line: Line, k: int) -> str:
        part = line.parts[k]
        inlines = printed(part)
        if line.role == "title":
            lines = broken(inlines, self.title_width, self.tongue)
            return "<w:r><w:br/></w:r>".join(self._runs(one, self.plain) for one in lines)
        runs_in = line.role == "heading" and not isinstance(part, Heading)
        return self._runs(inlines, self.after_heading if runs_in else self.plain)

    def _runs(self, inlines: Inlines, letters: Letters) -> str:
        runs = []
        for (kind, figure, stale), group in groupby(inlines, self._told_of):
            if kind is Text:
                words = self._run(plain(tuple(group)), replace(letters, highlight="cyan") if stale else letters)
                runs.append(self._noted(self._noted(words, figure), stale))
                continue
            for inline in group:
                if isinstance(inline, Strong):
                    runs.append(self._runs(inline.inlines, replace(letters, bold=True)))
                elif isinstance(inline, Gap):
                    runs.append(self._noted(self._run(inline.label, replace(letters, highlight="yellow")), inline))
        return "".join(runs)

    def _told_of(self, inline: Inline) -> tuple[type[Inline], Figure | None, Unconfirmed | None]:
        """What it is, and what is to be told of it."""
        if isinstance(inline, Text) and self.marked:
            return Text, inline.figure, inline.unconfirmed
        return type(inline), None, None

    def _run(self, words: str, letters: Letters) -> str:
        self._said.append(words)
        return self.aloud.runs(words, letters) if self.aloud else run(words, letters)

    def _noted(self, run: str, what: Gap | Figure | Unconfirmed | str | None) -> str:
        """Words with a comment on them, where there are comments."""
        if not self.marked or what is None:
            return run
        id = len(self.notes)
        self.notes.append(what)
        return (
            f'<w:commentRangeStart w:id="{id}"/>{run}<w:commentRangeEnd w:id="{id}"/>'
            f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{id}"/></w:r>'
        )


def _by_line(manuscript: Manuscript, left: Mapping[str, str]) -> dict[int, list[str]]:
    """What is told of the parts of a speech, by the line with which each begins; of a part that went, at the first spoken line."""
    firsts: dict[str, int] = {}
    spoken = [n for n, line in enumerate(manuscript.lines, 1) if line.role not in FRONT]
    for n in spoken:
        line = manuscript.lines[n - 1]
        firsts.setdefault(line.role, n)
        firsts.setdefault(line.parts[0].id, n)
    found: dict[int, list[str]] = {}
    for part, note in left.items() if spoken else ():
        found.setdefault(firsts.get(part, spoken[0]), []).append(note)
    return found


def core_xml(title: str) -> bytes:
    """The document's title; no author and no date, so that the same speech gives the same bytes."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
    ).encode()


def _core(title: str) -> Packed:
    """The document's properties; a speech that is drafted again nearly always has the same title."""
    return pack("docProps/core.xml", core_xml(title))


@lru_cache(maxsize=8)
def _shared(parts: tuple[tuple[str, bytes], ...]) -> tuple[Packed, ...]:
    return tuple(pack(name, data, level=9) for name, data in parts)


@lru_cache
def _fixed(extra: tuple[str, ...], comments: bool, recorded: bool) -> tuple[Packed, ...]:
    """Content types and relationships, which depend only on which parts there are."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = [
        ("word/document.xml", f"{word}.document.main+xml"),
        ("word/styles.xml", f"{word}.styles+xml"),
        ("word/settings.xml", f"{word}.settings+xml"),
        ("word/fontTable.xml", f"{word}.fontTable+xml"),
        ("word/footer1.xml", f"{word}.footer+xml"),
        ("word/footer2.xml", f"{word}.footer+xml"),
        ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    related = [
        ("rIdStyles", f"{R}/styles", "styles.xml"),
        ("rIdSettings", f"{R}/settings", "settings.xml"),
        ("rIdFonts", f"{R}/fontTable", "fontTable.xml"),
        ("rIdOdd", f"{R}/footer", "footer1.xml"),
        ("rIdEven", f"{R}/footer", "footer2.xml"),
    ]
    for name in extra:  # word/header1.xml
        id = name[len("word/") : -len(".xml")]
        overrides.append((name, f"{word}.{id[:-1]}+xml"))
        related.append((f"rId{id}", f"{R}/{id[:-1]}", f"{id}.xml"))
    parts = []
    if comments:
        overrides.append(("word/comments.xml", f"{word}.comments+xml"))
        related.append(("rIdComments", f"{R}/comments", "comments.xml"))
    if recorded:
        overrides.append(
            ("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
        )
        related.append(("rIdRecord", f"{R}/customXml", "../customXml/item1.xml"))
        parts = [
            pack("customXml/_rels/item1.xml.rels", relations_xml([("rId1", f"{R}/customXmlProps", "itemProps1.xml")])),
            pack("customXml/itemProps1.xml", RECORD_PROPERTIES),
        ]
    types = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
    top = [
        ("rId1", f"{R}/officeDocument", "word/document.xml"),
        (
            "rId2",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml",
        ),
        ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
    ]
    return (
        pack(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'.encode(),
        ),
        pack("_rels/.rels", relations_xml(top)),
        pack("word/_rels/document.xml.rels", relations_xml(related)),
        *parts,
    )


def relations_xml(rows: Iterable[tuple[str, str, str]]) -> bytes:
    """What a part names: id, type, target."""
    inside = "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, kind, target in rows)
    return (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    ).encode()
