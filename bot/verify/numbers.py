"""Numbers for things: the same for the same thing, in the order in which they come."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

Kind = TypeVar("Kind", bound=Hashable)


class Numbers(dict[Kind, int]):
    """Gives each thing a number, from 0 on: its place in `things`."""

    def __init__(self, things: Iterable[Kind] = ()) -> None:
        self.things = list(things)
        super().__init__((thing, number) for number, thing in enumerate(self.things))

    def __missing__(self, thing: Kind) -> int:
        number = self[thing] = len(self.things)
        self.things.append(thing)
        return number
