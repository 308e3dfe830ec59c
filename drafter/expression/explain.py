"""Why a text is no expression of ours: Jinja2's parser names what its author knows from elsewhere, and accepts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from jinja2 import Environment, nodes
from jinja2.parser import Parser

from drafter.expression.grammar import NUMERAL, Fault, Stop
from drafter.expression.spell import literal

LONGEST_SHOWN = 24
"""Characters of a token in a message."""
PARSER = Environment()
"""Its lexer and the names of its tokens; no template is ever made."""
WIDE_MARKS = frozenset("｜＝（）＂“”‘’，、．＋－＞＜！［］：＇０１２３４５６７８９")
ODD_NUMBER = re.compile(r"\.?[0-9][\w.]*")
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'", re.DOTALL)
"""A text as other languages write it, with escapes."""
OTHERWISE = {
    "&&": "and", "AND": "and", "And": "and", "且": "and", "并且": "and",
    "||": "or", "OR": "or", "Or": "or", "或": "or", "或者": "or",
    "!": "not", "NOT": "not", "Not": "not", "非": "not", "¬": "not",
    "≥": ">=", "≧": ">=", "=>": ">=", "≤": "<=", "≦": "<=", "=<": "<=", "≠": "!=", "<>": "!=",
    "True": "true", "TRUE": "true", "False": "false", "FALSE": "false",
}  # fmt: skip
"""Signs and words of other languages, and how ours writes them."""
TRIMMING = re.compile(r"[-+]\s?|\s[-+]")
"""A mark of Jinja2's that stands beside the braces, and a blank."""
FOREIGN: tuple[tuple[type[nodes.Node], str], ...] = (
    (nodes.Call, "no-calls"),
    (nodes.Getitem, "no-subscripts"),
    (nodes.CondExpr, "no-conditionals"),
    (nodes.Test, "no-tests"),
    (nodes.Concat, "no-joining"),
    (nodes.Compare, "no-chains"),
    (nodes.Tuple, "loose-list"),
    (nodes.List, "names-in-list"),
    (nodes.BinExpr, "no-sums"),
    (nodes.UnaryExpr, "no-sums"),
)
"""What Jinja2 knows and we do not, and the rule that says so; `and`, `or` and `not` are ours."""


def explained(text: str, stop: Stop) -> Fault:
    """The fault of a text that the grammar could not read beyond some token."""
    if sign := _otherwise(text, stop):
        at = text.rindex(sign, 0, stop.at + len(sign))
        return Fault("written-otherwise", at, (("token", sign), ("near", OTHERWISE[sign])))
    rule = _typed(text, stop) or _foreign(text) or "expression-syntax"
    token = (stop.token or stop.before)[:LONGEST_SHOWN]
    match rule:
        case "wide-mark-in-expression":
            return Fault(rule, stop.at, (("mark", token),))
        case "odd-number":
            return Fault(rule, stop.at, (("token", token), ("near", _meant(stop.token))))
        case "escape-in-text":
            return Fault(rule, text.index("\\", stop.at), (("token", "\\"),))
        case _:
            return Fault(rule, stop.at, (("token", token),))


def _otherwise(text: str, stop: Stop) -> str:
    """The sign or the word of another language where the reader stopped, or just before, as `not` is read as a name."""
    if not stop.token:
        return ""
    both = (text[stop.at : stop.at + 2], text[max(stop.at - 1, 0) : stop.at + 1])
    signs = (sign for sign in both if sign in OTHERWISE and len(sign) == 2 and not sign.isalnum())
    words = (word for word in (stop.token, stop.before) if OTHERWISE.get(word) == "not" or word == stop.token)
    return next(chain((word for word in words if word in OTHERWISE), signs), "")


def _typed(text: str, stop: Stop) -> str:
    """The rule that is broken by how one token is typed, whatever stands around it."""
    token = stop.token
    if not token:
        return "expression-unfinished" if stop.before else "expression-empty"
    if token in WIDE_MARKS:
        return "wide-mark-in-expression"
    if token == "=":
        return "single-equals"
    if TRIMMING.fullmatch(text[:2] if stop.at == 0 else text[stop.at - 1 :]):
        return "no-trimming"
    if token in "'\"":
        whole = QUOTED.match(text, stop.at)
        return "escape-in-text" if whole and "\\" in whole[0] else "unclosed-quote"
    if token[0] in "'\"":
        return "texts-in-a-row" if stop.before[:1] in ("'", '"') else ""
    subscript = token[0] == "." and text[stop.at - 1 : stop.at].strip()
    return "odd-number" if ODD_NUMBER.fullmatch(token) and not subscript and not NUMERAL.fullmatch(token) else ""


def _foreign(text: str) -> str:
    """The rule against the first piece of syntax, in the order of the text, that Jinja2 knows and we do not."""
    try:
        tree = Parser(PARSER, "{{ " + text + " }}").parse()  # Environment.parse compiles and runs a traceback on errors
    except Exception:  # not only its own: on `0E０` it raises Python's; whatever it is, it explains nothing
        return ""
    return next((rule for node in _in_order(tree) if (rule := _rule(node))), "")


def _in_order(node: nodes.Node) -> Iterator[nodes.Node]:
    """The nodes of a tree as their own signs stand in the text: after what is first in them, before the rest."""
    before: Sequence[nodes.Node | None]
    after: Sequence[nodes.Node | None]
    match node:
        case nodes.CondExpr(test=test, expr1=given, expr2=other):
            before, after = [given], [test, other]
        case nodes.UnaryExpr():
            before, after = [], [node.node]
        case _:
            children = list(node.iter_child_nodes())
            before, after = children[:1], children[1:]
    for child in before:
        yield from _in_order(child) if child else ()
    yield node
    for child in after:
        yield from _in_order(child) if child else ()


def _rule(node: nodes.Node) -> str:
    """The rule against a node of Jinja2's; empty for one that we know too."""
    match node:
        case nodes.And() | nodes.Or() | nodes.Not():
            return ""
        case nodes.Compare(ops=[_]) | nodes.Filter(kwargs=[], dyn_args=None, dyn_kwargs=None):
            return ""
        case nodes.List(items=items) if items and all(isinstance(item, nodes.Const) for item in items):
            return ""
        case nodes.Const(value=None):
            return "no-none"
        case nodes.Dict() | nodes.Slice():
            return "not-allowed-in-expression"
        case _:
            return next((rule for kind, rule in FOREIGN if isinstance(node, kind)), "")


def _meant(token: str) -> str:
    """A number as we write it; empty if that cannot be told."""
    for read in (lambda typed: int(typed, 0), float):
        try:
            value = read(token)
            text = literal(int(value) if value == int(value) else value)
        except (ValueError, OverflowError):
            continue
        if NUMERAL.fullmatch(text):
            return text
    return ""
