"""The whole journey, for the faces: brief file → draft → document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from drafter import __version__
from drafter.compose import compose
from drafter.formats.docx.parts import Base
from drafter.formats.record import Record
from drafter.language.measure import Measure, measure
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.fold import flatten
from drafter.model.manuscript import Manuscript
from drafter.model.speech import Speech
from drafter.model.style import Style
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import Find, read_brief
from drafter.notation.sheet import Sheet
from drafter.notation.source import changed, decode
from drafter.notation.style import read_style
from drafter.plan import plan
from drafter.problem import Edit, InputError, OutputError, Place, Problem, in_order, near_miss, stop_on_errors
from drafter.saving import replace_file
from drafter.shelf import Kind, Shelf, inside, shelf

DEFAULT_STYLE = "standard"
MOST_ROUNDS = 5
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
    measure: Measure
    """Its sizes and its gaps."""
    wordings: Mapping[str, int]
    """The wordings chosen."""
    problems: tuple[Problem, ...] = field(default=())
    """Warnings about the brief and the blueprint."""


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
        measure=measure(speech),
        wordings=outline.wordings,
        problems=problems,
    )


def draft_file(path: Path, packs: tuple[Path, ...] = (), seed: int | None = None) -> Draft:
    """Draft the brief in a file, with blueprints from the shelf and from `packs`."""
    text, problems = read_file(path)
    stop_on_errors(problems)
    drafted = draft_text(text, str(path), finder(path, shelf(packs)), seed)
    return (
        drafted if not problems else draft(drafted.brief, drafted.blueprint, in_order((*problems, *drafted.problems)))
    )


def unfilled(draft: Draft, *, final: bool = False) -> tuple[Problem, ...]:
    """A problem for every gap, where its answer belongs in the brief; an error if the document is to be final."""
    return in_order(
        Problem(
            "unfilled-slot",
            gap.place or draft.brief.place,
            {"name": gap.slot, "ask": gap.ask},
            "error" if final else "warning",
        )
        for gap in draft.measure.gaps
    )


def check_file(path: Path, packs: tuple[Path, ...] = ()) -> tuple[Problem, ...]:
    """Every problem of a brief, blueprint or style, gaps included."""
    text, problems = read_file(path)
    if any(p.severity == "error" for p in problems):
        return problems
    return in_order((*problems, *check_text(text, path, packs)))


def check_text(text: str, path: Path, packs: tuple[Path, ...] = ()) -> tuple[Problem, ...]:
    """Every problem of the text of a file; those of a blueprint that it uses only if they stop the work."""
    from drafter.lint import lint_blueprint, lint_brief

    match kind_of(text):
        case "blueprint":
            blueprint, found = read_blueprint(text, str(path), path.stem)
            found = own(found, str(path))
            return found if blueprint is None else lint_blueprint(blueprint, Sheet(text, str(path)), found)
        case "style":
            return read_style(text, str(path), path.stem)[1]
        case _:
            brief, blueprint, found = read_brief(text, str(path), finder(path, shelf(packs)))
            found = own(found, str(path))
            if brief is None or blueprint is None:
                return found
            try:
                found = (*found, *unfilled(draft(brief, blueprint)))
            except InputError as stop:  # more than a speech may hold
                found = (*found, *stop.problems)
            return lint_brief(blueprint, Sheet(text, str(path)), found)


def own(problems: Iterable[Problem], file: str) -> tuple[Problem, ...]:
    """The problems of one file, and what stops the work anywhere: other warnings are for those who wrote the other files."""
    return tuple(problem for problem in problems if problem.severity == "error" or problem.place.file == file)


def fix_file(path: Path, packs: tuple[Path, ...] = ()) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Mend what can be mended for sure in a file; returns what was mended, and what is left."""
    mended: list[Problem] = []
    for _ in range(MOST_ROUNDS):
        found = check_file(path, packs)
        done = _mend(path, {p.edit: p for p in found if p.edit and p.place.file == str(path)})
        if not done:
            return tuple(mended), found
        mended += done
    return tuple(mended), check_file(path, packs)


def _mend(path: Path, edits: Mapping[Edit, Problem]) -> list[Problem]:
    """Apply those of the edits that change nothing else; the file is written whole or not at all."""
    if not edits:
        return []
    raw = read_bytes(path)
    _, done = Sheet(decode(raw, str(path))[0], str(path)).mended(edits)
    data = changed(raw, done)
    if not done or data is None:
        return []
    replace_file(path.resolve(), data)
    return [edits[edit] for edit in done]


