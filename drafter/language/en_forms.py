"""What an English fact is made of, told by lists of common words: a sentence, a task, a thing."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.language.en_words import (
    ADJECTIVES,
    ARTICLES,
    AUXILIARIES,
    BASE,
    FAILING,
    MAYBE,
    NO_PLURALS,
    NOUNS_TOO,
    NUMBERS,
    OBJECTS,
    ONLY_PAST,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITIES,
    SUBJECTS,
    THINGS_IN_ING,
    WORD,
    finite_forms,
)

PAIRS = ("who", "which", "whose")
ASKS = frozenset("what how why which whom whose".split())
SAID = frozenset("spoke talked reported asked explained described".split())


class Word(NamedTuple):
    """A word of a fact among its neighbours."""

    n: int
    word: str
    typed: str
    before: str
    after: str
    first: str
    names: bool
    """A name stands behind it."""

    @property
    def led(self) -> bool:
        """Whether the word before it makes it a noun."""
        return self.before in QUANTITIES or self.before in PREPOSITIONS


def form(text: str) -> str:
    """What a text is: to, verb (a task), not (do not), ing, done (a participle), maybe or clause (a sentence), phrase, noun."""
    text = re.sub("(?i)^because (?!of )", "", text)
    typed = WORD.findall(text.replace("’", "'"))
    words = [word.lower() for word in typed]
    if not words:
        return ""
    first, second = words[0], words[1] if len(words) > 1 else ""
    if asked := _asked(first, second, words, typed):
        return asked
    if first.endswith("ing") and first not in THINGS_IN_ING and _opens(second) and not (AUXILIARIES & set(words)):
        return "ing"
    if not (first in PREPOSITIONS and second in ASKS) and _finite(words, typed):
        return "maybe" if MAYBE & set(typed[:12]) else "clause"
    if _is_gerund(words, typed):
        return "ing"
    named = len(typed) > 1 and typed[1][0].isupper()
    past = first in PARTICIPLES or first in finite_forms()[1]
    if first in SAID or (past and (_opens(second) or second in OBJECTS or named or second == "with")):
        return "done"
    return "phrase" if first in PREPOSITIONS or first == "only" else "noun"


def _asked(first: str, second: str, words: list[str], typed: list[str]) -> str:
    """Whether a text says what is to be done, or not to be done."""
    if first == "to" and (second in BASE or second in ("be", "have", "do") or not _opens(second)):
        return "to"
    if first in ("don't", "never") or (first == "do" and second == "not"):
        return "not"
    return "verb" if _is_order(first, second) or _is_verb_first(first, second, words, typed) else ""


def _opens(word: str) -> bool:
    """Whether a word begins a thing that is spoken of."""
    return word in QUANTITIES or (word != "" and (word[0].isdigit() or word[0] in "£$€"))


def _is_order(first: str, second: str) -> bool:
    """Whether a text begins as an order does: don't, be, let us."""
    if first in ("always", "please", "do") and (second in BASE or second in ("not", "be", "let")):
        return True
    return first in ("be", "have", "do") or (first == "let" and second in ("us", "me"))


def _is_verb_first(first: str, second: str, words: list[str], typed: list[str]) -> bool:
    """Whether a text begins with a verb that says what is to be done."""
    if first in BASE and (_is_task(words, typed) if first in NOUNS_TOO else second not in AUXILIARIES):
        return True
    no_verb = PREPOSITIONS | QUANTITIES | PRONOUNS | AUXILIARIES | finite_forms()[1] | PARTICIPLES
    unknown = first[:1].isalpha() and first not in no_verb and not first.endswith(("ing", "ed", "s"))
    if unknown and (second in ARTICLES | {"all", "every", "each", "it", "them", "us"} or second[:1].isdigit()):
        return True
    if unknown and second == "and" and words[2:3] and words[2] in BASE:
        return True
    led = first.endswith("ly") or first in ("then", "first", "also")
    return led and second in BASE and second not in NOUNS_TOO


