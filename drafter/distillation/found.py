"""A speech → where its facts stand, each a slot that wishes for a name."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.distillation import words
from drafter.distillation.choices import Choices
from drafter.distillation.facts import Pattern, Span
from drafter.distillation.lists import Seen
from drafter.distillation.slots import Slots, fact_at
from drafter.distillation.words import Text
from drafter.facts import names
from drafter.facts.find import hits, signed
from drafter.facts.hit import Eagerness, Hit, Kind
from drafter.facts.look import Look
from drafter.facts.themes import known
from drafter.model.brief import FRONT
from drafter.model.speech import Speech, plain

MOST = 500
"""Facts that become slots; nobody fills in a brief that asks for more."""
LONGEST_TOPIC = 6
"""Characters of a heading that can tell two facts under it apart."""
NEAR = 1_000
"""Characters before and behind a fact that can tell its name."""
MOST_BY_CHANCE, MOST_SHARES_BY_CHANCE = 12, 99
"""Numbers, without their point and the noughts at their end, that two things may have by chance; of shares, more."""
ALIKE, SAME_BEGINNING = 3, 4
"""Characters of a name in which another ends, and with which both begin, if they are to name the same."""
SHARES = ("%", "％", "‰")
AGAIN = 4
"""Characters before a figure that can say that it was told before."""


def everything(speech: Speech, look: Look) -> Iterator[Text]:
    """All that a speech says, text by text."""
    yield from words.front(0, speech).values()
    yield from (text for block in words.parts(speech) for text in words.texts(0, block, look.tongue))


def sight(speech: Speech, eager: Eagerness, look: Look) -> Seen:
    """What finds the facts in the texts of a speech, which it sees as a whole."""
    whole = [text.words for text in everything(speech, look)]
    all = known(whole, plain(speech.title), look) if eager == "facts" else {}
    return functools.cache(functools.partial(hits, eager=eager, look=look, known=all))


class Finder(Struct):
    """Takes the facts of a speech text by text: the same words for the same thing are one, a placeholder is one each time."""

    n: int
    slots: Slots
    choices: Choices
    look: Look
    seen: Seen
    reserved: frozenset[str]
    """What no slot may be called."""
    own: frozenset[str] = frozenset()
    """Placeholders of these names all stand for one: a speech is about its own province."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """Names of facts that are not told from where they stand."""
    spans: dict[Text, tuple[Span, ...]] = field(default_factory=dict)
    """Where facts stand in each text."""
    before: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    """The same by words alone: what is said again is no other fact."""
    taken: dict[tuple[Kind, str], dict[str, int]] = field(default_factory=dict)
    """By kind and words, the facts that there are, by name."""
    wishes: set[str] = field(default_factory=set)
    count: int = 0
    left: int = 0
    """How many more stay in their sentences, because there are too many."""
    section: str = ""
    topic: str = ""
    """The nearest heading."""

    def read(self, speech: Speech, eager: Eagerness, lists: Mapping[str, Pattern]) -> None:
        """Take all facts of a speech in which lists are told apart."""
        look, within = self.look, {id for one in lists.values() for id in one.ids}
        whole = [*everything(speech, look)]
        kinds = {found[0][-1] for text in whole for found in look["own"].finditer(text.words)}
        self.own = frozenset(kind + look.fixed("place") for kind in (*kinds, *look.signs.patterns.get("above", ())))
        self.roles = self._offices([text.words for text in whole if text.part not in (*FRONT, *within)])
        for key, line in words.front(self.n, speech).items():
            named = signed(line.words, look) if key == "byline" and eager == "facts" else ()
            self.take(line, named, look.fixed("speaker") if named else "")
        for block, self.section, self.topic in words.under_headings(speech):
            if one := lists.get(block.id):
                self.take(Text(self.n, block.id, one.lead))
                self.wishes.add(self.slots.facts[one.key].name)
                self.take(Text(self.n, block.id, one.tail))
            elif block.id not in within:
                for text in words.texts(self.n, block, look.tongue):
                    self.take(text)

    def take(self, text: Text, found: Sequence[Hit] = (), who: str = "") -> None:
        """The facts of one more text; `who` is what the person in it is called."""
        if (settled := self.choices.spans.get(text)) is not None:
            self.spans[text] = settled
            return
        if text.words not in self.before:
            self.before[text.words] = tuple(self._spans(text.words, found or self.seen(text.words), who))
        self.spans[text] = self.before[text.words]

    def _spans(self, text: str, found: Sequence[Hit], who: str) -> Iterator[Span]:
        for hit in found:
            if self.count >= MOST:
                self.left += 1
                continue
            key = self._key(hit, text, who)
            yield Span(hit.start, hit.end - len(self.slots.facts[key].unit), key)

    def _key(self, hit: Hit, text: str, who: str) -> int:
        words, beside = text[hit.start : hit.end], _beside(hit, text)
        office = self.look.fixed(hit.kind) if who and hit.kind in ("office", "organisation") else ""
        name = f"{who}{office}" or self.roles.get(words) or names.called(*beside, self.look)
        if (hit.kind == "placeholder" and name not in self.own) or hit.kind == "deadline":
            return self._new(name, hit, text, beside)
        said = self.taken.setdefault((hit.kind, words), {})
        if said and (self.look["again"].search(text[max(0, hit.start - AGAIN) : hit.start]) or self._sure(hit, words)):
            return next(reversed(said.values()))
        same = next((other for other in said if _alike(name, other)), name)
        if same not in said:
            said[same] = self._new(name, hit, text, beside)
        return said[same]

    def _sure(self, hit: Hit, words: str) -> bool:
        """Whether the same words are the same fact, whatever it is called: they are hardly alike by chance."""
        if hit.kind == "figure":
            most = MOST_SHARES_BY_CHANCE if words.endswith(SHARES) else MOST_BY_CHANCE
            return int("0" + "".join(filter(str.isdecimal, words)).rstrip("0")) > most
        return hit.kind != "placeholder" and (hit.kind != "date" or self.look["certain"].search(words) is not None)

    def _new(self, name: str, hit: Hit, text: str, beside: tuple[Hit, str]) -> int:
        name = self._wish(name, *beside)
        self.wishes.add(name)
        self.count += 1
        return self.slots.new(replace(fact_at(name, text, hit, self.look), section=self.section))

    def _wish(self, name: str, hit: Hit, text: str) -> str:
        """The name that a fact wishes for: its own, or where that is taken, with what stands beside it."""
        name = name if name not in self.reserved else name + self.look.fixed("content")
        topic = self.topic if hit.kind != "place" and not self.look["weak"].match(self.topic) else ""
        told = (f"{topic}{name}",) if 0 < len(topic) <= LONGEST_TOPIC else ()
        wished: tuple[str, ...] = (name, *names.apart(name, hit, text, self.look), *told)
        free = (one for one in wished if one not in self.wishes and one not in self.reserved and one.isidentifier())
        return next(free, name)

    def _offices(self, texts: Collection[str]) -> dict[str, str]:
        """What offices are called that do not do the same wherever they stand: not by what they do, but by themselves."""
        called: defaultdict[str, set[str]] = defaultdict(set)
        for text in texts:
            for hit in self.seen(text):
                if hit.kind == "organisation":
                    called[text[hit.start : hit.end]].add(names.called(hit, text, self.look))
        return {office: names.office(office, self.look) for office, one in called.items() if len(one) > 1}


def _alike(name: str, other: str) -> bool:
    """Whether two names of the same words may well be names of the same thing: 水闸数 and 病险水闸数."""
    short, long = sorted((name, other), key=len)
    return (
        name == other
        or (len(short) >= ALIKE and long.endswith(short))
        or name[:SAME_BEGINNING] == other[:SAME_BEGINNING]
    )


def _beside(hit: Hit, text: str) -> tuple[Hit, str]:
    """A hit in what stands about it, which tells its name: a text may be long and full of facts."""
    first = max(0, hit.start - NEAR)
    return replace(hit, start=hit.start - first, end=hit.end - first), text[first : hit.end + NEAR]
