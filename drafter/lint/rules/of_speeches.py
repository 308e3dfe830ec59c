"""What is doubted of an old speech as a whole: where it begins and ends, what is missing.

# no-title

A speech without a title.

Drafts and lists call a speech by its title.

Wrong:

    同志们：
    下面，我讲两点意见。
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

# no-speech

A file in which, after all that is no part of a speech is cut, nothing is left.

`--show-cut` lists what was cut and why.

Wrong:

    来源：县政府网
    责任编辑：小王

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

# cut-before-title

A sentence before the title, which is left out.

Mostly the lead of a news report. If it belongs to the speech, it should stand behind the salutation.

Wrong:

    本报讯 4月2日，全县防汛工作会议召开，县长出席会议并讲话，各镇负责人参加。
    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
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

# several-speeches

Another speech that begins in the same file.

One is taken, the first unless `--part N` of `drafter tidy` or `drafter distil` names another; the rest is cut and told.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    今天召开全县防汛工作会议，研究部署汛期各项工作，安排物资和队伍。下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！
    在全县防火工作会议上的讲话
    同志们：
    今天召开全县防火工作会议。

Right:

    在全县防汛工作会议上的讲话
    同志们：
    今天召开全县防汛工作会议，研究部署汛期各项工作，安排物资和队伍。下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

# not-a-speech

A letter, a notice or another paper that is no speech.

It is read by the cues of speeches all the same.

Wrong:

    关于做好防汛工作的通知
    各镇：
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    特此通知

Right:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防！

# other-language

A text that is not Chinese.

The cues by which old speeches are read are Chinese ones.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    一、Commitment
    Every mile of the dyke has one officer who answers for it, by night and by day.
    二、Stores
    Bags of sand are ready by the end of May, counted twice and under lock and key.
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

# hole

A sign that text is missing: 此处省略, 以下省略.

It is cut, and what it stands for is gone.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。（此处省略200字）
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

# cut-short

A last paragraph that does not end.

Copied texts lose their ends.

Wrong:

    在全县防汛工作会议上的讲话
    同志们：
    下面，我讲两点意见。
    一、压实责任
    一段堤防一名干部。
    二、备足物资
    5月底前备齐沙袋。
    同志们，让我们守好每一段堤防，确保群众生命财产安全，坚决打赢

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
