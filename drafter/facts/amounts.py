"""What a person would call a figure, told from its unit and the nouns beside it; and what would be called by what is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.facts.bodies import organs
from drafter.facts.look import Look
from drafter.facts.nouns import LONGEST, noun_after, noun_before

LONGEST_PART = 6
"""Characters of what tells a part of a number from the rest."""
SEEN = 16
"""Characters before a figure in which its noun stands."""
CLAUSES = re.compile("[，。；：、！？,;:!?“”]")
SENTENCES = re.compile("[。；！？]")
MEASURED = ("area", "length", "sum")


class _Figure(NamedTuple):
    """A figure in its text."""

    text: str
    start: int
    end: int

    @property
    def clause(self) -> str:
        """What stands before it in its clause."""
        return CLAUSES.split(self.text[: self.start])[-1]

    @property
    def rest(self) -> str:
        """What stands behind it in its clause."""
        return CLAUSES.split(self.text[self.end :])[0]


def figure(text: str, start: int, end: int, look: Look) -> str:
    """A name for a figure with its unit."""
    here = _Figure(text, start, end)
    unit = measure(text[start:end], look)
    if look["share"].fullmatch(unit):
        return _share(here, look)
    bare = look["scale"].sub("", unit)
    kind = look.named("measures", unit, "=") or look.named("measures", bare, "=") or bare + look.fixed("number")
    if look["ordinal"].search(text[:start]) and kind == look.fixed("persons"):
        return look.fixed("rank")
    if two := _of_two(here, kind, look):
        return two
    if look["stretch"].fullmatch(kind):
        return kind
    return _counted(here, unit, kind, look)


def measure(words: str, look: Look) -> str:
    """The unit of a figure."""
    found = look["unit"].search(words)
    return found[0] if found else ""


def _counted(here: _Figure, unit: str, kind: str, look: Look) -> str:
    """By what is counted or measured, or by what the number is a part of."""
    before = here.text[max(0, here.start - SEEN) : here.start]
    noun = noun_before(before, look) if look["measured"].fullmatch(kind) else ""
    part = look["part"].search(here.clause)
    behind = here.text[here.end : here.end + SEEN]
    if not noun and look["one_person"].match(behind):
        return look.fixed("persons")
    after = noun_after(behind, look)
    if not noun and (part or not after) and (told := _part(here, unit, kind, after, look)):
        return told
    noun = noun or after or _turned(noun_before(before, look), unit, look)
    if noun:
        return _with_kind(noun, kind, look)
    alone = look.named("alone", unit, "=")
    return _done_with(here, look) + alone if alone else kind


def _turned(noun: str, unit: str, look: Look) -> str:
    """A noun with what it does before it: 开工项目 of 项目开工31个."""
    verb = look.verb_in(noun, 2)
    if verb and verb[1] == len(noun) and look["turned"].fullmatch(unit):
        return noun[verb[0] :] + noun[: verb[0]]
    return noun


def _with_kind(noun: str, kind: str, look: Look) -> str:
    """A noun as the name of a figure: 隐患数, 污水管网长度."""
    if look["whole"].search(noun):
        return noun
    if look["people"].search(noun) and not look["kept"].fullmatch(kind):
        return noun + look.fixed("persons")
    if look["measured"].fullmatch(kind) or look["kept"].fullmatch(kind):
        return noun + (look.fixed("money") if look["paid"].search(noun) and kind == look.fixed("sum") else kind)
    return noun + look.fixed("number")


def _part(here: _Figure, unit: str, kind: str, own: str, look: Look) -> str:
    """Of a number that is part of another: how it differs, and what is counted; 未销号问题数."""
    noun = own or _told_before(here, unit, look)
    of = look["of"].search(here.clause)
    if not noun or not (of or look["part"].search(here.clause)):
        return ""
    said = _last(here.clause[: of.start()], look) if of and not own else here.rest.removeprefix(own)
    said = re.split(look.said("part_ends"), look.spelled(look["copula"].sub("", said)))[0]
    if not 2 <= len(said) <= LONGEST_PART:
        if own:
            return ""
        said = look.fixed("among")
    return _with_kind(said + noun, kind, look)


def _last(clause: str, look: Look) -> str:
    """The last words of a clause that can stand before a noun."""
    return look["of_before"].split(clause)[-1][-LONGEST_PART:]


def _told_before(here: _Figure, unit: str, look: Look) -> str:
    """The noun of the last figure before with the same unit, in this sentence or the one before it."""
    text = here.text[: here.start]
    spots = [found.end() for found in SENTENCES.finditer(text)]
    first = spots[-2] if len(spots) > 1 else 0
    for found in reversed([*look["figure"].finditer(text, first)]):
        if measure(found[0], look) == unit:
            noun = noun_after(text[found.end() : found.end() + SEEN], look)
            noun = noun or noun_before(text[max(0, found.start() - SEEN) : found.start()], look)
            if noun:
                return noun
    return ""


def _of_two(here: _Figure, kind: str, look: Look) -> str:
    """Of a figure that changes: 原床位数, 新床位数."""
    changed = look["to"].search(here.clause)
    begun = None if changed else look["from"].search(here.clause)
    if begun and look["to"].search(CLAUSES.split(here.text[here.end :])[0][:LONGEST_PART]) is None:
        begun = begun if look["changing"].match(here.text, here.end) else None
    if not changed and not begun:
        return ""
    at = here.start - len(here.clause) + (begun.start() if begun else 0)
    if changed:
        first = look["from_within"].search(here.clause)
        if not first:
            return ""
        at += first.start()
    noun = noun_before(here.text[max(0, at - SEEN) : at].rstrip(look.tongue.marks.soft), look)
    name = _with_kind(noun, kind, look) if noun and not look["stretch"].fullmatch(kind) else noun + kind
    return look.fixed("new" if changed else "old") + name


def _share(here: _Figure, look: Look) -> str:
    before = here.text[max(0, here.start - SEEN) : here.start]
    for change, pattern in look.table("changes"):
        if found := pattern.search(before):
            return (noun_before(before[: found.start()], look) or _grown(here.text[: here.start], look)) + change
    noun = noun_before(before, look)
    return noun if noun and look["whole"].search(noun) else noun + look.fixed("share")


def _grown(before: str, look: Look) -> str:
    """What grows: the noun whose figure ends the clause before; empty if that clause does not end in one."""
    clauses = CLAUSES.split(before)
    figures = list(look["figure"].finditer(clauses[-2])) if len(clauses) > 1 else []
    if not figures or figures[-1].end() < len(clauses[-2]):
        return ""
    noun = noun_before(clauses[-2][: figures[-1].start()], look)
    return "" if look["whole"].search(noun) else noun


def amount(values: Sequence[str], look: Look) -> str:
    """A name for figures of different things."""
    alone = {figure(value, 0, len(value), look) for value in values}
    return alone.pop() if len(alone) == 1 else look.fixed("amount")


def more_exactly(name: str, text: str, start: int, end: int, look: Look) -> Iterator[str]:
    """Other names for a fact whose first one is taken: with the verb before the noun, or the time that the sentence tells."""
    here = _Figure(text, start, end)
    verb = _done_with(here, look)
    if verb and not name.startswith(verb):
        yield verb + name
    sentence = SENTENCES.split(text[:start])[-1]
    for found in reversed([*look["qualifiers"].finditer(sentence)]):
        if not name.startswith(found[0]):
            yield found[0] + name
            break
    part = re.split(look.said("part_ends"), look["copula"].sub("", look.spelled(here.rest)))[0]
    if 2 <= len(part) <= LONGEST_PART and not name.startswith(part) and not look["one_person"].match(part):
        yield part + name


def _done_with(here: _Figure, look: Look) -> str:
    """The verb before a figure in its clause."""
    found, at = "", 0
    while verb := look.verb_in(here.clause, at):
        told, at = here.clause[slice(*verb)], verb[1]
        found = found if look["empty_verbs"].fullmatch(told) else told
    return found


def task(text: str, start: int, end: int, look: Look) -> str:
    """What is done by or on a day, as a noun: 管网入户, 直排口封堵; empty where the sentence does not tell."""
    sentence = SENTENCES.split(text[end:])[0]
    term = look["term"].match(sentence)
    rest = [one for one in CLAUSES.split(sentence[term.end() if term else 0 :]) if one]
    before = CLAUSES.split(SENTENCES.split(text[:start])[-1])
    if rest and (own := _deed(rest[0], noun_before(before[-1], look), look)):
        return own
    return next((told for clause in reversed(before) if (told := _deed(clause, "", look))), "")


def _deed(clause: str, thing: str, look: Look) -> str:
    """A clause as a noun: its verb behind what it is done to; of a verb that tells nothing, that alone."""
    for _, end, _ in organs(clause, look):
        clause = clause[end:]
        break
    verb = look.verb_in(clause)
    while verb and look["empty_verbs"].fullmatch(clause, *verb):
        again = look.verb_in(clause, verb[1])
        if (not again or again[0] > verb[1]) and (told := _object(clause[verb[1] :], look)):
            return told
        verb = again
    if not verb:
        return ""
    done = look.run("adverbs", "^").sub("", clause[slice(*verb)])
    whom = _object(clause[verb[1] :], look) or thing
    whom = "" if whom.endswith(done) else whom
    return whom + done if len(whom + done) <= LONGEST else done


def _object(text: str, look: Look) -> str:
    """What something is done to: the noun behind a verb, its number left out."""
    noun = look["figure"].sub("", look["unit_first"].sub("", look["of_first"].sub("", text), count=1))
    noun = look["object_ends"].split(noun)[0]
    piece = look["of_before"].split(noun)[-1]
    return piece if 2 <= len(piece) <= LONGEST_PART + 2 else ""
