"""A character that nobody sees: a zero-width blank, a soft hyphen, a mark that turns the text round; a tab inside a text.

It comes with words copied from a page or a chat. Words that hold one are not found by a search, are counted wrongly and may break anywhere.
Emoji and rare forms of a character keep theirs.

Wrong:

    drafter: 1
    speech:
      title: "讲\\u200b话"

Right:

    drafter: 1
    speech:
      title: 讲话
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.language.unseen import code_point, unseen
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.words import Words

BETWEEN_WORDS = re.compile(r"(?<=[!-~])\t+(?=[!-~])")
"""A tab that parts words of letters: a blank is meant."""


def find(words: Words, options: Options) -> Iterator[Finding]:
    """Every character that is not seen, and every tab."""
    text = words.prose.text
    for start, end in unseen(text):
        yield Finding(words.prose, {"what": code_point(text[start])}, start, end, "")
    for found in re.finditer("\t+", text):
        due = " " if BETWEEN_WORDS.match(text, found.start()) else ""
        yield Finding(words.prose, {"what": code_point("\t")}, found.start(), found.end(), due)


RULE = Rule(
    name="invisible-character",
    subject="File",
    page=__doc__,
    says=N_("the character {what} is not seen"),
    mend=N_("delete it"),
    of_words=find,
    facts_too=True,
)
