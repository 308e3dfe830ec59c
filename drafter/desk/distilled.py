"""A blueprint of old speeches with the briefs that give them again: its files, and what is drafted of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice

from msgspec import Struct, field

from drafter.desk.draft import composed
from drafter.distillation import Eagerness, Fact
from drafter.distillation.align import Row
from drafter.distillation.choices import Choices, Part
from drafter.distillation.facts import Value
from drafter.facts.look import Look
from drafter.model.blueprint import Blueprint
from drafter.model.manuscript import Manuscript
from drafter.model.sheet import Recognised
from drafter.model.speech import Speech
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.notation.write import blueprint_text, data_text
from drafter.problem import InputError
from drafter.yamltext.data import Data
from drafter.yamltext.parse import parse


class Basis(Struct, frozen=True):
    """What a blueprint was made from, so that it can be made otherwise."""

    speeches: tuple[Speech, ...]
    """The speeches, or their words without structure."""
    look: Look
    """What facts were looked for with."""
    eager: Eagerness
    """What became a slot."""
    apart: frozenset[Part]
    """The parts that keep their words."""


class Returned(Struct, frozen=True, kw_only=True):
    """A blueprint of old speeches and what the brief of each says, so that drafting gives each again."""

    recognised: tuple[Recognised, ...]
    """The speeches as they were read."""
    sources: tuple[str, ...]
    """The names of their files."""
    blueprint: Blueprint
    """Their structure and their words."""
    given: tuple[Mapping[str, Value], ...]
    """The facts of each, by slot."""
    picks: tuple[Mapping[str, int], ...] = ()
    """The wordings that each uses, by node."""
    own: tuple[Mapping[str, str], ...] = ()
    """The lines of the front that each says in words of its own."""
    facts: tuple[Fact, ...] = ()
    """The slots, and why each is one."""
    left: int = 0
    """How many more facts stay in their sentences, because there are too many."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Where the words of a node come from, by its id."""
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    """Several speeches side by side, zone by zone."""
    choices: Choices
    """What stands where in the speeches and what it is called."""
    basis: Basis
    """What it was made from."""

    @property
    def blueprint_text(self) -> str:
        """The blueprint's file."""
        return blueprint_file(self)

    @property
    def brief_texts(self) -> tuple[str, ...]:
        """The briefs' files, each of which gives its speech again."""
        return brief_files(self)


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
        if made.own and made.own[n]:
            data["overrides"] = dict(made.own[n])
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


def line_of(recognised: Recognised, id: str) -> str:
    """Where a node's words stand in the old speech."""
    place = recognised.places[id]
    return f"第 {place.line} {'段' if place.file.endswith('.docx') else '行'}"


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
