"""Signs of Markdown or HTML in a fact: **重要**, ## 会议, <b>, &nbsp;.

A fact is plain text: `**` sets words bold in the prose of a blueprint and in `overrides` and `insert`, nowhere else. What is left
open has no second sign behind it: 李**, XX, 某某.

Wrong:

    blueprint: meeting.yaml
    会议: 全市**防汛**工作会议

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.language.markup import markup
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.words import Words


def find(words: Words, options: Options) -> Iterator[Finding]:
    """Every sign, or pair of them; one that may be a blank to be filled in is left to its author."""
    for start, end, plain in markup(words.prose.text):
        what = words.prose.text[start:end]
        yield Finding(words.prose, {"what": what.strip()}, start, end, None if what.startswith("__") else plain)


RULE = Rule(
    name="markup-in-fact",
    subject="Brief",
    page=__doc__,
    says=N_("{what} is printed as it stands: a fact is plain text, without Markdown or HTML"),
    mend=N_("leave out the signs"),
    of_words=find,
)
