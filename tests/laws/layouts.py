"""YAML files as people lay them out: lists and maps on lines and in brackets, every style of text, comments everywhere."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st

WORDS = ("会议", "抓落实", "a b", "第1项", "x", "保民生，促发展", "it's", "同志们：")
SHORT = (
    "{a}",
    '"{a}: {b}"',
    "'{A} #{B}'",
    '"{a}\\n\\u4e2d\\"{b}"',
    "",
)
"""Texts in one line, from two words; capitals stand for words with their quotes doubled."""
LONG = (
    "|\n{a}\n\n  {b}\n{a}",
    "|-\n# {a}\n{b}",
    "|+\n{a}\n{b}\n\n",
    ">-\n{a}\n{b}\n\n{b} {a}",
    ">  # 折\n{a}\n  {b}\n{a}",
    "{a}\n{b}\n\n{a}",
    '"{a}\n{b}\\\n  {a}"',
    "'{A}\n{B}'",
)
"""Texts in several lines, the first after the colon."""
words = st.sampled_from(WORDS)
SHORT_ONES, FULL, LONG_ONES = st.sampled_from(SHORT), st.sampled_from(SHORT[:4]), st.sampled_from(LONG)


@st.composite
def files(draw: st.DrawFn) -> str:
    """One file: a map, laid out in one manner."""
    step, dash, depth = draw(st.integers(1, 4)), draw(st.integers(0, 3)), draw(st.integers(1, 3))
    numbers = count()

    def chance(n: int) -> bool:
        return draw(st.integers(0, n)) == 0

    def comment(gap: str = "") -> str:
        return f"{gap}# 注{next(numbers)}" if chance(4) else ""

    def text(forms: st.SearchStrategy[str]) -> list[str]:
        a, b = draw(words), draw(words)
        doubled = {"A": a.replace("'", "''"), "B": b.replace("'", "''")}
        return draw(forms).format(a=a, b=b, **doubled).split("\n")

    def collection(listed: bool, column: int, depth: int) -> list[str]:
        lines: list[str] = []
        pad = " " * column
        for n in range(draw(st.integers(1 if column else 2, 4))):
            lines += [""] * chance(3) if lines else []
            lines += [pad + above] if (above := comment()) else []
            lines += value(pad + ("-" if listed else f"键{n}:"), column, listed, depth)
            if (below := comment()) and chance(1):
                lines.append(pad + "    " + below)
        return lines

    def value(head: str, column: int, item: bool, depth: int) -> list[str]:
        kind = draw(st.integers(0, 9 if depth else 6))
        if kind <= 3:
            return [" ".join([head, *filter(None, text(SHORT_ONES))]) + comment("  ")]
        if kind == 4:
            first, *more = text(LONG_ONES)
            return [f"{head} {first}", *(" " * (column + step) + line if line else "" for line in more)]
        if kind <= 6:
            first, *more = brackets(depth, column + step + 2)
            lines = [f"{head} {first}", *more]
            return [*lines[:-1], lines[-1] + comment(" ")]
        listed = draw(st.booleans())
        below = collection(listed, column + (2 if item else dash if listed else step), depth - 1)
        if item and not below[0].lstrip().startswith("#") and chance(1):
            return [f"{head} {below[0].lstrip()}", *below[1:]]
        return [head + comment("  "), *below]

    def brackets(depth: int, column: int) -> list[str]:
        listed, long = draw(st.booleans()), chance(2)
        left, right = "[]" if listed else "{}"
        items = []
        for n in range(draw(st.integers(0, 3))):
            inner = brackets(depth - 1, column + 2) if depth and chance(3) else text(FULL)
            inner = inner if len(inner) == 1 else ["x"]
            items.append(inner[0] if listed else f"键{n}: {inner[0]}")
        if not long or not items:
            return [left + ", ".join(items) + right]
        lines = [left]
        for n, item in enumerate(items):
            lines += [" " * column + above] if (above := comment()) else []
            lines.append(" " * column + item + ("," if n + 1 < len(items) or chance(1) else "") + comment(" "))
        return [*lines, " " * (column - 1) + right]

    top = "\n".join((["# 首行", ""] if chance(1) else []) + collection(False, 0, depth))
    return top + "\n" * (not chance(9) or "|" in top or ">" in top)
