"""drafter batch SOURCE"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import FINAL, Format, Packs, Reference, ReferenceStyles

if TYPE_CHECKING:
    from drafter.desk.batch.run import Done

INTERRUPTED = 130


def batch(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help=_(
                "A workbook (.xlsx) or a .csv with a row a speech, or a folder of briefs. `template` makes such a workbook."
            ),
        ),
    ],
    named: Annotated[
        Optional[str],
        typer.Argument(metavar="[BLUEPRINT]", help=_("Only behind `template`: the blueprint to make it for.")),
    ] = None,
    output: Annotated[
        Optional[Path],
        typer.Option("-o", "--output", metavar="DIR", help=_("The folder of the documents; made if it is not there.")),
    ] = None,
    blueprint: Annotated[
        str,
        typer.Option("--blueprint", metavar="BLUEPRINT", help=_("For rows, and for briefs that name none.")),
    ] = "",
    name: Annotated[
        str,
        typer.Option(
            "--name",
            metavar="TEXT",
            help=_("What files are called: slots in braces, such as {name}-{会议}. Default: {name}, the row's name."),
        ),
    ] = "{name}",
    format: Format = None,
    style: Annotated[
        str,
        typer.Option("--style", metavar="NAME", help=_("The look: standard or podium, or one of a pack.")),
    ] = "",
    reference: Reference = None,
    reference_style: ReferenceStyles = None,
    final: Annotated[bool, typer.Option("--final", help=_(FINAL))] = False,
    briefs: Annotated[
        bool,
        typer.Option("--briefs", help=_("Write the brief of every row beside its document, to be finished by hand.")),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help=_("Write nothing; tell what is wrong with which row."))
    ] = False,
    report: Annotated[
        Optional[Path],
        typer.Option(
            "--report",
            metavar="FILE",
            help=_("Where the report goes, .xlsx or .html. Default: report.xlsx in the folder."),
        ),
    ] = None,
    jobs: Annotated[int, typer.Option("-j", "--jobs", metavar="N", min=1, help=_("How many processes draft."))] = 1,
    dask: Annotated[
        str,
        typer.Option("--dask", metavar="ADDRESS", help=_("The Dask cluster that drafts, such as tcp://10.0.0.1:8786.")),
    ] = "",
    pack: Packs = None,
) -> None:
    """Draft a speech for every row, and report."""
    if str(source) == "template" and named is not None:
        from drafter.cli.batch_template import template

        template(named, output, pack or ())
        return
    if named is not None:
        raise typer.BadParameter(_("there is nothing to do with {value}").format(value=named))
    if output is None:
        raise typer.BadParameter(_("{name} is missing").format(name="-o"))
    from drafter.cli import report as said
    from drafter.cli.draft import chosen_format, taken_from
    from drafter.cli.progress import watched
    from drafter.desk.batch.run import Batch, run
    from drafter.desk.library import Library

    library = Library(pack or ())
    chosen = chosen_format(None, format)
    wanted = Batch(
        source=source,
        folder=output,
        blueprint=blueprint,
        pattern=name,
        format=chosen,
        style=style,
        reference=taken_from(reference, reference_style or (), chosen, library),
        final=final,
        briefs=briefs,
        writes=not check,
        report=report,
        processes=jobs,
        cluster=dask,
    )
    with watched() as tell:
        done = run(wanted, library, tell)
    said.problems(done.problems)
    _summed(done, check=check)
    if done.stopped:
        raise typer.Exit(INTERRUPTED)
    if done.failed or any(one.severity == "error" for one in done.problems):
        raise typer.Exit(1)


def _summed(done: Done, *, check: bool) -> None:
    """What became of all rows, in a line or two."""
    from drafter.sentences import visible

    rows = ngettext("{n} row", "{n} rows", done.rows).format(n=f"{done.rows:,}")
    parts = [
        (
            ngettext("{n} sound", "{n} sound", done.drafted)
            if check
            else ngettext("{n} drafted", "{n} drafted", done.drafted),
            done.drafted,
        ),
        (ngettext("{n} as before", "{n} as before", done.same), done.same),
        (ngettext("{n} edited by hand, kept", "{n} edited by hand, kept", done.edited), done.edited),
        (ngettext("{n} failed", "{n} failed", done.failed), done.failed),
    ]
    told = ", ".join(text.format(n=f"{n:,}") for text, n in parts if n) or _("none drafted")
    typer.echo(_("{what}: {told}").format(what=rows, told=told))
    if done.gaps:
        said = ngettext("{n} gap in {of} of them", "{n} gaps in {of} of them", done.gaps)
        typer.echo("  " + said.format(n=f"{done.gaps:,}", of=f"{done.open:,}"))
    if done.findings:
        typer.echo("  " + ngettext("{n} finding", "{n} findings", done.findings).format(n=f"{done.findings:,}"))
    if done.stopped:
        typer.echo("  " + _("broken off after {n}; the same command goes on from here").format(n=f"{done.looked:,}"))
    elif done.report:
        typer.echo("  " + visible(done.report))
