"""Select, choose, number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.expression.evaluate import evaluate
from drafter.expression.names import COUNTED, Names
from drafter.expression.walk import names_in, names_of
from drafter.language import TONGUES, Tongue, knowing
from drafter.language.enumerators import scheme_for
from drafter.language.numerals import MOST
from drafter.model.blueprint import Blueprint, Section
from drafter.model.brief import FRONT, Brief
from drafter.model.enumerator import Enumerator
from drafter.model.expression import Prose
from drafter.model.outline import Outline, Planned, Silent
from drafter.model.value import Fact
from drafter.model.words import NO_WORDS, Knowledge, Words
from drafter.plan.additions import Additions
from drafter.plan.beside import Zone, kept
from drafter.plan.candidates import Candidates
from drafter.plan.choose import Chooser
from drafter.plan.complete import complete
from drafter.plan.known import known
from drafter.plan.maxims import thinned
from drafter.plan.seed import drawn
from drafter.plan.shapes import shaped


class Facts(Struct, frozen=True):
    """The facts of a brief as they were read, with all that was found in them: plans with the same facts share them."""

    scope: Names
    """The values of all slots, and of what is derived from them."""
    knows: Knowledge
    """What they were read with."""
    tongue: Tongue
    """The tongue that knows that."""
    scopes: dict[tuple[object, ...], Names]
    """The scopes of items."""


def plan(
    blueprint: Blueprint,
    brief: Brief,
    words: Words = NO_WORDS,
    *,
    gaps: bool = False,
    why: bool = False,
) -> Outline:
    """The outline of the speech that the blueprint makes of the brief; `gaps` shows all that is asked for, `why` tells reasons."""
    facts = facts_of(blueprint, brief, words, gaps=gaps)
    if gaps and brief.seed is None:  # a form to be filled in has that of the speech
        brief = replace(brief, seed=drawn(blueprint, facts_of(blueprint, brief, words).scope, facts.tongue))
    return plan_of(facts, blueprint, brief, gaps=gaps, why=why)


def plan_of(facts: Facts, blueprint: Blueprint, brief: Brief, *, gaps: bool = False, why: bool = False) -> Outline:
    """The same of a brief whose facts have been read; `emphases` in the scopes of outlines that share them is that of the last one."""
    scope = facts.scope
    seed = drawn(blueprint, scope, facts.tongue) if brief.seed is None else brief.seed
    candidates = _candidates(brief, facts, blueprint.common, gaps=gaps, why=why)
    added = Additions(blueprint, brief, scope, candidates.having)
    candidates.filled = added.filled
    could = [candidates.standing(zone, scope) for zone in (blueprint.opening, blueprint.emphases, blueprint.closing)]
    chooser = Chooser(brief, seed)
    own = {key: brief.overrides[key] for key in FRONT if key in brief.overrides and key not in added.chains}
    lines = _front(blueprint, candidates, chooser, scope) | own
    shapes, zones = shaped(_chosen(could, chooser, added.headed), seed, facts.tongue, brief.shapes)
    opening, emphases, closing = map(tuple, added.among(zones))
    emphases = _numbered(emphases, blueprint.numbering or facts.tongue.ladder, facts.tongue)
    _counted(emphases, (scope, *candidates.scopes.values()))
    return Outline(
        language=blueprint.language,
        knows=facts.knows,
        front=lines,
        own=frozenset(own),
        scope=scope,
        opening=opening,
        emphases=emphases,
        closing=closing,
        rate=brief.rate,
        seed=seed,
        wordings=chooser.wordings,
        shapes=shapes,
        silent=_silent(candidates, blueprint),
        why=candidates.told(could, (*opening, *emphases, *closing), lines),
    )


def _silent(candidates: Candidates, blueprint: Blueprint) -> tuple[Silent, ...]:
    """What says nothing, each with the slots of the brief that would have it said."""
    return tuple(replace(one, slots=_slots(one.slots, blueprint)) for one in candidates.silent)


def _front(blueprint: Blueprint, candidates: Candidates, chooser: Chooser, scope: Names) -> dict[str, Prose]:
    """Title, byline, date and salutation."""
    fits = {key: candidates.front(key, wordings, scope) for key, wordings in blueprint.front.items()}
    return {key: chooser.of(key, key, could, len(could)).prose for key, could in fits.items() if could}


def _chosen(zones: Sequence[Zone], chooser: Chooser, headed: bool) -> Sequence[Zone]:
    """The zones in words, without what is said too often, a maxim too many, a count of no points, and what hangs on them."""
    zones = [chooser.chosen(zone) for zone in kept(zones)]
    left = kept(zones) if chooser.fell else zones
    while (zones := thinned(left)) is not left:  # what falls may bring others together
        left = kept(zones)
    if not headed and not any(isinstance(one.node, Section) for one in zones[1]):
        return kept([tuple(_uncounted(zone)) for zone in zones])
    return zones


def _uncounted(zone: Zone) -> Iterator[Planned]:
    """A zone without what tells how many points follow, where none does."""
    for one in zone:
        if one.said is None or all(name.name != COUNTED for name in names_of(one.said)):
            yield replace(one, children=tuple(_uncounted(one.children))) if one.children else one


def _counted(emphases: Sequence[Planned], scopes: Iterable[Names]) -> None:
    """Put the number of sections into every scope: prose may name it, and it is known only now."""
    count = sum(isinstance(planned.node, Section) for planned in emphases)
    for one in scopes:
        one[COUNTED] = Fact(count, str(count))


def _candidates(brief: Brief, facts: Facts, common: frozenset[str], *, gaps: bool, why: bool) -> Candidates:
    """What finds candidates, and remembers how all was decided where that is asked for, as few do."""
    if not why:
        return Candidates(brief, facts.tongue, common, gaps=gaps, scopes=facts.scopes)
    from drafter.plan.why import Watching

    return Watching(brief, facts.tongue, common)


def facts_of(blueprint: Blueprint, brief: Brief, words: Words, *, gaps: bool = False) -> Facts:
    """The facts of a brief, read for a blueprint: they hang on its values, `keep` and `subject`, not on what it leaves out or picks."""
    values = complete(blueprint, brief, TONGUES[blueprint.language], gaps=gaps)
    knows = known(blueprint, brief, values, words)
    tongue = knowing(blueprint.language, knows)
    scope = Names(values, tongue)
    scope[COUNTED] = Fact(0, "0")  # until they are counted
    for name, expression in blueprint.derive.items():
        scope[name] = evaluate(expression, scope, tongue)  # type: ignore[assignment]  # joined lists are no values
    return Facts(scope, knows, tongue, {})


def _slots(names: tuple[str, ...], blueprint: Blueprint) -> tuple[str, ...]:
    """The slots that names stand for: what is found in facts wants those that it is found in."""
    if blueprint.derive.keys().isdisjoint(names):
        return names
    seen: dict[str, None] = {}
    waiting = [*names]
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen[name] = None
            waiting += [one.name for one in names_in(blueprint.derive[name])] if name in blueprint.derive else []
    return tuple(name for name in seen if name not in blueprint.derive)


def _numbered(brothers: Sequence[Planned], ladder: Sequence[str], tongue: Tongue) -> tuple[Planned, ...]:
    """Sections numbered by the ladder, or as one of the brothers says; one alone has no number."""
    sections = [planned for planned in brothers if isinstance(planned.node, Section)]
    if not sections:
        return tuple(brothers)
    named = [planned.node.number for planned in sections if isinstance(planned.node, Section) and planned.node.number]
    scheme = (named or list(ladder[:1]) or ["none"])[0]
    numbered = len(sections) > 1 and scheme != "none" and len(sections) <= MOST
    if numbered:
        scheme = scheme_for(scheme, len(sections), tongue)
    done, ordinal = [], 0
    for planned in brothers:
        if isinstance(planned.node, Section):
            ordinal += 1
            last = bool(tongue.schemes[scheme].words) and ordinal == len(sections) if numbered else False
            planned = replace(
                planned,
                enumerator=Enumerator(scheme, ordinal, last) if numbered else None,
                children=_numbered(planned.children, ladder[1:], tongue),
            )
        done.append(planned)
    return tuple(done)
