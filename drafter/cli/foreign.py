"""What `drafter check BLUEPRINT --foreign` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.table import clipped, column

if TYPE_CHECKING:
    from drafter.desk.foreign import Foreign, Sentence, Tried

WIDE = 100
"""Places that a line takes at most."""


def foreign(files: Sequence[Path], folders: Sequence[Path], format: str, packs: Sequence[Path]) -> None:
    """Print what a blueprint makes of briefs of other subjects: every condition that fired, by sentence."""
    from drafter.desk.foreign import foreign as tried
    from drafter.desk.foreign import json_of
    from drafter.desk.library import Library

    if len(files) != 1:
        raise typer.BadParameter(_("--foreign takes one blueprint"))
    if format not in ("text", "json"):
        raise typer.BadParameter(_("--foreign prints a table, or JSON with --format json"))
    made = tried(str(files[0]), Library(packs), folders)
    typer.echo(json_of(made) if format == "json" else "\n".join(_lines(made)))


def _lines(made: Foreign) -> Iterator[str]:
    drafted = sum(one.drafted for one in made.tried)
    briefs = ngettext("{n} brief", "{n} briefs", drafted).format(n=drafted)
    yield f"{made.blueprint}  {briefs}"
    for one in made.tried:
        yield _of_brief(one)
    for sentence in made.sentences:
        yield from _of_sentence(sentence)
    if not made.sentences:
        yield _("no sentence stands under a condition")


def _of_brief(one: Tried) -> str:
    known = _("{known} of {given} facts").format(known=one.known, given=one.given)
    about = " ".join(one.subjects) if one.drafted else _("not tried")
    return f"  {column(one.name, 28)}{column(known, 24)}{about}".rstrip()


def _of_sentence(sentence: Sentence) -> Iterator[str]:
    """A sentence, each of its conditions once, and below it the facts of every brief for which it held."""
    yield clipped(f"{column(sentence.id, 28)}{' '.join(sentence.frame.split())}", WIDE)
    by_condition: dict[str, dict[str, None]] = {}
    for one in sentence.told:
        for fired in one.fired:
            line = column(one.brief, 24) + " ".join("  ".join(fired.facts).split())
            by_condition.setdefault(f"{fired.kind} {fired.condition}", {})[clipped(line, WIDE - 6)] = None
    for condition, lines in by_condition.items():
        yield clipped(f"    {condition}", WIDE)
        yield from (f"      {line}" for line in lines)
