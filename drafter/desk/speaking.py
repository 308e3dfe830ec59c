"""What a speech says though its speaker does not speak so; told where the brief says who speaks, or on what occasion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from drafter.model.outline import Unlike
from drafter.problem import Place, Problem
from drafter.sentences.speaking import UNLIKE


def unlike_speaker(said: Iterable[Unlike], place: Callable[[str], Place]) -> Iterator[Problem]:
    """A warning for everything that is out of place; `place` knows where the brief has the fact of a slot."""
    for one in said:
        shun = one.shun
        facts = {"name": shun.answer, "what": shun.words, "of": one.key, "text": one.text, "instead": shun.instead}
        yield Problem("unlike-speaker", place(shun.slot), facts, "warning", says=UNLIKE if shun.instead else None)
