"""Texts with their expressions filled in."""

from __future__ import annotations

from drafter.expression.evaluate import Scope, evaluate, given, printed
from drafter.expression.spell import source
from drafter.expression.walk import names_in, words_in
from drafter.language import Finder, Tongue
from drafter.language.marks import Atom, settle
from drafter.model.expression import Expression, Field, Filtered, Prose, Toggle
from drafter.model.speech import Inlines, Text
from drafter.model.value import Gap
from drafter.problem import Allowance, Place

LONGEST = 1_000_000
"""Characters of a speech, defaults counted; ten hours of talk have a tenth of it."""
MOST_FILLED = 20_000
"""Facts and gaps in a speech, and changes between plain and strong words; a speech of ten hours has some thousands."""


class Paper:
    """What one speech may be written on: so many characters, and so many facts and gaps among them."""

    def __init__(self) -> None:
        self.room, self.places = Allowance("too-long", LONGEST), Allowance("too-many-facts", MOST_FILLED)

    def take(self, words: Inlines, place: Place) -> None:
        """Use some of it for the words of a fact, or for a gap; raises InputError where too little is left."""
        self.places.take(len(words), place)
        self.room.take(sum([len(word.text) if isinstance(word, Text) else 1 for word in words]), place)


def render(prose: Prose, scope: Scope, tongue: Tongue, paper: Paper) -> Inlines:
    """The prose with its expressions filled in, on so much paper; marks that meet at the seams are settled."""
    atoms: list[Atom] = []
    for piece in prose.pieces:
        if isinstance(piece, str):
            paper.room.take(len(piece), prose.place)
            if piece == prose.text:  # nothing that it could meet
                return (Text(piece),)
            atoms.append(Text(piece))
        elif isinstance(piece, Toggle):
            paper.places.take(1, prose.place)
            atoms.append(piece)
        else:
            words = (piece,) if isinstance(piece, Gap) else _filled(piece, scope, tongue)
            paper.take(words, prose.place)
            atoms += words  # type: ignore[arg-type]  # a value has no strong words
    return settle(atoms, tongue.marks)


def _filled(piece: Expression, scope: Scope, tongue: Tongue) -> Inlines:
    """What an expression comes to; a gap, where facts that are given do not have what it looks for in them."""
    words = printed(evaluate(piece, scope, tongue), tongue)
    if words or not any(_looks(word, tongue) for word in words_in(piece)):
        return words
    names = [name.name for name in names_in(piece) if name.name in scope]
    if not names or not all(given(scope[name]) for name in names):
        return words
    sought = source(piece)
    return (Gap(names[0], sought, tongue.gap.format(sought), sought=sought),)


def _looks(word: Expression, tongue: Tongue) -> bool:
    """Whether it looks into what facts say."""
    match word:
        case Filtered(_, name, _):
            return isinstance(tongue.filters.get(name), Finder)
        case Field(_, name):
            return name in tongue.readings
        case _:
            return False
