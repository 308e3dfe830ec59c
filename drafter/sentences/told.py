"""What is told in a sentence: a problem, as far as its words need it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class Where(Protocol):
    """A spot in a file."""

    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def sheet(self) -> str: ...


class Told(Protocol):
    """A problem: a rule, a place and facts."""

    @property
    def rule(self) -> str: ...
    @property
    def place(self) -> Where: ...
    @property
    def facts(self) -> Mapping[str, str]: ...
    @property
    def severity(self) -> str: ...
    @property
    def edit(self) -> object | None: ...
    @property
    def says(self) -> tuple[str, str] | None: ...
    @property
    def more(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def related(self) -> Sequence[Beside]: ...


class Beside(Protocol):
    """Another place that a problem speaks of."""

    @property
    def place(self) -> Where: ...
    @property
    def words(self) -> str: ...
