"""Files to begin with: a brief to fill in, a small blueprint, or a child that shows what may be changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.language import TONGUES, Tongue
from drafter.language.asking import example, question
from drafter.language.sketches import ALONE, CHILD
from drafter.model.blueprint import Blueprint, Enumeration, Node, Passage, Section, Slot, every
from drafter.model.move import MOVES
from drafter.yamltext.written import scalar

LONGEST = 24
"""Characters shown of a node's words."""
A_ROW = 16
"""Classes of work in a line."""


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
        case Passage(wordings=said) | Section(headings=said):
            return said[0].prose.text if said else ""
        case Enumeration(scheme=scheme):
            return scheme.strip()


def brief_template(blueprint: Blueprint, name: str, subjects: Sequence[str] = ()) -> str:
    """A brief in which every slot is open, with its question, example and limits as comments; a class of work may be named."""
    words = TONGUES[blueprint.language].brief_words
    lines = [f"# {' '.join(blueprint.title.split())}"]
    lines += [f"# {line}" for line in blueprint.summary.splitlines() if line]
    lines.append(f"# {words['how']}")
    if subjects:
        marks = [
            f"｜{mark}：…" if worded else f"｜{mark}" for mark, worded in TONGUES[blueprint.language].remarks.items()
        ]
        lines.append(f"# {words['remarks'].format(' '.join(marks))}")
    lines += [f"blueprint: {scalar(name, flow=False)}"]
    if subjects:
        rows = (words["or"].join(subjects[n : n + A_ROW]) for n in range(0, len(subjects), A_ROW))
        lines += ["", f"# {words['subject']}", *(f"#   {row}" for row in rows), "# subject:"]
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
