"""A blueprint drafted with the briefs of other subjects: every condition that fired, and the fact that fired it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from drafter.desk.files import shown
from drafter.desk.kinds import kind_of
from drafter.desk.library import Library, sure
from drafter.model.blueprint import Blueprint, Slot, every
from drafter.model.brief import SETTINGS, Brief
from drafter.model.words import NO_WORDS
from drafter.notation.brief import read_brief
from drafter.plan import plan
from drafter.plan.fired import Fired as Fired
from drafter.plan.fired import standing
from drafter.problem import InputError, Place, Problem
from drafter.yamltext.tree import Document, Mapping, Node, Scalar, is_empty
from drafter.yamltext.tree import Sequence as Items

ENOUGH = 0.5
"""The part of a brief's facts that a blueprint has to have slots for, else its draft would be gaps."""
KEPT = frozenset(("blueprint", "seed", "subject"))
"""The settings of a brief that mean something with another blueprint."""
EXAMPLES = "examples"


class Tried(Struct, frozen=True):
    """A brief that the blueprint was drafted with, or that it knows too little of."""

    name: str
    """What it is called in the table."""
    file: str
    """Its file."""
    known: int
    """How many of its facts the blueprint has slots for."""
    given: int
    """How many facts it gives."""
    drafted: bool
    """A draft was made of it."""
    subjects: tuple[str, ...] = ()
    """The classes of work that the draft took it for."""


class Telling(Struct, frozen=True):
    """A sentence in one draft."""

    brief: str
    """The brief's name in the table."""
    said: str
    """The sentence with its facts."""
    fired: tuple[Fired, ...]
    """The conditions that held, and the facts that made them hold."""


class Sentence(Struct, frozen=True):
    """A sentence in all drafts in which it stands."""

    id: str
    """Its node."""
    frame: str
    """The wording as its author wrote it."""
    told: tuple[Telling, ...]
    """Where it stands, one for each draft and item."""


class Foreign(Struct, frozen=True):
    """What a blueprint makes of briefs that were not written for it."""

    blueprint: str
    """The blueprint's name."""
    tried: tuple[Tried, ...]
    """The briefs, in order."""
    sentences: tuple[Sentence, ...]
    """The sentences that stand under conditions, in the order of the blueprint."""


def foreign(name: str, library: Library, folders: Iterable[Path] = ()) -> Foreign:
    """A blueprint drafted with others' briefs: those of its pack's examples, and of folders; raises InputError."""
    file, blueprint, books = _named(name, library)
    words = books.words(blueprint.language) if blueprint.looks else NO_WORDS
    tried: list[Tried] = []
    told: dict[tuple[str, str], list[Telling]] = {}
    for path, (label, asked) in dict(_briefs(blueprint, file, books, tuple(folders))).items():
        doc = books.document(path)
        known, given = _known(doc, blueprint)
        brief = _adapted(doc, blueprint) if known and (asked or known >= ENOUGH * given) else None
        outline = plan(blueprint, brief, words) if brief else None
        about = outline.knows.subjects if outline else ()
        tried.append(Tried(label, shown(path), known, given, outline is not None, about))
        for one in standing(outline, blueprint, brief) if outline and brief else ():
            told.setdefault((one.id, one.frame), []).append(Telling(label, one.said, one.fired))
    if not any(one.drafted for one in tried):
        raise InputError([Problem("no-foreign-briefs", Place(name), {"name": blueprint.name})])
    order = {id: n for n, id in enumerate(_ids(blueprint))}
    rows = sorted(told.items(), key=lambda row: order[row[0][0]])
    sentences = (Sentence(id, frame, tuple(lines)) for (id, frame), lines in rows)
    return Foreign(blueprint.name, tuple(tried), tuple(sentences))


def _named(name: str, library: Library) -> tuple[Path | None, Blueprint, Library]:
    """A blueprint by its path or its name, with its file and the library as that sees it."""
    if name.endswith((".yaml", ".yml")):
        file = Path(name)
        books = library.at(file.parent)
        return file, sure(books.blueprint(file.name, file.parent)), books
    books = library.at(Path())
    return books.locate("speeches", books.called(name), Path(), Place(name))[0], books.named(name), books


def json_of(made: Foreign) -> str:
    """The same as JSON."""
    import json

    return json.dumps(to_builtins(made), ensure_ascii=False, indent=2)


