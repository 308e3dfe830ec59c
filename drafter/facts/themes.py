"""What a whole speech comes back to: its meeting, its subject, its slogans, and the names that are sure somewhere in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from drafter.facts.bodies import organs, places
from drafter.facts.hit import Kind
from drafter.facts.look import HAN, Look
from drafter.facts.people import people

RUN = re.compile(f"[{HAN}]+")
FEWEST_TIMES = 2
"""How often a subject stands in the speech outside the meeting's name."""
LONGEST_SUBJECT = 16
SHORTEST_SLOGAN, LONGEST_SLOGAN = 6, 20
"""Characters; what is longer is somebody's words."""


def known(texts: Sequence[str], title: str, look: Look) -> Mapping[str, Kind]:
    """What the speech comes back to, longest first: the meeting, the subject, slogans, and names that are sure somewhere."""
    whole = "\n".join((title, *texts))
    found: dict[str, Kind] = {}
    meeting = _meeting(texts, title, look)
    if meeting:
        found[meeting] = "meeting"
        ends = look["after_subject"].search(meeting)
        if ends and len(ends[0]) > 2 and whole.replace(meeting, "").count(ends[0]):
            found.setdefault(ends[0], "meeting")
    for subject in _subjects(whole, meeting, look):
        found.setdefault(subject, "subject")
    for words in _slogans(whole, look):
        found.setdefault(words, "quoted")
    for start, end, kind in (*people(whole, look), *places(whole, look)):
        if kind != "office":
            found.setdefault(whole[start:end], kind)
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))


def _meeting(texts: Sequence[str], title: str, look: Look) -> str:
    """The meeting's name, without what was left open before it."""
    told = filter(None, map(look["meeting"].search, (title, *texts[:3])))
    found = next(told, None) or look["convened"].search("\n".join(texts[:3]))
    name = found[0] if found else ""
    for hole in re.finditer(look.tongue.placeholder, name):
        name = name[hole.end() - len(name) :] if hole.end() < len(name) else ""
        while place := look["place_mark"].match(name):
            name = name[place.end() :]
        return name if len(name) > 3 else ""
    bare = look["year_first"].sub("", name)
    rest = "\n".join((title, *texts)).replace(name, "")
    return bare if bare != name and len(bare) > 3 and bare in rest else name


def _subjects(whole: str, meeting: str, look: Look) -> Iterator[str]:
    """The subject that the meeting's name or the speech itself tells, and its short form."""
    outside = whole.replace(meeting, "\n") if meeting else whole
    for start, end, _ in reversed([*organs(outside, look)]):  # what an office is called tells no subject
        outside = f"{outside[:start]}\n{outside[end:]}"
    core = look["kind_of_work"].sub("", look["after_subject"].sub("", look["before_subject"].sub("", meeting)))
    core = look.made("quoted", "^.({}).$").sub(r"\1", core)
    named = look["about_lead"].sub("", about[0]) if (about := look["about"].search(whole)) else ""
    for subject in (core, named, _repeated(outside, look)):
        times, short = (outside.count(subject), _short(subject, outside, look)) if len(subject) >= 3 else (0, "")
        if times >= FEWEST_TIMES or (short and (times or look["subject_ends"].search(short[-3:]))):
            yield from filter(None, (subject if times else "", short))
            return


def _repeated(text: str, look: Look) -> str:
    """What is said most: the longest words that stand twice and end like the name of some work."""
    seen = Counter(
        run[start : end.end()]
        for run in RUN.findall(text)
        for end in look["subject_ends"].finditer(run)
        for start in range(max(0, end.end() - LONGEST_SUBJECT), end.end() - 4)
    )
    often = [
        words
        for words, count in seen.items()
        if count > 1 and not look["bound"].search(words) and not look["weak"].match(words)
    ]
    return max(often, key=lambda words: (seen[words] * len(words), words), default="")


def _short(subject: str, outside: str, look: Look) -> str:
    """The short form of a subject: a part of it, or its first and last words, that stands often by itself."""
    rest, size = outside.replace(subject, "\n"), len(subject)
    parts = {subject[a:b] for a in range(size) for b in range(a + 3, size + 1)} - {subject}
    parts |= {subject[:2] + subject[-2:]} if size > 5 else set()
    often = {
        words: times * len(words)
        for words in parts
        if (times := rest.count(words)) >= FEWEST_TIMES and (len(words) > 3 or look["subject_ends"].search(words))
    }
    return max(often, key=lambda words: (often[words], words), default="")


def _slogans(whole: str, look: Look) -> Iterator[str]:
    """Phrases in quotation marks that come back, are built like slogans, or are said to be something's name."""
    times = Counter(look["quoted"].findall(whole))
    for found in look["quoted"].finditer(whole):
        words = found[0]
        before = whole[max(0, found.start() - 8) : found.start()]
        if len(words) > LONGEST_SLOGAN or look["no_slogan"].search(words) or look["said"].search(before):
            continue
        built = len(words) >= SHORTEST_SLOGAN and any(mark in words for mark in look.tongue.marks.soft)
        named = len(words) >= 3 and (look["named"].match(whole, found.end()) or look["calling"].search(before))
        if built or named or (times[words] >= FEWEST_TIMES and len(words) >= 3):
            yield words
