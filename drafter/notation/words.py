"""YAML → Words: a pack's folder `words/`, one file a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from drafter.expression.check import Checker, Shape
from drafter.language import TONGUES, Tongue
from drafter.language.patterns import Fault, fault_of
from drafter.model.words import Measure, Stock, Words
from drafter.notation.reader import Reader
from drafter.problem import Place, Problem, has_errors, in_order
from drafter.yamltext import tree
from drafter.yamltext.align import place_in
from drafter.yamltext.tree import Document, is_empty
from drafter.yamltext.tree import Mapping as Map

TABLES = {"verbs": "classes", "subjects": "subjects", "bodies": "kinds", "nouns": "nouns", "documents": "documents"}
"""The files that tell words, and the key under which each has them; every other file is a stock of sentences."""
SENTENCES = "sentences"
SHORTEST = 2
"""Characters of each word of a pattern: one alone is part of too many others."""
MOST = 5_000
"""Entries of one file."""
NAMES: Mapping[str, Shape] = {"item": Shape("text")}
"""What a sentence of a stock may name: the fact that it is about."""
