"""The facts of distilled speeches, marked in their words and named above them, and all of them in a table: in HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from msgspec import Struct

from drafter.desk.distil import Returned
from drafter.desk.galley import as_text
from drafter.distillation import Fact
from drafter.model.manuscript import Heading, Line, Manuscript, page_text, printed
from drafter.model.sheet import Recognised
from drafter.model.speech import Text, leaves, plain
from drafter.sentences import FACTS, Translate
from drafter.sentences.distil import ASKED, ELSEWHERE, SLOTS, VALUE
from drafter.sentences.found import FactKind

KINDS: Mapping[FactKind, tuple[str, str]] = {
    "date": ("time", "◇"),
    "deadline": ("time", "◆"),
    "figure": ("number", "#"),
    "place": ("where", "▽"),
    "organisation": ("who", "■"),
    "office": ("who", "○"),
    "person": ("who", "●"),
    "meeting": ("theme", "★"),
    "subject": ("theme", "☆"),
    "quoted": ("theme", "「"),
    "document": ("theme", "§"),
    "records": ("list", "≡"),
    "differs": ("list", "≠"),
    "flag": ("list", "±"),
    "added": ("theme", "+"),
    "placeholder": ("open", "□"),
}
"""How the kinds of facts are told apart: by a colour and a line under the words, and by a sign for who sees neither."""
WHOLE, NAME_SIZE = 12, 0.6
"""How many characters a name stands above in one piece, and how wide one of its own is beside them: longer words must
go on in the next line."""


class Stretch(Struct, frozen=True):
    """Words of a paragraph that the brief gives."""

    start: int
    """Where they begin."""
    end: int
    """Where they end."""
    slot: str
    """The slot: 任务分工[1].时限."""


class Told(Struct, frozen=True):
    """A paragraph of an old speech, as its draft says it."""

    line: Line
    """It, in the blueprint's parts."""
    old: Line
    """It, in the parts that it was read in."""
    facts: tuple[Stretch, ...]
    """What its brief gives, from left to right."""

    @property
    def starts(self) -> Iterator[tuple[int, str, str]]:
        """Where each node begins, with its id and its move; the points of one are one."""
        return _starts(self.line)

    @property
    def heading(self) -> str:
        """The heading with which it begins, if it does."""
        first = self.old.parts[0]
        return plain(printed(first)) if isinstance(first, Heading) else ""

    @property
    def ids(self) -> Iterator[tuple[int, str]]:
        """Where each part that was read begins, with its id."""
        return ((at, id) for at, id, _move in _starts(self.old))


def told(recognised: Recognised, again: Manuscript | None) -> tuple[Told, ...]:
    """The paragraphs of a speech beside those of its draft; where they are not the same, without facts."""
    new = again.lines if again else ()
    pairs = [(old, new[n] if n < len(new) else old) for n, old in enumerate(recognised.manuscript.lines)]
    pairs = [(old, line if page_text(line) == page_text(old) else old) for old, line in pairs]
    return tuple(Told(line, old, tuple(_stretches(line))) for old, line in pairs)


def _starts(line: Line) -> Iterator[tuple[int, str, str]]:
    at, before = 0, ""
    for part in line.parts:
        id = part.id.partition("[")[0]
        if id != before:
            yield at, id, part.move
        at, before = at + len(plain(printed(part))), id


def _stretches(line: Line) -> Iterator[Stretch]:
    """What the brief gives; what one slot gives in one piece is one."""
    at = 0
    for part in line.parts:
        open_ = Stretch(at, at, "")
        for leaf in leaves(printed(part)):
            end = at + len(leaf.text if isinstance(leaf, Text) else leaf.label)
            if leaf.slot != open_.slot:
                yield from (open_,) * bool(open_.slot)
                open_ = Stretch(at, at, leaf.slot)
            open_, at = Stretch(open_.start, end, leaf.slot), end
        yield from (open_,) * bool(open_.slot)


