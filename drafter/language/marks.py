"""Joining words so that marks that meet are neither doubled nor lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from drafter.language.tongue import Form, Marks, Tongue
from drafter.language.unseen import seen
from drafter.model.expression import Toggle
from drafter.model.speech import Inlines, Strong, Text, leaves, plain
from drafter.model.value import Gap

Atom = Text | Gap | Toggle


def settle(atoms: Iterable[Atom], marks: Marks) -> Inlines:
    """The atoms joined: where two marks meet at a seam, the one that says more stays; strong text is gathered."""
    done: list[Atom] = []
    last = -1  # the text that the next one meets; past a gap, none
    emptied = toggled = False
    for atom in atoms:
        if isinstance(atom, Toggle):
            toggled = True
        else:
            text = isinstance(atom, Text)
            if text and atom.slot:
                atom = _given(atom, done, marks)  # type: ignore[arg-type]
            if last >= 0 and (not text or atom.text):  # type: ignore[union-attr]
                atom = _behind(done, last, atom, marks)
                emptied = emptied or not done[last].text  # type: ignore[union-attr]
            if text and not atom.text:  # type: ignore[union-attr]
                continue
            last = len(done) if text else -1
        done.append(atom)
    if last >= 0:
        done[last] = _closed_once(done[last], marks)
    if toggled:
        return _gathered(done)
    if emptied:  # a mark alone has given way
        done = [atom for atom in done if not isinstance(atom, Text) or atom.text]
    return tuple(done)  # type: ignore[arg-type]


def _reworded(text: Text, words: str, *, anew: bool = False) -> Text:
    """Other words that come from the same place."""
    return Text(words, text.slot, anew, text.figure)


def opened(inlines: Inlines) -> Iterator[Atom]:
    """The words with strong ones between toggles, as they stood in prose: so marks meet through them."""
    for inline in inlines:
        if isinstance(inline, Strong):
            yield Toggle()
            yield from opened(inline.inlines)
            yield Toggle()
        else:
            yield inline


def joined(items: Sequence[Inlines], form: Form, marks: Marks) -> Inlines:
    """Items told off in one phrase, as the form says."""
    separator, last = form.separator, form.last
    if form.last_taken and _hold(items, last):
        last = form.last_taken
    if form.taken and _hold(items, separator):
        separator = last = form.taken
    items = [*(bare(item, marks) for item in items[:-1]), *items[-1:]]
    atoms: list[Atom] = []
    for n, item in enumerate(items):
        if n:
            mark = last if n == len(items) - 1 else separator
            atoms.append(Text("" if mark == marks.light and _edges(items[n - 1], item) in marks.parted else mark))
        atoms += opened(item)
    if form.end:
        atoms.append(Text(form.end))
    return settle(atoms, marks)


def shortened(items: Sequence[Inlines], left: int, form: Form, marks: Marks) -> Inlines:
    """Items that are told, and a clause that counts them with those that are left."""
    plain = Form(form.separator, form.separator, taken=form.taken)
    words = joined([bare(one, marks) for one in items], plain, marks)
    return settle((*opened(words), Text(form.rest.format(all=len(items) + left, left=left))), marks)


def _hold(items: Sequence[Inlines], mark: str) -> bool:
    """Whether a mark stands within an item."""
    return any(mark in atom.text for item in items for atom in item if isinstance(atom, Text))


def _edges(before: Inlines, after: Inlines) -> str:
    """The characters on both sides of a seam between items."""
    texts = [one.text for one in (*before[-1:], *after[:1]) if isinstance(one, Text) and one.text]
    return texts[0][-1] + texts[1][0] if len(texts) == 2 else ""


def bare(inlines: Inlines, marks: Marks) -> Inlines:
    """The words without the weak marks that they end in."""
    last = inlines[-1] if inlines else None
    if isinstance(last, Strong):
        inner = bare(last.inlines, marks)
        return (*inlines[:-1], *((Strong(inner),) if plain(inner) else ()))
    if isinstance(last, Text) and last.text[-1:] in (*marks.soft, *marks.wide) and last.text[-1:]:
        if last.slot and _is_short(last.text, marks):
            return inlines
        kept = last.text[:-1].rstrip(marks.soft)
        return (*inlines[:-1], _reworded(last, kept or (last.text if last.slot and len(inlines) == 1 else "")))
    return inlines


def sentences(inlines: Inlines, marks: Marks) -> int:
    """How many sentences the words hold; a mark inside quotes ends none."""
    text = "".join([leaf.text for leaf in leaves(inlines) if isinstance(leaf, Text)]).rstrip(marks.soft + marks.strong)
    if set(marks.sentence).isdisjoint(text):
        return 1
    return 1 + sum(
        char in marks.sentence and text[n + 1 : n + 2] not in (*marks.closing, *marks.sentence)
        for n, char in enumerate(text)
    )


def without_repeat(inlines: Inlines, word: str) -> Inlines:
    """The words without `word` at their beginning: 一要 + 要抓好 is 一要抓好."""
    first = inlines[0] if inlines else None
    if isinstance(first, Strong):
        return (Strong(without_repeat(first.inlines, word)), *inlines[1:])
    if word and isinstance(first, Text) and first.text.startswith(word):
        return (_reworded(first, first.text[len(word) :]), *inlines[1:])
    return inlines


def _is_short(text: str, marks: Marks) -> bool:
    """Whether a text ends in an abbreviation whose stop is no stop of the tongue: Inc."""
    return "." not in marks.soft and _abbreviated(text, marks)


def _abbreviated(text: str, marks: Marks) -> bool:
    return text.endswith(".") and re.search(marks.abbreviated, text) is not None


def ended(text: str, marks: Marks) -> bool:
    """Whether a fact ends in a mark that ends no word: 全市大会。 but not Inc."""
    end = marks.wide.get(text[-1:], text[-1:])
    return bool(end) and end in marks.own and not _abbreviated(text, marks)


def _given(fact: Text, before: Sequence[Atom], marks: Marks) -> Text:
    """A fact without the marks that it begins with."""
    text = fact.text
    if not _rest((*before[-1:], fact), len(before[-1:])):
        while text[1:] and text[0] in marks.leading:
            text = text[1:].lstrip()
    return fact if text is fact.text else _reworded(fact, text)


def _behind(done: list[Atom], at: int, atom: Text | Gap, marks: Marks) -> Text | Gap:
    """What comes behind the text at `at`, once their seam is settled: either may be shortened."""
    if isinstance(atom, Text) or not _rest((done[at], atom), 1):
        done[at] = _closed_once(done[at], marks)
    if isinstance(atom, Text):
        start = atom.text[0]
        if start in marks.soft or start in marks.strong or start in marks.wide:
            return _meet(done, at, atom, marks)
    if _goes_on(done, at, atom, marks):
        done[at] = _unended(done, at)
    elif isinstance(atom, Gap) and not _rest(done, at) and _only_leads(done[at], atom, marks):
        done[at] = Text("", atom.slot)
    return atom


def _goes_on(atoms: Sequence[Atom], at: int, after: Text | Gap, marks: Marks) -> bool:
    """Whether the sentence goes on with words behind a fact that ends in a mark; of several sentences none can be sure."""
    fact = atoms[at]
    if not isinstance(fact, Text) or not fact.slot or not ended(fact.text, marks):
        return False
    if isinstance(after, Gap):
        if fact.slot == after.slot:
            return False
    elif re.match(r"[ \t\u3000]*\n\s*\n", after.text):
        return False
    whole = [*takewhile(lambda one: not isinstance(one, Toggle) and one.slot == fact.slot, reversed(atoms[: at + 1]))]
    return sentences(tuple(reversed(whole)), marks) == 1  # type: ignore[arg-type]


def unended(inlines: Inlines, marks: Marks) -> Inlines:
    """A line of the front without the mark that the fact at its end brings along."""
    last = inlines[-1] if inlines else None
    closes = isinstance(last, Text) and last.slot and ended(last.text, marks)
    return (*inlines[:-1], _unended(inlines, len(inlines) - 1)) if closes and last else inlines


def open_ended(inlines: Inlines, marks: Marks) -> Inlines:
    """Words without the weak mark that they end in, so that they can go on."""
    while inlines and isinstance(inlines[-1], Text) and not inlines[-1].text:
        inlines = inlines[:-1]
    last = inlines[-1] if inlines else None
    if not isinstance(last, Text) or last.text[-1:] not in marks.soft:
        return inlines
    return (*inlines[:-1], _reworded(last, last.text[:-1], anew=last.anew))


def _closed_once(atom: Atom, marks: Marks) -> Atom:
    """A fact with one only of the marks that it ends in."""
    if not isinstance(atom, Text) or not atom.slot:
        return atom
    text = atom.text
    while len(text) > 1 and ended(text, marks) and marks.wide.get(text[-2], text[-2]) in marks.soft + marks.strong:
        text = text[:-1]
    return atom if text is atom.text else _reworded(atom, text)


def _rest(atoms: Sequence[Atom] | Inlines, at: int) -> bool:
    """Whether this goes on with a fact behind something that is open in it, or is what is open."""
    before, here = atoms[at - 1] if at else None, atoms[at]
    return {type(before), type(here)} == {Text, Gap} and before.slot == here.slot  # type: ignore[union-attr]


def _only_leads(before: Atom, gap: Gap, marks: Marks) -> bool:
    """Whether nothing but needless marks stands in a fact before what is open in it."""
    return isinstance(before, Text) and before.slot == gap.slot and not before.text.strip(marks.leading)


def _unended(atoms: Sequence[Atom] | Inlines, at: int) -> Text:
    """A fact without the mark at its end; a mark that is all of it stays, and is told."""
    fact = atoms[at]
    assert isinstance(fact, Text)
    return _reworded(fact, fact.text[:-1].rstrip() or ("" if _rest(atoms, at) else fact.text))


def _meet(done: list[Atom], at: int, atom: Text, marks: Marks) -> Text:
    """Settle the seam between the text at `at` and `atom`; may shorten that text, or return `atom` shortened."""
    start = marks.wide.get(atom.text[0], atom.text[0])
    if start not in marks.soft and start not in marks.strong:
        return atom
    before = done[at]
    assert isinstance(before, Text)
    if before.slot and ended(before.text, marks):
        done[at] = _unended(done, at)
        return atom
    if before.slot and _is_short(before.text, marks):
        return atom
    end = before.text[-1]
    inside = end in marks.closing
    if inside:
        end = before.text[-2:-1]
    wide = marks.wide.get(end, end)
    if not wide or (wide not in marks.soft and wide not in marks.strong) or wide + start in marks.kept:
        return atom
    if inside:
        return _reworded(atom, atom.text[1:]) if wide in marks.sentence and start in marks.sentence else atom
    if wide in marks.soft:
        done[at] = _reworded(before, before.text[:-1])
        return atom
    if start in marks.soft or start == wide:
        return _reworded(atom, atom.text[1:], anew=start in marks.sentence)
    return atom


def _gathered(atoms: Sequence[Atom]) -> Inlines:
    """Atoms between two toggles become Strong."""
    done: list[Text | Gap | Strong] = []
    strong: list[Text | Gap] | None = None
    for atom in atoms:
        if isinstance(atom, Toggle):
            if strong is None:
                strong = []
            else:
                done.append(Strong(tuple(strong)))
                strong = None
        elif isinstance(atom, Gap) or atom.text:
            (done if strong is None else strong).append(atom)
    return (*done, *(strong or ()))


def units(text: str, tongue: Tongue) -> int:
    """The text's length in what the tongue's speaking rate counts."""
    return len(text.split()) if tongue.unit == "words" else characters(text)


def characters(text: str) -> int:
    """Characters that are seen, other than white space."""
    return len(seen("".join(text.split())))
