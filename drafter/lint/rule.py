"""What a lint rule is: a function from what is looked at to findings, with what may be set for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, get_args

from msgspec import Struct, field

from drafter.lint.tree import Tree
from drafter.lint.words import Words
from drafter.model.expression import Prose
from drafter.plugins import Unusable
from drafter.problem import Place, Severity

if TYPE_CHECKING:
    from drafter.lint.texts.reading import Fault, Reading

Subject = Literal["Blueprint", "Brief", "Text", "Speech", "File"]
"""What a rule is about: a Text is a finished speech as an editor reads it, a Speech an old one as it is recognised; a File is
whatever is read, by how it is saved and by its keys, remarks and the names in it."""
Options = Mapping[str, Any]
"""What holds for a rule in one blueprint."""


class Finding(Struct, frozen=True):
    """What a rule finds fault with."""

    at: Prose | Place
    """The text in which it stands, or the place of something that is no text."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the sentence names."""
    start: int = 0
    """Where in the text it begins."""
    end: int = 0
    """Where in the text it ends."""
    text: str | None = None
    """What should stand there, where that is sure."""


class Rule(Struct, frozen=True, kw_only=True):
    """One thing that a warning can be about: found by lint, or told by whoever reads the file."""

    name: str
    """Words: `doubled-mark`."""
    subject: Subject = "Blueprint"
    """What it is about, and with that where it is set."""
    page: str = ""
    """What it tells and why, then `Wrong:` and `Right:`, each with a specimen; the tests run both."""
    says: str = ""
    """What is wrong, with the names of facts in braces; empty where readers tell it, too: `drafter/sentences` says it."""
    mend: str = ""
    """What to do."""
    of_tree: Callable[[Tree, Options], Iterable[Finding]] | None = None
    """Looks at a blueprint as a whole."""
    of_words: Callable[[Words, Options], Iterable[Finding]] | None = None
    """Looks at one text. A rule with neither function is told by the reader of the file."""
    of_text: Callable[[Reading, Options], Iterable[Fault]] | None = None
    """Looks at a finished text as a whole."""
    source: str = ""
    """The standard that says so, with its clause; empty where good offices do so."""
    facts_too: bool = False
    """What is looked for in a blueprint's texts is looked for in the facts of briefs, too."""
    severity: Severity = "warning"
    """How bad it is, where nobody says anything else."""
    in_texts: Severity | None = None
    """How bad it is in a finished text, where that is other: a brief is drafted all the same, and mended then."""
    options: Mapping[str, float | tuple[str, ...] | str] = field(default_factory=dict)
    """What may be set: a number or some words, or the name of the field in the tongue's `Usage` that has them."""


def usable(rule: object) -> Rule:
    """What a plug-in offers, as a rule; raises Unusable where it cannot be used as one."""
    if not isinstance(rule, Rule):
        raise Unusable("it is no Rule")
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name):
        raise Unusable("its name is no words with hyphens")
    if rule.subject not in get_args(Subject) or rule.severity not in get_args(Severity):
        raise Unusable("there is no such subject, or no such severity")
    for words in (rule.says, rule.mend):
        words.format_map(_Anything())
    if not isinstance(rule.options, Mapping):
        raise Unusable("its options are no map")
    return rule


class _Anything(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return key


def set_in(rule: Rule, kind: str) -> bool:
    """Whether the `checks` of a file of that kind, Blueprint or Brief, can set a rule: a blueprint sets its briefs' too."""
    if rule.subject in ("Speech", "Text"):
        return False
    return kind == "Blueprint" or rule.subject != "Blueprint" or rule.facts_too
