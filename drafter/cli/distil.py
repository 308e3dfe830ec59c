"""drafter distil FILE…"""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.cli.draft import Force, Packs
from drafter.cli.tidy import Ignored, ShowCut
from drafter.cli.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.distil import Fact
    from drafter.distil.align import Row
    from drafter.returning import Returned


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
        typer.Option("--picture", metavar="FILE.html", help=_("The speeches side by side, as a page.")),
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help=_("Go through the doubts and the slots: rename, merge, drop."))
    ] = False,
    show_cut: ShowCut = False,
    ignore: Ignored = None,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Read, distil, write the blueprint and a brief a speech, report."""
    from drafter.cli import old, report
    from drafter.returning import distil_speeches, recognise_file
    from drafter.sentences import visible
    from drafter.shelf import shelf

    if review and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise typer.BadParameter(_("a review needs a terminal; leave --review out"))
    books = shelf(tuple(pack or ()), files[0].parent)
    found = [recognise_file(file, books, ignore or ()) for file in files]
    target = output or files[0].with_name(f"{files[0].stem}-blueprint.yaml")
    _fit(files, target, brief, picture)
    made = distil_speeches(found, [visible(name) for name in told_apart(files)], target.stem, slots.value)
    if review:
        from drafter.cli.reviewing import reviewed

        made = reviewed(made)
    else:
        for recognised in found:
            report.problems(recognised.problems)
    for path in _kept(made, files, target, brief, picture, force):
        typer.echo(visible(str(path)))
    for recognised in found:
        old.told(recognised, show_cut)
    for zone, label in (("opening", _("opening")), ("emphases", _("emphases")), ("closing", _("closing"))):
        if made.rows.get(zone):
            typer.echo("  " + label)
            _aligned(made.rows[zone], 2)
    _table(made.facts)
    if made.left:
        typer.echo(
            "  "
            + ngettext(
                "{n} more fact stays in its sentence", "{n} more facts stay in their sentences", made.left
            ).format(n=made.left)
        )


def _fit(files: Sequence[Path], target: Path, brief: Path | None, picture: Path | None) -> None:
    """Raise what is wrong with the names of the files to write."""
    if brief is not None and len(files) > 1:
        raise typer.BadParameter(_("several speeches have a brief each, beside the blueprint"))
    if any(one is not None and one.suffix != ".yaml" for one in (target, brief)):
        raise typer.BadParameter(_("the names of the blueprint and the brief end in .yaml"))
    if picture is not None and picture.suffix not in (".html", ".htm"):
        raise typer.BadParameter(_("the name of the picture ends in .html"))
    if brief is not None and brief.resolve().parent != target.resolve().parent:
        raise typer.BadParameter(_("the blueprint and the brief belong in one folder"))
    if brief is not None and brief.resolve() == target.resolve():
        raise typer.BadParameter(_("the blueprint and the brief need a file each"))


def told_apart(files: Sequence[Path]) -> list[str]:
    """The files' names, with their folders where two have one name, and a number where that does not help."""
    names = [file.name for file in files]
    if len({file.stem for file in files}) < len(files):
        names = [f"{file.resolve().parent.name}/{file.name}" for file in files]
    return [
        name if name.rpartition(".")[0] not in {one.rpartition(".")[0] for one in names[:n]} else f"{n + 1}-{name}"
        for n, name in enumerate(names)
    ]


def _kept(
    made: Returned, files: Sequence[Path], target: Path, brief: Path | None, picture: Path | None, force: bool
) -> list[Path]:
    """Write the blueprint, a brief a speech, and the picture: all of them or none."""
    from drafter.beside import brief_line, keep_schemas, schema_line
    from drafter.distil.picture import picture as page
    from drafter.returning import blueprint_file, brief_files
    from drafter.saving import save_all

    blueprint = blueprint_file(made)
    written = {target: (schema_line("blueprint") + blueprint).encode()}
    for source, text in zip(told_apart(files), brief_files(made), strict=True):
        path = brief or target.with_name(source.replace("/", "-").rpartition(".")[0] + "-brief.yaml")
        written[path] = (brief_line(target.stem) + text).encode()
    if picture is not None:
        written[picture] = page(target.stem, made.sources, made.rows).encode()
    save_all(written, force=force, kept=files)
    keep_schemas(target, blueprint)
    return list(written)


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


def _table(facts: Sequence[Fact]) -> None:
    """Each slot, its value, how often it stands and why it was taken."""
    from drafter.cli.old import shown
    from drafter.cli.table import column
    from drafter.things import FACTS

    if facts:
        typer.echo("  " + _("slots"))
    for fact in facts:
        times = f"×{fact.count}" if fact.count > 1 else ""
        typer.echo(f"    {column(fact.name, 22)}{column(shown(fact), 36)}{column(times, 6)}{_(FACTS[fact.kind])}")
