"""The way back, for the faces: old speeches → a blueprint and a brief each, which give them again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from os import fspath
from pathlib import Path
from typing import get_args

from msgspec.structs import replace

from drafter.desk.distilled import Basis, line_of
from drafter.desk.distilled import Returned as Returned
from drafter.desk.distilled import blueprint_file as blueprint_file
from drafter.desk.distilled import brief_files as brief_files
from drafter.desk.distilled import drafted_again as drafted_again
from drafter.desk.distilled import drafts_again as drafts_again
from drafter.desk.fact_look import looked_for
from drafter.desk.library import Library
from drafter.desk.misprints import different, misprinted, numbered_beside, paragraphs, printed
from drafter.distillation import Eagerness
from drafter.distillation.choices import NOTHING, Choices, Part
from drafter.distillation.merge import merge
from drafter.distillation.words import parts
from drafter.facts.look import Look
from drafter.formats import MOST_LINES
from drafter.model.fold import nest
from drafter.model.manuscript import Manuscript
from drafter.model.move import MOVES
from drafter.model.sheet import Recognised
from drafter.problem import InputError, Place, Problem
from drafter.yamltext.source import LARGEST

MOST_TRIES = 6
MOST_PROVED = 3_000
"""Lines drafted again while a speech is tried: a long one is tried less often."""


def distil(
    *speeches: Recognised, name: str = "speech", sources: Sequence[str | Path] = (), slots: Eagerness = "facts"
) -> Returned:
    """The blueprint `name` of old speeches and a brief each; `sources` are what the speeches are called in them."""
    if not all(isinstance(speech, Recognised) for speech in speeches) or not speeches:
        raise TypeError("distil takes one speech or several, each as recognise gives it back")
    if slots not in get_args(Eagerness):
        raise ValueError(f"slots are {', '.join(get_args(Eagerness))}, not {slots!r}")
    called = [fspath(source) for source in sources] or [f"{name}-{n}" for n in range(1, len(speeches) + 1)]
    if isinstance(sources, str) or len(called) != len(speeches):
        raise TypeError(f"sources are the names of the speeches in a list, {len(speeches)} here")
    return distil_speeches(speeches, called, name, slots)


def distil_speeches(
    found: Sequence[Recognised],
    sources: Sequence[str],
    name: str,
    eager: Eagerness = "facts",
    library: Library | None = None,
    *,
    look: Look | None = None,
    choices: Choices = NOTHING,
) -> Returned:
    """The blueprint `name` of one or several speeches, each of which its brief gives again, character for character.

    Raises InputError if it would be larger than a blueprint may be, or if nothing is left of a speech.
    """
    if empty := next((source for one, source in zip(found, sources, strict=True) if not one.manuscript.lines), ""):
        raise InputError([Problem("no-speech", Place(empty))])
    look = look or looked_for(found[0].manuscript.language, library)
    lines = sum(len(one.manuscript.lines) for one in found)
    if len(found) > 1 and lines > MOST_LINES:
        facts = {"most": f"{MOST_LINES:,}", "size": f"{lines:,}"}
        raise InputError([Problem("too-many-lines-together", Place(sources[-1]), facts)])
    made = _together(found, sources, name, look, eager, choices)
    size = len(blueprint_file(made).encode())
    if size > LARGEST:
        raise InputError(
            [Problem("too-long-to-distil", Place(sources[0]), {"most": f"{LARGEST:,}", "size": f"{size:,}"})]
        )
    return made


def made_again(made: Returned, choices: Choices) -> Returned | None:
    """The same with other choices; none if a speech would not come back."""
    again, _ = _made(made.recognised, made.sources, made.blueprint.name, made.basis, choices)
    right = all(
        one is not None and printed(one) == printed(recognised.manuscript)
        for recognised, one in zip(made.recognised, drafts_again(again), strict=True)
    )
    return again if right and len(blueprint_file(again).encode()) <= LARGEST else None


def _together(
    found: Sequence[Recognised], sources: Sequence[str], name: str, look: Look, eager: Eagerness, choices: Choices
) -> Returned:
    """What a speech's brief would print otherwise keeps its words, and shares nothing with the other speeches.

    Where that does not help, there are no slots and no structure: a passage a paragraph.
    """
    basis = Basis(tuple(nest(recognised.manuscript) for recognised in found), look, eager, frozenset())
    made, right = _proved(found, sources, name, basis, choices)
    if right:
        return made
    flat = tuple(paragraphs(recognised.manuscript) for recognised in found)
    everything = frozenset((n, part.id) for n, speech in enumerate(flat) for part in parts(speech))
    return _made(found, sources, name, Basis(flat, look, "none", everything), NOTHING)[0]


def _proved(
    found: Sequence[Recognised], sources: Sequence[str], name: str, basis: Basis, choices: Choices
) -> tuple[Returned, bool]:
    """One blueprint, and whether each speech comes back."""
    lines, left = sum(len(one.manuscript.lines) for one in found), 0
    tries = min(MOST_TRIES, 1 + MOST_PROVED // (1 + lines)) if len(found) == 1 else MOST_LINES
    while True:
        made, aliases = _made(found, sources, name, basis, choices)
        again = tuple(drafts_again(made))
        if len(found) == 1 and again[0] is None and basis.eager != "none":  # more than can be planned
            basis, choices, left = replace(basis, eager="none"), NOTHING, len(made.facts) + made.left
            continue
        blamed = frozenset(_blamed(found, again, aliases))
        tries -= 1
        if not blamed or blamed <= basis.apart or not tries:
            return replace(made, left=made.left + left), not blamed
        basis = replace(basis, apart=basis.apart | blamed)


def _made(
    found: Sequence[Recognised], sources: Sequence[str], name: str, basis: Basis, choices: Choices
) -> tuple[Returned, Mapping[str, str]]:
    """One blueprint, and which parts stand for others when it is asked what came out otherwise."""
    merged = merge(basis.speeches, name, basis.look, basis.eager, basis.apart, choices)
    made = Returned(
        recognised=tuple(found),
        sources=tuple(sources),
        blueprint=merged.blueprint,
        given=merged.given,
        picks=merged.picks,
        own=merged.own,
        facts=tuple(merged.choices.facts.values()),
        left=merged.left,
        notes={id: note for id, told in merged.origins.items() if (note := _origins(found, sources, told))},
        rows=merged.rows if len(found) > 1 else {},
        choices=merged.choices,
        basis=basis,
    )
    return made, merged.aliases


def _blamed(
    found: Sequence[Recognised], again: Sequence[Manuscript | None], aliases: Mapping[str, str]
) -> Iterator[Part]:
    """The parts that come out otherwise than they were; of a speech by itself, no more than those."""
    if len(found) == 1:
        old, new = found[0].manuscript, again[0]
        if new is None or printed(new) != printed(old):
            other = different(old, new, aliases)
            yield from ((0, id) for id in other | numbered_beside(old, other))
        return
    for n, (recognised, one) in enumerate(zip(found, again, strict=True)):
        yield from ((n, id) for id in misprinted(recognised.manuscript, one))


def _origins(found: Sequence[Recognised], sources: Sequence[str], parts: Sequence[Part]) -> str:
    """Where a node's words stand in the old speeches."""
    if len(found) == 1:
        return "；".join(
            f"原稿{line_of(found[0], id)}" + "".join(f"；{one}" for one in _seen(found[0], id))
            for _, id in parts
            if id in found[0].places
        )
    return "，".join(f"{sources[n]} {line_of(found[n], id)}" for n, id in parts if id in found[n].places)


def _seen(recognised: Recognised, id: str) -> Iterator[str]:
    """What a node's move was told by."""
    if id in recognised.cues:
        move = re.sub(r"-\d+$", "", id).replace("-", "_")
        yield f"由“{recognised.cues[id]}”认作{MOVES.get(move, move)}"
