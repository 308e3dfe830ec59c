"""What the page of distilled speeches says beside their words."""

from __future__ import annotations

from drafter.catalogue import N_

CUE = N_("told by “{words}”")
LIST = N_("list {name}: {n}, each with {fields}")
LEFT_OUT = N_("left out: {why}")
CUTS = N_("left out: {n}")
MENDED = N_("mended: {what}")
SLOTS = N_("slots")
VALUE = N_("what the speech says")
ASKED = N_("question")
ELSEWHERE = N_("where no heading stands above")
SEVERAL = N_(
    "What stands in one row does the same work. Grey words stand to the left, too; underlined ones are other than there."
)
ZONES = {"opening": N_("opening"), "emphases": N_("emphases"), "closing": N_("closing")}
