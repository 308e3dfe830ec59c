"""The command line of speech-drafter, from its start to its end."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line; `--version` is answered before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from drafter import __version__

        try:
            print(f"speech-drafter {__version__}", flush=True)
        except OSError:  # nobody listens, or a disk is full
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # else Python complains at its end
            sys.exit(1)
        return
    import gc

    # What a start makes stays. Looking it through for garbage, again and again and once more at the end, takes a
    # fifth of the time of a short run, and finds none.
    gc.set_threshold(200_000)  # a draft makes some hundred thousand things
    from drafter.cli.app import run

    try:
        run()
    finally:
        gc.freeze()


if __name__ == "__main__":
    from speech_drafter import main as looked_after

    looked_after()
