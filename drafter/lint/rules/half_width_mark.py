"""A half-width mark in Chinese prose: , ; : ! ? . ( ) and straight quotes beside a Chinese character.

Half-width marks stand too close to what follows and look like a slip; in a printed speech they are one. Figures, times,
and words in Latin letters keep theirs.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - id: frame
          say: 今天开会!讲三件事.

Right:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - id: frame
          say: 今天9:30开会！到会1,200人。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.language.quotes import STRAIGHT, quotes
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.words import Words


def find(words: Words, options: Options) -> Iterator[Finding]:
    """The half-width marks beside a letter of a tongue that has wide ones."""
    letters, wide, text = words.tongue.usage.letters, words.tongue.marks.wide, words.masked
    if not letters or not wide or text.isascii():
        return
    inner = re.escape("".join(mark for mark in wide if mark != "."))
    single = rf"(?<=[{letters}])[{inner}] *|[{inner}] *(?=[{letters}])|(?<=[{letters}])\.(?![\w.]) *"
    for found in re.finditer(single, text):
        yield _finding(words, found.start(), found.end(), wide[found[0][0]])
    for left, right, due_left, due_right in words.tongue.usage.pairs:
        for found in re.finditer(_pair(left, right), text):
            if re.search(f"[{letters}]", text[max(0, found.start() - 1) : found.end()]):
                yield _finding(words, found.start(), found.start() + 1, due_left)
                yield _finding(words, found.end() - 1, found.end(), due_right)
    turned = quotes(text)
    for start, end, marks in turned.pairs if not turned.odd else ():
        if re.search(f"[{letters}]", text[max(0, start - 1) : end]):
            for at, due in zip((start, end), marks, strict=True):
                if text[at] in STRAIGHT:
                    yield _finding(words, at, at + 1, due)


def _pair(left: str, right: str) -> str:
    inside = re.escape(left + right)
    return rf"{re.escape(left)}[^{inside}\n]*{re.escape(right)}"


def _finding(words: Words, start: int, end: int, due: str) -> Finding:
    return Finding(words.prose, {"mark": words.masked[start], "due": due}, start, end, due)


RULE = Rule(
    name="half-width-mark",
    page=__doc__,
    says=N_("the mark {mark} is half-width"),
    mend=N_("write {due}"),
    of_words=find,
    facts_too=True,
)
