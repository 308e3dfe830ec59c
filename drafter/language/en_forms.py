"""What an English fact is made of, told by lists of common words: a sentence, a task, a thing; and that form put into a sentence."""

from __future__ import annotations

import re

from drafter.language.en_words import (
    ADJECTIVES,
    ARTICLES,
    AUXILIARIES,
    BASE,
    COMMON,
    COUNTABLE,
    FAILING,
    MAYBE,
    NAMES,
    NOUNS_TOO,
    NUMBERS,
    OBJECTS,
    ONLY_PAST,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITIES,
    THINGS_IN_ING,
    WORD,
    finite_forms,
    ing_form,
)


def form(text: str) -> str:
    """What a text is: to (an infinitive), verb (a task), ing, done (a participle), maybe and clause (a sentence), phrase, noun."""
    text = re.sub("(?i)^because (?!of )", "", text)
    typed = WORD.findall(text.replace("’", "'"))
    words = [word.lower() for word in typed]
    if not words:
        return ""
    first, second = words[0], words[1] if len(words) > 1 else ""
    pasts = finite_forms()[1]
    if first == "to" and (second in BASE or second in ("be", "have", "do") or not _opens(second)):
        return "to"
    if first in ("don't", "never", "always", "please", "do") and (second in BASE or second in ("not", "be", "let")):
        return "verb"
    if first in ("be", "have", "do") or (first == "let" and second in ("us", "me")):
        return "verb"
    if first in BASE and (_is_task(words, typed) if first in NOUNS_TOO else second not in AUXILIARIES):
        return "verb"
    unknown = (
        first not in PREPOSITIONS | QUANTITIES | PRONOUNS | AUXILIARIES | pasts | PARTICIPLES
        and not first.endswith(("ing", "ed", "s"))
    )
    if (
        unknown
        and first[:1].isalpha()
        and (second in ARTICLES | {"all", "every", "each", "it", "them", "us"} or second[:1].isdigit())
    ):
        return "verb"
    if (first.endswith("ly") or first in ("then", "first", "also")) and second in BASE and second not in NOUNS_TOO:
        return "verb"
    if first.endswith("ing") and first not in THINGS_IN_ING and _opens(second) and not (AUXILIARIES & set(words)):
        return "ing"
    relative = first in PREPOSITIONS and second in ("what", "how", "why", "which", "whom", "whose")
    if not relative and _finite(words, typed):
        return "maybe" if MAYBE & set(typed[:12]) else "clause"
    if first.endswith("ing") and len(first) > 4 and second not in PREPOSITIONS - {"up", "out", "off", "down"}:
        things = first in THINGS_IN_ING
        acted_on = second in QUANTITIES | OBJECTS or second[:1].isdigit()
        acted_on |= second.endswith("ed") and bool(words[2:3]) and words[2] not in PREPOSITIONS
        others = (
            second in ("up", "out", "off", "down", "people")
            or second in ADJECTIVES
            or re.search("[^s]s$", second)
            or (typed[1:2] and typed[1][0].isupper())
        )
        if acted_on or (not things and others):
            return "ing"
    if first in ("spoke", "talked", "reported", "asked", "explained", "described"):
        return "done"
    if (first in PARTICIPLES or first in pasts) and (
        _opens(second) or second in OBJECTS or (typed[1:2] and typed[1][:1].isupper())
    ):
        return "done"
    return "phrase" if first in PREPOSITIONS or first == "only" else "noun"


def _opens(word: str) -> bool:
    """Whether a word begins a thing that is spoken of."""
    return word in QUANTITIES or (word != "" and (word[0].isdigit() or word[0] in "£$€"))


def _is_task(words: list[str], typed: list[str]) -> bool:
    """Whether a word that is a noun as well begins a task."""
    if len(words) == 1:
        return False
    second = words[1]
    s_forms, _ = finite_forms()
    if second in AUXILIARIES or (second in s_forms and len(words) > 2) or second in ONLY_PAST:
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


