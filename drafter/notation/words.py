"""YAML → Words: the files of a pack's folder `words/`, one a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from unicodedata import normalize

from drafter.expression.check import Checker, Names, Shape
from drafter.language import TONGUES, Tongue
from drafter.model.expression import Prose
from drafter.model.words import Measure, Season, Stock, Words
from drafter.notation.reader import Reader
from drafter.problem import Place, Problem, has_errors, in_order
from drafter.yamltext import tree
from drafter.yamltext.tree import Document, is_empty
from drafter.yamltext.tree import Mapping as Map

TABLES = {
    "verbs": "classes",
    "subjects": "subjects",
    "bodies": "kinds",
    "nouns": "nouns",
    "documents": "documents",
    "people": "people",
    "seasons": "seasons",
    "connect": "relations",
    "readings": "readings",
    "speakers": "speakers",
}
"""The files that tell words, and the key under which each has them; every other file is a stock of sentences."""
MORE = {"bodies": ("names",)}
"""What some of them may have beside it."""
STAGES = ("make", "pass", "issue", "change", "end", "use")
"""What is done with a document."""
MONTHS = tuple(str(month) for month in range(1, 13))
SHORTEST = 2
"""Characters of each word that is looked for: one alone is part of too many others."""
SIGNS = re.compile(r"[\[\](){}*+?^$\\]")
"""What means something in a pattern; here only | does."""
SYLLABLES = re.compile("[A-Za-zÀ-ÿĀ-ſǍ-ǜǸǹḾḿɑɡ](?:[ '’·-]?[A-Za-zÀ-ÿĀ-ſǍ-ǜǸǹḾḿɑɡ]){0,59}")
"""Syllables with their tones."""
NAMES: Names = {"item": Shape("text")}
"""What a sentence of a stock may name: the fact that it is about."""


def read_words(docs: Mapping[str, Document], language: str) -> tuple[Words | None, tuple[Problem, ...]]:
    """The words in the files of one pack, by their names; None if one has an error, and every problem in them."""
    reader = _WordsReader(TONGUES[language])
    for name, doc in docs.items():
        reader.file = doc.file
        reader.begin(doc.problems)
        if isinstance(doc.root, Map):
            reader.whole(doc.root, name)
        elif not has_errors(doc.problems):
            reader.map_due(doc.root, "words") if doc.root else reader.report(
                "empty-words", Place(doc.file), name=TABLES.get(name, "sentences")
            )
    found = in_order(reader.told())
    return (None if has_errors(found) else reader.words()), found


class _WordsReader(Reader):
    def __init__(self, tongue: Tongue) -> None:
        super().__init__("")
        self.tongue = tongue
        self.measures: list[Measure] = []
        self.by_verb: dict[str, str] = {}
        self.subjects: dict[str, tuple[str, ...]] = {}
        self.bodies: dict[str, tuple[str, ...]] = {}
        self.names: dict[str, tuple[str, ...]] = {}
        self.nouns: list[str] = []
        self.documents: dict[str, dict[str, tuple[str, ...]]] = {}
        self.people: dict[str, dict[str, dict[str, str]]] = {}
        self.seasons: dict[str, Season] = {}
        self.relations: dict[str, tuple[str, ...]] = {}
        self.readings: dict[str, str] = {}
        self.speakers: dict[str, float] = {}
        self.stocks: dict[str, tuple[Stock, ...]] = {}
        self.named: list[tuple[str, str, tree.Node]] = []
        """The classes that stocks name, of measures and of work, and where."""

    def words(self) -> Words:
        return Words(
            measures=tuple(self.measures),
            by_verb=self.by_verb,
            nouns=tuple(self.nouns),
            subjects=self.subjects,
            stocks=self.stocks,
            bodies=self.bodies,
            names=self.names,
            documents=self.documents,
            people=self.people,
            seasons=self.seasons,
            relations=self.relations,
            readings=self.readings,
            speakers=self.speakers,
        )

    def told(self) -> Iterator[Problem]:
        """Every problem; classes are looked for when all files are read."""
        yield from self.problems
        known = {"class": [one.name for one in self.measures], "for": list(self.subjects)}
        for key, name, node in self.named:
            if known[key] and name not in known[key]:
                yield Problem("unknown-class", node.place, {"name": name, "near": self.near(name, known[key])})

    def whole(self, root: Map, name: str) -> None:
        """One file."""
        key = TABLES.get(name, "sentences")
        got = self.entries(root, ("drafter", key, *MORE.get(name, ())), "file")
        self.version(got, root.place, "file")
        if key not in got:
            self.report("missing-key", root.place, name=key, of="file")
            return
        node = got[key][1]
        match name:
            case "verbs":
                self._verbs(node)
            case "subjects":
                self.subjects = {name: self._listed(value, name) for name, value in self._entries(node, key)}
            case "bodies":
                self.bodies = {name: self._listed(value, name) for name, value in self._entries(node, key)}
                self.names = dict(self._named(got))
            case "documents":
                self._documents(node)
            case "people":
                self.people = {slot: self._answers(answers, slot) for slot, answers in self._entries(node, key)}
            case "seasons":
                self.seasons = {name: self._season(value, name) for name, value in self._entries(node, key)}
            case "connect":
                self.relations = {name: self._patterns(value, name) for name, value in self._entries(node, key)}
            case "readings":
                self.readings = dict(self._syllables(node))
            case "speakers":
                self.speakers = dict(self._rates(node))
            case "nouns":
                self.nouns += self._patterns(node, key)
            case _:
                self.stocks[name] = tuple(filter(None, (self._stock(item) for item in self.items(node, key))))

    def _entries(self, node: tree.Node, name: str) -> Iterator[tuple[str, tree.Node]]:
        if isinstance(node, Map):
            yield from ((key.text, value) for key, value in node.entries)
        elif not is_empty(node):
            self.map_due(node, name)

    def _named(self, got: Mapping[str, tuple[tree.Scalar, tree.Node]]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The full names of bodies, each with its others."""
        for name, value in self._entries(got["names"][1], "names") if "names" in got else ():
            yield name, self._patterns(value, name)

    def _listed(self, node: tree.Node, name: str) -> tuple[str, ...]:
        return tuple(text for item in self.items(node, name) if (text := self.text(item, name)))

    def _syllables(self, node: tree.Node) -> Iterator[tuple[str, str]]:
        """Words with their syllables, in letters."""
        for words, value in node.entries if isinstance(node, Map) else ():
            said = normalize("NFC", self.text(value, words.text) or "").strip()
            if len(words.text) < SHORTEST:
                self.report("wide-match", words.place, name=words.text)
            elif is_empty(value):
                self.report("empty-text", value.place, name=words.text)
            elif not SYLLABLES.fullmatch(said):
                self.report("odd-pinyin", value.place, name=words.text, value=said)
            yield words.text, said
        if not isinstance(node, Map) and not is_empty(node):
            self.map_due(node, "readings")

    def _rates(self, node: tree.Node) -> Iterator[tuple[str, float]]:
        """Names of speakers, each with how much they say in a minute."""
        for name, value in node.entries if isinstance(node, Map) else ():
            if len(name.text) < SHORTEST:
                self.report("wide-match", name.place, name=name.text)
            elif rate := self.rate(value, self.tongue.rates):
                yield name.text, rate
        if not isinstance(node, Map) and not is_empty(node):
            self.map_due(node, "speakers")

    def _stages(self, node: tree.Node, name: str) -> dict[str, tuple[str, ...]]:
        """The verbs of a kind of document, by stage."""
        got = self.entries(node, STAGES, name)
        return {stage: self._listed(value, stage) for stage, (_, value) in got.items()}

    def _documents(self, node: tree.Node) -> None:
        """The kinds of documents, among them the one whose verbs any document has, which is kept without a name, too."""
        self.documents = {name: self._stages(value, name) for name, value in self._entries(node, "documents")}
        neutral = self.tongue.document
        if isinstance(node, Map) and neutral and neutral not in self.documents:
            self.report("missing-key", node.place, name=neutral, of="documents")
        self.documents[""] = self.documents.get(neutral, {})

    def _answers(self, node: tree.Node, slot: str) -> dict[str, dict[str, str]]:
        """For each answer of a slot the words that are not said, each with what is said instead."""
        return {answer: dict(self._shunned(value, answer)) for answer, value in self._entries(node, slot)}

    def _shunned(self, node: tree.Node, name: str) -> Iterator[tuple[str, str]]:
        for words, value in node.entries if isinstance(node, Map) else ():
            if len(words.text) < SHORTEST:
                self.report("wide-match", words.place, name=words.text)
            yield words.text, self.text(value, words.text) or ""
        if not isinstance(node, Map) and not is_empty(node):
            self.map_due(node, name)

    def _season(self, node: tree.Node, name: str) -> Season:
        """What a season is called, and its first and last month."""
        got = self.entries(node, ("words", "months"), name)
        for key in ("words", "months"):
            if isinstance(node, Map) and key not in got:
                self.report("missing-key", node.place, name=key, of=name)
        named = self.items(got["words"][1], "words") if "words" in got else ()
        words = tuple(word for one in named for word in self._pattern(one, "words"))
        told = self.items(got["months"][1], "months") if "months" in got else ()
        months = [int(month) for one in told if (month := self.one_of(one, "months", MONTHS))]
        if "months" in got and len(told) != 2:
            self.report("two-months", got["months"][1].place, name=name)
        return Season(words=words, months=(months[0], months[1]) if len(months) == 2 else (1, 12))

    def _verbs(self, node: tree.Node) -> None:
        for name, value in self._entries(node, "classes"):
            got = self.entries(value, ("verbs", "single", "matches"), name)
            verbs = [verb for key in ("verbs", "single") if key in got for verb in self._verb(got[key][1], key)]
            for verb in verbs:
                self.by_verb.setdefault(verb, name)
            matches = self._patterns(got["matches"][1], "matches") if "matches" in got else ()
            self.measures.append(
                Measure(
                    name=name,
                    verbs=tuple(verbs),
                    matches=matches,
                )
            )

    def _verb(self, node: tree.Node, name: str) -> Iterator[str]:
        """Verbs of two characters and more: one alone begins too many nouns."""
        for item in self.items(node, name):
            text = self.text(item, name) or ""
            if 0 < len(text) < SHORTEST:
                self.report("wide-match", item.place, name=text)
            elif text:
                yield text

    def _patterns(self, node: tree.Node, name: str) -> tuple[str, ...]:
        return tuple(word for item in self.items(node, name) for word in self._pattern(item, name))

    def _pattern(self, node: tree.Node, name: str, shortest: int = SHORTEST) -> tuple[str, ...]:
        """Words that are looked for, parted by |."""
        text = self.text(node, name)
        if text is None:
            if is_empty(node):
                self.report("empty-text", node.place, name=name)
            return ()
        short = next((word for word in text.split("|") if len(word) < shortest), None)
        if sign := SIGNS.search(text):
            self.report("pattern-of-words", node.place, mark=sign[0])
        elif short is not None:
            self.report("wide-match", node.place, name=short)
        return tuple(filter(None, text.split("|")))

    def _stock(self, node: tree.Node) -> Stock | None:
        got = self.entries(node, ("class", "match", "for", "maxim", "say"), "sentences")
        if not isinstance(node, Map):
            return None
        if "say" not in got:
            self.report("missing-key", node.place, name="say", of="sentences")
            return None
        groups = self._groups(got["match"][1]) if "match" in got else ()
        return Stock(
            classes=self._classes(got, "class"),
            match=groups[0] if groups else (),
            beside=groups[1:],
            subjects=self._classes(got, "for"),
            says=tuple(self._sentences(got["say"][1])),
            maxim="maxim" in got and self.flag(got["maxim"][1], "maxim"),
        )

    def _groups(self, node: tree.Node) -> tuple[tuple[str, ...], ...]:
        """Words of which one stands in the fact; of a list, one of each: those after the first may be a single character."""
        if not isinstance(node, tree.Sequence):
            return (self._pattern(node, "match"),)
        if not node.items:
            self.report("empty-text", node.place, name="match")
        return tuple(self._pattern(item, "match", 1 if n else SHORTEST) for n, item in enumerate(node.items))

    def _classes(self, got: dict[str, tuple[tree.Scalar, tree.Node]], key: str) -> tuple[str, ...]:
        if key not in got:
            return ()
        node = got[key][1]
        found = [(text, part) for part in tree.each(node) if (text := self.text(part, key))]
        self.named += [(key, text, part) for text, part in found]
        return tuple(text for text, _ in found)

    def _sentences(self, node: tree.Node) -> Iterator[Prose]:
        for item in tree.each(node):
            prose = self.prose(item, "say")
            if prose and isinstance(item, tree.Scalar):
                self.faults(Checker(self.tongue, self.near).prose(prose, NAMES, NAMES), item)
                yield prose
