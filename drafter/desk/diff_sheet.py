"""How the page of two speeches looks: as the page of a finished text, with what went struck and what came underlined."""

from drafter.desk.galley_sheet import SHEET as PAPER

SHEET = (
    PAPER
    + """.changed, .parted, .joined { --tone: var(--warning); --tint: var(--warning-tint); }
.added { --tone: var(--good); --tint: var(--good-tint); }
.deleted { --tone: var(--error); --tint: var(--error-tint); } .moved { --tone: var(--info); --tint: var(--info-tint); }
ins { color: var(--good); background: var(--good-tint); text-decoration: underline 2px; text-underline-offset: .22em;
  text-decoration-skip-ink: none; }
del { color: var(--error); background: var(--error-tint); text-decoration: line-through 1.5px; }
.moved > .barred ins, .moved > .barred:not(.stub) del { background: none; }
.stub { font-size: 15px; } .stub del { color: var(--quiet); background: none; }
.row > .stub { font-size: 15px; line-height: 1.6; }
.break { font: 13px var(--hei); color: var(--quiet); padding: 0 .2em; }
.begun { display: inline-block; width: 2em; }
.note .glyph { font-size: 1em; font-weight: 600; color: var(--tone); }
header table { border-collapse: collapse; max-width: 60rem; } header ul:not(.counts) { max-width: 46rem; }
header th, header td { text-align: left; font-weight: 400; vertical-align: top; padding: .2rem 1rem .2rem 0;
  border-top: 1px solid var(--line); }
header th { color: var(--quiet); white-space: nowrap; }
details { max-width: 42rem; }
summary { cursor: pointer; max-width: 42rem; padding: .3rem 4rem; background: var(--raised); border: 1px solid var(--line);
  color: var(--quiet); font-size: 13px; list-style: none; text-align: center; }
summary::before { content: "⋯ "; } summary:hover { color: var(--ink); }
details .row { display: block; }
details .row:last-child > :first-child { padding-bottom: .15rem; border-bottom-width: 0; }
@media print {
  summary { border: 0; background: none; padding: 1mm 0; max-width: none; } details { max-width: none; }
  ins, del { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .row > .stub { font-size: 10.5pt; }
}
"""
)
"""All of it."""
