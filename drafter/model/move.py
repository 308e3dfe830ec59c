"""Rhetorical moves, in their usual order: the term of move analysis for the work that a passage does."""

MOVES = {
    "salutation": "称谓",
    "meeting_frame": "会议定位",
    "basis": "依据",
    "acknowledge": "承接",
    "preview": "预告",
    "achievements": "肯定成绩",
    "thanks": "致谢",
    "warning": "转入问题",
    "demand": "要求",
    "transition": "过渡",
    "situation": "形势",
    "decision": "决策",
    "significance": "认识",
    "principle": "原则",
    "goal": "目标",
    "annual_goal": "年度目标",
    "resolve": "决心",
    "lead": "引领",
    "measures": "举措",
    "organisation": "组织",
    "breakdown": "分解",
    "responsibility": "责任",
    "supervision": "督查",
    "accountability": "问责",
    "summary": "小结",
    "stakes": "利害",
    "exhortation": "号召",
    "thanks_end": "致谢收束",
    "direction": "提示",
}
"""Each move and its name in Chinese."""
DIRECTION = "direction"
"""The move of what is not said aloud: what happens meanwhile (……讲话结束后). It stands in paragraphs of its own."""
KIN = (
    frozenset(("situation", "significance", "decision", "stakes")),
    frozenset(("goal", "annual_goal", "principle", "resolve")),
    frozenset(("measures", "breakdown", "lead")),
    frozenset(("organisation", "responsibility", "supervision", "accountability")),
)
"""Moves that answer one question of the body: why it is done, what is to be reached, how, and by whom."""
