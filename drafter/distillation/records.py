"""Numbered items that say the same of different things, as one sentence and a record for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from drafter.distillation.facts import unused
from drafter.distillation.frames import Hole, Token
from drafter.facts import names
from drafter.facts.amounts import amount
from drafter.facts.hit import Hit
from drafter.facts.look import Look

CLAUSE = re.compile("[^，。；：、！？]*[，。；：、！？]?")
FEWEST_FIXED = 3
"""Characters, marks apart, that items share which have facts in one place only."""
SHORTEST_END = 2
"""Characters that all end with, at least, if they are not to be part of the field."""
MOST_FIELDS = 6
LONGEST = 24
"""Characters that a field holds."""
LONGEST_REST = 80
"""Characters of the field that holds the rest of an item."""
MARKS = "，。；：、！？"


class _Field(Struct, frozen=True):
    name: str
    values: tuple[str, ...]


class Shared(Struct, frozen=True):
    """What items have in common."""

    name: str
    """What the list of them would be called."""
    texts: tuple[tuple[Token, ...], ...]
    """What every item says, text by text, with a hole for each field."""
    records: tuple[Mapping[str, str], ...]
    """What each item has in the holes, by field."""


def shared(
    columns: Sequence[Sequence[str]], found: Sequence[Sequence[Sequence[Hit]]], lead: str, look: Look, lax: bool = False
) -> Shared | None:
    """The sentence that items share which have facts in the same places, or the sentences: a heading's and its passage's.

    Headings alone may have no facts. With `lax`, whatever the items have in common will do.
    """
    told = [
        _alike(items, hits, look) or (_whole(items, look) if lax else None)
        for items, hits in zip(columns, found, strict=True)
    ]
    heads = columns[0]
    if len(columns) > 1 and not any(found[0]) and max(map(len, heads)) <= LONGEST:
        told[0] = _whole(heads, look, "heading")
    parts = [one[0] for one in told if one is not None]
    facts = sum(one[1] for one in told if one is not None)
    usual = len(parts) == len(columns) and (facts or lax)
    offices = len(heads) > 2 and all(
        hits and hits[0].start == 0 and hits[0].kind == "organisation" for hits in found[0]
    )
    fewest = 0 if lax else 1 if facts > 1 else FEWEST_FIXED - offices
    return _joined(parts, len(heads), lead, fewest, look) if usual else None


def _whole(items: Sequence[str], look: Look, name: str = "content") -> tuple[list[str | _Field], int] | None:
    """Items that have nothing in common, each as one field."""
    return ([_Field(look.fixed(name), tuple(items))], 0) if len(items) > 1 and all(items) else None


def _alike(items: Sequence[str], found: Sequence[Sequence[Hit]], look: Look) -> tuple[list[str | _Field], int] | None:
    """Items clause by clause: what all say, and what each has in between; and in how many places facts stand.

    From where they are built in different ways on, the rest of each is one field.
    """
    columns = [_clauses(item) for item in items]
    if len(items) < 2 or not all(columns):
        return None
    sizes = {len(column) for column in columns}
    limit = min(sizes) - (len(sizes) > 1)
    parts: list[str | _Field] = []
    facts = 0
    for k in range(limit):
        texts, inside = _part(items, found, [column[k] for column in columns])
        told = _clause(texts, inside, look)
        if told is None:
            limit = k
            break
        alike = len(set(map(_kinds, inside))) == 1
        facts += len(set(texts)) > 1 and bool(inside[0]) and (alike or _led(inside))
        parts += told
    if len(sizes) > 1 or limit < min(sizes):
        spans = [(column[limit][0], len(item)) for item, column in zip(items, columns, strict=True)]
        rest = _rest(*_part(items, found, spans), look)
        if rest is None:
            return None
        facts = facts or (isinstance(rest[0], _Field) and len(rest) > 3)
        parts += rest
    return parts, facts


def _kinds(hits: Sequence[Hit]) -> tuple[str, ...]:
    return tuple("date" if hit.kind == "deadline" else hit.kind for hit in hits)


def _led(found: Sequence[Sequence[Hit]]) -> bool:
    """Whether all begin with a fact of one kind."""
    return all(hits and hits[0].start == 0 for hits in found) and len({_kinds(hits[:1]) for hits in found}) == 1


def _part(
    items: Sequence[str], found: Sequence[Sequence[Hit]], spans: Sequence[tuple[int, int]]
) -> tuple[list[str], list[list[Hit]]]:
    """A stretch of each item, and the facts in it."""
    texts = [item[start:end] for item, (start, end) in zip(items, spans, strict=True)]
    inside = [
        [Hit(hit.start - start, hit.end - start, hit.kind) for hit in hits if start <= hit.start and hit.end <= end]
        for hits, (start, end) in zip(found, spans, strict=True)
    ]
    return texts, inside


def _rest(texts: Sequence[str], found: Sequence[Sequence[Hit]], look: Look) -> list[str | _Field] | None:
    """A fact with which all begin, if there is one, and what all say after it; then a field for what is left."""
    if not _led(found):
        return _words(texts, (), look, LONGEST_REST, look.fixed("content"))
    firsts = [hits[0] for hits in found]
    led = _Field(
        _name_of(firsts[0], texts[0], look), tuple(text[: hit.end] for text, hit in zip(texts, firsts, strict=True))
    )
    rest = [text[hit.end :] for text, hit in zip(texts, firsts, strict=True)]
    told = _words(rest, (), look, LONGEST_REST, look.fixed("task"))
    return told and [led, *told]


def _joined(texts: Sequence[Sequence[str | _Field]], count: int, lead: str, fewest: int, look: Look) -> Shared | None:
    """Texts with their fields as sentences and records, if there are words enough that all share."""
    said: list[tuple[Token, ...]] = []
    records: list[dict[str, str]] = [{} for _ in range(count)]
    for parts in texts:
        tokens: list[Token] = []
        for part in parts:
            if isinstance(part, str):
                tokens += part
                continue
            name = unused(part.name, records[0])
            tokens.append(Hole(name))
            for record, value in zip(records, part.values, strict=True):
                record[name] = value
        said.append(tuple(tokens))
    fixed = sum(isinstance(token, str) and token.isalnum() for tokens in said for token in tokens)
    if fixed < fewest or not 1 <= len(records[0]) <= MOST_FIELDS:
        return None
    return Shared(names.listed(lead, iter(records[0]), look), tuple(said), tuple(records))


def bare(points: Sequence[str], apart: bool) -> tuple[tuple[str, ...], str]:
    """The points without the marks that their form sets after each, and what is said after the last one's sentence.

    None of them if their form would set other marks. Paragraphs keep the stop that is in their sentence.
    """
    if apart and all(point.endswith("。") for point in points):
        return tuple(points), ""
    first, last = points[:-1], points[-1]
    if any("。" in point for point in first):
        inner, tail = "。", ""
    else:
        inner, end = "；", last.find("。")
        last, tail = last[: end + 1], last[end + 1 :]
    items = (*first, last)
    if [item[-1:] for item in items] != [inner] * len(first) + ["。"]:
        return (), ""
    return tuple(item[:-1] for item in items), tail


def _clause(texts: Sequence[str], found: Sequence[Sequence[Hit]], look: Look) -> list[str | _Field] | None:
    """What stands in one place of every item: words that all have, and fields; none if nothing fits."""
    if len(set(texts)) == 1:
        return [texts[0]]
    if len(set(map(_kinds, found))) != 1:
        return (_rest(texts, found, look) if _led(found) else None) or _words(texts, found, look)
    done: list[str | _Field] = []
    at = [0] * len(texts)
    for n, hit in enumerate(found[0]):
        between = _words([text[a : hits[n].start] for text, a, hits in zip(texts, at, found, strict=True)], (), look)
        if between is None:
            return _words(texts, found, look)
        values = tuple(text[hits[n].start : hits[n].end] for text, hits in zip(texts, found, strict=True))
        alike = all(isinstance(part, str) for part in between)
        alike = alike and len({re.sub(r"[\d.,]", "", value) for value in values}) == 1  # of one thing, in one unit
        name = _name_of(hit, texts[0], look) if alike or hit.kind != "figure" else amount(values, look)
        done += [*between, values[0] if len(set(values)) == 1 else _Field(name, values)]
        at = [hits[n].end for hits in found]
    after = _words([text[a:] for text, a in zip(texts, at, strict=True)], (), look)
    return None if after is None else [*done, *after]


def _words(
    texts: Sequence[str], found: Sequence[Sequence[Hit]], look: Look, longest: int = LONGEST, name: str = ""
) -> list[str | _Field] | None:
    """Words with what all begin and all end with, and one field between; a longer one may hold several clauses."""
    if len(set(texts)) == 1:
        return [texts[0]]
    before = _common(texts)
    after = _common([text[before:][::-1] for text in texts])
    letters = len(texts[0][len(texts[0]) - after :].rstrip(MARKS))
    after -= letters if letters < SHORTEST_END else 0  # 巡查 and 排查 are two words
    ends = [len(text) - after for text in texts]
    values = tuple(text[before:end] for text, end in zip(texts, ends, strict=True))
    marks = "，；。" if longest == LONGEST else "。"
    if not all(values) or max(map(len, values)) > longest or any(mark in value for value in values for mark in marks):
        return None
    inside = [hit for hits in found[:1] for hit in hits if before <= hit.start and hit.end <= ends[0]]
    if len(inside) == 1 and inside[0].start == before:
        name = _name_of(inside[0], texts[0], look)
    start, end = texts[0][:before], texts[0][ends[0] :]
    return [start, _Field(name or _topic(start, end, look), values), end]


def _common(texts: Sequence[str]) -> int:
    """How many characters all begin with; a half of a figure or of an office's name does not count."""
    n = 0
    for chars in zip(*texts, strict=False):
        if len(set(chars)) > 1:
            break
        n += 1
    while n and (texts[0][n - 1].isdigit() or texts[0][n - 1] in ".省市县区镇乡"):
        n -= 1
    return n


def _name_of(hit: Hit, text: str, look: Look) -> str:
    """A name for a fact that is another one in every item."""
    name = look.fixed("term") if hit.kind == "deadline" else names.called(hit, text, look)
    return look.fixed("duty") if hit.kind == "organisation" and not name.endswith(look.fixed("unit")) else name


def _topic(before: str, after: str, look: Look) -> str:
    """A name for what is no fact of a known kind."""
    return (
        look.named("roles", after)
        or look.named("topics", before, "$")
        or look.fixed("content" if before else "records")
    )


def _clauses(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in CLAUSE.finditer(text) if found[0]]
