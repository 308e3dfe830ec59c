"""Another distribution, `drafter`, has a package and a command of the same name; what is told where both are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases.running import Done
from tests.conftest import ROOT

VERSION = "speech-drafter 0.1.0\n"
SHARED = (
    "warning: another distribution, drafter 2.1.3, is installed in the same folder; it does not work beside speech-drafter, and "
    "uninstalling it takes files of speech-drafter along; give each an environment of its own\n"
)
LOST = (
    "error: another distribution, {other}, has taken {files} from speech-drafter; run `pip uninstall drafter` and install "
    "speech-drafter anew with `--force-reinstall`, or give each an environment of its own\n"
)
TAKEN = (
    "错误：另一个发行包 drafter 2.1.3 占去了 speech-drafter 的 drafter/__main__.py；请运行 `pip uninstall drafter`，"
    "再加 `--force-reinstall` 重新安装 speech-drafter，或者让两者各用一个环境\n"
)
THEIRS = '"""Drafter: a friendly web framework for students learning Python."""\nprint("theirs runs")\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder where ours is installed."""
    shutil.copy(ROOT / "speech_drafter.py", tmp_path)
    shutil.copytree(ROOT / "drafter", tmp_path / "drafter", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def installed(site: Path) -> None:
    """What the installing of the other one leaves beside the package."""
    (site / "drafter-2.1.3.dist-info").mkdir()


def version(site: Path, module: str = "speech_drafter", **environment: str) -> Done:
    """`--version`, with nothing to import but what is in the folder."""
    done = subprocess.run(
        [sys.executable, "-S", "-m", module, "--version"],
        env={**os.environ, "PYTHONPATH": str(site), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=site.parent,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode())


def test_alone_it_says_nothing(site: Path) -> None:
    (site / "drafter_tools-1.0.dist-info").mkdir()
    assert version(site) == Done(0, VERSION)


@pytest.mark.parametrize("module", ["speech_drafter", "drafter"])
def test_installed_later_it_runs_and_warns(site: Path, module: str) -> None:
    installed(site)
    assert version(site, module) == Done(0, SHARED + VERSION)


@pytest.mark.parametrize("taken", [["drafter/__init__.py"], ["drafter/__init__.py", "drafter/__main__.py"]])
def test_overwritten_it_runs_nothing_of_the_other(site: Path, taken: list[str]) -> None:
    installed(site)
    for name in taken:
        (site / name).write_text(THEIRS)
    assert version(site) == Done(1, LOST.format(other="drafter 2.1.3", files=", ".join(taken)))


def test_after_the_other_was_uninstalled_it_says_what_is_gone(site: Path) -> None:
    for name in ("__init__", "__main__"):
        (site / f"drafter/{name}.py").unlink()
    assert version(site) == Done(1, LOST.format(other="drafter", files="drafter/__init__.py, drafter/__main__.py"))


def test_it_is_told_in_chinese(site: Path) -> None:
    installed(site)
    (site / "drafter/__main__.py").write_text(THEIRS)
    assert version(site, LANGUAGE="zh_CN", PYTHONUTF8="1") == Done(1, TAKEN)


def test_a_warning_that_nobody_hears_stops_nothing(site: Path) -> None:
    installed(site)
    line = f"PYTHONPATH={site} {sys.executable} -S -m speech_drafter --version 2>&-"
    assert subprocess.run(["bash", "-c", line], capture_output=True, check=False).stdout.decode() == VERSION


def test_its_version_costs_no_large_import(site: Path) -> None:
    code = "import sys; sys.argv[1:] = ['--version']; import speech_drafter; speech_drafter.main(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        check=True,
    )
    loaded = set(done.stdout.decode().split())
    assert loaded.isdisjoint({"importlib.metadata", "gettext", "re", "typing", "pathlib", "drafter.cli"})
