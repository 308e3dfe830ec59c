"""drafter convert BRIEF --to BLUEPRINT"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.cli.draft import Force, Packs
from drafter.cli.words import _, ngettext

if TYPE_CHECKING:
    from drafter.converting import Converted


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
    from drafter.beside import brief_line, keep_brief_schema
    from drafter.cli import report
    from drafter.converting import converted
    from drafter.drafting import named_blueprint
    from drafter.saving import save

    packs = tuple(pack or ())
    blueprint = named_blueprint(to, packs)
    target = Path(output) if output and output != "-" else brief.with_name(f"{brief.stem}-{Path(to).stem}.yaml")
    name = os.path.relpath(to, target.parent).replace(os.sep, "/") if to.endswith((".yaml", ".yml")) else to
    made = converted(brief, blueprint, name, target, packs)
    if output == "-":
        report.problems(made.left)
        report.raw(made.text.encode())
        _told(made, "", err=True)
        return
    same = target.resolve() == brief.resolve()  # the old brief stays, whatever is forced
    save(target, (brief_line(blueprint.name) + made.text).encode(), force=force and not same)
    report.problems(made.left)
    _told(made, str(target))
    keep_brief_schema(target.parent, blueprint)


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
