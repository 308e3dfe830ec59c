"""An English fact as it stands in a sentence: with a small letter, an article, a bare verb."""

from __future__ import annotations

import re

from drafter.language.en_forms import form
from drafter.language.en_words import (
    ADJECTIVES,
    ARTICLES,
    AUXILIARIES,
    BASE,
    COMMON,
    COUNTABLE,
    GROUPS,
    NAMES,
    ONLY_PAST,
    PLACES,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITIES,
    THINGS_IN_ING,
    WORD,
    finite_forms,
    ing_form,
)


def task(text: str) -> str:
    """What is to be done, its verb first and bare, as after we or will; nothing where that is not known."""
    text = small(text)
    found = form(text)
    if found == "verb":
        return re.sub("^please ", "", text[:1].lower() + text[1:])
    if found == "to":
        return text[3:]
    first, _, rest = text.partition(" ")
    verbs = [verb for verb in BASE if ing_form(verb) == first] if found == "ing" else []
    return f"{verbs[0]} {rest}" if verbs else ""


def small(text: str) -> str:
    """The words as they stand inside a sentence: what begins like a name keeps its capital."""
    words = WORD.findall(text)
    if not words or not re.match(r"[A-Z](?![A-Z.])", text) or text.startswith(("I ", "I'", "The Hague")):
        return text
    first = words[0].lower()
    led = first in QUANTITIES | PREPOSITIONS | PRONOUNS | AUXILIARIES
    known = first in BASE | COUNTABLE | THINGS_IN_ING | ADJECTIVES | COMMON or (
        first.endswith(("s", "ing")) and not first.endswith("ss") and "'" not in first and len(words) > 1
    )
    known |= first[:-1] in COUNTABLE
    small_word = first in ARTICLES | PREPOSITIONS | PRONOUNS or words[0] == "All"
    proper = first in NAMES or (len(words) > 1 and not small_word and (words[1][0].isupper() or words[1].isdigit()))
    return text if proper or not (led or known) else text[:1].lower() + text[1:]


def label(text: str) -> str:
    """A heading as it stands inside a sentence: data migration."""
    return text if re.match(r"[A-Z][\w'’-]*(?:[A-Z.]| [A-Z\d&])", text) else text[:1].lower() + text[1:]


def _bracketed(found: re.Match[str]) -> str:
    goes_on = found[2] and found[2].strip() not in ".,;"
    if form(found[1]) in ("clause", "maybe"):
        return f" – {found[1]}{' –' if goes_on else ''}"
    return f", {found[1]}{',' if goes_on else ''}"


def spoken(text: str) -> str:
    """Words in brackets between commas, or dashes; a reason without its because."""
    return re.sub(r"\s*\(([^()]+)\)(?=(\s*\S)?)", _bracketed, re.sub("(?i)^because (?!of )", "", text))


COUNTED = re.compile("plenty|part|none|kind|sort|half|twenty|thirt|fort|fift|sixt|sevent|eight|ninet")
ENDS = PREPOSITIONS | QUANTITIES | {"and", "or", ",", ";", "who", "which", "that"}


def with_article(text: str, article: str) -> str:
    """A thing with the article that it wants, where its noun is sure to want one."""
    words = WORD.findall(text)
    if not words or words[0].lower() in QUANTITIES | PREPOSITIONS | PRONOUNS or not words[0][0].isalpha():
        return text
    bare = not COUNTED.match(words[0]) and words[0].islower() and not words[0].endswith(("s", "ing"))
    if bare and len(words) > 1 and words[1] == "of":
        return f"the {text}"
    before, head, after = _parted(words)
    owned = any(word.endswith(("'s", "s'", "’s")) for word in before)
    if owned or (before and head[0].isupper()) or after[:1].isdigit() or head.lower() not in COUNTABLE:
        return text
    if words[0][0].isupper() and small(text) == text:
        return text
    if article == "a" and words[0][0].lower() in "aeiou":
        article = "an"
    return f"{article} {text[0].lower()}{text[1:]}"


def _parted(words: list[str]) -> tuple[list[str], str, str]:
    """What stands before the noun of a thing, that noun, and the word after it."""
    ends = (
        n for n, word in enumerate(words) if n and (word.lower() in ENDS or word[0].isdigit() or _finite_word(word))
    )
    end = next(ends, len(words))
    return words[: end - 1], words[end - 1], words[end] if end < len(words) else ""


def _finite_word(word: str) -> bool:
    s_forms, pasts = finite_forms()
    low = word.lower()
    return low in AUXILIARIES or low in ONLY_PAST or (low in s_forms and low[:-1] not in COUNTABLE) or low in pasts


def known(text: str) -> str:
    """A body or a place that is known, with the where it wants one: the Service desk."""
    words = WORD.findall(text.split(",")[0])
    if (
        not words
        or words[0].lower() in QUANTITIES | PREPOSITIONS
        or any(word[0].isdigit() or "'" in word for word in words)
    ):
        return spoken(small(text))
    head = next((words[n - 1] for n, word in enumerate(words) if n and word.lower() in PREPOSITIONS), words[-1])
    if head.islower() and head in GROUPS | PLACES | COUNTABLE and " and " not in text:
        return spoken(f"the {small(text)}")
    one_word = len(words) == 1 and words[0].lower() in PLACES | COUNTABLE
    return spoken(f"the {text.lower()}") if one_word else spoken(small(text))


def as_clause(text: str) -> str:
    """A sentence whose subject has its article: the phone rings."""
    return (
        with_article(text, "the")
        if not text.lower().startswith(("last ", "next ", "first ")) and form(text) in ("clause", "maybe")
        else text
    )
