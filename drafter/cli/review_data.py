"""What `drafter review` prints, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.desk.review import Change, Reviewed


def json_of(every: Sequence[Reviewed]) -> str:
    """All of them."""
    import json

    return json.dumps([_as_data(found) for found in every], ensure_ascii=False, indent=2)


def _as_data(found: Reviewed) -> dict[str, object]:
    """One of them."""
    return {
        "file": str(found.file),
        "brief": str(found.brief),
        "changes": [_change_as_data(found, one) for one in found.edited.changes],
        "questions": [
            {
                "paragraph": came.number,
                "author": remark.author,
                "words": came.text[remark.start : remark.end],
                "text": remark.text,
            }
            for came, remark in found.questions
        ],
        "beside": [
            {"paragraph": came.number, "where": came.where, "pictures": came.pictures, "text": came.text}
            for came in found.beside
        ],
    }


def _change_as_data(found: Reviewed, one: Change) -> dict[str, object]:
    return {
        "kind": one.kind,
        "nodes": one.keys,
        "paragraph": found.lines[one.paragraph].came.number if one.paragraph >= 0 else None,
        "before": one.before,
        "after": one.after,
        "slot": one.slot,
        "elsewhere": one.elsewhere,
        "beside": one.anchor,
        "authors": authors(found, one),
    }


def authors(found: Reviewed, one: Change) -> str:
    """Who tracked changes in the paragraph of a change."""
    if one.paragraph < 0:
        return ""
    return ", ".join(dict.fromkeys(each.author for each in found.lines[one.paragraph].came.tracked))
