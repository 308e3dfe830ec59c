"""A norm: a rule about the words of a finished text that is data, of a pack or of a user's folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from drafter.problem import Place, Severity

NormKind = Literal["exists", "replace", "clash", "agree", "count", "order"]


class Norm(Struct, frozen=True, kw_only=True):
    """One of them."""

    name: str
    """Words with hyphens, as rules have."""
    kind: NormKind
    """What is looked for: words that should not stand, words with better ones, two that clash, forms of one name, too many, an order."""
    level: Severity = "warning"
    """How bad it is."""
    says: Mapping[str, str] = {}
    """What is wrong and, behind a ；, what to do: a text, or a map with zh and en; where one is wanting drafter has its own."""
    match: tuple[str, ...] = ()
    """Patterns of what is looked for; of `clash` the first words, of `order` the names in order."""
    due: tuple[str, ...] = ()
    """What should stand instead, pattern by pattern, for `replace`."""
    then: tuple[str, ...] = ()
    """What must not follow, for `clash`."""
    within: int = 400
    """In how many characters."""
    per: int = 1000
    """Of how many characters `count` tells."""
    above: float = 0
    """How many of them are too many."""
    fix: bool = False
    """What should stand instead is sure."""
    open: bool = False
    """Quotations are looked at, too."""
    headings: bool = False
    """Title and headings are looked at, too."""
    since: int = 0
    """The year from which it holds."""
    source: str = ""
    """Who says so: 标准 GB/T 15834 4.5, 政策, 实务, 单位."""
    why: str = ""
    """Why it is a fault."""
    bad: tuple[str, ...] = ()
    """Specimens in which it is found."""
    good: tuple[str, ...] = ()
    """Specimens in which it is not."""
    place: Place
    """Where it is written."""


class Checks(Struct, frozen=True, kw_only=True):
    """What a file of checks says: `checks/*.yaml` of a pack or of the user's folder, `checks.yaml` beside a text."""

    norms: tuple[Norm, ...] = ()
    """The norms that it adds."""
    levels: Mapping[str, str] = {}
    """How bad breaking a rule or a norm is, or `off`, by its name."""
    allowed: tuple[str, ...] = ()
    """Words in which nothing is wrong, whatever a rule says."""
