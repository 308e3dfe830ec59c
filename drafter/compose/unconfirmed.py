"""The words of a speech that may be last year's, known by the values they come from."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.language.computed import slots_of
from drafter.model.brief import Brief
from drafter.model.speech import Block, Headed, Inlines, Listed, Said, Speech, Strong, Text
from drafter.model.value import Unconfirmed

OWN = ("overrides.", "insert[")
"""How the places of texts begin that a person wrote in place of a node, or beside one."""
FRONT = ("title", "byline", "date", "salutation")


def with_unconfirmed(speech: Speech, brief: Brief) -> Speech:
    """The speech, each word that comes from an unconfirmed value knowing it."""
    if not brief.unconfirmed:
        return speech
    return _Marker(brief.unconfirmed).speech(speech)


class _Marker:
    """Knows what is unconfirmed."""

    def __init__(self, unconfirmed: tuple[Unconfirmed, ...]) -> None:
        self.by_slot: dict[str, Unconfirmed] = {}
        self.by_node = {_node(one.slot): one for one in unconfirmed if one.slot.startswith(OWN)}
        for one in unconfirmed:
            slot = one.slot
            while slot:  # a list that is told in one breath is as doubtful as one of its items
                self.by_slot.setdefault(slot, one)
                cut = max(slot.rfind("["), slot.rfind("."))
                slot = slot[:cut] if cut > 0 else ""

    def speech(self, speech: Speech) -> Speech:
        """The whole of it."""
        front = {name: self._inlines(getattr(speech, name), self._of(name)) for name in FRONT}
        zones = {name: tuple(map(self._block, getattr(speech, name))) for name in ("opening", "emphases", "closing")}
        return replace(speech, **front, **zones)

    def _of(self, id: str) -> Unconfirmed | None:
        """What a person wrote in place of a node."""
        return next(
            (one for key in (id, id.partition(".")[0], id.partition("[")[0]) if (one := self.by_node.get(key))), None
        )

    def _block(self, block: Block) -> Block:
        own = self._of(block.id)
        match block:
            case Said():
                return replace(block, inlines=self._inlines(block.inlines, own))
            case Listed():
                return replace(block, items=tuple(self._inlines(one, own) for one in block.items))
            case Headed():
                heading, blocks = self._inlines(block.heading, own), tuple(map(self._block, block.blocks))
                return replace(block, heading=heading, blocks=blocks)

    def _inlines(self, inlines: Inlines, own: Unconfirmed | None) -> Inlines:
        return tuple(
            replace(one, unconfirmed=own or self._told(one))
            if isinstance(one, Text)
            else replace(one, inlines=self._inlines(one.inlines, own))
            if isinstance(one, Strong)
            else one
            for one in inlines
        )

    def _told(self, text: Text) -> Unconfirmed | None:
        slots = (text.slot, *(slots_of(text.figure) if text.figure else ()))
        return next((one for slot in slots if (one := self.by_slot.get(slot))), None)


def _node(slot: str) -> str:
    """The node that such a text is."""
    return slot.removeprefix(OWN[0]) if slot.startswith(OWN[0]) else slot.partition(".")[0]
