"""What is told of a batch: sheets that are not read, documents that are kept.

# unread-sheet

A sheet of a workbook that is called like no list of the blueprint, and is not read.

It may be a note; it may be the items of a list under a name that nobody knows, and then every speech lacks them.

# edited-by-hand

A document of a batch that somebody has edited, and whose row says something else since.

It is never written over. What the row says now is not in it: carry it over by hand, or move the file away and run the batch again.

# brief-not-drafted

The brief beside a document of a batch, which somebody has edited and not drafted.

From then on the brief counts, and the batch leaves both files alone; only `drafter draft` makes the document anew.

# brief-counts

A brief beside a document of a batch that says something else than its row, in the report only.

Whoever finishes a brief by hand means it to; but what changes in the row from then on is in no speech.

# stale-document

A document that lies where that of a row would be, which has an error now and is not drafted.

It is what the row said before: whoever takes the folder for what the table says would send out what is out of date.

# report-edited

A report that somebody has saved, perhaps with notes, or a file of that name that is none.

It is kept, and the new report gets a number behind its name.
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "File")
