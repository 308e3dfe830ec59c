"""A speech fitted to a length: the one chain of its shorter forms, and which of them is nearest to what is wished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.compose import compose
from drafter.language import TONGUES
from drafter.language.marks import units
from drafter.language.measure import block_inlines, length, slots_shown, spoken_inlines
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.occurrence import id_of
from drafter.model.outline import Outline
from drafter.model.speech import Block, Headed, Speech, Text, leaves, plain
from drafter.model.words import Words
from drafter.plan import Facts, facts_of, plan_of
from drafter.plan.cuts import Cut, Parts, cuts, next_cut, parts_of, without

NEAR = 0.1
"""How far from the wish a speech may be, as a part of it, before it is said that it is."""

LONGEST = 40
"""Characters of what was left out, in a comment."""


class Gone(Struct, frozen=True, kw_only=True):
    """Something that was cut."""

    cut: Cut
    """What was done."""
    minutes: float
    """How much shorter the speech became."""
    slots: tuple[str, ...] = ()
    """The facts that it does not say any more, by slot."""
    words: str = ""
    """What was said before, or what was said of an item."""


class Form(Struct, frozen=True, kw_only=True):
    """One of the forms of a speech, from the fullest to the barest."""

    brief: Brief
    """The brief that makes it, with what was cut under `omit`, `pick` and `keep`."""
    outline: Outline
    """Its plan."""
    speech: Speech
    """Its words."""
    minutes: float
    """How long it takes."""
    slots: frozenset[str]
    """The facts that it says."""
    gone: tuple[Gone, ...] = ()
    """What was cut from the fullest, in order."""


class Fitted(Struct, frozen=True, kw_only=True):
    """A speech fitted to a length."""

    wish: float
    """The minutes wished for."""
    form: Form
    """The form that is nearest to them."""
    fullest: float
    """The minutes of all that may stand."""
    sizes: Mapping[str, tuple[str, float, float]] = field(default_factory=dict)
    """For each part of it, what it is called, its minutes, and those of the fullest."""

    @property
    def gone(self) -> tuple[Gone, ...]:
        """What was cut of the speech as it is without a wish."""
        return tuple(one for one in self.form.gone if one.cut.kind != "deepening")

    @property
    def is_near(self) -> bool:
        """Whether it is within a tenth of the wish."""
        return abs(self.form.minutes - self.wish) <= NEAR * self.wish


def fitted(blueprint: Blueprint, brief: Brief, words: Words) -> Fitted | None:
    """The speech nearest to the length that a brief or its blueprint wishes for; None where none is wished for."""
    wish = brief.minutes or blueprint.minutes
    return None if wish is None else nearest(forms(blueprint, brief, words), wish)


def nearest(every: Iterator[Form], wish: float) -> Fitted:
    """The form nearest to a wish, of two as near the shorter. Each is shorter than the one before it, so that only the last
    one above the wish and the first one that is not can be."""
    fullest = best = next(every)
    for form in chain((fullest,), every):
        if abs(form.minutes - wish) <= abs(best.minutes - wish):
            best = form
        if form.minutes <= wish:
            break
    return Fitted(wish=wish, form=best, fullest=fullest.minutes, sizes=_sizes_beside(best, fullest))


def forms(blueprint: Blueprint, brief: Brief, words: Words) -> Iterator[Form]:
    """The forms of a speech, each with cuts more than the one before, shorter than it, and with no fact that it has not."""
    facts = facts_of(blueprint, brief, words)
    plain_speech = plan_of(facts, blueprint, replace(brief, minutes=None))
    pinned = {**plain_speech.wordings, **brief.pick}  # what stands keeps its words, and lists their shape
    told = {**plain_speech.shapes, **brief.shapes}
    seed = plain_speech.seed
    last = _form(facts, blueprint, replace(brief, minutes=brief.minutes or 1.0, pick=pinned, shapes=told, seed=seed))
    yield last
    here, parts = last, parts_of(last.outline)
    passed: frozenset[tuple[str, str]] = frozenset()  # cuts for which another fact would be said
    while cut := _next(here, blueprint, brief, parts, passed):
        less = without(here.brief, cut)
        read = facts if less.keep == here.brief.keep else facts_of(blueprint, less, words)
        after = _form(read, blueprint, less)
        if not after.slots <= here.slots:
            passed |= {(cut.kind, cut.key)}
            continue
        facts = read
        here = replace(after, gone=(*here.gone, _told(cut, here, after)))
        if here.minutes < last.minutes:
            last = here
            yield last


def _next(form: Form, blueprint: Blueprint, own: Brief, parts: Parts, passed: frozenset[tuple[str, str]]) -> Cut | None:
    """The cut that comes next, of those that are not passed over."""
    could = [cut for cut in cuts(form.outline, blueprint, form.brief, own) if (cut.kind, cut.key) not in passed]
    return next_cut(could, parts, {key: size for key, (_, size) in sizes_of(form.speech).items()}) if could else None


def _form(facts: Facts, blueprint: Blueprint, brief: Brief) -> Form:
    outline = plan_of(facts, blueprint, brief)
    speech = compose(outline)
    return Form(brief=brief, outline=outline, speech=speech, minutes=length(speech), slots=slots_shown(speech))


def _told(cut: Cut, before: Form, after: Form) -> Gone:
    """What a cut took away."""
    lost = sorted(before.slots - after.slots)
    words = _item(before.speech, cut) if cut.kind == "item" else _words(before.speech, cut.key)
    return Gone(cut=cut, minutes=before.minutes - after.minutes, slots=tuple(lost), words=words)


def _item(speech: Speech, cut: Cut) -> str:
    """What a speech says of the item that is not told any more."""
    slot = f"{cut.key}[{cut.number + 1}]"
    every = (leaf for words in spoken_inlines(speech) for leaf in leaves(words))
    found = (leaf.text for leaf in every if isinstance(leaf, Text) and (leaf.slot + ".").startswith(slot + "."))
    return " ".join(dict.fromkeys(found))


def _words(speech: Speech, key: str) -> str:
    """What a node says in a speech, or what a group begins with."""
    id = id_of(key)
    blocks = [block for zone in (speech.opening, speech.emphases, speech.closing) for block in _all(zone)]
    own = [block for block in blocks if block.id == key] or [
        block for block in blocks if block.id.startswith((f"{id}.", f"{id}-"))
    ]
    return "".join(plain(words) for words in block_inlines(own[0])) if own else ""


def _all(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Headed):
            yield from _all(block.blocks)


def sizes_of(speech: Speech) -> dict[str, tuple[str, float]]:
    """For each part of a speech what it is called, and its minutes."""
    whole = TONGUES[speech.language]
    rate = speech.rate or whole.rate
    found: dict[str, tuple[str, float]] = {}
    zones = (("opening", speech.opening), ("", speech.emphases), ("closing", speech.closing))
    for zone, block in ((zone, block) for zone, blocks in zones for block in blocks):
        key = zone or block.id
        said = " ".join(plain(words) for words in block_inlines(block))
        name, size = found.get(key, (block.label + plain(block.heading) if isinstance(block, Headed) else zone, 0.0))
        found[key] = name, size + units(said, whole) / rate
    return found


def _sizes_beside(form: Form, fullest: Form) -> dict[str, tuple[str, float, float]]:
    """The parts of a form beside those of the fullest."""
    now, full = sizes_of(form.speech), sizes_of(fullest.speech)
    return {key: (now.get(key, one)[0], now.get(key, ("", 0.0))[1], one[1]) for key, one in full.items()}


def left_by_part(fit: Fitted, language: str) -> dict[str, str]:
    """For each part of a speech what a comment on it says of what was left out to fit a length."""
    found: dict[str, list[str]] = {}
    for one in fit.gone:
        words = one.words or one.cut.key
        found.setdefault(one.cut.part, []).append(words if len(words) <= LONGEST else words[: LONGEST - 1] + "…")
    note = TONGUES[language].left_note
    return {
        part: note.format(what="；".join(words) if language == "zh" else "; ".join(words))
        for part, words in found.items()
    }
