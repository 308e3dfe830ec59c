"""What `drafter draft --reference` tells of the Word document whose look a draft takes.

# reference-left

Something in a reference document that does not travel on: pictures and notes of its text, macros, the address of a template.

A draft takes the look and leaves the matter. Of a reference these stay: the styles, the lists and the theme that they need, the names of
fonts, settings of the page, one section, and its headers and footers with the pictures that are embedded in them. Each kind of thing that
goes is told once, with how many there are.

# reference-fields

A field in a header or footer that was made text.

PAGE, NUMPAGES, SECTIONPAGES and DATE stay fields, and STYLEREF where it names a style that the draft uses. Others ask files, addresses or
programs, or show what the old document was called.

# reference-header

Words in a header or footer, which are taken over as they stand.

They may name the old matter. They are told so that somebody looks.

# reference-section

A reference document whose sections look different, of which one is taken.

It is the section with the first text of the body, with the headers and footers that it takes over from those before it.
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "File")
