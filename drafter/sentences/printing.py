"""What is said of pages that LibreOffice sets."""

from __future__ import annotations

from drafter.catalogue import N_

PRINTED: dict[str, tuple[str, str]] = {
    "no-office": (
        N_("{format} is made by LibreOffice, which is not found here"),
        N_("install LibreOffice (libreoffice-writer), or draft a docx and print that"),
    ),
    "no-pictures": (
        N_("pictures of pages are made by pdftoppm, which is not found here"),
        N_("install poppler (poppler-utils), or ask for a pdf"),
    ),
    "office-too-slow": (
        N_("{name} had not finished after {seconds} seconds and was stopped"),
        N_("try once more; else open the docx and print it"),
    ),
    "office-failed": (
        N_("{name} made nothing of it: {reason}"),
        N_("open the docx and print it; or mend the installation"),
    ),
    "older-pages": (
        N_("{name} is there from before and would pass for a page of this speech"),
        N_("delete it, or name another file with -o"),
    ),
}
