"""What the rules say about facts that cannot be so, or not beside one another."""

from __future__ import annotations

from drafter.catalogue import N_

NO_MONTH = (N_("there is no such day as {what} in {name}"), N_("write one that the calendar has"))
"""What is told of a day whose month is none."""
NEARLY = (
    N_("{name} says nearly the same as {other} in line {line}"),
    N_("say what is different, or make them one"),
)
"""What is told of items that differ in words without weight."""
DOUBTS: dict[str, tuple[str, str]] = {
    "weekday": (
        N_("{what} in {name} does not fit its date, which is a {right}"),
        N_("correct the date or the weekday"),
    ),
    "no-such-date": (N_("there is no such day as {what} in {name}: that month ends on {right}"), N_("correct the day")),
    "level": (
        N_("{what} in {name} is of another level than {meeting}"),
        N_("write {instead}, or correct the name of the meeting"),
    ),
    "two-names": (
        N_("{what} in {name} is called {other} in {in}, line {line}"),
        N_("use one name for one body"),
    ),
    "two-figures": (
        N_("{what} in {name} stands beside {other} in {in}, line {line}"),
        N_("if both count the same, correct one of them"),
    ),
    "later-than-whole": (
        N_("{what} in {name} is later than {other} in {in}, line {line}, by which everything is to be done"),
        N_("correct one of them, or say that the work goes on (长期, 持续)"),
    ),
    "no-comments": (N_("{name} is no Word file, and only those hold comments"), N_("use --format html for a page")),
    "not-fixable": (
        N_("the words of {name} stand otherwise in the file than they are read, so nothing can be written there"),
        N_("mend it by hand, or save it as a Word file or a plain text"),
    ),
    "untraced-figure": (
        N_("{what} stands neither in the brief that this draft was made from nor in its blueprint"),
        N_("look it up, and bring the brief up to date if it is right"),
    ),
    "same-item": (
        N_("{name} says the same as {other} in line {line}"),
        N_("remove one of them"),
    ),
}
