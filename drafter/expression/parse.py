"""Text → Prose and Expression. The only room that knows Jinja2, and of Jinja2 only its parser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from drafter.model.expression import (
    Both,
    Compare,
    Either,
    Expression,
    Field,
    Filtered,
    Literal,
    Name,
    Negation,
    Operator,
    Prose,
    Toggle,
)
from drafter.problem import Place

WIDE_BRACES = re.compile(r"｛｛|｝｝|\{｛|｛\{|\}｝|｝\}")
LONGEST = 500
"""Characters in one expression; a person's is under fifty."""
DEEPEST = 30
"""Brackets and operators in one expression."""
MOST_FAULTS = 20
"""Faults told of one text in one run."""
PARSER = Environment()
"""Its lexer and the names of its tokens; no template is ever made."""
SIGNS = {"Call": "( )", "Getitem": "[ ]", "Slice": ":", "Dict": "{ }", "CondExpr": "if", "Concat": "~"}
"""Syntax that is refused, as it is typed."""
OPERATORS: dict[str, Operator] = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
    "notin": "not in",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a text, and at which of its characters."""

    rule: str
    at: int
    facts: tuple[tuple[str, str], ...] = ()


class _Refused(Exception):
    """A syntax node that the language does not have."""


def parse_prose(text: str, place: Place) -> tuple[Prose, tuple[Fault, ...]]:
    """A text with `{{ expressions }}` and `**strong**` words taken apart, and all its faults."""
    faults: list[Fault] = []
    pieces: list[str | Expression | Toggle] = []
    toggles = 0

    def plain(start: int, end: int) -> None:
        nonlocal toggles
        part = text[start:end]
        faults.extend(_stray(part, start))
        for n, words in enumerate(part.split("**")):
            if n:
                pieces.append(Toggle())
                toggles += 1
            if words:
                pieces.append(words)

    at = 0
    while (start := text.find("{{", at)) >= 0 and (end := text.find("}}", start + 2)) >= 0:
        plain(at, start)
        expression, fault = parse_expression(text[start + 2 : end])
        if fault:
            faults.append(Fault(fault.rule, start + 2 + fault.at, fault.facts))
        elif expression is not None:
            pieces.append(expression)
        at = end + 2
    plain(at, len(text))
    if toggles % 2:
        faults.append(Fault("unclosed-strong", text.rfind("**")))
    return Prose(text, tuple(pieces), place), tuple(sorted(faults, key=lambda fault: fault.at)[:MOST_FAULTS])


@lru_cache(maxsize=4096)
def parse_expression(text: str) -> tuple[Expression | None, Fault | None]:
    """One expression, or the fault that forbids it."""
    if len(text) > LONGEST or len(re.findall(r"[\[({]|\bnot\b|[-+~|.]", text)) > DEEPEST:
        return None, Fault("expression-too-long", 0, (("most", str(LONGEST)),))
    wide = re.search(r"[｜＝（）＂“”‘’]", text)
    if wide:
        return None, Fault("wide-mark-in-expression", wide.start(), (("mark", wide[0]),))
    try:
        tree = Parser(PARSER, "{{" + text + "}}").parse()  # Environment.parse compiles and runs a traceback on errors
        match tree.body:
            case [nodes.Output(nodes=[nodes.Expr() as only])] if not isinstance(only, nodes.TemplateData):
                return _expression(only), None
    except _Refused as refused:
        return None, Fault("not-allowed-in-expression", 0, (("what", str(refused)),))
    except (TemplateSyntaxError, ValueError, OverflowError, RecursionError) as error:
        reason = error.message if isinstance(error, TemplateSyntaxError) else None
        return None, Fault("expression-syntax", 0, (("reason", reason or "not an expression"),))
    return None, Fault("expression-syntax", 0, (("reason", "not an expression"),))


def _stray(part: str, start: int) -> list[Fault]:
    """Marks in plain text that were meant as template marks."""
    faults = [Fault("wide-braces", start + found.start()) for found in WIDE_BRACES.finditer(part)]
    for mark, rule in (
        ("{{", "unclosed-braces"),
        ("}}", "unopened-braces"),
        ("{%", "no-statements"),
        ("{#", "no-statements"),
    ):
        faults += [Fault(rule, start + found.start()) for found in re.finditer(re.escape(mark), part)]
    return faults


def _expression(node: nodes.Expr) -> Expression:
    """The closed grammar: whatever is not named here does not exist."""
    match node:
        case nodes.Name(name=name):
            return Name(name)
        case nodes.Getattr(node=of, attr=attr):
            return Field(_expression(of), attr)
        case nodes.Const(value=value) if isinstance(value, str | int | float | bool):
            return Literal(value)
        case nodes.Tuple(items=items) | nodes.List(items=items):
            return Literal(tuple(_constant(item) for item in items))
        case nodes.Compare(expr=left, ops=[nodes.Operand(op=op, expr=right)]) if op in OPERATORS:
            return Compare(_expression(left), OPERATORS[op], _expression(right))
        case nodes.And(left=left, right=right):
            return Both(_expression(left), _expression(right))
        case nodes.Or(left=left, right=right):
            return Either(_expression(left), _expression(right))
        case nodes.Not(node=of):
            return Negation(_expression(of))
        case nodes.Filter(node=nodes.Expr() as of, name=name, args=[], kwargs=[], dyn_args=None, dyn_kwargs=None):
            return Filtered(_expression(of), name)
        case _:
            raise _Refused(_sign(node))


def _constant(node: nodes.Expr) -> str | int | float | bool:
    match node:
        case nodes.Const(value=value) if isinstance(value, str | int | float | bool):
            return value
        case _:
            raise _Refused("[ ]")


def _sign(node: nodes.Expr) -> str:
    """How a refused piece of syntax looks."""
    match node:
        case nodes.Filter(name=name) | nodes.Test(name=name):
            return f"{name}( )" if isinstance(node, nodes.Filter) else f"is {name}"
        case nodes.Compare(ops=ops):
            return " … ".join(OPERATORS.get(op.op, op.op) for op in ops)
        case nodes.BinExpr() | nodes.UnaryExpr():
            return node.operator or type(node).__name__
        case _:
            return SIGNS.get(type(node).__name__, type(node).__name__)