def _finite(words: list[str], typed: list[str]) -> bool:
    """Whether more verbs stand in a text than its relative clauses have."""
    s_forms, pasts = finite_forms()
    found, relatives = 0, 0
    for n, word in enumerate(words):
        before, after = words[n - 1] if n else "", words[n + 1] if n + 1 < len(words) else ""
        if (
            word in ("who", "which", "whose")
            or (word == "that" and n and before not in PREPOSITIONS and not _is_verb(after))
            or (word == "that" and _is_verb(after) and n)
        ):
            relatives += 1
        elif word in AUXILIARIES and typed[n] not in ("May", "Will"):
            found += before not in AUXILIARIES if n else "'" in word
        elif n == 0 or (before in ("to", "and") and n == 1):
            continue
        elif word in ONLY_PAST:
            found += 1
        elif word in pasts or word in PARTICIPLES:
            if before in AUXILIARIES or before in QUANTITIES or before in PREPOSITIONS:
                continue
            found += before in PRONOUNS or (after != "by" and (_opens(after) or (words[0] in ARTICLES and after != "")))
        elif word in s_forms:
            noun = word[:-1] in NOUNS_TOO
            many = words[0][:1].isdigit() or words[0] in NUMBERS
            if (
                (many and n < 5)
                or before in QUANTITIES
                or before in PREPOSITIONS
                or before in ("and", ",")
                or before[:1].isdigit()
            ):
                continue
            if not noun or before in PRONOUNS or (not after and word in FAILING):
                found += 1
            elif after and (
                _opens(after) or after in PREPOSITIONS | {"all", "late", "early", "out"} or typed[n + 1][:1].isupper()
            ):
                found += not before.endswith("s") and not typed[n][:1].isupper()
        elif word in BASE and (
            before in PRONOUNS - {"this"}
            or before in ("people", "staff", "already", "still", "often", "never", "always")
        ):
            found += before not in ("to",)
        elif word in NOUNS_TOO and not after:
            continue
        elif (
            word in BASE
            and re.search("(?<!s)(?<!u)(?<!i)s$", before)
            and before not in ("gas", "christmas", "always", "perhaps", "sales")
            and before not in QUANTITIES | PREPOSITIONS
            and (typed[n - 1].islower() or n == 1)
        ):
            found += 1
    return found > relatives


def _is_verb(word: str) -> bool:
    s_forms, pasts = finite_forms()
    return word in AUXILIARIES or word in s_forms or word in pasts or word in BASE


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


def with_article(text: str, article: str) -> str:
    """A thing with the article that it wants, where its noun is sure to want one."""
    words = WORD.findall(text)
    if not words or words[0].lower() in QUANTITIES | PREPOSITIONS | PRONOUNS or not words[0][0].isalpha():
        return text
    counted = (
        re.match("plenty|part|none|kind|sort|half|twenty|thirt|fort|fift|sixt|sevent|eight|ninet", words[0]) is not None
    )
    bare = not counted and words[0].islower() and not words[0].endswith(("s", "ing"))
    if bare and len(words) > 1 and words[1] == "of":
        return f"the {text}"
    head = words[0]
    for word in words[1:]:
        if (
            word.lower() in PREPOSITIONS | QUANTITIES | {"and", "or", ",", ";", "who", "which", "that"}
            or word[0].isdigit()
            or _finite_word(word)
        ):
            break
        head = word
    if head.lower() not in COUNTABLE or (words[0][0].isupper() and small(text) == text):
        return text
    if article == "a" and words[0][0].lower() in "aeiou":
        article = "an"
    return f"{article} {text[0].lower()}{text[1:]}"


def _finite_word(word: str) -> bool:
    s_forms, pasts = finite_forms()
    low = word.lower()
    return low in AUXILIARIES or low in ONLY_PAST or (low in s_forms and low[:-1] not in COUNTABLE) or low in pasts


def as_clause(text: str) -> str:
    """A sentence whose subject has its article: the phone rings."""
    return (
        with_article(text, "the")
        if not text.lower().startswith(("last ", "next ", "first ")) and form(text) in ("clause", "maybe")
        else text
    )
