"""What the rules say about a text that YAML reads otherwise than it was meant, or not at all."""

from __future__ import annotations

from drafter.catalogue import N_

QUOTE = N_("put the text in quotes")
REPEATED = N_("check the texts that are repeated here")
YAML: dict[str, tuple[str, str]] = {
    "yaml-syntax": (
        N_("this line cannot be read as YAML"),
        N_("look at the indentation, colons and quotes here and on the line before"),
    ),
    "wide-colon": (N_("the colon after {name} is full-width"), N_("use `: `, a half-width colon and a blank")),
    "no-blank": (N_("there is no blank behind the colon after {name}"), N_("put a blank after the colon")),
    "odd-blank": (
        N_("what stands behind the colon after {name} is no ordinary blank, but {code}"),
        N_("put an ordinary blank after the colon"),
    ),
    "odd-dash": (
        N_("the item begins with {mark}, not with a half-width hyphen and a blank"),
        N_("begin the item with `- `"),
    ),
    "odd-step": (
        N_("the line begins in column {found}, and what it belongs to in column {wanted}"),
        N_("let both begin in the same column"),
    ),
    "outside-block": (
        N_("the line begins in column {found}, too far to the left for the text under | or >"),
        N_("let it begin in column {wanted}"),
    ),
    "wide-hash": (N_("the # is full-width and begins no remark"), N_("use a half-width # with a blank before it")),
    "wide-brackets": (N_("{mark} is no bracket of a list or a map"), N_("use half-width [ ] or {{ }}")),
    "wide-quotes": (
        N_("a text between {mark} and its other half is not held together by them"),
        N_('put it between half-width quotation marks: " "'),
    ),
    "behind-quotes": (
        N_("{mark} stands behind quotation marks or brackets that are closed, and belongs to nothing"),
        N_("remove it, or put it inside"),
    ),
    "wide-comma-in-map": (N_("a {mark} does not part fields"), N_("use `, `, a half-width comma and a blank")),
    "wide-comma": (
        N_("{mark} does not part items: this is one item"),
        N_("use `, `, a half-width comma and a blank; or put the text in quotes if it is one item"),
    ),
    "cut-in-figure": (
        N_("inside [ ] a comma parts items, and so it cuts {figure} in two"),
        N_("put the text in quotes, or leave out the comma; or put a blank after it if two items are meant"),
    ),
    "unclosed-quotes": (
        N_("the text that begins with {mark} here is never closed, or only by the mark of another text"),
        N_("close it with the same mark, or use “ ”"),
    ),
    "unclosed-bracket": (
        N_("the bracket {mark} is not closed, or a comma is missing behind it"),
        N_("close it with its other half, and put a half-width comma between items"),
    ),
    "no-colon": (
        N_("{text} is neither an item nor a name with a colon and a blank"),
        N_("write `name: text`; indent the line if it goes on from the one before"),
    ),
    "swallowed-entry": (
        N_("this line is indented and so read as more of the text above it, though it begins like {name}"),
        N_("begin it in the column of the other names, with `{name}: `"),
    ),
    "no-item": (
        N_("{text} stands in a list and is no item"),
        N_("begin it with `- `, in the column of the other items"),
    ),
    "no-entry": (
        N_("{text} does not go on from what stands before it"),
        N_(
            "indent it like what it belongs to; put a text that goes on behind a quotation mark or a bracket in quotes as a whole"
        ),
    ),
    "item-behind-key": (
        N_("a list cannot begin on the line of its name"),
        N_("begin each item with `- ` on a line of its own"),
    ),
    "empty-place": (N_("a value or a name is due before {text}"), N_("write it, or remove the mark")),
    "odd-escape": (
        N_('between " " a backslash has a meaning, and {text} is none of those that it can have'),
        N_("write two backslashes for one, or use ' '"),
    ),
    "odd-block-mark": (
        N_("behind | or > there can be no text on the same line"),
        N_("begin the text on the next line, indented; or put the text in quotes"),
    ),
    "no-directives": (
        N_("a line that begins with % is an order to YAML"),
        N_("remove the line, or put the text in quotes"),
    ),
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
    "too-many-expressions": (N_("more than {most} expressions and ** in one file"), N_("write more in words")),
    "too-long": (N_("with this text the speech has more than {most} characters"), REPEATED),
    "too-many-facts": (N_("with this text the speech has more than {most} facts and gaps"), REPEATED),
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
}
