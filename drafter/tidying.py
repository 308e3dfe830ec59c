"""An old speech, cleaned, as a document."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.formats import written
from drafter.language import TONGUES, Tongue
from drafter.model.manuscript import Line, Manuscript
from drafter.model.speech import Inline, Inlines, Text
from drafter.model.style import Style
from drafter.model.value import Gap


def set_manuscript(manuscript: Manuscript, format: str, style: Style) -> bytes:
    """A manuscript as a document, without any record; what its author left open is marked."""
    tongue = TONGUES[manuscript.language]
    marked = replace(manuscript, lines=tuple(_marked(line, tongue) for line in manuscript.lines))
    return written(format, marked, style)


def _marked(line: Line, tongue: Tongue) -> Line:
    """The line with its placeholders as gaps that show as they were typed."""
    return replace(
        line, parts=tuple(replace(part, inlines=_holes(part.inlines, part.id, tongue)) for part in line.parts)
    )


def _holes(inlines: Inlines, id: str, tongue: Tongue) -> Inlines:
    done: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Text) or tongue.placeholder_signs.isdisjoint(inline.text):
            done.append(inline)
            continue
        at = 0
        for found in re.finditer(tongue.placeholder, inline.text):
            done += [Text(inline.text[at : found.start()]), Gap(f"{id}-{found.start()}", found[0], found[0], id=id)]
            at = found.end()
        done.append(Text(inline.text[at:]))
    return tuple(inline for inline in done if not isinstance(inline, Text) or inline.text)
