"""A brief drafted anew whenever it, its blueprint or what that reads is saved; and what is then other in the speech."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.draft import Draft, draft_file
from drafter.desk.finish import Finished, Wanted, finish, target_of
from drafter.desk.library import Library
from drafter.desk.reading import read_text
from drafter.desk.reading import stamp_of as _stamp
from drafter.model.speech import Block, Headed, Inlines, Listed, Speech, plain
from drafter.model.value import Gap
from drafter.problem import Problem
from drafter.yamltext.data import at
from drafter.yamltext.tree import Scalar

LOOKS = 200
"""Milliseconds between two looks at the files, for systems that tell nothing of a change."""
SETTLES = 100
"""Milliseconds in which an editor has saved what it saves at once."""


class Difference(Struct, frozen=True):
    """What is other in a speech that was drafted anew."""

    removed: tuple[str, ...]
    """Lines of the outline that are gone."""
    added: tuple[str, ...]
    """Lines that are new."""
    changed: tuple[tuple[str, str], ...]
    """Lines of one node that say something else: before, after."""
    closed: tuple[Gap, ...]
    """Gaps that are filled."""
    opened: tuple[Gap, ...]
    """Gaps that are new."""


class Lying(Struct, frozen=True):
    """The draft as it lies there."""

    draft: Draft
    """What was drafted last."""
    data: bytes
    """What was written."""
    told: frozenset[str]
    """The warnings that were told, wherever they have moved since."""


class Anew(Struct, frozen=True):
    """A draft made anew in place of another."""

    lying: Lying
    """What lies there now."""
    done: Finished
    """How it came there."""
    problems: tuple[Problem, ...]
    """Warnings that were not told before."""
    other: Difference | None
    """What is other; None for the first."""


def drafted_anew(brief: Path, wanted: Wanted, library: Library, last: Lying | None) -> Anew:
    """Draft the brief and write it; what we wrote last may be replaced if nobody has touched it; raises DrafterError."""
    new = draft_file(brief, library)
    target = target_of(brief, wanted)
    ours = last is not None and target.is_file() and target.read_bytes() == last.data
    done = finish(new, brief, replace(wanted, force=ours or (wanted.force and last is None)))
    new = done.draft
    told = {f"{one.rule} {one.facts}": one for one in new.problems}
    fresh = tuple(one for key, one in told.items() if last is None or key not in last.told)
    lying = Lying(new, target.read_bytes(), frozenset(told))
    return Anew(lying, done, fresh, difference(last.draft, new) if last else None)


def difference(old: Draft, new: Draft) -> Difference:
    """What is other in the outline and in the gaps."""
    before, after = dict(lines(old.speech)), dict(lines(new.speech))
    open_before, open_after = (
        {(gap.slot, gap.label if gap.typed else ""): gap for gap in one.measure.gaps} for one in (old, new)
    )
    return Difference(
        removed=tuple(text for key, text in before.items() if key not in after),
        added=tuple(text for key, text in after.items() if key not in before),
        changed=tuple((before[key], text) for key, text in after.items() if before.get(key, text) != text),
        closed=tuple(gap for key, gap in open_before.items() if key not in open_after),
        opened=tuple(gap for key, gap in open_after.items() if key not in open_before),
    )


def lines(speech: Speech) -> Iterator[tuple[str, str]]:
    """The lines of a speech's outline, each under its node; a node that comes again is numbered."""
    front: dict[str, Inlines] = {
        "title": speech.title, "byline": speech.byline, "date": speech.date, "salutation": speech.salutation,
    }  # fmt: skip
    yield from ((f"speech.{name}", plain(words)) for name, words in front.items() if words)
    seen: dict[str, int] = {}
    for block in (*speech.opening, *speech.emphases, *speech.closing):
        for id, text in _block(block):
            seen[id] = seen.get(id, 0) + 1
            yield (f"{id} {seen[id]}", text)


def _block(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Headed(id=id, label=label, heading=heading, blocks=blocks):
            yield id, label + plain(heading)
            for inner in blocks:
                yield from _block(inner)
        case Listed(id=id, items=items):
            yield from ((id, plain(item)) for item in items)
        case _:
            yield block.id, plain(block.inlines)


def sources(brief: Path, library: Library) -> tuple[Path, ...]:
    """The brief, its blueprint and whatever that reads, as far as they can be found."""
    books = library.at(brief.parent)
    name = at(books.document(brief).root, ("blueprint",))
    found = books.files_of(name.text, brief.parent) if isinstance(name, Scalar) else ()
    return tuple(dict.fromkeys(path.resolve() for path in (brief, *found)))


Stamps = dict[Path, object]


def stamps(paths: tuple[Path, ...]) -> Stamps:
    """What is other once a file is saved."""
    return {path: _stamp(path) for path in paths}


def with_own_edit(before: Stamps, done: Finished, brief: Path) -> Stamps:
    """The same where we gave the brief its seed, as long as nobody has saved it since."""
    path = brief.resolve()
    stamp = _stamp(path)  # before it is read: what is saved from now on is another
    ours = done.kept and read_text(path, str(brief))[0] == done.draft.brief.text
    return {**before, path: stamp} if ours else before


def wait(before: Stamps) -> None:
    """Come back once one of the files has been saved since; folders are watched, for editors put new files in place of old ones."""
    from watchfiles import watch

    folders = {path.parent for path in before if path.parent.is_dir()}
    for _ in watch(
        *folders,
        debounce=SETTLES,
        rust_timeout=LOOKS,
        yield_on_timeout=True,
        recursive=False,
        watch_filter=lambda _, path: Path(path) in before,
    ):
        if any(_stamp(path) not in (None, stamp) for path, stamp in before.items()):
            settle(tuple(before))
            return


def settle(paths: tuple[Path, ...]) -> None:
    """Come back once nobody has written for a moment: some editors empty a file before they fill it."""
    from time import sleep

    now, before = stamps(paths), None
    while now != before:
        sleep(SETTLES / 1000)
        before, now = now, stamps(paths)
