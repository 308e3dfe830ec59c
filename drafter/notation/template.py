"""Blueprint → a brief to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language import TONGUES, Tongue
from drafter.language.asking import example, question
from drafter.model.blueprint import Blueprint, Slot
from drafter.notation.written import scalar


def brief_template(blueprint: Blueprint, name: str) -> str:
    """A brief in which every slot is open, with its question, example and limits as comments."""
    words = TONGUES[blueprint.language].brief_words
    lines = [f"# {' '.join(blueprint.title.split())}"]
    lines += [f"# {line}" for line in blueprint.summary.splitlines() if line]
    lines += [f"# {words['how']}", f"blueprint: {scalar(name, flow=False)}"]
    for slot in (blueprint.slots[name] for name in blueprint.asked):
        lines += ["", *_slot(slot, TONGUES[blueprint.language], "")]
    return "\n".join(lines) + "\n"


def _slot(slot: Slot, tongue: Tongue, indent: str) -> Iterator[str]:
    yield f"{indent}# {question(slot, tongue)}"
    if slot.example:
        yield f"{indent}# {example(slot, tongue)}"
    yield from _open(slot, tongue, indent)


def _open(slot: Slot, tongue: Tongue, indent: str) -> Iterator[str]:
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
        for k, line in enumerate(_open(field, tongue, "")):
            yield f"{indent}  {'  ' if n or k else '- '}{line}"
