"""What `drafter review FILE --final` does and prints."""

from __future__ import annotations

from pathlib import Path

import typer

from drafter.catalogue import N_, _

REMOVED = {
    "changes": N_("tracked changes, all accepted"),
    "comments": N_("comments"),
    "authors": N_("names of people who changed something"),
    "bookmarks": N_("bookmarks of drafter"),
    "record": N_("record of the draft"),
    "custom XML": N_("other parts and tags of XML"),
    "properties": N_("properties that name persons, or custom ones"),
    "rsids": N_("marks of editing sessions"),
    "templates": N_("attached templates"),
    "thumbnails": N_("preview pictures"),
    "macros": N_("parts with macros"),
    "signatures": N_("signatures"),
}
"""What is said of what was taken out."""


def clear(file: Path, target: Path, brief: Path | None, *, force: bool) -> None:
    """Write the copy, and list what was taken out of it."""
    from drafter.cli import report
    from drafter.desk.clear import cleared, write_cleared
    from drafter.sentences import visible

    if target.suffix.lower() != ".docx":
        raise typer.BadParameter(_("{name} does not end in .docx").format(name=target))
    made = cleared(file, brief, force=force)
    report.problems(made.open)
    write_cleared(made, file, target, force=force)
    typer.echo(visible(str(target)))
    for kind, said in REMOVED.items():
        if n := made.removed.get(kind):
            typer.echo("  " + _("removed: {what} ({n})").format(n=n, what=_(said)))
    typer.echo("  " + _("it says what {file} says with every tracked change accepted").format(file=visible(str(file))))
