"""Questions put in the terminal, one slot at a time: typed, chosen, listed, with a way back and a way out at any point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import questionary
import typer
from prompt_toolkit.document import Document as Typed
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.validation import ValidationError, Validator
from questionary import Choice

from drafter.catalogue import _
from drafter.desk.ask import (
    Data,
    Interview,
    Slot,
    Tongue,
    all_given,
    answered,
    blank,
    doubted,
    example,
    question,
    questions,
    refused,
    value,
)
from drafter.problem import DrafterError
from drafter.sentences import report, sentence, visible

Keep = Callable[[Data], None]
"""Takes what is given so far, so that stopping loses nothing."""
LONGEST_SHOWN = 48
"""Characters of an item in a menu."""


class Stop(Exception):
    """The writer has had enough for now."""


class Back(Exception):
    """The writer wants the question before."""


def held(interview: Interview) -> tuple[Interview, int]:
    """The interview as far as the writer went, each answer in the file, and the exit code."""
    typer.echo(_("Enter takes an answer, an empty one skips; Shift-Tab goes back, Esc stops. Every answer is saved."))
    if all_given(interview):
        typer.echo(_("Nothing is open; these are the answers given."))
    slots, n = questions(interview), 0

    def keep(given: Data) -> None:
        nonlocal interview
        interview = answered(interview, slots[n].name, given)

    try:
        while n < len(slots):
            try:
                _asked(slots[n], value(interview, slots[n].name), slots[n].name, interview.tongue, keep)
                n += 1
            except Back:
                n = max(n - 1, 0)
    except (Stop, EOFError):
        return interview, 0
    except KeyboardInterrupt:
        return interview, 130
    except DrafterError as error:  # the file changed under our hands, or cannot hold the answer
        for problem in error.problems:
            typer.echo(report(problem, _), err=True)
        return interview, 1
    return interview, 0


def picked(words: str, rows: Sequence[tuple[str, str]], start: str = "") -> str:
    """The answer of the row that is picked, each row having its words and its answer; raises Back or Stop."""
    choices = [Choice(visible(shown), value=answer) for shown, answer in rows]
    first = next((choice for choice in choices if choice.value == start), None)
    return str(_answer(_menu(visible(words), [*choices, *_ways()], first)))


def typed(words: str, given: str, wrong: Callable[[str], str]) -> str:
    """A line that is typed; `wrong` says what is wrong with it, or nothing; raises Back or Stop."""

    class Check(Validator):
        def validate(self, document: Typed) -> None:
            if said := wrong(document.text.strip()):
                raise ValidationError(message=said, cursor_position=len(document.text))

    return str(_answer(questionary.text(visible(words), default=given, validate=Check()))).strip()


def _asked(slot: Slot, given: Data, path: str, tongue: Tongue, keep: Keep) -> None:
    """Ask for one slot or field."""
    match slot.type:
        case "list":
            _list(slot, given if isinstance(given, list) else [], path, tongue, keep)
        case "choice" | "flag":
            _choice(slot, given if isinstance(given, str) else "", path, tongue, keep)
        case _:
            _text(slot, given if isinstance(given, str) else "", path, tongue, keep)


def _text(slot: Slot, given: str, path: str, tongue: Tongue, keep: Keep) -> None:
    """A line that is typed; what is wrong with it is told while it is typed."""
    shown = example(slot, tongue)
    if shown:
        typer.echo("  " + visible(shown))
    asked = questionary.text(_words(slot, path, tongue), default=given, validate=_Checked(slot, tongue, path))
    said = _answer(asked).strip()
    if doubt := doubted(said, slot, tongue, path):
        typer.echo("  " + sentence(doubt, _))
    if said != given.strip():
        keep(said or None)


def _choice(slot: Slot, given: str, path: str, tongue: Tongue, keep: Keep) -> None:
    """One of a few answers."""
    sides = {truth: said for said, truth in reversed([*tongue.truth.items()])}  # the first word for each
    wrong = refused(given, slot, tongue, path)
    if wrong:
        typer.echo("  " + sentence(wrong, _))
    kept = [given] if given and not wrong else []  # another word for it, or a placeholder
    answers = tuple(dict.fromkeys((*(slot.choices or sides.values()), *kept)))
    open = Choice(_("leave it open"), value=("take", None))
    choices = [Choice(visible(one), value=("take", one)) for one in answers]
    start = choices[answers.index(given)] if given in answers else open
    choices += [open, *_ways()]
    said = _answer(_menu(_words(slot, path, tongue), choices, start))[1]
    if said != (given or None):
        keep(said)


def _list(slot: Slot, given: list[Data], path: str, tongue: Tongue, keep: Keep) -> None:
    """Several items: added, changed, moved, removed."""
    items = [item for item in given if not blank(item)]
    if not items:
        _added(slot, items, path, tongue, keep)
    while True:
        rows = [Choice(f"{n}. {_shown(item)}", value=("item", n - 1)) for n, item in enumerate(items, 1)]
        goes_on = Choice(_("go on"), value=("done", 0))
        choices = [*rows, Choice(_("add"), value=("add", 0)), goes_on, *_ways()]
        what, n = _answer(_menu(_words(slot, path, tongue), choices, goes_on))
        if what == "done":
            return
        try:
            if what == "add":
                _added(slot, items, path, tongue, keep)
            else:
                _changed(slot, items, n, path, tongue, keep)
        except Back:
            continue


def _added(slot: Slot, items: list[Data], path: str, tongue: Tongue, keep: Keep) -> None:
    """New items at the end, until one is left empty."""
    while True:
        n = len(items)
        items.append(None)
        try:
            _item(slot, items, n, path, tongue, keep)
        finally:
            if blank(items[n]):
                del items[n]
        if len(items) == n:
            return


def _changed(slot: Slot, items: list[Data], n: int, path: str, tongue: Tongue, keep: Keep) -> None:
    """One item changed, moved or removed."""
    rows = [Choice(_("change"), value=("change", 0)), Choice(_("remove"), value=("remove", 0))]
    rows += [Choice(_("move up"), value=("move", n - 1))] if n else []
    rows += [Choice(_("move down"), value=("move", n + 1))] if n + 1 < len(items) else []
    what, to = _answer(_menu(_shown(items[n]), [*rows, *_ways()]))
    if what == "change":
        _item(slot, items, n, path, tongue, keep)
        return
    item = items.pop(n)
    if what == "move":
        items.insert(to, item)
    keep(list(items))


def _item(slot: Slot, items: list[Data], n: int, path: str, tongue: Tongue, keep: Keep) -> None:
    """One item of a list: a text, or field after field."""

    def keep_item(given: Data) -> None:
        items[n] = given
        keep(list(items))

    if slot.item:
        _asked(slot.item, items[n], f"{path}[{n + 1}]", tongue, keep_item)
        return
    at = 0
    while at < len(slot.fields):
        field, old = slot.fields[at], items[n]
        record = old if isinstance(old, dict) else {}

        def keep_field(given: Data, name: str = field.name, record: dict[str, Data] = record) -> None:
            keep_item({**record, name: given})

        try:
            _asked(field, record.get(field.name), f"{path}[{n + 1}].{field.name}", tongue, keep_field)
        except Back:
            if at == 0:
                raise
            at -= 1
            continue
        if at == 0 and blank(items[n]):  # an item begins with its first field
            return
        at += 1


def _answer(asked: questionary.Question) -> Any:
    """What is answered; raises Back or Stop."""
    keys = KeyBindings()

    @keys.add("s-tab", eager=True)
    def back(event: KeyPressEvent) -> None:
        event.app.exit(exception=Back)

    @keys.add("escape", eager=True)
    def stop(event: KeyPressEvent) -> None:
        event.app.exit(exception=Stop)

    ours = asked.application.key_bindings
    asked.application.key_bindings = merge_key_bindings([ours, keys] if ours else [keys])
    said = asked.unsafe_ask()
    match said:
        case ("way", "back"):
            raise Back
        case ("way", "stop"):
            raise Stop
        case _:
            return said


def _menu(words: str, choices: list[Choice], start: Choice | None = None) -> questionary.Question:
    return questionary.select(words, choices, default=start, instruction=_("(arrow keys, then Enter)"))


def _ways() -> list[Choice]:
    return [Choice(_("back"), value=("way", "back")), Choice(_("stop"), value=("way", "stop"))]


def _words(slot: Slot, path: str, tongue: Tongue) -> str:
    """The slot's name with its question and limits."""
    return visible(f"{path}: {question(slot, tongue)}")


def _shown(item: Data) -> str:
    """An item in a line."""
    match item:
        case dict():
            text = "  ".join(_shown(one) for one in item.values() if not blank(one))
        case list():
            text = "; ".join(_shown(one) for one in item if not blank(one))
        case _:
            text = " ".join((item or "").split())
    return visible(text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…")


class _Checked(Validator):
    """Says of an answer what `drafter check` would say of it."""

    def __init__(self, slot: Slot, tongue: Tongue, path: str) -> None:
        self.slot, self.tongue, self.path = slot, tongue, path

    def validate(self, document: Typed) -> None:
        """Raise what is wrong."""
        wrong = refused(document.text, self.slot, self.tongue, self.path)
        if wrong:
            raise ValidationError(message=sentence(wrong, _), cursor_position=len(document.text))
