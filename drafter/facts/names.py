"""What a person would call a fact, told from its kind and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.facts.amounts import CLAUSES, SENTENCES, figure, more_exactly, task
from drafter.facts.bodies import organs
from drafter.facts.hit import Hit
from drafter.facts.look import Look
from drafter.facts.nouns import noun_after

LONGEST = 12
"""Characters of a name that is put together."""


def called(hit: Hit, text: str, look: Look) -> str:
    """The name of a fact by itself; others may wish for the same one."""
    words = text[hit.start : hit.end]
    match hit.kind:
        case "placeholder":
            return hole(text, hit.start, hit.end, look)
        case "date":
            return _date(words, text, hit, look)
        case "deadline":
            return task(text, hit.start, hit.end, look) + look.fixed("term")
        case "figure":
            return figure(text, hit.start, hit.end, look)
        case "person":
            return _person(text[: hit.start], text[hit.end :], look)
        case "office":
            named = look["appointed"].match(text[hit.end :])
            behind = text[hit.end + (len(named[0]) if named else 0) :]
            return _person(text[: hit.end], behind, look).removesuffix(look.fixed("name")) + look.fixed("office")
        case "organisation":
            return _organ(words, text[: hit.start], text[hit.end :], look)
        case "place":
            return look.named("ends_of_places", words, "$") or words[-1] + look.fixed("place")
        case "document":
            return look.named("papers", words, "$") or look.fixed("paper")
        case "quoted":
            after = text[hit.end :].lstrip("”")
            slogan = any(mark in words for mark in look.tongue.marks.soft)
            return look.named("slogans", after) or look.fixed("slogan" if slogan else "phrase")
        case _:
            return look.fixed(hit.kind)


def apart(name: str, hit: Hit, text: str, look: Look) -> Iterator[str]:
    """Other names for a fact, where its first one is taken: with what stands beside it in the sentence."""
    words = text[hit.start : hit.end]
    match hit.kind:
        case "meeting" | "subject":
            yield name + look.fixed("short")
        case "placeholder" if not look["counted_after"].match(text, hit.end):
            return
        case "figure" | "placeholder":
            yield from _short_enough(more_exactly(name, text, hit.start, hit.end, look))
        case "organisation" if words.endswith(name) and len(words) <= LONGEST:
            yield words
        case "date" | "deadline" | "organisation":
            if (told := task(text, hit.start, hit.end, look)) and told[-2:] not in name:
                yield from _short_enough(iter((told + name.removeprefix(told),)))
    if hit.kind == "person":
        title = look["office"].search(words) or look.made("an office's end", f"{look.said('office')}$").search(
            text[: hit.start][-5:]
        )
        yield from (title[0] + name for _ in range(1) if title and not name.startswith(title[0]))
    elif hit.kind != "place" and (told := _beside(text[: hit.start], look)):
        yield from _short_enough(iter((told + name,)))


def _short_enough(names: Iterator[str]) -> Iterator[str]:
    yield from (name for name in names if len(name) <= LONGEST)


def _beside(before: str, look: Look) -> str:
    """What a sentence is about: the noun with which its last clause begins that has one."""
    for clause in reversed(CLAUSES.split(SENTENCES.split(before)[-1])):
        for _, end, _ in organs(clause, look):
            clause = clause[end:]
            break
        if noun := noun_after(look["bound"].sub("", look.run("when", "^").sub("", clause)), look):
            return noun if not look.verb_at(noun, 0) else ""
    return ""


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
    inside, follows, before = text[start:end], text[end:], text[:start]
    light = look.tongue.marks.light
    if place := look.made("a level at the end", f"{look.said('place_mark')}$").search(inside):
        return place[0] + look.fixed("place")
    while light and follows.startswith(light + inside):  # several in a row are what the last is
        follows = follows[len(inside) + 1 :]
    if name := look.named("inside", inside, "$") or look.named("leading", before, "$"):
        later = name == look.fixed("year") and look["years_long"].match(follows)
        return look.fixed("years") if later else name
    if office := look["office"].match(follows):
        return look["vice"].sub("", office[0]) + look.fixed("name")
    if look.made("an office's end", f"{look.said('office')}$").search(before[-5:]):
        return _person(before, follows, look)
    if look["several_persons"].match(follows):
        return look.fixed("persons")
    if counted := look["counted_after"].match(follows):
        return figure(text[:end] + follows, start, end + counted.end(), look)
    name = look.named("following", follows)
    if name and name != look.fixed("name"):
        return name
    if look["who_does"].search(before) and (done := look.named("doing", look["comrade"].sub("", follows, count=1))):
        return done + look.fixed("doer")
    if name:
        return name
    if look["beside_me"].search(before) and look["beside_him"].match(follows):
        return look.fixed("name")
    if look["gone_to"].search(before):
        return look.fixed("place_name")
    noun = noun_after(follows[:LONGEST], look)
    return (
        noun + look.fixed("naming")
        if look.made("named", f"{look.said('name_ends')}$").search(noun)
        else look.fixed("open")
    )


def office(name: str, look: Look) -> str:
    """The name of an office without the place that it belongs to."""
    short = look["of_place"].sub("", name)
    return short if len(short) >= 3 else name


def _date(words: str, text: str, hit: Hit, look: Look) -> str:
    before, after = text[: hit.start], text[hit.end :]
    if look["until_now"].search(before):
        return look.fixed("until")
    kind = look.named("dates", words, "=") or look.fixed("period")
    if kind == look.fixed("year"):
        return kind
    if look["by_then"].search(before):
        return task(text, hit.start, hit.end, look) + look.fixed("term")
    return look.named("held", after) or kind


def _person(before: str, after: str, look: Look) -> str:
    done = look.named("doing", re.sub(f"^{look.said('comrade')}", "", after))
    if done:
        return done + look.fixed("doer")
    title = look.made("an office's end", f"{look.said('office')}$").search(before[-5:])
    return (look["vice"].sub("", title[0]) if title else "") + look.fixed("name")


def _organ(words: str, before: str, after: str, look: Look) -> str:
    if role := look.named("roles", after):
        return role
    done = look.named("doing", after) if look["who_did"].search(before[-42:]) else ""
    return done + look.fixed("unit") if done and look["speaks"].fullmatch(done) else office(words, look)
