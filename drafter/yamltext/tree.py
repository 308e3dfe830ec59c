"""What a YAML file holds: texts, lists and maps, each with its place and its stretch of the file."""

from __future__ import annotations

from msgspec import Struct

from drafter.problem import Place, Problem

CELL = "cell"
"""The style of a text that is a cell of a table: any character of it is told at the cell."""


class Scalar(Struct, frozen=True):
    """A text as typed; its kind is for the slot to say."""

    text: str
    place: Place
    style: str
    """`''` plain, `'` or `"` quoted, `|` or `>` block; `CELL` for what no YAML file holds but a cell of a table."""
    start: int
    """Offset of its first character in the file."""
    end: int
    """Offset after its last character."""
    indent: int = 0
    """Columns before the text of a block."""
    starts: int = 0
    """The line on which a block's text begins."""
    source: str = ""
    """The text as typed, if it is folded: its lines are not those of the file."""


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    place: Place
    start: int = 0
    """Offset of its first character in the file."""
    end: int = 0
    """Offset after its last character; blanks and comments that follow a block are not counted."""
    flow: bool = False
    """Written in brackets."""


class Mapping(Struct, frozen=True):
    """Keys and values, in order; a key stands once."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place
    start: int = 0
    """Offset of its first character in the file."""
    end: int = 0
    """Offset after its last character; blanks and comments that follow a block are not counted."""
    flow: bool = False
    """Written in brackets."""

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None


Node = Scalar | Sequence | Mapping


class Document(Struct, frozen=True):
    """A file that has been read: whoever needs it is handed this, and nobody reads it twice."""

    text: str
    """The whole of it."""
    file: str
    """Its name, for problems."""
    root: Node | None
    """Its nodes; None where it holds nothing, or nothing that can be read."""
    problems: tuple[Problem, ...] = ()
    """All that is wrong with the file and its YAML."""


def each(node: Node) -> tuple[Node, ...]:
    """The items of a list; anything else as the only one."""
    return node.items if isinstance(node, Sequence) else (node,)


def is_empty(node: Node) -> bool:
    """Nothing typed, or nothing but blanks and `~`."""
    return isinstance(node, Scalar) and (not node.text.strip() or (not node.style and node.text in ("~", "null")))


def plainly(node: Node) -> object:
    """What a node says, wherever it stands and however it is quoted."""
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return tuple(plainly(item) for item in items)
        case Mapping(entries):
            return {key.text: plainly(value) for key, value in entries}
