"""The nodes of a speech in three versions: as its blueprint said them, as it says them now, and as a person does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from drafter.desk.draft import Draft
from drafter.model.manuscript import key_of
from drafter.model.occurrence import parsed
from drafter.review.segments import segments
from drafter.yamltext.data import at, data
from drafter.yamltext.tree import Document

Kind = Literal["same", "blueprint", "yours", "alike", "conflict"]
"""A node says what it said; the blueprint says it otherwise; a person does; both do, in the same words; both do, each in others."""


class Row(Struct, frozen=True, kw_only=True):
    """A node in three versions; an empty one says nothing."""

    kind: Kind
    """Who changed it."""
    key: str
    """The node with its occurrence, or the slot of a fact."""
    then: str = ""
    """As the blueprint said it."""
    now: str = ""
    """As the blueprint says it."""
    yours: str = ""
    """As a person says it."""
    setting: str = ""
    """Where the brief says that: overrides, omit, insert."""


def said(draft: Draft) -> dict[str, str]:
    """What every node of a draft says, without numbers, in the order of the speech."""
    found: dict[str, str] = {}
    for line in draft.manuscript.lines:
        own = segments(line)
        for n, part in enumerate(line.parts):
            words = "".join(one.text for one in own if one.part == n)
            key = key_of(part)
            found[key] = f"{found[key]}\n{words}" if key in found else words
    return found


def in_three(
    versions: tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]],
    own: Mapping[str, str],
    doc: Document,
    inside: Mapping[str, frozenset[str]],
) -> Iterator[Row]:
    """Every node in three versions; what a person says of a group is told for the group."""
    then, now, yours = versions
    told: set[str] = set()
    for key in dict.fromkeys((*now, *then, *own)):
        if key in told:
            continue
        by = next((one for one in own if one == key or _covers(one, key, inside)), "")
        several = [one for one in dict.fromkeys((*then, *now, *yours)) if one == by or _covers(by, one, inside)]
        told |= {*several, by} if by else {key}
        if by:
            yield _own_row(by, own[by], *(_joined(several, texts) for texts in versions))
        else:
            was, is_ = then.get(key, ""), now.get(key, "")
            yield Row(kind="same" if was == is_ else "blueprint", key=key, then=was, now=is_)
    added = data(at(doc.root, ("insert",)))
    for n, entry in enumerate(added if isinstance(added, list) else (), 1):
        text = str(entry.get("heading") or entry.get("say") or "") if isinstance(entry, dict) else ""
        yield Row(kind="yours", key=f"insert[{n}]", yours=text, setting="insert")


def _own_row(key: str, setting: str, then: str, now: str, yours: str) -> Row:
    """A node of which a person says something."""
    kind: Kind = "yours" if then == now else "alike" if yours == now else "conflict"
    return Row(kind=kind, key=key, then=then, now=now, yours=yours, setting=setting)


def own_nodes(doc: Document) -> Iterator[tuple[str, str]]:
    """The nodes of which a person says something else, or nothing, with the setting that says so."""
    for setting in ("overrides", "omit"):
        entries = data(at(doc.root, (setting,)))
        yield from ((str(key), setting) for key in (entries if isinstance(entries, dict | list) else ()))


def _covers(own: str, key: str, inside: Mapping[str, frozenset[str]]) -> bool:
    """Whether a node stands in another."""
    if not own:
        return False
    of, one = parsed(own), parsed(key)
    within = one.id in inside.get(of.id, ()) or one.id.startswith(f"{of.id}.")
    return within and one.numbers[: len(of.numbers)] == of.numbers


def _joined(keys: list[str], said: Mapping[str, str]) -> str:
    return "\n".join(said[key] for key in keys if said.get(key))
