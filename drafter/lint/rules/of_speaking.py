"""What is told of a brief whose speech does not suit who holds it, or when.

# unlike-speaker

Words that somebody like this speaker does not say on such an occasion.

A guest gives no orders, a department commands no other, a pledge does not tell others what to do. The words are data of the packs
(`words/people.yaml`), by the slot that tells who speaks or where (讲话人身份, 场合) and by its answer. Of several wordings those with such
words are passed over; what is told is a text that has no other wording, and a fact that nobody hears because all its wordings have them.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [闸门要修好, 物资要足]
    场合: 客人

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [闸门要修好, 物资要足]
    场合: 本级会议

# out-of-season

A fact that speaks of a season as here or at hand, and on the day of the speech it surely is not.

Most often the fact comes from another month's file. The months of each season are those in which it can lie anywhere (`words/seasons.yaml`
of the packs); a fact that speaks of another year, or of another time than now, is not held against the date.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    日期: 2026-11-18
    要求: [当前正值汛期，值守不能断, 物资要足]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    日期: 2026-07-18
    要求: [当前正值汛期，值守不能断, 物资要足]
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "Brief")
