"""Words with slots as a blueprint says them, and what it promises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from drafter.distillation.facts import NOWHERE, Span
from drafter.distillation.frames import Token
from drafter.expression.grammar import WORDS
from drafter.expression.parse import parse_prose, readings
from drafter.expression.spell import escaped, hole, source
from drafter.language import Tongue
from drafter.language.tongue import Mapper
from drafter.model.brief import SETTINGS
from drafter.model.expression import Expression, Filtered, Prose
from drafter.model.speech import Headed, Speech

RESERVED = WORDS | {*SETTINGS, "emphases", "item"}


def _scheme(block: Headed) -> str:
    return block.enumerator.scheme if block.enumerator else ""


def numbered(speech: Speech, tongue: Tongue) -> int:
    """How many points the speech numbers at its first level."""
    schemes = [_scheme(one) for one in speech.emphases if isinstance(one, Headed)]
    return len(schemes) if len(set(schemes)) == 1 and schemes[0] in tongue.schemes else 0


def holes(text: str, spans: Iterable[Span], count: int, tongue: Tongue) -> Iterator[tuple[int, int, int | str]]:
    """What is put into a text, from left to right and none within another: facts, and the number of points promised."""
    at = 0
    told: list[tuple[int, int, int | str]] = [(one.start, one.end, one.key) for one in spans]
    told += _promised(text, count, tongue)
    for start, end, of in sorted(told, key=lambda one: one[:2]):
        if start >= at:
            yield start, end, of
            at = end


def _promise(tongue: Tongue) -> Expression:
    [(_, reading)] = readings(tongue.usage.promise)
    return reading.expression


def _promised(text: str, count: int, tongue: Tongue) -> Iterator[tuple[int, int, str]]:
    """Where a speaker says how many points follow, and the expression that says it; only if so many do."""
    wanted = _promise(tongue)
    mapper = tongue.filters[wanted.name] if isinstance(wanted, Filtered) else None
    if count < 2 or not isinstance(mapper, Mapper):
        return
    for pattern in (*tongue.usage.promises, *tongue.usage.loose_promises):
        for found in re.finditer(pattern, text):
            if found["number"] == mapper.change(count):
                yield (*found.span("number"), source(wanted))


def sentence(tokens: Sequence[Token], names: Mapping[int, str]) -> Prose:
    """Words with holes as prose, under the names of slots."""
    done, words = "", ""
    for token in tokens:
        if isinstance(token, str):
            words += token
        else:
            done, words = done + escaped(words) + hole(names[token.of] if isinstance(token.of, int) else token.of), ""
    return parse_prose(done + escaped(words), NOWHERE)[0]
