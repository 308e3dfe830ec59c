"""drafter watch BRIEF"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import (
    Force,
    Format,
    NoSeed,
    Packs,
    Reference,
    ReferenceStyles,
    chosen_format,
    no_stdin,
    taken_from,
)

if TYPE_CHECKING:
    from drafter.desk.reference import Frame
    from drafter.desk.watch import Anew

NO_BRIEF = {"wrong-kind", "is-no-file"}
"""What is told of a file that will never be a brief."""


def watch(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help=_("The brief, a YAML file."))],
    output: Annotated[
        Optional[Path],
        typer.Option("-o", "--output", metavar="FILE", help=_("Where to write. Default: beside the brief.")),
    ] = None,
    format: Format = None,
    reference: Reference = None,
    reference_style: ReferenceStyles = None,
    no_seed: NoSeed = False,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Draft, then draft again at every save, until Ctrl-C."""
    from drafter.cli import report
    from drafter.desk.finish import Wanted
    from drafter.desk.library import Library
    from drafter.desk.watch import drafted_anew, sources, stamps, wait, with_own_edit
    from drafter.problem import DrafterError

    no_stdin(brief)
    chosen = chosen_format(str(output) if output else None, format)
    lying, began, keep = None, False, not no_seed
    frame: Frame | None = None
    try:
        while True:
            library = Library(pack or ())  # a pack may have come since
            read = stamps((*sources(brief, library), *((reference,) if reference else ())))
            try:
                before, frame = frame, taken_from(reference, reference_style or (), chosen, library)
                wanted = Wanted(format=chosen, target=output, force=force, reference=frame, keep_seed=keep)
                anew = drafted_anew(brief, wanted, library, lying)
            except DrafterError as error:  # it stops nothing, unless no saving will mend it
                if not began and {problem.rule for problem in error.problems} & NO_BRIEF:
                    raise
                report.problems(error.problems)
            else:
                _told(anew, brief, docx=chosen == "docx")
                read = with_own_edit(read, anew.done, brief)
                keep = keep and not anew.done.kept  # who takes the line out again, or writes over it, is left alone
                if frame and (before is None or before.reference.data != frame.reference.data):
                    report.frame(frame)
                lying = anew.lying
            if not began:
                began = True
                files = ngettext("watching {n} file; Ctrl-C ends", "watching {n} files; Ctrl-C ends", len(read))
                typer.echo(files.format(n=len(read)))
            wait(read)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def _told(anew: Anew, brief: Path, *, docx: bool) -> None:
    """The first draft whole; of later ones what is other, line by line."""
    from drafter.cli import report
    from drafter.sentences import visible

    new, other = anew.lying.draft, anew.other
    report.problems(anew.problems)
    if other is None:
        report.drafted(new, str(anew.done.target), marked=docx)
        report.seed(anew.done, brief)
        return
    rows = [f"- {text}" for text in other.removed] + [f"+ {text}" for text in other.added]
    for before, after in other.changed:
        rows += [f"- {before}", f"+ {after}"]
    rows += [_("gap closed: {name}").format(name=gap.slot) for gap in other.closed]
    rows += [_("gap opened: {name}").format(name=gap.slot) for gap in other.opened]
    left = len(new.measure.gaps)
    counted = ngettext("{n} gap", "{n} gaps", left).format(n=left) if left else _("no gaps")
    size = _("{characters} characters").format(characters=f"{new.measure.characters:,}")
    typer.echo(_("drafted anew") + f": {size}, {counted}")
    for row in rows or [_("the speech says the same")]:
        typer.echo("  " + visible(row))
    if anew.done.kept:
        report.seed(anew.done, brief)
