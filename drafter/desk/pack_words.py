"""The words of packs, read once until a file of them changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.desk.kept import Kept
from drafter.desk.reading import read_text, shown, stamp_of
from drafter.desk.shelf import Folder
from drafter.desk.shipped import shipped
from drafter.model.words import NO_WORDS, Words, both
from drafter.problem import has_errors, stop_on_errors
from drafter.yamltext.parse import parse
from drafter.yamltext.tree import Document

if TYPE_CHECKING:
    from drafter.model.pack import Pack

Paths = tuple[Path, ...]


def words_of_all(
    packs: Iterable[Folder], language: str, kept: Kept, about: Callable[[Folder], Pack]
) -> tuple[Words, Paths]:
    """The words of packs as one, and the files that they are read from; raises InputError where one has an error."""
    found = [words_of(pack, language, kept, about) for pack in packs]
    files = tuple(path.absolute() for _, paths in found for path in paths)
    return together(tuple(words for words, _ in found if words), kept), files


def words_of(
    pack: Folder, language: str, all_kept: Kept, about: Callable[[Folder], Pack]
) -> tuple[Words | None, Paths]:
    """The words of one pack, none if it has none of the language, and their files; raises InputError where one has an error."""
    kept, root = all_kept.words, pack.root / "words"
    stamp, key = stamp_of(root), (root.absolute(), language)
    if stamp is None:
        return None, ()
    if key not in kept or kept[key][0] != stamp or any(stamp_of(path) != was for path, was in kept[key][1]):
        files = {name: path for name in pack.names("words") if (path := pack.path("words", name))}
        ours = bool(files) and (about(pack).language or language) == language
        stamps = tuple((path, stamp_of(path)) for path in files.values())
        kept[key] = stamp, stamps, (shipped(pack, files) or _read(files, language)) if ours else None
    return kept[key][2], tuple(path for path, _ in kept[key][1])


def together(each: tuple[Words, ...], kept: Kept) -> Words:
    """The words of several packs as one, the same as long as they are."""
    if len(each) < 2:
        return each[0] if each else NO_WORDS
    if each not in kept.together:
        kept.together[each] = both(each[0], together(each[1:], kept))
    return kept.together[each]


def _read(files: dict[str, Path], language: str) -> Words:
    """The words in the files, which are read for this once: they are many, and what is made of them is kept."""
    from drafter.notation.words import read_words

    docs = {}
    for name, path in files.items():
        text, problems = read_text(path, shown(path))
        bad = Document(text, shown(path), None, problems)
        docs[name] = bad if has_errors(problems) else parse(text, shown(path), problems)
    words, found = read_words(docs, language)
    stop_on_errors(found)
    assert words is not None
    return words
