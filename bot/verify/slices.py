"""Which options are opened together in one exploration: those whose questions ask for the same, and no others."""

from collections.abc import Iterator
from typing import NamedTuple

from bot.engine.conditions import Atom
from bot.engine.library import Library


class Slice(NamedTuple):
    """One exploration. `everything`: all that can be done is tried; else only what depends on answers.

    `beyond`: it goes on behind the result; without it, all answers of the check are tried together, for all options.
    """

    name: str
    options: tuple[str, ...]
    everything: bool = False
    beyond: bool = True


def slices(library: Library) -> list[Slice]:
    """All slices of a project, the longest to explore first."""
    groups = list(_groups(library))
    asking = [group for group in groups if any(_asks(library, option) for option in group)]
    plain = [option for group in groups if group not in asking for option in group]
    return [
        Slice("everything that can be done", tuple(plain), everything=True),
        Slice("all answers together", library.source.tables.options, beyond=False),
        *(Slice(", ".join(group), group) for group in asking),
    ]


def _groups(library: Library) -> Iterator[tuple[str, ...]]:
    left = list(library.page_of)
    while left:
        group = [left.pop(0)]
        asks = _asks(library, group[0])
        for option in tuple(left):
            if asks & _asks(library, option):
                group.append(option)
                left.remove(option)
                asks |= _asks(library, option)
        yield tuple(group)


def _asks(library: Library, option: str) -> frozenset[Atom]:
    """What the questions of a card ask."""
    page = library.states.get(library.page_of.get(option, ""))
    state = library.states.get(page.questions or "") if page else None
    return frozenset(pair for choice in state.choices for pair in choice.sets) if state else frozenset()
