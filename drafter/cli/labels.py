"""What an interview calls answers, and what it tells of them, in words for people."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from drafter.catalogue import _, ngettext
from drafter.cli.line import Verdict, plain
from drafter.desk.ask import Data, blank
from drafter.problem import Problem, has_errors
from drafter.sentences import sentence, visible

LONGEST_SHOWN = 48
"""Characters of an item in a menu."""


def introduced(all_given: bool) -> None:
    """Say what the keys do."""
    if plain():
        typer.echo(
            _(
                "Enter takes an answer, an empty one skips, - takes it away; < goes back, Ctrl-D stops. Every answer is saved."
            )
        )
    else:
        typer.echo(
            _("Enter takes an answer, an empty one skips; Shift-Tab goes back, Esc stops. Every answer is saved.")
        )
    if all_given:
        typer.echo(_("Nothing is open; these are the answers given."))


def doubts(found: Iterable[Problem], seen: set[str], text: str) -> Verdict | None:
    """What was found in an answer, and that it may be kept, unless the file would be wrong; it is not told of the same again."""
    told = tuple(found)
    if not told:
        return None
    lines = [says(one) for one in told]
    if not has_errors(told):
        seen.add(text)
        lines.append(_("Enter again keeps it; or change it"))
    return Verdict("\n".join(dict.fromkeys(lines)))


def label(path: str) -> str:
    """What people call an answer: `任务[1].举措[2]` is the second item of 举措 of the first 任务."""
    said = ""
    parts = path.split(".")
    for n, part in enumerate(parts):
        name, _bracket, number = part.rstrip("]").partition("[")
        if number and n + 1 < len(parts):
            name = _("{name} {n}").format(name=name, n=number)
        elif number:
            name = _("item {n} of {name}").format(name=name, n=number)
        said = _("{inner} of {outer}").format(inner=name, outer=said) if said else name
    return said


def asks(path: str, words: str) -> str:
    """The line that asks for an answer."""
    return visible("? " + _("{name}: {question}").format(name=label(path), question=words))


def says(problem: Problem) -> str:
    """What is told of an answer, as `drafter check` tells it, people's name for it in place of its path."""
    name = problem.facts.get("name", "")
    facts = {**problem.facts, "name": label(name)} if "[" in name else problem.facts
    return sentence(Problem(problem.rule, problem.place, facts, problem.severity, says=problem.says), _)


def lines_came(text: str) -> str:
    """That several lines came at once, and what Enter makes of them."""
    n = len([line for line in text.splitlines() if line.strip()])
    return ngettext(
        "{n} line came at once; Enter takes it as one answer",
        "{n} lines came at once; Enter takes them as one answer",
        n,
    ).format(n=n)


def taken(n: int, numbers: list[str]) -> str:
    """How many items were taken, and what was left out before them."""
    if not numbers:
        return ngettext("{n} item was taken", "{n} items were taken", n).format(n=n)
    said = ngettext(
        "{n} item was taken, without {numbers} before it: the speech has its own",
        "{n} items were taken, without {numbers} before them: the speech has its own",
        n,
    )
    return visible(said.format(n=n, numbers=" ".join(dict.fromkeys(numbers))))


def shown(item: Data) -> str:
    """An item in a line."""
    match item:
        case dict():
            text = "  ".join(shown(one) for one in item.values() if not blank(one))
        case list():
            text = "; ".join(shown(one) for one in item if not blank(one))
        case _:
            text = " ".join((item or "").split())
    return visible(text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…")
