"""drafter review FILE"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.catalogue import N_, _, ngettext
from drafter.cli.draft import Packs, no_stdin
from drafter.cli.line import before_a_terminal

if TYPE_CHECKING:
    from drafter.desk.review import Applied, Came, Change, Reviewed


class Shape(str, Enum):
    """Forms of the report."""

    text = "text"
    json = "json"


class Tracked(str, Enum):
    """How tracked changes are read."""

    accept = "accept"
    reject = "reject"
    ask = "ask"


KINDS = {
    "fact": N_("fact"),
    "words": N_("words"),
    "deleted": N_("deleted"),
    "added": N_("added"),
    "moved": N_("moved"),
    "reshaped": N_("paragraphs"),
    "number": N_("number"),
}
"""What is said of a kind of change."""
LONGEST = 60
"""Columns of a stretch that is the same, or went, or came."""


Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help=_("Word files that were drafted and then edited."))
]
Brief = Annotated[
    Optional[Path], typer.Option("--brief", metavar="BRIEF", help=_("The brief; else the one that the file names."))
]
As = Annotated[
    Tracked, typer.Option("--as", help=_("Read tracked changes as accepted, as rejected, or ask for each paragraph."))
]
Apply = Annotated[
    bool,
    typer.Option("--apply", help=_("Write what was edited into the brief; on a terminal each change is asked for.")),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=_("With --apply: take every change, ask nothing."))]
Wordings = Annotated[
    bool, typer.Option("--as-blueprint", help=_("Print the edited sentences as further wordings of the blueprint."))
]
Final = Annotated[
    bool,
    typer.Option(
        "--final",
        help=_(
            "Write a copy to be sent out: tracked changes accepted, no comment, bookmark, record or author left; refused while "
            "something is open."
        ),
    ),
]
Out = Annotated[Optional[Path], typer.Option("-o", "--output", metavar="FILE.docx", help=_("With --final: the copy."))]
Forced = Annotated[
    bool, typer.Option("--force", help=_("With --final: whatever is open, and over a file that is there already."))
]
Form = Annotated[Shape, typer.Option("--format", help=_("text, or the same as JSON."))]


def review(
    files: Files,
    brief: Brief = None,
    tracked: As = Tracked.accept,
    apply: Apply = False,
    yes: Yes = False,
    blueprint: Wordings = False,
    final: Final = False,
    output: Out = None,
    force: Forced = False,
    shape: Form = Shape.text,
    pack: Packs = None,
) -> None:
    """Show what was edited."""
    no_stdin(*files)
    if final or output or force:
        odd = not final or apply or blueprint or tracked is not Tracked.accept
        return _final(files, None if odd else output, brief, force=force)
    if len(files) > 1 and (apply or brief):
        raise typer.BadParameter(_("one file at a time is written into its brief"))
    every = _reviewed(files, brief, tracked, pack or ())
    if shape is Shape.json:
        _json(every)
    elif blueprint:
        _say(_wordings(every))
    else:
        _say(line for found in every for line in _lines(found))
    if apply:
        _apply(every[0], ask=not yes and before_a_terminal(), tells=shape is Shape.text)


def _final(files: list[Path], output: Path | None, brief: Path | None, *, force: bool) -> None:
    """Write a copy of the one file that is named, to be sent out."""
    from drafter.cli import report
    from drafter.cli.clear import clear

    if output is None or len(files) > 1:
        raise typer.BadParameter(
            _("--final takes one file, and -o for the copy; it goes with --brief and --force only")
        )
    clear(report.no_locks(files)[0], output, brief, force=force)


def _reviewed(files: list[Path], brief: Path | None, tracked: Tracked, packs: Sequence[Path]) -> list[Reviewed]:
    """The files beside the drafts that they were; what of them is not understood is told."""
    from drafter.cli import report
    from drafter.desk.library import Library
    from drafter.desk.review import reviewed

    library = Library(packs)
    every = [reviewed(file, library, brief, tracked.value, _asked) for file in report.no_locks(files)]
    for found in every:
        report.problems(found.problems)
    return every


def _apply(found: Reviewed, *, ask: bool, tells: bool) -> None:
    """Write what is taken into the brief."""
    from drafter.desk.review import applied, write_applied

    if found.edited.changes:
        if ask:
            from drafter.cli.review_asked import chosen

            wanted = chosen(found.edited.changes, lambda one: _change(found, one))
        else:
            wanted = list(found.edited.changes)
        made = applied(found, lambda change: change in wanted)
        write_applied(found, made)
        if tells:
            _say(_told(found, made))


def _say(lines: Iterator[str]) -> None:
    from drafter.sentences import visible

    for line in lines:
        typer.echo("\n".join(map(visible, line.split("\n"))))


def _asked(came: Came) -> bool:
    """Whether the tracked changes of a paragraph are to be taken."""
    from drafter.sentences import visible

    if not before_a_terminal():
        raise typer.BadParameter(_("--as ask needs a terminal; say --as accept or --as reject"))
    from drafter.cli.review_asked import taken

    who = ", ".join(dict.fromkeys(one.author for one in came.tracked))
    return taken(
        visible(f"{came.number:4}  {_words(came.before, came.text)}"), _("take the changes of {name}?").format(name=who)
    )


def _lines(found: Reviewed) -> Iterator[str]:
    """The plan, a line a change, then what people wrote, then what no brief can say."""
    changes = found.edited.changes
    name = str(found.file)
    if not changes:
        yield _("{file}: nothing was edited").format(file=name)
    else:
        count = ngettext("{n} change", "{n} changes", len(changes)).format(n=len(changes))
        yield _("{file}: {count} since it was drafted from {brief}").format(file=name, count=count, brief=found.brief)
    yield from (line for one in changes for line in _change(found, one).split("\n"))
    for came, remark in found.questions:
        on = came.text[remark.start : remark.end]
        who = remark.author or _("somebody")
        yield _("{n}  {who} asks at “{words}”: {text}").format(
            n=f"{came.number:4}", who=who, words=_short(on or came.text), text=" ".join(remark.text.split())
        )
    for came in found.beside:
        what = _("a picture") if came.pictures else _("a table") if came.where == "table" else _("a text box")
        yield _("{n}  cannot be carried: {what} ({words})").format(
            n=f"{came.number:4}", what=what, words=_short(came.text)
        )


def _change(found: Reviewed, one: Change) -> str:
    """A change in a line, and where what it took away still stands."""
    from drafter.cli.review_data import authors
    from drafter.desk.review import said_then, still_standing

    n = found.lines[one.paragraph].came.number if one.paragraph >= 0 else 0
    where = f"{n:4}" if n else "   -"
    key = one.slot or (", ".join(one.keys) if one.keys else f"{_(one.where)} {one.anchor}")
    said = f"{where}  {_(KINDS[one.kind])}  {key}: {_words(one.before, one.after)}"
    if who := authors(found, one):
        said += f"  ({who})"
    left = [said_then(found, line) for line in one.elsewhere] or still_standing(found, one)
    if left and not one.open:
        others = "; ".join(map(_short, left))
        said += "\n      " + _("stays as it was in: {lines}").format(lines=others)
    return said


def _words(before: str, after: str) -> str:
    """Two versions in one."""
    from drafter.cli.stretches import told
    from drafter.desk.review import pieces

    return told(pieces(before, after))


def _short(text: str) -> str:
    from drafter.cli.table import clipped

    return clipped(text, LONGEST)


def _wordings(every: Sequence[Reviewed]) -> Iterator[str]:
    """What was edited in nodes' words, as wordings beside those of the blueprint; of several files what was edited alike."""
    from collections import Counter

    from drafter.desk.carry import wordings_of

    counts = Counter(one for found in every for one in dict.fromkeys(wordings_of(found.edited)))
    for (place, id, text), count in counts.items():
        if count > 1 or len(every) == 1:
            yield f"{place.file}:{place.line}: {id}" + (f"  × {count}" if count > 1 else "")
            yield f"  - {text}"


