"""A draft that LibreOffice opened and saved is read back as it left."""

from __future__ import annotations

import pytest

import drafter
from drafter.formats.docx.returned import returned
from tests.conftest import ROOT
from tests.word.office import saved_in_office


@pytest.mark.parametrize("formats", [("docx",), ("odt", "docx")], ids="-".join)
def test_libreoffice_changes_nothing_that_is_read(formats: tuple[str, ...]) -> None:
    data = drafter.draft(ROOT / "examples/work-meeting/brief.yaml").write(source="brief.yaml")
    before, after = returned(data, "a.docx"), returned(saved_in_office((data,), *formats)[0], "a.docx")
    assert after.paragraphs == before.paragraphs and after.rejected is None and not after.untouched
    assert after.record == (before.record if formats == ("docx",) else None)
