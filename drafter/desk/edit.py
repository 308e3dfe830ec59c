"""Blueprints and briefs edited on disk, for the faces: found, edited, proved to read, and all written or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.check import check_file
from drafter.desk.files import STDIN, read_bytes, replace_files, shown
from drafter.desk.kinds import kind_of, other_kind
from drafter.desk.library import Library, sure
from drafter.desk.reading import sound
from drafter.desk.shelf import inside, user_folder
from drafter.model.blueprint import Blueprint, every
from drafter.model.brief import SETTINGS
from drafter.notation import rename, revise
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.notation.inherit import resolved
from drafter.notation.revise import Goal as Goal
from drafter.notation.revise import Whole, own
from drafter.notation.scope import hidden
from drafter.notation.slots import plain_key
from drafter.problem import InputError, Place, Problem, in_order, near_miss, stop_on_errors
from drafter.yamltext.data import Data as Data
from drafter.yamltext.data import at
from drafter.yamltext.layout import laid_out
from drafter.yamltext.source import encoded
from drafter.yamltext.tree import Document
from drafter.yamltext.tree import Mapping as Tree


class Edited(Struct, frozen=True):
    """A file and what it is to become."""

    path: Path
    """Where it is."""
    raw: bytes
    """What is in it now."""
    before: Document
    """The same, read."""
    after: Document
    """What will be in it."""
    blueprint: Blueprint | None = None
    """The blueprint in it, or that of the brief in it, as it is."""
    told: tuple[Problem, ...] = ()
    """Warnings about it as it is."""


class Revision(Struct, frozen=True):
    """Files that are edited together."""

    files: tuple[Edited, ...]
    """Every file that changes."""
    problems: tuple[Problem, ...] = ()
    """Warnings that were not there before."""


Problems = tuple[Problem, ...]
Revise = Callable[[Document, Whole], Document]


def revised(name: str, library: Library, revise: Revise) -> Revision:
    """One blueprint after an edit; raises InputError with all that is wrong with it before or after."""
    [file] = readable([chosen(name, library)], library)
    stop_on_errors(other_kind(file.before, "blueprint"))
    whole = whole_of(blueprint_of(file))
    return proved([replace(file, after=revise(file.before, whole))], library)


def formatted(paths: Iterable[Path], library: Library) -> Revision:
    """Files in the canonical layout."""
    return proved([replace(file, after=laid_out(file.before)) for file in readable(paths, library)], library)


def slot_renamed(name: str, old: str, new: str, more: Iterable[Path], library: Library) -> Revision:
    """A slot under another name in a blueprint, and in the blueprints and briefs that are named with it."""
    files = readable([chosen(name, library), *more], library)
    done = [replace(file, after=_with_slot(file, old, new, library, first=file is files[0])) for file in files]
    for file in done:  # a parent, or a fragment, may ask for it too
        _none_left(file, _place_of(file, old, holding(library, done)), old)
    revision = proved(done, library)
    for file in done:  # or a child that was not named
        left = blueprint_after(file, holding(library, done)).slots.get(old)
        _none_left(file, left.place if left else None, old)
    return revision


def _place_of(file: Edited, slot: str, library: Library) -> Place | None:
    """Where a blueprint, or what it takes from, defines a slot once files are edited."""
    if _is_brief(file) or not isinstance(file.after.root, Tree):
        return None
    slots = at(resolved(file.after.root, library.at(file.path.parent).fetch)[0], ("slots",))
    entries = slots.entries if isinstance(slots, Tree) else ()
    return next((key.place for key, _ in entries if key.text == slot), None)


def _none_left(file: Edited, place: Place | None, slot: str) -> None:
    if place is not None:
        raise _refused(file, "slot-left", name=slot, where=place.file)


def _with_slot(file: Edited, old: str, new: str, library: Library, *, first: bool) -> Document:
    blueprint = blueprint_of(file)
    if old not in blueprint.slots:
        if first:
            raise _refused(file, "unknown-slot", name=old, near=near_miss(old, blueprint.slots))
        raise _refused(file, "other-blueprint", name=old)
    if first and at(file.before.root, ("slots", old)) is None:
        raise _refused(file, "written-elsewhere", name=old, where=blueprint.slots[old].place.file)
    if new in blueprint.slots:
        raise _refused(file, "slot-taken", name=new)
    if new in SETTINGS or not plain_key(new):
        raise _refused(file, "slot-is-setting" if new in SETTINGS else "odd-slot-name", name=new)
    means = hidden(blueprint, old)
    if _is_brief(file):
        return rename.slot_renamed_in_brief(file.before, old, new, means)
    return rename.slot_renamed(file.before, old, new, means, hidden(blueprint, new))


def node_renamed(name: str, old: str, new: str, more: Iterable[Path], library: Library) -> Revision:
    """A node under another id in a blueprint, and in the blueprints and briefs that are named with it."""
    first, *others = readable([chosen(name, library), *more], library)
    whole = whole_of(blueprint_of(first))
    own(first.before, old, whole)
    if new in whole.ids or "[" in new or new.split() != [new]:
        raise _refused(first, "id-taken" if new in whole.ids else "odd-id", name=new)
    names = {old: new, **rename.within(first.before, old, new, whole.ids)}
    done = [replace(first, after=rename.nodes_renamed(first.before, names))]
    names = _new_ids(done[0], done, library)
    for file in sorted(others, key=_is_brief):
        if _is_brief(file):
            concerned = _new_ids(file, done, library)
            after = rename.nodes_renamed_in_brief(file.before, concerned)
        else:  # a node of its own that has the same id is another one
            others_ids = rename.others(names, file.before)
            after = rename.pointers_renamed(file.before, others_ids)
            concerned = {id: names[id] for id in others_ids if id in whole_of(blueprint_of(file)).ids}
        if not concerned and after.text == file.before.text:
            raise _refused(file, "other-blueprint", name=old)
        done.append(replace(file, after=after))
    return proved(done, library)


def _new_ids(file: Edited, done: Iterable[Edited], library: Library) -> dict[str, str]:
    """The ids that are other ones once files are edited; those within a fragment begin with its node's."""
    before, after = blueprint_of(file), blueprint_after(file, holding(library, done))
    ids = zip(whole_of(before).ids, whole_of(after).ids, strict=True)
    return {old: new for old, new in ids if old != new}


