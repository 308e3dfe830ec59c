"""A quotation mark or a bracket that has no partner.

Straight quotes and quotes turned the wrong way are mended in pairs; where one is odd, all of the paragraph are left as they stand.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: frame, say: 今天讲“实干二字（上午讲完。}

Right:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: frame, say: 今天讲“实干”二字（上午讲完）：1）真干；2）实干。}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language.quotes import quotes, unpaired
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.words import Words

SHOWN = 24
"""Characters with which the place is shown."""


def find(words: Words, options: Options) -> Iterator[Finding]:
    """The marks without a partner, where the tongue has wide ones."""
    text = words.masked
    if text.isascii() or not words.tongue.usage.letters:
        return
    for at in sorted((*quotes(text).odd, *unpaired(text))):
        shown = words.prose.text[max(0, at - SHOWN // 2) :][:SHOWN].strip()
        yield Finding(words.prose, {"mark": text[at], "text": shown}, at, at + 1)


RULE = Rule(
    name="odd-quote",
    subject="File",
    page=__doc__,
    of_words=find,
    facts_too=True,
)
