"""The noun that stands beside a figure or a deadline; no dictionary tells it, but what stands around it."""

from __future__ import annotations

import re

from drafter.facts.look import HAN, Look

LONGEST = 10
"""Characters of a noun in a name."""


def noun_before(text: str, look: Look) -> str:
    """The noun that ends a text, verbs before it left out; empty if none is seen."""
    run = re.search(f"[{HAN}〇]*$", text)
    words = run[0] if run else ""
    if run and run.start() and text[run.start() - 1].isdigit():  # what stands there is the unit of another figure
        other = look["unit"].match(words) or re.match(".", words)
        words = words[other.end() :] if other else words
    words = look.run("reaches", "$").sub("", words)
    small = list(look["small"].finditer(words))
    if not words or (small and small[-1].end() == len(words)):
        return ""
    noun = _from_when(words[small[-1].end() :] if small else words, look)
    bare = _after_verbs(noun, look)
    if look["no_nouns"].search(bare):
        return ""
    if look["plain_nouns"].fullmatch(bare):
        return noun[-LONGEST:]
    if len(bare) < 2 and (plain := look.made("a plain noun's end", f"{look.said('plain_nouns')}$").search(noun)):
        return plain[0]
    if len(bare) < 2:
        return noun[-LONGEST:] if noun and (look["whole"].search(noun) or len(noun) > 3) else ""
    return bare if len(bare) <= LONGEST else ""


def _from_when(words: str, look: Look) -> str:
    return look.run("when", "^").sub("", words)


def _after_verbs(noun: str, look: Look) -> str:
    """What stands behind the last verb of a noun that begins with verbs or has them before its own words."""
    at = done = 0
    while verb := look.verb_in(noun, at):
        at = verb[1]
        done = at
    return noun[done:]


def noun_after(text: str, look: Look) -> str:
    """The noun with which a text begins, of several the last; empty if none is seen."""
    light = look.tongue.marks.light
    text = look.made("a name in quotation marks", f"^.{look.said('quoted')}.").sub("", text)
    run = re.match(f"[{HAN}]*", text)
    words = run[0] if run else ""
    lead = look["noun_lead"].match(words)
    at = lead.end() if lead else 0
    piece = words[:at] + look["ends"].split(words[at:])[0]
    joined = text[len(piece) : len(piece) + 1]
    if len(piece) > 1 and (joined == light or look["and"].fullmatch(joined)):
        other = noun_after(text[len(piece) + 1 :], look)
        if look["heads"].search(other) and not look["heads"].search(piece):
            return other
    if look["modified"].match(piece) and look["of_noun"].match(joined):
        return noun_after(text[len(piece) + 1 :], look)
    cut = next((at for at in range(2, len(piece)) if look["predicate"].match(words, at)), len(piece))
    piece = piece[:cut]
    verb = look.verb_in(piece, 2)
    if verb and verb[1] == len(piece) and look["heads"].search(piece[: verb[0]]):
        piece = piece[: verb[0]]
    if look["no_end"].search(piece):
        return ""
    return piece if 2 <= len(piece) <= LONGEST or look["one_character"].fullmatch(piece) else ""
