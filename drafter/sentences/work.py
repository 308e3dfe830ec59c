"""What the rules say about what was asked for: lint, edits, old speeches, output."""

from __future__ import annotations

from drafter.catalogue import N_
from drafter.sentences.choices import CHOICES
from drafter.sentences.joints import JOINTS

WORK: dict[str, tuple[str, str]] = {
    **JOINTS,
    **CHOICES,
    # lint, apart from its rules, which bring their own
    "unused-ignore": (N_("there is nothing here for `ignore[{name}]` to silence"), N_("remove it")),
    "unknown-rule": (N_("there is no rule {name}"), N_("docs/rules lists the rules")),
    "rule-set-elsewhere": (
        N_("the rule {name} is about a {kind} and cannot be set for a {of}"),
        N_("its page in docs/rules says where it is set"),
    ),
    "unknown-option": (N_("the rule {of} has no option {name}"), N_("its page in docs/rules lists them")),
    # briefs that are filled in by question and answer, or carried over
    "no-place": (N_("{name} has no place in {of}"), N_("it stays in the old brief only")),
    "no-terminal": (N_("there is no terminal to ask in, and this is open: {name}"), N_("fill it in in the file")),
    "nothing-open": (N_("there is no terminal to ask in, and nothing is open"), N_("change the brief in its file")),
    "no-such-question": (N_("no slot is called {name}"), N_("name one that the blueprint asks for")),
    # edits
    "cannot-edit": (
        N_("{name} cannot be changed here without touching something else"),
        N_("write it on lines of its own, or edit the file by hand"),
    ),
    "edit-would-break": (
        N_("nothing was written: the edit would leave the errors below"),
        N_("mend it first; their lines are those after the edit"),
    ),
    "is-no-file-to-edit": (N_("standard input cannot be edited in its place"), N_("name the file")),
    "changed-meanwhile": (N_("{name} was changed while it was being edited"), N_("run the command again")),
    "being-written": (
        N_("another run of drafter is writing {name}, or left {file} behind"),
        N_("run the command again; if no other one runs, delete {file}"),
    ),
    "not-put-back": (
        N_("{name} holds what was to be written, and the old file could not be put back"),
        N_("mend the disk; the next run that reads or writes in its folder puts it back"),
    ),
    "two-in-one": (N_("{name} would be written twice"), N_("give each file a name of its own")),
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
    "not-a-section": (N_("{name} is no section, nothing can go into it"), N_("use before or after, or name a section")),
    "too-many-lines": (N_("it has {size} lines with words, more than {most}"), N_("keep one speech in a file")),
    "too-many-lines-together": (
        N_("the speeches have {size} lines together, more than {most}"),
        N_("distil fewer of them at a time"),
    ),
    "too-much-to-compare": (
        N_("more than {most} pairs of parts of these speeches are to be compared"),
        N_("distil fewer of them at a time"),
    ),
    "too-many-characters": (N_("it has {size} characters, more than {most}"), N_("keep one speech in a file")),
    "no-such-part": (
        N_("there is no speech number {part} in this file, only {count}"),
        N_("name one of them by --part"),
    ),
    "too-long-to-distil": (N_("its blueprint would have {size} bytes, more than {most}"), N_("distil a part of it")),
    "fact-left-out": (
        N_("nobody hears {name}: the brief leaves out {of}"),
        N_("say it elsewhere, or take the fact out as well"),
    ),
    "slot-taken": (N_("there is a slot {name} already"), N_("choose another name")),
    "slot-in-use": (N_("{of} uses the slot {name}"), N_("take it out there first, with `drafter blueprint set`")),
    "no-slot-yet": (N_("unknown slot {name}"), N_("`drafter blueprint add-slot` adds one")),
    "is-a-part": (N_("{name} is a part of the speech, not a {kind}"), N_("write --in {name}: at the end of this part")),
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
    "parts-too-large": (
        N_("its parts unpack to more than {most} bytes together"),
        N_("copy the speech into a new document"),
    ),
    "too-many-tags": (N_("its XML has more than {most} tags"), N_("copy the speech into a new document")),
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
    "pattern-long": (N_("a pattern of {name} is longer than 400 characters"), N_("make several of it")),
    "pattern-deep": (
        N_("in a pattern of {name} groups stand within groups too deep"),
        N_("make several patterns of it"),
    ),
    "pattern-bracket": (
        N_("in a pattern of {name} a bracket has no other half"),
        N_("close it, or write \\ before it"),
    ),
    "pattern-group": (
        N_("a pattern of {name} has a group of a kind that cues do not know"),
        N_("write (?: ), or what looks ahead or behind; no names, no numbers and no flags"),
    ),
    "pattern-sign": (
        N_("a pattern of {name} has a sign behind \\ that cues do not know"),
        N_("use \\d \\s \\w \\b, \\u with four figures, or \\ before a mark"),
    ),
    "pattern-count": (N_("in a pattern of {name} something is counted more than 200 times"), N_("count fewer")),
    "pattern-bare-repeat": (
        N_("in a pattern of {name} a mark of repetition stands behind nothing that it could repeat"),
        N_("remove it, or write \\ before it"),
    ),
    "pattern-wide-repeat": (
        N_("in a pattern of {name} nearly anything is repeated without end"),
        N_("count it, as in {{0,40}}"),
    ),
    "pattern-nested-repeat": (
        N_("in a pattern of {name} a repeat within a repeat has no end"),
        N_("repeat only one of them"),
    ),
    "pattern-repeats-meet": (
        N_("in a pattern of {name} two repeats without end meet that find the same"),
        N_("make one of them, or count one, as in {{0,4}}"),
    ),
    "pattern-many-repeats": (
        N_("a pattern of {name} can fit in too many ways"),
        N_("make several patterns of it, or count less"),
    ),
    "pattern-behind": (
        N_("in a pattern of {name} what looks behind has no one length"),
        N_("write no repeat and no unequal alternatives in (?<= )"),
    ),
    "pattern-odd": (N_("a pattern of {name} is no regular expression"), N_("mend it")),
    "odd-pairs": (
        N_("the characters of variants stand in pairs, and here one is left over"),
        N_("write each character and its other form behind it"),
    ),
    "too-many-patterns": (N_("there are more than {most} patterns in one file"), N_("keep those that find something")),
    "cues-not-taken": (
        N_("{name} merely lies beside the speech and is not used"),
        N_("if you trust it, name its pack: --pack {pack}"),
    ),
    "no-title": (N_("no title was found"), N_("write the title on a line of its own before the salutation")),
    "no-speech": (N_("nothing is left that could be a speech"), N_("look at what was cut")),
    "cut-before-title": (
        N_("left out before the title: {text}"),
        N_("move it behind the salutation if it belongs there"),
    ),
    "several-speeches": (
        N_("another speech begins here: {text}"),
        N_("there are {count}, number {part} is taken; take another by --part"),
    ),
    "hole": (N_("text is missing here: {text}"), N_("put in what is missing, if you have it")),
    "cut-short": (N_("the text breaks off: …{text}"), N_("look whether its end is missing")),
    "not-a-speech": (N_("this seems to be no speech: {text}"), N_("it is read as one all the same")),
    "other-language": (N_("the text is not Chinese"), N_("it is read by the cues of Chinese all the same")),
    "odd-quote": (N_("the mark {mark} has no partner: {text}"), N_("add the other one")),
    "mistyped-mark": (N_("{mark} stands where {due} is due"), N_("write {due}")),
    "lost-character": (N_("the character {what} cannot be shown"), N_("put in what stood there")),
    "number-without-first": (
        N_("the number {number} has no first of its kind before it"),
        N_("it is read as text; number the points before it"),
    ),
    "number-out-of-turn": (
        N_("the number {number} should be number {due}"),
        N_("it is renumbered; look whether a point is missing"),
    ),
    "number-of-another-kind": (
        N_("{number} is of another kind than its row: {text}"),
        N_("read as the next of the row; mend it"),
    ),
    "lone-number": (N_("a number stands alone: {text}"), N_("drop it, or number the points that belong to it")),
    "long-heading": (N_("a heading as long as a paragraph: {text}"), N_("end it with a full stop")),
    "two-readings": (N_("the emphases are {text} … or {other} …"), N_("announce the right ones, or number them 一、")),
    "heading-glued": (N_("a heading seems to end in {text}"), N_("begin a new line behind it")),
    "headings-by-shape": (N_("told to be headings by their shape only: {text} …"), N_("number them if they are")),
    "points-miscounted": (N_("{said} points are announced, {found} found"), N_("look for a heading without a number")),
    "closing-unmarked": (
        N_("no word says that the closing begins: {text}"),
        N_("say so, or join it to the last point"),
    ),
    "no-numbered-points": (N_("the speech has no numbered points"), N_("number its points if they should be emphases")),
    # packs
    "no-pack-there": (N_("there is no folder {name}"), N_("check the path")),
    "is-no-folder": (N_("{name} is a file, not a folder"), N_("name the folder that the pack is in")),
    "no-pack": (N_("{name} is no pack: it has none of {of}"), N_("name the folder that has them")),
    "ambiguous-title": (N_("several blueprints have the title {name}: {names}"), N_("name one of them by its name")),
    # output
    "bad-file-name": (
        N_("{name} cannot be a file name on every system"),
        N_('use a shorter name without < > : " | ? * and reserved names such as CON'),
    ),
    "is-the-source": (N_("{name} was read for this and is never written over"), N_("name another file with -o")),
    "is-a-folder": (N_("{name} is a folder"), N_("name a file with -o")),
    "link-to-nothing": (
        N_("{name} is a link to {what}, which is not there"),
        N_("name that file itself, or remove the link"),
    ),
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
    "unknown-format": (N_("there is no format {name}"), N_("choose one of {known}")),
    "bad-plug-in": (N_("the plug-in {name} cannot be used: {reason}"), N_("renew it, or uninstall it")),
    "no-frame": (
        N_("a document in the format {name} takes no look from another one"),
        N_("draft a Word document, or leave --reference out"),
    ),
    "reference-left": (
        N_("{what} of the reference document left out ({count})"),
        N_("add what the new document needs by hand"),
    ),
    "reference-fields": (
        N_("fields in its headers and footers are now text, or gone: {fields}"),
        N_("only page numbers, dates and the words of a style are kept as fields"),
    ),
    "reference-header": (
        N_("the words in its headers and footers stay: {text}"),
        N_("look whether they are right for this document"),
    ),
    "reference-section": (
        N_("its sections differ; section {number} of {count} is taken, paragraphs {first} to {last}"),
        N_("if another one is meant, make a reference of that one alone"),
    ),
    "no-such-style": (N_("{file} has no paragraph style {name}"), N_("it has: {known}")),
    "unknown-role": (N_("{name} is no role of a line"), N_("there are: {known}")),
    "bad-reference": (
        N_("{name} cannot be used as a reference document: {reason}"),
        N_("save it in Word as .docx and try again"),
    ),
}
