"""What the desk tells of a draft that came back.

# untraced-figure

A figure, a date or a body in a draft that came back, which neither its brief nor its blueprint has, nor any computation of both.

A draft takes every figure from its brief, so one that is new was put in by hand: perhaps it is right, and the brief is out of date; perhaps
it is a slip. It is looked for only in a Word file that records its brief. The same figure written otherwise (十二处 for 12处,
2026年6月底 for 6月底) is the same.
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "Text")
