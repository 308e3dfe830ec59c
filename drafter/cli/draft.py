"""drafter draft BRIEF"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import N_, _

FINAL = N_(
    "No gaps allowed; no comments, bookmarks or record in the document. Any other Word draft carries the whole brief, its comments too."
)
if TYPE_CHECKING:
    from drafter.desk.draft import Draft
    from drafter.desk.finish import Wanted
    from drafter.desk.library import Library
    from drafter.desk.reference import Frame
    from drafter.problem import Problem

TAKEN_FOR_OTHERS = frozenset("pdf doc dot dotx wps wpt rtf odt xml yaml yml".split())
"""Endings beside those of the table under which no program would open a Word document, or where a brief or a blueprint is."""


def is_stdout(output: str | None) -> bool:
    """Whether a speech or a file goes to standard output."""
    return output in ("-", "/dev/stdout")


def named_output(file: Path, output: object) -> None:
    """Raise that a file must be named where there is none beside which to write."""
    if str(file) == "-" and not output:
        raise typer.BadParameter(_("nothing lies beside standard input; name a file with -o"))


def no_stdin(*files: Path) -> None:
    """Raise that a file is due where standard input is no use."""
    if any(str(file) == "-" for file in files):
        raise typer.BadParameter(_("this command needs a file, not standard input"))


def names_of_formats() -> list[str]:
    """What may stand after --format, for shells that complete it."""
    from drafter.desk.draft import every_format

    return list(every_format()[0])


def names_of_drafts() -> list[str]:
    """The same for drafts, which are printed, too."""
    from drafter.desk.finish import PRINTED

    return [*names_of_formats(), *PRINTED]


Format = Annotated[
    Optional[str],
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=_("docx, md, html, txt, json, or one of a plug-in. Default: by the ending of FILE, else docx."),
        autocompletion=names_of_formats,
    ),
]
DraftFormat = Annotated[
    Optional[str],
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=_(
            "docx, md, html, txt, json, pdf, png (a picture a page), or one of a plug-in. Default: by the ending of FILE, else docx."
        ),
        autocompletion=names_of_drafts,
    ),
]
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
NoSeed = Annotated[
    bool,
    typer.Option("--no-seed", help=_("Do not write the seed that is drawn for these wordings into the brief.")),
]
Reference = Annotated[
    Optional[Path],
    typer.Option(
        "--reference",
        metavar="FILE.docx",
        help=_("A Word document, or a template, whose look, margins, headers and footers to take."),
    ),
]
ReferenceStyles = Annotated[
    Optional[list[str]],
    typer.Option(
        "--reference-style",
        metavar="STYLE=ROLE",
        help=_("What a style of that document is for, such as 公文正文=body; may be repeated."),
    ),
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
    format: DraftFormat = None,
    seed: Annotated[
        Optional[int], typer.Option("--seed", metavar="N", help=_("Choose another set of wordings."))
    ] = None,
    style: Annotated[
        Optional[str],
        typer.Option("--style", metavar="NAME", help=_("The look: standard or podium, or one of a pack.")),
    ] = None,
    reference: Reference = None,
    reference_style: ReferenceStyles = None,
    final: Annotated[
        bool,
        typer.Option(
            "--final",
            help=_(FINAL),
        ),
    ] = False,
    gaps: Annotated[
        bool, typer.Option("--gaps", help=_("Show all that is not given, as a form to be filled in."))
    ] = False,
    reading_marks: Annotated[
        bool,
        typer.Option(
            "--reading-marks",
            help=_("For whoever reads it aloud: breaths, pinyin, figures in words, whole paragraphs on a page (Word)."),
        ),
    ] = False,
    minutes: Annotated[
        Optional[str],
        typer.Option("--minutes", metavar="N", help=_("The length in minutes; several, as 5,10,20, in a file each.")),
    ] = None,
    no_seed: NoSeed = False,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Draft, write, report."""
    from drafter.cli import report
    from drafter.cli.lengths import minutes_of
    from drafter.desk.draft import again, draft_file
    from drafter.desk.finish import PRINTED, Wanted, document_of
    from drafter.desk.library import Library

    report.no_locks([brief])
    named_output(brief, output)
    chosen = printed_format(output, format) or chosen_format(output, format)
    as_word = "docx" if chosen in PRINTED else chosen
    if reading_marks and as_word != "docx":
        raise typer.BadParameter(_("--reading-marks are for Word documents"))
    library = Library(pack or ())
    frame = taken_from(reference, reference_style or (), as_word, library)
    wanted = Wanted(
        format=chosen,
        target=Path(output) if output and not is_stdout(output) else None,
        style=style or "",
        reference=frame,
        final=final,
        force=force,
        aloud=reading_marks,
        keep_seed=not no_seed,
    )
    wishes = minutes_of(minutes)
    if len(wishes) > 1 and is_stdout(output):
        raise typer.BadParameter(_("several lengths do not go to standard output; name a file with -o"))
    asked = wishes[0] if wishes else None
    first = draft_file(brief, library, seed, gaps=gaps, minutes=asked, style=wanted.style)
    if is_stdout(output):
        report.problems(_doubts(first))
        report.raw(document_of(first, wanted, ""))
        report.drafted(first, "", err=True)
    else:
        _to_file([first, *(again(first, first.document, brief, one) for one in wishes[1:])], brief, wanted)
    if frame:
        report.frame(frame)


