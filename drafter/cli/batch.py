"""`drafter batch SOURCE`"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import FINAL, Format, Packs, Reference, ReferenceStyles, no_stdin

if TYPE_CHECKING:
    from drafter.desk.batch.wanted import Batch, Done
    from drafter.desk.library import Library
    from drafter.desk.reference import Frame

INTERRUPTED = 130
"""The code of a command that Ctrl-C has ended."""
FEW = 20_000
"""Things after which garbage is looked for: of many drafts it would else pile up."""


Source = Annotated[
    Path,
    typer.Argument(
        metavar="SOURCE",
        help=_(
            "A workbook (.xlsx) or a .csv with a row a speech, or a folder of briefs. `template` makes such a workbook."
        ),
    ),
]
OfTemplate = Annotated[
    Optional[str],
    typer.Argument(metavar="[BLUEPRINT]", help=_("Only behind `template`: the blueprint to make it for.")),
]
Output = Annotated[
    Optional[Path],
    typer.Option("-o", "--output", metavar="DIR", help=_("The folder of the documents; made if it is not there.")),
]
Blueprint = Annotated[
    str, typer.Option("--blueprint", metavar="BLUEPRINT", help=_("For rows, and for briefs that name none."))
]
Name = Annotated[
    str,
    typer.Option(
        "--name",
        metavar="TEXT",
        help=_("What files are called: slots in braces, such as `{name}-{会议}`. Default: `{name}`, the row's name."),
    ),
]
Style = Annotated[
    str, typer.Option("--style", metavar="NAME", help=_("The look: standard or podium, or one of a pack."))
]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help=_("Choose another set of wordings."))]
Final = Annotated[bool, typer.Option("--final", help=_(FINAL))]
Briefs = Annotated[
    bool, typer.Option("--briefs", help=_("Write the brief of every row beside its document, to be finished by hand."))
]
Check = Annotated[bool, typer.Option("--check", help=_("Write nothing; tell what is wrong with which row."))]
Report = Annotated[
    Optional[Path],
    typer.Option(
        "--report",
        metavar="FILE",
        help=_("Where the report goes, .xlsx or .html. Default: `report.xlsx` in the folder."),
    ),
]
Jobs = Annotated[int, typer.Option("-j", "--jobs", metavar="N", min=1, help=_("How many processes draft."))]
Dask = Annotated[
    str,
    typer.Option("--dask", metavar="ADDRESS", help=_("The Dask cluster that drafts, such as `tcp://10.0.0.1:8786`.")),
]


def batch(
    source: Source,
    named: OfTemplate = None,
    output: Output = None,
    blueprint: Blueprint = "",
    name: Name = "",
    format: Format = None,
    style: Style = "",
    reference: Reference = None,
    reference_style: ReferenceStyles = None,
    final: Final = False,
    seed: Seed = 0,
    briefs: Briefs = False,
    check: Check = False,
    report: Report = None,
    jobs: Jobs = 1,
    dask: Dask = "",
    pack: Packs = None,
) -> None:
    """Draft a speech for every row, and report."""
    if str(source) == "template" and not source.exists():
        return _template(named, output, pack or ())
    folder = _usable(source, named, output, report if check else None)
    from drafter.desk.batch.wanted import NAMED, Batch

    chosen, look, library = _found(format, reference, reference_style or (), pack or ())
    _run(Batch(
        source=source, folder=folder, blueprint=blueprint, pattern=name or NAMED, format=chosen, style=style, reference=look,
        final=final, seed=seed, briefs=briefs, writes=not check, report=report, processes=jobs, cluster=dask,
    ), library)  # fmt: skip


def _found(
    format: str | None, reference: Path | None, styles: Sequence[str], packs: Iterable[Path]
) -> tuple[str, Frame | None, Library]:
    """The format, what is taken of a Word file, and where all is found."""
    from drafter.cli.draft import chosen_format, taken_from
    from drafter.desk.library import Library

    library = Library(packs)
    chosen = chosen_format(None, format)
    return chosen, taken_from(reference, styles, chosen, library), library


def _template(blueprint: str | None, output: Path | None, packs: Iterable[Path]) -> None:
    from drafter.cli.batch_template import template

    if blueprint is None:
        raise typer.BadParameter(_("{name} is missing").format(name=_("BLUEPRINT")))
    template(blueprint, output, packs)


def _usable(source: Path, blueprint: str | None, output: Path | None, unwritten: Path | None) -> Path:
    """The folder; raises what is wrong with the command as it was typed."""
    if blueprint is not None:
        raise typer.BadParameter(_("there is nothing to do with {value}").format(value=blueprint))
    no_stdin(source)
    if unwritten is not None:
        raise typer.BadParameter(_("--check writes nothing, and so no report"))
    if output is None:
        raise typer.BadParameter(_("{name} is missing").format(name="-o"))
    return output


def _run(wanted: Batch, library: Library) -> None:
    """Draft, watched, and tell what became of it; exit 1 where something is wrong."""
    import gc
    import signal

    from drafter.cli import report
    from drafter.cli.progress import watched
    from drafter.desk.batch.run import run

    gc.set_threshold(FEW)
    for name in ("SIGTERM", "SIGHUP"):  # what is under way is ended as by Ctrl-C
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    with watched() as tell:
        done = run(wanted, library, tell, _)
    report.problems(done.problems)
    _summed(done, check=not wanted.writes)
    wrong = bool(done.failed) or any(one.severity == "error" for one in done.problems)
    if done.stopped and not wrong:
        raise typer.Exit(INTERRUPTED)
    if wrong:
        raise typer.Exit(1)


def both(*parts: str) -> str:
    """Several statements as one, empty ones left out."""
    told = ""
    for part in filter(None, parts):
        told = _("{some}, {more}").format(some=told, more=part) if told else part
    return told


def _summed(done: Done, *, check: bool) -> None:
    """What became of all rows, in a few lines."""
    from drafter.sentences import visible

    drafted = counted("{n} drafted", "{n} drafted", done.drafted)
    sound = counted("{n} without errors", "{n} without errors", done.drafted)
    told = both(
        sound if check else drafted,
        counted("{n} as before", "{n} as before", done.same),
        counted("{n} edited by hand, kept", "{n} edited by hand, kept", done.edited),
        counted("{n} failed", "{n} failed", done.failed),
    )
    typer.echo(
        _("{what}: {told}").format(what=counted("{n} row", "{n} rows", done.rows), told=told or _("none drafted"))
    )
    more = (
        counted("{n} gap in {of} of them", "{n} gaps in {of} of them", done.gaps, of=done.open),
        counted("{n} finding", "{n} findings", done.findings),
        counted("{n} item of a list is in no speech", "{n} items of lists are in no speech", done.lost),
        _("broken off after {n}; the same command goes on from here").format(n=done.looked) if done.stopped else "",
        "" if done.stopped else visible(done.report),
    )
    for line in filter(None, more):
        typer.echo(f"  {line}")


def counted(one: str, many: str, n: int, **of: int) -> str:
    """So many of something; nothing, if there are none."""
    return ngettext(one, many, n).format(n=f"{n:,}", **{name: f"{value:,}" for name, value in of.items()}) if n else ""
