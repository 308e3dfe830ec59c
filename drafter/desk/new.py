"""Files to begin with: a brief to fill in, a blueprint that drafts as it stands."""

from __future__ import annotations

from pathlib import Path

from drafter.desk.files import failing, named_from, save
from drafter.desk.library import Library, sure
from drafter.desk.schemas import brief_line, keep_brief_schema, keep_schema, schema_line
from drafter.desk.subjects import subjects
from drafter.model.blueprint import Blueprint
from drafter.notation.templates import brief_template, child_skeleton, skeleton
from drafter.problem import Problem
from drafter.yamltext.proof import refusing
from drafter.yamltext.tree import Document


def brief_text(name: str, library: Library) -> str:
    """A brief to fill in for a blueprint that goes by `name`; raises InputError."""
    return _template(library.named(name), library.called(name), library)


def _template(blueprint: Blueprint, name: str, library: Library) -> str:
    """A brief to fill in, with the classes of work where the blueprint looks into facts."""
    return brief_template(blueprint, name, subjects(blueprint, library) if blueprint.looks else ())


def write_brief(name: str, target: Path, library: Library, *, force: bool = False) -> tuple[Problem, ...]:
    """Write a brief for a blueprint; returns why the schema cannot lie beside it; raises DrafterError, and then nothing is written."""
    blueprint = library.named(name)
    path = named_from(target.parent, library.called(name))
    text = brief_line(blueprint.name) + _template(blueprint, path, library)
    save(target, text.encode(), force=force, kept=library.sources)
    return failing(lambda: keep_brief_schema(target.parent, blueprint))


def write_blueprint(
    target: Path, text: str, language: str, library: Library, *, force: bool = False
) -> tuple[Problem, ...]:
    """Write a blueprint to begin with; returns why the schema cannot lie beside it; raises DrafterError."""
    save(target, (schema_line("blueprint") + text).encode(), force=force, kept=library.sources)
    found, _ = library.at(target.parent).blueprint(target.name, target.parent)
    return failing(lambda: keep_schema(target.parent, "blueprint", found.language if found else language))


def blueprint_text(title: str, parent: str, language: str, beside: Path, library: Library) -> str:
    """A small blueprint, or a child of `parent`, which is sought beside it; raises InputError."""
    with refusing(Document("", title, None), ("title",)):
        if not parent:
            return skeleton(title, language)
        return child_skeleton(title, sure(library.at(beside).blueprint(parent, beside)), parent)
