"""Items written as the lines of a manuscript, every part with an id that says what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from drafter.language import Tongue
from drafter.language.enumerators import show
from drafter.model.fold import bracketed
from drafter.model.manuscript import Heading, Line, Part, Point, Role, Words
from drafter.model.move import DIRECTION
from drafter.model.speech import Text
from drafter.problem import Place
from drafter.recognition.ladder import Item
from drafter.recognition.lexicon import Lexicon
from drafter.recognition.moves import move_of, moves
from drafter.recognition.points import Series, series
from drafter.recognition.trace import Para, Trace, place_at

DOING = frozenset(
    ("organisation", "breakdown", "responsibility", "supervision", "accountability", "goal", "annual_goal")
)
"""Moves that a row of points may make; else it says what to do."""
CLAUSE = re.compile("[，；、 ]")
REACH = 200
"""Characters that tell the move of a whole section or of a row of points."""


class Writer:
    """Gathers lines, and the words that decided each move."""

    def __init__(self, tongue: Tongue, lexicon: Lexicon, trace: Trace) -> None:
        self.tongue = tongue
        self.trace = trace
        self.lexicon = lexicon
        self.lines: list[Line] = []
        self.cues: dict[str, str] = {}
        self.places: dict[str, Place] = {}
        self.here = Place("")
        """Where the paragraph begins whose parts are being named."""
        self.ids: dict[str, int] = {}

    def front(self, role: Role, para: Para | None) -> None:
        """A line before the first sentence; the date stands in brackets."""
        if para is not None and para.text:
            inlines = (Text(para.text),)
            words = bracketed(inlines, self.tongue.code) if role == "date" else inlines
            self.places[role] = para.place
            self.lines.append(Line(role, 0, (Words(role, role, words),)))

    def items(self, items: Sequence[Item], zone: str) -> None:
        """Lines for items and for all that stands below them; what leads to the numbered ones is a lead."""
        row: dict[str, str] = {}
        led = False
        leads = zone == "body" and sum(bool(item.number or item.heading) for item in items) > 1
        for item in items:
            self.here, number = item.para.place, item.number
            depth, role = item.depth, cast(Role, zone)
            led = led or bool(number or item.heading)
            parts: list[Part] = []
            if item.heading:
                parts, role = self._headed(item, zone), "heading"
            elif number:
                id = row.get(number.scheme) if number.ordinal > 1 else None
                row[number.scheme] = id = id or self._id(f"{zone}-points")
                move = (move_of(item.rest, zone, self.lexicon) or ("measures", ""))[0]
                text = Text(show(number, self.tongue) + item.rest)
                parts, depth = [Point(id, move, number.scheme, number.ordinal, (text,))], depth - 1
            elif item.para.claim == "direction" or self.lexicon.direction.match(item.para.text):
                parts = [Words(self._id(DIRECTION), DIRECTION, (Text(item.rest),))]
            else:
                parts = self._parts(item, zone, depth > 0 and leads and not led)
            self.lines.append(Line(role, depth, tuple(parts)))
            self.items(item.children, zone)

    def _headed(self, item: Item, zone: str) -> list[Part]:
        clause = CLAUSE.split(item.heading, maxsplit=1)[0]
        below = item.rest + "".join(child.rest for child in item.children[:2])
        looked = dict.fromkeys(
            ((clause, "heading"), (item.heading, "heading"), (item.heading, zone), (below[:REACH], zone))
        )
        found = next(filter(None, (move_of(text, where, self.lexicon) for text, where in looked)), None)
        move, cue = found or ("", "")
        id = self._id(move or "point", cue)
        label = show(item.number, self.tongue) if item.number else ""
        head = Heading(id, move, item.number, label, (Text(item.heading),), bool(item.stop), item.stop)
        leads = bool(item.rest) and sum(bool(child.number) for child in item.children) > 1
        return [head, *self._parts(item, zone, leads)]

    def _parts(self, item: Item, zone: str, leads: bool) -> list[Part]:
        """A paragraph's passages and the points told off in it."""
        text = item.rest
        told = series(text, self.lexicon.summary)
        if told is None:
            return self._words(text, zone, leads)
        start = told.starts[0]
        if len(told.starts) == 1:
            place = place_at(item.para, len(item.para.text) - len(text) + start)
            self.trace.doubt("lone-number", place, text=text[start : start + 16])
        return [
            *self._words(text[:start], zone, zone == "body"),
            *self._points(text, told, zone),
            *self._words(text[told.end :], zone, False),
        ]

    def _words(self, text: str, zone: str, leads: bool) -> list[Part]:
        """The passages of a text; one that leads to points is a lead, unless it demands something by strong words."""
        if leads and text:
            move, cue = move_of(text[:REACH], "lead", self.lexicon) or ("lead", "")
            return [Words(self._id(move, cue), move, (Text(text),))]
        said = moves(text, zone, self.lexicon)
        return [Words(self._id(move or "words", cue), move, (Text(words),)) for words, move, cue in said]

    def _points(self, text: str, told: Series, zone: str) -> list[Part]:
        id = self._id("points")
        ends = (*told.starts[1:], told.end)
        first = text[told.starts[0] : min(told.end, told.starts[0] + 80)]
        found = move_of(first, zone, self.lexicon)
        move = found[0] if found and found[0] in DOING else "measures"
        spans = enumerate(zip(told.starts, ends, strict=True), 1)
        return [Point(id, move, told.scheme, n, (Text(text[start:end]),)) for n, (start, end) in spans]

    def _id(self, name: str, cue: str = "") -> str:
        """The id of the next part of a name, with the words that decided it."""
        name = name.replace("_", "-")
        self.ids[name] = times = self.ids.get(name, 0) + 1
        id = name if times == 1 else f"{name}-{times}"
        self.places[id] = self.here
        if cue:
            self.cues[id] = cue
        return id