def kind_of(text: str) -> str:
    """What a YAML file is, by its top-level keys: `blueprint`, `style` or `brief`."""
    keys = {line.split(":")[0].strip() for line in text.split("\n") if line[:1].strip() and ":" in line}
    if "blueprint" in keys:
        return "brief"
    return "style" if "roles" in keys else "blueprint" if keys & {"speech", "drafter"} else "brief"


def find_blueprint(
    name: str, books: Shelf, beside: Path | None = None, place: Place | None = None
) -> tuple[Blueprint | None, tuple[Problem, ...]]:
    """A blueprint by its name on the shelf, or by its path below the folder `beside`."""
    place = place or Place(name)
    if name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name:
        root = (beside or Path()).resolve()
        path = root / name
        if not inside(path, root):
            return None, (Problem("outside-folder", place, {"name": name}),)
        if not path.is_file():
            return None, (Problem("no-such-file", place, {"name": name}),)
    else:
        found = books.path("speeches", name)
        if found is None:
            names = [known for known, _ in books.names("speeches")]
            return None, (Problem("unknown-blueprint", place, {"name": name, "near": near_miss(name, names)}),)
        path = found
    text, problems = read_file(path)
    if any(p.severity == "error" for p in problems):
        return None, problems
    blueprint, found_problems = read_blueprint(text, _shown(path), path.stem)
    return blueprint, (*problems, *found_problems)


def finder(brief: Path, books: Shelf) -> Find:
    """How a brief finds its blueprint."""
    return lambda name, place: find_blueprint(name, books, brief.parent, place)


def find_style(name: str, books: Shelf, place: Place) -> Style:
    """A style by name; raises InputError."""
    path = books.path("styles", name or DEFAULT_STYLE)
    if path is None:
        names = [known for known, _ in books.names("styles")]
        stop_on_errors([Problem("unknown-style", place, {"name": name, "near": near_miss(name, names)})])
    assert path is not None
    text, problems = read_file(path)
    stop_on_errors(problems)
    style, found = read_style(text, _shown(path), path.stem)
    stop_on_errors(found)
    assert style is not None
    return style


def read_file(path: Path) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file and what is wrong with it."""
    from drafter.notation.source import LARGEST

    try:
        with path.open("rb") as file:
            return decode(file.read(LARGEST + 1), str(path))
    except OSError as error:
        rule = "no-such-file" if isinstance(error, FileNotFoundError) else "cannot-read"
        return "", (Problem(rule, Place(str(path)), {"name": str(path), "reason": error.strerror or str(error)}),)
    except ValueError:  # a NUL in the name
        return "", (Problem("no-such-file", Place(str(path)), {"name": str(path)}),)


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


_BASES: dict[str, Base] = {}


def base_of(style: Style) -> Base:
    """The shared parts of a style's documents: kept in the process, and in the user's cache folder."""
    from drafter.formats.record import digest

    code = Path(__file__).parent / "formats" / "docx" / "base.py"
    key = digest(repr(style) + __version__) + digest(code.read_bytes())
    if key in _BASES:
        return _BASES[key]
    from platformdirs import user_cache_path

    path = user_cache_path("drafter", appauthor=False) / f"{key}.json"
    try:
        kept = json.loads(path.read_text("utf-8"))
        made = Base(
            {name: text.encode() for name, text in kept["parts"].items()},
            kept["section"],
            kept["title_width"],
            kept["bold"],
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        from drafter.formats.docx.base import base

        made = base(style)
        data = {
            "parts": {name: part.decode() for name, part in made.parts.items()},
            "section": made.section,
            "title_width": made.title_width,
            "bold": made.bold,
        }
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, json.dumps(data).encode())
        except (OSError, OutputError):  # no cache is no harm
            pass
    _BASES[key] = made
    return made


def new_brief(name: str, packs: tuple[Path, ...] = ()) -> str:
    """A brief to fill in for a blueprint; raises InputError."""
    from drafter.notation.template import brief_template

    blueprint, problems = find_blueprint(name, shelf(packs), Path.cwd())
    stop_on_errors(problems)
    assert blueprint is not None
    return brief_template(blueprint, name)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises InputError."""
    try:
        return path.read_bytes()
    except OSError as error:
        rule = "no-such-file" if isinstance(error, FileNotFoundError) else "cannot-read"
        raise InputError(
            [Problem(rule, Place(str(path)), {"name": str(path), "reason": error.strerror or str(error)})]
        ) from error


def listing(kind: Kind, packs: tuple[Path, ...] = ()) -> list[tuple[str, str, Path]]:
    """Every name of a kind on the shelf, with its pack and its file."""
    books = shelf(packs)
    return [(name, pack.name, path) for name, pack in books.names(kind) if (path := pack.path(kind, name))]


def _shown(path: Path) -> str:
    """A path as a person would write it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
