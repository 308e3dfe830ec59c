"""What docs/repositories.md shows, run: its hooks by pre-commit itself, and the commands of its workflows as they are written.

pre-commit clones drafter and installs it as it does anywhere, with its own environment; what drafter needs to be built and run
is taken from ours, so that nothing is fetched.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.cases.running import Done, drafter
from tests.conftest import ROOT, need

PAGE = ROOT / "docs/repositories.md"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
WHERE = "https://git.example.org/drafter"
"""Where the page has drafter from."""
PACKAGE = ("pyproject.toml", "README.md", "LICENSE", "speech_drafter.py", HOOKS.name)
FOLDERS = ("drafter", "blueprints")
"""What a clone needs to be installed."""
BIN = Path(sys.executable).parent
GIT = {f"GIT_{who}_{what}": "x@y.z" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # so is "no isolation" spelt
    "PIP_NO_CACHE_DIR": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
    "PYTHONPATH": sysconfig.get_path("purelib"),
}
"""How pre-commit installs here: nothing is fetched, and what drafter needs is found among ours."""
OTHERS = ("GIT_", "PRE_COMMIT", "PIP_", "VIRTUALENV_")
"""Settings of this machine that are none of a test's."""
MENDED = "briefs/night shift.yaml:3:21: fixed: ,, stands where one is enough; keep one [doubled-mark]\n"
UNKNOWN = "briefs/night shift.yaml:2:1: error: unknown slot squad; remove it, or add it to the blueprint's slots [unknown-slot]\n"


@cache
def fences() -> dict[str, str]:
    """The files that the page writes, and under `text` what pre-commit says."""
    every = [one for one in MarkdownIt("commonmark").parse(PAGE.read_text("utf-8")) if one.type == "fence"]
    return {one.info.strip().partition(" ")[2] or one.info.strip(): one.content for one in every}


def run(folder: Path, *command: str, **more: str) -> Done:
    """A command as a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OTHERS)}
    ours = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        command,
        cwd=folder,
        env={**kept, **GIT, **ours, **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )
    return Done(done.returncode, done.stdout)


def committed(folder: Path) -> str:
    """All that a folder holds, in a commit of its own; its name."""
    for command in ("init -q .", "add -A", "commit -q -m x"):
        assert run(folder, "git", *command.split()).code == 0
    return run(folder, "git", "rev-parse", "HEAD").said.strip()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The repository of the page."""
    folder = tmp_path / "desk"
    for name, text in fences().items():
        if "." in name:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def hooked(desk: Path, tmp_path: Path) -> Path:
    """The same, its hooks taken from a clone of this checkout."""
    need("git")
    clone = tmp_path / "drafter"
    clone.mkdir()
    for name in PACKAGE:
        shutil.copy2(ROOT / name, clone / name)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    revision = committed(clone)
    config = desk / ".pre-commit-config.yaml"
    text = config.read_text("utf-8").replace(WHERE, str(clone)).replace("v0.1.0", revision)
    config.write_text(text + "      - id: drafter-check-changed\n", "utf-8")
    committed(desk)
    return desk


def line(id: str, said: str = "", why: str = "") -> str:
    """What pre-commit prints of a hook; of one that failed why, and what it said."""
    name = next(one["name"] for one in yaml.safe_load(HOOKS.read_text("utf-8")) if one["id"] == id)
    how = "Failed" if why else "Passed"
    told = f"- hook id: {id}\n- {why}\n\n{said}\n" if why else ""
    return f"{name}{'.' * (79 - len(name) - len(how))}{how}\n{told}"


def staged(desk: Path, texts: dict[str, str]) -> None:
    """Files as the next commit is to have them."""
    for name, text in texts.items():
        (desk / name).write_text(text, "utf-8")
    assert run(desk, "git", "add", "-A").code == 0


