"""What a person would call a fact: the rules of a pack, tried one after the other on the sentence in which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from drafter.facts.amounts import kind_of, measure, with_kind
from drafter.facts.hit import Hit
from drafter.facts.look import Look
from drafter.facts.nouns import deed, doing, noun_after, noun_before

LONGEST = 14
"""Characters of a name that is put together."""
SHORT = 6
"""Characters of what a sentence is about, where that tells two facts apart."""
REACH = 60
"""Characters on either side of a fact that can tell its name."""
SENTENCES = re.compile("[。；！？\n]")
CLAUSES = re.compile("[，。；：、！？,;:!?“”\n]")
READ = {"noun": noun_before, "after": noun_after, "verb": doing, "task": deed}
"""How what a rule found is read; what is none of these is the name of a table, or stands as it is."""


@lru_cache(maxsize=1024)
def called(hit: Hit, text: str, look: Look) -> str:
    """The name of a fact by itself; others may wish for the same one."""
    return next(_names(hit, text, look), "") or _plainly(hit, text, look)


def apart(name: str, hit: Hit, text: str, look: Look) -> Iterator[str]:
    """Other names for a fact, where its first one is taken: with what stands beside it in the sentence."""
    if hit.kind == "placeholder" and not _counted(hit, text, look):
        return
    yield from (other for other in _names(hit, text, look) if other != name)
    if hit.kind not in ("place", "person") and (told := _beside(text[: hit.start], look)):
        yield from (one for one in (told + name,) if len(one) <= LONGEST)


def listed(lead: str, fields: Iterator[str], look: Look) -> str:
    """A name for a list of records, told from the sentence before it or from its fields."""
    if said := look["counted_off"].search(lead):
        return said[0]
    names = tuple(fields)
    if any(name.endswith(look.fixed("unit")) for name in names):
        return look.fixed("duties")
    return look.fixed("places") if any(name.endswith(look.fixed("place")) for name in names) else look.fixed("records")


def hole(text: str, start: int, end: int, look: Look) -> str:
    """A name for a place where a fact was left out."""
    return called(Hit(start, end, "placeholder"), text, look)


def office(name: str, look: Look) -> str:
    """The name of an office without the place that it belongs to."""
    short = look["of_place"].sub("", name)
    return short if len(short) >= 3 else name


def _plainly(hit: Hit, text: str, look: Look) -> str:
    """What a fact of which nothing is told is called."""
    counted = _counted(hit, text, look)
    return kind_of(measure(text[counted.start : counted.end], look), look) if counted else look.fixed(hit.kind)


def _names(hit: Hit, text: str, look: Look) -> Iterator[str]:
    """The names that the rules give, the best first."""
    if hit.kind == "placeholder":
        yield from _told("left", _context(hit, text, "", look), look)
    if not (counted := _counted(hit, text, look)):
        yield from _told(hit.kind, _context(hit, text, "", look), look)
        return
    kind = kind_of(measure(text[max(0, counted.start - 1) : counted.end], look), look)
    context = _context(counted, text, kind, look)
    for key in ("share", "figure")[kind != look.fixed("share") :]:
        yield from (with_kind(name, kind, look) for name in _told(key, context, look))


def _counted(hit: Hit, text: str, look: Look) -> Hit | None:
    """A figure, or a placeholder for one, with its unit."""
    if hit.kind == "figure":
        return hit
    found = look["counted_after"].match(text, hit.end) if hit.kind == "placeholder" else None
    return replace(hit, end=found.end()) if found else None


def _context(hit: Hit, text: str, kind: str, look: Look) -> str:
    """A fact between two signs, in its sentence and the one before; beside a figure the others are their units."""
    before, after = text[max(0, hit.start - REACH) : hit.start], text[hit.end : hit.end + REACH]
    before = "。".join(SENTENCES.split(before)[-2:])
    words = text[hit.start : hit.end]
    if kind:
        words = measure(words, look)
        before, after = (look["figure"].sub(lambda one: f"#{measure(one[0], look)}#", one) for one in (before, after))
    return f"{before}«{words}={kind}»{after}"


def _told(key: str, context: str, look: Look) -> Iterator[str]:
    """The names of the rules that hold."""
    for name, pattern in look.table(f"{key}_names"):
        found = pattern.search(context)
        if not found:
            continue
        parts = {part: _read(part.rstrip("0123456789"), said, look) for part, said in found.groupdict().items()}
        if all(parts.values()):
            made = look.spelled(name.format(**parts) if parts else name)
            if made.isidentifier() and len(made) <= LONGEST:
                yield made


def _read(part: str, said: str | None, look: Look) -> str:
    if not said:
        return ""
    if part in READ:
        return READ[part](said, look)
    return look.named(part, said) if part in look.signs.names else office(said, look) if part == "body" else said


def _beside(before: str, look: Look) -> str:
    """What a sentence is about: the noun with which its last clause begins that has one."""
    for clause in reversed(CLAUSES.split(SENTENCES.split(before)[-1])):
        noun = noun_after(look.run("bound", "^").sub("", look.run("when", "^").sub("", clause)), look)
        clear = not (look["small"].search(noun) or look["bound"].search(noun) or look.verb_in(noun))
        if clear and 2 <= len(noun) <= SHORT:
            return noun
    return ""
