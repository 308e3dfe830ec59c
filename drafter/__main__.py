"""The command `drafter`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; `--version` is answered before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from drafter import __version__

        print(f"drafter {__version__}")
        return
    from drafter.cli.app import run

    run()


if __name__ == "__main__":
    main()