def _doubts(drafted: Draft) -> tuple[Problem, ...]:
    from drafter.desk.misfits import misfits

    return (*drafted.problems, *misfits(drafted))


def _to_file(drafts: Sequence[Draft], brief: Path, wanted: Wanted) -> None:
    """Write, and report what was written; doubts are told where they stand in the brief as it then is."""
    from drafter.cli import report
    from drafter.desk.finish import finish_all
    from drafter.problem import DrafterError

    doubts = _doubts(drafts[0])
    try:
        made = finish_all(drafts, brief, wanted)
    except DrafterError:
        report.problems(doubts)
        raise
    report.problems(doubts if made[0].draft is drafts[0] else _doubts(made[0].draft))
    for n, done in enumerate(made):
        same = next((one for one in made[:n] if one.draft.speech == done.draft.speech), None)
        if same is not None:
            report.same_text(done, same)
        else:
            report.drafted(done.draft, report.name_of(done), marked=wanted.format == "docx" and not wanted.final)
    report.seed(made[0], brief)


def taken_from(reference: Path | None, styles: Sequence[str], format: str, library: Library) -> Frame | None:
    """What a draft takes of a Word file, if one is named."""
    from drafter.desk.draft import taking_a_frame

    wrong = next((one for one in styles if not all(one.rpartition("=")[::2])), None)
    if wrong is not None:
        raise typer.BadParameter(_("{name} is not STYLE=ROLE, such as 公文正文=body").format(name=wrong))
    if reference is None:
        if styles:
            raise typer.BadParameter(_("--reference-style goes with --reference"))
        return None
    taking_a_frame(format)
    from drafter.desk.reference import frame_file

    return frame_file(reference, library, styles)


def printed_format(output: str | None, format: str | None) -> str | None:
    """The format that LibreOffice makes, if one is asked for or the output's ending says so; it goes to no terminal."""
    from drafter.desk.finish import PRINTED

    ending = Path(output).suffix.lstrip(".").lower() if output and not is_stdout(output) else ""
    asked = format or ending
    if asked not in PRINTED:
        return None
    if is_stdout(output):
        raise typer.BadParameter(_("{what} is not printed; name a file with -o").format(what=asked))
    return asked


def chosen_format(output: str | None, format: str | None) -> str:
    """The format asked for, or that of the output's ending; a Word file does not go to a terminal."""
    from drafter.cli import report
    from drafter.desk.draft import every_format, near_format

    formats, problems = every_format()
    report.problems(problems)
    ending = Path(output).suffix.lstrip(".").lower() if output and not is_stdout(output) else ""
    if format is None and ending not in formats:
        if ending in TAKEN_FOR_OTHERS or any(ending in one.endings for one in formats.values()):
            known = ", ".join(f".{name}" for name in formats)
            said = _("{name} does not end in one of {known}; name it so, or choose a --format")
            raise typer.BadParameter(said.format(name=output, known=known))
        ending = "txt" if is_stdout(output) else "docx"
    chosen = format or ending
    if chosen not in formats:
        said = _("there is no format {name}; there are {known}").format(name=chosen, known=", ".join(formats))
        near = near_format(chosen, formats.values())
        raise typer.BadParameter(_("{what}; did you mean {near}?").format(what=said, near=near) if near else said)
    if is_stdout(output) and not formats[chosen].shown:
        said = _("{what} is not printed; name a file with -o, or choose another --format")
        raise typer.BadParameter(said.format(what=_(formats[chosen].title)))
    return chosen
