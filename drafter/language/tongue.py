"""What a tongue brings: the shape of the tables in `zh.py` and `en.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct, field

from drafter.language.doubts import Doubts
from drafter.language.next_year import NextYear
from drafter.language.schemes import Schemes
from drafter.language.sums import Sum
from drafter.language.titles import Titles as Titles
from drafter.language.usage import Usage
from drafter.model.value import Fact, Listing, Value
from drafter.model.words import Knowledge

Kind = Literal["text", "number", "date", "flag", "list", "record"]

Spans = Iterable[tuple[int, int]]
"""Where things stand in a text: beginnings and ends."""


class Form(Struct, frozen=True):
    """How several items are told off in one sentence."""

    separator: str
    """Between items."""
    last: str
    """Before the last item."""
    last_taken: str = ""
    """Instead of `last`, if an item holds that word itself."""
    taken: str = ""
    """Instead of either, if an item holds the separator."""
    end: str = ""
    """After the last item."""
    rest: str = ""
    """What counts the items that are not told: {all} there are, {left} not told."""


class Joiner(Struct, frozen=True):
    """A filter from a list to one phrase."""

    form: Form
    """How the items are joined."""


class Mapper(Struct, frozen=True):
    """A filter from one value to one text or number."""

    takes: Kind
    """What may go in."""
    gives: Kind
    """What comes out."""
    change: Callable[[object], object]
    """The change."""


class Finder(Struct, frozen=True):
    """A filter that looks into what facts say: of a text, an item or a whole list."""

    takes: tuple[Kind, ...]
    """What may go in; a text's finder takes the items of a list one by one."""
    gives: Kind | Literal["item", "same", "chosen"]
    """What comes out; an item of the list, a list of the same items, or an item of the list in brackets."""
    find: Callable[..., Value]
    """The value that went in, what is known, and the arguments → what comes out; NOTHING where nothing is found."""
    needs: tuple[Kind | Literal["condition", "any"], ...] = ()
    """The arguments in brackets; a condition is put to every item of the list."""


class Reading(Struct, frozen=True):
    """What a fact says beside its words: 期限 of 8月底前完工."""

    gives: Kind
    """What it is."""
    find: Callable[[Value, Knowledge], Value]
    """A text or an item → what it says; NOTHING where that is not known."""
    shown: bool = True
    """`drafter check --facts` shows it."""


class SlotKind(Struct, frozen=True):
    """A type of slot that holds what the tongue can read, and nothing else."""

    fits: Callable[[str], bool]
    """Whether a text is that, whole."""
    examples: str
    """What may be typed, for whoever is asked."""
    is_day: bool = False
    """Its day stands for it where one is wanted."""


class Marks(Struct, frozen=True):
    """How marks that meet are settled."""

    soft: str
    """Give way to any mark that follows."""
    strong: str
    """Stay, and make a weaker mark that follows superfluous."""
    wide: Mapping[str, str]
    """Marks typed at another width, and what they stand for."""
    closing: str
    """Quotes and brackets that close after a mark."""
    sentence: str
    """Marks that end a sentence."""
    kept: tuple[str, ...]
    """Pairs that may stand together."""
    parted: tuple[str, ...] = ()
    """Pairs that are seen to be two without a mark between them."""
    light: str = ""
    """The mark that is left out between them."""
    own: str = ""
    """What a fact may end in by its author's habit, and loses where the sentence goes on behind it."""
    leading: str = ""
    """What no fact needs at its beginning."""
    abbreviated: str = r"[A-Za-z]\.$"
    """The pattern of a word that the stop at its end belongs to."""


