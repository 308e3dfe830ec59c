"""Several speeches side by side as one page: a column a speech, a row for what does the same work, a colour a move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from html import escape

from drafter.distillation.align import Row
from drafter.distillation.frames import UNIT
from drafter.model.move import MOVES
from drafter.model.speech import Block, Headed, Listed, Said, plain

SHEET = """
:root { color-scheme: light; }
body { margin: 2rem; background: #f6f5f2; color: #222; font: 14px/1.6 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; }
h1 { font-size: 20px; font-weight: 600; margin: 0 0 .3rem; } p.lead { margin: 0 0 1.2rem; color: #666; }
table { border-collapse: separate; border-spacing: 6px; table-layout: fixed; width: 100%; }
th { text-align: left; font-weight: 600; padding: .2rem .6rem; position: sticky; top: 0; background: #f6f5f2; }
th.zone { font-size: 12px; color: #888; letter-spacing: .2em; padding-top: 1rem; position: static; }
td { vertical-align: top; padding: .5rem .7rem .6rem; border-radius: 6px; border-left: 5px solid var(--move); background: #fff; }
td.none { background: transparent; border-left-color: transparent; }
td.none::after { content: '—'; color: #bbb; }
td.head { font-weight: 600; } mark { background: #fdf0c4; color: inherit; }
td.same { background: #fbfaf7; color: #888; }
.move { display: block; font-size: 11px; color: var(--move); font-weight: 600; }
.depth1 { padding-left: 1.6rem; } .depth2 { padding-left: 2.6rem; } .depth3 { padding-left: 3.6rem; }
ul.key { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1rem; font-size: 12px; }
ul.key li::before { content: ''; display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin-right: .4em;
  background: var(--move); }
"""
PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title} · 各稿对照</title>
<style>{sheet}</style>
</head>
<body>
<h1>{title} · 各稿对照</h1>
<p class="lead">同一行的段落做同一件事；颜色是语步，灰字与左边相同，黄底是与左边不同的字。</p>
<ul class="key">{key}</ul>
<table>
<thead><tr>{heads}</tr></thead>
<tbody>
{body}
</tbody>
</table>
</body>
</html>
"""
LONGEST = 600
ALIKE = 0.6
"""How much of two texts is the same, if it is to be shown what is not."""


def picture(title: str, names: Sequence[str], rows: Mapping[str, Sequence[Row]]) -> str:
    """The page; it needs nothing from elsewhere."""
    zones = {"opening": "开头", "emphases": "主体", "closing": "结尾"}
    body = "".join(
        f'<tr><th class="zone" colspan="{len(names)}">{label}</th></tr>' + "".join(_rows(rows[zone], 0))
        for zone, label in zones.items()
        if rows.get(zone)
    )
    used = dict.fromkeys(move for zone in rows.values() for move in _moves(zone) if move in MOVES)
    key = "".join(f'<li style="--move: {_colour(move)}">{MOVES[move]}</li>' for move in used)
    heads = "".join(f"<th>{escape(name)}</th>" for name in names)
    return PAGE.format(title=escape(title), sheet=SHEET, key=key, heads=heads, body=body)


def _rows(rows: Sequence[Row], depth: int) -> Iterator[str]:
    for row in rows:
        texts = [text_of(part) for part in row.parts]
        cells = [_cell(part, n, texts, depth) for n, part in enumerate(row.parts)]
        yield f"<tr>{''.join(cells)}</tr>\n"
        yield from _rows(row.below, depth + 1)


def _cell(part: Block | None, n: int, texts: Sequence[str], depth: int) -> str:
    if part is None:
        return '<td class="none"></td>'
    kind = " ".join(("head",) * isinstance(part, Headed) + ("same",) * (texts[n] in texts[:n]))
    move = f'<span class="move">{MOVES[part.move]}</span>' if part.move in MOVES else ""
    before = next((text for text in texts[:n] if text), "")
    words = _marked(_short(texts[n]), _short(before))
    return f'<td class="{kind} depth{min(depth, 3)}" style="--move: {_colour(part.move)}">{move}{words}</td>'


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "……"


def _marked(text: str, before: str) -> str:
    """A text with what is other than in the one before marked, if they are alike."""
    one, other = UNIT.findall(before), UNIT.findall(text)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if not before or matcher.quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return escape(text)
    done = []
    for kind, _, _, start, end in matcher.get_opcodes():
        words = escape("".join(other[start:end]))
        done.append(f"<mark>{words}</mark>" if kind != "equal" and words else words)
    return "".join(done)


def text_of(part: Block | None) -> str:
    """The words of a part; of a headed one, its heading."""
    match part:
        case Said(inlines=inlines):
            return plain(inlines)
        case Listed(items=items):
            return "".join(map(plain, items))
        case Headed(label=label, heading=heading):
            return label + plain(heading)
        case _:
            return ""


def _moves(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        yield from (part.move for part in row.parts if part is not None)
        yield from _moves(row.below)


def _colour(move: str) -> str:
    """A colour for a move: neighbours in the usual order of moves lie far apart on the wheel."""
    if move not in MOVES:
        return "#ccc"
    return f"hsl({list(MOVES).index(move) * 137 % 360} 52% 46%)"
