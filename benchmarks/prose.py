"""What drafts read like, in figures: python -m benchmarks.prose FOLDER_OF_BRIEFS [--beside FOLDER_OF_TEXTS]

For every blueprint that the briefs name, and beside it the same figures of texts that people wrote, as far as they can be had: what a
text has from its brief, and what its author would have said anyway, only a draft tells. Nothing is timed, so every run prints the same.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from statistics import mean

from drafter.compose import compose
from drafter.desk.draft import draft_file
from drafter.expression.walk import words_in
from drafter.model.blueprint import Blueprint, Passage, Section, every
from drafter.model.expression import Expression, Filtered
from drafter.model.outline import Outline, Planned
from drafter.model.speech import Block, Headed, Inlines, Listed, Said, Speech, leaves
from drafter.model.value import Gap
from drafter.model.words import NO_WORDS
from drafter.plan import plan

SHINGLE = 8
"""Characters in a row that two drafts share, or do not."""
SENTENCE = re.compile(r"[^。！？…]+[。！？…]*[”’）》」』]*")
LISTED = re.compile(r"：[^。！？：；\n]+；[^。！？：；\n]+；[^。！？；\n]+")
"""“：a；b；c”"""
LINKS = ("这", "那", "其中", "它", "所以", "因此", "但", "而", "也", "还", "同时")
"""Words with which a sentence begins from the one before."""
EMPTY = frozenset(
    "的了着过是在要把和与或也还都就不没有无这那哪个一二三我你他她它们为对从到以上下中里去来让被给向好能会可再又才更最很等做"
)
"""Characters that make no noun: two characters in a row that a sentence takes up have none of them."""
COMPUTING = frozenset(("距", "余", "占", "倍", "和", "项数"))
"""Filters that compute a figure."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text."""

    text: str
    """Its words."""
    own: str
    """The same without what comes from the brief."""
    free: bool
    """It would have been said anyway: nothing of the brief is in it, and nothing had to hold for it."""
    first: bool
    """It begins a section, and so cannot begin from the sentence before."""


