"""drafter check FILE…"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from drafter.catalogue import _
from drafter.cli.draft import Force, Packs, no_stdin


class Format(str, Enum):
    """Report formats."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"
    html = "html"


Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help=_("Briefs, blueprints, styles or finished speeches (.docx .txt .md), or folders that hold some."),
    ),
]
As = Annotated[
    Format,
    typer.Option(
        "--format", help=_("text, the same as JSON, workflow commands of GitHub, SARIF, or a page of one speech.")
    ),
]
Fix = Annotated[bool, typer.Option("--fix", help=_("Mend what can be mended for sure, and say what was mended."))]
Shown = Annotated[
    bool,
    typer.Option(
        "--facts", help=_("Show what is read in the facts of briefs, with what their blueprint finds in them.")
    ),
]

Ours = Annotated[
    bool, typer.Option("--ours", help=_("Pass over files that are not drafter's, also where they are named."))
]
Foreign = Annotated[
    bool,
    typer.Option(
        "--foreign",
        help=_("Draft one blueprint with the briefs of other subjects, and print every condition that fired."),
    ),
]
With = Annotated[
    list[Path] | None,
    typer.Option("--with", metavar="DIR", help=_("Briefs for --foreign, whatever blueprint they name.")),
]


Notes = Annotated[bool, typer.Option("--notes", help=_("Tell small things, too, which are no faults."))]
Commented = Annotated[
    bool, typer.Option("--comments", help=_("Write a copy of a Word file with the findings as comments beside it."))
]
InPlace = Annotated[bool, typer.Option("--in-place", help=_("With --fix, change a speech itself and write no copy."))]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help=_("Where the copy or the page of a speech goes.")),
]
Every = Annotated[bool, typer.Option("--all", help=_("Tell every finding of a speech, also where many are alike."))]


def check(
    files: Files,
    format: As = Format.text,
    fix: Fix = False,
    facts: Shown = False,
    ours: Ours = False,
    foreign: Foreign = False,
    others: With = None,
    notes: Notes = False,
    every: Every = False,
    comments: Commented = False,
    in_place: InPlace = False,
    output: Output = None,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Report all problems of briefs, blueprints and finished speeches; exit 1 if one is an error."""
    if foreign or others:
        from drafter.cli.foreign import foreign as tried

        if fix or not foreign:
            raise typer.BadParameter(_("--with belongs to --foreign, and --fix does not"))
        tried(files, others or (), format.value, pack or ())
    elif comments or in_place or output or format is Format.html or (fix and _a_speech(files)):
        from drafter.cli import proof

        wanted = proof.Wanted(
            fix=fix, comments=comments, in_place=in_place, page=format is Format.html, notes=notes, all=every
        )
        proof.one(files, wanted, output, force=force, packs=pack or ())
    elif facts:
        _facts(files, format, fix, ours, pack or ())
    else:
        _problems(files, format, fix, ours, notes, every, pack or ())


def _a_speech(files: list[Path]) -> bool:
    """Whether a finished speech is named."""
    from drafter.desk.folders import is_text

    return any(path.is_file() and is_text(path) for path in files)


def _problems(
    files: list[Path], format: Format, fix: bool, ours: bool, notes: bool, all: bool, packs: list[Path] | tuple[()]
) -> None:
    """Print all problems; exit 1 if one is an error."""
    from drafter.cli import findings
    from drafter.cli.report import no_locks
    from drafter.desk.check import check_every, fix_every
    from drafter.desk.folders import meant
    from drafter.desk.library import Library
    from drafter.sentences import report

    if fix:
        no_stdin(*files)
    library = Library(packs)
    named = meant(files if ours else no_locks(files), library, ours=ours)
    mended, every = fix_every(named, library) if fix else ((), check_every(named, library, notes=notes, all=all))
    for problem in mended:
        typer.echo(report(problem, _, fixed=True), err=format is not Format.text)
    found = list(
        {report(problem): problem for problem in every}.values()
    )  # a blueprint's own come once, not with each brief
    if said := getattr(findings, format.value)(found):
        typer.echo(said)
    if any(problem.severity == "error" for problem in found):
        raise typer.Exit(1)


def _facts(files: list[Path], format: Format, fix: bool, ours: bool, packs: list[Path] | tuple[()]) -> None:
    """What is read in briefs."""
    from drafter.cli import report
    from drafter.cli.facts import shown
    from drafter.desk.folders import meant, parted
    from drafter.desk.library import Library

    if fix or format not in (Format.text, Format.json):
        raise typer.BadParameter(_("--facts shows what is read, as text or JSON, and mends nothing"))
    library = Library(packs)
    named = files if ours else report.no_locks(files)
    briefs, problems = parted(meant(named, library, ours=ours, sought="brief"))
    report.problems(problems)
    if not shown(briefs, library, format is Format.json) or problems:
        raise typer.Exit(1)
