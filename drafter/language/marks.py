"""Joining words so that marks that meet are neither doubled nor lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.language.tongue import Form, Marks, Tongue
from drafter.model.expression import Toggle
from drafter.model.speech import Inlines, Strong, Text, leaves, plain
from drafter.model.value import Gap

Atom = Text | Gap | Toggle


def settle(atoms: Iterable[Atom], marks: Marks) -> Inlines:
    """The atoms joined: where two marks meet at a seam, the one that says more stays; strong text is gathered."""
    soft, strong, wide = marks.soft, marks.strong, marks.wide
    done: list[Atom] = []
    last = -1  # the text that the next one meets; past a gap, none
    met = toggled = False
    for atom in atoms:
        if isinstance(atom, Text):
            if not atom.text:
                continue
            start = atom.text[0]
            if last >= 0 and (start in soft or start in strong or start in wide):
                atom = _meet(done, last, atom, marks)
                met = True
                if not atom.text:
                    continue
            last = len(done)
        elif isinstance(atom, Toggle):
            toggled = True
        else:
            last = -1
        done.append(atom)
    if toggled:
        return _gathered(done)
    if met:  # a mark alone may have given way
        done = [atom for atom in done if not isinstance(atom, Text) or atom.text]
    return tuple(done)  # type: ignore[arg-type]


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
    last = form.last
    if form.last_taken and any(last.strip() in atom.text for item in items for atom in item if isinstance(atom, Text)):
        last = form.last_taken
    atoms: list[Atom] = []
    for n, item in enumerate(items):
        if n:
            mark = last if n == len(items) - 1 else form.separator
            atoms.append(Text("" if mark == marks.light and _edges(items[n - 1], item) in marks.parted else mark))
        atoms += opened(bare(item, marks) if n < len(items) - 1 else item)
    if form.end:
        atoms.append(Text(form.end))
    return settle(atoms, marks)


def _edges(before: Inlines, after: Inlines) -> str:
    """The characters on both sides of a seam between items."""
    texts = [one.text for one in (*before[-1:], *after[:1]) if isinstance(one, Text) and one.text]
    return texts[0][-1] + texts[1][0] if len(texts) == 2 else ""


def bare(inlines: Inlines, marks: Marks) -> Inlines:
    """The words without the weak mark that they end in."""
    last = inlines[-1] if inlines else None
    if isinstance(last, Strong):
        inner = bare(last.inlines, marks)
        return (*inlines[:-1], *((Strong(inner),) if plain(inner) else ()))
    if isinstance(last, Text) and last.text[-1:] in (*marks.soft, *marks.wide) and last.text[-1:]:
        return (*inlines[:-1], Text(last.text[:-1], last.slot))
    return inlines


def sentences(inlines: Inlines, marks: Marks) -> int:
    """How many sentences the words hold; a mark inside quotes ends none."""
    text = "".join([leaf.text for leaf in leaves(inlines) if isinstance(leaf, Text)]).rstrip(marks.soft + marks.strong)
    if not any(mark in text for mark in marks.sentence):
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
        return (Text(first.text[len(word) :], first.slot), *inlines[1:])
    return inlines


def _meet(done: list[Atom], at: int, atom: Text, marks: Marks) -> Text:
    """Settle the seam between the text at `at` and `atom`; may shorten that text, or return `atom` shortened."""
    start = marks.wide.get(atom.text[0], atom.text[0])
    if start not in marks.soft and start not in marks.strong:
        return atom
    before = done[at]
    assert isinstance(before, Text)
    end = before.text[-1]
    inside = end in marks.closing
    if inside:
        end = before.text[-2:-1]
    wide = marks.wide.get(end, end)
    if not wide or (wide not in marks.soft and wide not in marks.strong) or wide + start in marks.kept:
        return atom
    if inside:
        return Text(atom.text[1:], atom.slot) if wide in marks.sentence and start in marks.sentence else atom
    if wide in marks.soft:
        done[at] = Text(before.text[:-1], before.slot)
        return atom
    if start in marks.soft or start == wide:
        return Text(atom.text[1:], atom.slot)
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
    """Characters other than white space."""
    return len("".join(text.split()))
