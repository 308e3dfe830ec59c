"""drafter update FILE"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import N_, _, ngettext
from drafter.cli.draft import Packs, no_stdin
from drafter.cli.explain import BASIS
from drafter.cli.review import Shape

if TYPE_CHECKING:
    from drafter.desk.update import Displaced, Row, Updated

KINDS = {
    "blueprint": N_("blueprint"),
    "yours": N_("yours"),
    "alike": N_("alike"),
    "conflict": N_("conflict"),
}
"""Who changed a node."""
WORD = (".docx", ".docm")


File = Annotated[
    Path, typer.Argument(metavar="FILE", help=_("A brief, or the Word file that was drafted from it, edited or not."))
]
From = Annotated[
    Optional[Path],
    typer.Option(
        "--from", metavar="FILE.docx", help=_("The draft; else the Word file of the brief's name that lies beside it.")
    ),
]
Apply = Annotated[
    bool, typer.Option("--apply", help=_("Write it into the brief; on a terminal each conflict is asked for."))
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=_("With --apply: ask nothing; in a conflict your words stay."))]
Form = Annotated[Shape, typer.Option("--format", help=_("text, or the same as JSON."))]


def update(
    file: File,
    source: From = None,
    apply: Apply = False,
    yes: Yes = False,
    shape: Form = Shape.text,
    pack: Packs = None,
) -> None:
    """Show what the blueprint changed, what you changed, and what both did."""
    from drafter.cli import report
    from drafter.cli.line import before_a_terminal
    from drafter.desk.library import Library
    from drafter.desk.update import updated, word_file

    no_stdin(file)
    is_word = file.suffix.lower() in WORD
    if is_word and source:
        raise typer.BadParameter(_("--from goes with a brief"))
    draft = source or (file if is_word else word_file(file))
    asks = apply and not yes and shape is Shape.text and before_a_terminal()
    keeps = _kept if asks else lambda one: True
    found = updated(draft, Library(pack or ()), None if is_word else file, keeps)
    report.problems(one for one in found.review.returned.problems if one.facts.get("what") != "comments")
    if shape is Shape.json:
        _json(found)
    else:
        _say(_lines(found))
    if apply:
        _apply(found, asks=asks, tells=shape is Shape.text)


def _apply(found: Updated, *, asks: bool, tells: bool) -> None:
    """Write the brief, once it is proved by drafting it."""
    from drafter.cli.review import rewritten
    from drafter.desk.update import decided, unproved, write_updated

    made = decided(found, _taken if asks else lambda row: False)
    write_updated(made)
    if tells:
        _say(_("not said as planned: {words}").format(words=_short(one)) for one in unproved(made))
        _say(rewritten(made.review.brief, made.old, made.document.text))


def _say(lines: Iterator[str]) -> None:
    from drafter.sentences import visible

    for line in lines:
        typer.echo(visible(line))


def _kept(one: Displaced) -> bool:
    """Whether what a person wrote goes to the place that is offered."""
    if not one.to:
        return True
    typer.echo(_displaced(one))
    return typer.confirm(_("put it there?"), default=True)


def _taken(row: Row) -> bool:
    """Whether the words of the blueprint are taken in a conflict."""
    _say(_row(row))
    answer = typer.prompt(_("whose words? y yours, b those of the blueprint"), default="y").strip().lower()
    return bool(answer[:1] == "b")


def _lines(found: Updated) -> Iterator[str]:
    """The plan: what each node becomes, then how many stay as they are."""
    basis = found.review.basis
    yield _("{file}: drafted from {brief}; {basis}").format(
        file=found.review.file, brief=found.review.brief, basis=_(BASIS[basis or "none"])
    )
    for row in found.rows:
        if row.kind != "same":
            yield from _row(row)
    yield from map(_displaced, found.displaced)
    n = sum(row.kind == "same" for row in found.rows)
    yield ngettext("{n} node is unchanged", "{n} nodes are unchanged", n).format(n=n)
    if n := len(found.conflicts):
        yield ngettext(
            "{n} conflict: your words stay, unless you take the others with --apply on a terminal",
            "{n} conflicts: your words stay, unless you take the others with --apply on a terminal",
            n,
        ).format(n=n)


def _row(row: Row) -> Iterator[str]:
    """A node, in all of its versions where both changed it."""
    from drafter.cli.stretches import told
    from drafter.desk.review import pieces

    head = f"{_(KINDS[row.kind])}  {row.key}"
    if row.kind == "conflict":
        yield head
        now = told(pieces(row.then, row.now)) if row.then else row.now or _("(nothing)")
        yield "  " + _("the blueprint: {words}").format(words=now.replace("\n", " "))
        yield "  " + _("you: {words}").format(words=(row.yours or _("(nothing)")).replace("\n", " "))
        return
    after = row.now if row.kind == "blueprint" else row.yours
    yield f"{head}: {told(pieces(row.then, after))}".replace("\n", " ")


def _displaced(one: Displaced) -> str:
    """What was said of a node that is gone, and what becomes of it."""
    name = one.key if one.setting == "insert" else f"{one.setting}.{one.key}"
    if not one.to:
        return _("gone  {name}: the blueprint has it no more; the entry goes").format(name=name)
    if one.to == one.key:
        return _("renumbered  {name}: the same wording is number {n} now").format(name=name, n=one.text)
    if not one.side:
        return _("renamed  {name}: the same words stand under {to} now").format(name=name, to=one.to)
    said = _("moved  {name}: its place is gone; put after {to}: {words}")
    if one.side == "before":
        said = _("moved  {name}: its place is gone; put before {to}: {words}")
    return said.format(name=name, to=one.to, words=_short(one.text))


def _short(text: str) -> str:
    from drafter.cli.review import LONGEST
    from drafter.cli.table import clipped

    return clipped(" ".join(text.split()), LONGEST)


def _json(found: Updated) -> None:
    """The same as JSON."""
    import json

    rows = [
        {"kind": row.kind, "node": row.key, "then": row.then, "now": row.now, "yours": row.yours} for row in found.rows
    ]
    displaced = [
        {"setting": one.setting, "node": one.key, "text": one.text, "to": one.to, "side": one.side}
        for one in found.displaced
    ]
    made = {
        "file": str(found.review.file),
        "brief": str(found.review.brief),
        "basis": found.review.basis,
        "nodes": rows,
        "displaced": displaced,
    }
    typer.echo(json.dumps(made, ensure_ascii=False, indent=2))
