"""Finds slips where a name is defined and not where it is used: one is used and missing, and nothing uses its like."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from bot.authoring.files import File, Path
from bot.authoring.mending import spot
from bot.authoring.models.base import NAME, as_name
from bot.authoring.parts import Parts
from bot.authoring.problems import nearest
from bot.authoring.uses import CERTAIN, names_in, uses_of_answers, uses_of_entries, uses_of_states
from bot.authoring.words import DECISIONS


class Slip(NamedTuple):
    """A definition that should bear another name."""

    file: str
    path: Path
    name: str

    def mend(self, file: File) -> None:
        """Tell it, and put the right name there."""
        holder, step = spot(file.own(), self.path[:-1]), self.path[-1]
        children = holder.node.children
        if isinstance(children, dict):  # the name may be written in a way that had to be mended before
            step = next((name for name in children if step in (name, as_name(name, NAME))), step)
        found = spot(holder.node, [step])
        here = step if isinstance(step, str) else str(found.node.value)
        if found.rename(self.name) if isinstance(step, str) else found.put(self.name):
            file.misnamed(self.path if isinstance(step, int) else (*self.path[:-1], self.name), here, self.name)


def find_slips(parts: Parts) -> list[Slip]:
    """All definitions of which that can be said."""
    states, answers = dict(_states(parts)), uses_of_answers(parts)
    meant = (f"{name.partition('.')[0]}.{slip.name}" for name, slip in states.items())
    known = (name for name in parts.dialogs.states if name not in states)
    return [*states.values(), *_entries(parts, [*meant, *known]), *_inputs(parts, answers), *_values(parts, answers)]


def _states(parts: Parts) -> Iterator[tuple[str, Slip]]:
    uses = uses_of_states(parts)
    for dialog in parts.dialogs.by_name.values():
        for here, meant in _misnamed(uses, dialog.name, [name.partition(".")[2] for name in dialog.states]):
            yield f"{dialog.name}.{here}", Slip(dialog.file.name, ("states", here), meant)


def _entries(parts: Parts, states: Iterable[str]) -> Iterator[Slip]:
    uses = uses_of_entries(parts, states)
    for words in parts.words.values():
        for stem, file in words.files.items():
            if stem != DECISIONS:
                yield from (Slip(file.name, (here,), meant) for here, meant in _misnamed(uses, stem, names_in(file)))


def _inputs(parts: Parts, answers: Iterable[tuple[str, str]]) -> Iterator[Slip]:
    uses = Counter(f".{fact}" for fact, _ in answers)
    for name in (*parts.states, *parts.tables.options):
        del uses[f".{name}"]
    for here, meant in _misnamed(uses, "", list(parts.tables.inputs)):
        yield Slip(parts.rules_file.name, ("inputs", here), meant)


def _values(parts: Parts, answers: Iterable[tuple[str, str]]) -> Iterator[Slip]:
    uses = Counter(f"{fact}.{value}" for fact, value in answers)
    for fact, entry in parts.tables.inputs.items():
        for here, meant in _misnamed(uses, fact, entry.values):
            yield Slip(parts.rules_file.name, ("inputs", fact, entry.kind, entry.values.index(here)), meant)


def _misnamed(uses: Counter[str], group: str, defined: Collection[str]) -> Iterator[tuple[str, str]]:
    """Pairs (as it is defined, as it is used): two uses weigh more than one definition."""
    unused = [name for name in defined if not uses[f"{group}.{name}"]]
    for use, times in uses.items():
        inside, _, name = use.rpartition(".")
        if times >= CERTAIN and inside == group and name not in defined:
            near = nearest(name, unused)
            if near:
                unused.remove(near)
                yield near, name
