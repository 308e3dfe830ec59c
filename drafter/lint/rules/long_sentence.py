"""A sentence, or a stretch without a mark, that is too long to be spoken.

A speech is read aloud: what has no mark has no breath in it. Only words that are written out are counted, in characters
for Chinese and in words for English; lists that a filter joins have marks of their own.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - id: heads
          say: 各级各部门主要负责同志每个月都要至少安排一次由班子全体成员参加的专题会议研究整改工作。

Right:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - id: heads
          say: 各级各部门每月至少开一次班子会，专题研究整改工作，主要负责同志要亲自主持。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.words import Words, size, stretches


def find(words: Words, options: Options) -> Iterator[Finding]:
    """The stretches between two marks that are longer than they may be; of a long sentence only that."""
    tongue, marks = words.tongue, words.tongue.marks
    half = {due: mark for mark, due in marks.wide.items()}  # a slip that another rule tells
    sentence_ends = marks.sentence + "".join(half.get(mark, "") for mark in marks.sentence)
    clause_ends = tongue.usage.clause_ends + "".join(marks.wide)
    for start, sentence in stretches(words.masked, sentence_ends):
        parts = [(start, sentence, options["sentence"])]
        parts += [(start + at, part, options["clause"]) for at, part in stretches(sentence, clause_ends)]
        for at, part, most in parts:
            units = size(part, tongue)
            if most and units > most:
                yield Finding(words.prose, {"size": str(units), "limit": f"{most:g}"}, at, at + len(part))
                break


RULE = Rule(
    name="long-sentence",
    page=__doc__,
    says=N_("this is too long to be spoken: {size}, more than {limit}"),
    mend=N_("split it"),
    of_words=find,
    options={"clause": "longest_clause", "sentence": "longest_sentence"},
)
