"""Where facts stand in a text, and of what kind they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.distillation import kinds
from drafter.distillation.facts import Eagerness, Hit, Kind
from drafter.distillation.kinds import HAN
from drafter.language import Tongue

PLACE_MARK, ENDS_OFFICE = re.compile(kinds.PLACE_MARK), re.compile(f"{kinds.OFFICE}$")
BESIDE_NAME = re.compile(f"(?=同志(?!们)|{kinds.OFFICE})|(?<=[书长席任委理记挥])(?=[{HAN}])")
"""What a name may stand before or behind."""
LOOKED_AHEAD = 6
"""Characters after a name's first words by which a 和 within it is known."""
LONGEST_OFFICE = 40
LONGEST_NAME = 14
"""Characters of an office's name before its last word."""


def signed(text: str, tongue: Tongue) -> tuple[Hit, ...]:
    """The speaker's office and name in a byline."""
    hole = next(_holes(text, tongue), None)
    if hole and hole[1] == len(text):
        before = Hit(0, len(text[: hole[0]].rstrip()), "office")
        return (*((before,) if before.end else ()), Hit(*hole, "placeholder"))
    found = re.fullmatch(
        rf"(?P<office>[^\s　]*?{kinds.OFFICE})?[\s　]*(?P<name>[{HAN}]{{2,4}}|[{HAN}]\s+[{HAN}])", text
    )
    if not found or not (found["office"] or found["name"][0] in kinds.SURNAME):
        return ()
    office = (Hit(0, found.end("office"), "office"),) if found["office"] else ()
    return (*office, Hit(found.start("name"), len(text), "person"))


def hits(text: str, eager: Eagerness, tongue: Tongue, known: Mapping[str, Kind]) -> tuple[Hit, ...]:
    """The facts in a text, from left to right, none within another: the surest are taken first."""
    free = [True] * len(text)
    found: list[Hit] = []
    for start, end, kind in _candidates(text, eager, tongue, known):
        if start < end and all(free[start:end]):
            free[start:end] = [False] * (end - start)
            found.append(Hit(start, end, kind))
    return tuple(sorted(found, key=lambda hit: hit.start))


def _candidates(
    text: str, eager: Eagerness, tongue: Tongue, known: Mapping[str, Kind]
) -> Iterator[tuple[int, int, Kind]]:
    if eager == "none":
        return
    if eager == "facts":
        for words, kind in known.items():
            if kind in ("meeting", "quoted"):
                yield from ((start, start + len(words), kind) for start in _occurrences(text, words))
    for start, end in _holes(text, tongue):
        yield start, end, "placeholder"
        if eager == "facts" and _ends_office(text, start):
            yield from _office(text, max(0, start - LONGEST_OFFICE), start)
    if eager == "placeholders":
        return
    yield from ((start, end, "figure") for start, end in tongue.ranges(text))
    yield from ((start, end, "date") for start, end in tongue.dates(text))
    yield from people(text)
    yield from organs(text)
    for words, kind in known.items():
        if kind in ("subject", "person", "place"):
            spots = ((start, start + len(words)) for start in _occurrences(text, words))
            yield from (
                (start, end, kind)
                for start, end in spots
                if kind != "subject" or not kinds.OF_ANOTHER_NAME.match(text, end)
            )
    for found in kinds.FIGURE.finditer(text):
        if not kinds.IDIOMS.fullmatch(found[0]):
            yield found.start(), found.end(), "figure"


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _holes(text: str, tongue: Tongue) -> Iterator[tuple[int, int]]:
    """Placeholders; those that make a date together are one."""
    if tongue.placeholder_signs.isdisjoint(text):
        return
    holes = [found.span() for found in re.finditer(tongue.placeholder, text)]
    masked = list(text)
    for start, end in holes:
        masked[start:end] = "\0" * (end - start)
    for found in kinds.OPEN_DATE.finditer("".join(masked)):
        if "\0" in found[0]:
            yield found.span()
    for start, end in holes:
        place = PLACE_MARK.match(text, end)
        yield start, place.end() if place else end


