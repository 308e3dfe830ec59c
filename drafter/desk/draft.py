"""A speech drafted from facts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from drafter import __version__
from drafter.compose import compose, with_unconfirmed
from drafter.desk.demand import NOTHING_MORE, Demand
from drafter.desk.fit import Fitted, fitted, left_by_part
from drafter.desk.gaps import stale, told
from drafter.desk.given import GIVEN, Given, given_document, naming
from drafter.desk.library import Library
from drafter.desk.looks import named_look, rate_for
from drafter.desk.misfits import misfits
from drafter.desk.signs import signs_in
from drafter.desk.sources import ReadFrom, sources_of
from drafter.desk.subjects import words_for
from drafter.desk.wishes import as_wished, own
from drafter.formats import every_format as every_format
from drafter.formats import near_format as near_format
from drafter.formats import taking_a_frame as taking_a_frame
from drafter.formats import written
from drafter.formats.record import Record
from drafter.language.computed import figures_of
from drafter.language.measure import Measure, gaps_of, measure
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.fold import flatten
from drafter.model.manuscript import Manuscript as Manuscript
from drafter.model.outline import Silent, Unlike
from drafter.model.speech import Speech
from drafter.model.style import Style
from drafter.model.value import Figure
from drafter.model.words import Knowledge
from drafter.notation.brief import Find, read_brief
from drafter.plan import plan, unlike
from drafter.problem import Place, Problem, Severity, in_order, stop_on_errors
from drafter.yamltext.data import at, path_of
from drafter.yamltext.tree import Document

if TYPE_CHECKING:  # most drafts have no reference
    from drafter.desk.reference import Frame
    from drafter.desk.replace import Change


class Draft(Struct, frozen=True, kw_only=True):
    """A speech with all that it was made from."""

    brief: Brief
    """The facts."""
    blueprint: Blueprint
    """The structure."""
    speech: Speech
    """The composed tree."""
    manuscript: Manuscript
    """The same, line by line."""
    seed: int
    """By which its wordings are chosen: that of the brief, or the one drawn from its title and date."""
    wordings: Mapping[str, int]
    """The wordings chosen."""
    problems: tuple[Problem, ...] = field(default=())
    """Warnings about the brief and the blueprint."""
    document: Document | None = field(default=None)
    """The brief as it was read."""
    library: Library = field(default_factory=Library)
    """Where its look is found."""
    silent: tuple[Silent, ...] = field(default=())
    """What it does not say for want of a fact."""
    demand: Demand = field(default=NOTHING_MORE)
    """What was asked for beside what its brief says."""
    fit: Fitted | None = field(default=None)
    """How it was fitted to a length, if one is wished for."""
    unlike: tuple[Unlike, ...] = field(default=())
    """What it says though its speaker does not speak so."""
    knows: Knowledge = field(default_factory=Knowledge)
    """What its facts were read with."""
    gaps: bool = False
    """It is a form to be filled in: all that its blueprint asks for shows in it."""

    @property
    def cut_brief(self) -> Brief:
        """The brief with what was cut to fit a length."""
        return self.fit.form.brief if self.fit else self.brief

    @property
    def measure(self) -> Measure:
        """Its sizes and its gaps; counted when asked for, as who drafts many does not ask."""
        return measure(self.speech)

    def place(self, slot: str) -> Place:
        """Where the brief has a fact."""
        path = path_of(slot)
        node = at(self.document.root, path) if self.document and len(path) > 1 else None
        return node.place if node else self.brief.places.get(str(path[0]), self.brief.place)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in it that no brief holds, each once, with what it was computed from."""
        return figures_of(self.speech)

    @property
    def findings(self) -> tuple[Problem, ...]:
        """All that is doubtful: warnings, open slots, and facts that do not fit the words beside them."""
        return in_order((*self.problems, *unfilled(self), *stale(self.brief), *misfits(self)))

    def write(
        self,
        format: str = "docx",
        *,
        style: str | Path | Style = "",
        final: bool = False,
        reference: bytes | Frame | None = None,
        source: str | Path = "",
    ) -> bytes:
        """The document; `source` is the brief's path as seen from it. Raises InputError: a gap in a final one, no such style."""
        look = style if isinstance(style, Style) else look_of(self, os.fspath(style or ""))
        return write_draft(self, format, look, source=os.fspath(source), final=final, reference=reference)


def draft(
    facts: Given,
    *,
    blueprint: str = "",
    library: Library | None = None,
    packs: Iterable[str | Path] = (),
    seed: int | None = None,
    gaps: bool = False,
    keep_seed: bool = False,
) -> Draft:
    """Draft from values by slot, from the text of a brief, or from its file; raises InputError with every error.
    `blueprint` is for facts that name none; who drafts many keeps a `library`, else there is one with `packs`. With `gaps`
    all that is not given shows; with `keep_seed` a file that names no seed is given the line, or OutputError is raised."""
    books = library or Library(packs)
    if isinstance(facts, Path):
        return draft_file(facts, books, seed, blueprint, gaps=gaps, keep_seed=keep_seed)
    here = books.at(Path())
    return draft_document(given_document(facts, blueprint), here.find(Path(GIVEN)), seed, here, gaps=gaps)


