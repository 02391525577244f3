"""Proves all properties of a project: the explorations side by side, the proofs of their own, and what was found."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from os import cpu_count
from time import monotonic
from typing import Any

from msgspec import Struct

from bot.authoring.problems import Grade, Problems
from bot.authoring.project import Loaded
from bot.authoring.properties import Property, Statement
from bot.engine.library import Library
from bot.verify.deeds import Input
from bot.verify.explore import Explorer, Found
from bot.verify.kept import unpacked
from bot.verify.milder import milder
from bot.verify.prints import prints
from bot.verify.shelf import Shelf
from bot.verify.slices import Slice, slices
from bot.verify.steps import Steps
from bot.verify.trace import Trace
from bot.verify.ways import combinations, stuck
from bot.verify.wordless import wordless

EVERY = 0.2
"""Seconds between two looks at how far the explorations are."""

MILDER = "more_answers_never_milder"
CHECKED = ("card_texts", "numbers_in_texts", "forbidden_phrases", "complete_content")
"""Proofs that `heatwise check` makes: a project that it refuses is not explored at all."""


class Counterexample(Struct, frozen=True):
    """How a statement is broken: the way there, or words where no way can be told."""

    line: int
    """Of the statement, in dialogs/safety.yaml."""
    way: tuple[Input, ...] = ()
    words: str = ""


class Verdict(Struct, frozen=True):
    """One property: whether it holds, how long its part took, and the shortest way that breaks it."""

    about: Property
    seconds: float
    broken: tuple[Counterexample, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing breaks it."""
        return not self.broken


class Proof(Struct, frozen=True):
    """What came of it."""

    verdicts: tuple[Verdict, ...]
    configurations: int
    """Classes of sessions that were reached."""
    steps: int
    """Steps that were judged: one thing that is done at one session."""
    combinations: int
    """Sets of answers that stand behind them."""
    unreached: tuple[str, ...]
    """States that no way leads to."""
    seconds: float
    recalled: int = 0
    """Steps that were not taken anew: nothing that they read has changed since the last proof."""
    trace: str = ""
    """What all steps did, in one number, if that was asked for; else empty (`bot.verify.trace`)."""

    @property
    def holds(self) -> bool:
        """Whether every property holds."""
        return all(verdict.holds for verdict in self.verdicts)


class Explored(Struct, frozen=True):
    """What one exploration gives back to the process that asked for it."""

    found: tuple[tuple[str, Counterexample], ...]
    configurations: int
    steps: int
    recalled: int
    combinations: int
    places: frozenset[str]
    seconds: float
    trace: int


Told = Callable[[int, int], None]
_shared: dict[str, Any] = {}
"""What the processes inherit: a project is read once, and its library cannot be sent."""


def prove(
    loaded: Loaded, told: Told | None = None, processes: int | None = None, within: float | None = None, *,
    traced: bool = False, shelf: Shelf | None = None,
) -> Proof:  # fmt: skip
    """Explore, and judge every property. `told(done, known)` is called as sessions are tried.

    With `within` it ends soon after a property is broken, and after so many seconds (`inf`: never before) at the
    latest: what it says of the others then is only "not broken so far". With `traced` it adds up what all steps did.
    From the shelf it takes the steps of the last proof that still count, and lays all of this one there if it holds.

    Raises ValueError for a project that could not be loaded.
    """
    if loaded.library is None:
        raise ValueError("A project with critical mistakes cannot be verified.")
    started = monotonic()
    library, properties = loaded.library, loaded.parts.properties
    own = list(_of_their_own(loaded))
    processes = processes or cpu_count() or 1
    until = started + within if within else None
    _shared.update(traced=traced, shelf=shelf, prints=prints(loaded))
    explored = [] if own and within else list(_explored(library, properties, told, processes, until))
    broken = _shortest((*(found for each in explored for found in each.found), *own))
    if shelf and not broken:
        shelf.renew()
    seconds = monotonic() - started
    return Proof(
        tuple(_verdict(each, broken.get(each.id, {}), seconds) for each in properties),
        sum(each.configurations for each in explored),
        sum(each.steps for each in explored),
        max((each.combinations for each in explored), default=0),
        tuple(sorted(set(library.states) - frozenset[str]().union(*(each.places for each in explored)))),
        seconds,
        sum(each.recalled for each in explored),
        f"{sum(each.trace for each in explored):x}" if traced else "",
    )


def _shortest(found: Iterable[tuple[str, Counterexample]]) -> dict[str, dict[int, Counterexample]]:
    """By property and line, the shortest way to break it."""
    broken: dict[str, dict[int, Counterexample]] = {}
    for id, example in found:
        known = broken.setdefault(id, {}).get(example.line)
        if known is None or len(example.way) < len(known.way):
            broken[id][example.line] = example
    return broken


