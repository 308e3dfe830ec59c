"""Words with which Chinese points back to what was said before."""

from __future__ import annotations

BACK = "|".join(
    (
        r"这(?:个|些|一|种|几[个条句])?(?:判断|道理|看法|结论|例子|案例|教训|认识|做法|经验)",
        r"上面这|上述|(?:前面|刚才)(?:说|讲)的这",
        r"由?这几家|也有的(?!是)",
    )
)
"""Words for what stands right before a passage that begins with them."""
CALLED_BACK = "|".join(
    (
        r"(?:刚才|前面|上面)(?:已经)?[讲说提点](?:到|了|过|的)",
        r"(?:上面|以上)这?(?:[几两三四五六七八九十]|\{\{)[^。，]{0,20}?[项条个件处家样]",
    )
)
"""Words that call back what was said before, wherever in a passage they stand."""
HANGING = "|".join(
    (
        r"第一个(?:期限|日子|节点)",
        r"其余|再看(?!一)",
        r"(?:上面)?这些(?:安排|措施|问题|要求|数字|办法|期限|话)",
        r"由这(?:几|两)?家",
    )
)
"""Words that hang in the air where a passage begins with them and nothing is said before."""
FAR = rf"(?:[\s\S]*?(?={CALLED_BACK})|[^。！？；{{]{{0,16}}?(?={HANGING}))(?P<name>{CALLED_BACK}|{HANGING})"
"""The beginning of a passage with one of these words in it."""
