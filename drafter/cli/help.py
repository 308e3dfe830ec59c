"""Help and wrong usage in the user's language all through: typer leaves some of it in English."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from drafter.catalogue import N_, _

if TYPE_CHECKING:
    from typer import Context


class _Translated:
    """What commands and groups of them share."""

    def format_usage(self, ctx: Context, formatter: Any) -> None:
        written = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        pieces = [piece.strip("{}") for piece in written]  # typer writes FILE or {FILE}, according to its version
        formatter.write_usage(ctx.command_path, " ".join(pieces), _("Usage: "))

    def get_params(self, ctx: Context) -> list[Any]:
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if getattr(param, "help", None):
                param.help = _(param.help)  # what is Chinese already stays as it is
        return params


class Command(_Translated, TyperCommand):  # type: ignore[misc]
    """One command."""


class Group(_Translated, TyperGroup):  # type: ignore[misc]
    """A command of commands."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, args)
        return name, getattr(command, "loaded", lambda: command)(), rest


def nothing() -> None:
    """What stands for a command until it is run."""


def later_command(where: str) -> type[Command]:
    """A command whose function, `module:name`, is looked at when it is run: others need no more than its name and help."""

    class Later(Command):
        def loaded(self) -> Any:
            module, name = where.split(":")
            alone = typer.Typer(add_completion=False, rich_markup_mode=None)
            function = getattr(import_module(f"drafter.cli.{module}"), name)
            alone.command(self.name, help=self.help, cls=Command)(function)
            return typer.main.get_command(alone)

    return Later


def later(load: Callable[[], typer.Typer]) -> type[Group]:
    """A group whose commands are made when they are asked for: most runs need none of them."""

    class Later(Group):
        def _commands(self) -> None:
            if not self.commands:
                self.commands.update(typer.main.get_group(load()).commands)

        def list_commands(self, ctx: Any) -> list[str]:
            self._commands()
            names: list[str] = super().list_commands(ctx)
            return names

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            self._commands()
            return super().get_command(ctx, cmd_name)

    return Later


WrongUsage: type[Exception] = typer.BadParameter.__mro__[1]
"""What every wrong use of the command line raises."""
SAID = (
    (r"(?P<what>.+)\. Did you mean '(?P<near>[^']+)'.*\?", N_("{what}; did you mean {near}?")),
    (r"Missing argument '(?P<name>.+)'\.", N_("{name} is missing")),
    (r"No such option: (?P<name>\S+) \(Possible options: (?P<near>.+)\)", N_("no option {name}; did you mean {near}?")),
    (r"No such option: (?P<name>\S+)", N_("no option {name}")),
    (r"Option '(?P<name>.+)' requires an argument\.", N_("{name} needs a value")),
    (r"Got unexpected extra argument\(s\) \((?P<value>.+)\)", N_("there is nothing to do with {value}")),
    (
        r"Invalid value for '(?P<name>.+?)': '(?P<value>.*)' is not one of (?P<of>.+)\.",
        N_("{name} is {value}, not one of {of}"),
    ),
    (
        r"Invalid value for '(?P<name>.+?)': '(?P<value>.*)' is not a valid int(eger)?\.",
        N_("{name} is {value}, not a number"),
    ),
    (
        r"Invalid value for '.+?': (Directory|File|Path) '(?P<name>.*)' does not exist\.",
        N_("there is no folder {name}"),
    ),
    (r"Invalid value for '.+?': Directory '(?P<name>.*)' is a file\.", N_("{name} is a file, not a folder")),
    (r"Invalid value: (?P<what>.+)", "{what}"),
)
"""What typer says in English only, and how we say it; whatever else it says stands as it is."""


def wrong_usage(error: Any) -> None:
    """Say on stderr how the command is used and what was wrong; a group called alone shows its help."""
    from drafter.sentences import visible

    text = error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(text, err=True)
        return
    for pattern, ours in SAID:
        if found := re.fullmatch(pattern, text):
            text = _(ours).format_map(found.groupdict())
            break
    if error.ctx is not None:
        typer.echo(error.ctx.get_usage(), err=True)
    typer.echo(f"{_('error')}: {visible(text)}", err=True)
