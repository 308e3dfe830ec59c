"""A mark, a figure or a date that is typed as another: `--` for a dash, ２０２６ at full width, 二○二六年, a quote the wrong way round.

It looks nearly right on the screen and wrong on paper, and whoever searches for what was meant does not find it. What can mean something
else too, such as a short dash between two words, is told and left as it stands.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - id: frame
          say: ２０２６年我们抓得紧...抓得实--这就是“实干“。

Right:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - id: frame
          say: 2026年1月—3月，我们抓得紧……抓得实——这就是“实干”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.quotes import STRAIGHT, quotes
from drafter.language.slips import slips
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.words import Words

BLANK = re.compile(r"\s")


def find(words: Words, options: Options) -> Iterator[Finding]:
    """What the tongue lists as mistyped, and quotation marks that should turn the other way."""
    text = words.masked
    if text.isascii() or not words.tongue.usage.slips:
        return
    for slip in slips(text, words.tongue):
        yield _finding(words, slip.start, slip.end, slip.due, slip.sure)
    turned = quotes(text)
    for start, end, marks in turned.pairs if not turned.odd else ():
        for at, due in zip((start, end), marks, strict=True):
            if text[at] != due and text[at] not in STRAIGHT:
                yield _finding(words, at, at + 1, due, True)


def _finding(words: Words, start: int, end: int, due: str, sure: bool) -> Finding:
    facts = {"mark": BLANK.sub("␣", words.masked[start:end]), "due": due}
    return Finding(words.prose, facts, start, end, due if sure else None)


RULE = Rule(
    name="mistyped-mark",
    subject="File",
    page=__doc__,
    of_words=find,
    facts_too=True,
)
