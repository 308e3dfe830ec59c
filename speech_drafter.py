"""The commands `drafter` and `speech-drafter`: a look at who else lives in the package's folder, then the command line.

Another distribution, `drafter`, has a package and a command of the same name. Of two in one environment the later
overwrites the earlier. This module is only ours, and imports nothing of the package before it knows whose that is.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = ("drafter/__init__.py", "drafter/__main__.py")
"""The files that both have."""
OURS = b"speech"
"""What the first line of each of them says, here and not there."""


def main() -> None:
    """Run the command line, which Ctrl-C ends at any moment without a traceback: while it is still being imported, too."""
    try:
        if sys.argv[1:] != ["--version"]:  # which is over before `signal` is imported
            hear()
        run()
    except KeyboardInterrupt:
        deafen()
        sys.exit(130)
    finally:
        deafen()


def hear() -> None:
    """Let Ctrl-C end the run; an exception raised amid an import might be swallowed there, and nothing is under way then."""
    import signal

    def end(number: int, frame: FrameType | None) -> None:
        if frame and frame.f_code.co_filename.startswith("<frozen importlib"):
            os._exit(130)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is to be ignored
        signal.signal(signal.SIGINT, end)


def deafen() -> None:
    """Heed no Ctrl-C any more: all is done, and Python would tell where it was on its way out."""
    if signal := sys.modules.get("signal"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def run() -> None:
    """Run it; say first what of it another distribution has overwritten."""
    other, taken = neighbour(HERE), [name for name in SHARED if foreign(os.path.join(HERE, name))]
    if taken:
        say(lost(other, taken))
        sys.exit(1)
    if other:
        say(shared(other))
    try:
        from drafter.__main__ import main as command_line
    except ModuleNotFoundError as error:
        if error.name != "drafter.__main__":
            raise
        say(lost(other, SHARED))  # the other one was uninstalled, and took them along
        sys.exit(1)
    command_line()


def neighbour(folder: str) -> str:
    """The other distribution with its version, if it is installed in this folder."""
    names = os.listdir(folder) if os.path.isdir(folder) else []  # no folder in an archive
    for name in names:
        if name.startswith("drafter-") and name.endswith(".dist-info"):
            return name.removesuffix(".dist-info").replace("-", " ", 1)
    return ""


def foreign(path: str) -> bool:
    """Whether a file of the package is there and is not ours."""
    try:
        with open(path, "rb") as file:
            return OURS not in file.readline()
    except OSError:
        return False


def lost(other: str, files: Sequence[str]) -> str:
    """The sentence for what does not run any more."""
    _ = words()
    return _(
        "error: another distribution, {other}, has taken {files} from speech-drafter; run `pip uninstall drafter` and install "
        "speech-drafter anew with `--force-reinstall`, or give each an environment of its own"
    ).format(other=other or "drafter", files=", ".join(files))


def shared(other: str) -> str:
    """The sentence for what runs, but not for long."""
    _ = words()
    return _(
        "warning: another distribution, {other}, is installed in the same folder; it does not work beside speech-drafter, and "
        "uninstalling it takes files of speech-drafter along; give each an environment of its own"
    ).format(other=other)


def words() -> Callable[[str], str]:
    """The translator of messages, made without the package; only who has something to say pays for it."""
    import gettext

    try:
        return gettext.translation("drafter", os.path.join(HERE, "drafter", "locale"), fallback=True).gettext
    except Exception:  # whatever it does with a file that is no catalogue
        return str


def say(text: str) -> None:
    """A line on stderr, if somebody listens."""
    from contextlib import suppress

    with suppress(OSError):
        os.write(2, f"{text}\n".encode())


if __name__ == "__main__":
    main()
