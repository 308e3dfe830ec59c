"""Blueprints to begin with, by tongue: a whole small one, and what a child's file says around its parent's words."""

from __future__ import annotations

ALONE = {
    "zh": """\
# 结构蓝图：换上自己的待填项和句子；写完用 drafter check 检查，用 drafter blueprint show 看全貌。
drafter: 1
title: {title}
summary: 用在什么会上，由谁来讲，讲给谁听。
language: zh

slots:
  会议: {{ask: 会议全称, example: 全市招商引资工作会议, max: 40}}
  日期: {{type: date, ask: 会议日期}}
  讲话人: {{ask: 讲话人姓名, missing: omit}}
  事项: {{type: list, of: text, ask: 要办的几件事, example: 摸清在谈项目底数}}

speech:
  title: 在{{{{ 会议 }}}}上的讲话
  byline: "{{{{ 讲话人 }}}}"
  date: "{{{{ 日期 }}}}"
  salutation: 同志们：

  opening:
    - id: frame
      move: meeting_frame
      say: 今天开这个会，是要把该办的事定下来，把办事的人定下来。
      # 同样的意思可以有几种说法，用哪一种由编号和种子决定
      or:
        - 把大家请来，就为商量两件事：办什么，谁来办。
    - id: transition
      move: transition
      say: 下面，我讲{{{{ emphases | 汉字 }}}}点意见。

  # 这里的每一个节点是一个要点，序号自动编排
  emphases:
    - id: meaning
      move: significance
      heading: 看清形势，想到一处
      body:
        - id: meaning-why
          say: 早一天动手就早一天主动，这一点大家心里要有数。
    - id: work
      move: measures
      heading: 分清轻重，一件一件办
      body:
        - id: work-lead
          say: 眼下要办{{{{ 事项 | 项数 | 汉字 }}}}件事。
        - id: work-points
          enumerate: 一是
          each: 事项
          say: "{{{{ item }}}}"

  closing:
    - id: exhort
      move: exhortation
      say: 同志们，话说到这里，剩下的就看行动。散会以后，各自回去开工！
""",
    "en": """\
# A blueprint: put your own slots and sentences in; `drafter check` checks it, `drafter blueprint show` shows the whole.
drafter: 1
title: {title}
summary: On what occasion, by whom, to whom.
language: en

slots:
  meeting: {{ask: What is the meeting called, example: the annual meeting of the harbour board}}
  date: {{type: date, ask: When is it held}}
  speaker: {{ask: Who speaks, missing: omit}}
  tasks: {{type: list, of: text, ask: What is to be done, example: count the moorings}}

speech:
  title: Words at {{{{ meeting }}}}
  byline: "{{{{ speaker }}}}"
  date: "{{{{ date }}}}"
  salutation: "Ladies and gentlemen,"

  opening:
    - id: frame
      move: meeting_frame
      say: We are here to settle what is to be done and who will do it.
      # the same may be said in several ways; id and seed choose
      or:
        - Two questions brought us here, what to do and who is to do it.
    - id: transition
      move: transition
      say: I have {{{{ emphases | words }}}} things to say.

  # every node here is a numbered point; the numbers come by themselves
  emphases:
    - id: meaning
      move: significance
      heading: See where we stand
      body:
        - id: meaning-why
          say: What is begun early is done in peace.
    - id: work
      move: measures
      heading: Do one thing after another
      body:
        - id: work-lead
          say: There are {{{{ tasks | count | words }}}} things to do.
        - id: work-points
          enumerate: First
          each: tasks
          say: "{{{{ item }}}}"

  closing:
    - id: exhort
      move: exhortation
      say: Enough said. Let us begin tomorrow.
""",
}
CHILD = {
    "zh": """\
# 子蓝图：没有写到的，一律照《{parent_title}》（{parent}）。下面加了 # 的是样例，去掉 # 并换成自己的内容就能用。
drafter: 1
title: {title}
extends: {parent}
# slots:
#   {slot}: {{example: 换一个例子}}
#   新的待填项: {{ask: 问什么}}
# override:
#   {last}: {{move: exhortation}}
#   {last}.say: 换一种说法。
# remove: [{node}]
# insert:
#   - after: {node}
#     node: {{id: added, when: 新的待填项, say: 加一段话。}}
#   - into: closing
#     node: {{id: added-last, say: 最后再加一段。}}

# 可以改写、删去或用来定位的节点（编号、语步、开头几个字）：
""",
    "en": """\
# A child: whatever is not written here is as in “{parent_title}” ({parent}). Lines behind a # are samples: take it away.
drafter: 1
title: {title}
extends: {parent}
# slots:
#   {slot}: {{example: another example}}
#   another: {{ask: What to ask}}
# override:
#   {last}: {{move: exhortation}}
#   {last}.say: Other words.
# remove: [{node}]
# insert:
#   - after: {node}
#     node: {{id: added, when: another, say: One more passage.}}
#   - into: closing
#     node: {{id: added-last, say: And a last one.}}

# The nodes that may be overridden, removed, or named as a place (id, move, first words):
""",
}
