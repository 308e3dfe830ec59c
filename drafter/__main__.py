"""The command `drafter`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; `--version` is answered before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from drafter import __version__

        print(f"drafter {__version__}")
        return
    import gc

    gc.set_threshold(100_000)  # what a start makes stays; looking it through for garbage takes a twentieth of the time
    from drafter.cli.app import run

    run()


if __name__ == "__main__":
    main()
