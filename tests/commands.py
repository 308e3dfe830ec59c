"""docs/cli.md, made from the commands themselves; typer's own layout of help changes with its version."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import typer

from drafter.cli.app import app

HEAD = """# The command line

Made by `make accept` from the commands' own words. Every command has `-h`, `--help`; `drafter --install-completion` teaches your
shell to complete them. `speech-drafter` is the same command under a name that is only ours.
"""
TYPERS_OWN = ("help", "install_completion", "show_completion")


def page() -> str:
    """The whole page: what every command says of itself."""
    return "\n".join(
        (HEAD, *sections(typer.main.get_command(app), typer.Context(typer.main.get_command(app)), "drafter"))
    )


def sections(command: Any, context: Any, words: str) -> Iterator[str]:
    """A command and all below it."""
    given = [param for param in command.get_params(context) if param.name not in TYPERS_OWN]
    names = command.list_commands(context) if hasattr(command, "list_commands") else []
    usage = " ".join([words, *(argument(param) for param in given if not dashed(param)), *["COMMAND"][: len(names)]])
    yield f"## {words}\n\n{command.help}\n\n```\n{usage}\n```\n"
    below = [command.resolve_command(context, [name])[1] for name in names]
    rows = [*map(row, given), *(f"- `{words} {name}`: {one.help}" for name, one in zip(names, below, strict=True))]
    if rows:
        yield "\n".join(rows) + "\n"
    for name, one in zip(names, below, strict=True):
        yield from sections(one, context, f"{words} {name}")


def dashed(param: Any) -> bool:
    return param.opts[0].startswith("-")


def argument(param: Any) -> str:
    """An argument as it stands in the usage."""
    name: str = param.metavar or param.name.upper()
    return name if param.required or "[" in name else f"[{name}]"


def row(param: Any) -> str:
    """A parameter: how it is typed, what it does."""
    typed = param.metavar or param.name.upper()
    if dashed(param):
        choices = "|".join(getattr(param.type, "choices", ()))
        typed = f"{', '.join(param.opts)} {param.metavar or choices}".rstrip()
    default = getattr(param.default, "value", param.default)
    notes = [*["required"][: param.required and dashed(param)], *[f"default: {default}"][: isinstance(default, str)]]
    return f"- `{typed}`: {param.help}" + f" [{', '.join(notes)}]" * bool(notes)


if __name__ == "__main__":
    sys.stdout.write(page())
