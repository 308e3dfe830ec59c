"""What is told of a batch: sheets that are not read, documents that are kept.

# unread-sheet

A sheet of a workbook that is called like no list of the blueprint, and is not read.

It may be a note; it may be the items of a list under a name that nobody knows, and then every speech lacks them.

# edited-by-hand

A document of a batch that somebody has edited, or whose brief somebody has edited, and whose row says something else since.

Neither is ever written over. What the row says now is not in the document: carry it over by hand, or move the file away and run the
batch again.
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "File")
