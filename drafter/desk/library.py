"""Files by name: blueprints, fragments, styles, packs and cues, each read once until it changes, or held in memory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from drafter.desk.kept import IN_VAIN, Kept, Opened, Read
from drafter.desk.kinds import Due, fitting, other_kind
from drafter.desk.names import ambiguous, instead, titled, unknown
from drafter.desk.pack_words import words_of_all
from drafter.desk.reading import STDIN, read_start, read_text, shown, stamp_of
from drafter.desk.shelf import Folder, Kind, Shelf, elsewhere, inside, no_packs, shelf
from drafter.model.blueprint import Blueprint
from drafter.model.style import Style
from drafter.model.words import Words
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import Find
from drafter.notation.inherit import Fetch
from drafter.problem import InputError, Misses, Place, Problem, has_errors, near_miss, stop_on_errors
from drafter.yamltext.parse import parse
from drafter.yamltext.source import LARGEST
from drafter.yamltext.tree import Document, Scalar
from drafter.yamltext.tree import Mapping as Tree

if TYPE_CHECKING:  # no draft needs them
    from drafter.model.cues import Cues
    from drafter.model.norm import Norm
    from drafter.model.pack import Fragment, Pack
    from drafter.model.signs import Signs

DEFAULT_STYLE = "standard"
MOST_KEPT = 16
"""Documents kept: a blueprint with its parents and fragments has fewer."""
Thing = TypeVar("Thing")
_KEPT = Kept()


class Library:
    """Blueprints and what belongs to them, as one piece of work finds them; who drafts many keeps one.

    `packs` are folders asked before all others; `folder` is where the file lies for which something is sought.
    """

    def __init__(
        self,
        packs: Iterable[str | Path] = (),
        folder: Path | None = None,
        *,
        held: Mapping[Path, Document] | None = None,
    ) -> None:
        if isinstance(packs, str | Path):
            raise TypeError(f"packs are folders in a list: [{str(packs)!r}]")
        self.packs, self.folder, self.held = tuple(map(Path, packs)), folder, held or {}
        """`held`: files by their absolute path, with what counts in their place until it is written."""
        stop_on_errors(no_packs(self.packs))
        self.sources: set[Path] = set()
        """Every file that was read for this work: none of them is written over."""
        self.kept = _KEPT
        self._shelves: dict[Path | None, Shelf] = {}

    def at(self, folder: Path) -> Library:
        """The same library as a file in that folder sees it: packs may lie beside it."""
        return self if folder == self.folder else self.holding(self.held, folder)

    def holding(self, documents: Mapping[Path, Document], folder: Path | None = None) -> Library:
        """The same library if files were as in `documents`, in its folder or in another."""
        other = Library(self.packs, folder or self.folder, held=documents)
        other._shelves, other.sources = self._shelves, self.sources
        return other

    @property
    def shelf(self) -> Shelf:
        """The packs in the order in which they are asked."""
        if self.folder not in self._shelves:
            self._shelves[self.folder] = shelf(self.packs, self.folder)
        return self._shelves[self.folder]

    def document(self, path: Path, name: str = "") -> Document:
        """A YAML file, read, told under a name of its own; what cannot be read is told as its problem."""
        name = name or str(path)
        self.sources.add(path.absolute())
        if self.held and path.resolve() in self.held:
            return self.held[path.resolve()]
        stamp, key = stamp_of(path), (path.absolute(), name)
        before, known = self.kept.documents.get(key, (None, None))
        if known is not None and before == stamp is not None:
            return known
        text, problems = read_text(path, name)
        doc = Document(text, name, None, problems) if has_errors(problems) else parse(text, name, problems)
        if len(self.kept.documents) >= MOST_KEPT:
            self.kept.documents.clear()
        self.kept.documents[key] = (stamp, doc)
        return doc

    def blueprint(self, name: str, beside: Path | None = None, place: Place | None = None) -> Read:
        """A blueprint by its name on the shelf, or by its path below the folder `beside`, and what is wrong with it."""
        typed = name == str(STDIN) and place is None  # by a person: what a file names is never standard input
        path, problems = (STDIN, ()) if typed else self.locate("speeches", name, beside or Path(), place or Place(name))
        if path is None:
            return None, problems
        key = (path, self.shelf, os.getcwd())
        kept = self.kept.blueprints.get(key)
        if kept is None or any(stamp_of(file) != stamp for file, stamp, _ in kept[0]):
            kept = None if self.held else self._read(path)
        if kept is None or (self.held and any(file.resolve() in self.held for file, *_ in kept[0])):
            blueprint, faults = read_blueprint(self.document(path, shown(path)), path.stem, self.fetch)
            return blueprint, (*problems, *faults)
        self.kept.blueprints[key] = kept
        self.sources.update(file.absolute() for file, *_ in kept[0])
        blueprint, faults = kept[1]
        if place and faults and faults[0].rule == "wrong-kind":  # told where it is named
            faults = tuple(replace(fault, place=place) for fault in faults)
        return blueprint, (*problems, *faults)

    def files_of(self, name: str, beside: Path) -> tuple[Path, ...]:
        """The files that a blueprint is read from: its own, its parents' and its fragments', also where one is yet to come."""
        path, _ = self.locate("speeches", name, beside, Place(name))
        if path is None:
            return () if elsewhere(name) else (beside / name,)
        return tuple(file for file, *_ in self._read(path)[0])

    def _read(self, path: Path) -> tuple[list[Opened], Read]:
        files: list[Opened] = [(path, stamp_of(path), ("", "speeches", path.stem))]
        doc = fitting(self.document(path, shown(path)), "blueprint")
        return files, read_blueprint(doc, path.stem, self._fetching(files))

    def opened(self, name: str, beside: Path) -> tuple[Opened, ...]:
        """The files of a blueprint, its own first, each with what it was asked for as; none where there is no such file."""
        path, _ = self.locate("speeches", name, beside, Place(""))
        if path is None:
            return ()
        self.blueprint(name, beside, Place(""))  # what is kept of it is as its files are now
        kept = self.kept.blueprints.get((path, self.shelf, os.getcwd()))
        return tuple((kept if kept and not self.held else self._read(path))[0])

    def find(self, brief: Path) -> Find:
        """How a brief finds its blueprint."""
        return lambda name, place: self.blueprint(name, brief.parent, place)

    @property
    def fetch(self) -> Fetch:
        """How a blueprint finds its parent and its fragments: on the shelf, or by a path below its folder."""
        return self._fetching([])

    def _fetching(self, files: list[Opened]) -> Fetch:
        """The same; `files` gets what is read."""
        misses = Misses()

        def fetch(kind: Kind, name: str, place: Place) -> tuple[Document | None, tuple[Problem, ...]]:
            found, problems = self.locate(kind, name, Path(place.file).parent, place, misses)
            asked = (place.file, kind, name)
            if found is None:
                files.extend([(Path(place.file).parent / name, IN_VAIN, asked)] if not elsewhere(name) else ())
                return None, problems
            files.append((found, stamp_of(found), asked))
            return self._fetched(kind, found, place), problems

        return fetch

    def _fetched(self, kind: Kind, path: Path, place: Place) -> Document:
        """A parent or a fragment; one of another kind says so where it is named."""
        doc = self.document(path, shown(path))
        wrong = other_kind(doc, "blueprint" if kind == "speeches" else "fragment", place)
        return Document("", doc.file, None, wrong) if wrong else doc

    def locate(
        self, kind: Kind, name: str, beside: Path, place: Place, misses: Misses | None = None
    ) -> tuple[Path | None, tuple[Problem, ...]]:
        """The file that a name or a path means, and what is wrong or doubtful with it; `misses` are those of one file."""
        if name.endswith((".yaml", ".yml")):
            typed = place.file == name  # by the user, who may name any folder's file as they like
            root = beside.resolve()
            path = root / name
            if (elsewhere(name) and not typed) or not inside(path, root):
                return None, (Problem("outside-folder", place, {"name": name}),)
            return (path, ()) if os.path.isfile(path) else (None, (Problem("no-such-file", place, {"name": name}),))
        found = self.shelf.paths(kind, name)
        misses = misses or Misses()
        if not found and not misses.sought:  # a pack may have come since
            self._shelves.pop(self.folder, None)
            found = self.shelf.paths(kind, name)
        if not found:
            names = titled(self.shelf, name, self._title) if kind == "speeches" else ()
            if len(names) > 1:
                return None, (ambiguous(name, names, place),)
            if not names:
                return None, unknown(self.shelf, kind, name, beside, place, self._title, misses)
            found = self.shelf.paths(kind, names[0])
        if len(found) > 1 and read_start(found[0], LARGEST) != read_start(found[1], LARGEST):
            facts = {"name": name, "first": shown(found[0]), "second": shown(found[1])}
            return found[0], (Problem("two-of-a-name", place, facts, "warning"),)
        return found[0], ()

    def _title(self, path: Path) -> str:
        """The title of the blueprint in a file; nothing, if it says none."""
        root = self.document(path, shown(path)).root
        title = root.get("title") if isinstance(root, Tree) else None
        return title.text if isinstance(title, Scalar) else ""

    def named(self, name: str) -> Blueprint:
        """A blueprint as a person names it, by name, title or path; raises InputError."""
        return sure(self._of(name).blueprint(name))

    def called(self, name: str) -> str:
        """What a person names, as a file names it: a blueprint that goes by its title has a name, too."""
        books = self._of(name)
        known = name.endswith((".yaml", ".yml")) or books.shelf.paths("speeches", name)
        return name if known else next(iter(titled(books.shelf, name, self._title)), name)

    def _of(self, name: str) -> Library:
        """The library that a name is sought in: packs may lie beside a file, or in the working folder."""
        return self.at(Path(name).parent if name.endswith((".yaml", ".yml")) else Path())

    def due(self, path: Path, due: Due) -> Document:
        """A YAML file that is named for something; one that is not there, or of another kind, says so and nothing else."""
        doc = self.document(path)
        if not doc.problems or doc.problems[0].rule != "no-such-file" or doc.problems[0].facts.get("near"):
            return fitting(doc, due)
        told = instead(
            path, due, lambda name: self._of(name).locate("speeches", name, Path(), Place(name))[0] is not None
        )
        return Document("", doc.file, None, (told,)) if told else doc

    def style(self, name: str, place: Place, beside: Path | None = None) -> Style:
        """A style by its name on the shelf, or by its path below the folder `beside`; raises InputError."""
        path, problems = self.locate("styles", name or DEFAULT_STYLE, beside or Path(), place)
        stop_on_errors(problems)
        assert path is not None
        return self.kept.style(self.document(path, shown(path)), path, place)

    def cues(self) -> tuple[Cues, tuple[Problem, ...]]:
        """The cues by which old speeches are read, of the first pack that has some, and those passed over; raises InputError."""
        from drafter.desk.patterns import cues_of

        return cues_of(self.shelf.packs, self.document)

    def signs(self) -> tuple[Signs, tuple[Problem, ...]]:
        """The signs by which facts are known in old speeches; the same holds of them."""
        from drafter.desk.patterns import signs_of

        return signs_of(self.shelf.packs, self.document)

    def words(self, language: str) -> Words:
        """The words of all packs of a language, those of the pack that is asked first before the others; raises InputError."""
        words, files = words_of_all(self.shelf.packs, language, self.kept, self.about)
        self.sources.update(files)
        return words

    def norms(self, language: str) -> tuple[Norm, ...]:
        """The norms of all packs of a language, with the levels that packs asked before them set; raises InputError."""
        from drafter.desk.pack_checks import checks_of_packs, settled

        return settled(checks_of_packs(self.shelf.packs, language, self.kept, self.about))

    def pack(self, name: str) -> Folder:
        """A pack by its name; raises InputError."""
        found = next((pack for pack in self.shelf.packs if pack.name == name), None)
        if found is None:
            facts = {"name": name, "near": near_miss(name, [pack.name for pack in self.shelf.packs])}
            raise InputError([Problem("unknown-pack", Place(name), facts)])
        return found

    def about(self, folder: Folder) -> Pack:
        """What a pack says of itself; its name alone, if it says nothing that can be read."""
        from drafter.model.pack import Pack
        from drafter.notation.pack import read_pack

        path = folder.file("pack.yaml")
        doc = self.document(path, shown(path)) if path else None
        pack = read_pack(doc, folder.name)[0] if doc and doc.text and not doc.problems else None
        return pack or Pack(name=folder.name, language="")

    def fragment(self, folder: Folder, name: str) -> Fragment:
        """What a fragment of a pack says of itself; its name alone, if it has errors."""
        from drafter.model.pack import Fragment
        from drafter.notation.pack import read_fragment

        path = folder.path("fragments", name)
        assert path is not None
        said = read_fragment(self.document(path, shown(path)), name, self.fetch)[0]
        return said or Fragment(name=name, title=f"! {shown(path)}")


def sure(read: tuple[Thing | None, tuple[Problem, ...]]) -> Thing:
    """What was read; raises InputError where it has an error."""
    thing, problems = read
    stop_on_errors(problems)
    assert thing is not None
    return thing
