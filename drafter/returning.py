"""The way back, for the faces: an old speech → a manuscript, a document, a blueprint and a brief."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.distil import Distilled, Eagerness, Fact, Renames, distil
from drafter.distil.merge import Merged, Part, merge
from drafter.drafting import base_of, draft
from drafter.finding import find_cues, read_sheet
from drafter.formats.lines import page_text
from drafter.language import TONGUES, Tongue
from drafter.model.fold import nest
from drafter.model.manuscript import Heading, Line, Manuscript
from drafter.model.move import MOVES
from drafter.model.sheet import Recognised
from drafter.model.speech import Inline, Inlines, Said, Speech, Text
from drafter.model.style import Style
from drafter.model.value import Gap
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.notation.data import Data
from drafter.notation.write import blueprint_text, data_text
from drafter.problem import stop_on_errors
from drafter.recognise import recognise
from drafter.shelf import Shelf

MOST_TRIES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A blueprint and a brief that give an old speech again."""

    recognised: Recognised
    """The speech as it was read."""
    distilled: Distilled
    """Its structure and its facts."""
    blueprint: str
    """The blueprint's file."""
    brief: str
    """The brief's file."""


def recognise_file(path: Path, books: Shelf) -> Recognised:
    """The speech in a file; raises InputError where the file cannot be read."""
    sheet = read_sheet(path)
    stop_on_errors(sheet.problems)
    return recognise(sheet, find_cues(books))


