"""Old speeches with the facts that a careful colleague finds in them; `python -m tests.cases.distilling` prints how many are found.

A `.case` file in `distil/`: what is special; `=== text`; `=== slots`, a line a fact: good names | value × how often | kind;
`=== lists`, the name, the fields and the records of each; `=== not`, what looks like a fact and is none; `=== found`, the
table that distilling gives, which `make accept` renews.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from drafter.desk.distil import Returned, blueprint_file, brief_files, distil_speeches
from drafter.distillation import Fact
from drafter.recognition import recognise
from tests.cases.recognising import CUES, sheet_of

FOLDER = Path(__file__).parent / "distil"
CASES = sorted(FOLDER.glob("*.case"))
SECTION = re.compile(r"^=== (\w+)\n(.*?)(?=^=== |\Z)", re.DOTALL | re.MULTILINE)
SEVERAL = sorted((Path(__file__).parent / "several").glob("*.case"))
SPEECH = re.compile(r"^=== (\S+\.txt)\n(.*?)(?=^=== |\Z)", re.DOTALL | re.MULTILINE)
FIGURE = re.compile(r"[\d,.]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fact that a colleague finds."""

    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class Case:
    """A specimen."""

    text: str
    wanted: tuple[Wanted, ...]
    no_facts: tuple[str, ...]
    found: tuple[str, ...]


def read_case(path: Path) -> Case:
    """A specimen as its file has it."""
    parts = {name: body.strip("\n") for name, body in SECTION.findall(path.read_text("utf-8"))}
    wanted = []
    for line in parts["slots"].split("\n"):
        _, value, kind = line.split(" | ")
        wanted.append(Wanted(re.sub(r" × \d+$", "", value), kind))
    lines = {name: tuple(parts.get(name, "").split("\n")) for name in ("not", "found")}
    return Case(parts["text"], tuple(wanted), lines["not"], lines["found"])


def distilled(text: str) -> Returned:
    """The text distilled by itself."""
    return distil_speeches([recognise(sheet_of(text), CUES)], ["old.txt"], "old")


def row(fact: Fact) -> str:
    """A slot as a line of the table."""
    if isinstance(fact.value, str):
        return " | ".join((fact.name, fact.value, fact.kind, *((f"×{fact.count}",) if fact.count > 1 else ())))
    return f"{fact.name} | {', '.join(fact.value[0])} | {fact.kind} | ×{len(fact.value)}"


def accepted(path: Path) -> str:
    """The case's file with the table as it is now."""
    text = path.read_text("utf-8").split("=== found\n")[0].rstrip("\n")
    rows = map(row, distilled(read_case(path).text).facts)
    return "\n".join((text, "=== found", *rows)) + "\n"


def together(path: Path) -> Returned:
    """The speeches of a case in `several/`, in one blueprint."""
    texts = {name: body.strip("\n") for name, body in SPEECH.findall(path.read_text("utf-8"))}
    found = [recognise(sheet_of(text, name), CUES) for name, text in texts.items()]
    return distil_speeches(found, [*texts], path.stem)


def accepted_together(path: Path) -> str:
    """The case's file with the blueprint and the briefs as they are now."""
    text = path.read_text("utf-8").split("=== blueprint\n")[0].rstrip("\n")
    made = together(path)
    speech = "speech:\n" + blueprint_file(made).split("\nspeech:\n")[1].rstrip("\n")
    return "\n".join((text, "=== blueprint", speech, "=== briefs", "\n".join(brief_files(made)))).rstrip("\n") + "\n"


def is_found(wanted: Wanted, values: set[str]) -> bool:
    """Whether a slot holds the fact, with or without its unit, its quotation marks, or the noun after a placeholder."""
    figure = FIGURE.match(wanted.value)
    ways = {wanted.value, f"“{wanted.value}”", wanted.value.strip("“”"), figure[0] if figure else wanted.value}
    return bool(ways & values) or (wanted.kind == "placeholder" and any(wanted.value.startswith(one) for one in values))


def said(facts: tuple[Fact, ...]) -> set[str]:
    """What the slots say, those of records too."""
    values: set[str] = set()
    for fact in facts:
        told = fact.value
        values |= {told} if isinstance(told, str) else {one for record in told for one in record.values()}
    return values


def measured() -> tuple[Counter[str], Counter[str], int]:
    """By kind, how many facts there are and how many are found; and how many slots more there are, records apart."""
    there: Counter[str] = Counter()
    found: Counter[str] = Counter()
    more = 0
    for path in CASES:
        case = read_case(path)
        facts = distilled(case.text).facts
        values = said(facts)
        for one in case.wanted:
            there[one.kind] += 1
            found[one.kind] += is_found(one, values)
        hit = sum(
            any(is_found(one, {fact.value}) for one in case.wanted) for fact in facts if isinstance(fact.value, str)
        )
        more += sum(isinstance(fact.value, str) for fact in facts) - hit
    return there, found, more


def main() -> None:
    """Print the figures."""
    there, found, more = measured()
    print(f"{len(CASES)} specimens")
    for kind in sorted(there):
        print(f"{kind:20}{found[kind]:4} of {there[kind]:4} found")
    print(f"{'all':20}{found.total():4} of {there.total():4} found, {more:3} more")


if __name__ == "__main__":
    sys.exit(main())
