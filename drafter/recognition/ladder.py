"""Which numbered paragraphs are headings, and how deep they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from drafter.language import Tongue
from drafter.language.enumerators import show
from drafter.model.enumerator import Enumerator
from drafter.problem import Place
from drafter.recognition.candidates import LONGEST_HEADING, PARAGRAPH, STOP, Number, candidates
from drafter.recognition.glue import head_ends
from drafter.recognition.lexicon import Lexicon
from drafter.recognition.numbers import RANKS, TABLE, numbered
from drafter.recognition.reading import Reading, Step, read_rows
from drafter.recognition.trace import Para, Trace, parted, piece, place_at

LONGEST_SHAPED, LEAST_BELOW = 32, 25
"""Characters of a line that is taken for a heading by its shape."""
SHOWN = 16
"""Characters by which a point is named."""
OPEN = "；，、;,"
ASKS = ("？", "！")
"""What a heading in a line of its own may end in."""
BULLET = re.compile("[●◆■◇□▪•▶►★☆◎○]\\s*(?=.)")
LABEL = re.compile("[^。！？；，：、“]{2,16}：(?=.{10})")
LABEL_STOP = re.compile("：")
"""A heading that ends in a colon, with its text behind it."""


class Item(Struct):
    """A paragraph with its place in the tree."""

    para: Para
    number: Enumerator | None = None
    """Its number, if it has one that counts."""
    depth: int = 0
    """Headings and numbers at or above it."""
    listed: bool = False
    """It is one of a list before the emphases, and no heading."""
    heading: str = ""
    """The words of its heading; none if it is a point or plain."""
    rest: str = ""
    """What follows a heading that runs in, or the whole of a paragraph without one."""
    stop: str = ""
    """The mark that ends a heading which runs in."""
    children: list[Item] = field(default_factory=list)


def shaped(paras: list[Para], trace: Trace) -> list[Para]:
    """The paragraphs, with short lines between long ones taken for headings where no number makes one of the first level."""
    numbers = (numbered(para.text) for para in paras if len(para.text) <= LONGEST_HEADING)
    if any(number and RANKS.get(number[0].scheme, 2) <= 1 for number in numbers):
        return paras
    if any(para.claim == "heading" for para in paras):
        return paras
    found = [
        n
        for n, (para, below) in enumerate(pairwise(paras))
        if n
        and 2 <= len(para.text) <= LONGEST_SHAPED
        and para.text[-1] not in OPEN + "。！？：!?:”）)"
        and not numbered(para.text)
        and any(map(str.isalnum, para.text))
        and len(below.text) >= LEAST_BELOW
    ]
    if len(found) < 2:
        return paras
    trace.doubt("headings-by-shape", paras[found[0]].place, text=paras[found[0]].text)
    for n in found:
        if bullet := BULLET.match(paras[n].text):
            trace.mend(bullet[0].strip(), paras[n].place, "number")
            paras[n] = piece(paras[n], bullet.end())
        paras[n].claim, paras[n].level = "heading", 1
    return paras


def ladder(paras: Sequence[Para], tongue: Tongue, lexicon: Lexicon, trace: Trace, other: bool = False) -> list[Item]:
    """The paragraphs as a tree: numbered ones with what stands below them; repaired numbers are remembered."""
    numbers = candidates(paras, lexicon)
    reading = read_rows(numbers, sum(len(para.text) for para in paras), lexicon.costs)
    steps = reading.other if other and reading.other else reading.steps
    if reading.other and not other:
        _doubted(paras, numbers, reading, trace)
    kept = _parted_rows(numbers, steps)
    root = Item(Para("", Place("")))
    stack: list[tuple[int, Item]] = [(0, root)]
    for words, step in _parts(paras, numbers, [step for step in steps if step.row in kept or step.row < 0]):
        if step is None or step.row < 0:
            stack[-1][1].children.append(Item(words, rest=words.text, depth=len(stack) - 1))
            if step and step.due > 1 and not numbers[step.number].last:
                number = numbers[step.number]
                trace.doubt("number-without-first", words.place, number=words.text[: number.end - number.at].strip())
            continue
        while stack[-1][0] >= step.depth:
            stack.pop()
        item = _numbered(words, numbers[step.number], step, len(stack), tongue, trace)
        stack[-1][1].children.append(item)
        stack.append((step.depth, item))
    _settle(root.children, lexicon, trace)
    return root.children


def _parts(
    paras: Sequence[Para], numbers: Sequence[Number], steps: Sequence[Step]
) -> Iterator[tuple[Para, Step | None]]:
    """The paragraphs, parted before the numbers that count inside of them, each with what became of its number."""
    at: dict[int, list[Step]] = {}
    for step in steps:
        if step.row >= 0 or numbers[step.number].place == PARAGRAPH:
            at.setdefault(numbers[step.number].para, []).append(step)
    for n, para in enumerate(paras):
        here = at.get(n, [])
        cuts = [numbers[step.number].at for step in here]
        yield from zip(parted(para, cuts), here if cuts[:1] == [0] else [None, *here], strict=True)


def _doubted(paras: Sequence[Para], numbers: Sequence[Number], reading: Reading, trace: Trace) -> None:
    """Tell that the emphases may as well be the points of another row."""
    mine, others = ([step.row for step in one if step.kind == "frame"] for one in (reading.steps, reading.other))
    spots = [next((row for row in one if row not in two), None) for one, two in ((mine, others), (others, mine))]
    texts = [paras[numbers[n].para].text[numbers[n].at :][:SHOWN] if n is not None else "—" for n in spots]
    at = numbers[next(n for n in spots if n is not None)]
    place = place_at(paras[at.para], at.at)
    trace.doubt("two-readings", place, text=texts[0], other=texts[1])


def _parted_rows(numbers: Sequence[Number], steps: Sequence[Step]) -> set[int]:
    """The rows whose numbers begin paragraphs, and those inside of paragraphs that are more than a list."""
    inline = any(step.kind == "frame" and numbers[step.number].place for step in steps)
    rows: dict[int, list[Step]] = {}
    for step in steps:
        rows.setdefault(step.row, []).append(step)
    kept = set()
    for id, row in rows.items():
        first = numbers[row[0].number]
        told = all(numbers[b.number].said - numbers[a.number].said > 1 for a, b in pairwise(row))
        told = told and row[0].scheme in TABLE and not TABLE[row[0].scheme].repeats and row[0].scheme != "首先"
        placed = any(numbers[step.number].place == PARAGRAPH for step in row) or row[0].scheme in RANKS
        if (
            row[0].kind == "frame"
            or (placed and row[0].kind)
            or (row[0].kind == "below" and told and (inline or first.announced))
        ):
            kept.add(id)
    return kept - {-1}


def _numbered(para: Para, number: Number, step: Step, depth: int, tongue: Tongue, trace: Trace) -> Item:
    """A numbered paragraph or a heading; a number that is out of turn is repaired."""
    start = number.end - number.at
    if not number.scheme:
        return Item(para, None, depth, heading=para.text)
    said, text = para.text[:start].strip(), para.text[start : start + 16]
    if step.scheme != number.scheme:
        trace.doubt("number-of-another-kind", para.place, number=said, text=text)
    elif number.ordinal != step.due and not number.last:
        trace.doubt("number-out-of-turn", para.place, number=said, due=str(step.due), text=text)
    item = Item(
        para, Enumerator(step.scheme, step.due, number.last), depth, rest=para.text[start:], listed=step.kind == "list"
    )
    assert item.number
    if said != show(item.number, tongue).strip():
        trace.mend(said, para.place, "number")
    return item


def _settle(items: Sequence[Item], lexicon: Lexicon, trace: Trace) -> None:
    """Decide of each row of brothers whether they are headings or points, and part headings from what runs on."""
    for row in _rows(items):
        if not row[0].listed:
            _settle_row(row, lexicon, trace)
    for item in items:
        if item.children:
            _settle(item.children, lexicon, trace)


def _settle_row(row: Sequence[Item], lexicon: Lexicon, trace: Trace) -> None:
    number = row[0].number
    assert number is not None
    wordy = number.scheme not in RANKS
    if not wordy and len(row) > 1:
        _unglue(row, lexicon, trace)
    parted = [_parted(item) for item in row]
    if len(row) == 1 and not row[0].para.claim:
        trace.doubt("lone-number", row[0].para.place, text=row[0].para.text[:16])
        if wordy:
            return
    if _are_points(row, parted, wordy):
        return
    if all(LABEL.match(item.rest) and STOP.search(item.rest) for item in row) and len(row) > 1:
        parted = [_parted(item, LABEL_STOP) for item in row]
    fitting = sum(len(head) <= LONGEST_HEADING for head, _, _ in parted)
    if fitting < len(row) if wordy else fitting * 2 < len(row):
        return
    for item, (head, stop, rest) in zip(row, parted, strict=True):
        runs_in = bool(rest) or (stop and not item.children)
        asks = stop[:1] in ASKS and not runs_in
        item.heading, item.rest = head + (stop if asks else ""), rest
        item.stop = stop if runs_in else ""
        if len(head) > LONGEST_HEADING:
            trace.doubt("long-heading", item.para.place, text=head[:24])
        if stop and not runs_in and not asks:
            trace.mend(item.para.text[:24], item.para.place, "heading-stop")


def _are_points(row: Sequence[Item], parted: Sequence[tuple[str, str, str]], wordy: bool) -> bool:
    """Whether nothing stands below a row, and its items are sentences."""
    led = any(item.children for item in row[: -1 if len(row) > 1 else 1])  # the last one's may be what follows
    if led or any(item.para.claim or rest for item, (_, _, rest) in zip(row, parted, strict=True)):
        return False
    listed = any(stop or item.rest[-1:] in OPEN for item, (_, stop, _) in zip(row, parted, strict=True))
    return listed and (wordy or row[0].depth > 1)


def _unglue(row: Sequence[Item], lexicon: Lexicon, trace: Trace) -> None:
    """Part the headings of a row from the texts that are glued to them without a mark."""
    for item, end in zip(row, head_ends([item.rest for item in row], lexicon), strict=True):
        if end:
            words = piece(item.para, len(item.para.text) - len(item.rest) + end)
            item.rest = item.rest[:end]
            trace.doubt("heading-glued", words.place, text=item.rest)
            item.children.insert(0, Item(words, rest=words.text, depth=item.depth))


def _rows(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Numbered brothers of one scheme, as often as it begins anew."""
    rows: dict[str, list[Item]] = {}
    for item in items:
        if item.number and item.number.ordinal == 1 and item.number.scheme in rows:
            yield rows.pop(item.number.scheme)
        if item.number:
            rows.setdefault(item.number.scheme, []).append(item)
    yield from rows.values()


def _parted(item: Item, stops: re.Pattern[str] = STOP) -> tuple[str, str, str]:
    """A heading, the mark that ends it, and what runs on."""
    found = stops.search(item.rest)
    if not found:
        return item.rest.rstrip("；，、："), "", ""
    return item.rest[: found.start()], found[0], item.rest[found.end() :]
