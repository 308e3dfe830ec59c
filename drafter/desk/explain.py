"""A Word draft explained by itself: for each of its lines what says it, and where a fact stands or is computed into."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, to_builtins

from drafter.desk.draft import Draft
from drafter.desk.library import Library
from drafter.desk.outline import named_move
from drafter.desk.reading import read_bytes, shown
from drafter.desk.redraft import Redrafted, redrafted
from drafter.desk.why import Reason, reasons
from drafter.formats.docx.returned import returned
from drafter.language import TONGUES, Tongue
from drafter.language.computed import equation, given_operands
from drafter.language.marks import units
from drafter.language.measure import rate_of
from drafter.model.blueprint import Node, every
from drafter.model.explained import Explained as Explained
from drafter.model.explained import Explanation as Explanation
from drafter.model.explained import Found as Found
from drafter.model.explained import Share as Share
from drafter.model.explained import Slotted, State
from drafter.model.manuscript import Heading, Line, Part, Point, key_of, page_text
from drafter.model.occurrence import id_of, parsed
from drafter.model.record import Record
from drafter.model.returned import Came, Returned
from drafter.model.speech import Text, leaves, plain
from drafter.model.value import Figure
from drafter.problem import InputError, Place, Problem
from drafter.yamltext.data import at, path_of
from drafter.yamltext.tree import Scalar


class _Again(Struct):
    """The draft made again, and what is looked up in it."""

    record: Record
    made: Redrafted
    nodes: Mapping[str, Node]
    reasons: Mapping[str, Reason]

    @property
    def draft(self) -> Draft:
        return self.made.draft

    def line(self, n: int) -> Line | None:
        """The line of the draft that is a line of the record: for sure, or by what says it."""
        lines = self.draft.manuscript.lines
        if n in self.made.lines:
            return lines[self.made.lines[n] - 1]
        said = self.record.nodes[n - 1]
        alike = [line for line in lines if said in (_keys(line), tuple(part.id for part in line.parts))]
        return alike[0] if len(alike) == 1 else None


def _keys(line: Line) -> tuple[str, ...]:
    return tuple(map(key_of, line.parts))


def explained(file: Path, library: Library, line: int | None = None) -> Explanation:
    """A Word draft explained, all of it or one paragraph; raises InputError for a file without a record."""
    back = _returned(file)
    assert back.record
    again = _again(back.record, file, library)
    homes = _homes(back.paragraphs, back.record, again)
    rows = [one for one in back.paragraphs if not one.empty and line in (None, one.number)]
    if line is not None and not rows:
        facts = {"number": str(line), "last": str(max((one.number for one in back.paragraphs), default=0))}
        raise InputError([Problem("no-such-paragraph", Place(shown(file)), facts)])
    left = [n for n in range(1, len(back.record.nodes) + 1) if n not in homes.values()] if line is None else []
    return Explanation(
        file=shown(file),
        blueprint=back.record.blueprint,
        source=back.record.source,
        basis=again.made.basis if again else "none",
        lines=tuple(_line(one, homes.get(id(one)), back.record, again) for one in rows),
        gone=tuple(_said(n, back.record, again) for n in left),
    )


def found(file: Path, library: Library, text: str) -> tuple[Found, ...]:
    """Every place where a text stands in a Word draft or in its brief, also as the same figure or date in other words, or
    in a figure computed of it; raises InputError for a file without a record."""
    back = _returned(file)
    assert back.record
    again = _again(back.record, file, library)
    sought = _Sought(text, TONGUES[again.draft.blueprint.language if again else "zh"])
    homes = _homes(back.paragraphs, back.record, again)
    rows: list[Found] = []
    for n, said in enumerate(back.record.brief.splitlines(), 1):
        place = f"{back.record.source}:{n}"
        rows += [Found(place, "brief", words, said.strip()) for words in sought.words(said)]
    figures = [figure for figure in back.record.figures if sought.is_of(figure)]
    for one in back.paragraphs:
        place, home = f"{shown(file)}:{one.number}", homes.get(id(one))
        line = again.line(home) if again and home else None
        words = dict.fromkeys((*sought.words(one.text), *(_printed(line, again, text) if line and again else ())))
        rows += [
            Found(place, "stands" if text in said else "in other words", said, one.text)
            for said in words
            if said in one.text
        ]
        rows += [Found(place, "computed", of.words, equation(of)) for of in figures if of.words in one.text]
    return tuple(rows)


class _Sought:
    """A text that is looked for, also as the same figure or date in other words."""

    def __init__(self, text: str, tongue: Tongue) -> None:
        self.text, self._claims = text, tongue.doubts.claims
        self._keys = {claim.key for claim in self._claims(text)}

    def words(self, said: str) -> tuple[str, ...]:
        """The words that stand for it in a line."""
        alike = [claim.words for claim in self._claims(said) if claim.key in self._keys]
        own = [self.text] if self.text in said else []
        return tuple(dict.fromkeys((*own, *(words for words in alike if not own or words not in self.text))))

    def is_of(self, figure: Figure) -> bool:
        """Whether a figure was computed of it."""
        return any(self.words(operand.words) for operand in given_operands(figure))


def _printed(line: Line, again: _Again, text: str) -> Iterator[str]:
    """The words by which a line tells the facts whose values hold a text, where they are other."""
    document = again.draft.document
    for leaf in (leaf for part in line.parts for leaf in leaves(part.inlines)):
        if isinstance(leaf, Text) and leaf.slot and not leaf.figure and document and text not in leaf.text:
            node = at(document.root, path_of(leaf.slot))
            if isinstance(node, Scalar) and text in node.text:
                yield leaf.text


def json_of(made: Explanation | Sequence[Found]) -> str:
    """The same as JSON."""
    return json.dumps(to_builtins(made), ensure_ascii=False, indent=2)


def _returned(file: Path) -> Returned:
    back = returned(read_bytes(file), shown(file))
    if back.record is None:
        raise InputError([Problem("no-record", Place(shown(file)), {"name": shown(file)})])
    return back


def _again(record: Record, file: Path, library: Library) -> _Again | None:
    made = redrafted(record, file, library)
    if made is None:
        return None
    blueprint = made.draft.blueprint
    zones = (*blueprint.opening, *blueprint.emphases, *blueprint.closing)
    told = {one.key: one for one in reasons(made.draft) if one.stands}
    return _Again(record, made, {node.id: node for node in every(zones)}, told)


def _homes(paragraphs: Sequence[Came], record: Record, again: _Again | None) -> dict[int, int]:
    """The line of the record that each paragraph is: by its bookmark, else by its text, which no other has taken."""
    homes: dict[int, int] = {}
    taken: set[int] = set()
    for one in paragraphs:
        n = next((n for n in one.marks if n <= len(record.nodes) and n not in taken), None)
        if n is not None:
            homes[id(one)] = n
            taken.update(one.marks)
    free: dict[str, list[int]] = {}
    for n in range(1, len(record.nodes) + 1):
        line = again.line(n) if again and n not in taken else None
        if line is not None:
            free.setdefault(page_text(line), []).append(n)
    for one in paragraphs:
        if id(one) not in homes and free.get(one.text):
            homes[id(one)] = free[one.text].pop(0)
    return homes


def _line(came: Came, n: int | None, record: Record, again: _Again | None) -> Explained:
    if n is None:
        return Explained(came.number, came.text, "not of the draft")
    line = again.line(n) if again else None
    if again is None or line is None:
        return Explained(came.number, came.text, "not known", shares=tuple(map(Share, record.nodes[n - 1])))
    was, sure = page_text(line), n in again.made.lines
    state: State = "as drafted" if was == came.text else "edited" if sure else "not known"
    speech = again.draft.speech
    minutes = units(came.text, TONGUES[speech.language]) / rate_of(speech) if line.role not in SILENT else 0
    shares = tuple(_share(part, again) for part in line.parts)
    return Explained(came.number, came.text, state, was if state == "edited" else "", minutes, shares)


INSERTED = "insert"
"""What the keys begin with of texts that a brief adds."""
SILENT = ("title", "byline", "date")
"""Lines that nobody says."""


def _share(part: Part, again: _Again) -> Share:
    key = key_of(part)
    node = again.nodes.get(id_of(key)) or again.nodes.get(id_of(part.id).rpartition(".")[0])
    added = not node and id_of(key) == INSERTED
    reason = _reason(part, again)
    texts = [leaf for leaf in leaves(part.inlines) if isinstance(leaf, Text)]
    by_slot: dict[str, list[str]] = {}
    for leaf in texts:
        if leaf.slot and not leaf.figure:
            by_slot.setdefault(leaf.slot, []).append(leaf.text)
    chosen = reason is not None and reason.count > 1
    return Share(
        node=key,
        move=named_move(part.move, chinese=again.draft.speech.language == "zh") if node else "",
        text=(part.label if isinstance(part, Heading) else "") + plain(part.inlines),
        number=reason.number if reason and chosen else 0,
        count=reason.count if reason and chosen else 0,
        place=_shown(node.place) if node else f"{again.record.source}:{again.draft.place(key).line}" if added else "",
        facts=tuple(_slotted(slot, words, again) for slot, words in by_slot.items()),
        sums=tuple(dict.fromkeys(equation(leaf.figure) for leaf in texts if leaf.figure)),
    )


def _reason(part: Part, again: _Again) -> Reason | None:
    """How the wording of a part was chosen; that of a point is told of its sentence."""
    if key_of(part) in again.reasons or not isinstance(part, Point):
        return again.reasons.get(key_of(part))
    here = [one for key, one in again.reasons.items() if _is_of(key, part)]
    return here[0] if len(here) == 1 else None


def _is_of(key: str, part: Point) -> bool:
    named = parsed(key)
    return named.id.rpartition(".")[0] == id_of(part.id) and named.numbers[-1:] == (part.ordinal,)


def _slotted(slot: str, words: Sequence[str], again: _Again) -> Slotted:
    document = again.draft.document
    node = at(document.root, path_of(slot)) if document else None
    value = node.text.strip() if isinstance(node, Scalar) else ""
    return Slotted(slot, tuple(dict.fromkeys(words)), value, f"{again.record.source}:{again.draft.place(slot).line}")


def _said(n: int, record: Record, again: _Again | None) -> str:
    """A line of the record as it was drafted, or what said it."""
    line = again.line(n) if again else None
    return page_text(line) if line else " ".join(record.nodes[n - 1])


def _shown(place: Place) -> str:
    return f"{place.file}:{place.line}"
