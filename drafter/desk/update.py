"""A brief whose blueprint changed since it was drafted: by node what was said then, what is said now, what a person says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.carry import ENDLESS
from drafter.desk.displaced import Displaced as Displaced
from drafter.desk.displaced import ids_in, settled, without
from drafter.desk.draft import Draft, composed, draft_document
from drafter.desk.library import Library
from drafter.desk.review import Applied, Change, Reviewed, applied, here, reviewed
from drafter.desk.rewrite import rewrite
from drafter.desk.seed import with_line
from drafter.desk.versions import Row as Row
from drafter.desk.versions import in_three, own_nodes, said
from drafter.formats.record import lines_digest
from drafter.model.blueprint import Blueprint, every, wordings
from drafter.model.manuscript import page_text
from drafter.model.occurrence import id_of
from drafter.notation.brief import read_brief
from drafter.problem import InputError, Place, Problem, stop_on_errors
from drafter.yamltext.data import at, data
from drafter.yamltext.tree import Document


class Updated(Struct, frozen=True, kw_only=True):
    """What becomes of a brief by the blueprint that it has now."""

    review: Reviewed
    """The Word file that it was drafted to, and what was edited in that."""
    old: str
    """The brief's text."""
    document: Document
    """The brief with all that a person says, every place settled; nothing of it is written."""
    edits: Applied | None
    """What was edited in the Word file, if anything was."""
    rows: tuple[Row, ...]
    """Every node, in the order of the speech."""
    displaced: tuple[Displaced, ...]
    """What was said of nodes that are gone."""
    draft: Draft
    """What the document drafts."""
    seed: int
    """The seed of the draft."""

    @property
    def conflicts(self) -> tuple[Row, ...]:
        """What the blueprint and a person changed, each otherwise."""
        return tuple(row for row in self.rows if row.kind == "conflict")


def word_file(brief: Path) -> Path:
    """The Word file beside a brief that a draft of it is in; raises InputError where there is none."""
    file = brief.with_suffix(".docx")
    if not file.is_file():
        raise InputError([Problem("no-draft-beside", Place(str(brief)), {"name": brief.name, "file": file.name})])
    return file


def updated(
    file: Path, library: Library, brief: Path | None = None, keeps: Callable[[Displaced], bool] = lambda one: True
) -> Updated:
    """What becomes of the brief of a Word file; raises InputError where it cannot be drafted by the blueprint that it has now."""
    review = reviewed(file, library, brief)
    known = review.basis != "changed"
    own = (lambda change: True) if known else _not_the_blueprints(review)
    lies, old, books = here(review), review.edited.draft, library.at(review.brief.parent)
    edits = applied(review, own) if any(map(own, review.edited.changes)) else None
    doc = edits.document if edits else lies
    new = _blueprint(doc, books.find(review.brief), old.blueprint)
    after, displaced = settled(doc, old.blueprint, new, keeps)
    draft = _drafted(after, new, old, books)
    facts = (
        Row(kind="yours", key=one.slot, then=one.before, now=one.before, yours=one.after)
        for one in review.edited.changes
        if one.kind == "fact" and own(one)
    )
    rows = _in_three(doc, after, old, draft, displaced) if known else tuple(_by_the_file(review, own))
    return Updated(
        review=review,
        old=lies.text,
        document=after,
        edits=edits,
        rows=(*facts, *rows),
        displaced=displaced,
        draft=draft,
        seed=old.seed,
    )


def _in_three(
    doc: Document, after: Document, old: Draft, draft: Draft, displaced: tuple[Displaced, ...]
) -> tuple[Row, ...]:
    """Every node in three versions, but for those that are gone and of which a person said something."""
    books = draft.library
    then, now = _bare(doc, old.blueprint, old, books), _bare(after, draft.blueprint, old, books)
    inside = {**ids_in(old.blueprint), **ids_in(draft.blueprint)}
    gone = {one.key for one in displaced if one.setting in ("overrides", "omit")}
    own = {key: setting for key, setting in own_nodes(after) if setting != "omit" or key not in _cut(old)}
    rows = in_three((said(then), said(now), said(draft)), own, after, inside)
    return tuple(row for row in rows if row.kind != "blueprint" or row.key not in gone)


def _blueprint(
    doc: Document, find: Callable[..., tuple[Blueprint | None, tuple[Problem, ...]]], old: Blueprint
) -> Blueprint:
    """The blueprint that a brief names, as it is now; raises InputError."""
    node = at(doc.root, ("blueprint",))
    name = data(node)
    if not isinstance(name, str) or node is None:
        return old
    found, problems = find(name, node.place)
    stop_on_errors(problems)
    assert found is not None
    return found


def _drafted(doc: Document, blueprint: Blueprint, then: Draft, books: Library) -> Draft:
    """What a brief drafts by a blueprint, with the seed and the length of a draft."""
    return draft_document(doc, lambda name, place: (blueprint, ()), then.seed, books, demand=then.demand)


