"""What a writer says of a fact behind a bar: `…4月底前拆完｜难：搭建的多是几十年的老住户`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.late import late

REMARKS: dict[str, bool] = {
    "难": True,
    "因": True,
    "疑": True,
    "答": True,
    "共": True,
    "简": True,
    "先": True,
    "急": False,
    "重": False,
    "余": False,
}
"""The marks, and whether words follow: why it is hard, its cause, a doubt, the answer to one, the whole that it is part
of, a short name, what comes before it; that it is most urgent, the heaviest, what takes the rest."""
UNPRINTED = frozenset("共先")
"""Those that are reckoned or linked with, and not printed."""
ASKS = {
    "难": "难在哪里",
    "因": "原因是什么",
    "疑": "听的人会有什么疑问",
    "答": "这个疑问怎么答",
    "共": "总数是多少，这里是其中一部分",
    "简": "简短的叫法",
    "先": "在这之前先要做什么",
    "急": "是不是最急的",
    "重": "是不是最重的",
    "余": "剩下的是不是都归它",
}
"""The question for each of them."""
BAR = late(r"[ \t\u3000]*[｜|][ \t\u3000]*")
_WORDED, _BARE = ("|".join(mark for mark, worded in REMARKS.items() if worded is kind) for kind in (True, False))
NEXT = late(
    rf"[ \t\u3000]*[｜|][ \t\u3000]*|[ \t\u3000；;，,]+(?=(?:{_WORDED})[：:])|[ \t\u3000；;]+(?=(?:{_BARE})(?:[ \t\u3000；;｜|]|$))"
)
"""What parts remarks behind the first bar: another, or a space or a mark before what can only be a remark."""
MARK = late(r"([\u4e00-\u9fff]{1,2})[ \t\u3000]*(?:[：:][ \t\u3000]*(.*))?", re.DOTALL)


def parted(text: str) -> tuple[str, tuple[tuple[int, str, str], ...]]:
    """A fact without its remarks; for each remark its place, its mark and its words.

    What stands behind a bar and is no remark is given with an empty mark.
    """
    if "｜" not in text and "|" not in text:
        return text, ()
    first = BAR.search(text)
    assert first is not None
    bars = [first, *NEXT.finditer(text, first.end())]
    ends = [*(bar.start() for bar in bars[1:]), len(text)]
    return text[: first.start()], tuple(_remarks(text, [bar.end() for bar in bars], ends))


def _remarks(text: str, starts: list[int], ends: list[int]) -> Iterator[tuple[int, str, str]]:
    for start, end in zip(starts, ends, strict=True):
        found = MARK.fullmatch(text, start, end)
        yield (start, found[1], (found[2] or "").strip()) if found else (start, "", text[start:end])


def remark_of(text: str, mark: str) -> str | None:
    """The words of a remark of a text, none behind a mark that stands alone; None where it has no such remark."""
    return next((words for _, name, words in parted(text)[1] if name == mark), None)


def with_remark(text: str, mark: str, words: str | None) -> str:
    """A text with other words behind a mark of it, at its old place or last; without it, if there are none."""
    fact, parts = parted(text)
    kept = [(name, old) for _, name, old in parts]
    if words is None:
        kept = [one for one in kept if one[0] != mark]
    elif any(name == mark for name, _ in kept):
        kept = [(name, words if name == mark else old) for name, old in kept]
    else:
        kept.append((mark, words))
    return fact + "".join(f"｜{name}{'：' if name and said else ''}{said}" for name, said in kept)
