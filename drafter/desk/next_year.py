"""Last year's brief as this year's: every value stands unconfirmed in it until somebody has touched it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.draft import Draft, composed
from drafter.desk.files import failing, is_device, save, seen_from
from drafter.desk.library import Library
from drafter.desk.overdue import overdue
from drafter.desk.promises import promises_of, with_promises
from drafter.desk.schemas import brief_line, keep_brief_schema
from drafter.expression.walk import names_of
from drafter.language import TONGUES
from drafter.model.blueprint import Blueprint
from drafter.model.brief import SETTINGS
from drafter.model.value import Unconfirmed
from drafter.notation.brief import Find, read_brief
from drafter.notation.unconfirmed import Leaf, confirmed, unconfirmed, with_marks
from drafter.notation.unconfirmed import leaves as leaves_of
from drafter.problem import InputError, Place, Problem, near_miss, stop_on_errors
from drafter.yamltext.data import Path as Way
from drafter.yamltext.data import at, path_of
from drafter.yamltext.parse import parse
from drafter.yamltext.splice import put, remove
from drafter.yamltext.tree import Document, Scalar

EDITS = ("seed", "pick", "omit", "overrides", "insert")
"""Settings that belong to the speech of one year."""
LANGUAGE_SERVER = "# yaml-language-server:"


class Asked(Struct, frozen=True, kw_only=True):
    """What is known of this year already."""

    date: date | None = None
    """The day of the speech."""
    values: Mapping[str, str] = {}
    """Values that somebody has given, by slot."""
    keep_edits: bool = False
    """The wordings, omissions and own texts of last year stay."""


NOTHING_KNOWN = Asked()


class Renamed(Struct, frozen=True):
    """A value that names the old level or the old place."""

    slot: str
    """Where it stands."""
    value: str
    """As it is."""
    proposed: str
    """As it would be."""
    place: Place
    """Its line."""


class NextBrief(Struct, frozen=True, kw_only=True):
    """A brief for this year."""

    blueprint: Blueprint
    """Its blueprint."""
    text: str
    """Its file."""
    unconfirmed: tuple[Unconfirmed, ...]
    """The values that somebody has to look at."""
    promised: tuple[str, ...]
    """What was promised last year."""
    dropped: tuple[str, ...]
    """Settings of last year's speech that are not in it."""
    past: tuple[Problem, ...]
    """Deadlines that lie before the day of the speech."""
    renamed: tuple[Renamed, ...]
    """Values that name another level or place than the values that were given."""


def next_brief(
    path: Path, target: Path | None, library: Library, asked: Asked = NOTHING_KNOWN
) -> tuple[NextBrief, Path]:
    """The brief in a file a year on, and where it goes: to `target`, or beside it; raises InputError."""
    goal = target or path.with_name(f"{path.stem}-next.yaml")
    here = library.at(path.parent)
    old = here.due(path, "brief")
    stop_on_errors(old.problems)
    beside = path.parent if is_device(goal) else goal.parent
    text = old.text if old.text.startswith(LANGUAGE_SERVER) else brief_line(_named(old)) + old.text
    made = brief_a_year_on(parse(text, str(goal)), here, here.find(path), asked)
    doc = parse(made.text, str(goal))
    for key in ("blueprint", "style"):
        node = at(doc.root, (key,))
        if isinstance(node, Scalar) and node.text.endswith((".yaml", ".yml")):
            doc = put(doc, (key,), seen_from(beside, path.parent / node.text))
    return replace(made, text=doc.text), goal


def _named(old: Document) -> str:
    node = at(old.root, ("blueprint",))
    return Path(node.text).stem if isinstance(node, Scalar) else ""


def kept(made: NextBrief, path: Path, target: Path, library: Library, *, force: bool) -> tuple[Problem, ...]:
    """Write the new brief; returns why the schema cannot lie beside it; last year's stays, whatever is forced."""
    save(target, made.text.encode(), force=force, kept=(path, *library.sources))
    return failing(lambda: keep_brief_schema(target.parent, made.blueprint))


def brief_a_year_on(doc: Document, library: Library, find: Find, asked: Asked = NOTHING_KNOWN) -> NextBrief:
    """The same of a brief that has been read; raises InputError."""
    brief, blueprint, problems = read_brief(doc, find)
    stop_on_errors(problems)
    assert brief is not None and blueprint is not None
    return _Year(replace(composed(brief, blueprint, library=library), document=doc), asked).next(library, find)


