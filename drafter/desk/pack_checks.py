"""The files of checks in packs and folders, each read once until it changes, and what they say together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.desk.kept import Kept
from drafter.desk.reading import read_text, shown, stamp_of
from drafter.desk.shelf import Folder
from drafter.lint.lint import every_rule
from drafter.model.norm import Checks, Norm
from drafter.notation.norms import read_norms
from drafter.problem import Problem, has_errors, stop_on_errors
from drafter.yamltext.parse import parse
from drafter.yamltext.tree import Document

if TYPE_CHECKING:
    from drafter.model.pack import Pack


def checks_of_packs(
    packs: Iterable[Folder], language: str, kept: Kept, about: Callable[[Folder], Pack]
) -> tuple[Checks, ...]:
    """What the packs of a language say, file by file, those of the pack that is asked first before the others; raises InputError."""
    found: list[Checks] = []
    for pack in packs:
        names = pack.names("checks")
        if names and (about(pack).language or language) == language:
            for name in names:
                path = pack.path("checks", name)
                checks, problems = checks_in(path, kept, ours=pack.ours) if path else (None, ())
                stop_on_errors(problems)
                found += [checks] if checks else []
    return tuple(found)


def checks_in(path: Path, kept: Kept, *, ours: bool = False) -> tuple[Checks | None, tuple[Problem, ...]]:
    """What a file of checks says, None if it has an error, and what is wrong with it."""
    stamp, key = stamp_of(path), path.absolute()
    known = kept.checks.get(key)
    if known is None or known[0] != stamp or stamp is None:
        text, problems = read_text(path, shown(path))
        bad = Document(text, shown(path), None, problems)
        doc = bad if has_errors(problems) else parse(text, shown(path), problems)
        known = kept.checks[key] = (stamp, *read_norms(doc, every_rule(), ours=ours))
    return known[1], known[2]


def checks_lying(folder: Path, kept: Kept) -> tuple[tuple[Checks, ...], tuple[Problem, ...]]:
    """What `checks.yaml` and `checks/*.yaml` of a folder say, and what is wrong with them."""
    try:
        below = sorted(path for path in (folder / "checks").iterdir() if path.suffix == ".yaml")
    except OSError:
        below = []
    read = [checks_in(path, kept) for path in (folder / "checks.yaml", *below) if os.path.isfile(path)]
    return tuple(one for one, _ in read if one), tuple(problem for _, problems in read for problem in problems)


def settled(every: Iterable[Checks]) -> tuple[Norm, ...]:
    """The norms of files of checks, each as bad as the first file says that sets its level; those that are off left out."""
    files = tuple(every)
    levels = levels_of(files)
    return tuple(
        replace(norm, level=levels.get(norm.name, norm.level))
        for one in files
        for norm in one.norms
        if levels.get(norm.name) != "off"
    )


def levels_of(every: Iterable[Checks]) -> dict[str, str]:
    """The levels that files of checks set, the first of them before the others."""
    levels: dict[str, str] = {}
    for one in every:
        levels = {**one.levels, **levels}
    return levels
