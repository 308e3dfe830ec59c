"""The formats of documents, in one table: what each is, who writes it and who reads it. A plug-in adds writers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter import plugins
from drafter.problem import DrafterError, InputError, OutputError, Place, Problem, bad_plug_in, near_miss

if TYPE_CHECKING:  # no format needs the nouns of another
    from drafter.formats.docx.frame.frame import Frame
    from drafter.formats.record import Record
    from drafter.model.manuscript import Manuscript
    from drafter.model.reference import Reference
    from drafter.model.sheet import Sheet
    from drafter.model.style import Style

    Writer = Callable[[Manuscript, Style, Record | None, Frame | None], bytes]
    """Manuscript, style, what the draft remembers of itself, what it takes of the user's own document → the document."""
    Reader = Callable[[bytes, str], Sheet]
    """Bytes and the file's name → lines; raises on no bytes."""
GROUP = "drafter.formats"
"""The entry points under which plug-ins offer a Format with a writer."""


class Format(Struct, frozen=True, kw_only=True):
    """A kind of document."""

    name: str
    """The ending of its files, by which it is asked for."""
    title: str
    """What it is called in a message, with its article."""
    endings: tuple[str, ...] = ()
    """Other endings under which files of it are read."""
    write: Writer | None = None
    """Makes it."""
    read: Reader | None = None
    """Takes its lines."""
    remembers: bool = False
    """Whether it holds a record."""
    framed: bool = False
    """Whether a document of the user's gives it its look."""
    shown: bool = True
    """Whether it is text, which a terminal shows."""


def _write_docx(manuscript: Manuscript, style: Style, record: Record | None, reference: Frame | None) -> bytes:
    if reference is not None:
        from drafter.formats.docx.reference import fill

        return fill(reference, manuscript, style, record)
    from drafter.formats.docx.aloud import aloud
    from drafter.formats.docx.shared import base_of
    from drafter.formats.docx.write import write
    from drafter.model.style import characters_a_line

    body = style.looks["body"]
    marks = aloud(manuscript, style.reading, body.latin, body.size, characters_a_line(style, body))
    return write(manuscript, base_of(style), record, marks)


def _write_markdown(manuscript: Manuscript, style: Style, record: Record | None, reference: Frame | None) -> bytes:
    from drafter.formats.markdown import write

    return write(manuscript, style).encode()


def _write_html(manuscript: Manuscript, style: Style, record: Record | None, reference: Frame | None) -> bytes:
    from drafter.formats.html import write

    return write(manuscript, style).encode()


def _write_text(manuscript: Manuscript, style: Style, record: Record | None, reference: Frame | None) -> bytes:
    from drafter.formats.text import write

    return write(manuscript, style).encode()


def _write_json(manuscript: Manuscript, style: Style, record: Record | None, reference: Frame | None) -> bytes:
    from drafter.formats.json import write

    return write(manuscript, style).encode()


def _read_docx(data: bytes, file: str) -> Sheet:
    from drafter.formats.docx.sheet import read

    return read(data, file)


def _read_markdown(data: bytes, file: str) -> Sheet:
    from drafter.formats.reading.markdown import read

    return read(data, file)


def _read_html(data: bytes, file: str) -> Sheet:
    from drafter.formats.reading.html import read

    return read(data, file)


def _read_text(data: bytes, file: str) -> Sheet:
    from drafter.formats.reading.text import read

    return read(data, file)


FORMATS = {
    form.name: form
    for form in (
        Format(
            name="docx",
            title="a Word document",
            endings=("docm",),
            write=_write_docx,
            read=_read_docx,
            remembers=True,
            framed=True,
            shown=False,
        ),
        Format(name="md", title="Markdown", endings=("markdown",), write=_write_markdown, read=_read_markdown),
        Format(name="html", title="a web page", endings=("htm",), write=_write_html, read=_read_html),
        Format(name="txt", title="plain text", endings=("text",), write=_write_text, read=_read_text),
        Format(name="json", title="the speech as JSON", write=_write_json),
    )
}
"""By name."""


