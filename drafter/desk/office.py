"""Word documents as PDF and as pictures of pages, by LibreOffice in a profile of its own that runs and fetches nothing."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from drafter.problem import OutputError, Place, Problem

OFFICE = ("soffice", "libreoffice")
PICTURES = ("pdftoppm",)
"""What the programs are called."""
USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS",
    *(
        f"{os.environ[name]}\\LibreOffice\\program"
        for name in ("ProgramFiles", "ProgramFiles(x86)")
        if os.environ.get(name)
    ),
)
"""Where LibreOffice lies without being in PATH."""
PATIENCE = 120.0
"""Seconds that a program may take."""
DPI = "150"
SETTINGS: Sequence[tuple[str, str, str]] = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("org.openoffice.Office.Common/Filter/PDF/Export", "ExportNotes", "false"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    *(("org.openoffice.Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *(("org.openoffice.Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
)
"""No macro, no active content, no link followed, no comment printed; where it asks the network all the same, nobody answers."""


def printed(document: bytes, name: str, format: str) -> tuple[bytes, ...]:
    """A Word document as a PDF, or as a picture a page; `name` is told in messages. Raises OutputError."""
    place = Place(name)
    office = found(OFFICE)
    if office is None:
        raise OutputError([Problem("no-office", place, {"format": format})])
    pictures = found(PICTURES) if format == "png" else None
    if format == "png" and pictures is None:
        raise OutputError([Problem("no-pictures", place, {"format": format})])
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        home = Path(folder)
        pdf = _pdf(office, document, home, place)
        return (pdf,) if pictures is None else tuple(_pages(pictures, home, place))


def _pdf(office: Path, document: bytes, home: Path, place: Place) -> bytes:
    """The PDF that LibreOffice makes in a folder that was empty before."""
    profile = home / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(_registry(), "utf-8")
    (home / "speech.docx").write_bytes(document)
    (home / "out").mkdir()
    options = [
        "--headless",
        "--invisible",
        "--nologo",
        "--nodefault",
        "--norestore",
        "--nolockcheck",
        "--nofirststartwizard",
    ]
    command = [str(office), f"-env:UserInstallation={profile.as_uri()}", *options, "--convert-to", "pdf"]
    said = _run([*command, "--outdir", str(home / "out"), str(home / "speech.docx")], home, place)
    made = home / "out/speech.pdf"
    data = made.read_bytes() if made.is_file() else b""
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-1024:]:
        raise _failed(place, "LibreOffice", said)
    return _timeless(data, document)


def _timeless(pdf: bytes, document: bytes) -> bytes:
    """The PDF without the moment at which it was made, byte for byte as long: of one document there is one."""
    mark = sha256(document).hexdigest()[:32].upper().encode()
    pdf = re.sub(rb"(/(?:Creation|Mod)Date\(D:)\d{14}", rb"\g<1>19800101000000", pdf)
    pdf = re.sub(rb"(/ID \[ <)[0-9A-F]{32}(>\s<)[0-9A-F]{32}(> \])", rb"\g<1>%b\g<2>%b\g<3>" % (mark, mark), pdf)
    return re.sub(rb"(/DocChecksum /)[0-9A-F]{32}", rb"\g<1>%b" % mark, pdf)


def _pages(program: Path, home: Path, place: Place) -> Iterator[bytes]:
    """The pictures of the pages, in order."""
    said = _run([str(program), "-png", "-r", DPI, str(home / "out/speech.pdf"), str(home / "out/page")], home, place)
    every = sorted((home / "out").glob("page-*.png"), key=lambda path: int(path.stem.rpartition("-")[2]))
    if not every:
        raise _failed(place, "pdftoppm", said)
    for path in every:
        data = path.read_bytes()
        if not data.startswith(b"\x89PNG\r\n"):
            raise _failed(place, "pdftoppm", said)
        yield data


def found(names: Sequence[str]) -> Path | None:
    """The first program of these names in the folders of PATH that are named from the root and are not the current one, else in
    the usual places."""
    endings = (".exe", ".com") if sys.platform == "win32" else ("",)
    here = os.path.realpath(os.curdir)
    for folder in (*os.get_exec_path(), *USUAL):
        if not os.path.isabs(folder) or os.path.realpath(folder) == here:
            continue
        for name in names:
            for ending in endings:
                path = Path(folder, name + ending)
                if path.is_file() and os.access(path, os.X_OK):
                    return path
    return None


def _run(command: Sequence[str], home: Path, place: Place) -> str:
    """What a program said, which has a home of its own and ends in time, with all that it began."""
    own = sys.platform != "win32"
    process = subprocess.Popen(
        command, cwd=home, env=dict(_environment(home)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=own,
    )  # fmt: skip
    try:
        said, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        facts = {"name": Path(command[0]).name, "seconds": f"{PATIENCE:g}"}
        raise OutputError([Problem("office-too-slow", place, facts)]) from None
    finally:
        _end(process, own)
    return said.decode("utf-8", "replace").strip()


def _end(process: subprocess.Popen[bytes], own: bool) -> None:
    """Nothing that was begun goes on."""
    if own:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()


def _environment(home: Path) -> Iterator[tuple[str, str]]:
    """The environment without what leads to a person's settings or to the network."""
    for name, given in os.environ.items():
        if not re.fullmatch(r"(?i).*_proxy|xdg_.*|dbus_.*|display|wayland_display|home|userprofile|python.*", name):
            yield name, given
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        yield name, str(home)
    yield "SAL_USE_VCLPLUGIN", "svp"


def _registry() -> str:
    """The settings of the profile."""
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>'
    )


def _failed(place: Place, name: str, said: str) -> OutputError:
    return OutputError(
        [Problem("office-failed", place, {"name": name, "reason": said.splitlines()[-1] if said else "-"})]
    )
