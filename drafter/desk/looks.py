"""The look that a document will take, and how fast its speaker speaks: what the brief says, else its blueprint, else the usual."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.desk.library import Library
from drafter.expression.walk import names_of
from drafter.language import TONGUES
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.value import Fact
from drafter.problem import DrafterError, Place, Problem
from drafter.sentences.facts import ODD_RATE


def rate_for(brief: Brief, blueprint: Blueprint, library: Library, style: str = "") -> float | None:
    """How much is said in a minute: what the brief says, else what packs know of its speaker, else the look; None for the usual."""
    return brief.rate or _rate_of_speaker(brief, blueprint, library) or rate_of_look(brief, blueprint, library, style)


def rate_of_look(brief: Brief, blueprint: Blueprint, library: Library, style: str = "") -> float | None:
    """The same of the look that is asked for, or that brief or blueprint names; a wrong look is told elsewhere."""
    if not (style or brief.style or blueprint.style):
        return None
    try:
        return library.style(*named_look(brief, blueprint, style)).rate
    except DrafterError:
        return None


def _rate_of_speaker(brief: Brief, blueprint: Blueprint, library: Library) -> float | None:
    """The same of the one whose name stands in the byline; of several names the longest."""
    byline = [wording.prose for wording in blueprint.front.get("byline", ())]
    known = library.words(blueprint.language).speakers if byline else {}
    if not known:
        return None
    slots = dict.fromkeys(name for prose in byline for name in names_of(prose))
    texts = [
        *(brief.values[name.name] for name in slots if name.name in brief.values),
        *(prose.text for prose in byline),
    ]
    said = "\n".join(_bare(one.text if isinstance(one, Fact) else one) for one in texts if isinstance(one, Fact | str))
    found = [name for name in known if _bare(name) in said]
    return known[max(found, key=len)] if found else None


def _bare(name: str) -> str:
    """A name without its blanks: 陈　明."""
    return "".join(name.split())


def odd_rate(brief: Brief, language: str) -> Iterator[Problem]:
    """A warning where a rate that the brief does not say itself is one at which nobody speaks."""
    slowest, fastest = TONGUES[language].rates
    if brief.rate is not None and "rate" not in brief.places and not slowest <= brief.rate <= fastest:
        rule = "number-less-than-limit" if brief.rate < slowest else "number-more-than-limit"
        facts = {"size": f"{brief.rate:g}", "least": str(slowest), "most": str(fastest)}
        yield Problem(rule, brief.places.get("style", brief.place), facts, "warning", says=ODD_RATE)


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