def by_ending(formats: Iterable[Format]) -> dict[str, Format]:
    """The formats by every ending under which files of them are read."""
    return {ending: form for form in formats for ending in (form.name, *form.endings)}


READERS = {ending: form.read for ending, form in by_ending(FORMATS.values()).items() if form.read}
"""By the ending of the file's name."""


def every_format() -> tuple[dict[str, Format], tuple[Problem, ...]]:
    """The formats that can be written, those of plug-ins after our own, and a warning for each plug-in that is no use."""
    formats, problems = dict(FORMATS), []
    for name, load in plugins.offers(GROUP):
        try:
            with plugins.guarded():
                form = _guarded(load(), name, by_ending(formats.values()))
                formats[form.name] = form
        except plugins.Unusable as error:
            problems.append(bad_plug_in(GROUP, name, str(error), "warning"))
    return formats, tuple(problems)


def find_format(name: str) -> Format:
    """The format of that name; raises InputError if there is none."""
    if name in FORMATS:
        return FORMATS[name]
    formats, problems = every_format()
    if name not in formats:
        facts = {"name": name, "known": ", ".join(formats), "near": near_format(name, formats.values())}
        raise InputError([Problem("unknown-format", Place(name), facts), *problems])
    return formats[name]


def near_format(name: str, formats: Iterable[Format]) -> str:
    """The name of the format that a person most likely meant, or nothing."""
    known = by_ending(formats)
    near = name if name in known else near_miss(name, known)
    return known[near].name if near else ""


def written(
    name: str, manuscript: Manuscript, style: Style, record: Record | None = None, reference: Frame | None = None
) -> bytes:
    """The document in the format of that name, without a record that it cannot hold; raises InputError for a reference so."""
    form = find_format(name)
    assert form.write
    if reference is not None:
        taking_a_frame(name)
    return form.write(manuscript, style, record if form.remembers else None, reference)


def taking_a_frame(name: str) -> None:
    """Raises InputError if documents in that format take no look from another one."""
    if not find_format(name).framed:
        raise InputError([Problem("no-frame", Place("--reference"), {"name": name})])


def sheet_of(data: bytes, file: str) -> Sheet:
    """The lines of a Word file that is to be a reference; raises InputError for one of which no trees may be made."""
    from drafter.formats.docx.gate import searched

    searched(data, file)
    return _read_docx(data, file)


def framed_by(reference: Reference) -> Frame:
    """What a draft takes of a reference; raises InputError."""
    from drafter.formats.docx.frame.frame import frame

    return frame(reference)


def _guarded(form: object, offered: str, known: dict[str, Format]) -> Format:
    """What a plug-in offers as a format whose writer fails in our way only; raises Unusable where it is none."""
    if not isinstance(form, Format):
        raise plugins.Unusable("it is no Format")
    if form.write is None:
        raise plugins.Unusable("it writes nothing")
    if not (form.name.isascii() and form.name.isalnum() and form.name.islower()):
        raise plugins.Unusable("its name is no ending of a file")
    if form.name in known:
        raise plugins.Unusable("another format has its name")
    theirs = form.write

    def write(manuscript: Manuscript, style: Style, record: Record | None, reference: Frame | None) -> bytes:
        try:
            with plugins.guarded():
                data: object = theirs(manuscript, style, record, reference)
                if not isinstance(data, bytes):
                    raise plugins.Unusable("it gives no bytes")
                return bytes(data)
        except plugins.Unusable as error:
            if isinstance(error.__cause__, DrafterError):
                raise error.__cause__ from error
            raise OutputError([bad_plug_in(GROUP, offered, str(error), "error")]) from error

    return Format(
        name=str(form.name), title=str(form.title), write=write, remembers=bool(form.remembers),
        framed=bool(form.framed), shown=bool(form.shown),
    )  # fmt: skip
