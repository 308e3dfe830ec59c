"""Where facts stand in a text, and of what kind they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from drafter.facts.bodies import organs
from drafter.facts.hit import Eagerness, Hit, Kind
from drafter.facts.look import HAN, Look
from drafter.facts.people import LONGEST_OFFICE, after_bound, ends_office, offices, people

Told = Iterable[tuple[int, int, str]]
NAMED: tuple[tuple[str, Kind], ...] = (("document", "document"), ("road", "place"), ("feast", "quoted"))
"""What is known by its own words, and of what kind it is."""
BLANK = "□"
"""What stands for each character of a placeholder."""


def signed(text: str, look: Look) -> tuple[Hit, ...]:
    """The speaker's office and name in a byline."""
    hole = next(holes(text, look), None)
    if hole and hole[1] == len(text):
        before = Hit(0, len(text[: hole[0]].rstrip()), "office")
        return (*((before,) if before.end else ()), Hit(*hole, "placeholder"))
    found = look.made(
        "office", rf"^(?P<office>[^\s\u3000]*?{{}})?[\s\u3000]*(?P<name>[{HAN}]{{2,4}}|[{HAN}]\s+[{HAN}])$"
    ).match(text)
    if not found or not (found["office"] or look["surnames"].match(found["name"])):
        return ()
    end = found.end("office") if found["office"] else 0
    body = next((stop for start, stop, _ in organs(text[:end], look) if start == 0 and stop < end), 0)
    parts = (Hit(0, body, "organisation"), Hit(body, end, "office"), Hit(found.start("name"), len(text), "person"))
    return tuple(one for one in parts if one.start < one.end)


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
    for key, kind in NAMED:
        yield from ((*found.span(), kind) for found in look[key].finditer(text))
    told = tuple(look.tongue.told(text))
    yield from ((start, end, "figure") for start, end, kind in told if kind == "range")
    yield from _times(text, told, look)
    yield from people(text, look)
    yield from _rows(text, look)
    yield from organs(text, look)
    yield from _of_kinds(text, known, ("subject", "person", "place"), look)
    yield from _figures(text, told, look)


def _rows(text: str, look: Look) -> Iterator[tuple[int, int, Kind]]:
    """Names in a row behind which stands how many they are."""
    for found in look["row"].finditer(text):
        first = text.index(look.tongue.marks.light, found.start())
        start = after_bound(text, found.start(), first, look)
        start += next((end for _, end in look.verbs(text[start:first]) if first - start - end > 1), 0)
        if first - start > 1 and not look["no_row"].search(text[start : found.end()]):
            yield start, found.end(), "place"


def _of_kinds(
    text: str, known: Mapping[str, Kind], kinds: tuple[Kind, ...], look: Look
) -> Iterator[tuple[int, int, Kind]]:
    """Where what the speech comes back to stands in a text."""
    for words, kind in known.items():
        for found in re.finditer(re.escape(words), text) if kind in kinds and words in text else ():
            part = {"subject": "of_another_name", "place": "no_place_here"}.get(kind)
            if not part or not look[part].match(text, found.end()):
                yield *found.span(), kind


def _times(text: str, told: Told, look: Look) -> Iterator[tuple[int, int, Kind]]:
    """Days, months and years, and the ends of terms; what stands behind the day is no part of it."""
    due = {(start, end) for start, end, kind in told if kind == "deadline"}
    yield from ((*found.span(), "deadline") for found in look["season"].finditer(text))
    yield from ((*found.span(), "date") for found in look["moment"].finditer(text))
    for start, end in (span for span in look.tongue.dates(text) if not look["idioms"].match(text, span[0])):
        ends: object = look["term"].match(text, end) or look["by_then"].search(text, max(0, start - 4), start)
        ends = ends or ((start, end) in due and look["closed"].match(text, end))
        yield start, end, "deadline" if ends and not look["until_now"].search(text, 0, start) else "date"
    for start, end in sorted(due):
        if look["term"].match(text, end) or not look["time"].fullmatch(text, start, end):
            yield start, end, "deadline"


def _figures(text: str, told: Told, look: Look) -> Iterator[tuple[int, int, Kind]]:
    for found in look["figure"].finditer(text):
        sure = found[0][0].isdigit() or not look["announced"].match(text, found.end())
        if sure and not look["idioms"].fullmatch(found[0]):
            yield *found.span(), "figure"
    for start, end, kind in told:
        if kind == "figure" and (text[start].isdigit() or _tells(text, start, end, look)):
            yield start, end, "figure"


def _tells(text: str, start: int, end: int, look: Look) -> bool:
    """Whether a number in words is a fact, and does not only say how many points follow."""
    if look["idioms"].match(text, start) or look["set_phrase"].search(text, max(0, start - 4), start):
        return False
    limited = look.run("limits", "$").search(text[max(0, start - 6) : start])
    if limited or look["part_of_all"].fullmatch(text, start, end):
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
