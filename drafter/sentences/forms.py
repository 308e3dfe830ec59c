"""What the rules say about what facts are made of."""

from __future__ import annotations

from drafter.catalogue import N_

FORM = N_("{name} is a {form}, and its sentence needs {forms}")
AS_EXAMPLE = (FORM, N_("put it so that it is one, such as {line}"))
"""Of a fact that cannot surely be put into another form."""
OWN_SUBJECT = (N_("{name} has a subject of its own, and its sentence needs {forms}"), N_("write for example: {line}"))
"""Of a clause that only its writer can put under a verb."""
FORMS: dict[str, tuple[str, str]] = {
    "not-a-due": (
        N_("{name} should be only the day by which something is due, not {value}"),
        N_("write it as one of these: {examples}"),
    ),
    "not-a-quantity": (
        N_("{name} should be only a quantity, a figure with its unit, not {value}"),
        N_("write it as one of these: {examples}"),
    ),
    "form-without-text": (N_("{name} cannot have a form: only a text can, or a list of texts"), N_("remove `form`")),
    "fact-form": (FORM, N_("write: {line}")),
}
