"""What comments in a draft say: of gaps, of computed figures, of what was left out for its length."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.formats.docx.parts import HEAD, PLAIN, Letters, W, run
from drafter.language import Tongue
from drafter.language.computed import equation, slots_of
from drafter.language.next_year import note
from drafter.model.value import Figure, Gap, Unconfirmed


def comments_xml(notes: Iterable[Gap | Figure | Unconfirmed | str], tongue: Tongue) -> bytes:
    """A comment for each gap, its question, its slot and the line of the brief where the answer belongs; for each computed
    figure how it was computed; for each value of last year that nobody has confirmed it."""
    mark = f"<w:r>{Letters(style='CommentReference').xml()}<w:annotationRef/></w:r>"
    comments = "".join(
        f'<w:comment w:id="{id}" w:author="drafter" w:initials="d"><w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
        f"{mark}{run(_note(one, tongue), PLAIN)}</w:p></w:comment>"
        for id, one in enumerate(notes)
    )
    return f'{HEAD}<w:comments xmlns:w="{W}">{comments}</w:comments>'.encode()


def _note(gap: Gap | Figure | Unconfirmed | str, tongue: Tongue) -> str:
    if isinstance(gap, str):
        return gap
    if isinstance(gap, Figure):
        return tongue.figure_note.format(figure=equation(gap), slots=", ".join(slots_of(gap)))
    if isinstance(gap, Unconfirmed):
        return note(gap, tongue.next_year)
    if gap.place is None:
        return tongue.gap_note_without_place.format(ask=gap.ask, slot=gap.slot)
    file = gap.place.file.replace("\\", "/").rsplit("/", 1)[-1]
    return tongue.gap_note.format(ask=gap.ask, slot=gap.slot, file=file, line=gap.place.line)
