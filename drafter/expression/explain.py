"""Expressions that Jinja2's parser reads, translated into our own closed grammar; nothing is compiled or run."""

from __future__ import annotations

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from drafter.encoding import FORBIDDEN
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
)

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


class Refused(Exception):
    """A syntax node that the language does not have."""


class Unreadable(Exception):
    """A text that is no expression; says why."""


def parsed(text: str) -> Expression:
    """The expression in a text; raises Refused or Unreadable."""
    try:
        tree = Parser(PARSER, "{{" + text + "}}").parse()  # Environment.parse compiles and runs a traceback on errors
        match tree.body:
            case [nodes.Output(nodes=[nodes.Expr() as only])] if not isinstance(only, nodes.TemplateData):
                return _expression(only)
    except (TemplateSyntaxError, ValueError, OverflowError, RecursionError) as error:
        reason = error.message if isinstance(error, TemplateSyntaxError) else None
        raise Unreadable(reason or "not an expression") from error
    raise Unreadable("not an expression")


def _expression(node: nodes.Expr) -> Expression:
    """The closed grammar: whatever is not named here does not exist."""
    match node:
        case nodes.Name(name=name):
            return Name(name)
        case nodes.Getattr(node=of, attr=attr):
            return Field(_expression(of), attr)
        case nodes.Const():
            return Literal(_constant(node))
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
            raise Refused(_sign(node))


def _constant(node: nodes.Expr) -> str | int | float | bool:
    match node:
        case nodes.Const(value=str(value)) if FORBIDDEN.search(value) or "\r" in value:
            raise Unreadable("a character that no document can hold")
        case nodes.Const(value=value) if isinstance(value, str | int | float | bool):
            return value
        case nodes.Const():
            raise Refused("Const")
        case _:
            raise Refused("[ ]")


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