def test_pre_commit_runs_the_hooks_as_it_installs_them(hooked: Path, tmp_path: Path) -> None:
    def hooks(*more: str) -> str:
        home = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "XDG_DATA_HOME": str(tmp_path / "data")}
        return run(hooked, "pre-commit", "run", "--color", "never", *more, **home, **OFFLINE).said

    ids = ("drafter-fix", "drafter-fmt", "drafter-check", "drafter-check-changed")
    passed = "".join(map(line, ids))
    assert hooks("--all-files") == (
        f"[INFO] Initializing environment for {tmp_path}/drafter.\n"
        f"[INFO] Installing environment for {tmp_path}/drafter.\n"
        "[INFO] Once installed this environment will be reused.\n"
        f"[INFO] This may take a few minutes...\n{passed}"
    )
    other = "services:   {web: 今天..。。}\n"
    name = "packs/ours/speeches/thanks.yaml"
    staged(hooked, {"docker-compose.yml": other, name: fences()[name].replace("squad", "team")})
    stopped = line(ids[2], f"{UNKNOWN}1 error, 0 warnings\n", "exit code: 1")
    assert hooks() == line(ids[0]) + line(ids[1]) + stopped + line(ids[3])
    assert stopped.rstrip("\n") == fences()["text"].rstrip("\n")

    brief = hooked / "briefs/night shift.yaml"
    staged(hooked, {"briefs/night shift.yaml": "blueprint: thanks\nteam:   Crew Four\nwork: the long night,,\n"})
    modified = "files were modified by this hook"
    assert hooks() == (
        line(ids[0], f"{MENDED}0 errors, 0 warnings\n", modified)
        + line(ids[1], "briefs/night shift.yaml: laid out (1 line)\n", modified)
        + line(ids[2])
        + line(ids[3])
    )
    assert brief.read_text("utf-8") == "blueprint: thanks\nteam: Crew Four\nwork: the long night,\n"
    assert (hooked / "docker-compose.yml").read_text("utf-8") == other
    staged(hooked, {})
    assert hooks() == passed


def test_the_hooks_are_as_pre_commit_wants_them_and_stand_on_the_page(tmp_path: Path) -> None:
    assert run(tmp_path, "pre-commit", "validate-manifest", str(HOOKS), PRE_COMMIT_HOME=str(tmp_path)) == Done(0, "")
    hooks = yaml.safe_load(HOOKS.read_text("utf-8"))
    page = PAGE.read_text("utf-8")
    assert [one["id"] for one in hooks if f"| `{one['id']}` |" not in page] == []
    assert [one["id"] for one in yaml.safe_load(fences()[".pre-commit-config.yaml"])["repos"][0]["hooks"]] == [
        "drafter-fix",
        "drafter-fmt",
        "drafter-check",
    ]


def commands(job: dict[str, Any]) -> list[str]:
    """What a job runs, but for what installs drafter, which is said to be there."""
    every = [step["run"] for step in job.get("steps", ()) if "run" in step] or [*job["before_script"], *job["script"]]
    first, *others = every
    assert first == f"pip install git+{WHERE}@v0.1.0"
    return others


def jobs(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(fences()[name])
    return read.get("jobs", read)


@pytest.mark.parametrize("name", [".github/workflows/speeches.yml", ".gitlab-ci.yml"])
def test_the_commands_of_a_workflow_check_and_draft(name: str, desk: Path) -> None:
    (desk / "briefs/夜班.yaml").write_text("blueprint: thanks\nsquad: Crew Five\nwork: the dam\n", "utf-8")
    for command in commands(jobs(name)["speeches"]):
        done = run(desk, "bash", "-e", "-o", "pipefail", "-c", command)
        assert done.code == 0, done.said
    assert sorted(path.name for path in (desk / "drafts").iterdir()) == ["night shift.docx", "夜班.docx"]
    assert all(map(zipfile.is_zipfile, (desk / "drafts").iterdir()))
    assert "seed" not in (desk / "briefs/夜班.yaml").read_text("utf-8")


def test_the_log_that_a_workflow_uploads_names_files_as_the_repository_does(desk: Path) -> None:
    steps = jobs(".github/workflows/speeches.yml")["speeches"]["steps"]
    [upload] = [step["with"] for step in steps if "sarif" in step.get("uses", "")]
    (desk / "briefs/夜 班.yaml").write_text("# One\nblueprint: thanks\nteam: Crew Five\nwork: the dam\n", "utf-8")
    check = commands(jobs(".github/workflows/speeches.yml")["speeches"])[0]
    assert run(desk, "bash", "-e", "-c", check) == Done(1, "")
    [run_] = json.loads((desk / upload["sarif_file"]).read_text("utf-8"))["runs"]
    assert [(one["ruleId"], one["locations"][0]["physicalLocation"]) for one in run_["results"]] == [
        (
            "unknown-slot",
            {
                "artifactLocation": {"uri": "briefs/%E5%A4%9C%20%E7%8F%AD.yaml"},
                "region": {"startLine": 3, "startColumn": 1},
            },
        ),
    ]


def test_the_briefs_of_the_page_are_right(desk: Path) -> None:
    assert drafter(desk, "check", ".") == Done(0, "0 errors, 0 warnings\n")
