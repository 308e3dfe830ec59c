"""What is doubted of the whole of an old speech, or of its form.

# two-readings

Two rows of points, either of which may be the emphases.

The likelier one is taken; `drafter distil --review` offers the other.

Wrong:

    在全县图书馆工作会议上的讲话
    同志们：
    书要送到人手里。
    一是把车开到山里。最远的点在海拔三千米。
    二是把门开到夜里。夜班司机也能来坐坐。
    第一，把馆建到社区。十五分钟走得到。
    第二，把书选到心里。读者点单，馆里买单。
    同志们，让我们把灯守好！

Right:

    在全县图书馆工作会议上的讲话
    同志们：
    书要送到人手里。
    一是把车开到山里。最远的点在海拔三千米。
    二是把门开到夜里。夜班司机也能来坐坐。
    下面，我提两点要求。
    第一，把馆建到社区。十五分钟走得到。
    第二，把书选到心里。读者点单，馆里买单。
    同志们，让我们把灯守好！

# heading-glued

A heading that is glued to its text, without a mark between them.

Its end is told by the words that begin a sentence, or by its brothers.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、关于堤防的责任去年有两段堤防没有人管，今年一段一名干部。
    二、关于物资的责任去年沙袋到得太晚，今年5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、关于堤防的责任
    去年有两段堤防没有人管，今年一段一名干部。
    二、关于物资的责任
    去年沙袋到得太晚，今年5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "Speech")
