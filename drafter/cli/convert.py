"""drafter convert BRIEF --to BLUEPRINT"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import Force, Packs, is_stdout, named_output, no_stdin

if TYPE_CHECKING:
    from drafter.desk.convert import Converted


def convert(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help=_("The brief, a YAML file."))],
    to: Annotated[
        str, typer.Option("--to", metavar="BLUEPRINT", help=_("The blueprint to carry it over to, by name or path."))
    ],
    output: Annotated[
        Optional[str],
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=_("Where to write; - for standard output. Default: beside the brief, -BLUEPRINT.yaml."),
        ),
    ] = None,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Carry over what fits into a new file, and tell the rest."""
    from drafter.cli import report
    from drafter.desk.convert import converted, kept
    from drafter.desk.library import Library

    report.no_locks([brief])
    named_output(brief, output)
    no_stdin(Path(to))
    printed = is_stdout(output)
    library = Library(pack or ())
    made, target = converted(brief, to, None if printed or not output else Path(output), library)
    if printed:
        report.problems(made.left)
        report.raw(made.text.encode())
        _told(made, "", err=True)
        return
    failed = kept(made, brief, target, library, force=force)
    report.problems(made.left)
    _told(made, str(target))
    report.failed(failed)


def _told(made: Converted, path: str, *, err: bool = False) -> None:
    """Where the new brief is, how much went along, and what is needed now."""
    from drafter.sentences import visible

    if path:
        typer.echo(visible(path), err=err)
    carried = ngettext("{n} text carried over", "{n} texts carried over", made.carried).format(n=made.carried)
    left = ngettext("{n} left behind", "{n} left behind", made.behind).format(n=made.behind)
    typer.echo(f"  {carried}, {left}", err=err)
    if not made.needed:
        typer.echo("  " + _("nothing more is needed"), err=err)
        return
    typer.echo(
        "  " + ngettext("{n} more is needed:", "{n} more are needed:", len(made.needed)).format(n=len(made.needed)),
        err=err,
    )
    for name, slot, line in made.needed:
        where = f" ({path}:{line + 1})" if path else ""  # the first line names the schema
        typer.echo("    " + visible(f"{name}: {slot.ask or name}{where}"), err=err)
