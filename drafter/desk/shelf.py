"""Where packs are found: `--pack`, `packs/` beside the file and in the working folder, the user's folder, plug-ins, the built-in ones."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from drafter import plugins
from drafter.problem import Place, Problem

Kind = Literal["speeches", "fragments", "styles", "words", "checks"]
SUFFIX = ".yaml"
OF_PACKS = ("pack.yaml", "speeches", "fragments", "styles", "words", "checks", "cues.yaml", "facts.yaml")
"""What a pack may hold; a folder without any of them is none."""


class Folder(Struct, frozen=True):
    """A pack on disk: `pack.yaml`, `speeches/*.yaml`, `fragments/*.yaml`, `styles/*.yaml`, `words/*.yaml`, `checks/*.yaml`."""

    name: str
    """The pack's name."""
    root: Path
    """Its folder."""
    trusted: bool = True
    """Not one that merely lies beside a file, where a stranger may have put it."""
    ours: bool = False
    """One that comes with drafter."""

    def names(self, kind: Kind) -> tuple[str, ...]:
        """What it holds of a kind."""
        try:
            found = sorted(path.stem for path in (self.root / kind).iterdir() if path.suffix == SUFFIX)
        except (OSError, ValueError):
            return ()
        return tuple(name for name in found if self.path(kind, name))

    def file(self, name: str) -> Path | None:
        """A file of its own, such as `pack.yaml`; no link that leads out of the pack, no pipe and no device."""
        path = self.root / name
        return path if os.path.isfile(path) and inside(path, self.root) else None

    def path(self, kind: Kind, name: str) -> Path | None:
        """The file of that name, if the pack has it; a link that leads out of the pack is not followed."""
        return None if os.sep in name or "/" in name or name.startswith(".") else self.file(f"{kind}/{name}{SUFFIX}")


class Shelf(Struct, frozen=True):
    """The packs in the order in which they are asked."""

    packs: tuple[Folder, ...]
    bad: tuple[tuple[str, str], ...] = ()
    """The plug-ins that should bring packs and cannot be loaded, each with the reason."""
    outside: tuple[Path, ...] = ()
    """Links beside the file that lead out of its folder: no packs, for whoever put them there could mean any folder."""

    def paths(self, kind: Kind, name: str) -> tuple[Path, ...]:
        """The files of that name, the one that counts first; `pack/name` asks one pack alone."""
        owner, _, name = name.rpartition("/")
        packs = (pack for pack in self.packs if not owner or pack.name == owner)
        return tuple(path for pack in packs if (path := pack.path(kind, name)))

    def names(self, kind: Kind) -> Iterator[tuple[str, Folder]]:
        """Every name with the pack that gives it, each once."""
        seen = set()
        for pack in self.packs:
            for name in pack.names(kind):
                if name not in seen:
                    seen.add(name)
                    yield name, pack


def no_packs(folders: Iterable[Path]) -> tuple[Problem, ...]:
    """What is wrong with the folders that are named as packs: none is there, or it holds packs and is none."""
    found = []
    for folder in folders:
        name = str(folder)
        if not folder.is_dir():
            rule = "is-no-folder" if folder.exists() else "no-pack-there"
            found.append(Problem(rule, Place(name), {"name": name}))
        elif not any((folder / one).exists() for one in OF_PACKS):
            below = [str(one.root) for one in _folders(folder) if any((one.root / of).exists() for of in OF_PACKS)]
            if below:  # a folder of packs; one that is empty may be filled yet
                near = below[0] if len(below) == 1 else ""
                found.append(Problem("no-pack", Place(name), {"name": name, "near": near, "of": " ".join(OF_PACKS)}))
    return tuple(found)


def shelf(extra: Iterable[Path] = (), beside: Path | None = None) -> Shelf:
    """The shelf of this machine: `extra`, packs beside a brief and in the working folder, the user's, plug-ins', the built-in ones."""
    packs = [Folder(path.resolve().name, path) for path in extra]
    user = user_folder()
    near = [*(_around(beside) if beside else ()), *_lying(beside)]
    outside = [pack for pack in near if not _lies(pack, beside or Path())]
    packs += [replace(one, trusted=False) for one in near if one not in outside]
    packs += _folders(user) if user else []
    brought, bad = plugins.load("drafter.packs", lambda root: Path(os.fspath(root)))  # type: ignore[call-overload]
    packs += [Folder(name, root) for name, root in brought.items()]
    ours = [replace(one, ours=True) for one in _folders(built_in())]
    return Shelf((*packs, *ours), tuple(bad.items()), tuple(pack.root for pack in outside))


def _lying(beside: Path | None) -> list[Folder]:
    """The packs in `packs/` beside a file, then those in the working folder: whoever stands there sees them in every command."""
    here = Path()
    folders = _folders(beside / "packs") if beside else []
    if beside is None or not _same(beside, here):
        folders += _folders(here / "packs")
    return folders


def _same(folder: Path, other: Path) -> bool:
    """Whether two names lead to one folder."""
    try:
        return folder.samefile(other)
    except OSError:
        return False


def _around(folder: Path) -> list[Folder]:
    """The pack in one of whose folders a file lies, and those beside it."""
    try:
        root = folder.resolve().parent
    except (OSError, RuntimeError):
        return []
    if folder.resolve().name not in get_args(Kind) or not os.path.isfile(root / "pack.yaml"):
        return []
    return [Folder(root.name, root), *(one for one in _folders(root.parent) if one.name != root.name)]


def _lies(pack: Folder, beside: Path) -> bool:
    """Whether a pack lies where its name says: beside a file or around it, or in the working folder."""
    held = (folder for folder in (beside, Path()) if pack.root.parent == folder / "packs")
    return inside(pack.root, next(held, pack.root.parent))


def user_folder() -> Path | None:
    """Where the user's own packs live; nowhere, for a user without a home."""
    home = user_home()
    return home / "packs" if home else None


def user_home() -> Path | None:
    """The user's folder, in which their packs and their checks lie; nowhere, for a user without a home."""
    from platformdirs import user_data_path

    try:
        return user_data_path("drafter", appauthor=False)
    except RuntimeError:
        return None


def built_in() -> Path:
    """The packs that come with drafter: inside the wheel, or beside the package in an editable install."""
    here = Path(__file__).parent.parent
    return here / "packs" if (here / "packs").is_dir() else here.parent / "blueprints"


def elsewhere(name: str) -> bool:
    """Whether a path leads away from a folder on some system, told by its text alone: to resolve `//server/x` asks the network."""
    return re.match(r"[/\\]|[A-Za-z]:", name) is not None or ".." in re.split(r"[/\\]", name)


def inside(path: Path, root: Path) -> bool:
    """Whether a path, links followed, lies in a folder; what cannot be followed lies nowhere."""
    try:
        followed = path.resolve()  # of a ring, Python 3.13 gives back a link
        return not os.path.islink(followed) and followed.is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):  # a ring of links, a name that the system cannot have
        return False


def _folders(root: Path) -> list[Folder]:
    try:
        return [Folder(path.name, path) for path in sorted(root.iterdir()) if path.is_dir()]
    except OSError:
        return []
