"""What is doubted of the numbers and headings of an old speech.

# number-without-first

A number with no first of its kind before it.

It is read as text.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    （二）5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

# number-out-of-turn

A number that is not the next of its row.

It is renumbered; perhaps a point is missing.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    三、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

# number-of-another-kind

A number of another kind than its row.

It is read as the next of the row.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    2.备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

# lone-number

A number that stands alone.

What is told off has a second.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一是一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

# long-heading

A numbered heading as long as a paragraph, among short ones.

Perhaps it is a sentence without its stop.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    一、压实责任
    一段堤防一名干部。
    二、各镇各部门都要站在全局的高度把防汛责任一级一级压实到每一座水库每一段堤防每一个村每一个组每一户人家不留任何空白不漏任何一人切实做到守土有责守土尽责
    5月底前备齐沙袋。
    三、严格值守
    汛期不离岗。
    同志们，让我们守好每一段堤防！

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

# headings-by-shape

Short lines between long ones, told to be headings by nothing but that.

Numbers would make it sure.

Wrong:

    在社区工作者大会上的讲话
    同志们：
    社区工作者是离群众最近的人。今天请大家来，是想当面道一声辛苦，也说几句掏心窝子的话。
    辛苦要看见
    凌晨的岗亭，雨中的排水口，深夜的调解室，都有你们的身影。这些辛苦，居民也看见了。
    待遇要落实
    从下个月起，社区工作者的工资按新标准发放，三级十八档，干得越久拿得越多。
    同志们，社区虽小，连着千家万户。拜托大家了！

Right:

    在社区工作者大会上的讲话
    同志们：
    社区工作者是离群众最近的人。今天请大家来，是想当面道一声辛苦，也说几句掏心窝子的话。
    一、辛苦要看见
    凌晨的岗亭，雨中的排水口，深夜的调解室，都有你们的身影。这些辛苦，居民也看见了。
    二、待遇要落实
    从下个月起，社区工作者的工资按新标准发放，三级十八档，干得越久拿得越多。
    同志们，社区虽小，连着千家万户。拜托大家了！

# points-miscounted

Another number of points than the opening promises.

A heading may have lost its number.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲三点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

# no-numbered-points

A speech without numbered points.

It is read as passages; nothing in it becomes an emphasis.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲几点意见。
    一段堤防一名干部。
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

# closing-unmarked

A closing that no word begins: 同志们, 总之, 让我们.

It is told by standing alone, one paragraph more than its brothers have.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    水情就是命令。

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "Speech")
