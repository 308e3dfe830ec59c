"""Where packs are found: `--pack`, `packs/` beside the brief, the user's folder, plug-ins, the built-in ones."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from drafter import plugins

Kind = Literal["speeches", "fragments", "styles"]
SUFFIX = ".yaml"


class Folder(Struct, frozen=True):
    """A pack on disk: `pack.yaml`, `speeches/*.yaml`, `fragments/*.yaml`, `styles/*.yaml`."""

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


def shelf(extra: Iterable[Path] = (), beside: Path | None = None) -> Shelf:
    """The shelf of this machine: `extra`, packs beside a brief, the user's, then plug-ins', then the built-in ones."""
    packs = [Folder(path.resolve().name, path) for path in extra]
    user = user_folder()
    near = [*_around(beside), *_folders(beside / "packs")] if beside else []
    outside = [pack for pack in near if beside and not _lies(pack, beside)]
    packs += [replace(one, trusted=False) for one in near if one not in outside]
    packs += _folders(user) if user else []
    brought, bad = plugins.load("drafter.packs", lambda root: Path(os.fspath(root)))  # type: ignore[call-overload]
    packs += [Folder(name, root) for name, root in brought.items()]
    ours = [replace(one, ours=True) for one in _folders(built_in())]
    return Shelf((*packs, *ours), tuple(bad.items()), tuple(pack.root for pack in outside))


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
    """Whether a pack lies where its name says, beside a file or around it."""
    return inside(pack.root, beside if pack.root.parent == beside / "packs" else pack.root.parent)


def user_folder() -> Path | None:
    """Where the user's own packs live; nowhere, for a user without a home."""
    from platformdirs import user_data_path

    try:
        return user_data_path("drafter", appauthor=False) / "packs"
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
