"""What may be wrong in what facts say, as a tongue tells it: the shapes of what is found."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date

from msgspec import Struct

from drafter.language.claims import Claim
from drafter.model.value import Fact, Listing
from drafter.model.words import Knowledge, Words


class Wrong(Struct, frozen=True):
    """Words that cannot be right where they stand."""

    span: tuple[int, int]
    """Where they stand."""
    words: str
    """The words."""
    right: str
    """What would be right, or the nearest that is; empty where nobody can say."""


class Twice(Struct, frozen=True):
    """One thing that is told in two ways."""

    first: str
    """The words that are met first."""
    at: int
    """The text that they stand in, counted from 0."""
    second: str
    """The other words."""
    other: int
    """The text that those stand in."""
    span: tuple[int, int]
    """Where in it they stand."""
    full: str = ""
    """The name in full."""


class Late(Struct, frozen=True):
    """A deadline behind the one by which all is to be done."""

    words: str
    """Its words."""
    at: int
    """The fact that it stands in, counted from 0."""
    whole: str
    """The words of the other."""
    by: int
    """The fact that the other stands in."""
    day: date
    """The day of the other."""


class Doubts(Struct, frozen=True, kw_only=True):
    """What a tongue looks for; in a tongue whose facts are not read nothing is ever found."""

    wrong_weekdays: Callable[[str, int | None], tuple[Wrong, ...]] = lambda text, year: ()
    """A text and the year of what has none → the weekdays that their dates do not have."""
    no_such_dates: Callable[[str, int | None], tuple[Wrong, ...]] = lambda text, year: ()
    """The same → the days that no calendar has, with the last day of the month."""
    level_of: Callable[[str], str] = lambda name: ""
    """The name of a meeting → the level whose meeting it is."""
    levels: Callable[[str, str], tuple[Wrong, ...]] = lambda text, meeting: ()
    """A text and the meeting that it is said at → words of another level than the meeting's."""
    two_names: Callable[[Sequence[str], Words], tuple[Twice, ...]] = lambda texts, words: ()
    """Texts and the names that the packs know → bodies that are called by two names."""
    two_figures: Callable[[Sequence[str], Sequence[Hashable]], tuple[Twice, ...]] = lambda texts, groups: ()
    """Texts, and the group of each → the same things, counted in texts of two groups with two numbers."""
    later_than_whole: Callable[[Sequence[Fact], Knowledge], tuple[Late, ...]] = lambda facts, knows: ()
    """Facts → the deadlines behind the one by which all is to be done."""
    whole_of: Callable[[Listing, Sequence[Fact]], Fact | None] = lambda items, others: None
    """A list and other facts → the one that surely tells the total of what its items count."""
    claims: Callable[[str], tuple[Claim, ...]] = lambda text: ()
    """A text → the figures, dates and bodies in it, which have to come from somewhere."""
    held: Callable[[Claim, frozenset[str], str], bool] = lambda claim, keys, text: True
    """One of these, the keys of those that are known, and the text that they are from → whether it is among them."""
