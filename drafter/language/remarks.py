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
BAR = late(r"[ \t\u3000]*[｜|][ \t\u3000]*")
MARK = late(r"([\u4e00-\u9fff]{1,2})[ \t\u3000]*(?:[：:][ \t\u3000]*(.*))?", re.DOTALL)


def parted(text: str) -> tuple[str, tuple[tuple[int, str, str], ...]]:
    """A fact without its remarks; for each remark its place, its mark and its words.

    What stands behind a bar and is no remark is given with an empty mark.
    """
    if "｜" not in text and "|" not in text:
        return text, ()
    bars = list(BAR.finditer(text))
    ends = [*(bar.start() for bar in bars[1:]), len(text)]
    return text[: bars[0].start()], tuple(_remarks(text, [bar.end() for bar in bars], ends))


def _remarks(text: str, starts: list[int], ends: list[int]) -> Iterator[tuple[int, str, str]]:
    for start, end in zip(starts, ends, strict=True):
        found = MARK.fullmatch(text, start, end)
        yield (start, found[1], (found[2] or "").strip()) if found else (start, "", text[start:end])
