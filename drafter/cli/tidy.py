"""drafter tidy FILE"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from drafter.catalogue import _
from drafter.cli.draft import Force, Format, Packs, chosen_format, is_stdout, named_output

Ignored = Annotated[
    Optional[list[str]],
    typer.Option("--ignore", metavar="RULE", help=_("Say nothing of this rule's doubts; may be repeated.")),
]
Part = Annotated[
    int,
    typer.Option(
        "--part", metavar="N", min=1, help=_("Which speech is taken where a file has several. Default: the first.")
    ),
]
ShowCut = Annotated[bool, typer.Option("--show-cut", help=_("List what was cut."))]


def tidy(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("An old speech: .docx, .txt, .md or .html."))],
    output: Annotated[
        Optional[str],
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=_("Where to write; - for standard output. Default: beside it, -tidy.docx."),
        ),
    ] = None,
    format: Format = None,
    style: Annotated[
        Optional[str],
        typer.Option("--style", metavar="NAME", help=_("The look: standard or podium, or one of a pack.")),
    ] = None,
    part: Part = 1,
    show_cut: ShowCut = False,
    ignore: Ignored = None,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Read, clean, set, report."""
    from drafter.cli import recognised as read
    from drafter.cli import report
    from drafter.desk.finish import Wanted
    from drafter.desk.library import Library
    from drafter.desk.tidy import kept, tidied

    report.no_locks([file])
    named_output(file, output)
    wanted = Wanted(
        format=chosen_format(output, format),
        target=Path(output) if output and not is_stdout(output) else None,
        style=style or "",
        force=force,
    )
    library = Library(pack or ())
    made = tidied(file, wanted, library, ignore or (), part)
    report.problems(made.recognised.problems)
    if is_stdout(output):
        report.raw(made.data)
        read.told(made.recognised, show_cut, err=True)
        return
    target = kept(made, file, wanted, library)
    report.speech(made.recognised.manuscript, str(target))
    read.told(made.recognised, show_cut)
