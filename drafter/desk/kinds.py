"""What a file is, by what it holds; and what is told where another kind is due."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from drafter.problem import Place, Problem, has_errors
from drafter.sentences.kinds import DUE, WHAT, WRONG_KIND, mend_of
from drafter.yamltext.tree import Document, Mapping, Scalar

Due = Literal["brief", "blueprint", "style", "fragment", "speech", "reference", "checked"]
"""What a file is named for; `checked` is whatever `drafter check` looks at."""
Kind = Literal["brief", "blueprint", "fragment", "pack", "style", "cues", "signs", "words", "checks"]
TEXTS = (".txt", ".text", ".md", ".markdown")
LOOKED_AT = 4096
OURS = re.compile(rb"^(?:blueprint|drafter)[ \t]*:", re.MULTILINE)
"""A line that no old speech has, and every brief or blueprint."""
KEY = re.compile(r"^(?=\S)[^:：\n]*", re.MULTILINE)
"""What stands at the beginning of a line, before its colon."""

SCHEMA = re.compile(r"^#[ \t]*yaml-language-server:[ \t]*\$schema=(\S*/)?\.drafter/", re.MULTILINE)
"""A line that names a schema of ours for editors."""
OF_BLUEPRINTS = {"title", "slots", "extends"}
"""Keys, one of which every blueprint has beside its speech."""
OF_WORDS = {"classes", "subjects", "kinds", "nouns", "sentences"}
"""Keys of the files in a pack's folder `words`."""
OF_CHECKS = {"drafter", "checks", "off", "levels", "allow"}
"""Keys of a file of checks; a blueprint has the second one, too, and others beside it."""


SIGNS = "facts.yaml"
"""What a pack calls its signs of facts, and somebody may call a brief."""
OF_A_PACK: dict[str, Kind] = {"pack.yaml": "pack", "cues.yaml": "cues", SIGNS: "signs"}
"""Files of a pack that are known by their names."""


def kind_of(doc: Document) -> Kind:
    """What a YAML file is, by its name and its top-level keys; one that says nothing is taken for a brief."""
    return _told(doc) or "brief"


def _told(doc: Document) -> Kind | None:
    """The same, None for one that does not say."""
    name, keys = Path(doc.file).name, _keys(doc)
    if name in OF_A_PACK and not (name == SIGNS and "blueprint" in keys):
        return OF_A_PACK[name]
    if "blueprint" in keys:
        return "brief"
    if "speech" not in keys and (
        name == "checks.yaml" or Path(doc.file).parent.name == "checks" or (len(keys) > 1 and keys <= OF_CHECKS)
    ):
        return "checks"
    if "drafter" in keys and "speech" not in keys and keys & {"say", "body", "enumerate"}:
        return "fragment"
    if "drafter" in keys and "speech" not in keys and keys & {"moves", "variants", "noise"}:
        return "cues"
    if "speech" not in keys and (Path(doc.file).parent.name == "words" or ("drafter" in keys and keys & OF_WORDS)):
        return "words"
    return "style" if "roles" in keys else "blueprint" if keys & {"speech", "drafter", "extends"} else None


def says_ours(doc: Document) -> bool:
    """Whether a YAML file says for sure that it is for drafter: other programs have a map under `blueprint`, if anything."""
    keys = _keys(doc)
    if "drafter" in keys or SCHEMA.search(doc.text) or ("speech" in keys and keys & OF_BLUEPRINTS):
        return True
    return "blueprint" in keys and (not isinstance(doc.root, Mapping) or isinstance(doc.root.get("blueprint"), Scalar))


def _keys(doc: Document) -> set[str]:
    """The top-level keys, also of a file that cannot be read to its end."""
    if isinstance(doc.root, Mapping):
        return {key.text for key, _ in doc.root.entries}
    return {key.strip() for key in KEY.findall(doc.text)}


