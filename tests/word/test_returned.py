"""A draft that LibreOffice opened and saved is read back as it left."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import drafter
from drafter.formats.docx.returned import returned
from tests.conftest import ROOT, need


def through(data: bytes, folder: Path, *formats: str) -> bytes:
    """The document after LibreOffice has opened it and saved it in each of these formats."""
    office, path = need("soffice"), folder / "0/a.docx"
    path.parent.mkdir()
    path.write_bytes(data)
    for n, format in enumerate(formats, 1):
        command = [office, "--headless", "--convert-to", format, "--outdir", str(folder / str(n)), str(path)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HOME": str(folder)}, timeout=120)
        path = folder / str(n) / f"a.{format}"
    return path.read_bytes()


@pytest.mark.parametrize("formats", [("docx",), ("odt", "docx")], ids="-".join)
def test_libreoffice_changes_nothing_that_is_read(formats: tuple[str, ...], tmp_path: Path) -> None:
    data = drafter.draft(ROOT / "examples/work-meeting/brief.yaml").write(source="brief.yaml")
    before, after = returned(data, "a.docx"), returned(through(data, tmp_path, *formats), "a.docx")
    assert after.paragraphs == before.paragraphs and after.rejected is None and not after.untouched
    assert after.record == (before.record if formats == ("docx",) else None)
