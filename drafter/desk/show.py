"""What is on the shelf, and what a blueprint holds, in rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from drafter.desk.files import shown
from drafter.desk.library import Library
from drafter.desk.words import words_of
from drafter.expression.spell import source
from drafter.model.blueprint import Blueprint as Blueprint
from drafter.model.blueprint import Enumeration, Node, Occasion, Passage, Section, Slot, every, wordings
from drafter.model.pack import Fragment
from drafter.problem import Place, Problem, stop_on_errors


class BlueprintRow(Struct, frozen=True):
    """A blueprint on the shelf."""

    name: str
    """Its name."""
    pack: str
    """Its pack."""
    file: str
    """Its file."""
    title: str = ""
    """Its title; empty where it has errors."""
    event: str = ""
    """At what such a speech is given; empty where it tells none."""
    language: str = ""
    """The language of its prose."""


class NodeRow(Struct, frozen=True):
    """A node of a blueprint."""

    depth: int
    """How many sections it lies in, from 1."""
    id: str
    """Its id."""
    move: str
    """Its move."""
    text: str
    """Its first wording or heading, or its scheme and how many points there are."""
    more: int
    """How many other wordings it has."""
    each: str
    """The list that it stands once for every item of, as an expression."""
    when: str
    """What must hold for it to stand, as an expression."""


class SlotRow(Struct, frozen=True):
    """A slot of a blueprint."""

    depth: int
    """How many slots it lies in, from 1."""
    name: str
    """Its name."""
    about: str
    """Its type, what happens if it is missing, its default and its choices."""
    ask: str
    """Its question."""


class PackRow(Struct, frozen=True):
    """A pack on the shelf."""

    name: str
    """Its name."""
    version: str
    """Its version, as it says."""
    language: str
    """The language of its prose."""
    about: str
    """What it says of itself, or where it is."""
    root: Path
    """Its folder."""
    blueprints: tuple[str, ...]
    """The names of its blueprints."""
    fragments: tuple[str, ...]
    """The names of its fragments."""
    styles: tuple[str, ...]
    """The names of its styles."""
    words: tuple[str, ...]
    """The names of its files of words."""
    checks: tuple[str, ...]
    """The names of its files of checks."""


class Origin(Struct, frozen=True):
    """Where a node comes from."""

    id: str
    """Its id."""
    node: Place
    """Where it is written."""
    words: Place | None
    """Where its words are, if they are in another file."""


def blueprints(library: Library) -> Iterator[BlueprintRow]:
    """Every blueprint on the shelf."""
    for name, owner in library.shelf.names("speeches"):
        file = shown(library.shelf.paths("speeches", name)[0])
        found, _ = library.blueprint(name)
        if found is None:
            yield BlueprintRow(name, owner.name, file)
        else:
            event = next(iter(found.occasion.event), "")
            yield BlueprintRow(name, owner.name, file, found.title, event, found.language)


def blueprint(name: str, library: Library) -> tuple[Blueprint, tuple[Problem, ...]]:
    """A blueprint by name or path, and what is doubtful with it; raises InputError."""
    found, problems = library.at(Path(name).parent).blueprint(name)
    stop_on_errors(problems)
    assert found is not None
    return found, problems


def occasion(blueprint: Blueprint) -> tuple[str, ...]:
    """What it tells of its occasion, an answer or several to each question."""
    said = (getattr(blueprint.occasion, name) for name in Occasion.__struct_fields__)
    return tuple(" / ".join(answers) for answers in said if answers)


def flat(blueprint: Blueprint, notes: Mapping[str, str]) -> str:
    """A blueprint whole, as one file, with a comment before each node that has a note."""
    from drafter.notation.write import blueprint_text

    return blueprint_text(blueprint, notes)


def origins(blueprint: Blueprint) -> Iterator[Origin]:
    """For each node, where it is written, and where its words are changed."""
    for node in every((*blueprint.opening, *blueprint.emphases, *blueprint.closing)):
        words = wordings(node)
        other = words[0].place if words and words[0].place.file != node.place.file else None
        yield Origin(node.id, node.place, other)


def zones(blueprint: Blueprint) -> Iterator[tuple[str, tuple[NodeRow, ...]]]:
    """The rows of each zone that has nodes."""
    for zone, nodes in (
        ("opening", blueprint.opening), ("emphases", blueprint.emphases), ("closing", blueprint.closing)
    ):  # fmt: skip
        if nodes:
            yield zone, tuple(_nodes(nodes, 1))


def _nodes(nodes: tuple[Node, ...], depth: int) -> Iterator[NodeRow]:
    for node in nodes:
        more = 0
        match node:
            case Passage():
                text, more = node.wordings[0].prose.text if node.wordings else "", max(0, len(node.wordings) - 1)
            case Section():
                text = node.headings[0].prose.text if node.headings else ""
            case Enumeration():
                text = node.scheme.strip() if node.each else f"{node.scheme.strip()} ×{len(node.points)}"
        each, when = (source(said) if said else "" for said in (node.each, node.when))
        yield NodeRow(depth, node.id, node.move, " ".join(text.split()), more, each, when)
        if isinstance(node, Section):
            yield from _nodes(node.body, depth + 1)


def slots(blueprint: Blueprint) -> Iterator[SlotRow]:
    """The rows of the slots that are asked for."""
    for name in blueprint.asked:
        yield from _slot(blueprint.slots[name], 1)


def _slot(slot: Slot, depth: int) -> Iterator[SlotRow]:
    about: list[str] = [slot.type]
    if slot.missing != "gap":
        about.append(slot.missing)
    if slot.default:
        about.append("= " + slot.default.text)
    if slot.choices:
        about.append("|".join(slot.choices))
    about += ["/".join(slot.form)] if slot.form else []
    yield SlotRow(depth, slot.name, " ".join(about), slot.ask)
    for inner in slot.fields:
        yield from _slot(inner, depth + 1)


def packs(library: Library) -> Iterator[PackRow]:
    """Every pack in the order in which it is asked."""
    for folder in library.shelf.packs:
        said = library.about(folder)
        yield PackRow(
            folder.name,
            said.version,
            said.language,
            said.description or shown(folder.root),
            folder.root,
            folder.names("speeches"),
            folder.names("fragments"),
            folder.names("styles"),
            folder.names("words"),
            folder.names("checks"),
        )


def pack(name: str, library: Library) -> tuple[PackRow, tuple[Fragment, ...], tuple[Problem, ...]]:
    """A pack by its name, its fragments, and what is wrong with its words and checks; raises InputError."""
    from drafter.desk.norms import checks_of  # no other list needs it

    folder = library.pack(name)
    row = next(row for row in packs(library) if row.name == folder.name)
    return (
        row,
        tuple(library.fragment(folder, one) for one in row.fragments),
        (
            *words_of(folder, library),
            *checks_of(folder, library),
        ),
    )
