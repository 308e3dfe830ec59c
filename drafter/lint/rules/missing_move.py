"""A speech with numbered points that does not take up those who spoke before, lead over to its points, or call for action.

Listeners wait for these three. An opening that says what meeting it is (`meeting_frame`, `basis`, `preview`) need not take
anybody up; a closing that thanks or pledges (`thanks_end`, `resolve`) need not call. Only blueprints that name moves at
all are looked at; `moves` says which are asked for.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: frame, move: meeting_frame, say: 今天的会，是动员会。}
        - {id: transition, move: transition, say: "我讲{{ emphases | 汉字 }}点意见。"}
      emphases:
        - {id: why, heading: 认清形势, body: [{id: why-said, say: 任务很重。}]}
        - {id: how, heading: 抓好落实, body: [{id: how-said, say: 马上就办。}]}
      closing:
        - {id: sum, move: summary, say: 总之，任务很重。}

Right:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: frame, move: meeting_frame, say: 今天的会，是动员会。}
        - {id: transition, move: transition, say: "我讲{{ emphases | 汉字 }}点意见。"}
      emphases:
        - {id: why, heading: 认清形势, body: [{id: why-said, say: 任务很重。}]}
        - {id: how, heading: 抓好落实, body: [{id: how-said, say: 马上就办。}]}
      closing:
        - {id: call, move: exhortation, say: 希望大家马上行动起来！}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree, brothers

INSTEAD = {
    "acknowledge": {"meeting_frame", "basis", "preview"},
    "transition": {"preview"},
    "exhortation": {"thanks_end", "resolve"},
}
"""Moves that do instead of another."""


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The moves that no node of the speech names, each where it would stand."""
    blueprint = tree.blueprint
    found = {standing.node.move for standing in tree.nodes}
    if len(next(brothers(blueprint.emphases))) < 2 or found == {""}:
        return
    for move in options["moves"]:
        zone = blueprint.closing if move == "exhortation" else blueprint.opening
        if not found & {move, *INSTEAD.get(move, ())}:
            yield Finding(zone[-1].place if zone else blueprint.place, {"name": move})


RULE = Rule(
    name="missing-move",
    page=__doc__,
    says=N_("no node does the move {name}"),
    mend=N_("add one, or name the move of the node that does it"),
    of_tree=find,
    options={"moves": ("acknowledge", "transition", "exhortation")},
)
