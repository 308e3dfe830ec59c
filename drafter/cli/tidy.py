"""drafter tidy FILE"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from drafter.cli.draft import Force, Format, Packs, chosen_format
from drafter.cli.words import _

Ignored = Annotated[
    Optional[list[str]],
    typer.Option("--ignore", metavar="RULE", help=_("Say nothing of this rule's doubts; may be repeated.")),
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
    format: Annotated[
        Optional[Format],
        typer.Option("--format", help=_("The document's format. Default: by the ending of FILE, else docx.")),
    ] = None,
    style: Annotated[
        Optional[str],
        typer.Option("--style", metavar="NAME", help=_("The look: standard or podium, or one of a pack.")),
    ] = None,
    show_cut: ShowCut = False,
    ignore: Ignored = None,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Read, clean, set, report."""
    from drafter.cli import old, report
    from drafter.finding import find_style
    from drafter.problem import Place
    from drafter.returning import recognise_file
    from drafter.saving import save
    from drafter.shelf import shelf
    from drafter.tidying import set_manuscript

    books = shelf(tuple(pack or ()), file.parent)
    chosen = chosen_format(output, format)
    recognised = recognise_file(file, books, ignore or ())
    report.problems(recognised.problems)
    data = set_manuscript(recognised.manuscript, chosen, find_style(style or "", books, Place(str(file))))
    if output == "-":
        report.raw(data)
        old.told(recognised, show_cut, err=True)
        return
    target = Path(output) if output else file.with_name(f"{file.stem}-tidy.{chosen}")
    save(target, data, force=force, kept=(file,))
    report.speech(recognised.manuscript, str(target))
    old.told(recognised, show_cut)
