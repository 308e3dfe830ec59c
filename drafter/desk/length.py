"""What is told of a speech that was fitted to a length, what would help, and the choice written into its brief."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from drafter.desk.draft import Draft, draft_document
from drafter.desk.files import read_bytes
from drafter.desk.fit import Fitted as Fitted
from drafter.desk.fit import Gone as Gone
from drafter.desk.reading import sound
from drafter.desk.replace import Change, replace_all
from drafter.desk.unsaid import unsaid
from drafter.language.marks import characters
from drafter.language.measure import rate_of
from drafter.model.blueprint import Blueprint, Node, every, wordings
from drafter.model.brief import SETTINGS, Brief
from drafter.model.expression import Prose
from drafter.model.occurrence import id_of
from drafter.problem import InputError, OutputError, Place, Problem
from drafter.yamltext.data import Data
from drafter.yamltext.source import encoded
from drafter.yamltext.splice import put
from drafter.yamltext.tree import Document

MOST_HELP = 3
"""Facts, or parts, that are named as a help."""


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


def of_length(draft: Draft, path: Path, minutes: float) -> Draft:
    """The same brief drafted to another length."""
    assert draft.document is not None
    seed = draft.seed if draft.brief.seed is not None else None
    return draft_document(
        draft.document, draft.library.find(path), seed, draft.library, gaps=draft.gaps, minutes=minutes
    )


def parts(fit: Fitted) -> tuple[Part, ...]:
    """The parts of a speech, in its order."""
    return tuple(Part(name, now, full) for name, now, full in fit.sizes.values())


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
        if minutes and key not in ("opening", "closing"):
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
    old = read_bytes(path)
    doc = sound(old, path)
    if draft.document is None or doc.text != draft.document.text:
        raise OutputError([Problem("changed-meanwhile", Place(str(path)), {"name": str(path)})])
    new = encoded(old, chosen(doc, draft).text)
    if new is None:
        raise InputError([Problem("unknown-encoding", Place(str(path)))])
    target = path.resolve()
    replace_all([Change(target, new, lambda: target.read_bytes() == old)])


def chosen(doc: Document, draft: Draft) -> Document:
    """A brief with what was chosen to fit a length."""
    assert draft.fit is not None
    made: Brief = draft.fit.form.brief
    shorter = {one.cut.key for one in draft.fit.form.gone if one.cut.kind == "wording"}
    picked = {key: number for key, number in made.pick.items() if key in shorter or key in draft.brief.pick}
    values: dict[str, Data] = {
        "minutes": f"{draft.fit.wish:g}",
        "pick": {key: str(number) for key, number in picked.items()},
        "omit": list(made.omit),
        "keep": {key: str(number) for key, number in made.keep.items()},
    }
    for key, value in values.items():
        if value:
            doc = put(doc, (key,), value, ("blueprint", "seed", *SETTINGS))
    return doc
