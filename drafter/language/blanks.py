"""The words of a workbook to be filled in, by tongue: what is said of its columns beside their questions."""

from __future__ import annotations

BLANKS = {
    "zh": {
        "name_head": "名称",
        "subject_head": "工作类别",
        "example": "#示例",
        "choices": "选项",
        "row": "所属行",
        "row_note": "这一行叫什么，讲话稿的文件就叫什么；每行一个名字，不要重复。",
        "remark_note": "名字以 # 开头的行是备注，不读也不起草；示例行就是这样的，可以删掉，也可以留着。",
        "weights_note": "红底的列必填，蓝底加粗的列不填会在讲话中标出，灰底的列可以不填。怎么填，看列头的批注。",
        "lists_note": "逐项列出的内容各有一张工作表：{}。",
        "next_note": "填好后运行：drafter batch 本文件 --blueprint {} -o 文件夹",
        "of_note": "这一项属于哪一行：照抄工作表“{}”第一列的名字。一行写一项，有几项就写几行；没有就空着，不用写。",
        "texts_note": "也可以不用这张表：在工作表“{0}”加一列“{1}”，一格里一行写一项；或者加“{1}1”“{1}2”等列，一格写一项。",
        "records_note": "也可以不用这张表：在工作表“{0}”加{1}等列，一格写一栏；第二项写作{2}。",
        "quoted": "“{}”",
        "parted": "",
        "nested_note": "“{}”有自己的分项，表格里写不下，要写就写在材料单里。",
        "lines_note": "有几项就在一格里写几行（Alt+Enter 换行）。",
        "must": "必须填：空着这篇讲话就不起草。",
        "should": "空着会在讲话中标出，等人补上。",
        "may": "空着就不说。",
        "remarks": "后面可以加附注：{}",
        "remark": "｜{0}：{1}",
        "bare_remark": "｜{0}（{1}）",
        "remark_comma": "　",
        "subject": "属于哪一类工作，不填就由各项内容推定；属于几类的，用“、”隔开。",
        "choose": "请从列表中选一个。",
        "named": "工作表“{}”里没有叫这个名字的行。",
        "date": "请写作 2026-03-18。",
        "number": "请只写数字，不写单位。",
        "limits": "这里要求：{}。",
    },
    "en": {
        "name_head": "name",
        "subject_head": "subject",
        "example": "# example",
        "choices": "choices",
        "row": "row",
        "row_note": "What this row is called, and so the file of its speech; every row has a name of its own.",
        "remark_note": (
            "A row whose name begins with # is a remark: it is not read, and nothing is drafted from it. The "
            "example is one; delete or keep it."
        ),
        "weights_note": (
            "Red columns must be filled in; blue bold ones are marked in the speech if left empty; grey "
            "ones may stay empty. Every header has a note."
        ),
        "lists_note": "What comes in several items has a sheet of its own: {}.",
        "next_note": "When it is filled in, run: drafter batch THIS-FILE --blueprint {} -o FOLDER",
        "of_note": (
            "The row that this item belongs to: its name as it stands in the first column of the sheet {}. "
            "One item a row; rows without items are not named here."
        ),
        "texts_note": (
            "You can do without this sheet: give the sheet {0} a column {1} with an item a line in its "
            "cells, or columns {1}1, {1}2 and so on with one item each."
        ),
        "records_note": (
            "You can do without this sheet: give the sheet {0} columns such as {1}; the second item has {2}."
        ),
        "quoted": "{}",
        "parted": ", ",
        "nested_note": "{} has items with fields of their own, which no table holds; they can only stand in a brief.",
        "lines_note": "Several items are several lines of one cell (Alt+Enter).",
        "must": "Must be filled in: without it the speech is not drafted.",
        "should": "Left empty, it is marked in the speech, to be filled in.",
        "may": "Left empty, it is not spoken of.",
        "subject": "Which class of work it is; told by the facts if left empty.",
        "choose": "Choose one from the list.",
        "named": "No row of the sheet {} is called so.",
        "date": "Write it as 2026-03-18.",
        "number": "Write digits only.",
        "limits": "Wanted: {}.",
    },
}
"""By their use; `{}` stands for names of sheets, slots and the blueprint."""
