"""What the reader of briefs and the draft tell of facts.

# unfilled-slot

A fact that the blueprint asks for and the brief does not give.

`check` tells it; a draft marks the place. Whatever is set here, `--final` looks at the speech itself and refuses one with a gap.

Wrong:

    blueprint: meeting.yaml
    会议:

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议

# fact-not-said

A fact for a slot that the blueprint knows and no sentence of it says.

Briefs are shared by blueprints of one family, so the fact may be for another one; but nobody hears it in this speech.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    主办: 市水利局

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议

# item-not-said

An item of a list that is given and of which no sentence says anything, as it lacks a field without which nothing can be said.

Where the field is in the sentence itself it shows as a gap; where a condition asks for it, the item falls in silence.

# fact-left-out

A fact that the brief gives and that no sentence says any more, because `omit` takes away the nodes that would.

With 总体目标 left out as a section, the goals themselves are gone: nobody who reads the brief would expect that.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    人数: 120
    omit: [count]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    人数: 120

# repeats-beside

A fact that begins or ends with the words that stand beside it in the sentence.

The words are heard twice: 在全市防汛工作会议上的上的讲话.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议上的

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议

# mark-before-words

A fact that ends in a mark behind which its sentence goes on.

A 。；，or 、 at the end of a fact of one sentence is left out by itself where words follow; ！ and ？ say something, and of several
sentences it cannot be known where the writer wanted to stop. Both stand as they were typed, and are told.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议！

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议

# own-number

A fact that begins with a number or a bullet where the blueprint tells off no points.

Where it does, the fact's own 一是, 1、 or （1） gives way to the blueprint's; elsewhere it would stand in mid-sentence. `--fix` takes it
away.

Wrong:

    blueprint: meeting.yaml
    会议: 1、全市防汛工作会议

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议

# own-numbers

A fact that tells off points of its own, 一是…；二是…, where one point is due.

The sentence around it, or the number before it, was made for one point.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [责任要实, 物资要足；二是预警要早]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [责任要实, 物资要足, 预警要早]

# text-less-than-limit

A text with fewer characters than the slot's `min`.

Whoever wrote the blueprint found that so little does not say what the sentence needs.

Wrong:

    blueprint: meeting.yaml
    会议: 防汛会  # min: 4

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议

# text-more-than-limit

A text with more characters than the slot's `max`.

The sentence or heading around it was made for less.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛抗旱和森林草原防灭火工作会议  # max: 12

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议

# number-less-than-limit

A number below the slot's `min`.

Often a figure in another unit, or a digit too few.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    人数: 1  # min: 2

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    人数: 120

# number-more-than-limit

A number above the slot's `max`.

Often a figure in another unit, or a digit too many.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    人数: 12000  # max: 500

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    人数: 120

# list-less-than-limit

A list with fewer items than the slot's `min`.

One point that is told off by number sounds as if others were forgotten.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [责任要实]  # min: 2

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [责任要实, 物资要足]

# list-more-than-limit

A list with more items than the slot's `max`.

Nobody who only listens keeps them apart.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [责任要实, 物资要足, 预警要早, 值守要严]  # max: 3

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [责任要实, 物资要足]

# braces-in-fact

Braces in a fact, which a brief does not fill.

They would stand in the speech as they were typed.

Wrong:

    blueprint: meeting.yaml
    会议: 全市{{ 年 }}会议

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议

# no-such-occurrence

A setting for an occurrence of a node that never stands: the second time of what is said once.

It would change nothing.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    omit: ["greet[2]"]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    omit: [greet]

# no-place

Something of a brief that `drafter convert` leaves behind: the other blueprint has no place for it, or it does not fit there.

It is told once for each, where it stands in the old brief, which stays as it is; what is left behind is counted even where nothing is told.
A remark or `checks` in the old brief silences it.
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "Brief")
