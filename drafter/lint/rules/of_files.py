"""What is told of a file whatever it holds: how it is saved, its keys, its remarks, the names in it.

# wide-comma

An item of a list that is told off with ，、 or ；, which part nothing in YAML.

`[张三，李四]` is one item, printed with its comma, and nobody is counted. Told where the list has no other item, or where what stands
on both sides is as short as a name; an item in quotation marks is one item.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [清障、护堤, 巡查]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [清障, 护堤, 巡查]

# wide-hash

A full-width ＃ behind a blank.

Only # at half width begins a remark in YAML; behind ＃ the words are read out in the speech.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛会议 ＃ 已定

Right:

    blueprint: meeting.yaml
    会议: 全市防汛会议  # 已定

# unused-ignore

A remark `# drafter: ignore[…]` that silences nothing, because of its rule, its place or because what it silenced is mended.

Left standing, it silences what comes there later.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议  # drafter: ignore[doubled-mark]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议

# two-of-a-name

A blueprint, fragment or style whose name two packs have, with different files.

The first pack's is used, which another machine may not have. `pack/name` chooses. A name on the command line stands in no file: there only
the choice helps.

# read-as-gb18030

A file that is not UTF-8 and was read as GB18030.

The guess is nearly always right for Chinese. Saved as UTF-8, the file is read alike everywhere. In a style or a pack, which have no
`checks`, a remark on the first line that says something silences it if that is the file's first line.
"""

from __future__ import annotations

from drafter.lint.rules.told import told

RULES = told(__doc__, "File")
