"""Characters and signs of a brief that would be printed though nobody wants them; a draft tells no more of what facts are looked at for."""

from __future__ import annotations

import re

from drafter.language.unseen import lost, unseen
from drafter.model.blueprint import Blueprint
from drafter.problem import Problem, stop_on_errors
from drafter.yamltext.tree import Document

MAY_HOLD_SIGNS = re.compile(r"[*_~`\\\t]|: *['\"]?#|</?[a-z]|\]\(|&[a-z#]")
"""What a brief has that holds a tab, an escape, or signs of Markdown or HTML."""


def signs_in(doc: Document, blueprint: Blueprint) -> tuple[Problem, ...]:
    """The warnings of them, as the brief wants it; raises InputError where it calls one an error."""
    if not (MAY_HOLD_SIGNS.search(doc.text) or any(unseen(doc.text)) or any(lost(doc.text))):
        return ()
    from drafter.lint import signs_in as found
    from drafter.notation.original import Original

    told = found(blueprint, Original(doc))
    stop_on_errors(told)
    return told
