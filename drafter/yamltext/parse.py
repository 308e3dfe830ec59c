"""Text → Document: read again after each line that YAML cannot read, mended in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import yaml
from yaml import tokens

from drafter.problem import MOST_TOLD, Place, Problem, counted
from drafter.yamltext import hints
from drafter.yamltext.builder import Builder, Stop, parser
from drafter.yamltext.repairs import Repairs
from drafter.yamltext.tree import Document, Node

LONGEST_REPAIRED = 100_000
"""Characters of a text that is read anew after every repair."""
MOST_REPAIRS = 20
"""Lines with syntax errors reported in one run."""


def parse(text: str, file: str, problems: Iterable[Problem] = ()) -> Document:
    """The document in `text`, in which `problems` were found before, with everything that is wrong with its YAML.

    After a line that YAML cannot read, the rest is read as if that line's value were empty, so that
    one run reports every such line.
    """
    root, found = _parsed(text, file)
    return Document(text, file, root, (*problems, *found))


def _parsed(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    repairs = Repairs(text, file)
    odd = tuple(hints.before_parsing(repairs.lines)) if hints.has_odd_lines(text) else ()
    problems = list(counted((repairs.problem(slip) for slip in odd), MOST_TOLD))
    if not all(slip.end >= 0 and repairs.mend(slip) for slip in odd):
        return None, tuple(problems)
    last = ("", -1)
    for _ in range(MOST_REPAIRS if len(text) <= LONGEST_REPAIRED else 2):
        builder = Builder(repairs)
        try:
            root = builder.document()
        except Stop as stop:
            slip, go_on = stop.slip, stop.slip.rule in hints.REPAIRABLE
        except yaml.MarkedYAMLError as error:
            from drafter.yamltext.blame import blamed  # most files need nobody to blame

            slip, go_on = blamed(repairs.lines, error), True
        except yaml.YAMLError:  # a character that no YAML file may hold
            return None, (*problems, Problem("unknown-encoding", Place(file)))
        else:
            return root, (*problems, *builder.problems)
        if odd:  # the mend of the indentation was a guess, and what follows from it may be one
            return None, tuple(problems)
        again, last = (slip.rule, slip.line) == last, (slip.rule, slip.line)
        problems += [*builder.problems, *(() if again and slip.end < 0 else (repairs.problem(slip),))]
        if not go_on or not (repairs.empty(slip.line) if again and slip.end < 0 else repairs.mend(slip)):
            return None, tuple(problems)
    return None, tuple(problems)


def scan(text: str) -> Iterator[tuple[tokens.Token, int, int]]:
    """The tokens of a text that can be read, each with the stretch that it takes."""
    reading = parser(text)
    while (token := reading.get_token()) is not None and not isinstance(token, tokens.StreamEndToken):
        yield token, token.start_mark.index, token.end_mark.index
