"""What distilling writes and shows: the files of a blueprint and its briefs, and speeches side by side in rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from drafter.desk.distilled import Returned, blueprint_file, brief_files
from drafter.desk.files import STDIN, failing, save_all, stop_unwritable
from drafter.desk.library import Library
from drafter.desk.schemas import brief_line, keep_schemas, schema_line
from drafter.distillation import Fact as Fact
from drafter.distillation.align import Row
from drafter.model.move import MOVES
from drafter.model.speech import Block, Headed, Listed, Said, plain
from drafter.notation.blueprint import read_blueprint
from drafter.problem import Problem
from drafter.sentences import Translate
from drafter.yamltext.parse import parse


def kept(
    made: Returned,
    files: Sequence[Path],
    target: Path,
    library: Library,
    *,
    brief: Path | None,
    picture: Path | None,
    force: bool,
    next: bool = False,
    translate: Translate = str,
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write the blueprint, a brief a speech and the picture, all or none; gives them, and why the schemas cannot lie
    beside them; raises OutputError."""
    blueprint = blueprint_file(made)
    texts = [schema_line("blueprint") + blueprint]
    for text in brief_files(made):
        texts.append(brief_line(target.stem) + (last_years(made, text, library) if next else text))
    if picture is not None:
        from drafter.desk.distil_page import page

        texts.append(page(made, translate))
    paths = targets(files, target, brief, picture)
    written = [(path, text.encode()) for path, text in zip(paths, texts, strict=True)]
    save_all(written, force=force, kept=(*files, *library.sources))
    return paths, failing(lambda: keep_schemas(target, blueprint))


def targets(files: Sequence[Path], target: Path, brief: Path | None, picture: Path | None) -> tuple[Path, ...]:
    """The files that are written: the blueprint, a brief a speech, the picture."""
    names = (one.replace("/", "-").rpartition(".")[0] + "-brief.yaml" for one in told_apart(files))
    briefs = [brief] if brief else [target.with_name(name) for name in names]
    return (target, *briefs, *((picture,) if picture else ()))


def stop_early(paths: Sequence[Path], files: Sequence[Path], library: Library, *, force: bool) -> None:
    """Raise OutputError where what is gone through could not be written in the end."""
    stop_unwritable(paths, force=force, kept=(*files, *library.sources))


def last_years(made: Returned, text: str, library: Library) -> str:
    """The brief of an old speech as that of the next one: every value marked until somebody confirms it."""
    from drafter.desk.next_year import brief_a_year_on

    name = made.blueprint.name
    blueprint, problems = read_blueprint(parse(blueprint_file(made), f"{name}.yaml"), name)
    return brief_a_year_on(parse(text, "brief.yaml"), library, lambda _name, _place: (blueprint, problems)).text


def told_apart(files: Sequence[Path]) -> list[str]:
    """The files' names, with their folders where two have one name, and a number where that does not help."""
    names = ["stdin.txt" if file == STDIN else file.name for file in files]
    if len({file.stem for file in files}) < len(files):
        names = [f"{file.resolve().parent.name}/{file.name}" for file in files]
    return [
        name if name.rpartition(".")[0] not in {one.rpartition(".")[0] for one in names[:n]} else f"{n + 1}-{name}"
        for n, name in enumerate(names)
    ]


class AlignedRow(Struct, frozen=True):
    """A part of several speeches laid side by side."""

    depth: int
    """How many parts it lies in."""
    has: tuple[bool, ...]
    """Which of the speeches have it."""
    move: str
    """Its move, with what that is called."""
    words: str
    """Its words in the first speech that has it."""


def aligned(rows: Sequence[Row], depth: int = 0) -> Iterator[AlignedRow]:
    """The speeches side by side, row by row."""
    for row in rows:
        first = next(part for part in row.parts if part is not None)
        move = f"{first.move} {MOVES[first.move]}" if first.move in MOVES else ""
        yield AlignedRow(depth, tuple(part is not None for part in row.parts), move, text_of(first))
        yield from aligned(row.below, depth + 1)


def text_of(part: Block) -> str:
    """The words of a part; of a headed one, its heading."""
    match part:
        case Said(inlines=inlines):
            return plain(inlines)
        case Listed(items=items):
            return "".join(map(plain, items))
        case Headed(label=label, heading=heading):
            return label + plain(heading)


def value_of(fact: Fact) -> str:
    """What a fact says, in a line; of records, how many and the first."""
    if isinstance(fact.value, str):
        return fact.value
    return f"{len(fact.value)}: {' | '.join(fact.value[0].values())}"
