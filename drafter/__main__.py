"""The command `drafter`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line; `--version` is answered before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from drafter import __version__

        try:
            print(f"drafter {__version__}", flush=True)
        except OSError:  # nobody listens, or a disk is full
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # else Python complains at its end
            sys.exit(1)
        return
    from drafter.cli.app import run

    run()


if __name__ == "__main__":
    main()
