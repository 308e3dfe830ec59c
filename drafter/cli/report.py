"""What the commands say."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from drafter.catalogue import N_, _, ngettext
from drafter.problem import InputError, OutputError, Place, Problem
from drafter.sentences import report, visible
from drafter.sentences.found import FROM, SET_IN

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.desk.draft import Draft, Manuscript
    from drafter.desk.finish import Finished
    from drafter.desk.reference import Frame
    from drafter.desk.summary import Open, Summary


MOST_UNSAID = 8
"""Lines that tell what is not said."""
LONGEST_ASK = 40
"""Characters of a question in them."""
LOCK = (N_("{name} is no document: it only says that {what} is open in Word, WPS or LibreOffice"), N_("name {what}"))
"""What is said of the small file that lies beside an open document."""


def problems(found: Iterable[Problem]) -> None:
    """Problems, one a line, on stderr."""
    typer.echo("".join(f"{report(problem, _)}\n" for problem in found), err=True, nl=False)  # many calls take long


def broken_off(error: OSError) -> None:
    """Say what the system would not do, on stderr."""
    from drafter.sentences.system import why

    try:
        os.getcwd()
        said = f"{error.filename or 'drafter'}: {_(why(error))}"
    except OSError:
        said = "drafter: " + _("the folder in which you are is not there any more; go to another one with `cd`")
    typer.echo(visible(said), err=True)


def failed(found: tuple[Problem, ...]) -> None:
    """End with what could not be written, once it is told what was."""
    if found:
        raise OutputError(found)


def to_go_through(brief: object, packs: Iterable[object] | None) -> str:
    """How last year's values in a brief are gone through."""
    return visible(_("to go through last year's values, run: drafter ask {file}").format(file=with_packs(brief, packs)))


def with_packs(file: object, packs: Iterable[object] | None) -> str:
    """A file as the next command names it, with the packs that it needs."""
    return " ".join([quoted(file), *(f"--pack {quoted(pack)}" for pack in packs or ())])


def quoted(name: object) -> str:
    """A name as it is typed: in quotes only where a shell would take a sign of it otherwise, which it takes no Chinese for."""
    import re
    import shlex

    text = str(name)
    return text if re.fullmatch(r"[\w@%+=:,./-]+", text) else shlex.quote(text)


def no_locks(files: list[Path]) -> list[Path]:
    """The files without those that only say that a document is open elsewhere, which are told; one alone is a mistake."""
    from drafter.desk.locks import is_lock, locked_by

    left = [file for file in files if not is_lock(file)]
    facts = [(file, {"name": file.name, "what": locked_by(file)}) for file in files if is_lock(file)]
    told = [Problem("lock-file", Place(str(file)), one, says=LOCK) for file, one in facts]
    if told and not left:
        raise InputError(told)
    for one in told:
        typer.echo(
            visible(_("{name} is skipped: it only says that {what} is open elsewhere").format_map(one.facts)), err=True
        )
    return left


def speech(manuscript: Manuscript, path: str) -> None:
    """Where a speech is, and its headings."""
    from drafter.desk.summary import of_manuscript

    size = of_manuscript(manuscript)
    typer.echo(visible(path))
    said = _("{characters} characters, about {minutes} min at {rate} {unit} a minute")
    typer.echo("  " + said.format(**_figures(size)))
    for heading in size.headings:
        typer.echo("    " + visible(heading))


def drafted(draft: Draft, path: str, *, err: bool = False, marked: bool = False) -> None:
    """Where the draft is, what it holds and what it leaves out; `marked` if it has a comment at every computed figure."""
    from drafter.cli.lengths import lines
    from drafter.desk.summary import of_draft

    _figured(of_draft(draft), path, lines(draft), err=err, marked=marked)
    _left_unsaid(draft, err=err)


def name_of(done: Finished) -> str:
    """The file of a draft; of several pages the first and the last."""
    first = str(done.target)
    return first if done.pages == 1 else f"{first} … {first.removesuffix('1.png')}{done.pages}.png"


def same_text(done: Finished, other: Finished) -> None:
    """Where a draft is that is no other at its length than one that was told of."""
    from drafter.cli.lengths import lines

    typer.echo(visible(name_of(done)))
    for line in (_("the same text as {file}").format(file=other.target), *lines(done.draft)):
        typer.echo(visible("  " + line))


def _left_unsaid(draft: Draft, *, err: bool) -> None:
    """What is not said for want of a fact, with the question that brings it back."""
    from drafter.desk.unsaid import unsaid

    found = unsaid(draft)
    for one in found[:MOST_UNSAID]:
        ask = one.ask if len(one.ask) <= LONGEST_ASK else one.ask[: LONGEST_ASK - 1] + "…"
        said = _("not said: {name} ({ask})") if ask and ask != one.name.rpartition(".")[2] else _("not said: {name}")
        typer.echo("  " + visible(said.format(name=one.name, ask=ask)), err=err)
    left = len(found) - MOST_UNSAID
    if left > 0:
        more = ngettext("not said: {n} more; see --gaps", "not said: {n} more; see --gaps", left)
        typer.echo("  " + more.format(n=left), err=err)


