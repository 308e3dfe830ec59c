"""Problems in words: what is wrong, and what to do. English here; the catalogue in `locale/` has the Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from drafter.problem import Problem
from drafter.things import N_, THINGS

FIXED = N_("fixed")
SENTENCE = N_("{what}; {mend}")
NEAR = N_("did you mean {near}?")
QUOTE = N_("put the text in quotes")
PLUG_IN = ("{says}", "{mend}")
"""A rule that is not ours brings its sentence among its facts."""
RULES: dict[str, tuple[str, str]] = {
    # the file
    "no-such-file": (N_("there is no file {name}"), N_("check the path")),
    "cannot-read": (N_("cannot read {name}: {reason}"), N_("check the file's permissions")),
    "too-large": (
        N_("the file has {size} bytes, more than {most}"),
        N_("split it, or remove what does not belong here"),
    ),
    "unknown-encoding": (N_("the file's encoding cannot be told for sure"), N_("save it as UTF-8")),
    "read-as-gb18030": (N_("the file is not UTF-8; read as GB18030"), N_("save it as UTF-8 to be sure")),
    "empty-file": (N_("the {what} is empty"), N_("start from `drafter new` or from an example")),
    # YAML
    "yaml-syntax": (
        N_("cannot be read as YAML ({reason})"),
        N_("look at the indentation, colons and quotes here and on the line before"),
    ),
    "wide-colon": (N_("the colon after {name} is full-width"), N_("use `: `, a half-width colon and a blank")),
    "quote-text": (
        N_("a text that begins with {why} means something else in YAML"),
        N_("put the text in quotes, or use “ ”"),
    ),
    "quote-braces": (N_("unquoted {{{{ … }}}} is a map in YAML"), QUOTE),
    "colon-in-text": (
        N_("a colon and a blank inside a text"),
        N_("put the text in quotes, or use a full-width colon ："),
    ),
    "colon-makes-map": (
        N_("{name} should be a text, but `{key}: ` makes it a map"),
        N_("put the text in quotes, or use a full-width colon ："),
    ),
    "cut-at-hash": (
        N_("the text ends here: ` #` begins a comment"),
        N_("put the text in quotes, or put a blank after # if it is a comment"),
    ),
    "cut-at-comma": (
        N_("inside {{ }} and [ ] a comma ends the text; {name} is taken for another key"),
        N_("put the text in quotes, or use a full-width comma ，"),
    ),
    "odd-indent": (N_("the line is indented with {code}"), N_("indent with ordinary spaces")),
    "illegal-character": (N_("the character {code} cannot stand in a document"), N_("delete it")),
    "duplicate-key": (N_("{name} stands here a second time, first on line {first}"), N_("keep one of them")),
    "two-documents": (N_("a second document begins with `---`"), N_("keep one speech a file")),
    "too-many-nodes": (N_("more than {most} values in one file"), N_("split it")),
    "too-many-nodes-planned": (
        N_("with this node the speech has more than {most} passages and points"),
        N_("check what `each` goes through, and lists within lists"),
    ),
    "too-long": (
        N_("with this text the speech has more than {most} characters"),
        N_("check the texts that are repeated here"),
    ),
    "too-large-together": (
        N_("with this the parents and fragments of one blueprint have more than {most} characters"),
        N_("use fewer of them, or smaller ones"),
    ),
    "too-deep": (N_("nested more than {most} levels deep"), N_("check the brackets and the indentation")),
    "no-aliases": (
        N_("anchors and aliases (& and *) are not used here"),
        N_("write the value out, or put the text in quotes"),
    ),
    "no-tags": (N_("YAML tags (!) are not used here"), N_("remove the tag, or put the text in quotes")),
    "no-merge-keys": (N_("merge keys (<<) are not used here"), N_("write the values out")),
    "odd-key": (N_("a list or a map cannot be a key"), N_("write a name before the colon")),
    # shapes
    "map-due": (N_("{name} should be a map of `key: value` lines"), N_("write one `key: value` a line")),
    "text-due": (N_("{name} should be a text, not a {kind}"), QUOTE),
    "list-due": (N_("{name} should be a list"), N_("begin each item with `- ` on a line of its own")),
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
    "fact-not-said": (
        N_("{name} is known to this blueprint, but no sentence of it says it"),
        N_("leave it for other blueprints, or remove it"),
    ),
    "unknown-field": (N_("{of} has no field {name}"), N_("remove it, or add it to the blueprint's slot")),
    "missing-slot": (N_("{name} must be given: {ask}"), N_("fill it in")),
    "unfilled-slot": (N_("{name} is open: {ask}"), N_("fill it in")),
    "unknown-node": (N_("the blueprint has no node {name}"), N_("`drafter blueprint show` lists the nodes")),
    "no-such-wording": (N_("{name} has no wording {number}"), N_("choose from 1 to {count}")),
    "placeholder": (
        N_("{name} still holds the placeholder {what}"),
        N_("write the fact"),
    ),
    "braces-in-fact": (N_("{name} holds braces, which a brief does not fill"), N_("write the text itself")),
    "text-less-than-limit": (N_("{name} has {size} characters, fewer than {limit}"), N_("say more")),
    "text-more-than-limit": (N_("{name} has {size} characters, more than {limit}"), N_("shorten it")),
    "number-less-than-limit": (N_("{name} is {size}, less than {limit}"), N_("check the number")),
    "number-more-than-limit": (N_("{name} is {size}, more than {limit}"), N_("check the number")),
    "list-less-than-limit": (N_("{name} has {size} items, fewer than {limit}"), N_("add some")),
    "list-more-than-limit": (N_("{name} has {size} items, more than {limit}"), N_("join or drop some")),
    # blueprints
    "odd-font": (
        N_("a font cannot be called {name}"),
        N_("use its name: letters, digits, blanks, points and hyphens"),
    ),
    "other-version": (
        N_("this is language version {version}; this drafter reads {known}"),
        N_("install a newer drafter"),
    ),
    "odd-slot-name": (
        N_("{name} cannot be a slot's name"),
        N_("use letters or Chinese characters, digits and _ only, no reserved word"),
    ),
    "slot-is-setting": (N_("{name} is a setting of briefs and cannot be a slot"), N_("choose another name")),
    "of-without-list": (
        N_("{name} has `of` but is neither a list nor a choice"),
        N_("add `type: list` or `type: choice`"),
    ),
    "join-in-logic": (
        N_("{name} joins texts and has no place in logic"),
        N_("ask for the list itself"),
    ),
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
    "insert-where": (
        N_("an insert needs one place and a node"),
        N_("write `before:`, `after:` or `into:` with an id, and `node:`"),
    ),
    "use-with-text": (
        N_("a node that uses a fragment has no {name} of its own"),
        N_("remove it, or write the text here instead of `use`"),
    ),
    "pack-name": (
        N_("the pack calls itself {name}, and its folder is {folder}"),
        N_("give both the same name"),
    ),
    "fragments-differ": (
        N_("two fragments ask for the slot {name}, but not in the same way; first in {first}"),
        N_("define it in the blueprint's own slots, or make both alike"),
    ),
    "use-in-fragment": (N_("a fragment does not use others"), N_("write its text here")),
    "list-default": (N_("{name} is a list and cannot have a default"), N_("use `missing: omit`, or ask for it")),
    "default-cycle": (N_("defaults go round in a ring: {ring}"), N_("give one of them a default of its own")),
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
        N_("cannot be read as an expression ({reason})"),
        N_("write a name, or a name and a filter: {{{{ 单位 | 顿号 }}}}"),
    ),
    "expression-too-long": (
        N_("the expression is too long or too nested"),
        N_("keep it under {most} characters; use `when` and `each`"),
    ),
    "not-allowed-in-expression": (
        N_("{what} is not allowed in an expression"),
        N_("use names, fields, comparisons, and/or/not/in and filters"),
    ),
    # lint
    "unused-slot": (N_("nothing uses {name}"), N_("use it in the speech, or remove it")),
    "unasked-slot": (N_("{name} has no question"), N_("add `ask`")),
    "unreachable-node": (
        N_("{name} never stands: with what holds around it, `{when}` cannot hold"),
        N_("correct the condition, or remove the node"),
    ),
    "missing-move": (
        N_("no node does the move {name}"),
        N_("add one, or name the move of the node that does it"),
    ),
    "hand-counted": (
        N_("{number} is written by hand, and the speech has {count} numbered points as it stands"),
        N_("write {due}"),
    ),
    "enumeration-form": (N_("the form {name} does not suit {count} points"), N_("use another form, such as 一是")),
    "parallel-headings": (
        N_("this heading's clauses have {have} characters, those beside it {due}"),
        N_("build it like the others"),
    ),
    "heading-anchor": (N_("the other headings here share {anchor}, this one does not"), N_("give it the same anchor")),
    "repeated-verb": (N_("{verb} heads another heading here, too: {name}"), N_("use another verb")),
    "heading-stop": (N_("the heading ends in {mark}"), N_("remove it; the tool sets a stop where one is due")),
    "half-width-mark": (N_("the mark {mark} is half-width"), N_("write {due}")),
    "doubled-mark": (N_("{text} stands where one is enough"), N_("keep one")),
    "long-sentence": (N_("this is too long to be spoken: {size}, more than {limit}"), N_("split it")),
    "repeated-sentence": (N_("the node {name} says this sentence, too"), N_("say it once, or in other words")),
    "same-wording": (N_("this is what wording {first} of {name} says"), N_("say it in other words, or remove it")),
    "unused-ignore": (N_("there is nothing here for `ignore[{name}]` to silence"), N_("remove it")),
    "unknown-rule": (N_("there is no rule {name}"), N_("docs/rules lists the rules")),
    "unknown-option": (N_("the rule {of} has no option {name}"), N_("its page in docs/rules lists them")),
    # edits
    "cannot-edit": (
        N_("{name} cannot be changed here without touching something else"),
        N_("write it on lines of its own, or edit the file by hand"),
    ),
    "edit-would-break": (
        N_("nothing was written: the edit would leave the errors below"),
        N_("mend it first; their lines are those after the edit"),
    ),
    "changed-meanwhile": (N_("{name} was changed while it was being edited"), N_("run the command again")),
    "not-yours": (
        N_("{name} came with drafter or a plug-in ({file})"),
        N_("`drafter blueprint new NAME --extends {name}` makes one of your own; or give the file's path"),
    ),
    "no-blueprint-here": (
        N_("this is neither a blueprint nor a brief"),
        N_("name a file with `drafter:` and `speech:`"),
    ),
    "written-elsewhere": (N_("{name} is written in {where}, not here"), N_("edit it there")),
    "id-taken": (N_("there is a node {name} already"), N_("choose another id")),
    "id-is-not-set": (N_("the id of {name} is not set as other keys are"), N_("use `drafter blueprint rename-node`")),
    "no-key-named": (N_("{name} names a node but none of its keys"), N_("write ID.KEY, such as {name}.say")),
    "node-into-itself": (N_("{name} cannot go beside itself or into itself"), N_("name another node")),
    "not-a-section": (
        N_("{name} is no section, nothing can go into it"),
        N_("use before or after, or name a section"),
    ),
    "slot-taken": (N_("there is a slot {name} already"), N_("choose another name")),
    "slot-left": (
        N_("{name} is also asked for in {where}"),
        N_("name that file too if it takes from this one, else rename it there"),
    ),
    "name-is-field": (N_("inside {id} the name {name} means a field of the item"), N_("choose another name")),
    "other-blueprint": (
        N_("this file has nothing to do with {name}"),
        N_("name only briefs of this blueprint, and blueprints that extend it"),
    ),
    # files of old speeches
    "other-format": (N_("this is {what}, which is not read"), N_("open it in Word or WPS and save it as .docx")),
    "pdf": (
        N_("this is {what}, which is not read"),
        N_("ask for the .docx that it was made from, or copy its text into a .txt file"),
    ),
    "no-speech-file": (N_("this is {what}, not a speech"), N_("give the speech as .docx, .txt, .md or .html")),
    "unknown-ending": (
        N_("the ending of {name} is none of those that are read: {known}"),
        N_("rename it, or save it as .docx"),
    ),
    "named-otherwise": (
        N_("by what it holds the file is a .{ending}, and is read as one"),
        N_("give it the ending .{ending}"),
    ),
    "encrypted": (N_("the file is encrypted"), N_("open it with its password and save it without one")),
    "damaged-docx": (
        N_("this is no Word file, or a damaged one: {reason}"),
        N_("open it in Word or WPS and save it anew as .docx"),
    ),
    "part-too-large": (
        N_("the part {name} unpacks to more than {most} bytes"),
        N_("copy the speech into a new document"),
    ),
    "too-many-tags": (N_("a part has more than {most} tags"), N_("copy the speech into a new document")),
    "macros": (N_("the file holds macros, which are neither read nor run"), N_("save it as .docx to be rid of them")),
    "control-character": (N_("the character {what} is dropped ({characters} times)"), N_("delete it in the file")),
    "left-out": (
        N_("{what} left out: {text} (places: {count}, characters: {characters})"),
        N_("if it belongs to the speech, make it ordinary text"),
    ),
    "taken-up": (
        N_("{what} read as ordinary text: {text} (places: {count})"),
        N_("look whether it belongs to the speech"),
    ),
    "not-understood": (N_("{what} not understood: {text} (places: {count})"), N_("write it as ordinary text")),
    "not-shown": (N_("{what} not read (places: {count})"), N_("write their words into the document as ordinary text")),
    # old speeches read back
    "odd-pattern": (N_("a pattern of {name} cannot be read ({reason})"), N_("mend the regular expression")),
    "no-title": (N_("no title was found"), N_("write the title on a line of its own before the salutation")),
    "no-speech": (N_("nothing is left that could be a speech"), N_("look at what was cut")),
    "cut-before-title": (
        N_("a paragraph before the title is left out: {text}"),
        N_("move it behind the salutation if it belongs to the speech"),
    ),
    "several-speeches": (
        N_("another speech begins here: {text}"),
        N_("the first is taken; put each in a file of its own"),
    ),
    "hole": (N_("text is missing here: {text}"), N_("put in what is missing, if you have it")),
    "cut-short": (N_("the text breaks off: …{text}"), N_("look whether its end is missing")),
    "not-a-speech": (N_("this seems to be no speech: {text}"), N_("it is read as one all the same")),
    "other-language": (N_("the text is not Chinese"), N_("it is read by the cues of Chinese all the same")),
    "odd-quote": (N_("a quotation mark has no partner: {text}"), N_("add the other one")),
    "number-without-first": (
        N_("the number {number} has no first of its kind before it"),
        N_("it is read as text; number the points before it"),
    ),
    "number-out-of-turn": (
        N_("the number {number} should be the {due}th"),
        N_("it is renumbered; look whether a point is missing"),
    ),
    "number-of-another-kind": (
        N_("{number} stands where a number of another kind is due: {text}"),
        N_("it is read as the next of that kind; begin with the first if it is a point below"),
    ),
    "lone-number": (N_("a number stands alone: {text}"), N_("drop it, or number the points that belong to it")),
    "long-heading": (
        N_("the heading is as long as a paragraph: {text}"),
        N_("put a full stop or a new line behind the heading"),
    ),
    "points-miscounted": (
        N_("{said} points are announced, {found} are found"),
        N_("look whether a heading has lost its number, or mend the announcement"),
    ),
    "closing-unmarked": (
        N_("no word says that the closing begins here: {text}"),
        N_("it is read as the closing, not as the end of the last point"),
    ),
    "no-numbered-points": (N_("the speech has no numbered points"), N_("number its points if they should be emphases")),
    # output
    "bad-file-name": (
        N_("{name} cannot be a file name on every system"),
        N_('use a shorter name without < > : " | ? * and reserved names such as CON'),
    ),
    "is-a-folder": (N_("{name} is a folder"), N_("name a file with -o")),
    "no-folder": (N_("there is no folder {name}"), N_("create it first")),
    "cannot-write": (
        N_("cannot write {name}: {reason}"),
        N_("check the disk and the permissions; the old file is as it was"),
    ),
    "would-overwrite": (
        N_("{name} exists and was not drafted from this brief"),
        N_("name another file with -o, or add --force"),
    ),
    "edited-since": (
        N_("{name} was edited or saved since it was drafted"),
        N_("name another file with -o, or add --force to lose the edits"),
    ),
    "not-our-schema": (
        N_("{name} was not made by drafter and is left as it is"),
        N_("move it out of .drafter, which is drafter's own folder"),
    ),
    "bad-reference": (
        N_("{name} cannot be used as a reference document: {reason}"),
        N_("save it in Word as .docx and try again"),
    ),
}
WORDS = (
    N_("blueprint"),
    N_("brief"),
    N_("choice"),
    N_("closing"),
    N_("date"),
    N_("emphases"),
    N_("flag"),
    N_("fragment"),
    N_("list"),
    N_("map"),
    N_("node"),
    N_("number"),
    N_("opening"),
    N_("pack"),
    N_("page"),
    N_("record"),
    N_("speech"),
    N_("style"),
    N_("text"),
    *THINGS,
)
"""Words of ours that stand in a message as facts, and are translated with it."""
REASONS = (
    N_("left open"),
    N_("a date"),
    N_("a figure"),
    N_("an office"),
    N_("the meeting"),
    N_("the subject"),
    N_("a quoted phrase"),
)
"""Why something of an old speech is taken for a fact."""
OURS = frozenset({"kind", "left", "of", "reason", "right", "takes", "what", "zone"})
"""The facts that may be such words; all others are the user's own."""
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Characters that could move the cursor or turn the text round on a terminal."""
Translate = Callable[[str], str]


def sentence(problem: Problem, translate: Translate = str) -> str:
    """What is wrong and what to do, in one line; the near miss goes before general advice."""
    what, mend = RULES.get(problem.rule, PLUG_IN)
    if problem.facts.get("near"):
        mend = NEAR
    facts = {
        name: translate(value) if name in OURS and value in WORDS else value for name, value in problem.facts.items()
    }
    return translate(SENTENCE).format(
        what=translate(what).format_map(_Shown(facts)), mend=translate(mend).format_map(_Shown(facts))
    )


def report(problem: Problem, translate: Translate = str, *, fixed: bool = False) -> str:
    """The problem as one line of a report: place, severity or that it is fixed, sentence, rule."""
    place, how = problem.place, FIXED if fixed else problem.severity
    where = f"{visible(place.file)}:{place.line}:{place.column}"
    return f"{where}: {translate(how)}: {sentence(problem, translate)} [{problem.rule}]"


def as_data(problem: Problem, translate: Translate = str) -> dict[str, Any]:
    """The same as data."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "rule": problem.rule,
        "message": sentence(problem, translate),
        "facts": dict(problem.facts),
        "fixable": problem.edit is not None,
    }


def visible(text: str) -> str:
    """Text that may come from anyone, safe to print on a terminal."""
    return CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class _Shown(dict[str, str]):
    """Facts, made visible; one that is missing shows as its name."""

    def __getitem__(self, key: str) -> str:
        return visible(str(dict.get(self, key, key)))

    def __missing__(self, key: str) -> str:
        return key


SEVERITIES = (N_("error"), N_("warning"))
