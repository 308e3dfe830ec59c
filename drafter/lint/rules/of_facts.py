"""What is told of facts by what they say: remarks behind them, days that have gone by, their form, the class of work.

# unknown-remark

A bar in a fact behind which no remark stands.

Behind ｜ a writer says something of a fact: 难, 因, 疑, 答, 共, 简, 先 with words, 急, 重, 余 without (docs/facts.md). What stands
there and is none of these is neither said nor looked at.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议｜难点：人手不够

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议｜急

# empty-remark

A remark that needs words and has none.

｜难 alone does not tell what is hard, so no sentence can take it up.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议｜难

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议

# remark-not-said

A remark whose words no sentence of the speech says.

What stands behind ｜ is said only where the blueprint has a sentence for it: a cause of a goal may have none. So that nothing is lost
unseen, it is told; `drafter ask` offers only those that are taken up.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [备足沙袋｜难：仓库小, 修好闸门]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [备足沙袋，仓库小就分存到村, 修好闸门]

# nothing-found

A sentence that must be said looks for something in a fact, and the fact does not say it.

A plain text is always said, so there is a gap where a filter or a reading finds nothing: units that cannot be compared, a day that is over,
a fact without a figure. Mend the fact, or let the blueprint say something else then: in a list under `say` the sentence is left out.

# deadline-past

A deadline that lies before the day of the speech, and nothing beside it says that it is kept.

Most often the meeting was put off, or the fact comes from last month's file. A fact that says 已 or 完成了 is told as done; in an item with
several fields it is enough if one of them says so. Days more than a year back are history, not deadlines. `drafter check --facts` shows
which day was read.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    日期: 2026-03-18
    要求: [3月1日前备足沙袋, 汛期前修好闸门]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    日期: 2026-03-18
    要求: [3月1日前已备足沙袋, 汛期前修好闸门]

# fact-form

A fact of another form than the one that its sentence needs.

A blueprint says with `form` on a slot what its sentence takes: 动宾 (封堵排污口12处), 时限+动宾 (6月底前封堵排污口12处),
分句 (排污口全部封堵), 名词 (排污口整治工程), 的字 (偷排直排的). What form a fact has is read from its words; where that is not sure,
nothing is told. Where only the order of the words has to change, the line is told as it should stand, and `drafter check --fix`
writes it: a deadline goes in front or behind, and what is acted on behind its verb.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    措施:
      - 6月底前，67个直排口全部封堵

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    措施:
      - 6月底前全部封堵67个直排口

# unknown-subject

A class of work under `subject` that neither the words of the packs nor the blueprint have.

No wording is for it, so the speech is as if none were named, and none is guessed.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    subject: 老旧校区

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    subject: 老旧小区
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "Brief")
