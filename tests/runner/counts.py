"""A meter that keeps its counts where a test can see them."""

from collections import Counter


class Counts:
    """What was counted."""

    def __init__(self) -> None:
        self.turns: Counter[str] = Counter()
        self.sends: Counter[str] = Counter()
        self.seconds: list[float] = []
        self.batches: list[int] = []

    def turn(self, outcome: str) -> None:
        self.turns[outcome] += 1

    def durable(self, seconds: float) -> None:
        self.seconds.append(seconds)

    def batch(self, size: int) -> None:
        self.batches.append(size)

    def sent(self, channel: str, outcome: str) -> None:
        self.sends[outcome] += 1
