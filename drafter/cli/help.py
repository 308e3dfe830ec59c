"""Help in the user's language all through: typer leaves the usage line and its own options in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from drafter.cli.words import _

if TYPE_CHECKING:
    from typer import Context


class _Translated:
    """What commands and groups of them share."""

    def format_usage(self, ctx: Context, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
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