def _bare(doc: Document, blueprint: Blueprint, old: Draft, books: Library) -> Draft:
    """What a blueprint alone makes of the facts of a brief; of a speech that was fitted to a length, with the same cuts."""
    brief, _, problems = read_brief(doc, lambda name, place: (blueprint, ()))
    stop_on_errors(problems)
    assert brief is not None
    cut, minutes = old.cut_brief, ENDLESS if old.fit else None
    zones = (*blueprint.opening, *blueprint.emphases, *blueprint.closing)
    counts = {node.id: len(wordings(node)) for node in every(zones)}
    pick = {key: n for key, n in cut.pick.items() if n <= counts.get(id_of(key), 0)} if old.fit else {}
    brief = replace(
        brief, overrides={}, omit=(*_cut(old),), insert=(), seed=old.seed, minutes=minutes,
        pick={**pick, **brief.pick}, keep={**brief.keep, **cut.keep},
    )  # fmt: skip
    return composed(brief, replace(blueprint, minutes=None), (), books)


def _cut(draft: Draft) -> frozenset[str]:
    """The nodes that were left out of a draft for the sake of its length."""
    return frozenset(draft.cut_brief.omit) - frozenset(draft.brief.omit)


def _not_the_blueprints(review: Reviewed) -> Callable[[Change], bool]:
    """Which changes a person made, where the blueprint as it was is not known: not what stands as it was drafted by the
    hashes in the record, and not what is missing and never was there."""
    record = review.returned.record
    assert record is not None
    at_mark = {mark: n for n, line in reversed([*enumerate(review.lines)]) for mark in line.came.marks}
    untouched: set[int] = set()
    start = 0
    for group in record.groups:
        rows = [at_mark[start + n] for n in range(1, len(group.nodes) + 1) if start + n in at_mark]
        start += len(group.nodes)
        if len(rows) == len(group.nodes) and lines_digest(review.lines[n].text for n in rows) == group.hash:
            untouched |= {*rows}
    known = {key for line in record.nodes for key in line}
    return lambda change: (
        change.paragraph not in untouched if change.paragraph >= 0 else not known.isdisjoint(change.keys)
    )


def _by_the_file(review: Reviewed, own: Callable[[Change], bool]) -> Iterator[Row]:
    """What differs between the edited file and what is drafted now, and whose it is as far as that is known."""
    changed: set[str] = set()
    for one in review.edited.changes:
        changed |= {*one.keys}
        key = ", ".join(one.keys) or one.anchor
        if not own(one):
            yield Row(kind="blueprint", key=key, then=one.after, now=one.before)
        elif one.kind == "added":
            yield Row(kind="yours", key=key, yours=one.after)
        elif one.kind != "fact":
            yield Row(kind="conflict", key=key, now=one.before, yours=one.after)
    same = (key for key in said(review.edited.draft) if key not in changed)
    yield from (Row(kind="same", key=key) for key in same)


def decided(update: Updated, takes: Callable[[Row], bool] = lambda row: False) -> Updated:
    """The same with the words of the blueprint where they are taken in a conflict; else what a person says stays."""
    doc = update.document
    for row in update.conflicts:
        if row.setting and takes(row):
            doc = without(doc, row.setting, row.key)
    draft = _drafted(doc, update.draft.blueprint, update.review.edited.draft, update.draft.library)
    alone = draft_document(
        doc, lambda name, place: (draft.blueprint, ()), None, draft.library, demand=update.review.edited.draft.demand
    )
    if alone.seed != update.seed:
        doc = with_line(doc, update.seed)
    return replace(update, document=doc, draft=draft)


def unproved(update: Updated) -> tuple[str, ...]:
    """What the new draft does not say, though a person wrote it or the blueprint has it so; nothing where all is as planned."""
    pages = "\n".join(page_text(line) for line in update.draft.manuscript.lines)
    made = said(update.draft)
    taken = {row.key for row in update.conflicts if not _stands(update, row)}
    edits = update.edits.carried if update.edits else None
    wrote = (one for one in _changes(update) if taken.isdisjoint(one.keys))
    edited = (text for one in wrote for text in one.after.split("\n\n") if text not in pages)
    missing = (
        row.now
        for row in update.rows
        if row.kind in ("same", "blueprint") and row.now and made.get(row.key, row.now) != row.now
    )
    follows = {now for _, now in edits.follows} if edits else set()
    return tuple(one for one in dict.fromkeys((*edited, *missing)) if one not in follows)


def _changes(update: Updated) -> Iterator[Change]:
    """What was edited in a Word file and put into words of the brief."""
    if update.edits:
        yield from (one for one in update.review.edited.changes if one.kind in ("words", "added", "moved", "reshaped"))


def _stands(update: Updated, row: Row) -> bool:
    """Whether what a person says of a node stands in the brief."""
    entries = data(at(update.document.root, (row.setting,))) if row.setting else None
    return row.key in entries if isinstance(entries, dict | list) else True


def write_updated(update: Updated) -> None:
    """Write the brief; raises DrafterError where it cannot be, or is not what it was any more."""
    rewrite(update.review.brief, update.old, update.document)
