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

from drafter.lint.rule import Rule

RULE = Rule(name="placeholder", subject="Brief", page=__doc__)
