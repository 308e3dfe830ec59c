"""What is said of batches: tables and what is in them, names of files, engines, reports."""

from __future__ import annotations

from drafter.catalogue import N_

REPORT = N_("report")
HEADS = (
    N_("row"), N_("name"), N_("document"), N_("state"), N_("length"), N_("minutes"), N_("gaps"), N_("open facts"),
    N_("problems"), N_("computed figures"),
)  # fmt: skip
"""The columns of the report."""
FAILED, EDITED, BY_BRIEF, DRAFTED = N_("failed"), N_("edited by hand"), N_("by its brief"), N_("drafted")
"""What became of a row."""
SAVE_AS = N_("open it in Excel or WPS and save it anew as .xlsx")
THERE = (N_("{name} is there already and is no draft of this row"), N_("move it away, or name another folder with -o"))
"""What is said of a file that is not written over, where nothing can be forced."""
BRIEF_THERE = (
    N_("{name} is there already, and nobody can tell whether it is somebody's work"),
    N_("move it away, or name another folder with -o"),
)
"""The same of a brief that no document speaks of."""
NOT_OVER = (N_("{name} is there already and holds something else"), N_("name another file with -o"))
"""The same of a workbook to be filled in: nothing writes over what an office has filled in."""
BATCH: dict[str, tuple[str, str]] = {
    # files
    "encrypted-workbook": (
        N_("the workbook is encrypted"),
        N_("open it with its password and save it without one"),
    ),
    "old-workbook": (N_("this is an old Office file (.xls or the like)"), SAVE_AS),
    "no-workbook": (N_("this is no Excel workbook, whatever its name says"), SAVE_AS),
    "damaged-workbook": (N_("this is no Excel workbook, or a damaged one: {reason}"), SAVE_AS),
    "workbook-too-large": (N_("the workbook holds too much to be read"), N_("save the sheet as .csv, or part it")),
    "sheet-too-large": (
        N_("up to this cell the sheet has more than {most} cells"),
        N_("delete what stands far away from the table, or save the sheet as .csv"),
    ),
    "odd-quotes-in-row": (
        N_("the quotation marks of this row are not in order, and nothing after it can be read"),
        N_('close every " that begins a cell, and write one within a cell as ""'),
    ),
    "no-table": (
        N_("{name} is no table and no folder of briefs"),
        N_("name a file that ends in {known}, or a folder"),
    ),
    "brief-is-no-batch": (N_("{name} is one brief"), N_("use `drafter draft`, or name the folder that it is in")),
    "no-briefs-there": (N_("there are no briefs in {name}"), N_("name the folder that has them")),
    "no-blueprint-for-rows": (N_("the rows of {name} name no blueprint"), N_("name one with --blueprint")),
    "empty-table": (
        N_("there is nothing in the table"),
        N_("`drafter batch template` makes one to be filled in"),
    ),
    "output-is-a-file": (N_("{name} is a file, not a folder"), N_("name a folder with -o")),
    "no-rows": (
        N_("there are no rows under the header"),
        N_("fill in a row for each speech; one whose name begins with # is a remark"),
    ),
    "no-workbook-name": (N_("{name} does not end in .xlsx"), N_("name the workbook so")),
    "extra-not-installed": (
        N_("this needs {name}, which is not installed"),
        N_("run `pip install '{name}'`"),
    ),
    # headers
    "unknown-column": (
        N_("{of} has nothing called {name}"),
        N_("give the column the name of a slot, begin its header with # so that it is not read, or delete it"),
    ),
    "two-columns": (N_("two columns are called {name}"), N_("delete one, or number them")),
    "column-without-header": (N_("this column is filled in and has no header"), N_("name its slot in the header row")),
    "list-has-a-sheet": (
        N_("an item of {name} has fields, which one column cannot hold: {fields}"),
        N_("put the items on a sheet called {name}, behind the name of their row; or name columns {name}1.FIELD"),
    ),
    "list-sheet-without-items": (
        N_("the sheet {name} needs a column for the name of the row and at least one more"),
        N_("name them in its first row"),
    ),
    "misnamed-sheet": (N_("no list is called {name}"), N_("give the sheet the name of a list")),
    "unread-sheet": (
        N_("the sheet {name} is called like no list, and is not read"),
        N_("give it the name of a list; a note's name may begin with #"),
    ),
    # rows
    "no-row-of-that-name": (
        N_("no row is called {name}, so these items belong to none"),
        N_("write the name as it stands in the first sheet"),
    ),
    "several-rows-of-that-name": (
        N_("several rows are called {name}: nobody knows to which these items belong"),
        N_("give every row a name of its own"),
    ),
    "no-name-for-row": (
        N_("no file can be named after this row: {name} is not filled in, or no name"),
        N_("fill it in, or choose another --name"),
    ),
    "two-files-of-a-name": (
        N_("{name} would be the file of {where}, too"),
        N_("give every row a name of its own, or choose another --name"),
    ),
    "formula-without-value": (
        N_("the formula in this cell has no value in the file"),
        N_("open the workbook in Excel or WPS, so that it is computed, and save it; or put the value in its place"),
    ),
    "error-in-cell": (N_("the formula in this cell fails"), N_("mend it, or put the value in its place")),
    "merged-cells": (
        N_("this cell is merged with others, of which only the first holds anything"),
        N_("unmerge them and fill in each"),
    ),
    "shown-otherwise": (
        N_("nobody knows how the sheet shows this number"),
        N_("give the cell the format Text and type what is to be said"),
    ),
    "odd-character-in-cell": (
        N_("this cell holds a character that no document can hold"),
        N_("type its text anew"),
    ),
    "not-drafted": (N_("drafter failed at this row: {reason}"), N_("this is our fault: please report it")),
    "worker-died": (
        N_("the process that drafted this row died, each time"),
        N_("draft it alone; it may need more memory than there is"),
    ),
    "edited-by-hand": (
        N_("{name} was edited by hand and is kept; its row has changed since"),
        N_("carry the change over yourself, or move the file away and run the command again"),
    ),
    "brief-counts": (
        N_("{name} counts, and says something else than this row"),
        N_("carry over what has changed in the row"),
    ),
    "stale-document": (
        N_("{name} is older than this row, which is not drafted"),
        N_("mend the row and run the command again"),
    ),
    "brief-not-drafted": (
        N_("{name} was edited, and its speech is not drafted anew yet"),
        N_("run `drafter draft {name}` in its folder"),
    ),
    "nothing-drafted": (
        N_("what is wrong with the headers would be wrong in every speech, so none was drafted"),
        N_("mend the headers and run the command again"),
    ),
    "item-without-row": (
        N_("this item does not say to which row it belongs"),
        N_("write the row's name as it stands in the first sheet"),
    ),
    "items-elsewhere": (
        N_("items that may be meant for this row stand under {name} ({where})"),
        N_("write the same name in both places"),
    ),
    # names
    "unknown-in-name": (N_("{name} is no slot"), N_("name slots of the blueprint in braces, or {{name}}")),
    "no-slot-in-name": (
        N_("{name} would be the name of every file"),
        N_("name slots in braces, such as {{name}}"),
    ),
    # engines and reports
    "no-cluster": (
        N_("the Dask cluster {name} does not answer"),
        N_("check the address; what is done is kept, and the same command goes on from there"),
    ),
    "no-workers": (N_("the Dask cluster {name} has no workers"), N_("start some")),
    "other-drafter": (
        N_("the worker {name} has another drafter: {version}, not {known}"),
        N_("install speech-drafter=={known} on every worker"),
    ),
    "no-report-format": (N_("{name} ends neither in .xlsx nor in .html"), N_("name the report so")),
    "report-edited": (
        N_("{name} is no report, or somebody has saved it since; it is kept, and the report is {other}"),
        N_("carry your notes over"),
    ),
}
"""What is wrong and what to do, by rule."""
