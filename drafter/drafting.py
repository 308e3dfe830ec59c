"""The whole journey, for the faces: brief file → draft → document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import __version__
from drafter.compose import compose
from drafter.finding import NO_TEXTS, Texts, fetcher, find_blueprint, find_style, finder, read_bytes, read_file
from drafter.formats.docx.parts import SHARED, Base
from drafter.formats.record import Record
from drafter.language.measure import Measure, gaps_of, measure
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.fold import flatten
from drafter.model.manuscript import Manuscript
from drafter.model.speech import Speech
from drafter.model.style import Style
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import Find, read_brief
from drafter.notation.source import decode, encoded
from drafter.notation.style import read_style
from drafter.notation.tree import Mapping as Tree
from drafter.notation.tree import parse
from drafter.plan import plan
from drafter.problem import InputError, OutputError, Problem, Severity, in_order, stop_on_errors
from drafter.saving import replace_file, replace_files
from drafter.shelf import Shelf, shelf

if TYPE_CHECKING:  # no draft needs it
    from drafter.notation.original import Original

MOST_ROUNDS = 20
"""How often a file is mended and looked at again: one mend may bring the next to light."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A speech with all that it was made from."""

    brief: Brief
    """The facts."""
    blueprint: Blueprint
    """The structure."""
    speech: Speech
    """The composed tree."""
    manuscript: Manuscript
    """The same, line by line."""
    wordings: Mapping[str, int]
    """The wordings chosen."""
    problems: tuple[Problem, ...] = field(default=())
    """Warnings about the brief and the blueprint."""

    @property
    def measure(self) -> Measure:
        """Its sizes and its gaps; counted when asked for, as who drafts many does not ask."""
        return measure(self.speech)


def draft_text(text: str, file: str, find: Find, seed: int | None = None) -> Draft:
    """Draft the brief in `text`; raises InputError with every error of brief and blueprint."""
    brief, blueprint, problems = read_brief(text, file, find)
    stop_on_errors(problems)
    assert brief is not None and blueprint is not None
    if seed is not None:
        from dataclasses import replace

        brief = replace(brief, seed=seed)
    return draft(brief, blueprint, as_wished(own(problems, file), brief, blueprint))


def draft(brief: Brief, blueprint: Blueprint, problems: tuple[Problem, ...] = ()) -> Draft:
    """Draft a brief that has been read."""
    outline = plan(blueprint, brief)
    speech = compose(outline)
    return Draft(
        brief=brief,
        blueprint=blueprint,
        speech=speech,
        manuscript=flatten(speech),
        wordings=outline.wordings,
        problems=problems,
    )


def draft_file(path: Path, packs: tuple[Path, ...] = (), seed: int | None = None) -> Draft:
    """Draft the brief in a file, with blueprints from the shelf and from `packs`."""
    text, problems = read_file(path)
    stop_on_errors(problems)
    drafted = draft_text(text, str(path), finder(path, shelf(packs, path.parent)), seed)
    if not problems:
        return drafted
    also = as_wished(problems, drafted.brief, drafted.blueprint)
    return draft(drafted.brief, drafted.blueprint, in_order((*also, *drafted.problems)))


def unfilled(draft: Draft, *, final: bool = False) -> tuple[Problem, ...]:
    """A problem for every gap, where its answer belongs in the brief; an error if the document is to be final."""
    severity: Severity = "error" if final else "warning"
    return in_order(
        Problem("placeholder", gap.place or draft.brief.place, {"name": gap.slot, "what": gap.label}, severity)
        if gap.typed
        else Problem("unfilled-slot", gap.place or draft.brief.place, {"name": gap.slot, "ask": gap.ask}, severity)
        for gap in gaps_of(draft.speech)
    )


def repeated(draft: Draft) -> tuple[Problem, ...]:
    """A warning for every fact that says again what stands beside it, as the brief wants it."""
    return as_wished(tuple(_repeated(draft)), draft.brief, draft.blueprint)


def _repeated(draft: Draft) -> Iterator[Problem]:
    from drafter.compose.repeats import repeats

    told = {slot.split("[")[0].split(".")[0]: (slot, twice) for slot, twice in reversed([*repeats(draft.manuscript)])}
    for name, (slot, twice) in told.items():
        place = draft.brief.places.get(name, draft.brief.place)
        yield Problem("repeats-beside", place, {"name": slot, "what": twice}, "warning")


