"""The commands, and what happens when one fails."""

from __future__ import annotations

import sys

import typer

import drafter
from drafter.catalogue import _
from drafter.cli.help import Group, WrongUsage, later, later_command, nothing, wrong_usage

HELP = _(
    "Drafts official speeches: a brief with your facts, a blueprint with the structure, a Word document that looks right."
)
app = typer.Typer(
    help=HELP,
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,  # rich would double the time to start
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for name, about, where in (
    ("draft", _("Draft a speech from a brief."), "draft:draft"),
    ("fit", _("Show how a speech is fitted to a length: what stays, what is shortened, what goes."), "fit:fit"),
    ("new", _("Write a brief to fill in for a blueprint."), "new:new"),
    ("ask", _("Fill in a brief by answering questions."), "ask:ask"),
    (
        "next",
        _("Make this year's brief of last year's: every value is marked until somebody confirms it."),
        "next_year:next_year",
    ),
    ("batch", _("Draft a speech for every row of a workbook, or for every brief of a folder."), "batch:batch"),
    ("convert", _("Carry a brief over to another blueprint."), "convert:convert"),
    ("watch", _("Draft a brief anew whenever it is saved."), "watch:watch"),
    ("outline", _("Show the structure of the speech that a brief makes."), "outline:outline"),
    ("explain", _("Tell where every line of a Word draft comes from, also after it was edited."), "explain:explain"),
    ("review", _("Show what was edited in a Word file that came back, and write it into its brief."), "review:review"),
    (
        "update",
        _("Bring a brief up to its blueprint, which changed since the draft was made; what you edited stays."),
        "update:update",
    ),
    ("diff", _("Show what differs between two speeches, or write it as tracked changes."), "diff:diff"),
    ("tidy", _("Read an old speech, clean it and set it properly."), "tidy:tidy"),
    ("distil", _("Make a blueprint and a brief of an old speech."), "distil:distil"),
    ("check", _("List the problems of briefs, blueprints and styles; write nothing."), "check:check"),
    ("schema", _("Print the JSON Schema of a kind of file, for editors."), "schema:schema"),
):
    app.command(name, help=about, cls=later_command(where))(nothing)


def _blueprint() -> typer.Typer:
    from drafter.cli import groups

    return groups.blueprint


def _pack() -> typer.Typer:
    from drafter.cli import groups

    return groups.pack


for name, about, load in (
    ("blueprint", _("Look at the blueprints on the shelf, write and edit your own."), _blueprint),
    ("pack", _("Look at the packs on the shelf."), _pack),
):
    group = typer.Typer(help=about, cls=later(load), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(group, name=name)


def _version(value: bool) -> None:
    if value:
        from drafter import __version__

        typer.echo(f"speech-drafter {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: bool = typer.Option(
        False, "--version", help=_("Show the version and exit."), callback=_version, is_eager=True
    ),
) -> None:
    """Options of the command as a whole."""


def run() -> None:
    """Run the command line; problems are reported, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = app(prog_name="drafter", standalone_mode=False)
    except WrongUsage as error:
        wrong_usage(error)
        sys.exit(2)
    except drafter.DrafterError as error:  # looked up when something was raised: help needs no noun
        from drafter.cli.report import problems

        problems(error.problems)
        sys.exit(1)
    except (
        OSError
    ) as error:  # a disk, a folder or a terminal that went away; typer itself minds Ctrl-C and closed pipes
        from drafter.cli.report import broken_off

        broken_off(error)
        sys.exit(1)
    sys.exit(code)
