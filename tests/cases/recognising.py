"""Texts as sheets, and what was recognised in them as the short lines of a case file; `python -m tests.cases.recognising`
prints how much of what a careful reader finds is found, over all cases or over those whose files are named."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from drafter.model.cues import Cues
from drafter.model.fold import nest
from drafter.model.sheet import Raw, Recognised, Sheet
from drafter.model.speech import Block, Headed, Listed, Speech, plain
from drafter.notation.cues import read_cues
from drafter.problem import Place
from drafter.recognition import recognise
from drafter.yamltext.parse import parse
from tests.conftest import ROOT

FOLDER = Path(__file__).parent / "recognise"
CASES = sorted(FOLDER.glob("*.case"))
SECTION = re.compile(r"^=== (\S+)\n", re.MULTILINE)
CLAIM = re.compile(r"\[(title|heading|item|quote)(?: (\d))?\] ")
ANY = "?"
"""What stands for an opening or a closing that is not looked at."""


def cues() -> Cues:
    """The official cues."""
    path = ROOT / "blueprints/official/cues.yaml"
    read, problems = read_cues(parse(path.read_text("utf-8"), path.name))
    assert read is not None and not problems
    return read


CUES = cues()


def sheet_of(text: str, file: str = "old.txt") -> Sheet:
    """A plain text, line by line."""
    return Sheet(tuple(Raw(line, Place(file, n)) for n, line in enumerate(text.split("\n"), 1)))


def claimed(text: str) -> Sheet:
    """Paragraphs of which a file says what they are: `[heading 2] …`"""
    raws = []
    for n, line in enumerate(text.split("\n"), 1):
        found = CLAIM.match(line)
        words, claim, level = (line[found.end() :], found[1], int(found[2] or 0)) if found else (line, "", 0)
        raws.append(Raw(words, Place("old.docx", n), claim, level))  # type: ignore[arg-type]
    return Sheet(tuple(raws), paragraphs=True)


@dataclass(slots=True)
class Case:
    """A specimen: a sheet and what a careful reader finds on it."""

    sheet: Sheet
    front: dict[str, str] = field(default_factory=dict)
    """Title, byline, date and salutation."""
    tree: list[str] = field(default_factory=list)
    """Headings and enumerations."""
    opening: str = ANY
    """The words with which the opening ends."""
    closing: str = ""
    """The words with which the closing begins; none if there is no closing."""
    cuts: list[str] | None = None
    doubts: list[str] | None = None


def read_case(path: Path) -> Case:
    """A case file as its parts."""
    sentence, *sections = SECTION.split(path.read_text("utf-8"))
    assert re.fullmatch(r"[^\n]+\.\n+", sentence), "a case begins with one sentence"
    parts = dict(zip(sections[::2], sections[1::2], strict=True))
    case = Case(claimed(parts["claims"]) if "claims" in parts else sheet_of(parts["text"]))
    for line in parts["outline"].splitlines():
        name, mark, words = line.partition(": ")
        if mark and name in ("title", "byline", "date", "salutation"):
            case.front[name] = words
        elif mark and name in ("opening", "closing"):
            setattr(case, name, words)
        elif line:
            case.tree.append(line)
    case.cuts = parts["cut"].splitlines() if "cut" in parts else None
    case.doubts = parts["doubts"].splitlines() if "doubts" in parts else None
    return case


def tree(blocks: Sequence[Block], depth: int = 0) -> Iterator[str]:
    """Headings and enumerations, a line each; a run-in heading ends in its mark and …"""
    for block in blocks:
        match block:
            case Headed():
                stop = f"{block.stop}…" if block.run_in else ""
                yield "  " * depth + block.label + plain(block.heading) + stop
                yield from tree(block.blocks, depth + 1)
            case Listed():
                yield f"{'  ' * depth}{block.scheme} × {len(block.items)}"


def front(speech: Speech) -> dict[str, str]:
    """Title, byline, date and salutation, as far as they are there."""
    names = ("title", "byline", "date", "salutation")
    return {name: plain(getattr(speech, name)) for name in names if getattr(speech, name)}


def words(done: Recognised, zone: str) -> str:
    """All that a zone says."""
    return "".join(plain(part.inlines) for line in done.manuscript.lines if line.role == zone for part in line.parts)


def found_tree(done: Recognised) -> list[str]:
    """Headings and enumerations of the emphases, and enumerations of the closing."""
    speech = nest(done.manuscript)
    return [*tree(speech.emphases), *tree(speech.closing, 1)]


def boundaries(case: Case, done: Recognised) -> tuple[bool, bool]:
    """Whether the opening ends and the closing begins where they should."""
    opening, closing = words(done, "opening"), words(done, "closing")
    return (
        case.opening == ANY or (bool(opening) and opening.endswith(case.opening)),
        case.closing == ANY or (closing.startswith(case.closing) if case.closing else not closing),
    )


def cuts(done: Recognised) -> list[str]:
    """What was cut, in the order of the text, without blanks."""
    return [f"{cut.why}: {''.join(cut.text.split())}" for cut in sorted(done.cuts, key=lambda cut: cut.place)]


def cut_as(wanted: Sequence[str], found: Sequence[str]) -> bool:
    """Whether all that should be cut was cut, and nothing else; … stands for the rest of a text."""
    if len(wanted) != len(found):
        return False
    pairs = zip(sorted(map(_tight, wanted)), sorted(map(_tight, found)), strict=True)
    return all(b.startswith(a[:-1]) if a.endswith("…") else a == b for a, b in pairs)


def _tight(line: str) -> str:
    why, _, text = line.partition(": ")
    return f"{why}: {''.join(text.split())}"


def doubts(done: Recognised) -> list[str]:
    """The rules of the doubts; those about a number with the number."""
    return [" ".join((p.rule, p.facts["number"])) if "number" in p.facts else p.rule for p in done.problems]


def main() -> None:
    """Print the figures."""
    wanted_at: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    paths = [Path(name) for name in sys.argv[1:]] or CASES
    for path in paths:
        case = read_case(path)
        done = recognise(case.sheet, CUES)
        wanted, found = Counter(case.tree), Counter(found_tree(done))
        for kind, line in ((_kind(line), line) for line in wanted.keys() | found.keys()):
            wanted_at[kind] += wanted[line]
            hits[kind] += min(wanted[line], found[line])
            wrong[kind] += max(0, found[line] - wanted[line])
        for name, good in zip(("openings", "closings"), boundaries(case, done), strict=True):
            wanted_at[name] += 1
            hits[name] += good
        got = front(nest(done.manuscript))
        for name in case.front.keys() | got.keys():
            wanted_at[name] += name in case.front
            hits[name] += case.front.get(name) == got.get(name)
            wrong[name] += got.get(name, case.front.get(name)) != case.front.get(name)
        if case.cuts is not None:
            lines = [line.rstrip("…") for line in map(_tight, case.cuts)]
            cut = cuts(done)
            matched = sum(any(one.startswith(line) for one in cut) for line in lines)
            wanted_at["noise"] += len(lines)
            hits["noise"] += matched
            wrong["noise"] += sum(not any(one.startswith(line) for line in lines) for one in cut)
    print(f"{len(paths)} specimens")
    for kind in sorted(wanted_at):
        print(f"{kind:20}{hits[kind]:4} of {wanted_at[kind]:4} found, {wrong[kind]:3} wrongly")


def _kind(line: str) -> str:
    depth = (len(line) - len(line.lstrip())) // 2
    return "enumerations" if " × " in line else f"headings, level {depth + 1}"


if __name__ == "__main__":
    main()
