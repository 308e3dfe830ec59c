"""What is said of two speeches beside each other, on a terminal and on a page."""

from __future__ import annotations

from drafter.catalogue import N_

KINDS = {
    "changed": N_("changed"),
    "added": N_("added"),
    "deleted": N_("deleted"),
    "moved": N_("moved"),
    "parted": N_("parted"),
    "joined": N_("joined"),
}
"""What became of paragraphs."""
FACTS = N_("facts")
SAME = N_("{before} and {after} say the same")
BETWEEN = N_("{before} → {after}")
BESIDE = N_("in tables and text boxes")
MOVED_HERE = N_("stood at {n}")
MOVED_AWAY = N_("stands at {n} now")
NUMBERS = N_("paragraph {before} → {after}")
FOLDED = N_("paragraphs that are the same: {n}")