class Marker:
    """Puts the names of facts above their words, on one page."""

    def __init__(self, made: Returned, translate: Translate) -> None:
        self.made, self._ = made, translate
        self.facts = {fact.name: (n, fact) for n, fact in enumerate(made.facts, 1)}
        self.met: set[str] = set()

    def words(self, text: str, facts: Sequence[Stretch], put: Mapping[int, str] | None = None) -> str:
        """A text with its facts, and what is put in at some of its places."""
        put = put or {}
        done = []
        cuts = sorted({0, len(text), *put, *(one.start for one in facts), *(one.end for one in facts)})
        within = {one.start: one for one in facts}
        for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
            piece = text[start:end]
            done += [
                put.get(start, ""),
                self._fact(within[start], piece) if start in within and piece else as_text(piece),
            ]
        return "".join(done)

    def _fact(self, one: Stretch, words: str) -> str:
        """A fact with its name above; the first place of each is what the table leads to."""
        slot, _, field = one.slot.partition("[")
        number, _, field = field.partition("].")
        n, fact = self.facts.get(slot, (0, None))
        group, sign = KINDS[fact.kind if fact else "differs"]
        name = f"{number}.{field}" if field else slot
        first = f' id="f{n}"' * (slot not in self.met)
        self.met.add(slot)
        size = WHOLE if len(words) <= WHOLE else min(WHOLE, int(len(name) * NAME_SIZE) + 2)
        above = f"<ruby>{as_text(words[:size])}<rt>{sign}{as_text(name)}</rt></ruby>{as_text(words[size:])}"
        asked = escape(fact.slot.ask) if fact else ""
        return f'<a class="fact {group}"{first} href="#s{n}" title="{asked}">{above}</a>'

    def key(self) -> str:
        """Which kinds of facts there are, and how many of each."""
        count = Counter(fact.kind for fact in self.made.facts)
        items = (
            f'<li><span class="fact {group}">{sign} {escape(self._(FACTS[kind]))}</span> {count[kind]}</li>'
            for kind, (group, sign) in KINDS.items()
            if count[kind]
        )
        return f'<ul class="key">{"".join(items)}</ul>'

    def table(self) -> str:
        """Every slot, what the speeches say in it, and what it asks, under the heading where it first stands."""
        if not self.facts:
            return ""
        rows, section = [], ""
        for n, fact in self.facts.values():
            if fact.section != section:
                rows.append(f'<tr><th colspan="3">{as_text(fact.section or self._(ELSEWHERE))}</th></tr>')
            section = fact.section
            rows.append(self._slot(n, fact))
        heads = "".join(f"<th>{escape(self._(one))}</th>" for one in (SLOTS, VALUE, ASKED))
        return (
            f'<h2>{escape(self._(SLOTS))}</h2>\n<table class="slots"><thead><tr>{heads}</tr></thead>\n'
            f"<tbody>\n{''.join(rows)}</tbody></table>"
        )

    def _slot(self, n: int, fact: Fact) -> str:
        group, sign = KINDS[fact.kind]
        value = as_text(fact.value) if isinstance(fact.value, str) else _records(fact.value)
        kind = escape(self._(FACTS[fact.kind])) + f" ×{fact.count}" * (fact.count > 1)
        link = f'href="#f{n}"' if fact.name in self.met else ""
        return (
            f'<tr id="s{n}"><td><a class="fact {group}" {link}>{sign} {as_text(fact.name)}</a><br><small>{kind}</small></td>'
            f'<td>{value}</td><td class="ask">{as_text(fact.slot.ask)}</td></tr>\n'
        )


def _records(value: Sequence[Mapping[str, str]]) -> str:
    rows = ("".join(f"<td>{as_text(words)}</td>" for words in record.values()) for record in value)
    heads = "".join(f"<th>{as_text(name)}</th>" for name in value[0])
    return f"<table><tr>{heads}</tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
