"""drafter draft BRIEF"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer

from drafter.sentences.words import _


class Format(str, Enum):
    """Document formats."""

    docx = "docx"
    md = "md"
    html = "html"
    txt = "txt"
    json = "json"


TAKEN_FOR_OTHERS = frozenset("pdf doc docm dot dotx wps wpt rtf odt htm markdown text xml".split())
"""Endings under which no program would open a Word document."""
Packs = Annotated[
    Optional[list[Path]],
    typer.Option(
        "--pack",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help=_("A folder with more blueprints and styles; may be repeated."),
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help=_("Overwrite a file that is not an untouched draft of this brief."))
]


def draft(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help=_("The brief, a YAML file."))],
    output: Annotated[
        Optional[str],
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=_("Where to write; - for standard output (text formats). Default: beside the brief."),
        ),
    ] = None,
    format: Annotated[
        Optional[Format],
        typer.Option("--format", help=_("The document's format. Default: by the ending of FILE, else docx.")),
    ] = None,
    seed: Annotated[
        Optional[int], typer.Option("--seed", metavar="N", help=_("Choose another set of wordings."))
    ] = None,
    style: Annotated[
        Optional[str],
        typer.Option("--style", metavar="NAME", help=_("The look: standard or podium, or one of a pack.")),
    ] = None,
    reference: Annotated[
        Optional[Path],
        typer.Option(
            "--reference",
            metavar="FILE.docx",
            help=_("A Word document whose named styles, margins and headers to use."),
        ),
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help=_("No gaps allowed; no comments, bookmarks or record in the document."))
    ] = False,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Draft, write, report."""
    from drafter.cli import report
    from drafter.desk.draft import Wanted, document_of, draft_file, finish, repeated
    from drafter.desk.library import Library

    chosen = chosen_format(output, format)
    wanted = Wanted(
        format=chosen,
        target=Path(output) if output and output != "-" else None,
        style=style or "",
        reference=reference,
        final=final,
        force=force,
    )
    drafted = draft_file(brief, Library(pack or ()), seed)
    report.problems((*drafted.problems, *repeated(drafted)))
    if output == "-":
        report.raw(document_of(drafted, wanted, ""))
        report.drafted(drafted, "", err=True)
    else:
        target = finish(drafted, brief, wanted)
        report.drafted(drafted, str(target))


def chosen_format(output: str | None, format: Format | None) -> str:
    """The format asked for, or that of the output's ending; a Word file does not go to a terminal."""
    if format is None and output and output != "-":
        ending = Path(output).suffix.lstrip(".").lower()
        if ending in TAKEN_FOR_OTHERS:
            known = ", ".join(f".{one.value}" for one in Format)
            raise typer.BadParameter(
                _("{name} does not end in one of {known}; name it so, or choose a --format").format(
                    name=output, known=known
                )
            )
        format = Format(ending) if ending in Format.__members__ else None
    chosen = (format or (Format.txt if output == "-" else Format.docx)).value
    if output == "-" and chosen == "docx":
        raise typer.BadParameter(_("a Word document is not printed; name a file with -o, or choose another --format"))
    return chosen
