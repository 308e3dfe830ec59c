"""Blueprint → a brief to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language import TONGUES, Tongue
from drafter.model.blueprint import Blueprint, Slot


def brief_template(blueprint: Blueprint, name: str) -> str:
    """A brief in which every slot is open, with its question, example and limits as comments."""
    words = TONGUES[blueprint.language].brief_words
    lines = [f"# {blueprint.title}"]
    lines += [f"# {line}" for line in blueprint.summary.split("\n") if line]
    lines += [f"# {words['how']}", f"blueprint: {name}"]
    for slot in (blueprint.slots[name] for name in blueprint.asked):
        lines += ["", *_slot(slot, TONGUES[blueprint.language], "")]
    return "\n".join(lines) + "\n"


def _slot(slot: Slot, tongue: Tongue, indent: str) -> Iterator[str]:
    yield f"{indent}# {_about(slot, tongue)}"
    if slot.example:
        yield f"{indent}# {tongue.brief_words['example'].format(' '.join(slot.example.split()))}"
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
        yield f"{indent}  {'  ' if n else ''}{_field_comment(field, tongue)}"
        for k, line in enumerate(_open(field, tongue, "")):
            yield f"{indent}  {'  ' if n or k else '- '}{line}"


def _field_comment(field: Slot, tongue: Tongue) -> str:
    comment = f"# {_about(field, tongue)}"
    if field.example:
        comment += f"　{tongue.brief_words['example'].format(' '.join(field.example.split()))}"
    return comment


def _about(slot: Slot, tongue: Tongue) -> str:
    """The question, and in brackets what is allowed."""
    words = tongue.brief_words
    notes = []
    unit = words["items" if slot.type == "list" else "size" if slot.type == "text" else "value"]
    if slot.min is not None:
        notes.append((words["at_least"].format(f"{slot.min:g}") + unit).strip())
    if slot.max is not None:
        notes.append((words["at_most"].format(f"{slot.max:g}") + unit).strip())
    if slot.type == "date":
        notes.append(words["date"])
    if slot.type == "flag":
        notes.append(words["flag"])
    if slot.choices:
        notes.append(words["choose"].format(words["or"].join(slot.choices)))
    if slot.default is not None:
        notes.append(words["default"].format(slot.default.text))
    if slot.missing == "omit":
        notes.append(words["omit"])
    text = " ".join((slot.ask or slot.name).split())
    left, right = words["brackets"][:1], words["brackets"][1:]
    return text + (left + words["comma"].join(notes) + right if notes else "")
