"""drafter watch BRIEF"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from drafter.cli.draft import Force, Format, Packs, chosen_format
from drafter.cli.words import _, ngettext

if TYPE_CHECKING:
    from drafter.drafting import Draft
    from drafter.problem import Problem


def watch(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help=_("The brief, a YAML file."))],
    output: Annotated[
        Optional[Path],
        typer.Option("-o", "--output", metavar="FILE", help=_("Where to write. Default: beside the brief.")),
    ] = None,
    format: Format = None,
    force: Force = False,
    pack: Packs = None,
) -> None:
    """Draft, then draft again at every save, until Ctrl-C."""
    from drafter.watching import sources, stamps, wait

    packs = tuple(pack or ())
    chosen = chosen_format(str(output) if output else None, format)
    desk = _Desk(brief, output or brief.with_name(f"{brief.stem}.{chosen}"), chosen, packs, force)
    try:
        while True:
            read = stamps(sources(brief, packs))
            desk.draft()
            if not desk.began:
                desk.began = True
                files = ngettext("watching {n} file; Ctrl-C ends", "watching {n} files; Ctrl-C ends", len(read))
                typer.echo(files.format(n=len(read)))
            wait(read)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


@dataclass(slots=True)
class _Desk:
    """The draft as it lies there, drafted anew in place."""

    brief: Path
    target: Path
    format: str
    packs: tuple[Path, ...]
    force: bool
    last: Draft | None = None
    written: bytes = b""
    began: bool = False
    told: frozenset[str] = frozenset()

    def draft(self) -> None:
        """Draft and say what is other; whatever is wrong is said, and stops nothing."""
        from drafter.cli import report
        from drafter.drafting import draft_file
        from drafter.problem import DrafterError

        try:
            new = draft_file(self.brief, self.packs)
            self._write(new)
        except DrafterError as error:
            report.problems(error.problems)
            return
        report.problems(one for one in new.problems if self._key(one) not in self.told)
        self.told = frozenset(map(self._key, new.problems))
        if self.last is None:
            report.drafted(new, str(self.target))
        else:
            _told(self.last, new)
        self.last = new

    @staticmethod
    def _key(problem: Problem) -> str:
        """A warning, wherever it has moved."""
        return f"{problem.rule} {problem.facts}"

    def _write(self, draft: Draft) -> None:
        """Write the draft; what we wrote last may be replaced if nobody has touched it."""
        from drafter.drafting import write_draft
        from drafter.finding import find_style
        from drafter.saving import save
        from drafter.shelf import shelf

        books = shelf(self.packs, self.brief.parent)
        style = find_style(draft.brief.style or draft.blueprint.style, books, draft.brief.place)
        source = os.path.relpath(self.brief, self.target.parent).replace(os.sep, "/")
        data = write_draft(draft, self.format, style, source=source)
        ours = self.written != b"" and self.target.is_file() and self.target.read_bytes() == self.written
        save(self.target, data, force=ours or (self.force and not self.written), source=source)
        self.written = data


def _told(old: Draft, new: Draft) -> None:
    """What is other, line by line."""
    from drafter.sentences import visible
    from drafter.watching import difference

    other = difference(old, new)
    rows = [f"- {text}" for text in other.removed] + [f"+ {text}" for text in other.added]
    for before, after in other.changed:
        rows += [f"- {before}", f"+ {after}"]
    rows += [_("gap closed: {name}").format(name=gap.slot) for gap in other.closed]
    rows += [_("gap opened: {name}").format(name=gap.slot) for gap in other.opened]
    left = len(new.measure.gaps)
    counted = ngettext("{n} gap", "{n} gaps", left).format(n=left) if left else _("no gaps")
    size = _("{characters} characters").format(characters=f"{new.measure.characters:,}")
    typer.echo(_("drafted anew") + f": {size}, {counted}")
    for row in rows or [_("the speech says the same")]:
        typer.echo("  " + visible(row))