def draft_document(
    doc: Document,
    find: Find,
    seed: int | None = None,
    library: Library | None = None,
    *,
    gaps: bool = False,
    demand: Demand = NOTHING_MORE,
) -> Draft:
    """Draft the brief in a file that has been read; raises InputError with every error of brief and blueprint."""
    brief, blueprint, problems = read_brief(doc, find)
    stop_on_errors(problems)
    assert brief is not None and blueprint is not None
    asked = {"seed": seed, "minutes": demand.minutes, "rate": brief.rate or demand.rate}
    brief = replace(brief, **{name: one for name, one in asked.items() if one is not None})
    told = (*as_wished(own(problems, doc.file), brief, blueprint, doc), *signs_in(doc, blueprint))
    return replace(
        composed(brief, blueprint, told, library, gaps=gaps, style=demand.style), document=doc, demand=demand
    )


def composed(
    brief: Brief,
    blueprint: Blueprint,
    problems: tuple[Problem, ...] = (),
    library: Library | None = None,
    *,
    gaps: bool = False,
    style: str = "",
) -> Draft:
    """The draft of a brief that has been read; with `gaps`, all that its blueprint asks for shows in it; `style` is asked for."""
    books = library or Library()
    brief = replace(brief, rate=rate_for(brief, blueprint, books, style))
    fit = None if gaps else fitted(blueprint, brief, words_for(blueprint, books))
    outline = fit.form.outline if fit else plan(blueprint, brief, words_for(blueprint, books), gaps=gaps)
    speech = with_unconfirmed(fit.form.speech if fit else compose(outline), brief)
    return Draft(
        brief=brief,
        blueprint=blueprint,
        speech=speech,
        manuscript=flatten(speech),
        seed=outline.seed,
        wordings=outline.wordings,
        problems=problems,
        library=books,
        silent=outline.silent,
        fit=fit,
        unlike=tuple(unlike(outline)),
        knows=outline.knows,
        gaps=gaps,
    )


def draft_file(
    path: Path,
    library: Library | None = None,
    seed: int | None = None,
    blueprint: str = "",
    *,
    gaps: bool = False,
    keep_seed: bool = False,
    minutes: float | None = None,
    style: str = "",
) -> Draft:
    """Draft the brief in a file, with blueprints from the library; `blueprint` is for one that names none.
    With `keep_seed` it is given the line of its seed, if it names none; raises DrafterError where it cannot be."""
    books = (library or Library()).at(path.parent)
    doc = naming(books.document(path), blueprint) if blueprint else books.due(path, "brief")
    demand = Demand(minutes=minutes, style=style)
    made = draft_document(doc, books.find(path), seed, books, gaps=gaps, demand=demand)
    given = seeded(made, path, blueprint) if keep_seed else None
    if given is None:
        return made
    from drafter.desk.replace import replace_all

    replace_all([given[1]])
    return given[0]


def seeded(draft: Draft, path: Path, blueprint: str = "") -> tuple[Draft, Change] | None:
    """The draft of a brief that is given its seed, and what gives it that; None where it is to have none.
    Raises DrafterError where the brief cannot be made so."""
    from drafter.desk.seed import lacks_seed, with_seed

    if not lacks_seed(draft.brief, draft.speech, path, draft.library):
        return None
    doc, change = with_seed(draft.document, path, draft.seed, blueprint)
    return again(draft, doc, path), change


def again(draft: Draft, doc: Document | None, path: Path, minutes: float | None = None) -> Draft:
    """A draft from the brief as it is now, of the same length or of another."""
    assert doc is not None
    demand = replace(draft.demand, minutes=minutes or draft.demand.minutes)
    find = draft.library.find(path)
    return draft_document(doc, find, draft.brief.seed, draft.library, gaps=draft.gaps, demand=demand)


def unfilled(draft: Draft, *, final: bool = False) -> tuple[Problem, ...]:
    """A problem for every gap, where its answer belongs in the brief; an error if the document is to be final."""
    severity: Severity = "error" if final else "warning"
    return in_order(told(gap, draft.brief, draft.place, severity) for gap in gaps_of(draft.speech))


def look_of(draft: Draft, style: str = "") -> Style:
    """The look that is asked for, else that of the brief, else that of the blueprint; raises InputError."""
    return draft.library.style(*named_look(draft.brief, draft.blueprint, style))


def write_draft(
    draft: Draft,
    format: str,
    style: Style,
    *,
    source: str = "",
    final: bool = False,
    reference: bytes | Frame | None = None,
    line: str = "",
    read_from: ReadFrom | None = None,
) -> bytes:
    """The draft as a document; `source` is the brief's path as seen from it, `line` and `read_from` what a batch knows of it."""
    frame = None
    if reference is not None:
        from drafter.desk.reference import frame_of

        frame = frame_of(reference, draft.library)
    if final:
        stop_on_errors((*unfilled(draft, final=True), *stale(draft.brief, final=True)))
    manuscript = draft.manuscript
    if style.reading.pinyin:
        manuscript = replace(manuscript, readings=draft.library.words(draft.speech.language).readings)
    record = None if final else _record(draft, source, line, style, read_from)
    return written(format, manuscript, style, record, frame)


def _record(draft: Draft, source: str, line: str, style: Style, read_from: ReadFrom | None) -> Record:
    """What a draft says of itself, so that it is known again."""
    made, sources = read_from or sources_of(draft.brief.blueprint, draft.library, draft.blueprint.place.file)
    return Record(
        version=__version__,
        blueprint=draft.brief.blueprint,
        source=source,
        brief=draft.brief.text,
        seed=draft.seed,
        wordings=draft.wordings,
        figures=draft.figures,
        line=line,
        style=style.name,
        made=made,
        sources=sources,
        minutes=draft.demand.minutes,
        rate=draft.brief.rate if draft.fit and "rate" not in draft.brief.places else None,
        left=left_by_part(draft.fit, draft.speech.language) if draft.fit else {},
    )
