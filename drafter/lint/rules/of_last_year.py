"""What is told of a brief that was last year's.

# unconfirmed

A value that a comment beside it calls unconfirmed: 待核, or unconfirmed.

`drafter next` and `drafter distil --next` write the comment at every value of last year's brief. It goes with the value when
somebody corrects that, or by itself where the value still holds. Whatever is set here, `--final` refuses a brief that has one.

Wrong:

    blueprint: meeting.yaml
    会议: 2026年防汛会  # 待核：去年；今年可能是 2027年防汛会

Right:

    blueprint: meeting.yaml
    会议: 2027年防汛会

# promise-open

What last year's brief promised, in the list `promised`, until its line is taken out.

Whoever said that 67 outlets would be closed is asked how many were. The answer belongs among the facts, where the speech tells it.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    promised:
      - 5月底前加固病险水库12座

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "Brief")
