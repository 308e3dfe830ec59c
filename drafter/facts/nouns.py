"""The noun that stands beside a fact, and what is done to it; no dictionary tells them, but what stands around them."""

from __future__ import annotations

import re

from drafter.facts.look import HAN, Look

LONGEST = 11
"""Characters of a noun in a name."""
SHORTEST = 3
"""Characters of a measure that says enough without the verb before it."""
LONGEST_OBJECT = 8
"""Characters of what something is done to."""
RUN = re.compile(f"[{HAN}]*")
LAST_RUN = re.compile(f"[{HAN}]*$")


def noun_before(text: str, look: Look) -> str:
    """The noun that ends a text, without the verbs before it; empty if none is seen."""
    words = LAST_RUN.findall(text)[0]
    noun = look.run("reaches", "$").sub("", words)
    if text.removesuffix(words)[-1:].isdigit():  # what stands there is the unit of another figure
        noun = look.made("counted_after", "^{}").sub("", noun)
    begins = max((found.end() for found in look["small"].finditer(noun)), default=0)
    noun = look.run("when", "^").sub("", look["bodies_first"].sub("", noun[begins:]))
    bare = look.run("when", "^").sub("", _without_verbs(noun, look))
    plain = look["plain_nouns"].fullmatch(bare)
    if look["no_nouns"].search(bare) or (not plain and look.verb_at(bare, 0) == len(bare)):
        return ""
    if plain or len(bare) < 2 or look["whole"].search(noun):
        bare = bare if look["whole"].search(bare) and len(bare) > SHORTEST else noun
    cuts = (found.end() for found in look["joints"].finditer(bare) if len(bare) - found.end() <= LONGEST)
    if len(bare) > LONGEST:
        bare = bare[cut:] if (cut := next(cuts, 0)) else _without_verbs(noun, look)
    return bare if 2 <= len(bare) <= LONGEST else ""


def _without_verbs(noun: str, look: Look) -> str:
    """A noun behind the last verb before it; one that ends in a verb or has it between its words stays whole."""
    done = 0
    for _, end in look.verbs(noun):
        if len(noun) - end > 1 and not look.word_at(noun, end):
            done = end
    return noun[done:]


def noun_after(text: str, look: Look) -> str:
    """The noun with which a text begins, of several the last; empty if none is seen."""
    text = look.made("quoted", "^.{}.").sub("", text)
    words = RUN.match(text)[0]  # type: ignore[index]
    lead = look["noun_lead"].match(words)
    at = lead.end() if lead else 0
    piece = words[:at] + look["ends"].split(words[at:])[0]
    joined, rest = text[len(piece) : len(piece) + 1], text[len(piece) + 1 :]
    if len(piece) > 1 and (joined == look.tongue.marks.light or look["and"].fullmatch(joined)):
        other = noun_after(rest, look)
        if look["heads"].search(other) and not look["heads"].search(piece):
            return other
    if look["modified"].match(piece) and look["of_noun"].match(joined):
        return noun_after(rest, look)
    piece = piece[: next((at for at in range(2, len(piece)) if look["predicate"].match(words, at)), len(piece))]
    verb = look.verb_in(piece, 2)
    if verb and (look["heads"].search(piece[: verb[0]]) or (verb[1] < len(piece) and not look["heads"].search(piece))):
        piece = piece[: verb[0]]
    known = look["one_character"].fullmatch(piece) or 2 <= len(piece) <= LONGEST
    return piece if known and not look["no_end"].search(piece) else ""


def doing(text: str, look: Look) -> str:
    """The last verb of a text that tells something."""
    told = (text[start:end] for start, end in look.verbs(text))
    return next(reversed([verb for verb in told if not look["empty_verbs"].fullmatch(verb)]), "")


def deed(text: str, look: Look) -> str:
    """What a clause tells to be done, as a noun: its verb behind what it is done to; of a verb that tells nothing, that alone."""
    text = look.run("adverbs", "^").sub("", look["bodies_first"].sub("", text))
    for start, end in look.verbs(text):
        verb, thing = text[start:end], _object(text[end:], look)
        if look["empty_verbs"].fullmatch(verb):
            if thing and not look.verb_at(text, end):
                return thing if len(thing) > 2 or look.word_at(thing, 0) else thing + verb
            continue
        verb = look.run("adverbs", "^").sub("", verb)
        thing = thing or ("" if look["small"].match(text) else noun_before(text[:start], look))
        whole = len(thing + verb) <= LONGEST and not thing.endswith(verb) and not look["small"].search(thing)
        return thing + verb if whole else verb
    return ""


def _object(text: str, look: Look) -> str:
    """What something is done to: the noun behind a verb, its number left out."""
    noun = look["figure"].sub("", look["unit_first"].sub("", look["of_first"].sub("", text), count=1))
    noun = look["of_before"].split(look["object_ends"].split(noun)[0])[-1]
    return noun if 2 <= len(noun) <= LONGEST_OBJECT else ""
