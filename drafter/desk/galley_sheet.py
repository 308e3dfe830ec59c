"""How the page of a finished text looks: on a wide screen, on a narrow one, and printed."""

SHEET = """:root { color-scheme: light dark; --ink: #1d1d1f; --quiet: #6b6b70; --line: #dcd9d2; --error: #b3261e; --warning: #8a5a00;
  --info: #1f5c99; --good: #1c6b36;
  --error-tint: #fbe9e7; --warning-tint: #fdf3dc; --info-tint: #e7f0fa; --good-tint: #e4f4e8;
  --paper: #fff; --ground: #efece6; --raised: #faf9f6; --inset: #f4f2ed; --here: #fffbe8; --less: #3b3b40;
  --song: 'STSong', 'Songti SC', 'SimSun', 'Noto Serif CJK SC', 'Source Han Serif SC', serif;
  --fang: 'STFangsong', 'FangSong', 'FangSong_GB2312', var(--song);
  --kai: 'STKaiti', 'KaiTi', 'KaiTi_GB2312', var(--song);
  --hei: 'PingFang SC', 'Microsoft YaHei', 'SimHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e6e4df; --quiet: #a2a09b; --line: #45433f; --error: #ff9d92; --warning: #e9b95c; --info: #8fc1f2; --good: #86d19d;
    --error-tint: #4a2320; --warning-tint: #43340f; --info-tint: #1e364d; --good-tint: #1d3d28;
    --paper: #232220; --ground: #171615; --raised: #2b2a27; --inset: #34322f; --here: #3a351f; --less: #c6c4bf; }
}
* { box-sizing: border-box; }
html { scroll-padding: 30vh 0; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.65 var(--hei); }
a { color: inherit; text-underline-offset: .2em; }
a:focus-visible { outline: 2px solid var(--info); outline-offset: 2px; border-radius: 2px; }
.error { --tone: var(--error); --tint: var(--error-tint); } .warning { --tone: var(--warning); --tint: var(--warning-tint); }
.info { --tone: var(--info); --tint: var(--info-tint); }
.glyph { font-size: .8em; margin-right: .15em; }
header, main { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2rem; padding-bottom: 1.5rem; }
header h2 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
header .note { max-width: 46rem; }
.file { margin: 0; font-weight: 600; font-size: 1.15rem; overflow-wrap: anywhere; }
.size, .none { margin: .1rem 0 .8rem; color: var(--quiet); }
ul.counts { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: 0 0 1rem; }
ul.counts a { display: block; padding: .2rem .8rem; border: 1px solid var(--tone); border-radius: 1rem; color: var(--tone);
  background: var(--tint); text-decoration: none; }
.outline ol { list-style: none; margin: 0; padding: .8rem 0 0; border-top: 1px solid var(--line); max-width: 46rem; }
.outline li { display: flex; align-items: baseline; gap: 1em; padding: .12rem 0; }
.outline li a { flex: 1; text-decoration: none; } .outline li a:hover { text-decoration: underline; }
.outline .told { white-space: nowrap; color: var(--quiet); font-size: .85em; }
.outline .told span[class] { color: var(--tone); } .outline .told .glyph { font-size: .75em; }
.outline .level1 { font-weight: 600; } .outline .level2 { padding-left: 1.5em; }
.outline .level3 { padding-left: 3em; } .outline .level4 { padding-left: 4.5em; }
main { padding-bottom: 4rem; }
.row { display: grid; grid-template-columns: minmax(0, 42rem) minmax(0, 1fr); column-gap: 1.5rem; }
.row > :first-child { margin: 0; padding: .15rem 4rem; background: var(--paper); border: solid var(--line); border-width: 0 1px;
  font: 19px/1.9 var(--fang); text-align: justify; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate;
  text-indent: 2em; }
.row:first-child > :first-child { padding-top: 4rem; border-top-width: 1px; }
.row:last-child > :first-child { padding-bottom: 4rem; border-bottom-width: 1px; }
.row > .title { font: 600 27px/1.5 var(--song); text-align: center; text-indent: 0; padding-bottom: 1.2rem; text-wrap: balance; }
.row > .speaker, .row > .date { font-family: var(--kai); text-align: center; text-indent: 0; }
.row > .date { padding-bottom: 1.2rem; }
.row > .address, .row > .table, .row > .set-in { text-indent: 0; }
.row > .table { font-size: 16px; text-align: left; }
.row > .level1 { font-family: var(--hei); font-weight: 400; } .row > .level2 { font-family: var(--kai); font-weight: 600; }
.row > .level3, .row > .level4 { font-weight: 600; }
.row > .run-in { font-weight: 400; font-family: var(--fang); }
.row > .barred { --bar: 2rem;
  background-image: linear-gradient(90deg, transparent var(--bar), var(--tone) 0, var(--tone) calc(var(--bar) + 3px), transparent 0); }
.row > :first-child:target { background: var(--here); }
mark { background: var(--tint, transparent); color: inherit; text-decoration: underline var(--tone) 1.5px; text-underline-offset: .22em;
  text-decoration-skip-ink: none; }
mark.error { text-decoration-style: wavy; } mark.warning { text-decoration-style: solid; }
mark.info { text-decoration-style: dotted; text-decoration-thickness: 2px; }
mark.related { background: none; text-decoration: underline dashed var(--quiet) 1px; }
.ref { font: 600 11px/1 var(--hei); vertical-align: super; color: var(--tone); text-decoration: none; padding: 0 .15em; text-indent: 0; }
.ref:target { background: var(--tone); color: var(--paper); border-radius: 3px; }
aside { padding: .4rem 0 .6rem; }
.note { font-size: 13.5px; line-height: 1.6; padding: .35rem .7rem .4rem; margin: 0 0 .4rem; background: var(--paper);
  border-left: 3px solid var(--tone);
  border-radius: 0 4px 4px 0; overflow-wrap: anywhere; }
.note.error { border-left-style: double; border-left-width: 5px; } .note.info { border-left-style: dotted; }
.note:target { background: var(--tint); box-shadow: 0 0 0 2px var(--tone); }
.note p { margin: 0; } .note > p:first-child > a, .note > p:first-child > span:first-child, .note b { color: var(--tone); }
.note > p:first-child > a { text-decoration: none; font-weight: 600; }
.note .rule { color: var(--quiet); font-size: .85em; white-space: nowrap; }
.note .instead, .note .see { color: var(--less); }
q { quotes: none; background: var(--inset); padding: 0 .2em; border-radius: 2px; }
@media (max-width: 60rem) {
  header, main { padding-left: .8rem; padding-right: .8rem; }
  .row { display: block; }
  .row > :first-child { padding-left: 1.1rem; padding-right: 1.1rem; font-size: 18px; }
  .row > .title { font-size: 23px; }
  .row > .barred { --bar: .4rem; }
  aside { background: var(--paper); border: solid var(--line); border-width: 0 1px; padding: .2rem 1.1rem .6rem; }
  aside .note { background: var(--raised); }
  .row:last-child > :first-child { padding-bottom: 2rem; } .row:first-child > :first-child { padding-top: 2rem; }
  .outline li { display: block; } .outline .told { margin-left: .8em; }
}
@page { size: A4; margin: 22mm 20mm; }
@media print {
  body { background: none; font-size: 10pt; } header, main { max-width: none; padding: 0; }
  header { padding-bottom: 6mm; }
  .row { display: block; }
  .row > :first-child, .row:first-child > :first-child, .row:last-child > :first-child { border: 0; padding: 0; font-size: 13pt;
    line-height: 1.75; orphans: 2; widows: 2; }
  .row:first-child > .title, .row > .title { font-size: 20pt; padding-bottom: 4mm; } .row > .date { padding-bottom: 4mm; }
  .row > .barred, .row:first-child > .barred { background: none; border-left: 1mm solid var(--tone); padding-left: 2mm; }
  .row > h2, .row > h3, .row > h4, .row > h5 { break-after: avoid; }
  aside, .row aside { background: none; border: 0; padding: 1mm 0 2mm 2em; }
  .note { font-size: 9pt; break-inside: avoid; margin: 0 0 1mm; border-radius: 0; padding: 0 0 0 2mm; }
  .row > :first-child:target, .note:target { background: none; box-shadow: none; }
  mark, .note, q, ul.counts a { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
