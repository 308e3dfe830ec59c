"""Speech ⇄ Manuscript: `flatten` lays the tree out in lines, `nest` gathers the lines into the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from drafter.model.manuscript import Heading, Line, Manuscript, Part, Point, Role, Words, directs
from drafter.model.speech import Block, Headed, Inlines, Listed, Said, Speech, Text

FRONT: tuple[Role, ...] = ("title", "byline", "date", "salutation")
DATE_MARKS = {"zh": ("（", "）")}
"""What stands around the date below the title; ASCII brackets elsewhere."""


def flatten(speech: Speech) -> Manuscript:
    """The speech as lines."""
    front = {
        "title": speech.title,
        "byline": speech.byline,
        "date": bracketed(speech.date, speech.language),
        "salutation": speech.salutation,
    }
    lines = [Line(role, 0, (Words(role, role, front[role]),)) for role in FRONT if front[role]]
    for role, blocks in (("opening", speech.opening), ("body", speech.emphases), ("closing", speech.closing)):
        lines += _lines(blocks, role, 0)  # type: ignore[arg-type]
    return Manuscript(speech.language, tuple(lines), rate=speech.rate)


def nest(manuscript: Manuscript) -> Speech:
    """The lines as a speech; undoes `flatten`."""
    front: dict[str, Inlines] = {}
    rest: dict[str, list[Line]] = {"opening": [], "body": [], "closing": []}
    zone = "opening"
    for line in manuscript.lines:
        if line.role in FRONT:
            front[line.role] = line.parts[0].inlines
            continue
        if line.role != "heading":
            zone = line.role
        elif line.depth == 1 and zone == "opening":
            zone = "body"
        rest[zone].append(line)
    return Speech(
        language=manuscript.language,
        title=front.get("title", ()),
        byline=front.get("byline", ()),
        date=_unbracketed(front.get("date", ()), manuscript.language),
        salutation=front.get("salutation", ()),
        opening=_blocks(rest["opening"], 0),
        emphases=_blocks(rest["body"], 0),
        closing=_blocks(rest["closing"], 0),
        rate=manuscript.rate,
    )


def _lines(blocks: Iterable[Block], role: Role, depth: int) -> list[Line]:
    lines: list[Line] = []

    def add(part: Part, run_on: bool, depth: int, role: Role = role) -> None:
        if run_on and lines and lines[-1].depth == depth and not _closed(lines[-1], part):
            lines[-1] = Line(lines[-1].role, depth, (*lines[-1].parts, part))
        else:
            lines.append(Line(role, depth, (part,)))

    for block in blocks:
        match block:
            case Said():
                add(Words(block.id, block.move, block.inlines), block.run_on, depth)
            case Listed():
                for point in _points(block):
                    add(point, not block.apart and (point.ordinal > 1 or block.run_on), depth)
            case Headed():
                head = Heading(
                    block.id, block.move, block.enumerator, block.label, block.heading, block.run_in, block.stop
                )
                below = _lines(block.blocks, role, depth + 1)
                if block.run_in and below and _joins_heading(below[0], depth + 1):
                    parts: tuple[Part, ...] = (head, *below[0].parts)
                    below = below[1:]
                else:
                    parts = (head,)
                lines += [Line("heading", depth + 1, parts), *below]
            case _:
                assert_never(block)
    return lines


def _points(block: Listed) -> Iterator[Point]:
    keys = block.keys or ("",) * len(block.items)
    for n, (item, key) in enumerate(zip(block.items, keys, strict=True), 1):
        yield Point(block.id, block.move, block.scheme, n, item, key)


def _closed(line: Line, part: Part) -> bool:
    """A line that a part may not run on to: a heading that stands alone, a direction, or what is none before one."""
    last = line.parts[-1]
    return directs(last) != directs(part) or (isinstance(last, Heading) and not last.run_in)


def _joins_heading(line: Line, depth: int) -> bool:
    return line.role != "heading" and line.depth == depth and not directs(line.parts[0])


def _blocks(lines: Sequence[Line], depth: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        head = line.parts[0]
        if isinstance(head, Heading):
            end = at
            while end < len(lines) and _below(lines[end], line.depth):
                end += 1
            inside = _together((*_gather(line.parts[1:], joined=False), *_blocks(lines[at:end], line.depth)))
            blocks.append(
                Headed(
                    head.id,
                    head.move,
                    head.enumerator,
                    head.label,
                    head.inlines,
                    head.run_in,
                    head.stop,
                    tuple(inside),
                )
            )
            at = end
        else:
            blocks += _gather(line.parts, joined=False)
    return tuple(_together(blocks))


def _below(line: Line, depth: int) -> bool:
    return line.depth > depth if line.role == "heading" else line.depth >= depth


def _gather(parts: Sequence[Part], joined: bool) -> Iterator[Block]:
    """The parts of one line as blocks; consecutive points of one enumeration are one block."""
    at = 0
    while at < len(parts):
        part = parts[at]
        end = at + 1
        if isinstance(part, Point):
            while end < len(parts) and _continues(part, end - at, parts[end]):
                end += 1
            items = tuple(p.inlines for p in parts[at:end])
            apart = end - at == 1 and len(parts) == 1
            yield Listed(part.id, part.move, part.scheme, items, joined, apart, _keys(parts[at:end]))
        else:
            yield Said(part.id, part.move, part.inlines, joined)
        at, joined = end, True


def _keys(points: Iterable[Part]) -> tuple[str, ...]:
    """The points' own keys, if they have some."""
    keys = tuple(part.key for part in points if isinstance(part, Point))
    return keys if any(keys) else ()


def _continues(first: Point, distance: int, part: Part) -> bool:
    return isinstance(part, Point) and part.id == first.id and part.ordinal == first.ordinal + distance


def _together(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; points that stand apart, one a line, join the enumeration that they belong to."""
    row: list[Listed] = []
    for block in blocks:
        if isinstance(block, Listed) and block.apart and (not row or block.id == row[0].id):
            row.append(block)
            continue
        yield from _joined(row)
        row = [block] if isinstance(block, Listed) and block.apart else []
        yield from () if row else (block,)
    yield from _joined(row)


def _joined(row: Sequence[Listed]) -> Sequence[Listed]:
    """Enumerations that are one, with the points of all."""
    if len(row) < 2:
        return row
    items = tuple(item for one in row for item in one.items)
    keys = tuple(key for one in row for key in one.keys)
    return (Listed(row[0].id, row[0].move, row[0].scheme, items, row[0].run_on, True, keys),)


def bracketed(inlines: Inlines, language: str) -> Inlines:
    """A date as it stands below the title."""
    if not inlines:
        return ()
    left, right = DATE_MARKS.get(language, ("(", ")"))
    return (Text(left), *inlines, Text(right))


def _unbracketed(inlines: Inlines, language: str) -> Inlines:
    left, right = DATE_MARKS.get(language, ("(", ")"))
    if inlines[:1] == (Text(left),) and inlines[-1:] == (Text(right),):
        return inlines[1:-1]
    return inlines
