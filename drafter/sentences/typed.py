"""What the rules say about what was typed: files, briefs, blueprints, expressions."""

from __future__ import annotations

from drafter.catalogue import N_
from drafter.sentences.doubts import DOUBTS
from drafter.sentences.facts import FACTUAL
from drafter.sentences.forms import FORMS
from drafter.sentences.yaml import QUOTE, YAML

TYPED: dict[str, tuple[str, str]] = {
    **YAML,
    **FACTUAL,
    **DOUBTS,
    **FORMS,
    # the file
    "no-such-file": (N_("there is no file {name}"), N_("check the path")),
    "is-no-file": (N_("{name} is a folder"), N_("name a file in it")),
    "nothing-to-check": (
        N_("there is no brief, blueprint or other file for drafter below the folder {name}"),
        N_("name the folder in which they lie"),
    ),
    "cannot-read": (N_("cannot read {name}: {reason}"), N_("check the file's permissions")),
    "too-large": (
        N_("the file has {size} bytes, more than {most}"),
        N_("split it, or remove what does not belong here"),
    ),
    "unknown-encoding": (N_("the file's encoding cannot be told for sure"), N_("save it as UTF-8")),
    "read-as-gb18030": (N_("the file is not UTF-8; read as GB18030"), N_("save it as UTF-8 to be sure")),
    "empty-file": (N_("the {what} is empty"), N_("start from `drafter new` or from an example")),
    # shapes
    "map-due": (N_("{name} should be a map of `key: value` lines"), N_("write one `key: value` a line")),
    "text-due": (N_("{name} should be a text, not a {kind}"), QUOTE),
    "list-due": (N_("{name} should be a list"), N_("begin each item with `- ` on a line of its own")),
    "list-in-text": (
        N_("{name} should be a list, and {mark} does not part items"),
        N_("write it so: [{first}, {second}]"),
    ),
    "record-due": (N_("{name} should have fields: {fields}"), N_("write `field: value` for each")),
    "not-a-number": (
        N_("{name} should be a number, not {value}"),
        N_("write digits only, units belong in the blueprint"),
    ),
    "not-a-date": (N_("{name} should be a date, not {value}"), N_("write it as 2026-03-18")),
    "not-a-flag": (N_("{name} should be answered {answers}, not {value}"), N_("choose one of them")),
    "unknown-choice": (N_("{value} is not one of: {choices}"), N_("choose one of them")),
    "unknown-key": (N_("unknown key {name} in {of}"), N_("remove it")),
    "missing-key": (N_("{of} has no {name}"), N_("add it")),
    # briefs
    "no-blueprint-named": (
        N_("the brief names no blueprint"),
        N_("add a line such as `blueprint: joint-treatment`; `drafter blueprint list` shows them"),
    ),
    "unknown-blueprint": (N_("there is no blueprint {name} on the shelf"), N_("`drafter blueprint list` shows them")),
    "unknown-fragment": (N_("there is no fragment {name} on the shelf"), N_("`drafter pack list` shows the packs")),
    "unknown-pack": (N_("there is no pack {name} on the shelf"), N_("`drafter pack list` shows them")),
    "two-of-a-name": (
        N_("{name} is in {first} and in {second}"),
        N_("the first is used; write pack/name to choose"),
    ),
    "unknown-style": (N_("there is no style {name} on the shelf"), N_("use standard or podium")),
    "outside-folder": (
        N_("{name} is outside the folder of the file that names it"),
        N_("move it into that folder, or name its pack with --pack"),
    ),
    "unknown-slot": (N_("unknown slot {name}"), N_("remove it, or add it to the blueprint's slots")),
    "total-without-list": (
        N_("{name} cannot add up to {of}: only a list can, and to a slot that is a text"),
        N_("remove `total`, or change the type"),
    ),
    "unknown-field": (N_("{of} has no field {name}"), N_("remove it, or add it to the blueprint's slot")),
    "missing-slot": (N_("{name} must be given: {ask}"), N_("fill it in")),
    "unconfirmed": (
        N_("{name} is last year's, and nobody has confirmed it: {what}"),
        N_("correct it, or take the comment beside it away if it still holds"),
    ),
    "no-date-asked": (N_("{name} asks for no date of the speech"), N_("leave --date out")),
    "promise-open": (
        N_("promised last year, and not answered for: {what}"),
        N_("say what became of it, then take the line away"),
    ),
    "unfilled-slot": (N_("{name} is open: {ask}"), N_("fill it in")),
    "unknown-node": (N_("the blueprint has no node {name}"), N_("`drafter blueprint show` lists the nodes")),
    "no-such-occurrence": (
        N_("{name} never stands"),
        N_("write {id} for all of them, or the number of an item that is given"),
    ),
    "no-words-to-override": (
        N_("{name} is a group without words of its own"),
        N_("override the nodes in it, or leave it out with `omit`"),
    ),
    "insert-beside": (
        N_("what is inserted stands beside one node"),
        N_("write either `after:` or `before:`, with a node's id"),
    ),
    "before-the-front": (
        N_("nothing is said before the {name}"),
        N_("write `after: salutation`, or another {name} under `overrides`"),
    ),
    "heading-runs-on": (N_("a heading continues no paragraph"), N_("remove `layout`, or the heading")),
    "no-such-wording": (N_("{name} has no wording {number}"), N_("choose from 1 to {count}")),
    "placeholder": (N_("{name} still holds the placeholder {what}"), N_("write the fact")),
    "braces-in-fact": (N_("{name} holds braces, which a brief does not fill"), N_("write the text itself")),
    "text-less-than-limit": (N_("{name} has {size} characters, fewer than {limit}"), N_("say more")),
    "text-more-than-limit": (N_("{name} has {size} characters, more than {limit}"), N_("shorten it")),
    "number-less-than-limit": (N_("{name} is {size}, less than {limit}"), N_("check the number")),
    "number-more-than-limit": (N_("{name} is {size}, more than {limit}"), N_("check the number")),
    "list-less-than-limit": (N_("{name} has {size} items, fewer than {limit}"), N_("add some")),
    "list-more-than-limit": (N_("{name} has {size} items, more than {limit}"), N_("join or drop some")),
    # blueprints
    "other-version": (
        N_("this is language version {version}; this drafter reads {known}"),
        N_("install a newer drafter"),
    ),
    "odd-slot-name": (
        N_("{name} cannot be the name of a slot or an item"),
        N_("use letters or Chinese characters, digits and _ only, no reserved word"),
    ),
    "slot-is-setting": (N_("{name} is a setting of briefs and cannot be a slot"), N_("choose another name")),
    "of-without-list": (
        N_("{name} has `of` but is neither a list nor a choice"),
        N_("add `type: list` or `type: choice`"),
    ),
    "join-in-logic": (N_("{name} joins texts and has no place in logic"), N_("ask for the list itself")),
    # blueprints that take from others
    "without-parent": (
        N_("`{name}` edits what a parent gives, and this blueprint has none"),
        N_("add `extends: NAME`"),
    ),
    "extends-ring": (N_("blueprints extend one another in a ring: {ring}"), N_("let one of them stand alone")),
    "no-parent-node": (N_("{parent} has no node {name}"), N_("`drafter blueprint show` lists the nodes")),
    "override-changes-kind": (
        N_("{name} does not belong to the kind of node that {id} is in {parent}"),
        N_("remove the node and insert another"),
    ),
    "edit-is-lost": (
        N_("another edit takes {name} away, and this one with it"),
        N_("keep {name}, or remove this edit"),
    ),
    "insert-where": (
        N_("an insert needs one place and a node"),
        N_("write `before:`, `after:` or `into:` with an id, and `node:`"),
    ),
    "use-with-text": (
        N_("a node that uses a fragment has no {name} of its own"),
        N_("remove it, or write the text here instead of `use`"),
    ),
    "pack-name": (N_("the pack calls itself {name}, and its folder is {folder}"), N_("give both the same name")),
    "fragments-differ": (
        N_("two fragments ask for the slot {name}, but not in the same way; first in {first}"),
        N_("define it in the blueprint's own slots, or make both alike"),
    ),
    "use-in-fragment": (N_("a fragment does not use others"), N_("write its text here")),
    "list-default": (N_("{name} is a list and cannot have a default"), N_("use `missing: omit`, or ask for it")),
    "default-cycle": (N_("defaults go round in a ring: {ring}"), N_("give one of them a default of its own")),
    "unknown-class": (N_("there is no class {name}"), N_("name one that the words of the pack have")),
    "empty-words": (N_("this file of words is empty"), N_("write `drafter: 1` and `{name}` in it, or delete it")),
    "wide-match": (
        N_("the word {name} is too short to be looked for: it is part of many others"),
        N_("write two characters or more"),
    ),
    "no-record": (
        N_(
            "{name} does not remember how it was drafted: it is no draft, a final one, or a program that saved it left that out"
        ),
        N_("draft the brief again without --final, or read it as an old speech: drafter tidy, drafter distil"),
    ),
    "no-such-paragraph": (N_("there is no paragraph {number} that says anything"), N_("the last is {last}")),
    "no-foreign-briefs": (
        N_("no brief was found that {name} has slots for"),
        N_("name a folder of some: --with FOLDER"),
    ),
    "pattern-of-words": (N_("{mark} means nothing here"), N_("write words, parted by |")),
    "derive-cycle": (N_("names for what is found go round in a ring: {ring}"), N_("find one of them in slots alone")),
    "hangs-in-ring": (
        N_("what hangs on other nodes goes round in a ring: {ring}"),
        N_("take away one `with` or `without`"),
    ),
    "stock-with-words": (
        N_("a sentence is taken from a stock or written out, not both"),
        N_("remove `say`, or `stock`"),
    ),
    "name-taken": (N_("the name {name} is taken"), N_("call it otherwise")),
    "duplicate-id": (
        N_("the id {name} stands here a second time, first on line {first}"),
        N_("give every node an id of its own"),
    ),
    "odd-id": (N_("{name} cannot be an id"), N_("use one word without blanks and brackets")),
    "unknown-move": (N_("unknown move {name}"), N_("docs/glossary.md lists the moves")),
    "heading-outside-emphases": (N_("a heading in the {zone}"), N_("headings belong in `emphases`")),
    "empty-text": (N_("{name} is empty"), N_("write a text, or remove it")),
    "each-needs-list": (N_("`each` needs a list, and {name} is none"), N_("name a slot of `type: list`")),
    # expressions
    "unknown-name": (N_("no slot or field is called {name}"), N_("add it to the slots")),
    "unknown-filter": (N_("there is no filter {name}"), N_("docs/language.md lists the filters")),
    "filter-kind": (
        N_("the filter {name} takes a {takes}, and {value} is a {kind}"),
        N_("use another filter or another slot"),
    ),
    "not-printable": (
        N_("{name} is a {kind} and cannot stand in a sentence as it is"),
        N_("join a list with a filter such as 顿号; name a field of a record; ask for a flag in `when`"),
    ),
    "compare-kinds": (N_("a {left} cannot be compared with a {right}"), N_("compare like with like")),
    "unguarded-omit": (
        N_("{name} may be left out, and then leaves a hole in this sentence"),
        N_("add `when: {name}` to the node"),
    ),
    "wide-braces": (N_("the braces are full-width and would stay in the speech"), N_("use half-width {{{{ }}}}")),
    "wide-mark-in-expression": (N_("the mark {mark} is full-width"), N_("use half-width marks between {{{{ and }}}}")),
    "unclosed-braces": (N_("{{{{ is never closed"), N_("close it with }}}}")),
    "unopened-braces": (N_("}}}} closes nothing"), N_("open it with {{{{")),
    "unclosed-strong": (N_("** is never closed"), N_("close it with **")),
    "no-statements": (N_("{{% and {{# are not part of the language"), N_("use `when` and `each` on the node")),
    "expression-syntax": (
        N_("{token} cannot stand at this place in an expression"),
        N_("write a name, or a name and a filter: {{{{ 单位 | 顿号 }}}}"),
    ),
    "expression-empty": (
        N_("the expression is empty"),
        N_("write a name, or a name and a filter: {{{{ 单位 | 顿号 }}}}"),
    ),
    "expression-unfinished": (
        N_("the expression breaks off after {token}"),
        N_("write what belongs there, and close every bracket"),
    ),
    "not-allowed-in-expression": (
        N_("{token} is not allowed in an expression"),
        N_("use names, fields, comparisons, and/or/not/in and filters"),
    ),
    "odd-number": (
        N_("{token} is not how a number is written in an expression"),
        N_("write its digits, 15 at most on each side of the point: 12, 0.5"),
    ),
    "unclosed-quote": (
        N_("the quotation mark {token} is never closed"),
        N_("close it with the same mark, on the same line"),
    ),
    "escape-in-text": (
        N_("a text in an expression cannot have {token} in it"),
        N_("put what has double quotation marks in it between single ones"),
    ),
    "texts-in-a-row": (
        N_("two texts stand side by side in an expression"),
        N_("write them as one text, or with `,` between them in a list"),
    ),
    "written-otherwise": (N_("{token} is not written so in an expression"), N_("write == for equal, != for not equal")),
    "single-equals": (N_("{token} alone compares nothing"), N_("write == for equal, != for not equal")),
    "no-calls": (N_("nothing is called in an expression"), N_("use a filter: {{{{ 单位 | 顿号 }}}}")),
    "no-filter-arguments": (N_("the filter {name} takes nothing in brackets"), N_("write it alone: | {name}")),
    "filter-arguments": (
        N_("the filter {name} is written with other things in brackets than these"),
        N_("it takes so many there: {count}"),
    ),
    "argument-kind": (
        N_("in brackets behind {name} a {takes} is due, and {value} is a {kind}"),
        N_("give it a {takes}"),
    ),
    "no-subscripts": (
        N_("nothing is picked out of a list or a record in brackets, or by its number"),
        N_("name a field with a dot, item.名称; go through a list with `each`"),
    ),
    "no-conditionals": (
        N_("there is no if … else in an expression"),
        N_("put `when` on the node, or write {{{{ 简称 or 全称 }}}}"),
    ),
    "no-tests": (
        N_("there is no `is` in an expression"),
        N_("compare with == or !=, or name the slot alone: it holds if it is given"),
    ),
    "no-joining": (
        N_("{token} is not allowed in an expression"),
        N_("write one after the other: {{{{ 年份 }}}}{{{{ 会议 }}}}"),
    ),
    "no-sums": (
        N_("{token} is not allowed in an expression: nothing is worked out, and numbers have no sign"),
        N_("give the figure in a slot"),
    ),
    "no-none": (
        N_("there is no {token} in an expression"),
        N_("name the slot alone: it holds if it is given; `not` before it turns that round"),
    ),
    "no-trimming": (
        N_("{{{{- and -}}}} are not part of the language"),
        N_("write {{{{ and }}}}: no blank is printed that is not in the text"),
    ),
    "no-chains": (N_("a comparison has two sides, and {token} begins a third"), N_("join two comparisons with `and`")),
    "loose-list": (
        N_("several values are a list, and a list stands in square brackets"),
        N_('write them so: 级别 in ["省", "市"]'),
    ),
    "names-in-list": (
        N_("a list in an expression holds texts, numbers, true and false, and one at least"),
        N_("compare names one by one, with `or` between"),
    ),
    "expression-too-long": (
        N_("the expression is too long or too nested"),
        N_("keep it under {most} characters; use `when` and `each`"),
    ),
}
