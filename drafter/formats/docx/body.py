"""The body of a Word document as lines: every text in it is kept, or noted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.formats.docx.gate import Events, damaged, number, value
from drafter.formats.docx.looks import HIDDEN, OFF, READINGS, Looks
from drafter.formats.docx.numbering import Numbering
from drafter.formats.docx.paragraphs import Fields, Paragraph, Versions
from drafter.formats.numerals import numbered
from drafter.formats.reading.notes import Notes
from drafter.formats.reading.tables import Tables
from drafter.model.sheet import Raw
from drafter.problem import Place

DELETED, INSERTED, OTHER = "tracked deletions", "tracked insertions", "other versions of shapes"
FORMER = "former properties"
LEFT_OUT = {
    "del": DELETED,
    "moveFrom": "places from which text was moved",
    "rt": "readings above words",
    **dict.fromkeys(("pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"), FORMER),
}
"""Elements whose text is not of the speech, by what they are."""
SPOKEN = ("t", "m:t", "a:t", "delText", "instrText")
MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
ELSEWHERE = {
    "altChunk": "imported documents",
    "subDoc": "imported documents",
    "object": "embedded objects",
    "c:chart": "charts",
    "dgm:relIds": "diagrams",
}
"""Elements that show what another part holds."""
REFERENCES = ("footnoteReference", "endnoteReference", "commentReference")
MARK = re.compile(r"\([^()]*\)|（[^（）]*）| / ")
"""What the writer sets for whoever reads aloud; what a person types among it is of the speech."""
PRIVATE = range(0xE000, 0xF900)
"""Characters that mean something in one font only."""


class Body(Events):
    """The lines of a document, in order, and what was noted on the way; tracked changes are taken as accepted."""

    left_out: Mapping[str, str] = LEFT_OUT
    joining: tuple[str, ...] = ("del", "moveFrom", "vanish", "specVanish")
    """What a mark of a paragraph has behind which the next one goes on in it."""
    unmade: tuple[str, ...] = ("del", "cellDel")
    """What a row or a cell has that is not there."""

    def __init__(self, notes: Notes, looks: Looks, numbering: Numbering) -> None:
        super().__init__(notes.file)
        self.lines: list[Raw] = []
        self.references: dict[str, Place] = {}
        self._notes, self._looks, self._numbering = notes, looks, numbering
        self._modes = [""]  # of every open element: why its text is left out, if it is
        self._paragraphs: list[Paragraph] = []  # the innermost last; only text boxes lie within another
        self._joined: Paragraph | None = None
        self._fields = [Fields()]
        self._versions = Versions()
        self._pieces: list[str] = []
        self._aloud = ""  # marks since the last words: another program may have cut them in pieces
        self._tables = [Tables(notes)]  # those of a text box are its own
        self._count = self._insertions = self._said = self._said_plainly = 0

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self.path and name != "document":
            raise damaged(self.file, "its text is in an unknown form")
        mode = self._modes[-1] or self.left_out.get(name, "")
        if name in ("mc:Choice", "mc:Fallback") and not self._versions.choose():
            mode = OTHER
        self._modes.append(mode)
        if mode == FORMER:
            return
        match name:
            case "p":
                self._begin()
            case "ins" | "moveTo":
                self._insertions += 1
            case "tbl":
                self._part()
                self._tables[-1].begin(self._lines)
            case "tr":
                self._tables[-1].row(self._lines)
            case "tc":
                self._tables[-1].cell(self._lines)
            case "txbxContent":
                self._fields.append(Fields())
                self._tables.append(Tables(self._notes))
            case "mc:AlternateContent":
                self._versions.begin()
            case _ if self.path and self.path[-1].endswith("Pr"):
                self._property(self.path[-1], name, value(attributes))
            case _:
                self._mark(name, attributes)

    def data(self, text: str) -> None:
        if self.path and self.path[-1] in SPOKEN:
            self._pieces.append(text)

    def closed(self, name: str) -> None:
        if name in SPOKEN:
            text = "".join(self._pieces).replace("\n", " ").replace("\t", " ")
            self._pieces.clear()
            self._hear(name, text)
        elif self._modes[-1] != FORMER:
            self._close(name)
        self._modes.pop()

    def close(self) -> None:
        self._part()

    def _close(self, name: str) -> None:
        match name:
            case "p":
                self._hear_marks()
                self._end(self._paragraphs.pop())
            case "ins" | "moveTo":
                self._insertions -= 1
            case "tc":
                self._part()
            case "tbl":
                self._tables[-1].end(self._lines)
            case "txbxContent":
                self._fields.pop()
                self._tables.pop()
            case "mc:AlternateContent":
                self._leave_out(OTHER, self._versions.end())

    def _property(self, of: str, name: str, given: str) -> None:
        """What a paragraph, run, row, cell or content control says of itself."""
        owner = self.path[-2] if len(self.path) > 1 else ""
        if name in ("vanish", "rStyle") and owner == "r":
            hides = ("" if given in OFF else HIDDEN) if name == "vanish" else self._looks.left_out(given)
            if self._modes[-3] in ("", HIDDEN) and (name == "vanish" or hides):
                self._modes[-3] = hides
        elif of in ("trPr", "tcPr") and name in self.unmade:
            self._modes[-3] = self._modes[-3] or self.left_out.get("del", INSERTED)
        elif of == "sdtPr" and name == "showingPlcHdr":
            self._modes[-3] = self._modes[-3] or "prompts of content controls"
        elif self._paragraphs and of in ("pPr", "numPr"):
            self._describe(self._paragraphs[-1], name, given)
        elif self._paragraphs and owner == "pPr" and name in self.joining:
            self._paragraphs[-1].joins = given not in OFF

    def _describe(self, paragraph: Paragraph, name: str, given: str) -> None:
        """A property of a paragraph, unless it goes on with one that has its own."""
        if paragraph.texts:
            return
        match name:
            case "pStyle":
                paragraph.style = given
                self._modes[-3] = self._modes[-3] or self._looks.left_out(given)
            case "outlineLvl":
                paragraph.level = number(given, 9)
            case "numId":
                paragraph.list = given
            case "ilvl":
                paragraph.rung = given

    def _mark(self, name: str, attributes: Mapping[str, str]) -> None:
        """What stands among the text of a run without being text."""
        shown = not self._modes[-1] and not self._fields[-1].instructing
        if name == "fldChar":
            unshown = self._fields[-1].mark(value(attributes, "fldCharType"))
            if unshown and not self._modes[-1]:
                self._notes.add("not-understood", "fields without a result", self._place(), unshown)
        elif not shown:
            return
        elif name in MARKS and self.path[-1] == "r":
            self._say(MARKS[name])
        elif name == "br" and value(attributes, "type") in ("page", "column") and self._paragraphs:
            self._paragraphs[-1].new_page = True
        elif name == "br":
            self._say("\n")
        elif name == "sym":
            self._symbol(value(attributes, "char"), value(attributes, "font"))
        elif name in REFERENCES:
            self.references.setdefault(name, self._place())
        elif name == "v:textpath":
            self._leave_out("words set as pictures", attributes.get("string", ""))
        elif name in ELSEWHERE:
            self._notes.add("not-shown", ELSEWHERE[name], self._place())

    def _symbol(self, code: str, font: str) -> None:
        """A character by its number; what a symbol font makes of it cannot be known."""
        char = (
            int(code, 16) if len(code) < 6 and all(digit in "0123456789abcdefABCDEF" for digit in code) and code else 0
        )
        if char < 32 or char in PRIVATE:
            self._notes.add("not-understood", "symbols", self._place(), f"{font} {code}")
        else:
            self._say(self._notes.printable(chr(char), self._place()))

    def _hear(self, name: str, text: str) -> None:
        """A text has ended: it is of the speech, or left out."""
        if name == "instrText":
            self._fields[-1].instruct(text)
            return
        mode = self._modes[-1] or (self.left_out.get("del", "") if name == "delText" else "")
        if not mode and self._fields[-1].instructing:
            mode = "instructions of fields"
        if mode == READINGS:
            self._aloud += text
            return
        self._hear_marks()
        text = self._notes.printable(text, self._place())
        if mode == OTHER:
            self._versions.other.append(text)
            return
        if self._versions:
            self._versions.read.append(text)
        if mode:
            self._leave_out(mode, text)
        elif name == "a:t":
            self._leave_out("words in drawings", text)
        elif not self._paragraphs:
            self._leave_out("text outside paragraphs", text)
        elif text:
            self._hear_plainly(text)

    def _hear_marks(self) -> None:
        """Marks for reading aloud have ended: what else stands among them is heard."""
        typed, self._aloud = MARK.sub("", self._aloud), ""
        if typed and self._paragraphs:
            self._hear_plainly(self._notes.printable(typed, self._place()))

    def _hear_plainly(self, text: str) -> None:
        """A text of the speech."""
        place = self._place()
        if self._insertions:
            self._notes.add("taken-up", INSERTED, place, text, stretch=self._said_plainly)
        else:
            self._said_plainly += 1
        if len(self._paragraphs) > 1:
            self._notes.add("taken-up", "text boxes", place, text, stretch=self._count)
        self._said += 1
        self._say(text)

    def _say(self, text: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].add(text)

    def _leave_out(self, what: str, text: str) -> None:
        if text:
            self._notes.add("left-out", what, self._place(), text, stretch=self._said)

    def _place(self) -> Place:
        """Here: the number of the paragraph and of the character in it."""
        outer = self._paragraphs[0] if self._paragraphs else None
        return Place(self.file, outer.line, outer.size + 1) if outer else Place(self.file, max(1, self._count))

    def _begin(self) -> None:
        """A paragraph begins, or goes on where the mark of the one before it is deleted or hidden."""
        if self._paragraphs:
            self._paragraphs.append(Paragraph(self._paragraphs[0].line, self._looks.usual))
            return
        self._count += 1
        before, self._joined = self._joined, None
        if before is None or not before.texts:
            paragraph = Paragraph(self._count, self._looks.usual)
            paragraph.after = before.after if before else []
            before = paragraph
        before.joins = False
        self._paragraphs.append(before)

    def _end(self, paragraph: Paragraph) -> None:
        """A paragraph has ended; one of a text box comes after the paragraph that holds the box."""
        if paragraph.joins and not self._paragraphs:
            self._joined = paragraph
        elif paragraph.texts or not self._modes[-1]:
            self._write(paragraph)
        elif not self._paragraphs:
            self.lines += paragraph.after

    def _part(self) -> None:
        """Here no paragraph goes on."""
        if self._joined and not self._paragraphs:
            paragraph, self._joined = self._joined, None
            self._write(paragraph)

    def _write(self, paragraph: Paragraph) -> None:
        """The paragraph as a line, behind the number that Word generates for it."""
        label = self._numbering.next(paragraph.list, paragraph.rung, paragraph.style, self._looks)
        claim, level = self._looks.claim(paragraph.style, paragraph.level)
        text, place = "".join(paragraph.texts), Place(self.file, paragraph.line)
        if label:
            text = numbered(label.text, text, label.suffix)
            claim, level = (claim, level) if claim else ("item", label.rung)
            if label.unknown:
                self._notes.add("not-understood", "numeral formats", place, label.unknown)
        self._lines.append(Raw(text, place, claim, level))
        self._lines.extend(paragraph.after)

    @property
    def _lines(self) -> list[Raw]:
        """Where lines go: those of a text box stand behind the paragraph that holds it."""
        return self._paragraphs[0].after if self._paragraphs else self.lines
