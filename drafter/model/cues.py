"""Cues: the words by which a reader knows what a line or a sentence is."""

from __future__ import annotations

from msgspec import Struct


class MoveCue(Struct, frozen=True, kw_only=True):
    """How a rhetorical move is known."""

    move: str
    """The move."""
    zones: tuple[str, ...]
    """Where it is looked for: opening, body, headings, the lead to points, closing."""
    words: tuple[str, ...]
    """Patterns, any of which tells it."""


class Costs(Struct, frozen=True, kw_only=True):
    """What a reader would mind in a reading of the numbers of a speech; the cheapest reading is taken."""

    left_paragraph: float = 2.5
    """A number that is left alone at the beginning of a paragraph."""
    left_sentence: float = 1.3
    """The same behind a sentence."""
    left_clause: float = 0.5
    """The same behind a clause."""
    skipped: float = 2.4
    """A number that is further than the next of its row."""
    repeated: float = 3.5
    """A number that its row has had."""
    other_kind: float = 3.5
    """A number of another kind in a row that misses this one."""
    no_first: float = 4.0
    """A row that does not begin with its first."""
    other_place: float = 1.5
    """A row whose numbers begin paragraphs here and sentences there."""
    other_place_ladder: float = 0.4
    """The same of 一、（一） 1."""
    other_count: float = 1.5
    """A row whose numbers count different things."""
    row_of_one: float = 2.0
    """A row of one below another."""
    frame_of_one: float = 9.0
    """A frame of one."""
    same_form: float = 6.0
    """A row below another of the same form."""
    upside_down: float = 6.0
    """A row below one of a lower rank: 一、below （一）."""
    turned: float = 4.0
    """A row announced to those who were addressed again that is below another."""
    turned_ranks: float = 1.0
    """Ranks in the order in which a text first uses them."""
    list: float = 1.2
    """A list before the frame."""
    other_frame: float = 3.5
    """A frame of another form than those in `frame`."""
    other_below: float = 0.3
    """A row below another, of another form than those in `below`."""
    frame_of_parts: float = 0.5
    """A frame that counts parts or questions."""
    frame_sentence: float = 2.0
    """A frame whose numbers stand inside of paragraphs, behind sentences."""
    frame_clause: float = 3.0
    """The same behind clauses."""
    second_frame: float = 1.5
    """A second frame behind the first."""
    unannounced: float = 2.5
    """The same when nothing announces it."""
    short_items: float = 4.0
    """A frame of points of hardly more than a sentence."""
    small_frame: float = 3.0
    """A frame that covers little of the text."""
    miscounted: float = 2.5
    """Another number of points than is announced."""
    as_announced: float = 2.0
    """What is saved where it is the same."""
    no_frame: float = 4.5
    """A speech without any frame."""
    least_sentences: float = 1.6
    """Sentences of such a point."""
    least_cover: float = 0.2
    """The share of the text that a frame covers."""
    no_closing: float = 2.0
    """A speech without any closing."""
    closing_address: float = 0.0
    """A closing that begins by addressing those who listen."""
    closing_cue: float = 0.5
    """One that begins with a cue."""
    closing_urge: float = 1.2
    """One that begins as other paragraphs may."""
    closing_call: float = 1.6
    """One that only ends as a closing does."""
    closing_alone: float = 1.0
    """One that leaves a heading without any text."""
    closing_share: float = 0.15
    """The share of the text from which on a closing is long."""
    closing_far: float = 20.0
    """What every share beyond that costs, for the whole text."""
    frame: tuple[tuple[str, float], ...] = (
        ("一、", 0.0),
        ("第一，", 1.5),
        ("（一）", 2.0),
        ("1.", 2.5),
        ("首先", 4.0),
        ("壹、", 0.0),
        ("Ⅰ、", 0.0),
    )
    """The first level, by its form; one that begins like another costs the same."""
    below: tuple[tuple[str, float], ...] = (("一、", 5.0), ("（一）", 0.0), ("1.", 0.3), ("（1）", 0.3), ("首先", 1.0))
    """A row below another, by its form."""
    parts: tuple[str, ...] = ("部分", "大部分", "个问题")
    """What is counted by a level above 一、."""


class Cues(Struct, frozen=True, kw_only=True):
    """The patterns of one language; each is a regular expression."""

    language: str = "zh"
    """The tongue that they belong to."""
    title: tuple[str, ...] = ()
    """How the title of a speech ends."""
    salutation: tuple[str, ...] = ()
    """Who may be addressed, without the mark that follows."""
    date: tuple[str, ...] = ()
    """A date below a title."""
    speaker: tuple[str, ...] = ()
    """What stands before the speaker's name."""
    office: tuple[str, ...] = ()
    """Offices that stand in a byline."""
    page: tuple[str, ...] = ()
    """What a page says of itself, in whole sentences too."""
    noise: tuple[str, ...] = ()
    """What stands in a line that is no part of the speech and no sentence."""
    after: tuple[str, ...] = ()
    """A line from which on nothing is part of the speech."""
    inside: tuple[str, ...] = ()
    """What stands inside a paragraph and is no part of it."""
    hole: tuple[str, ...] = ()
    """Signs that text is missing."""
    emptied: tuple[str, ...] = ()
    """Where a name was taken out and nothing put in; each finds the place only."""
    label: tuple[str, ...] = ()
    """What a page prints before and behind a speech, where all of it stands on one line."""
    caption: tuple[str, ...] = ()
    """How the caption of a picture ends."""
    opens: tuple[str, ...] = ()
    """What a sentence may begin with behind a heading that is glued to it."""
    begins: tuple[str, ...] = ()
    """Words that begin a sentence, also where they are glued to a name or a heading."""
    other: tuple[str, ...] = ()
    """Signs that a text is a letter, a notice or the like."""
    first: tuple[str, ...] = ()
    """A mark before the first of several speeches on a page."""
    next: tuple[str, ...] = ()
    """A mark before another speech on the same page."""
    announced: tuple[str, ...] = ()
    """How a speech says how many points follow; each ends with the numeral."""
    announces: tuple[str, ...] = ()
    """How it says that points follow, without their number."""
    closing: tuple[str, ...] = ()
    """How the closing begins."""
    urges: tuple[str, ...] = ()
    """How it may begin, as other paragraphs do."""
    direction: tuple[str, ...] = ()
    """A paragraph that nobody says aloud: what happens meanwhile."""
    summary: tuple[str, ...] = ()
    """A sentence inside a paragraph that ends what was told off before it."""
    variants: tuple[str, ...] = ()
    """Characters as the patterns have them, each followed by its other form: 们們讲講"""
    costs: Costs = Costs()
    """What tells one reading of the numbers from another."""
    moves: tuple[MoveCue, ...] = ()
    """The moves, those that are sure before those that are not."""
