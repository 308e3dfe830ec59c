"""What the desk tells of figures in a brief that do not fit one another.

# part-over-whole

A fact whose quantity is larger than that of the whole that it is said to be part of.

What stands behind `｜共：` is the whole. One of the two figures is mistyped, or the remark belongs to another fact; a share or a
remainder that is computed from them would be wrong, too. Figures of other units, and rough ones that leave it open, are not compared.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [险库除险加固20座｜共：15座, 物资要足]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [险库除险加固8座｜共：15座, 物资要足]

# whole-without-figure

A remark ｜共： that has no quantity.

｜共： names the whole of which the fact is a part, and a share is computed from both. Words alone say nothing that a sentence could
take up; who works together belongs into the fact.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [险库除险加固8座｜共：水利、应急, 物资要足]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [险库除险加固8座｜共：15座, 物资要足]

# sum-over-total

A list whose items add up to more than the slot says that the blueprint names as its `total`.

Somebody who listens adds them up. Rough figures count with what they are at least; an item with two figures of the unit, or with one for
each year or household, is not counted.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    经费: 1亿元
    来源: [市级安排6000万元, 争取省级资金5000万元]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    经费: 1.1亿元
    来源: [市级安排6000万元, 争取省级资金5000万元]

# sum-under-total

A list whose items add up to less than the slot says that the blueprint names as its `total`.

Where the rest comes from is asked first. It is told only if every item has one exact figure and none takes the rest (其余, 缺口, `｜余`).

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    经费: 1亿元
    来源: [市级安排6000万元, 争取省级资金3000万元]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    经费: 1亿元
    来源: [市级安排6000万元, 争取省级资金3000万元, 其余由各县自筹]
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "Brief")
