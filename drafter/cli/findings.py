"""The problems that `check` found, as people and as other programs read them."""

from __future__ import annotations

import json as _json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from drafter import __version__
from drafter.catalogue import _, ngettext
from drafter.desk.rule_pages import RulePage, rule_page
from drafter.problem import Place, Problem
from drafter.sentences import as_data, report, sentence, visible

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
WORD = ".docx"
"""Where a line is a paragraph, which no other program counts: what it shows is the words."""
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
"""Severities as SARIF names them."""
COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
"""Severities as GitHub names them."""


def text(found: Sequence[Problem]) -> str:
    """One a line, then how many."""
    count = dict.fromkeys(LEVELS, 0)
    for problem in found:
        count[problem.severity] += 1 + problem.more
    errors, warnings, hints = count.values()
    counts = [
        ngettext("{n} error", "{n} errors", errors).format(n=errors),
        ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
    ]
    if hints:  # which nobody sees who did not ask for them
        counts.append(ngettext("{n} hint", "{n} hints", hints).format(n=hints))
    return "\n".join([*(report(problem, _) for problem in found), ", ".join(counts)])


def json(found: Sequence[Problem]) -> str:
    """A list of objects."""
    return _json.dumps([as_data(problem, _) for problem in found], ensure_ascii=False, indent=2)


def github(found: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a change."""
    return "\n".join(
        f"::{COMMANDS[problem.severity]} file={_property(problem.place.file)},line={problem.place.line}"
        f",col={problem.place.column}{_until(problem)},title={_property(problem.rule)}::{_escaped(sentence(problem, _))}"
        for problem in found
    )


def sarif(found: Sequence[Problem]) -> str:
    """A log in the Static Analysis Results Interchange Format 2.1.0."""
    names = sorted({problem.rule for problem in found})
    told = {name: rule_page(name) for name in names}
    run = {
        "tool": {"driver": {"name": "drafter", "version": __version__, "rules": [_rule(n, told[n]) for n in names]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, names.index(problem.rule)) for problem in found],
    }
    return _json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(name: str, told: RulePage | None) -> dict[str, Any]:
    """A rule with what its page says of it, where it has one."""
    if told is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": told.short},
        "fullDescription": {"text": told.full},
        "help": {"text": told.text, "markdown": told.markdown},
        "defaultConfiguration": {"level": LEVELS[told.severity]},
    }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": LEVELS[problem.severity],
        "message": {"text": sentence(problem, _)},
        "locations": [{"physicalLocation": _where(problem.place, problem.words, problem)}],
    }
    if problem.related:
        result["relatedLocations"] = [
            {"id": n, "physicalLocation": _where(one.place, one.words), "message": {"text": visible(one.words)}}
            for n, one in enumerate(problem.related, 1)
        ]
    return result


def _where(place: Place, words: str, problem: Problem | None = None) -> dict[str, Any]:
    """A place with its words; where they are to be mended in a text, their offset in all of it too."""
    region: dict[str, Any] = {"startLine": max(1, place.line), "startColumn": max(1, place.column)}
    if words and "\n" not in words:
        region["endColumn"] = region["startColumn"] + len(words)
    if words:
        if problem and problem.edit and not place.file.lower().endswith(WORD):
            region |= {"charOffset": problem.edit.start, "charLength": problem.edit.end - problem.edit.start}
        region["snippet"] = {"text": words}
    return {"artifactLocation": {"uri": _uri(place.file)}, "region": region}


def _until(problem: Problem) -> str:
    """Where the words end, if they are known and on one line."""
    return (
        f",endColumn={problem.place.column + len(problem.words)}" if problem.words and "\n" not in problem.words else ""
    )


def _uri(file: str) -> str:
    """A file as a URI: seen from the working folder, or whole; its name may be of any bytes."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(file.replace(os.sep, "/")))


def _escaped(text: str) -> str:
    """A message without the characters that would end its command."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
