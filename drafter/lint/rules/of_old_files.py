"""What the readers of old files leave out, take up or cannot read.

# left-out

Words in the file that are not read as part of the speech: comments, navigation, headers, deletions.

Each kind is told once, with its first words and how many characters it has.

Wrong:

    <html><body><nav>首页 政务公开 领导讲话</nav>
    <h1>在全县防汛工作会议上的讲话</h1><p>同志们：</p>
    <p>一、压实责任</p><p>一段堤防一名干部。</p>
    <p>二、备足物资</p><p>5月底前备齐沙袋。</p>
    <p>同志们，让我们守好每一段堤防！</p></body></html>

Right:

    <html><body>
    <h1>在全县防汛工作会议上的讲话</h1><p>同志们：</p>
    <p>一、压实责任</p><p>一段堤防一名干部。</p>
    <p>二、备足物资</p><p>5月底前备齐沙袋。</p>
    <p>同志们，让我们守好每一段堤防！</p></body></html>

# taken-up

Words that may be no part of the speech and are read as ordinary text: tables, text boxes, tracked insertions.

Each kind is told once, with its first words.

Wrong:

    <html><body>
    <h1>在全县防汛工作会议上的讲话</h1><p>同志们：</p>
    <p>一、压实责任</p><table><tr><td>一段堤防一名干部。</td></tr></table>
    <p>二、备足物资</p><p>5月底前备齐沙袋。</p>
    <p>同志们，让我们守好每一段堤防！</p></body></html>

Right:

    <html><body>
    <h1>在全县防汛工作会议上的讲话</h1><p>同志们：</p>
    <p>一、压实责任</p><p>一段堤防一名干部。</p>
    <p>二、备足物资</p><p>5月底前备齐沙袋。</p>
    <p>同志们，让我们守好每一段堤防！</p></body></html>

# not-understood

Something in a Word file whose words cannot be told: a field without a result, a sign of an unknown font, an unknown form of numbers.

Each kind is told once. Written as ordinary text, it is read.

# not-shown

Parts of a Word file whose words are not in the document itself: diagrams, charts, embedded objects.

Each kind is told once. Their words are read when they stand in the document as ordinary text.

# cues-not-taken

A `cues.yaml` in a pack that merely lies beside the speech.

Patterns can make reading slow, or wrong. They are taken from drafter itself, from the user's own folder of packs, and from packs that are
named with `--pack`.

# macros

A Word file that holds macros, which are neither read nor run.

The speech is read all the same. Saved as .docx, the file has none.

# named-otherwise

A file whose name ends otherwise than its first bytes say: a Word document called .txt.

It is read as what it is. The right ending spares the next reader the question.

# control-character

Characters that no document can hold, such as a bell or a form feed; they are dropped.

Mostly left over from a program that made the text. Each is told once, and how often it stands there.
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "Speech")
