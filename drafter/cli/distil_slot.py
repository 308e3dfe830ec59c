"""One slot of `drafter distil --review`: shown in its sentences, and called, cut, asked or read otherwise; and new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from shutil import get_terminal_size
from typing import TypeVar

import typer

from drafter.catalogue import N_, _, ngettext
from drafter.cli.line import Back, Row
from drafter.cli.table import clipped, colours, column, width
from drafter.cli.terminal import found, picked, typed
from drafter.desk import distil_choices as decide
from drafter.desk.distil import Returned
from drafter.desk.distil_choices import Fact, Made, Rows, Sentence
from drafter.desk.distil_files import value_of
from drafter.problem import Problem
from drafter.sentences import FACTS, sentence, visible

Answer = TypeVar("Answer")
Result = TypeVar("Result")
LONGEST_NAME, KIND, FOR_KINDS = 30, 18, 90
"""Columns that a name may take, that a kind does, and that a terminal needs for it to be shown."""
EDGE = 8
"""Columns before the words of a row."""
BEFORE = 10
"""Characters of a sentence before what is meant in it."""
MOST_SHOWN = 8
"""Places and items of one slot that are shown."""
EVERYWHERE = -1
"""The number of no place."""
TYPES = {
    "text": N_("any words"),
    "number": N_("a figure"),
    "date": N_("a day"),
    "due": N_("a deadline in words"),
    "quantity": N_("an amount with its unit"),
    "choice": N_("one of several"),
    "flag": N_("yes or no"),
    "list": N_("items, each with its fields"),
}
"""How values are read."""


def slot_rows(made: Returned, facts: Sequence[Fact]) -> list[Row]:
    """Slots, each with its kind and its first sentence; found by all that is known of it."""
    names = min(LONGEST_NAME, max((width(fact.name) + 2 for fact in facts), default=0))
    columns = get_terminal_size().columns - EDGE
    kinds = KIND if columns >= FOR_KINDS else 0
    rows = []
    for fact in facts:
        places = decide.sentences(made, fact.name)
        said = sentence_of(places[0]) if places else value_of(fact)
        kind = column(kind_of(fact), kinds) if kinds else ""
        shown = column(fact.name, names) + kind + said
        sought = "\n".join((fact.name, kind_of(fact), value_of(fact), fact.slot.ask, *(one.words for one in places)))
        rows.append(Row(clipped(visible(shown), columns), fact.name, sought=sought))
    return rows


def kind_of(fact: Fact) -> str:
    """What a fact was taken for, and how often it stands."""
    return _(FACTS[fact.kind]) + f" ×{fact.count}" * (fact.count > 1)


def sentence_of(one: Sentence) -> str:
    """A sentence from shortly before the words that are meant, and these in brackets."""
    before = one.words[: one.start]
    before = before if len(before) <= BEFORE else "…" + before[-BEFORE:]
    return f"{before}〔{one.words[one.start : one.end]}〕{one.words[one.end :]}"


def changed(made: Returned, fact: Fact) -> Returned:
    """One slot otherwise; raises Back."""
    _show(made, fact)
    ask = fact.slot.ask if fact.name in fact.slot.ask else f"{fact.name}: {fact.slot.ask}"
    rows = list(_actions(made, fact))
    return _then(lambda: picked(ask, rows), lambda answer: _done(ACTIONS[answer](made, fact.name)))


def _show(made: Returned, fact: Fact) -> None:
    """What a slot is, and every sentence in which it stands; of a list, its items."""
    ink = colours()
    what = _("{kind}; read as {type} ({what})")
    typer.echo("  " + what.format(kind=_(FACTS[fact.kind]), type=fact.slot.type, what=_(TYPES[fact.slot.type])))
    for line in _shown(made, fact):
        before, mark, after = visible(line).partition("〔")
        words, end, after = after.partition("〕")
        typer.echo("  " + before + ink(mark + words + end, "1") + after)


def _shown(made: Returned, fact: Fact) -> Iterator[str]:
    places = decide.sentences(made, fact.name)
    if isinstance(fact.value, str):
        every = list(_placed(made, places))
    else:
        every = [
            f"{n}. " + " | ".join(f"{name}: {words}" for name, words in one.items())
            for n, one in enumerate(fact.value, 1)
        ]
    yield from every[:MOST_SHOWN]
    if left := len(every[MOST_SHOWN:]):
        yield ngettext("and {n} more", "and {n} more", left).format(n=left)


def _items(records: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """The records of a list, each with its fields."""
    for n, one in enumerate(records, 1):
        yield f"{n}. " + " | ".join(f"{name}: {words}" for name, words in one.items())


def _placed(made: Returned, places: Sequence[Sentence]) -> Iterator[str]:
    """Sentences with where they stand."""
    for one in places:
        source = f"{made.sources[one.speech]} " if len(made.sources) > 1 else ""
        where = f"{source}{one.line}".strip()
        yield (
            f"{where}  " if where else ""
        ) + f"{one.words[: one.start]}〔{one.words[one.start : one.end]}〕{one.words[one.end :]}"


def _actions(made: Returned, fact: Fact) -> Iterator[tuple[str, str]]:
    """What can be done with a slot; what cannot be told from it is refused with its reason."""
    is_list = fact.slot.type == "list"
    yield _("rename"), "rename"
    if is_list:
        yield _("rename a field"), "field"
    if decide.may_join(made, fact.name):
        yield _("merge with another that says the same"), "merge"
    if fact.slot.type != "flag":
        yield _("drop: leave the words in the sentence"), "drop"
    if len(decide.sentences(made, fact.name)) > 1:
        yield _("split: one of its places asks for a slot of its own"), "split"
    if len(decide.types(made, fact.name)) > 1:
        yield _("change the type: {type}").format(type=fact.slot.type), "type"
    yield _("change the question"), "question"
    if is_list:
        yield _("no list: its items one by one"), "unlist"


def _then(ask: Callable[[], Answer], decided: Callable[[Answer], Result]) -> Result:
    """What comes of an answer; who goes back from the next question is asked again."""
    while True:
        answer = ask()
        with suppress(Back):
            return decided(answer)


def _rename(made: Returned, slot: str) -> Made:
    return decide.renamed(made, slot, typed(_("name"), slot, _naming(made, slot)))


def _field(made: Returned, slot: str) -> Made:
    fields = [(one.name, one.name) for one in made.blueprint.slots[slot].fields]

    def called(field: str) -> Made:
        return decide.renamed(made, f"{slot}.{field}", typed(_("name"), field, lambda _text: ""))

    return _then(lambda: picked(_("which field?"), fields), called)


def _merge(made: Returned, slot: str) -> Made:
    others = decide.may_join(made, slot)
    rows = slot_rows(made, [fact for fact in made.facts if fact.name in others])
    return decide.joined(made, slot, found(_("{name}: which other?").format(name=slot), rows))


def _drop(made: Returned, slot: str) -> Made:
    return decide.dropped(made, slot)


def _split(made: Returned, slot: str) -> Made:
    places = decide.sentences(made, slot)

    def called(which: int) -> Made:
        return decide.split(made, slot, which, typed(_("name"), "", _naming(made, "")))

    return _then(lambda: _place(places, _("which place asks for a slot of its own?")), called)


def _retype(made: Returned, slot: str) -> Made:
    types = {str(one): one for one in decide.types(made, slot)}
    answer = picked(_("read as"), [(f"{one}  {_(TYPES[one])}", one) for one in types])
    return decide.retyped(made, slot, types[answer])


def _reask(made: Returned, slot: str) -> Made:
    return decide.reasked(made, slot, typed(_("question"), made.blueprint.slots[slot].ask, lambda _text: ""))


def _unlist(made: Returned, slot: str) -> Made:
    return decide.unlisted(made, slot)


ACTIONS: Mapping[str, Callable[[Returned, str], Made]] = {
    "rename": _rename,
    "field": _field,
    "merge": _merge,
    "drop": _drop,
    "split": _split,
    "type": _retype,
    "question": _reask,
    "unlist": _unlist,
}


def added(made: Returned) -> Returned:
    """A slot more, of words that are typed or pasted; raises Back."""
    given = [""]

    def said() -> str:
        given[0] = typed(_("words, as the speech says them"), given[0], lambda text: _unsaid(made, _line(made, text)))
        return _line(made, given[0])

    def placed(words: str) -> Returned:
        places = decide.found(made, words)
        if len(places) == 1:
            return called(words, 0)
        return _then(lambda: _place(places, _("which of these places?"), all=True), lambda which: called(words, which))

    def called(words: str, which: int) -> Returned:
        name = typed(_("name"), "", _naming(made, ""))
        return _done(decide.added(made, words, name, None if which == EVERYWHERE else which))

    return _then(said, placed)


def _line(made: Returned, text: str) -> str:
    """Words as the speech says them: what is pasted may be broken where the page was, or have blanks that were mended."""
    words = "".join(text.split("\n")).strip()
    bare = "".join(words.split())
    return bare if not decide.found(made, words) and decide.found(made, bare) else words


def _unsaid(made: Returned, words: str) -> str:
    """Why words cannot be a slot; empty where they can."""
    if decide.found(made, words):
        return ""
    wrong = decide.added(made, words, _unused(made))
    return sentence(wrong, _) if isinstance(wrong, Problem) else ""


def _unused(made: Returned) -> str:
    """A name that no slot has."""
    return "_" + "".join(made.blueprint.slots)


def listed(made: Returned) -> Returned:
    """Parts that are built alike as a list; raises Back."""
    every = {one.id: one for one in decide.may_list(made)}

    def called(id: str) -> Returned:
        row = every[id]
        for words in islice(_items(row.records), MOST_SHOWN):
            typer.echo(f"  {visible(words)}")
        return _done(decide.listed(made, row.id, typed(_("name"), row.name, _naming(made, ""))))

    return _then(lambda: found(_("which parts?"), [_row_of(one) for one in every.values()]), called)


def _row_of(one: Rows) -> Row:
    """Parts that can be a list, by the first of them."""
    return Row(f"{clipped(visible(one.words[0]), 44)}  ×{len(one.records)}", one.id, sought="\n".join(("", *one.words)))


def _place(places: Sequence[Sentence], words: str, *, all: bool = False) -> int:
    """Which of several places, or all of them."""
    columns = get_terminal_size().columns - EDGE
    rows = [Row(_("everywhere ({n})").format(n=len(places)), str(EVERYWHERE))] * all
    for n, one in enumerate(places):
        shown = f"{one.line}  {sentence_of(one)}".strip()
        rows.append(Row(clipped(visible(shown), columns), str(n), sought=f"\n{one.words}"))
    return int(found(words, rows))


def _naming(made: Returned, slot: str) -> Callable[[str], str]:
    """What is wrong with a name for a slot, or for a new one."""

    def wrong(name: str) -> str:
        problem = decide.refused(made, slot, name)
        return sentence(problem, _) if problem else ""

    return wrong


def _done(made: Made) -> Returned:
    """What a choice gave; what it refuses is told, and gone back on."""
    if isinstance(made, Problem):
        typer.echo(visible(sentence(made, _)))
        raise Back
    return made
