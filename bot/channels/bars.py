"""Pain scores as bars of letters, where no picture can be shown."""

from collections.abc import Iterator

from bot.engine.effects import Picture

FULL, EMPTY = "█", "░"
MOST = 10


def bars(picture: Picture) -> Iterator[str]:
    """One line a score: its time, a bar of ten, the score."""
    width = max((len(label) for label, _ in picture.points), default=0)
    for label, score in picture.points:
        yield f"{label:<{width}}  {FULL * score}{EMPTY * (MOST - score)}  {score}"
