"""A brief whose blueprint changed since it was drafted: by node what was said then, what is said now, what a person says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.displaced import Displaced as Displaced
from drafter.desk.displaced import ids_in, settled, without
from drafter.desk.draft import Draft, composed, draft_document
from drafter.desk.library import Library
from drafter.desk.review import Applied, Change, Reviewed, applied, here, reviewed, write_brief
from drafter.desk.seed import with_line
from drafter.formats.record import lines_digest
from drafter.model.blueprint import Blueprint
from drafter.model.manuscript import key_of, page_text
from drafter.model.occurrence import parsed
from drafter.notation.brief import read_brief
from drafter.problem import InputError, Place, Problem, stop_on_errors
from drafter.review.segments import segments
from drafter.yamltext.data import at, data
from drafter.yamltext.tree import Document

Kind = Literal["same", "blueprint", "yours", "alike", "conflict"]
"""A node says what it said; the blueprint says it otherwise; a person does; both do, in the same words; both do, each in others."""


class Row(Struct, frozen=True, kw_only=True):
    """A node in three versions; an empty one says nothing."""

    kind: Kind
    """Who changed it."""
    key: str
    """The node with its occurrence, or the slot of a fact."""
    then: str = ""
    """As the blueprint said it."""
    now: str = ""
    """As the blueprint says it."""
    yours: str = ""
    """As a person says it."""
    setting: str = ""
    """Where the brief says that: overrides, omit, insert."""


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
    lies = here(review)
    edits = applied(review, own) if any(map(own, review.edited.changes)) else None
    doc = edits.document if edits else lies
    old = review.edited.draft
    books = library.at(review.brief.parent)
    new = _blueprint(doc, books.find(review.brief), old.blueprint)
    after, displaced = settled(doc, old.blueprint, new, keeps)
    draft = _drafted(after, new, old, books)
    facts = tuple(_fact(change) for change in review.edited.changes if change.kind == "fact" and own(change))
    if known:
        then, now = _bare(doc, old.blueprint, old.seed, books), _bare(after, new, old.seed, books)
        gone = {one.key for one in displaced if one.setting in ("overrides", "omit")}
        every = _rows(said(then), said(now), said(draft), after, {**ids_in(old.blueprint), **ids_in(new)})
        rows = tuple(row for row in every if row.kind != "blueprint" or row.key not in gone)
    else:
        rows = tuple(_by_the_file(review, own))
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


def _fact(change: Change) -> Row:
    return Row(kind="yours", key=change.slot, then=change.before, now=change.before, yours=change.after)


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


def _bare(doc: Document, blueprint: Blueprint, seed: int, books: Library) -> Draft:
    """What a blueprint alone makes of the facts of a brief, of whatever length."""
    brief, _, problems = read_brief(doc, lambda name, place: (blueprint, ()))
    stop_on_errors(problems)
    assert brief is not None
    brief = replace(brief, overrides={}, omit=(), insert=(), seed=seed, minutes=None)
    return composed(brief, replace(blueprint, minutes=None), (), books)


def said(draft: Draft) -> dict[str, str]:
    """What every node of a draft says, without numbers, in the order of the speech."""
    found: dict[str, str] = {}
    for line in draft.manuscript.lines:
        own = segments(line)
        for n, part in enumerate(line.parts):
            words = "".join(one.text for one in own if one.part == n)
            key = key_of(part)
            found[key] = f"{found[key]}\n{words}" if key in found else words
    return found


def _rows(
    then: Mapping[str, str],
    now: Mapping[str, str],
    yours: Mapping[str, str],
    doc: Document,
    inside: Mapping[str, frozenset[str]],
) -> Iterator[Row]:
    """Every node in three versions; what a person says of a group is told for the group."""
    own = dict(_own(doc))
    told: set[str] = set()
    for key in dict.fromkeys((*now, *then, *own)):
        if key in told:
            continue
        by = next((one for one in own if one == key or _covers(one, key, inside)), "")
        several = [one for one in dict.fromkeys((*then, *now, *yours)) if one == by or _covers(by, one, inside)]
        told |= {*several, by} if by else {key}
        if by:
            yield _own_row(by, own[by], *(_joined(several, said) for said in (then, now, yours)))
        else:
            was, is_ = then.get(key, ""), now.get(key, "")
            yield Row(kind="same" if was == is_ else "blueprint", key=key, then=was, now=is_)
    added = data(at(doc.root, ("insert",)))
    for n, entry in enumerate(added if isinstance(added, list) else (), 1):
        text = str(entry.get("heading") or entry.get("say") or "") if isinstance(entry, dict) else ""
        yield Row(kind="yours", key=f"insert[{n}]", yours=text, setting="insert")


def _own_row(key: str, setting: str, then: str, now: str, yours: str) -> Row:
    """A node of which a person says something."""
    kind: Kind = "yours" if then == now else "alike" if yours == now else "conflict"
    return Row(kind=kind, key=key, then=then, now=now, yours=yours, setting=setting)


def _own(doc: Document) -> Iterator[tuple[str, str]]:
    """The nodes of which a person says something else, or nothing, with the setting that says so."""
    for setting in ("overrides", "omit"):
        entries = data(at(doc.root, (setting,)))
        yield from ((str(key), setting) for key in (entries if isinstance(entries, dict | list) else ()))


def _covers(own: str, key: str, inside: Mapping[str, frozenset[str]]) -> bool:
    """Whether a node stands in another."""
    if not own:
        return False
    of, one = parsed(own), parsed(key)
    within = one.id in inside.get(of.id, ()) or one.id.startswith(f"{of.id}.")
    return within and one.numbers[: len(of.numbers)] == of.numbers


def _joined(keys: list[str], said: Mapping[str, str]) -> str:
    return "\n".join(said[key] for key in keys if said.get(key))


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
    write_brief(update.review.brief, update.old, update.document)
