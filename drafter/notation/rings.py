"""Names that need one another → the rings in which they go round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def rings(needs: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Every ring once, from its first name on; in linear time where there is none."""
    left = _without_dead_ends(needs)
    told: set[str] = set()
    for start in left:
        ring = _ring(start, left) if start not in told else []
        told.update(ring)
        if ring:
            yield ring


def _ring(start: str, needs: Mapping[str, list[str]]) -> list[str]:
    """The shortest way from `start` back to itself, if there is one."""
    came: dict[str, str] = {}
    queue = [start]
    for here in queue:
        for name in needs.get(here, ()):
            if name == start:
                way = [here]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if name not in came:
                came[name] = here
                queue.append(name)
    return []


def _without_dead_ends(needs: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The names that need themselves in the end, and few others."""
    left = dict(needs)
    asked: dict[str, list[str]] = {}
    for name, others in needs.items():
        for other in others:
            asked.setdefault(other, []).append(name)
    open_ends = {name: len(others) for name, others in needs.items()}
    done = [name for name in asked if name not in needs] + [name for name, count in open_ends.items() if not count]
    for name in done:
        left.pop(name, None)
        for other in asked.get(name, ()):
            open_ends[other] -= 1
            if not open_ends[other]:
                done.append(other)
    return left
