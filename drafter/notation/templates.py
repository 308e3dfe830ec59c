"""Files to begin with: a brief to fill in, a small blueprint, or a child that shows what may be changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.language import TONGUES, Tongue
from drafter.language.asking import example, question
from drafter.model.blueprint import Blueprint, Enumeration, Node, Passage, Section, Slot, every
from drafter.model.move import MOVES
from drafter.yamltext.written import scalar

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
LONGEST = 24
"""Characters shown of a node's words."""


def skeleton(title: str, language: str) -> str:
    """A whole small blueprint."""
    return ALONE[language].format(title=scalar(title, flow=False))


def child_skeleton(title: str, parent: Blueprint, name: str) -> str:
    """A child of a blueprint that is called by `name`."""
    zones = {"opening": parent.opening, "emphases": parent.emphases, "closing": parent.closing}
    nodes = every(node for zone in zones.values() for node in zone)
    passages = [node.id for node in nodes if isinstance(node, Passage)] or ["x"]
    head = CHILD[parent.language].format(
        title=scalar(title, flow=False),
        parent=scalar(name, flow=False),
        parent_title=" ".join(parent.title.split()),
        slot=next(iter(parent.slots), "x"),
        node=passages[0],
        last=passages[-1],
    )
    lines = [
        line
        for zone, nodes in zones.items()
        if nodes
        for line in (f"#   {zone}", *_listed(nodes, "#     ", parent.language))
    ]
    return head + "\n".join([*lines, ""])


def _listed(nodes: Iterable[Node], indent: str, language: str) -> Iterator[str]:
    for node in nodes:
        words = " ".join(_words(node).split())
        said = words if len(words) <= LONGEST else words[:LONGEST] + "…"
        move = MOVES.get(node.move, "") if language == "zh" else " ".join(node.move.split())
        yield "  ".join(filter(None, (indent + node.id, move, said)))
        if isinstance(node, Section):
            yield from _listed(node.body, indent + "  ", language)


def _words(node: Node) -> str:
    match node:
        case Passage(wordings=proses) | Section(headings=proses):
            return proses[0].text if proses else ""
        case Enumeration(scheme=scheme):
            return scheme.strip()


def brief_template(blueprint: Blueprint, name: str) -> str:
    """A brief in which every slot is open, with its question, example and limits as comments."""
    words = TONGUES[blueprint.language].brief_words
    lines = [f"# {' '.join(blueprint.title.split())}"]
    lines += [f"# {line}" for line in blueprint.summary.splitlines() if line]
    lines += [f"# {words['how']}", f"blueprint: {scalar(name, flow=False)}"]
    for slot in (blueprint.slots[name] for name in blueprint.asked):
        lines += ["", *_asked(slot, TONGUES[blueprint.language], "")]
    return "\n".join(lines) + "\n"


def _asked(slot: Slot, tongue: Tongue, indent: str) -> Iterator[str]:
    yield f"{indent}# {question(slot, tongue)}"
    if slot.example:
        yield f"{indent}# {example(slot, tongue)}"
    yield from _empty(slot, tongue, indent)


def _empty(slot: Slot, tongue: Tongue, indent: str) -> Iterator[str]:
    """The slot's key with nothing after it; a list shows one open item."""
    yield f"{indent}{slot.name}:"
    if slot.type != "list":
        return
    if not slot.fields:
        yield f"{indent}  -"
        return
    for n, field in enumerate(slot.fields):
        comment = "　".join(filter(None, (question(field, tongue), example(field, tongue))))
        yield f"{indent}  {'  ' if n else ''}# {comment}"
        for k, line in enumerate(_empty(field, tongue, "")):
            yield f"{indent}  {'  ' if n or k else '- '}{line}"
