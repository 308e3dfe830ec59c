"""Facts of another form than their sentences need."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.desk.draft import Draft
from drafter.desk.overdue import slotted
from drafter.expression.evaluate import bare
from drafter.language import TONGUES
from drafter.model.expression import Prose
from drafter.model.value import Fact
from drafter.notation.original import Original
from drafter.problem import Edit, Problem
from drafter.sentences.forms import AS_EXAMPLE, OWN_SUBJECT
from drafter.yamltext.data import at, path_of
from drafter.yamltext.tree import Scalar


def misformed(draft: Draft, original: Original) -> Iterator[Problem]:
    """A warning for every fact whose form is known and is none that its slot asks for, with the line that would be right."""
    tongue, knows = TONGUES[draft.blueprint.language], draft.knows
    reading = tongue.readings.get(tongue.form_reading)
    if reading is None or tongue.reformed is None:
        return
    for slot, fact in slotted(draft.brief, draft.blueprint):
        plain = bare(fact, tongue) if slot.form and not fact.holes else None
        found = reading.find(plain, knows) if isinstance(plain, Fact) else None
        if not isinstance(plain, Fact) or not isinstance(found, Fact) or found.value in slot.form:
            continue
        facts = {"name": fact.slot, "form": found.text, "forms": "/".join(slot.form)}
        line = tongue.reformed(plain.text, slot.form, knows) if found.value else ""
        place = draft.place(fact.slot)
        if not line and (choice := tongue.offered(plain.text, slot.form, knows)):
            yield Problem("fact-form", place, {**facts, "line": choice}, "warning", says=OWN_SUBJECT)
            continue
        if not found.value:
            continue
        if line:
            edit = _edit(draft, fact.slot, plain.text, line, original)
            yield Problem("fact-form", place, {**facts, "line": line}, "warning", edit)
        else:
            example = tongue.forms[slot.form[0]]
            yield Problem("fact-form", place, {**facts, "line": example}, "warning", says=AS_EXAMPLE)


def _edit(draft: Draft, slot: str, text: str, line: str, original: Original) -> Edit | None:
    """The change of a fact in its file; what its writer says behind a bar stays."""
    node = at(draft.document.root, path_of(slot)) if draft.document else None
    start = node.text.find(text) if isinstance(node, Scalar) else -1
    if not isinstance(node, Scalar) or start < 0:
        return None
    return original.edit(Prose(node.text, (node.text,), node.place), start, start + len(text), line)
