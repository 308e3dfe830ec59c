"""The way back, for the faces: old speeches → a blueprint and a brief each, which give them again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from os import fspath
from pathlib import Path
from typing import get_args

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.desk.draft import composed
from drafter.desk.fact_look import looked_for
from drafter.desk.library import Library
from drafter.desk.misprints import different, misprinted, numbered_beside, paragraphs, printed
from drafter.distillation import Eagerness, Fact
from drafter.distillation.align import Row
from drafter.distillation.choose import Given, Names, chosen
from drafter.distillation.merge import merge
from drafter.distillation.pool import Part
from drafter.distillation.words import parts
from drafter.facts.look import Look
from drafter.formats import MOST_LINES
from drafter.model.blueprint import Blueprint
from drafter.model.fold import nest
from drafter.model.manuscript import Manuscript
from drafter.model.move import MOVES
from drafter.model.sheet import Recognised
from drafter.model.speech import Speech
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.notation.write import blueprint_text, data_text
from drafter.problem import InputError, Place, Problem
from drafter.yamltext.data import Data
from drafter.yamltext.parse import parse
from drafter.yamltext.source import LARGEST

MOST_TRIES = 6
MOST_PROVED = 3_000
"""Lines drafted again while a speech is tried: a long one is tried less often."""


class Returned(Struct, frozen=True, kw_only=True):
    """A blueprint of old speeches and what the brief of each says, so that drafting gives each again."""

    recognised: tuple[Recognised, ...]
    """The speeches as they were read."""
    sources: tuple[str, ...]
    """The names of their files."""
    blueprint: Blueprint
    """Their structure and their words."""
    given: tuple[Given, ...]
    """The facts of each, by slot."""
    picks: tuple[Mapping[str, int], ...] = ()
    """The wordings that each uses, by node."""
    facts: tuple[Fact, ...] = ()
    """The slots, and why each is one."""
    left: int = 0
    """How many more facts stay in their sentences, because there are too many."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Where the words of a node come from, by its id."""
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    """Several speeches side by side, zone by zone."""

    @property
    def blueprint_text(self) -> str:
        """The blueprint's file."""
        return blueprint_file(self)

    @property
    def brief_texts(self) -> tuple[str, ...]:
        """The briefs' files, each of which gives its speech again."""
        return brief_files(self)


def distil(
    *speeches: Recognised, name: str = "speech", sources: Sequence[str | Path] = (), slots: Eagerness = "facts"
) -> Returned:
    """The blueprint `name` of old speeches and a brief each; `sources` are what the speeches are called in them."""
    if not all(isinstance(speech, Recognised) for speech in speeches) or not speeches:
        raise TypeError("distil takes one speech or several, each as recognise gives it back")
    if slots not in get_args(Eagerness):
        raise ValueError(f"slots are {', '.join(get_args(Eagerness))}, not {slots!r}")
    called = [fspath(source) for source in sources] or [f"{name}-{n}" for n in range(1, len(speeches) + 1)]
    if isinstance(sources, str) or len(called) != len(speeches):
        raise TypeError(f"sources are the names of the speeches in a list, {len(speeches)} here")
    return distil_speeches(speeches, called, name, slots)


def distil_speeches(
    found: Sequence[Recognised],
    sources: Sequence[str],
    name: str,
    eager: Eagerness = "facts",
    library: Library | None = None,
) -> Returned:
    """The blueprint `name` of one or several speeches, each of which its brief gives again, character for character.

    Raises InputError if it would be larger than a blueprint may be.
    """
    look = looked_for(found[0].manuscript.language, library)
    lines = sum(len(one.manuscript.lines) for one in found)
    if len(found) > 1 and lines > MOST_LINES:
        facts = {"most": f"{MOST_LINES:,}", "size": f"{lines:,}"}
        raise InputError([Problem("too-many-lines-together", Place(sources[-1]), facts)])
    made = _together(found, sources, name, look, eager)
    size = len(blueprint_file(made).encode())
    if size > LARGEST:
        raise InputError(
            [Problem("too-long-to-distil", Place(sources[0]), {"most": f"{LARGEST:,}", "size": f"{size:,}"})]
        )
    return made


def with_names(made: Returned, names: Names) -> Returned:
    """The same with its slots called as a person wants it; the empty name leaves the words in their sentences."""
    blueprint, given = chosen(made.blueprint, made.given, names)
    facts: dict[str, Fact] = {}
    for fact in made.facts:
        if new := names.get(fact.name, fact.name):
            before = facts.get(new)
            count = fact.count + (before.count if before else 0)
            facts[new] = replace(before or fact, slot=blueprint.slots[new], count=count)
    return replace(made, blueprint=blueprint, given=given, facts=tuple(facts.values()))


def blueprint_file(made: Returned) -> str:
    """The text of the blueprint's file."""
    names = "、".join(made.sources)
    differ = "；各稿不同之处由各自的材料单决定" if len(made.sources) > 1 else ""
    return blueprint_text(made.blueprint, made.notes, [f"由 {names} 提炼：序号由工具编排，事实在材料单里{differ}。"])


def brief_files(made: Returned) -> tuple[str, ...]:
    """The texts of the briefs' files."""
    notes = dict(_notes(made.facts)) if len(made.sources) == 1 else {}
    done = []
    for n, (source, given) in enumerate(zip(made.sources, made.given, strict=True)):
        data: dict[str, Data] = {"blueprint": f"{made.blueprint.name}.yaml"}
        for name in made.blueprint.slots:
            if name in given:
                value = given[name]
                data[name] = value if isinstance(value, str) else [dict(record) for record in value]
        if made.picks and made.picks[n]:
            data["pick"] = {id: str(number) for id, number in made.picks[n].items()}
        done.append(data_text(data, [f"{source} 中的事实"], notes))
    return tuple(done)


