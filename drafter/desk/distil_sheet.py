"""How the page of distilled speeches looks: as the page of a finished text, its facts named above them."""

from drafter.desk.galley_sheet import SHEET as PAPER

SHEET = (
    PAPER
    + """.fact { text-decoration: underline 2px var(--tone); text-underline-offset: .2em; text-decoration-skip-ink: none; color: inherit;
  background: var(--tint); border-radius: 2px; margin: 0 1px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.fact:target, tr:target { outline: 2px solid var(--info); }
.key .fact, .slots td .fact { text-decoration: none; background: none; }
ruby { ruby-align: start; }
rt { font: 600 10.5px/1.25 var(--hei); color: var(--tone); text-align: left; text-indent: 0; user-select: none; white-space: nowrap;
  padding-right: .35em; }
main .row > .named { line-height: 2.15; }
.time { --tone: #7a4b00; --tint: #fbf0da; } .number { --tone: #1c6b36; --tint: #e6f4e9; text-decoration-style: double; }
.who { --tone: #1f5c99; --tint: #e7f0fa; text-decoration-style: solid; }
.where { --tone: #00696b; --tint: #e0f3f3; text-decoration-style: dotted; }
.theme { --tone: #7b3593; --tint: #f5e9f9; text-decoration-style: wavy; text-decoration-thickness: 1px; }
.time { text-decoration-style: dashed; }
.open { --tone: #b3261e; --tint: #fbe9e7; text-decoration-style: solid; text-decoration-thickness: 3px; }
.list { --tone: #4a4f9c; --tint: #ebecfa; text-decoration-style: double; }
.part { font: 600 11px/1 var(--hei); vertical-align: super; color: var(--quiet); padding: 0 .1em; user-select: none; }
.move { margin: 0; font-size: 13.5px; line-height: 1.55; color: var(--quiet); overflow-wrap: anywhere; }
.mends { font-size: 12px; } main .row:first-child > aside { padding-top: 4rem; }
.move b { color: var(--ink); font-weight: 600; }
.row > .out { font-size: 15px; line-height: 1.6; color: var(--quiet); text-decoration: line-through; }
ul.key { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; margin: 0 0 1rem; }
ul.key .fact { color: var(--tone); }
table { border-collapse: collapse; width: 100%; font-size: 14px; border: 1px solid var(--line); }
.slots { background: var(--paper); }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { font-weight: 600; color: var(--quiet); border-top: 0; } th[colspan] { background: var(--raised); font-weight: 600; }
.slots td .fact { color: var(--tone); font-weight: 600; } .slots td table { font-size: 13px; } td.ask { color: var(--quiet); width: 36%; }
small { color: var(--quiet); } .slots > tbody > tr > td:first-child { width: 26%; }
main > h2 { font: 600 1.05rem var(--hei); margin: 2.5rem 0 .6rem; }
.beside td { border: 1px solid var(--line); background: var(--paper); font: 16px/1.75 var(--fang); } .beside td.named { line-height: 2.1; }
.beside td.head { font-family: var(--hei); } .beside td.same { color: var(--quiet); }
.beside td.none { background: none; } .beside .zone { padding-top: 1rem; color: var(--quiet); } .beside { table-layout: fixed; }
.beside u { text-decoration: underline 1.5px var(--warning); text-underline-offset: .2em; background: var(--warning-tint); }
.beside .move { font: 12px/1.5 var(--hei); }
.depth1 { padding-left: 1.6rem; } .depth2 { padding-left: 2.6rem; } .depth3 { padding-left: 3.6rem; }
@media screen and (prefers-color-scheme: dark) {
  .time { --tone: #e9b95c; --tint: #3b2f14; } .number { --tone: #86d19d; --tint: #1d3625; } .who { --tone: #8fc1f2; --tint: #1c3044; }
  .where { --tone: #72d0d0; --tint: #163636; } .theme { --tone: #dda5ef; --tint: #3a2442; } .open { --tone: #ff9d92; --tint: #45211e; }
  .list { --tone: #b3b7ff; --tint: #282a48; }
}
@media screen and (max-width: 60rem) {
  .front { display: none; }
  aside:not(:has(.note)), main .row:first-child > aside { padding-top: 0; }
  .slots thead { display: none; } .slots tr, .slots td, .slots th { display: block; border-top: 0; padding-top: 0; padding-bottom: .1rem; }
  .slots > tbody > tr > td:first-child, td.ask { width: auto; } .slots tr { border-top: 1px solid var(--line); padding: .4rem 0; }
  .slots td table tr { padding: 0; }
  .beside thead { display: none; } .beside tr, .beside td, .beside th { display: block; } .beside tr { margin-bottom: .8rem; }
  .beside td::before { content: attr(data-of); display: block; font: 11px/1.6 var(--hei); color: var(--quiet); }
  .beside td.none { display: none; }
}
@media print {
  .row { display: grid; grid-template-columns: minmax(0, 1fr) 44mm; column-gap: 5mm; } .row > :first-child { font-size: 12pt; }
  main .row > .named { line-height: 2.1; } rt { font-size: 6.5pt; } .front { display: none; }
  .fact { background: none; } .move { font-size: 8pt; } .note { font-size: 8pt; }
  aside, .row aside, main .row:first-child > aside { padding: .5mm 0 1mm; border-left: .2mm solid var(--line); padding-left: 2mm; }
  tr { break-inside: avoid; } th[colspan] { break-after: avoid; } table { font-size: 9pt; } .beside td { font-size: 10pt; }
}
"""
)
"""All of it."""