@dataclass(frozen=True, slots=True)
class Read:
    """A text, taken apart."""

    name: str
    """What it is called."""
    sentences: tuple[Sentence, ...]
    """Its sentences, headings left out."""
    computed: int
    """Figures in it that are computed."""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table."""

    what: str
    """What it tells."""
    aim: str
    """What is aimed at."""
    of: Callable[[Sequence[Read]], str]
    """Finds it in the texts of one column."""
    of_drafts: bool = False
    """Only a draft tells it."""


def drafted(file: Path) -> tuple[str, Read]:
    """The blueprint of a brief, and its draft taken apart."""
    draft = draft_file(file)
    words = draft.library.words(draft.blueprint.language) if draft.blueprint.looks else NO_WORDS
    outline = plan(draft.blueprint, draft.brief, words)
    free = frozenset(_free(draft.blueprint, outline))
    sentences = tuple(_sentences(compose(outline), free))
    return draft.blueprint.name, Read(file.stem, sentences, sum(map(_computed, _planned(outline))))


def written(file: Path) -> Read:
    """A text that somebody wrote, taken apart: its headings are lines that no mark ends."""
    lines = [re.sub(r"\*\*|<!--.*?-->", "", line).strip() for line in file.read_text("utf-8").splitlines()]
    done: list[Sentence] = []
    first = True
    for line in lines:
        if line.startswith("#") or not re.search("[。！？…”）]$", line) or line.startswith("（"):
            first = first or bool(line)
            continue
        for found in SENTENCE.finditer(line):
            done.append(Sentence(found[0], found[0], False, first))
            first = False
    return Read(file.stem, tuple(done), 0)


def _planned(outline: Outline) -> Iterator[Planned]:
    """Every node of an outline."""
    waiting = [*outline.opening, *outline.emphases, *outline.closing]
    while waiting:
        planned = waiting.pop()
        yield planned
        waiting += [*planned.children, *planned.points]


def _free(blueprint: Blueprint, outline: Outline) -> Iterator[str]:
    """The nodes that stand in every speech in these words, with their occurrences."""
    zones = (blueprint.opening, blueprint.emphases, blueprint.closing)
    whens = {node.id for zone in zones for node in every(zone) if node.when is not None}
    for planned in _planned(outline):
        groups = (group.partition("[")[0] for group in planned.inside)
        if planned.node.when is None and not whens.intersection(groups) and not _chosen(planned):
            yield planned.key


def _chosen(planned: Planned) -> bool:
    """Whether a sentence hangs on another, is of a stock, or is in a wording with a condition."""
    node = planned.node
    if not isinstance(node, Passage):
        return False
    wording = next((one for one in node.wordings if one.prose == planned.said), None)
    conditional = wording is not None and (
        wording.only is not None or wording.when is not None or bool(wording.subjects)
    )
    return bool(node.stock or node.beside) or conditional


def _computed(planned: Planned) -> int:
    """How many figures a sentence computes."""
    pieces = planned.said.pieces if planned.said and not isinstance(planned.node, Section) else ()
    found = (piece for piece in pieces if isinstance(piece, Expression))
    return sum(any(isinstance(word, Filtered) and word.name in COMPUTING for word in words_in(one)) for one in found)


def _sentences(speech: Speech, free: frozenset[str]) -> Iterator[Sentence]:
    """The sentences of a draft."""
    for zone in (speech.opening, speech.emphases, speech.closing):
        yield from _of_blocks(zone, free)


def _of_blocks(blocks: Sequence[Block], free: frozenset[str]) -> Iterator[Sentence]:
    """The sentences of blocks beside each other; those that run on may share one."""
    held: list[tuple[str, bool, bool]] = []  # a character, whether it is of the brief, whether its node is free
    first = True
    for block in blocks:
        if isinstance(block, Headed) or not block.run_on:
            yield from _cut(held, first)
            first = first and not held
            held = []
        if isinstance(block, Headed):
            yield from _of_blocks(block.blocks, free)
            first = True
            continue
        for inlines in _inlines(block):
            held += _characters(inlines, block.id in free)
    yield from _cut(held, first)


def _inlines(block: Said | Listed) -> tuple[Inlines, ...]:
    return (block.inlines,) if isinstance(block, Said) else block.items


def _characters(inlines: Inlines, free: bool) -> Iterator[tuple[str, bool, bool]]:
    for leaf in leaves(inlines):
        text, given = (leaf.label, True) if isinstance(leaf, Gap) else (leaf.text, bool(leaf.slot))
        yield from ((char, given, free) for char in text)


def _cut(held: Sequence[tuple[str, bool, bool]], first: bool) -> Iterator[Sentence]:
    for found in SENTENCE.finditer("".join(char for char, _, _ in held)):
        part = held[found.start() : found.end()]
        own = "".join(char for char, given, _ in part if not given)
        yield Sentence(found[0], own, all(is_free and not given for _, given, is_free in part), first)
        first = False


def shingles(read: Read) -> frozenset[str]:
    """Every so many characters in a row of a draft's own words."""
    own = re.sub(r"\s", "", "".join(sentence.own for sentence in read.sentences))
    return frozenset(own[at : at + SHINGLE] for at in range(len(own) - SHINGLE + 1))


def linked(sentence: str, before: str) -> bool:
    """Whether a sentence begins from the one before: with a word that points to it, or with a noun of it."""
    if sentence.startswith(LINKS):
        return True
    head = re.split("[，、：；。！？]", sentence, maxsplit=1)[0]
    pairs = (head[at : at + 2] for at in range(len(head) - 1))
    return any(
        pair in before for pair in pairs if re.fullmatch("[\u3400-\u9fff]{2}", pair) and not EMPTY.intersection(pair)
    )


def linkage(read: Read) -> float:
    """The share of sentences that begin from the one before."""
    pairs = zip(read.sentences, read.sentences[1:], strict=False)
    met = [linked(sentence.text, before.text) for before, sentence in pairs if not sentence.first]
    return mean(met) if met else 0.0


def shared(reads: Sequence[Read], parts: Callable[[Read], frozenset[str]]) -> float | None:
    """The part of one text's shingles or sentences that stands in another, over all pairs, both ways."""
    found = {read.name: parts(read) for read in reads}
    rates = [len(found[a] & found[b]) / len(found[a]) for a, b in permutations(found, 2) if found[a]]
    return mean(rates) if rates else None


