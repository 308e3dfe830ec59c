"""A reference: a user's own Word document, as far as a draft takes its look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

How = Literal["named", "style", "learnt", "standard"]
FRAMED = ("title", "byline", "date", "salutation", "heading1", "heading2", "heading3", "heading4", "body")
"""The roles that a reference gives a look."""


class Instance(Struct, frozen=True):
    """A paragraph of a reference that shows how a role is set."""

    paragraph: int
    """Its number, from 1."""
    role: str
    """A role of a style: title, byline, date, salutation, heading1 … heading4, body."""
    head: int = 0
    """Characters of its heading, where the paragraph goes on after it."""


class Reference(Struct, frozen=True):
    """A Word document with what its paragraphs are."""

    file: str
    """The name under which its problems are told."""
    data: bytes
    """The document."""
    instances: tuple[Instance, ...] = ()
    """The paragraphs whose roles are known, in order."""
    named: Mapping[str, str] = field(default_factory=dict)
    """Roles by the names of styles, as a person gave them."""


class Source(Struct, frozen=True):
    """Where the look of a role comes from."""

    role: str
    """The role."""
    how: How
    """A style that a person named, the style of its paragraphs or by its name, learnt from a paragraph, or the standard look."""
    style: str = ""
    """The style's name."""
    paragraph: int = 0
    """The paragraph that it was learnt from."""
