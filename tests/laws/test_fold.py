"""Nesting undoes flattening."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.model.enumerator import Enumerator
from drafter.model.fold import flatten, nest
from drafter.model.move import DIRECTION
from drafter.model.speech import Block, Headed, Listed, Said, Speech, Strong, Text, directs
from drafter.model.value import Gap

words = st.text("讲话稿落实，。", min_size=1, max_size=8)
inlines = st.lists(
    st.one_of(
        st.builds(Text, words, st.sampled_from(["", "会议"])),
        st.builds(lambda text: Strong((Text(text),)), words),
        st.builds(Gap, words, words, words),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
said = st.builds(Said, words, st.one_of(words, st.just(DIRECTION)), inlines, st.booleans())
listed = st.builds(
    Listed, words, words, words, st.lists(inlines, min_size=2, max_size=4).map(tuple), st.booleans(), st.booleans()
)


def named(blocks: list[Block], path: str, *, first: bool = True) -> tuple[Block, ...]:
    """The blocks as a composer makes them: ids apart, and nothing that runs on where there is nothing to run on to."""
    done: list[Block] = []
    for n, block in enumerate(blocks):
        before = done[-1] if done else None
        if isinstance(block, Headed):
            inner = named(list(block.blocks), f"{path}.{n}")
            done.append(replace(block, id=f"{path}.{n}", blocks=inner))
            continue
        alike = before is None or directs(before) == directs(block)
        open_before = isinstance(before, Said) or (isinstance(before, Listed) and not before.apart)
        apart = isinstance(block, Listed) and block.apart
        done.append(replace(block, id=f"{path}.{n}", run_on=block.run_on and open_before and alike and not apart))
    return tuple(done)


plain_blocks = st.lists(st.one_of(said, listed), max_size=4)
headed = st.recursive(
    st.builds(
        lambda b, i, r: Headed("", "", Enumerator("一、", 1), "一、", i, r, "。" if r else "", tuple(b)),
        plain_blocks,
        inlines,
        st.booleans(),
    ),
    lambda inner: st.builds(
        lambda a, b, i, r: Headed("", "", None, "", i, r, "", (*a, *b)),
        plain_blocks,
        st.lists(inner, max_size=2),
        inlines,
        st.booleans(),
    ),
    max_leaves=4,
)
speeches = st.builds(
    lambda title, date, opening, emphases, closing: Speech(
        title=title,
        date=date,
        opening=named(opening, "o"),
        emphases=named(emphases, "e"),
        closing=named(closing, "c"),
    ),
    inlines,
    st.one_of(st.just(()), inlines),
    plain_blocks,
    st.lists(st.one_of(headed, said, listed), max_size=4),
    plain_blocks,
)


@given(speeches)
def test_nest_undoes_flatten(speech: Speech) -> None:
    assert nest(flatten(speech)) == speech


@given(speeches)
def test_a_second_flattening_changes_nothing(speech: Speech) -> None:
    manuscript = flatten(speech)
    assert flatten(nest(manuscript)) == manuscript
