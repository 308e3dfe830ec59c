"""A sign that a character was lost: U+FFFD, the place of an object, a character of one font only.

Whoever opens the document sees a box or a question mark there. What stood in its place only its author knows.

Wrong:

    drafter: 1
    speech:
      title: 讲\ufffd话

Right:

    drafter: 1
    speech:
      title: 讲话
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language.unseen import code_point, lost
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.words import Words


def find(words: Words, options: Options) -> Iterator[Finding]:
    """Every character that was lost."""
    for at in lost(words.prose.text):
        yield Finding(words.prose, {"what": code_point(words.prose.text[at])}, at, at + 1)


RULE = Rule(
    name="lost-character",
    subject="File",
    page=__doc__,
    of_words=find,
    facts_too=True,
)
