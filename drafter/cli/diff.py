"""drafter diff A B: what became of a speech."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.draft import Force, Packs, no_stdin

if TYPE_CHECKING:
    from drafter.desk.diff import Compared, Difference, Line
    from drafter.desk.diff_docx import Made

NAMED = 2
"""Nodes of a paragraph that are named; of more it is told how many."""
TROUBLE = 2
"""The exit where a file cannot be read; 1 says that two differ."""


class Shape(str, Enum):
    """Forms of the report."""

    text = "text"
    html = "html"
    json = "json"


Before = Annotated[
    Path, typer.Argument(metavar="A", help=_("A brief, which is drafted, a Word file, or a text (.md .txt .html)."))
]
After = Annotated[Path, typer.Argument(metavar="B", help=_("Likewise: what A became."))]
As = Annotated[Shape, typer.Option("--format", help=_("text, a page to read and print, or the same as JSON."))]
Output = Annotated[Optional[Path], typer.Option("-o", "--output", metavar="FILE", help=_("Where the report goes."))]
Docx = Annotated[
    Optional[Path],
    typer.Option(
        "--docx", metavar="FILE", help=_("Write a copy of A as a Word file with tracked changes that make it B.")
    ),
]
Author = Annotated[Optional[str], typer.Option("--author", metavar="NAME", help=_("Whose the tracked changes are."))]
Date = Annotated[
    Optional[str],
    typer.Option("--date", metavar="DATE", help=_("When they were made, such as 2026-03-10; none, if not given.")),
]


def diff(
    before: Before,
    after: After,
    shape: As = Shape.text,
    output: Output = None,
    docx: Docx = None,
    author: Author = None,
    date: Date = None,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Show what differs; exit 0 if nothing does, 1 if something does, 2 if a file cannot be read."""
    from drafter.cli import report
    from drafter.problem import DrafterError

    no_stdin(before, after)
    _fitting(docx, author or date)
    day = _date(date)
    try:
        found = _compared(before, after, pack)
        if docx is not None:
            _tracked(found, docx, author, day, force=force, pack=pack)
        _report(found, shape, output, force=force)
    except DrafterError as error:
        report.problems(error.problems)
        raise typer.Exit(TROUBLE) from error
    if found.different:
        raise typer.Exit(1)


def _fitting(docx: Path | None, more: str | None) -> None:
    """Refuse options that do not go together."""
    if docx is None and more:
        raise typer.BadParameter(_("--author and --date belong to --docx"))
    if docx is not None and docx.suffix.lower() != ".docx":
        raise typer.BadParameter(_("--docx names a file that ends in .docx"))


def _compared(before: Path, after: Path, pack: list[Path] | None) -> Compared:
    from drafter.desk.diff import compared
    from drafter.desk.library import Library

    return compared(before, after, Library(pack or ()))


def _date(text: str | None) -> str:
    """A date as Word files have one."""
    if not text:
        return ""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            _("{text} is no date such as 2026-03-10 or 2026-03-10T09:30").format(text=text)
        ) from None
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"


def _tracked(
    found: Compared, target: Path, author: str | None, date: str, *, force: bool, pack: list[Path] | None
) -> None:
    """Write the Word file, and say what could not be tracked in it."""
    from drafter.desk.diff_docx import AUTHOR, save_tracked
    from drafter.desk.library import Library
    from drafter.sentences import visible

    made = save_tracked(found, target, Library(pack or ()), author=author or AUTHOR, date=date, force=force)
    typer.echo(visible(str(target)), err=True)
    for line in _untracked(made):
        typer.echo(visible(line), err=True)


def _untracked(made: Made) -> Iterator[str]:
    from drafter.cli.table import clipped

    for number, words in made.left:
        yield _("not tracked, as it stands in a table, a field, a locked control or a number: {n}: {words}").format(
            n=number, words=clipped(words, 60)
        )


def _report(found: Compared, shape: Shape, output: Path | None, *, force: bool) -> None:
    """Print what differs, or write it."""
    from drafter.sentences import visible

    match shape:
        case Shape.html:
            from drafter.desk.diff_page import page

            said = page(found, _)
        case Shape.json:
            said = _json(found)
        case Shape.text:
            said = "\n".join(map(visible, _lines(found)))
    if output is None:
        typer.echo(said.rstrip("\n"))
    else:
        from drafter.desk.files import save

        save(output, (said.rstrip("\n") + "\n").encode(), force=force, kept=[found.before.file, found.after.file])
        typer.echo(visible(str(output)))


def _lines(found: Compared) -> Iterator[str]:
    """How much differs, the facts, then a line a difference, under the heading that it stands under."""
    from drafter.cli.stretches import told
    from drafter.sentences.diff import BESIDE, FACTS, SAME

    names = {"before": found.before.file, "after": found.after.file}
    if not found.different:
        yield _(SAME).format(**names)
        return
    count = len(found.differences)
    said = ngettext("{before} → {after}: {n} difference", "{before} → {after}: {n} differences", count)
    yield said.format(n=count, **names)
    if found.facts:
        yield _(FACTS)
        yield from (f"  {fact.name}: {told(fact.pieces)}" for fact in found.facts)
    last = ""
    for one in found.differences:
        heading = found.heading(one)
        if heading and heading != last:
            yield heading
        last = heading
        yield _line(found, one)
    beside = [one for one in found.beside if one.kind != "same"]
    if beside:
        yield _(BESIDE)
        yield from (f"  {told(one.pieces)}" for one in beside)


def _line(found: Compared, one: Difference) -> str:
    """A difference in a line: the paragraphs before and after, what it is, the nodes, the words."""
    from drafter.cli.stretches import told
    from drafter.sentences.diff import KINDS

    old, new = _number(found.before.lines, one.before), _number(found.after.lines, one.after)
    every = found.nodes(one)
    more = len(every) - NAMED
    nodes = ", ".join(every[:NAMED]) + (f" +{more}" if more > 0 else "")
    said = told(one.pieces)
    return f"{old:>4} {new:>4}  {_(KINDS[one.kind])}  " + (f"{nodes}: {said}" if nodes else said)


def _number(lines: tuple[Line, ...], which: tuple[int, ...]) -> str:
    return str(lines[which[0]].number) if which else "-"


def _json(found: Compared) -> str:
    """The same as JSON."""
    import json

    facts = [
        {"before": fact.before or None, "after": fact.after or None, "old": fact.old, "new": fact.new}
        for fact in found.facts
    ]
    return json.dumps(
        {
            "before": str(found.before.file),
            "after": str(found.after.file),
            "different": found.different,
            "facts": facts,
            "differences": [_as_data(found, one) for one in found.differences],
            "beside": [{"kind": one.kind, "pieces": _pieces(one)} for one in found.beside if one.kind != "same"],
        },
        ensure_ascii=False,
        indent=2,
    )


def _as_data(found: Compared, one: Difference) -> dict[str, object]:
    return {
        "kind": one.kind,
        "before": [found.before.lines[n].number for n in one.before],
        "after": [found.after.lines[m].number for m in one.after],
        "nodes": found.nodes(one),
        "heading": found.heading(one),
        "pieces": _pieces(one),
    }


def _pieces(one: Difference) -> list[dict[str, str]]:
    """Stretches in turn; the end of a paragraph among them is a line feed of its own."""
    from drafter.cli.stretches import BREAK

    said = ((piece.before.replace(BREAK, "\n"), piece.after.replace(BREAK, "\n")) for piece in one.pieces)
    return [{"same": old} if old == new else {"went": old, "came": new} for old, new in said]
