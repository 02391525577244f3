"""Other advice, grouped by the edit that causes it: one edited rule is one paragraph."""

from collections.abc import Iterator

from msgspec import Struct

from bot.compare.advice import advice
from bot.compare.diagrams import NOTHING
from bot.compare.differences import Differences, SameCaution, differences
from bot.compare.edits import Edit, edits
from bot.compare.space import Space
from bot.engine.decisions import Tables

TOGETHER = "several edits of dialogs/decisions.yaml together"


class Cause(Struct, frozen=True):
    """An edit, the combinations that get other advice because of it, and the kinds of other advice among them."""

    title: str
    combinations: int
    kinds: Differences


class OtherAdvice(Struct, frozen=True):
    """All combinations with other advice, and their causes."""

    space: Space
    combinations: int
    causes: tuple[Cause, ...]


def other_advice(old: Tables, new: Tables, same: SameCaution) -> OtherAdvice:
    """Compare two versions of the rules on every combination.

    An edit causes a difference where it makes one alone: put into the old version, or taken out of the new one. The
    rest, if there is any, takes several edits together.
    """
    space = Space(old, new)
    found = differences(space, advice(space, old), advice(space, new), same)
    every = space.diagrams.any(found.values())
    return OtherAdvice(space, every, tuple(_causes(space, (old, new), found, same)))


def _causes(space: Space, versions: tuple[Tables, Tables], found: Differences, same: SameCaution) -> Iterator[Cause]:
    diagrams, left = space.diagrams, dict(found)
    for edit in edits(*versions):
        alone = _alone(space, versions, edit, same)
        kinds = {kind: both for kind, part in found.items()
                 if (both := diagrams.both(part, alone.get(kind, NOTHING))) != NOTHING}  # fmt: skip
        if kinds:
            yield Cause(f"dialogs/decisions.yaml: {edit.title}", diagrams.any(kinds.values()), kinds)
        left = {kind: diagrams.without(part, alone.get(kind, NOTHING)) for kind, part in left.items()}
    rest = {kind: part for kind, part in left.items() if part != NOTHING}
    if rest:
        yield Cause(TOGETHER, diagrams.any(rest.values()), rest)


def _alone(space: Space, versions: tuple[Tables, Tables], edit: Edit, same: SameCaution) -> Differences:
    old, new = versions
    made = differences(space, advice(space, old), advice(space, edit.make(old)), same)
    undone = differences(space, advice(space, edit.undo(new)), advice(space, new), same)
    kinds = dict.fromkeys((*made, *undone))
    return {kind: space.diagrams.any((made.get(kind, NOTHING), undone.get(kind, NOTHING))) for kind in kinds}