def drafts_again(made: Returned) -> Iterator[Manuscript | None]:
    """The manuscripts that the blueprint and each brief give when their files are read and drafted; None if they cannot be."""
    name = made.blueprint.name
    blueprint, _ = read_blueprint(parse(blueprint_file(made), f"{name}.yaml"), name)
    for text in brief_files(made):
        yield _drafted(text, blueprint) if blueprint is not None else None


def drafted_again(made: Returned, n: int = 0) -> Manuscript | None:
    """The one of these that a speech's brief gives."""
    return next(islice(drafts_again(made), n, None))


def _drafted(text: str, blueprint: Blueprint) -> Manuscript | None:
    brief, _, problems = read_brief(parse(text, "brief.yaml"), lambda _name, _place: (blueprint, ()))
    with suppress(InputError):  # more than can be planned
        return composed(brief, blueprint, problems).manuscript if brief is not None else None
    return None


def _together(found: Sequence[Recognised], sources: Sequence[str], name: str, look: Look, eager: Eagerness) -> Returned:
    """What a speech's brief would print otherwise keeps its words, and shares nothing with the other speeches.

    Where that does not help, there are no slots and no structure: a passage a paragraph.
    """
    speeches = [nest(recognised.manuscript) for recognised in found]
    for last in (False, True):
        made, right = _laid_together(found, speeches, sources, name, look, eager, last)
        if right:
            break
        speeches = [paragraphs(recognised.manuscript) for recognised in found]
    return made


def _laid_together(
    found: Sequence[Recognised],
    speeches: Sequence[Speech],
    sources: Sequence[str],
    name: str,
    look: Look,
    eager: Eagerness,
    alone: bool,
) -> tuple[Returned, bool]:
    """One blueprint, and whether each speech comes back; with `alone` they share nothing."""
    apart: set[Part] = set()
    if alone:
        apart = {(n, part.id) for n, speech in enumerate(speeches) for part in parts(speech)}
        eager = "none"
    lines, left = sum(len(one.manuscript.lines) for one in found), 0
    tries = min(MOST_TRIES, 1 + MOST_PROVED // (1 + lines)) if len(found) == 1 else MOST_LINES
    while True:
        merged = merge(speeches, name, look, eager, apart)
        made = Returned(
            recognised=tuple(found),
            sources=tuple(sources),
            blueprint=merged.blueprint,
            given=tuple(
                {n: source.values[n] for n in merged.blueprint.slots if n in source.values} for source in merged.sources
            ),
            picks=tuple(source.pick for source in merged.sources),
            facts=merged.facts,
            left=merged.left + left,
            notes={id: note for id, told in merged.origins.items() if (note := _origins(found, sources, told))},
            rows=merged.rows if len(found) > 1 else {},
        )
        again = tuple(drafts_again(made))
        if len(found) == 1 and again[0] is None and eager != "none":  # more than can be planned
            eager, left = "none", len(merged.facts) + merged.left
            continue
        blamed = set(_blamed(found, again, merged.aliases))
        tries -= 1
        if not blamed or alone or blamed <= apart or not tries:
            return made, not blamed
        apart |= blamed


def _blamed(
    found: Sequence[Recognised], again: Sequence[Manuscript | None], aliases: Mapping[str, str]
) -> Iterator[Part]:
    """The parts that come out otherwise than they were; of a speech by itself, no more than those."""
    if len(found) == 1:
        old, new = found[0].manuscript, again[0]
        if new is None or printed(new) != printed(old):
            other = different(old, new, aliases)
            yield from ((0, id) for id in other | numbered_beside(old, other))
        return
    for n, (recognised, one) in enumerate(zip(found, again, strict=True)):
        yield from ((n, id) for id in misprinted(recognised.manuscript, one))


def _origins(found: Sequence[Recognised], sources: Sequence[str], parts: Sequence[Part]) -> str:
    """Where a node's words stand in the old speeches."""
    if len(found) == 1:
        return "；".join(
            f"原稿{_origin(found[0], id)}" + "".join(f"；{one}" for one in _seen(found[0], id))
            for _, id in parts
            if id in found[0].places
        )
    return "，".join(f"{sources[n]} {_origin(found[n], id)}" for n, id in parts if id in found[n].places)


def _origin(recognised: Recognised, id: str) -> str:
    """Where a node's words stand in the old speech."""
    place = recognised.places[id]
    return f"第 {place.line} {'段' if place.file.endswith('.docx') else '行'}"


def _seen(recognised: Recognised, id: str) -> Iterator[str]:
    """What a node's move was told by."""
    if id in recognised.cues:
        move = re.sub(r"-\d+$", "", id).replace("-", "_")
        yield f"由“{recognised.cues[id]}”认作{MOVES.get(move, move)}"


def _notes(facts: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    """The comment before each fact; before the first of those that stand under one heading, that heading, too."""
    section = ""
    for fact in facts:
        new = fact.section if fact.section != section else ""
        section = fact.section
        yield fact.name, f"【{new}】\n\n# {_note(fact)}" if new else _note(fact)


def _note(fact: Fact) -> str:
    times = f"，出现 {fact.count} 次" if fact.count > 1 and fact.kind != "records" else ""
    return f"{fact.slot.ask}{times}"
