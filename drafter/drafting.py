"""The whole journey, for the faces: brief file → draft → document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import __version__
from drafter.compose import compose
from drafter.finding import NO_TEXTS, Texts, fetcher, find_blueprint, find_style, finder, read_bytes, read_file
from drafter.formats import written
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
from drafter.problem import InputError, Problem, Severity, in_order, stop_on_errors
from drafter.saving import replace_files
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
    return draft(brief, blueprint, own(problems, file))


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
    return (
        drafted if not problems else draft(drafted.brief, drafted.blueprint, in_order((*problems, *drafted.problems)))
    )


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
    """A warning for every fact that says again what stands beside it, where it stands in the brief."""
    from drafter.compose.repeats import repeats

    told = {slot.split("[")[0].split(".")[0]: (slot, twice) for slot, twice in reversed([*repeats(draft.manuscript)])}
    return tuple(
        Problem(
            "repeats-beside", draft.brief.places.get(name, draft.brief.place), {"name": slot, "what": twice}, "warning"
        )
        for name, (slot, twice) in told.items()
    )


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
    from drafter.notation.original import Original
    from drafter.notation.pack import read_as_blueprint, read_pack

    file, fetch, original = str(path), fetcher(shelf(packs, path.parent), texts=texts), None
    match "pack" if path.name == "pack.yaml" else kind_of(text):
        case "pack":
            found = read_pack(text, file, path.resolve().parent.name)[1]
        case "style":
            found = read_style(text, file, path.stem)[1]
        case "brief":
            books = shelf(packs, path.parent)
            found, original = _brief_looked_at(text, file, finder(path, books, texts), books)
        case kind:
            read = read_as_blueprint if kind == "fragment" else read_blueprint
            blueprint, every = read(text, file, path.stem, fetch)
            found = own(every, file)
            if blueprint is not None:
                from drafter.lint import lint_blueprint

                original = Original(text, file)
                found = lint_blueprint(blueprint, original, found)
    return in_order((*problems, *found)), original


def _brief_looked_at(text: str, file: str, find: Find, books: Shelf) -> tuple[tuple[Problem, ...], Original | None]:
    brief, blueprint, every = read_brief(text, file, find)
    found = own(every, file)
    if brief is None or blueprint is None:
        return found, None
    try:
        drafted = draft(brief, blueprint)
        found = (*found, *unfilled(drafted), *repeated(drafted))
        if brief.style:
            find_style(brief.style, books, brief.places["style"], Path(file).parent)
    except InputError as stop:  # more than a speech may hold, or a look that is not there
        found = (*found, *stop.problems)
    from drafter.lint import lint_brief
    from drafter.notation.original import Original

    original = Original(text, file)
    return lint_brief(blueprint, original, found), original


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
    return written(format, draft.manuscript, style, record, reference)


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