def node_added(name: str, goal: Goal, node: Mapping[str, Data], library: Library) -> Revision:
    """A blueprint with one more node."""
    return revised(name, library, lambda doc, whole: revise.added(doc, goal, dict(node), whole))


def node_moved(name: str, id: str, goal: Goal, library: Library) -> Revision:
    """A blueprint with a node and all that is in it elsewhere."""
    return revised(name, library, lambda doc, whole: revise.moved(doc, id, goal, whole))


def node_removed(name: str, id: str, library: Library) -> Revision:
    """A blueprint without a node and all that is in it."""
    return revised(name, library, lambda doc, whole: revise.removed(doc, id, whole))


def value_set(name: str, key: str, value: tuple[str, ...], library: Library) -> Revision:
    """A blueprint with another value at a key."""
    return revised(name, library, lambda doc, whole: revise.valued(doc, key, value, whole))


def proved(files: Iterable[Edited], library: Library) -> Revision:
    """Those of the files that change, if all of them read without error when all of them are edited."""
    edited = tuple(files)
    books = holding(library, edited)
    found = in_order(problem for file in edited for problem in _reading(file.path, file.after, books)[1])
    errors = [problem for problem in found if problem.severity == "error"]
    if errors:
        raise InputError([Problem("edit-would-break", Place(errors[0].place.file)), *errors])
    for file in edited:
        if encoded(file.raw, file.after.text) is None:
            raise _refused(file, "unknown-encoding")
    old = {(problem.rule, str(problem.facts)) for file in edited for problem in file.told}
    new = tuple(problem for problem in found if (problem.rule, str(problem.facts)) not in old)
    return Revision(tuple(file for file in edited if file.after.text != file.before.text), new)


