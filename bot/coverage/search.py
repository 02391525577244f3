"""The nearest move that exercises something new: breadth first through the real engine, session by session."""

from collections import deque
from collections.abc import Callable, Collection
from typing import NamedTuple

from bot.coverage.item import Key
from bot.coverage.moves import Move, events, moves
from bot.coverage.turn import Turns
from bot.coverage.walker import Here, take, wait
from bot.engine.conditions import All, AnyOf, Condition, Facts, Not, Settled, compile_condition
from bot.engine.scene import Scene


class Found(NamedTuple):
    """The moves, where they lead, and what they exercise that was missing."""

    path: tuple[Move, ...]
    here: Here
    gains: frozenset[Key]


class Hint(NamedTuple):
    """What decides whether two conversations are alike for a search, and what it may do."""

    conditions: tuple[Condition, ...] = ()
    words: tuple[str, ...] = ()
    pairs: bool = False


class Search:
    """Looks for gaps from wherever a conversation stands.

    Two conversations that stand at the same place, with the same results so far and the same outcome of every test
    that a gap asks for, are taken for one: this finds most ways fast, and can miss one, which is then told.
    """

    def __init__(self, told: set[Key], turns: Turns, tick: Callable[[int], None]) -> None:
        self._told = told
        self._turns = turns
        self._tick = tick

    def nearest(self, start: Here, gaps: Collection[Key], hint: Hint, budget: int) -> Found | None:
        """Of the shortest ways to a gap the one that closes most; None where `budget` sessions lead to none."""
        leaves = [compile_condition(leaf) for when in hint.conditions for leaf in _leaves(when)]
        ahead: deque[tuple[Here, tuple[Move, ...]]] = deque([(start, ())])
        known, best = {_alike(start, leaves)}, None
        while ahead and len(known) < budget:
            here, path = ahead.popleft()
            if best and len(path) >= len(best.path):
                break
            self._tick(len(known))
            for move in moves(here, hint.words, hint.pairs):
                there, gains = self.do(here, move, gaps)
                if gains and (best is None or len(gains) > len(best.gains)):
                    best = Found((*path, move), there, gains)
                alike = _alike(there, leaves)
                if alike not in known:
                    known.add(alike)
                    ahead.append((there, (*path, move)))
        return best

    def do(self, here: Here, move: Move, gaps: Collection[Key]) -> tuple[Here, frozenset[Key]]:
        """The conversation after a move, and what of the gaps it exercises."""
        self._told.clear()
        self._turns.forget()
        there = (
            wait(here, move.wait, self._turns)
            if move.wait
            else take(here, events(move, here.session.screen), self._turns)
        )
        return there, frozenset(self._told.intersection(gaps))


def _alike(here: Here, leaves: list[Callable[[Facts], bool | None]]) -> tuple[object, ...]:
    session, scene = here.session, Scene(here.library, here.session, here.now)
    facts, job = scene.facts, session.check_in
    return (
        session.place, session.page, session.tier, session.lang, session.lock is None, session.came_from,
        session.asked_back, session.offer_call, job and (job.stage, job.before is None, job.outcome), session.check_ins,
        session.unchanged, len(session.calls), len(session.mistakes), session.screen > 0, session.consent is None,
        scene.screened, scene.standing.path[-1], tuple(leaf(facts) for leaf in leaves),
    )  # fmt: skip


def _leaves(when: Condition) -> list[Condition]:
    match when:
        case All(parts) | AnyOf(parts):
            return [leaf for part in parts for leaf in _leaves(part)]
        case Not(part) | Settled(part):
            return _leaves(part)
        case _:
            return [when]
