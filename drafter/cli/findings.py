"""The problems that `check` found, as people and as other programs read them."""

from __future__ import annotations

import json as _json
import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from drafter import __version__
from drafter.catalogue import _, ngettext
from drafter.problem import Problem
from drafter.sentences import as_data, report, sentence, visible

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def text(found: Sequence[Problem]) -> str:
    """One a line, then how many."""
    errors = sum(1 + problem.more for problem in found if problem.severity == "error")
    warnings = sum(1 + problem.more for problem in found) - errors
    counts = (
        ngettext("{n} error", "{n} errors", errors).format(n=errors),
        ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
    )
    return "\n".join([*(report(problem, _) for problem in found), ", ".join(counts)])


def json(found: Sequence[Problem]) -> str:
    """A list of objects."""
    return _json.dumps([as_data(problem, _) for problem in found], ensure_ascii=False, indent=2)


def github(found: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a change."""
    return "\n".join(
        f"::{problem.severity} file={_property(problem.place.file)},line={problem.place.line}"
        f",col={problem.place.column},title={_property(problem.rule)}::{_escaped(sentence(problem, _))}"
        for problem in found
    )


def sarif(found: Sequence[Problem]) -> str:
    """A log in the Static Analysis Results Interchange Format 2.1.0."""
    rules = [{"id": rule} for rule in sorted({problem.rule for problem in found})]
    run = {
        "tool": {"driver": {"name": "drafter", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in found],
    }
    return _json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(problem: Problem) -> dict[str, object]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column}
    where = {"artifactLocation": {"uri": _uri(place.file)}, "region": region}
    return {
        "ruleId": problem.rule,
        "level": problem.severity,
        "message": {"text": sentence(problem, _)},
        "locations": [{"physicalLocation": where}],
    }


def _uri(file: str) -> str:
    """A file as a URI: seen from the working folder, or whole; its name may be of any bytes."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(file.replace(os.sep, "/")))


def _escaped(text: str) -> str:
    """A message without the characters that would end its command."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
