"""What a speaker cannot say in one breath, and what a listener cannot know yet.

# long-breath

Forty characters and more without a mark, or a sentence of more than 180 without a ；.

Nobody says them in one breath. Told only where small things are asked for: some long names leave no choice.

Wrong:

    要把防汛抗旱物资储备管理调拨运输使用全过程责任落实到每一个具体单位每一名具体责任人身上并建立台账。

Right:

    要把防汛抗旱物资的储备、管理、调拨、使用，一项一项落实到单位、落实到人。

# short-form

A short name before the full one that it stands for.

Whoever listens does not know yet what it stands for.

Wrong:

    县防指要每天会商。县防汛抗旱指挥部（以下简称县防指）办公室负责日常工作。

Right:

    县防汛抗旱指挥部（以下简称县防指）要每天会商。县防指办公室负责日常工作。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import MASK, Fault, Reading

LONGEST_BREATH = 40
"""Characters between two marks."""
BREATH = late(rf"[^，。；：！？、,;:（）()“”《》—…\s{MASK}]{{{LONGEST_BREATH},}}")
NAMED = late('[（(](?:以下)?(?:统)?简称(?P<opens>[“"《]?)(?P<short>[\u4e00-\u9fff]{2,10})(?P<closes>[”"》]?)[）)]')


LEAST_BARE = 4
"""Characters of a short name by which it is known without its quotes, too."""


def _breaths(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, found in reading.find(BREATH):
        yield Fault(n, *found.span(), {"count": str(len(found[0])), "text": found[0][:12]})


def _short(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, found in reading.find(NAMED, "open"):
        quoted = found["opens"] == "《" or bool(found["opens"] and len(found["short"]) < LEAST_BARE)
        texts = reading.open if found["opens"] else reading.plain
        name = found["opens"] + found["short"] + found["closes"] if quoted else found["short"]
        before = ((m, texts[m][: found.start()] if m == n else texts[m]) for m in reading.running if m <= n)
        early = next(((m, at) for m, text in before if (at := text.find(name)) >= 0), None)
        if early:
            m, at = early
            yield Fault(m, at, at + len(name), {"text": found["short"]}, None, ((n, *found.span()),))


LONGEST_SENTENCE = 180
"""Characters of a sentence that has no ； to rest at."""


def _told(reading: Reading, options: Options) -> Iterator[Fault]:
    """Stretches without a mark, and sentences without a rest."""
    yield from _breaths(reading, options)
    for piece in reading.sentences:
        if len(piece.text) > LONGEST_SENTENCE and "；" not in piece.text:
            yield Fault(
                piece.paragraph, piece.start, piece.end, {"count": str(len(piece.text)), "text": piece.text[:12]}
            )


RULES = family(
    __doc__,
    {
        "long-breath": Way(_told, N_("{count} characters without a rest: {text}"), N_("part them"), "info"),
        "short-form": Way(
            _short, N_("the short name {text} stands before the full one"), N_("name it in full at first")
        ),
    },
)
