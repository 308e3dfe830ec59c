"""drafter distil FILE…"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.cli.draft import Force, Packs
from drafter.cli.tidy import ShowCut
from drafter.cli.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.distil import Eagerness, Fact
    from drafter.distil.align import Row
    from drafter.model.sheet import Recognised


class Slots(str, Enum):
    """How eagerly facts become slots."""

    none = "none"
    placeholders = "placeholders"
    facts = "facts"


def distil(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=_("Old speeches: .docx, .txt, .md or .html."))],
    output: Annotated[
        Optional[Path],
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=_("The blueprint. Default: beside the first speech, -blueprint.yaml."),
        ),
    ] = None,
    brief: Annotated[
        Optional[Path],
        typer.Option(
            "--brief",
            metavar="FILE",
            help=_("The brief of a single speech. Default: beside the blueprint, -brief.yaml."),
        ),
    ] = None,
    slots: Annotated[Slots, typer.Option("--slots", help=_("What becomes a slot."))] = Slots.facts,
    picture: Annotated[
        Optional[Path],
        typer.Option("--picture", metavar="FILE.html", help=_("Several speeches side by side, as a page.")),
    ] = None,
    show_cut: ShowCut = False,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Read, distil, write the blueprint and a brief a speech, report."""
    from drafter.cli import old, report
    from drafter.returning import recognise_file
    from drafter.sentences import visible
    from drafter.shelf import shelf

    books = shelf(tuple(pack or ()), files[0].parent)
    found = [recognise_file(file, books) for file in files]
    for recognised in found:
        report.problems(recognised.problems)
    target = output or files[0].with_name(f"{files[0].stem}-blueprint.yaml")
    if len(files) == 1:
        written, facts = _one(files[0], found[0], target, brief, slots.value, force)
    else:
        if brief is not None:
            raise typer.BadParameter(_("several speeches have a brief each, beside the blueprint"))
        written, facts = _several(files, found, target, slots.value, picture, force)
    for path in written:
        typer.echo(visible(str(path)))
    for recognised in found:
        old.told(recognised, show_cut)
    _table(facts)


def _one(
    file: Path, recognised: Recognised, target: Path, brief: Path | None, slots: Eagerness, force: bool
) -> tuple[list[Path], tuple[Fact, ...]]:
    from drafter.beside import brief_line, keep_schemas, schema_line
    from drafter.returning import distil_speech
    from drafter.saving import save_all

    facts = brief or target.with_name(f"{file.stem}-brief.yaml")
    if facts.resolve().parent != target.resolve().parent:
        raise typer.BadParameter(_("the blueprint and the brief belong in one folder"))
    made = distil_speech(recognised, target.stem, file.name, slots)
    lines = schema_line("blueprint"), brief_line(target.stem)
    save_all({target: (lines[0] + made.blueprint).encode(), facts: (lines[1] + made.brief).encode()}, force=force)
    keep_schemas(target, made.blueprint)
    return [target, facts], made.distilled.facts


def _several(
    files: list[Path], found: list[Recognised], target: Path, slots: Eagerness, picture: Path | None, force: bool
) -> tuple[list[Path], tuple[Fact, ...]]:
    from drafter.beside import brief_line, keep_schemas, schema_line
    from drafter.distil.picture import picture as page
    from drafter.returning import join_speeches
    from drafter.saving import save_all

    names = [file.name for file in files]
    made = join_speeches(found, names, target.stem, slots)
    written = {target: (schema_line("blueprint") + made.blueprint).encode()}
    for n, (file, text) in enumerate(zip(files, made.briefs, strict=True), 1):
        path = target.with_name(f"{file.stem}-brief.yaml")
        written[path if path not in written else target.with_name(f"{file.stem}-{n}-brief.yaml")] = (
            brief_line(target.stem) + text
        ).encode()
    if picture is not None:
        written[picture] = page(target.stem, names, made.merged.rows).encode()
    save_all(written, force=force)
    keep_schemas(target, made.blueprint)
    for zone, label in (("opening", _("opening")), ("emphases", _("emphases")), ("closing", _("closing"))):
        typer.echo(label)
        _aligned(made.merged.rows[zone], 1)
    return list(written), ()


def _aligned(rows: Sequence[Row], depth: int) -> None:
    """The speeches side by side, a mark for each that has the part."""
    from drafter.cli.table import clipped, column
    from drafter.distil.picture import text_of
    from drafter.model.move import MOVES

    for row in rows:
        marks = "".join("●" if part is not None else "○" for part in row.parts)
        first = next(part for part in row.parts if part is not None)
        move = f"{first.move} {MOVES[first.move]}" if first.move in MOVES else ""
        words = clipped(text_of(first), 48)
        typer.echo(f"{'  ' * depth}{marks} {column(move, 24)}{words}")
        _aligned(row.below, depth + 1)


def _table(facts: tuple[Fact, ...]) -> None:
    """Each slot, its value, how often it stands and why it was taken."""
    from drafter.cli.table import column
    from drafter.distil.facts import WHY

    if facts:
        typer.echo("  " + _("slots"))
    for fact in facts:
        times = f"×{fact.count}" if fact.count > 1 else ""
        typer.echo(f"    {column(fact.name, 22)}{column(fact.value, 36)}{column(times, 6)}{_(WHY[fact.kind])}")
