"""Drafts edited in LibreOffice as a person edits them: a Basic macro that it runs without a window."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from html import escape
from pathlib import Path

from tests.conftest import need
from tests.word.edits import Edit

MACROS = "home/.config/libreoffice/4/user/basic/Standard/Module1.xba"
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{source}</script:module>
"""
BASIC = """
Dim doc As Object

Sub Opened(path As String, tracked As Boolean)
  Dim given(0) As New com.sun.star.beans.PropertyValue
  given(0).Name = "Hidden"
  given(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, given())
  doc.RecordChanges = tracked
End Sub

Sub Saved(path As String, filter As String)
  Dim given(0) As New com.sun.star.beans.PropertyValue
  given(0).Name = "FilterName"
  given(0).Value = filter
  doc.storeToURL(ConvertToURL(path), given())
End Sub

Function Paragraph(n As Long) As Object
  Dim every As Object, i As Long
  every = doc.Text.createEnumeration()
  For i = 0 To n
    Paragraph = every.nextElement()
  Next
End Function

Function Cursor(n As Long, at As Long, size As Long) As Object
  Dim here As Object
  here = doc.Text.createTextCursorByRange(Paragraph(n).getStart())
  here.goRight(at, False)
  here.goRight(size, True)
  Cursor = here
End Function

Sub Replaced(n As Long, at As Long, size As Long, words As String)
  Dim here As Object
  here = Cursor(n, at, size)
  If size > 0 Then
    here.setString(words)
  Else
    doc.Text.insertString(here, words, False)
  End If
End Sub

Sub Inserted(n As Long, words As String)
  Dim here As Object
  here = doc.Text.createTextCursorByRange(Paragraph(n).getEnd())
  doc.Text.insertControlCharacter(here, 0, False)
  doc.Text.insertString(here, words, False)
End Sub

Sub Deleted(n As Long)
  Dim here As Object
  here = doc.Text.createTextCursorByRange(Paragraph(n).getStart())
  here.gotoEndOfParagraph(True)
  here.goRight(1, True)
  here.setString("")
End Sub

Sub Parted(n As Long, at As Long)
  doc.Text.insertControlCharacter(Cursor(n, at, 0), 0, False)
End Sub

Sub Joined(n As Long)
  Dim here As Object
  here = doc.Text.createTextCursorByRange(Paragraph(n).getEnd())
  here.goRight(1, True)
  here.setString("")
End Sub

Sub Moved(n As Long, m As Long)
  Dim words As String
  words = Paragraph(n).getString()
  If m < n Then
    Deleted(n)
    Inserted(m - 1, words)
  Else
    Inserted(m, words)
    Deleted(n)
  End If
End Sub

Sub Bold(n As Long, at As Long, size As Long)
  Dim here As Object
  here = Cursor(n, at, size)
  here.CharWeight = 150
End Sub
"""
MOST = 20
"""Edits in one run."""
DOCX, ODT = "MS Word 2007 XML", "writer8"


Job = tuple[Path, Path, Edit | None, bool, bool]
"""A file, where its edited copy goes, what is done to it, whether that is tracked, whether it goes through .odt."""


def edited_in_office(jobs: Sequence[Job], folder: Path) -> None:
    """Edit copies of files, many in one run; an edit over which LibreOffice itself falls leaves no copy."""
    (folder / "home").mkdir()
    _run([], folder)
    todo = list(jobs)
    while todo:
        fell = not _run(todo[:MOST], folder)
        done = next((n for n, job in enumerate(todo[:MOST]) if not job[1].exists()), len(todo[:MOST]))
        todo = todo[done + fell :]


def _run(jobs: Sequence[Job], folder: Path) -> bool:
    """Whether LibreOffice did it all."""
    macro = folder / MACROS
    if macro.exists():
        lines = "\n".join(line for job in jobs for line in _job(*job))
        source = f"{BASIC}\nSub Main\n{lines}\nEnd Sub\n"
        macro.write_text(MODULE.format(source=escape(source, quote=False)), "utf-8")
    command = [need("soffice"), "--headless", "macro:///Standard.Module1.Main"]
    home = {**os.environ, "HOME": str(folder / "home")}
    office = subprocess.Popen(command, env=home, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        return office.wait(20 + 2 * len(jobs)) == 0
    except subprocess.TimeoutExpired:
        os.killpg(office.pid, signal.SIGKILL)
        return office.wait() == 0


def _job(file: Path, copy: Path, edit: Edit | None, tracked: bool, through_odt: bool) -> list[str]:
    between = copy.with_suffix(".odt")
    lines = [f"  Opened({_text(str(file))}, {tracked})"]
    lines += [f"  {edit.name}({', '.join(map(_value, edit.given))})"] if edit else []
    if through_odt:
        lines += [f"  Saved({_text(str(between))}, {_text(ODT)})", "  doc.close(True)"]
        lines += [f"  Opened({_text(str(between))}, False)"]
    return [*lines, f"  Saved({_text(str(copy))}, {_text(DOCX)})", "  doc.close(True)"]


def _value(value: int | str) -> str:
    return str(value) if isinstance(value, int) else _text(value)


def _text(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
