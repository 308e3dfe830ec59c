"""drafter distil FILE…"""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import Force, Packs, named_output
from drafter.cli.tidy import Ignored, Part, ShowCut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.desk.distil import Returned
    from drafter.desk.distil_files import Fact


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
        typer.Option(
            "--picture",
            metavar="FILE.html",
            help=_("The speech with its facts marked and named, or several side by side, as a page."),
        ),
    ] = None,
    review: Annotated[
        bool,
        typer.Option(
            "--review", help=_("Go through the doubts and the slots: rename, merge, drop, split, add, type, ask, list.")
        ),
    ] = False,
    next: Annotated[
        bool,
        typer.Option("--next", help=_("Every value of the brief is last year's, and marked until it is confirmed.")),
    ] = False,
    part: Part = 1,
    show_cut: ShowCut = False,
    ignore: Ignored = None,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Read, distil, write the blueprint and a brief a speech, report."""
    from drafter.cli import recognised as read
    from drafter.cli import report
    from drafter.cli.table import clipped, column
    from drafter.desk.distil import distil_speeches
    from drafter.desk.distil_files import aligned, kept, stop_early, targets, told_apart
    from drafter.desk.library import Library
    from drafter.desk.tidy import recognise_file
    from drafter.sentences import visible

    if review and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise typer.BadParameter(_("a review needs a terminal; leave --review out"))
    files = report.no_locks(files)
    named_output(files[0], output)
    library = Library(pack or ()).at(files[0].parent)
    found = [recognise_file(file, library, ignore or (), part) for file in files]
    target = output or files[0].with_name(f"{files[0].stem}-blueprint.yaml")
    _fit(files, target, brief, picture)
    if review:
        stop_early(targets(files, target, brief, picture), files, library, force=force)
    made = distil_speeches(found, [visible(name) for name in told_apart(files)], target.stem, slots.value, library)
    if review:
        from drafter.cli.distil_review import reviewed

        made = reviewed(made)
        found = list(made.recognised)
    else:
        for recognised in found:
            report.problems(recognised.problems)
    paths, failed = kept(
        made, files, target, library, brief=brief, picture=picture, force=force, next=next, translate=_
    )
    for path in paths:
        typer.echo(visible(str(path)))
    for recognised in found:
        read.told(recognised, show_cut)
    for zone, label in (("opening", _("opening")), ("emphases", _("emphases")), ("closing", _("closing"))):
        if made.rows.get(zone):
            typer.echo("  " + label)
        for row in aligned(made.rows.get(zone, ())):
            marks = "".join("●" if one else "○" for one in row.has)
            typer.echo(f"{'  ' * (row.depth + 2)}{marks} {column(row.move, 24)}{visible(clipped(row.words, 48))}")
    _table(made.facts)
    if made.left:
        typer.echo(
            "  "
            + ngettext(
                "{n} more fact stays in its sentence", "{n} more facts stay in their sentences", made.left
            ).format(n=made.left)
        )
    if next:
        _last_years(made, [report.to_go_through(path, pack) for path in paths[1 : 1 + len(files)]])
    report.failed(failed)


def _last_years(made: Returned, briefs: Sequence[str]) -> None:
    """What of last year still stands in the blueprint, and what to do about the briefs."""
    from drafter.cli.table import clipped
    from drafter.desk.promises import still_last_years
    from drafter.sentences import visible

    left = tuple(still_last_years(made.blueprint))
    if left:
        said = ngettext(
            "{n} sentence of the blueprint names a time or a quantity in its own words:",
            "{n} sentences of the blueprint name a time or a quantity in their own words:",
            len(left),
        )
        typer.echo("  " + said.format(n=len(left)))
    for words in left:
        typer.echo("    " + visible(clipped(words, 72)))
    for brief in briefs:
        typer.echo("  " + brief)


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


def _table(facts: Sequence[Fact]) -> None:
    """Each slot, its value, how often it stands and why it was taken."""
    from drafter.cli.table import column
    from drafter.desk.distil_files import value_of
    from drafter.sentences import FACTS

    if facts:
        typer.echo("  " + _("slots"))
    for fact in facts:
        times = f"×{fact.count}" if fact.count > 1 else ""
        typer.echo(f"    {column(fact.name, 22)}{column(value_of(fact), 36)}{column(times, 6)}{_(FACTS[fact.kind])}")
