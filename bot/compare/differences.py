"""Where the advice of two versions differs: one set of combinations for each kind of difference."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, product

from msgspec import Struct

from bot.compare.advice import Advice, Caution
from bot.compare.change import Grade
from bot.compare.diagrams import NOTHING
from bot.compare.space import Parts, Space
from bot.engine import safety
from bot.engine.decisions import DRY_HEAT, LEVELS

DRY_HEAT_RESULTS = ("may_continue", "not_suggested", "ask", "stop")
"""What is said of dry heat, from free to closed."""
LISTS = (("offer", "caution"), ("ask_first",), ("not_for_you",))


class Kind(Struct, frozen=True):
    """One kind: "tier", "level", "dry_heat", "pattern", "order" or "caution"; of which option; from what to what."""

    grade: Grade
    about: str
    option: str
    old: str
    new: str


Differences = Mapping[Kind, int]
SameCaution = Callable[[Caution, Caution], bool]
"""Whether two cautions, of the old and of the new version, are the same words to a patient."""


def differences(space: Space, old: Advice, new: Advice, same: SameCaution) -> Differences:
    """By kind the combinations; options and dry heat count only where neither version sends the person away."""
    diagrams = space.diagrams
    calm = diagrams.all((space.compared, diagrams.other(old.urgent), diagrams.other(new.urgent)))
    found: dict[Kind, int] = {}
    for kind, where, both in (*_tiers(space, old, new), *_calm(space, old, new), *_cautions(space, old, new, same)):
        here = diagrams.both(both, space.compared if where == "tier" else calm)
        if here != NOTHING:
            found[kind] = diagrams.any((found.get(kind, NOTHING), here))
    return found


Found = Iterator[tuple[Kind, str, int]]


def _tiers(space: Space, old: Advice, new: Advice) -> Found:
    yield from _changed(space, "tier", "", (old.tier, new.tier), safety.TIERS)


def _calm(space: Space, old: Advice, new: Advice) -> Found:
    yield from _changed(space, "dry_heat", "", (old.dry_heat, new.dry_heat), DRY_HEAT_RESULTS)
    yield from _changed(space, "pattern", "", (old.pattern, new.pattern), ())
    for option in _shared(old, new):
        if option == DRY_HEAT:
            continue
        yield from _changed(space, "level", option, (old.levels[option], new.levels[option]), LEVELS)
    yield from _orders(space, old, new)


def _changed(space: Space, about: str, option: str, parts: tuple[Parts, Parts], ranks: tuple[str, ...]) -> Found:
    for (before, one), (after, other) in product(parts[0].items(), parts[1].items()):
        if before != after:
            both = space.diagrams.both(one, other)
            yield Kind(_graded(before, after, ranks), about, option, before, after), about, both


def _graded(old: str, new: str, ranks: tuple[str, ...]) -> Grade:
    if old not in ranks or new not in ranks:
        return Grade.DIFFERENT
    return Grade.MILDER if ranks.index(new) < ranks.index(old) else Grade.STRICTER


def _orders(space: Space, old: Advice, new: Advice) -> Found:
    """An option that comes before another one which it came behind, where both stand in one list."""
    for pair in combinations(sorted(old.levels.keys() & new.levels.keys()), 2):
        for first, second in (pair, pair[::-1]):
            turned = space.diagrams.both(_before(space, old, second, first), _before(space, new, first, second))
            if turned != NOTHING:
                both = space.diagrams.both(turned, _same_list(space, (old, new), pair))
                yield Kind(Grade.DIFFERENT, "order", first, second, first), "order", both


def _before(space: Space, told: Advice, first: str, second: str) -> int:
    return space.diagrams.any(
        part
        for order, part in told.orders.items()
        if first in order and second in order and order.index(first) < order.index(second)
    )


def _same_list(space: Space, versions: tuple[Advice, Advice], pair: tuple[str, ...]) -> int:
    diagrams = space.diagrams
    return diagrams.any(
        diagrams.all(
            diagrams.any(told.levels[option].get(level, NOTHING) for level in levels)
            for told in versions
            for option in pair
        )
        for levels in LISTS
    )


def _cautions(space: Space, old: Advice, new: Advice, same: SameCaution) -> Found:
    """Cautions that a card no longer opens with, or opens with now, where it has care to say in both versions."""
    diagrams = space.diagrams
    for option in _shared(old, new):
        here = diagrams.both(*(told.levels[option].get("caution", NOTHING) for told in (old, new)))
        before, after = old.cautions[option], new.cautions[option]
        for caution, part in before.items():
            kept = diagrams.any(other for known, other in after.items() if same(caution, known))
            lost = diagrams.both(here, diagrams.without(part, kept))
            yield Kind(Grade.MILDER, "caution", option, _named(caution), ""), "caution", lost
        for caution, part in after.items():
            kept = diagrams.any(other for known, other in before.items() if same(known, caution))
            more = diagrams.both(here, diagrams.without(part, kept))
            yield Kind(Grade.STRICTER, "caution", option, "", _named(caution)), "caution", more


def _named(caution: Caution) -> str:
    member, name = caution
    return f"{name}.{member}"


def _shared(old: Advice, new: Advice) -> list[str]:
    return [option for option in new.levels if option in old.levels]