def distil_speech(
    recognised: Recognised, name: str, source: str, eager: Eagerness = "facts", renames: Renames | None = None
) -> Returned:
    """A blueprint called `name` and its brief, which drafted again give the recognised speech, character for character.

    A node whose words the engine would print otherwise keeps them as they stand; if its structure cannot be
    kept either, the speech is held paragraph by paragraph.
    """
    speech = nest(recognised.manuscript)
    wanted = _printed(recognised.manuscript)
    plain: set[str] = set()
    for _ in range(MOST_TRIES):
        made = _written(recognised, distil(speech, name, eager, plain, renames), source)
        found = redrafted(made)
        if found is not None and _printed(found) == wanted:
            return made
        before = len(plain)
        plain |= _different(recognised.manuscript, found, made.distilled.origins)
        if len(plain) == before:
            break
    return _written(recognised, distil(_paragraphs(recognised.manuscript), name, "none"), source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """One blueprint of several old speeches, and a brief for each."""

    recognised: tuple[Recognised, ...]
    """The speeches as they were read."""
    merged: Merged
    """What they share, side by side."""
    blueprint: str
    """The blueprint's file."""
    briefs: tuple[str, ...]
    """A brief's file for each speech."""


def join_speeches(found: Sequence[Recognised], sources: Sequence[str], name: str, eager: Eagerness = "facts") -> Joined:
    """One blueprint of several speeches, each of which its own brief gives again, character for character."""
    speeches = [nest(recognised.manuscript) for recognised in found]
    apart: set[Part] = set()
    while True:
        merged = merge(speeches, name, eager, apart)
        notes = {id: _origins(found, sources, parts) for id, parts in merged.origins.items()}
        blueprint = blueprint_text(
            merged.blueprint, notes, [f"由 {'、'.join(sources)} 提炼；各稿不同之处由材料单决定。"]
        )
        briefs = tuple(_brief(merged, n, source) for n, source in enumerate(sources))
        blamed = {
            (n, id)
            for n, (recognised, brief) in enumerate(zip(found, briefs, strict=True))
            for id in _misprinted(recognised.manuscript, drafted_again(blueprint, name, brief), merged, n)
        }
        if blamed <= apart:
            return Joined(recognised=tuple(found), merged=merged, blueprint=blueprint, briefs=briefs)
        apart |= blamed


def _origins(found: Sequence[Recognised], sources: Sequence[str], parts: Sequence[Part]) -> str:
    return "，".join(f"{sources[n]} {_origin(found[n], id).removeprefix('原稿')}" for n, id in parts)


def _misprinted(old: Manuscript, new: Manuscript | None, merged: Merged, n: int) -> set[str]:
    """The parts of a speech that its brief does not give as they were."""
    if new is not None and _printed(new) == _printed(old):
        return set()
    wanted = {page_text(line) for line in new.lines} if new is not None else set()
    blamed: set[str] = set()
    for line in old.lines:
        head = line.parts[0]
        text = page_text(line)
        if text in wanted:
            continue
        if isinstance(head, Heading) and text.removeprefix(head.label) in wanted:
            blamed.add(f"#{head.id}")
        else:
            blamed |= {part.id for part in line.parts}
    return blamed or {part.id for line in old.lines for part in line.parts}


def _brief(merged: Merged, n: int, source: str) -> str:
    said = merged.sources[n]
    data: dict[str, Data] = {"blueprint": f"{merged.blueprint.name}.yaml"}
    data |= {name: said.values[name] for name in merged.blueprint.slots if name in said.values}
    if said.pick:
        data["pick"] = {id: str(number) for id, number in said.pick.items()}
    return data_text(data, [f"{source} 中的事实"])


def redrafted(made: Returned) -> Manuscript | None:
    """What the blueprint and the brief give when they are read and drafted; None if they cannot be."""
    return drafted_again(made.blueprint, made.distilled.blueprint.name, made.brief)


def drafted_again(blueprint_yaml: str, name: str, brief_yaml: str) -> Manuscript | None:
    """The manuscript that two files give; None if one of them cannot be read."""
    blueprint, problems = read_blueprint(blueprint_yaml, f"{name}.yaml", name)
    if blueprint is None:
        return None
    brief, _, problems = read_brief(brief_yaml, "brief.yaml", lambda _name, _place: (blueprint, ()))
    return draft(brief, blueprint, problems).manuscript if brief is not None else None


def _written(recognised: Recognised, distilled: Distilled, source: str) -> Returned:
    blueprint = distilled.blueprint
    notes = {
        id: "；".join(one) for id in recognised.places if (one := [_origin(recognised, id), *_seen(recognised, id)])
    }
    head = [f"由 {source} 提炼；序号由工具编排，事实在材料单里。"]
    facts: dict[str, Data] = {
        fact.name: [dict(record) for record in fact.records] if fact.records else fact.value for fact in distilled.facts
    }
    brief = {"blueprint": f"{blueprint.name}.yaml", **facts}
    return Returned(
        recognised=recognised,
        distilled=distilled,
        blueprint=blueprint_text(blueprint, notes, head),
        brief=data_text(brief, [f"{source} 中的事实"], {fact.name: _note(fact) for fact in distilled.facts}),
    )


def _origin(recognised: Recognised, id: str) -> str:
    """Where a node's words stand in the old speech."""
    place = recognised.places[id]
    return f"原稿第 {place.line} {'段' if place.file.endswith('.docx') else '行'}"


def _seen(recognised: Recognised, id: str) -> Iterator[str]:
    """What a node's move was told by."""
    if id in recognised.cues:
        move = re.sub(r"-\d+$", "", id).replace("-", "_")
        yield f"由“{recognised.cues[id]}”认作{MOVES.get(move, move)}"


def _note(fact: Fact) -> str:
    times = f"，出现 {fact.count} 次" if fact.count > 1 else ""
    return f"{fact.slot.ask}（{fact.kind}{times}）"


def _printed(manuscript: Manuscript) -> tuple[tuple[str, str], ...]:
    return tuple((line.role, page_text(line)) for line in manuscript.lines)


def _different(old: Manuscript, new: Manuscript | None, origins: Mapping[str, str]) -> set[str]:
    """The nodes whose words are printed otherwise; all of them, where no single one is to blame."""
    wanted, found = _by_node(old, {}), _by_node(new, origins) if new is not None else {}
    blamed = {id for id, words in wanted.items() if found.get(id) != words}
    return blamed or set(wanted)


def _by_node(manuscript: Manuscript, origins: Mapping[str, str]) -> Mapping[str, str]:
    words: defaultdict[str, str] = defaultdict(str)
    for line in manuscript.lines:
        for part in line.parts:
            words[origins.get(part.id, part.id)] += page_text(replace(line, parts=(part,)))
    return words


def _paragraphs(manuscript: Manuscript) -> Speech:
    """The same words without structure: a passage a paragraph."""
    front = nest(manuscript)
    lines = [line for line in manuscript.lines if line.role in ("opening", "heading", "body", "closing")]
    said = tuple(Said(f"paragraph-{n}", "", (Text(page_text(line)),)) for n, line in enumerate(lines, 1))
    return replace(front, opening=said, emphases=(), closing=())


def set_manuscript(manuscript: Manuscript, format: str, style: Style) -> bytes:
    """A manuscript as a document, without any record; what its author left open is marked."""
    tongue = TONGUES[manuscript.language]
    marked = replace(manuscript, lines=tuple(_marked(line, tongue) for line in manuscript.lines))
    if format != "docx":
        from drafter.formats import WRITERS

        return WRITERS[format](marked, style).encode()
    from drafter.formats.docx.write import write

    return write(marked, base_of(style))


def _marked(line: Line, tongue: Tongue) -> Line:
    """The line with its placeholders as gaps that show as they were typed."""
    return replace(
        line, parts=tuple(replace(part, inlines=_holes(part.inlines, part.id, tongue)) for part in line.parts)
    )


def _holes(inlines: Inlines, id: str, tongue: Tongue) -> Inlines:
    done: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Text) or tongue.placeholder_signs.isdisjoint(inline.text):
            done.append(inline)
            continue
        at = 0
        for found in re.finditer(tongue.placeholder, inline.text):
            done += [Text(inline.text[at : found.start()]), Gap(f"{id}-{found.start()}", found[0], found[0], id=id)]
            at = found.end()
        done.append(Text(inline.text[at:]))
    return tuple(inline for inline in done if not isinstance(inline, Text) or inline.text)
