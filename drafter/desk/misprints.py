"""Where an old speech comes out otherwise than it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec.structs import replace

from drafter.model.fold import nest
from drafter.model.manuscript import Heading, Manuscript, page_text
from drafter.model.speech import Said, Speech, Text


def misprinted(old: Manuscript, new: Manuscript | None) -> set[str]:
    """The parts of a speech that its brief does not give as they were."""
    if new is not None and printed(new) == printed(old):
        return set()
    wanted = {page_text(line) for line in new.lines} if new is not None else set()
    heads = [(line, line.parts[0]) for line in new.lines] if new is not None else []
    bare = {page_text(line).removeprefix(head.label) for line, head in heads if isinstance(head, Heading)}
    blamed: set[str] = set()
    for line in old.lines:
        head = line.parts[0]
        text = page_text(line)
        if text in wanted:
            continue
        if isinstance(head, Heading) and text.removeprefix(head.label) in (*wanted, *bare):
            brothers = (
                one.parts[0] for one in old.lines if one.depth == line.depth
            )  # number overrides for all of them
            blamed |= {f"#{one.id}" for one in brothers if isinstance(one, Heading)}
        else:
            blamed |= {part.id for part in line.parts}
    return blamed or {part.id for line in old.lines for part in line.parts}


def printed(manuscript: Manuscript) -> tuple[tuple[str, str], ...]:
    return tuple((line.role, page_text(line)) for line in manuscript.lines)


def different(old: Manuscript, new: Manuscript | None, origins: Mapping[str, str]) -> set[str]:
    """The nodes whose words are printed otherwise; all of them, where no single one is to blame."""
    wanted, found = by_node(old, origins), by_node(new, origins) if new is not None else {}
    blamed = {id for id, words in wanted.items() if found.get(id) != words}
    return blamed or set(wanted)


def numbered_beside(old: Manuscript, blamed: set[str]) -> set[str]:
    """The numbers of the headings among some parts, and of all that stand as high: one form numbers all of them."""
    heads = [(line.depth, part.id) for line in old.lines for part in line.parts[:1] if isinstance(part, Heading)]
    depths = {depth for depth, id in heads if id in blamed}
    return {f"#{id}" for depth, id in heads if depth in depths}


def by_node(manuscript: Manuscript, origins: Mapping[str, str]) -> Mapping[str, str]:
    words: defaultdict[str, str] = defaultdict(str)
    for line in manuscript.lines:
        for part in line.parts:
            words[origins.get(part.id, part.id)] += page_text(replace(line, parts=(part,)))
    return words


def paragraphs(manuscript: Manuscript) -> Speech:
    """The same words without structure: a passage a paragraph."""
    front = nest(manuscript)
    lines = [line for line in manuscript.lines if line.role in ("opening", "heading", "body", "closing")]
    said = tuple(Said(f"paragraph-{n}", "", (Text(page_text(line)),)) for n, line in enumerate(lines, 1))
    return replace(front, opening=said, emphases=(), closing=())