def _is_task(words: list[str], typed: list[str]) -> bool:
    """Whether a word that is a noun as well begins a task."""
    if len(words) == 1 or words[1] == "of":
        return False
    second = words[1]
    if second in AUXILIARIES or (second in finite_forms()[0] and len(words) > 2) or second in ONLY_PAST:
        return False
    if AUXILIARIES & set(words[2:4]) and second not in QUANTITIES:
        return False
    return (
        _opens(second)
        or second in PREPOSITIONS
        or second in PRONOUNS
        or second in ("and", "or", ",", "not", "them", "us", "early", "late", "everything", "anything")
        or typed[1][:1].isupper()
        or re.search("(?:ed|ly|[^s]s|new|old|people|ing)$", second) is not None
    )


def _is_gerund(words: list[str], typed: list[str]) -> bool:
    """Whether a text begins with what is done, in -ing, and with what it is done to; a booking system is none."""
    first, second = words[0], words[1] if len(words) > 1 else ""
    if not first.endswith("ing") or len(first) < 5 or second in PREPOSITIONS - {"up", "out", "off", "down"}:
        return False
    if second in QUANTITIES | OBJECTS or second[:1].isdigit():
        return True
    if second.endswith("ed") and len(words) > 2 and words[2] not in PREPOSITIONS:
        return True
    several = second in ADJECTIVES | {"up", "out", "off", "down", "people"} or re.search("[^s]s$", second) is not None
    return first not in THINGS_IN_ING and (several or (len(typed) > 1 and typed[1][0].isupper()))


def _finite(words: list[str], typed: list[str]) -> bool:
    """Whether more verbs stand in a text than its relative clauses have."""
    met = [
        Word(
            n,
            word,
            typed[n],
            words[n - 1] if n else "",
            words[n + 1] if n + 1 < len(words) else "",
            words[0],
            typed[n + 1 : n + 2] != [] and typed[n + 1][0].isupper(),
        )
        for n, word in enumerate(words)
    ]
    relatives = sum(map(_relates, met))
    return sum(_is_finite(one) for one in met if not _relates(one)) > relatives


def _relates(one: Word) -> bool:
    """Whether a relative clause begins here."""
    if one.word in PAIRS:
        return True
    if one.word == "so" and one.before not in AUXILIARIES:
        return one.n > 0
    return one.word == "that" and one.n > 0 and (one.before not in PREPOSITIONS or _is_verb(one.after))


def _is_finite(one: Word) -> bool:
    """Whether a word is the verb of a clause."""
    s_forms, pasts = finite_forms()
    if one.word in AUXILIARIES and one.typed not in ("May", "Will"):
        return one.before not in AUXILIARIES if one.n else "'" in one.word
    if one.n == 0 or (one.n == 1 and one.before in ("to", "and")):
        return False
    if one.word in ONLY_PAST:
        return True
    if one.word in pasts or one.word in PARTICIPLES:
        return _is_past(one)
    return _is_present(one) if one.word in s_forms else _is_plural(one)


def _is_past(one: Word) -> bool:
    """Whether a past is no participle: the council voted the money; not the money voted by the council."""
    if one.led or one.before in AUXILIARIES:
        return False
    told = _opens(one.after) or (one.first in ARTICLES and one.after != "")
    return one.before in PRONOUNS or (told and one.after != "by")


def _is_present(one: Word) -> bool:
    """Whether a word in -s is a verb: the phone rings; not two rings."""
    many = one.first[:1].isdigit() or one.first in NUMBERS
    if one.led or (many and one.n < 5) or one.before in ("and", ",") or one.before[:1].isdigit():
        return False
    if one.word[:-1] not in NOUNS_TOO or one.before in PRONOUNS or (not one.after and one.word in FAILING):
        return True
    goes_on = (
        one.names
        or _opens(one.after)
        or one.after in PREPOSITIONS | ADJECTIVES | {"all", "late", "early", "out", "real"}
    )
    return goes_on and not one.before.endswith("s") and one.typed.islower()


def _is_plural(one: Word) -> bool:
    """Whether a bare verb stands behind those who do it: cars queue; not the gas supply."""
    if one.before in ("never", "often") and one.n > 1:
        return True
    if one.word not in BASE:
        return False
    if one.before in PRONOUNS - {"this"} or one.before in SUBJECTS:
        return True
    if (one.word in NOUNS_TOO and not one.after) or one.led:
        return False
    return re.search("(?<![sui])s$", one.before) is not None and one.before not in NO_PLURALS


def _is_verb(word: str) -> bool:
    s_forms, pasts = finite_forms()
    return word in AUXILIARIES or word in s_forms or word in pasts or word in BASE
