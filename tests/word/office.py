"""Drafts edited in LibreOffice as a person edits them, by a Basic macro without a window, or saved in it; a start costs a second."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

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
  If tracked Then doc.RecordChanges = True
End Sub

Sub Saved(path As String, filter As String)
  Dim given(0) As New com.sun.star.beans.PropertyValue
  given(0).Name = "FilterName"
  given(0).Value = filter
  doc.storeToURL(ConvertToURL(path), given())
End Sub

Sub Told(command As String)
  createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
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
MOST = 50
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
        fell = not _run([_job(*job) for job in todo[:MOST]], folder)
        done = next((n for n, job in enumerate(todo[:MOST]) if not job[1].exists()), len(todo[:MOST]))
        todo = todo[done + fell :]


@cache
def told_in_office(jobs: tuple[tuple[bytes, str], ...]) -> tuple[bytes, ...]:
    """Documents after LibreOffice has done one of its own commands with each, or only saved it, all in one run."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "home").mkdir()
        _run([], folder)
        work = []
        for n, (data, command) in enumerate(jobs):
            (folder / f"{n}.docx").write_bytes(data)
            opened = f"  Opened({_text(str(folder / f'{n}.docx'))}, False)"
            saved = f"  Saved({_text(str(folder / f'{n}-after.docx'))}, {_text(DOCX)})"
            told = [f"  Told({_text(f'.uno:{command}')})"] if command else []
            work.append([opened, *told, saved, "  doc.close(True)"])
        after = [folder / f"{n}-after.docx" for n in range(len(jobs))]
        for _ in range(3):  # it may fall as it ends, or before it began
            _run(work, folder)
            if all(one.exists() for one in after):
                break
        return tuple(one.read_bytes() for one in after)


@cache
def saved_in_office(documents: tuple[bytes, ...], *formats: str) -> tuple[bytes, ...]:
    """Documents after LibreOffice has opened them and saved them in each of these formats, all in one run for each."""
    with TemporaryDirectory() as name:
        folder, ending = Path(name), "docx"
        (folder / "0").mkdir()
        for n, data in enumerate(documents):
            (folder / f"0/{n}.docx").write_bytes(data)
        for step, format in enumerate(formats):
            files = [str(folder / f"{step}/{n}.{ending}") for n in range(len(documents))]
            command = [need("soffice"), "--headless", "--convert-to", format, "--outdir", str(folder / str(step + 1))]
            home = {**os.environ, "HOME": str(folder)}
            subprocess.run([*command, *files], check=True, capture_output=True, env=home, timeout=120)
            ending = format
        return tuple((folder / f"{len(formats)}/{n}.{ending}").read_bytes() for n in range(len(documents)))


def _run(jobs: Sequence[Sequence[str]], folder: Path) -> bool:
    """Whether LibreOffice did it all."""
    macro = folder / MACROS
    if macro.exists():
        lines = "\n".join(line for job in jobs for line in job)
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