def _figured(size: Summary, path: str, fitted: Iterable[str], *, err: bool, marked: bool) -> None:
    """Where the draft is and what it holds."""
    if path:
        typer.echo(visible(path), err=err)
    said = _("{characters} characters, about {minutes} min at {rate} {unit} a minute; {share} % from the brief")
    typer.echo("  " + said.format(**_figures(size)), err=err)
    for line in fitted:
        typer.echo(visible("  " + line), err=err)
    typer.echo("  " + ngettext("{n} emphasis", "{n} emphases", size.emphases).format(n=size.emphases), err=err)
    for heading in size.headings:
        typer.echo("    " + visible(heading), err=err)
    _computed(size, err=err, marked=marked)
    _last_years(size, err=err)
    if not size.open:
        typer.echo("  " + _("no gaps"), err=err)
        return
    typer.echo("  " + ngettext("{n} gap:", "{n} gaps:", len(size.open)).format(n=len(size.open)), err=err)
    for one in size.open:
        where = f" ({one.place.file}:{one.place.line})" if one.place else ""
        typer.echo("    " + visible(f"{one.name}: {one.what}{where}"), err=err)


def seed(done: Finished, brief: Path) -> None:
    """That the brief was given the seed that was drawn for it, or why its words are not safe."""
    facts = {"seed": done.draft.seed, "file": brief}
    if done.kept:
        said = _("wrote `seed: {seed}` into {file}: these wordings stay, whatever title and date become")
    elif done.kept is False:
        said = _("could not write `seed: {seed}` into {file}; put the line there yourself to keep these wordings")
    else:
        return
    typer.echo("  " + visible(said.format_map(facts)))


def _computed(size: Summary, *, err: bool, marked: bool) -> None:
    """The figures that no brief holds, with what each was computed from."""
    if not size.computed:
        return
    said = ngettext("{n} computed figure, to be checked:", "{n} computed figures, to be checked:", len(size.computed))
    typer.echo("  " + said.format(n=len(size.computed)), err=err)
    for one in size.computed:
        typer.echo("    " + visible(f"{one.what}  ({', '.join(one.slots)})"), err=err)
    if marked:
        marks = size.computed_marks
        said = ngettext("{n} comment in the document says so", "{n} comments in the document say so", marks)
        typer.echo("    " + said.format(n=marks), err=err)


def _last_years(size: Summary, *, err: bool) -> None:
    """The values that nobody has confirmed, and what was promised."""
    n = len(size.unconfirmed)
    said = ngettext("{n} value of last year, not confirmed:", "{n} values of last year, none confirmed:", n)
    _listed(said.format(n=n), size.unconfirmed, _("{n} more; see drafter check"), err=err)
    n = len(size.promised)
    said = ngettext("{n} promise of last year, not answered for:", "{n} promises of last year, not answered for:", n)
    _listed(said.format(n=n), size.promised, _("{n} more; see drafter check"), err=err)


def _listed(head: str, found: tuple[Open, ...], more: str, *, err: bool) -> None:
    """Values with their places below a head, the first of them."""
    if not found:
        return
    typer.echo("  " + head, err=err)
    for one in found[:MOST_UNSAID]:
        what = one.what if len(one.what) <= LONGEST_ASK else one.what[: LONGEST_ASK - 1] + "…"
        where = f" ({one.place.file}:{one.place.line})" if one.place else ""
        typer.echo("    " + visible(f"{one.name}: {what}{where}" if one.name else f"{what}{where}"), err=err)
    if len(found) > MOST_UNSAID:
        typer.echo("    " + more.format(n=len(found) - MOST_UNSAID), err=err)


def frame(frame: Frame) -> None:
    """Where the look of every role comes from, and what of the reference was left out, on stderr."""
    typer.echo(visible(_("{name} gives the look:").format(name=frame.reference.file)), err=True)
    for one in frame.sources:
        said = _(FROM[one.how]).format(name=one.style, number=one.paragraph)
        typer.echo(visible("  " + _("{role}: {source}").format(role=_(SET_IN[one.role]), source=said)), err=True)
    problems(frame.problems)


def _figures(size: Summary) -> dict[str, object]:
    """The figures as they are printed."""
    unit = _("characters") if size.unit == "characters" else _("words")
    characters, minutes = f"{size.characters:,}", f"{size.minutes:g}"
    return {"characters": characters, "minutes": minutes, "rate": f"{size.rate:g}", "unit": unit, "share": size.share}


def raw(text: bytes) -> None:
    """A document on stdout, byte for byte, whatever the terminal's encoding."""
    if sys.stdout is None:
        raise OutputError([Problem("cannot-write", Place("-"), {"name": "-", "reason": "standard output is closed"})])
    sys.stdout.flush()
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()
