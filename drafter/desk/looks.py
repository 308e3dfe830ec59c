"""The look that a document will take: what the brief names, else its blueprint, else the usual one."""

from __future__ import annotations

from pathlib import Path

from drafter.desk.library import Library
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.problem import DrafterError, Place


def rate_of_look(brief: Brief, blueprint: Blueprint, library: Library) -> float | None:
    """How much is said in a minute, where the look that brief or blueprint names tells it; a wrong look is told elsewhere."""
    if not brief.style and not blueprint.style:
        return None
    try:
        return library.style(*named_look(brief, blueprint)).rate
    except DrafterError:
        return None


def named_look(brief: Brief, blueprint: Blueprint, style: str = "") -> tuple[str, Place, Path | None]:
    """The name of that look, where it is named, and the folder that its path is seen from."""
    if blueprint.style and not brief.style and not style:
        return look_of_its_own(blueprint)
    place = brief.places.get("style", brief.place)
    return style or brief.style, place, None if style else Path(place.file).parent


def look_of_its_own(blueprint: Blueprint) -> tuple[str, Place, Path]:
    """The same for the look that a blueprint gives its documents."""
    place = blueprint.style_place or blueprint.place
    return blueprint.style, place, Path(place.file).parent