class _Year:
    """Last year's draft, and what is known of this year."""

    def __init__(self, draft: Draft, asked: Asked) -> None:
        assert draft.document is not None
        self.draft, self.asked, self.doc = draft, asked, draft.document
        self.tongue = TONGUES[draft.blueprint.language]
        self.words = self.tongue.next_year
        self.day = draft.knows.today
        self.year = self.day.year if self.day else _usual_year(self.doc.text)
        self.by = asked.date.year - self.year if asked.date and self.year else 1
        self.new_day = asked.date or self._same_day()
        self.changed = [
            (node.text, new)
            for slot, new in asked.values.items()
            if isinstance(node := at(self.doc.root, path_of(slot)), Scalar)
        ]

    def _same_day(self) -> date | None:
        """The day of last year's speech in this year."""
        with suppress(ValueError):  # a leap day
            return self.day.replace(year=self.year + self.by) if self.day else None
        return None

    def next(self, library: Library, find: Find) -> NextBrief:
        """The brief of this year."""
        promised = tuple(
            dict.fromkeys((*(one.text for one in self.draft.brief.promised), *promises_of(self.draft, self.new_day)))
        )
        doc, dropped = self._without_edits(self._without_marks(self.doc))
        doc, given = self._given(doc)
        doc = with_promises(doc, promised, self.draft.blueprint, self.tongue)
        doc = with_marks(doc, [one for one in leaves_of(doc.root) if one.path not in given], self._says)
        _, _, found = read_brief(doc, find)
        stop_on_errors(found)
        renamed = (
            Renamed(one.slot, one.node.text, new, one.node.place)
            for one in leaves_of(doc.root)
            if one.path not in given and (new := self._renamed(one.node.text)) != one.node.text
        )
        return NextBrief(
            blueprint=self.draft.blueprint,
            text=doc.text,
            unconfirmed=unconfirmed(doc),
            promised=promised,
            dropped=dropped,
            past=tuple(self._past(doc, library, find)),
            renamed=tuple(renamed),
        )

    def _without_marks(self, doc: Document) -> Document:
        """What was unconfirmed last year is marked anew."""
        while marks := unconfirmed(doc):
            doc = confirmed(doc, marks[-1])
        return doc

    def _without_edits(self, doc: Document) -> tuple[Document, tuple[str, ...]]:
        there = () if self.asked.keep_edits else tuple(one for one in EDITS if at(doc.root, (one,)) is not None)
        for name in there:
            doc = remove(doc, (name,))
        return doc, there

    def _given(self, doc: Document) -> tuple[Document, frozenset[Way]]:
        """The brief with what is known of this year, and where that stands."""
        slots, dated = self.draft.blueprint.slots, _date_slot(self.draft.blueprint)
        values = dict(self.asked.values)
        if self.asked.date:
            if not dated:
                raise InputError([Problem("no-date-asked", Place("--date", 0), {"name": self.draft.blueprint.name})])
            values[dated] = self.asked.date.isoformat()
        for name, value in values.items():
            way = path_of(name)
            if way[0] not in slots:
                facts = {"name": name, "near": near_miss(str(way[0]), slots)}
                raise InputError([Problem("unknown-slot", Place("--set", 0), facts)])
            doc = put(doc, way, value, (*SETTINGS, *self.draft.blueprint.asked))
        return doc, frozenset(map(path_of, values))

    def _says(self, found: Sequence[Leaf]) -> str:
        """The comment at some values of one line."""
        texts = [one.node.text for one in found]
        counted = dict.fromkeys(word for text in texts for word in self.words.counted(text))
        meant = [self.words.means.format(words=word, year=self.year + on) for word, on in counted if self.year]
        moved = [(text, new) for text in texts if (new := self._moved_on(text)) and new != text]
        if len(found) == 1 and moved:
            meant.append(self.words.proposes.format(value=moved[0][1]))
        else:
            meant += [f"{text}→{new}" for text, new in moved]
        return self.words.joins.join((self.words.mark, *meant))

    def _moved_on(self, text: str) -> str:
        """A text as it may be this year; nothing where that would be no line, or no day."""
        new = self._renamed(self.words.moved_on(text, self.year, self.by))
        if "\n" in new or " #" in new or not new.isprintable():
            return ""
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", new):
            with suppress(ValueError):
                return date.fromisoformat(new).isoformat()
            return ""
        return new

    def _renamed(self, text: str) -> str:
        for old, new in self.changed:
            text = self.words.renamed(text, old, new)
        return text

    def _past(self, doc: Document, library: Library, find: Find) -> Iterator[Problem]:
        """What is due before the speech, as far as that is told for sure."""
        day, dated = self.new_day, _date_slot(self.draft.blueprint)
        if day is None or not dated:
            return
        brief, blueprint, _ = read_brief(put(doc, (dated,), day.isoformat()), find)
        if brief is not None and blueprint is not None:
            drafted = replace(composed(brief, blueprint, library=library), document=doc)
            yield from overdue(drafted)


def _usual_year(text: str) -> int:
    """The year that a text names most often; 0 for none."""
    found = Counter(re.findall(r"(?<!\d)20\d\d(?!\d)", text)).most_common(1)
    return int(found[0][0]) if found else 0


def _date_slot(blueprint: Blueprint) -> str:
    """The slot of the day of the speech, as its front names it."""
    names = (one.name for wording in blueprint.front.get("date", ()) for one in names_of(wording.prose))
    return next((name for name in names if name in blueprint.slots and blueprint.slots[name].type == "date"), "")
