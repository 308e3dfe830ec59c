"""What the page of a finished text says beside the findings, and what a comment adds to one."""

from __future__ import annotations

from drafter.catalogue import N_

LANGUAGE = N_("en")
"""The language of the page's own words, as HTML names it."""
FINDINGS = N_("Findings")
OUTLINE = N_("Outline")
LENGTH = N_("{characters} characters, {minutes} minutes at {rate} a minute")
MINUTES = N_("{minutes} min")
WHOLE = N_("Of the whole text")
INSTEAD = N_("instead: {text}")
DROP = N_("take it out")
SEE = N_("see also {place}: {words}")
PARAGRAPH = N_("paragraph {n}")
NONE = N_("Nothing was found.")
BACK = N_("finding {n}, in the text")
FORTH = N_("finding {n}: {severity}")
SEE_PARAGRAPH = N_("see also paragraph {paragraph}: “{words}”")