def as_wished(problems: tuple[Problem, ...], brief: Brief, blueprint: Blueprint) -> tuple[Problem, ...]:
    """What was told of a brief as it and its blueprint want it; raises InputError where they call a warning an error."""
    if not (brief.checks or (problems and (blueprint.checks or "drafter:" in brief.text))):
        return problems
    from drafter.lint import heeded, wrong_wishes
    from drafter.notation.original import Original

    original = Original(brief.text, brief.place.file)
    told = (*heeded(problems, original, blueprint.checks), *wrong_wishes(original, blueprint))
    stop_on_errors(told)
    return in_order(told)


def check_file(path: Path, packs: tuple[Path, ...] = (), texts: Texts = NO_TEXTS) -> tuple[Problem, ...]:
    """Every problem of a brief, blueprint, fragment, style or pack, gaps included; of other files what stops the work.

    `texts` count in place of files.
    """
    return _looked_at(path, packs, texts)[0]


def fix_file(path: Path, packs: tuple[Path, ...] = ()) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Mend what can be mended for sure in a file; returns what was mended, and what is left."""
    mended: list[Problem] = []
    for _ in range(MOST_ROUNDS):
        found, original = _looked_at(path, packs, NO_TEXTS)
        edits = {problem.edit: problem for problem in found if problem.edit}
        if original is None or not edits:
            return tuple(mended), found
        raw = read_bytes(path)
        done, text = original.proved(edits)
        data = encoded(raw, text) if decode(raw, original.file)[0] == original.text else None
        if not done or data is None:
            return tuple(mended), found
        replace_files([(path, raw, data)])
        mended += (edits[edit] for edit in done)
    return tuple(mended), check_file(path, packs)


def _looked_at(path: Path, packs: tuple[Path, ...], texts: Texts) -> tuple[tuple[Problem, ...], Original | None]:
    """Every problem of a file, and the file itself if it could be looked into."""
    text, problems = read_file(path, texts=texts)
    if any(p.severity == "error" for p in problems):
        return problems, None
    from drafter.notation.pack import read_as_blueprint, read_pack

    file, fetch = str(path), fetcher(shelf(packs, path.parent), texts=texts)
    match "pack" if path.name == "pack.yaml" else kind_of(text):
        case "pack":
            found = read_pack(text, file, path.resolve().parent.name)[1]
        case "style":
            found = read_style(text, file, path.stem)[1]
        case "brief":
            books = shelf(packs, path.parent)
            return _brief_looked_at(text, problems, file, finder(path, books, texts), books)
        case kind:
            read = read_as_blueprint if kind == "fragment" else read_blueprint
            blueprint, every = read(text, file, path.stem, fetch)
            found = own(every, file)
            if blueprint is not None:
                from drafter.lint import lint_blueprint
                from drafter.notation.original import Original

                original = Original(text, file)
                return lint_blueprint(blueprint, original, (*problems, *found)), original
    return _heeded((*problems, *found), text, file), None


def _brief_looked_at(
    text: str, problems: tuple[Problem, ...], file: str, find: Find, books: Shelf
) -> tuple[tuple[Problem, ...], Original | None]:
    brief, blueprint, every = read_brief(text, file, find)
    found = (*problems, *own(every, file))
    if brief is None or blueprint is None:
        return _heeded(found, text, file, blueprint), None
    try:
        drafted = draft(brief, blueprint)
        found = (*found, *unfilled(drafted), *_repeated(drafted))
        if brief.style:
            find_style(brief.style, books, brief.places["style"], Path(file).parent)
    except InputError as stop:  # more than a speech may hold, or a look that is not there
        found = (*found, *stop.problems)
    from drafter.lint import lint_brief
    from drafter.notation.original import Original

    original = Original(text, file)
    return lint_brief(blueprint, original, found), original


def _heeded(
    found: tuple[Problem, ...], text: str, file: str, blueprint: Blueprint | None = None
) -> tuple[Problem, ...]:
    """What was told of a file that lint cannot look into, its wishes and remarks heeded."""
    if all(problem.severity == "error" for problem in found):
        return in_order(found)
    from drafter.lint import heeded
    from drafter.notation.original import Original

    return heeded(found, Original(text, file), blueprint.checks if blueprint else None)


def own(problems: Iterable[Problem], file: str) -> tuple[Problem, ...]:
    """The problems of one file, and what stops the work anywhere: other warnings are for those who wrote the other files."""
    return tuple(problem for problem in problems if problem.severity == "error" or problem.place.file == file)


def kind_of(text: str) -> str:
    """What a YAML file is, by its top-level keys: `blueprint`, `fragment`, `style` or `brief`."""
    root = parse(text, "")[0]
    if isinstance(root, Tree):
        keys = {key.text for key, _ in root.entries}
    else:
        keys = {line.split(":")[0].strip() for line in text.split("\n") if line[:1].strip() and ":" in line}
    if "blueprint" in keys:
        return "brief"
    if "drafter" in keys and "speech" not in keys and keys & {"say", "body", "enumerate"}:
        return "fragment"
    return "style" if "roles" in keys else "blueprint" if keys & {"speech", "drafter", "extends"} else "brief"


def write_draft(
    draft: Draft, format: str, style: Style, *, source: str = "", final: bool = False, reference: bytes | None = None
) -> bytes:
    """The draft as a document; `source` is the brief's path as seen from it."""
    if final:
        stop_on_errors(unfilled(draft, final=True))
    if format != "docx":
        from drafter.formats import WRITERS

        return WRITERS[format](draft.manuscript, style).encode()
    record = (
        None
        if final
        else Record(
            version=__version__,
            blueprint=draft.brief.blueprint,
            source=source,
            brief=draft.brief.text,
            seed=draft.brief.seed,
            wordings=draft.wordings,
        )
    )
    if reference is not None:
        from drafter.formats.docx.reference import fill

        return fill(reference, draft.manuscript, record)
    from drafter.formats.docx.write import write

    return write(draft.manuscript, base_of(style), record)