class Tongue(Struct, frozen=True, kw_only=True):
    """A language, as far as drafting needs it."""

    code: str
    """`zh`"""
    schemes: Schemes
    """Every enumerator, by name."""
    space: str
    """What stands between sentences, and between the fields of an item: a blank, or nothing."""
    points: Form
    """How points with enumerators are told off in one paragraph, if each is one sentence."""
    points_long: Form
    """The same where a point has several sentences."""
    filters: Mapping[str, Joiner | Mapper | Finder]
    """What may follow `|`."""
    readings: Mapping[str, Reading] = field(default_factory=dict)
    """What may follow `.` behind a text or an item that has no field of that name."""
    remarks: Mapping[str, bool] = field(default_factory=dict)
    """What may stand behind a bar of a fact, and whether words follow it."""
    remark_asks: Mapping[str, str] = field(default_factory=dict)
    """The question for each of them."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """What a fact may be made of, each with a specimen."""
    form_reading: str = ""
    """The reading that tells it."""
    reformed: Callable[[str, tuple[str, ...], Knowledge], str] | None = None
    """A text and the forms that are wanted → the same in one of them, where that is sure; else nothing."""
    offered: Callable[[str, tuple[str, ...], Knowledge], str] = lambda text, wanted, knows: ""
    """The same → what its writer may choose from, where it surely has a subject of its own and is to begin with a verb."""
    slot_kinds: Mapping[str, SlotKind] = field(default_factory=dict)
    """The types of slots that its readers make possible."""
    part_over: Callable[[Fact], tuple[str, str] | None] | None = None
    """A fact that says itself to be part of a whole → both quantities, where the part is the larger; where the whole has none,
    an empty text and its words."""
    summed: Callable[[Listing, Fact], Sum | None] | None = None
    """A list and the fact that tells its total → what is wrong with the sum, where that is sure."""
    doubts: Doubts = Doubts()
    """What may be wrong in what facts say: days, names, levels, figures."""
    class_reading: str = ""
    """The reading that tells the class of a measure."""
    due_reading: str = ""
    """The reading that tells the day by which something is to be done."""
    done: tuple[str, str] = ("", "")
    """The reading, and what it says, where something is done already."""
    dates: Callable[[str], Spans] = lambda text: ()
    """Where a text names days, months, quarters or years."""
    told: Callable[[str], Iterable[tuple[int, int, str]]] = lambda text: ()
    """Where a text has what: a range of figures, a deadline (of the calendar or not), a figure (a small one in words, too)."""
    knows: Knowledge = Knowledge()
    """What facts are read with."""
    document: str = ""
    """The kind of document under which the packs have the verbs of those that are of no kind."""
    out_of_season: Callable[[str, Knowledge], str] | None = None
    """A text → the season that it says to be here or at hand, where that surely is not so; else nothing."""
    date: Callable[[date], str]
    """How a date is printed."""
    date_words: Callable[[str], str] | None = None
    """A date in words as one in figures, 2026-2-27; empty for what is none. None where nobody writes dates so."""
    gap: str
    """What a gap prints: `【待补充：{}】`"""
    placeholder: str
    """What people leave where a fact belongs: a pattern, compiled when first met."""
    placeholder_signs: frozenset[str]
    """Characters of which every placeholder has one: most texts have none, and need not be searched."""
    gap_note: str
    """What the comment on a gap says: {ask} {slot} {file} {line}"""
    gap_note_without_place: str
    """The same where the brief has no such entry: {ask} {slot}"""
    left_note: str
    """What the comment on what was left out to fit a length says: {what}"""
    figure_note: str
    """What the comment on a computed figure says: {figure} {slots}"""
    brief_words: Mapping[str, str]
    """The words of a brief to be filled in."""
    question_ends: tuple[str, ...]
    """Tails cut from a question to make a label."""
    label_cuts: str
    """Marks at which a question is cut to make a label."""
    marks: Marks
    """How marks that meet are settled."""
    truth: Mapping[str, bool]
    """How a flag may be answered."""
    heading_stop: str
    """What ends a heading that is the first sentence of its paragraph."""
    heading_colon: str
    """What ends such a heading instead where its author wrote it; empty if nothing does."""
    rate: int
    """Units spoken in a minute."""
    rates: tuple[int, int]
    """From how slow to how fast people speak: a rate outside is doubtful."""
    unit: Literal["characters", "words"]
    """What the rate counts."""
    breaths: Callable[[str, int], tuple[int, ...]] | None = None
    """A text, and how many characters between marks are many → where whoever reads it aloud takes breath."""
    large_figures: Callable[[str], Iterable[tuple[int, int, str]]] | None = None
    """Where the figures of a text stand that are hard to say at sight, and how they are said."""
    titles: Titles
    """Where its titles are broken."""
    usage: Usage
    """What reads and sounds right."""
    next_year: NextYear
    """What becomes of its facts a year on."""

    @property
    def ladder(self) -> tuple[str, ...]:
        """The usual enumerator schemes of headings, outermost first."""
        ranks = {name: scheme.rank for name, scheme in self.schemes.items() if scheme.rank}
        return tuple(sorted(ranks, key=lambda name: ranks[name]))
