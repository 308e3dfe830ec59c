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
        pieces = [
            in_words(piece.strip("{}")) for piece in written
        ]  # typer writes FILE or {FILE}, according to its version
        formatter.write_usage(ctx.command_path, " ".join(pieces), _("Usage: "))

    def get_params(self, ctx: Context) -> list[Any]:
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if getattr(param, "help", None):
                param.help = _(param.help)  # what is Chinese already stays as it is
            if getattr(param, "metavar", None):
                param.metavar = in_words(param.metavar)
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
VALUE = r"Invalid value for '?(?P<name>.+?)'?: "
SAID = (
    (r"(?P<what>.+)\. Did you mean (?P<near>.+)\?", N_("{what}; did you mean {near}?")),
    (r"Missing (?:argument|option|parameter) '(?P<name>.+?)'\..*", N_("{name} is missing")),
    (r"No such option: (?P<name>\S+) \(Possible options: (?P<near>.+)\)", N_("no option {name}; did you mean {near}?")),
    (r"No such option: (?P<name>\S+)", N_("no option {name}")),
    (r"Option '(?P<name>.+)' requires an argument\.", N_("{name} needs a value")),
    (r"Option '(?P<name>.+)' requires (?P<count>\d+) arguments\.", N_("{name} needs {count} values")),
    (r"Option '(?P<name>.+)' does not take a value\.", N_("{name} takes no value")),
    (r"Argument '(?P<name>.+)' takes (?P<count>\d+) values\.", N_("{name} needs {count} values")),
    (
        rf"{VALUE}(?:Takes (?P<count>\d+) values but|(?P<n>\d+) values are required, but) .+",
        N_("{name} has too few or too many values"),
    ),
    (r"Got unexpected extra argument\(s\) \((?P<value>.+)\)", N_("there is nothing to do with {value}")),
    (rf"{VALUE}'(?P<value>.*)' is not one of (?P<of>.+)\.", N_("{name} is {value}, not one of {of}")),
    (
        rf"{VALUE}'(?P<value>.*)' is not a valid (?:int(?:eger)?|float)(?: range)?\.",
        N_("{name} is {value}, not a number"),
    ),
    (
        rf"{VALUE}(?P<value>\S+) is not in the range (?P<of>.+)\.",
        N_("{name} is {value}, which is not in the range {of}"),
    ),
    (rf"{VALUE}'(?P<value>.*)' is not a valid boolean\..*", N_("{name} is {value}, neither yes nor no")),
    (r"Invalid value for .+?: Directory '(?P<path>.*)' does not exist\.", N_("there is no folder {path}")),
    (r"Invalid value for .+?: \S+ '(?P<path>.*)' does not exist\.", N_("there is no file {path}")),
    (r"Invalid value for .+?: \S+ '(?P<path>.*)' is a file\.", N_("{path} is a file, not a folder")),
    (r"Invalid value for .+?: \S+ '(?P<path>.*)' is a directory\.", N_("{path} is a folder, not a file")),
    (
        r"Invalid value for .+?: \S+ '(?P<path>.*)' is not readable\.",
        N_("{path} may not be read; check its permissions"),
    ),
    (
        r"Invalid value for .+?: \S+ '(?P<path>.*)' is not writable\.",
        N_("{path} may not be written; check its permissions"),
    ),
    (r"(?:Invalid value for .+?: |Could not open file )'(?P<path>.*)': .+", N_("{path} cannot be opened")),
    (r"Invalid value: (?P<what>.+)", "{what}"),
    (rf"{VALUE}(?P<what>.+)", N_("{name} cannot be as it is written here")),
)
"""What typer says in English only, and how we say it."""
NOT_UNDERSTOOD = N_("the command cannot be understood as it is written; --help shows how it is")
TYPERS_OWN = frozenset(("Missing command.", "No such command {name!r}."))
"""What it has translated itself."""
METAVARS = (
    N_("OPTIONS"), N_("COMMAND"), N_("ARGS"), N_("BRIEF"), N_("BLUEPRINT"), N_("FILE"), N_("NAME"), N_("DIR"), N_("TEXT"), N_("RULE"),
    N_("FORMAT"), N_("KIND"), N_("VALUE"), N_("KEY"), N_("ID"), N_("OLD"), N_("NEW"), N_("SCHEME"), N_("MOVE"), N_("TITLE"), N_("INTEGER"),
    N_("PATH"), N_("N"), N_("SLOT"), N_("STYLE"), N_("ROLE"), N_("SOURCE"), N_("ADDRESS"), N_("DATE"),
)  # fmt: skip
"""What stands for what is to be typed."""


def in_words(metavar: str) -> str:
    """What stands for what is to be typed, in the user's language; the marks around it stay."""
    return re.sub(r"[A-Z]+", lambda found: _(found[0]) if found[0] in METAVARS else found[0], metavar)


def typers_words(text: str) -> str:
    """What typer says, in our words; what nobody foresaw is said in English only where that is the language."""
    for pattern, ours in SAID:
        if found := re.fullmatch(pattern, text, re.DOTALL):
            return _ours(ours, {name: value or "" for name, value in found.groupdict().items()})
    own = (re.escape(_(one)).replace(re.escape("{name!r}"), ".+") for one in TYPERS_OWN)
    if any(re.fullmatch(one, text) for one in own):
        return text
    said = _(NOT_UNDERSTOOD)
    return f"{said}: {text}" if said == NOT_UNDERSTOOD else said


def _ours(sentence: str, facts: dict[str, str]) -> str:
    """A sentence with what is known of a mistake; of choices the near one is offered."""
    choices = re.findall(r"'([^']*)'", facts.get("of", ""))
    if "near" in facts:
        facts["near"] = facts["near"].replace("'", "")
    if not choices:
        return _(sentence).format_map(facts)
    from drafter.problem import near_miss

    said = _(sentence).format_map({**facts, "of": ", ".join(choices)})
    near = near_miss(facts["value"], choices)
    return _("{what}; did you mean {near}?").format(what=said, near=near) if near else said


def wrong_usage(error: Any) -> None:
    """Say on stderr how the command is used and what was wrong; a group called alone shows its help."""
    from drafter.sentences import visible

    text = error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(text, err=True)
        return
    text = typers_words(text)
    if error.ctx is not None:
        typer.echo(error.ctx.get_usage(), err=True)
    typer.echo(f"{_('error')}: {visible(text)}", err=True)
