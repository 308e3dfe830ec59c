"""English: small, but whole; it shows that nothing Chinese is wired in."""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from drafter.language.en_looks import FINDERS, READINGS
from drafter.language.en_next_year import NEXT_YEAR
from drafter.language.markup import BEHIND, PAIRED
from drafter.language.numerals import ARABIC, LETTERS, ROMAN_LETTERS
from drafter.language.schemes import Scheme, Schemes
from drafter.language.tongue import Form, Joiner, Mapper, Marks, Titles, Tongue
from drafter.language.usage import Usage

WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def words(n: int) -> str:
    """Numbers up to twelve in words, larger ones in digits."""
    return WORDS[n] if 0 <= n < len(WORDS) else str(n)


def full_date(day: date) -> str:
    """1 March 2026"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_name(text: str) -> str:
    """The short form that a name carries in brackets: Harbour Board (HB) → HB."""
    found = re.search(r"\(([^()]+)\)[.;,。；，、]*$", text)
    return found[1] if found else text


def begun(text: str) -> str:
    """The words as a sentence begins: with a capital."""
    return text[:1].upper() + text[1:]


COUNTED = r"(?:hundred|thousand|million|billion|per[ ]cent|people|households|hectares|km|miles|years|days)\b"
PLACEHOLDER = rf"""(?x)
      \[(?:TO[ ]COME|To[ ]come|[Ii]nsert|INSERT)[^\]\n]*\]
    | (?<![A-Za-z0-9]) 20 (?:\d[Xx]|[Xx]{{2}}) (?![A-Za-z0-9])
    | (?<![A-Za-z0-9]) (?: x{{2,}} (?![A-Za-z0-9]) | (?<=[$£€])X{{2,}} | \AX{{1,}}\Z | (?:X{{1,}}|N) (?=%|[ ]?{COUNTED}) )
    | (?!{PAIRED}) {BEHIND} (?<![*_]) (?:\*{{2,}}|_{{2,}}) | (?!\A[#]{{2,6}}[ ]) \#{{2,}} | \?{{2,}}
    | \([ ]+\)
    | \b (?:TODO|TBD|TBC|TBA) \b
    """


USAGE = Usage(
    pointing_back=r"(?:This|That) (?:example|case|lesson|judgement|view|point)\b|As I (?:just )?said",
    doubled=(
        (r"([,;:])\1+", r"\1"),
        (r"(?<!\.)\.\.(?!\.)", "."),
        (r"\b(a|an|and|of|the|to)\s+\1\b", r"\1"),
    ),
    promises=(rf"\b(?P<number>{'|'.join(WORDS[2:])})(?= (?:points|remarks|things|thoughts)\b)",),
    numbers={word: n for n, word in enumerate(WORDS)},
    promise="{{ emphases | words }}",
    clause_ends=",;:—()",
    longest_clause=32,
    longest_sentence=50,
    shortest_repeat=6,
)

EN = Tongue(
    next_year=NEXT_YEAR,
    code="en",
    schemes=Schemes(
        (
            Scheme("I. ", after=". ", numerals=ROMAN_LETTERS, rank=1),
            Scheme("A. ", after=". ", numerals=LETTERS, rank=2),
            Scheme("1. ", after=". ", numerals=ARABIC, rank=3),
            Scheme("(1) ", "(", ") ", ARABIC, rank=4),
            Scheme("First", after=", ", words=("First", "Second", "Third", "Fourth", "Finally"), beyond="(1) "),
        )
    ),
    space=" ",
    points=Form(". ", ". ", end="."),
    points_long=Form(". ", ". ", end="."),
    filters={
        "series": Joiner(Form(", ", " and ", last_taken=", and ", rest=" and {left} more")),
        "choices": Joiner(Form(", ", " or ", last_taken=", or ", rest=" or {left} more")),
        "semicolons": Joiner(Form("; ", "; and ", rest="; and {left} more")),
        "words": Mapper("number", "text", lambda n: words(cast(int, n))),
        "count": Mapper("list", "number", lambda items: len(cast(tuple[object, ...], items))),
        "date": Mapper("date", "text", lambda day: full_date(cast(date, day))),
        "year": Mapper("date", "text", lambda day: str(cast(date, day).year)),
        "short": Mapper("text", "text", lambda text: short_name(cast(str, text))),
        "sentence": Mapper("text", "text", lambda text: begun(cast(str, text))),
        **FINDERS,
    },
    readings=READINGS,
    date=full_date,
    gap="[TO COME: {}]",
    placeholder=PLACEHOLDER,
    placeholder_signs=frozenset("[xXN*_#?(T"),
    gap_note="To come: {ask} (slot {slot}, {file}, line {line})",
    gap_note_without_place="To come: {ask} (slot {slot}; the brief has no such entry yet)",
    left_note="Left out to fit the length: {what}",
    figure_note="Check this figure: {figure} (computed from {slots} of the brief)",
    brief_words={
        "how": "Fill in what you know; what stays empty is marked in the speech. Then run drafter draft with this file.",
        "remarks": "",
        "example": "e.g. {}",
        "at_least": "at least {}",
        "at_most": "at most {}",
        "items": " items",
        "size": " characters",
        "value": "",
        "date": "as 2026-03-18",
        "till": "by {}",
        "number": "digits only",
        "flag": "yes or no",
        "choose": "one of {}",
        "default": "{} if left empty",
        "omit": "may stay empty",
        "subject": "Which class of work it is; told by the facts if left out",
        "comma": ", ",
        "or": ", ",
        "brackets": " ()",
    },
    question_ends=(),
    label_cuts="?(;",
    marks=Marks(
        soft=".;,:",
        strong="!?…",
        wide={"。": ".", "；": ";", "，": ",", "、": ",", "：": ":"},
        closing="”’)\"'",
        sentence=".!?…",
        kept=(".,", ".;", ".:", "…,", "?!"),
        own=".;,",
        leading=",;:",
        abbreviated=r"(?:\b(?:Inc|Ltd|Co|Corp|St|Dr|Mrs?|Ms|No|Jr|Sr|etc|vs)|\b[A-Za-z]|\.[A-Za-z]+)\.$",
    ),
    truth={"yes": True, "no": False, "true": True, "false": False},
    heading_stop=". ",
    heading_colon="",
    rate=130,
    rates=(100, 180),
    unit="words",
    titles=Titles(
        before=("of ", "at ", "on ", "in ", "for ", "to ", "by ", "with ", "and ", "from "),
        leads=(
            " of ",
            " at ",
            " on ",
            " in ",
            " for ",
            " to ",
            " by ",
            " with ",
            " and ",
            " from ",
            " the ",
            " a ",
            " an ",
        ),
    ),
    usage=USAGE,
)
