"""What readers of old speeches find, by name: words that stand in a message and are translated with it."""

from __future__ import annotations


def N_(text: str) -> str:
    """Mark a text for the catalogue."""
    return text


THINGS = (
    # what a file is
    N_("a PDF file"),
    N_("a Pages document"),
    N_("a PowerPoint presentation"),
    N_("a Rich Text file"),
    N_("a WPS document (.wps)"),
    N_("a Word 97–2003 document (.doc)"),
    N_("a Word document as one XML file"),
    N_("a picture"),
    N_("a program"),
    N_("a web archive (.mht)"),
    N_("an EPUB book"),
    N_("an Excel workbook"),
    N_("an OFD file"),
    N_("an OpenDocument text (.odt)"),
    N_("an archive"),
    N_("an empty file"),
    N_("an archive without a Word document"),
    N_("an old Office file"),
    # why a Word file is none
    N_("a part cannot be unpacked"),
    N_("a part is compressed in an unusual way"),
    N_("it has too many parts"),
    N_("it holds a DOCTYPE"),
    N_("it is no ZIP archive, or its end is missing"),
    N_("its XML is faulty"),
    N_("its text is in an unknown form"),
    N_("the part that holds the text is missing"),
    N_("two of its parts have one name"),
    # why it is no reference document
    N_("it holds macros"),
    N_("its parts are not as Word writes them"),
    # why a plug-in is no use
    N_("another format has its name"),
    N_("it gives no bytes"),
    N_("it is no Format"),
    N_("it writes nothing"),
    N_("its name is no ending of a file"),
    # what is in it beside the speech
    N_("asides"),
    N_("charts"),
    N_("code"),
    N_("comments"),
    N_("descriptions of pictures"),
    N_("diagrams"),
    N_("embedded objects"),
    N_("endnotes"),
    N_("fields without a result"),
    N_("footers"),
    N_("footnotes"),
    N_("form controls"),
    N_("former properties"),
    N_("front matter"),
    N_("headers"),
    N_("hidden text"),
    N_("imported documents"),
    N_("instructions of fields"),
    N_("navigation"),
    N_("numeral formats"),
    N_("other parts of the page"),
    N_("other versions of shapes"),
    N_("page titles"),
    N_("places from which text was moved"),
    N_("prompts of content controls"),
    N_("readings above words"),
    N_("symbols"),
    N_("tables"),
    N_("tables of contents"),
    N_("text boxes"),
    N_("text outside paragraphs"),
    N_("tracked deletions"),
    N_("tracked insertions"),
    N_("words in drawings"),
    N_("words set as pictures"),
)
