"""A mark or a word typed twice, or two marks where one should stand.

The second one is left over from an edit; nobody hears it, everybody sees it. Where a fact meets the sentence the tool
settles the marks itself; this is about what is written out.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: frame, say: 今天召开全市的的大会。。}

Right:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: frame, say: 今天召开全市的大会……大家的的确确辛苦了。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.words import Words


def find(words: Words, options: Options) -> Iterator[Finding]:
    """What the tongue lists as typed twice; the pattern listed first tells of a spot."""
    told: set[int] = set()
    for pattern, due in words.tongue.usage.doubled:
        for found in re.finditer(pattern, words.masked):
            spot = range(found.start(), found.end())
            if told.isdisjoint(spot):
                told.update(spot)
                text = None if due is None else found.expand(due)
                yield Finding(words.prose, {"text": found[0]}, found.start(), found.end(), text)


RULE = Rule(
    name="doubled-mark",
    page=__doc__,
    says=N_("{text} stands where one is enough"),
    mend=N_("keep one"),
    of_words=find,
    facts_too=True,
)