def _verdict(property: Property, broken: dict[int, Counterexample], seconds: float) -> Verdict:
    return Verdict(property, seconds, tuple(broken[line] for line in sorted(broken)))


def _explored(
    library: Library, properties: Sequence[Property], told: Told | None, processes: int, until: float | None
) -> Iterator[Explored]:
    every = slices(library)
    context = get_context("fork")
    done, known = context.Array("L", len(every), lock=False), context.Array("L", len(every), lock=False)
    enough = context.Value("b", 0, lock=False) if until else None
    _shared.update(
        library=wordless(library), properties=properties, slices=every, done=done, known=known, enough=enough
    )
    with ProcessPoolExecutor(min(processes, len(every)), mp_context=context) as pool:
        running: set[Future[Explored]] = {pool.submit(_explore, number) for number in range(len(every))}
        while running:
            finished, running = wait(running, timeout=EVERY)
            if told:
                told(sum(done), sum(known))
            if until and enough is not None and monotonic() > until:
                enough.value = 1
            yield from (each.result() for each in finished)


def _explore(number: int) -> Explored:
    each: Slice = _shared["slices"][number]
    started = monotonic()
    gc.collect()  # of the exploration before
    gc.disable()  # sessions and turns hold no circles: nothing would ever be found
    shelf: Shelf | None = _shared["shelf"]
    explorer = _explorer(each, shelf.take(number) if shelf else None)

    def told(done: int, known: int) -> None:
        _shared["done"][number], _shared["known"][number] = done, known

    explorer.run(told)
    whole = not (explorer.enough and explorer.enough())
    found = [*explorer.found.values(), *(stuck(explorer) if each.everything and whole else ())]
    if shelf and whole and not found and not explorer.steps.serve_as_well(explorer.tried):
        shelf.put(number, explorer.steps.packed())
    return Explored(
        tuple((each.broken.property.id, _example(explorer, each)) for each in found),
        len(explorer.nodes),
        explorer.tried,
        explorer.steps.recalled,
        0 if each.beyond else combinations(explorer),
        frozenset(explorer.places),
        monotonic() - started,
        explorer.trace.number if explorer.trace else 0,
    )


def _explorer(each: Slice, kept: bytes | None) -> Explorer:
    explorer = Explorer(
        _shared["library"], _shared["properties"], each.options, everything=each.everything, beyond=each.beyond
    )
    taken = unpacked(kept) if kept else None
    explorer.steps = Steps(_shared["library"], explorer.outlook, _shared["prints"], taken, explorer.aim)
    explorer.trace = Trace() if _shared["traced"] else None
    if _shared["enough"] is not None:
        explorer.enough = lambda: _enough(explorer)
    return explorer


def _enough(explorer: Explorer) -> bool:
    """One exploration has found something: all may end."""
    flag = _shared["enough"]
    flag.value = flag.value or bool(explorer.found)
    return bool(flag.value)


def _example(explorer: Explorer, found: Found) -> Counterexample:
    way = explorer.path(found.node)
    return Counterexample(found.broken.statement.line, (*way, found.by) if found.by else tuple(way))


# Proofs of their own


def _of_their_own(loaded: Loaded) -> Iterator[tuple[str, Counterexample]]:
    for property in loaded.parts.properties:
        for statement in property.holds:
            if statement.proved_by:
                yield from ((property.id, example) for example in _proved(loaded, statement))


def _proved(loaded: Loaded, statement: Statement) -> Iterable[Counterexample]:
    if statement.proved_by == MILDER and loaded.library:
        return _milder(loaded.library, statement.line)
    if statement.proved_by in CHECKED:
        return _checked(loaded.problems, statement.line)
    return ()  # languages are compared step by step, in the exploration


def _milder(library: Library, line: int) -> Iterator[Counterexample]:
    for name, fewer, more in milder(library):
        said = f"{name} gets milder when {_told(more)} is answered instead of {_told(fewer)}"
        yield Counterexample(line, words=said)
        return


def _told(given: Any) -> str:
    parts = [f"{name}: {', '.join(sorted(values))}" for name, values in given.items() if values]
    return "{" + "; ".join(parts) + "}"


def _checked(problems: Problems, line: int) -> Iterator[Counterexample]:
    """A warning of the check is a text that nobody should read before it is mended."""
    for problem in problems:
        if problem.grade != Grade.INFO:
            yield Counterexample(line, words=str(problem))
            return
