"""What `drafter check --facts` prints: a table as wide as what it holds, and what is too long for it below each row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import typer

from drafter.catalogue import _
from drafter.cli import report
from drafter.cli.table import clipped, column, width
from drafter.desk.facts import Entry, Facts, Known, Operand, Row, as_data, facts_file
from drafter.desk.library import Library
from drafter.problem import has_errors
from drafter.sentences import visible

WIDEST, LINE = 24, 100
"""Places that a column and a line take at most."""
NONE, MARKED = "—", "✓"
"""Nothing was found; a mark that says no more than itself."""


def shown(files: Sequence[Path], library: Library, as_json: bool) -> bool:
    """Print what is read in briefs, and on stderr what is wrong with them; whether nothing is."""
    read = [(file, *facts_file(file, library)) for file in files]
    for _file, _facts, found in read:
        report.problems(found)
    if as_json:
        made = [{"file": str(file), **as_data(facts)} for file, facts, _found in read if facts]
        report.raw((json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode())
    else:
        for file, facts, _found in read:
            for line in _lines(facts, str(file) if len(read) > 1 else "") if facts else ():
                typer.echo(visible(line.rstrip()))
    return not any(has_errors(found) for _file, _facts, found in read)


def _lines(facts: Facts, file: str) -> Iterator[str]:
    yield from (file,) if file else ()
    if not facts.readings:
        yield _("nothing is read in facts of this language ({language})").format(language=facts.language)
    yield from _about(facts)
    yield from _table([row for row in facts.rows if row.known], facts.readings)
    silent = [row.slot for row in facts.rows if not row.known]
    if silent and facts.readings:
        yield from ("", _("nothing is known of: {names}").format(names=" ".join(silent)))
    if facts.derived:
        yield from ("", _("found by the blueprint"))
        size = max(width(one.name) for one in facts.derived) + 2
        for one in facts.derived:
            at = f"{one.slot}: " if one.slot else ""
            yield f"  {column(one.name, size)}{clipped(at + (one.computed or one.words), LINE) or NONE}"
            if one.operands:
                yield " " * (size + 2) + clipped(_("from {names}").format(names=_operands(one.operands)), LINE)
    if facts.links:
        yield from ("", _("links"))
        for link in facts.links:
            yield f"  {link.slot} → {link.to}  ({link.by})"
            yield f"    {clipped(link.words, LINE // 2)} → {clipped(link.to_words, LINE // 2)}"
    yield from _ledger(facts.ledger)


def _ledger(entries: Sequence[Entry]) -> Iterator[str]:
    """How many figures, dates and names the speech has, by where they come from, and those that are no fact's."""
    if not entries:
        return
    yield from ("", _("figures, dates and names in the speech: {n}").format(n=len(entries)))
    for source, said in _sources().items():
        words = [one.words for one in entries if one.source == source]
        if words:
            named = "" if source == "brief" else f": {clipped('  '.join(dict.fromkeys(words)), LINE)}"
            yield f"  {said.format(n=len(words))}{named}"


def _sources() -> dict[str, str]:
    return {
        "brief": _("{n} from the brief"),
        "computed": _("{n} computed"),
        "blueprint": _("{n} in words of the blueprint or of a pack"),
        "counted": _("{n} counted"),
        "open": _("{n} in gaps"),
        "": _("{n} from nowhere"),
    }


def _about(facts: Facts) -> Iterator[str]:
    """The day and the class of work, and who says so."""
    day = facts.day.isoformat() if facts.day else _("not known, so no deadline is counted from it")
    yield _("meeting: {day}").format(day=day)
    if not facts.readings and not facts.subjects:
        return
    names = " ".join(facts.subjects)
    if facts.told:
        yield _("class of work: {names} (as `subject` says)").format(names=names)
    elif names:
        yield _("class of work: {names} (guessed from the facts; `subject: {names}` settles it)").format(names=names)
    else:
        yield _("class of work: not told by the facts; `subject` may name it")


def _table(rows: Sequence[Row], readings: Sequence[str]) -> Iterator[str]:
    """The facts of which something is known: a column for each reading, unless one is too long for it."""
    if not rows:
        return
    cells = [dict(cell for known in row.known for cell in _cells(known)) for row in rows]
    there = {head for row in cells for head in row}
    heads = [head for name in readings for head in (name, *(_dated() if name in _dates(rows) else ())) if head in there]
    sizes = {head: max(width(head), *(width(row.get(head, "")) for row in cells)) + 2 for head in heads}
    wide = [head for head in heads if sizes[head] > WIDEST]
    narrow = [head for head in heads if head not in wide]
    first = max(width(row.slot) for row in rows) + 2
    yield ""
    yield column("", first) + "".join(column(head, sizes[head]) for head in narrow)
    for row, known in zip(rows, cells, strict=True):
        yield column(row.slot, first) + "".join(column(known.get(head, ""), sizes[head]) for head in narrow)
        yield from (f"    {head}　{clipped(known[head], LINE)}" for head in wide if head in known)


def _dates(rows: Sequence[Row]) -> set[str]:
    """The readings that are days."""
    return {known.name for row in rows for known in row.known if isinstance(known.value, date)}


def _dated() -> tuple[str, str]:
    """The columns of a day."""
    return _("date"), _("days")


def _cells(known: Known) -> Iterator[tuple[str, str]]:
    """What is known, by the column in which it stands."""
    yield known.name, known.words or MARKED
    if isinstance(known.value, date):
        day, left = _dated()
        yield day, known.value.isoformat()
        if known.days is not None:
            yield left, f"{known.days}" if known.days >= 0 else _("{days} past").format(days=known.days)


def _operands(operands: Sequence[Operand]) -> str:
    """What something was found in."""
    return "  ".join(one.slot or one.words for one in operands)
