"""Several speeches → one Blueprint, and what each one's brief says to get it back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.distillation.align import Row, aligned
from drafter.distillation.choices import NOTHING, Choices, Part
from drafter.distillation.choose import chosen
from drafter.distillation.facts import Fact
from drafter.distillation.gather import NOWHERE
from drafter.distillation.merger import Merger
from drafter.distillation.pool import Source
from drafter.facts.hit import Eagerness
from drafter.facts.look import Look
from drafter.model.blueprint import Blueprint, worded
from drafter.model.speech import Speech, plain


class Merged(Struct, frozen=True):
    """Several speeches in one blueprint."""

    blueprint: Blueprint
    """What they share, and what only some have."""
    sources: tuple[Source, ...]
    """For each speech, what its brief says."""
    origins: dict[str, tuple[Part, ...]]
    """For each node, the parts of the speeches that it was made of."""
    rows: dict[str, tuple[Row, ...]]
    """The speeches side by side."""
    facts: tuple[Fact, ...]
    """The slots, with what the speeches have in each."""
    choices: Choices
    """What is settled with it: it gives the same again."""
    left: int = 0
    """How many more facts stay in their sentences, because there are too many."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """For parts that are told together with others, of the speech and of its draft, the one that stands for all."""


def merge(
    speeches: Sequence[Speech],
    name: str,
    look: Look,
    eager: Eagerness,
    apart: Collection[Part] = (),
    choices: Choices = NOTHING,
) -> Merged:
    """One blueprint of several speeches; the parts in `apart` share nothing and keep their words."""
    table = aligned(speeches)
    merger = Merger(speeches, look, eager, frozenset(apart), choices)
    everyone = frozenset(range(len(speeches)))
    front = dict(merger.front())
    zones = {zone: tuple(merger.nodes(rows, everyone, 0)) for zone, rows in table.items()}
    blueprint = Blueprint(
        name=name,
        title=(plain(speeches[0].title) or name) if len(speeches) == 1 else name,
        language=speeches[0].language,
        slots=merger.pool.typed_slots(),
        asked=tuple(merger.pool.slots),
        front={key: worded(line) for key, line in front.items()},
        opening=zones["opening"],
        emphases=zones["emphases"],
        closing=zones["closing"],
        place=NOWHERE,
    )
    left = sum(facts.left for facts in merger.pool.facts)
    names = merger.pool.names()
    called, given = chosen(blueprint, [source.values for source in merger.pool.sources], names)
    sources = tuple(Source(dict(told), source.pick) for told, source in zip(given, merger.pool.sources, strict=True))
    facts = tuple(merger.pool.table(called, given))
    settled = _settled(merger, names, facts, choices)
    return Merged(called, sources, merger.origins, table, facts, settled, left, merger.aliases)


def _settled(merger: Merger, names: Mapping[str, str], facts: Sequence[Fact], choices: Choices) -> Choices:
    """All that is in the blueprint as choices."""
    spans = {
        text: tuple(replace(span, name=names.get(span.name, span.name)) for span in spans)
        for text, spans in merger.pool.spans.items()
    }
    lists = {part: replace(one, name=names.get(name, name)) for part, (one, name) in merger.patterns.items()}
    none = {part: None for part, one in choices.patterns.items() if one is None}
    return Choices({fact.name: fact for fact in facts}, spans, {**none, **lists}, merger.flags)
