"""A word of one class of work in a blueprint that is made for any.

A sentence about rivers stands in a speech about schools, too. Which words tell which work, the packs say
(`words/subjects.yaml`); some of them are `common`, and a few `words` more are too short to stand there. A class that the
blueprint's title, summary or examples name is its own, and a blueprint that has none of these is not looked at. Other words
belong in a wording with `for`, `when` or `only`.

Wrong:

    drafter: 1
    title: 推进会讲话
    speech:
      title: 讲话
      closing:
        - {id: call, say: 让河道清起来！}

Right:

    drafter: 1
    title: 推进会讲话
    speech:
      title: 讲话
      closing:
        - id: call
          say:
            - id: word
              say:
                - {for: 治水, say: 让河道清起来！}
                - 让群众满意！
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.lint.units import always
from drafter.model.blueprint import Blueprint, Slot


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The words of a class of work that the blueprint does not name, where nothing is known of the work."""
    foreign = _foreign(tree, options)
    pattern = re.compile("|".join(map(re.escape, sorted(foreign, key=len, reverse=True)))) if foreign else None
    for said in tree.said if pattern else ():
        for words in always(said, of_any=True):
            for met in pattern.finditer(words.masked) if pattern else ():
                yield Finding(words.prose, {"name": met[0], "of": foreign[met[0]]}, met.start(), met.end())


def _foreign(tree: Tree, options: Options) -> Mapping[str, str]:
    """The words that are looked for, each with its class."""
    told = "\n".join(_told(tree.blueprint))
    if not told.strip():
        return {}
    found = {word: word for word in options["words"] if word not in told}
    for subject, telling in tree.of_packs.subjects.items():
        if subject not in told and not any(word in told for word in telling):
            found |= dict.fromkeys(telling, subject)
    return {word: subject for word, subject in found.items() if word and word not in options["common"]}


def _told(blueprint: Blueprint) -> Iterator[str]:
    """What a blueprint says that it is for."""
    yield from (blueprint.title if blueprint.title != blueprint.name else "", blueprint.summary)
    yield from _examples(blueprint.slots.values())


def _examples(slots: Iterable[Slot]) -> Iterator[str]:
    for slot in slots:
        yield slot.example
        yield from _examples(slot.fields)
        yield from _examples([slot.item] if slot.item else ())


RULE = Rule(
    name="subject-word",
    page=__doc__,
    says=N_("{name} is a word of one class of work, and this is said of any: {of}"),
    mend=N_("say it in a wording with `for`, `when` or `only`, or say something of any work"),
    of_tree=find,
    options={"words": "subject_words", "common": "common_words"},
)
