"""Half-width and straight marks in Chinese text made what they stand for, blanks between its characters closed."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model.cues import Cues
from drafter.recognise.patterns import any_of
from drafter.recognise.trace import Para, Trace

HAN = "\u3400-\u9fff"
NEAR = f"[{HAN}“”‘’（）《》、，。；：！？…*×%％\\dXx]"
WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。", "(": "（", ")": "）", "｡": "。", "､": "、"}
HALF = re.compile(
    rf"(?<=[{HAN}”’）》*×Xx％%])[,;:!?](?!//)|(?<=\d)[,;:](?=[{HAN}“‘（《])|(?<=[{HAN}”）》])\.(?![.\w])|[｡､]"
)
BRACKETS = re.compile(rf"\((?=[^()\n]*[{HAN}])([^()\n]*)\)|(?<=[{HAN}])\(([^()\n]{{1,12}})\)")
LONE_BRACKET = re.compile(rf"\((?=[{HAN}])|(?<=[{HAN}])\)")
AFTER = f"[{HAN}“”（）《》、，。；：！？…]"
SPACE = "[ \u00a0\u3000\u200b]+"
BLANK = re.compile(f"(?<={NEAR}){SPACE}(?={AFTER})|(?<={AFTER}){SPACE}(?={NEAR})")
STRAIGHT = re.compile('["“”＂〝〞]')
SINGLE = re.compile("[‘’＇]")
DOUBLED = re.compile("([，。；、：])\\1+|。，|，。|；。|、，|，、")
DOTS = re.compile(r"\.{3,}|。{3,}|…(?!…)(?<!……)")


def mended(para: Para, cues: Cues, trace: Trace) -> Para:
    """The paragraph with proper marks; what stood there before is remembered once for each kind."""
    text = para.text
    found = any_of(cues.inside).search(text) if cues.inside else None
    while found:
        trace.cut_words(found[0].strip(), replace(para.place, column=para.place.column + found.start()), "inside")
        text = text[: found.start()] + text[found.end() :]
        found = any_of(cues.inside).search(text)
    changed = BRACKETS.sub(lambda m: f"（{m[1] if m[1] is not None else m[2]}）", text)
    changed = LONE_BRACKET.sub(lambda m: WIDE[m[0]], changed)
    changed = HALF.sub(lambda m: WIDE[m[0]], changed)
    if changed != text:
        trace.mend(text[:24], para.place, "half-width")
        text = changed
    changed = BLANK.sub("", text)
    if changed != text:
        trace.mend(text[:24], para.place, "blanks")
        text = changed
    text = _quotes(text, para, trace)
    changed = DOUBLED.sub(lambda m: m[1] or ("。" if "。" in m[0] else "，"), text)
    if changed != text:
        trace.mend(text[:24], para.place, "doubled-marks")
    return replace(para, text=changed) if changed != para.text else para


def _quotes(text: str, para: Para, trace: Trace) -> str:
    """Quotes in pairs; straight ones and pairs the wrong way round are turned, an odd one is doubted and left."""
    marks = STRAIGHT.findall(text)
    if not marks or "".join(marks) == "“”" * (len(marks) // 2):
        return text
    if len(marks) % 2:
        trace.doubt("odd-quote", para.place, text=text[:24])
        return text
    sides = iter("“”" * (len(marks) // 2))
    trace.mend(text[:24], para.place, "quotes")
    return STRAIGHT.sub(lambda _: next(sides), text)