def _whole(read: Read) -> frozenset[str]:
    return frozenset(sentence.text for sentence in read.sentences)


def _share(value: float | None) -> str:
    return "—" if value is None else f"{100 * value:.0f} %"


def _rate(pattern: str | re.Pattern[str]) -> Callable[[Sequence[Read]], str]:
    """How often something stands in a thousand characters."""

    def of(reads: Sequence[Read]) -> str:
        size = sum(len(read.text) for read in reads)
        return f"{1000 * sum(len(re.findall(pattern, read.text)) for read in reads) / size:.2f}" if size else "—"

    return of


def _part(count: Callable[[Sentence], int]) -> Callable[[Sequence[Read]], str]:
    """The part of the characters that a count of them is."""

    def of(reads: Sequence[Read]) -> str:
        size = sum(len(read.text) for read in reads)
        return _share(sum(count(one) for read in reads for one in read.sentences) / size if size else None)

    return of


def _mean(of: Callable[[Read], float], digits: int = 0) -> Callable[[Sequence[Read]], str]:
    return lambda reads: f"{mean(map(of, reads)):.{digits}f}" if reads else "—"


FIGURES = (
    Figure("texts", "", lambda reads: str(len(reads))),
    Figure("characters, headings left out", "", _mean(lambda read: len(read.text))),
    Figure("own words that stand in another text", "≤ 45 %", lambda reads: _share(shared(reads, shingles)), True),
    Figure("sentences that stand in another text", "≤ 25 %", lambda reads: _share(shared(reads, _whole))),
    Figure("“：a；b；c” in 1,000 characters", "≤ 0.5", _rate(LISTED)),
    Figure("characters of a sentence", "27–42", _mean(lambda read: mean(len(one.text) for one in read.sentences))),
    Figure("linkage", "", lambda reads: _share(mean(map(linkage, reads)) if reads else None)),
    Figure("characters from the brief", "≥ 33 %", _part(lambda one: len(one.text) - len(one.own)), True),
    Figure("characters of unconditional sentences", "≤ 25 %", _part(lambda one: len(one.text) * one.free), True),
    Figure(
        "characters of sentences without a fact", "", _part(lambda one: len(one.text) * (one.own == one.text)), True
    ),
    Figure("computed figures in a text", "", _mean(lambda read: read.computed, 1), True),
    Figure("questions in 1,000 characters", "", _rate("？")),
    Figure("我, not 我们, in 1,000 characters", "", _rate("我(?!们)")),
)
"""The lines of the table, and what is aimed at."""


def table(briefs: Path, beside: Path | None = None) -> str:
    """The figures of the drafts of a folder of briefs, by blueprint, and of the texts in another folder, in Markdown."""
    columns: dict[str, list[Read]] = {}
    for file in sorted(briefs.glob("*.yaml")):
        name, read = drafted(file)
        if read.sentences:
            columns.setdefault(name, []).append(read)
    texts = sorted(file for ending in ("md", "txt") for file in beside.glob(f"*.{ending}")) if beside else []
    others = [read for read in map(written, texts) if read.sentences]
    lines = [
        [one.what, *(one.of(reads) for reads in columns.values()), *_beside(one, others), one.aim or "—"]
        for one in FIGURES
    ]
    head = ["", *columns, *([beside.name] if beside and others else []), "aim"]
    rule = ["---", *["--:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *lines))


def _beside(figure: Figure, others: Sequence[Read]) -> Iterable[str]:
    return () if not others else ("—",) if figure.of_drafts else (figure.of(others),)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(
        prog="python -m benchmarks.prose", description="What drafts read like, in figures."
    )
    options.add_argument("briefs", type=Path, metavar="FOLDER_OF_BRIEFS")
    options.add_argument("--beside", type=Path, metavar="FOLDER", help="texts that people wrote, as .md or .txt")
    chosen = options.parse_args()
    for folder in filter(None, (chosen.briefs, chosen.beside)):
        if not folder.is_dir():
            options.error(f"there is no folder {folder}")
    print(table(chosen.briefs, chosen.beside))


if __name__ == "__main__":
    main()