def _told(found: Reviewed, made: Applied) -> Iterator[str]:
    """What was written into the brief, line by line, and what was not."""
    from drafter.desk.answers import path_of

    for clash in made.clashes:
        path = path_of(clash.path)
        yield _("left as it is: {path} was changed in the brief since; the edit says {meant}").format(
            path=path, meant=clash.meant
        )
    for line in made.unsaid:
        yield _("not said by the brief as it is now: {words}").format(words=_short(line))
    for was, now in made.carried.follows:
        yield _("follows the facts: {words}").format(words=_words(was, now))
    for one in made.carried.numbers:
        yield _("numbered by the order: {words}").format(words=_words(one.after, one.before))
    for one in made.carried.unheld:
        yield _("{slot} stays as it was, as it cannot be {value}; its sentence says that now").format(
            slot=one.slot, value=one.after
        )
    for one in made.carried.left:
        yield _("cannot be carried: {change}").format(change=_change_left(one))
    yield from rewritten(found.brief, made.old, made.document.text, clashes=bool(made.clashes))


def rewritten(file: Path, before: str, after: str, *, clashes: bool = False) -> Iterator[str]:
    """What was written into a file, line by line."""
    import difflib

    if before == after:
        already = _("{file} says all of it already") if not clashes else _("nothing is written into {file}")
        yield already.format(file=file)
        return
    yield _("wrote into {file}:").format(file=file)
    old, new = before.splitlines(), after.splitlines()
    yield from (
        line for line in difflib.unified_diff(old, new, n=0, lineterm="") if not line.startswith(("---", "+++", "@@"))
    )


def _json(every: Sequence[Reviewed]) -> None:
    """The same as JSON."""
    from drafter.cli.review_data import json_of

    typer.echo(json_of(every))


def _change_left(one: Change) -> str:
    return f"{_(KINDS[one.kind])}  {', '.join(one.keys) or one.anchor}: {_words(one.before, one.after)}"