def written(revision: Revision) -> None:
    """Write all files, or none of them; raises OutputError."""
    files = ((file.path, file.raw, encoded(file.raw, file.after.text) or b"") for file in revision.files)
    replace_files(files)


def difference(file: Edited) -> str:
    """What changes in a file, as a unified diff."""
    old, new = (_lines(doc.text) for doc in (file.before, file.after))
    return "".join(unified_diff(old, new, str(file.path), str(file.path)))


def lines_changed(file: Edited) -> int:
    """How many lines are new, other or gone."""
    old, new = (Counter(doc.text.split("\n")) for doc in (file.before, file.after))
    return max((new - old).total(), (old - new).total())


# files


def chosen(name: str, library: Library) -> Path:
    """The file that a path or a name on the shelf means; what came with drafter or a plug-in is edited by its path only."""
    path = Path(name)
    if path.exists() or path == STDIN or path.suffix in (".yaml", ".yml"):
        return path
    found = sure(library.at(Path()).locate("speeches", name, Path(), Place(name)))
    if not any(inside(found, root) for root in (*library.packs, Path("packs"), user_folder()) if root):
        raise InputError([Problem("not-yours", Place(name), {"name": name, "file": shown(found)})])
    return found


def readable(paths: Iterable[Path], library: Library) -> list[Edited]:
    """Files as they are; raises InputError with all that is wrong with them."""
    files: list[Edited] = []
    found: list[Problem] = []
    for path in paths:
        try:
            if path == STDIN:
                raise InputError([Problem("is-no-file-to-edit", Place(str(path)))])
            raw = read_bytes(path)
            doc = sound(raw, path)
        except InputError as error:
            found += error.problems
            continue
        blueprint, told = _reading(path, doc, library)
        files.append(Edited(path, raw, doc, doc, blueprint, told))
        found += told
    stop_on_errors(found)
    return files


def holding(library: Library, files: Iterable[Edited]) -> Library:
    """The library as it will be once files are edited."""
    return library.holding({file.path.resolve(): file.after for file in files})


def blueprint_of(file: Edited) -> Blueprint:
    """The blueprint in a file, or that of the brief in it, as it is; raises InputError where it is neither."""
    if file.blueprint is None:
        raise _refused(file, "no-blueprint-here")
    return file.blueprint


def blueprint_after(file: Edited, library: Library) -> Blueprint:
    """The same once files are edited."""
    doc = file.after if file.path.resolve() in library.held else file.before
    blueprint, problems = _reading(file.path, doc, library)
    if blueprint is None:
        raise InputError([Problem("edit-would-break", Place(str(file.path))), *problems])
    return blueprint


def _reading(path: Path, doc: Document, library: Library) -> tuple[Blueprint | None, Problems]:
    """The blueprint in a file, or that of the brief in it, and all that is wrong with the file."""
    books = library.at(path.parent)
    match kind_of(doc):
        case "brief":
            _, blueprint, problems = read_brief(doc, books.find(path))
            return blueprint, problems
        case "blueprint" if isinstance(doc.root, Tree):
            return read_blueprint(doc, path.stem, books.fetch)
        case _:
            return None, check_file(path, books)


def whole_of(blueprint: Blueprint) -> Whole:
    """The ids and slots of a blueprint, each with its file."""
    nodes = every((*blueprint.opening, *blueprint.emphases, *blueprint.closing))
    return Whole(
        {node.id: node.place.file for node in nodes},
        {slot.name: slot.place.file for slot in blueprint.slots.values()},
    )


def _is_brief(file: Edited) -> bool:
    return kind_of(file.before) == "brief"


def _refused(file: Edited, rule: str, **facts: str) -> InputError:
    return InputError([Problem(rule, Place(str(file.path)), facts)])


def _lines(text: str) -> list[str]:
    """Lines for a diff, each with its end; the last says that it has none."""
    lines = text.splitlines(keepends=True)
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]
