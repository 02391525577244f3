"""States that hang together, so that one mistake is told once, and not for each of them."""

from collections.abc import Callable, Collection, Iterable, Iterator

from bot.authoring.problems import one_of


def hanging_together(names: Collection[str], leads_to: Callable[[str], Iterable[str]]) -> Iterator[list[str]]:
    """The states in groups in which one leads to the other, in their order."""
    beside: dict[str, set[str]] = {name: set() for name in names}
    for name in names:
        for target in beside.keys() & set(leads_to(name)):
            beside[name].add(target)
            beside[target].add(name)
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            group = _around(name, beside)
            seen |= group
            yield [each for each in names if each in group]


def _around(name: str, beside: dict[str, set[str]]) -> set[str]:
    found, ahead = {name}, [name]
    while ahead:
        more = beside[ahead.pop()] - found
        found |= more
        ahead += more
    return found


def all_of(names: list[str]) -> str:
    """The names as words: "a, b and c"."""
    return one_of(names).replace(" or ", " and ")
