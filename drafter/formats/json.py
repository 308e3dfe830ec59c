"""Manuscript → the JSON of a speech: one shape, described in docs/json.md."""

from __future__ import annotations

import json
from typing import Any, assert_never

from drafter.language.computed import figures_of
from drafter.language.marks import characters
from drafter.language.measure import block_inlines, measure, unconfirmed_of
from drafter.model.fold import nest
from drafter.model.manuscript import Manuscript
from drafter.model.speech import Block, Headed, Listed, Said, Speech, plain
from drafter.model.style import Style
from drafter.model.value import Figure, Unconfirmed


def write(manuscript: Manuscript, style: Style) -> str:
    """The speech as JSON."""
    return as_text(as_data(nest(manuscript)))


def as_text(data: dict[str, Any]) -> str:
    """Indented JSON, Chinese unescaped."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_data(speech: Speech) -> dict[str, Any]:
    """The speech as maps, lists, texts and numbers."""
    size = measure(speech)
    return {
        "title": plain(speech.title),
        "byline": plain(speech.byline),
        "date": plain(speech.date),
        "salutation": plain(speech.salutation),
        "opening": [_block(block) for block in speech.opening],
        "emphases": [_block(block) for block in speech.emphases],
        "closing": [_block(block) for block in speech.closing],
        "gaps": [{"slot": gap.slot, "ask": gap.ask, "id": gap.id} for gap in size.gaps],
        "figures": [_figure(figure) for figure in figures_of(speech)],
        "unconfirmed": [_unconfirmed(one) for one in unconfirmed_of(speech)],
        "minutes": size.minutes,
        "characters": size.characters,
    }


def _unconfirmed(one: Unconfirmed) -> dict[str, Any]:
    return {"slot": one.slot, "value": one.value, "proposed": one.proposed}


def _figure(figure: Figure) -> dict[str, Any]:
    operands = [
        {"words": one.words, "slot": one.slot}
        | ({"day": str(one.day)} if one.day else {})
        | ({"computed": _figure(one.figure)} if one.figure else {})
        for one in figure.operands
    ]
    return {"words": figure.words, "operation": figure.operation, "operands": operands}


def _block(block: Block) -> dict[str, Any]:
    size = sum(characters(plain(words)) for words in block_inlines(block))
    match block:
        case Said(id, move, inlines):
            return {"id": id, "move": move, "text": plain(inlines), "characters": size}
        case Listed(id, move, scheme, items):
            listed = {"scheme": scheme, "count": len(items), "items": [plain(item) for item in items]}
            return {"id": id, "move": move, "enumeration": listed, "characters": size}
        case Headed():
            return {
                "id": block.id,
                "move": block.move,
                "enumerator": block.label,
                "heading": plain(block.heading),
                "run_in": block.run_in,
                "characters": size,
                "blocks": [_block(inner) for inner in block.blocks],
            }
        case _:
            assert_never(block)
