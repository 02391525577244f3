"""What all ways of a finished exploration say together: where nobody gets out, and how many answers stand behind it."""

from collections.abc import Iterator

from bot.engine import safety
from bot.verify.explore import Explorer, Found


def stuck(explorer: Explorer) -> Iterator[Found]:
    """Sessions from which no way leads to what must always be possible."""
    into: dict[int, list[int]] = {}
    for left, arrived, _ in explorer.edges:
        into.setdefault(arrived, []).append(left)
    for broken, goals in zip(explorer.monitor.aims, explorer.reached, strict=True):
        fine, ahead = set(goals), list(goals)
        while ahead:
            more = [each for each in into.get(ahead.pop(), ()) if each not in fine]
            fine.update(more)
            ahead += more
        first = next((number for number in range(len(explorer.nodes)) if number not in fine), None)
        if first is not None:
            yield Found(broken, first, None)


def combinations(explorer: Explorer) -> int:
    """How many sets of answers lead to a result, or to a screen that takes over, on the way straight on."""
    nodes = explorer.nodes
    forward = sorted((left, arrived, count) for left, arrived, count in explorer.edges if count and arrived > left)
    start = next((n for n, node in enumerate(nodes) if node.session.place == safety.CHECK_START), 0)
    ways = {start: 1}
    for left, arrived, count in forward:
        if left in ways:
            ways[arrived] = ways.get(arrived, 0) + ways[left] * count
    return sum(n for number, n in ways.items() if nodes[number].session.place not in explorer.until_result)
