"""What is told of a speech that was fitted to a length, what would help, and the choice written into its brief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.draft import Draft
from drafter.desk.fit import Fitted as Fitted
from drafter.desk.fit import Gone as Gone
from drafter.desk.left_out import in_short
from drafter.desk.rewrite import rewrite
from drafter.desk.seed import ORDER
from drafter.desk.unsaid import unsaid
from drafter.language.marks import characters
from drafter.language.measure import rate_of
from drafter.model.blueprint import Blueprint, Node, every, wordings
from drafter.model.brief import Brief
from drafter.model.expression import Prose
from drafter.model.occurrence import id_of
from drafter.plan import plan
from drafter.problem import OutputError, Place, Problem
from drafter.yamltext.data import Data
from drafter.yamltext.splice import put
from drafter.yamltext.tree import Document

MOST_HELP = 3
"""Facts, or parts, that are named as a help."""
MOST_ROUNDS = 3
"""How often wordings are picked until all are the same: one that is picked may make another one change."""


class Part(Struct, frozen=True):
    """A part of a speech, beside the same part of the fullest speech."""

    name: str
    """Its heading; `opening` or `closing`."""
    minutes: float
    """How long it takes."""
    fullest: float
    """How long it takes in the fullest speech."""


class Help(Struct, frozen=True):
    """What would bring a speech nearer to a length."""

    name: str
    """The slot to be given; or the node that `omit` could name."""
    about: str
    """Its question; or the heading."""
    minutes: float
    """About how much that brings."""


def parts(fit: Fitted) -> tuple[Part, ...]:
    """The parts of a speech, in its order."""
    return tuple(Part(name, now, full) for name, now, full in fit.sizes.values())


def lost(draft: Draft) -> tuple[str, ...]:
    """The facts that a speech does not say for its length's sake, in the order of its brief."""
    fit = draft.fit
    if fit is None:
        return ()
    return in_short((slot for one in fit.gone for slot in one.slots), fit.form.slots, draft.brief.values)


def lost_by(fit: Fitted) -> tuple[tuple[Gone, tuple[str, ...]], ...]:
    """All that was cut, each with the facts that went with it."""
    said, found = set(fit.form.slots), []
    for one in reversed(fit.form.gone):
        found.append((one, in_short(one.slots, said, fit.form.brief.values)))
        said.update(one.slots)
    return tuple(reversed(found))


def helps(draft: Draft) -> tuple[Help, ...]:
    """Of a speech that is too short the open facts that would bring most; of one that is too long what could be left out."""
    fit = draft.fit
    if fit is None or fit.is_near:
        return ()
    found = _facts(draft) if fit.form.minutes < fit.wish else _passages(fit)
    ranked = sorted(found, key=lambda one: -one.minutes)
    return tuple(one for one in ranked if one.minutes >= 0.05)[:MOST_HELP]


def _facts(draft: Draft) -> Iterator[Help]:
    """The facts that are open, each with the length of what would be said for it."""
    nodes = _nodes(draft.blueprint)
    for one in unsaid(draft):
        ids = dict.fromkeys(map(id_of, one.nodes))
        size = sum(_size(nodes[id]) for id in ids if id in nodes)
        yield Help(one.name, one.ask, size / rate_of(draft.speech))


def _passages(fit: Fitted) -> Iterator[Help]:
    """The emphases that still stand: each could be left out by hand."""
    for key, (name, minutes, _) in fit.sizes.items():
        if minutes and key not in ("opening", "closing") and not key.startswith("insert["):
            yield Help(key, name, minutes)


def _nodes(blueprint: Blueprint) -> dict[str, Node]:
    zones = (*blueprint.opening, *blueprint.emphases, *blueprint.closing)
    return {node.id: node for node in every(zones)}


def _size(node: Node) -> float:
    """About how many characters a node says without its facts: the middle of its wordings."""
    sizes = sorted(map(_plain, wordings(node)))
    return sizes[len(sizes) // 2] if sizes else 0


def _plain(prose: Prose) -> int:
    return sum(characters(piece) for piece in prose.pieces if isinstance(piece, str))


def write_choice(draft: Draft, path: Path) -> None:
    """Write what was chosen into the brief: `minutes`, `omit`, `pick`, `keep`; raises DrafterError where it cannot be."""
    doc = draft.document
    if doc is None:
        raise OutputError([Problem("changed-meanwhile", Place(str(path)), {"name": str(path)})])
    rewrite(path, doc.text, chosen(doc, draft))


def chosen(doc: Document, draft: Draft) -> Document:
    """A brief with what was chosen to fit a length."""
    assert draft.fit is not None
    made: Brief = draft.fit.form.brief
    picked, shapes = _kept(draft, draft.fit)
    values: dict[str, Data] = {
        "minutes": f"{draft.fit.wish:g}",
        "pick": {key: str(number) for key, number in picked.items()},
        "shapes": dict(shapes),
        "omit": list(made.omit),
        "keep": {key: str(number) for key, number in made.keep.items()},
    }
    for key, value in values.items():
        if value:
            doc = put(doc, (key,), value, ORDER)
    return doc


def _kept(draft: Draft, fit: Fitted) -> tuple[dict[str, int], dict[str, str]]:
    """The wordings and shapes to be picked so that the brief with the cuts in it says the same: shorter ones, and those that
    would be others.
    """
    made, outline = fit.form.brief, fit.form.outline
    shorter = {one.cut.key for one in fit.form.gone if one.cut.kind == "wording"}
    picked = {key: number for key, number in made.pick.items() if key in shorter or key in draft.brief.pick}
    shapes = dict(draft.brief.shapes)
    for _ in range(MOST_ROUNDS):
        cut = replace(made, minutes=None, seed=draft.brief.seed, pick=picked, shapes=shapes)
        again = plan(draft.blueprint, cut, draft.knows.words)
        others = drifted(outline.wordings, again.wordings)
        other_shapes = drifted(outline.shapes, again.shapes)
        if not others and not other_shapes:
            break
        picked |= others
        shapes |= other_shapes
    return picked, shapes


T = TypeVar("T")


def drifted(then: Mapping[str, T], now: Mapping[str, T]) -> dict[str, T]:
    """What was chosen, where something else is chosen now."""
    return {key: then[key] for key, one in now.items() if key in then and then[key] != one}