MOST_BASES = 50
_BASES: dict[int, tuple[Style, Base]] = {}
"""By the identity of a style, which is kept for that: telling its value takes as long as half a document."""


def base_of(style: Style) -> Base:
    """The shared parts of a style's documents: kept in the process, and in the user's cache folder."""
    kept = _BASES.get(id(style))
    if kept is None:
        if len(_BASES) > MOST_BASES:
            _BASES.clear()
        kept = _BASES[id(style)] = (style, _base_of(style))
    return kept[1]


def _base_of(style: Style) -> Base:
    from drafter.formats.record import digest

    code = Path(__file__).parent / "formats" / "docx" / "base.py"
    key = digest(repr(style) + __version__) + digest(code.read_bytes())
    path = _cache(key)
    made = _kept_base(path) if path else None
    if made is None:
        from drafter.formats.docx.base import base

        made = base(style)
        data = {
            "parts": {name: part.decode() for name, part in made.parts.items()},
            "section": made.section,
            "title_width": made.title_width,
            "bold": made.bold,
        }
        if path:
            with suppress(OSError, OutputError):  # no cache is no harm
                path.parent.mkdir(parents=True, exist_ok=True)
                replace_file(path, json.dumps(data).encode())
    return made


def _cache(key: str) -> Path | None:
    """A file in the user's cache folder; none, for a user without a home."""
    from platformdirs import user_cache_path

    try:
        return user_cache_path("drafter", appauthor=False) / f"{key}.json"
    except RuntimeError:
        return None


def _kept_base(path: Path) -> Base | None:
    """What a cache file holds, if it is as we write them."""
    try:
        match json.loads(path.read_text("utf-8")):
            case {
                "parts": dict(parts),
                "section": str(section),
                "title_width": int(width),
                "bold": bool() | None as bold,
            }:
                if parts.keys() == set(SHARED):
                    return Base({name: text.encode() for name, text in parts.items()}, section, width, bold)
    except (OSError, ValueError, AttributeError, RecursionError):
        pass
    return None


def named_blueprint(name: str, packs: tuple[Path, ...] = ()) -> Blueprint:
    """A blueprint by name or path, as a person names it; raises InputError."""
    blueprint, problems = find_blueprint(name, shelf(packs, Path(name).parent))
    stop_on_errors(problems)
    assert blueprint is not None
    return blueprint


def new_brief(blueprint: Blueprint, name: str) -> str:
    """A brief to fill in for a blueprint that goes by `name`."""
    from drafter.notation.template import brief_template

    return brief_template(blueprint, name)
