"""What all tests share: the tools that look at documents, skipped where absent unless DRAFTER_ALL_TOOLS is set."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
NPM = ROOT / ".tools/npm/node_modules/.bin"
"""What `make tools` installs with npm: the Open XML SDK validator, the language server of editors."""
for name in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(name, None)  # messages in English, before the first of them is looked up
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of processes are begun; each would compile all again
signal.signal(
    signal.SIGINT, signal.default_int_handler
)  # one that was begun in the background hears no Ctrl-C, nor do its children
gc.set_threshold(50_000, 20, 20)  # what tests make is soon gone without
settings.register_profile("drafter", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("drafter")


@pytest.fixture(autouse=True, scope="session")
def _alone(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No packs of the person who runs the tests."""
    home = tmp_path_factory.mktemp("home")
    os.environ["XDG_DATA_HOME"] = str(home / "data")


def need(tool: str) -> str:
    """The path of a tool; the test is skipped where it is absent, or fails where all tools were promised."""
    found = shutil.which(tool, path=str(NPM)) or shutil.which(tool)
    if found:
        return found
    why = f"{tool} is not installed; `make tools` installs it"
    if os.environ.get("DRAFTER_ALL_TOOLS"):
        pytest.fail(why)
    pytest.skip(why)


def pytest_collection_finish() -> None:
    """Thousands of tests have been made that stay to the end: no collection of garbage need walk through them again."""
    gc.collect()
    gc.freeze()


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Nor through what the tests of a file leave behind."""
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say last what was not looked at, a line a reason with the number of its tests."""
    skipped = Counter(report.longrepr[-1] for report in terminalreporter.stats.get("skipped", []))
    for why, count in skipped.most_common():
        terminalreporter.write_line(f"skipped {count}: {why.removeprefix('Skipped: ')}")
