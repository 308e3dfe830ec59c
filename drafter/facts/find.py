"""Where facts stand in a text, and of what kind they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from drafter.facts.bodies import organs, places
from drafter.facts.hit import Eagerness, Hit, Kind
from drafter.facts.look import HAN, Look
from drafter.facts.people import LONGEST_OFFICE, ends_office, offices, people

__all__ = ["hits", "holes", "organs", "people", "places", "signed"]
Told = Iterable[tuple[int, int, str]]
BLANK = "□"
"""What stands for each character of a placeholder."""


def signed(text: str, look: Look) -> tuple[Hit, ...]:
    """The speaker's office and name in a byline."""
    hole = next(holes(text, look), None)
    if hole and hole[1] == len(text):
        before = Hit(0, len(text[: hole[0]].rstrip()), "office")
        return (*((before,) if before.end else ()), Hit(*hole, "placeholder"))
    found = re.fullmatch(
        rf"(?P<office>[^\s\u3000]*?{look.said('office')})?[\s\u3000]*(?P<name>[{HAN}]{{2,4}}|[{HAN}]\s+[{HAN}])", text
    )
    if not found or not (found["office"] or look["surnames"].match(found["name"])):
        return ()
    office = (Hit(0, found.end("office"), "office"),) if found["office"] else ()
    return (*office, Hit(found.start("name"), len(text), "person"))


def hits(text: str, eager: Eagerness, look: Look, known: Mapping[str, Kind]) -> tuple[Hit, ...]:
    """The facts in a text, from left to right, none within another: the surest are taken first."""
    free = [True] * len(text)
    found: list[Hit] = []
    for start, end, kind in _candidates(text, eager, look, known):
        if start < end and all(free[start:end]):
            free[start:end] = [False] * (end - start)
            found.append(Hit(start, end, kind))
    return tuple(sorted(found, key=lambda hit: hit.start))


def _candidates(text: str, eager: Eagerness, look: Look, known: Mapping[str, Kind]) -> Iterator[tuple[int, int, Kind]]:
    if eager == "none":
        return
    if eager == "facts":
        yield from _of_kinds(text, known, ("meeting", "quoted"), look)
    for start, end in holes(text, look):
        yield start, end, "placeholder"
        if eager == "facts" and ends_office(text, start, look):
            yield from offices(text, max(0, start - LONGEST_OFFICE), start, look)
    if eager == "placeholders":
        return
    yield from ((*found.span(), "document") for found in look["document"].finditer(text))
    told = tuple(look.tongue.told(text))
    yield from ((start, end, "figure") for start, end, kind in told if kind == "range")
    yield from _times(text, told, look)
    yield from people(text, look)
    yield from organs(text, look)
    yield from _of_kinds(text, known, ("subject", "person", "place"), look)
    yield from _figures(text, told, look)


def _of_kinds(
    text: str, known: Mapping[str, Kind], kinds: tuple[Kind, ...], look: Look
) -> Iterator[tuple[int, int, Kind]]:
    """Where what the speech comes back to stands in a text."""
    for words, kind in known.items():
        if kind in kinds:
            for start in _occurrences(text, words):
                end = start + len(words)
                part = (kind == "subject" and look["of_another_name"].match(text, end)) or (
                    kind == "place" and look["no_place_here"].match(text, end)
                )
                if not part:
                    yield start, end, kind


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _times(text: str, told: Told, look: Look) -> Iterator[tuple[int, int, Kind]]:
    """Days, months and years, and the ends of terms; what stands behind the day, such as 前, is no part of it."""
    for start, end in look.tongue.dates(text):
        yield start, end, "deadline" if look["term"].match(text, end) else "date"
    for start, end, kind in told:
        due = look["term"].match(text, end) or not look["time"].fullmatch(text, start, end)
        if kind == "deadline" and due:
            yield start, end, "deadline"


def _figures(text: str, told: Told, look: Look) -> Iterator[tuple[int, int, Kind]]:
    for found in look["figure"].finditer(text):
        if not look["idioms"].fullmatch(found[0]):
            yield found.start(), found.end(), "figure"
    for start, end, kind in told:
        if kind == "figure" and (text[start].isdigit() or _tells(text, start, end, look)):
            yield start, end, "figure"


def _tells(text: str, start: int, end: int, look: Look) -> bool:
    """Whether a small number in words is a fact, and does not only say how many points follow: 三项制度, 不少于两次."""
    if look["idioms"].match(text, start) or look["set_phrase"].search(text, max(0, start - 4), start):
        return False
    if look.run("limits", "$").search(text, max(0, start - 6), start):
        return True
    noun = re.match(f"[{HAN}]{{2}}", text[end:]) and not look.verb_at(text, end)
    return bool(noun) and not look["announced"].match(text, end)


def holes(text: str, look: Look) -> Iterator[tuple[int, int]]:
    """Placeholders; those that make a date together are one."""
    if look.tongue.placeholder_signs.isdisjoint(text):
        return
    found = [one.span() for one in re.finditer(look.tongue.placeholder, text)]
    masked = list(text)
    for start, end in found:
        masked[start:end] = BLANK * (end - start)
    for one in look["open_date"].finditer("".join(masked)):
        if BLANK in one[0]:
            yield one.span()
    for start, end in found:
        place = look["place_mark"].match(text, end)
        yield start, place.end() if place else end
