"""A fact that still holds what an old speech had in its place: 某某, XX, 【待补充】.

The reader of briefs tells it, so that `drafter draft` says it, too.

Wrong:

    blueprint: meeting.yaml
    会议: 全市XX工作会议

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.rule import Options, Rule
from drafter.lint.texts.reading import Fault, Reading


def find(reading: Reading, options: Options) -> Iterator[Fault]:
    """What people leave in a text where a fact belongs."""
    pattern, signs = re.compile(reading.tongue.placeholder), reading.tongue.placeholder_signs
    for n, text in enumerate(reading.open):
        if not signs.isdisjoint(text):
            for found in pattern.finditer(text):
                around = text[max(0, found.start() - 6) : found.end() + 6].strip()
                yield Fault(n, *found.span(), {"name": around, "what": found[0]})


RULE = Rule(name="placeholder", subject="Brief", page=__doc__, of_text=find)