def other_kind(doc: Document, due: Due, place: Place | None = None) -> tuple[Problem, ...]:
    """That a file which was named for something is of another kind, told where it is named; nothing, if it may be right."""
    if doc.problems and doc.problems[0].rule == "wrong-kind":
        return (_retold(doc.problems[0], due, place),)
    keys = _keys(doc)
    told: str | None = _told(doc)
    if doc.text.startswith("{") and told is None:
        told = "schema" if "$schema" in keys else "json" if {"title", "emphases"} <= keys else None
    if (
        told is None
        and (Path(doc.file).suffix.lower() in TEXTS or doc.file == "-")
        and not isinstance(doc.root, Mapping)
        and doc.text.strip()
    ):
        told = "text"
    if told is None or told == due or (due == "checked" and told not in ("schema", "json", "text")):
        return ()
    name = doc.root.get("blueprint") if isinstance(doc.root, Mapping) else None
    facts = {"blueprint": name.text} if isinstance(name, Scalar) and name.text else {}
    return (wrong_kind(doc.file, told, due, place, **facts),)


def fitting(doc: Document, due: Due) -> Document:
    """The document; one of another kind says that and nothing else."""
    wrong = other_kind(doc, due)
    return Document("", doc.file, None, wrong) if wrong else doc


def wrong_kind(name: str, kind: str, due: Due, place: Place | None = None, what: str = "", **facts: str) -> Problem:
    """That what goes by `name` is of one kind and another is due."""
    facts = {"name": name, "kind": kind, "what": what or WHAT[kind], "of": DUE[due], **facts}
    mend = mend_of(kind, due)
    if kind == "brief" and due == "blueprint" and "blueprint" not in facts:
        mend = mend_of("", due)
    return Problem("wrong-kind", place or Place(name), facts, says=(WRONG_KIND, mend))


def _retold(problem: Problem, due: Due, place: Place | None) -> Problem:
    """The same where something else is due."""
    facts = dict(problem.facts)
    mend = mend_of(facts["kind"], due)
    return replace(problem, place=place or problem.place, facts={**facts, "of": DUE[due]}, says=(WRONG_KIND, mend))


def no_yaml(raw: bytes, name: str, due: Due = "checked") -> Problem | None:
    """That the bytes of a file are no YAML, if their beginning tells for sure what else they are."""
    import io
    import zipfile

    from drafter.formats.reading.sniff import kind, refusal

    refused = refusal(raw, name, Path(name).suffix.lower().lstrip("."))
    if refused:
        return wrong_kind(name, refused.rule, due, what=refused.facts.get("what") or "an encrypted document")
    match kind(raw):
        case "docx":
            from drafter.formats.docx.read import origin

            made = origin(raw)
            if made and made.source:
                return wrong_kind(name, "draft", due, source=_beside(name, made.source))
            whole = zipfile.is_zipfile(io.BytesIO(raw)) or name.lower().endswith((".docx", ".docm"))
            return (
                wrong_kind(name, "word", due) if whole else wrong_kind(name, "no-speech-file", due, what="an archive")
            )
        case "html":
            return wrong_kind(name, "page", due)
    return None


def _beside(name: str, source: str) -> str:
    """The brief of a draft as the draft is named: a file that somebody else sent may say anything."""
    folder = str(Path(name).parent)
    return source if folder == "." else f"{folder}/{source}"


def no_speech(raw: bytes, name: str) -> tuple[Problem, ...]:
    """That the bytes of a file are no old speech but one of our YAML files, if they are."""
    return _ours(raw, name, "speech")


def is_yaml(raw: bytes, name: str) -> bool:
    """Whether a file is a brief rather than an old speech: by what it holds, where that tells it, else by its ending."""
    if no_yaml(raw, name):
        return False
    return name.lower().endswith((".yaml", ".yml")) or OURS.search(raw[:LOOKED_AT]) is not None


def no_word(raw: bytes, name: str) -> tuple[Problem, ...]:
    """That they are no Word document but one of our YAML files, or a text, if they are."""
    return _ours(raw, name, "reference")


def _ours(raw: bytes, name: str, due: Due) -> tuple[Problem, ...]:
    text = name.lower().endswith(TEXTS)
    if not (
        name.lower().endswith((".yaml", ".yml", ".json")) or OURS.search(raw[:LOOKED_AT]) or (text and due != "speech")
    ):
        return ()
    from drafter.yamltext.parse import parse
    from drafter.yamltext.source import decode

    said, problems = decode(raw, name)
    return () if has_errors(problems) else other_kind(parse(said, name), due)