def _briefs(
    blueprint: Blueprint, file: Path | None, library: Library, folders: Sequence[Path]
) -> Iterator[tuple[Path, tuple[str, bool]]]:
    """The briefs to be tried, each with its name in the table, and whether somebody asked for it."""
    for folder in _examples(file):
        for path, doc in _in(folder, library):
            root = doc.root
            named = root.get("blueprint") if isinstance(root, Mapping) else None
            if not (isinstance(named, Scalar) and named.text.rpartition("/")[2] == blueprint.name):
                yield path.resolve(), (path.relative_to(folder).with_suffix("").as_posix(), False)
    for folder in folders:
        if not folder.is_dir():
            raise InputError([Problem("no-folder", Place(str(folder)), {"name": str(folder)})])
        for path, _ in _in(folder, library):
            yield path.resolve(), (path.relative_to(folder).with_suffix("").as_posix(), True)


def _examples(file: Path | None) -> Iterator[Path]:
    """The examples beside the pack of a blueprint, or beside the folder of packs; a wheel has none."""
    if file is None:
        return
    root = file.resolve().parent
    around = (root.parent, *root.parent.parents[:2]) if root.name == "speeches" else (root,)
    yield from ([folder / EXAMPLES for folder in around if (folder / EXAMPLES).is_dir()])[:1]


def _in(folder: Path, library: Library) -> Iterator[tuple[Path, Document]]:
    """The briefs of a folder, hidden folders left out."""
    for path in sorted(folder.rglob("*.yaml")):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            doc = library.document(path)
            if isinstance(doc.root, Mapping) and kind_of(doc) == "brief":
                yield path, doc


def _known(doc: Document, blueprint: Blueprint) -> tuple[int, int]:
    """How many of a brief's facts a blueprint has slots for, and how many there are."""
    entries = doc.root.entries if isinstance(doc.root, Mapping) else ()
    given = [key.text for key, value in entries if key.text not in SETTINGS and _says(value)]
    return sum(name in blueprint.slots for name in given), len(given)


def _says(node: Node) -> bool:
    """Whether anything is typed in a value; a brief that nobody has filled in has lists of nothing."""
    if isinstance(node, Items):
        return any(map(_says, node.items))
    if isinstance(node, Mapping):
        return any(_says(value) for _, value in node.entries)
    return not is_empty(node)


def _adapted(doc: Document, blueprint: Blueprint) -> Brief | None:
    """A brief as if it had been written for a blueprint: what that has no slot for, or reads otherwise, is left out."""
    assert isinstance(doc.root, Mapping)
    lenient = replace(blueprint, slots={name: _asking(slot) for name, slot in blueprint.slots.items()})
    entries = [
        (key, _pruned(value, blueprint.slots[key.text]) if key.text in blueprint.slots else value)
        for key, value in doc.root.entries
        if key.text in blueprint.slots or key.text in KEPT
    ]
    while entries:
        kept = replace(doc, root=replace(doc.root, entries=tuple(entries)), problems=())
        brief, _, problems = read_brief(kept, lambda name, place: (lenient, ()))
        if brief is not None:
            return brief
        starts = [key.place.line for key, _ in entries]
        wrong = {one.place.line for one in problems if one.severity == "error"}
        bad = {max((n for n, start in enumerate(starts) if start <= line), default=-1) for line in wrong}
        left = [entry for n, entry in enumerate(entries) if n not in bad or entry[0].text == "blueprint"]
        if len(left) == len(entries):
            return None
        entries = left
    return None


def _asking(slot: Slot) -> Slot:
    """A slot without which a brief is read all the same."""
    return replace(
        slot,
        missing="gap" if slot.missing == "error" else slot.missing,
        fields=tuple(map(_asking, slot.fields)),
        item=_asking(slot.item) if slot.item else None,
    )


def _pruned(value: Node, slot: Slot) -> Node:
    """A list of records without the fields that a slot does not have."""
    if not slot.fields or not isinstance(value, Items):
        return value
    names = {field.name for field in slot.fields}
    return replace(
        value,
        items=tuple(
            replace(item, entries=tuple(entry for entry in item.entries if entry[0].text in names))
            if isinstance(item, Mapping)
            else item
            for item in value.items
        ),
    )


def _ids(blueprint: Blueprint) -> Iterator[str]:
    for zone in (blueprint.opening, blueprint.emphases, blueprint.closing):
        yield from (node.id for node in every(zone))
