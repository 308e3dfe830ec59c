"""drafter explain FILE"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import N_, _
from drafter.cli.draft import Packs
from drafter.cli.outline import Format

if TYPE_CHECKING:
    from drafter.desk.explain import Explained, Explanation, Found, Share

WIDE = 60
"""Places of a line's text."""
BASIS = {
    "shelf": N_("the blueprint is as it was"),
    "record": N_("the blueprint has changed or is gone; this is told by the copy in the file"),
    "changed": N_(
        "the blueprint has changed since and the file has no copy of it: only what is still the same is sure"
    ),
    "none": N_("it cannot be drafted any more: nothing but the names of its nodes is known"),
}
STATES = {
    "edited": N_("edited since"),
    "not of the draft": N_("not of the draft: somebody added it"),
    "not known": N_("whether it was edited is not known"),
}
HOW = {
    "stands": N_("stands"),
    "in other words": N_("in other words"),
    "computed": N_("computed"),
    "brief": N_("in the brief"),
}


def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("A Word draft, edited or not."))],
    find: Annotated[
        Optional[str],
        typer.Option("--find", metavar="TEXT", help=_("Show every place where a fact stands or is computed into.")),
    ] = None,
    line: Annotated[
        Optional[int], typer.Option("--line", metavar="N", min=1, help=_("Only this paragraph, as Word counts them."))
    ] = None,
    format: Annotated[Format, typer.Option("--format", help=_("text, or the same as JSON."))] = Format.text,
    pack: Packs = None,
) -> None:
    """Print where every line of a draft comes from."""
    from drafter.cli import report
    from drafter.desk.explain import explained, found, json_of
    from drafter.desk.library import Library
    from drafter.sentences import visible

    if find is not None and line is not None:
        raise typer.BadParameter(_("--find looks at all lines; leave out --line"))
    if find is not None and not find.strip():
        raise typer.BadParameter(_("--find needs a text"))
    library = Library(pack or ())
    made = found(file, library, find.strip()) if find is not None else explained(file, library, line)
    if format is Format.json:
        report.raw(json_of(made).encode() + b"\n")
        return
    for said in _found(made) if isinstance(made, tuple) else _lines(made):
        typer.echo(visible(said))


def _found(rows: tuple[Found, ...]) -> Iterator[str]:
    from drafter.cli.table import clipped

    for one in rows:
        words = one.words if one.how in ("stands", "brief") else one.text if one.how == "computed" else one.words
        around = "" if one.how == "computed" else f"  {clipped(_around(one), WIDE)}"
        yield f"{one.place}  {_(HOW[one.how])}: {words}{around}"
    if not rows:
        yield _("it stands nowhere")


def _around(one: Found) -> str:
    """The line from a little before the words."""
    at = one.text.find(one.words)
    return one.text if at < 15 else "…" + one.text[at - 12 :]


def _lines(made: Explanation) -> Iterator[str]:
    yield _("{file}: drafted from {source} by {blueprint}; {basis}").format(
        file=made.file, source=made.source or "-", blueprint=made.blueprint, basis=_(BASIS[made.basis])
    )
    for one in made.lines:
        yield from _line(one)
    if made.gone:
        yield _("not in the file any more")
        yield from (f"  {text}" for text in made.gone)


def _line(one: Explained) -> Iterator[str]:
    from drafter.cli.table import clipped

    minutes = "  " + _("{minutes} min").format(minutes=f"{one.minutes:.1f}") if one.minutes >= 0.05 else ""
    yield f"{one.number}  {clipped(one.text, WIDE)}{minutes}"
    if one.state in STATES:
        yield "   " + _(STATES[one.state])
    if one.was:
        yield "   " + _("was: {text}").format(text=one.was)
    for share in one.shares:
        yield from _share(share)


def _share(one: Share) -> Iterator[str]:
    wording = _("wording {number} of {count}").format(number=one.number, count=one.count) if one.number else ""
    yield "   " + "  ".join(filter(None, (one.node, one.move, wording, one.place)))
    for fact in one.facts:
        yield f"     {fact.slot}: {'；'.join(fact.words)}  {fact.place}"
    yield from (f"     {said}" for said in one.sums)
