"""Drafts edited through python-docx and by hand in their XML: what Word does, tracked or not, and what WPS makes of a file."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from copy import deepcopy

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.text.paragraph import Paragraph

from tests.word.edits import Edit

BY = {"author": "王主任", "date": "2026-03-01T08:00:00Z"}


def edited_in_word(data: bytes, edit: Edit, *, tracked: bool) -> bytes:
    """A document after an edit."""
    document = docx.Document(io.BytesIO(data))
    paragraphs = [one for one in document.paragraphs if one.text]
    _Editor(document, paragraphs, tracked).do(edit)
    return _saved(document)


def _saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _made(name: str, **given: str) -> CT_P:
    one = OxmlElement(f"w:{name}")
    for key, value in given.items():
        one.set(qn(f"w:{key}"), value)
    return one


class _Editor:
    """Does what an edit says."""

    def __init__(self, document: Document, paragraphs: list[Paragraph], tracked: bool) -> None:
        self.document, self.every, self.tracked, self.ids = document, paragraphs, tracked, iter(range(9000, 9999))

    def do(self, edit: Edit) -> None:
        match edit.name, edit.given:
            case "Replaced", (int(n), int(at), int(size), str(words)):
                self._replace(n, at, size, words)
            case "Inserted", (int(n), str(words)):
                self._insert(self.every[n]._p, words)
            case "Deleted", (int(n),):
                self._delete(self.every[n]._p)
            case "Parted", (int(n), int(at)):
                self._part(self.every[n]._p, at)
            case "Joined", (int(n),):
                self._join(self.every[n]._p, self.every[n + 1]._p)
            case "Moved", (int(n), int(m)):
                self._move(self.every[n]._p, self.every[m]._p, before=m < n)
            case "Bold", (int(n), int(at), int(size)):
                for run in self._runs(self.every[n]._p, at, size):
                    docx.text.run.Run(run, self.every[n]).bold = True
            case "Remarked", (int(n), int(at), int(size), str(words)):
                self._remark(self.every[n], at, size, words)

    def _change(self, name: str) -> CT_P:
        return _made(name, id=str(next(self.ids)), **BY)

    def _runs(self, p: CT_P, at: int, size: int) -> list[CT_R]:
        """The runs of a stretch, parted from what stands around them."""
        found, here = [], 0
        for run in list(p.iter(qn("w:r"))):
            text = run.text
            start, end = max(at - here, 0), min(at + size - here, len(text))
            here += len(text)
            if start >= end and not (size == 0 and 0 <= at - (here - len(text)) <= len(text)):
                continue
            pieces = [text[:start], text[start:end], text[end:]]
            for piece in (pieces[0], pieces[1], pieces[2]):
                if piece or (size == 0 and piece is pieces[1]):
                    copy = deepcopy(run)
                    copy.text = piece
                    run.addprevious(copy)
                    if piece is pieces[1] and (not found or size):
                        found.append(copy)
            run.getparent().remove(run)
            if size == 0:
                break
        return found

    def _strike(self, run: CT_R) -> None:
        if not self.tracked:
            run.getparent().remove(run)
            return
        change = self._change("del")
        run.addprevious(change)
        change.append(run)
        for text in run.iter(qn("w:t")):
            text.tag = qn("w:delText")

    def _replace(self, n: int, at: int, size: int, words: str) -> None:
        p = self.every[n]._p
        runs = self._runs(p, at, size) if size else self._runs(p, at - 1, 1)
        new = deepcopy(runs[-1])
        new.text = words
        runs[-1].addnext(new)
        if self.tracked:
            change = self._change("ins")
            new.addprevious(change)
            change.append(new)
        for run in runs if size else ():
            self._strike(run)

    def _mark(self, p: CT_P, name: str) -> None:
        if self.tracked:
            properties = p.get_or_add_pPr()
            letters = properties.find(qn("w:rPr"))
            if letters is None:
                letters = _made("rPr")
                properties.insert_element_before(letters, "w:sectPr", "w:pPrChange")
            letters.insert(0, self._change(name))

    def _like(self, p: CT_P) -> CT_P:
        new = _made("p")
        if p.pPr is not None:
            new.append(deepcopy(p.pPr))
        return new

    def _insert(self, p: CT_P, words: str) -> None:
        new = self._like(p)
        run = deepcopy(next(p.iter(qn("w:r"))))
        run.text = words
        new.append(run)
        p.addnext(new)
        self._mark(new, "ins")
        if self.tracked:
            change = self._change("ins")
            run.addprevious(change)
            change.append(run)

    def _delete(self, p: CT_P) -> None:
        if not self.tracked:
            p.getparent().remove(p)
            return
        self._mark(p, "del")
        for run in list(p.iter(qn("w:r"))):
            self._strike(run)

    def _part(self, p: CT_P, at: int) -> None:
        first = self._runs(p, at, 1)[0]
        new = self._like(p)
        p.addprevious(new)
        for one in list(first.itersiblings(preceding=True))[::-1]:
            if one.tag != qn("w:pPr"):
                new.append(one)
        self._mark(new, "ins")

    def _join(self, p: CT_P, following: CT_P) -> None:
        if self.tracked:
            self._mark(p, "del")
            return
        for one in list(following):
            if one.tag != qn("w:pPr"):
                p.append(one)
        following.getparent().remove(following)

    def _move(self, p: CT_P, there: CT_P, *, before: bool) -> None:
        copy = deepcopy(p)
        (there.addprevious if before else there.addnext)(copy)
        for mark in list(copy.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            if self.tracked:
                mark.getparent().remove(mark)
        if not self.tracked:
            p.getparent().remove(p)
            return
        for one, name in ((p, "moveFrom"), (copy, "moveTo")):
            self._mark(one, name)
            for run in list(one.iter(qn("w:r"))):
                change = self._change(name)
                run.addprevious(change)
                change.append(run)

    def _remark(self, paragraph: Paragraph, at: int, size: int, words: str) -> None:
        runs = [docx.text.run.Run(run, paragraph) for run in self._runs(paragraph._p, at, size)]
        self.document.add_comment(runs, words, author=BY["author"], initials="王")


def as_wps_saves(data: bytes, *, marks: str = "moved", seed: int = 7) -> bytes:
    """A document as WPS leaves it: runs split at odd places, rsids and proofErr everywhere, bookmarks `moved` to where
    paragraphs start, `dropped`, or `doubled`; smart tags and content controls around words, WPS among the properties."""
    drawn = random.Random(seed)
    document = docx.Document(io.BytesIO(data))
    for p in list(document.element.body.iter(qn("w:p"))):
        p.set(qn("w:rsidR"), f"{drawn.getrandbits(32):08X}")
        _split(p, drawn)
        _wrap(p, drawn)
        for mark in list(p.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            _set_mark(p, mark, marks)
    document.core_properties.author = "WPS_1602323"
    document.core_properties.comments = "KSOProductBuildVer=2052-12.1.0.17857"
    return _saved(document)


def _split(p: CT_P, drawn: random.Random) -> None:
    for run in [
        one for one in p.iter(qn("w:r")) if one.text and {child.tag for child in one} <= {qn("w:t"), qn("w:rPr")}
    ]:
        for piece in _odd(run.text, drawn):
            copy = deepcopy(run)
            copy.text = piece
            copy.set(qn("w:rsidRPr"), f"{drawn.getrandbits(32):08X}")
            run.addprevious(copy)
            if drawn.random() < 0.2:
                run.addprevious(_made("proofErr", type=drawn.choice(["spellStart", "spellEnd"])))
        run.getparent().remove(run)


def _odd(text: str, drawn: random.Random) -> Iterator[str]:
    at = 0
    while at < len(text):
        size = drawn.randint(1, 9)
        yield text[at : at + size]
        at += size


def _wrap(p: CT_P, drawn: random.Random) -> None:
    for run in [one for one in p if one.tag == qn("w:r")]:
        what = drawn.random()
        if what < 0.1:
            tag = _made("smartTag", uri="urn:schemas-microsoft-com:office:smarttags", element="chsdate")
            run.addprevious(tag)
            tag.append(run)
        elif what < 0.2:
            control, content = _made("sdt"), _made("sdtContent")
            control.append(_made("sdtPr"))
            control.append(content)
            run.addprevious(control)
            content.append(run)


def _set_mark(p: CT_P, mark: CT_P, marks: str) -> None:
    if marks == "dropped":
        mark.getparent().remove(mark)
    elif marks == "moved":
        p.insert(1 if p.pPr is not None else 0, mark)
    elif mark.tag == qn("w:bookmarkStart"):
        copy = deepcopy(mark)
        copy.set(qn("w:id"), str(7000 + int(mark.get(qn("w:id")))))
        mark.addnext(copy)


def without_comments(data: bytes) -> bytes:
    """A document whose comments somebody deleted: LibreOffice without a window falls over them in a macro."""
    document = docx.Document(io.BytesIO(data))
    for one in list(
        document.element.body.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"))
    ):
        one.getparent().remove(one)
    return _saved(document)