def people(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Names with the offices before them."""
    done = 0
    for start, end in _named(text):
        yield start, end, "person"
        yield from _office(text, max(done, start - LONGEST_OFFICE), start)
        done = end
    for found in kinds.CALLED.finditer(text):
        if found[1] in kinds.SURNAME:
            yield found.start(), found.end(), "person"


def _office(text: str, first: int, end: int) -> Iterator[tuple[int, int, Kind]]:
    """The offices that end where a name begins."""
    first = max(first, text.rfind("同志", first, end) + 2)  # who stood before has offices of his own
    office = kinds.TITLED.search(text, first, end)
    start = _after_bound(text, office.start(), end) if office else end
    if office and _is_rank(text[start:end]):
        yield start, end, "office"


def _is_rank(words: str) -> bool:
    """An office that goes with its holder, not with a body or a place that is named beside it."""
    return (
        bool(
            re.match("(?:中共)?(?:[省市县区镇乡]委|[省市县区]政府|常务|分管|区长|市长|县长|副[省市县区镇乡]长)", words)
        )
        or "、" in words
    )


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Where people's names stand: before 同志, or after an office and before what people do."""
    for found in BESIDE_NAME.finditer(text):
        at = found.start()
        if text.startswith("同志", at) or (text[at] not in kinds.SURNAME and re.match(kinds.OFFICE, text[at:])):
            span = next(((at - n, at) for n in (3, 2) if at >= n and _is_name(text[at - n : at])), None)
            if span and (
                _ends_office(text, span[0]) or not _han(text, span[0] - 1) or text[span[0] - 1] in "由和与请向对"
            ):
                yield span
        elif text[at] in kinds.SURNAME and _ends_office(text, at):
            for n in (2, 3):  # 何平|通报 before 何平通|报
                if (
                    _is_name(text[at : at + n])
                    and kinds.AFTER_NAME.match(text, at + n)
                    and not text.startswith("同志", at + n)
                ):
                    yield at, at + n
                    break


def _is_name(words: str) -> bool:
    return (
        len(words) in (2, 3)
        and words[0] in kinds.SURNAME
        and all("\u4e00" <= char <= "\u9fff" for char in words)
        and not kinds.NO_NAME.search(words)
    )


def _ends_office(text: str, end: int) -> bool:
    return ENDS_OFFICE.search(text, max(0, end - 5), end) is not None


def _han(text: str, at: int) -> bool:
    return at >= 0 and "\u4e00" <= text[at] <= "\u9fff"


def _after_bound(text: str, start: int, end: int) -> int:
    """Where a name begins, after words that are none of it."""
    begins = start
    for found in kinds.BOUND.finditer(text, start, end + LOOKED_AHEAD):
        if found.end() <= end and not (found[0] == "和" and kinds.HALF_ORGAN.fullmatch(text[begins : found.start()])):
            begins = found.end()
    return begins


def organs(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Offices and other bodies that have a name of their own."""
    for found in kinds.ORGAN.finditer(text):
        if kinds.AFTER_ORGAN.match(text, found.end()):
            continue
        first = found.start()
        while first > 0 and found.start() - first < LONGEST_NAME and _han(text, first - 1):
            first -= 1
        start = _after_bound(text, first, found.start())
        name = text[start : found.end()]
        led = kinds.LED.match(name)
        if found[0] in kinds.NEED_LEVEL or found[0][0] in "一二三四组宣统政农":
            stands = bool(led) or (found[0][0] in "一二三四" and found.start() - start == 2)
        else:
            stands = bool(led) or found.start() - start > 1
        other = kinds.OTHER_ORGAN.search(name) or (not led and kinds.COMMON_ORGAN.fullmatch(name))
        if stands and len(name) > len(found[0]) and not other:
            yield start, found.end(), "organisation"


def places(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Places whose name stands between words that are surely none of it."""
    for found in kinds.PLACE.finditer(text):
        water = found[0] in "河江湖溪"
        for n in (1, 2) if water else (2, 3):
            start = found.start() - n
            if start < 0 or not _han(text, start):
                break
            if kinds.BEFORE_PLACE.search(text[max(0, start - 3) : start]):
                name = text[start : found.end()]
                sure = kinds.AFTER_PLACE.match(text, found.end()) or (
                    not water and n == 2 and (start == 0 or text[start - 1] in "在到从由、，。于")
                )
                odd = (water and name[0] in kinds.OTHER_WATER) or (n > 1 and kinds.OTHER_PLACE.search(name))
                if sure and not odd:
                    yield start, found.end(), "place"
                break
