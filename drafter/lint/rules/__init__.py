"""The one table of rules: whatever the program can warn of, by hand and in the order of the docs; a plug-in's come after."""

from __future__ import annotations

from drafter.lint.rule import Rule
from drafter.lint.rules import (
    doubled_mark,
    enumeration_form,
    half_width_mark,
    hand_counted,
    heading_anchor,
    heading_stop,
    long_sentence,
    missing_move,
    of_briefs,
    of_files,
    of_numbers,
    of_old_files,
    of_references,
    of_speeches,
    parallel_headings,
    placeholder,
    repeated_sentence,
    repeated_verb,
    same_wording,
    unasked_slot,
    unguarded_omit,
    unknown_move,
    unreachable_node,
    unused_slot,
)

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        unused_slot.RULE,
        unasked_slot.RULE,
        unguarded_omit.RULE,
        unreachable_node.RULE,
        unknown_move.RULE,
        missing_move.RULE,
        hand_counted.RULE,
        enumeration_form.RULE,
        parallel_headings.RULE,
        heading_anchor.RULE,
        repeated_verb.RULE,
        heading_stop.RULE,
        half_width_mark.RULE,
        doubled_mark.RULE,
        long_sentence.RULE,
        repeated_sentence.RULE,
        same_wording.RULE,
        placeholder.RULE,
        *of_briefs.RULES,
        *of_files.RULES,
        *of_old_files.RULES,
        *of_references.RULES,
        *of_speeches.RULES,
        *of_numbers.RULES,
    )
}
